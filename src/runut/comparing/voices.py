"""Whose words a stretch of a report is: the newsroom's own, or those of someone whom it quotes or reports."""

from __future__ import annotations

from bisect import bisect_right

from runut.model import Reading

OUTLET, SPEAKER = "outlet", "speaker"


class Voices:
    """The stretches of one report that are a speaker's: in quotation marks (scare quotes included), or reported as said."""

    def __init__(self, reading: Reading) -> None:
        spans = [(q.start, q.end) for q in reading.quotations] + [(s.start, s.end) for s in reading.statements]
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._reach: list[int] = []
        for _, end in spans:
            self._reach.append(max(end, self._reach[-1]) if self._reach else end)

    def of(self, start: int, end: int) -> str:
        """`SPEAKER` where the whole stretch is a speaker's, else `OUTLET`."""
        return SPEAKER if self.until(start) >= end else OUTLET

    def until(self, start: int) -> int:
        """How far the words of a speaker reach that begin at `start` or before; 0 where there are none."""
        at = bisect_right(self._starts, start) - 1
        return self._reach[at] if at >= 0 else 0
