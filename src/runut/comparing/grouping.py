"""Which figures of a story count the same thing: grouped by the weight of each pair (`likeness`) and by the rules of `tolls`.

Equal values are chained where their weight allows; then the groups that weigh most against one another are joined, the average of their
pairs deciding (average linkage), until none weighs enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from runut.comparing import (
    contradictions,
    kindred,
    likeness,
    overlaps,
    pairs,
    penalties,
    people,
    purposes,
    shares,
    sites,
    successors,
)
from runut.comparing.bounds import ABOUT, AMOUNTS, CUT_DIGITS, TELLING_DIGITS, digits, is_cut, meets, ratio, told_value
from runut.comparing.growth import GROWING
from runut.comparing.likeness import MIDDLE, Weights
from runut.comparing.measures import PEOPLE
from runut.comparing.nouns import same_noun
from runut.comparing.overlaps import SHARED_SOME, SHARED_TOLD, SHARED_WORDS, equal, shared
from runut.comparing.pairs import equal_count, other_amounts
from runut.comparing.points import Point, kind_of
from runut.comparing.topics import FOUND, PRICE, RATE
from runut.comparing.verdicts import CONFLICT, EVOLVE, overtakes, settle

# Log odds: two equal figures are one where they weigh more, two groups where their pairs do on average; and what a rule of `tolls` adds.
# On 24 annotated cases, each with weights fitted on the others, .691 of the new ones' pairs (f1) at .96 precision; LEAST_EQUAL 0: .69,
# LEAST 0: .685, without the rules .638; the rules alone .508 at .965.
LEAST_EQUAL, LEAST, BY_RULE = -1.0, -0.5, 4.0
# What two sums weigh more that are told as the value of one thing: nothing on the annotated cases changed by it, and over 200 random
# stories two series were gained, both right.
BY_PURPOSE = 2.0
# What two equal values weigh more that nothing bars: those that were left apart by so little are one. Over 1,180 random stories 11 series
# were gained or grew so, 10 of them rightly; with all groups joined so readily, unlike values too, 6 more were, none of them rightly.
AS_MANY = 1.0
# What two tolls of the dead weigh more that a rule set side by side: what is unlike in how they are told (`menemukan delapan korban`,
# `total 10 ditemukan`) parts them less than counts of other things.
OF_THE_DEAD = 1.0
# A toll that carries on another is no more than so many times as large.
WIDEST_STEP = 1.5
# What a pair weighs that cannot be of one thing.
NEVER = -6.0
# A group is weighed against another by so many of its figures at most, the first of its reports.
MOST_WEIGHED = 4
# What is done to some of the dead or hurt: such counts are of a part, whatever their value.
PARTED = frozenset(["identified", "buried", "handed", "home"])
# Whose ages and which quake's magnitudes are one, and which prices, only rules tell.
BY_RULE_ONLY, PRICED = frozenset(["age", "magnitude"]), frozenset([RATE, PRICE])
# Nobody is in two of these states at once; the missing are found dead.
STATES = frozenset(
    ["killed", "injured", "missing", "arrested", "displaced", "hostages", "troops", "police", "participants"]
)
SAVED_OR_DEAD = ({"killed", "rescued"},)
# Who is counted as gathered or sent may be counted under the noun alone elsewhere; who came to harm is not.
GATHERED = frozenset(["participants", "troops", "police"])
# Things of several sorts, and what is counted with nothing else.
SORTED, OF_ITS_OWN = frozenset(["vehicles", "aircraft"]), frozenset(["animal", "place"])
# What one report cuts to a few digits and another tells in full.
CUTTABLE = AMOUNTS | {"other"}
# So few are equal by accident, unless so many words right before and behind the numbers are the same.
FEW, SAME_WORDS = 3, 3
# A count that is told as what was said before stands no more sentences from the one that took its place.
FORMER_REACH = 3
# A vague number means an exact one when so many stems beside the two are the same, or their sentences are alike.
SAME_STEMS = 2
# The only values of their kind are one where their sentences and those beside them share so many stems (of 23 read by eye over 110
# stories 18 were right with two, and as many of 21 with three and no ones).
PASSAGE_STEMS = 3
# What two reports tell as round or few is one where its sentence and those beside it share so many stems. Over 500 random stories 12 sums
# were joined so, all rightly (with two stems 5 of 7 more were right), and 4 counts of a few under one noun, 3 or 4 rightly (with six
# stems 5 of 8); shares in percent are right in 9 of 15, and where both are called alike in 5 of 5.
RETOLD = {"money": 4, "area": 4, "other": 10, "percent": 4, "depth_km": 4, "distance_km": 4}
# A stem of fewer letters may be a word that only joins others (`dari`).
MEANING = 5
# The rule of the reading by which a count is only feared.
FEARED = "measure:feared:"
Weigh = Callable[[Point, Point], float]


def group(points: Sequence[Point], by_rule: Iterable[Sequence[Point]], weights: Weights) -> list[list[Point]]:
    """The groups of two points and more, each in the order of `points`; `by_rule`: those that the rules of `tolls` set side by side."""
    setting = likeness.set_up(points)
    row_of = {p.figure.id: n for n, row in enumerate(by_rule) for p in row}
    apart = sites.tell_apart(points)

    def weigh(a: Point, b: Point) -> float:
        row = row_of.get(a.figure.id)
        together = row is not None and row == row_of.get(b.figure.id)
        together = together or people.same_company(a, b)
        if shares.are_few_apart(a, b) or shares.are_some_and_all(a, b):
            return NEVER
        if not together and (_is_barred(a, b) or apart(a, b) or not likeness.comparable(a, b)):
            return NEVER
        together = together or (penalties.same(a.penalty, b.penalty) and equal(a, b)) or _are_so_many(a, b)
        told_as_one = BY_PURPOSE * purposes.alike(a.purpose, b.purpose) + AS_MANY * kindred.as_many(a, b)
        return (
            likeness.weigh_pair(likeness.find_features(a, b, setting), weights)
            + BY_RULE * together
            + told_as_one
            + OF_THE_DEAD * (together and kindred.are_dead(a, b))
        )

    links = _Links(len(points))
    for i, j in _equals(points):
        if links.root(i) != links.root(j) and weigh(points[i], points[j]) > LEAST_EQUAL:
            links.unite(i, j)
    groups = links.groups()
    weighed = _agglomerate([[points[i] for i in members] for members in groups], row_of, weigh)
    joined = _take_rivals(_chain(successors.join(_take_vague(weighed))))
    place = {p.figure.id: n for n, p in enumerate(points)}
    return [sorted(g, key=lambda p: place[p.figure.id]) for g in joined if len(g) > 1]


def _is_barred(a: Point, b: Point) -> bool:
    """Whether two figures cannot be of one thing, unless a rule of `tolls` set them side by side; equal values alone prove nothing.

    1. Sums of two currencies, counts of two countries; a price and a sum, two kinds of price. 2. Ages and magnitudes: only the rules tell
    whose. 3. Two measures, unless both count people under one noun; two states of people (the dead and the hurt), a part by what was done
    to it, finds of a day. 4. Two sorts of vehicles, an animal or a place and something else; things under two nouns that nothing else
    ties. 5. Few people or things, and round amounts or those cut to two digits, told in unlike words or at two places: such are equal by
    accident; few of several things that a sentence counts as many of each, under unlike names. 6. Two numbers of one sentence.
    """
    f = a.figure
    if _is_of_other_scope(a, b) or (a.past | b.past and not _is_one_past(a, b)):
        return True
    if shares.is_of_a_place(a, b) or shares.is_of_a_place(b, a) or shares.are_at_two_places(a, b):
        return True
    persons = kindred.same_persons(a, b)
    if a.head != b.head and a.head and b.head and not persons and _are_other_things(a, b):
        return True
    alone = _are_alone(a, b)
    if not _is_telling(a) and not alone and not persons and not _is_tied(a, b) and not _are_a_few(a, b):
        return True
    if _is_telling(a) != _is_telling(b) and not (
        purposes.alike(a.purpose, b.purpose)
        or len(a.near & b.near) >= SAME_STEMS
        or shared(a, b) >= SHARED_SOME
        or _share(a.passage, b.passage) >= SHARED_SOME
    ):
        return True
    listed = MIDDLE if f.measure == "other" else FEW  # things are counted place by place
    if len(a.spot ^ b.spot) > len(a.spot & b.spot) and a.spot and b.spot and (f.low or 0) <= listed:
        return True
    if pairs.is_one_of_equals(a) and pairs.is_one_of_equals(b):
        return not overlaps.named_alike(a, b)
    return a.report == b.report and a.at == b.at


def _is_one_past(a: Point, b: Point) -> bool:
    """Whether two reports recall one count of an event long before, in sentences alike."""
    return a.past and b.past and equal(a, b) and a.report != b.report and shared(a, b) >= SHARED_WORDS


def _is_of_other_scope(a: Point, b: Point) -> bool:
    """Rules 1 to 3 of what bars two figures, and two grades of harm."""
    f, g = a.figure, b.figure
    if f.measure == g.measure and other_amounts(a, b):
        return True
    if (f.measure == "money" and a.unit and b.unit and a.unit != b.unit) or (
        a.scope and b.scope and a.scope != b.scope
    ):
        return True
    if f.measure == g.measure == "other" and _are_in_other_units(a, b):
        return True
    if purposes.apart(a.purpose, b.purpose) and not _is_one_sum_otherwise_called(a, b):
        return True
    if {f.measure, g.measure} & BY_RULE_ONLY or ({a.topic[0], b.topic[0]} & PRICED and not _is_one_price(a, b)):
        return True
    if f.measure != g.measure and not _are_one_people(a, b):
        return True
    parted = a.topic[0] != b.topic[0] and PARTED & {a.topic[0], b.topic[0]} and not _are_a_few(a, b)
    if f.measure in PEOPLE and parted:
        return True
    if a.grade != b.grade and ((a.grade and b.grade) or shares.are_some_of_the_hurt(a, b)):
        return True
    if {f.part, g.part} == {"part", "increment"} and f.measure == "other" and (f.low or 0) <= MIDDLE:
        return True  # `empat di antaranya` are not `empat lainnya`
    again = f.low == 1 or a.added or b.added  # `kembali menemukan dua jenazah`
    return FOUND in (a.topic[0], b.topic[0]) and (f.low or 0) <= FEW and again


def _is_one_price(a: Point, b: Point) -> bool:
    """Whether two reports tell one price: the same range, or the same value to several digits (`564.000`, not `10.000` a
    litre); rates of a currency are of several kinds.
    """
    if a.report == b.report or not equal(a, b) or RATE in (a.topic[0], b.topic[0]):
        return False
    return digits(a) >= TELLING_DIGITS or a.figure.low != a.figure.high


def _are_in_other_units(a: Point, b: Point) -> bool:
    """Whether two amounts stand in two units, or one in a unit that the other does not count: `30 derajat`, `30 RT`."""
    if a.unit == b.unit or (a.head and a.head == b.head):
        return False
    return a.unit not in b.head.split() and b.unit not in a.head.split()


def _is_one_sum_otherwise_called(a: Point, b: Point) -> bool:
    """Whether two sums of one value are told alike, or to several digits: the `pendapatan` of one report is another's `keuntungan`."""
    return equal(a, b) and (digits(a) >= TELLING_DIGITS or shared(a, b) >= SHARED_WORDS)


