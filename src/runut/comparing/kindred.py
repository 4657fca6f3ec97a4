"""Two figures of two reports that tell one value: whether what they count may be one thing though it is told otherwise."""

from __future__ import annotations

from runut.comparing import likeness
from runut.comparing.overlaps import SHARED_SOME, equal, shared
from runut.comparing.points import Point

# So many stems are the same beside two numbers of people under two nouns, and around two that are counted once by what befell them.
BESIDE_STEMS, AROUND_STEMS = 2, 5


def are_dead(a: Point, b: Point) -> bool:
    """Whether both count the dead."""
    return a.figure.measure == b.figure.measure == "killed"


def as_many(a: Point, b: Point) -> bool:
    """Whether two reports tell one value, of more than one: of one measure, or people by their noun and by what befell them, where around
    them much is the same; no reading of an instrument (`22 milimeter`), which is taken again and again.
    """
    f, g = a.figure, b.figure
    if a.report == b.report or not equal(a, b) or f.low == 1:
        return False
    if f.measure != g.measure:
        return "other" in (f.measure, g.measure) and len(a.passage & b.passage) >= AROUND_STEMS
    return f.measure != "other" or bool(a.head and b.head)


def same_persons(a: Point, b: Point) -> bool:
    """Whether two reports count as many people, one under a word that says little of them (`dua orang`, `dua pria`), and tell some of the
    same beside the number and in the sentence.
    """
    if a.report == b.report or not equal(a, b) or a.figure.low == 1 or a.figure.part != b.figure.part:
        return False
    if not a.figure.measure == b.figure.measure == "other" or not (
        likeness.is_of_people(a) and likeness.is_of_people(b)
    ):
        return False
    if not {a.kind, b.kind} & {"people-classifier"}:
        return False
    return len(a.near & b.near) >= BESIDE_STEMS and shared(a, b) >= SHARED_SOME
