"""Two counts side by side: whether they cannot both be right, or one may have grown from the other within the day."""

from __future__ import annotations

import re

from runut.comparing.bounds import meets, ratio
from runut.comparing.growth import (
    GROWING,
    WIDEST_GROWTH,
    WIDEST_RATIO,
    WIDEST_WITHIN_A_DAY,
    has_grown,
    hours_between,
    mixed,
)
from runut.comparing.measures import PEOPLE
from runut.comparing.overlaps import DAY, elsewhere, shared
from runut.comparing.points import Point

# Two counts that a report sets against one another stand no more sentences apart: `… berbeda dari data X.` may stand between them.
CONTRAST_REACH = 3
# Sentences of one telling share so many of their longer words: a chosen number, between copies and two tellings of one day; not measured.
ONE_TELLING = 0.65
# The ends of a range that someone counted differ by no more than this factor (`belasan` by 1.7).
NARROW = 1.5
# Reports differ by no more on one crowd.
CROWDS_APART = 10.0
# A report that stands so many hours after another of its day knows the other's count.
LAG = 6.0
# Two counts of one thing by two sources differ by no more than this factor.
RIVALS = 1.25
# Counts that two sources may dispute on one day.
DISPUTED = (GROWING - {"affected", "evacuated", "rescued"}) | {"missing", "participants"}
_NAME = re.compile(r"\b[A-Z]\w+")


def tell_otherwise(a: Point, b: Point) -> bool:
    """Whether two reports, each with one toll of its kind alone, tell two of one day that are not too far apart, by one source or at one
    place: however many tell the one, the other is no count of something else.
    """
    if a.report == b.report or a.day != b.day or not a.day or meets(a.figure, b.figure):
        return False
    if a.figure.measure not in PEOPLE or ratio(a, b) > WIDEST_RATIO:
        return False
    whole = all(p.sole and p.general and p.figure.part == "total" and not (p.past or p.presumed) for p in (a, b))
    return whole and ((a.source == b.source != "") or not a.where.isdisjoint(b.where))


def two_sources(a: Point, b: Point) -> bool:
    """Whether two counts have named sources that share no name."""
    first, second = (frozenset(_NAME.findall(p.figure.speaker or "")) for p in (a, b))
    return bool(first and second and not first & second)


def side_by_side(a: Point, b: Point) -> bool:
    """Whether one report tells two counts of one day by two named sources, so that neither takes the place of the other."""
    return a.report == b.report and a.day == b.day and two_sources(a, b)


def rivals(a: Point, b: Point) -> bool:
    """Whether a report tells two totals of the same that differ, one sentence after the other, by two named sources."""
    if not side_by_side(a, b) or abs(a.at - b.at) > 1 or meets(a.figure, b.figure) or a.figure.measure not in DISPUTED:
        return False
    plain = all(p.general and p.figure.part == "total" and not (p.follows or p.former) for p in (a, b))
    return plain and ratio(a, b) <= WIDEST_WITHIN_A_DAY and _of_one_place(a, b)


def grows(a: Point, b: Point) -> bool:
    """Whether a toll may have grown between two reports of one day; their hours tell little, for counts lag behind."""
    if a.figure.measure not in GROWING or not (a.general and b.general) or a.report == b.report or excludes(a, b):
        return False
    earlier, later = sorted((a, b), key=lambda p: p.published)
    if (later.figure.low or 0) < (earlier.figure.low or 0) and hours_between(earlier.published, later.published) > LAG:
        return False
    widest = WIDEST_GROWTH if of_one_course(a, b) else WIDEST_WITHIN_A_DAY
    return a.day == b.day != "" and a.family != b.family and ratio(a, b) <= widest


def of_one_course(a: Point, b: Point) -> bool:
    """Whether two reports tell the dead as one source counts them, each all of them and nothing else: its toll rises as it can, however
    fast (48, then 384).
    """
    if a.figure.measure != "killed" or a.report == b.report or not a.source or a.source != b.source:
        return False
    whole = all(
        p.sole
        and p.general
        and p.figure.part == "total"
        and not (p.past or p.presumed or p.listed or p.period or p.spot - p.lead)
        for p in (a, b)
    )
    return whole and a.topic == b.topic and not elsewhere(a, b) and not (a.scope and b.scope and a.scope != b.scope)


