"""On how many sources a line rests: passages that are one text count once, whatever reports carry them.

Two reports of different families are independent as wholes and still may paste one paragraph: the background that a newsroom puts under all
its reports, a ministry's release, an agency's lines. What such a paragraph tells has one source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from rapidfuzz.distance import LCSseq

from runut.comparing.passages import GRAM, QUOTED, find_tokens
from runut.comparing.upstream import house_of, outlet_of, plain
from runut.model import Event, Family, Figure, Place, Reading, Statement

# Sentences of different houses are one text when so many words outside quotation marks stand in both in the same order, and so large a
# share of the shorter's: what was said at one press conference is in everyone's hands. Of 68 pairs of sentences on one line of 120 stories
# with a share of .6 and more, those under .7 are two reporters' sentences on one hearing, those of fewer words a place and a day alone.
LEAST_NARRATED, MOSTLY_NARRATED = 12, 0.7
# Those of one house, or of two reports that name one agency, when so many words do, quoted or not: between .4 and .5 the sentences of one
# house begin to be new ones that only name the same people.
LEAST_ALIKE, MOSTLY_ALIKE = 6, 0.5
# Or when they have a number of so many digits with a point or comma in it, zeros at its ends not counted, that is no day and no clock
# time (`197.183`, `37,87`; not `10.000`): a newsroom has that from one place.
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{1,3}){1,5}(?![\d])")
LEAST_DIGITS = 4
# So many passages of a group are each held against every other. Of those past them the ones of one house or agency are left, and the ones
# with a run of words in common are held against the first and the one before.
MOST_OF_ONE = 60


@dataclass(frozen=True, slots=True)
class _Passage:
    """The sentences of a passage: all their words, those outside quotation marks (none where it is mostly quotation), and long numbers."""

    article: str
    words: tuple[str, ...]
    narrated: tuple[str, ...]
    numbers: frozenset[str]


class Sources:
    """The reports of a story as what its lines rest on."""

    def __init__(self, readings: Iterable[Reading], families: Iterable[Family]) -> None:
        self._readings = {r.article.id: r for r in readings}
        self._family = {a: f.id for f in families for a in f.articles}
        self._shared = {key: tuple(_shared(r)) for key, r in self._readings.items()}
        self._known: dict[tuple[str, int, int], _Passage] = {}

    def count(self, places: Iterable[Place]) -> int:
        """On how many sources these passages rest that tell one thing.

        Passages are of one source in reports of one family; where they are one text (most words outside quotation marks in the same
        order); and in reports of one house, or that name one agency, where half of their words are the same in the same order or they have
        a number of several digits in common.
        """
        told = list(dict.fromkeys(places))
        home = {a: self._family.get(a, a) for a in sorted({p.article for p in told})}
        if len(set(home.values())) > 1:
            passages = list(dict.fromkeys(self._passage(p) for p in told if p.article in self._readings))
            joined: dict[str, str] = {}
            for a, b in ((passages[i], passages[j]) for i, j in self._candidates(passages)):
                one, other = _root(home[a.article], joined), _root(home[b.article], joined)
                if one != other and self._are_one(a, b):
                    joined[other] = one
            return len({_root(family, joined) for family in home.values()})
        return len(set(home.values()))

    def _passage(self, place: Place) -> _Passage:
        """The sentences in which a passage stands, whole; itself where it stands in none."""
        reading = self._readings[place.article]
        first = bisect_right([s.end for s in reading.sentences], place.start)
        last = bisect_left([s.start for s in reading.sentences], place.end)
        inside = reading.sentences[first:last]
        start, end = (inside[0].start, inside[-1].end) if inside else (place.start, place.end)
        key = (place.article, start, end)
        if key not in self._known:
            quotes = [(q.start, q.end) for q in reading.quotations if q.start < end and start < q.end]
            text = reading.article.text
            tokens = [(text[a:b].lower(), a) for a, b in find_tokens(text, start, end)]
            outside = tuple(word for word, at in tokens if not any(a <= at < b for a, b in quotes))
            narrates = len(tokens) - len(outside) <= QUOTED * len(tokens)
            words = tuple(word for word, _ in tokens)
            times = [(d.start, d.end) for d in reading.dates if d.start < end and start < d.end]
            numbers = frozenset(
                m[0]
                for m in _NUMBER.finditer(text, start, end)
                if _is_long(m[0]) and not any(a <= m.start() < b for a, b in times)
            )
            self._known[key] = _Passage(place.article, words, outside if narrates else (), numbers)
        return self._known[key]

    def _candidates(self, passages: Sequence[_Passage]) -> Iterator[tuple[int, int]]:
        """The pairs (as indexes) that may be one text: with a run of words in common, or of one house or agency."""
        runs: dict[Hashable, list[int]] = defaultdict(list)
        near: dict[Hashable, list[int]] = defaultdict(list)
        for n, p in enumerate(passages):
            for run in dict.fromkeys(p.narrated[at : at + GRAM] for at in range(len(p.narrated) - GRAM + 1)):
                runs[run].append(n)
            for key in dict.fromkeys(self._shared[p.article]):
                near[key].append(n)
        pairs = (pair for g in (*runs.values(), *near.values()) for pair in combinations(g[:MOST_OF_ONE], 2))
        further = (
            pair
            for g in runs.values()
            for at in range(MOST_OF_ONE, len(g))
            for pair in ((g[0], g[at]), (g[at - 1], g[at]))
        )
        yield from dict.fromkeys(chain(pairs, further))

    def _are_one(self, a: _Passage, b: _Passage) -> bool:
        if _is_alike(a.narrated, b.narrated, LEAST_NARRATED, MOSTLY_NARRATED):
            return True
        near = not set(self._shared[a.article]).isdisjoint(self._shared[b.article])
        return near and (not a.numbers.isdisjoint(b.numbers) or _is_alike(a.words, b.words, LEAST_ALIKE, MOSTLY_ALIKE))


def _root(family: str, joined: dict[str, str]) -> str:
    """The family that this one was joined to in the end; the way there is shortened."""
    while (above := joined.get(family)) is not None:
        joined[family] = joined.get(above, above)
        family = above
    return family


def _shared(reading: Reading) -> Iterator[tuple[str, str]]:
    """What a report may share with another of a different family: its house, and the agencies that it names."""
    if outlet_of(reading):
        yield "house", house_of(reading)
    for agency in reading.credits.agencies:
        yield "agency", plain(agency)


def _is_long(number: str) -> bool:
    """Whether a number has many digits, zeros at its ends not counted."""
    return len(re.sub(r"\D", "", number).strip("0")) >= LEAST_DIGITS


def _is_alike(a: Sequence[str], b: Sequence[str], least: int, mostly: float) -> bool:
    """Whether so many words stand in both in the same order, and so large a share of the shorter."""
    enough = max(least, mostly * min(len(a), len(b)))
    return min(len(a), len(b)) >= enough and LCSseq.similarity(a, b) >= enough


def places_of(found: Iterable[Figure | Statement | Event]) -> Iterator[Place]:
    """Where findings stand."""
    return (Place(article=x.article, start=x.start, end=x.end) for x in found)
