"""Which reports are worth holding against one another: those that share a band."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from heapq import nsmallest
from itertools import combinations

from runut.comparing.stories.terms import hashed, step, what
from runut.model import Sketch

# Reports so many days apart are held against one another.
REACH = 7
# Of so many most telling words of a report each makes a band, and each two of the first few (none of these, and the same events come out;
# in a band of one word that is everyone's they find the right neighbours).
ALONE, PAIRED = 8, 5
# In a band each report is held against so many of the next, and so many reports without a day against each.
NEXT, UNDATED = 6, 3


def place(sketch: Sketch) -> int:
    """The ordinal of the day among whose reports a report is looked for: its own, else the last that it tells; 0 where it tells none."""
    if sketch.day:
        return date.fromisoformat(sketch.day).toordinal()
    return max(sketch.days, default=0)


def order(sketch: Sketch) -> tuple[int, str]:
    """The key by which reports are sorted for `flow`: those without a day first."""
    return place(sketch), sketch.article


def bands(sketch: Sketch) -> tuple[int, ...]:
    """The keys of the bands in which a report stands, 0 … 2**63 - 1, in order."""
    told = [what(t) for t in nsmallest(ALONE, sketch.words, key=lambda t: (-step(t), t))]
    out = {hashed(str(a)) for a in told}
    out.update(hashed(f"{a} {b}") for a, b in combinations(sorted(told[:PAIRED]), 2))
    out.update(hashed(f"copy {print_}") for print_ in sketch.signature)
    return tuple(sorted(out))


def pairs(sketches: Iterable[Sketch]) -> Iterator[tuple[int, int]]:
    """The pairs to be held against one another in one band, as indexes of the sketches given: each with its next few by day and id as far
    as the days reach, and with the first few of those without a day.
    """
    held = list(sketches)
    days = [place(s) for s in held]
    rank = sorted(range(len(held)), key=lambda n: (days[n], held[n].article))
    undated = [n for n in rank if not days[n]]
    for at, i in enumerate(rank):
        for j in rank[at + 1 : at + 1 + NEXT]:
            if days[j] - days[i] > REACH:
                break
            yield (i, j) if i < j else (j, i)
        if days[i]:
            for j in undated[:UNDATED]:
                yield (i, j) if i < j else (j, i)
