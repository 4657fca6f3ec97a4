"""Some of those counted and all of them: two counts that are no one count though they are equal, or the one seems to follow the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from runut.comparing import company
from runut.comparing.bounds import meets
from runut.comparing.likeness import MIDDLE
from runut.comparing.measures import PEOPLE
from runut.comparing.overlaps import HARMED, SHARED_TOLD, equal, named_alike, shared
from runut.comparing.pairs import LEAST_EQUAL
from runut.comparing.points import Point
from runut.comparing.wording import find_stems

# Of a few people so many stems are the same beside the number where they are told alike.
ALIKE_STEMS = 3
# The rule of the reading by which a count is one of several, place by place: a part of the toll.
BY_PLACE = "measure:place"


def are_few_apart(a: Point, b: Point) -> bool:
    """Whether up to three people are counted beside a larger toll by two reports, and little of the same is told of them: `satu yang tewas
    anggota TNI` is not `satu korban tewas belum terdata`; nor are the two that are identified of a toll another report's toll of two.
    """
    if a.figure.measure not in PEOPLE or b.figure.measure not in PEOPLE or not (a.beneath or b.beneath):
        return False
    if a.report == b.report or not equal(a, b) or (a.figure.low or 0) > LEAST_EQUAL:
        return False
    if not (a.beneath and b.beneath):
        some, all_ = (a, b) if a.beneath else (b, a)
        told_of = some.figure.part == "part" or (some.topic[0] and some.day != all_.day)
        if not told_of or all_.figure.part != "total" or all_.topic[0]:
            return False
    if named_alike(a, b) or len(a.near & b.near) >= ALIKE_STEMS or not a.companions.isdisjoint(b.companions):
        return False
    return shared(a, b) < SHARED_TOLD and not company.same(a.company, b.company)


def are_all_few_apart(points: Sequence[Point]) -> bool:
    """Whether several reports count a few people of whom no two are one count."""
    if points[0].figure.measure not in PEOPLE or (points[0].figure.low or 0) > LEAST_EQUAL:
        return False
    across = [(a, b) for a, b in combinations(points, 2) if a.report != b.report]
    return bool(across) and all(are_few_apart(a, b) for a, b in across)


def are_some_and_all(a: Point, b: Point) -> bool:
    """Whether one counts those of one kind that came to harm and the other, unlike it, people at large, where nothing near it tells of that
    kind: `66 aparat luka` do not become `72 orang luka`. The dead of each side, told side by side, are all there are.
    """
    if a.figure.measure != b.figure.measure or a.figure.measure not in HARMED or a.general == b.general:
        return False
    some, all_ = (b, a) if a.general else (a, b)
    if not some.head or some.topic[0] or some.figure.part != "total" or meets(a.figure, b.figure):
        return False
    if any(measure == some.figure.measure for measure, *_ in some.companions):
        return False
    return find_stems(re.split(r"[ +]", some.head)[0]).isdisjoint(all_.passage)


def is_by_place(p: Point) -> bool:
    """Whether a count is one of several, place by place."""
    return p.listed or p.figure.rule.startswith(BY_PLACE)


def are_at_two_places(a: Point, b: Point) -> bool:
    """Whether two counts of people, each one of several place by place, stand beside two places: `Randu enam`, `Kalimas enam`."""
    if a.figure.measure not in PEOPLE or not (is_by_place(a) and is_by_place(b)):
        return False
    return bool(a.spot and b.spot) and a.spot.isdisjoint(b.spot)


def is_of_a_place(part: Point, whole: Point) -> bool:
    """Whether of two reports one counts people place by place, or at one place beside a larger toll, and the other names no such place
    beside its count, which is a whole.
    """
    if part.figure.measure not in PEOPLE or part.report == whole.report or is_by_place(whole):
        return False
    if not is_by_place(part) and not (part.beneath and whole.sole and not whole.spot and not part.former):
        return False
    return bool(part.spot) and part.spot.isdisjoint(whole.spot | whole.where)


def are_some_of_the_hurt(a: Point, b: Point) -> bool:
    """Whether one counts all who are hurt or damaged, the other, unlike it, those that are badly or a little; of a few this is not told."""
    return not meets(a.figure, b.figure) and min(a.figure.low or 0, b.figure.low or 0) > MIDDLE
