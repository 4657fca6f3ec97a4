"""Weekdays, alone or several, with a date beside them or none, and days told from the day of the report."""

from __future__ import annotations

import re
from dataclasses import replace

from runut.reading.dates import calendar
from runut.reading.dates.calendar import FUTURE, PAST, THIS
from runut.reading.dates.grammar import count_words
from runut.reading.dates.printed import place_days, say_days
from runut.reading.dates.setting import (
    LONGEST_DAY,
    NO_ANCHOR,
    NO_DATE,
    REACH_OF_DAY,
    Placed,
    Setting,
    count_weeks,
    find_direction,
    is_habit,
    is_saying,
    read_direction,
    read_part,
    read_shift,
    stands_before,
)

# A report stamped on another day than `besok (Kamis)` was said on is so many days late.
LATEST_STAMP = 3


def _is_week(match: re.Match[str], setting: Setting, dated: bool) -> bool:
    """Whether the word is `minggu`, the week: in small letters, or capital only because it opens a sentence and is moved."""
    word = match["wd"]
    if word.lower() not in setting.grammar.units or dated or match.start("wd") != match.start():
        return False
    if word[0].islower():
        return True
    if match["shift"] and match["shift"][0].isupper():  # Minggu Depan, in a headline
        return True
    before = setting.text[max(0, match.start() - 2) : match.start()]
    opens = match.start() <= setting.sentence + 1 or before[-1:] in '\n“"' or before in (". ", "? ", "! ")
    return opens and read_shift(match, setting, "shift") in (PAST, THIS, FUTURE)


def _is_name(match: re.Match[str], setting: Setting, part: str) -> bool:
    """Whether a short word may be a name or another word: a whole one (`Ahad`) is a day with a part of it or behind `pada`."""
    word = match["wd"].lower()
    told = word in setting.grammar.whole and (part or stands_before(match, setting, "placing"))
    return word in setting.grammar.short and not told


def read_weekday(match: re.Match[str], setting: Setting) -> Placed | None:
    grammar, groups = setting.grammar, match.groupdict()
    number = grammar.weekdays[match["wd"].lower()]
    shift = read_shift(match, setting, "shift", "shift2")
    direction = read_direction(shift)
    days = place_days(setting, groups, direction if direction != PAST else "", number)
    part = read_part(match, setting, "part", "part2", "bpart")
    if _is_week(match, setting, days is not None) or (days is None and _is_name(match, setting, part)):
        return None
    if match["wd"][0].islower() and days is None and not part and match.start("wd") == match.start():
        return None
    if days is not None:
        first, last, valid, full = days
        return say_days(first, last, full, part) if valid else None
    saying = is_saying(match, setting)
    habit = stands_before(match, setting, "recurring") if saying else is_habit(match, setting)
    if habit or stands_before(match, setting, "name") or match["market"]:
        return NO_DATE
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR, part=part)
    joined = setting.last and grammar.onward.fullmatch(setting.text, setting.last[0], match.start())
    if setting.last and joined and not saying and direction != PAST:
        found = calendar.nearest_weekday(setting.last[1], number, FUTURE)  # Sabtu (7/6) atau Minggu
        return Placed(calendar.write_day(found, part)) if found else None
    if setting.last and not shift and not saying and _is_told_again(match, setting, number):
        return Placed(calendar.write_day(setting.last[1], part))  # Senin (26/1). Untuk Senin
    weeks = count_weeks(match, setting, "shift")
    if weeks is not None:  # Kamis pekan lalu
        found = calendar.weekday_of_week(setting.anchor, number, weeks)
    elif shift == THIS:
        ahead = find_direction(match, setting) or ("" if number <= setting.anchor.isoweekday() else FUTURE)
        found = calendar.nearest_weekday(setting.anchor, number, ahead)
    else:
        toward = direction or find_direction(match, setting)
        found = calendar.nearest_weekday(setting.anchor, number, toward, strictly=bool(direction))
    return Placed(calendar.write_day(found, part)) if found else None


def _is_told_again(match: re.Match[str], setting: Setting, number: int) -> bool:
    """Whether the day told last, shortly before, was told by the name of the same weekday."""
    if setting.last is None or setting.last[1].isoweekday() != number:
        return False
    before = setting.text[max(0, setting.last[0] - LONGEST_DAY) : setting.last[0]].lower()
    return match.start() - setting.last[0] <= REACH_OF_DAY and match["wd"].lower() in before


