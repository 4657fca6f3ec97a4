"""The stories of a stream: links made components, components settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from runut.codec import content_id
from runut.comparing.stories.banding import bands, pairs
from runut.comparing.stories.linking import COPIED, link
from runut.model import Change, CopyGroup, Link, Sketch, Stories, StoryArticle, StoryGroup


def group(sketches: Iterable[Sketch], earlier: Stories | None = None) -> Stories:
    """The stories of all these reports; `changes` against `earlier` stories where given. The same article twice counts once."""
    held = {s.article: s for s in sketches}
    rows = [held[key] for key in sorted(held)]
    of_band: dict[int, list[int]] = defaultdict(list)
    for n, s in enumerate(rows):
        for key in bands(s):
            of_band[key].append(n)
    wanted: set[tuple[int, int]] = set()
    for members in of_band.values():
        if len(members) > 1:
            wanted.update((members[i], members[j]) for i, j in pairs([rows[n] for n in members]))
    links = [found for i, j in sorted(wanted) if (found := link(rows[i], rows[j]))]
    parts = []
    for ids in components(held, links):
        inside = set(ids)
        parts.append(settle([held[i] for i in ids], [x for x in links if x.a in inside]))
    return merge(parts, earlier)


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


def settle(sketches: Sequence[Sketch], links: Sequence[Link]) -> Stories:
    """The stories and families of reports that links tie together."""
    held = {s.article: s for s in sketches}
    families = [
        CopyGroup(id=content_id("family", *ids), articles=tuple(ids), rule="fingerprints")
        for ids in components(held, [x for x in links if x.kind == COPIED])
        if len(ids) > 1
    ]
    stories = [_story([held[i] for i in ids]) for ids in components(held, links)]
    return Stories(stories=tuple(stories), families=tuple(families))


def merge(parts: Iterable[Stories], earlier: Stories | None = None) -> Stories:
    """Stories settled apart as one, the largest first, with what changed against `earlier`."""
    stories: list[StoryGroup] = []
    families: list[CopyGroup] = []
    for part in parts:
        stories += part.stories
        families += part.families
    stories.sort(key=lambda s: (-len(s.articles), s.first or "", s.id))
    families.sort(key=lambda f: (-len(f.articles), f.id))
    changes = () if earlier is None else _changes(stories, earlier)
    return Stories(stories=tuple(stories), families=tuple(families), changes=changes)


def _story(sketches: Sequence[Sketch]) -> StoryGroup:
    rows = sorted(sketches, key=lambda s: (s.day or "9999", s.published or "", s.article))
    days = [s.day for s in rows if s.day]
    return StoryGroup(
        id=content_id("story", rows[0].article),
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


def _changes(stories: Sequence[StoryGroup], earlier: Stories) -> tuple[Change, ...]:
    home = {a.id: s.id for s in earlier.stories for a in s.articles}
    size: Mapping[str, int] = {s.id: len(s.articles) for s in earlier.stories}
    out = []
    for story in stories:
        ids = [a.id for a in story.articles]
        before = sorted({home[i] for i in ids if i in home})
        fresh = tuple(i for i in ids if i not in home)
        kept = sum(i in home for i in ids)
        if not before:
            kind = "new"
        elif sum(size[b] for b in before) > kept:
            kind = "split"
        elif len(before) > 1:
            kind = "merged"
        elif fresh:
            kind = "grown"
        else:
            continue
        out.append(Change(kind=kind, story=story.id, before=tuple(before), articles=fresh))
    return tuple(out)
