"""What each rule of the grammar means: a function a rule, from a match to a value.

A function gives None where the words are no date after all; the next rule is then tried. `Placed.value` None with a reason is a date
that cannot be placed. Days that hang on another date of the report get their value at the end, when all others have theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from runut.reading.dates import calendar
from runut.reading.dates.calendar import FUTURE, PAST
from runut.reading.dates.grammar import ROMAN, Grammar

NO_ANCHOR = "no anchor"
NO_DAY = "no day told before"
NO_FIRST_DAY = "no first day to count from"

# A future word this far before a weekday still governs it (characters; of 40 such weekdays read, 37 were to come).
REACH_OF_FUTURE = 90
# A word for a habit governs more: a list of weekdays may come at the end of its sentence.
REACH_OF_HABIT = 240
# The longest look to the left for a word that makes a habit or a name of what follows.
LEFT_CONTEXT = 24
# A bare year is one of these: beyond them four figures are more often a count.
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1900, 2049


@dataclass(frozen=True, slots=True)
class Placed:
    """What an expression says: its value, or why it has none.

    `full` where day, month and year are all printed; `clock` (hour, minute, and those of the end of a span) and `part` where the
    expression is a moment of a day that must be found elsewhere; `back` (grain, days) where it points to a date told before.
    """

    value: str | None = None
    why_null: str | None = None
    full: bool = False
    clock: str = ""
    clock_end: str = ""
    part: str = ""
    back: tuple[str, int] | None = None
    shift_from: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands: the text, where its sentence begins, the grammar and the day of the report."""

    grammar: Grammar
    text: str
    sentence: int
    anchor: date | None


Place = Callable[[re.Match[str], Setting], "Placed | None"]


def _left(match: re.Match[str], setting: Setting, role: str) -> bool:
    """Whether a word of this role stands directly before the expression."""
    pattern = setting.grammar.before.get(role)
    return bool(pattern and pattern.search(setting.text[max(0, match.start() - LEFT_CONTEXT) : match.start()]))


def _earlier(match: re.Match[str], setting: Setting, role: str, reach: int) -> re.Match[str] | None:
    """The last word of this role in the sentence, at most `reach` characters before the expression."""
    pattern = setting.grammar.within.get(role)
    begin = max(setting.sentence, match.start() - reach)
    last = None
    for found in pattern.finditer(setting.text, begin, match.start()) if pattern else ():
        last = found
    return last


def _is_habit(match: re.Match[str], setting: Setting) -> bool:
    """Whether the words name a recurring day: `setiap` before them, or a word for a habit in the sentence."""
    return _left(match, setting, "recurring") or _earlier(match, setting, "habit", REACH_OF_HABIT) is not None


def _direction(match: re.Match[str], setting: Setting) -> str:
    """FUTURE where a future word governs the expression and no word of saying comes between."""
    future = _earlier(match, setting, "future", REACH_OF_FUTURE)
    if future is None:
        return ""
    saying = _earlier(match, setting, "reporting", REACH_OF_FUTURE)
    return "" if saying and saying.start() > future.start() else FUTURE


def _shift(match: re.Match[str], setting: Setting, *groups: str) -> str:
    """What the first of these groups that matched does to the expression."""
    found = match.groupdict()
    for group in groups:
        if found.get(group):
            return setting.grammar.named.get(found[group].lower(), "")
    return ""


def _part(match: re.Match[str], setting: Setting, *groups: str) -> str:
    found = match.groupdict()
    for group in groups:
        if found.get(group):
            return setting.grammar.parts[found[group].lower()][0]
    return ""


def _year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) + (2000 if len(written) == 2 else 0)


def _on(
    setting: Setting, day: str, month: int, year: str | None, direction: str = "", weekday: int = 0
) -> tuple[date | None, bool]:
    """The day printed as day, month and perhaps year, and whether it is one of the calendar."""
    if year:
        found = calendar.make_day(_year(year) or 0, month, int(day))
        return found, found is not None
    if calendar.make_day(2024, month, int(day)) is None:  # a leap year: 29 February is a day
        return None, False
    if setting.anchor is None:
        return None, True
    return calendar.nearest_year(setting.anchor, month, int(day), direction, weekday), True


