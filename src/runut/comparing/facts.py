"""The same facts in the same order: names, numbers and days of two reports as sequences, aligned.

Two renderings of one text keep the order in which it brings its facts, whatever words they use; two reports of one event that know nothing
of one another share facts in an order of their own. What many other reports of the story have too weighs little. The alignment is the
heaviest common subsequence (Hunt and Szymanski, CACM 1977, with weights).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log

from runut.comparing.passages import Words
from runut.model import Passage, Reading

# So many facts on so many lines must stand in one order, with this share (by weight) of the facts that both reports have and this
# share of all that the poorer has; and this share of its sentences must be copied or told again. Beside the rules of sentences, the
# five admit two pairs of 694 labelled ones and 6,744 on nine events: one family, one that is open. With half of the sentences two
# reports that only share a background come in, with .55 of the facts four write-ups of one announcement, on one line lists of names,
# and four more write-ups where the order of sentences counts and that within them does not.
LEAST_FACTS = 9
LEAST_LINES = 4
IN_ORDER = 0.75
SAME_FACTS = 0.65
TOLD_AGAIN = 0.65
# Facts that a pair of sentences must have in common before it is shown.
LEAST_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """A name, number or day where a report brings it first: `key` is alike for the same fact, `line` the line of its `Words`."""

    key: str
    line: int


@dataclass(frozen=True, slots=True)
class Order:
    """`facts` stand in one order in both reports (pairs of facts); `share` is their weight in that of the poorer report."""

    facts: tuple[tuple[Fact, Fact], ...]
    share: float
    poorer: int
    """Which of the two is the poorer report: 0 or 1."""
    whole: int
    """Facts of the poorer report."""


def read_facts(readings: Sequence[Reading], reports: Sequence[Words]) -> tuple[tuple[Fact, ...], ...]:
    """The facts of the body of each report, each once, in the order of the text."""
    return tuple(_facts_of(reading, words) for reading, words in zip(readings, reports, strict=True))


def find_orders(facts: Sequence[Sequence[Fact]]) -> dict[tuple[int, int], Order]:
    """The pairs of reports (as indexes) that bring enough of the same facts in the same order."""
    keys = [frozenset(f.key for f in report) for report in facts]
    holders: dict[str, list[int]] = defaultdict(list)
    for n, own in enumerate(keys):
        for key in own:
            holders[key].append(n)
    common: Counter[tuple[int, int]] = Counter()
    for found in holders.values():
        common.update(combinations(found, 2))
    spread = {key: len(found) for key, found in holders.items()}
    out = {}
    for (i, j), count in sorted(common.items()):
        if count >= LEAST_FACTS:
            order = _find_order(facts[i], facts[j], _weights(keys[i], keys[j], spread, len(facts)))
            if order:
                out[i, j] = order
    return out


def find_passages(a: Words, b: Words, order: Order, known: Sequence[Passage]) -> tuple[Passage, ...]:
    """The pairs of sentences that have several of the facts in common, where no passage of `known` stands."""
    lines = Counter((x.line, y.line) for x, y in order.facts)
    out = []
    for (x, y), count in sorted(lines.items()):
        here = a.place(a.lines[x].first, a.lines[x].last)
        there = b.place(b.lines[y].first, b.lines[y].last)
        if count >= LEAST_SHOWN and not any(
            (p.a.start < here.end and here.start < p.a.end) or (p.b.start < there.end and there.start < p.b.end)
            for p in known
        ):
            out.append(Passage(a=here, b=there, kind="facts"))
    return tuple(out)


def _facts_of(reading: Reading, words: Words) -> tuple[Fact, ...]:
    found = [(m.start, f"name {n.name.split()[-1].lower()}") for n in reading.names for m in n.mentions]
    found += [(f.number.start, f"number {f.low} {f.high}") for f in reading.figures]
    found += [(d.start, f"day {d.value[:10]}") for d in reading.dates if d.value]
    starts = [words.starts[line.first] for line in words.lines]
    ends = [words.ends[line.last - 1] for line in words.lines]
    out: dict[str, Fact] = {}
    line = 0
    for start, key in sorted(found):
        while line < len(ends) and ends[line] <= start:
            line += 1
        if line < len(ends) and starts[line] <= start and key not in out:
            out[key] = Fact(key, line)
    return tuple(out.values())


def _weights(a: frozenset[str], b: frozenset[str], spread: Mapping[str, int], reports: int) -> Mapping[str, float]:
    """The weight of each fact of two reports: the more of the other reports have it, the lighter."""
    others = reports - 2
    return {key: log(1 + (others + 1) / (1 + spread[key] - (key in a) - (key in b))) for key in sorted(a | b)}


def _find_order(a: Sequence[Fact], b: Sequence[Fact], weight: Mapping[str, float]) -> Order | None:
    at = {fact.key: n for n, fact in enumerate(b)}
    pairs = [(fact, at[fact.key]) for fact in a if fact.key in at]
    best: list[tuple[float, int]] = []  # the heaviest chain that ends at each pair: its weight, and the pair before
    for n, (fact, place) in enumerate(pairs):
        before = max(((best[m][0], m) for m in range(n) if pairs[m][1] < place), default=(0.0, -1))
        best.append((before[0] + weight[fact.key], before[1]))
    end = max(range(len(best)), key=lambda n: (best[n][0], -n))
    chain = []
    n = end
    while n >= 0:
        chain.append((pairs[n][0], b[pairs[n][1]]))
        n = best[n][1]
    heaviest = best[end][0]
    shared = sum(weight[fact.key] for fact, _ in pairs)
    totals = [sum(weight[f.key] for f in facts) for facts in (a, b)]
    total = min(totals)
    lines = min(len({pair[side].line for pair in chain}) for side in (0, 1))
    if len(chain) < LEAST_FACTS or lines < LEAST_LINES or heaviest < IN_ORDER * shared or heaviest < SAME_FACTS * total:
        return None
    poorer = totals.index(total)
    return Order(tuple(reversed(chain)), heaviest / total, poorer, len((a, b)[poorer]))
