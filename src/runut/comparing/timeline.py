"""What happened, was said or reported, day by day: the moments that a reader must know, with all who tell them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from runut.comparing.wording import find_stems, likeness, weigh
from runut.lang import Language
from runut.model import Entity, Family, Moment, Place, Reading, Sentence, Statement

# At most so many moments, and so many for each report.
MOST = 24
MOST_PER_REPORT = 5
# Two sentences of one day tell the same thing when they share this much of the lighter one's content words …
ALIKE = 0.45
# … or this much and an equal figure.
ALIKE_WITH_FIGURE = 0.25
# … or this much and an event told by the same word.
ALIKE_WITH_DEED = 0.2
# A group this much like a chosen one of its day tells little that is new.
MUCH_ALIKE = 0.35
# The judge and the page show no more than this of one passage.
LONGEST = 400
# Shorter sentences (`Hal itu benar.`) tell nothing by themselves.
SHORTEST = 30
# A sentence within this many of the top is the lead of its report.
LEAD = 2
# Passages told for one moment.
MOST_EVIDENCE = 8
# What a line gains by naming its day or standing right after one that does, and by a named speaker.
DATED = {"own-day": 2.0, "day-carried-on": 1.0, "day-pointed-back": 1.0, "said-on": 0.5}
NAMED = 0.7
# What a line loses that only says when another was said.
EMPTY = 3.0
# What a moment gains with each independent report.
PER_FAMILY = 1.5
# Measures that a reader follows through a story.
TRACKED = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "evacuated",
        "rescued",
        "hostages",
        "affected",
        "participants",
    }
    | {
        "buildings_damaged",
        "buildings_burned",
        "houses",
        "aircraft",
        "vehicles",
        "magnitude",
        "money",
        "troops",
        "police",
    }
)
# Days further from the report than this are background (a career, a law) and gain nothing by being dated.
STORY_YEARS = 2
# Lengths of a bare year and of a whole day as values.
YEAR, DAY = 4, 10


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence on a day. `kind` and `rule` say why it stands there; `weight` is how much it matters by itself."""

    reading: int
    family: str
    start: int
    end: int
    day: str
    kind: str
    rule: str
    speaker: str | None
    stems: frozenset[str]
    figures: frozenset[tuple[str, object, object]]
    deeds: frozenset[str]
    weight: float


def order(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], families: tuple[Family, ...], language: Language
) -> tuple[Moment, ...]:
    """The moments of a story, the earliest first; their number grows with the reports, up to `MOST`."""
    lines = _lines(readings, entities, families, language)
    weight = weigh(line.stems for line in lines)
    groups = _cluster(lines, weight)
    moments = [
        _moment(group, readings) for group in _choose(groups, min(MOST, MOST_PER_REPORT * len(readings)), weight)
    ]
    return tuple(sorted(moments, key=lambda m: (m.date, m.evidence[0].article, m.evidence[0].start)))


def _carriers(language: Language) -> re.Pattern[str]:
    return _openings(language, "carry")


def _pointers(language: Language) -> re.Pattern[str]:
    return _openings(language, "point")


def _openings(language: Language, kind: str) -> re.Pattern[str]:
    rows = (row for row in language.table("timeline_carriers") if row["kind"] == kind)
    words = sorted((row["words"] for row in rows), key=lambda w: (-len(w), w))
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(map(re.escape, words)) or '(?!)'})\b", re.I)


