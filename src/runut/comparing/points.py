"""What the figures of a report cover, by the words around them: the points that series are made of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from runut.comparing import company, count_days, heads, penalties, purposes, scopes, spots, standing, topics
from runut.comparing.company import Company
from runut.comparing.measures import PEOPLE, THINGS
from runut.comparing.penalties import Penalty
from runut.comparing.purposes import Purpose
from runut.comparing.series_words import Words
from runut.comparing.topics import RATE
from runut.comparing.wording import find_stems
from runut.model import Figure, Reading

# Words after a figure that may still tell what it covers.
REACH = 110
# A day further back than this from all reports is of another event.
MEMORY = 30
# So near a level that names no currency or goods lies to those of a story that do.
RATES_APART = 1.1
# Words so many characters from a number are beside it.
NEAR = 50
# So many words before and behind a number are held against those of another.
BESIDE = 5
# What points back to those told of before stands among so many words behind the number.
AGAIN_REACH = 2
# The name whose age a number tells stands no further before it.
AGE_REACH = 80


# The rule of the reading by which a count is what a toll has grown from: `enam lagi, dari 125 orang menjadi 131 orang`.
GROWN_FROM = "measure:grown:from"
# A count that takes the place of a former one stands no more sentences behind it.
REPLACED_REACH = 1
# What those are called that a count says nothing else of.
_BARE = frozenset(["", "people-classifier", "person"])
# Counts of those that are hurt or damaged a little or badly.
GRADED = frozenset(["injured", "houses", "buildings_damaged"])
# Between the words for how badly hurt they are and a number stand no other number and so many characters at most.
GRADE_REACH = 50
_STOP = re.compile(r"[.!?]\s+")
_CAPITAL = re.compile(r"\b(?!(?:Rp|US|USD|IDR|EUR|SGD|AS)\b)[A-Z]\w+")


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
    noun: tuple[str, ...]
    """The first words of the head, one for all their spellings and names: `personil`, `personel`."""
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
    left: bool = False
    """Whether it is what is left of another: `menyisakan 17 pertandingan`."""
    kind: str = ""
    unit: str = ""
    beside: frozenset[str] = frozenset()
    """What else the sentence counts."""
    companions: frozenset[tuple[str, object, object]] = frozenset()
    """The other figures of the sentence, as measure and bounds."""
    where: frozenset[str] = frozenset()
    """Words of the places that the sentence names."""
    countries: frozenset[str] = frozenset()
    """The countries that the sentence names."""
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
    company: Company = company.NOBODY
    """Who is named with those counted."""
    penalty: Penalty | None = None
    """Which punishment it is, at which stage, and whose."""
    purpose: Purpose | None = None
    """What a sum of money or a share is the value of."""
    beneath: bool = False
    """Whether its report counts more of its measure, so that it may be some of them."""
    rest: bool = False
    """Whether it is told as some of those counted before: `satu korban lainnya`."""
    sole: bool = False
    """Whether its report gives no other value of its kind: of its noun, or of its measure and unit."""
    listed: bool = False
    """Whether its report goes through places, and counts what it counts at each."""
    grade: str = ""
    """How badly those counted are hurt, where it is told: heavy or light."""
    office: str = ""
    """The word that names the kind of its source's office: `bpbd`, `gubernur`; the source's first word but for what heads a body."""
    voiced: frozenset[str] = frozenset()
    """The other words of its source's naming but for persons' names, in small letters."""
    hours: frozenset[str] = frozenset()
    """The hours and parts of the day that its sentence tells."""
    label: tuple[str, ...] = ()
    """The names and short forms that stand before the number in its clause, in small letters, the nearest first; those of the figure before
    it in its sentence where there are none: `PT Asa menyetor Rp 12 miliar untuk 40 warga`."""
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
            first is not None
            and not _is_told_again(point, words)
            and count_days.is_former(reading, point.figure, first, words),
        )
        for reading in readings
        for point in _inherit(_points(reading, family_of.get(reading.article.id, reading.article.id), entity_of, words))
    ]
    counted = [(p, old) for p, old in found if p.figure.measure in PEOPLE]
    values: dict[tuple[object, ...], set[tuple[float | None, float | None]]] = defaultdict(set)
    for p, _ in found:
        values[p.report, kind_of(p)].add((p.figure.low, p.figure.high))
    most = _find_most(p for p, old in found if not old)
    found = [
        (
            replace(
                p,
                sole=len(values[p.report, kind_of(p)]) == 1,
                beneath=(p.figure.high or p.figure.low or 0) < most.get((p.report, p.figure.measure), 0),
            ),
            old,
        )
        for p, old in found
    ]
    looks_back = bool(counted) and all(old for _, old in counted)
    return _rates([replace(p, past=True) if old and not looks_back else p for p, old in found])


def _find_most(points: Iterable[Point]) -> dict[tuple[str, str], float]:
    """The largest count of people that a report gives of each measure, but for what was said before."""
    most: dict[tuple[str, str], float] = {}
    for p in points:
        if p.figure.measure in PEOPLE and not (p.former or p.presumed or p.period):
            key = (p.report, p.figure.measure)
            most[key] = max(most.get(key, 0), p.figure.low or 0)
    return most


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
    out = _told_before(_replaced(list(points)))
    first: dict[tuple[object, ...], str] = {}
    for p in out:
        key = (p.figure.measure, p.figure.low, p.figure.high)
        first[key] = min(first.get(key, p.day), p.day)
    out = [
        replace(p, day=first[p.figure.measure, p.figure.low, p.figure.high]) if p.figure.measure in PEOPLE else p
        for p in out
    ]
    scopes = {p.scope for p in out if p.scope}
    if len(scopes) != 1 or all(p.figure.low == p.figure.high == 1 for p in out if p.scope):
        return out  # where one person is tells nothing of the others
    (scope,) = scopes
    return [replace(p, scope=scope) if _may_be_of(scope, p) else p for p in out]


def _replaced(points: list[Point]) -> list[Point]:
    """The points of a report, a bare count of people that is told as the former one taken for what the count in its place is of: `Semula
    dicatat 17 orang, kini dikoreksi menjadi 13 orang tewas`.
    """
    out = list(points)
    for n, p in enumerate(out):
        if not (p.former and p.general and p.figure.measure == "other" and p.kind in _BARE):
            continue
        now = next((q for q in out[n + 1 :] if q.figure.measure in PEOPLE), None)
        if now is None or now.at - p.at > REPLACED_REACH or not now.general or now.former or now.topic[0]:
            continue
        if now.figure.part == "total" and now.figure.low != p.figure.low:
            out[n] = replace(p, figure=replace(p.figure, measure=now.figure.measure), topic=now.topic)
    return out


def _told_before(points: list[Point]) -> list[Point]:
    """The points of a report, a former count of people no later than those that took its place: `Kini 12 orang tewas, kata Rato pada Sabtu.
    Sebelumnya, dinas menyebut sembilan orang tewas.`
    """
    now: dict[str, str] = {}
    for p in points:
        if p.figure.measure in PEOPLE and p.day and not p.former and not p.past:
            now[p.figure.measure] = min(now.get(p.figure.measure, p.day), p.day)
    return [
        replace(p, day=min(p.day, now.get(p.figure.measure, p.day))) if p.former and p.figure.measure in PEOPLE else p
        for p in points
    ]


def _may_be_of(scope: str, p: Point) -> bool:
    """Whether a count may be of the only country that its report counts for: it attacks nobody there, and no other is named beside it."""
    named = p.countries - {scope}
    return p.figure.measure in PEOPLE and p.attacker != scope and (not named or scope in p.countries)


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


def _points(reading: Reading, family: str, entity_of: Mapping[tuple[str, str], str], words: Words) -> Iterable[Point]:
    """What each figure of a report covers, by the words around it."""
    text = reading.article.text
    lead = spots.find_lead(reading)
    said = {s.id: s.said_on for s in reading.statements if s.said_on}
    known = frozenset(entity_of.get((reading.article.id, n.id), n.id) for n in reading.names if n.type == "PER")
    starts = [f.number.start for f in reading.figures if f.measure in PEOPLE or f.measure in THINGS]
    stems = [_stems(text[s.start : s.end], words) for s in reading.sentences] or [frozenset[str]()]
    persons = frozenset(w for n in reading.names if n.type == "PER" for m in n.mentions for w in m.text.lower().split())
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
        if figure.measure == "age" and (
            words.says("past-age", before)
            or (
                words.says("still-young", before)
                and count_days.is_of_years_ago(reading, figure.number.end, sentence[1])
            )
        ):
            continue
        topic = topics.find(figure, head, before, clause, text, sentence, words)
        purpose = valued.get(figure.id)
        if topic == ("",) and purpose is not None and purpose.kind == purposes.LOSS:
            topic = (purposes.LOSS,)
        others = [f for f in reading.figures if f is not figure and sentence[0] <= f.number.start < sentence[1]]
        person, called = (
            _person(reading, figure, sentence[0], entity_of, words) if figure.measure == "age" else ("", ())
        )
        was = standing.has_changed(before, words) or standing.has_become(figure, before, others, text, words)
        # `naik 11 persen` tells by how much, and follows no other share
        follows = (
            figure.measure != "percent"
            and not was
            and (words.says("remaining", before) or standing.is_so_told("update", before, words))
        )
        told = standing.as_total(figure, reading.figures)
        told = standing.remaining(told, text[figure.start : sentence[1]], words)
        if was and told.part == "increment":
            told = replace(told, part="total")
        yield Point(
            figure=told,
            report=reading.article.id,
            family=family,
            day=count_days.find(reading, figure, sentence, topic, said, words),
            published=reading.article.published or "",
            topic=topic,
            head=head,
            sort=heads.sort(figure, head),
            held=heads.held(figure, head, words),
            noun=heads.noun(figure, head, words),
            general=not heads.share_out(figure, head, others, text, words)
            and (
                not head
                or heads.is_general(head, figure.measure, words)
                or heads.is_general(head.split()[0], figure.measure, words)
            ),
            period=words.value("period", f"{before} {clause}"),
            after=words.says("aftershock", text[sentence[0] : sentence[1]]),
            follows=follows,
            grown=not was and standing.is_so_told("growth", before, words),
            left=words.says("remaining", before),
            former=was
            or figure.rule == GROWN_FROM
            or standing.is_corrected(before, words)
            or standing.is_recounted(text[sentence[0] : figure.number.start], words)
            or standing.is_replaced(figure, before, others, text, words),
            contrasted=words.says(
                "contrast", text[reading.sentences[k - 1].start if k else sentence[0] : figure.number.start]
            ),
            of_house=words.says("house", figure.speaker or ""),
            scope=scopes.find(text, figure, sentence, clause, words) if figure.measure in PEOPLE else "",
            attacker=scopes.find_attacker(text, sentence, words),
            # the day in the sentence of a count that has risen is that of its last victims
            happened=count_days.find_harm(reading, figure, sentence, said, words)
            if figure.measure in PEOPLE and not follows
            else "",
            lead=lead,
            presumed=(figure.measure == "killed" and words.says("presumed", before))
            or (figure.measure in ("displaced", "evacuated") and words.says("due", figure.text)),
            context=_content(text[sentence[0] : sentence[1]], words),
            words=frozenset(re.findall(r"[^\W\d_]{2,}", text[sentence[0] : sentence[1]].lower())),
            added=told.part == "increment" and figure.measure in PEOPLE | THINGS,
            kind=words.kinds.get(head, words.kinds.get(head.split(" ")[0], "")),
            unit=_unit(figure, words),
            beside=frozenset(h for f in others if (h := heads.of(f, words))),
            companions=frozenset((f.measure, f.low, f.high) for f in others),
            where=spots.find_words(reading, *sentence) - words.place_heads,
            countries=scopes.find_named(text, sentence, words) if figure.measure in PEOPLE else frozenset(),
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
            spot=spots.find_beside(reading, figure, sentence[1], words),
            source=_source(reading, figure, entity_of),
            label=_label(figure, others, sentence, text, persons),
            office=(office := next((w for w in _words(figure.speaker or "") if w not in words.headed), "")),
            voiced=_voiced(reading, figure) - words.headed - {office},
            hours=_hours(reading, sentence, words),
            company=(
                company.find(reading, figure, sentence, entity_of, words)
                if figure.measure in PEOPLE or figure.measure == "other"
                else company.NOBODY
            ),
            penalty=punished.get(figure.id),
            purpose=purpose,
            grade=_grade(before, clause, words) if figure.measure in GRADED else "",
        )


def _label(
    figure: Figure, others: Sequence[Figure], sentence: tuple[int, int], text: str, persons: frozenset[str]
) -> tuple[str, ...]:
    """The words with capitals in the stretch before a number, back to the number before it; where there is none, before that one.

    Words that only stand in front of a sum (`Rp`, `US`) are none, nor is a word that begins the sentence, nor a person's name.
    """
    end = figure.number.start
    before = sorted((f.number for f in others if f.number.end <= end), key=lambda n: -n.end)
    for number in (*before, None):
        start = max(sentence[0] + 1, number.end if number else 0)
        found = [w for m in _CAPITAL.finditer(text, start, end) if (w := m[0].lower()) not in persons]
        if found or number is None:
            return tuple(reversed(found))
        end = number.start
    return ()


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


def _voiced(reading: Reading, figure: Figure) -> frozenset[str]:
    """The words of the naming of a figure's source that are no person's name: `bpbd kalimas` of `Kepala BPBD Kalimas Rudi Wijaya`."""
    at, end = figure.speaker_start, figure.speaker_end
    persons = (
        name.name
        for name in reading.names
        if name.type == "PER" and any((at or 0) <= m.start and m.end <= (end or 0) for m in name.mentions)
    )
    return frozenset(_words(figure.speaker or "")) - {w for name in persons for w in _words(name)}


def _hours(reading: Reading, sentence: tuple[int, int], words: Words) -> frozenset[str]:
    """The hours and parts of the day that a sentence tells: `pukul 10.00`, `Senin malam`, `siang`."""
    told = (d.value or d.text for d in reading.dates if sentence[0] <= d.start < sentence[1])
    parts = words.day_parts.intersection(_words(reading.article.text[sentence[0] : sentence[1]]))
    return parts.union(t for t in told if "T" in t or not t[:4].isdigit())


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
        places = spots.find_words(reading, begin, figure.number.start)
        opens = figure.rule != "measure:age:bracket" and reading.article.text.startswith(counted, begin)
        own = _STOP.split(counted)[-1]  # `… di Kalimas. Senator berusia 39 tahun`
        called = re.findall(r"\b[A-Z]\w{2,}", own)[1 if opens or own != counted else 0 :]
        return "", tuple(w for w in called if w not in words.titles and w.lower() not in places)
    return entity_of.get((reading.article.id, found[2]), found[2]), tuple(found[1].split())


def _unit(figure: Figure, words: Words) -> str:
    """The unit that an amount stands in, one word for all its spellings."""
    written = figure.rule.removeprefix("measure:unit:") if figure.rule.startswith("measure:unit:") else ""
    return words.aliases.get(written.lower(), written.lower())


def _grade(before: str, clause: str, words: Words) -> str:
    """How badly those counted are hurt: as told right before the number (`luka berat 30 orang`, `korban luka berat sejauh ini sebanyak 30
    orang`), else behind it; empty where two ways are told (`luka ringan hingga berat`).
    """
    told = list(words.roles["grade"].finditer(before)) if "grade" in words.roles else []
    link = before[told[-1].end() :].strip() if told else ""
    if told and (not link or _is_numbered(link, words)):
        return words.values["grade", told[-1][1].lower()]
    behind = next(words.roles["grade"].finditer(clause), None) if "grade" in words.roles else None
    if behind is None or words.roles["grades"].match(clause, behind.end() + 1):
        return ""
    if _is_numbered(clause[behind.end() :].strip(), words):
        return ""  # of the next number: `6.570 unit, rumah rusak sedang sejumlah 2.071 unit`
    return words.values["grade", behind[1].lower()]


def _is_numbered(link: str, words: Words) -> bool:
    """Whether a stretch leads from who is counted to how many they are: it ends with a word for that, and tells no other number."""
    ends = [m.end() for m in words.roles["numbering"].finditer(link)] if "numbering" in words.roles else []
    return bool(ends) and ends[-1] == len(link) <= GRADE_REACH and not any(c.isdigit() or c in ",;" for c in link)


def _content(sentence: str, words: Words) -> frozenset[str]:
    """The words of a sentence that are long enough to mean something, without those that only scale or measure a number."""
    return frozenset(re.findall(r"[^\W\d_]{5,}", sentence.lower())) - words.scales
