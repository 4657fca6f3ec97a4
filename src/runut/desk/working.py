"""Doing the jobs of a store: links fetched by one thread, what is unread read, grouped and told by another.

Jobs are looked for, and what runs is said to be alive, by a third. A worker that is stopped, or whose process dies, leaves nothing by
halves: what was taken in is kept, and the rest is carried on by a job of its own, or by the same job once it is seen that nobody is
at it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from runut.desk.jobs import CATCH_UP, LINKS, Left, Outcome, add_catch_up, outcome_of, pack, unpack
from runut.desk.reading import MADE_BY
from runut.desk.records import CaughtUp, Occupied
from runut.intake import GIVEN_TWICE
from runut.intake.web import Fetched, Fetcher, Limits, Refused, read_fetched
from runut.model import Article, Skipped
from runut.store import JobRow, Store, Writer, stamp
from runut.store.work import CANCELLED, DONE, FAILED, QUEUED, RUNNING

# Seconds: how often jobs are looked for, how often one that runs is said to be alive, and after how long without that it is begun anew.
POLL, BEAT, STALE = 0.2, 1.0, 20.0
# Where the store does not answer, it is asked again after so many seconds.
AWAY = 2.0
# A job that was begun so often and never ended is what ends its workers.
MOST_TRIES = 3
# Reports of a long list of links are read while others are still fetched, about so often (seconds).
READ_EVERY = 8.0

if TYPE_CHECKING:
    from runut.desk import Desk

log = logging.getLogger("runut.desk")


class Run:
    """A job at work: how far it is, what was taken in so far, and whether it is still wanted."""

    def __init__(self, job: JobRow, is_stopped: Callable[[], bool]) -> None:
        self.job = job
        self.given = unpack(job.payload)
        self.outcome = outcome_of(self.given.get("outcome"))
        self.cancelled = threading.Event()
        self._is_stopped = is_stopped
        self._at: tuple[int, int | None, str] = (0, None, "")

    @property
    def id(self) -> str:
        """The id of the job."""
        return self.job.id

    def tell(self, stage: str, done: int, of: int | None) -> None:
        """Say how far it is; kept with the next beat."""
        self._at = (done, of, stage)

    def is_over(self) -> bool:
        """Whether to stop at the next article: somebody cancelled it, or the worker ends."""
        return self.cancelled.is_set() or self._is_stopped()

    def beat(self, store: Store) -> None:
        """Keep how far it is, and learn whether it was cancelled."""
        at = self._at
        if not self.cancelled.is_set() and not store.write(lambda writer: writer.beat_job(self.id, *at)):
            self.cancelled.set()

    def end(
        self,
        store: Store,
        state: str,
        message: str = "",
        *,
        then: Callable[[Writer], str | None] = lambda writer: None,
        **result: object,
    ) -> None:
        """Keep how it ended, what it took in and the rest of its `result`, and the job that carries it on, which `then` asks for.

        A job that was cancelled ends as that; `then` sees it in `cancelled`.
        """
        done, of, stage = self._at

        def keep(writer: Writer) -> None:
            now = writer.job(self.id)
            if now is None or now.state in (DONE, FAILED):
                return  # kept already, before the connection broke
            if not writer.beat_job(self.id, done, of, stage):
                self.cancelled.set()
            kept = {**result, "next": then(writer), "outcome": asdict(self.outcome)}
            ended = CANCELLED if self.cancelled.is_set() else state
            writer.end_job(self.id, ended, message[:2_000], pack(kept))

        store.write(keep)


def work(
    desk: Desk,
    is_stopped: Callable[[], bool],
    *,
    allow_private_links: bool = False,
    limits: Limits | None = None,
    stale: float = STALE,
) -> None:
    """Do the jobs of a desk's store as they are asked for, until told to stop; what runs then is left at the next article.

    A store that does not answer is waited for. `stale` seconds after it was last heard of, a job of another worker is begun anew.
    """
    store = desk.store
    hands = (
        _Hand(store, LINKS, lambda runs: _fetch(desk, runs[0], allow_private_links, limits)),
        _Hand(store, CATCH_UP, lambda runs: _catch_up(desk, runs)),
    )
    _ask_for_the_unread(store)
    beaten, said = time.monotonic(), ""
    while not is_stopped():
        try:
            waiting = _waiting(store, stale)
            for hand in hands:
                if hand.kind in waiting and hand.is_idle:
                    hand.begin(_taken(store, hand.kind, stale, is_stopped))
            if time.monotonic() - beaten >= BEAT:
                beaten = time.monotonic()
                for hand in hands:
                    hand.beat()
            said = ""
        except OSError as error:  # it is away, busy, or full: jobs wait until it is not
            if said != str(error):
                said = str(error)
                log.warning("jobs wait: %s", error)
            time.sleep(AWAY)
        time.sleep(POLL)
    for hand in hands:
        hand.wait()


class _Hand:
    """One thread, for one kind of job: idle, or at work on one (for catching up all that were waiting)."""

    def __init__(self, store: Store, kind: str, do: Callable[[list[Run]], None]) -> None:
        self.kind = kind
        self._store, self._do = store, do
        self._runs: list[Run] = []
        self._thread: threading.Thread | None = None

    @property
    def is_idle(self) -> bool:
        return self._thread is None or not self._thread.is_alive()

    def begin(self, runs: list[Run]) -> None:
        """Do some jobs; others must not have been begun."""
        if runs:
            self._runs = runs
            self._thread = threading.Thread(target=self._try, name=f"runut-{self.kind}")
            self._thread.start()

    def beat(self) -> None:
        if not self.is_idle:
            for run in self._runs:
                run.beat(self._store)

    def wait(self) -> None:
        if self._thread is not None:
            self._thread.join()

    def _try(self) -> None:
        """Do them; what goes wrong is told where they are looked at, and ends neither the worker nor other jobs."""
        try:
            self._do(self._runs)
        except Exception as error:
            log.exception("job %s failed", self._runs[0].id)
            why = (
                str(error)
                if isinstance(error, OSError | ValueError) and str(error)
                else f"{type(error).__name__}: {error}"
            )
            for run in self._runs:
                self._fail(run, why)

    def _fail(self, run: Run, why: str) -> None:
        try:
            run.end(self._store, FAILED, why)
        except OSError as error:  # it is begun anew once it is stale
            log.warning("job %s failed, and the store does not answer: %s", run.id, error)


def _ask_for_the_unread(store: Store) -> None:
    """Have read what an earlier worker or version left; not where reading just now failed, which would only fail again."""

    def ask(writer: Writer) -> None:
        last = next((row for row in writer.jobs(limit=20) if row.kind == CATCH_UP), None)
        if (last is None or last.state in (DONE, CANCELLED)) and writer.unread_count(MADE_BY):
            add_catch_up(writer)

    try:
        store.write(ask)
    except OSError as error:  # the next job reads it
        log.warning("what is unread waits: %s", error)


def _waiting(store: Store, stale: float) -> set[str]:
    """The kinds of which a job waits, or runs and was not heard of for long."""
    rows = store.read(lambda view: view.jobs(states=[QUEUED, RUNNING], limit=None))
    if not rows:
        return set()
    since = stamp(datetime.now(UTC) - timedelta(seconds=stale))
    return {row.kind for row in rows if row.state == QUEUED or row.changed_at < since}


def _taken(store: Store, kind: str, stale: float, is_stopped: Callable[[], bool]) -> list[Run]:
    """The first job that waits; for catching up all that wait, which one pass does."""
    runs: list[Run] = []
    while row := store.write(lambda writer: writer.take_job([kind], stale_after=stale)):
        run = Run(row, is_stopped)
        if row.tries > MOST_TRIES:
            why = f"it was begun {MOST_TRIES} times, and each time its process died"
            run.end(store, FAILED, why)
            continue
        runs.append(run)
        if kind == LINKS:
            break
    return runs


def _fetch(desk: Desk, run: Run, allow_private_links: bool, limits: Limits | None) -> None:
    """Fetch links and take in what they give, one by one; what they gave is read by a job that carries this one on."""
    links = [str(link) for link in run.given.get("links", ())]
    unfetched: list[str] = []
    read_at = time.monotonic()
    run.tell("fetch", 0, len(links))
    fetcher = Fetcher(limits, allow_private=allow_private_links)
    with closing(fetcher.fetch_each(links, cancelled=run.is_over)) as fetched:
        for n, (link, found) in enumerate(fetched, 1):
            if isinstance(found, Refused) and found.key == "stopped":
                unfetched.append(link)
                continue
            given = _kept(desk, run, link, found)
            run.outcome = run.outcome.plus(given)
            run.tell("fetch", n, len(links))
            if given.new and n < len(links) and time.monotonic() - read_at > READ_EVERY:
                desk.store.write(add_catch_up)
                read_at = time.monotonic()

    def carry_on(writer: Writer) -> str | None:
        if run.cancelled.is_set():
            left = tuple(_left(link, Refused("stopped")) for link in unfetched)
            run.outcome = run.outcome.plus(Outcome(left=left))
            if run.outcome.new:
                add_catch_up(writer)
            return None
        if unfetched:
            return writer.add_job(LINKS, pack({**run.given, "links": unfetched, "outcome": asdict(run.outcome)})).id
        return add_catch_up(writer, story=run.given.get("story"), outcome=run.outcome)

    run.end(desk.store, DONE, then=carry_on)


def _kept(desk: Desk, run: Run, link: str, found: Fetched | Refused) -> Outcome:
    """What came of one link, once it is in the store."""
    article = found if isinstance(found, Refused) else _article_of(found)
    if isinstance(article, Article):
        taken = desk.take_in([article], origin="link")
        if taken.known and taken.known[0] in (*run.outcome.new, *run.outcome.known):
            return Outcome(left=(Left(source=link, reason=f"{GIVEN_TWICE}: the page of a link before"),))
        return Outcome(new=taken.new, known=taken.known, left=tuple(_left(s.source, s) for s in taken.skipped))
    skipped = Skipped(source=link, reason=str(article))
    desk.store.write(lambda writer: writer.note_skipped([skipped], job=run.id))
    return Outcome(left=(_left(link, article),))


def _article_of(page: Fetched) -> Article | Refused:
    try:
        return read_fetched(page)
    except Refused as error:
        return error
    except Exception as error:  # one page never stops the rest
        return Refused("no_article", detail=f"could not be read: {type(error).__name__}: {error}")


def _left(source: str, why: Skipped | Refused) -> Left:
    if isinstance(why, Refused):
        return Left(source=source, reason=str(why), key=why.key, parts=why.parts)
    return Left(source=source, reason=why.reason)


def _catch_up(desk: Desk, runs: list[Run]) -> None:
    """Read, group and tell for all that wait for it, in one pass."""

    def tell_of(stage: str, done: int, of: int | None) -> None:
        for run in runs:
            run.tell(stage, done, of)

    def is_over() -> bool:
        return all(run.is_over() for run in runs)

    wanted = sorted({str(story) for run in runs for story in run.given.get("tell", ())})
    while True:
        try:
            done = desk.catch_up(progress=tell_of, cancelled=is_over, tell=wanted, wait=0)
            break
        except Occupied:  # `runut add` does the same just now
            tell_of("wait", 0, None)
            if is_over():
                done = CaughtUp()
                break
            time.sleep(AWAY)
    for run in runs:

        def carry_on(writer: Writer, run: Run = run) -> str | None:
            unfinished = run.is_over() and not run.cancelled.is_set()
            return writer.add_job(CATCH_UP, run.job.payload).id if unfinished else None

        run.end(desk.store, DONE, then=carry_on, read=done.read, told=list(done.told))
