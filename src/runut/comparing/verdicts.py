"""What two figures of one thing say of one another, and what a whole series of them comes to: each verdict by a named rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement, pairwise

from runut.comparing import contradictions, doubts, growth, overlaps, quakes, shares
from runut.comparing.bounds import AMOUNTS, meets, ratio
from runut.comparing.growth import WIDEST_RATIO
from runut.comparing.measures import PEOPLE, THINGS
from runut.comparing.points import Point
from runut.comparing.topics import RATE
from runut.model import Step

# Bounds that meet say nothing when one value is more than this many times the other.
EMPTY_RATIO = 10.0
# More values than this of different scope are no comparison that helps an editor.
MOST_INCOMPARABLE = 3

# So few vehicles are told of one happening in several ways: those that hit, were hit, or stood by.
FEW_VEHICLES, VEHICLES = 3, frozenset(["vehicles", "aircraft"])

AGREE, EVOLVE, CONFLICT, INCOMPARABLE = "agree", "evolve", "conflict", "incomparable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation by a rule, with the reason in Indonesian and in English."""

    relation: str
    rule: str
    why: str
    english: str


def _table(*rows: tuple[str, str, str, str]) -> Mapping[str, Verdict]:
    return {rule: Verdict(relation, f"series:{rule}", why, english) for rule, relation, why, english in rows}


VERDICTS = _table(
    ("bounds-meet", AGREE, "batas nilainya bertemu", "the bounds meet"),
    ("age-differs", CONFLICT, "umur orang yang sama disebut berbeda", "one person's age is given otherwise"),
    ("magnitude-differs", CONFLICT, "kekuatan gempa yang sama disebut berbeda", "one quake's magnitude is given otherwise"),
    ("rate-moves", EVOLVE, "kurs bergerak dari waktu ke waktu", "a rate moves over time"),
    ("period-differs", INCOMPARABLE, "kurun waktunya berbeda", "they cover different spans of time"),
    ("scope-differs", INCOMPARABLE, "wilayah yang dihitung berbeda", "they count in different countries"),
    ("group-differs", INCOMPARABLE, "yang dihitung kelompok yang berbeda", "they count different groups"),
    ("presumed", INCOMPARABLE, "yang satu baru perkiraan", "one is only feared so far"),
    ("corrected", EVOLVE, "yang kemudian meralat atau melanjutkan yang terdahulu", "the later corrects or carries on the earlier"),
    ("later-count", EVOLVE, "angka yang kemudian memperbarui yang terdahulu", "a later count brings the earlier up to date"),
    ("within-a-day", EVOLVE, "angka bertambah pada hari yang sama", "the count grew within the day"),
    ("too-far-apart", INCOMPARABLE, "cakupannya berbeda", "they are too far apart to cover the same"),
    ("part-and-whole", INCOMPARABLE, "yang dihitung berbeda: sebagian dan seluruhnya", "one is of a part, the other of the whole"),
    (
        "bounds-exclude",
        CONFLICT,
        "cakupan dan waktunya sama, tetapi nilainya tidak dapat sama-sama benar",
        "same scope and time, but both values cannot be right",
    ),
    (
        "quoted-otherwise",
        CONFLICT,
        "satu sumber pada satu hari dikutip dengan nilai yang berbeda",
        "one source is quoted otherwise on one day",
    ),
    (
        "joined-differs",
        CONFLICT,
        "disatukan oleh seseorang, tetapi nilainya tidak dapat sama-sama benar",
        "joined by a person, but both values cannot be right",
    ),
    ("unclear", INCOMPARABLE, "tidak jelas apakah yang dihitung sama", "it is not clear whether they count the same"),
)  # fmt: skip

UNCLEAR, SETTLED_BY_HAND = VERDICTS["unclear"], VERDICTS["joined-differs"]
# The rules by which two counts plainly conflict, the stronger first.
PLAIN = ("bounds-exclude", "quoted-otherwise")
# The rules by which two counts of one day do not go together.
AT_ODDS = frozenset([*PLAIN, "unclear"])


