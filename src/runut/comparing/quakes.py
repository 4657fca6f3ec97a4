"""Two magnitudes side by side: whether they are of one quake."""

from __future__ import annotations

import re
from datetime import date

from runut.comparing.overlaps import SHARED_WORDS, equal, shared
from runut.comparing.points import Point

# Magnitudes of one quake by several agencies differ by no more.
MAGNITUDES_APART = 0.4
# Reports of one quake come within so many days of one another.
QUAKE_DAYS = 2
_MINUTE = re.compile(r"T(\d\d:\d\d)")


def same_quake(a: Point, b: Point) -> bool:
    """Whether two magnitudes are of one quake: near in value and day, or told alike where a day is not known; the same to the last digit,
    and of one place, also in a report of days after that tells it alike.
    """
    if a.figure.low is None or b.figure.low is None or a.after != b.after:
        return False
    if abs(a.figure.low - b.figure.low) > MAGNITUDES_APART:
        return False
    if not a.day or not b.day:
        return shared(a, b) >= SHARED_WORDS
    if equal(a, b) and not a.where.isdisjoint(b.where) and shared(a, b) >= SHARED_WORDS and a.report != b.report:
        return True
    return abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days) <= QUAKE_DAYS


def quake_told_otherwise(a: Point, b: Point) -> bool:
    """Whether two reports, each with one magnitude alone, give the quake of one minute two: no other quake comes in the same minute."""
    if a.report == b.report or not (a.sole and b.sole and a.day == b.day) or not same_quake(a, b):
        return False
    return not _minutes(a).isdisjoint(_minutes(b))


def _minutes(p: Point) -> frozenset[str]:
    """The times of day that a sentence tells to the minute, without their seconds."""
    return frozenset(found[1] for hour in p.hours if (found := _MINUTE.search(hour)))
