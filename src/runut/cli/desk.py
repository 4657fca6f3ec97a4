"""The commands over a store: add, show; and what the others do with one."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from runut.cli.terminal import CANNOT_GO_ON, NOTHING_READ, STOPPED, keep_apart, say, show_progress, warn, write

if TYPE_CHECKING:
    from runut.desk import CaughtUp, Desk, Taken
    from runut.model import Account, Article
    from runut.store import ArticleRow, ChangeRow, StoryRow

F = TypeVar("F", bound=Callable[..., Any])
# Stories and reports that are named on the terminal, and findings of a layer.
MOST_STORIES, MOST_REPORTS, MOST_FINDINGS = 20, 50, 12
NO_TITLE = "(tanpa judul)"
# So many seconds another process that reads the same store is waited for.
WAIT = 600.0


def store_option(*, required: bool = False) -> Callable[[F], F]:
    """The option that names the store, which the environment may give too."""
    return click.option(
        "--store",
        required=required,
        envvar="RUNUT_STORE",
        metavar="STORE",
        help="The store: a file (news.db) or postgresql://…  [env: RUNUT_STORE]",
    )


@contextmanager
def opened(store: str, *, create: bool = False) -> Iterator[Desk]:
    """A desk over a store; ends the program with a clear word where that cannot be used."""
    from runut.desk import Desk
    from runut.store import StoreError, open_store

    try:
        with open_store(store, create=create) as there:
            yield Desk(there)
    except StoreError as error:
        raise click.UsageError(str(error)) from None
    except BrokenPipeError:  # who reads the output has had enough: no fault of the store
        raise
    except OSError as error:
        click.echo(f"runut: {error.strerror or error}", err=True)
        sys.exit(CANNOT_GO_ON)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCES…")
@store_option(required=True)
@click.option(
    "--json",
    "json_path",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Write what came of it (- for standard output).",
)
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes that read; by default one a core.")
@click.option("--allow-private-links", is_flag=True, help="Let links lead into private networks (for test servers).")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def add(
    sources: tuple[str, ...],
    store: str,
    json_path: str | None,
    workers: int | None,
    allow_private_links: bool,
    quiet: bool,
) -> None:
    """Add reports to a store: take them in, read them, group them into stories.

    SOURCES are files, folders, globs, - for standard input, as for account, and links, whose pages are fetched. What is there already stays
    as it is, so a stopped run is begun again with the same command.

    \b
    runut add --store news.db kliping/ scrape.jsonl.gz
    runut add --store news.db https://kabar.example/berita/1
    RUNUT_STORE=postgresql://desk@db/news runut add today/*.html

    Exit code 0 when something was taken, 1 when nothing was, 2 for wrong usage, 3 when the store cannot be written, 130 when it was stopped
    by Ctrl-C; after these two the same command goes on.
    """
    keep_apart({"--json": json_path}, sources, (store,))
    with opened(store, create=True) as desk, _stopping(desk):
        before = desk.store.read(lambda view: view.last_change())
        with show_progress() as progress:
            taken = desk.take_in(sources, origin="cli", progress=progress, allow_private_links=allow_private_links)
            for s in taken.skipped:
                warn(f"skipped {s.source}: {s.reason}")
            done = _catch_up(desk, progress, workers)
        skipped = (*taken.skipped, *(done.skipped if done else ()))
        for s in skipped[len(taken.skipped) :]:
            warn(f"skipped {s.source}: {s.reason}")
        if json_path:
            write(json_path, _json(_outcome(taken, done)))
        if not quiet and json_path != "-":
            click.echo(f"new: {len(taken.new)}, known: {len(taken.known)}, skipped: {len(skipped)}")
            _show_changes(desk, before)
        if done is None:
            sys.exit(CANNOT_GO_ON)
        if not taken.new and not taken.known:
            sys.exit(NOTHING_READ)


@contextmanager
def _stopping(desk: Desk) -> Iterator[None]:
    """Say on Ctrl-C what is kept."""
    try:
        yield
    except KeyboardInterrupt:
        warn(f"stopped; what was taken in and read is kept in {desk.store.name}, and the same command goes on")
        sys.exit(STOPPED)


def _catch_up(desk: Desk, progress: Any, workers: int | None) -> CaughtUp | None:
    """Read and group; None where another process does it and cannot be waited for."""
    from runut.desk import Occupied

    try:
        return desk.catch_up(progress=progress, workers=workers or os.cpu_count() or 1, wait=WAIT)
    except Occupied as error:
        warn(str(error))
        return None


def _outcome(taken: Taken, done: CaughtUp | None) -> dict[str, Any]:
    return {
        "new": list(taken.new),
        "known": list(taken.known),
        "skipped": [
            {"source": s.source, "reason": s.reason} for s in (*taken.skipped, *(done.skipped if done else ()))
        ],
        "read": done.read if done else 0,
        "changes": [
            {"kind": c.kind, "story": c.story, "before": list(c.before), "articles": list(c.articles)}
            for c in (done.changes if done else ())
        ],
    }


def _show_changes(desk: Desk, before: int) -> None:
    """What became of stories since a change, the largest first."""
    with desk.store.reading() as view:
        changes = view.changes(since_seq=before, limit=None)
        kinds = Counter(c.kind for c in changes)
        kind = {c.story: c.kind for c in changes}
        rows = [row for story in kind if (row := view.story(story)) is not None]
    if kinds:
        click.echo("stories: " + ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items())))
    largest = sorted(rows, key=lambda row: (-row.size, row.id))
    for row in [row for row in largest if row.size > 1][: MOST_STORIES // 2]:
        say(f"  {_story_line(row)}  {kind[row.id]}")


def _story_line(row: StoryRow) -> str:
    return f"{row.id}  {row.size:5}  {_days(row):23}  {row.title or NO_TITLE}"


def _days(row: StoryRow) -> str:
    return (row.first if row.first == row.last else f"{row.first} – {row.last}") or "–"


def list_stories(store: str, since: str | None, json_path: str | None, *, quiet: bool) -> None:
    """The stories of a store, those that changed last first; all of them as JSON."""
    with opened(store) as desk:
        at = None if since is None else _instant(since)
        rows = desk.stories(changed_since=at, limit=None)
        changes = {row.id: told for row, told in desk.changed_stories(at)} if at else {}
        if json_path:
            write(json_path, _json({"stories": [_story_json(row, changes.get(row.id, ())) for row in rows]}))
        if quiet or json_path == "-":
            return
        several = sum(row.size > 1 for row in rows)
        click.echo(f"stories: {len(rows)}, of more than one report: {several}")
        for row in rows[:MOST_STORIES]:
            became = "".join(f"  {_became(change)}" for change in changes.get(row.id, ())[-1:])
            say(f"  {_story_line(row)}{became}")
        if len(rows) > MOST_STORIES:
            click.echo(f"  … {len(rows) - MOST_STORIES} more; --json - lists all")
        if json_path:
            click.echo(f"JSON: {json_path}")


def _became(change: ChangeRow) -> str:
    return f"grown by {len(change.articles)}" if change.kind == "grown" else change.kind


def _story_json(row: StoryRow, changes: Sequence[Any]) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        "first": row.first,
        "last": row.last,
        "reports": row.size,
        "independent": row.independent,
        "outlets": row.outlets,
        "changed_at": row.changed_at,
        "told_version": row.told_version,
        "changes": [
            {"at": c.at, "kind": c.kind, "before": list(c.before), "articles": list(c.articles)} for c in changes
        ],
    }


def _instant(when: str) -> str:
    """A day or time as the store has it; a day, and a time without an offset, are of this machine's clock."""
    from runut.store import stamp

    try:
        return stamp(datetime.fromisoformat(when).astimezone(UTC))
    except ValueError:
        raise click.UsageError(f"{when!r} is no time; write 2031-02-04 or 2031-02-04T09:30") from None


