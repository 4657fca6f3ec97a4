"""Days that a report tells by a weekday and a date that are not of one day: `Rabu (17/6/2031)`, which is a Tuesday."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from runut.codec import content_id
from runut.lang import Language
from runut.model import Check, Date, Place, Reading
from runut.text.alternatives import any_of

# What tells a weekday beside a date. Not an eve (`malam Minggu (7/6)`): the date may be that of the evening or of the day after it.
RULES = frozenset(["weekday", "relative-day"])
# A date without its year is of the year of its report only where it lies so many days from it.
NEAR = 31
# Days before it are no slips: their years are of other calendars.
FIRST_YEAR = 1900
# Of 2,728 days told so in 535 stories, 107 do not fit, and all of those were slips of the report (read one by one).
KIND = "weekday-and-date"
ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# A week is moved by words that say so (`minggu depan`), a Sunday by them and others.
MOVED = frozenset(["past", "this", "future"])
# What is looked at before a weekday.
LOOKED_AT = 30
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?![^T])")


@dataclass(frozen=True, slots=True)
class _Weekdays:
    number: Mapping[str, int]
    names: Mapping[int, str]
    form: re.Pattern[str]
    other: re.Pattern[str]
    week: re.Pattern[str]


def _weekdays(language: Language) -> _Weekdays:
    rows = [r for r in language.table("weekdays") if r["kind"] != "short"]
    number = {r["form"].lower(): int(r["number"]) for r in rows}
    names = {int(r["number"]): r["form"] for r in rows if r["kind"] == "wide"}
    heads = [r["form"] for r in language.table("place_heads")]
    heads += [r["form"] for r in language.table("date_contexts") if r["role"] == "name"]
    names_begin = {w for head in heads for w in (head, head[0].upper() + head[1:], head.upper())}
    eves = {r["form"] for r in language.table("date_words") if r["role"] == "eve"}
    weeks = {r["form"] for r in language.table("time_units")} & number.keys()
    moved = {r["form"] for r in language.table("time_shifts") if r["named"] in MOVED}
    lower, either = any_of(weeks), any_of(weeks, either_case=True)
    return _Weekdays(
        number,
        names,
        form=re.compile(rf"(?<!\w){any_of(number, either_case=True)}(?!\w)"),
        other=re.compile(rf"(?<!\w)(?:{any_of(names_begin)}|{any_of(eves, either_case=True)})\s\Z"),
        week=re.compile(rf"{lower}(?!\w)|{either}\s{any_of(moved)}(?!\w)"),
    )


def find(readings: Iterable[Reading], language: Language) -> Iterator[Check]:
    """One check for each weekday and date that do not fit, with all places of all reports that tell them so; rule `weekday-and-date`."""
    words = language.derive(_weekdays)
    told: dict[tuple[date, int], list[Date]] = defaultdict(list)
    for reading in readings:
        for found in reading.dates:
            if slip := _slip(found, reading, words):
                told[slip].append(found)
    for (day, number), dates in sorted(told.items()):
        yield Check(
            id=content_id("check", KIND, *(f"{d.article}:{d.start}" for d in dates)),
            kind=KIND,
            figures=(),
            rule="check:weekday-and-date",
            why=f"{day.day}/{day.month}/{day.year} jatuh pada hari {words.names[day.isoweekday()]}, bukan {words.names[number]}",
            english=f"{day.isoformat()} is a {ENGLISH[day.isoweekday() - 1]}, not a {ENGLISH[number - 1]}",
            evidence=tuple(Place(article=d.article, start=d.start, end=d.end) for d in dates),
        )


def find_slips(reading: Reading, language: Language) -> list[Date]:
    """The dates of a report that are told with a weekday that they are not."""
    words = language.derive(_weekdays)
    return [found for found in reading.dates if _slip(found, reading, words)]


def _slip(found: Date, reading: Reading, words: _Weekdays) -> tuple[date, int] | None:
    """The day that a date tells and the weekday that is told with it, where they do not fit and both are printed."""
    if found.rule not in RULES or not found.value or not _DAY.match(found.value):
        return None
    named = list(words.form.finditer(found.text))
    day = date.fromisoformat(found.value[:10])
    if len(named) != 1 or day.year < FIRST_YEAR:
        return None
    number = words.number[named[0][0].lower()]
    if number == day.isoweekday() or _is_other(found, named[0].start(), reading, words):
        return None
    printed = {int(n) for n in re.findall(r"\d{1,4}", found.text)}
    if day.day not in printed or not (day.year in printed or _is_near(day, reading)):
        return None
    return day, number


def _is_other(found: Date, at: int, reading: Reading, words: _Weekdays) -> bool:
    """Whether the weekday's word is none there: a week (`minggu depan`), part of a name (`Pasar Rabu`), or an eve's (`malam Rabu`)."""
    before = reading.article.text[max(0, found.start + at - LOOKED_AT) : found.start + at]
    return bool(words.week.match(found.text, at) or words.other.search(before))


def _is_near(day: date, reading: Reading) -> bool:
    """Whether a report whose own day is known tells of a day close to it."""
    anchor = reading.anchor
    own = date.fromisoformat(anchor.day[:10]) if anchor.day and anchor.origin in ("metadata", "text", "user") else None
    return own is not None and abs((day - own).days) <= NEAR
