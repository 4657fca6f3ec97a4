"""The expressions of one view, step by step: scanned, joined, counted from today, resolved, counted from a first day."""

from __future__ import annotations

from datetime import date

from runut.reading.dates import ordinals, resolving, scanning, today
from runut.reading.dates.grammar import Grammar
from runut.reading.dates.scanning import Seam
from runut.reading.dates.setting import Found
from runut.text import View


def find(view: View, rules: Grammar, anchor: date | None, seam: Seam) -> list[Found]:
    """All expressions in the order of the text; a day and a clock time with a `seam` between them are one."""
    cuts = view.find_cuts()
    found = list(scanning.scan(view, rules, anchor, cuts))
    found = scanning.merge(found, lambda a, b: scanning.next_cut(cuts, a - 1, b + 1) > b and seam(a, b))
    found = today.place(found, view, rules, anchor)
    return ordinals.place(list(resolving.resolve(found, view, rules)), view, rules, anchor)
