"""The first and last calendar day that a value of a date covers, so that a table can be asked for days."""

from __future__ import annotations

import re
from datetime import date, timedelta

_VALUE = re.compile(r"(\d{4})(?:-(?:W(\d\d)|(\d\d)(?:-(\d\d)(?:T\S{1,40})?)?))?")


def covered(value: str | None) -> tuple[date | None, date | None]:
    """The first and last day of `2025`, `2025-05`, `2025-W22`, `2025-05-31`, `2025-05-31T10:30` or `A/B` of them.

    None for both where the value is none of these (`PRESENT_REF`, no value).
    """
    first, apart, last = (value or "").partition("/")
    low, high = _one(first)
    if apart:
        high = _one(last)[1]
        if low is None or high is None:
            return None, None
    return low, high


def _one(value: str) -> tuple[date | None, date | None]:
    match = _VALUE.fullmatch(value)
    if match is None:
        return None, None
    year, week, month, day = (int(g) if g else None for g in match.groups())
    try:
        if week:
            low = date.fromisocalendar(year or 0, week, 1)
            return low, low + timedelta(days=6)
        if day:
            low = date(year or 0, month or 0, day)
            return low, low
        if month:
            low = date(year or 0, month, 1)
            return low, (low.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return date(year or 0, 1, 1), date(year or 0, 12, 31)
    except (ValueError, OverflowError):
        return None, None
