"""The part of the store that holds stories, what became of them, and their accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update

from runut.comparing.upstream import count_houses
from runut.model import Change, StoryGroup
from runut.store.columns import limited, within
from runut.store.records import AccountRow, ChangeRow, DigestRow, StoryRow
from runut.store.rows import Keeping, Viewing, chunks
from runut.store.schema import accounts, articles, stories, story_articles
from runut.store.schema import changes as change_rows

_NOWHERE = ""  # what a story leads to whose reports are in none


class StoriesView(Viewing):
    """The stories as they are now, and how they came to be."""

    __slots__ = ()

    def stories(
        self,
        *,
        changed_since: str | None = None,
        before: int | None = None,
        limit: int | None = 50,
        query: str | None = None,
    ) -> list[StoryRow]:
        """Stories, last changed first; those that changed together, the one with the latest report first.

        `changed_since` is a time (it and all after); `query` gives words that the title must have, in any case of letters. The next page is
        asked for with `before`, the `seq` of the last row. `limit` None: all.
        """
        wanted = _listed().order_by(stories.c.seq.desc()).limit(limited(limit))
        if changed_since is not None:
            wanted = wanted.where(stories.c.changed_at >= changed_since)
        if before is not None:
            wanted = wanted.where(stories.c.seq < within(before))
        for word in (query or "").casefold().split():
            wanted = wanted.where(stories.c.folded.contains(word, autoescape=True))
        return [_story(row) for row in self._connection.execute(wanted)]

    def story(self, id: str) -> StoryRow | None:
        """A story that there is now, None for one that is no more (`story_now` leads on) or never was."""
        row = self._connection.execute(_listed().where(stories.c.id == id)).one_or_none()
        return None if row is None else _story(row)

    def covers(self, ids: Iterable[str]) -> dict[str, str]:
        """What covers protected names, by the stories that have such; as the last account of each says."""
        out: dict[str, str] = {}
        for some in chunks(dict.fromkeys(ids)):
            query = select(stories.c.id, stories.c.cover).where(stories.c.id.in_(some), stories.c.cover.is_not(None))
            out.update((r[0], r[1]) for r in self._connection.execute(query) if r[1])
        return out

    def story_count(self) -> int:
        """How many stories there are now."""
        return self._connection.execute(
            select(func.count()).select_from(stories).where(stories.c.now.is_(None))
        ).scalar_one()

    def story_now(self, id: str) -> str | None:
        """The story itself where there is one, else that which has most of its reports now; None where there is no such."""
        seen: set[str] = set()
        while id not in seen:
            seen.add(id)
            row = self._connection.execute(select(stories.c.now).where(stories.c.id == id)).one_or_none()
            if row is None or row.now == _NOWHERE:
                return None
            if row.now is None:
                return id
            id = row.now
        return None

    def members(self, story: str) -> list[str]:
        """The ids of a story's articles, in the order in which they were given."""
        query = select(story_articles.c.article).where(story_articles.c.story == story).order_by(story_articles.c.place)
        return list(self._connection.execute(query).scalars())

    def story_of(self, article: str) -> str | None:
        """The story that an article is in."""
        return self.homes([article]).get(article)

    def homes(self, ids: Iterable[str]) -> dict[str, str]:
        """The stories of articles; those that are in none are left out."""
        out: dict[str, str] = {}
        for some in chunks(dict.fromkeys(ids)):
            query = select(story_articles.c.article, story_articles.c.story)
            out.update((r[0], r[1]) for r in self._connection.execute(query.where(story_articles.c.article.in_(some))))
        return out

    def changes(
        self,
        *,
        since_seq: int | None = None,
        since_at: str | None = None,
        story: str | None = None,
        limit: int | None = 200,
    ) -> list[ChangeRow]:
        """What became of stories, the earliest first: the first after `since_seq`, or at and after `since_at`; else the last."""
        query = select(change_rows)
        if story is not None:
            query = query.where(change_rows.c.story == story)
        if since_seq is not None:
            query = query.where(change_rows.c.seq > within(since_seq))
        if since_at is not None:
            query = query.where(change_rows.c.at >= since_at)
        latest = since_seq is None and since_at is None
        query = query.order_by(change_rows.c.seq.desc() if latest else change_rows.c.seq).limit(limited(limit))
        found = [
            ChangeRow(seq=r.seq, at=r.at, kind=r.kind, story=r.story, before=r.before, articles=r.articles)
            for r in self._connection.execute(query)
        ]
        return found[::-1] if latest else found

    def last_change(self) -> int:
        """The `seq` of the last change, 0 before the first."""
        return int(self._connection.execute(select(func.coalesce(func.max(change_rows.c.seq), 0))).scalar_one())

    def account(self, story: str) -> AccountRow | None:
        """The last account of a story, None where none was told."""
        query = select(accounts).where(accounts.c.story == story, accounts.c.data.is_not(None))
        row = self._connection.execute(query.order_by(accounts.c.version.desc()).limit(1)).one_or_none()
        if row is None:
            return None
        return AccountRow(story=row.story, version=row.version, key=row.key, made_at=row.made_at, data=row.data)

    def told(self, story: str) -> tuple[int, str, str] | None:
        """The version, key and time of the last account of a story without its data, None where none was told."""
        query = select(accounts.c.version, accounts.c.key, accounts.c.made_at).where(accounts.c.story == story)
        row = self._connection.execute(query.order_by(accounts.c.version.desc()).limit(1)).one_or_none()
        return None if row is None else (row.version, row.key, row.made_at)

    def digest(self, story: str, version: int) -> DigestRow | None:
        """What is kept of one version of a story's account."""
        found = self._digests(accounts.c.story == story, accounts.c.version == within(version))
        return found[0] if found else None

    def digests(self, story: str) -> list[DigestRow]:
        """What is kept of every version of a story's account, the first first."""
        return self._digests(accounts.c.story == story)

    def _digests(self, *which: Any) -> list[DigestRow]:
        query = select(accounts.c.story, accounts.c.version, accounts.c.made_at, accounts.c.digest).where(*which)
        return [
            DigestRow(story=row.story, version=row.version, made_at=row.made_at, data=row.digest)
            for row in self._connection.execute(query.order_by(accounts.c.version))
        ]


