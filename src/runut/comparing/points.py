"""What the figures of a report cover, by the words around them: the points that series are made of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from runut.comparing import heads, penalties, purposes
from runut.comparing.measures import PEOPLE, THINGS, WHOLES
from runut.comparing.penalties import Penalty
from runut.comparing.purposes import Purpose
from runut.comparing.series_words import Words
from runut.comparing.wording import find_stems
from runut.model import Date, Figure, Reading

# Words after a figure that may still tell what it covers.
REACH = 110
# A day further back than this from all reports is of another event.
MEMORY = 30
# Which price of a currency it is stands no further before it.
RATE_REACH = 250
# A level is one of a currency where the currency is named no further before it.
EXCHANGE_REACH = 110
# So many first sentences tell where a report's event is.
LEAD = 4
# The topic of those found on one day, which is no toll.
FOUND = "found"

# The topics of the price of a currency and of goods, and how near a level that names neither lies to those of a story that do.
RATE, PRICE = "rate", "price"
# The sort of price of a currency that is meant where none is named.
MARKET = "market"
RATES_APART = 1.1
# Words so many characters from a number are beside it.
NEAR = 50
# Up to which day a count stands is told so near before the day.
UNTIL_REACH = 14
# The place of a count stands so near behind its number, or right before it.
SPOT_AFTER, SPOT_BEFORE = 30, 2
# So many words before and behind a number are held against those of another.
BESIDE = 5
# What points back to those told of before stands among so many words behind the number.
AGAIN_REACH = 2
# A sentence that looks back says so in its first characters.
OPENING = 16
# The name whose age a number tells stands no further before it.
AGE_REACH = 80


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
    held: str
    """What the head holds: `rekening` of `buku rekening`, else the head itself."""
    general: bool
    period: str
    after: bool
    follows: bool
    former: bool
    """Whether it is told as what was said before: `dari semula 11 orang`, `Sebelumnya, … melaporkan 11 orang`."""
    contrasted: bool
    """Whether it is told as another count than the one before it: `berbeda dengan data kepolisian, 7 orang`."""
    of_house: bool
    """Whether its source counts only those whom it has taken in: a hospital."""
    scope: str
    attacker: str
    happened: str
    lead: frozenset[str]
    presumed: bool
    context: frozenset[str]
    words: frozenset[str]
    grown: bool = False
    """Whether it is told to have grown from a smaller one: `bertambah menjadi enam`."""
    added: bool = False
    """Whether it is counted beside a toll: `lima lainnya`."""
    kind: str = ""
    unit: str = ""
    beside: frozenset[str] = frozenset()
    """What else the sentence counts."""
    companions: frozenset[tuple[str, object, object]] = frozenset()
    """The other figures of the sentence, as measure and bounds."""
    where: frozenset[str] = frozenset()
    """Words of the places that the sentence names."""
    person: str = ""
    """Whose age it is: an entity, where the age stands beside a name."""
    called: tuple[str, ...] = ()
    """The words of that name as it is written."""
    known: frozenset[str] = frozenset()
    """The persons that the report names."""
    at: int = 0
    """Which sentence of its report it stands in."""
    near: frozenset[str] = frozenset()
    """The stems of the words beside the number, and of what it counts."""
    stems: frozenset[str] = frozenset()
    """The stems of the sentence's words, without its numerals."""
    passage: frozenset[str] = frozenset()
    """Those of the sentence and of the ones before and after it."""
    next_word: str = ""
    before: tuple[str, ...] = ()
    """The words before the number, the nearest first."""
    behind: tuple[str, ...] = ()
    """The words after it."""
    spot: frozenset[str] = frozenset()
    """Words of the place that stands right beside the number."""
    past: bool = False
    """Whether it is of an event long before the story's."""
    penalty: Penalty | None = None
    """Which punishment it is, at which stage, and whose."""
    purpose: Purpose | None = None
    """What a sum of money or a share is the value of."""
    rest: bool = False
    """Whether it is told as some of those counted before: `satu korban lainnya`."""
    sole: bool = False
    """Whether its report gives no other value of its kind: of its noun, or of its measure and unit."""
    listed: bool = False
    """Whether its report goes through places, and counts what it counts at each."""
    grade: str = ""
    """How badly those counted are hurt, where it is told: heavy or light."""
    source: str = ""
    """Whose count it is: an entity, else the words that name the source; empty where it is the outlet's own."""


