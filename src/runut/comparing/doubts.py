"""Why counts that differ are told neither as an update nor as a conflict: signs that they are of several things."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from runut.comparing import contradictions, growth, overlaps
from runut.comparing.bounds import high_of, low_of, meets, ratio
from runut.comparing.measures import PEOPLE, SPREAD, THINGS
from runut.comparing.points import Point

# Ages of one person that reports tell differ by no more years, but for a digit mistyped (27 and 37).
YEARS_APART = 5
# What has come of a value stands so many characters behind it: `Rp500 juta menjadi minimum sebesar Rp1 miliar`.
SUCCESSOR_REACH = 50
# `puluhan` is a range up to so many times its lower end: ten to ninety-nine.
VAGUE = 9.0

_Pairs = Sequence[tuple[Point, Point]]


def find(points: Sequence[Point], rule: str) -> str:
    """The first doubt that holds of points in the order of time, by its name; empty where none does.

    1. `aged`: two ages too far apart for a mistake. 2. `listed`: a report tells several values side by side, of other things than people.
    3. `far`: what does not grow is many times the other. 4. `vague`: of what spreads over places, or of things, one is only `puluhan`.
    5. `years`: other years stand beside them. 6. `left`: more is left than there was. 7. `fell`: a toll rises that fell before.
    8. `of-it`: one is told as some of the other by the report that tells both. 9. `of-others`: arrests told in unlike words.
    10. `some`: what opens the course of a toll is some of a larger one that its own report tells.
    """
    apart = [(a, b) for a, b in combinations(points, 2) if not meets(a.figure, b.figure)]
    return next((name for name, holds in _DOUBTS if holds(points, apart, rule)), "")


def _is_aged(points: Sequence[Point], apart: _Pairs, rule: str) -> bool:
    return rule == "series:age-differs" and all(not _is_mistake(a, b) for a, b in apart)


def _is_mistake(a: Point, b: Point) -> bool:
    """Whether two ages are few years or one digit apart, or have their digits turned round."""
    first, second = a.figure.low, b.figure.low
    if first is None or second is None:
        return True
    one, other = str(int(first)), str(int(second))
    typed = len(one) == len(other) and sum(x != y for x, y in zip(one, other, strict=True)) == 1
    return typed or sorted(one) == sorted(other) or abs(first - second) <= YEARS_APART


def _is_listed(points: Sequence[Point], apart: _Pairs, rule: str) -> bool:
    """Whether one report tells two values of no people with nothing that puts one in the place of the other."""
    return rule != "series:rate-moves" and any(
        a.report == b.report
        and a.day == b.day
        and a.figure.measure not in PEOPLE | THINGS
        and a.figure.measure != "age"
        and not (a.former or b.former or a.contrasted or b.contrasted or contradictions.side_by_side(a, b))
        and not _is_successor(a, b)
        for a, b in apart
    )


def _is_successor(a: Point, b: Point) -> bool:
    """Whether of two values of one report the one told second is said to have come of the first, in another sentence or right behind it."""
    first, then = sorted((a, b), key=lambda p: p.figure.number.start)
    if a.at != b.at:
        return a.follows or b.follows
    return then.follows and then.figure.number.start - first.figure.number.end <= SUCCESSOR_REACH


def _is_far(points: Sequence[Point], apart: _Pairs, rule: str) -> bool:
    return rule == "series:later-count" and any(
        a.figure.measure not in growth.GROWING | {"missing"}
        and ratio(a, b) > (growth.WIDEST_GROWTH if a.figure.measure in PEOPLE else growth.WIDEST_RATIO)
        for a, b in apart
    )


def _is_vague(points: Sequence[Point], apart: _Pairs, rule: str) -> bool:
    """Whether a count that is only `puluhan` stands against every other one; what one report tells to have come of it is no guess."""
    if rule == "series:corrected" and any(a.report == b.report for a, b in apart):
        return False
    return any(
        (p.figure.measure in SPREAD or p.figure.measure not in PEOPLE)
        and _is_loose(p)
        and not any(meets(p.figure, q.figure) for q in points if q is not p)
        for p in points
    )


def _is_of_years(points: Sequence[Point], apart: _Pairs, rule: str) -> bool:
    return any(
        a.figure.measure not in PEOPLE | THINGS
        and not (a.at != b.at and (a.follows or b.follows))
        and (first := _years(a))
        and (then := _years(b))
        and first.isdisjoint(then)
        for a, b in apart
    )


def _years(p: Point) -> frozenset[str]:
    return frozenset(
        w for w in (*p.before, *p.behind) if len(w) == len("2026") and w.isdigit() and w[:2] in ("19", "20")
    )


def _is_left(points: Sequence[Point], apart: _Pairs, rule: str) -> bool:
    return any(b.left and not a.left and low_of(b.figure) > high_of(a.figure) for a, b in apart)


def _has_fallen(points: Sequence[Point], apart: _Pairs, rule: str) -> bool:
    """Whether a later report tells a lower toll, and a still later one more: those of several attacks, each `at least` so many."""
    if points[0].figure.measure not in ("killed", "arrested") or rule != "series:later-count":
        return False
    told = [(p.day, p.figure.low, p.follows) for p in points if p.figure.low is not None]
    fell = [(day, low) for day, low, follows in told if not follows and any(d < day and n > low for d, n, _ in told)]
    return any(day > since and n > low for since, low in fell for day, n, _ in told)


def _is_of_others(points: Sequence[Point], apart: _Pairs, rule: str) -> bool:
    """Whether arrests that differ are told under two nouns, in sentences with next to no word in common: those of two cases."""
    if rule != "series:later-count" or points[0].figure.measure != "arrested":
        return False
    return all(overlaps.shared(a, b) < overlaps.SHARED_SOME and a.head != b.head for a, b in apart)


def _is_of_it(points: Sequence[Point], apart: _Pairs, rule: str) -> bool:
    return rule == "series:later-count" and any(
        a.report == b.report and {a.figure.part, b.figure.part} == {"total", "part"} and not _is_replaced(a, b)
        for a, b in apart
    )


def _is_some(points: Sequence[Point], apart: _Pairs, rule: str) -> bool:
    """Whether a toll seems to have come of a count beside which its report tells a larger one that is not in the series."""
    if rule not in ("series:later-count", "series:within-a-day") or points[0].figure.measure not in overlaps.HARMED:
        return False
    most = {p.report: max(q.figure.low or 0 for q in points if q.report == p.report) for p in points}
    first = min(points, key=lambda p: p.figure.low or 0)
    if first.topic[0] or first.scope or first.grade or first.follows or not first.beneath:
        return False  # whole in its kind: of one country, of those identified
    steps = [ratio(a, b) for a, b in apart if first in (a, b)]
    sprung = bool(steps) and min(steps) > growth.WIDEST_WITHIN_A_DAY
    return sprung and (first.figure.low or 0) >= most[first.report]


def _is_replaced(a: Point, b: Point) -> bool:
    """Whether of two counts of one report the part is what was said before; that the whole was, takes nothing from its part."""
    return any(p.former and p.figure.part == "part" for p in (a, b))


def _is_loose(p: Point) -> bool:
    low, high = p.figure.low, p.figure.high
    return low is not None and high is not None and low > 0 and high >= VAGUE * low


_DOUBTS: tuple[tuple[str, Callable[[Sequence[Point], _Pairs, str], bool]], ...] = (
    ("aged", _is_aged),
    ("listed", _is_listed),
    ("far", _is_far),
    ("vague", _is_vague),
    ("years", _is_of_years),
    ("left", _is_left),
    ("fell", _has_fallen),
    ("of-it", _is_of_it),
    ("of-others", _is_of_others),
    ("some", _is_some),
)
