"""Stories as they grow, day by day: the most alike groups join first, as long as all of both are alike enough.

Average link agglomeration (Sokal and Michener, 1958) over linked groups: the likeness of two groups is the mean over all pairs across them,
linked or not, so that no chain of half-alike reports makes one story of many. The days are taken in their order, so that what is settled
stays settled when later days come, and stories that no report can join any more are let go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush, nsmallest

from runut.comparing.stories.sides import Side, mean
from runut.model import Link, Sketch

# The mean likeness of the reports of two groups that are one story. B-cubed F1 and strays on the 14 events of the corpus of 12,575 articles
# (with `NEAR` .26): from .085 to .0975, and with `FADE` from 22 to 33, .911 to .913 and .33 to .34; .1025 gives .910 and .36. The 24 events
# of our own have 1.00 with each. The middle of what is level is taken.
LEAST = 0.095
# Groups whose reports lie this many days apart on average count half as alike. Without it the stories of a matter that goes on for months
# are one (F1 .911 with it, .907 without).
FADE = 28
# A story runs over so many days at most: what is told again and again for longer (prices, forecasts) is no one story.
LONGEST = 60
# Of a large group's words the heaviest are kept: the rest stands in few of its reports.
MOST_TERMS = 250


class Total(dict[int, float]):
    """A sum of vectors, which belongs to its group; that of a single report is the report's own."""


@dataclass(slots=True, eq=False)
class Group:
    """Reports of one story so far: the sum of their word vectors, each of length one, and the ordinals of their first and last day and the
    sum of all days' ordinals.

    `key` is the oldest of them.
    """

    key: tuple[int, str]
    members: list[Sketch]
    total: Mapping[int, float]
    first: int
    last: int
    days: int


class Growth:
    """The groups that can still grow. Reports without a day are of day 0, and all of one day come in one call."""

    def __init__(self) -> None:
        self._home: dict[str, Group] = {}

    def add(self, day: int, reports: Iterable[Side], links: Iterable[Link]) -> None:
        """Take in the reports of a day, with the links among them and to those before."""
        home = self._home
        for r in reports:
            article = r.sketch.article
            home[article] = Group((day, article), [r.sketch], r.vector, day, day, day)
        heap = [_entry(home[x.a], home[x.b]) for x in links if x.a in home and x.b in home]
        heapify(heap)
        while heap and -heap[0][0] >= LEAST:
            _, (_, one), (_, other), *sizes = heappop(heap)
            a, b = home[one], home[other]
            if a is b or max(a.last, b.last) - min(a.first, b.first) > LONGEST:
                continue
            if sizes == [len(a.members), len(b.members)]:
                self._join(a, b)
            else:
                heappush(heap, _entry(a, b))

    def let_go(self, before: int | None = None) -> Iterator[list[Sketch]]:
        """The stories whose last report is of a day before this one (all, without it); they are kept no longer."""
        done = {id(g): g for g in self._home.values() if before is None or g.last < before}
        for group in sorted(done.values(), key=lambda g: g.key):
            for s in group.members:
                del self._home[s.article]
            yield group.members

    def _join(self, a: Group, b: Group) -> None:
        """Make one group of two, the older key kept."""
        if len(a.members) < len(b.members):
            a, b = b, a
        total = a.total if isinstance(a.total, Total) else Total(a.total)
        for t, w in b.total.items():
            total[t] = total.get(t, 0.0) + w
        a.total = total if len(total) <= 2 * MOST_TERMS else Total(nsmallest(MOST_TERMS, total.items(), key=_heaviest))
        for s in b.members:
            self._home[s.article] = a
        a.members += b.members
        a.days += b.days
        a.key, a.first, a.last = min(a.key, b.key), min(a.first, b.first), max(a.last, b.last)


def _heaviest(row: tuple[int, float]) -> tuple[float, int]:
    return -row[1], row[0]


def _entry(a: Group, b: Group) -> tuple[float, tuple[int, str], tuple[int, str], int, int]:
    """Two groups, the most alike first, and how large they were then."""
    if b.key < a.key:
        a, b = b, a
    sizes = len(a.members), len(b.members)
    apart = abs(a.days / sizes[0] - b.days / sizes[1])
    return -mean(a.total, b.total, sizes[0] * sizes[1]) / (1 + apart / FADE), a.key, b.key, *sizes
