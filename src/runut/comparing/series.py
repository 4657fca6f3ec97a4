"""Figures set side by side."""

from __future__ import annotations

from runut.lang import Language
from runut.model import Entity, Family, Reading, Series


def align(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], families: tuple[Family, ...], language: Language
) -> tuple[Series, ...]:
    """The series of a story's figures."""
    return ()
