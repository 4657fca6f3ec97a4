"""The stories and families of reports that links tie together, and what became of earlier ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from runut.codec import content_id
from runut.comparing.stories.banding import order, place
from runut.comparing.stories.growing import Growth
from runut.comparing.stories.linking import COPIED
from runut.comparing.stories.sides import side
from runut.model import Change, CopyGroup, Link, Sketch, Stories, StoryArticle, StoryGroup

NEW, GROWN, MERGED, SPLIT = "new", "grown", "merged", "split"


def part_undated(links: Iterable[Link], undated: Iterable[str]) -> tuple[list[Link], dict[str, str]]:
    """The links by which components are made; and for reports without a day (`undated`, by id) the report with one that each goes with.

    A report without a day ties no two others together: it goes with the one that it is nearest to.
    """
    without = set(undated)
    kept: list[Link] = []
    best: dict[str, Link] = {}
    for x in links:
        if (x.a in without) == (x.b in without):
            kept.append(x)
            continue
        one = x.a if x.a in without else x.b
        if one not in best or _nearer(x, best[one]):
            best[one] = x
    return (
        [x for x in kept if x.a not in best and x.b not in best],
        {one: x.b if x.a == one else x.a for one, x in best.items()},
    )


def components(articles: Iterable[str], links: Iterable[Link]) -> list[list[str]]:
    """The articles that links tie together, each group and the groups in order."""
    parent = {a: a for a in articles}

    def root(a: str) -> str:
        while parent[a] != a:
            parent[a] = parent[parent[a]]
            a = parent[a]
        return a

    for x in links:
        a, b = root(x.a), root(x.b)
        parent[max(a, b)] = min(a, b)
    out: dict[str, list[str]] = defaultdict(list)
    for a in sorted(parent):
        out[root(a)].append(a)
    return list(out.values())


def settle(sketches: Iterable[Sketch], links: Sequence[Link]) -> Stories:
    """The stories and families of the reports of one component, or of several: the links are those of `part_undated`."""
    growth = Growth()
    rows = sorted(sketches, key=order)
    days = {s.article: place(s) for s in rows}
    of_day: dict[int, list[Link]] = defaultdict(list)
    for x in links:
        of_day[max(days[x.a], days[x.b])].append(x)
    for day, group in groupby(rows, key=place):
        growth.add(day, map(side, group), of_day[day])
    return merge(tell(members, links) for members in growth.let_go())


def tell(sketches: Sequence[Sketch], links: Iterable[Link] = ()) -> Stories:
    """One story of these reports, with the families in it."""
    rows = sorted(sketches, key=lambda s: (s.day or "9999", s.published or "", s.article))
    days = [s.day for s in rows if s.day]
    story = StoryGroup(
        id=content_id("story", min(rows, key=order).article),
        title=next((s.title for s in rows if s.title), None),
        first=min(days, default=None),
        last=max(days, default=None),
        articles=tuple(
            StoryArticle(
                id=s.article, source=s.source, url=s.url, outlet=s.outlet, published=s.published, title=s.title
            )
            for s in rows
        ),
    )
    return Stories(stories=(story,), families=_families({s.article for s in rows}, links))


def join(undated: Mapping[str, Sketch], joins: Mapping[str, str], homes: Mapping[str, StoryGroup]) -> Stories:
    """The reports without a day as additions to stories told already (`homes`, by the report that each goes with)."""
    added: dict[str, list[Sketch]] = defaultdict(list)
    for one, other in joins.items():
        added[homes[other].id].append(undated[one])
    story = {s.id: s for s in homes.values()}
    return Stories(
        stories=tuple(
            replace(story[key], articles=tell(rows).stories[0].articles) for key, rows in sorted(added.items())
        )
    )


def merge(parts: Iterable[Stories], earlier: Mapping[str, str] | None = None) -> Stories:
    """Stories settled apart as one, the largest first; parts of one id are one story.

    With what changed where `earlier` gives the story that each report (id) was in.
    """
    stories: dict[str, StoryGroup] = {}
    families: list[CopyGroup] = []
    for part in parts:
        for s in part.stories:
            known = stories.get(s.id)
            stories[s.id] = s if known is None else replace(known, articles=known.articles + s.articles)
        families += part.families
    ordered = sorted(stories.values(), key=lambda s: (-len(s.articles), s.first or "", s.id))
    families.sort(key=lambda f: (-len(f.articles), f.id))
    changes = () if earlier is None else find_changes(ordered, earlier)
    return Stories(stories=tuple(ordered), families=tuple(families), changes=changes)


def find_changes(stories: Iterable[StoryGroup], home: Mapping[str, str]) -> tuple[Change, ...]:
    """What became of the stories that reports were in (`home`), by the story that has the reports now; none where nothing changed."""
    size = Counter(home.values())
    out = []
    for story in stories:
        ids = [a.id for a in story.articles]
        before = sorted({home[i] for i in ids if i in home})
        fresh = tuple(i for i in ids if i not in home)
        if not before:
            kind = NEW
        elif sum(size[b] for b in before) > len(ids) - len(fresh):
            kind = SPLIT
        elif len(before) > 1:
            kind = MERGED
        elif fresh:
            kind = GROWN
        else:
            continue
        out.append(Change(kind=kind, story=story.id, before=tuple(before), articles=fresh))
    return tuple(out)


def _families(inside: set[str], links: Iterable[Link]) -> tuple[CopyGroup, ...]:
    """The reports of a story that were copied from one another: two groups are one when more than half of the pairs across are linked."""
    copied = {(x.a, x.b): x for x in links if x.kind == COPIED and x.a in inside and x.b in inside}
    home: dict[str, list[str]] = {}
    for a, b in sorted(copied, key=lambda pair: (-copied[pair].weight, pair)):
        one, other = home.setdefault(a, [a]), home.setdefault(b, [b])
        if one is other:
            continue
        across = [(min(x, y), max(x, y)) for x in one for y in other]
        if 2 * sum(pair in copied for pair in across) > len(across):
            one += other
            home.update(dict.fromkeys(other, one))
    groups = {id(g): sorted(g) for g in home.values() if len(g) > 1}
    return tuple(
        CopyGroup(id=content_id("family", *ids), articles=tuple(ids), rule="fingerprints")
        for ids in sorted(groups.values())
    )


def _nearer(x: Link, y: Link) -> bool:
    return (-x.weight, x.a, x.b) < (-y.weight, y.a, y.b)
