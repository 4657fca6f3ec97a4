"""The desk: one door to all that is done over a store."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from runut import codec, face, judging, masking
from runut.desk import accounts, catching, correcting, differences, people, taking
from runut.desk.correcting import Asked, Standing
from runut.desk.reading import MADE_BY
from runut.desk.records import CaughtUp, Difference, Named, NoSuchStory, Profile, StoryState, Taken, Utterance
from runut.desk.searching import Hits
from runut.desk.turns import Turns
from runut.face import Progress
from runut.intake import Source
from runut.lang import Language
from runut.model import Account, Article, Reading
from runut.store import ChangeRow, JudgementRow, Store, StoryRow, stamp

# Names that a query gives at most.
MOST_NAMES = 50


def _still(stage: str, done: int, of: int | None) -> None:
    """A progress that nobody looks at."""


def _moment(text: str) -> str:
    """A time as the store keeps it, whose order is that of its letters."""
    try:
        told = datetime.fromisoformat(text)
        return stamp(told if told.tzinfo else told.replace(tzinfo=UTC))
    except (ValueError, OverflowError, TypeError):
        raise ValueError(f"{text!r} is no time; write it as 2031-02-04T10:00:00+07:00") from None


class Desk:
    """All that is done over a store: taking in, reading, grouping, telling, searching, correcting; safe to use from many threads.

    `using` are the languages, by default all there are; they are loaded when they are first needed. Every method may raise what the store
    raises: OSError (`store.Unreachable`, `Busy`, `Full`, `ReadOnly`) where it cannot be reached or written.
    """

    def __init__(self, store: Store, *, using: Mapping[str, Language] | None = None) -> None:
        self.store = store
        self._using = using
        self._loading = threading.Lock()
        self._turns = Turns()

    @property
    def using(self) -> Mapping[str, Language]:
        """The languages by code."""
        with self._loading:
            if self._using is None:
                self._using = face.languages()
            return self._using

    def take_in(
        self,
        sources: Source | Iterable[Source],
        *,
        origin: str = "file",
        progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        allow_private_links: bool = False,
        job: str | None = None,
    ) -> Taken:
        """Take articles into the store, some fifty a transaction; what was there already stays as it is.

        `sources` are as for `runut.account`, and links (http, https), whose pages are fetched. `origin` says how they came (file, paste,
        link, api, cli). What gave no article is kept with its reason too (`skipped`, under `job`). `cancelled` is asked between
        transactions.
        """
        given: Iterable[Source] = [sources] if isinstance(sources, str | os.PathLike | Mapping | Article) else sources
        return taking.take_in(
            self.store,
            given,
            origin=origin,
            progress=progress or _still,
            cancelled=cancelled,
            allow_private_links=allow_private_links,
            job=job,
        )

    def catch_up(
        self,
        *,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        tell: Iterable[str] | None = None,
        workers: int = 1,
        wait: float = 600.0,
    ) -> CaughtUp:
        """Read what is unread, group it into stories, and tell anew the stories of `tell` and those that changed and were told before.

        It may be stopped anywhere and called again: what was done is kept, and the outcome is the same. One process at a time does it:
        another waits so many seconds (as long as it is not `cancelled`), then raises Occupied. With more than one of `workers`, processes
        of their own read where much is unread: a program that asks for them needs the usual `if __name__ == "__main__"`.
        """
        asked = catching.Asked(
            progress=progress or _still, cancelled=cancelled, tell=tuple(tell or ()), workers=workers, wait=wait
        )
        return catching.catch_up(self.store, self.using, asked)

    def account(self, story: str, *, fresh: bool = True, progress: Progress | None = None) -> Account:
        """The account of a story: what `runut.account` tells of its articles, with the judgements over them.

        The last one told where nothing has changed since, else made anew and kept. `fresh` False gives the last one told in any case, where
        there is one. An id that a merge took away stands for the story that has its reports now. Raises NoSuchStory.
        """
        return accounts.account(self.store, lambda: self.using, self._turns, story, fresh=fresh, progress=progress)

    def account_json(self, story: str, *, fresh: bool = True, progress: Progress | None = None) -> bytes:
        """The account as its file (UTF-8), as it lies in the store; else as `account`."""
        return accounts.account_json(self.store, lambda: self.using, self._turns, story, fresh=fresh, progress=progress)

    @property
    def is_telling(self) -> bool:
        """Whether a story is being told by this desk just now, which keeps others waiting."""
        return self._turns.busy

    def state(self, story: str) -> StoryState:
        """How a story stands; nothing is told anew for it. Raises NoSuchStory."""
        return self.store.read(lambda view: accounts.state(view, story))

    def story_now(self, story: str) -> str:
        """The id of the story that has the reports of this one now. Raises NoSuchStory."""
        now = self.store.read(lambda view: view.story_now(story))
        if now is None:
            raise NoSuchStory(story)
        return now

    def changes(self, story: str, since_version: int) -> tuple[Difference, ...]:
        """In what the last account of a story is other than an earlier version; nothing where that is the last, or not known.

        For a story that was merged away the version is that of its own accounts. Raises NoSuchStory.
        """
        with self.store.reading() as view:
            before = accounts.digest_of(view, story, since_version)
            state = accounts.state(view, story)
        if before is None or state.version is None or (state.story == story and state.version == since_version):
            return ()
        return differences.find(before, self.account(story, fresh=False))

    def stories(
        self,
        *,
        changed_since: str | None = None,
        before: int | None = None,
        limit: int | None = 50,
        query: str | None = None,
    ) -> list[StoryRow]:
        """The stories, last changed first; as `store.View.stories`. Raises ValueError where `changed_since` is no time (in any offset)."""
        since = None if changed_since is None else _moment(changed_since)
        return self.store.read(lambda view: view.stories(changed_since=since, before=before, limit=limit, query=query))

    def changed_stories(self, since_at: str) -> list[tuple[StoryRow, tuple[ChangeRow, ...]]]:
        """The stories that changed at or after a time, last changed first, with what became of each, the earliest first.

        The time is ISO 8601 in any offset; without one, or as a day alone, it is of UTC. Raises ValueError for anything else.
        """
        since_at = _moment(since_at)
        with self.store.reading() as view:
            rows = view.stories(changed_since=since_at, limit=None)
            changes = view.changes(since_at=since_at, limit=None)
        told: dict[str, list[ChangeRow]] = {}
        for change in changes:
            told.setdefault(change.story, []).append(change)
        return [(row, tuple(told.get(row.id, ()))) for row in rows]

    def covers(self, stories: Iterable[str]) -> Mapping[str, Callable[[str], str]]:
        """What covers the protected names of stories in words told of them in lists, by the stories that have such names.

        They are those of the last account: a story that was never told has none here.
        """
        patterns = self.store.read(lambda view: view.covers(stories))
        return {story: masking.cover_by(pattern) for story, pattern in patterns.items()}

    def article(self, id: str) -> Article:
        """An article of the store. Raises KeyError."""
        found = self.store.read(lambda view: view.article(id))
        if found is None:
            raise KeyError(id)
        return found

    def reading(self, id: str) -> Reading:
        """An article's reading: the one kept, else made now. Raises KeyError for no such article, ValueError where it cannot be read."""
        article = self.article(id)
        packed = self.store.read(lambda view: view.readings([id], made_by=MADE_BY)).get(id)
        if packed is not None:
            with suppress(ValueError):  # one of another shape is made anew
                return codec.reading_from_bytes(packed, article)
        return face.read(article, using=self.using)

    def search(self, query: Any, *, limit: int = 20, offset: int = 0, **filters: Any) -> Hits:
        """What a query finds, best first; `docs/search.md` tells how one is written, and which `filters` there are.

        Raises `queries.QueryError` (a ValueError) that says where it is wrong.
        """
        from runut.desk import queries, searching

        asked = query if isinstance(query, queries.Query) else queries.parse(query, self.using, **filters)
        with self.store.reading() as view:
            return searching.search(view, asked, limit=limit, offset=offset)

    def entity(self, story: str, entity: str) -> Profile:
        """An entity of a story: how it is called, its roles, and what it says, over time. Raises NoSuchStory, NoSuchThing (KeyErrors)."""
        return people.profile(self.account(story, fresh=False), self.story_now(story), entity)

    def names(self, query: str) -> list[Named]:
        """The names over all stories that a query finds, best first; an empty query gives none. Raises `queries.QueryError`."""
        if not query.strip():
            return []
        hits = self.search(query, kinds=("name",), limit=MOST_NAMES).hits
        found = [hit.finding.name for hit in hits if hit.finding is not None and hit.finding.name]
        return self.store.read(lambda view: people.named(view, found))

    def said_by(self, name: str) -> list[Utterance]:
        """What a speaker of this very name says in all reports, by day."""
        return self.store.read(lambda view: people.said_by(view, name))

    def judge(
        self,
        story: str,
        act: str,
        subjects: Sequence[str],
        *,
        others: Sequence[str] = (),
        by: str,
        why: str,
        field: str | None = None,
        value: str | None = None,
        sees: int | None = None,
    ) -> JudgementRow:
        """Keep a person's judgement over things of a story's account; words, acts and values as `runut.judge`.

        `sees` is the last judgement (`seq`) that the person saw: raises `store.Conflict` where another has judged the same since. Raises
        ValueError for what cannot be judged so, NoSuchStory.
        """
        judging.listed(subjects=subjects, others=others)
        asked = Asked(act=act, subjects=tuple(subjects), others=tuple(others), field=field, value=value)
        return self.judge_all(story, [asked], by=by, why=why, sees=sees)[0]

    def judge_all(
        self, story: str, asked: Iterable[Asked], *, by: str, why: str, sees: int | None = None
    ) -> tuple[JudgementRow, ...]:
        """Keep several judgements of one person with one reason, all or none; otherwise as `judge`."""
        return correcting.judge(self.store, self.account(story, fresh=False), asked, by=by, why=why, sees=sees)

    def judgements(
        self, story: str | None = None, *, by: str | None = None, before: int | None = None, limit: int | None = None
    ) -> list[Standing]:
        """What was judged over a story's reports, or over all, by a person where one is named; the last first, each as it stands.

        `before` gives those that came before the judgement of that `seq`, `limit` so many of them. Raises NoSuchStory.
        """
        now = None if story is None else self.story_now(story)
        with self.store.reading() as view:
            return correcting.standings(view, now, by, before=before, limit=limit)

    def judges(self, story: str | None = None) -> list[str]:
        """Who judged over a story's reports, or over all, by name. Raises NoSuchStory."""
        now = None if story is None else self.story_now(story)
        return self.store.read(lambda view: correcting.judges(view, now))

    def undo(self, judgement: str, by: str, why: str) -> JudgementRow:
        """Take back a judgement of the store. Raises KeyError where there is none of this id."""
        return self.undo_all([judgement], by=by, why=why)[0]

    def undo_all(self, judgements: Sequence[str], *, by: str, why: str) -> tuple[JudgementRow, ...]:
        """Take back several judgements, all or none; otherwise as `undo`."""
        judging.listed(judgements=judgements)
        return correcting.undo(self.store, judgements, by=by, why=why)

    def import_judgements(self, lines: Iterable[str]) -> tuple[int, int]:
        """Keep what persons judged by a file's lines, and what of the rules they took back; how many were new and how many known.

        Raises ValueError that names every bad line; nothing is kept then.
        """
        return correcting.import_judgements(self.store, lines)

    def export_judgements(self, story: str | None = None) -> list[str]:
        """The judgements as the lines of a file, those over one story's articles where it is given. Raises NoSuchStory."""
        return correcting.export_judgements(self.store, None if story is None else self.story_now(story))
