"""The sentences that reports open with, each with how much of what all headlines and openings tell it tells.

Extractive summarising by centrality (after Erkan and Radev 2004, LexRank), with the weight of words by their rarity among the openings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from runut.brief.desk import Desk, Told, day_of
from runut.brief.lexicon import BriefWords
from runut.brief.words import GROWING
from runut.comparing.measures import PEOPLE
from runut.comparing.wording import find_stems, weigh
from runut.model import Event, Figure, Place, Reading, Statement
from runut.text.excerpts import is_ended

# The opening of a report: so many sentences.
OPENING = 3
LEAST_WORDS = 6
# What a sentence loses for each one before it, for leaning on the one before, for another's words.
LATER, LEANING, QUOTING = 0.05, 0.5, 0.5
# A word within it that points to the sentence before costs less than one that it opens with, least where none is before; a count that
# was overtaken costs much.
POINTING, POINTING_BACK, STALE = 0.1, 0.3, 0.3
# What a thing is (`merupakan salah satu destinasi`) is no news, nor what was only planned when later reports came out, still less what
# was to come that very day or the next.
DEFINING, PLANNED, SOON = 0.1, 0.1, 0.2
# A sentence with no figure, nothing said, nothing done that reading knows and nobody's name may be mere words.
EMPTY = 0.1
# A caption, a heading or what an excerpt cuts off ends in no full stop.
UNFINISHED = 0.5
# Words that only announce what the report will tell cost much, those that hide who says it a little.
ANNOUNCING, NAMELESS = 0.5, 0.05
# A report in another language than most is mostly a translation of one of theirs, and its readers need not know it.
FOREIGN = 1.0


@dataclass(frozen=True, slots=True)
class Opening:
    """A sentence of a report's opening, with its stems, their weight, and how much of all openings it tells."""

    reading: Reading
    n: int
    """Its place among the sentences of its report."""
    place: Place
    words: str
    stems: frozenset[str]
    central: float
    worth: float
    """`central` less what speaks against telling this sentence alone."""
    stale: bool = False
    """It tells what others have taken the place of."""


