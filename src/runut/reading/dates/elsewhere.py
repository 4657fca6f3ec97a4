"""Days that another day of the text places.

1. A weekday from which something is moved to a day told is the one nearest to that (`dari Selasa menjadi Senin (9/6)`).
2. A day far from the report without its year is of the one year with which the report tells it elsewhere.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from runut.reading.dates import calendar
from runut.reading.dates.calendar import FUTURE, PAST
from runut.reading.dates.grammar import Grammar
from runut.reading.dates.setting import LEFT_CONTEXT, Found
from runut.text import View

# Between the two days stands one word: `dari Selasa menjadi Senin (9/6)`.
WIDEST = 12


def place(found: list[Found], view: View, rules: Grammar, anchor: date | None) -> list[Found]:
    """The expressions, those that another places with the value that it gives them."""
    out = list(found)
    for n, (here, beside) in enumerate(pairwise(found)):
        if here.rule == "weekday" == beside.rule and beside.start - here.end <= WIDEST:
            out[n] = _moved(here, beside, view, rules)
    full = {day for here in found if here.placed.full and (day := calendar.read_day(here.placed.value))}
    return [_of_year_told(here, full, anchor, view, rules) for here in out] if full and anchor else out


def _of_year_told(here: Found, full: set[date], anchor: date, view: View, rules: Grammar) -> Found:
    own = calendar.read_day(here.placed.value) if here.rule == "day-month" and not here.placed.full else None
    if own is None or abs((own - anchor).days) <= calendar.SURELY_NEAR:
        return here
    if view.text[here.start : here.end].split()[-1].lower() not in rules.months:  # 7 Januari tahun lalu
        return here
    told = [day for day in full if (day.month, day.day) == (own.month, own.day)]
    if len(told) != 1:
        return here
    return replace(here, placed=replace(here.placed, value=calendar.put_on(here.placed.value or "", told[0])))


def _moved(here: Found, beside: Found, view: View, rules: Grammar) -> Found:
    word = view.text[here.end : beside.start].strip()
    before = view.text[max(0, here.start - LEFT_CONTEXT) : here.start]
    own, to = calendar.read_day(here.placed.value), calendar.read_day(beside.placed.value)
    if here.placed.full or own is None or to is None or not rules.within["moved-to"].fullmatch(word):
        return here
    if any(letter.isdecimal() for letter in view.text[here.start : here.end]) or not rules.before["leaving"].search(
        before
    ):
        return here
    number = own.isoweekday()
    days = [day for way in (PAST, FUTURE) if (day := calendar.nearest_weekday(to, number, way, strictly=True))]
    day = min(days, key=lambda day: abs((day - to).days), default=own)
    part = (here.placed.value or "").partition("T")[2]
    return replace(here, placed=replace(here.placed, value=calendar.write_day(day, part)))
