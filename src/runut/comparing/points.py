"""What the figures of a report cover, by the words around them: the points that series are made of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from runut.lang import Language
from runut.model import Date, Figure, Reading
from runut.reading.figures.lexicon import alternation

# Numbers given as about so much meet within a tenth.
ABOUT = 0.1
# Words after a figure that may still tell what it covers.
REACH = 110
# A day further back than this from all reports is of another event.
MEMORY = 30
# So many first sentences tell where a report's event is.
LEAD = 4
# The topic of those found on one day, which is no toll.
FOUND = "found"

PEOPLE = frozenset(
    (
        "killed",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "evacuated",
        "rescued",
        "affected",
        "hostages",
        "participants",
        "troops",
        "police",
    )
)
THINGS = frozenset(["vehicles", "aircraft", "houses", "buildings_damaged", "buildings_burned"])


@dataclass(frozen=True, slots=True)
class Words:
    """What the tables tell of scope."""

    roles: Mapping[str, re.Pattern[str]]
    values: Mapping[tuple[str, str], str]
    general: Mapping[str, frozenset[str]]
    labels: Mapping[str, str]
    animals: frozenset[str]
    referring: frozenset[str]
    aliases: Mapping[str, str]
    turn: re.Pattern[str]
    whole: re.Pattern[str]
    countries: Mapping[str, str]
    country: re.Pattern[str]
    inside: re.Pattern[str]
    rate: re.Pattern[str]
    households: frozenset[str]
    nouns: frozenset[str]
    classifiers: frozenset[str]


def words_of(language: Language) -> Words:
    """The words of scope of a language; for `Language.derive`."""
    rows = language.table("series_words")
    by_role: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_role[row["role"]].append(row["word"])
    patterns = {
        role: re.compile(
            rf"\b({'|'.join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))})\b", re.IGNORECASE
        )
        for role, words in by_role.items()
    }
    countries = {r["form"]: r["name"] for r in language.table("countries")}
    country = alternation(countries)
    return Words(
        patterns,
        {(r["role"], r["word"]): r["value"] for r in rows},
        {r["word"]: frozenset(r["value"].split()) for r in rows if r["role"] == "general"},
        {r["measure"]: r["label"] for r in language.table("measure_labels")},
        frozenset(r["noun"] for r in language.table("count_nouns") if r["kind"] == "animal"),
        frozenset(by_role["referring"]),
        {r["word"]: r["value"] for r in rows if r["role"] == "alias"},
        re.compile(rf"[.;]\s|, (?:{'|'.join(map(re.escape, by_role['turn'])) or '(?!)'})\b"),
        re.compile(rf"\w (?:{'|'.join(map(re.escape, by_role['whole'])) or '(?!)'}) $"),
        countries,
        re.compile(rf"\b(?:{country})\b"),
        re.compile(
            rf"\b(?i:{'|'.join(map(re.escape, by_role['inside'])) or '(?!)'}) (?:[a-z]{{1,20}} )?(?P<country>{country})\b"
        ),
        re.compile(rf" ?(?:/|(?:{'|'.join(map(re.escape, by_role['rate'])) or '(?!)'})\b)"),
        frozenset(w.lower() for w in by_role["household"]),
        frozenset(r["noun"].lower() for r in language.table("count_nouns")) | frozenset(by_role["general"]),
        frozenset(r["noun"] for r in language.table("count_nouns") if r["kind"] == "people-classifier"),
    )


@dataclass(frozen=True, slots=True)
class Point:
    """A figure with what it covers: `topic` must be equal for two to be one series; `head` is who or what is counted."""

    figure: Figure
    report: str
    family: str
    day: str
    published: str
    topic: tuple[str, ...]
    head: str
    sort: str
    general: bool
    period: str
    after: bool
    follows: bool
    former: bool
    scope: str
    happened: str
    lead: frozenset[str]
    presumed: bool
    context: frozenset[str]


def find(readings: Sequence[Reading], family_of: Mapping[str, str], words: Words) -> list[Point]:
    """The points of a story: its figures without those added to a toll and those of events long before it.

    Where all figures would be of long ago, the reports look back, and all stay.
    """
    days = [date.fromisoformat(r.anchor.day[:10]) for r in readings if r.anchor.day]
    first = min(days) - timedelta(days=MEMORY) if days else None
    found = [
        (point, first is not None and _is_former(reading, point.figure, first, words))
        for reading in readings
        for point in _points(reading, family_of.get(reading.article.id, reading.article.id), words)
    ]
    counted = [(p, old) for p, old in found if p.figure.measure in PEOPLE]
    looks_back = bool(counted) and all(old for _, old in counted)
    return [p for p, old in found if looks_back or not old]


def _is_former(reading: Reading, figure: Figure, first: date, words: Words) -> bool:
    """Whether the sentence of a count dates it before `first`, or says `that time` after a sentence that does."""
    if figure.measure not in PEOPLE and figure.measure not in THINGS:
        return False
    k = next((i for i, s in enumerate(reading.sentences) if s.start <= figure.number.start < s.end), None)
    if k is None:
        return False
    sentence = reading.sentences[k]
    text = reading.article.text
    dated = _last_days(reading, sentence.start, sentence.end, words)
    if dated or k == 0 or not _says(words, "then", text[sentence.start : sentence.end]):
        return bool(dated) and max(dated) < first
    before = _last_days(reading, reading.sentences[k - 1].start, reading.sentences[k - 1].end, words)
    return bool(before) and max(before) < first


def _last_days(reading: Reading, start: int, end: int, words: Words) -> list[date]:
    """The last days of the dates of a stretch, save those since which is counted."""
    text = reading.article.text
    inside = (d for d in reading.dates if start <= d.start < end)
    return [
        day
        for d in inside
        if not _says(words, "since", text[max(start, d.start - 16) : d.start]) and (day := _last_day(d))
    ]


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


def _points(reading: Reading, family: str, words: Words) -> Iterable[Point]:
    """What each figure of a report covers, by the words around it."""
    text = reading.article.text
    lead = _lead(reading)
    starts = [f.number.start for f in reading.figures if f.measure in PEOPLE or f.measure in THINGS]
    for figure in reading.figures:
        sentence = next(
            ((s.start, s.end) for s in reading.sentences if s.start <= figure.number.start < s.end),
            (figure.start, figure.end),
        )
        following = next((s for s in starts if s >= figure.end), sentence[1])
        after = text[figure.number.end : min(sentence[1], max(figure.end, following), figure.number.end + REACH)]
        clause = words.turn.split(after)[0]
        before = text[max(sentence[0], figure.number.start - 60) : figure.number.start]
        before = re.split(r"[.;,]\s", before)[-1]
        if words.whole.search(before):  # the whole of a part: what follows is said of the part
            clause = ""
        head = _head(figure, words)
        if figure.part == "increment" and (figure.measure in PEOPLE or figure.measure in THINGS):
            continue
        if figure.measure == "money" and words.rate.match(text, figure.end):  # a price
            continue
        yield Point(
            figure=figure,
            report=reading.article.id,
            family=family,
            day=(reading.anchor.day or figure.as_of or "")[:10],
            published=reading.article.published or "",
            topic=_topic(figure, head, before, clause, text[sentence[0] : sentence[1]], words),
            head=head,
            sort=_sort(figure, head),
            general=not head
            or _is_general(head, figure.measure, words)
            or _is_general(head.split()[0], figure.measure, words),
            period=_value(words, "period", f"{before} {clause}"),
            after=_says(words, "aftershock", text[sentence[0] : sentence[1]]),
            follows=_says(words, "remaining", before) or _says(words, "update", before),
            former=_says(words, "correction", before),
            scope=_scope(text, figure, sentence, clause, words) if figure.measure in PEOPLE else "",
            happened=_happened(reading, figure, sentence, words) if figure.measure in PEOPLE else "",
            lead=lead,
            presumed=figure.measure == "killed" and _says(words, "presumed", before),
            context=_content(text[sentence[0] : sentence[1]]),
        )


def _happened(reading: Reading, figure: Figure, sentence: tuple[int, int], words: Words) -> str:
    """The day on which those counted came to harm, where the sentence tells one and no state of things so far."""
    start, end = sentence
    if not figure.as_of or _says(words, "state", reading.article.text[start:end]):
        return ""
    return figure.as_of if len({d.value for d in reading.dates if start <= d.start < end}) == 1 else ""


def _lead(reading: Reading) -> frozenset[str]:
    """The words of the places that a report's first sentences name."""
    end = reading.sentences[:LEAD][-1].end if reading.sentences else 0
    named = (m.text for n in reading.names if n.type in ("GPE", "LOC") for m in n.mentions if m.start < end)
    return frozenset(word.lower() for text in named for word in re.findall(r"[^\W\d_]{4,}", text))


