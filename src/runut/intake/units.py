"""What a file splits into: the least that is read by itself, small enough to hand to another process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from runut.model import Article, Skipped


@dataclass(frozen=True, slots=True)
class Line:
    """A line of JSON Lines that holds one record."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record as its file holds it: its fields and their values."""

    source: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Capture:
    """A record of a web archive: of which file, and at which byte of it."""

    source: str
    path: str
    offset: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A file that is read as a whole."""

    source: str
    path: str


Unit = Line | Record | Capture | Whole | Article | Skipped
"""Where splitting alone told what comes of it, that itself."""