def _days(
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
    end, valid = _on(setting, last, month, year, direction, weekday)
    if first is None:
        return end, end, valid, bool(year)
    first_year = None if end is None else str(end.year - (first_month > month))
    begin, begins = _on(setting, first, first_month, first_year)
    ordered = begin is None or end is None or begin <= end
    return begin, end, valid and begins and ordered, bool(year)


def _placed_days(first: date | None, last: date | None, full: bool, part: str = "") -> Placed:
    if first is None or last is None:
        return Placed(why_null=NO_ANCHOR, part=part)
    if first == last:
        return Placed(calendar.write_day(last, part), full=full)
    return Placed(calendar.write_span(calendar.write_day(first), calendar.write_day(last)), full=full)


# --- weekdays ---------------------------------------------------------------------------------------------------------


def _is_week(match: re.Match[str], setting: Setting, dated: bool) -> bool:
    """Whether the word is `minggu`, the week: in small letters, or capital only because it opens a sentence and is moved."""
    word = match["wd"]
    if word.lower() not in setting.grammar.units or dated or match.start("wd") != match.start():
        return False
    if word[0].islower():
        return True
    opens = match.start() <= setting.sentence + 1 or setting.text[match.start() - 1 : match.start()] in '\n“"'
    return (
        opens and _shift(match, setting, "shift") in ("past", "this", "future") and match["shift"].lower() != "kemarin"
    )


def weekday(match: re.Match[str], setting: Setting) -> Placed | None:
    grammar, groups = setting.grammar, match.groupdict()
    number = grammar.weekdays[match["wd"].lower()]
    shift = _shift(match, setting, "shift", "shift2")
    direction = shift if shift in (PAST, FUTURE) else ""
    days = _days(setting, groups, direction if direction != PAST else "", number)
    if _is_week(match, setting, days is not None) or (match["wd"].lower() in grammar.short and days is None):
        return None
    if match["wd"][0].islower() and days is None and match.start("wd") == match.start():
        return None
    part = _part(match, setting, "part", "part2", "bpart")
    if days is not None:
        first, last, valid, full = days
        return _placed_days(first, last, full, part) if valid else None
    if _is_habit(match, setting):
        return None
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR, part=part)
    words = (groups.get("shift") or "").lower().split(" ", 1)
    if words[0] in grammar.units and len(words) == 2:  # Kamis pekan lalu
        weeks = {PAST: -1, "this": 0, FUTURE: 1}.get(grammar.named[words[1]], 0)
        found = calendar.weekday_of_week(setting.anchor, number, weeks)
    elif shift == "this":
        ahead = _direction(match, setting) or ("" if number <= setting.anchor.isoweekday() else FUTURE)
        found = calendar.nearest_weekday(setting.anchor, number, ahead)
    else:
        toward = direction or _direction(match, setting)
        found = calendar.nearest_weekday(setting.anchor, number, toward, strictly=bool(direction))
    return Placed(calendar.write_day(found, part)) if found else None


def weekdays_joined(match: re.Match[str], setting: Setting) -> Placed | None:
    grammar = setting.grammar
    one, two = grammar.weekdays[match["wd"].lower()], grammar.weekdays[match["wd2"].lower()]
    if match["wd"][0].islower() or match["wd2"][0].islower():
        return None
    shift = _shift(match, setting, "shift", "shift2")
    days = _days(setting, match.groupdict(), shift if shift == FUTURE else "", two)
    if days is not None:
        first, last, valid, full = days
        if not valid:
            return None
        if first == last and last is not None:  # Sabtu dan Minggu (8/6): the bracket dates the second
            first = calendar.nearest_weekday(last, one, strictly=True)
        return _placed_days(first, last, full)
    if _is_habit(match, setting) or match["wd"].lower() in grammar.short:
        return None
    whole_week = (two - one) % 7 >= 4 and match["join"].strip().lower() not in ("dan",)
    if whole_week and not shift:  # Senin sampai Jumat without a date is opening hours
        return None
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    if shift == FUTURE or (not shift and _direction(match, setting) == FUTURE):
        first = calendar.nearest_weekday(setting.anchor, one, FUTURE, strictly=shift == FUTURE)
        last = first and calendar.nearest_weekday(first, two, FUTURE)
    else:
        last = calendar.nearest_weekday(setting.anchor, two, strictly=shift == PAST)
        first = last and calendar.nearest_weekday(last, one)
    return _placed_days(first, last, False) if first and last else None


