"""Reports added to stories that stand: the same stories as by grouping all reports at once, at the cost of those that the new ones touch.

What it rests on: only links join groups, and a link is found on the day of its later report among the few reports of a band before it.
So a new report changes links of the days within reach of its own and of no others. A story is what it is by the links inside it alone,
as long as no link to another story joins the two; a story linked with one that changed is therefore grown again beside it, and where
it comes out as it was, nothing behind it can have changed.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Protocol

from runut.comparing.stories.banding import NEXT, REACH, UNDATED, bands, place
from runut.comparing.stories.flowing import group
from runut.comparing.stories.growing import Growth
from runut.comparing.stories.linking import hold
from runut.comparing.stories.settling import find_changes, part_undated, settle, tell
from runut.comparing.stories.sides import side
from runut.model import Change, Link, Sketch, StoryGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A report where it stands among others: its place among the days (0 without one), its bands, its links, its story (None: none yet).

    `links` of a report with a day are those to reports before it; of one without, the one to the report with a day that it is nearest to.
    """

    article: str
    day: int
    bands: tuple[int, ...]
    links: tuple[Link, ...] = ()
    story: str | None = None


class Archive(Protocol):
    """The reports that stand in stories."""

    def of_days(self, first: int, last: int) -> Iterable[Standing]:
        """Those with a day from `first` to `last` (ordinals)."""

    def undated(self) -> Iterable[Standing]:
        """Those without a day."""

    def of_stories(self, stories: Iterable[str]) -> Iterable[Standing]:
        """Those of these stories."""

    def sketches(self, articles: Iterable[str]) -> Mapping[str, Sketch]:
        """The sketches of these, all of which were given out before."""

    def story_of(self, article: str) -> str | None:
        """The story that an article is in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of the stories: those that are new or have other reports than before, the ids that are no more, and the reports
    (`standings`, their stories not filled in) that are new or have other links."""

    stories: tuple[StoryGroup, ...] = ()
    changes: tuple[Change, ...] = ()
    gone: tuple[str, ...] = ()
    standings: tuple[Standing, ...] = ()


# The last day there is.
LAST = 10**7


def add(fresh: Iterable[Sketch], archive: Archive) -> Added:
    """Add reports to the stories of an archive that does not have them; the stories come out as `group` makes them of all together."""
    adding = _Adding({s.article: s for s in fresh}, archive)
    adding.link()
    adding.grow()
    adding.place_undated()
    return adding.told()


def add_all(sketches: Iterable[Sketch], homes: Mapping[str, str]) -> Added:
    """Group all reports at once; `homes` gives the story that each report (id) was in before."""
    standings: dict[str, Standing] = {}
    held: dict[str, Sketch] = {}

    def seen(sketch: Sketch, keys: tuple[int, ...], back: Sequence[Link]) -> None:
        day = place(sketch)
        held[sketch.article] = sketch
        standings[sketch.article] = Standing(
            article=sketch.article, day=day, bands=keys, links=tuple(back) if day else ()
        )

    told = group(sketches, homes, seen=seen)
    undated = [s for s in standings.values() if not s.day]
    if undated:
        nearest = _find_nearest(_first_of_bands(undated), (s for s in standings.values() if s.day), held)
        for row in undated:
            standings[row.article] = replace(row, links=nearest.get(row.article, ()))
    changed = {c.story for c in told.changes}
    return Added(
        stories=tuple(s for s in told.stories if s.id in changed),
        changes=told.changes,
        gone=tuple(sorted(set(homes.values()) - {s.id for s in told.stories})),
        standings=tuple(standings.values()),
    )


class _Sketches(dict[str, Sketch]):
    """The sketches at hand; those of an archive are fetched, many at once, when they are wanted."""

    def __init__(self, own: Mapping[str, Sketch], archive: Archive) -> None:
        super().__init__(own)
        self._archive = archive

    def want(self, articles: Iterable[str]) -> None:
        """Have these at hand."""
        missing = [a for a in dict.fromkeys(articles) if a not in self]
        if missing:
            self.update(self._archive.sketches(missing))