def find(
    readings: Sequence[Reading],
    family_of: Mapping[str, str],
    entity_of: Mapping[tuple[str, str], str],
    words: Words,
) -> list[Point]:
    """The points of a story: its figures, those of events long before it marked as past.

    Where all figures would be of long ago, the reports look back, and none is.
    """
    days = [date.fromisoformat(r.anchor.day[:10]) for r in readings if r.anchor.day]
    first = min(days) - timedelta(days=MEMORY) if days else None
    found = [
        (
            point,
            first is not None and not _is_told_again(point, words) and _is_former(reading, point.figure, first, words),
        )
        for reading in readings
        for point in _inherit(_points(reading, family_of.get(reading.article.id, reading.article.id), entity_of, words))
    ]
    counted = [(p, old) for p, old in found if p.figure.measure in PEOPLE]
    values: dict[tuple[object, ...], set[tuple[float | None, float | None]]] = defaultdict(set)
    for p, _ in found:
        values[p.report, kind_of(p)].add((p.figure.low, p.figure.high))
    found = [(replace(p, sole=len(values[p.report, kind_of(p)]) == 1), old) for p, old in found]
    looks_back = bool(counted) and all(old for _, old in counted)
    return _rates([replace(p, past=True) if old and not looks_back else p for p, old in found])


def _is_told_again(p: Point, words: Words) -> bool:
    """Whether a count is of those told of before: `dua jenazah tersebut`, whenever they died."""
    return not words.again.isdisjoint(p.behind[:AGAIN_REACH])


def kind_of(p: Point) -> tuple[object, ...]:
    """What a figure counts, as far as its own words tell: the noun of things, else measure, unit and topic."""
    other = p.figure.measure == "other"
    return p.figure.measure, p.head.partition(" ")[0] if other else p.unit, "" if other else p.topic[0]


def _inherit(points: Iterable[Point]) -> list[Point]:
    """The points of a report: a count told again stands on the day that one of its tellings names; those of people that name no country
    are in the only one that its other counts name.
    """
    out = list(points)
    first: dict[tuple[object, ...], str] = {}
    for p in out:
        key = (p.figure.measure, p.figure.low, p.figure.high)
        first[key] = min(first.get(key, p.day), p.day)
    out = [
        replace(p, day=first[p.figure.measure, p.figure.low, p.figure.high]) if p.figure.measure in PEOPLE else p
        for p in out
    ]
    scopes = {p.scope for p in out if p.scope}
    if len(scopes) != 1:
        return out
    (scope,) = scopes
    return [replace(p, scope=scope) if p.figure.measure in PEOPLE and p.attacker != scope else p for p in out]


def _rates(points: list[Point]) -> list[Point]:
    """The points, amounts told as a level among the prices of the currency that they lie near."""
    known = [p for p in points if p.topic[0] == RATE and p.topic[1]]
    out = []
    for p in points:
        if p.topic[0] == RATE and not p.topic[1]:
            near = sorted(q.topic[1] for q in known if _is_near(p.figure.low, q.figure.low))
            p = replace(p, topic=(RATE, near[0], p.topic[2]) if near else ("",))
        out.append(p)
    return out


def _is_near(a: float | None, b: float | None) -> bool:
    return bool(a and b) and max(a, b) <= RATES_APART * min(a, b)  # type: ignore[operator,type-var]


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