def _lines(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], families: tuple[Family, ...], language: Language
) -> list[_Line]:
    """Every sentence that can be placed; one that names two days makes two lines."""
    carriers, pointers = language.derive(_carriers), language.derive(_pointers)
    family_of = {article: family.id for family in families for article in family.articles}
    entity_of = {member: entity.id for entity in entities for member in entity.members}
    out = []
    for n, reading in enumerate(readings):
        article = reading.article
        before: list[str] = []
        spoke_on: dict[str, set[str]] = defaultdict(set)
        for statement in reading.statements:
            who = _speaker(reading, [statement], entity_of)
            if who and statement.said_on:
                spoke_on[who].add(_day(statement.said_on))
        for position, sentence in enumerate(reading.sentences):
            text = article.text[sentence.start : sentence.end]
            within = _within(sentence)
            said = [s for s in reading.statements if within(s)]
            speaker = _speaker(reading, said, entity_of)
            placed = _own_days(sentence, reading, said)
            points = bool(pointers.match(text))
            if points:  # `Hal itu disampaikan X, Selasa …` tells when the sentence before was said, and nothing else
                placed = [(day, "said", rule) for day, _, rule in placed]
            elif not placed:
                placed = _pointed_at(reading, position, pointers)
            if not placed and before and carriers.match(text):
                placed = [(day, "event", "day-carried-on") for day in before]
            before = [day for day, kind, _ in placed if kind == "event"]
            if not placed:
                placed = _undated(reading, said, speaker, spoke_on)
            if len(text) < SHORTEST:
                continue
            figures = frozenset((f.measure, f.low, f.high) for f in reading.figures if within(f))
            deeds = frozenset(e.rule.split(":", 1)[-1] for e in reading.events if within(e) and e.status == "happened")
            matter = (
                (2.0 if position == 0 else 1.0 if position <= LEAD else 0.0)
                + min(2, sum(measure in TRACKED for measure, _, _ in figures))
                + min(1, len(deeds))
                + (NAMED if speaker else 0.0)
                - (EMPTY if points else 0.0)
            )
            for day, kind, rule in placed:
                out.append(
                    _Line(
                        reading=n,
                        family=family_of.get(article.id, article.id),
                        start=sentence.start,
                        end=sentence.end,
                        day=day,
                        kind=kind,
                        rule=rule,
                        speaker=speaker if kind == "said" else None,
                        stems=find_stems(_without_dates(text, sentence, reading)),
                        figures=figures,
                        deeds=deeds,
                        weight=matter + (DATED.get(rule, 0.0) if _near(day, reading.anchor.day) else 0.0),
                    )
                )
    return out


def _pointed_at(reading: Reading, position: int, pointers: re.Pattern[str]) -> list[tuple[str, str, str]]:
    """The day that the next sentence says this one was said on."""
    following = reading.sentences[position + 1 : position + 2]
    for sentence in following:
        if pointers.match(reading.article.text[sentence.start : sentence.end]):
            days = _own_days(sentence, reading, ())
            return [(day, "said", "day-pointed-back") for day, _, _ in days[:1]]
    return []


def _without_dates(text: str, sentence: Sentence, reading: Reading) -> str:
    """A sentence without its days: all sentences of a day have those in common."""
    for found in reversed(reading.dates):
        if sentence.start <= found.start and found.end <= sentence.end:
            text = f"{text[: found.start - sentence.start]} {text[found.end - sentence.start :]}"
    return text


def _within(sentence: Sentence) -> Callable[[object], bool]:
    def within(finding: object) -> bool:
        start = getattr(finding, "start", None)
        return start is not None and sentence.start <= start < sentence.end

    return within


def _own_days(sentence: Sentence, reading: Reading, said: Sequence[Statement]) -> list[tuple[str, str, str]]:
    """The days that a sentence names: beside what is said they are the day it was said, else the day it happened."""
    out: dict[tuple[str, str], str] = {}
    told_on = next((_day(s.said_on) for s in said if s.said_on), None)
    for found in reading.dates:
        if (
            not found.value
            or not sentence.start <= found.start < sentence.end
            or not _placed(found.value, reading.anchor.day)
        ):
            continue
        if not said or any(s.start <= found.start < s.end for s in said):
            out.setdefault((_day(found.value), "event"), "own-day")
        elif told_on is None or told_on == _day(found.value):
            out.setdefault((_day(found.value), "said"), "own-day")
    return [(day, kind, rule) for (day, kind), rule in out.items()]


def _undated(
    reading: Reading, said: Sequence[Statement], speaker: str | None, spoke_on: Mapping[str, set[str]]
) -> list[tuple[str, str, str]]:
    """The day of what names none: the day it was said, the only day its speaker is said to have spoken, the day of the report."""
    for statement in said:
        if statement.said_on:
            return [(_day(statement.said_on), "said", "said-on")]
    days = spoke_on.get(speaker, set()) if speaker else set()
    if len(days) == 1:
        return [(next(iter(days)), "said", "speaker-said-on")]
    if reading.anchor.day is None:
        return []
    return [(reading.anchor.day, "said" if said else "reported", "day-of-report")]


