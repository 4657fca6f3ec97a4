"""Months, years and parts of years, and periods counted from the day of the report."""

from __future__ import annotations

import re
from datetime import date

from runut.reading.dates import calendar
from runut.reading.dates.calendar import COMING, FUTURE, PAST, THIS, YESTERDAY
from runut.reading.dates.grammar import ROMAN, count_words
from runut.reading.dates.printed import is_past_year, say_days
from runut.reading.dates.setting import (
    FIRST_BARE_YEAR,
    LAST_BARE_YEAR,
    LEFT_CONTEXT,
    LONGEST_DAY,
    NO_ANCHOR,
    Placed,
    Setting,
    find_direction,
    find_earlier,
    is_bracketed,
    is_counted,
    is_habit,
    read_direction,
    read_shift,
    read_year_told,
    stands_after,
    stands_before,
)

# Two figures after `tahun` are a year from here on, and tens with `-an` a decade: below them they are more often a number of years.
FIRST_SHORT_YEAR, FIRST_SHORT_DECADE = 45, 30
_CAPITALS = re.compile(r"(?: [A-Z][\w-]{0,30}){0,5} ")
# A month this many months back that is to come again would be told with its year.
JUST_PAST = 3


def _month(setting: Setting, month: int, year: str | None, shift: str, direction: str) -> tuple[int, int] | None:
    if year:
        return int(year), month
    if setting.anchor is None:
        return None
    if shift == THIS:
        return setting.anchor.year, month
    if read_direction(shift):
        return calendar.nearest_month(
            setting.anchor, month, read_direction(shift), strictly=read_direction(shift) == PAST
        )
    if not direction and is_past_year(setting):
        return setting.told or 0, month
    return calendar.nearest_month(setting.anchor, month, direction)


def _month_direction(match: re.Match[str], setting: Setting) -> str:
    """Where a month without its year lies: `sejak` looks back; a month just past is not made one to come by a future word."""
    if stands_before(match, setting, "since"):
        return PAST
    if stands_before(match, setting, "delivery"):
        return FUTURE
    direction, months = find_direction(match, setting), setting.grammar.months
    if direction == FUTURE and setting.anchor is not None:
        number = months[(match.groupdict().get("mon2") or match["mon"]).lower()]
        if 0 < (setting.anchor.month - number) % 12 <= JUST_PAST:
            return PAST
    return direction


def _follows_name(match: re.Match[str], setting: Setting) -> bool:
    """Whether the word before begins with a capital, or none is before in the sentence: the month may be part of a name."""
    before = re.search(
        r"([^\W\d_])[^\W\d_]{0,30},? $",
        setting.text[max(setting.sentence, match.start() - LEFT_CONTEXT) : match.start()],
    )
    return before is None or before[1].isupper()


def read_month(match: re.Match[str], setting: Setting) -> Placed | None:
    grammar, shift = setting.grammar, read_shift(match, setting, "shift")
    if not match["y"]:
        if match["mon"].lower() in grammar.short or not match["mon"][0].isupper():
            return None
        marked = match["word"] or shift or match["pp"] or match["ys"] or is_bracketed(match, setting)
        marked = marked or stands_before(match, setting, "placing") or stands_before(match, setting, "delivery")
        if not marked and (match["mon"].lower() in grammar.persons or _follows_name(match, setting)):
            return None
        after = setting.text[match.end() : match.end() + 2]
        if after[:1] in (" ", "-") and after[1:].isupper() and not match["word"]:  # a name, of a person or a firm
            return None
    if stands_before(match, setting, "recurring") or (not match["y"] and stands_after(match, setting, "recurring")):
        return None
    year = read_year_told(match, setting, "y")
    number = grammar.months[match["mon"].lower()]
    if match["pp"] and read_direction(shift) == PAST and setting.anchor is not None and setting.anchor.month == number:
        shift = THIS  # awal Juni lalu, told in June
    found = _month(setting, number, year, shift, _month_direction(match, setting))
    return Placed(calendar.write_month(*found)) if found else Placed(why_null=NO_ANCHOR)


def read_months_joined(match: re.Match[str], setting: Setting) -> Placed | None:
    grammar = setting.grammar
    if not match["y2"]:
        placing = match[0].lower().startswith(tuple(w for w, r in grammar.roles.items() if r == "month"))
        is_span = grammar.roles.get(match["join"].strip().lower(), "to") == "to" and match["mon2"][0].isupper()
        placing = placing or is_span or bool(match["shift"] or match["ys"]) or stands_before(match, setting, "placing")
        if not placing or not match["mon"][0].isupper():
            return None
        if {match["mon"].lower(), match["mon2"].lower()} & grammar.short:
            return None
    one, two = grammar.months[match["mon"].lower()], grammar.months[match["mon2"].lower()]
    last = _month(
        setting,
        two,
        read_year_told(match, setting, "y2"),
        read_shift(match, setting, "shift"),
        _month_direction(match, setting),
    )
    if last is None:
        return Placed(why_null=NO_ANCHOR)
    year = int(match["y"]) if match["y"] else last[0] - (one > two)
    first = (year, one)
    if first >= last:
        return None
    return Placed(calendar.write_span(calendar.write_month(*first), calendar.write_month(*last)))