def _are_one_people(a: Point, b: Point) -> bool:
    """Whether two measures may count the same people: no two states of them, under one noun or one that says nothing; the dead who are only
    feared are nobody's.
    """
    if any(p.figure.rule.startswith(FEARED) for p in (a, b)):
        return False
    if _are_so_many(a, b):
        return True
    if "affected" in (a.figure.measure, b.figure.measure) and equal(a, b) and (a.general or b.general):
        return likeness.is_of_people(a) and likeness.is_of_people(b)  # `12 korban` were `12 siswa luka`
    if {a.figure.measure, b.figure.measure} in SAVED_OR_DEAD:
        return False
    if {a.figure.measure, b.figure.measure} <= STATES or not (likeness.is_of_people(a) and likeness.is_of_people(b)):
        return False
    return a.head == b.head or not (a.head and b.head) or (a.general and b.general)


def _are_so_many(a: Point, b: Point) -> bool:
    """Whether people are counted under what they do in one place and under their noun in another, as many to the last digit:
    `38.274 guru` and `38.274 anggota`; fewer only under one noun, and where no harm is told (62 jemaah who gather, 62 jemaah).
    """
    measures = {a.figure.measure, b.figure.measure}
    if not equal(a, b) or "other" not in measures or not measures & PEOPLE or a.report == b.report:
        return False
    return digits(a) >= TELLING_DIGITS or (
        a.head == b.head != "" and (a.figure.low or 0) > MIDDLE and bool(measures & GATHERED)
    )


