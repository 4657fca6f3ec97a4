"""Which day `hari ini` is: that of the report, unless the report itself or the speaker says otherwise.

Cascade for a day told from today (`kemarin`, `pagi ini`), first answer counts; a day printed with it is kept in any case:

1. in a quotation, the day told as that of the saying: after it in its sentence, else shortly before it; for `hari ini` and `besok` any
   day told shortly before it (`Rapat digelar Kamis (5/6). “Hari ini …”`), else the one day of which the report tells, where it opens
   with it and is itself a day or two later.
2. the day that the report prints beside such a word (`hari ini, Senin (9/6)`), where that is shortly before the report's own.
3. the day of the report.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from runut.reading.dates import calendar
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


def place(found: list[Found], view: View, anchor: date | None) -> list[Found]:
    """The expressions, those told from today with the value that they have on the day of their speaker or report."""
    if anchor is None:
        return found
    told = _told_today(found, anchor)
    told_of = _told_of(found, view, anchor)
    out = []
    for n, here in enumerate(found):
        offset = here.placed.offset
        if offset is not None and here.placed.value:
            today = _day_of_saying(n, found, view, anchor, told_of) or told
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


def _told_of(found: list[Found], view: View, anchor: date) -> date | None:
    """The one day of the week up to the report's own that it tells by itself, where it opens with it and is a day or two later."""
    days = [
        (here.start, on)
        for here in found
        if here.placed.offset is None and here.rule not in FEASTS and (on := calendar.read_day(here.placed.value))
    ]
    days = [(start, on) for start, on in days if 0 <= (anchor - on).days <= OLDEST_SAYING]
    if len({on for _, on in days}) != 1:
        return None
    (start, on), *_ = days
    opens = view.sentence_starts[LEAD] if len(view.sentence_starts) > LEAD else len(view.text)
    return on if start < opens and 0 < (anchor - on).days <= LATEST_STAMP else None


def _day_of_saying(n: int, found: list[Found], view: View, anchor: date, told_of: date | None) -> date | None:
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
        if other.end <= start and on and (other.saying or _is_ahead(found[n])):
            return _recent(other, anchor)
    return told_of if _is_ahead(found[n]) else None


def _is_ahead(here: Found) -> bool:
    """Whether it is today or later: what is past may be told on any day after it."""
    return here.placed.offset is not None and here.placed.offset >= 0


def _recent(saying: Found, anchor: date) -> date | None:
    day = calendar.read_day(saying.placed.value)
    return day if day is not None and 0 < (anchor - day).days <= OLDEST_SAYING else None
