"""A statement in the making."""

from __future__ import annotations

from dataclasses import dataclass

Stretch = tuple[int, int]


@dataclass(slots=True)
class Said:
    """A statement in the making, all in places of the view.

    `speaker` is the phrase that names who said it; `back` tells that the speaker is one told before (a bare `-nya`, a
    quotation without a cue of its own); `outer` is who tells it onward.
    """

    start: int
    end: int
    form: str
    rule: str
    sentence: Stretch
    cue: Stretch | None = None
    speaker: Stretch | None = None
    back: str = ""
    outer: tuple[Stretch, ...] = ()
    negated: bool = False


def touches(stretch: Stretch | None, others: list[Stretch]) -> bool:
    """Whether a stretch overlaps one of the others."""
    return stretch is not None and any(stretch[0] < b and a < stretch[1] for a, b in others)