def _is_telling(p: Point) -> bool:
    """Whether a value is equal to another by no mere accident: an amount of several digits, more than a few people or things."""
    return digits(p) >= TELLING_DIGITS if p.figure.measure in AMOUNTS else (p.figure.low or 0) > FEW


def _are_a_few(a: Point, b: Point) -> bool:
    """Whether two or three people of one state are counted in two places."""
    f, g = a.figure, b.figure
    return f.measure == g.measure and f.measure in STATES and f.low == g.low and f.low != 1 and (f.low or 0) <= FEW


def _are_alone(a: Point, b: Point) -> bool:
    """Whether two reports give one value each of their kind, and the values are equal: `enam jam`, `dua kompas`; around them some of the
    same is told.
    """
    if not (a.sole and b.sole) or a.report == b.report or not equal(a, b) or kind_of(a) != kind_of(b):
        return False
    return any(kind_of(a)[1:]) and a.figure.low != 1 and len(a.passage & b.passage) >= PASSAGE_STEMS


def _is_tied(a: Point, b: Point) -> bool:
    """Whether two numbers stand in the same words, or their sentences are alike; an amount of two digits needs less of it.

    A sum, an area or a few under one noun need none where two reports tell it and around it much of the same.
    """
    if penalties.same(a.penalty, b.penalty) or _is_retold(a, b) or _is_of_one_owner(a, b):
        return True
    if equal(a, b) and purposes.named_alike(a.purpose, b.purpose):
        return True
    run, alike = likeness.run(a, b), shared(a, b)
    if a.figure.measure in AMOUNTS and digits(a) == TELLING_DIGITS - 1:
        return (
            run >= SAME_WORDS - 1
            or alike >= SHARED_SOME
            or len(a.near & b.near) >= SAME_STEMS
            or _share(a.passage, b.passage) >= SHARED_TOLD
        )
    return run >= SAME_WORDS or alike >= SHARED_TOLD


