"""Which reports are worth holding against one another: those that share a band."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from runut.comparing.stories.terms import hashed, step, what
from runut.model import Sketch

# Reports so many days apart are held against one another.
REACH = 7
# Of so many most telling words of a report, each two make a band.
KEYS = 7
# In a band each report is held against so many of the next.
NEXT = 8


def bands(sketch: Sketch) -> tuple[int, ...]:
    """The keys of the bands in which a report stands, 0 … 2**63 - 1, in order."""
    told = sorted(sketch.words, key=lambda t: (-step(t), t))[:KEYS]
    marks = sorted(what(t) for t in told)
    out = {_key("copy", print_) for print_ in sketch.signature}
    buckets = [-1]
    if sketch.day:
        at = date.fromisoformat(sketch.day).toordinal() // REACH
        buckets = [at, at + 1]
    out.update(_key("words", a, b, bucket) for a, b in combinations(marks, 2) for bucket in buckets)
    return tuple(sorted(out))


def pairs(sketches: Iterable[Sketch]) -> Iterator[tuple[int, int]]:
    """The pairs to be held against one another in one band, as indexes of the sketches given: each with its next few by day and id."""
    held = list(sketches)
    order = sorted(range(len(held)), key=lambda n: (held[n].day or "", held[n].article))
    for at, i in enumerate(order):
        for j in order[at + 1 : at + 1 + NEXT]:
            yield (i, j) if i < j else (j, i)


def _key(*parts: object) -> int:
    return hashed("\x1f".join(map(str, parts)))
