"""Sentences on their days: which day each sentence of a story stands on, why, and how much it matters by itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from runut.comparing.wording import find_stems
from runut.lang import Language
from runut.model import Date, Entity, Event, Family, Reading, Sentence, Statement

# Shorter sentences (`Hal itu benar.`) tell nothing by themselves.
SHORTEST = 30
# What a line gains that is no further from the top of its report than so many sentences.
POSITIONS = ((0, 2.0), (2, 1.0), (6, 0.7))
# What a line gains by naming its day or standing right after one that does, and by a named speaker.
DATED = {"own-day": 2.0, "day-mended": 2.0, "day-carried-on": 1.0, "day-pointed-back": 1.0, "said-on": 0.5}
NAMED = 1.0
# What a line loses that only says when another was said, that leans on the line before it, that opens with a
# quotation, and that tells what is still to come.
EMPTY, LEANING, COMING = 3.0, 1.4, 0.5
# What a line loses that tells what someone says and not who (`…, ujarnya`).
UNNAMED = 1.0
QUOTING = {"event": 1.5, "said": 0.7, "reported": 0.7}
# What a line gains with so many words that most reports share: the rest tells of something else.
CORE, CORE_WORDS = 1.0, 4
# A word is at the core of a story that stands in this share of its reports, two at least.
CORE_SHARE = 0.5
# Measures that a reader follows through a story.
TRACKED = frozenset(
    {"killed", "injured", "missing", "arrested", "displaced", "evacuated", "rescued", "hostages", "affected"}
    | {"participants", "buildings_damaged", "buildings_burned", "houses", "aircraft", "vehicles", "magnitude"}
    | {"money", "troops", "police"}
)
# Days further from the report than this are background (a career, a law) and gain nothing by being dated.
STORY_YEARS = 2
# A day right after the mention of a source is the day of that source: `dikutip dari …, Senin`.
CITED_REACH = 60
# A day so soon after a word of comparison is what something is measured against.
COMPARED_REACH = 30
# A sentence with fewer plain words tells nothing: a name with its office and a day.
PLAIN_WORDS = 2
# A day printed with a weekday that it is not is meant to be the one of its number that is, so many days around the report.
MISPRINTED = 10
# A report opens with what its sentences up to this one tell; it is fresh when it tells of a day so many days before its own.
LEAD, FRESH = 2, 4
# What a person says in a report without a day was said on the one day on which other reports have them speak, so many days before it.
RETOLD = 1
# Lengths of a bare year, of a month and of a whole day as values.
YEAR, MONTH, DAY = 4, 7, 10
# The one name of all deeds that harm.
HARM = "HARM"
_PLAIN = re.compile(r"(?<!\w)[a-z]{4,}")
_QUOTES = frozenset("\"“'‘")
_QUOTE_ENTITIES = ("&ldquo;", "&quot;")
# Days that only name a season of the year, not when something happened.
_PASSING = frozenset({"holiday"})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence on a day. `kind` and `rule` say why it stands there; `said_on` is when what it tells was said; `near` is false for
    background.
    """

    reading: int
    family: str
    start: int
    end: int
    day: str
    kind: str
    rule: str
    speaker: str | None
    said_on: str | None
    stems: frozenset[str]
    figures: frozenset[tuple[str, object, object]]
    deeds: frozenset[str]
    types: frozenset[str]
    near: bool
    weight: float


@dataclass(frozen=True, slots=True)
class _Openings:
    carry: re.Pattern[str]
    point: re.Pattern[str]
    lean: re.Pattern[str]
    pointing: re.Pattern[str]
    pronouns: frozenset[str]
    cited: re.Pattern[str]
    dated: re.Pattern[str]
    compared: re.Pattern[str]
    weekdays: Mapping[str, int]
    weekday: re.Pattern[str]
    part: re.Pattern[str]
    now: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Report:
    """One report with what all of its lines need."""

    number: int
    reading: Reading
    family: str
    entity_of: Mapping[tuple[str, str], str]
    spoke_on: Mapping[str, set[str]]
    openings: _Openings
    harms: frozenset[str]
    last: str | None
    meant: Mapping[str, str]
    only_day: str | None
    spoke_once: Mapping[str, str]