def _placed(value: str, anchor: str | None) -> bool:
    """Whether a value is a day of its own: a bare year is none, nor a period that reaches to the day of the report."""
    if value.endswith("_REF") or len(value) == YEAR:
        return False
    if anchor is None or len(value.split("T")[0]) == DAY:
        return True
    if "-W" in value:
        year, week, _ = date.fromisoformat(anchor).isocalendar()
        return value != f"{year}-W{week:02d}"
    return not (value.split("/")[-1] >= anchor[:DAY] if "/" in value else anchor.startswith(value))


def _near(value: str, anchor: str | None) -> bool:
    """Whether a day is near enough to the report to be part of its story, and not of somebody's life."""
    return anchor is None or abs(int(anchor[:YEAR]) - int(value[:YEAR])) <= STORY_YEARS


def _day(value: str) -> str:
    """A date value without its clock; a period stays one unless it is of one day."""
    ends = [end.split("T")[0] for end in value.split("/")]
    return ends[0] if ends[0] == ends[-1] else "/".join(ends)


def _speaker(reading: Reading, said: Sequence[Statement], entity_of: Mapping[tuple[str, str], str]) -> str | None:
    for statement in said:
        who = statement.speaker
        if who and who.entity:
            return entity_of.get((reading.article.id, who.entity), who.entity)
        if who and who.name:
            return who.name.lower()
    return None


def _cluster(lines: Sequence[_Line], weight: Mapping[str, float]) -> list[list[_Line]]:
    """Lines of one day that tell the same thing, each led by its weightiest; what one speaker says on a day is one thing."""
    by_day: dict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        by_day[line.day].append(line)
    out: list[list[_Line]] = []
    for day in sorted(by_day):
        groups: list[list[_Line]] = []
        for line in sorted(by_day[day], key=lambda x: (-x.weight, x.reading, x.start)):
            home = next((g for g in groups if _same(g, line, weight)), None)
            if home is None:
                groups.append([line])
            else:
                home.append(line)
        out += groups
    return out


def _same(group: Sequence[_Line], line: _Line, weight: Mapping[str, float]) -> bool:
    first = group[0]
    if line.speaker is not None and line.speaker == first.speaker:
        return True
    alike = likeness(first.stems, line.stems, weight)
    return (
        alike >= ALIKE
        or (alike >= ALIKE_WITH_FIGURE and bool(first.figures & line.figures))
        or (alike >= ALIKE_WITH_DEED and bool(first.deeds & line.deeds))
    )


def _choose(groups: Sequence[list[_Line]], most: int, weight: Mapping[str, float]) -> list[list[_Line]]:
    """The worthiest groups; one that is much like a chosen one of the same day waits behind those that tell something else."""
    ranked = sorted(groups, key=lambda g: (-_worth(g), g[0].day, g[0].reading, g[0].start))
    chosen: list[list[_Line]] = []
    waiting: list[list[_Line]] = []
    for group in ranked:
        like = any(
            g[0].day == group[0].day and likeness(g[0].stems, group[0].stems, weight) >= MUCH_ALIKE
            for g in chosen[:most]
        )
        (waiting if like else chosen).append(group)
    return (chosen + waiting)[:most]


def _worth(group: Sequence[_Line]) -> float:
    """The more independent reports tell it, and the more its best line matters, the more a moment is worth."""
    return PER_FAMILY * len({line.family for line in group}) + max(line.weight for line in group)


def _moment(group: Sequence[_Line], readings: Sequence[Reading]) -> Moment:
    told: list[Place] = []
    for line in group:
        article = readings[line.reading].article
        for start, end in _pieces(article.text, line.start, line.end):
            told.append(Place(article=article.id, start=start, end=end))
    first = group[0]
    text = readings[first.reading].article.text[told[0].start : told[0].end]
    return Moment(date=first.day, kind=first.kind, text=text, evidence=tuple(told[:MOST_EVIDENCE]), rule=first.rule)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence whole, or cut at white space into stretches of at most `LONGEST`."""
    out = []
    while end - start > LONGEST:
        cut = max(text.rfind(", ", start + LONGEST // 2, start + LONGEST) + 1, 0) or text.rfind(
            " ", start, start + LONGEST
        )
        if cut <= start:
            cut = start + LONGEST
        out.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    out.append((start, end))
    return out
