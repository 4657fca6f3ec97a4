"""The words of a text, found once for all steps that look words up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_OPENER = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[^\W\d_]+|\d+")
_AROUND = re.compile(f"({WORD.pattern})")
# The same where no `_` stands, in half the time.
_AROUND_PLAIN = re.compile(r"(\w++(?:[-'’]\w++)*+)")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text side by side: in small letters, what stands before each, where each begins and where it ends.

    `parts` are the runs of letters and of figures, with where they begin, in the words that hold anything but letters; `at` tells which
    of the words are this one, so that a table is asked once for each of them however often it stands.
    """

    low: Sequence[str]
    gaps: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    parts: Sequence[tuple[int, str]]
    at: Mapping[str, Sequence[int]]

    def hold(self, known: Set[str]) -> bool:
        """Whether a word of `known` (nothing but letters) stands in the text, or is a part of one."""
        return not known.isdisjoint(self.at) or any(part in known for _, part in self.parts)

    def find(self, known: Container[str], start: int = 0, end: int | None = None) -> list[tuple[int, str]]:
        """Where a word of `known` (nothing but letters) begins in a stretch, or a row of figures, in order.

        Parts of words count too: both halves of `dua-tiga`, the figures of `Rp5`.
        """
        starts, parts, at = self.starts, self.parts, self.at
        if end is None:
            found = [(starts[k], word) for word in at if word in known for k in at[word]]
        else:
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            within = zip(starts[first:last], self.low[first:last], strict=True)
            found = [(start, word) for start, word in within if word in known]
            parts = parts[bisect_left(parts, (start,)) : bisect_left(parts, (end,))]
        found += [part for part in parts if part[1] in known or part[1].isdecimal()]
        found.sort()
        return found


def openers(phrases: Iterable[str]) -> frozenset[str]:
    """The letters with which phrases begin, small: the words that `Words.find` and `hold` are asked for where a phrase may stand."""
    return frozenset(found[0].lower() for phrase in phrases if (found := _OPENER.match(phrase)))


def split(text: str) -> Words:
    """The words of `text` in order; a hyphen or apostrophe between letters is part of one (`luka-luka`, `Jum'at`)."""
    pieces = (_AROUND if "_" in text else _AROUND_PLAIN).split(lower(text))  # gap, word, gap, …, word, gap
    edges = list(accumulate(map(len, pieces)))
    low, starts = pieces[1::2], edges[:-1:2]
    parts: list[tuple[int, str]] = []
    for k in [k for k, plain in enumerate(map(str.isalpha, low)) if not plain]:
        start, word = starts[k], low[k]
        if word.isdecimal():
            parts.append((start, word))
        else:
            parts += [(start + part.start(), part[0]) for part in _PART.finditer(word)]
    return Words(low, pieces[:-1:2], starts, edges[1::2], parts, index(low))


def index(low: Iterable[str]) -> Mapping[str, Sequence[int]]:
    """Which of the words are this one, by each word, in the order in which they first stand."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    for k, word in enumerate(low):
        at[word].append(k)
    return dict(at)


def lower(text: str) -> str:
    """`text` in small letters, character by character, so that every place stays where it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