def _points(reading: Reading, family: str, entity_of: Mapping[tuple[str, str], str], words: Words) -> Iterable[Point]:
    """What each figure of a report covers, by the words around it."""
    text = reading.article.text
    lead = _lead(reading)
    said = {s.id: s.said_on for s in reading.statements if s.said_on}
    known = frozenset(entity_of.get((reading.article.id, n.id), n.id) for n in reading.names if n.type == "PER")
    starts = [f.number.start for f in reading.figures if f.measure in PEOPLE or f.measure in THINGS]
    stems = [_stems(text[s.start : s.end], words) for s in reading.sentences] or [frozenset[str]()]
    punished = penalties.find(reading, entity_of, words)
    valued = purposes.find(reading, words.sums)
    for figure in reading.figures:
        k = next((i for i, s in enumerate(reading.sentences) if s.start <= figure.number.start < s.end), 0)
        sentence = (figure.start, figure.end)
        if reading.sentences and reading.sentences[k].start <= figure.number.start < reading.sentences[k].end:
            sentence = (reading.sentences[k].start, reading.sentences[k].end)
        following = next((s for s in starts if s >= figure.end), sentence[1])
        after = text[figure.number.end : min(sentence[1], max(figure.end, following), figure.number.end + REACH)]
        clause = words.turn.split(after)[0]
        before = text[max(sentence[0], figure.number.start - 60) : figure.number.start]
        before = re.split(r"[.;,]\s", before)[-1]
        if words.whole.search(before):  # the whole of a part: what follows is said of the part
            clause = ""
        head = heads.find(figure, text[sentence[0] : figure.number.start], words)
        if figure.measure == "age" and _says(words, "past-age", before):
            continue
        topic = _topic(figure, head, before, clause, text, sentence, words)
        purpose = valued.get(figure.id)
        if topic == ("",) and purpose is not None and purpose.kind == purposes.LOSS:
            topic = (purposes.LOSS,)
        others = [f for f in reading.figures if f is not figure and sentence[0] <= f.number.start < sentence[1]]
        person, called = (
            _person(reading, figure, sentence[0], entity_of, words) if figure.measure == "age" else ("", ())
        )
        yield Point(
            figure=_as_total(figure, reading.figures),
            report=reading.article.id,
            family=family,
            day=_day(reading, figure, sentence, topic, said, words),
            published=reading.article.published or "",
            topic=topic,
            head=head,
            sort=heads.sort(figure, head),
            held=heads.held(figure, head, words),
            general=not heads.share_out(figure, head, others, words)
            and (
                not head
                or heads.is_general(head, figure.measure, words)
                or heads.is_general(head.split()[0], figure.measure, words)
            ),
            period=_value(words, "period", f"{before} {clause}"),
            after=_says(words, "aftershock", text[sentence[0] : sentence[1]]),
            # `naik 11 persen` tells by how much, and follows no other share
            follows=figure.measure != "percent"
            and (_says(words, "remaining", before) or _says(words, "update", before)),
            grown=_says(words, "growth", before),
            former=_says(words, "correction", before) or _is_recounted(text[sentence[0] : figure.number.start], words),
            contrasted=_says(
                words, "contrast", text[reading.sentences[k - 1].start if k else sentence[0] : figure.number.start]
            ),
            of_house=_says(words, "house", figure.speaker or ""),
            scope=_scope(text, figure, sentence, clause, words) if figure.measure in PEOPLE else "",
            attacker=_attacker(text, sentence, words),
            happened=_happened(reading, figure, sentence, said, words) if figure.measure in PEOPLE else "",
            lead=lead,
            presumed=figure.measure == "killed" and _says(words, "presumed", before),
            context=_content(text[sentence[0] : sentence[1]], words),
            words=frozenset(re.findall(r"[^\W\d_]{2,}", text[sentence[0] : sentence[1]].lower())),
            added=figure.part == "increment" and figure.measure in PEOPLE | THINGS,
            kind=words.kinds.get(head, words.kinds.get(head.split(" ")[0], "")),
            unit=_unit(figure, words),
            beside=frozenset(h for f in others if (h := heads.of(f, words))),
            companions=frozenset((f.measure, f.low, f.high) for f in others),
            where=_where(reading, *sentence) - words.place_heads,
            person=person,
            called=called,
            known=known,
            at=k,
            near=_near(text, figure, sentence, words),
            stems=stems[k],
            passage=stems[k].union(*stems[max(0, k - 1) : k + 2]),
            next_word=_next_word(text, figure.number.end, sentence[1]),
            before=_words(text[max(sentence[0], figure.number.start - NEAR) : figure.number.start])[: -BESIDE - 1 : -1],
            behind=(behind := _words(text[figure.number.end : min(sentence[1], figure.number.end + NEAR)])[:BESIDE]),
            rest=not words.referring.isdisjoint(behind[:2]),
            spot=_spot(reading, figure, sentence[1], words),
            source=_source(reading, figure, entity_of),
            penalty=punished.get(figure.id),
            purpose=purpose,
            grade=_grade(before, clause, words) if figure.measure == "injured" else "",
        )


