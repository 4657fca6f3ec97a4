"""Sketches of invented reports, made without reading: a vocabulary of invented words, so that a thousand cost no time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from runut.comparing.stories.terms import hashed, term
from runut.model import Sketch, Stories

FIRST = date(2031, 2, 1)


def tell(
    article: str, day: int | None, words: Iterable[str], *, told: Sequence[int] = (), prints: Iterable[int] = ()
) -> Sketch:
    """A sketch of a report of so many days after `FIRST` in which these words tell; `told` are the days it tells of."""
    fingerprints = tuple(sorted(prints))
    return Sketch(
        article=article,
        source=f"{article}.txt",
        title=article,
        url=f"https://{article}.example/",
        day=None if day is None else (FIRST + timedelta(day)).isoformat(),
        day_from=None if day is None else "metadata",
        words=tuple(sorted(term(w, 9) for w in set(words))),
        days=tuple((FIRST + timedelta(d)).toordinal() for d in told),
        signature=fingerprints[:8],
        fingerprints=fingerprints or (hashed(article),),
    )


def event(name: str, reports: int, day: int = 0, *, shared: int = 12, own: int = 4, prints: int = 0) -> list[Sketch]:
    """So many reports of one event, a day apart in threes, with `shared` words in common and `own` words and `prints` each."""
    common = [f"{name}-{n}" for n in range(shared)]
    return [
        tell(
            f"{name}{k:03}",
            day + k // 3,
            [*common, *(f"{name}-{k}-{n}" for n in range(own))],
            prints=[hashed(f"{name}-{k}-{n}") for n in range(prints)],
        )
        for k in range(reports)
    ]


def sets(stories: Stories) -> set[frozenset[str]]:
    """The ids of the articles of each story."""
    return {frozenset(a.id for a in s.articles) for s in stories.stories}
