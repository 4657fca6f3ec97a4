"""How reports call the same thing."""

from __future__ import annotations

from runut.lang import Language
from runut.model import Entity, Framing, Reading


def gather(readings: tuple[Reading, ...], entities: tuple[Entity, ...], language: Language) -> tuple[Framing, ...]:
    """The wordings of a story for each target."""
    return ()
