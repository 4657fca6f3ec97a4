"""What happened, in the words that reports open with: the opening sentences that tell most of what all headlines and openings tell.

Extractive summarising by centrality (after Erkan and Radev 2004, LexRank), with the weight of words by their rarity among the openings, and
a penalty for what was chosen before (Carbonell and Goldstein 1998, MMR). No word of a line is ours.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from runut.brief.desk import Desk, day_of, outlet_of
from runut.brief.words import local_day, points_back, shortened
from runut.comparing.sources import places_of
from runut.comparing.wording import find_stems, weigh
from runut.model import BriefLine, Event, Figure, Place, Reading, Statement

# The opening of a report: so many sentences.
OPENING = 3
# Lines told: one, and others while they tell other matters that much of the story is about.
MOST_LEADS = 3
MOST_CHARACTERS = 260
LEAST_WORDS = 6
# What a sentence loses for each one before it, for leaning on the one before, for another's words, for words that a scraper glued.
LATER, LEANING, QUOTING, GLUED = 0.05, 0.5, 0.5, 0.05
# A word within it that points to the sentence before costs less than one that it opens with; a count that was overtaken costs much.
POINTING, STALE = 0.1, 0.3
# What a thing is (`merupakan salah satu destinasi`) is no news, nor what was only planned when later reports came out.
DEFINING, PLANNED = 0.1, 0.1
# A further line is as central as so much of the first, and shares at most so much of its words with those told.
CENTRAL, NEW = 0.6, 0.4
# An opening tells a happening mostly where the event takes so much of it.
MOSTLY = 0.5
# The youngest report's opening is told as the latest where it is as central as so much of the first line.
OF_STORY = 0.6

LED, MOST_LED, LATEST = RULES = ("led", "most-led", "latest-lead")

_GLUED = re.compile(r"[a-z]{2}[A-Z][a-z]|[a-z][)\"”][A-Za-z]")
_DEFINES = re.compile(r" (?:adalah|merupakan) ")
_PLANS = re.compile(r"\b(?:akan|bakal|dijadwalkan|menjadwalkan|rencananya|berencana|besok)\b")
# What stands under a picture.
_CAPTION = re.compile(
    r"\((?:(?:ke)?(?:dua|tiga|empat) )?(?:dari )?(?:kiri|kanan|tengah|depan|belakang|ki|ka)\)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Opening:
    """A sentence of a report's opening, with its stems, their weight, and how much of all openings it tells."""

    reading: Reading
    place: Place
    words: str
    stems: frozenset[str]
    central: float
    worth: float
    """`central` less what speaks against telling this sentence alone."""


def lines(desk: Desk) -> Iterator[BriefLine]:
    """The opening sentence that tells most of the story, others that tell other matters of it, and what the youngest report opens with.

    Rules: `most-led` (openings of several independent reports tell it), `led` (one report's), `latest-lead` (the youngest report's, where
    it came out on a later day than those told and tells something else).
    """
    weight, openings = _weigh(desk)
    told: list[_Opening] = []
    for opening in sorted(openings, key=lambda o: -o.worth):
        if len(told) == MOST_LEADS or opening.worth <= 0 or (told and opening.worth < CENTRAL * told[0].worth):
            break
        if all(_shared(opening, other, weight) <= NEW for other in told):
            told.append(opening)
    latest = _latest(openings, told, weight)
    for opening in told if latest is None or latest in told else [*told, latest]:
        yield _line(desk, opening, LATEST if opening is latest else "")


def _weigh(desk: Desk) -> tuple[Mapping[str, float], list[_Opening]]:
    """The weight of each stem of the headlines and openings, and the sentences that may be told with how much of all they tell."""
    known: dict[str, str] = {}
    heads = {r.article.id: find_stems(r.article.title or r.credits.title or "", known) for r in desk.readings}
    found = [
        (reading, n, words, place, find_stems(words, known))
        for reading in desk.readings
        for n, (words, place) in enumerate(_sentences(reading))
    ]
    stale = _stale(desk)
    last = max((day_of(r) for r in desk.readings), default="")
    weight = weigh([*heads.values(), *(stems for *_, stems in found)])
    shares = _Shares(heads, [(reading.article.id, stems) for reading, *_, stems in found], weight, desk.family)
    out = []
    for reading, n, words, place, stems in found:
        if len(words.split()) < LEAST_WORDS or "?" in words or _is_rejected(desk, reading, place):
            continue
        central = shares.central(stems)
        against = LATER * n + LEANING * points_back(words) + QUOTING * any(q in words for q in '"“”')
        against += POINTING * (" tersebut" in words) + GLUED * (_GLUED.search(words) is not None)
        against += DEFINING * (_DEFINES.search(words) is not None) + QUOTING * (_CAPTION.search(words) is not None)
        against += PLANNED * (day_of(reading) < last and _PLANS.search(words) is not None)
        against += STALE * any(f.id in stale and place.start <= f.start < place.end for f in reading.figures)
        out.append(_Opening(reading, place, words, stems, central, central - against))
    return weight, out


def _is_rejected(desk: Desk, reading: Reading, place: Place) -> bool:
    """Whether a person has rejected something that was found in a passage."""
    found: tuple[Figure | Statement | Event, ...] = (*reading.figures, *reading.statements, *reading.events)
    return any(f.id in desk.gone and f.start < place.end and place.start < f.end for f in found if desk.gone)


def _stale(desk: Desk) -> set[str]:
    """The figures that others have taken the place of: those told as overtaken, and the earlier values of a series that evolves."""
    out = {i for row in desk.story.series for i in row.overtaken}
    for row in desk.story.series:
        if row.relation == "evolve" and row.best is not None:
            out.update(i for i in row.figures if i in desk.figures and desk.figures[i].figure.low != row.best)
    return out


