"""The expressions of one view, step by step: scanned, joined, counted from today, resolved, counted from a first day."""

from __future__ import annotations

from datetime import date

from runut.reading.dates import calendar, elsewhere, ordinals, resolving, scanning, today
from runut.reading.dates.befallen import Befalling
from runut.reading.dates.grammar import Grammar
from runut.reading.dates.scanning import Seam
from runut.reading.dates.setting import NO_ANCHOR, Found
from runut.text import View


def find(view: View, rules: Grammar, anchor: date | None, seam: Seam, mishaps: Befalling) -> list[Found]:
    """All expressions in the order of the text; a day and a clock time with a `seam` between them are one."""
    cuts = view.find_cuts()
    found = list(scanning.scan(view, rules, anchor, cuts))
    if anchor is None and (base := _printed_day(found)):
        found = list(scanning.scan(view, rules, None, cuts, base))
    found = scanning.merge(found, lambda a, b: scanning.next_cut(cuts, a - 1, b + 1) > b and seam(a, b))
    found = elsewhere.place(today.place(found, view, rules, anchor), view, rules, anchor)
    return ordinals.place(list(resolving.resolve(found, view, rules, mishaps)), view, rules, anchor)


def _printed_day(found: list[Found]) -> date | None:
    """The last day printed in full, where all of them are of one year and another expression waits for it."""
    if all(here.placed.why_null != NO_ANCHOR for here in found):
        return None
    full = [day for here in found if here.placed.full and (day := calendar.read_day(here.placed.value))]
    return max(full) if len({day.year for day in full}) == 1 else None
