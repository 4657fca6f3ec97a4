"""Day values as they stand in readings: what is a day, a year or a period, and what lies in what."""

from __future__ import annotations

from datetime import date

# Lengths of a bare year, of a month and of a whole day as values.
YEAR, MONTH, DAY = 4, 7, 10


def find_day(value: str) -> str:
    """A date value without its clock; a period stays one unless it is of one day."""
    ends = [end.split("T")[0] for end in value.split("/")]
    return ends[0] if ends[0] == ends[-1] else "/".join(ends)


def is_year(value: str) -> bool:
    """Whether a value is a bare year, or a span of them."""
    return all(len(end) == YEAR for end in value.split("/"))


def is_placed(value: str, anchor: str | None) -> bool:
    """Whether a value is a day or year of its own: a period that reaches to the day of the report is none."""
    ends = value.split("/")
    if value.endswith("_REF"):
        return False
    if is_year(value):
        return anchor is None or ends[-1] < anchor[:YEAR]
    if anchor is None or len(value.split("T")[0]) == DAY:
        return True
    if "-W" in value:
        year, week, _ = date.fromisoformat(anchor).isocalendar()
        return value != f"{year}-W{week:02d}"
    return ends[-1][:DAY] < anchor[: len(ends[-1][:DAY])]


def find_begin(value: str) -> str:
    """Where a day or period begins, so that a week sorts among its days."""
    first = value.split("/")[0]
    return date.fromisoformat(first).isoformat() if "-W" in first else first


def is_within(day: str, period: str) -> bool:
    """Whether an exact day lies in a period: a month, a week, or a stretch of days or months."""
    if len(day) != DAY or "/" in day:
        return False
    if "-W" in period:
        year, week, _ = date.fromisoformat(day).isocalendar()
        return period == f"{year}-W{week:02d}"
    first, last = period.split("/")[0], period.split("/")[-1]
    return first <= day[: len(first)] and day[: len(last)] <= last


def days_between(first: str, last: str) -> int:
    """How many days after the first whole day the last one is."""
    return (date.fromisoformat(last[:DAY]) - date.fromisoformat(first[:DAY])).days
