"""Counts that a report lists place by place: no tolls of the event, and those of two places are not one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from runut.comparing.measures import PEOPLE
from runut.comparing.points import Point

# A report that counts one thing in so many places, none named with another, goes through them one by one (two may be told apart otherwise:
# where the harm was, and where the hurt were taken).
LEAST_LISTED = 3
# What is told of the whole event, wherever it is told.
EVERYWHERE = frozenset(["money", "percent", "age", "magnitude", "votes"])


def mark(points: Iterable[Point]) -> list[Point]:
    """The points, those `listed` that their report counts place by place: all of one measure but the largest of it.

    What happened long before is at no place of this list, and what a toll has come to (`menjadi sembilan orang`) is none of it unless a
    place stands right beside it.
    """
    points = list(points)
    told: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for p in points:
        if p.where and p.figure.measure not in EVERYWHERE and not p.past:
            told[p.report, p.figure.measure].append(p)
    listed: set[str] = set()
    for of in told.values():
        if len(_spread({p.where for p in of})) >= LEAST_LISTED:
            most = max(p.figure.low or 0 for p in of)
            listed |= {p.figure.id for p in of if _is_less(p, most)}
    listed |= _shared_out(points)
    return [replace(p, listed=True) if p.figure.id in listed else p for p in points]


def _is_less(p: Point, most: float) -> bool:
    """Whether a count is less than the largest of its list, and no toll that it has come to."""
    has_come = p.follows and p.figure.measure in PEOPLE and not p.spot
    return p.figure.high is not None and p.figure.high < most and not has_come


def _shared_out(points: Iterable[Point]) -> set[str]:
    """The counts of people that one sentence gives with another's place right beside each: `sembilan di Kalimas dan empat di Lontar`, not
    a whole and some of it (`12 di Kalimas, dua di antaranya di Randu`).
    """
    beside: dict[tuple[str, int, str], list[Point]] = defaultdict(list)
    for p in points:
        if p.spot and p.figure.measure in PEOPLE and p.figure.part == "total" and not p.rest:
            beside[p.report, p.at, p.figure.measure].append(p)
    return {
        p.figure.id for of in beside.values() for p in of if any(p.spot.isdisjoint(q.spot) for q in of if q is not p)
    }


def _spread(places: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Sets of the words of places without any in common."""
    out: list[frozenset[str]] = []
    for words in sorted(places, key=lambda w: (len(w), sorted(w))):
        if all(words.isdisjoint(other) for other in out):
            out.append(words)
    return out


def tell_apart(points: Sequence[Point]) -> Callable[[Point, Point], bool]:
    """Whether two counts are of two places: a report counts the same at both, and no sentence names one with the other."""
    told: dict[tuple[str, str], set[frozenset[str]]] = defaultdict(set)
    for p in points:
        if p.where:
            told[p.report, p.figure.measure].add(p.where)
    named = _named_with(told)

    def apart(a: Point, b: Point) -> bool:
        f, g = a.figure, b.figure
        if f.measure != g.measure or f.measure in EVERYWHERE or not a.where or not b.where:
            return False
        if f.measure == "other" and not (a.listed and b.listed):  # a place may be told by two names
            return False
        if any(named[word] & b.where for word in a.where):
            return False
        if a.report == b.report:
            return True
        both = ((a, b), (b, a))
        return any(any(not p.where.isdisjoint(w) for w in told[q.report, g.measure]) for p, q in both)

    return apart


def _named_with(told: Mapping[tuple[str, str], Iterable[frozenset[str]]]) -> dict[str, frozenset[str]]:
    """The words of places that stand with each in a sentence that counts something, itself among them."""
    out: dict[str, frozenset[str]] = defaultdict(frozenset)
    for places in told.values():
        for words in places:
            for word in words:
                out[word] |= words
    return out
