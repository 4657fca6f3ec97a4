"""The sentences of a report with what begins in them, and the days that each stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from runut.comparing.openings import Openings
from runut.model import Date, Event, Figure, Statement


@dataclass(frozen=True, slots=True)
class Placed:
    """A day of a sentence; `kind` is event, said or reported, `rule` how it came there."""

    day: str
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what begins in it; `speaker` is who says the first of what is said, `alleged` whether that tells of a happening."""

    start: int
    end: int
    text: str
    said: tuple[Statement, ...]
    dates: tuple[Date, ...]
    happened: tuple[Event, ...]
    figures: tuple[Figure, ...]
    speaker: str | None
    alleged: bool


@dataclass(frozen=True, slots=True)
class Occasion:
    """The one occasion at which all is said in a report: its day, who is said to speak at it, and whether it is a gathering (a trial)."""

    day: str
    speakers: frozenset[str]
    gathering: bool


@dataclass(frozen=True, slots=True)
class Report:
    """One report with what all of its sentences need.

    `spoke_on` are the days on which each speaker is said to have spoken, `spoke_once` the one on which all reports together have a person
    speak; `last` is the last whole day that the report tells, `meant` its misprinted days with those that were meant, `doubted`
    those of which nothing tells what was meant, `retold` whether it tells of years ago, `only_day` the
    one day on which anything happens in it, `only_kinds` the kinds of happening that it holds for where it does not for all.
    """

    number: int
    family: str
    anchor: str | None
    openings: Openings
    told: tuple[Told, ...]
    spoke_on: Mapping[str, frozenset[str]]
    last: str | None
    meant: Mapping[str, str]
    doubted: frozenset[str] = frozenset()
    only_day: str | None = None
    only_kinds: frozenset[str] = frozenset()
    spoke_once: Mapping[str, str] | None = None
    occasion: Occasion | None = None
    retold: bool = False
