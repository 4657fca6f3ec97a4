"""What happened, was said or reported, day by day."""

from __future__ import annotations

from runut.lang import Language
from runut.model import Entity, Family, Moment, Reading


def order(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], families: tuple[Family, ...], language: Language
) -> tuple[Moment, ...]:
    """The moments of a story, the earliest first."""
    return ()