def find_lines(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], families: tuple[Family, ...], language: Language
) -> list[Line]:
    """Every sentence that can be placed; one that names two days makes two lines."""
    openings, harms = language.derive(_openings), language.derive(_harms)
    family_of = {article: family.id for family in families for article in family.articles}
    entity_of = {member: entity.id for entity in entities for member in entity.members}
    core = _core(readings)
    elsewhere = _spoke_once(readings, entities, entity_of, openings)
    out = []
    for n, reading in enumerate(readings):
        home = family_of.get(reading.article.id, reading.article.id)
        meant = _meant(reading, openings)
        spoke_on, last = _spoke_on(reading, entity_of, meant), _last_day(reading)
        report = _Report(n, reading, home, entity_of, spoke_on, openings, harms, last, meant, None, elsewhere)
        report = replace(report, only_day=_only_day(report))
        out += _report_lines(report, core)
    return out


def _last_day(reading: Reading) -> str | None:
    """The last whole day that a report tells, which stands for its own where that is not known."""
    days = [find_day(d.value) for d in reading.dates if d.value and not d.value.endswith("_REF")]
    return max((d for d in days if len(d) == DAY and "/" not in d), default=None)


def _only_day(report: _Report) -> str | None:
    """The one day on which anything happens in a report that opens with it, shortly before the report itself."""
    reading, anchor = report.reading, report.reading.anchor.day
    days: dict[str, int] = {}
    for position, sentence in enumerate(reading.sentences):
        within = _within(sentence)
        said = [s for s in reading.statements if within(s)]
        for day, kind, _ in _own_days(report, sentence, said):
            if kind == "event" and _near(day, anchor):
                days.setdefault(day, position)
    day, position = next(iter(days.items()), ("", 0))
    if len(days) != 1 or len(day) != DAY or position > LEAD:
        return None
    if anchor is None:
        return day
    return day if 0 < _days_between(day, anchor) <= FRESH else None


def _days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last[:DAY]) - date.fromisoformat(first[:DAY])).days


def find_day(value: str) -> str:
    """A date value without its clock; a period stays one unless it is of one day."""
    ends = [end.split("T")[0] for end in value.split("/")]
    return ends[0] if ends[0] == ends[-1] else "/".join(ends)


def is_year(value: str) -> bool:
    """Whether a value is a bare year, or a span of them."""
    return all(len(end) == YEAR for end in value.split("/"))


def is_placed(value: str, anchor: str | None) -> bool:
    """Whether a value is a day or year of its own: a period that reaches to the day of the report is none."""
    ends = value.split("/")
    if value.endswith("_REF"):
        return False
    if is_year(value):
        return anchor is None or ends[-1] < anchor[:YEAR]
    if anchor is None or len(value.split("T")[0]) == DAY:
        return True
    if "-W" in value:
        year, week, _ = date.fromisoformat(anchor).isocalendar()
        return value != f"{year}-W{week:02d}"
    return ends[-1][:DAY] < anchor[: len(ends[-1][:DAY])]


def is_within(day: str, period: str) -> bool:
    """Whether an exact day lies in a period: a month, a week, or a stretch of days or months."""
    if len(day) != DAY or "/" in day:
        return False
    if "-W" in period:
        year, week, _ = date.fromisoformat(day).isocalendar()
        return period == f"{year}-W{week:02d}"
    first, last = period.split("/")[0], period.split("/")[-1]
    return first <= day[: len(first)] and day[: len(last)] <= last


def _openings(language: Language) -> _Openings:
    weekdays = {row["form"]: int(row["number"]) for row in language.table("weekdays") if row["kind"] == "wide"}
    return _Openings(
        _opening(language, "carry"),
        _opening(language, "point"),
        _opening(language, "lean"),
        re.compile(rf"\A\W{{0,3}}\w{{1,30}}(?: \w{{1,30}})? (?:{_words(language, 'pointing')})\b", re.I),
        frozenset(row["pronoun"] for row in language.table("pronouns")),
        re.compile(rf"\b(?:{_words(language, 'cited')})\b[^.;!?]{{0,{CITED_REACH}}}$", re.I),
        re.compile(rf"\b(?:{_words(language, 'dated')}) $", re.I),
        re.compile(rf"\b(?:{_words(language, 'compared')}) [^.,;!?]{{0,{COMPARED_REACH}}}$", re.I),
        weekdays,
        re.compile(rf"\b(?:{'|'.join(map(re.escape, weekdays)) or '(?!)'})\b"),
        re.compile(rf"(?:{'|'.join(re.escape(r['form']) for r in language.table('period_parts')) or '(?!)'})\b", re.I),
        re.compile(rf"\b(?:{_words(language, 'now')})\b", re.I),
    )


