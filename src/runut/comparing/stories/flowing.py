"""Stories of a stream that is longer than memory: reports in by day, stories out as soon as no report can join them any more."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from runut.comparing.stories.banding import NEXT, REACH, UNDATED, bands, order, place
from runut.comparing.stories.growing import Growth
from runut.comparing.stories.linking import COPIED, hold
from runut.comparing.stories.settling import join, merge, part_undated, settle, tell
from runut.comparing.stories.sides import Side, side
from runut.model import Link, Sketch, Stories, StoryGroup

Seen = Callable[[Sketch, tuple[int, ...], Sequence[Link]], None]
"""Called with each report, the bands it stands in and its links to the reports before it."""


def group(sketches: Iterable[Sketch], earlier: Mapping[str, str] | None = None, *, seen: Seen | None = None) -> Stories:
    """The stories of all these reports in any order; the same article twice counts once.

    With what changed where `earlier` gives the story that each report (id) was in. `seen` is called as by `flow`.
    """
    return merge(flow(sorted(sketches, key=order), seen=seen), earlier)


def flow(sketches: Iterable[Sketch], *, seen: Seen | None = None) -> Iterator[Stories]:
    """The stories of reports sorted by `order`, in parts: each story once nothing can join it, those without a day last.

    A story of the last part that has the id of one told before adds its reports to that (`merge` does). Raises ValueError for reports out
    of order. Memory holds the reports of the days within reach, the stories that still run, and the reports without a day. `seen` is told
    of each report as it comes.
    """
    growth, window = Growth(), _Window()
    undated = _Undated()
    copies: dict[str, list[Link]] = defaultdict(list)
    last = 0
    for day, rows in _by_day(sketches):
        if day < last:
            raise ValueError(f"reports out of order: day {day} after {last}")
        last = day
        links: list[Link] = []
        reports = [side(s) for s in rows]
        for ready in reports:
            keys = bands(ready.sketch)
            if day:
                undated.hold(ready, keys)
            else:
                undated.add(ready, keys)
            back = [found for other in window.near(ready, keys) if (found := hold(other, ready))]
            links += back
            if seen is not None:
                seen(ready.sketch, keys, back)
        if not day:
            undated.links = links
            continue
        for x in links:
            if x.kind == COPIED:
                copies[x.a].append(x)
        growth.add(day, reports, links)
        window.forget(day - REACH)
        for members in growth.let_go(day - REACH):
            yield undated.note(_told(members, copies))
    for members in growth.let_go():
        yield undated.note(_told(members, copies))
    yield undated.settle()


def _by_day(sketches: Iterable[Sketch]) -> Iterator[tuple[int, list[Sketch]]]:
    for day, rows in groupby(sketches, key=place):
        yield day, sorted({s.article: s for s in rows}.values(), key=order)


def _told(members: Sequence[Sketch], copies: dict[str, list[Link]]) -> Stories:
    return tell(members, [x for s in members for x in copies.pop(s.article, ())])


class _Window:
    """The bands of the days within reach: in each the last few reports, by day and id."""

    def __init__(self) -> None:
        self._held: dict[int, deque[Side]] = {}
        self._touched: deque[tuple[int, tuple[int, ...]]] = deque()

    def near(self, ready: Side, keys: tuple[int, ...]) -> list[Side]:
        """The reports worth holding against one more, which is in the window from then on."""
        found: dict[str, Side] = {}
        for key in keys:
            row = self._held.setdefault(key, deque(maxlen=NEXT))
            found.update((other.sketch.article, other) for other in row if ready.day - other.day <= REACH)
            row.append(ready)
        self._touched.append((ready.day, keys))
        return list(found.values())

    def forget(self, before: int) -> None:
        """Let go of the bands whose last report is of a day before this one."""
        while self._touched and self._touched[0][0] < before:
            for key in self._touched.popleft()[1]:
                row = self._held.get(key)
                if row and row[-1].day < before:
                    del self._held[key]


class _Undated:
    """The reports without a day: they come first, and each goes with the report with a day that it is nearest to."""

    def __init__(self) -> None:
        self.links: list[Link] = []
        self._sketches: dict[str, Sketch] = {}
        self._bands: dict[int, list[Side]] = defaultdict(list)
        self._nearest: dict[str, Link] = {}
        self._homes: dict[str, StoryGroup] = {}

    def add(self, ready: Side, keys: tuple[int, ...]) -> None:
        """One more without a day."""
        self._sketches[ready.sketch.article] = ready.sketch
        for key in keys:
            if len(self._bands[key]) < UNDATED:
                self._bands[key].append(ready)

    def hold(self, ready: Side, keys: tuple[int, ...]) -> None:
        """Hold those that share a band with a report of some day against it."""
        if not self._sketches:
            return
        near = {s.sketch.article: s for key in keys if key in self._bands for s in self._bands[key]}
        for one, other in near.items():
            found = hold(ready, other)
            if found:
                known = self._nearest.get(one)
                if known is None or (-found.weight, found.a, found.b) < (-known.weight, known.a, known.b):
                    self._nearest[one] = found

    def note(self, part: Stories) -> Stories:
        """The same part, noted where a report goes with one of its stories."""
        if self._nearest:
            wanted = {x.a for x in self._nearest.values()} | {x.b for x in self._nearest.values()}
            self._homes.update((a.id, s) for s in part.stories for a in s.articles if a.id in wanted)
        return part

    def settle(self) -> Stories:
        """Their own stories, and what they add to those told before."""
        tied, joins = part_undated([*self.links, *self._nearest.values()], self._sketches)
        alone = [s for key, s in self._sketches.items() if key not in joins]
        return merge([settle(alone, tied), join(self._sketches, joins, self._homes)])