def read_year_part(match: re.Match[str], setting: Setting) -> Placed | None:
    size = setting.grammar.year_parts[match["unit"].lower()]
    written = match["nth"].lower()
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4}
    nth = (
        int(written)
        if written.isdigit()
        else ROMAN.get(written.upper()) or names.get(setting.grammar.roles.get(written, ""), 0)
    )
    if not 1 <= nth <= 12 // size:
        return None
    shift = read_shift(match, setting, "shift")
    if not match["y"] and not shift:  # semester II, by itself
        placed = match["pp"] or stands_before(match, setting, "placing")
        if not placed or match["unit"].lower() not in setting.grammar.lone_year_parts:
            return None
    if match["y"]:
        year = int(match["y"])
    elif setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    else:
        year = setting.anchor.year + {PAST: -1, YESTERDAY: -1, FUTURE: 1}.get(shift, 0)
    first = (nth - 1) * size + 1
    last = first + size - 1
    edge = setting.grammar.edges.get((match["pp"] or "").lower())  # akhir semester I is June
    first, last = {"first": (first, first), "last": (last, last)}.get(edge or "", (first, last))
    return Placed(calendar.write_span(calendar.write_month(year, first), calendar.write_month(year, last)))


def _bare_year(match: re.Match[str], setting: Setting) -> bool:
    """Whether four figures are a year: a word says so, or they stand after a preposition or alone in brackets."""
    if match["word"]:
        return True
    if not FIRST_BARE_YEAR <= int(match["y"]) <= LAST_BARE_YEAR:
        return False
    placed = is_bracketed(match, setting) or stands_before(match, setting, "placing")
    return placed or _goes_on(match, setting) or _dates_a_treaty(match, setting)


def _dates_a_treaty(match: re.Match[str], setting: Setting) -> bool:
    """Whether the year ends the name of a law or treaty: `Konvensi Kalimas 1949`."""
    law = find_earlier(match, setting, "law", LEFT_CONTEXT + LONGEST_DAY)
    return law is not None and _CAPITALS.fullmatch(setting.text, law.end(), match.start()) is not None


def _goes_on(match: re.Match[str], setting: Setting) -> bool:
    """Whether the year is one more of a list: `2006 dan 2014`, `2006, 2010, dan 2014`."""
    before = setting.text[max(0, match.start() - LEFT_CONTEXT) : match.start()]
    return setting.told is not None and setting.grammar.listed.search(before) is not None


def read_year(match: re.Match[str], setting: Setting) -> Placed | None:
    first = int(match["y"])
    if match["decade"]:
        return Placed(calendar.write_span(f"{first:04}", f"{first + 9:04}")) if first % 10 == 0 else None
    if setting.text[max(0, match.start() - 1) : match.start()] == "/":  # the number of a file
        return None
    if not (match["pp"] or match["shift"] or _bare_year(match, setting)) or stands_before(match, setting, "recurring"):
        return None
    if not match["word"] and not match["pp"] and _counts_something(setting, match.end()):
        return None
    return Placed(f"{first:04}")


def read_short_year(match: re.Match[str], setting: Setting) -> Placed | None:
    """`tahun '98`, `tahun 72`, `era 80-an`: of this century only with a mark, since `tahun 20` is seldom a year."""
    short = int(match["yy"])
    if match["decade"]:
        first = 1900 + short
        known = short % 10 == 0 and short >= FIRST_SHORT_DECADE
        return Placed(calendar.write_span(f"{first}", f"{first + 9}")) if known else None
    if is_counted(match, setting) or _counts_something(setting, match.end()):  # 45 tahun 93 hari
        return None
    if not match["mark"] and not (short >= FIRST_SHORT_YEAR and stands_before(match, setting, "placing")):
        return None
    return Placed(f"{(1900 if short > LAST_BARE_YEAR % 100 else 2000) + short}")


def _counts_something(setting: Setting, end: int) -> bool:
    """Whether a counted noun follows, so that the figures are no year."""
    following = re.compile(r" ([a-z]+)").match(setting.text, end)
    return bool(following and following[1] in setting.grammar.counted_nouns)