def _head(figure: Figure, words: Words) -> str:
    """The head of what is counted: as the reading rule found it, else the first word."""
    if figure.rule.startswith("measure:noun:"):
        return figure.rule.removeprefix("measure:noun:")
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", (figure.counted or "").lower())
    if len(found) > 1 and found[0] in words.classifiers and found[1] in words.nouns:  # `orang mahasiswa`
        found = found[1:]
    head = " ".join(found[:2])
    if figure.measure in PEOPLE and head not in words.nouns and found and found[0] in words.nouns:
        head = found[0]  # `mahasiswa Universitas …`
    return "" if head in words.referring else head


def _is_general(head: str, measure: str, words: Words) -> bool:
    measures = words.general.get(head)
    return measures is not None and (not measures or measure in measures)


def _says(words: Words, role: str, text: str) -> bool:
    return role in words.roles and words.roles[role].search(text) is not None


def _sort(figure: Figure, head: str) -> str:
    """The word after the head of what is counted."""
    after = (figure.counted or "").lower().partition(head)[2].split() if head else []
    return after[0] if after and after[0].isalpha() else ""


def _value(words: Words, role: str, text: str) -> str:
    match = words.roles[role].search(text) if role in words.roles else None
    return words.values[role, match[1].lower()] if match else ""