def _is_of_one_owner(a: Point, b: Point) -> bool:
    """Whether two reports tell one amount of the same body or place, by the last word of the name before it: `PT Randu 3.000 hektare`."""
    if a.report == b.report or a.figure.measure not in AMOUNTS - {"percent", "duration"} or not equal(a, b):
        return False
    return bool(a.label and b.label) and a.label[0] == b.label[0] and not a.penalty and not b.penalty


def _is_retold(a: Point, b: Point) -> bool:
    """Whether two reports tell one sum or area, no fine, or a few under one noun: in sentences with a word in common, and around
    them much of the same; or one share of what they call alike (`tarif`).
    """
    if a.report == b.report or not equal(a, b) or a.penalty or b.penalty or _is_vague(a) != _is_vague(b):
        return False
    if a.figure.measure == "other" and (a.head != b.head or a.figure.low == 1):
        return False
    if a.figure.measure == "percent":
        return purposes.alike(a.purpose, b.purpose) and len(a.passage & b.passage) >= RETOLD["percent"]
    beside = any(len(stem) >= MEANING for stem in a.near & b.near)  # the words of their own sentences
    if not beside and a.context.isdisjoint(b.context):
        return False
    least = RETOLD.get(a.figure.measure)
    return least is not None and len(a.passage & b.passage) >= least


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    """Which part of the words of two stretches both have."""
    return len(a & b) / max(1, len(a | b))


