"""Counts set side by side by rule: tolls of people and things by what they cover, rates, quakes, ages of one person.

These rules know what two counts with unlike values can be to one another; what counts the same is weighed in `likeness`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from runut.comparing import contradictions, growth, overlaps, pairs, people, quakes, shares
from runut.comparing.bounds import meets
from runut.comparing.growth import WIDEST_RATIO
from runut.comparing.measures import PEOPLE, THINGS
from runut.comparing.overlaps import HARMED, SHARED_WORDS, shared
from runut.comparing.points import Point
from runut.comparing.topics import FOUND, PRICE, RATE
from runut.comparing.verdicts import EVOLVE, MOST_INCOMPARABLE, settle

# A count that so many reports, and as many as do not, give beside a larger toll is of a part wherever it stands.
LEAST_BESIDE = 2
# The tolls of so many reports make a course.
LEAST_COURSE = 3
# Prices of a currency within the days of a story differ by no more than this factor from the one told most.
RATES_SPREAD = 1.03
# The country that is named so many times as often as all others is the one meant where none is named.
MAIN_SCOPE = 3


def find(points: Sequence[Point]) -> list[list[Point]]:
    """The groups that the rules make of a story's points, those only that make a series; no point is in two."""
    groups: dict[tuple[str, ...], list[Point]] = defaultdict(list)
    for point in (p for p in points if not (p.added or p.past or shares.is_by_place(p))):
        if pairs.is_one_of_equals(point):  # only their names tell which is which
            continue
        # counts of all kinds of things are told apart pair by pair
        scope = () if point.figure.measure == "other" else (*point.topic, point.grade)
        groups[(point.figure.measure, *scope)].append(point)
    told = [
        row
        for key in sorted(groups)
        for group in _clusters(groups[key])
        for settled in _settled(group)
        if (row := _as_course(settled))
    ]
    return [row for row in _take_in(told, points) if settle(row) is not None]


def _as_course(points: list[Point]) -> list[Point]:
    """A row where it makes a series; of tolls of many scopes, the one that each report ends with, where these go together.

    Without this a story whose reports tell many numbers of the dead (each district's, first ones, vague ones) has no row of all the dead.
    """
    if settle(points) is not None:
        return points
    if not points or points[0].figure.measure != "killed":
        return []
    exact = [p for p in points if p.figure.low is not None and p.figure.low == p.figure.high and not p.former]
    most = {r: max(p.figure.low or 0 for p in exact if p.report == r) for r in {p.report for p in exact}}
    course = [p for p in exact if p.figure.low == most[p.report]]
    if len(most) < LEAST_COURSE or len({p.figure.low for p in course}) < 2:
        return []
    told = settle(course)
    return course if told is not None and told[1].relation == EVOLVE else []


def _take_in(told: Sequence[list[Point]], points: Sequence[Point]) -> list[list[Point]]:
    """The rows, and the counts of people that none of them took in where others are equal and told alike.

    Such a count goes to a row of its one value, else it makes a row with others that were left.
    """
    taken = {p.figure.id for row in told for p in row}
    out = [list(row) for row in told]
    left: dict[str, list[Point]] = defaultdict(list)
    for p in points:
        if p.figure.measure in PEOPLE and not p.past and p.figure.id not in taken and not shares.is_by_place(p):
            homes = (
                k
                for k, row in enumerate(told)
                if row[0].figure.measure == p.figure.measure
                and all(overlaps.equal(p, q) for q in row)
                and any(pairs.left_alike(p, q) for q in row)
            )
            home = next(homes, None)
            (left[p.figure.measure] if home is None else out[home]).append(p)
    return out + [group for measure in sorted(left) for group in _linked(left[measure], pairs.left_alike)]