def read_years(match: re.Match[str], setting: Setting) -> Placed | None:
    first, second = int(match["y"]), match["y2"] or match["y3"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if not first < last <= first + 100 or (match["slash"] and last != first + 1):
        return None
    is_span = FIRST_BARE_YEAR <= first <= last <= LAST_BARE_YEAR
    if not (match["word"] or match["pp"] or is_span or _bare_year(match, setting)):
        return None
    return Placed(calendar.write_span(f"{first:04}", f"{last:04}"))


def read_century(match: re.Match[str], setting: Setting) -> Placed | None:
    number = int(match["n"])
    if not 1 <= number <= 21:
        return None
    return Placed(calendar.write_span(f"{(number - 1) * 100 + 1:04}", f"{number * 100:04}"))


def read_new_year(match: re.Match[str], setting: Setting) -> Placed | None:
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    coming = setting.anchor.month > 6 and find_direction(match, setting) == FUTURE
    return Placed(calendar.write_month(setting.anchor.year + coming, 1))


def _count(match: re.Match[str], setting: Setting) -> int | None:
    """How many units are counted; None for a vague number or a fraction."""
    if match["one"]:
        return 1
    if match["vague"] or match["tenths"] or match["an"]:
        return None
    if match["n"]:
        return int(match["n"].replace(".", ""))
    return count_words(match["nw"], setting.grammar)


def read_counted(match: re.Match[str], setting: Setting) -> Placed | None:
    grammar = setting.grammar
    grain = grammar.units[(match["unit"] or match["one"]).lower()]
    shift, count = grammar.counted[match["shift"].lower()], _count(match, setting)
    if stands_before(match, setting, "recurring"):
        return None
    if count is None or (grain in ("hour", "minute") and shift not in ("span_past", "span_future")):
        if shift in ("later", "earlier"):
            if not count or grain not in ("hour", "minute"):
                return None
            return Placed(shift_from=(grain, count if shift == "later" else -count))
        return Placed("FUTURE_REF" if shift in (FUTURE, "span_future") else "PAST_REF")
    if shift in ("later", "earlier"):
        return Placed(shift_from=(grain, count if shift == "later" else -count))
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    if shift in (PAST, FUTURE):
        moved = calendar.move(setting.anchor, grain, -count if shift == PAST else count)
        return Placed(moved or f"{shift.upper()}_REF")
    return _value(_span_from(setting.anchor, grain, count, 1 if shift == "span_future" else -1))


def _value(value: str | None) -> Placed | None:
    return Placed(value) if value else None


def _span_from(anchor: date, grain: str, count: int, sign: int) -> str | None:
    """The last or next `count` units: a week of seven days that ends with the anchor is the ISO week where it coincides."""
    if grain == "day" and count == 1:
        days = 1
    elif grain in ("minute", "hour"):
        days = max(1, -(-count // (24 if grain == "hour" else 1440)))
        if count < 24 and grain == "hour":
            return None
    elif grain in ("day", "week"):
        days = count * (7 if grain == "week" else 1) - (1 if sign < 0 else 0)
    else:
        now = calendar.move(anchor, grain, 0)
        other = calendar.move(anchor, grain, sign * count)
        return calendar.write_span(other, now) if sign < 0 else calendar.write_span(now, other)
    other_day = calendar.add_days(anchor, sign * days)
    if other_day is None:
        return None
    first, last = sorted((anchor, other_day))
    if days == 6 and first.isoweekday() == 1:
        return calendar.write_week(first)
    return calendar.write_span(calendar.write_day(first), calendar.write_day(last))


def read_weekend(match: re.Match[str], setting: Setting) -> Placed | None:
    anchor, shift = setting.anchor, read_shift(match, setting, "shift")
    if is_habit(match, setting) or (not shift and stands_before(match, setting, "generic")):
        return None
    if anchor is None:
        return Placed(why_null=NO_ANCHOR)
    if shift in (PAST, YESTERDAY, THIS, FUTURE):
        saturday = calendar.weekday_of_week(anchor, 6, {PAST: -1, YESTERDAY: -1, FUTURE: 1}.get(shift, 0))
    else:
        ahead = find_direction(match, setting) == FUTURE or anchor.isoweekday() >= 6
        saturday = calendar.weekday_of_week(anchor, 6, 0 if ahead else -1)
    sunday = saturday and calendar.add_days(saturday, 1)
    return say_days(saturday, sunday, False) if saturday and sunday else None


def read_period(match: re.Match[str], setting: Setting) -> Placed | None:
    grain, shift = setting.grammar.units[match["unit"].lower()], read_shift(match, setting, "shift")
    if shift not in (PAST, YESTERDAY, THIS, COMING, FUTURE) or stands_before(match, setting, "recurring"):
        return None
    if not match["pp"] and is_counted(match, setting):
        return None  # enam tahun ini: how long
    if grain in ("decade", "century"):  # dekade lalu: the last ten years, or those of the calendar
        return Placed({PAST: "PAST_REF", YESTERDAY: "PAST_REF", THIS: "PRESENT_REF"}.get(shift, "FUTURE_REF"))
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    return _value(calendar.move(setting.anchor, grain, {PAST: -1, YESTERDAY: -1, FUTURE: 1}.get(shift, 0)))


def read_period_part(match: re.Match[str], setting: Setting) -> Placed | None:
    grain = setting.grammar.units[match["unit"].lower()]
    weekend = setting.grammar.roles.get(match[0].lower()) == "weekend"
    if weekend or grain not in ("week", "month", "year") or stands_before(match, setting, "recurring"):
        return None
    if stands_after(match, setting, "kind"):  # akhir tahun ajaran, awal bulan puasa
        return None
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    return _value(calendar.move(setting.anchor, grain, 0))
