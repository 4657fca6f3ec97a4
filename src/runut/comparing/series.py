"""Figures set side by side: like with like, and what their bounds say of one another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations

from runut.codec import content_id
from runut.comparing import points as points_
from runut.comparing.ages import by_age
from runut.comparing.points import PEOPLE, THINGS, Point, Words, high_of, meets, shared
from runut.lang import Language
from runut.model import Entity, Family, Reading, Series

# A count that is more than this many times another of the same days covers something else.
WIDEST_RATIO = 4.0
# A part of a toll grows into its whole by at most this factor over the days of one event.
WIDEST_GROWTH = 20.0
# A floor this many times an earlier one is a later count and not only a looser one.
OUTGROWN = 1.5
# Days that two reports give for one event differ by no more (time zones, the night between).
DAYS_OF_ONE_EVENT = 1
# Bounds that meet say nothing when one value is more than this many times the other.
EMPTY_RATIO = 10.0
# A toll that grows within a day grows by at most this factor.
WIDEST_WITHIN_A_DAY = 2.0
# Two figures of a measure without people or things in common are of one thing when their sentences share so many words.
SHARED_WORDS = 0.34
# Two counts of one kind of thing, or two far apart, are of one event when their sentences share some words.
SHARED_SOME = 0.1
# The country that is named so many times as often as all others is the one meant where none is named.
MAIN_SCOPE = 3
# Two counts of one thing by two sources differ by no more than this factor.
RIVALS = 1.25
# More values than this of different scope are no comparison that helps an editor.
MOST_INCOMPARABLE = 3
# Magnitudes of one quake by several agencies differ by no more.
MAGNITUDES_APART = 0.4
# Reports of one quake come within so many days of one another.
QUAKE_DAYS = 2

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
# Amounts that are compared between reports only: one report gives many.
AMOUNTS = frozenset(["money", "percent", "duration", "distance_km", "height_m", "area", "speed", "weight"])
# What a flood or quake does in many places at once, each with a count of its own.
SPREAD = frozenset(["affected", "displaced", "evacuated", "houses", "buildings_damaged", "buildings_burned"])
# Counts that two sources may dispute on one day.
DISPUTED = (GROWING - {"affected", "evacuated", "rescued"}) | {"missing", "participants"}
_NAME = re.compile(r"\b[A-Z]\w+")


def align(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], families: tuple[Family, ...], language: Language
) -> tuple[Series, ...]:
    """The series of a story's figures, the most carried first; every figure is in at most one."""
    words = language.derive(points_.words_of)
    family_of = {a: f.id for f in families for a in f.articles}
    points = points_.find(by_age(readings), family_of, words)
    groups: dict[tuple[str, ...], list[Point]] = defaultdict(list)
    for point in points:
        groups[(point.figure.measure, *point.topic)].append(point)
    out = []
    for key in sorted(groups):
        for members in _clusters(groups[key]):
            for settled in _settled(members):
                made = _series(settled, words)
                if made is not None:
                    out.append(made)
    return tuple(sorted(out, key=lambda s: (-s.independent, -len(s.figures), s.measure, s.id)))


def _clusters(points: list[Point]) -> Iterable[list[Point]]:
    """Split the points of one topic into those that an editor would set side by side."""
    measure = points[0].figure.measure
    if measure in ("vehicles", "aircraft"):
        for group in _by_sort(points):
            yield from _by_head(group)
    elif points[0].topic[0] == points_.FOUND:
        yield from _linked(points, lambda a, b: meets(a.figure, b.figure) and a.day == b.day != "")
    elif measure in PEOPLE or measure in THINGS:
        for group in _by_scope(points):
            yield from _by_head(group)
    elif measure == "magnitude":
        yield from _linked(points, _same_quake)
    elif measure == "age":
        yield points if points[0].topic[0] else []
    elif measure == "other":
        yield from _linked(
            points,
            lambda a, b: (
                a.topic[0] != ""
                and (
                    (meets(a.figure, b.figure) and _same_kind(a, b))
                    or (_excludes(a, b) and shared(a, b) >= SHARED_SOME)
                )
            ),
        )
    else:
        yield from _linked(points, lambda a, b: meets(a.figure, b.figure) and shared(a, b) >= SHARED_WORDS)