def judge(a: Point, b: Point) -> Verdict:
    """What the later of two figures (`b`) says of the earlier one, by the first rule that holds."""
    return VERDICTS[_rule(a, b)]


def _rule(a: Point, b: Point) -> str:
    if meets(a.figure, b.figure) and not growth.outgrown(a, b):
        return "bounds-meet"
    if a.figure.measure == "age":
        return "age-differs"
    if a.figure.measure == "magnitude" and quakes.quake_told_otherwise(a, b):
        return "magnitude-differs"
    if a.topic[0] == RATE:
        return "rate-moves" if a.topic[2:] == b.topic[2:] else "group-differs"
    if a.period != b.period:
        return "period-differs"
    if a.scope and b.scope and a.scope != b.scope:
        return "scope-differs"
    if a.presumed != b.presumed:
        return "presumed"
    if overlaps.disjoint(a, b) and not b.follows:
        return "group-differs"
    if growth.evolves(a, b):
        return "corrected" if a.follows or b.follows or a.former or b.former else "later-count"
    if contradictions.quoted_otherwise(a, b):
        return "quoted-otherwise"
    if contradictions.grows(a, b):
        return "within-a-day"
    if contradictions.excludes(a, b):
        return "bounds-exclude"
    if ratio(a, b) > WIDEST_RATIO:
        return "too-far-apart"
    if a.general != b.general or a.figure.part != b.figure.part:
        return "part-and-whole"
    return "unclear"


def relate(points: Sequence[Point]) -> Verdict:
    """What a series comes to; points in the order of time.

    1. All agree. 2. Something evolves by a later count and nothing stands against it (growth within a day does not, nor do values of which
    one elsewhere follows the other, nor two that were at odds on a day and were both outgrown since, or of which a report withdraws one).
    3. Two plainly conflict, and the rest agree, evolve, or repeat their values. 4. The first other way in which two of them differ.
    """
    found = [
        (a, b, _rule(a, b))
        for a, b in combinations(points, 2)
        if not overlaps.disjoint(a, b) or meets(a.figure, b.figure)
    ]
    apart = [(a, b, rule) for a, b, rule in found if rule != "bounds-meet"]
    if not apart:
        return VERDICTS["bounds-meet"]
    rules = [rule for _, _, rule in apart]
    if "magnitude-differs" in rules and len({_value(p) for p in points}) == 2 and all(p.sole for p in points):
        return VERDICTS["magnitude-differs"]  # more values, or several of one report, are of several quakes
    for first in ("age-differs", "rate-moves", "period-differs"):
        if first in rules:
            return VERDICTS[first]
    led = [_values(a, b) for a, b, rule in apart if rule in ("later-count", "corrected")]
    if any(_comes_back(a, b, points) for a, b, rule in apart if rule == "later-count"):
        return VERDICTS["bounds-exclude"]
    if led and all(
        VERDICTS[rule].relation == EVOLVE
        or (rule == "unclear" and _values(a, b) in led and not contradictions.side_by_side(a, b))
        or (rule in AT_ODDS and (_is_put_right(a, b, points) or _are_outgrown(a, b, points)))
        for a, b, rule in apart
    ):
        return VERDICTS["corrected" if "later-count" not in rules else "later-count"]
    for first in ("too-far-apart", "scope-differs", "presumed", "part-and-whole"):
        if first in rules:
            return VERDICTS[first]
    plain = [_values(a, b) for a, b, rule in apart if rule in PLAIN]
    if plain and all(
        (VERDICTS[rule].relation == EVOLVE and rule != "within-a-day") or _values(a, b) in plain for a, b, rule in apart
    ):
        return VERDICTS[next(rule for rule in PLAIN if rule in rules)]
    return VERDICTS["unclear"]