def _clusters(points: list[Point]) -> Iterable[list[Point]]:
    """Split the points of one topic into those that an editor would set side by side."""
    measure = points[0].figure.measure
    if measure in ("vehicles", "aircraft"):
        for group in _by_sort(points):
            yield from _by_head(group)
    elif points[0].topic[0] == FOUND:
        yield from _linked(points, lambda a, b: meets(a.figure, b.figure) and a.day == b.day != "")
    elif measure in PEOPLE or measure in THINGS:
        for group in _by_scope(points):
            yield from _by_head(group)
    elif measure == "magnitude":
        yield from _linked(points, quakes.same_quake)
    elif measure == "age":
        unnamed = people.nobody_else(points)
        yield from _linked(points, lambda a, b: people.same_person(a, b) or unnamed(a, b))
    elif measure == "other":
        for group in _linked(points, pairs.same_count):
            yield from _by_value(group)
    elif points[0].topic[0] == RATE:
        yield _around(points)
    elif points[0].topic[0] == PRICE:
        yield from _linked(points, pairs.same_price)
    else:
        for group in _linked(points, pairs.same_amount):
            yield from _by_value(group)


def _around(points: list[Point]) -> list[Point]:
    """The prices of a currency near the one told most: those of other years, and feared ones, lie further."""
    told = Counter(p.figure.low for p in points if p.figure.low and p.figure.low == p.figure.high)
    if not told:
        return points
    centre = min(told, key=lambda value: (-told[value], value))
    near = (centre / RATES_SPREAD, centre * RATES_SPREAD)
    ends = ((p, p.figure.low or p.figure.high or 0, p.figure.high or p.figure.low or 0) for p in points)
    return [p for p, low, high in ends if near[0] <= low <= high <= near[1]]


def _by_value(points: list[Point]) -> Iterable[list[Point]]:
    """Counts of things and amounts by their exact values where these differ without excluding one another.

    A range goes to the most that it suits.
    """
    if all(
        meets(a.figure, b.figure) or contradictions.excludes(a, b) or growth.carried(a, b)
        for a, b in combinations(points, 2)
    ):
        yield points
        return
    groups: dict[tuple[object, object], list[Point]] = defaultdict(list)
    for p in points:
        if p.figure.low == p.figure.high:
            groups[_value(p)].append(p)
    for p in points:
        if p.figure.low != p.figure.high:
            homes = [k for k, group in groups.items() if all(meets(p.figure, q.figure) for q in group)]
            groups[max(homes, key=lambda k: len(groups[k])) if homes else _value(p)].append(p)
    yield from groups.values()


def _by_scope(points: list[Point]) -> Iterable[list[Point]]:
    """Counts of different countries apart; one that names none goes with the country that most name, its attacker left out.

    Where there is none such, it stays with those like it.
    """
    scopes = Counter(p.scope for p in points if p.scope)
    if len(scopes) < 2:
        return [points]
    groups: dict[str, list[Point]] = defaultdict(list)
    for p in points:
        others = Counter({scope: n for scope, n in scopes.items() if scope != p.attacker})
        groups[p.scope or _main(others)].append(p)
    return [groups[scope] for scope in sorted(groups)]


def _main(scopes: Counter[str]) -> str:
    """The country that is named so many times as often as all others; empty where there is none."""
    most = min(scopes, key=lambda c: (-scopes[c], c), default="")
    return most if most and scopes[most] >= MAIN_SCOPE * (scopes.total() - scopes[most]) else ""


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
    placed = {p.figure.id for p in (*general, *inner)}
    for p in points:
        if p.figure.id not in placed and not p.presumed:
            narrow[p.head if p.figure.part == "total" or p.grade else f"part:{p.head}"].append(p)
    for head in sorted(narrow):
        group = narrow[head]
        if head.startswith("part:"):  # parts are side by side only where they say the same
            yield from _linked(group, lambda a, b: meets(a.figure, b.figure))
            continue
        fits = general and all(any(pairs.contained(p, g) for g in general) for p in group)
        fits = fits and not any(p.day < g.happened for p in group for g in general)  # the whole is of what came after
        fits = fits and not any(shares.are_some_and_all(p, g) or _is_within(p, g) for p in group for g in general)
        if fits:
            general = general + group
        else:
            yield group
    yield general