def _harms(language: Language) -> frozenset[str]:
    """The words that only say that someone was harmed: `tewas` and `menewaskan` tell the same deed."""
    return frozenset(row["word"] for row in language.table("event_words") if row["type"] in (HARM, "LOSS"))


def _opening(language: Language, kind: str) -> re.Pattern[str]:
    return re.compile(rf"\A\W{{0,3}}(?:{_words(language, kind)})\b", re.I)


def _words(language: Language, kind: str) -> str:
    rows = (row for row in language.table("timeline_carriers") if row["kind"] == kind)
    words = sorted((row["words"] for row in rows), key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, words)) or "(?!)"


def _core(readings: Sequence[Reading]) -> frozenset[str]:
    """The words that most reports of a story share; none where there is only one report."""
    spread: Counter[str] = Counter()
    for reading in readings:
        spread.update(
            frozenset[str]().union(*(find_stems(reading.article.text[s.start : s.end]) for s in reading.sentences))
        )
    least = max(2.0, CORE_SHARE * len(readings))
    return frozenset(stem for stem, count in spread.items() if count >= least)


def _meant(reading: Reading, openings: _Openings) -> dict[str, str]:
    """The misprinted days of a report, each with the one that was meant."""
    days = ((find_day(d.value), d.text) for d in reading.dates if d.value and not d.value.endswith("_REF"))
    mended = {day: _mended(day, text, reading.anchor.day, openings) for day, text in days}
    return {day: meant for day, (meant, rule) in mended.items() if rule == "day-mended"}


def _spoke_on(
    reading: Reading, entity_of: Mapping[tuple[str, str], str], meant: Mapping[str, str]
) -> dict[str, set[str]]:
    """The days on which each speaker is said to have spoken."""
    out: dict[str, set[str]] = defaultdict(set)
    for statement in reading.statements:
        who = _speaker(reading, [statement], entity_of)
        if who and statement.said_on:
            day = find_day(statement.said_on)
            out[who].add(meant.get(day, day))
    return out


def _spoke_once(
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    entity_of: Mapping[tuple[str, str], str],
    openings: _Openings,
) -> dict[str, str]:
    """The whole day on which each person speaks who is said to have spoken on one day only in the whole story."""
    persons = {e.id for e in entities if e.type == "PER"}
    days: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for who, told in _spoke_on(reading, entity_of, _meant(reading, openings)).items():
            if who in persons:
                days[who] |= told
    only = ((who, next(iter(told))) for who, told in days.items() if len(told) == 1)
    return {who: day for who, day in only if len(day) == DAY}


