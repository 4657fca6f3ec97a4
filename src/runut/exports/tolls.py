"""Tolls: who came to harm in an incident, and what counts that one verb tells of come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from runut.exports.coder_words import CoderWords
from runut.model import Event, Figure, Series

# How the rule of a count begins that is told of the victims themselves (`korban tewas tiga orang`).
VICTIMS = "measure:subject:"
# How it ends where the counts beside one another are parts of a total that their report tells elsewhere.
SUMMED = "+summed"


@dataclass(frozen=True, slots=True)
class Toll:
    """Who came to harm in an incident, by one measure: the series that counts them, the incident's own figures, and why there is no series.

    `told`: whether any report of the incident counts them or tells of any; `clauses` are those of the incident that do. `hinted` are those
    whose sentence, or the next, has words of such harm that no finding tells. `more` are totals above what the figures come to; `many`:
    whether any count in the incident's reports tells of more than one.
    """

    series: Series | None
    figures: tuple[Figure, ...]
    told: bool
    why: str
    clauses: tuple[Event, ...] = ()
    hinted: tuple[Event, ...] = ()
    more: tuple[Figure, ...] = ()
    many: bool = False


def side_by_side(figures: Iterable[Figure], texts: Mapping[str, str], words: CoderWords) -> int | float | None:
    """What counts that one verb tells of come to (`dua penambang dan satu polisi tewas`), where each report that has any has the same."""
    by_article: dict[str, list[Figure]] = defaultdict(list)
    for f in sorted(figures, key=lambda f: (f.article, f.start)):
        by_article[f.article].append(f)
    sums = set[int | float]()
    for article, told in by_article.items():
        beside = [_are_beside(a, b, texts[article], words) for a, b in pairwise(told)]
        whole = (f for f in told if f.part == "total" or f.rule.endswith(SUMMED))
        known = [f.low for f in whole if f.low is not None and f.low == f.high and not f.approx]
        if len(known) < len(told) or not all(beside):
            return None
        sums.add(sum(known))
    return sums.pop() if len(sums) == 1 else None


def _are_beside(a: Figure, b: Figure, text: str, words: CoderWords) -> bool:
    """Whether one count follows another behind an `and`; where the first is told with the second in it, that is of one person."""
    if a.end <= b.start:
        return words.joined.fullmatch(text, a.end, b.start) is not None
    return (
        a.end == b.end
        and words.someone.match(text, b.start) is not None
        and words.holding.fullmatch(text, a.start, b.start) is not None
    )


def within(figure: Figure, event: Event) -> bool:
    """Whether a figure stands in the clause of an event of its report."""
    return event.start <= figure.start and figure.end <= event.end