def _by_scope(points: list[Point]) -> Iterable[list[Point]]:
    """Counts of different countries apart; those that name none go with the country that most name, else by themselves."""
    scopes = Counter(p.scope for p in points if p.scope)
    if len(scopes) < 2:
        return [points]
    most = min(scopes, key=lambda c: (-scopes[c], c))
    bare = most if scopes[most] >= MAIN_SCOPE * (scopes.total() - scopes[most]) else ""
    groups: dict[str, list[Point]] = defaultdict(list)
    for p in points:
        groups[p.scope or bare].append(p)
    return [groups[scope] for scope in sorted(groups)]


def _by_sort(points: list[Point]) -> Iterable[list[Point]]:
    """`kapal nelayan` apart from `kapal patroli`; a bare `kapal` goes with the only sort there is, else by itself."""
    sorts = {p.sort for p in points if p.sort}
    if len(sorts) < 2:
        return [points]
    return [group for sort in sorted({p.sort for p in points}) if (group := [p for p in points if p.sort == sort])]


def _by_head(points: list[Point]) -> Iterable[list[Point]]:
    """All counts with a general head together, each group named more narrowly by itself.

    A narrow group joins the general one when it is a part that a later whole contains: counted earlier, and smaller.
    """
    if any(points[0].topic) and points[0].figure.measure in PEOPLE:  # the topic itself says which part
        yield points
        return
    general, inner = _tolls([p for p in points if p.general and p.figure.part == "total" and not p.presumed])
    yield from _linked(inner, lambda a, b: meets(a.figure, b.figure) and shared(a, b) >= SHARED_WORDS)
    narrow: dict[str, list[Point]] = defaultdict(list)
    for p in points:
        if p not in general and p not in inner and not p.presumed:
            narrow[p.head if p.figure.part == "total" else f"part:{p.head}"].append(p)
    for head in sorted(narrow):
        group = narrow[head]
        if head.startswith("part:"):  # parts are side by side only where they say the same
            yield from _linked(group, lambda a, b: meets(a.figure, b.figure))
            continue
        fits = general and all(any(_contained(p, g) for g in general) for p in group)
        if fits:
            general = general + group
        else:
            yield group
    yield general


def _tolls(points: list[Point]) -> tuple[list[Point], list[Point]]:
    """The tolls of the reports, and the smaller counts beside them that one report gives: of a spot, a house, a hospital."""
    most: dict[str, float] = {}
    for p in points:
        most[p.report] = max(most.get(p.report, 0.0), p.figure.low or 0.0)
    inner = [
        p
        for p in points
        if not (p.follows or p.former or p.period)
        and p.figure.low is not None
        and p.figure.low == p.figure.high
        and p.figure.low < most[p.report] <= WIDEST_RATIO * p.figure.low
        and not any(
            q.follows or q.former or (q is not p and q.figure.high is None) for q in points if q.report == p.report
        )
    ]
    inner = [p for p in inner if not any(q.figure.low == most[p.report] and _two_sources(p, q) for q in points)]
    return [p for p in points if p not in inner], inner


def _settled(points: list[Point]) -> Iterable[list[Point]]:
    """The points without those that go with none of the others, and those by themselves.

    Where most go together (their bounds meet, or one follows the other in time), a count that does not is of something
    else: the figure with the most such pairs leaves first. Few values that do not go together stay, to be told apart.
    """
    left, out = list(points), []
    while len(left) > 2:
        # of equals the rounded one, then the oldest
        bad = [
            (
                sum(_astray(p, q) and not _bridged(p, q, left) for q in left if q is not p),
                p.figure.low != p.figure.high,
                -k,
            )
            for k, p in enumerate(left)
        ]
        most, *_, worst = max(bad)
        if not most:
            break
        out.append(left.pop(-worst))
    if len(left) * 2 <= len(points) and len({(p.figure.low, p.figure.high) for p in points}) <= MOST_INCOMPARABLE:
        return [points]
    return [left, *_settled(out)] if out else [left]


