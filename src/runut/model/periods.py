"""Periods: the first and last calendar day that a date value covers, and how finely it tells them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_VALUE = re.compile(r"(\d{4})(?:-(?:W(\d\d)|(\d\d)(?:-(\d\d)(?:T\S{1,40})?)?))?")
WEEK = 7


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a value covers; `unit`: day, days (a stretch of them), week, month or year."""

    first: date
    last: date
    unit: str

    @property
    def middle(self) -> date:
        """The day in the middle, the earlier of two."""
        return self.first + (self.last - self.first) // 2


def read(value: str | None) -> Period | None:
    """The period of `2025`, `2025-05`, `2025-W22`, `2025-05-31`, `2025-05-31T10:30` or `A/B` of them; None for anything else."""
    first, apart, last = (value or "").partition("/")
    low = _one(first)
    if not apart or low is None:
        return low
    high = _one(last)
    if high is None or high.last < low.first:
        return None
    return low if high == low else Period(low.first, high.last, low.unit if low.unit == high.unit == "year" else "days")


def days_of(value: str | None) -> tuple[date | None, date | None]:
    """The first and last day of a value, None for both where it covers none."""
    period = read(value)
    return (None, None) if period is None else (period.first, period.last)


def _one(value: str) -> Period | None:
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    year, week, month, day = (int(g) if g else None for g in match.groups())
    try:
        if week:
            low = date.fromisocalendar(year or 0, week, 1)
            return Period(low, low + timedelta(days=WEEK - 1), "week")
        if day:
            low = date(year or 0, month or 0, day)
            return Period(low, low, "day")
        if month:
            low = date(year or 0, month, 1)
            return Period(low, (low.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1), "month")
        return Period(date(year or 0, 1, 1), date(year or 0, 12, 31), "year")
    except (ValueError, OverflowError):
        return None