@dataclass(slots=True)
class _Adding:
    """The work of adding; each step finds what the one before left."""

    fresh: dict[str, Sketch]
    archive: Archive
    rows: dict[str, Standing] = field(default_factory=dict)
    """Every report of the archive that was looked at, and the new ones, with the links that they have now."""
    changed: set[str] = field(default_factory=set)
    """The articles whose standing is to be kept anew."""
    stories: set[str] = field(default_factory=set)
    """The stories that may come out otherwise."""
    groups: list[list[Sketch]] = field(default_factory=list)
    """The reports with a day of each story that came out otherwise."""
    joined: dict[str, list[str]] = field(default_factory=dict)
    """The reports without a day by the story that they are in now."""
    held: _Sketches = field(init=False)
    _loaded: list[tuple[int, int]] = field(default_factory=list)
    _later: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        self.held = _Sketches(self.fresh, self.archive)
        for sketch in self.fresh.values():
            self._put(Standing(article=sketch.article, day=place(sketch), bands=bands(sketch)))
            self.changed.add(sketch.article)

    def link(self) -> None:
        """Find the links of the new reports, and those that they take away from reports about them."""
        days = sorted({self.rows[a].day for a in self.fresh if self.rows[a].day})
        for first, last in _runs(days):
            self._link(first, last)

    def _link(self, first: int, last: int) -> None:
        self._load(first - REACH, last + REACH)
        rows = sorted(
            (r for r in self.rows.values() if r.day and first - REACH <= r.day <= last + REACH),
            key=lambda r: (r.day, r.article),
        )
        row_of_band: dict[int, deque[Standing]] = {}
        touched: set[int] = set()
        for row in rows:
            new = row.article in self.fresh
            if new or not touched.isdisjoint(row.bands):
                near = {
                    other.article: other
                    for key in row.bands
                    for other in row_of_band.get(key, ())
                    if row.day - other.day <= REACH
                }
                self._put(replace(row, links=self._links(row, near, new)))
            if new:
                touched.update(row.bands)
            for key in row.bands:
                row_of_band.setdefault(key, deque(maxlen=NEXT)).append(row)

    def _links(self, row: Standing, near: Mapping[str, Standing], new: bool) -> tuple[Link, ...]:
        """The links of a report to those before it that are `near`: reports that stood before have no new ones among themselves."""
        kept = [x for x in row.links if _other(x, row.article) in near]
        found: list[Link] = []
        others = [a for a in near if new or a in self.fresh]
        if others:
            self.held.want([row.article, *others])
            ready = side(self.held[row.article])
            found = [x for a in others if (x := hold(side(self.held[a]), ready))]
        for x in (*(x for x in row.links if x not in kept), *found):
            self.changed.add(row.article)
            self.stories.update(s for end in (x.a, x.b) if (s := self.rows[end].story))
        return (*kept, *found)

    def grow(self) -> None:
        """Grow the stories again that may come out otherwise, until all stories about them come out as they were."""
        new = {a for a in self.fresh if self.rows[a].day}
        while True:
            own = self._members(self.stories)
            beside = self._beside([*own, *new]) - self.stories
            rows = [*own, *self._members(beside), *new]
            before = self._by_story(rows)
            grown = {frozenset(s.article for s in g): g for g in self._grow(rows)}
            broken = {s for s in beside if before.get(s) not in grown}
            if not broken:
                break
            self.stories |= broken
        as_before = set(before.values())
        self.groups = [g for members, g in grown.items() if members not in as_before]

    def _members(self, stories: set[str]) -> list[str]:
        """The reports with a day of these stories."""
        rows = list(self.archive.of_stories(sorted(stories))) if stories else []
        for row in rows:
            if row.article not in self.rows:
                self._put(row)
        return [r.article for r in rows if r.day]

    def _beside(self, articles: Sequence[str]) -> set[str]:
        """The stories of the reports that are linked with these."""
        days = sorted({self.rows[a].day for a in articles})
        for first, last in _runs(days):
            self._load(first - REACH, last + REACH)
        linked = {_other(x, a) for a in articles for x in self.rows[a].links}
        linked.update(*(self._later[a] for a in articles))
        return {s for a in linked if (s := self.rows[a].story)}

    def _by_story(self, articles: Iterable[str]) -> dict[str, frozenset[str]]:
        out: dict[str, set[str]] = defaultdict(set)
        for a in articles:
            if (story := self.rows[a].story) is not None:
                out[story].add(a)
        return {story: frozenset(ids) for story, ids in out.items()}

    def _grow(self, articles: Sequence[str]) -> Iterator[list[Sketch]]:
        self.held.want(articles)
        inside = frozenset(articles)
        growth = Growth()
        rows = sorted((self.rows[a] for a in inside), key=lambda r: (r.day, r.article))
        for day, of_day in groupby(rows, key=lambda r: r.day):
            reports = list(of_day)
            links = [x for r in reports for x in r.links if x.a in inside and x.b in inside]
            growth.add(day, [side(self.held[r.article]) for r in reports], links)
        return growth.let_go()

    def _load(self, first: int, last: int) -> None:
        """Have the reports of these days in `rows`."""
        if any(a <= first and last <= b for a, b in self._loaded):
            return
        self._loaded.append((first, last))
        for row in self.archive.of_days(first, last):
            if row.article not in self.rows:
                self._put(row)

    def _put(self, row: Standing) -> None:
        before = self.rows.get(row.article)
        for x in before.links if before else ():
            self._later[_other(x, row.article)].discard(row.article)
        self.rows[row.article] = row
        for x in row.links:
            self._later[_other(x, row.article)].add(row.article)

    def place_undated(self) -> None:
        """Find the story of each report without a day: that of the report which it is nearest to, else one of its own kind."""
        rows = {r.article: r for r in self.archive.undated()}
        new = {a: self.rows[a] for a in self.fresh if not self.rows[a].day}
        for row in rows.values():
            self._put(row)
        undated = {**rows, **new}
        if not undated:
            return
        firsts = _first_of_bands(undated.values())
        self.held.want(undated)
        fresh = [r for a in self.fresh if (r := self.rows[a]).day]
        found = _find_nearest(firsts, fresh, self.held)
        again = set(new)
        if new:  # each is held against all with a day; so is who stood in a band before it and does so no more
            before = _first_of_bands(rows.values())
            again.update(
                a for r in new.values() for key in r.bands for a in before.get(key, ()) if a not in firsts[key]
            )
            self._load(1, LAST)
            found |= _find_nearest(firsts, (r for r in self.rows.values() if r.day), self.held, again)
        for article, row in undated.items():
            known = () if article in again else row.links
            links = tuple(sorted((*known, *found.get(article, ())), key=_nearest))[:1]
            if links != row.links:
                self.changed.add(article)
                undated[article] = replace(row, links=links)
                self._put(undated[article])
        self._settle(undated)

    def _settle(self, undated: Mapping[str, Standing]) -> None:
        rows = sorted(undated.values(), key=lambda r: r.article)
        links = [x for r in rows for x in r.links]
        row_of_band: dict[int, deque[str]] = {}
        ready = {a: side(self.held[a]) for a in undated}
        for row in rows:
            near = dict.fromkeys(o for key in row.bands for o in row_of_band.get(key, ()))
            links += [x for o in near if (x := hold(ready[o], ready[row.article]))]
            for key in row.bands:
                row_of_band.setdefault(key, deque(maxlen=NEXT)).append(row.article)
        tied, joins = part_undated(links, undated)
        homes = {s.article: tell(g).stories[0].id for g in self.groups for s in g}
        self.joined = defaultdict(list)
        for one, other in joins.items():
            known = self.rows.get(other)
            home = homes.get(other) or (known.story if known else self.archive.story_of(other))
            if home is not None:
                self.joined[home].append(one)
        for story in settle([self.held[a] for a in undated if a not in joins], tied).stories:
            self.joined[story.id] = [a.id for a in story.articles]

    def told(self) -> Added:
        """The outcome."""
        dated = {tell(g).stories[0].id: g for g in self.groups}
        homes = {s.article: story for story, g in dated.items() for s in g}
        homes.update((a, story) for story, ids in self.joined.items() for a in ids)
        moved = {a for a, story in homes.items() if self.rows[a].story != story}
        touched = {homes[a] for a in moved} | {s for a in moved if (s := self.rows[a].story)} | set(dated)
        touched |= {s for g in self.groups for x in g if (s := self.rows[x.article].story)}
        standing = touched - set(dated)
        for a in self._members(standing):
            story = self.rows[a].story
            if a not in homes and story is not None:
                self.held.want([a])
                dated.setdefault(story, []).append(self.held[a])
                homes[a] = story
        groups = [g for s in sorted(touched) if (g := self._story(dated.get(s, []), self.joined.get(s, [])))]
        groups.sort(key=lambda s: (-len(s.articles), s.first or "", s.id))
        before = {a.id: s for g in groups for a in g.articles if (s := self.rows[a.id].story)}
        changes = find_changes(groups, before)
        changed = {c.story for c in changes}
        return Added(
            stories=tuple(g for g in groups if g.id in changed),
            changes=changes,
            gone=tuple(sorted(touched - {g.id for g in groups})),
            standings=tuple(replace(self.rows[a], story=None) for a in sorted(self.changed)),
        )

    def _story(self, dated: Sequence[Sketch], joined: Sequence[str]) -> StoryGroup | None:
        behind = [self.held[a] for a in joined]
        if not dated:
            return tell(behind).stories[0] if behind else None
        story = tell(dated).stories[0]
        return replace(story, articles=story.articles + tell(behind).stories[0].articles) if behind else story


