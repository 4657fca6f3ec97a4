"""Two figures side by side: whether they can be of one thing, and what their values say of one another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from runut.comparing import company, penalties, purposes
from runut.comparing.bounds import EXACT_DIGITS, TELLING_DIGITS, digits, high_of, is_cut, meets, ratio
from runut.comparing.measures import PEOPLE, SPREAD, THINGS
from runut.comparing.nouns import same_noun
from runut.comparing.points import RATES_APART, Point

# A count that is more than this many times another of the same days covers something else.
WIDEST_RATIO = 4.0
# What dividing may lose.
SLACK = 1e-9
# A part of a toll grows into its whole by at most this factor over the days of one event.
WIDEST_GROWTH = 20.0
# Days that two reports give for one event differ by no more (time zones, the night between).
DAYS_OF_ONE_EVENT = 1
# A toll that grows within a day grows by at most this factor.
WIDEST_WITHIN_A_DAY = 2.0
# Two counts that a report sets against one another stand no more sentences apart: `… berbeda dari data X.` may stand between them.
CONTRAST_REACH = 2
# Sentences of one telling share so many of their longer words: a chosen number, between copies and two tellings of one day; not measured.
ONE_TELLING = 0.65
# The ends of a range that someone counted differ by no more than this factor (`belasan` by 1.7).
NARROW = 1.5
# Reports differ by no more on one crowd.
CROWDS_APART = 10.0
# A report that stands so many hours after another of its day knows the other's count.
LAG = 6.0
# A larger count that stands so many hours after another of its day is a later one.
HOUR = 1.0
# The length of a time of publication to the minute, and of a day.
MINUTE, DAY = 16, 10
# Two counts of one thing by two sources differ by no more than this factor.
RIVALS = 1.25
# Magnitudes of one quake by several agencies differ by no more.
MAGNITUDES_APART = 0.4
# Reports of one quake come within so many days of one another.
QUAKE_DAYS = 2
# Two figures of a measure without people or things in common are of one thing when their sentences share so many words.
SHARED_WORDS = 0.34
# Equal counts under two nouns are of one thing when their sentences share so many words …
SHARED_TOLD = 0.2
# … and so many where they share a noun, or one names the other's, or a second count of both is equal: so all 39 pairs of nouns in the
# eleven stories of the shared articles that are nobody's to test on (`442 jemaah` and `442 penumpang`).
SHARED_SOME = 0.1
# Shorter words of names are other names when they differ by a letter.
LONG_NAME = 5
# Initials of a name have so many letters at most.
LONGEST_INITIALS = 3
# The last of the years of an age told in tens comes so long after the first.
TEN_YEARS = 9
# Smaller counts of things that differ are of other things: four of five permits.
LEAST_RIVAL = 20
# Smaller counts are equal by accident.
LEAST_EQUAL = 3

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
HARMED = frozenset(["killed", "injured", "missing"])
# Counts that two sources may dispute on one day.
DISPUTED = (GROWING - {"affected", "evacuated", "rescued"}) | {"missing", "participants"}
_MINUTE = re.compile(r"T(\d\d:\d\d)")
_NAME = re.compile(r"\b[A-Z]\w+")


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


def same_company(a: Point, b: Point) -> bool:
    """Whether two reports count as many people whom they name, or as many others beside one person; the dead are no suspects."""
    f, g = a.figure, b.figure
    if a.report == b.report or not equal(a, b) or not company.same(a.company, b.company):
        return False
    return f.measure == g.measure or "other" in (f.measure, g.measure)


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


def same_person(a: Point, b: Point) -> bool:
    """Whether two ages are of one person: named alike, or equal where one report names none beside it and knows the other's."""
    if a.person and a.person == b.person:
        return True
    if a.called and b.called:  # one name of two may be that of a family
        if equal(a, b) and (_is_short_for(a.called, b.called) or _is_short_for(b.called, a.called)):
            return True
        spelt = sum(any(_is_spelt(x, y) for y in b.called) for x in a.called)
        alike = equal(a, b) or not {*a.called}.isdisjoint(b.called)  # `Sudarno (50)` and `Sudarna (51)` are two
        return alike and spelt >= min(2, len(a.called), len(b.called))
    named, bare = (a, b) if a.person else (b, a)
    return bool(named.person) and not bare.called and equal(a, b) and named.person in bare.known