def excludes(a: Point, b: Point) -> bool:
    """Whether two totals of one day cannot both be right: exact ones by two named sources, or those of one crowd; of one report, two
    that it sets against one another itself.
    """
    same = a.day == b.day != "" and a.period == b.period and (not a.scope or not b.scope or a.scope == b.scope)
    if not same or meets(a.figure, b.figure) or a.former or b.former:
        return False
    if a.report == b.report:
        return set_against(a, b)
    if _same_crowd(a, b):
        return ratio(a, b) <= CROWDS_APART
    if a.figure.measure in GROWING and (has_grown(a, b) or mixed(a, b)):
        return False
    exact = all(_is_bounded(p) and not p.figure.approx and p.figure.part == "total" for p in (a, b))
    named = a.figure.speaker is not None and b.figure.speaker is not None and a.figure.speaker != b.figure.speaker
    if each_of_its_own(a, b):
        return False
    if a.figure.measure == "other":
        alike, widest = a.head == b.head != "", RIVALS
    else:
        alike, widest = a.general and b.general and a.figure.measure in DISPUTED, WIDEST_RATIO
    return exact and named and alike and a.family != b.family and ratio(a, b) <= widest


def _is_bounded(p: Point) -> bool:
    """Whether a count is exact, or a range so narrow that it was counted (`10 hingga 12`); `puluhan` and `belasan` are none."""
    low, high = p.figure.low, p.figure.high
    return low is not None and high is not None and high <= NARROW * low


def quoted_otherwise(a: Point, b: Point) -> bool:
    """Whether two reports give exact totals of one named source on one day that differ, in sentences so alike that they are of one telling,
    and their hours do not show that the toll grew.
    """
    if not a.source or a.source != b.source or a.report == b.report or not a.day or a.day != b.day:
        return False
    if shared(a, b) < ONE_TELLING or a.hours != b.hours or mixed(a, b):
        return False  # a source counts more as the day goes on
    if a.where and b.where and a.where.isdisjoint(b.where):
        return False
    if meets(a.figure, b.figure) or a.figure.measure not in DISPUTED or has_grown(a, b) or a.period != b.period:
        return False
    if a.follows or b.follows or a.former or b.former or elsewhere(a, b) or (a.spot and b.spot and a.spot != b.spot):
        return False
    exact = all(p.figure.low == p.figure.high and not p.figure.approx and p.figure.part == "total" for p in (a, b))
    return exact and a.general and b.general and ratio(a, b) <= WIDEST_WITHIN_A_DAY


def set_against(a: Point, b: Point) -> bool:
    """Whether a report sets two exact counts against one another: it says that they differ (`Angka itu berbeda dengan data X`), or has both
    in one sentence by two sources who speak for one place (`Polisi mencatat lima, sedangkan BPBD mencatat tujuh`).
    """
    if a.report != b.report or meets(a.figure, b.figure):
        return False
    first, then = sorted((a, b), key=lambda p: p.figure.number.start)
    at_once = (
        a.at == b.at and ratio(a, b) <= WIDEST_WITHIN_A_DAY and not (a.follows or b.follows) and _of_one_place(a, b)
    )
    return (
        (at_once or then.contrasted)
        and _of_one_time(a, b)
        and not (a.former or b.former)
        and then.at - first.at <= CONTRAST_REACH
        and a.figure.measure == b.figure.measure
        and a.general
        and b.general
        and all(p.figure.low == p.figure.high and not p.figure.approx and p.figure.part == "total" for p in (a, b))
        and (a.figure.speaker or "") != (b.figure.speaker or "")
        and ratio(a, b) <= WIDEST_RATIO
    )


def _of_one_time(a: Point, b: Point) -> bool:
    """Whether two counts of one report may be of one time: no two days are told, nor a month or year for either."""
    days = {p.figure.as_of[:DAY] for p in (a, b) if p.figure.as_of}
    return len(days) < 2 and all(len(day) == DAY for day in days)


def _of_one_place(a: Point, b: Point) -> bool:
    """Whether two sources, each with its own statement, may speak for one place: they name one, or one of them names none.

    Two offices of one kind (`Gubernur Aceh`, `Gubernur Riau`) count each for their own, so do hospitals.
    """
    f, g = a.figure, b.figure
    if not f.speaker or not g.speaker or f.statement is None or g.statement is None or f.statement == g.statement:
        return False
    (first, *rest), (other, *others) = (f.speaker.split(), g.speaker.split())
    if first.lower() == other.lower() or a.of_house or b.of_house:
        return False
    named, too = (frozenset(_NAME.findall(" ".join(words))) for words in (rest, others))
    return not named or not too or bool(named & too)


def each_of_its_own(a: Point, b: Point) -> bool:
    """Whether two sources are offices of one kind that share no other name (`BPBD Kalimas`, `BPBD Lontar`): each counts its own place."""
    same = bool(a.office) and a.office == b.office
    return same and bool(a.voiced and b.voiced) and a.voiced.isdisjoint(b.voiced)


def _same_crowd(a: Point, b: Point) -> bool:
    """Whether two counts are of a crowd on one day at one place: nobody counts it, and reports differ without naming a source."""
    f, g = a.figure, b.figure
    if f.measure != "participants" or not (a.general and b.general) or f.part != "total" or g.part != "total":
        return False
    return f.as_of is not None and f.as_of == g.as_of and bool(a.where & b.where)