def read_weekdays_joined(match: re.Match[str], setting: Setting) -> Placed | None:
    grammar = setting.grammar
    one, two = grammar.weekdays[match["wd"].lower()], grammar.weekdays[match["wd2"].lower()]
    if match["wd"][0].islower() or match["wd2"][0].islower():
        return None
    shift = read_shift(match, setting, "shift", "shift2")
    days = place_days(setting, match.groupdict(), "" if read_direction(shift) == PAST else read_direction(shift), two)
    if days is not None:
        first, last, valid, full = days
        if not valid:
            return None
        if first == last and last is not None:  # Sabtu dan Minggu (8/6): the bracket dates the second
            first = calendar.nearest_weekday(last, one, strictly=True)
        return say_days(first, last, full)
    if is_habit(match, setting) or match["wd"].lower() in grammar.short:
        return NO_DATE
    whole_week = (two - one) % 7 >= 4 and grammar.roles.get(match["join"].strip().lower()) != "and"
    if whole_week and not shift:  # Senin sampai Jumat without a date is opening hours
        return NO_DATE
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR)
    weeks = count_weeks(match, setting, "shift", "shift2")
    if shift == THIS or weeks is not None:
        first, last = (calendar.weekday_of_week(setting.anchor, n, weeks or 0) for n in (one, two))
        if first and last and first > last:
            first = calendar.add_days(first, -7)
    elif read_direction(shift) == FUTURE or (not shift and find_direction(match, setting) == FUTURE):
        first = calendar.nearest_weekday(setting.anchor, one, FUTURE, strictly=bool(shift))
        last = first and calendar.nearest_weekday(first, two, FUTURE)
    else:
        last = calendar.nearest_weekday(setting.anchor, two, strictly=read_direction(shift) == PAST)
        first = last and calendar.nearest_weekday(last, one)
    return say_days(first, last, False) if first and last else None


def read_eve_of_weekday(match: re.Match[str], setting: Setting) -> Placed | None:
    days = place_days(setting, match.groupdict())
    if match["wd"][0].islower():
        return None
    if is_habit(match, setting):
        return NO_DATE
    if days is not None:  # the date in brackets is that of the evening or of the day after it: as printed
        first, last, valid, full = days
        return say_days(first, last, full, "EV") if valid else None
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR, part="EV")
    number = setting.grammar.weekdays[match["wd"].lower()] - 1 or 7
    shift = read_shift(match, setting, "shift")
    direction = read_direction(shift) or find_direction(match, setting)
    found = calendar.nearest_weekday(setting.anchor, number, direction)
    return Placed(calendar.write_day(found, "EV")) if found else None


def read_relative_day(match: re.Match[str], setting: Setting) -> Placed | None:
    offset, part, lasts = setting.grammar.relative[match["rel"].lower()]
    if lasts and stands_before(match, setting, "lasting"):
        return None
    part = read_part(match, setting, "part2", "bpart") or part
    days = place_days(setting, match.groupdict())
    if days is not None and days[2]:
        today = calendar.add_days(days[1], -offset) if days[1] else None
        return replace(say_days(days[0], days[1], days[3], part), today=today)
    if stands_before(match, setting, "recurring"):
        return None
    if setting.anchor is None:
        return Placed(why_null=NO_ANCHOR, part=part)
    found = calendar.add_days(setting.anchor, offset)
    if match["unit"]:  # hari ini empat tahun lalu
        years = calendar.YEARS.get(setting.grammar.units[match["unit"].lower()])
        count = int(match["n"]) if match["n"] else count_words(match["nw"], setting.grammar)
        past = setting.grammar.counted[match["shift"].lower()] == PAST
        told = found and years and past and calendar.make_day(found.year - count * years, found.month, found.day)
        return Placed(calendar.write_day(told, part)) if told else None
    if match["rwd"] and found:  # sore ini, Senin: in a report stamped on Tuesday
        number = setting.grammar.weekdays[match["rwd"].lower()]
        before = calendar.nearest_weekday(found, number)
        late = offset > 0 and before is not None and (found - before).days > LATEST_STAMP
        found = calendar.nearest_weekday(found, number, FUTURE) if late else before
        today = found and calendar.add_days(found, -offset)
        return Placed(calendar.write_day(found, part), today=today) if found else None
    return Placed(calendar.write_day(found, part), offset=offset) if found else None
