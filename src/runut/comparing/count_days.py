"""The days of a figure: up to which it stands, on which those counted came to harm, whether that was long ago."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from runut.comparing.measures import PEOPLE, THINGS
from runut.comparing.series_words import Words
from runut.comparing.topics import RATE
from runut.model import Date, Figure, Reading

# Up to which day a count stands is told so near before the day.
UNTIL_REACH = 14
# So near before a day stands what counts from it on, and so near with what happened on it between the two.
SINCE_NEAR, SINCE_REACH = 16, 60
# An age told with a year so many years back is none of today.
YEARS_AGO = 2
_CLAUSE = re.compile(r"[,;:()–-]\s|\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!/)")


def is_former(reading: Reading, figure: Figure, first: date, words: Words) -> bool:
    """Whether the sentence of a count dates it before `first`, or says `that time` after a sentence that does."""
    if figure.measure not in PEOPLE and figure.measure not in THINGS:
        return False
    k = next((i for i, s in enumerate(reading.sentences) if s.start <= figure.number.start < s.end), None)
    if k is None:
        return False
    sentence = reading.sentences[k]
    text = reading.article.text
    dated = _last_days(reading, sentence.start, sentence.end, words)
    if dated or k == 0 or not words.says("then", text[sentence.start : sentence.end]):
        return bool(dated) and max(dated) < first
    before = _last_days(reading, reading.sentences[k - 1].start, reading.sentences[k - 1].end, words)
    return bool(before) and max(before) < first


def is_of_years_ago(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch dates what it tells years before the report: `berusia 12 tahun saat pindah pada 2015`."""
    now = (reading.anchor.day or "")[:4]
    told = [day for d in reading.dates if start <= d.start < end and (day := _last_day(d))]
    return bool(now) and any(day.year <= int(now) - YEARS_AGO for day in told)


def _last_days(reading: Reading, start: int, end: int, words: Words) -> list[date]:
    """The last days of the dates of a stretch, save those since which is counted."""
    text = reading.article.text
    inside = (d for d in reading.dates if start <= d.start < end)
    return [
        day
        for d in inside
        if not _is_since(text[max(start, d.start - SINCE_REACH) : d.start], words) and (day := _last_day(d))
    ]


def _is_since(before: str, words: Words) -> bool:
    """Whether what stands before a date counts from it on: `sejak 2 Mei`, or in the same clause `sejak perang pecah pada Mei 2029`."""
    if words.says("since", before[-SINCE_NEAR:]):
        return True
    return words.last_value("since", _CLAUSE.split(before)[-1]) == "clause"


def _last_day(written: Date) -> date | None:
    """The last day that a date may mean: 31 December of a bare year."""
    match = re.match(
        r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\w-])|(\d{4}-\d\d-\d\d)T", (written.value or "").rsplit("/", 1)[-1]
    )
    if match is None:
        return None
    if match[4]:
        return date.fromisoformat(match[4])
    year, month, day = int(match[1]), int(match[2] or 12), int(match[3] or 0)
    if day:
        return date(year, month, day)
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def find(
    reading: Reading,
    figure: Figure,
    sentence: tuple[int, int],
    topic: tuple[str, ...],
    said: Mapping[str, str],
    words: Words,
) -> str:
    """The day of a count: up to which it is told to stand (`hingga Jumat malam`), else on which it was said, else of its report; that of a
    price its own, where one is told.
    """
    own, day = _whole_day(figure.as_of), (reading.anchor.day or "")[:10]
    if topic[0] == RATE:
        return own or day
    text = reading.article.text
    until = {
        d.value[:10]
        for d in reading.dates
        if d.value
        and sentence[0] <= d.start < sentence[1]
        and (first := _first_day(d)) is not None
        and first == _last_day(d)
        and words.says("until", text[max(sentence[0], d.start - UNTIL_REACH) : d.start])
    }
    told = until.pop() if len(until) == 1 else _whole_day(said.get(figure.statement or ""))
    return told if told and (not day or told <= day) else day or own


def _first_day(written: Date) -> date | None:
    """The day that a date names, None for a longer time."""
    match = re.match(r"(\d{4}-\d\d-\d\d)(?![\d/])", written.value or "")
    return date.fromisoformat(match[1]) if match and "/" not in (written.value or "") else None


def find_harm(
    reading: Reading, figure: Figure, sentence: tuple[int, int], said: Mapping[str, str], words: Words
) -> str:
    """The day on which those counted came to harm, where the sentence tells one that is not the day of saying, and no state of things so
    far.
    """
    start, end = sentence
    told = [d for d in reading.dates if start <= d.start < end]
    inside = {d.value for d in told}
    day = _whole_day(figure.as_of)
    if not day and len(inside) == 1:  # the day of the mishap, of which the count is not
        since = _is_since(reading.article.text[max(start, told[0].start - SINCE_REACH) : told[0].start], words)
        day = "" if since else _whole_day(told[0].value)
    if not day or words.says("state", reading.article.text[start:end]):
        return ""
    if day == said.get(figure.statement or "", "")[:10]:
        return ""
    return day if len(inside) == 1 else ""


def _whole_day(value: str | None) -> str:
    """The day of a value, empty where it is no single one (`2031-04`, `PRESENT_REF`)."""
    return value[:10] if value and _DAY.match(value) else ""