def nobody_else(points: Sequence[Point]) -> Callable[[Point, Point], bool]:
    """Whether two ages of different reports are equal, one of them at least of nobody named, and no two named people have that age.

    One told in tens (`60-an`) is the only age of those years that the story tells.
    """
    owners: dict[object, set[object]] = defaultdict(set)
    exact = {p.figure.low for p in points if p.figure.low is not None and p.figure.low == p.figure.high}
    for p in points:
        if p.called or p.person:
            owners[p.figure.low, p.figure.high].add(p.person or p.called)

    def alike(a: Point, b: Point) -> bool:
        bare = not (a.called or a.person) or not (b.called or b.person)
        if not bare or a.report == b.report:
            return False
        f, g = a.figure, b.figure
        same = equal(a, b) or (f.low is g.low is None and f.high == g.high)  # `di bawah delapan tahun`
        return (same and len(owners[f.low, f.high]) < 2) or in_tens(a, b) or in_tens(b, a)

    def in_tens(tens: Point, one: Point) -> bool:
        low, high, age = tens.figure.low, tens.figure.high, one.figure.low
        if tens.called or tens.person or low is None or high != low + TEN_YEARS or low % 10 or age != one.figure.high:
            return False
        return {x for x in exact if low <= x <= high} == {age}

    return alike


