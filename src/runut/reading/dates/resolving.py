"""The expressions that hang on another: a clock time on its day, `saat itu` on the date told before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from runut.reading.dates import befallen, calendar
from runut.reading.dates.befallen import Befalling
from runut.reading.dates.grammar import Grammar
from runut.reading.dates.scanning import put_at
from runut.reading.dates.setting import NO_ANCHOR, NO_DAY, Found, Placed
from runut.text import View

# How many sentences back a clock time finds its day, and `saat itu` its date.
CLOCK_REACH = 10
SAME_TIME_REACH = 6
# … and `keesokan harinya` or `tahun sebelumnya` theirs.
BACK_REACH = 2
Told = tuple[int, date] | None
"""A day told, with its sentence."""


def resolve(found: list[Found], view: View, rules: Grammar, mishaps: Befalling) -> Iterator[Found]:
    """Give the expressions that hang on another date their value."""
    index = {start: n for n, start in enumerate(view.sentence_starts)}
    where = [index.get(view.sentence_at(f.start)[0], 0) for f in found]
    coming = _next_days(found, where)
    told: tuple[int, str] | None = None  # the last date told, and the last day, each with its sentence
    day: Told = None
    part = ""  # of the last day
    said: Told = None  # the last day on which something was said: second choice
    befell: Told = None  # the last day of a mishap, where a clock time waits for one
    only: list[date] | None = None  # the one day of which the whole text tells
    waits = any(_waits(here.placed) and here.placed.clock for here in found)
    for n, here in enumerate(found):
        placed = here.placed
        beside = found[n + 1] if n + 1 < len(found) else None
        if placed.back and beside and rules.apart.fullmatch(view.text, here.end, beside.start):
            on = calendar.read_day(beside.placed.value)
            if placed.back[0] == "any":  # saat itu, Jumat (16/8)
                continue
            if on and not placed.back[1]:  # malam itu, 1 Maret 2015
                yield replace(here, placed=Placed(calendar.write_day(on, placed.part)))
                continue
        if placed.back or placed.shift_from:
            placed = _pointed_back(placed, where[n], told, day)
        elif _waits(placed):  # a clock time or part of a day by itself
            same = day is not None and day[0] == where[n]
            behind = _bracketed_day(here, beside, view)
            on = behind or _choose_day(placed, where[n], day, said, coming[n])
            if befell and not (behind or same or coming[n]) and _is_of_mishap(here, view, mishaps):
                on = befell[1] if where[n] - befell[0] <= CLOCK_REACH else on
            if on is None and placed.clock and not placed.loose:
                only = only if only is not None else _only_day(found)
                on = next(iter(only), None)
            placed = _on_told_day(placed, on, part if same and not behind else "")
        if placed.value is not None or placed.why_null is not None:
            yield here if placed is here.placed else replace(here, placed=placed)
        on = calendar.read_day(placed.value)
        if waits and on and not here.saying and _is_of_mishap(here, view, mishaps):
            befell = (where[n], on)
        if placed.why_null == NO_ANCHOR:  # what could not be placed hides what was told before it
            told = day = said = None
        elif here.saying and on:
            said = (where[n], on)
        elif placed.value is not None and not placed.value.endswith("_REF"):
            if here.rule != "relative-day":  # saat itu is never today
                told = (where[n], placed.value)
            if on and not _looks_back(here.placed):
                day, part = (where[n], on), placed.value.partition("T")[2]


def _only_day(found: list[Found]) -> list[date]:
    """The one day of which a text tells, not only as that of a saying; else none."""
    days = {day for here in found if (day := calendar.read_day(here.placed.value)) is not None}
    told = any(not here.saying and calendar.read_day(here.placed.value) for here in found)
    hidden = any(here.placed.why_null == NO_ANCHOR for here in found)
    return list(days) if len(days) == 1 and told and not hidden else []


def _waits(placed: Placed) -> bool:
    """Whether it is a clock time or part of a day by itself."""
    return placed.value is None and placed.why_null is None and not (placed.back or placed.shift_from)


def _is_of_mishap(here: Found, view: View, mishaps: Befalling) -> bool:
    """Whether a moment is that of the mishap told right before it in its sentence."""
    return befallen.is_of_mishap(view.text, view.sentence_at(here.start)[0], here.start, mishaps)


def _bracketed_day(here: Found, beside: Found | None, view: View) -> date | None:
    """The day that stands in brackets right behind a clock time: `pukul 22.37 WIB (3/3)`."""
    if beside is None or view.text[here.end : beside.start] != " (" or view.text[beside.end : beside.end + 1] != ")":
        return None
    return calendar.read_day(beside.placed.value)


def _choose_day(moment: Placed, sentence: int, day: Told, said: Told, coming: tuple[date, str] | None) -> date | None:
    """The day of a clock time by itself: told in its sentence before it or after it, told shortly before, or that of a saying."""
    near = day[1] if day and sentence - day[0] <= CLOCK_REACH else None
    if moment.latest and coming and coming[1] == "saying" and (not near or near < coming[0]):
        return coming[0]
    if moment.latest and said and sentence == said[0] and (not near or near < said[1]):
        return said[1]
    if near and day and day[0] == sentence:
        return near
    if coming and not (near and coming[1] == "past"):
        planned = near is not None and near > coming[0]  # a day after that of the saying
        if not near or planned or coming[1] != "saying":
            return coming[0]
    if near or (moment.loose and moment.clock):
        return near
    return said[1] if said and sentence - said[0] <= CLOCK_REACH else None


def _next_days(found: list[Found], where: list[int]) -> list[tuple[date, str] | None]:
    """For each expression the next day that its own sentence tells after it, and of what kind it is.

    `saying`: something was said on it; `past`: it is told back from today, often only to be held against (`dibanding kemarin`).
    """
    out: list[tuple[date, str] | None] = []
    ahead: tuple[int, date, str] | None = None
    for n in range(len(found) - 1, -1, -1):
        out.append(ahead[1:] if ahead and ahead[0] == where[n] else None)
        on = calendar.read_day(found[n].placed.value)
        kind = "saying" if found[n].saying else "past" if (found[n].placed.offset or 0) < 0 else ""
        ahead = (where[n], on, kind) if on else None if found[n].placed.why_null == NO_ANCHOR else ahead
    return out[::-1]


def _on_told_day(moment: Placed, day: date | None, part: str) -> Placed:
    """A clock time or part of a day, on the day that was told; a clock time without one has no value, a loose moment is no date."""
    if day is not None:
        part = part if moment.loose else ""  # Kamis malam … digelar pukul 10.00
        return put_at(Placed(calendar.write_day(day, part)), moment)
    return replace(moment, why_null=NO_DAY) if moment.clock and not moment.loose else moment


def _pointed_back(placed: Placed, sentence: int, last: tuple[int, str] | None, last_day: Told) -> Placed:
    """`saat itu`, `keesokan harinya`, `dua hari kemudian`, counted from the last date told shortly before, else PAST_REF."""
    grain, count = placed.back or placed.shift_from or ("any", 0)
    if grain == "any":
        return Placed(
            _fade(last[1], sentence - last[0]) if last and sentence - last[0] <= SAME_TIME_REACH else "PAST_REF"
        )
    told = last[1] if last and sentence - last[0] <= BACK_REACH else None
    if grain in ("hour", "minute"):
        return Placed(calendar.move_clock(told, grain, count) if told else None)
    if told and grain == "month" and count == 0 and calendar.MONTH.match(told):  # bulan yang sama
        return Placed(told[:7])
    if (
        told and grain in calendar.YEARS and told[:4] == told.split("/")[-1][:4]
    ):  # setahun kemudian, from one year, month or day
        return Placed(calendar.write_year(int(told[:4]) + count * calendar.YEARS[grain]) or "PAST_REF")
    if last_day is None or sentence - last_day[0] > BACK_REACH:
        return Placed("PAST_REF")
    value = calendar.move(last_day[1], grain, count)
    on = calendar.read_day(value)
    return Placed((calendar.write_day(on, placed.part) if on else value) or "PAST_REF")


def _fade(value: str, sentences: int) -> str:
    """A moment told so many sentences before: of a clock time, only its day is still meant after another sentence."""
    on = calendar.read_day(value)
    return calendar.write_day(on) if on and sentences > 1 and ":" in value else value


def _looks_back(placed: Placed) -> bool:
    """Whether it is told only to be held against (`naik dari hari sebelumnya`): what follows is not on that day."""
    return any(move is not None and move[1] < 0 for move in (placed.back, placed.shift_from))