def tell(store: str, story: str, progress: Any) -> Account:
    """The account of a story of a store; ends the program with a clear word where there is none."""
    from runut.desk import NoSuchStory

    with opened(store) as desk:
        try:
            return desk.account(story, progress=progress)
        except NoSuchStory as error:
            raise click.UsageError(str(error)) from None


def articles_of(store: str, told: Account) -> list[Article]:
    """The articles of an account that a store has."""
    with opened(store) as desk:
        return list(desk.store.read(lambda view: view.articles(report.id for report in told.articles)).values())


def judge(store: str, story: str | None, act: str, subjects: Sequence[str], given: dict[str, Any]) -> str:
    """Keep a person's judgement over a story of a store; what was kept, in a line."""
    from runut.desk import NoSuchStory

    if not subjects:
        raise click.UsageError(f"{act} of what? give a SUBJECT")
    with opened(store) as desk:
        try:
            if act == "undo":
                (judgement,) = subjects if len(subjects) == 1 else [""]
                kept = desk.undo(judgement, given["by"], given["why"])
            else:
                kept = desk.judge(story or "", act, subjects, **given)
        except NoSuchStory as error:
            raise click.UsageError(str(error)) from None
        except KeyError:
            raise click.UsageError(
                f"undo takes the id of one judgement; there is none {' '.join(subjects)!r}"
            ) from None
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        return f"{desk.store.name}: {act} {kept.judgement.id}"


def stories_of_several(store: str) -> tuple[list[str], int]:
    """The ids of a store's stories of more than one report, and how many stories have one alone."""
    with opened(store) as desk:
        rows = desk.stories(limit=None)
    several = sorted((row for row in rows if row.size > 1), key=lambda row: (-row.size, row.id))
    return [row.id for row in several], len(rows) - len(several)