def _other(x: Link, article: str) -> str:
    return x.a if x.b == article else x.b


def _runs(days: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each run of days (in order) no two of which reach into the days of one another."""
    start = 0
    for at in range(1, len(days) + 1):
        if at == len(days) or days[at] - days[at - 1] > 2 * REACH:
            yield days[start], days[at - 1]
            start = at


def _first_of_bands(undated: Iterable[Standing]) -> dict[int, list[str]]:
    """In each band the first few reports without a day: those with a day are held against these alone."""
    out: dict[int, list[str]] = defaultdict(list)
    for row in sorted(undated, key=lambda r: r.article):
        for key in row.bands:
            if len(out[key]) < UNDATED:
                out[key].append(row.article)
    return out


def _find_nearest(
    firsts: Mapping[int, Sequence[str]],
    dated: Iterable[Standing],
    held: Mapping[str, Sketch],
    wanted: Container[str] | None = None,
) -> dict[str, tuple[Link, ...]]:
    """For reports without a day (those `wanted`) the link to the one of these with a day that each is nearest to."""
    pairs: dict[str, list[str]] = {}
    for row in dated:
        near = dict.fromkeys(one for key in row.bands if key in firsts for one in firsts[key])
        around = [one for one in near if wanted is None or one in wanted]
        if around:
            pairs[row.article] = around
    if isinstance(held, _Sketches):
        held.want(pairs)
    ready = {one: side(held[one]) for one in dict.fromkeys(a for around in pairs.values() for a in around)}
    best: dict[str, Link] = {}
    for article, around in pairs.items():
        own = side(held[article])
        for one in around:
            found = hold(own, ready[one])
            if found and (one not in best or _nearest(found) < _nearest(best[one])):
                best[one] = found
    return {one: (x,) for one, x in best.items()}


def _nearest(x: Link) -> tuple[float, str, str]:
    return -x.weight, x.a, x.b