def _is_put_right(a: Point, b: Point, points: Sequence[Point]) -> bool:
    """Whether a report puts the one value in the place of another toll: the other itself, or what was told on days before; or says of one
    of two that were at odds on days before that it held then.
    """
    if a.figure.measure not in PEOPLE:
        return False
    righted = [
        (old, new)
        for old in points
        if old.former
        for new in points
        if new.report == old.report and not new.former and new.figure.measure == old.figure.measure
    ]
    return any(
        _values(a, b) == _values(old, new)
        or (_value(b) == _value(new) and a.day < new.day and b.day >= new.day)
        or (_value(old) in _values(a, b) and a.day <= b.day < new.day)
        for old, new in righted
        if not meets(old.figure, new.figure)
    )


def _are_outgrown(a: Point, b: Point, points: Sequence[Point]) -> bool:
    """Whether a toll of which two reports differed on one day is told larger than both on a later one, by all who tell it last."""
    if a.figure.measure not in growth.GROWING & PEOPLE or a.report == b.report or not a.day or a.day != b.day:
        return False
    most = max(p.figure.high or float("inf") for p in (a, b))
    last = max(p.day for p in points)
    now = [p for p in points if p.day == last]
    return last > a.day and all(
        p.general and p.figure.part == "total" and (p.figure.low or 0) > most and meets(p.figure, q.figure)
        for p, q in combinations_with_replacement(now, 2)
    )


def _comes_back(a: Point, b: Point, points: Sequence[Point]) -> bool:
    """Whether a count that seems to follow another was told on a day before it already, and the other not by then: no update."""
    before = {_value(p) for p in points if p.day and p.day < a.day}
    return _value(b) in before and _value(a) not in before and a.day == b.day


def settle(points: Sequence[Point]) -> tuple[list[Point], Verdict] | None:
    """The points in the order of time and what they come to; None where they make no series that helps an editor.

    They must be of two reports, or two sources of one (amounts: of two reports), and not: groups without a whole; bounds that meet though
    one is many times the other; a few of several tolls; two counts of different places or days; counts far apart that nothing ties; many of
    different scope.
    """
    if not is_several(points) or (points[0].figure.measure in AMOUNTS and len({p.report for p in points}) < 2):
        return None
    values = list({_told(p): p for p in points}.values())
    if len(values) > 1 and all(
        overlaps.disjoint(a, b) and not meets(a.figure, b.figure) for a, b in combinations(points, 2)
    ):
        return None
    ordered = sorted(points, key=lambda p: (p.day, p.published))  # stable: then as the reports come
    verdict = relate(ordered)
    if verdict.relation == EVOLVE:
        ordered = _as_it_went(ordered)
    if verdict.relation == AGREE and any(ratio(a, b) > EMPTY_RATIO for a, b in combinations(values, 2)):
        return None
    if verdict.relation == AGREE and shares.are_all_few_apart(ordered):
        return None
    if len(ordered) == 2 and ordered[0].figure.measure in PEOPLE | THINGS and overlaps.elsewhere(*ordered):
        return None
    if verdict is VERDICTS["too-far-apart"] and not _tells_apart(ordered):
        return None
    if verdict is VERDICTS["later-count"] and _are_few_vehicles(ordered):
        return None
    if verdict.relation in (EVOLVE, CONFLICT) and doubts.find(ordered, verdict.rule):
        return None
    if verdict.relation == INCOMPARABLE and len({_value(p) for p in ordered}) > MOST_INCOMPARABLE:
        return None
    return ordered, verdict


def _are_few_vehicles(points: Sequence[Point]) -> bool:
    """Whether a few vehicles, of which their clauses tell no harm, are told on two days in unlike sentences: one report's `satu mobil` is
    not another's of `dua mobil`.
    """
    if points[0].figure.measure not in VEHICLES or not all(p.figure.rule.startswith("measure:noun") for p in points):
        return False
    if any((p.figure.high or FEW_VEHICLES + 1) > FEW_VEHICLES for p in points):
        return False
    apart = [(a, b) for a, b in combinations(points, 2) if not meets(a.figure, b.figure)]
    return not any(overlaps.shared(a, b) >= overlaps.SHARED_WORDS for a, b in apart)


