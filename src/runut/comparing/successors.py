"""Values that a later report brings up to date: statistics, levels and lists that reports of two days tell in the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from runut.comparing import likeness, penalties, purposes
from runut.comparing.bounds import EXACT_DIGITS, TELLING_DIGITS, digits, meets, ratio
from runut.comparing.nouns import same_noun
from runut.comparing.overlaps import SHARED_TOLD, shared
from runut.comparing.pairs import other_amounts
from runut.comparing.points import Point
from runut.comparing.topics import PRICE, RATE
from runut.comparing.verdicts import EVOLVE, settle

# A count to the last digit is brought up to date by one at most so many times as large (rare: in 110 random stories none was); a value
# under the same name, or in the same sentence, by one at most so many times as large.
NEXT_COUNT, NEXT_VALUE = 1.2, 1.5
# So many words right before and behind two numbers are the same: of exact counts of one noun, of values under one name, and of values in
# sentences of which more than half is the same.
COUNT_RUN, NAME_RUN, LEVEL_RUN = 2, 3, 4
# So many words behind a number say what is told of it.
SAID = 3
# Of two sentences that tell a level so much is the same.
ONE_FORM = 0.5
# A sum that is told under a name has so many digits, any other value so many as tell (`TELLING_DIGITS`).
LEAST_DIGITS = 2
# Values under one name are joined before others.
NAMED = 6.0
# The next number of a row stands so near behind the one before.
BESIDE = 45
# What is brought up to date: not how large or old a thing is, nor the tolls, for which there are rules of their own (`tolls`).
MEASURES, TIMES = frozenset(["money", "percent", "other", "cases", "votes"]), frozenset(["", "kali"])
# Values are chained over so many days at most.
ROUNDS = 4


def join(groups: Sequence[list[Point]]) -> list[list[Point]]:
    """The groups, two joined of which the later tells another value of the same thing, exact and a little more or less.

    1. Of one noun to the last digit, in some of the same words: `41.377 guru` of Thursday, `41.902 guru` of Friday. 2. Under the same name
    in the same words: `PT Asa menyetor Rp 10,2 miliar`, then `Rp 10,4 miliar`. 3. In sentences of one form: `ditutup pada level 7.117`.
    Of several that may follow one another each must be the other's likest. 4. The next number of a row of which the one before it
    follows: `Rp 10,2 miliar untuk 310 warga (42,1 persen)`; shares only so.
    """
    out = [list(g) for g in groups]
    kinds: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, g in enumerate(out):
        if (
            _is_of_exact(g) and g[0].figure.measure != "percent"
        ):  # by how much something rose each day is nothing brought up to date
            kinds[g[0].figure.measure, g[0].unit].append(n)
    for _ in range(ROUNDS):
        pairs = list(_likest(out, list(kinds.values())))
        for i, j in pairs:
            out[j][:0] = out[i]
            out[i].clear()
        if not pairs:
            break
    for i, j in _rows(out):
        if out[i] and out[j] and _may_join(out[i], out[j]):
            out[j][:0] = out[i]
            out[i].clear()
    return [g for g in out if g]


def _rows(groups: Sequence[Sequence[Point]]) -> Iterator[tuple[int, int]]:
    """The pairs of groups whose numbers stand right behind two of one group that follow one another, as the next in a row of a list."""
    of = {p.figure.id: n for n, g in enumerate(groups) for p in g}
    sentences: dict[tuple[str, int], list[Point]] = defaultdict(list)
    for p in (p for g in groups for p in g):
        sentences[p.report, p.at].append(p)
    after: dict[str, Point] = {}
    for told in sentences.values():
        told.sort(key=lambda p: p.figure.number.start)
        for p, q in pairwise(told):
            if q.figure.number.start - p.figure.number.end <= BESIDE:
                after[p.figure.id] = q
    todo = [(p, q) for g in groups if g for p, q in combinations(g, 2)]
    while todo:
        p, q = todo.pop(0)
        if p.report == q.report or meets(p.figure, q.figure) or not (_is_exact(p) and _is_exact(q)):
            continue
        a, b = after.get(p.figure.id), after.get(q.figure.id)
        if a is None or b is None or not _are_of_one_kind(a, b) or ratio(a, b) > NEXT_VALUE:
            continue
        todo.append((a, b))
        if of[a.figure.id] != of[b.figure.id]:
            yield of[a.figure.id], of[b.figure.id]


def _is_of_exact(group: Sequence[Point]) -> bool:
    return all(_is_exact(p) for p in group) and len({p.figure.measure for p in group}) == 1


def _may_join(a: Sequence[Point], b: Sequence[Point]) -> bool:
    """Whether the values of two groups are exact, of reports of two days, and evolve when they are joined."""
    if not _is_of_exact(a) or not _is_of_exact(b) or not _are_days_apart(a, b):
        return False
    told = settle([*a, *b])
    return told is not None and told[1].relation == EVOLVE


def _are_days_apart(a: Sequence[Point], b: Sequence[Point]) -> bool:
    """Whether two groups are of no report in common, one of days before the other's."""
    early, late = sorted((a, b), key=lambda g: min(p.day for p in g))
    return not {p.report for p in a} & {p.report for p in b} and max(p.day for p in early) < min(p.day for p in late)


