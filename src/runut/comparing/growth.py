"""Two counts side by side: whether the later brings the earlier up to date."""

from __future__ import annotations

from datetime import datetime

from runut.comparing import purposes
from runut.comparing.bounds import high_of, meets, ratio
from runut.comparing.points import Point

# A count that is more than this many times another of the same days covers something else.
WIDEST_RATIO = 4.0
# A part of a toll grows into its whole by at most this factor over the days of one event.
WIDEST_GROWTH = 20.0
# A toll that grows within a day grows by at most this factor.
WIDEST_WITHIN_A_DAY = 2.0
# A larger count that stands so many hours after another of its day is a later one.
HOUR = 1.0
# The length of a time of publication to the minute.
MINUTE = 16
GROWING = frozenset(
    [
        "killed",
        "injured",
        "arrested",
        "houses",
        "buildings_damaged",
        "buildings_burned",
        "affected",
        "displaced",
        "evacuated",
        "rescued",
    ]
)


def evolves(a: Point, b: Point) -> bool:
    """Whether the later figure of two carries the earlier on: larger on a later day, or said to follow another."""
    if a.report == b.report and (a.former or b.former):
        return True
    if grown_to_less(a, b):
        return False
    if (b.follows and b.day >= a.day) or (a.follows and a.day == b.day):
        return True
    within = WIDEST_RATIO if a.source == b.source != "" else WIDEST_WITHIN_A_DAY  # one source knows what it told before
    if a.day == b.day != "" and a.report != b.report and a.general and b.general and ratio(a, b) <= within:
        return a.published < b.published and has_grown(a, b)
    if not a.day or not b.day or a.day >= b.day:
        return False
    growing = a.figure.measure in GROWING
    return not growing or (
        a.figure.low is not None and high_of(b.figure) > a.figure.low and ratio(a, b) <= WIDEST_GROWTH
    )


def carried(a: Point, b: Point) -> bool:
    """Whether of two counts one is told to have come of another (`menjadi 258 titik`), or both are of one loss, days apart."""
    if not a.day or not b.day or ratio(a, b) > WIDEST_WITHIN_A_DAY or meets(a.figure, b.figure):
        return False
    if a.report == b.report:
        return a.follows != b.follows or a.former != b.former
    early, late = sorted((a, b), key=lambda p: (p.day, p.follows))
    if grown_to_less(early, late):
        return False
    if early.day == late.day:
        return late.follows and not early.follows
    return late.follows or early.former or a.topic[0] == b.topic[0] == purposes.LOSS


def grown_to_less(a: Point, b: Point) -> bool:
    """Whether the later of two counts is said to have grown (`meningkat menjadi enam`), but is less than the earlier: another has grown."""
    return b.grown and a.figure.low is not None and high_of(b.figure) < a.figure.low


def outgrown(a: Point, b: Point) -> bool:
    """Whether a later count is more than an earlier `at least`, so that it tells of more, though both may be right."""
    low, later = a.figure.low, b.figure.low
    return (
        a.figure.high is None
        and low is not None
        and later is not None
        and (b.figure.high is None or b.figure.high == later)
        and bool(a.day)
        and a.day < b.day
        and a.figure.measure in GROWING
        and later > low
    )


def hours_between(earlier: str, later: str) -> float:
    """The hours between two times of publication of one day; none where either tells only its day."""
    if len(earlier) < MINUTE or len(later) < MINUTE:
        return 0.0
    first, second = (datetime.fromisoformat(t[:MINUTE]) for t in (earlier, later))
    return (second - first).total_seconds() / 3600


def mixed(a: Point, b: Point) -> bool:
    """Whether of two reports one tells its hour and the other only its day, so that neither is known to be the later."""
    return (len(a.published) < MINUTE) != (len(b.published) < MINUTE)


def has_grown(a: Point, b: Point) -> bool:
    """Whether the report that stands plainly later in the day gives more of what only grows."""
    earlier, later = sorted((a, b), key=lambda p: p.published)
    grown = (later.figure.low or 0) > (earlier.figure.low or 0) and a.figure.measure in GROWING
    return grown and hours_between(earlier.published, later.published) >= HOUR
