"""Tolls: who came to harm in an incident, and what counts that one verb tells of come to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from runut.model import Event, Figure, Series

# How the rule of a count begins that is told of the victims themselves (`korban tewas tiga orang`).
VICTIMS = "measure:subject:"
# What stands between two counts of which one verb tells; behind a comma the parts of a whole may stand.
_AND = re.compile(r"\s{1,3}(?:dan|serta)\s{1,3}")
# How a count begins that holds the next one (`dua penambang dan seorang polisi tewas`): a number and whom it counts, no deed.
_HOLDING = re.compile(
    r"[\w.]{1,20}(?: orang| warga)?(?: (?!(?:dan|serta|di|ter|ber|me|yang|luka|selamat|kritis|hilang))[\w-]{1,30}){1,2} (?:dan|serta) ",
    re.IGNORECASE,
)
_SOMEONE = re.compile(r"seorang\b", re.IGNORECASE)


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


def side_by_side(figures: Iterable[Figure], texts: Mapping[str, str]) -> int | float | None:
    """What counts that one verb tells of come to (`dua penambang dan satu polisi tewas`), where each report that has any has the same."""
    by_article: dict[str, list[Figure]] = defaultdict(list)
    for f in sorted(figures, key=lambda f: (f.article, f.start)):
        by_article[f.article].append(f)
    sums = set[int | float]()
    for article, told in by_article.items():
        beside = [_are_beside(a, b, texts[article]) for a, b in pairwise(told)]
        known = [f.low for f in told if f.low is not None and f.low == f.high and not f.approx and f.part == "total"]
        if len(known) < len(told) or not all(beside):
            return None
        sums.add(sum(known))
    return sums.pop() if len(sums) == 1 else None


def _are_beside(a: Figure, b: Figure, text: str) -> bool:
    """Whether one count follows another behind an `and`; where the first is told with the second in it, that is of one person."""
    if a.end <= b.start:
        return _AND.fullmatch(text, a.end, b.start) is not None
    return (
        a.end == b.end
        and _SOMEONE.match(text, b.start) is not None
        and _HOLDING.fullmatch(text, a.start, b.start) is not None
    )


def within(figure: Figure, event: Event) -> bool:
    """Whether a figure stands in the clause of an event of its report."""
    return event.start <= figure.start and figure.end <= event.end
