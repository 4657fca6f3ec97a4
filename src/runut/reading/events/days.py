"""The day of an event: told in its clause or around it, unless it is another's, a deadline, or later than the report."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from runut.model import Date
from runut.reading.events.lexicon import Lexicon

# Why an event has no day or no place.
NONE_TOLD, SEVERAL_TOLD, LATER = "none told", "several told", "told later than the report"
_YEARS = re.compile(r"\d{4}/\d{4}")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_WORDS = re.compile(r"\w+")
# A word with a capital inside a sentence, right before a year: both are one name.
_AFTER_NAME = re.compile(r"[\w,)] [A-Z]\w+ \Z")
# Before a year, the words of a title stand within so many characters, the number of a law within so many words.
TITLE_REACH, NUMBER_REACH = 40, 3
# So many characters before a date say that it is a limit (`paling lambat pada tanggal …`).
LIMIT_REACH = 30
# The day right behind a clause (`rapat dengan camat di balai, Rabu (9/7)`) begins within so many characters.
BEHIND = 8
_GAP = re.compile(r"(?:,|\)| pada)? ?")
# Later days of the year of a report, or the next, are told of what is to come; those later still are misprinted years.
SOON = 240
_PLAIN_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def find_day(
    clause: tuple[int, int],
    around: tuple[int, int],
    verb: int,
    dates: Sequence[Date],
    text: str,
    lexicon: Lexicon,
    *,
    beside: bool = True,
) -> tuple[Date | None, str | None]:
    """The day of an event: told in its clause or right behind it, else the only one told in the stretch around it; or why there is none.

    Without `beside`, what stands right behind the clause is another's. What stands behind its verb as a limit (`berlaku hingga 5 Juli`,
    `per 5 Juli`) is no day on which it happened.
    """
    begin = bisect_left(dates, around[0], key=attrgetter("start"))
    stop = bisect_left(dates, max(around[1], clause[1] + BEHIND), key=attrgetter("start"))
    told = [
        d
        for d in dates[begin:stop]
        if d.value
        and _is_day(d.value)
        and not _in_a_title(d, text, lexicon)
        and not (d.start > verb and _is_limit(d, text, lexicon))
    ]
    inside = next((d for d in told if clause[0] <= d.start < clause[1]), None)
    behind = next((d for d in told if 0 <= d.start - clause[1] < BEHIND), None)
    if inside or (beside and behind and _GAP.fullmatch(text, clause[1], behind.start)):
        return inside or behind, None
    told = [d for d in told if d.start < around[1]]
    if len({d.value for d in told}) == 1:
        return told[0], None
    return None, SEVERAL_TOLD if told else NONE_TOLD


def is_later(day: Date, reported: str | None) -> bool:
    """Whether a day, month or year is later than the day of its report."""
    first = (day.value or "").partition("/")[0].partition("T")[0]
    return reported is not None and _PLAIN_DAY.fullmatch(first) is not None and first > reported[: len(first)]


def is_soon(day: Date, reported: str | None) -> bool:
    """Whether a later date begins so soon after its report that its year is no misprint; the next year always does."""
    value = (day.value or "").partition("/")[0]
    first, last = _parse(reported), _parse(f"{value}-01" if _MONTH.fullmatch(value) else value)
    if first is not None and _YEAR.fullmatch(value):
        return int(value) == first.year + 1
    return first is not None and last is not None and 0 < (last - first).days <= SOON


def _parse(value: str | None) -> date | None:
    """The first day of a value; None of a year or a month, and of a day that no calendar has."""
    try:
        return date.fromisoformat((value or "").partition("/")[0].partition("T")[0])
    except ValueError:
        return None


def _is_limit(date: Date, text: str, lexicon: Lexicon) -> bool:
    """Whether a date is only up to when something holds (`hingga akhir 2031`, `sampai dengan 5 Juli`)."""
    marks = lexicon.markers
    words = _WORDS.findall(text[max(0, date.start - LIMIT_REACH) : date.start].lower())
    while words and words[-1] in marks["before-day"]:
        words.pop()
    return bool(words) and words[-1] in marks["deadline"]


def _is_day(value: str) -> bool:
    """Whether a value is when something may have happened: no time without a day, no span of years."""
    return not value.endswith("_REF") and not _YEARS.fullmatch(value)


def _in_a_title(date: Date, text: str, lexicon: Lexicon) -> bool:
    """Whether a year belongs to a law, a budget or a name (`Peraturan Nomor 3 Tahun 2019`, `tahun anggaran 2019`, `Operasi Patuh 2019`)."""
    if not date.value or not _YEAR.fullmatch(date.value):
        return False
    words = _WORDS.findall(text[max(0, date.start - TITLE_REACH) : date.end])[:-1]
    if words and words[-1] in lexicon.markers["year-word"]:
        words.pop()
    elif _AFTER_NAME.search(text, max(0, date.start - TITLE_REACH), date.start) and text[date.start].isdigit():
        return True
    near = [word.lower() for word in words[-NUMBER_REACH:]]
    return bool(near) and (
        near[-1] in lexicon.markers["year-of"] or not lexicon.markers["numbered"].isdisjoint(near[:-1])
    )
