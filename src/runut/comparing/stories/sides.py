"""Reports made ready to be held against one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from runut.comparing.stories.banding import place
from runut.comparing.stories.terms import weight, what
from runut.model import Sketch


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """A report made ready to be held against others: its place among the days, its words as a vector of length one, its fingerprints."""

    sketch: Sketch
    day: int
    vector: Mapping[int, float]
    prints: frozenset[int]


def side(sketch: Sketch) -> Side:
    """A report made ready."""
    size = sqrt(sum(weight(t) ** 2 for t in sketch.words)) or 1.0
    vector = {what(t): weight(t) / size for t in sketch.words}
    return Side(sketch, place(sketch), vector, frozenset(sketch.fingerprints))


def mean(a: Mapping[int, float], b: Mapping[int, float], pairs: int = 1) -> float:
    """The mean likeness (cosine) over the pairs of two groups, by the sums of their vectors."""
    if len(b) < len(a):
        a, b = b, a
    return sum(w * b[t] for t, w in a.items() if t in b) / pairs
