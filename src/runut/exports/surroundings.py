"""Surroundings: what stands around a clause or count in its report, where that says whether it is of an incident or of something else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from runut.exports.coder_words import words_of
from runut.exports.deeds import CASE, DEMONSTRATION, EARLIER, LASTING, UNTRUE, WIDER, Deeds
from runut.lang import Language
from runut.model import Account, Date, EntityMention, Event, Figure, Party, Sentence, periods

# A word that makes a day the beginning or end of a stretch stands no further before it (characters).
LASTING_REACH = 14
PLACES = ("GPE", "LOC")
# The kind of actor that those of a demonstration are (`massa`).
CROWD = "crowd"
_CLOCK = re.compile(r"T\d\d:\d\d\Z")


class Surroundings:
    """The reports of an account as a thing to look around a clause or count in."""

    def __init__(self, account: Account, language: Language) -> None:
        self._deeds = Deeds(language)
        rows = language.table("coder_deeds")
        lasting, wider, earlier, untrue = (
            _any(r["word"] for r in rows if r["kind"] == kind) for kind in (LASTING, WIDER, EARLIER, UNTRUE)
        )
        self._lasting = re.compile(rf"(?:{lasting})\b", re.IGNORECASE)  # a lost link may have glued it on
        self._wider = re.compile(rf"\b(?:{wider})\b", re.IGNORECASE)
        self._earlier = re.compile(rf"\b(?:{earlier})\b", re.IGNORECASE)
        self._untrue = re.compile(rf"\b(?:{untrue})\b", re.IGNORECASE)
        self._words = language.derive(words_of)
        crowd = _any(r["word"] for r in language.table("coder_actors") if r["kind"] == CROWD)
        self._crowd = re.compile(rf"\b(?:{crowd})\b", re.IGNORECASE)
        self._reports = {r.id: r for r in account.articles}
        self._dates: dict[str, list[Date]] = defaultdict(list)
        for d in account.dates:
            self._dates[d.article].append(d)
        self._durations: dict[str, list[Figure]] = defaultdict(list)
        for f in account.figures:
            if f.measure == "duration":
                self._durations[f.article].append(f)
        cases = _any(r["word"] for r in rows if r["kind"] == CASE and not r["harm"])
        self._case = re.compile(rf"\s{{0,3}}(?:{cases})\b", re.IGNORECASE)
        self._places: dict[str, list[EntityMention]] = defaultdict(list)
        self._names = {e.id: {n.casefold() for n in (e.name, *e.aliases)} for e in account.entities if e.type in PLACES}
        for entity in account.entities:
            if entity.type in PLACES:
                for m in entity.mentions:
                    self._places[m.article].append(m)

    def is_place(self, party: Party) -> bool:
        """Whether words for a party are the name of a place, and not of people or things of it (`67 warga Kalimas`)."""
        return " ".join(party.text.casefold().split()) in self._names.get(party.entity or "", ())

    def sentence(self, of: Event | Figure) -> Sentence | None:
        """The sentence that a clause or count begins in."""
        told = self._reports[of.article].sentences
        return next((s for s in told if s.start <= of.start < s.end), None)

    def is_day(self, event: Event) -> bool:
        """Whether an event's day is when it happened, and not the first or last of a stretch of days."""
        if event.date is None:
            return False
        told = [d for d in self._dates[event.article] if d.value and d.value[:10] == event.date[:10]]
        near = min(told, key=lambda d: (abs(d.start - event.start), d.start), default=None)
        if near is None or _CLOCK.search(near.value or ""):  # until or since an hour is of that day
            return True
        before = self._reports[event.article].text[max(0, near.start - LASTING_REACH) : near.start]
        return self._lasting.search(before) is None

    def hints(self, event: Event, measure: str) -> bool:
        """Whether the sentence of a clause, or the one after it, has words of somebody killed or injured."""
        report = self._reports[event.article]
        at = next((k for k, s in enumerate(report.sentences) if s.start <= event.start < s.end), None)
        near = report.sentences[at : at + 2] if at is not None else ()
        told = [t for s in near if not self._untrue.search(t := report.text[s.start : s.end])]
        return any(self._words.hints(t, measure) for t in (event.text, *told))

    def lasts(self, of: Figure) -> bool:
        """Whether the sentence of a count tells of more days than one (`selama dua bulan`)."""
        s = self.sentence(of)
        return s is not None and (
            self._lasting.search(self._reports[of.article].text, s.start, s.end) is not None
            or any(s.start <= d.start < s.end for d in self._durations[of.article])
        )

    def is_case(self, of: Event) -> bool:
        """Whether a sentence begins by telling more of what was told before it (`Peristiwa itu terjadi …`)."""
        s = self.sentence(of)
        return s is not None and self._case.match(self._reports[of.article].text, s.start) is not None

    def is_wider(self, of: Event | Figure) -> bool:
        """Whether a sentence tells of more than one deed, or of what is none (`korban tewas konflik Papua`)."""
        return self._has(self._wider, of)

    def is_untrue(self, of: Event | Figure) -> bool:
        """Whether a sentence calls what it tells a hoax."""
        return self._has(self._untrue, of)

    def is_guessed(self, of: Event | Figure) -> bool:
        """Whether a sentence tells what may be so (`diduga`, `kabarnya`)."""
        return self._has(self._words.guessed, of)

    def is_earlier(self, of: Event | Figure, begin: str, *, back: bool = False) -> bool:
        """Whether a sentence tells of what was before a story: by its words, or as all days that it names are before it.

        `back`: where it names none, those of the sentence before it count (`… sejak Oktober 2023. Hingga kini 54 ribu orang tewas.`).
        """
        if self._has(self._earlier, of):
            return True
        told = self._reports[of.article].sentences
        at = next((k for k, s in enumerate(told) if s.start <= of.start < s.end), 0)
        for near in (told[at : at + 1], told[at - 1 : at] if at and back else ()):
            days = [p for s in near for d in self._days(of.article, s) if (p := periods.read(d))]
            if days:
                return all(p.last.isoformat() < begin for p in days)
        return False

    def is_of_demonstration(self, of: Event) -> bool:
        """Whether a sentence names a demonstration or those in it."""
        s = self.sentence(of)
        text = self._reports[of.article].text[s.start : s.end] if s else of.text
        return any(p.search(text) for p in (self._crowd, self._words.of_it)) or any(
            r["kind"] == DEMONSTRATION for r in self._deeds.find_all(text)
        )

    def days(self, of: Event | Figure) -> list[str]:
        """The days that a sentence names."""
        s = self.sentence(of)
        return self._days(of.article, s) if s else []

    def _days(self, article: str, s: Sentence) -> list[str]:
        return [d.value for d in self._dates[article] if d.value and s.start <= d.start < s.end]

    def places(self, of: Event | Figure) -> tuple[str, ...]:
        """The names of places that a sentence has, none of which stands within another or at the end of a longer word (`detikJatim`)."""
        s, text = self.sentence(of), self._reports[of.article].text
        told = [
            m
            for m in self._places[of.article]
            if s and s.start <= m.start < s.end and not text[m.start - 1 : m.start].isalnum()
        ]
        return tuple(m.text for m in told if not any(_holds(other, m) for other in told))

    def _has(self, pattern: re.Pattern[str], of: Event | Figure) -> bool:
        s = self.sentence(of)
        return s is not None and pattern.search(self._reports[of.article].text, s.start, s.end) is not None


def _holds(outer: EntityMention, inner: EntityMention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.text != inner.text


def _any(words: Iterator[str]) -> str:
    return "|".join(map(re.escape, words))
