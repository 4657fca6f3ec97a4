"""How long a thing lasts, told a day longer or shorter from report to report: `berlangsung 6-13 Juli`, `berlangsung 6-14 Juli`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from runut.codec import content_id
from runut.lang import Language
from runut.model import Check, Date, Place, Reading
from runut.text.alternatives import any_of

# Of 1,237 stories three tell spans that begin or end on one day, and a day apart at the other end, behind a word of lasting; all three told
# them of one thing (read one by one). Without such a word, or two days apart, half were of two things (offers of two shops, two provinces).
KIND = "spans-differ"
APART = 1
# A span lasts so many days at least.
SHORTEST = 3
# The word of lasting stands so many characters before the span at most.
REACH = 50
# So many spans of a story are looked at.
MOST = 60
_SPAN = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class _Words:
    lasting: re.Pattern[str]


def _words(language: Language) -> _Words:
    words = {r["word"] for r in language.table("check_words") if r["role"] == "lasting"}
    return _Words(re.compile(rf"(?<!\w){any_of(words, either_case=True)}(?!\w)"))


def find(readings: Iterable[Reading], language: Language) -> Iterator[Check]:
    """One check for each two spans that share an end and lie a day apart at the other, told in two reports; rule `spans-differ`."""
    words = language.derive(_words)
    told: dict[Span, list[Date]] = defaultdict(list)
    for reading in readings:
        for found in reading.dates:
            span = _span(found, reading, words)
            if span is not None:
                told[span].append(found)
    for one, two in combinations(sorted(told)[:MOST], 2):
        if _differ(one, two) and not _side_by_side(told, one, two):
            yield _check(one, two, (*told[one], *told[two]))


def _span(found: Date, reading: Reading, words: _Words) -> Span | None:
    """The first and last day of a date that prints both, of what is said to last so long."""
    match = _SPAN.fullmatch(found.value or "")
    if match is None or len(_NUMBER.findall(found.text)) < len(match.groups()):
        return None
    begin, end = (date.fromisoformat(day) for day in match.groups())
    sentences: Sequence[int] = [s.start for s in reading.sentences]
    k = bisect_right(sentences, found.start) - 1
    floor = max(found.start - REACH, sentences[k] if k >= 0 else 0)
    lasts = words.lasting.search(reading.article.text, floor, found.start)
    return (begin, end) if lasts and (end - begin).days >= SHORTEST - 1 else None


def _differ(one: Span, two: Span) -> bool:
    """Whether two spans begin or end on one day, and are a day apart at the other end."""
    begins, ends = abs((one[0] - two[0]).days), abs((one[1] - two[1]).days)
    return sorted((begins, ends)) == [0, APART]


def _side_by_side(told: Mapping[Span, Sequence[Date]], one: Span, two: Span) -> bool:
    """Whether a report tells both spans itself, and so of two things, or of which is right."""
    return not {d.article for d in told[one]}.isdisjoint(d.article for d in told[two])


def _check(one: Span, two: Span, dates: Sequence[Date]) -> Check:
    first = one[0] != two[0]
    a, b = (one[0], two[0]) if first else (one[1], two[1])
    same = one[1] if first else one[0]
    what = "mulainya" if first else "berakhirnya"
    shared = f"sampai {_slashed(same)}" if first else f"sejak {_slashed(same)}"
    return Check(
        id=content_id("check", KIND, *(f"{d.article}:{d.start}" for d in dates)),
        kind=KIND,
        figures=(),
        rule=f"check:{KIND}",
        why=f"{what} disebut {_slashed(a)} dan {_slashed(b)} ({shared})",
        english=f"told to {'begin' if first else 'end'} on {a.isoformat()} and on {b.isoformat()}",
        evidence=tuple(Place(article=d.article, start=d.start, end=d.end) for d in dates),
    )


def _slashed(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
