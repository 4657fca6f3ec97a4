"""The days that a count may be of: that of the mishap in its sentence is none of a story that goes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from runut.model import Date, Figure
from runut.reading.dates import befallen
from runut.reading.dates.befallen import Befalling
from runut.reading.figures.report import Report

# A count of a mishap so many days before its report or a later day is that of an event that is over: its day is the event's.
RUNNING = 10
# What a mishap does, and goes on doing: its hour, strength and length are of its own day.
TOLLS = frozenset(
    [
        "killed",
        "injured",
        "missing",
        "displaced",
        "evacuated",
        "affected",
        "rescued",
        "arrested",
        "houses",
        "buildings_damaged",
    ]
)


class CountDays:
    """The days of one report, each asked once whether a mishap befell on it."""

    def __init__(self, report: Report, anchor: date | None, words: Befalling) -> None:
        self._report, self._words = report, words
        self._known: dict[int, bool] = {}
        self._later = [anchor] if anchor else [date.fromisoformat((d.value or "")[:10]) for d in report.days]

    def of_counts(self, figure: Figure, sentence: tuple[int, int]) -> Sequence[Date]:
        """The days of a figure's sentence without those that stand right behind the mishap whose victims are counted since.

        `Korban tewas kerusuhan, Senin (3/3), bertambah menjadi 23`, told on Tuesday, is a count of Tuesday.
        """
        if figure.measure not in TOLLS:
            return self._report.days
        start, end = sentence
        first, last = (bisect_left(self._report.days, at, key=attrgetter("start")) for at in (start, end))
        return [d for d in self._report.days[first:last] if not self._is_of_mishap(d, figure, start)]

    def _is_of_mishap(self, day: Date, figure: Figure, start: int) -> bool:
        if day.rule == "relative-day":
            return False
        begin = figure.end if start <= figure.end <= day.start else start
        on = date.fromisoformat((day.value or "")[:10])
        if not any(0 < (later - on).days <= RUNNING for later in self._later):
            return False
        if begin != start:  # what is counted must not stand between the two
            return befallen.is_of_mishap(self._report.text, begin, day.start, self._words)
        if day.start not in self._known:
            self._known[day.start] = befallen.is_of_mishap(self._report.text, start, day.start, self._words)
        return self._known[day.start]
