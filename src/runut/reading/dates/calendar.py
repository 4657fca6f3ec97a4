"""Arithmetic on days, weeks, months and years, and the values that are written for them."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta

VALUE = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:T(?:MO|AF|EV|NI|\d\d:\d\d))?)?|-W\d\d)?"
    r"(?:/\d{4}(?:-\d\d(?:-\d\d(?:T(?:MO|AF|EV|NI|\d\d:\d\d))?)?|-W\d\d)?)?"
    r"|(?:PAST|PRESENT|FUTURE)_REF"
)
"""What a value looks like: GUIDE's forms."""
YEARS = {"year": 1, "decade": 10, "century": 100}
"""How many years a unit has."""

# A month without year or direction is to come if it is at most this far ahead: of 18 such months in real reports, one to four ahead, all
# were to come; of four that were five ahead, three were past.
MONTHS_AHEAD = 4

# A day this near to the report is meant even where its printed weekday is wrong (days).
SURELY_NEAR = 60
MONTH = re.compile(r"\d{4}-\d\d(?:-[^/]{1,12})?$")
"""How a value begins that lies within one month."""
_ONE_DAY = re.compile(r"\d{4}-\d\d-\d\d")

PAST, YESTERDAY, THIS, COMING, FUTURE = "past", "yesterday", "this", "coming", "future"


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(day: date, count: int) -> date | None:
    """`day` moved by `count` days, None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def write_day(day: date, part: str = "", clock: str = "") -> str:
    """`YYYY-MM-DD`, with the clock time or else the part of the day where there is one."""
    tail = clock or part
    return f"{day.isoformat()}T{tail}" if tail else day.isoformat()


def put_on(value: str, day: date) -> str:
    """`value`, a day with or without clock or part, or a span within one day, moved to `day`."""
    return "/".join(day.isoformat() + moment[10:] for moment in value.split("/"))


def write_week(day: date) -> str:
    """The ISO week that holds `day`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def write_month(year: int, month: int) -> str:
    """`YYYY-MM`."""
    return f"{year:04}-{month:02}"


def write_year(year: int) -> str | None:
    """`YYYY`, None beyond the calendar."""
    return f"{year:04}" if MINYEAR <= year <= MAXYEAR else None


def write_span(first: str | None, last: str | None) -> str | None:
    """`A/B`, or the one value where both are the same."""
    if first is None or last is None:
        return None
    return first if first == last else f"{first}/{last}"


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The month `count` months on."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def nearest_weekday(anchor: date, weekday: int, direction: str = "", *, strictly: bool = False) -> date | None:
    """The `weekday` (Monday is 1) nearest to `anchor`: within the six days before it and itself, or after it when it is to come.

    `strictly` leaves out the anchor itself.
    """
    if direction == FUTURE:
        ahead = (weekday - anchor.isoweekday()) % 7
        return add_days(anchor, ahead or (7 if strictly else 0))
    back = (anchor.isoweekday() - weekday) % 7
    return add_days(anchor, -(back or (7 if strictly else 0)))


def weekday_of_week(anchor: date, weekday: int, weeks: int) -> date | None:
    """The `weekday` of the ISO week `weeks` weeks from that of `anchor`."""
    return add_days(anchor, weekday - anchor.isoweekday() + 7 * weeks)


def nearest_year(anchor: date, month: int, day: int, direction: str = "", weekday: int = 0) -> date | None:
    """A day printed without its year: the nearest to `anchor`; of far ones the one that is the printed `weekday`, if any is."""
    days = [d for y in (-1, 0, 1) if (d := make_day(anchor.year + y, month, day))]
    if direction == PAST:
        days = [d for d in days if d <= anchor]
    elif direction == FUTURE:
        days = [d for d in days if d >= anchor]
    near = min(days, key=lambda d: (abs((d - anchor).days), d), default=None)
    if near is None or not weekday or near.isoweekday() == weekday or abs((near - anchor).days) <= SURELY_NEAR:
        return near
    printed = [d for d in days if d.isoweekday() == weekday]
    return min(printed or days, key=lambda d: (abs((d - anchor).days), d))


def nearest_month(anchor: date, month: int, direction: str = "", *, strictly: bool = False) -> tuple[int, int]:
    """A month without its year: the latest up to `anchor` or, with no direction, one of the few that follow; else the next from it."""
    if direction == FUTURE or (not direction and 0 < (month - anchor.month) % 12 <= MONTHS_AHEAD):
        later = month < anchor.month or (strictly and month == anchor.month)
        return anchor.year + later, month
    earlier = month > anchor.month or (strictly and month == anchor.month)
    return anchor.year - earlier, month


def move(day: date, grain: str, count: int) -> str | None:
    """The day, week, month or year that lies `count` units from `day`."""
    if grain == "day":
        found = add_days(day, count)
        return write_day(found) if found else None
    if grain == "week":
        found = add_days(day, 7 * count)
        return write_week(found) if found else None
    if grain == "month":
        year, month = add_months(day.year, day.month, count)
        return write_month(year, month) if year > 0 else None
    return write_year(day.year + count * YEARS[grain])


def move_clock(value: str, grain: str, count: int) -> str | None:
    """The minute that lies `count` hours or minutes from the one that `value` names (the last of a span), None where it names none."""
    moment = re.search(r"\d{4}-\d\d-\d\dT\d\d:\d\d$", value)
    if moment is None:
        return None
    try:
        moved = datetime.fromisoformat(moment[0]) + timedelta(**{f"{grain}s": count})
    except (OverflowError, ValueError):  # beyond the calendar, or 24:00
        return None
    return moved.isoformat(timespec="minutes")


def read_day(value: str | None) -> date | None:
    """The day that a value names, None for values that name no single day."""
    return date.fromisoformat(value[:10]) if value and _ONE_DAY.match(value) and "/" not in value else None
