"""Long work that is asked for and looked at: links to be fetched, reports to be read, grouped and told.

Who asks gets the id of a job at once; a worker beside the server does it (`desk.working`), and says in the store how far it is.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from runut.store import JobRow, Store, View, Writer
from runut.store.work import CANCELLED, DONE, FAILED, QUEUED, RUNNING

LINKS, CATCH_UP = "links", "catch-up"
KINDS = (LINKS, CATCH_UP)
# More links than this are no day's work of an editor: a list so long is better given to `runut add` as a file.
MAX_LINKS = 1_000
# Reasons for which a link may give another answer later.
PASSING = frozenset(
    {"no_answer", "no_such_host", "tls", "slow", "broken", "robots_unknown", "busy", "status", "stopped"}
)
_ENDED = (DONE, FAILED, CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Something given that gave no article: what it was, why in English, and for a link the `key` and `parts` of the reason."""

    source: str
    reason: str
    key: str = ""
    parts: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of taking in: ids of articles that are new, ids of those that were there already, and what gave none."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()

    def plus(self, other: Outcome) -> Outcome:
        """Both together; an article that was new once stays so."""
        new = tuple(dict.fromkeys((*self.new, *other.new)))
        known = tuple(id for id in dict.fromkeys((*self.known, *other.known)) if id not in new)
        return Outcome(new=new, known=known, left=(*self.left, *other.left))


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a job is: `stage` is what is done now (`done` of `of`, which is None while it is not known), `problem` why it failed.

    A job may be carried on by another, which `then` is: reading what links gave, or what a worker had to leave.
    """

    id: str
    kind: str
    state: str
    stage: str
    done: int
    of: int | None
    asked_at: str
    changed_at: str
    problem: str
    outcome: Outcome
    story: str | None
    then: Progress | None

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it, by itself or by what carries it on."""
        return self.state in _ENDED and (self.then is None or self.then.ended)

    @property
    def now(self) -> Progress:
        """The job that is at work: itself, or the last that carries it on."""
        return self if self.then is None else self.then.now


def ask_links(store: Store, links: Iterable[str], *, story: str | None = None, outcome: Outcome | None = None) -> str:
    """Ask for links to be fetched and taken in, then read; the id of the job.

    `story` is the one that they were given for, which is told anew at the end; `outcome` what was taken in with them. Links that lead to
    different places of one page (`#…`) are one: the first. Raises ValueError for no links, or more than MAX_LINKS.
    """
    pages: dict[str, str] = {}
    for link in filter(None, map(str.strip, links)):
        pages.setdefault(link.partition("#")[0], link)
    urls = list(pages.values())
    if not urls:
        raise ValueError("no links given")
    if len(urls) > MAX_LINKS:
        raise ValueError(f"{len(urls):,} links; give at most {MAX_LINKS:,} at a time, or a file to runut add")
    payload = pack({"links": urls, "story": story, "outcome": asdict(outcome or Outcome())})
    return store.write(lambda writer: writer.add_job(LINKS, payload).id)


def ask_catch_up(
    store: Store, tell: Iterable[str] = (), *, story: str | None = None, outcome: Outcome | None = None
) -> str:
    """Ask for what is unread to be read and grouped, and for stories to be told; the id of the job.

    `tell` are stories that somebody waits for, `story` the one that reports were given for, `outcome` what was taken in. Asked twice for
    the same before it began, it is one job.
    """
    tell = list(tell)
    payload = _catch_up(tell, story, outcome)
    # What was kept before is seen by whatever still waits: then nothing need be written, and nobody who writes waited for.
    waiting = None if outcome else store.read(lambda view: _waiting(view, payload))
    return waiting or store.write(lambda writer: add_catch_up(writer, tell, story=story, outcome=outcome))


def add_catch_up(
    writer: Writer, tell: Iterable[str] = (), *, story: str | None = None, outcome: Outcome | None = None
) -> str:
    """As `ask_catch_up`, within a transaction."""
    payload = _catch_up(tell, story, outcome)
    return (None if outcome else _waiting(writer, payload)) or writer.add_job(CATCH_UP, payload).id


def _catch_up(tell: Iterable[str], story: str | None, outcome: Outcome | None) -> bytes:
    told = sorted({*tell, *([story] if story else [])})
    return pack({"tell": told, "story": story, "outcome": asdict(outcome or Outcome())})


def _waiting(view: View, payload: bytes) -> str | None:
    """The job that waits to do the same."""
    rows = view.jobs(states=[QUEUED], limit=None)
    return next((row.id for row in rows if row.kind == CATCH_UP and row.payload == payload), None)