def _is_short_for(short: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a name is told by its initials: `SJ` of Surya Jati, `W` of Wira."""
    initials = "".join(w[0].upper() for w in name)
    if len(short) != 1 or not short[0].isupper() or initials == name[0].upper():
        return False
    if len(short[0]) > LONGEST_INITIALS:  # the last names of a long one may be left out
        return initials.startswith(short[0])
    return short[0] == initials


def _is_spelt(a: str, b: str) -> bool:
    """Whether two words of names are one, or differ by one letter: `Laila` and `Lailla`."""
    return a == b or (min(len(a), len(b)) >= LONG_NAME and Levenshtein.distance(a, b) <= 1)


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


def equal(a: Point, b: Point) -> bool:
    """Whether two figures are exact, or the same range, and of the same value."""
    f, g = a.figure, b.figure
    return f.low is not None and (f.low, f.high) == (g.low, g.high)


def is_one_of_equals(p: Point) -> bool:
    """Whether its sentence counts few of several things, as many of each: `satu sedan, satu truk`, `Randu 2 unit dan Kalimas 2 unit`."""
    f = p.figure
    return f.measure in THINGS and (f.low or 0) <= LEAST_EQUAL and (f.measure, f.low, f.high) in p.companions


def named_alike(a: Point, b: Point) -> bool:
    """Whether the word right before two numbers is the same, or the two right after them: the name of what each counts."""
    return same_at_start(a.before, b.before) > 0 or same_at_start(a.behind, b.behind) > 1


def same_at_start(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words two stretches begin with alike."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


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


def elsewhere(a: Point, b: Point) -> bool:
    """Whether two counts are of different days' harm, of crowds at different places, or of what spreads over many places by reports
    that begin at no place in common.
    """
    if a.figure.measure == "participants" and a.where and b.where and not a.where & b.where:
        return True
    if a.figure.measure in SPREAD and a.lead and b.lead and not a.lead & b.lead:
        return True
    if not a.happened or not b.happened:
        return False
    return abs((date.fromisoformat(a.happened) - date.fromisoformat(b.happened)).days) > DAYS_OF_ONE_EVENT


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


def same_quake(a: Point, b: Point) -> bool:
    """Whether two magnitudes are of one quake: near in value and day, or told alike where a day is not known; the same to the last digit,
    and of one place, also in a report of days after that tells it alike.
    """
    if a.figure.low is None or b.figure.low is None or a.after != b.after:
        return False
    if abs(a.figure.low - b.figure.low) > MAGNITUDES_APART:
        return False
    if not a.day or not b.day:
        return shared(a, b) >= SHARED_WORDS
    if equal(a, b) and not a.where.isdisjoint(b.where) and shared(a, b) >= SHARED_WORDS and a.report != b.report:
        return True
    return abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days) <= QUAKE_DAYS


def quake_told_otherwise(a: Point, b: Point) -> bool:
    """Whether two reports, each with one magnitude alone, give the quake of one minute two: no other quake comes in the same minute."""
    if a.report == b.report or not (a.sole and b.sole and a.day == b.day) or not same_quake(a, b):
        return False
    return not _minutes(a).isdisjoint(_minutes(b))


def _minutes(p: Point) -> frozenset[str]:
    """The times of day that a sentence tells to the minute, without their seconds."""
    return frozenset(found[1] for hour in p.hours if (found := _MINUTE.search(hour)))


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


def akin(points: Sequence[Point]) -> bool:
    """Whether two points with unlike values share some words."""
    return any(not meets(a.figure, b.figure) and shared(a, b) >= SHARED_SOME for a, b in combinations(points, 2))


def disjoint(a: Point, b: Point) -> bool:
    """Whether two figures count different groups, which need not agree: the dead of one side and of the other."""
    return a.figure.measure in PEOPLE | THINGS and not a.general and not b.general and a.head != b.head


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
        return a.published < b.published and _has_grown(a, b)
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


def grows(a: Point, b: Point) -> bool:
    """Whether a toll may have grown between two reports of one day; their hours tell little, for counts lag behind."""
    if a.figure.measure not in GROWING or not (a.general and b.general) or a.report == b.report or excludes(a, b):
        return False
    earlier, later = sorted((a, b), key=lambda p: p.published)
    if (later.figure.low or 0) < (earlier.figure.low or 0) and _hours_between(earlier.published, later.published) > LAG:
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


def _hours_between(earlier: str, later: str) -> float:
    """The hours between two times of publication of one day; none where either tells only its day."""
    if len(earlier) < MINUTE or len(later) < MINUTE:
        return 0.0
    first, second = (datetime.fromisoformat(t[:MINUTE]) for t in (earlier, later))
    return (second - first).total_seconds() / 3600


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
    if a.figure.measure in GROWING and (_has_grown(a, b) or _mixed(a, b)):
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
    if shared(a, b) < ONE_TELLING or a.hours != b.hours or _mixed(a, b):
        return False  # a source counts more as the day goes on
    if a.where and b.where and a.where.isdisjoint(b.where):
        return False
    if meets(a.figure, b.figure) or a.figure.measure not in DISPUTED or _has_grown(a, b) or a.period != b.period:
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


def _mixed(a: Point, b: Point) -> bool:
    """Whether of two reports one tells its hour and the other only its day, so that neither is known to be the later."""
    return (len(a.published) < MINUTE) != (len(b.published) < MINUTE)


def _has_grown(a: Point, b: Point) -> bool:
    """Whether the report that stands plainly later in the day gives more of what only grows."""
    earlier, later = sorted((a, b), key=lambda p: p.published)
    grown = (later.figure.low or 0) > (earlier.figure.low or 0) and a.figure.measure in GROWING
    return grown and _hours_between(earlier.published, later.published) >= HOUR


def _same_crowd(a: Point, b: Point) -> bool:
    """Whether two counts are of a crowd on one day at one place: nobody counts it, and reports differ without naming a source."""
    f, g = a.figure, b.figure
    if f.measure != "participants" or not (a.general and b.general) or f.part != "total" or g.part != "total":
        return False
    return f.as_of is not None and f.as_of == g.as_of and bool(a.where & b.where)


def shared(a: Point, b: Point) -> float:
    """The share of the longer words of two sentences that both have."""
    union = a.context | b.context
    return len(a.context & b.context) / len(union) if union else 0.0
