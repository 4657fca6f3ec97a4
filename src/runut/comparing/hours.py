"""One happening of which two reports tell another hour: `meledak pukul 05.30`, `ledakan itu terjadi pukul 06.15`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from runut.codec import content_id
from runut.comparing.lemmas import Lemmas
from runut.lang import Language
from runut.model import Check, Date, Event, Family, Party, Place, Reading, Sentence
from runut.text.alternatives import any_of

KIND = "hour-differs"
# What comes at one moment that every report tells.
SUDDEN = frozenset(["ASSAULT", "ACCIDENT", "DISASTER"])
# Hours nearer to each other are one, roughly told; those further apart are of two happenings.
LEAST, MOST = 10, 180
# Shorter words are grammar.
LONG = 3
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_ZONE = re.compile(r"\W{0,2}(WIB|WITA|WIT)\b", re.IGNORECASE)
_AHEAD = {"WIB": 7, "WITA": 8, "WIT": 9}
_HOUR = 60


@dataclass(frozen=True, slots=True)
class _Onset:
    """A sentence with the one hour at which something began; `minute` of its `day`, `ahead` the hours of its zone where that is told."""

    article: str
    family: str
    day: str
    minute: int
    ahead: int | None
    deed: frozenset[str]
    party: frozenset[str]
    start: int
    end: int
    shown: str


def _else(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(row['word'] for row in language.table('hour_words'))}\b", re.IGNORECASE)


def find(
    readings: Sequence[Reading], families: Iterable[Family], language: Language, lemmas: Lemmas
) -> Iterator[Check]:
    """What happened on a day of which two independent reports each tell one hour, and not the same; rule `check:hour-differs`.

    Nothing is told where a report tells two hours of such a deed on that day, where the hours are nearer than LEAST or further than MOST
    minutes, or differ by whole hours of which a zone is not told.
    """
    family_of = {article: family.id for family in families for article in family.articles}
    timed = [r for r in readings if any(d.value and _CLOCK.fullmatch(d.value) for d in r.dates)]
    if len(timed) < 2:
        return
    elsewhere = language.derive(_else)
    onsets = [o for r in timed for o in _onsets(r, family_of.get(r.article.id, r.article.id), elsewhere, lemmas)]
    for group in _groups(onsets):
        by_report: dict[str, set[int]] = defaultdict(set)
        for onset in group:
            by_report[onset.article].add(_universal(onset))
        if any(len(minutes) > 1 for minutes in by_report.values()):  # of several
            continue
        pairs = [(a, b) for a, b in combinations(group, 2) if a.family != b.family and _differ(a, b)]
        if pairs:
            yield _check(group, pairs)


def _onsets(reading: Reading, family: str, elsewhere: re.Pattern[str], lemmas: Lemmas) -> Iterator[_Onset]:
    """The sentences of a report that tell of one hour only, with the deed that they tell of it."""
    text = reading.article.text
    sentences = {s.start: s for s in reading.sentences}
    for event in reading.events:
        if event.type not in SUDDEN or event.status not in ("happened", "alleged"):
            continue
        sentence = next((s for s in sentences.values() if s.start <= event.start < s.end), None)
        clock = _only_clock(reading, event, sentence)
        if sentence is None or clock is None or elsewhere.search(text, sentence.start, sentence.end):
            continue
        match = _CLOCK.fullmatch(clock.value or "")
        assert match is not None
        zone = _ZONE.match(text, clock.end) or _ZONE.search(clock.text)
        yield _Onset(
            article=reading.article.id,
            family=family,
            day=match[1],
            minute=int(match[2]) * _HOUR + int(match[3]),
            ahead=_AHEAD[zone[1].upper()] if zone else None,
            deed=_stems(event.rule.partition(":")[2], lemmas),
            party=_party(event.recipient, lemmas) | _party(event.actor, lemmas),
            start=sentence.start,
            end=sentence.end,
            shown=f"{match[2]}.{match[3]}",
        )


def _only_clock(reading: Reading, event: Event, sentence: Sentence | None) -> Date | None:
    """The hour that a clause tells, where its sentence tells no other."""
    if sentence is None:
        return None
    told = [d for d in reading.dates if sentence.start <= d.start < sentence.end and d.value and "T" in d.value]
    inside = len(told) == 1 and event.start <= told[0].start < event.end
    return told[0] if inside and _CLOCK.fullmatch(told[0].value or "") else None


def _stems(text: str, lemmas: Lemmas) -> frozenset[str]:
    return frozenset(lemmas.lemma(w.lower()) for w in _WORD.findall(text) if len(w) >= LONG)


def _party(party: Party | None, lemmas: Lemmas) -> frozenset[str]:
    return _stems(party.text, lemmas) if party is not None else frozenset()


def _groups(onsets: Sequence[_Onset]) -> list[list[_Onset]]:
    """Those of one day that tell one deed: by its own word, or one names as who does or suffers it what the other names as the deed."""
    out: list[list[_Onset]] = []
    for onset in onsets:
        homes = [g for g in out if any(_of_one(onset, other) for other in g)]
        out = [g for g in out if g not in homes]
        out.append([*(o for g in homes for o in g), onset])
    return [g for g in out if len({o.article for o in g}) > 1]


def _of_one(a: _Onset, b: _Onset) -> bool:
    return a.day == b.day and bool(a.deed & b.deed or a.deed & b.party or a.party & b.deed)


def _universal(onset: _Onset) -> int:
    """The minute by one clock where the zone is told."""
    return onset.minute - _HOUR * (onset.ahead or 0)


def _differ(a: _Onset, b: _Onset) -> bool:
    """Whether two hours are not the same, and not only by their zones."""
    if (a.ahead is None) != (b.ahead is None):
        apart = abs(a.minute - b.minute)
        return LEAST <= apart <= MOST and apart % _HOUR != 0
    return LEAST <= abs(_universal(a) - _universal(b)) <= MOST


def _check(group: Sequence[_Onset], pairs: Sequence[tuple[_Onset, _Onset]]) -> Check:
    bearing = {(o.article, o.start) for pair in pairs for o in pair}
    told = sorted(
        (o for o in group if (o.article, o.start) in bearing), key=lambda o: (_universal(o), o.article, o.start)
    )
    first: dict[int, _Onset] = {}
    for onset in told:
        first.setdefault(_universal(onset), onset)
    shown = list(first.values())
    hours = [o.shown for o in shown]
    return Check(
        id=content_id("check", KIND, *(f"{o.article}:{o.start}" for o in shown)),
        kind=KIND,
        figures=(),
        rule=f"check:{KIND}",
        why=f"pukul {' atau '.join(hours)} untuk kejadian yang sama",
        english=f"{' or '.join(hours)} for the same happening",
        evidence=tuple(Place(article=o.article, start=o.start, end=o.end) for o in shown),
    )
