"""Days told by their place in a row: `hari ketiga`, counted from the first day of what the report tells.

Cascade, first answer counts; the first day is then the same for every such expression of the report:

1. `ordinal-day:beside`   a day is told beside the expression (`Kamis (22/5) memasuki hari keenam`).
2. `ordinal-day:since`    a day is told before it in its sentence as the first (`sejak Sabtu (17/5) …, hari ketiga`).
3. `ordinal-day:entered`  the row is told as entered (`memasuki hari ketiga`): it is the day of the report.
4. `ordinal-day:first`    the earliest day told is as many days back as the expression says, counted from the report or the day before it.

With none of these there is no first day, and so no value.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from runut.reading.dates import calendar
from runut.reading.dates.grammar import Grammar
from runut.reading.dates.setting import LEFT_CONTEXT, Found, Placed
from runut.text import View

# A day this near to the expression, in its sentence, is the same day (characters).
BESIDE = 40
# A row of days begins at most so many days before the report.
LONGEST_ROW = 45


def place(found: list[Found], view: View, grammar: Grammar, anchor: date | None) -> list[Found]:
    """The expressions, those that count from a first day with their value where that day is known."""
    counted = [n for n, here in enumerate(found) if here.placed.nth]
    if not counted:
        return found
    rule, first = "", None
    for n in counted:
        rule, first = _first_by_sentence(n, found, view, grammar)
        if first:
            break
    if first is None:
        rule, first = "ordinal-day:entered", _first_by_entering(found, counted, view, grammar, anchor)
    if first is None:
        rule, first = "ordinal-day:first", _first_by_report(found, counted, anchor)
    if first is None:
        return found
    out = list(found)
    for n in counted:
        day = calendar.add_days(first, found[n].placed.nth - 1)
        if day is not None and (anchor is None or day <= anchor):
            out[n] = replace(found[n], rule=rule, placed=Placed(calendar.write_day(day)))
    return out


def _first_by_sentence(n: int, found: list[Found], view: View, grammar: Grammar) -> tuple[str, date | None]:
    here, sentence = found[n], view.sentence_at(found[n].start)
    for other in (*found[max(0, n - 1) : n], *found[n + 1 : n + 2]):
        day = calendar.read_day(other.placed.value)
        if day is None or view.sentence_at(other.start) != sentence or other.placed.clock or other.rule == "clock":
            continue
        before = view.text[max(0, other.start - LEFT_CONTEXT) : other.start]
        if other.start < here.start and grammar.before["since"].search(before):
            return "ordinal-day:since", day
        if max(here.start - other.end, other.start - here.end) <= BESIDE:
            return "ordinal-day:beside", calendar.add_days(day, 1 - here.placed.nth)
    return "", None


def _first_by_entering(
    found: list[Found], counted: list[int], view: View, grammar: Grammar, anchor: date | None
) -> date | None:
    for n in counted if anchor is not None else ():
        before = view.text[max(0, found[n].start - LEFT_CONTEXT) : found[n].start]
        if anchor is not None and grammar.before["entering"].search(before):
            return calendar.add_days(anchor, 1 - found[n].placed.nth)
    return None


def _first_by_report(found: list[Found], counted: list[int], anchor: date | None) -> date | None:
    if anchor is None:
        return None
    days = [day for here in found if (day := calendar.read_day(here.placed.value))]
    earliest = min((d for d in days if 0 <= (anchor - d).days <= LONGEST_ROW), default=None)
    if earliest is None:
        return None
    back = {(anchor - earliest).days + 1, (anchor - earliest).days}
    return earliest if any(found[n].placed.nth in back for n in counted) else None