def eve_of_weekday(match: re.Match[str], setting: Setting) -> Placed | None:
    days = _days(setting, match.groupdict())
    if match["wd"][0].islower() or _left(match, setting, "recurring"):
        return None
    if days is not None:  # the date in brackets is that of the evening or of the day after it: as printed
        first, last, valid, full = days
        return _placed_days(first, last, full, "EV") if valid else None
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR, part="EV")
    number = setting.grammar.weekdays[match["wd"].lower()] - 1 or 7
    shift = _shift(match, setting, "shift")
    direction = shift if shift in (PAST, FUTURE) else _direction(match, setting)
    found = calendar.nearest_weekday(setting.anchor, number, direction)
    return Placed(calendar.write_day(found, "EV")) if found else None


# --- days of a month --------------------------------------------------------------------------------------------------


def day_month(match: re.Match[str], setting: Setting) -> Placed | None:
    if _left(match, setting, "name") or _left(match, setting, "recurring"):
        return None
    if match["mon"].islower() and not match["y"] and match["mon"] in setting.grammar.short:
        return None
    shift = _shift(match, setting, "shift")
    found, valid = _on(
        setting,
        match["d"],
        setting.grammar.months[match["mon"].lower()],
        match["y"],
        shift if shift in (PAST, FUTURE) else _direction(match, setting),
    )
    part = _part(match, setting, "part2")
    return _placed_days(found, found, bool(match["y"]), part) if valid else None


def days_of_month(match: re.Match[str], setting: Setting) -> Placed | None:
    if int(match["d"]) >= int(match["d2"]) or _left(match, setting, "name") or _left(match, setting, "recurring"):
        return None
    days = _days(setting, match.groupdict(), _direction(match, setting))
    if days is None or not days[2]:
        return None
    return _placed_days(days[0], days[1], days[3])


def days_of_months(match: re.Match[str], setting: Setting) -> Placed | None:
    if _left(match, setting, "recurring"):
        return None
    months = setting.grammar.months
    one, two = months[match["mon"].lower()], months[match["mon2"].lower()]
    last, valid = _on(setting, match["d2"], two, match["y2"], _direction(match, setting))
    year = match["y"] or (str(last.year - (one > two)) if last else None)
    first, valid_first = _on(setting, match["d"], one, year)
    if not (valid and valid_first) or (first and last and first > last):
        return None
    return _placed_days(first, last, bool(match["y2"]))


def iso_date(match: re.Match[str], setting: Setting) -> Placed | None:
    found = calendar.make_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return Placed(calendar.write_day(found), full=True) if found else None


def numeric_date(match: re.Match[str], setting: Setting) -> Placed | None:
    """`6/1/2022`; without its year only after `tanggal`, or alone in brackets with a day that is no month (scores, fractions)."""
    bracketed = (
        setting.text[match.start() - 1 : match.start()] == "(" and setting.text[match.end() : match.end() + 1] == ")"
    )
    certain = bracketed and match["s"] == "/" and (int(match["d"]) > 12 or match["d"][0] == "0")
    if not match["y"] and not (match["dated"] and match["s"] != ".") and not certain:
        return None
    found, valid = _on(setting, match["d"], int(match["m"]), match["y"])
    return _placed_days(found, found, bool(match["y"]), _part(match, setting, "part2")) if valid else None


def holiday(match: re.Match[str], setting: Setting) -> Placed | None:
    name, year = match["name"].lower(), match["y"]
    if not match["name"][0].isupper() and " " not in name:
        return None
    islamic = setting.grammar.holidays.get((name, year or ""))
    if islamic is not None and year:
        return Placed(islamic[0])
    known = setting.grammar.holidays.get((name, ""))
    if known is None or (year and not 1900 <= int(year) < 2100):
        return None
    month_day, part, alone = known
    if not year and not alone:
        return None
    month, day = map(int, month_day.split("-"))
    found, _ = _on(setting, str(day), month, year)
    return _placed_days(found, found, False, part)


# --- months, years and their parts ------------------------------------------------------------------------------------


