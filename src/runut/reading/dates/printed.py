"""Days printed with their month: written out, in brackets, as figures or by the name of a holiday."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from runut.reading.dates import calendar
from runut.reading.dates.calendar import FUTURE, PAST, THIS
from runut.reading.dates.grammar import count_words
from runut.reading.dates.setting import (
    LEFT_CONTEXT,
    NO_ANCHOR,
    NO_DATE,
    REACH_OF_DEED,
    Placed,
    Setting,
    find_direction,
    find_earlier,
    is_bracketed,
    read_direction,
    read_part,
    read_shift,
    read_year_told,
    stands_after,
    stands_before,
)

# A day without its year is of that of a day printed in full which is so many days from it, where the report's own day is not known.
NEAR_BASE = 31
# A clock time and a bracket that opens; without its zone it has a word before it.
_CLOCK_BEFORE = re.compile(r"(?:\d[.:]\d\d [A-Z]{3,4}|(?P<word>[^\W\d_]{1,12})\.? \d{1,2}[.:]\d\d) \($")


def expand_year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) + (2000 if len(written) == 2 else 0)


def place_day(
    setting: Setting, day: str, month: int, year: str | None, direction: str = "", weekday: int = 0
) -> tuple[date | None, bool]:
    """The day printed as day, month and perhaps year, and whether it is one of the calendar."""
    if year:
        found = calendar.make_day(expand_year(year) or 0, month, int(day))
        return found, found is not None
    if calendar.make_day(2024, month, int(day)) is None:  # a leap year: 29 February is a day
        return None, False
    if setting.anchor is None:
        return _near_base(setting, month, int(day), weekday), True
    if not direction and is_past_year(setting):
        told = calendar.make_day(setting.told or 0, month, int(day))
        if not weekday or (told is not None and told.isoweekday() == weekday):
            return told, True
    return calendar.nearest_year(setting.anchor, month, int(day), direction, weekday), True


def _near_base(setting: Setting, month: int, day: int, weekday: int) -> date | None:
    """In a report without a day of its own, the day near the one that it prints in full, of the weekday that is told with it."""
    if setting.base is None:
        return None
    found = calendar.nearest_year(setting.base, month, day, "", weekday)
    near = found is not None and abs((found - setting.base).days) <= NEAR_BASE
    return found if near and (not weekday or (found is not None and found.isoweekday() == weekday)) else None


def is_past_year(setting: Setting) -> bool:
    """Whether the report tells of an earlier year here: what follows without a year is of that year."""
    return setting.told is not None and setting.anchor is not None and setting.told < setting.anchor.year - 1


def place_days(
    setting: Setting, groups: Mapping[str, str | None], direction: str = "", weekday: int = 0
) -> tuple[date | None, date | None, bool, bool] | None:
    """First and last of the days printed in a bracket or written out (the same for one day), whether valid, whether full."""
    months = setting.grammar.months
    first: str | None
    if groups.get("b"):
        last, first = groups["b"] or "", groups.get("b1")
        year = groups.get("by") or groups.get("byr")
        month = int(groups["bm"] or 0) if groups.get("bm") else months[(groups["bmon"] or "").lower()]
        first_month = int(groups["bm1"] or 0) if groups.get("bm1") else month
    elif groups.get("mon") and groups.get("d"):
        last, first = (groups.get("d2") or groups["d"] or ""), (groups["d"] if groups.get("d2") else None)
        year, month = groups.get("y"), months[(groups["mon"] or "").lower()]
        first_month = month
    elif groups.get("nd"):
        last, first, year = groups["nd"] or "", None, groups.get("ny")
        month = first_month = int(groups["nm"] or 0)
    else:
        return None
    end, valid = place_day(setting, last, month, year, direction, weekday)
    if first is None:
        return end, end, valid, bool(year)
    first_year = None if end is None else str(end.year - (first_month > month))
    begin, begins = place_day(setting, first, first_month, first_year)
    ordered = begin is None or end is None or begin <= end
    return begin, end, valid and begins and ordered, bool(year)


def say_days(first: date | None, last: date | None, full: bool, part: str = "") -> Placed:
    if first is None or last is None:
        return Placed(why_null=NO_ANCHOR, part=part)
    if first == last:
        return Placed(calendar.write_day(last, part), full=full)
    return Placed(calendar.write_span(calendar.write_day(first), calendar.write_day(last)), full=full)


def _is_near(setting: Setting, day: str, month: int) -> bool:
    """Whether such a day lies so near to the report that no future word moves it by a year."""
    near = calendar.nearest_year(setting.anchor, month, int(day)) if setting.anchor else None
    return near is not None and setting.anchor is not None and abs((near - setting.anchor).days) <= calendar.SURELY_NEAR


def _is_past(match: re.Match[str], setting: Setting) -> bool:
    """Whether a day far from the report was before it: one since which something is so, or that of an attack or a disaster."""
    return stands_before(match, setting, "since") or find_earlier(match, setting, "deed", REACH_OF_DEED) is not None


def read_day_month(match: re.Match[str], setting: Setting) -> Placed | None:
    if stands_before(match, setting, "name") or stands_before(match, setting, "recurring"):
        return NO_DATE
    if not match["y"] and stands_after(match, setting, "recurring"):  # 8 Juni setiap tahun
        return NO_DATE
    if match["mon"].islower() and not match["y"] and match["mon"] in setting.grammar.short:
        return None
    shift = read_shift(match, setting, "shift")
    month, year = setting.grammar.months[match["mon"].lower()], read_year_told(match, setting, "y")
    direction = read_direction(shift)
    if not direction:
        ahead = find_direction(match, setting)
        if not _is_near(setting, match["d"], month):
            direction = ahead or (PAST if not year and not is_past_year(setting) and _is_past(match, setting) else "")
        elif ahead:  # lulusan 1989 itu akan berusia 58 tahun pada 4 Juni: not of the year told
            setting = replace(setting, told=None)
    found, valid = place_day(setting, match["d"], month, year, direction)
    part = read_part(match, setting, "part", "part2")
    return say_days(found, found, bool(match["y"]), part) if valid else NO_DATE


def read_days_of_month(match: re.Match[str], setting: Setting) -> Placed | None:
    if (
        int(match["d"]) >= int(match["d2"])
        or stands_before(match, setting, "name")
        or stands_before(match, setting, "recurring")
    ):
        return None
    direction = read_direction(read_shift(match, setting, "shift")) or find_direction(match, setting)
    days = place_days(setting, match.groupdict(), direction)
    if days is None or not days[2]:
        return None
    return say_days(days[0], days[1], days[3])


def read_days_of_months(match: re.Match[str], setting: Setting) -> Placed | None:
    if stands_before(match, setting, "recurring"):
        return None
    months = setting.grammar.months
    one, two = months[match["mon"].lower()], months[match["mon2"].lower()]
    direction = read_direction(read_shift(match, setting, "shift")) or find_direction(match, setting)
    last, valid = place_day(setting, match["d2"], two, match["y2"], direction)
    year = match["y"] or (str(last.year - (one > two)) if last else None)
    first, valid_first = place_day(setting, match["d"], one, year)
    if not (valid and valid_first) or (first and last and first > last):
        return None
    return say_days(first, last, bool(match["y2"]))


def read_iso_date(match: re.Match[str], setting: Setting) -> Placed | None:
    found = calendar.make_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return Placed(calendar.write_day(found), full=True) if found else None


def read_numeric_date(match: re.Match[str], setting: Setting) -> Placed | None:
    """`6/1/2022`; without its year only after `tanggal`, or alone in brackets with a day that is no month (scores, fractions)."""
    bracketed = is_bracketed(match, setting) and match["s"] == "/"
    certain = bracketed and (int(match["d"]) > 12 or match["d"][0] == "0" or _is_behind_clock(match, setting))
    if not match["y"] and not (match["dated"] and match["s"] != ".") and not certain:
        return None
    if setting.text[max(0, match.start() - 1) : match.start()] in tuple("./-+"):  # inside a code or file number
        return None
    found, valid = place_day(setting, match["d"], int(match["m"]), match["y"])
    return say_days(found, found, bool(match["y"]), read_part(match, setting, "part2")) if valid else None


def _is_behind_clock(match: re.Match[str], setting: Setting) -> bool:
    """Whether a clock time stands right before the bracket (`pukul 22.37 WIB (3/3)`)."""
    clock = _CLOCK_BEFORE.search(setting.text, max(0, match.start() - LEFT_CONTEXT), match.start())
    return clock is not None and (clock["word"] is None or setting.grammar.roles.get(clock["word"].lower()) == "clock")


def read_holiday(match: re.Match[str], setting: Setting) -> Placed | None:
    """`Natal 2024`, `HUT RI ke-80`; without a year only what the table lets stand alone."""
    name = match["name"] or f"{match['lead']} {match['rest']}"
    year, nth = match["y"], match["n1"] or match["n2"]
    if not name[0].isupper() and " " not in name:
        return None
    known = setting.grammar.holidays.get(name.lower())
    if known is None or (year and not 1900 <= int(year) < 2100):
        return None
    month_day, part, alone, since = known
    if since and nth:
        year = str(int(since) + int(nth))
    if not year and not alone:
        return None
    month, day = map(int, month_day.split("-"))
    found, _ = place_day(setting, str(day), month, year)
    return say_days(found, found, False, part)


def read_feast(match: re.Match[str], setting: Setting) -> Placed | None:
    """`Idulfitri 1446 H`, `Nyepi 2025`, `hari kedua Lebaran`, `H-3 Lebaran`, `Hari Raya Waisak`; else the name is no date."""
    if match["feast"][0].islower():
        return None
    feast, alone = setting.grammar.feasts[match["feast"].lower()]
    days, year = setting.grammar.feast_days[feast], match["y"]
    counted = match["h"] or match["first"] or match["n"] or match["nw"]
    if year:
        days = tuple(known for known in days if year in (known[1], str(known[0].year)))
    elif not counted and not (alone and stands_before(match, setting, "placing")):
        return NO_DATE
    elif setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    day = _nearest_feast(
        [known[0] for known in days], setting.anchor, read_direction(read_shift(match, setting, "shift"))
    )
    if day is None or (len(days) > 1 and setting.anchor is None):
        return NO_DATE
    offset = 0
    if match["h"]:
        offset = int(match["h"]) * (1 if match["sign"] == "+" else -1)
    elif match["n"] or match["nw"]:
        offset = (int(match["n"]) if match["n"] else count_words(match["nw"], setting.grammar)) - 1
    found = calendar.add_days(day, offset)
    return Placed(calendar.write_day(found)) if found else None


def _nearest_feast(days: list[date], anchor: date | None, direction: str) -> date | None:
    if anchor is None:
        return days[0] if days else None
    if direction:
        days = [day for day in days if (day <= anchor) == (direction == PAST)]
    return min(days, key=lambda day: (abs((day - anchor).days), day), default=None)


def read_day_of_moved_month(match: re.Match[str], setting: Setting) -> Placed | None:
    shift = read_shift(match, setting, "shift")
    if shift not in (PAST, THIS, FUTURE):
        return None
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    moved = calendar.add_months(setting.anchor.year, setting.anchor.month, {PAST: -1, FUTURE: 1}.get(shift, 0))
    found = calendar.make_day(*moved, int(match["d"]))
    return Placed(calendar.write_day(found)) if found else None
