"""Figures set side by side: like with like, and what their bounds say of one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from runut.codec import content_id
from runut.comparing import pairs
from runut.comparing import points as points_
from runut.comparing.ages import by_age
from runut.comparing.pairs import AMOUNTS, GROWING, SHARED_WORDS, WIDEST_RATIO, meets, ratio, shared
from runut.comparing.points import PEOPLE, PRICE, RATE, THINGS, Point, Words
from runut.lang import Language
from runut.model import Entity, Family, Reading, Series

# Bounds that meet say nothing when one value is more than this many times the other.
EMPTY_RATIO = 10.0
# Prices of a currency within the days of a story differ by no more than this factor from the one told most.
RATES_SPREAD = 1.03
# The country that is named so many times as often as all others is the one meant where none is named.
MAIN_SCOPE = 3
# More values than this of different scope are no comparison that helps an editor.
MOST_INCOMPARABLE = 3


def align(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], families: tuple[Family, ...], language: Language
) -> tuple[Series, ...]:
    """The series of a story's figures, the most carried first; every figure is in at most one."""
    words = language.derive(points_.words_of)
    family_of = {a: f.id for f in families for a in f.articles}
    entity_of = {member: e.id for e in entities for member in e.members}
    points = points_.find(by_age(readings), family_of, entity_of, words)
    groups: dict[tuple[str, ...], list[Point]] = defaultdict(list)
    for point in (p for p in points if not p.added):
        # counts of all kinds of things are told apart pair by pair
        groups[(point.figure.measure, *(() if point.figure.measure == "other" else point.topic))].append(point)
    told = [
        row
        for key in sorted(groups)
        for group in _clusters(groups[key])
        for row in _settled(group)
        if _tell(row, words)
    ]
    made = [_tell(row, words) for row in _take_in(told, points)]
    return tuple(sorted(filter(None, made), key=lambda s: (-s.independent, -len(s.figures), s.measure, s.id)))