def _stems(text: str, words: Words) -> frozenset[str]:
    """The stems of a stretch without its numerals and what they are measured in."""
    return frozenset(s for s in find_stems(text) if not s[0].isdigit()) - words.scales


def _words(text: str) -> tuple[str, ...]:
    return tuple(w.lower() for w in re.findall(r"[^\W_]+", text))


def _near(text: str, figure: Figure, sentence: tuple[int, int], words: Words) -> frozenset[str]:
    """The stems of the words that stand within `NEAR` characters of a number, in its sentence, and of what it counts."""
    before = text[max(sentence[0], figure.number.start - NEAR) : figure.number.start]
    after = text[figure.number.end : min(sentence[1], figure.number.end + NEAR)]
    return _stems(f"{before.partition(' ')[2]} {after.rpartition(' ')[0]} {figure.counted or ''}", words)


def _next_word(text: str, start: int, end: int) -> str:
    """The word after a number, in small letters."""
    match = re.compile(r"[ \xa0-]{0,3}([^\W\d_]+)").match(text, start, end)
    return match[1].lower() if match else ""


# Who a source is, of those whom its naming mentions: `Kantor SAR Kalimas` is no place.
_SOURCES = ("ORG", "PER", "GPE", "LOC")


def _source(reading: Reading, figure: Figure, entity_of: Mapping[tuple[str, str], str]) -> str:
    """The entity that a source's naming mentions, a body before who speaks for it and the place in its name; else its words."""
    if figure.speaker is None:
        return ""
    at, end = figure.speaker_start, figure.speaker_end
    if at is not None and end is not None:
        named = [
            (_SOURCES.index(name.type), m.start - m.end, name.id)
            for name in reading.names
            for m in name.mentions
            if at <= m.start and m.end <= end
        ]
        if named:
            *_, chosen = min(named)
            return entity_of.get((reading.article.id, chosen), chosen)
    return figure.speaker.lower()


# The whole of a part stands so many characters before it at most, in its sentence or the one before.
WHOLE_REACH = 200


def _as_total(figure: Figure, others: Sequence[Figure]) -> Figure:
    """A part of those that something else is said of is all of its own measure: `delapan korban, lima di antaranya tewas`."""
    if figure.part != "part" or figure.measure not in PEOPLE:
        return figure
    at = figure.number.start
    first, last = (bisect_left(others, place, key=lambda f: f.number.start) for place in (at - WHOLE_REACH, at))
    before = [f for f in others[first:last] if (f.low or 0) >= (figure.low or 0)]
    whole = max(before, key=lambda f: f.number.start, default=None)
    return replace(figure, part="total") if whole is not None and whole.measure in WHOLES else figure


def _day(
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
        and _says(words, "until", text[max(sentence[0], d.start - UNTIL_REACH) : d.start])
    }
    told = until.pop() if len(until) == 1 else _whole_day(said.get(figure.statement or ""))
    return told if told and (not day or told <= day) else day or own