def _likest(groups: Sequence[Sequence[Point]], kinds: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The pairs of groups of which each is the likest successor of the other."""
    likest: dict[int, tuple[float, int]] = {}
    for members in kinds:
        for i, j in combinations([n for n in members if groups[n]], 2):
            like = _follow(groups[i], groups[j])
            for a, b in ((i, j), (j, i)):
                if like > likest.get(a, (0.0, a))[0]:
                    likest[a] = (like, b)
    for i, (_, j) in sorted(likest.items()):
        if i < j and likest[j][1] == i and _may_join(groups[i], groups[j]):
            yield i, j


def _is_exact(p: Point) -> bool:
    """Whether a value is told to several digits, of no event long before, no price, rate or punishment; no measure of how large a thing
    is, and a count a whole number.
    """
    f = p.figure
    if (
        f.measure not in MEASURES
        or f.low is None
        or f.low != f.high
        or p.past
        or p.penalty
        or p.topic[0] in (RATE, PRICE)
    ):
        return False
    if f.measure == "other" and (p.unit not in TIMES or (p.head and f.low != int(f.low))):
        return False
    return bool(p.day) and _written(p) >= (LEAST_DIGITS if f.measure in ("money", "percent") else TELLING_DIGITS)


def _follow(a: Sequence[Point], b: Sequence[Point]) -> float:
    """How alike the values of two groups are told, by reports of two days; 0 where they cannot follow one another."""
    if not _are_days_apart(a, b):
        return 0.0
    if any(p.where - q.where and q.where - p.where for p in a for q in b):
        return 0.0  # each names a place that the other does not: two districts
    return max((_alike(p, q) for p in a for q in b), default=0.0)


def _alike(p: Point, q: Point) -> float:
    """How much of the words of two values is the same, by the first rule of `join` that holds; 0 where none does."""
    if meets(p.figure, q.figure) or ratio(p, q) > NEXT_VALUE or other_amounts(p, q) or p.period != q.period:
        return 0.0
    if penalties.bars(p.penalty, q.penalty) or purposes.apart(p.purpose, q.purpose):
        return 0.0
    if not _are_of_one_kind(p, q):
        return 0.0
    run, alike = likeness.run(p, q), shared(p, q)
    if alike < SHARED_TOLD:
        return 0.0
    named = _named_alike(p, q) and _have_words_in_common(p, q)
    if named and run >= NAME_RUN:
        return NAMED + alike + run
    few = min(_written(p), _written(q))
    count = p.figure.measure == "other" and p.head == q.head != "" and few >= EXACT_DIGITS
    if count and run >= COUNT_RUN and ratio(p, q) <= NEXT_COUNT and (_named_alike(p, q) or not (p.label and q.label)):
        return alike + run
    level = run >= LEVEL_RUN and alike >= ONE_FORM and {*p.label} == {*q.label} and few >= TELLING_DIGITS
    return alike + run if level and _have_words_in_common(p, q) and not _end_apart(p, q) else 0.0


def _are_of_one_kind(p: Point, q: Point) -> bool:
    """Whether two values are of one measure and unit, and counts of one noun."""
    if p.figure.measure != q.figure.measure or p.unit != q.unit:
        return False
    return p.figure.measure != "other" or (p.head and q.head and same_noun(p, q)) or p.next_word == q.next_word


def _named_alike(p: Point, q: Point) -> bool:
    """Whether the name nearest to one number stands before the other."""
    return bool(p.label and q.label) and (p.label[0] in q.label or q.label[0] in p.label)


def _written(p: Point) -> int:
    """How many digits a value is told with: 3 for `1,20 triliun`."""
    return max(digits(p), sum(map(str.isdigit, p.figure.number.text)) if "," in p.figure.number.text else 0)


def _end_apart(p: Point, q: Point) -> bool:
    """Whether the words right behind two numbers differ before they end: `314 saham harganya turun`, `248 saham harganya naik`."""
    said = zip(p.behind[:SAID], q.behind[:SAID], strict=False)
    return any(a != b and not (a[0].isdigit() or b[0].isdigit()) for a, b in said)


def _have_words_in_common(p: Point, q: Point) -> bool:
    """Whether the sentences share a longer word that is none of the names: in a list of firms and sums they do not."""
    return bool((p.context & q.context) - {*p.label} - {*q.label})