class StoriesWriter(Keeping, StoriesView):
    """Grouping and telling."""

    __slots__ = ()

    def put_stories(
        self, groups: Iterable[StoryGroup], changes: Iterable[Change] = (), *, gone: Iterable[str] = ()
    ) -> None:
        """Keep the stories that changed, whole, and what became of them; `gone` are ids that have no reports any more.

        An article is in one story: the last that it was put in. A story that lost reports here and is not named is counted anew, or gone
        where it lost all. An id that is gone leads to the story that has most of its reports.
        """
        placed = list(groups)
        here = {group.id for group in placed}
        moved = list(dict.fromkeys(a.id for group in placed for a in group.articles))
        left = set(gone) - here
        lost = set(self.homes(moved).values()) - here - left
        had = {id: self.members(id) for id in sorted(lost | left)}
        for some in chunks(here | left):
            self._connection.execute(delete(story_articles).where(story_articles.c.story.in_(some)))
        for some in chunks(moved):
            self._connection.execute(delete(story_articles).where(story_articles.c.article.in_(some)))
        at, seq = self._now(), self._connection.execute(select(func.coalesce(func.max(stories.c.seq), 0))).scalar_one()
        for id in sorted(lost):
            seq += 1
            if not self._recount(id, at, seq):
                left.add(id)
        self._keep_rows(sorted(placed, key=lambda g: (g.last or "", len(g.articles), g.id)), at, seq)
        homes = {a.id: (group.id, place) for group in placed for place, a in enumerate(group.articles)}
        rows = [{"article": a, "story": story, "place": place} for a, (story, place) in homes.items()]
        if rows:
            self._connection.execute(insert(story_articles), rows)
        for id in sorted(left):
            self._lead(id, had[id])
        told = [
            {"at": at, "kind": c.kind, "story": c.story, "before": c.before, "articles": c.articles} for c in changes
        ]
        if told:
            self._connection.execute(insert(change_rows), told)

    def _keep_rows(self, groups: Sequence[StoryGroup], at: str, seq: int) -> None:
        known: set[str] = set()
        for some in chunks([group.id for group in groups]):
            known.update(self._connection.execute(select(stories.c.id).where(stories.c.id.in_(some))).scalars())
        rows: dict[str, dict[str, Any]] = {
            group.id: {
                "seq": seq + n,
                "title": group.title,
                "folded": (group.title or "").casefold(),
                "first": group.first,
                "last": group.last,
                "size": len(group.articles),
                "outlets": count_houses((a.outlet, a.url) for a in group.articles),
                "changed_at": at,
                "independent": None,
                "now": None,
            }
            for n, group in enumerate(groups, 1)
        }
        new = [{"id": id} | row for id, row in rows.items() if id not in known]
        if new:
            self._connection.execute(insert(stories), new)
        for id in known:
            self._connection.execute(update(stories).where(stories.c.id == id).values(rows[id]))

    def _recount(self, story: str, at: str, seq: int) -> int:
        """Count a story anew that lost reports; how many it has."""
        query = (
            select(articles.c.outlet, articles.c.url)
            .join(story_articles, articles.c.id == story_articles.c.article)
            .where(story_articles.c.story == story)
        )
        named = [(row.outlet, row.url) for row in self._connection.execute(query)]
        counted = {"size": len(named), "outlets": count_houses(named), "independent": None}
        self._connection.execute(
            update(stories).where(stories.c.id == story).values(counted | {"changed_at": at, "seq": seq})
        )
        return len(named)

    def _lead(self, story: str, had: Sequence[str]) -> None:
        """Let a story that is gone lead to where most of the reports are that it had."""
        count = Counter(self.homes(had).values())
        now = min(count, key=lambda id: (-count[id], id)) if count else _NOWHERE
        self._connection.execute(update(stories).where(stories.c.id == story).values(now=now, size=0, outlets=0))

    def put_account(
        self,
        story: str,
        *,
        key: str,
        data: bytes,
        digest: bytes,
        title: str | None = None,
        independent: int | None = None,
        outlets: int | None = None,
        size: int | None = None,
        cover: str = "",
    ) -> int:
        """Keep an account of a story as its last; its version. One with the key of the last is the last: no version is made.

        `title`, `independent`, `outlets`, `size` (reports that are not off the story) and `cover` (what covers its protected names; empty:
        there are none) are what the account says of the story, for lists. Raises KeyError for no story of this id.
        """
        says: dict[str, Any] = {"independent": independent, "cover": cover}
        if title is not None:
            says |= {"title": title, "folded": title.casefold()}
        if outlets is not None:
            says["outlets"] = outlets
        if size is not None:
            says["size"] = size
        if not self._connection.execute(update(stories).where(stories.c.id == story).values(says)).rowcount:
            raise KeyError(story)
        last = self.told(story)
        if last and last[1] == key:
            return last[0]
        version = last[0] + 1 if last else 1
        self._connection.execute(update(accounts).where(accounts.c.story == story).values(data=None))
        row = {"story": story, "version": version, "key": key, "made_at": self._now(), "digest": digest, "data": data}
        self._connection.execute(insert(accounts), [row])
        return version


def _listed() -> Select[Any]:
    last = select(func.max(accounts.c.version)).where(accounts.c.story == stories.c.id).scalar_subquery()
    return select(stories, last.label("told_version")).where(stories.c.now.is_(None))


def _story(row: Any) -> StoryRow:
    return StoryRow(
        seq=row.seq,
        id=row.id,
        title=row.title,
        first=row.first,
        last=row.last,
        size=row.size,
        outlets=row.outlets,
        independent=row.independent,
        changed_at=row.changed_at,
        told_version=row.told_version,
    )