def by_hand(points: Sequence[Point]) -> tuple[list[Point], Verdict]:
    """What a series comes to that a person has joined, where `relate` leaves it unclear: that its counts are of one thing is settled, so
    that what may have grown within the day has, and others are in conflict.
    """
    rules = {_rule(a, b) for a, b in combinations(points, 2)} - {"bounds-meet"}
    if rules == {"within-a-day"}:
        return _as_it_went(points), VERDICTS["within-a-day"]
    if "unclear" not in rules and (plain := [rule for rule in PLAIN if rule in rules]):
        return list(points), VERDICTS[plain[0]]
    return list(points), SETTLED_BY_HAND


def _as_it_went(points: Sequence[Point]) -> list[Point]:
    """Counts that follow one another: what is left of one, or has come of it or in its place, stands after it; one that has grown
    (`naik menjadi 90`) comes of none above it.
    """
    least = {p.report: min(q.figure.low or 0 for q in points if q.report == p.report) for p in points}
    replaced = {_value(p) for p in points if p.former} - {_value(p) for p in points if p.follows and not p.former}
    return sorted(
        points, key=lambda p: (p.day, _value(p) not in replaced, follows(p, points), least[p.report], p.published)
    )


def follows(p: Point, others: Sequence[Point]) -> bool:
    """Whether a count is told to have come of another: not one that has grown and lies below another of its day."""
    return p.follows and not (p.grown and any(q.day == p.day and growth.grown_to_less(q, p) for q in others))


def is_several(points: Sequence[Point]) -> bool:
    """Whether points are of several reports, or of several sources of one: forms of one name are one source."""
    if len({p.report for p in points}) > 1:
        return True
    return any(contradictions.two_sources(a, b) for a, b in combinations(points, 2))


def _tells_apart(points: Sequence[Point]) -> bool:
    """Whether counts far apart are worth showing as of different scope: of one deed, or told in some of the same words."""
    topic = points[0].topic
    return bool(topic[1:] and topic[1]) or (not topic[0] and overlaps.akin(points))


def take_steps(points: Sequence[Point], whole: Verdict) -> tuple[Step, ...]:
    """The verdict from each figure of a series to the next; growth within a day is told only where the series evolves or a person joined
    them, and nothing is unclear there.
    """
    out = []
    for a, b in pairwise(points):
        verdict = judge(a, b)
        if verdict.rule == "series:within-a-day" and whole.relation != EVOLVE and whole is not SETTLED_BY_HAND:
            verdict = UNCLEAR
        if verdict is UNCLEAR and whole is SETTLED_BY_HAND:
            verdict = whole
        out.append(
            Step(
                a=a.figure.id,
                b=b.figure.id,
                relation=verdict.relation,
                rule=verdict.rule,
                why=verdict.why,
                english=verdict.english,
            )
        )
    return tuple(out)


def overtakes(a: Point, b: Point) -> bool:
    """Whether a report puts its count `a` in the place of its count `b`, which is told only as what was said before.

    1. `b` is told as former (`Sebelumnya, … 11 orang`), `a` is not. 2. `a` is told as having followed; `b` is not, nor later.
    """
    if a.report != b.report or a.former or meets(a.figure, b.figure):
        return False
    return b.former or (a.follows and not b.follows and a.at >= b.at and a.day >= b.day)


def _values(a: Point, b: Point) -> frozenset[tuple[int | float | None, int | float | None]]:
    return frozenset((_value(a), _value(b)))


def _told(p: Point) -> tuple[int | float | None, int | float | None, bool]:
    """All that tells whether the bounds of one figure meet those of another."""
    return p.figure.low, p.figure.high, p.figure.approx


def _value(p: Point) -> tuple[int | float | None, int | float | None]:
    return p.figure.low, p.figure.high
