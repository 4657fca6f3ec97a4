"""What a series comes to by the rules of those who code events: low, best and high under named profiles.

A profile is a table of rules, tried in order; the first that holds gives the value, and its name stands beside the number. Where none
holds the profile has no value. Sources: UCDP GED codebook (estimates low, best, high of the dead), ACLED codebook (reported fatalities).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from runut.comparing.bounds import meets
from runut.comparing.growth import GROWING
from runut.comparing.points import Point
from runut.comparing.verdicts import AGREE, CONFLICT, EVOLVE, INCOMPARABLE, follows
from runut.lang import Language
from runut.model import Reading, Valuation
from runut.text.alternatives import any_of

LATEST, UCDP, ACLED = "latest-official", "ucdp", "acled"
# Words of a body or an office that counts for the state; of the kinds in the tables of titles and of the heads of bodies.
OFFICES = frozenset(["country", "portfolio", "territory", "rank"])
BODIES = frozenset(["office", "seat", "force", "government", "hospital"])
# Events that the two projects code, and those that they do not.
VIOLENCE = frozenset(["ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "THREATEN"])
MISFORTUNE = frozenset(["DISASTER", "ACCIDENT"])

Number = int | float | None


@dataclass(frozen=True, slots=True)
class Case:
    """A series as profiles see it: its figures in the order of time, those of its last day, and what it comes to."""

    points: tuple[Point, ...]
    latest: tuple[Point, ...]
    relation: str
    official: Callable[[Point], bool]


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    holds: Callable[[Case], bool]
    choose: Callable[[Case], Sequence[Point]]
    value: Callable[[Sequence[Point]], tuple[Number, Number, Number]]
    why: str
    english: str


def find_officials(language: Language) -> re.Pattern[str]:
    """The words by which a source is one of the state; for `Language.derive`."""
    apart = {r["word"] for r in language.table("unofficial_heads")}
    heads = [r["form"] for r in language.table("org_heads") if r["kind"] in BODIES and r["form"] not in apart]
    of_state = tuple(f"{h} " for h in heads)
    offices = [r["form"] for r in language.table("titles") if r["kind"] in OFFICES]
    short = [r["form"] for r in language.table("acronyms") if r["name"].startswith(of_state)]
    return re.compile(rf"\b{any_of({*heads, *offices, *short} - apart, either_case=True)}\b")


def is_violence(readings: Sequence[Reading]) -> bool:
    """Whether the reports tell of more violence and protest than of mishaps, or of neither: what the coders of conflict record."""
    kinds = [e.type for r in readings for e in r.events]
    return sum(k in VIOLENCE for k in kinds) >= sum(k in MISFORTUNE for k in kinds)


def value(
    points: Sequence[Point], relation: str, officials: re.Pattern[str], *, violent: bool
) -> tuple[Valuation, ...]:
    """The values of a series by each profile that records its measure; points in the order of time."""
    case = Case(
        tuple(points),
        tuple(points if relation == AGREE else (p for p in points if p.day == points[-1].day)),
        relation,
        lambda p: officials.search(p.figure.speaker or "") is not None,
    )
    dead = points[0].figure.measure == "killed" and violent
    profiles = (LATEST, UCDP, ACLED) if dead else (LATEST,)
    return tuple(told for name in profiles if (told := _value(name, case)) is not None)


def _value(profile: str, case: Case) -> Valuation | None:
    for rule in PROFILES[profile]:
        if rule.holds(case):
            chosen = rule.choose(case)
            low, best, high = rule.value(chosen)
            return Valuation(
                profile=profile,
                low=low,
                best=best,
                high=high,
                rule=f"{profile}:{rule.name}",
                why=rule.why,
                english=rule.english,
                figures=tuple(p.figure.id for p in chosen),
            )
    return None


def _span(points: Sequence[Point]) -> tuple[Number, Number, Number]:
    """The widest bounds; no best value."""
    known = [v for p in points for v in (p.figure.low, p.figure.high) if v is not None]
    return min(known, default=None), None, max(known, default=None)


def _met(points: Sequence[Point]) -> tuple[Number, Number, Number]:
    """The bounds that all allow, and the exact value if there is one: that of a named source first, then of the latest."""
    lows = [p.figure.low for p in points if p.figure.low is not None]
    highs = [p.figure.high for p in points if p.figure.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:  # numbers given as about so much meet only when widened
        low, high = high, low
    best = max(points, key=lambda p: (_is_exact(p), p.figure.speaker is not None, p.published))
    return low, best.figure.low if _is_exact(best) else None, high


def _own(points: Sequence[Point]) -> tuple[Number, Number, Number]:
    """The bounds of the count that stands last."""
    last = points[-1].figure
    return last.low, last.low if last.low == last.high else None, last.high


def _least(points: Sequence[Point]) -> tuple[Number, Number, Number]:
    """The lowest number that anyone gives, and nothing else."""
    least = min(p.figure.low for p in points if p.figure.low is not None)
    return least, least, least


def _is_exact(p: Point) -> bool:
    return p.figure.low is not None and p.figure.low == p.figure.high


def _current(case: Case) -> Sequence[Point]:
    """The counts of the last day that stand: what is said to follow another, then the most of what only grows, then exact ones.

    A count that its report tells as what was said before gives way to any other, and so does its value wherever else it is told, unless
    it is told there as what another has come to.
    """
    reports = {p.report for p in case.latest if not p.former}
    withdrawn = {(p.figure.low, p.figure.high) for p in case.latest if p.former and p.report in reports}
    standing = [
        p for p in case.latest if not p.former and (p.follows or (p.figure.low, p.figure.high) not in withdrawn)
    ]
    standing = standing or [p for p in case.latest if not p.former] or list(case.latest)
    best = max(
        standing,
        key=lambda p: (
            follows(p, standing),
            p.figure.measure in GROWING and (p.figure.low or 0),
            _is_exact(p),
            case.official(p),
            p.figure.speaker is not None,
            p.published,
        ),
    )
    return [p for p in standing if p is not best and meets(p.figure, best.figure)] + [best]


def _officials(case: Case) -> Sequence[Point]:
    return [p for p in _current(case) if case.official(p)]


def _floored(points: Sequence[Point]) -> list[Point]:
    """Those that give a least number, the lowest first."""
    return sorted((p for p in points if p.figure.low is not None), key=lambda p: p.figure.low or 0)


def _corrected(case: Case) -> Sequence[Point]:
    """The count that stands last, if it gives a least number, else the lowest of its day."""
    return [p for p in _current(case)[-1:] if p.figure.low is not None] or _floored(case.latest)[:1]


PROFILES: Mapping[str, tuple[_Rule, ...]] = {
    LATEST: (
        _Rule("no-common-scope", lambda c: c.relation == INCOMPARABLE, lambda c: (), lambda p: (None, None, None),
              "cakupannya berbeda: tidak ada satu nilai", "of different scope: there is no one value"),
        _Rule("disputed", lambda c: c.relation == CONFLICT, lambda c: c.points, _span,
              "sumber berselisih: yang terendah sampai yang tertinggi", "disputed: from the lowest to the highest"),
        _Rule("official-count", lambda c: c.relation == EVOLVE and bool(_officials(c)), _officials, _own,
              "hitungan resmi terakhir", "the last count by an official source"),
        _Rule("latest-count", lambda c: c.relation == EVOLVE, lambda c: _current(c)[-1:], _own,
              "hitungan terakhir", "the last count"),
        _Rule("all-agree", lambda c: True, lambda c: c.points, _met,
              "semua laporan sejalan", "all reports agree"),
    ),
    UCDP: (
        _Rule("no-common-scope", lambda c: c.relation == INCOMPARABLE, lambda c: (), lambda p: (None, None, None),
              "cakupannya berbeda: tidak ada satu perkiraan", "of different scope: there is no one estimate"),
        _Rule("disputed", lambda c: c.relation == CONFLICT, lambda c: c.points, _span,
              "berselisih: perkiraan terendah dan tertinggi; yang terbaik diputuskan pengode",
              "disputed: lowest and highest estimate; which is best is for the coder to judge"),
        _Rule("superseded", lambda c: c.relation == EVOLVE, lambda c: _current(c)[-1:], _own,
              "hitungan terakhir menggantikan yang terdahulu", "the last count takes the place of the earlier ones"),
        _Rule("all-agree", lambda c: True, lambda c: c.points, _met,
              "semua perkiraan sejalan", "all estimates agree"),
    ),
    ACLED: (
        _Rule("no-common-scope", lambda c: c.relation == INCOMPARABLE, lambda c: (), lambda p: (None, None, None),
              "cakupannya berbeda: tidak ada satu nilai", "of different scope: there is no one value"),
        _Rule("later-correction", lambda c: c.relation == EVOLVE and bool(_floored(c.latest)), _corrected, _least,
              "hitungan kemudian memperbaiki baris yang sama", "a later count corrects the same row"),
        _Rule("lowest", lambda c: bool(_floored(c.points)), lambda c: _floored(c.points)[:1], _least,
              "angka terendah selama laporan berbeda atau hanya memberi kisaran",
              "the lowest figure while reports differ or give a range only"),
    ),
}  # fmt: skip
"""The rules of each profile, in the order in which they are tried."""