def _astray(a: Point, b: Point) -> bool:
    """Whether two counts can be neither the same, nor one later than the other, nor plainly in conflict."""
    if _elsewhere(a, b):
        return True
    if _disjoint(a, b) or _excludes(a, b) or _grows(a, b):
        return False
    if meets(a.figure, b.figure):
        return None in (a.figure.low, a.figure.high, b.figure.low, b.figure.high) and _ratio(a, b) > WIDEST_RATIO
    earlier, later = (a, b) if (a.day, a.published) <= (b.day, b.published) else (b, a)
    return not _evolves(earlier, later) or (earlier.general and later.general and _ratio(a, b) > WIDEST_RATIO)


def _bridged(a: Point, b: Point, among: Sequence[Point]) -> bool:
    """Whether counts between two that lie far apart lead in time from the one to the other: 2, then 8, then 10."""
    earlier, later = (a, b) if a.day <= b.day else (b, a)
    if not _evolves(earlier, later):
        return False
    return any(
        earlier.day <= p.day <= later.day
        and p.general
        and earlier.figure.low is not None
        and later.figure.low is not None
        and earlier.figure.low < (p.figure.low or 0) < later.figure.low
        and max(_ratio(earlier, p), _ratio(p, later)) <= WIDEST_RATIO
        for p in among
    )


def _elsewhere(a: Point, b: Point) -> bool:
    """Whether two counts are of different days' harm, or of what spreads over many places by reports that begin at no place in common."""
    if a.figure.measure in SPREAD and a.lead and b.lead and not a.lead & b.lead:
        return True
    if not a.happened or not b.happened:
        return False
    return abs((date.fromisoformat(a.happened) - date.fromisoformat(b.happened)).days) > DAYS_OF_ONE_EVENT


def _contained(part: Point, whole: Point) -> bool:
    """Whether a later general count is large enough to hold a part counted earlier, or says the same."""
    same = (part.figure.low, part.figure.high) == (whole.figure.low, whole.figure.high)
    if same and part.report != whole.report:
        return True
    low, high = part.figure.low, whole.figure.high
    if part.report == whole.report or low is None or high is None or not low < high:
        return False
    return bool(part.day and whole.day and part.day < whole.day) and high / low <= WIDEST_GROWTH


