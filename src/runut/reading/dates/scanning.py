"""The expressions of a text from left to right, each with what it says by itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from runut.reading.dates import calendar
from runut.reading.dates.grammar import DAY_FIGURES, FIGURES, YEAR_FIGURES, Grammar, Rule
from runut.reading.dates.meanings import MEANINGS
from runut.reading.dates.setting import Found, Placed, Setting, is_saying, stands_before
from runut.text import View

# How many characters on a day or month without a year still belongs to the year told before.
YEAR_REACH = 200
# What may stand between a day and its clock time takes at most as much: `), pada `.
WIDEST_SEAM = 8
Seam = Callable[[int, int], bool]
"""Whether what stands between two places of the view joins the expressions around it."""
_FIGURES = {1: DAY_FIGURES, 2: DAY_FIGURES, 4: YEAR_FIGURES}


def scan(view: View, rules: Grammar, anchor: date | None, cuts: list[int], base: date | None = None) -> Iterator[Found]:
    """Every expression of the view from left to right, none overlapping another, none across one of the `cuts`."""
    done = 0
    last: tuple[int, date] | None = None
    told: tuple[int, int] | None = None  # where a year was told, and which
    for start, tried in _openings(view, rules):
        if start < done:
            continue
        setting = None
        end = next_cut(cuts, start, len(view.text))
        for rule in tried:
            match = rule.pattern.match(view.text, start, end)
            if match is None:
                continue
            if setting is None:
                year = told[1] if told and start - told[0] <= YEAR_REACH else None
                setting = Setting(rules, view.text, view.sentence_at(start)[0], anchor, last, year, base)
            placed = MEANINGS[rule.name](match, setting)
            if placed is None:
                continue
            done = match.end()
            if placed.dropped:
                break
            if on := calendar.read_day(placed.value):
                last = (done, on)
            if placed.value and placed.value[:4] in match[0] and _is_tale(placed.value, match, setting):
                told = (done, int(placed.value[:4]))
            yield Found(start, done, rule.name, placed, on is not None and is_saying(match, setting))
            break


def _openings(view: View, rules: Grammar) -> Iterator[tuple[int, tuple[Rule, ...]]]:
    """Where an expression may begin, by its first word or figures, with the rules for it."""
    text, by_word = view.text, rules.rules
    for start, word in view.words.find(by_word):
        before = text[start - 2 : start] if start > 1 else text[:start]
        if word.isdecimal():
            kind = _FIGURES.get(len(word), FIGURES)
            longer = before[-1:] in (".", ",") and before[0].isdecimal()  # a part of a longer number
            if not longer and (kind == YEAR_FIGURES or _may_go_on(text, start + len(word), rules)):
                yield start, by_word[kind]
            continue
        tried = by_word.get(text[start : start + len(word)])
        if tried is not None and not (before[-1:] == "-" and text[start].islower()):  # bertahun-tahun silam
            yield start, tried


_AFTER_FIGURES = re.compile(r" ?(?:[-–—/.:,]|(?P<word>[^\W\d_]+))")


def _may_go_on(text: str, at: int, rules: Grammar) -> bool:
    """Whether what stands behind figures may make a date or clock time of them."""
    after = _AFTER_FIGURES.match(text, at)
    return after is not None and (after["word"] is None or after["word"].lower() in rules.after_figures)


def _is_tale(value: str, match: re.Match[str], setting: Setting) -> bool:
    """Whether what follows may go on in the year of this date: no decade, and no mark to measure by (`tertinggi sejak 1998`)."""
    return value[:4].isdecimal() and "/" not in value and not stands_before(match, setting, "since")


def next_cut(cuts: list[int], start: int, end: int) -> int:
    """The first of the cuts behind `start`, else `end`."""
    at = bisect_right(cuts, start)
    return cuts[at] if at < len(cuts) else end


def merge(found: list[Found], seam: Seam) -> list[Found]:
    """A day and a clock time with no more than a seam between them are one expression."""
    out: list[Found] = []
    for here in found:
        last = out[-1] if out else None
        if last and here.start - last.end <= WIDEST_SEAM and seam(last.end, here.start):
            for day, clock in ((last, here), (here, last)):
                if clock.placed.clock and not day.placed.clock and _is_day(day.placed):
                    placed = clock.placed if day.placed.loose else put_at(day.placed, clock.placed)
                    out[-1] = replace(day, start=last.start, end=here.end, placed=placed)
                    break
            else:
                out.append(here)
        else:
            out.append(here)
    return out


def _is_day(placed: Placed) -> bool:
    """Whether it names one day, or would with an anchor."""
    return calendar.read_day(placed.value) is not None or (
        placed.value is None and placed.back is None and not placed.shift_from
    )


def put_at(day: Placed, moment: Placed) -> Placed:
    """`day` at the clock time or part of the day that `moment` tells."""
    on = calendar.read_day(day.value)
    if on is None:
        return day
    if not moment.clock:
        return replace(day, value=calendar.write_day(on, moment.part))
    part = day.value.partition("T")[2] if day.value else ""
    first, last = (_after_noon(t, part) for t in (moment.clock, moment.clock_end or moment.clock))
    value = calendar.write_span(calendar.write_day(on, clock=first), calendar.write_day(on, clock=last))
    return replace(day, value=value)


def _after_noon(clock: str, part: str) -> str:
    """An hour of twelve on an afternoon or evening, as one of twenty-four."""
    hour = int(clock[:2])
    if (part == "AF" and hour < 6) or (part == "EV" and 5 <= hour < 12):
        return f"{hour + 12:02}{clock[2:]}"
    return clock
