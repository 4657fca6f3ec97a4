"""Which day `hari ini` is: that of the report, unless the report itself or the speaker says otherwise.

Cascade for a day told from today (`kemarin`, `pagi ini`), first answer counts; a day printed with it is kept in any case:

1. in a quotation, the day told as that of the saying: after it in its sentence, else shortly before it; for `hari ini` any day told
   shortly before it (`Rapat digelar Kamis (5/6). “Hari ini …”`) that is not gone by (`Kamis lalu`), for `besok` that of an occasion
   (`Rapat digelar`, `bertemu warga`).
   Else for both the one day of which the report tells, where it opens with it as that of a saying or an occasion and is itself a day or
   two later: not where `besok` would be before the report, nor beside a `kemarin` in the same quotation, which counts from the report.
2. the day that the report prints beside such a word (`hari ini, Senin (9/6)`), where that is shortly before the report's own.
3. the day of the report.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from runut.reading.dates import calendar
from runut.reading.dates.grammar import Grammar
from runut.reading.dates.setting import Found
from runut.text import View

# A quotation told on a later day is so many days old at most; of a week ago or more, `hari ini` is the report's again.
OLDEST_SAYING = 6
# A report stamped after midnight, or the day after it was written, is so many days late.
LATEST_STAMP = 2
# A report opens with what its first so many sentences tell.
LEAD = 2
# The rules of days that are told for themselves, not as the day of a happening.
FEASTS = frozenset({"feast", "holiday", "new-year"})
# How many sentences back the day of a saying holds for a quotation.
SAYING_REACH = 2
_WORD = re.compile(r"\w{1,30}")


def place(found: list[Found], view: View, grammar: Grammar, anchor: date | None) -> list[Found]:
    """The expressions, those told from today with the value that they have on the day of their speaker or report."""
    if anchor is None:
        return found
    told = _told_today(found, anchor)
    met = _find_meetings(found, view, grammar)
    told_of = _told_of(found, view, met, anchor)
    kept = {view.quotation_at(here.start) for here in found if (here.placed.offset or 0) < 0}
    out = []
    for n, here in enumerate(found):
        offset = here.placed.offset
        if offset is not None and here.placed.value:
            today = (
                _day_of_saying(n, found, view, met, anchor, grammar)
                or _day_told_of(here, view, anchor, told_of, kept)
                or told
            )
            day = calendar.add_days(today, offset) if today else None
            if day is not None:
                value = calendar.put_on(here.placed.value, day)
                here = replace(here, placed=replace(here.placed, value=value))
        out.append(here)
    return out


def _told_today(found: list[Found], anchor: date) -> date | None:
    for here in found:
        today = here.placed.today
        if today is not None and 0 < (anchor - today).days <= LATEST_STAMP:
            return today
    return None


def _told_of(found: list[Found], view: View, met: set[int], anchor: date) -> date | None:
    """The one day of the week up to the report's own that it tells by itself, where it opens with it as that of a saying or an occasion
    and is a day or two later.
    """
    days = [
        (here, on)
        for here in found
        if here.placed.offset is None and here.rule not in FEASTS and (on := calendar.read_day(here.placed.value))
    ]
    days = [(here, on) for here, on in days if 0 <= (anchor - on).days <= OLDEST_SAYING]
    if len({on for _, on in days}) != 1:
        return None
    (first, on), *_ = days
    opens = view.sentence_starts[LEAD] if len(view.sentence_starts) > LEAD else len(view.text)
    if first.start >= opens or not 0 < (anchor - on).days <= LATEST_STAMP:
        return None
    return on if view.sentence_at(first.start)[0] in met or any(here.saying for here, _ in days) else None


def _day_told_of(
    here: Found, view: View, anchor: date, told_of: date | None, kept: set[tuple[int, int] | None]
) -> date | None:
    """The day of which the report tells, where the `hari ini` or `besok` of a quotation may count from it."""
    quotation, offset = view.quotation_at(here.start), here.placed.offset
    if told_of is None or quotation is None or quotation in kept or offset is None or offset < 0:
        return None
    day = calendar.add_days(told_of, offset)
    return told_of if offset == 0 or (day is not None and day >= anchor) else None


def _find_meetings(found: list[Found], view: View, grammar: Grammar) -> set[int]:
    """Where the sentences with an expression begin that tell of an occasion at which people speak."""
    if all(here.placed.offset is None for here in found):
        return set()
    sentences = {view.sentence_at(here.start) for here in found}
    return {
        start for start, end in sentences if not grammar.meeting.isdisjoint(_WORD.findall(view.text[start:end].lower()))
    }


def _day_of_saying(
    n: int, found: list[Found], view: View, met: set[int], anchor: date, grammar: Grammar
) -> date | None:
    quotation = view.quotation_at(found[n].start)
    if quotation is None:
        return None
    start, end = quotation
    sentence_end = view.sentence_at(end - 1)[1]
    for other in found[n + 1 :]:
        if other.start >= sentence_end:
            break
        if other.saying and other.start >= end:
            return _recent(other, anchor)
    reach = view.sentence_starts[max(0, view.sentence_starts.index(view.sentence_at(start)[0]) - SAYING_REACH)]
    for other in reversed(found[:n]):
        if other.end < reach:
            break
        on = calendar.read_day(other.placed.value)
        if other.end <= start and on and (other.saying or _may_open(other, found[n], view, met, grammar)):
            return _recent(other, anchor)
    return None


def _may_open(told: Found, here: Found, view: View, met: set[int], grammar: Grammar) -> bool:
    """Whether a day told before a quotation may be its today: that of an occasion, for `hari ini` any but one gone by (`Kamis lalu`)."""
    offset = here.placed.offset
    if offset == 0:
        *_, last = view.text[told.start : told.end].lower().split()
        return grammar.counted.get(last) != calendar.PAST
    return offset is not None and offset > 0 and view.sentence_at(told.start)[0] in met


def _recent(saying: Found, anchor: date) -> date | None:
    day = calendar.read_day(saying.placed.value)
    return day if day is not None and 0 < (anchor - day).days <= OLDEST_SAYING else None