def _linked(points: list[Point], alike: Callable[[Point, Point], bool]) -> Iterable[list[Point]]:
    """Groups of points chained by a likeness of pairs."""
    parent = list(range(len(points)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i, j in combinations(range(len(points)), 2):
        if alike(points[i], points[j]):
            parent[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, list[Point]] = defaultdict(list)
    for i, point in enumerate(points):
        groups[root(i)].append(point)
    return groups.values()


def _same_quake(a: Point, b: Point) -> bool:
    """Whether two magnitudes are of one quake: near in value and day, or told alike where a day is not known."""
    if a.figure.low is None or b.figure.low is None or a.after != b.after:
        return False
    if abs(a.figure.low - b.figure.low) > MAGNITUDES_APART:
        return False
    if not a.day or not b.day:
        return shared(a, b) >= SHARED_WORDS
    return abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days) <= QUAKE_DAYS


def _same_kind(a: Point, b: Point) -> bool:
    """Whether two counts of animals name the same animal (or one only counts heads), and two of people are told alike."""
    if a.general and b.general and a.topic[0] == a.head:
        return shared(a, b) >= SHARED_WORDS
    return a.topic[0] != "animals" or a.head == b.head or "ekor" in (a.head, b.head)


def _series(points: list[Point], words: Words) -> Series | None:
    """The series of some points; None where it would hold no two reports or sources."""
    if not _several(points) or (points[0].figure.measure in AMOUNTS and len({p.report for p in points}) < 2):
        return None
    ordered = sorted(points, key=lambda p: (p.day, p.published))  # stable: then as the reports come
    relation, why, rule = _relate(ordered)
    if relation == "evolve":  # what is left of a count, or has come of it, stands after it
        least = {p.report: min(q.figure.low or 0 for q in ordered if q.report == p.report) for p in ordered}
        ordered.sort(key=lambda p: (p.day, p.follows, least[p.report], p.published))
    if relation == "agree" and any(_ratio(a, b) > EMPTY_RATIO for a, b in combinations(ordered, 2)):
        return None
    if len(ordered) == 2 and ordered[0].figure.measure in PEOPLE | THINGS and _elsewhere(*ordered):
        return None
    if rule == "series:too-far-apart" and not any(ordered[0].topic) and not _akin(ordered):
        return None
    if relation == "incomparable" and len({(p.figure.low, p.figure.high) for p in ordered}) > MOST_INCOMPARABLE:
        return None
    low, best, high = _current(ordered, relation)
    measure = ordered[0].figure.measure
    ids = tuple(sorted(p.figure.id for p in ordered))
    heads = sorted({p.head for p in ordered if p.head and not p.general})
    label = words.labels.get(measure, measure)
    topic = ordered[0].topic[0]
    if measure == "other":
        label = topic if topic != "animals" else min((p.head for p in ordered), key=lambda h: (h == "ekor", h))
    elif measure in ("age", "vehicles") and topic:
        label = f"{label}: {topic}"
    elif len(heads) == 1 and all(not p.general for p in ordered):
        label = f"{label}: {heads[0]}"
    return Series(
        id=content_id("series", measure, *ids),
        measure=measure,
        what=label,
        relation=relation,
        figures=tuple(p.figure.id for p in ordered),
        why=why,
        rule=rule,
        low=low,
        best=best,
        high=high,
        independent=len({p.family for p in ordered}),
    )


def _several(points: Sequence[Point]) -> bool:
    """Whether points are of several reports, or of several sources of one: forms of one name are one source."""
    if len({p.report for p in points}) > 1:
        return True
    return any(_two_sources(a, b) for a, b in combinations(points, 2))


def _two_sources(a: Point, b: Point) -> bool:
    """Whether two counts have named sources that share no name."""
    first, second = (frozenset(_NAME.findall(p.figure.speaker or "")) for p in (a, b))
    return bool(first and second and not first & second)


def _akin(points: Sequence[Point]) -> bool:
    """Whether two points with unlike values share some words."""
    return any(not meets(a.figure, b.figure) and shared(a, b) >= SHARED_SOME for a, b in combinations(points, 2))


def _relate(points: list[Point]) -> tuple[str, str, str]:
    """Relation, why in words, and the rule that decided; points in the order of time."""
    apart = [
        (a, b)
        for a, b in combinations(points, 2)
        if (not meets(a.figure, b.figure) or _outgrown(a, b)) and not _disjoint(a, b)
    ]
    if not apart:
        return "agree", "batas nilainya bertemu", "series:bounds-meet"
    if points[0].figure.measure == "age":
        return "conflict", "umur orang yang sama disebut berbeda", "series:age-differs"
    if any(a.period != b.period for a, b in apart):
        return "incomparable", "kurun waktunya berbeda", "series:period-differs"
    later = [_evolves(a, b) for a, b in apart]
    if any(later) and all(known or _grows(a, b) for known, (a, b) in zip(later, apart, strict=True)):
        return "evolve", "angka yang kemudian memperbarui yang terdahulu", "series:later-count"
    if any(_ratio(a, b) > WIDEST_RATIO for a, b in apart):
        return "incomparable", "cakupannya berbeda", "series:too-far-apart"
    if any(a.general != b.general or a.figure.part != b.figure.part for a, b in apart):
        return "incomparable", "yang dihitung berbeda: sebagian dan seluruhnya", "series:part-and-whole"
    plain = [{_value(a), _value(b)} for a, b in apart if _excludes(a, b)]
    if plain and all(_evolves(a, b) or {_value(a), _value(b)} in plain for a, b in apart):
        return (
            "conflict",
            "cakupan dan waktunya sama, tetapi nilainya tidak dapat sama-sama benar",
            "series:bounds-exclude",
        )
    return "incomparable", "tidak jelas apakah yang dihitung sama", "series:unclear"


def _value(p: Point) -> tuple[int | float | None, int | float | None]:
    return p.figure.low, p.figure.high


def _disjoint(a: Point, b: Point) -> bool:
    """Whether two figures count different groups, which need not agree: the dead of one side and of the other."""
    return not a.general and not b.general and a.head != b.head


def _evolves(a: Point, b: Point) -> bool:
    """Whether the later figure of two carries the earlier on: larger on a later day, or said to follow another."""
    if a.report == b.report and (a.former or b.former):
        return True
    if (b.follows and b.day >= a.day) or (a.follows and a.day == b.day):
        return True
    if not a.day or not b.day or a.day >= b.day:
        return False
    growing = a.figure.measure in GROWING
    return not growing or (
        a.figure.low is not None and high_of(b.figure) > a.figure.low and _ratio(a, b) <= WIDEST_GROWTH
    )


def _outgrown(a: Point, b: Point) -> bool:
    """Whether a later `at least` is so much more than an earlier one that it tells of more, though both may be right."""
    floors = a.figure.high is None and b.figure.high is None and a.figure.low is not None and b.figure.low is not None
    return floors and a.day < b.day and a.figure.measure in GROWING and b.figure.low >= OUTGROWN * a.figure.low  # type: ignore[operator]


def _grows(a: Point, b: Point) -> bool:
    """Whether a toll may have grown between two reports of one day; their hours tell little, for counts lag behind."""
    if a.figure.measure not in GROWING or not (a.general and b.general) or a.report == b.report or _excludes(a, b):
        return False
    return a.day == b.day != "" and a.family != b.family and _ratio(a, b) <= WIDEST_WITHIN_A_DAY


def _excludes(a: Point, b: Point) -> bool:
    """Whether two exact totals of one day, by two named sources of two reports, cannot both be right."""
    exact = all(p.figure.low == p.figure.high and not p.figure.approx and p.figure.part == "total" for p in (a, b))
    named = a.figure.speaker is not None and b.figure.speaker is not None and a.figure.speaker != b.figure.speaker
    apart = a.report != b.report and a.family != b.family
    if a.figure.measure == "other":
        alike, widest = a.head == b.head != "", RIVALS
    else:
        alike, widest = a.general and b.general and a.figure.measure in DISPUTED, WIDEST_RATIO
    alike = (
        alike and a.day == b.day != "" and a.period == b.period and (not a.scope or not b.scope or a.scope == b.scope)
    )
    return exact and named and apart and alike and _ratio(a, b) <= widest


def _ratio(a: Point, b: Point) -> float:
    values = [v for p in (a, b) for v in (p.figure.low if p.figure.low is not None else p.figure.high,) if v]
    return max(values) / min(values) if len(values) == 2 else 1.0


def _current(points: list[Point], relation: str) -> tuple[int | float | None, int | float | None, int | float | None]:
    """Bounds and best value now: where counts differ those of the latest day, an attributed and exact one before others."""
    if relation in ("incomparable", "conflict"):
        known = [v for p in points for v in (p.figure.low, p.figure.high) if v is not None]
        return (min(known), None, max(known)) if relation == "conflict" and known else (None, None, None)
    latest = points if relation == "agree" else [p for p in points if p.day == points[-1].day]
    best = max(
        latest,
        key=lambda p: (
            relation == "evolve" and p.follows,
            relation == "evolve" and p.figure.measure in GROWING and (p.figure.low or 0),
            p.figure.low == p.figure.high,
            p.figure.speaker is not None,
            p.published,
        ),
    )
    if relation == "evolve":
        return best.figure.low, best.figure.low if best.figure.low == best.figure.high else None, best.figure.high
    lows = [p.figure.low for p in latest if p.figure.low is not None]
    highs = [p.figure.high for p in latest if p.figure.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    exact = best.figure.low == best.figure.high and best.figure.low is not None
    if low is not None and high is not None and low > high:  # numbers given as about so much meet only when widened
        low, high = high, low
    return low, best.figure.low if exact else None, high