def _take_in(told: Sequence[list[Point]], points: Sequence[Point]) -> list[list[Point]]:
    """The rows, and the counts of people that none of them took in where others are equal and told alike.

    Such a count goes to a row of its one value, else it makes a row with others that were left.
    """
    taken = {p.figure.id for row in told for p in row}
    out = [list(row) for row in told]
    left: dict[str, list[Point]] = defaultdict(list)
    for p in points:
        if p.figure.measure in PEOPLE and p.figure.id not in taken:
            homes = (
                k
                for k, row in enumerate(told)
                if row[0].figure.measure == p.figure.measure
                and all(pairs.equal(p, q) for q in row)
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
    elif points[0].topic[0] == points_.FOUND:
        yield from _linked(points, lambda a, b: meets(a.figure, b.figure) and a.day == b.day != "")
    elif measure in PEOPLE or measure in THINGS:
        for group in _by_scope(points):
            yield from _by_head(group)
    elif measure == "magnitude":
        yield from _linked(points, pairs.same_quake)
    elif measure == "age":
        yield from _linked(points, pairs.same_person)
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
    return [p for p in points if p.figure.low and p.figure.high and near[0] <= p.figure.low <= p.figure.high <= near[1]]


def _by_value(points: list[Point]) -> Iterable[list[Point]]:
    """Counts of things and amounts by their exact values where these differ without excluding one another.

    A range goes to the most that it suits.
    """
    if all(meets(a.figure, b.figure) or pairs.excludes(a, b) for a, b in combinations(points, 2)):
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
    for p in points:
        if p not in general and p not in inner and not p.presumed:
            narrow[p.head if p.figure.part == "total" else f"part:{p.head}"].append(p)
    for head in sorted(narrow):
        group = narrow[head]
        if head.startswith("part:"):  # parts are side by side only where they say the same
            yield from _linked(group, lambda a, b: meets(a.figure, b.figure))
            continue
        fits = general and all(any(pairs.contained(p, g) for g in general) for p in group)
        fits = fits and not any(p.day < g.happened for p in group for g in general)  # the whole is of what came after
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
    inner = [p for p in inner if not any(q.figure.low == most[p.report] and pairs.two_sources(p, q) for q in points)]
    return [p for p in points if p not in inner], inner


def _settled(points: list[Point]) -> Iterable[list[Point]]:
    """The points without those that go with none of the others, and those by themselves.

    Where most go together (their bounds meet, or one follows the other in time), a count that does not is of something
    else: the figure with the most such pairs leaves first. Few values that do not go together stay, to be told apart.
    """
    left, out = list(points), []
    while len(left) > 2 and left[0].figure.measure in PEOPLE | THINGS | {"other"}:
        # of equals the rounded one, then the oldest
        bad = [
            (
                sum(pairs.astray(p, q) and not pairs.bridged(p, q, left) for q in left if q is not p),
                p.figure.low != p.figure.high,
                -k,
            )
            for k, p in enumerate(left)
        ]
        most, *_, worst = max(bad)
        if not most:
            break
        out.append(left.pop(-worst))
    few = len(left) * 2 <= len(points) and len({(p.figure.low, p.figure.high) for p in points}) <= MOST_INCOMPARABLE
    if few and not any(pairs.elsewhere(a, b) for a, b in combinations(points, 2)):
        return [points]
    return [left, *_settled(out)] if out else [left]


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


def _tell(points: list[Point], words: Words) -> Series | None:
    """The series of some points; None where it would hold no two reports or sources."""
    if not _several(points) or (points[0].figure.measure in AMOUNTS and len({p.report for p in points}) < 2):
        return None
    if all(pairs.disjoint(a, b) and not meets(a.figure, b.figure) for a, b in combinations(points, 2)):
        return None  # other groups, no whole
    ordered = sorted(points, key=lambda p: (p.day, p.published))  # stable: then as the reports come
    relation, why, rule = _relate(ordered)
    if relation == "evolve":  # what is left of a count, or has come of it, stands after it
        least = {p.report: min(q.figure.low or 0 for q in ordered if q.report == p.report) for p in ordered}
        ordered.sort(key=lambda p: (p.day, p.follows, least[p.report], p.published))
    if relation == "agree" and any(ratio(a, b) > EMPTY_RATIO for a, b in combinations(ordered, 2)):
        return None
    if len(ordered) == 2 and ordered[0].figure.measure in PEOPLE | THINGS and pairs.elsewhere(*ordered):
        return None
    if rule == "series:too-far-apart" and not _tells_apart(ordered):
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
        counted = Counter(p.head if p.topic[0] == "animals" else p.topic[0] for p in ordered)
        told = min(counted, key=lambda head: (head == "ekor", head not in words.nouns, -counted[head], head))
        label = told or label
    elif measure == "age":
        label = f"{label}: {max((' '.join(p.called) for p in ordered), key=lambda name: (len(name), name))}".rstrip(
            ": "
        )
    elif topic in words.prices:
        label = f"{words.prices[topic]} {ordered[0].topic[1]}"
    elif measure == "vehicles" and topic:
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


def _tells_apart(points: Sequence[Point]) -> bool:
    """Whether counts far apart are worth showing as of different scope: of one deed, or told in some of the same words."""
    topic = points[0].topic
    return bool(topic[1:] and topic[1]) or (not topic[0] and pairs.akin(points))


def _several(points: Sequence[Point]) -> bool:
    """Whether points are of several reports, or of several sources of one: forms of one name are one source."""
    if len({p.report for p in points}) > 1:
        return True
    return any(pairs.two_sources(a, b) for a, b in combinations(points, 2))


def _relate(points: list[Point]) -> tuple[str, str, str]:
    """Relation, why in words, and the rule that decided; points in the order of time."""
    apart = [
        (a, b)
        for a, b in combinations(points, 2)
        if (not meets(a.figure, b.figure) or pairs.outgrown(a, b)) and not pairs.disjoint(a, b)
    ]
    if not apart:
        return "agree", "batas nilainya bertemu", "series:bounds-meet"
    if points[0].figure.measure == "age":
        return "conflict", "umur orang yang sama disebut berbeda", "series:age-differs"
    if points[0].topic[0] == RATE:
        return "evolve", "kurs bergerak dari waktu ke waktu", "series:rate-moves"
    if any(a.period != b.period for a, b in apart):
        return "incomparable", "kurun waktunya berbeda", "series:period-differs"
    later = [pairs.evolves(a, b) for a, b in apart]
    if any(later) and all(known or pairs.grows(a, b) for known, (a, b) in zip(later, apart, strict=True)):
        return "evolve", "angka yang kemudian memperbarui yang terdahulu", "series:later-count"
    if any(ratio(a, b) > WIDEST_RATIO and not pairs.excludes(a, b) for a, b in apart):
        return "incomparable", "cakupannya berbeda", "series:too-far-apart"
    if any(a.general != b.general or a.figure.part != b.figure.part for a, b in apart):
        return "incomparable", "yang dihitung berbeda: sebagian dan seluruhnya", "series:part-and-whole"
    plain = [{_value(a), _value(b)} for a, b in apart if pairs.excludes(a, b)]
    if plain and all(pairs.evolves(a, b) or {_value(a), _value(b)} in plain for a, b in apart):
        return (
            "conflict",
            "cakupan dan waktunya sama, tetapi nilainya tidak dapat sama-sama benar",
            "series:bounds-exclude",
        )
    return "incomparable", "tidak jelas apakah yang dihitung sama", "series:unclear"


def _value(p: Point) -> tuple[int | float | None, int | float | None]:
    return p.figure.low, p.figure.high


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
