"""Events made ready for comparing: what deed, by whom, to whom, where and when, in content words, names and counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from runut.comparing.lemmas import Lemmas
from runut.lang import Language
from runut.model import Entity, Event, Family, Figure, Party, Reading

# What the key of a name begins with, before the id of the entity.
NAME = "@"
# Shorter words are grammar.
SHORTEST = 3
# Texts are the same by what they share of runs of so many words.
RUN = 3
_DAY = 10
_WORD = re.compile(r"[^\W\d_]{2,60}|\d(?:[\d.,]{0,20}\d)?")
_FULL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[^/]*)?\Z")
_Lemma = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Act:
    """An event with what comparing needs of it.

    `deed`: the lemmas of its trigger, one for each group of words that tell one deed; `actor`, `recipient`: the entity, else the telling
    words of the party; `place`: the names and capitalised words of where it happened; `stems`: lemmas of the content words, numbers, and
    for each name the entity; `forms`: all words as written, in small letters, `runs` each `RUN` of them; `day` in full or None; `reported`
    the day of the report; `counted`: the number word before each word that has one (`dua produk`).
    """

    event: Event
    report: int
    family: str
    day: str | None
    reported: str | None
    deed: frozenset[str]
    actor: frozenset[str]
    recipient: frozenset[str]
    actor_entity: str | None
    recipient_entity: str | None
    place: frozenset[str]
    stems: frozenset[str]
    forms: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]
    figures: tuple[Figure, ...]
    counted: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    deeds: Mapping[str, str]
    by_doer: frozenset[str]
    general: frozenset[str]
    light: frozenset[str]
    small: frozenset[str]
    numerals: frozenset[str]
    counts: frozenset[str]
    place_heads: frozenset[str]
    strikes: frozenset[str]
    """Words of nouns for what strikes people and places: a flood, a fire."""


def _read(language: Language) -> _Lexicon:
    rows, markers = language.table("act_words"), language.table("event_markers")
    return _Lexicon(
        deeds={r["word"]: r["deed"] for r in rows if r["deed"] not in ("general", "by-its-doer")},
        by_doer=frozenset(r["word"] for r in rows if r["deed"] == "by-its-doer"),
        general=frozenset(r["word"] for r in rows if r["deed"] == "general"),
        light=frozenset(r["word"] for r in markers if r["kind"] in ("light", "light-passive", "amid")),
        small=frozenset(r["word"] for r in language.table("clash_words") if r["role"] in ("small", "joint", "relative"))
        | frozenset(r["word"] for r in markers if r["kind"] in ("preposition", "auxiliary", "aside")),
        numerals=frozenset(r["word"] for r in language.table("numbers")),
        counts=frozenset(r["word"] for r in language.table("numbers") if r["kind"] == "digit" and int(r["low"]) > 1),
        strikes=frozenset(
            word
            for r in language.table("event_words")
            if r["frame"] == "noun" and r["type"] in ("DISASTER", "ACCIDENT", "BLAST")
            for word in r["word"].split()
        ),
        place_heads=frozenset(next(iter(r.values())).lower() for r in language.table("place_heads")),
    )


def gather(
    readings: Sequence[Reading],
    entities: Iterable[Entity],
    families: Iterable[Family],
    language: Language,
    lemmas: Lemmas | None = None,
) -> list[Act]:
    """The events of a story as acts, report by report and in the order of the text."""
    lexicon = language.derive(_read)
    owner = {member: entity for entity in entities for member in entity.members}
    family_of = {article: family.id for family in families for article in family.articles}
    lemma = (lemmas or Lemmas(language)).lemma
    out = []
    for number, reading in enumerate(readings):
        family = family_of.get(reading.article.id, reading.article.id)
        read = _Read(reading, owner, lexicon, lemma)
        out += [read.act(event, number, family) for event in reading.events]
    return out


class _Read:
    """One report's names and figures by their places, for reading its events."""

    def __init__(
        self, reading: Reading, owner: Mapping[tuple[str, str], Entity], lexicon: _Lexicon, lemma: _Lemma
    ) -> None:
        self._article, self._owner, self._lexicon, self._lemma = reading.article.id, owner, lexicon, lemma
        spans = sorted(
            (m.start, -m.end, self._key(name.id), name.type in ("GPE", "LOC"))
            for name in reading.names
            for m in name.mentions
        )
        self._names: list[tuple[int, int, str, bool]] = []
        end = 0
        for start, minus, key, is_place in spans:  # the longest where they nest
            if start >= end:
                end = -minus
                self._names.append((start, end, key, is_place))
        self._starts = [start for start, *_ in self._names]
        self._figures = reading.figures
        self._reported = reading.anchor.day
        self._dates = sorted((d.start, d.end) for d in reading.dates)

    def act(self, event: Event, report: int, family: str) -> Act:
        figures = tuple(f for f in self._figures if event.start <= f.start and f.end <= event.end)
        words = re.split(r"\s+", event.rule.split(":", 1)[1])
        deed = frozenset(self._deed(w) for w in ([w for w in words if w not in self._lexicon.light] or words))
        actor = self._party(event.actor)
        forms = tuple(m[0].lower() for m in _WORD.finditer(event.text))
        if deed <= self._lexicon.by_doer and not (event.actor and event.actor.entity):  # `Banjir menerjang` is a flood
            deed = actor or frozenset(map(self._deed, self._lexicon.strikes.intersection(forms))) or deed
        place = {key for _, _, key, is_place in self._within(event.start, event.end) if is_place}
        return Act(
            event=event,
            report=report,
            family=family,
            day=event.date[:_DAY] if event.date and _FULL_DAY.match(event.date) else None,
            reported=self._reported,
            deed=deed,
            actor=actor,
            recipient=self._party(event.recipient),
            actor_entity=self._entity(event.actor),
            recipient_entity=self._entity(event.recipient),
            place=frozenset({*place, *self._placed(event.place)}),
            stems=frozenset(self._stems(event.text, event.start)),
            forms=forms,
            runs=frozenset(forms[n : n + RUN] for n in range(len(forms) - RUN + 1)),
            figures=figures,
            counted={noun: number for number, noun in pairwise(forms) if number in self._lexicon.counts},
        )

    def _key(self, name: str) -> str:
        entity = self._owner.get((self._article, name))
        return entity.id if entity else name

    def _within(self, start: int, end: int) -> list[tuple[int, int, str, bool]]:
        first = bisect_right(self._starts, start - 1)
        return [n for n in self._names[first : bisect_right(self._starts, end - 1)] if n[1] <= end]

    def _deed(self, word: str) -> str:
        lemma = self._lemma(word)
        return self._lexicon.deeds.get(word) or self._lexicon.deeds.get(lemma, lemma)

    def _entity(self, party: Party | None) -> str | None:
        return self._key(party.entity) if party and party.entity else None

    def _party(self, party: Party | None) -> frozenset[str]:
        if party is None:
            return frozenset()
        if party.entity:
            return frozenset([NAME + self._key(party.entity)])
        return frozenset(s for s in self._stems(party.text, party.start) if not s[0].isdigit())

    def _placed(self, place: str | None) -> Iterator[str]:
        for match in _WORD.finditer(place or ""):
            word = match[0].lower()
            if match[0][0].isupper() and len(word) >= SHORTEST and word not in self._lexicon.place_heads:
                yield word

    def _stems(self, text: str, start: int | None) -> Iterator[str]:
        """The content words of a stretch as lemmas, a name as its entity; days, small words and words for anybody are left out."""
        names = self._within(start, start + len(text)) if start is not None else []
        ends = {n[0]: n for n in names}
        until = -1
        for match in _WORD.finditer(text):
            at = match.start() + (start or 0)
            if at < until:
                continue
            if start is not None and at in ends:
                until = ends[at][1]
                yield NAME + ends[at][2]
                continue
            word = match[0].lower()
            known = self._lexicon
            if word in known.small or word in known.numerals or (start is not None and self._is_date(at)):
                continue
            if word[0].isdigit():
                yield word
            elif (
                len(word) >= SHORTEST and word not in known.general and (deed := self._deed(word)) not in known.general
            ):
                yield deed

    def _is_date(self, at: int) -> bool:
        n = bisect_right(self._dates, (at, 1 << 62)) - 1
        return n >= 0 and at < self._dates[n][1]