def _month(setting: Setting, month: int, year: str | None, shift: str, direction: str) -> tuple[int, int] | None:
    if year:
        return int(year), month
    if setting.anchor is None:
        return None
    if shift == "this":
        return setting.anchor.year, month
    if shift in (PAST, FUTURE):
        return calendar.nearest_month(setting.anchor, month, shift, strictly=shift == PAST)
    return calendar.nearest_month(setting.anchor, month, direction)


def month(match: re.Match[str], setting: Setting) -> Placed | None:
    grammar, shift = setting.grammar, _shift(match, setting, "shift")
    if not match["y"]:
        if match["mon"].lower() in grammar.short or not match["mon"][0].isupper():
            return None
        if not (match["word"] or shift or match["pp"] or _left(match, setting, "placing")):
            return None
        after = setting.text[match.end() : match.end() + 2]
        if after[:1] == " " and after[1:].isupper() and not match["word"]:  # a person's name
            return None
    if _left(match, setting, "recurring"):
        return None
    found = _month(setting, grammar.months[match["mon"].lower()], match["y"], shift, _direction(match, setting))
    return Placed(calendar.write_month(*found)) if found else Placed(why_null=NO_ANCHOR)


def months_joined(match: re.Match[str], setting: Setting) -> Placed | None:
    grammar = setting.grammar
    if not match["y2"]:
        placing = match[0].lower().startswith(tuple(w for w, r in grammar.roles.items() if r == "month"))
        if not (placing or match["shift"] or _left(match, setting, "placing")) or not match["mon"][0].isupper():
            return None
        if {match["mon"].lower(), match["mon2"].lower()} & grammar.short:
            return None
    one, two = grammar.months[match["mon"].lower()], grammar.months[match["mon2"].lower()]
    last = _month(setting, two, match["y2"], _shift(match, setting, "shift"), _direction(match, setting))
    if last is None:
        return Placed(why_null=NO_ANCHOR)
    year = int(match["y"]) if match["y"] else last[0] - (one > two)
    first = (year, one)
    if first >= last:
        return None
    return Placed(calendar.write_span(calendar.write_month(*first), calendar.write_month(*last)))


def year_part(match: re.Match[str], setting: Setting) -> Placed | None:
    size = setting.grammar.year_parts[match["unit"].lower()]
    written = re.sub(r"^ke-? ?", "", match["nth"].lower())
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4}
    nth = (
        int(written)
        if written.isdigit()
        else ROMAN.get(written.upper()) or names.get(setting.grammar.roles.get(written, ""), 0)
    )
    if not 1 <= nth <= 12 // size:
        return None
    if match["y"]:
        year = int(match["y"])
    elif setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    else:
        year = setting.anchor.year + {PAST: -1, FUTURE: 1}.get(_shift(match, setting, "shift"), 0)
    first = (nth - 1) * size + 1
    return Placed(calendar.write_span(calendar.write_month(year, first), calendar.write_month(year, first + size - 1)))


def _bare_year(match: re.Match[str], setting: Setting) -> bool:
    """Whether four figures are a year: a word says so, or they stand after a preposition or alone in brackets."""
    if match["word"]:
        return True
    if not FIRST_BARE_YEAR <= int(match["y"]) <= LAST_BARE_YEAR:
        return False
    bracketed = (
        setting.text[match.start() - 1 : match.start()] == "(" and setting.text[match.end() : match.end() + 1] == ")"
    )
    return bracketed or _left(match, setting, "placing")


def year(match: re.Match[str], setting: Setting) -> Placed | None:
    first = int(match["y"])
    if match["decade"]:
        return Placed(calendar.write_span(f"{first:04}", f"{first + 9:04}")) if first % 10 == 0 else None
    if not (match["pp"] or match["shift"] or _bare_year(match, setting)) or _left(match, setting, "recurring"):
        return None
    if not match["word"] and not match["pp"] and _counts_something(setting, match.end()):
        return None
    return Placed(f"{first:04}")


def _counts_something(setting: Setting, end: int) -> bool:
    """Whether a counted noun follows, so that the figures are no year."""
    following = re.compile(r" ([a-z]+)").match(setting.text, end)
    return bool(following and following[1] in setting.grammar.counted_nouns)