def _first_day(written: Date) -> date | None:
    """The day that a date names, None for a longer time."""
    match = re.match(r"(\d{4}-\d\d-\d\d)(?![\d/])", written.value or "")
    return date.fromisoformat(match[1]) if match and "/" not in (written.value or "") else None


def _person(
    reading: Reading, figure: Figure, begin: int, entity_of: Mapping[tuple[str, str], str], words: Words
) -> tuple[str, tuple[str, ...]]:
    """Whose age a number tells: the nearest name before it among the words that it counts, and how it is written there."""
    counted = figure.counted or ""
    least = max(begin, figure.number.start - AGE_REACH)
    found = max(
        (
            (m.end, m.text, name.id)
            for name in reading.names
            if name.type == "PER"
            for m in name.mentions
            if least <= m.start and m.end <= figure.number.start and (m.text in counted or counted in m.text)
        ),
        default=None,
    )
    if found is None:
        places = _where(reading, begin, figure.number.start)
        opens = figure.rule != "measure:age:bracket" and reading.article.text.startswith(counted, begin)
        called = re.findall(r"\b[A-Z]\w{2,}", counted)[1 if opens else 0 :]
        return "", tuple(w for w in called if w not in words.titles and w.lower() not in places)
    return entity_of.get((reading.article.id, found[2]), found[2]), tuple(found[1].split())


def _unit(figure: Figure, words: Words) -> str:
    """The unit that an amount stands in, one word for all its spellings."""
    written = figure.rule.removeprefix("measure:unit:") if figure.rule.startswith("measure:unit:") else ""
    return words.aliases.get(written.lower(), written.lower())


