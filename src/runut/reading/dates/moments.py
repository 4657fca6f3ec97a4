"""Moments of a day that another expression tells, and moments that no calendar can tell."""

from __future__ import annotations

import re

from runut.reading.dates import calendar
from runut.reading.dates.grammar import count_words
from runut.reading.dates.setting import (
    NO_DATE,
    NO_FIRST_DAY,
    REACH_OF_FUTURE,
    REACH_OF_LATEST,
    Placed,
    Setting,
    find_earlier,
    is_counted,
    is_habit,
    stands_after,
    stands_before,
)


def read_back_reference(match: re.Match[str], setting: Setting) -> Placed | None:
    grain, days, part = setting.grammar.back[match["back"].lower()]
    if grain in ("month", "year") and is_counted(match, setting):  # dua tahun itu
        return None
    return Placed(back=(grain, days), part=part)


def _clock(hour: str, minute: str | None, part: str | None, setting: Setting) -> str:
    """`HH:MM`, midnight at the end of a day 24:00; an hour of twelve is after noon where the part of the day says so."""
    number = int(hour)
    first = setting.grammar.parts[part.lower()][1] if part else None
    if first is not None and first <= number < 12:
        number += 12
    return f"{number:02}:{minute or '00'}"


def read_clock(match: re.Match[str], setting: Setting) -> Placed | None:
    """`pukul 10.00 WIB`; without `pukul` (`08.00-16.00 WIB`, opening hours too) or minutes (`jam 8`) only where a day is told."""
    groups = match.groupdict()
    if (
        is_habit(match, setting)
        or find_earlier(match, setting, "recurring", REACH_OF_FUTURE)
        or stands_after(match, setting, "recurring")
    ):
        return NO_DATE
    begin = _clock(match["h"], groups["m"], groups.get("part"), setting)
    end = _clock(groups["h2"] or "", groups["m2"], groups.get("part2"), setting) if groups["h2"] else ""
    if setting.anchor is not None and find_earlier(match, setting, "writing", REACH_OF_FUTURE) is not None:
        return Placed(calendar.write_day(setting.anchor, clock=begin))
    word = groups.get("word", "").lower()
    vague = setting.grammar.roles.get(word) == "hours" and not (groups["m"] or groups["m2"])
    latest = find_earlier(match, setting, "latest", REACH_OF_LATEST) is not None
    return Placed(clock=begin, clock_end=end, loose=not word or vague, latest=latest)


def read_bare_clock(match: re.Match[str], setting: Setting) -> Placed | None:
    """`05:06` directly after a year is the clock of a stamp; anything else is a score or a verse."""
    before = setting.text[max(0, match.start() - 8) : match.start()]
    if not re.search(r"\d{4}[ ,|•–-]{1,3}$", before):
        return None
    return Placed(clock=f"{int(match['h']):02}:{match['m']}", loose=True)


def read_around_part(match: re.Match[str], setting: Setting) -> Placed | None:
    if match["part"].lower() not in setting.grammar.lone_parts:
        return None
    return Placed(part=setting.grammar.parts[match["part"].lower()][0], loose=True)


def read_lone_part(match: re.Match[str], setting: Setting) -> Placed | None:
    if match["part"].lower() not in setting.grammar.lone_parts or not stands_before(match, setting, "placing"):
        return None
    return Placed(part=setting.grammar.parts[match["part"].lower()][0], loose=True)


def read_ordinal_day(match: re.Match[str], setting: Setting) -> Placed | None:
    placed = stands_before(match, setting, "placing") or stands_before(match, setting, "entering")
    if not placed and setting.sentence + 1 < match.start():
        return None
    number = int(match["n"]) if match["n"] else count_words(match["nw"], setting.grammar)
    return Placed(why_null=NO_FIRST_DAY, nth=number) if number > 1 else None


def read_reference(match: re.Match[str], setting: Setting) -> Placed | None:
    return Placed(setting.grammar.references[match["ref"].lower()])