def _report_lines(report: _Report, core: frozenset[str]) -> list[Line]:
    reading = report.reading
    article, anchor = reading.article, reading.anchor.day
    before: list[str] = []
    out = []
    for position, sentence in enumerate(reading.sentences):
        text = article.text[sentence.start : sentence.end]
        within = _within(sentence)
        said = [s for s in reading.statements if within(s)]
        speaker = _speaker(reading, said, report.entity_of)
        placed = _place(report, position, said, speaker, before)
        before = [day for day, kind, rule in placed if kind == "event" and rule != "day-of-report"]
        if len(text) < SHORTEST:
            continue
        figures = frozenset((f.measure, f.low, f.high) for f in reading.figures if within(f))
        events = [e for e in reading.events if within(e) and e.status == "happened"]
        quoting = text[:1] in _QUOTES or text.startswith(_QUOTE_ENTITIES)
        words = [e.rule.split(":", 1)[-1] for e in events]
        stems = find_stems(_without_dates(text, sentence, reading))
        weight = (
            _by_position(position)
            + min(2, sum(measure in TRACKED for measure, _, _ in figures))
            + min(1, len(events))
            + (NAMED if speaker else 0.0)
            + CORE * min(1.0, len(stems & core) / CORE_WORDS)
            - (EMPTY if _is_empty(text, report.openings) else 0.0)
            - (LEANING if _leans(text, report.openings) else 0.0)
            - (UNNAMED if said and not any(_is_named(s, report.openings) for s in said) else 0.0)
        )
        said_on = next((find_day(s.said_on) for s in said if s.said_on), None)
        for day, kind, rule in placed:
            near = _near(day, anchor)
            out.append(
                Line(
                    reading=report.number,
                    family=report.family,
                    start=sentence.start,
                    end=sentence.end,
                    day=day,
                    kind=kind,
                    rule=rule,
                    speaker=speaker if kind == "said" else None,
                    said_on=said_on,
                    stems=stems,
                    figures=figures,
                    deeds=frozenset(HARM if word in report.harms else word for word in words),
                    types=frozenset(e.type for e in events),
                    near=near,
                    weight=weight
                    + (DATED.get(rule, 0.0) if near else 0.0)
                    - (QUOTING[kind] if quoting else 0.0)
                    - (COMING if anchor is not None and day[:DAY] > anchor[: len(day[:DAY])] else 0.0),
                )
            )
    return out


def _is_empty(text: str, openings: _Openings) -> bool:
    """Whether a sentence tells nothing itself: when another was said, a name with a day, or that something follows."""
    return bool(openings.point.match(text)) or text.endswith(":") or len(_PLAIN.findall(text)) < PLAIN_WORDS


def _leans(text: str, openings: _Openings) -> bool:
    """Whether a sentence opens with what only the one before it explains: `Selain itu`, `Ia`, `Erupsi itu`; or in its middle."""
    return bool(openings.lean.match(text) or openings.pointing.match(text)) or text[:1].islower()


def _is_named(statement: Statement, openings: _Openings) -> bool:
    """Whether the sentence tells who says it, by more than a pronoun."""
    called = (statement.speaker and statement.speaker.text) or ""
    return bool(called) and called.lower() not in openings.pronouns


def _by_position(position: int) -> float:
    return next((gain for last, gain in POSITIONS if position <= last), 0.0)


def _place(
    report: _Report, position: int, said: Sequence[Statement], speaker: str | None, before: Sequence[str]
) -> list[tuple[str, str, str]]:
    """The days of one sentence as (day, kind, rule): those it names, else one that its neighbours or its speaker give it."""
    sentence = report.reading.sentences[position]
    text = report.reading.article.text[sentence.start : sentence.end]
    placed = _own_days(report, sentence, said)
    if report.openings.point.match(text):  # `Hal itu disampaikan X, Selasa …`: when the sentence before was said
        placed = [(day, "said", rule) for day, _, rule in placed]
    elif not placed:
        placed = _pointed_at(report, position)
    if not placed and before and report.openings.carry.match(text):
        placed = [(day, "event", "day-carried-on") for day in before]
    if placed:
        return placed
    within = _within(sentence)
    return _undated(
        report, said, speaker, [e for e in report.reading.events if within(e) and e.status == "happened"], text
    )


def _pointed_at(report: _Report, position: int) -> list[tuple[str, str, str]]:
    """The day that the next sentence says this one was said on."""
    for sentence in report.reading.sentences[position + 1 : position + 2]:
        if report.openings.point.match(report.reading.article.text[sentence.start : sentence.end]):
            return [(day, "said", "day-pointed-back") for day, _, _ in _own_days(report, sentence, ())[:1]]
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