def _is_within(p: Point, whole: Point) -> bool:
    """Whether a report tells some of the dead or hurt, and in another sentence more of them as a whole: `sembilan orang tewas`, `seorang
    anak tewas`; the dead of each side, told side by side, are all there are.
    """
    return (
        p.report == whole.report
        and p.at != whole.at
        and p.figure.measure in HARMED
        and not (whole.former or whole.presumed)
        and (p.figure.high or p.figure.low or 0) < (whole.figure.low or 0)
    )


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
        and p.figure.low < most[p.report]
        and (
            _is_share(p, points, most[p.report])
            or (
                most[p.report] <= WIDEST_RATIO * p.figure.low
                and not any(
                    q.follows or q.former or (q is not p and q.figure.high is None)
                    for q in points
                    if q.report == p.report
                )
            )
        )
    ]
    inner = [
        p
        for p in inner
        if _is_share(p, points, most[p.report])
        or not any(q.figure.low == most[p.report] and contradictions.two_sources(p, q) for q in points)
    ]
    beside = {p.figure.low: {q.report for q in inner if q.figure.low == p.figure.low} for p in inner}
    alone = {v: {p.report for p in points if p.figure.low == v == p.figure.high} - of for v, of in beside.items()}
    known = {v for v, of in beside.items() if len(of) >= max(LEAST_BESIDE, len(alone[v]))}
    inner_ids = {p.figure.id for p in inner} | {
        p.figure.id for p in points if p.figure.low == p.figure.high and p.figure.low in known
    }
    return [p for p in points if p.figure.id not in inner_ids], [p for p in points if p.figure.id in inner_ids]


def _is_share(p: Point, points: Sequence[Point], whole: float) -> bool:
    """Whether a count is of some of those whom its report counts as a whole: `satu korban lainnya`, or one that makes up the whole with one
    beside it (`9 tewas`, then `delapan di lokasi, satu di rumah sakit`).
    """
    return p.rest or any(
        q.report == p.report
        and q is not p
        and abs(q.at - p.at) <= 1
        and (q.figure.low or 0) + (p.figure.low or 0) == whole
        for q in points
    )


def _settled(points: list[Point]) -> Iterable[list[Point]]:
    """The points without those that go with none of the others, and those by themselves.

    Where most go together (their bounds meet, or one follows the other in time), a count that does not is of something
    else: the figure with the most such pairs leaves first. Few values that do not go together stay, to be told apart.
    """
    left = list(points)
    out: list[Point] = []
    if len(left) > 2 and left[0].figure.measure in PEOPLE | THINGS | {"other"}:
        between = sorted({(p.figure.low, p.day) for p in left if p.general and p.figure.low})
        apart: dict[int, list[int]] = defaultdict(list)
        disputed = {
            frozenset((_value(a), _value(b)))
            for a, b in combinations(left, 2)
            if contradictions.excludes(a, b)
            or contradictions.quoted_otherwise(a, b)
            or contradictions.tell_otherwise(a, b)
        }
        for i, j in combinations(range(len(left)), 2):
            if frozenset((_value(left[i]), _value(left[j]))) in disputed:
                continue  # however many repeat the one value: two sources dispute it
            if pairs.astray(left[i], left[j]) and not pairs.bridged(left[i], left[j], between):
                apart[i].append(j)
                apart[j].append(i)
        stray = {i: len(of) for i, of in apart.items()}
        # of equals the rounded one, then the oldest
        while len(points) - len(out) > 2 and stray:
            worst = max(stray, key=lambda i: (stray[i], not _is_exact(points[i]), -i))
            if not stray.pop(worst):
                break
            out.append(points[worst])
            for i in apart[worst]:
                if i in stray:
                    stray[i] -= 1
        gone = {p.figure.id for p in out}
        left = [p for p in points if p.figure.id not in gone]
    few = len(left) * 2 <= len(points) and len({(p.figure.low, p.figure.high) for p in points}) <= MOST_INCOMPARABLE
    if few and not any(overlaps.elsewhere(a, b) for a, b in combinations(points, 2)):
        return [points]
    return [left, *_settled(out)] if out else [left]


def _is_exact(p: Point) -> bool:
    return p.figure.low == p.figure.high


def _linked(points: list[Point], alike: Callable[[Point, Point], bool]) -> Iterable[list[Point]]:
    """Groups of points chained by a likeness of pairs."""
    parent = list(range(len(points)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i, j in combinations(range(len(points)), 2):
        if root(i) != root(j) and alike(points[i], points[j]):
            parent[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, list[Point]] = defaultdict(list)
    for i, point in enumerate(points):
        groups[root(i)].append(point)
    return groups.values()


def _value(p: Point) -> tuple[int | float | None, int | float | None]:
    return p.figure.low, p.figure.high
