"""What does not fit: a part above its whole, a list that its total does not match, a rise that does not lead to its total, a day misdated.

A false alarm is worse than none: a check speaks only where every number of the stretch was read, exact, and of what can be added up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from runut.codec import content_id
from runut.comparing import hours, misdated
from runut.comparing.lemmas import Lemmas
from runut.comparing.measures import PEOPLE, THINGS
from runut.lang import Language
from runut.model import Check, Family, Figure, Reading, Series
from runut.text.alternatives import any_of

# A list stands so near its whole, its items so near one another, a part so near what it is a part of.
LEAD_REACH, ITEM_REACH, PART_REACH = 60, 70, 90
PERSONS = frozenset(["person", "people-classifier", "suspect", "force"])
COUNTED = PEOPLE | THINGS | {"other"}


@dataclass(frozen=True, slots=True)
class _Words:
    listed: re.Pattern[str]
    some: re.Pattern[str]
    total: re.Pattern[str]
    running: re.Pattern[str]
    each: re.Pattern[str]
    numeral: re.Pattern[str]
    clause: re.Pattern[str]
    collective: frozenset[str]
    persons: frozenset[str]
    things: frozenset[str]


def _words_of(language: Language) -> _Words:
    by_role: dict[str, list[str]] = defaultdict(list)
    for row in language.table("check_words"):
        by_role[row["role"]].append(row["word"])

    def of(role: str) -> str:
        return rf"(?<!\w){any_of(by_role[role], either_case=True)}(?!\w)"

    numbers = any_of((row["word"] for row in language.table("numbers")), either_case=True)
    return _Words(
        re.compile(rf":|{of('list')}"),
        re.compile(of("some")),
        re.compile(of("total")),
        re.compile(of("running")),
        re.compile(of("each")),
        re.compile(rf"\d|(?<!\w){numbers}(?!\w)"),
        re.compile(rf"[;()–—]|{of('clause')}"),
        frozenset(by_role["collective"]),
        frozenset(r["noun"] for r in language.table("count_nouns") if r["kind"] in PERSONS),
        frozenset(r["noun"].split()[0] for r in language.table("count_nouns") if r["kind"] not in PERSONS),
    )


def find(
    readings: Sequence[Reading],
    series: Sequence[Series],
    language: Language,
    families: Sequence[Family] = (),
    lemmas: Lemmas | None = None,
) -> tuple[Check, ...]:
    """What does not add up, within the sentences of each report and between a rise and the counts before it; in the order of ids.

    Rules: `part-above-whole`, `list-and-total` (a list that is told as whole, before or after its total), `rise-and-total`, and those of
    `misdated`, `weekday-and-date`, and of `hours`, `hour-differs`.
    """
    words = language.derive(_words_of)
    found = {c.id: c for reading in readings for c in _within(reading, words)}
    found |= {c.id: c for c in _rises(readings, series)}
    found |= {c.id: c for c in misdated.find(readings, language)}
    found |= {c.id: c for c in hours.find(readings, families, language, lemmas or Lemmas(language))}
    return tuple(found[key] for key in sorted(found))


def _within(reading: Reading, words: _Words) -> Iterator[Check]:
    for sentence in reading.sentences:
        told = [f for f in reading.figures if sentence.start <= f.number.start < sentence.end]
        if len(told) > 1:
            yield from _parts(reading, told, words)
            yield from _lists(reading, told, (sentence.start, sentence.end), words)


def _parts(reading: Reading, told: Sequence[Figure], words: _Words) -> Iterator[Check]:
    """A part, told as one of the count right before it (`lima di antaranya`), or of the one right behind it (`13 dari 14`)."""
    text = reading.article.text
    for before, part in pairwise(told):
        among = words.some.search(text, part.number.end, min(len(text), part.number.end + PART_REACH))
        near = part.number.start - before.number.end <= PART_REACH
        if part.part != "part" or not among or among.start() - part.number.end > LEAD_REACH // 2 or not near:
            continue
        more = _adds(before, part, words) and before.part == "total" and _value(part) > _value(before)
        if more and not _unread(text, before.number.end, part.number.start, (), words):
            yield _check("parts-exceed-whole", "part-above-whole", (before, part), *_told_part(before, part))


def _told_part(whole: Figure, part: Figure) -> tuple[str, str]:
    return (
        f"bagiannya ({part.number.text}) lebih besar daripada seluruhnya ({whole.number.text})",
        f"the part ({part.number.text}) is more than the whole ({whole.number.text})",
    )


def _lists(reading: Reading, told: Sequence[Figure], inside: tuple[int, int], words: _Words) -> Iterator[Check]:
    """A total and the list that it is told to be made of."""
    text = reading.article.text
    for n, whole in enumerate(told):
        if _is_plain(whole):
            yield from _after(text, whole, told[n + 1 :], inside, words)
            yield from _before(text, whole, told[:n], inside[0], words)


def _after(text: str, whole: Figure, rest: Sequence[Figure], inside: tuple[int, int], words: _Words) -> Iterator[Check]:
    """`20 korban: 12 tewas dan 9 luka`, `60 orang, terdiri dari 53 penumpang dan 7 awak`: the list must close its sentence."""
    if not rest or rest[0].number.start - whole.number.end > LEAD_REACH:
        return
    lead = text[whole.number.end : rest[0].number.start]
    start, end = inside
    opens = words.listed.search(lead)
    if not opens or words.some.search(lead) or _unread(text, whole.number.end, rest[0].number.start, (), words):
        return
    if opens[0] == ":" and (text.count(":", start, end) > 1 or _unread(text, start, whole.number.start, (), words)):
        return  # a table of labels
    if not _is_chain(text, rest, whole, end, words):
        return
    stretch = text[whole.number.end : end]
    if words.some.search(stretch) or words.each.search(stretch) or words.running.search(stretch):
        return
    yield from _weigh(whole, rest)


def _before(text: str, whole: Figure, items: Sequence[Figure], start: int, words: _Words) -> Iterator[Check]:
    """`12 tewas dan 9 luka, total 20 korban`."""
    if len(items) < 2 or whole.number.start - items[-1].number.end > LEAD_REACH or not _is_people(whole, words):
        return
    lead = text[items[-1].number.end : whole.number.start]
    opening = text[start : items[0].number.start]
    if not words.total.search(lead) or any(p.search(lead) or p.search(opening) for p in (words.running, words.some)):
        return
    if _is_chain(text, items, whole, whole.number.start, words) and not words.listed.search(
        text[items[0].number.end : whole.number.start]
    ):
        yield from _weigh(whole, items)


def _is_chain(text: str, items: Sequence[Figure], whole: Figure, end: int, words: _Words) -> bool:
    """Whether figures make a list of what can be added up, one close after the other, with no number between that was not read."""
    if len(items) < 2:
        return False
    if not all(_is_plain(f) and _adds(whole, f, words) for f in items):
        return False
    if any(b.number.start - a.number.end > ITEM_REACH for a, b in pairwise(items)):
        return False
    if _unread(text, items[0].number.start, end, items, words):
        return False
    return not words.clause.search(text, items[0].number.end, items[-1].number.start)


def _weigh(whole: Figure, items: Sequence[Figure]) -> Iterator[Check]:
    total = sum(_value(f) for f in items)
    if total == _value(whole):
        return
    same = all(f.measure == whole.measure for f in items)
    kind = "sum-in-report" if not same else "parts-exceed-whole" if total > _value(whole) else "parts-short-of-whole"
    listed = " + ".join(f.number.text for f in items)
    yield _check(
        kind,
        "list-and-total",
        (whole, *items),
        f"rinciannya berjumlah {total} ({listed}), bukan {whole.number.text}",
        f"the list adds up to {total} ({listed}), not to {whole.number.text}",
    )


def _rises(readings: Iterable[Reading], series: Iterable[Series]) -> Iterator[Check]:
    """A rise and the total that it leads to in one sentence, where the counts before it start from another number.

    Only where every earlier count of the series is exact, the last of them below the total, and none of them is where the rise began.
    """
    reports = {r.article.id: r for r in readings}
    figures = {f.id: f for r in readings for f in r.figures}
    for row in series:
        points = [figures[i] for i in row.figures if i in figures]
        for total in points:
            rise = _rise_to(total, reports[total.article])
            if rise is None:
                continue
            earlier = [
                f for f in points if f is not total and _is_earlier(f, total, reports) and f.measure == total.measure
            ]
            began = _value(total) - _value(rise)
            if (
                not earlier
                or not all(_is_plain(f) for f in earlier)
                or began in {_value(f) for f in points if _is_plain(f)}
            ):
                continue
            last = max(earlier, key=lambda f: (_day(f, reports), _value(f)))
            if {_value(f) for f in earlier if _day(f, reports) == _day(last, reports)} == {_value(last)} and _value(
                last
            ) < _value(total):
                yield _check(
                    "increment-and-total",
                    "rise-and-total",
                    (last, rise, total),
                    f"{last.number.text} bertambah {rise.number.text} bukan {total.number.text}",
                    f"{last.number.text} and {rise.number.text} more are not {total.number.text}",
                )


def _rise_to(total: Figure, reading: Reading) -> Figure | None:
    """The rise that stands right before a total in its sentence."""
    if not _is_plain(total):
        return None
    before = [
        f
        for f in reading.figures
        if f.part == "increment" and f.measure == total.measure and 0 < total.number.start - f.number.end <= LEAD_REACH
    ]
    sentence = next((s for s in reading.sentences if s.start <= total.number.start < s.end), None)
    rise = max(before, key=lambda f: f.number.start, default=None)
    if rise is None or sentence is None or rise.number.start < sentence.start or rise.low is None:
        return None
    return rise if rise.low == rise.high and not rise.approx else None


def _is_earlier(f: Figure, total: Figure, reports: Mapping[str, Reading]) -> bool:
    if f.article == total.article:
        return f.number.start < total.number.start
    return bool(_day(f, reports)) and _day(f, reports) < _day(total, reports)


def _day(f: Figure, reports: Mapping[str, Reading]) -> str:
    return (reports[f.article].anchor.day or "")[:10]


def _is_plain(f: Figure) -> bool:
    """Whether a figure is an exact count of people or things."""
    return f.measure in COUNTED and f.low is not None and f.low == f.high and not f.approx and f.part != "increment"


def _adds(whole: Figure, item: Figure, words: _Words) -> bool:
    """Whether an item can be part of a whole: people of people or of a noun that no table knows (not of families), things of their own
    measure, or one word counted.
    """
    if not (_is_plain(whole) and _is_plain(item)) or words.collective & {_head(whole), _head(item)}:
        return False
    if _is_people(whole, words):
        return _is_people(item, words) or (
            item.measure == "other" and _head(item).isalpha() and _head(item) not in words.things
        )
    if whole.measure in THINGS:
        return whole.measure == item.measure
    return item.measure == whole.measure and bool(_head(whole)) and _head(item) == _head(whole)


def _is_people(f: Figure, words: _Words) -> bool:
    return f.measure in PEOPLE or _head(f) in words.persons


def _head(f: Figure) -> str:
    """The first word of what is counted."""
    return next(iter((f.counted or "").lower().split()), "")


def _value(f: Figure) -> int | float:
    assert f.low is not None
    return f.low


def _unread(text: str, start: int, end: int, read: Sequence[Figure], words: _Words) -> bool:
    """Whether a stretch holds a number outside the figures that were read."""
    known = [(f.number.start, f.number.end) for f in read]
    return any(not any(a <= m.start() < b for a, b in known) for m in words.numeral.finditer(text, start, end))


def _check(kind: str, rule: str, figures: Sequence[Figure], why: str, english: str) -> Check:
    ids = tuple(f.id for f in figures)
    return Check(
        id=content_id("check", kind, *ids), kind=kind, figures=ids, rule=f"check:{rule}", why=why, english=english
    )