def _sentences(reading: Reading) -> Iterator[tuple[str, Place]]:
    text = reading.article.text
    for s in reading.sentences[:OPENING]:
        yield text[s.start : s.end], Place(article=reading.article.id, start=s.start, end=s.end)


class _Shares:
    """The headlines and openings of a story by their stems, to be asked how much of them a sentence tells."""

    def __init__(
        self,
        heads: Mapping[str, frozenset[str]],
        openings: Sequence[tuple[str, frozenset[str]]],
        weight: Mapping[str, float],
        family: Mapping[str, str],
    ) -> None:
        self._weight = weight
        self._of = [*heads, *(article for article, _ in openings)]
        stems = [*heads.values(), *(stems for _, stems in openings)]
        self._heads = len(heads)
        self._sums = [_sum(s, weight) for s in stems]
        self._family = {article: family.get(article, article) for article in heads}
        self._families = len(set(self._family.values()))
        self._holding: dict[str, list[int]] = defaultdict(list)
        for n, held in enumerate(stems):
            for stem in sorted(held):
                self._holding[stem].append(n)

    def central(self, stems: frozenset[str]) -> float:
        """How much a sentence tells of what the reports open with, the mean over the independent ones.

        Of a report: the mean of the sentence's share of the headline's words, and of the words of the shorter of it and the opening
        sentence that is most like it.
        """
        own = _sum(stems, self._weight)
        shared: dict[int, float] = defaultdict(float)
        for stem in sorted(stems):
            for n in self._holding[stem]:
                shared[n] += self._weight[stem]
        headline: dict[str, float] = defaultdict(float)
        alike: dict[str, float] = defaultdict(float)
        for n, both in shared.items():
            article = self._of[n]
            if n < self._heads:
                headline[article] = both / self._sums[n]
            alike[article] = max(alike[article], both / min(own, self._sums[n]))
        told: dict[str, float] = defaultdict(float)
        for article, most in alike.items():
            family = self._family[article]
            told[family] = max(told[family], (headline[article] + most) / 2)
        return sum(told.values()) / self._families


def _sum(stems: frozenset[str], weight: Mapping[str, float]) -> float:
    return sum(map(weight.__getitem__, stems))


def _shared(a: _Opening, b: _Opening, weight: Mapping[str, float]) -> float:
    """Which part of the lighter sentence's words stands in both."""
    return _sum(a.stems & b.stems, weight) / max(min(_sum(a.stems, weight), _sum(b.stems, weight)), 1e-9)


def _latest(openings: Sequence[_Opening], told: Sequence[_Opening], weight: Mapping[str, float]) -> _Opening | None:
    """What the youngest report opens with, where it is of a later day than the first line and tells something else of the story."""
    days = [day for o in openings if (day := day_of(o.reading))]
    if not told or not days or day_of(told[0].reading) >= max(days):
        return None
    young = [o for o in openings if day_of(o.reading) == max(days) and o.worth > 0]
    for opening in told:
        if opening in young:
            return opening
    best = max(young, key=lambda o: o.worth, default=None)
    if best is None or best.central < OF_STORY * told[0].central or any(_shared(best, o, weight) > NEW for o in told):
        return None
    return best


def _retold(desk: Desk, opening: _Opening) -> Iterator[Place]:
    """Where other reports tell the happening that the opening tells mostly, once a report, in a sentence with no other count of it.

    That two openings share most words tells nothing: `menahan` in one may be `membebaskan` in the other.
    """
    place = opening.place
    known = {place.article}
    for happening in desk.story.happenings:
        events = [desk.events[i] for i in happening.events if i in desk.events]
        mine = [e for e in events if e.article == place.article and place.start <= e.start < place.end]
        if any(e.status == "happened" and len(e.text) >= MOSTLY * len(opening.words) for e in mine):
            for event in events:
                if event.article not in known and event.status == "happened" and _counts_agree(desk, opening, event):
                    known.add(event.article)
                    yield from places_of([event])


def _counts_agree(desk: Desk, opening: _Opening, event: Event) -> bool:
    """Whether the sentence of an event counts nothing otherwise than the opening does."""
    theirs = _counts(desk, event)
    return all(theirs[m] & ours for m, ours in _counts(desk, opening.place).items() if m in theirs)


def _counts(desk: Desk, found: Event | Place) -> Mapping[str, set[tuple[float | None, float | None]]]:
    """What is counted in the sentence of a finding, by measure."""
    out: dict[str, set[tuple[float | None, float | None]]] = defaultdict(set)
    sentence = desk.sentence(found)
    for figure in desk.by_article[found.article].figures:
        if desk.sentence(figure) == sentence:
            out[figure.measure].add((figure.low, figure.high))
    return dict(out)


def _line(desk: Desk, opening: _Opening, rule: str) -> BriefLine:
    evidence = (opening.place, *_retold(desk, opening))
    reports, independent = desk.counted(evidence)
    words = shortened(opening.words, MOST_CHARACTERS)
    outlet, day = outlet_of(opening.reading), day_of(opening.reading)
    dated, dated_en = (f", {local_day(day)}", f", {local_day(day, english=True)}") if day else ("", "")
    new, new_en = ("Terbaru: ", "Latest: ") if rule == LATEST else ("", "")
    return BriefLine(
        kind="current",
        text=f"{new}{words} ({outlet}{dated})",
        english=f"{new_en}{words} ({outlet}{dated_en})",
        refs=(),
        evidence=evidence,
        rule=rule or (MOST_LED if independent > 1 else LED),
        # one passage says nothing of how many reports tell the same in other words
        reports=reports if reports > 1 else 0,
        independent=independent if reports > 1 else 0,
    )
