"""What two figures have in common: value, words, days and places of what they count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from runut.comparing.bounds import meets
from runut.comparing.measures import PEOPLE, SPREAD, THINGS
from runut.comparing.points import Point

# Counts of these are of a group that a noun tells; made once, since it is asked of nearly all pairs of a story.
GROUPED = PEOPLE | THINGS

# The length of a day as it is written.
DAY = 10
# Days that two reports give for one event differ by no more (time zones, the night between).
DAYS_OF_ONE_EVENT = 1
# Two figures of a measure without people or things in common are of one thing when their sentences share so many words.
SHARED_WORDS = 0.34
# Equal counts under two nouns are of one thing when their sentences share so many words …
SHARED_TOLD = 0.2
# … and so many where they share a noun, or one names the other's, or a second count of both is equal: so all 39 pairs of nouns in the
# eleven stories of the shared articles that are nobody's to test on (`442 jemaah` and `442 penumpang`).
SHARED_SOME = 0.1
HARMED = frozenset(["killed", "injured", "missing"])


def equal(a: Point, b: Point) -> bool:
    """Whether two figures are exact, or the same range, and of the same value."""
    f, g = a.figure, b.figure
    return f.low is not None and (f.low, f.high) == (g.low, g.high)


def named_alike(a: Point, b: Point) -> bool:
    """Whether the word right before two numbers is the same, or the two right after them: the name of what each counts."""
    return same_at_start(a.before, b.before) > 0 or same_at_start(a.behind, b.behind) > 1


def same_at_start(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words two stretches begin with alike."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def elsewhere(a: Point, b: Point) -> bool:
    """Whether two counts are of different days' harm, one of harm that came after the other was told, of crowds at different places, or of
    what spreads over many places by reports that begin at no place in common.
    """
    if a.figure.measure == "participants" and a.where and b.where and not a.where & b.where:
        return True
    if a.figure.measure in SPREAD and a.lead and b.lead and not a.lead & b.lead:
        return True
    if a.happened and b.happened:
        return abs(days_between(a.happened, b.happened)) > DAYS_OF_ONE_EVENT
    return _is_told_before(a, b) or _is_told_before(b, a)


def _is_told_before(a: Point, b: Point) -> bool:
    """Whether a count of those who died was told before the day on which those came to harm whom another counts."""
    return (
        a.figure.measure in HARMED
        and not a.follows
        and bool(a.day and b.happened)
        and days_between(a.day, b.happened) > DAYS_OF_ONE_EVENT
    )


def days_between(earlier: str, later: str) -> int:
    """How many days the one day lies after the other."""
    return (date.fromisoformat(later[:DAY]) - date.fromisoformat(earlier[:DAY])).days


def akin(points: Sequence[Point]) -> bool:
    """Whether two points with unlike values share some words."""
    return any(not meets(a.figure, b.figure) and shared(a, b) >= SHARED_SOME for a, b in combinations(points, 2))


def disjoint(a: Point, b: Point) -> bool:
    """Whether two figures count different groups, which need not agree: the dead of one side and of the other."""
    return a.figure.measure in GROUPED and not a.general and not b.general and a.head != b.head


def shared(a: Point, b: Point) -> float:
    """The share of the longer words of two sentences that both have."""
    union = a.context | b.context
    return len(a.context & b.context) / len(union) if union else 0.0
