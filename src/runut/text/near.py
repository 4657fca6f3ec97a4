"""Findings by where they stand: those near a place, without looking through all of an article's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Near(Generic[T]):
    """Things with a start and an end (`(start, end, thing)`), kept so that those of a stretch are found by bisection."""

    def __init__(self, things: Iterable[tuple[int, int, T]]) -> None:
        placed = sorted([(start, end, n, thing) for n, (start, end, thing) in enumerate(things)])  # no two have one `n`
        self._starts = [row[0] for row in placed]
        self._placed = [(n, end, thing) for _, end, n, thing in placed]
        self._furthest = list(accumulate([row[1] for row in placed], max))

    def within(self, start: int, end: int) -> list[T]:
        """What stands in `[start, end)` with at least a part of it, in the order in which it was given."""
        last = bisect_left(self._starts, end)
        first = bisect_right(self._furthest, start, 0, last)  # all before ends at `start` or earlier
        if first == last:
            return []
        found = [(n, thing) for n, until, thing in self._placed[first:last] if until > start]
        if len(found) > 1:
            found.sort(key=lambda pair: pair[0])
        return [thing for _, thing in found]


class Ahead:
    """The next match of a pattern from a place of a text on, remembered: a text is searched once by whoever asks for places in order."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._pattern, self._text = pattern, text
        self._asked, self._until = 0, -1
        self._match: re.Match[str] | None = None

    def find(self, start: int, end: int) -> re.Match[str] | None:
        """The first match that begins at `start` or later and ends before `end` or there."""
        reached = self._match.start() if self._match else self._until
        if not (self._until == end and self._asked <= start <= reached):
            self._match = self._pattern.search(self._text, start, end)
            self._asked, self._until = start, end
        return self._match
