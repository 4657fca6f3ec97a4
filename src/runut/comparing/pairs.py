"""Two figures side by side: whether they can be of one thing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from runut.comparing import penalties, purposes
from runut.comparing.bounds import EXACT_DIGITS, TELLING_DIGITS, digits, is_cut, meets, ratio
from runut.comparing.contradictions import excludes, grows, of_one_course, quoted_otherwise
from runut.comparing.growth import WIDEST_GROWTH, WIDEST_RATIO, carried, evolves
from runut.comparing.measures import THINGS
from runut.comparing.nouns import same_noun
from runut.comparing.overlaps import SHARED_SOME, SHARED_TOLD, SHARED_WORDS, disjoint, elsewhere, equal, shared
from runut.comparing.points import RATES_APART, Point

# What dividing may lose.
SLACK = 1e-9
# Smaller counts of things that differ are of other things: four of five permits.
LEAST_RIVAL = 20
# Smaller counts are equal by accident.
LEAST_EQUAL = 3


def same_count(a: Point, b: Point) -> bool:
    """Whether two counts of measure `other` are of one thing.

    In this order: 1. told as one (`told-alike`): the same sort of thing counted, bounds that meet, and people or a bare `ekor` in
    sentences alike; 2. the later is told to have risen from another (`carried`); 3. two named sources that exclude one another; 4. the
    same value under one noun or two (`equal-count`).
    """
    if a.topic == b.topic and a.topic[0] and (equal(a, b) or a.sort == b.sort or not (a.sort and b.sort)):
        if (
            ratio(a, b) <= WIDEST_RATIO
            and meets(a.figure, b.figure)
            and not _is_few_told_otherwise(a, b)
            and (
                shared(a, b) >= SHARED_WORDS
                if a.general and b.general and a.topic[0] == a.head
                else a.topic[0] != "animals" or a.head == b.head or "ekor" in (a.head, b.head)
            )
        ):
            return True
        if carried(a, b):
            return True
        if excludes(a, b) and min(a.figure.low or 0, b.figure.low or 0) >= LEAST_RIVAL and shared(a, b) >= SHARED_SOME:
            return True
    return equal_count(a, b)


def _is_few_told_otherwise(a: Point, b: Point) -> bool:
    """Whether two or three of a kind are counted by two reports whose sentences have little in common."""
    few = a.report != b.report and equal(a, b) and (a.figure.low or 0) <= LEAST_EQUAL
    return few and shared(a, b) < SHARED_TOLD and not a.companions & b.companions


def equal_count(a: Point, b: Point) -> bool:
    """Whether the same value is told of what may be one thing under two nouns: no place, no animal, no two counts of one sentence."""
    if not equal(a, b) or (a.figure.low or 0) < LEAST_EQUAL or a.report == b.report:
        return False
    if a.figure.part != b.figure.part and "increment" in (a.figure.part, b.figure.part):
        return False
    if digits(a) >= EXACT_DIGITS and a.figure.low == a.figure.high:
        return True  # whatever the nouns: no two things are so many
    if a.head != b.head and (b.head in a.beside or a.head in b.beside or {a.kind, b.kind} & {"place", "animal"}):
        return False
    if digits(a) >= TELLING_DIGITS or shared(a, b) >= SHARED_TOLD:
        return True
    tied = same_noun(a, b) or a.head in b.words or b.head in a.words or bool(a.companions & b.companions)
    return tied and shared(a, b) >= SHARED_SOME


def same_amount(a: Point, b: Point) -> bool:
    """Whether two amounts are of one thing: told in sentences alike, or equal to the last of several digits."""
    if other_amounts(a, b):
        return False
    if a.figure.measure == "money" and a.unit != b.unit and "" not in (a.unit, b.unit):
        return False
    if purposes.apart(a.purpose, b.purpose) and not equal(a, b):
        return False
    if carried(a, b) and a.topic == b.topic and (a.topic[0] or shared(a, b) >= SHARED_TOLD):
        return not purposes.differ(a.purpose, b.purpose)
    if not meets(a.figure, b.figure):
        return False
    alike = shared(a, b)
    if alike >= SHARED_WORDS:
        return True
    telling = min(digits(a), digits(b)) - TELLING_DIGITS
    same = equal(a, b) or is_cut(a.figure, b.figure) or is_cut(b.figure, a.figure)
    return same and (telling >= 0 or (telling == -1 and alike >= SHARED_SOME))


def other_amounts(a: Point, b: Point) -> bool:
    """Whether two amounts of one measure cannot be one: times in two units, two punishments."""
    if a.figure.measure == "duration" and a.unit != b.unit:
        return True
    return penalties.bars(a.penalty, b.penalty)


def same_price(a: Point, b: Point) -> bool:
    """Whether two prices of goods are near one another and told alike."""
    return ratio(a, b) <= RATES_APART and shared(a, b) >= SHARED_WORDS


def left_alike(a: Point, b: Point) -> bool:
    """Whether two counts of people that no toll took in are of the same people: the same value, in one report or told alike."""
    return (
        equal(a, b)
        and (a.figure.low or 0) >= LEAST_EQUAL
        and (not a.scope or not b.scope or a.scope == b.scope)
        and not elsewhere(a, b)
        and not a.presumed | b.presumed
        and (a.report == b.report or shared(a, b) >= SHARED_SOME)
    )


def is_one_of_equals(p: Point) -> bool:
    """Whether its sentence counts few of several things, as many of each: `satu sedan, satu truk`, `Randu 2 unit dan Kalimas 2 unit`."""
    f = p.figure
    return f.measure in THINGS and (f.low or 0) <= LEAST_EQUAL and (f.measure, f.low, f.high) in p.companions


def astray(a: Point, b: Point) -> bool:
    """Whether two counts can be neither the same, nor one later than the other, nor plainly in conflict."""
    if elsewhere(a, b):
        return True
    if disjoint(a, b) or excludes(a, b) or quoted_otherwise(a, b) or grows(a, b):
        return False
    if meets(a.figure, b.figure):
        return None in (a.figure.low, a.figure.high, b.figure.low, b.figure.high) and ratio(a, b) > WIDEST_RATIO
    earlier, later = (a, b) if (a.day, a.published) <= (b.day, b.published) else (b, a)
    far = earlier.general and later.general and ratio(a, b) > WIDEST_RATIO and not of_one_course(a, b)
    return far or not evolves(earlier, later)


def bridged(a: Point, b: Point, between: Sequence[tuple[float, str]]) -> bool:
    """Whether counts between two that lie far apart lead in time from the one to the other: 2, then 8, then 10.

    `between`: the values and days of general counts, in order.
    """
    earlier, later = (a, b) if a.day <= b.day else (b, a)
    low, high = earlier.figure.low, later.figure.low
    if low is None or high is None or not evolves(earlier, later):
        return False
    first = bisect_right(between, (max(low, high / WIDEST_RATIO - SLACK), ""))
    for value, day in between[first:]:
        if value >= high or value > low * WIDEST_RATIO:
            return False
        if value > low and earlier.day <= day <= later.day and high <= WIDEST_RATIO * value:
            return True
    return False


def contained(part: Point, whole: Point) -> bool:
    """Whether a later general count is large enough to hold a part counted earlier, or says the same.

    Unlike a toll, arrests of two happenings stand in one story: theirs must share a word of their sentences.
    """
    same = (part.figure.low, part.figure.high) == (whole.figure.low, whole.figure.high)
    if same and part.report != whole.report:
        return True
    if part.figure.measure == "arrested" and part.context.isdisjoint(whole.context):
        return False  # seventeen of a gang, then ninety at a protest
    low, high = part.figure.low, whole.figure.high
    if part.report == whole.report or low is None or high is None or not low < high:
        return False
    return bool(part.day and whole.day and part.day < whole.day) and high / low <= WIDEST_GROWTH