def _scope(text: str, figure: Figure, sentence: tuple[int, int], clause: str, words: Words) -> str:
    """The country whose people or whose soil a count is of; empty where none is told.

    In this order: the country in what is counted; the only one that the sentence places it in; the one named after it in
    its clause, else last before it; the one whose health service counts.
    """
    named = words.country.search(figure.counted or "")
    if named:
        return words.countries[named[0]]
    placed = [(m.start(), words.countries[m["country"]]) for m in words.inside.finditer(text, *sentence)]
    if len({country for _, country in placed}) > 1:
        after = [c for at, c in placed if figure.number.end <= at < figure.number.end + len(clause)]
        before = [c for at, c in placed if at < figure.number.start]
        return after[0] if after else before[-1] if before else ""
    if placed:
        return placed[0][1]
    home = words.country.search(figure.speaker or "")
    return words.countries[home[0]] if home and _says(words, "home-source", figure.speaker or "") else ""


def _last_value(words: Words, role: str, text: str) -> str:
    """The value of the last word of a role: of what was done to those counted, the furthest."""
    found = words.roles[role].findall(text) if role in words.roles else ()
    return words.values[role, found[-1].lower()] if found else ""


def _topic(figure: Figure, head: str, before: str, clause: str, sentence: str, words: Words) -> tuple[str, ...]:
    """What two figures of one measure must share to stand in one series."""
    measure = figure.measure
    if measure == "age":
        return (" ".join((figure.counted or "").lower().split()[-2:]),)
    if measure in THINGS:
        handled = _value(words, "handled", clause) if measure == "vehicles" else ""
        return (words.aliases.get(head) or (head.split()[0] if head else ""), handled)
    if measure in PEOPLE:
        handled = "" if measure in ("evacuated", "rescued", "injured") else _last_value(words, "handled", clause)
        if not handled and measure in ("killed", "affected"):
            handled = _value(words, "handling", before)
            if not handled and _says(words, "finding", f"{before} {clause}") and not _says(words, "so-far", sentence):
                handled = FOUND
        households = "households" if head in words.households or head.split(" ")[0] in words.households else ""
        return (handled or households, _value(words, "aid", f"{before} {clause}"))
    if measure == "other" and (head in words.animals or head == "ekor"):
        return ("animals",)
    if measure == "other":
        topic = _value(words, "topic", figure.rule) or _value(words, "topic", clause)
        return (topic or head,)
    if measure == "money":
        return (_value(words, "loss", before),)
    return ("",)


def _content(sentence: str) -> frozenset[str]:
    """The words of a sentence that are long enough to mean something."""
    return frozenset(re.findall(r"[^\W\d_]{5,}", sentence.lower()))


def shared(a: Point, b: Point) -> float:
    """The share of the longer words of two sentences that both have."""
    union = a.context | b.context
    return len(a.context & b.context) / len(union) if union else 0.0


def meets(a: Figure, b: Figure) -> bool:
    """Whether the bounds of two figures leave a value that suits both; a number given as about so much is widened."""
    return low_of(a) <= high_of(b) and low_of(b) <= high_of(a)


def low_of(f: Figure) -> float:
    """The least that a figure allows."""
    return float("-inf") if f.low is None else f.low * (1 - ABOUT) if f.approx and f.low == f.high else f.low


def high_of(f: Figure) -> float:
    """The most that a figure allows."""
    return float("inf") if f.high is None else f.high * (1 + ABOUT) if f.approx and f.low == f.high else f.high
