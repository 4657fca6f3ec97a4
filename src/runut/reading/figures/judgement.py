"""What the rules hand on about a number: what it counts and what it measures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Counted:
    """The noun phrase after a number: its head's kind and own measure; `kind` none where there is no noun."""

    start: int
    end: int
    kind: str
    measure: str
    head: str


@dataclass(slots=True)
class Judgement:
    """What a number measures and by which rule; `start:end` are the figure's words, `factor` what its unit scales by.

    `governed` numbers pass their measure on to numbers joined to them; `reach` is where bounds end that a unit parts from
    the number.
    """

    measure: str
    rule: str
    start: int
    end: int
    counted: Counted | None = None
    part: str = "total"
    factor: float = 1
    governed: bool = False
    reach: int | None = None