def years(match: re.Match[str], setting: Setting) -> Placed | None:
    first, second = int(match["y"]), match["y2"] or match["y3"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if not first < last <= first + 100 or (match["slash"] and last != first + 1):
        return None
    plain = not match["join"] or not match["join"].strip(" -–—")
    if not (match["word"] or plain or _bare_year(match, setting)):
        return None
    return Placed(calendar.write_span(f"{first:04}", f"{last:04}"))


def century(match: re.Match[str], setting: Setting) -> Placed | None:
    number = int(match["n"])
    if not 1 <= number <= 21:
        return None
    return Placed(calendar.write_span(f"{(number - 1) * 100 + 1:04}", f"{number * 100:04}"))


def new_year(match: re.Match[str], setting: Setting) -> Placed | None:
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    coming = setting.anchor.month > 6 and _direction(match, setting) == FUTURE
    return Placed(calendar.write_month(setting.anchor.year + coming, 1))


# --- counted from the day of the report -------------------------------------------------------------------------------


def relative_day(match: re.Match[str], setting: Setting) -> Placed | None:
    offset, part = setting.grammar.relative[match["rel"].lower()]
    part = _part(match, setting, "part2", "bpart") or part
    days = _days(setting, match.groupdict())
    if days is not None and days[2]:
        return _placed_days(days[0], days[1], days[3], part)
    if _left(match, setting, "recurring"):
        return None
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR, part=part)
    found = calendar.add_days(setting.anchor, offset)
    return Placed(calendar.write_day(found, part)) if found else None


def _count(match: re.Match[str], setting: Setting) -> int | None:
    """How many units are counted; None for a vague number or a fraction."""
    if match["one"]:
        return 1
    if match["vague"] or match["tenths"] or match["an"]:
        return None
    if match["n"]:
        return int(match["n"])
    words = match["nw"].lower().split()
    digits, roles = setting.grammar.digits, setting.grammar.roles
    if len(words) == 1:
        return digits[words[0]]
    if roles.get(words[1]) == "teen":
        return 10 + digits[words[0]]
    return 10 * digits[words[0]] + sum(digits[x] for x in words[2:])


def counted(match: re.Match[str], setting: Setting) -> Placed | None:
    grammar = setting.grammar
    grain = grammar.units[(match["unit"] or match["one"]).lower()]
    shift, count = grammar.counted[match["shift"].lower()], _count(match, setting)
    if _left(match, setting, "recurring"):
        return None
    if count is None or (grain in ("hour", "minute") and shift not in ("span_past", "span_future")):
        if shift in ("later", "earlier"):
            return None
        return Placed("FUTURE_REF" if shift in (FUTURE, "span_future") else "PAST_REF")
    if shift in ("later", "earlier"):
        return Placed(shift_from=(grain, count if shift == "later" else -count))
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    if shift in (PAST, FUTURE):
        return _value(calendar.move(setting.anchor, grain, -count if shift == PAST else count))
    return _value(_span_from(setting.anchor, grain, count, 1 if shift == "span_future" else -1))


def _value(value: str | None) -> Placed | None:
    return Placed(value) if value else None


def _span_from(anchor: date, grain: str, count: int, sign: int) -> str | None:
    """The last or next `count` units: a week of seven days that ends with the anchor is the ISO week where it coincides."""
    if grain in ("minute", "hour"):
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


def weekend(match: re.Match[str], setting: Setting) -> Placed | None:
    if _is_habit(match, setting):
        return None
    anchor, shift = setting.anchor, _shift(match, setting, "shift")
    if anchor is None:
        return Placed(why_null=NO_ANCHOR)
    if shift in (PAST, "this", FUTURE):
        saturday = calendar.weekday_of_week(anchor, 6, {PAST: -1, FUTURE: 1}.get(shift, 0))
    else:
        ahead = _direction(match, setting) == FUTURE or anchor.isoweekday() >= 6
        saturday = calendar.weekday_of_week(anchor, 6, 0 if ahead else -1)
    sunday = saturday and calendar.add_days(saturday, 1)
    return _placed_days(saturday, sunday, False) if saturday and sunday else None


