"""The order in which reports are compared."""

from __future__ import annotations

from collections.abc import Iterable

from runut.model import Reading


def by_age(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings from the oldest report to the youngest, and of one time by what they say: the names of files decide nothing."""
    return tuple(sorted(readings, key=_age))


def _age(reading: Reading) -> tuple[str, str, str, str]:
    article = reading.article
    published = article.published or reading.credits.published or ""
    return reading.anchor.day or "", published, article.sha256 or article.text, article.id