def _are_other_things(a: Point, b: Point) -> bool:
    """Whether two nouns are of two things."""
    named = a.head.split()[0] in b.words or b.head.split()[0] in a.words
    if a.figure.measure == b.figure.measure and a.figure.measure in PEOPLE and (a.figure.low or 0) <= MIDDLE:
        first, second = sorted((a.head.split()[0], b.head.split()[0]), key=len)
        other = (
            not second.startswith(first) and a.noun[:1] != b.noun[:1] and not (a.general or b.general or named)
        )  # `mahasiswa`, `mahasiswanya`
        return other and shared(a, b) < SHARED_TOLD and likeness.run(a, b) < SAME_WORDS
    told = named or a.general != b.general  # `lima kendaraan` may be `lima mobil`
    if a.figure.measure == b.figure.measure and a.figure.measure in SORTED and a.topic[0] != b.topic[0] and not told:
        return True
    if a.kind != b.kind and {a.kind, b.kind} & OF_ITS_OWN:
        return True
    if not a.figure.measure == b.figure.measure == "other" or a.topic == b.topic:
        return False
    return not equal_count(a, b) and not (equal(a, b) and same_noun(a, b))


class _Links:
    """Which of some numbers are chained to one another (union and find)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def unite(self, i: int, j: int) -> None:
        a, b = self.root(i), self.root(j)
        self._parent[max(a, b)] = min(a, b)

    def groups(self) -> list[list[int]]:
        out: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._parent)):
            out[self.root(i)].append(i)
        return list(out.values())


def _equals(points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """The pairs of points of one measure with one value."""
    same: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, p in enumerate(points):
        if p.figure.low is not None:
            same[p.figure.measure, p.figure.low, p.figure.high].append(n)
    for members in same.values():
        yield from combinations(members, 2)


def _agglomerate(groups: list[list[Point]], row_of: Mapping[str, int], weigh: Weigh) -> list[list[Point]]:
    """The groups joined as long as two weigh enough, the heaviest first; those that share nothing to be weighed weigh `NEVER`."""
    chosen = {n: _choose(g, row_of) for n, g in enumerate(groups)}
    size = {n: len(of) for n, of in chosen.items()}
    total: dict[int, dict[int, float]] = {n: {} for n in chosen}
    for i, j in _candidates(chosen, row_of):
        total[i][j] = total[j][i] = sum(weigh(a, b) for a in chosen[i] for b in chosen[j])
    heap = [(-z / (size[i] * size[j]), i, j) for i, row in total.items() for j, z in row.items() if i < j]
    heapify(heap)
    members = {n: list(g) for n, g in enumerate(groups)}
    while heap:
        weight, i, j = heappop(heap)
        if -weight <= LEAST:
            break
        if i not in members or j not in members or -weight != total[i].get(j, NEVER) / (size[i] * size[j]):
            continue  # one of them has been joined to another since
        other = total.pop(j)
        for k in (total[i].keys() | other.keys()) - {i, j}:
            z = total[i].get(k, NEVER * size[i] * size[k]) + other.get(k, NEVER * size[j] * size[k])
            total[i][k] = total[k][i] = z
            total[k].pop(j, None)
            heappush(heap, (-z / ((size[i] + size[j]) * size[k]), min(i, k), max(i, k)))
        del total[i][j]
        size[i] += size[j]
        members[i] += members.pop(j)
    return list(members.values())


def _take_vague(groups: list[list[Point]]) -> list[list[Point]]:
    """The groups, those of a vague number (`belasan triliun`, `sekitar 11 triliun`) with the only exact one that it can mean and that is
    told in some of its words.
    """
    vague = [g for g in groups if all(_is_vague(p) for p in g)]
    exact = [g for g in groups if not any(g is v for v in vague)]
    left, taken = [], {n: list(g) for n, g in enumerate(exact)}
    for group in vague:
        homes = [n for n, g in enumerate(exact) if _may_mean(group, g)]
        if len(homes) == 1:
            taken[homes[0]] += group
        else:
            left.append(group)
    return [*taken.values(), *left]


def _is_vague(p: Point) -> bool:
    """Whether a number is told in words that leave it open (`belasan`), as about or not quite so much; `40-60` is no such number."""
    f = p.figure
    worded = f.low != f.high and not any(c.isdigit() for c in f.number.text)
    if f.low is None or f.high is None:
        return _is_ceiling(p)
    return worded or (f.approx and digits(p) < TELLING_DIGITS)


def _is_ceiling(p: Point) -> bool:
    """Whether a number is told as not quite so much: `hampir 900 miliar`."""
    return p.figure.low is None and p.figure.high is not None


def _may_mean(vague: Sequence[Point], exact: Sequence[Point]) -> bool:
    """Whether a vague number and an exact one of one measure meet, nothing bars them, and their sentences share some words."""
    return all(
        p.figure.measure == q.figure.measure
        and meets(p.figure, q.figure)
        and not equal(p, q)
        and not _is_barred_vague(p, q)
        and not (_is_ceiling(p) and ratio(p, q) > 1 + ABOUT)
        for p in vague
        for q in exact
    ) and any(
        p.report != q.report and (shared(p, q) >= SHARED_SOME or len(p.near & q.near) >= SAME_STEMS)
        for p in vague
        for q in exact
    )


def _is_barred_vague(a: Point, b: Point) -> bool:
    if a.past or b.past or (a.figure.measure in PEOPLE and (a.scope != b.scope or a.figure.part != b.figure.part)):
        return True
    unlike = a.topic[0] != b.topic[0] and (a.figure.measure in PEOPLE or a.figure.measure == "other")
    return (
        unlike or a.presumed != b.presumed or a.period != b.period or a.general != b.general or _is_of_other_scope(a, b)
    )


def _chain(groups: list[list[Point]]) -> list[list[Point]]:
    """The groups, tolls joined to the next larger one that came later, is told alike, and plainly carries them on."""
    out = [list(g) for g in groups]
    tolls = sorted((g for g in out if _is_toll(g)), key=lambda g: (g[0].figure.measure, _most(g), min(map(_time, g))))
    for n, late in enumerate(tolls):
        for early in reversed(tolls[:n]):
            if early and _leads(early, late):
                settled = settle([*early, *late])
                if settled is not None and settled[1].relation == EVOLVE:
                    late[:0] = early
                    early.clear()
                    break
    return [g for g in out if g]


def _take_rivals(groups: list[list[Point]]) -> list[list[Point]]:
    """The groups, those joined of which one report tells a toll as what was said before another that stands near, or sets two tolls
    against one another itself.
    """
    out = [list(g) for g in groups]
    of = {p.figure.id: n for n, g in enumerate(out) for p in g}
    tolls: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for p in (p for g in groups for p in g if _is_toll([p])):
        tolls[p.report, p.figure.measure].append(p)
    for told in tolls.values():
        for p in told:
            rivals = [q for q in told if _took_its_place(q, p) or contradictions.set_against(p, q)]
            if not rivals:
                continue
            a, b = of[p.figure.id], of[min(rivals, key=lambda q: (abs(p.at - q.at), q.at)).figure.id]
            settled = settle([*out[a], *out[b]]) if a != b else None
            if settled is not None and settled[1].relation in (EVOLVE, CONFLICT):
                of.update((q.figure.id, b) for q in out[a])
                out[b][:0] = out[a]
                out[a].clear()
    return [g for g in out if g]


def _took_its_place(a: Point, b: Point) -> bool:
    """Whether a count stands near another one of its report that is told as what was said before."""
    return (
        b.former
        and overtakes(a, b)
        and abs(a.at - b.at) <= FORMER_REACH
        and ratio(a, b) <= WIDEST_STEP
        and not (a.scope and b.scope and a.scope != b.scope)
    )


def _is_toll(points: Sequence[Point]) -> bool:
    """Whether most of a group are totals of people that grow: no finds of a day, nothing done to some of them, no list of places."""
    if points[0].figure.measure not in GROWING & PEOPLE or not all(p.figure.low and p.day for p in points):
        return False
    plain = [
        p
        for p in points
        if p.general
        and not p.past
        and p.figure.part != "increment"
        and not (p.topic[0] or p.presumed or p.added or p.period or p.listed)
    ]
    return 2 * len(plain) > len(points)


def _leads(early: Sequence[Point], late: Sequence[Point]) -> bool:
    """Whether of two tolls the larger came and went later, in some of the same words, and of the same country."""
    if early[0].figure.measure != late[0].figure.measure or not _most(early) < _most(late) <= WIDEST_STEP * _most(
        early
    ):
        return False
    scopes = {p.scope for p in (*early, *late) if p.scope}
    before, after = sorted(map(_time, early)), sorted(map(_time, late))
    ends = (before[0], before[-1]), (after[0], after[-1])
    if len(scopes) > 1 or ends[0] == ends[1] or before[0] > after[0] or before[-1] > after[-1]:
        return False
    first, then = _choose(early, {}), _choose(late, {})
    return any(
        p.report != q.report and (shared(p, q) >= SHARED_TOLD or len(p.near & q.near) > SAME_STEMS)
        for p in first
        for q in then
    )


def _most(points: Sequence[Point]) -> float:
    return max(p.figure.low or 0 for p in points)


def _time(p: Point) -> tuple[str, str]:
    return p.day, p.published


def _choose(points: Sequence[Point], row_of: Mapping[str, int]) -> list[Point]:
    """Those of a group that are weighed: one a report first, those that a rule set side by side before others."""
    reports: dict[str, int] = defaultdict(int)
    ranked = []
    for n, p in enumerate(points):
        ranked.append((reports[p.report], p.figure.id not in row_of, n))
        reports[p.report] += 1
    return [points[n] for *_, n in sorted(ranked)[:MOST_WEIGHED]]


def _candidates(chosen: Mapping[int, Sequence[Point]], row_of: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """The groups worth weighing against one another: both in one row of the rules, of one value, or one of the other cut short."""
    of_row: dict[int, list[int]] = defaultdict(list)
    of_value: dict[tuple[object, object], list[int]] = defaultdict(list)
    amounts: dict[str, list[int]] = defaultdict(list)
    for n, points in chosen.items():
        first = points[0].figure
        for row in {row_of[p.figure.id] for p in points if p.figure.id in row_of}:
            of_row[row].append(n)
        value = told_value(first)
        if value is not None or first.low is not None:
            of_value[(value, value) if value is not None else (first.low, first.high)].append(n)
        if first.measure in CUTTABLE and digits(points[0]) >= CUT_DIGITS:
            amounts[first.measure].append(n)
    found = {pair for members in (*of_row.values(), *of_value.values()) for pair in combinations(members, 2)}
    for members in amounts.values():
        for i, j in combinations(members, 2):
            a, b = chosen[i][0].figure, chosen[j][0].figure
            if is_cut(a, b) or is_cut(b, a):
                found.add((i, j))
    yield from sorted(found)