def cancel(store: Store, id: str) -> bool:
    """Stop a job between two articles, and what carries it on; what was taken in is kept. False where it had ended, or there is none."""

    def stop(writer: Writer) -> bool:
        stopped = False
        for row in _chain(writer, id):
            stopped = writer.ask_cancel(row.id) or stopped
        return stopped

    return store.write(stop)


def repeat(store: Store, id: str) -> str:
    """Ask again for what a job did not do: the links that may yet give an article, or reading; the id of the new job.

    Raises KeyError where there is no job of this id.
    """

    def ask(writer: Writer) -> str:
        chain = _chain(writer, id)
        told = _progress(writer, id)
        if not chain or told is None:
            raise KeyError(id)
        given = unpack(chain[0].payload)
        outcome = told.now.outcome
        rows = writer.article_rows(ids=(*outcome.new, *outcome.known), limit=None)
        done = {row.source for row in rows} | {left.source for left in outcome.left if left.key not in PASSING}
        links = [link for link in given.get("links", ()) if link not in done]
        story = given.get("story")
        if links:
            return writer.add_job(LINKS, pack({"links": links, "story": story, "outcome": asdict(Outcome())})).id
        return add_catch_up(writer, given.get("tell", ()), story=story, outcome=replace(outcome, left=()))

    return store.write(ask)


def can_repeat(job: Progress) -> bool:
    """Whether asking again may do what a job that has ended did not."""
    last = job.now
    return last.state in (FAILED, CANCELLED) or any(left.key in PASSING for left in last.outcome.left)


def progress_of(store: Store, id: str) -> Progress | None:
    """How far a job is; None where there is none of this id."""
    return store.read(lambda view: _progress(view, id))


def recent(store: Store, *, limit: int = 50) -> list[Progress]:
    """The jobs that were asked for last, the last first; one that carries on another is told with that."""

    def look(view: View) -> list[Progress]:
        rows = view.jobs(limit=limit)
        carried = {unpack(row.result).get("next") for row in rows}
        return [told for row in rows if row.id not in carried and (told := _progress(view, row.id))]

    return store.read(look)


def pack(value: Mapping[str, Any]) -> bytes:
    """A job's payload or result, as JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def unpack(data: bytes) -> dict[str, Any]:
    """What `pack` packed; empty for nothing, and for what is no object."""
    try:
        value = json.loads(data.decode("utf-8", "surrogatepass")) if data else {}
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def outcome_of(value: Any) -> Outcome:
    """An outcome out of a payload or result."""
    value = value if isinstance(value, dict) else {}
    left = tuple(Left(**item) for item in value.get("left", ()))
    return Outcome(new=tuple(value.get("new", ())), known=tuple(value.get("known", ())), left=left)


def _chain(view: View, id: str) -> list[JobRow]:
    """A job and those that carry it on, in order."""
    rows: list[JobRow] = []
    while (row := view.job(id)) is not None and row.id not in [r.id for r in rows]:
        rows.append(row)
        id = str(unpack(row.result).get("next"))
    return rows


def _progress(view: View, id: str) -> Progress | None:
    told: Progress | None = None
    for row in reversed(_chain(view, id)):
        given, result = unpack(row.payload), unpack(row.result)
        outcome = outcome_of(result.get("outcome") or given.get("outcome"))
        if row.kind == LINKS and row.state == RUNNING:
            left = view.skipped(job=row.id)
            outcome = replace(outcome, left=tuple(Left(source=s.source, reason=s.reason) for s in left))
        told = Progress(
            id=row.id,
            kind=row.kind,
            state=row.state,
            stage=row.message if row.state == RUNNING else "",
            done=row.done,
            of=row.of,
            asked_at=row.asked_at,
            changed_at=row.changed_at,
            problem=row.message if row.state == FAILED else "",
            outcome=outcome,
            story=given.get("story"),
            then=told,
        )
    return told


def start_worker(store_url: str, *, allow_private_links: bool = False) -> Any:
    """Start the process that does the jobs of a store; see `desk.worker.Worker`."""
    from runut.desk.worker import Worker

    return Worker(store_url, allow_private_links=allow_private_links)


def work(store_url: str, is_stopped: Callable[[], bool], *, allow_private_links: bool = False) -> None:
    """Do the jobs of a store in this process until told to stop; see `desk.working`."""
    from runut.desk import Desk
    from runut.desk.working import work as do
    from runut.store import open_store

    with open_store(store_url) as store:
        desk = Desk(store)
        # The tables take seconds to load; whoever adds the first report should not wait for them.
        threading.Thread(target=lambda: desk.using, daemon=True).start()
        do(desk, is_stopped, allow_private_links=allow_private_links)