@dataclass(frozen=True, slots=True)
class Openings:
    """All that may be told, the stems of the reports' headlines, and the weight of each stem of both."""

    all: tuple[Opening, ...]
    heads: Mapping[str, frozenset[str]]
    weight: Mapping[str, float]
    stale: Set[str]
    """The figures that others have taken the place of."""

    def shared(self, a: Opening, b: Opening) -> float:
        """Which part of the lighter sentence's words stands in both."""
        return total(a.stems & b.stems, self.weight) / max(
            min(total(a.stems, self.weight), total(b.stems, self.weight)), 1e-9
        )

    def alike(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Which part of the lighter's words that openings have stands in both."""
        known = self.weight.keys()
        return total(a & b & known, self.weight) / max(
            min(total(a & known, self.weight), total(b & known, self.weight)), 1e-9
        )

    def held(self, stems: frozenset[str], by: frozenset[str]) -> float:
        """Which part of the words that openings have stands in others."""
        known = stems & self.weight.keys()
        return total(known & by, self.weight) / max(total(known, self.weight), 1e-9)


def weigh_all(desk: Desk) -> Openings:
    """The sentences that may be told with how much of all they tell."""
    known: dict[str, str] = {}
    heads = {r.article.id: find_stems(r.article.title or r.credits.title or "", known) for r in desk.readings}
    found = [
        (reading, n, words, place, find_stems(words, known))
        for reading in desk.readings
        for n, words, place in _sentences(desk, reading)
    ]
    stale = _stale(desk)
    last = max((day_of(r) for r in desk.readings), default="")
    weight = weigh([*heads.values(), *(stems for *_, stems in found)])
    languages = Counter(r.language for r in desk.readings)
    most = max(languages.values(), default=0)
    shares = _Shares(heads, [(reading.article.id, stems) for reading, *_, stems in found], weight, desk.family)
    out = []
    for reading, n, words, place, stems in found:
        if len(words.split()) < LEAST_WORDS or "?" in words or is_rejected(desk, reading, place):
            continue
        central = shares.central(stems)
        against = LATER * min(n, OPENING) + _against(words, desk.lexicon, first=n == 0, later=day_of(reading) < last)
        against += EMPTY * _is_empty(reading, place) + LEANING * _is_part(desk, reading, place)
        overtaken = holds(stale, reading, place) or _is_outdated(desk, reading, words)
        against += STALE * overtaken + FOREIGN * (languages[reading.language] < most)
        out.append(Opening(reading, n, place, words, stems, central, central - against, overtaken))
    return Openings(tuple(out), heads, weight, stale)


def _against(words: str, lexicon: BriefWords, *, first: bool, later: bool) -> float:
    """What the words of a sentence speak against telling it alone; `first`: it opens its report; `later`: there are reports of a
    later day."""
    against = LEANING * lexicon.points_back(words) + QUOTING * any(q in words for q in '"“”')
    against += (POINTING if first else POINTING_BACK) * (lexicon.points[first].search(words) is not None) + DEFINING * (
        lexicon.defines.search(words) is not None
    )
    against += QUOTING * (lexicon.caption.search(words) is not None)
    against += NAMELESS * (lexicon.nameless.match(words) is not None)
    against += ANNOUNCING * (lexicon.announces.search(words) is not None or lexicon.releases.search(words) is not None)
    against += UNFINISHED * (not is_ended(words))
    if later and lexicon.plans.search(words):
        against += PLANNED + SOON * (lexicon.soon.search(words) is not None)
    return against


def total(stems: Iterable[str], weight: Mapping[str, float]) -> float:
    return sum(map(weight.__getitem__, stems))


def is_rejected(desk: Desk, reading: Reading, place: Place) -> bool:
    """Whether a person has rejected something that was found in a passage."""
    found: tuple[Figure | Statement | Event, ...] = (*reading.figures, *reading.statements, *reading.events)
    return any(f.id in desk.gone and f.start < place.end and place.start < f.end for f in found if desk.gone)


def holds(figures: Set[str], reading: Reading, place: Place) -> bool:
    """Whether one of the figures begins in a passage."""
    return any(f.id in figures and place.start <= f.start < place.end for f in reading.figures)


def _is_empty(reading: Reading, place: Place) -> bool:
    """Whether reading finds no figure, statement, event or name of a person or body in a passage."""
    spans = [(m.start, m.end) for name in reading.names if name.type in ("PER", "ORG") for m in name.mentions]
    found: tuple[Figure | Statement | Event, ...] = (*reading.figures, *reading.statements, *reading.events)
    spans += [(f.start, f.end) for f in found]
    return not any(start < place.end and place.start < end for start, end in spans)


def _is_part(desk: Desk, reading: Reading, place: Place) -> bool:
    """Whether a sentence only tells how a count before it falls into parts: `Dua di antaranya anak, sedangkan tiga lainnya …`."""
    figures = [f for f in reading.figures if place.start <= f.start < place.end]
    people = [f for f in figures if f.measure in PEOPLE]
    shared = desk.lexicon.shares_out.search(reading.article.text[place.start : place.end]) is not None
    return all(f.part == "part" for f in people) if people else bool(figures) and shared


def _is_outdated(desk: Desk, reading: Reading, words: str) -> bool:
    """Whether a sentence says that nothing is known of dead whom a report of no earlier day counts."""
    if desk.lexicon.none_yet.search(words) is None:
        return False
    day = day_of(reading)
    return any(
        t.figure.measure == "killed"
        and t.reading is not reading
        and (t.figure.low or 0) > 0
        and (t.day[:10] or day) >= day
        for t in desk.figures.values()
    )


def _stale(desk: Desk) -> set[str]:
    """The figures that others have taken the place of: those told as overtaken, the earlier values of a series that evolves, and the
    counts of people harmed that a later day's of the same series exceed.
    """
    out = {i for row in desk.story.series for i in row.overtaken}
    for row in desk.story.series:
        if row.relation == "evolve" and row.best is not None:
            out.update(i for i in row.figures if i in desk.figures and desk.figures[i].figure.low != row.best)
        if row.measure in GROWING and row.relation in ("conflict", "evolve"):
            totals = [t for i in row.figures if (t := desk.figures.get(i)) and t.figure.part == "total"]
            out.update(_exceeded(totals))
    return out


def _exceeded(totals: Iterable[Told]) -> Iterator[str]:
    """The counts below one that holds for a later day."""
    by_day: dict[str, list[Told]] = defaultdict(list)
    for t in totals:
        by_day[t.day[:10]].append(t)
    most = 0.0  # of all later days
    for day in sorted(filter(None, by_day), reverse=True):
        yield from (t.figure.id for t in by_day[day] if t.figure.high is not None and t.figure.high < most)
        most = max([most, *(t.figure.low or 0 for t in by_day[day])])


def is_fact_check(desk: Desk, reading: Reading) -> bool:
    """Whether a report's headline says that it checks what others claim."""
    return desk.lexicon.checks.search(reading.article.title or reading.credits.title or "") is not None


def _sentences(desk: Desk, reading: Reading) -> Iterator[tuple[int, str, Place]]:
    """The sentences that a report opens with, by their number; of a fact-check, which opens with the claim, the first with a finding."""
    id_ = reading.article.id
    checks = is_fact_check(desk, reading)
    for n, s in enumerate(reading.sentences if checks else reading.sentences[:OPENING]):
        words = desk.shown(id_, s.start, s.end)
        if not checks or (desk.lexicon.finds.search(words) and "?" not in words):
            yield n, words, Place(article=id_, start=s.start, end=s.end)
            if checks:
                return


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
        self._sums = [total(s, weight) for s in stems]
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
        own = total(stems, self._weight)
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