def _own_days(report: _Report, sentence: Sentence, said: Sequence[Statement]) -> list[tuple[str, str, str]]:
    """The days that a sentence names: beside what is said they are the day it was said, else the day it happened."""
    reading = report.reading
    out: dict[tuple[str, str], str] = {}
    told_on = next((find_day(s.said_on) for s in said if s.said_on), None)
    for found in reading.dates:
        if not found.value or not sentence.start <= found.start < sentence.end or found.rule in _PASSING:
            continue
        day = _counted_from(found, said, reading.anchor.day)
        if not is_placed(day, reading.anchor.day) and not (
            len(day) == MONTH and report.openings.part.match(found.text)
        ):
            continue
        if not said and report.openings.cited.search(reading.article.text[sentence.start : found.start]):
            continue
        if report.openings.compared.search(reading.article.text[sentence.start : found.start]):
            continue
        if is_year(day) and not report.openings.dated.search(reading.article.text[sentence.start : found.start]):
            continue
        day, rule = _mended(find_day(day), found.text, reading.anchor.day, report.openings)
        if not said or any(s.start <= found.start < s.end for s in said):
            out.setdefault((day, "event"), rule)
        elif told_on is None or told_on in (day, find_day(found.value)):
            out.setdefault((day, "said"), rule)
    days = [day for day, _ in out]
    return [
        (day, kind, rule) for (day, kind), rule in out.items() if not any(is_within(d, day) for d in days if d != day)
    ]


def _mended(day: str, written: str, anchor: str | None, openings: _Openings) -> tuple[str, str]:
    """A day as it was meant, and the rule: one whose weekday does not fit gives way to the one of its number near the report that does."""
    named = openings.weekday.search(written)
    if named is None or anchor is None or len(day) != DAY:
        return day, "own-day"
    number, told = openings.weekdays[named[0]], date.fromisoformat(day)
    if told.isoweekday() == number:
        return day, "own-day"
    first = date.fromisoformat(anchor[:DAY])
    meant = (first + timedelta(days=n) for n in sorted(range(-MISPRINTED, MISPRINTED + 1), key=lambda n: (abs(n), n)))
    fits = next((d for d in meant if d.day == told.day and d.isoweekday() == number), None)
    return (day, "own-day") if fits is None else (fits.isoformat(), "day-mended")


def _counted_from(found: Date, said: Sequence[Statement], anchor: str | None) -> str:
    """The value of a date; `hari ini` in words quoted from an earlier day is that day."""
    value = found.value or ""
    for statement in said:
        inside = statement.start <= found.start < statement.end
        if inside and statement.form == "direct" and statement.said_on and anchor and found.rule == "relative-day":
            spoken = statement.said_on[:DAY]
            if len(spoken) == DAY and spoken < anchor[:DAY] and value[:DAY] == anchor[:DAY]:
                return spoken + value[DAY:]
    return value


def _undated(
    report: _Report, said: Sequence[Statement], speaker: str | None, events: Sequence[Event], text: str
) -> list[tuple[str, str, str]]:
    """The day of what names none: the day it was said; the only day its speaker is said to have spoken, in this report, else in the
    others; for a happening, the only day on which anything happens in the report; the day of the report, where that is not known the
    last that it tells.
    """
    for statement in said:
        if statement.said_on:
            day = find_day(statement.said_on)
            return [(report.meant.get(day, day), "said", "said-on")]
    days = report.spoke_on.get(speaker, set()) if speaker else set()
    if len(days) == 1:
        return [(next(iter(days)), "said", "speaker-said-on")]
    anchor = report.reading.anchor.day
    once = report.spoke_once.get(speaker or "") if not days else None
    if once and anchor and 0 <= _days_between(once, anchor) <= RETOLD:
        return [(once, "said", "speaker-said-elsewhere")]
    if not said and events and report.only_day and not report.openings.now.search(text):
        return [(report.only_day, "event", "only-day")]
    told = anchor or report.last
    rule = "day-of-report" if anchor else "last-day-told"
    return [] if told is None else [(told, "said" if said else "reported", rule)]


def _near(value: str, anchor: str | None) -> bool:
    """Whether a day is near enough to the report to be part of its story, and not of somebody's life."""
    return anchor is None or abs(int(anchor[:YEAR]) - int(value[:YEAR])) <= STORY_YEARS


def _speaker(reading: Reading, said: Sequence[Statement], entity_of: Mapping[tuple[str, str], str]) -> str | None:
    for statement in said:
        who = statement.speaker
        if who and who.entity:
            return entity_of.get((reading.article.id, who.entity), who.entity)
        if who and who.name:
            return who.name.lower()
    return None
