"""Statements that do not go together."""

from __future__ import annotations

from runut.lang import Language
from runut.model import Clash, Entity, Reading, Series


def find(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], series: tuple[Series, ...], language: Language
) -> tuple[Clash, ...]:
    """The clashes of a story, only where polarity or number makes them plain."""
    return ()
