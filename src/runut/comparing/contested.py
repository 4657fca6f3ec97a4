"""What one report alleges to have happened and another denies: `diduga menyandera 15 pekerja`, `15 pekerja itu tidak pernah disandera`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from runut.codec import content_id
from runut.comparing.lemmas import Lemmas
from runut.comparing.sources import Sources
from runut.lang import Language
from runut.model import Dispute, Event, Place, Reading, Sentence
from runut.text.alternatives import any_of

# Before a verb so many words may tell that it is only alleged, so many that it is not so; behind it so many name whom it befell.
ALLEGED, NEGATED, AROUND = 6, 4, 10
# The denial and the claim share this part of the words for whom it befell, and a word longer than grammar is.
SHARED, LONG = 0.5, 4
# Frames of verbs whose parties are plain.
FRAMES = ("active", "passive")
# No story contests more.
MOST = 12
_WORD = re.compile(r"[^\W\d_]{2,40}|\d[\d.,]{0,12}")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    waiting: frozenset[str]
    negations: frozenset[str]
    alleged: frozenset[str]
    cheap: re.Pattern[str]


def _lexicon(language: Language) -> _Lexicon:
    marks, words = language.table("event_markers"), language.table("clash_words")
    alleged = {r["word"] for r in marks if r["kind"] in ("alleged", "charged")}
    alleged |= {r["word"] for r in words if r["role"] == "alleging"}
    return _Lexicon(
        waiting=frozenset(r["word"] for r in words if r["role"] == "waiting"),
        negations=frozenset(r["word"].split()[0] for r in words if r["role"] == "negation"),
        alleged=frozenset(alleged),
        cheap=re.compile(rf"\b{any_of(alleged)}\b", re.IGNORECASE),
    )


def find(readings: Sequence[Reading], sources: Sources, language: Language, lemmas: Lemmas) -> tuple[Dispute, ...]:
    """The deeds that one report denies and others tell as alleged, of the same people; the denial stands first.

    Rule `denied-elsewhere`: a verb that is denied (not `belum`), and in another report a form of it behind a word like `diduga` or
    `mengaku`, with whom it befell in common.
    """
    lexicon = language.derive(_lexicon)
    out: list[Dispute] = []
    told: set[tuple[str, int]] = set()
    alleging: dict[str, list[Sentence]] = {}  # of each report, once a denial is met
    for reading in readings:
        for event in reading.events:
            frame, _, verb = event.rule.partition(":")
            if event.status != "denied" or frame not in FRAMES or len(out) == MOST:
                continue
            sentence = _sentence(reading, event)
            whom = _whom(event, lemmas)
            if sentence is None or not whom or (reading.article.id, sentence.start) in told:
                continue
            if _waits(reading, event, verb, lexicon):
                continue
            alleging = alleging or {r.article.id: _alleging(r, lexicon) for r in readings}
            claims = list(_claims(readings, reading, alleging, lemmas.lemma(verb.split()[0]), whom, lexicon, lemmas))
            if claims:
                told.add((reading.article.id, sentence.start))
                places = [Place(article=reading.article.id, start=sentence.start, end=sentence.end), *claims]
                out.append(_dispute(reading, event, places, sources))
    return tuple(out)


def _sentence(reading: Reading, event: Event) -> Sentence | None:
    return next((s for s in reading.sentences if s.start <= event.start < s.end), None)


def _whom(event: Event, lemmas: Lemmas) -> frozenset[str]:
    """The telling words for whom a deed befell."""
    party = event.recipient
    return _stems(party.text, lemmas) if party is not None else frozenset()


def _stems(text: str, lemmas: Lemmas) -> frozenset[str]:
    """The longer words of a stretch as lemmas, and its numbers."""
    found = (w.lower() for w in _WORD.findall(text))
    return frozenset(w if w[0].isdigit() else lemmas.lemma(w) for w in found if w[0].isdigit() or len(w) > LONG)


def _waits(reading: Reading, event: Event, verb: str, lexicon: _Lexicon) -> bool:
    """Whether a deed is only not yet done: `belum disandera`."""
    text = reading.article.text
    at = text.lower().find(verb, event.start, event.end)
    before = text[event.start : max(at, event.start)].lower().split()
    return not lexicon.waiting.isdisjoint(before[-NEGATED:])


def _alleging(reading: Reading, lexicon: _Lexicon) -> list[Sentence]:
    """The sentences of a report in which something is alleged."""
    return [s for s in reading.sentences if lexicon.cheap.search(reading.article.text, s.start, s.end)]


def _claims(
    readings: Sequence[Reading],
    own: Reading,
    alleging: Mapping[str, Sequence[Sentence]],
    deed: str,
    whom: AbstractSet[str],
    lexicon: _Lexicon,
    lemmas: Lemmas,
) -> Iterator[Place]:
    """In each other report the first sentence that alleges the deed of the same people."""
    for reading in readings:
        if reading is own:
            continue
        text = reading.article.text
        place = next(
            (
                Place(article=reading.article.id, start=s.start, end=s.end)
                for s in alleging[reading.article.id]
                if _alleges(text[s.start : s.end], deed, whom, lexicon, lemmas)
            ),
            None,
        )
        if place is not None:
            yield place


def _alleges(sentence: str, deed: str, whom: AbstractSet[str], lexicon: _Lexicon, lemmas: Lemmas) -> bool:
    words = [w.lower() for w in _WORD.findall(sentence)]
    for n, word in enumerate(words):
        if word == deed or lemmas.lemma(word) != deed:  # a noun without an affix is no deed of anybody
            continue
        if not lexicon.negations.isdisjoint(words[max(0, n - NEGATED) : n]):
            continue
        if lexicon.alleged.isdisjoint(words[max(0, n - ALLEGED) : n]):
            continue
        around = " ".join((*words[max(0, n - AROUND) : n], *words[n + 1 : n + 1 + AROUND]))
        if len(whom & _stems(around, lemmas)) >= max(1.0, SHARED * len(whom)):
            return True
    return False


def _dispute(reading: Reading, event: Event, places: Sequence[Place], sources: Sources) -> Dispute:
    first = places[0]
    shown = " ".join(reading.article.text[first.start : first.end].split()).rstrip(" .")
    inside = (s.id for s in reading.statements if s.start <= event.start < s.end)
    return Dispute(
        id=content_id("dispute", "denied-elsewhere", first.article, first.start, first.end),
        kind="denial",
        statement=next(inside, None),
        evidence=tuple(places),
        reports=len(places),
        independent=sources.count(places),
        rule="denied-elsewhere",
        why=f"dibantah, tetapi diduga dalam laporan lain: “{shown}”",
        english=f"denied, but alleged in another report: “{shown}”",
    )


def merge(told: Iterable[Dispute], contested: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """All disputes, a denial that has its claim in the place of that which a report tells by itself in the same sentence."""
    out = list(contested)
    taken = {(d.evidence[0].article, d.evidence[0].end) for d in out}
    out += [d for d in told if all((p.article, p.end) not in taken for p in d.evidence)]
    return tuple(sorted(out, key=lambda d: (-d.independent, -d.reports)))