@click.command()
@click.argument("id_", metavar="[ID]", required=False)
@store_option(required=True)
@click.option("--skipped", is_flag=True, help="What gave no article, and why; the last first.")
@click.option(
    "--json",
    "json_path",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Write it here (- for standard output).",
)
def show(id_: str | None, store: str, skipped: bool, json_path: str | None) -> None:
    """Show what a store holds: all of it at a glance, an article with its findings, or a story with its reports.

    \b
    runut show --store news.db
    runut show --store news.db 5d1a0c2b9e8f7a6b
    runut show --store news.db --skipped

    Exit code 0 when there was something to show, 2 for an ID of nothing, 3 when the store cannot be reached.
    """
    keep_apart({"--json": json_path}, (), (store,))
    with opened(store) as desk:
        if skipped:
            told, lines = _skipped(desk)
        elif id_ is None:
            told, lines = _glance(desk)
        else:
            told, lines = _article(desk, id_) or _story(desk, id_)
    if json_path:
        write(json_path, _json(told))
    if json_path != "-":
        for line in lines:
            say(line)


Shown = tuple[dict[str, Any], list[str]]


def _glance(desk: Desk) -> Shown:
    from runut.desk.reading import MADE_BY

    with desk.store.reading() as view:
        told: dict[str, Any] = {
            "articles": view.article_count(),
            "unread": view.unread_count(MADE_BY),
            "unreadable": sum(row.unread_why is not None for row in view.article_rows(limit=None)),
            "outlets": len(view.outlets()),
            "stories": view.story_count(),
            "judgements": len(view.judgements(persons=True)),
            "skipped": len(view.skipped(limit=None)),
        }
        last = view.changes(limit=1)
    told["last_change"] = last[0].at if last else None
    lines = [f"{name.replace('_', ' '):12} {'–' if value is None else value}" for name, value in told.items()]
    return told, [f"{desk.store.name}", *(f"  {line}" for line in lines)]


def _skipped(desk: Desk) -> Shown:
    rows = desk.store.read(lambda view: view.skipped(limit=None))
    told = {"skipped": [{"at": r.at, "source": r.source, "reason": r.reason} for r in rows]}
    return told, [f"{r.at[:19]}  {r.source}: {r.reason}" for r in rows] or ["nothing was skipped"]


def _article(desk: Desk, id_: str) -> Shown | None:
    from runut import codec

    with desk.store.reading() as view:
        rows = view.article_rows(ids=[id_])
        if not rows:
            return None
        found = view.findings(article=id_, limit=None)
    (row,) = rows
    told = codec.to_jsonable(row) | {
        "findings": [{k: v for k, v in codec.to_jsonable(f).items() if k not in ("data", "article")} for f in found]
    }
    lines = [row.title or NO_TITLE, *_metadata(row)]
    layers: dict[str, list[str]] = {}
    for f in found:
        layers.setdefault(f.layer, []).append(
            f"{f.start:6}–{f.end:<6} {f.name or '–'}: {' '.join(f.text.split())[:90]}"
        )
    for layer, some in layers.items():
        lines += [f"{layer}: {len(some)}", *(f"  {line}" for line in some[:MOST_FINDINGS])]
        if len(some) > MOST_FINDINGS:
            lines.append(f"  … {len(some) - MOST_FINDINGS} more; --json - lists all")
    return told, lines


def _metadata(row: ArticleRow) -> list[str]:
    state = "read" if row.read else f"not read: {row.unread_why}" if row.unread_why else "not read yet"
    named = {
        "id": row.id,
        "source": row.source,
        "outlet": row.outlet,
        "published": row.published,
        "url": row.url,
        "story": row.story,
        "added": f"{row.added_at[:19]}Z ({row.origin})",
        "state": f"{row.size} characters, {state}",
    }
    return [f"  {name:10} {value}" for name, value in named.items() if value]


def _story(desk: Desk, id_: str) -> Shown:
    from runut import codec
    from runut.desk import NoSuchStory

    try:
        state = desk.state(id_)
    except NoSuchStory:
        raise click.UsageError(f"there is no article and no story {id_!r} in {desk.store.name}") from None
    with desk.store.reading() as view:
        row = view.story(state.story)
        reports = view.article_rows(story=state.story, limit=None)
        changes = view.changes(story=state.story)
    assert row is not None
    told = codec.to_jsonable(row) | {
        "stale": state.stale,
        "articles": [codec.to_jsonable(r) for r in reports],
        "changes": [codec.to_jsonable(c) for c in changes],
    }
    account = (
        f"version {state.version}{', no longer current' if state.stale else ''}" if state.version else "not told yet"
    )
    lines = [
        row.title or NO_TITLE,
        f"  id         {row.id}",
        f"  reports    {row.size}, of {row.outlets} outlets, {_days(row)}",
        f"  account    {account}",
        *(f"  {c.kind:9}  {c.at[:19]}Z, {len(c.articles)} reports" for c in changes),
    ]
    lines += [
        f"  {r.id}  {(r.published or '–')[:16]:16}  {r.outlet or r.source}: {r.title or NO_TITLE}"
        for r in reports[:MOST_REPORTS]
    ]
    if len(reports) > MOST_REPORTS:
        lines.append(f"  … {len(reports) - MOST_REPORTS} more; --json - lists all")
    return told, lines


def _json(told: Any) -> str:
    from runut import codec

    return codec.to_json(told, indent=1) + "\n"