def period(match: re.Match[str], setting: Setting) -> Placed | None:
    grain, shift = setting.grammar.units[match["unit"].lower()], _shift(match, setting, "shift")
    if shift not in (PAST, "this", FUTURE) or _left(match, setting, "recurring"):
        return None
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    return _value(calendar.move(setting.anchor, grain, {PAST: -1, FUTURE: 1}.get(shift, 0)))


def period_part(match: re.Match[str], setting: Setting) -> Placed | None:
    grain = setting.grammar.units[match["unit"].lower()]
    if grain not in ("week", "month", "year") or _left(match, setting, "recurring"):
        return None
    following = re.compile(r" [a-z]").match(setting.text, match.end())
    if following and setting.text[match.end() : match.end() + 4] != " dan":  # akhir tahun ajaran, awal bulan puasa
        return None
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    return _value(calendar.move(setting.anchor, grain, 0))


# --- moments of a day told elsewhere ----------------------------------------------------------------------------------


def back_reference(match: re.Match[str], setting: Setting) -> Placed | None:
    grain, days, part = setting.grammar.back[match["back"].lower()]
    return Placed(back=(grain, days), part=part)


def _clock(hour: str, minute: str | None, part: str | None, setting: Setting) -> str:
    """`HH:MM`; an hour of twelve is after noon where the part of the day says so."""
    number = int(hour) % 24
    first = setting.grammar.parts[part.lower()][1] if part else None
    if first is not None and first <= number < 12:
        number += 12
    return f"{number:02}:{minute or '00'}"


def clock(match: re.Match[str], setting: Setting) -> Placed | None:
    groups = match.groupdict()
    if (
        not groups.get("m")
        and groups.get("word", "").lower() == "jam"
        and setting.text[match.end() : match.end() + 2] == " k"
    ):
        return None
    begin = _clock(match["h"], groups.get("m"), groups.get("part"), setting)
    end = _clock(groups["h2"] or "", groups.get("m2"), groups.get("part2"), setting) if groups.get("h2") else ""
    return Placed(clock=begin, clock_end=end)


def bare_clock(match: re.Match[str], setting: Setting) -> Placed | None:
    """`05:06` directly after a year is the clock of a stamp; anything else is a score or a verse."""
    before = setting.text[max(0, match.start() - 8) : match.start()]
    return Placed(clock=f"{int(match['h']):02}:{match['m']}") if re.search(r"\d{4}[ ,|•–-]{1,3}$", before) else None


def around_part(match: re.Match[str], setting: Setting) -> Placed | None:
    if match["part"].lower() not in setting.grammar.lone_parts:
        return None
    return Placed(part=setting.grammar.parts[match["part"].lower()][0])


def lone_part(match: re.Match[str], setting: Setting) -> Placed | None:
    if match["part"].lower() not in setting.grammar.lone_parts or not _left(match, setting, "placing"):
        return None
    return Placed(part=setting.grammar.parts[match["part"].lower()][0])


def ordinal_day(match: re.Match[str], setting: Setting) -> Placed | None:
    return Placed(why_null=NO_FIRST_DAY) if _left(match, setting, "placing") else None


def counted_day(match: re.Match[str], setting: Setting) -> Placed | None:
    return Placed(why_null=NO_FIRST_DAY)


def reference(match: re.Match[str], setting: Setting) -> Placed | None:
    return Placed(setting.grammar.references[match["ref"].lower()])


MEANINGS: Mapping[str, Place] = {
    "weekdays-joined": weekdays_joined,
    "weekday": weekday,
    "eve-of-weekday": eve_of_weekday,
    "days-of-months": days_of_months,
    "days-of-month": days_of_month,
    "day-month": day_month,
    "iso-date": iso_date,
    "numeric-date": numeric_date,
    "holiday": holiday,
    "months-joined": months_joined,
    "month": month,
    "year-part": year_part,
    "years": years,
    "century": century,
    "year": year,
    "new-year": new_year,
    "relative-day": relative_day,
    "back-reference": back_reference,
    "counted": counted,
    "weekend": weekend,
    "period": period,
    "period-part": period_part,
    "clock": clock,
    "clock-zoned": clock,
    "clock-bare": bare_clock,
    "around-part": around_part,
    "lone-part": lone_part,
    "ordinal-day": ordinal_day,
    "counted-day": counted_day,
    "reference": reference,
}