def _where(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The words of the places that a stretch names."""
    named = (m.text for n in reading.names if n.type in ("GPE", "LOC") for m in n.mentions if start <= m.start < end)
    return frozenset(word.lower() for text in named for word in re.findall(r"[^\W\d_]{4,}", text))


def _spot(reading: Reading, figure: Figure, end: int, words: Words) -> frozenset[str]:
    """The words of the place right beside a count (`satu orang di Kalimas`, `Kalimas satu orang`); empty where none stands so near."""
    text, at = reading.article.text, figure.number
    places = [m for n in reading.names if n.type in ("GPE", "LOC") for m in n.mentions]
    for m in places:
        if at.end < m.start < min(end, at.end + SPOT_AFTER) and _says(words, "inside", text[at.end : m.start]):
            return frozenset(m.text.lower().split())
    return frozenset(w for m in places if 0 <= at.start - m.end <= SPOT_BEFORE for w in m.text.lower().split())


def _happened(
    reading: Reading, figure: Figure, sentence: tuple[int, int], said: Mapping[str, str], words: Words
) -> str:
    """The day on which those counted came to harm, where the sentence tells one that is not the day of saying, and no state of things so
    far.
    """
    start, end = sentence
    day = _whole_day(figure.as_of)
    if not day or _says(words, "state", reading.article.text[start:end]):
        return ""
    if day == said.get(figure.statement or "", "")[:10]:
        return ""
    return day if len({d.value for d in reading.dates if start <= d.start < end}) == 1 else ""


def _whole_day(value: str | None) -> str:
    """The day of a value, empty where it is no single one (`2031-04`, `PRESENT_REF`)."""
    return value[:10] if value and _DAY.match(value) else ""


_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!/)")


def _lead(reading: Reading) -> frozenset[str]:
    """The words of the places that a report's first sentences name."""
    return _where(reading, 0, reading.sentences[:LEAD][-1].end if reading.sentences else 0)


def _says(words: Words, role: str, text: str) -> bool:
    return role in words.roles and words.roles[role].search(text) is not None


def _is_recounted(before: str, words: Words) -> bool:
    """Whether what stands before a number says that it was told before: `Sebelumnya, kepolisian melaporkan …`."""
    return _says(words, "recounted", before[:OPENING]) and _says(words, "retold", before)


def _grade(before: str, clause: str, words: Words) -> str:
    """How badly those counted are hurt: as told right before the number (`luka berat 30 orang`), else behind it."""
    told = list(words.roles["grade"].finditer(before)) if "grade" in words.roles else []
    link = before[told[-1].end() :].strip() if told else ""
    if told and (not link or words.roles["numbering"].fullmatch(link)):
        return words.values["grade", told[-1][1].lower()]
    return _value(words, "grade", clause)


def _value(words: Words, role: str, text: str) -> str:
    match = words.roles[role].search(text) if role in words.roles else None
    return words.values[role, match[1].lower()] if match else ""


def _scope(text: str, figure: Figure, sentence: tuple[int, int], clause: str, words: Words) -> str:
    """The country whose people or whose soil a count is of; empty where none is told.

    In this order: the country in what is counted; the only one that the sentence places it in; the one named after it in
    its clause, else last before it; the one whose health service counts; the one that counts, where another attacked it.
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
    if home is None:
        return ""
    country, attacker = words.countries[home[0]], _attacker(text, sentence, words)
    return country if _says(words, "home-source", figure.speaker or "") or attacker not in ("", country) else ""


def _attacker(text: str, sentence: tuple[int, int], words: Words) -> str:
    """The only country that a sentence says attacked; empty where there is none, or two."""
    found = {words.countries[m["country"]] for m in words.attack.finditer(text, *sentence)}
    return found.pop() if len(found) == 1 else ""


def _last_value(words: Words, role: str, text: str) -> str:
    """The value of the last word of a role: of what was done to those counted, the furthest."""
    found = words.roles[role].findall(text) if role in words.roles else ()
    return words.values[role, found[-1].lower()] if found else ""


def _topic(
    figure: Figure, head: str, before: str, clause: str, text: str, inside: tuple[int, int], words: Words
) -> tuple[str, ...]:
    """What two figures of one measure must share to stand in one series; of measure `other`, what tells of one thing at once."""
    measure, sentence = figure.measure, text[inside[0] : inside[1]]
    if measure == "age":
        return ("",)
    if measure in THINGS:
        handled = _value(words, "handled", clause) if measure == "vehicles" else ""
        return (words.aliases.get(head) or (head.split()[0] if head else ""), handled)
    if measure in PEOPLE:
        handled = "" if measure in ("evacuated", "rescued", "injured") else _last_value(words, "handled", clause)
        if not handled and measure in ("killed", "affected"):
            handled = "" if _says(words, "update", before) else _value(words, "handling", before)
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
        return _rate(figure, before, text, words) or (_value(words, "loss", before),)
    return ("",)


def _rate(figure: Figure, before: str, text: str, words: Words) -> tuple[str, ...]:
    """The topic of a price, nothing for a sum: of a currency, and which of its prices (a bank's, the middle one); of goods.

    1. `per` or a stroke after it, within its unit or behind it; 2. told as a level, of what is not known yet.
    """
    named = words.rate.match(text, figure.number.end) or words.rate.match(text, figure.end)
    sort = _last_value(words, "rate-sort", text[max(0, figure.number.start - RATE_REACH) : figure.number.start])
    sort = "" if sort == MARKET else sort
    if named and named["what"].lower() in words.spells:  # `Rp 5 miliar per tahun` is the price of nothing
        return ()
    if named is None:
        near = text[max(0, figure.number.start - EXCHANGE_REACH) : figure.number.start]
        return (RATE, "", sort) if words.rated.search(before) and _says(words, "exchange", near) else ()
    what = named["what"].lower()
    return (RATE, words.values["currency", what], sort) if ("currency", what) in words.values else (PRICE, what)


def _content(sentence: str, words: Words) -> frozenset[str]:
    """The words of a sentence that are long enough to mean something, without those that only scale or measure a number."""
    return frozenset(re.findall(r"[^\W\d_]{5,}", sentence.lower())) - words.scales
