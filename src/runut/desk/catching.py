"""Catching up: what is unread is read, what is in no story is grouped, and stories that somebody looks at are told anew."""

from __future__ import annotations

import os
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial

from runut.desk import accounts, grouping, reading
from runut.desk.records import CaughtUp, NoSuchStory, Occupied
from runut.face import Progress
from runut.lang import Language
from runut.model import Article, Change, Skipped
from runut.store import Store, Writer

# Articles that are read and kept together by one process.
TOGETHER = 25
# From so many unread articles on, more than one process reads: each loads the tables first.
WORTH_WORKERS = 200
# Stories are grouped again after so many articles, so that they form while many are read.
GROUPED_AFTER = 2_000
LOCK = "catch-up"
# Seconds that the lock outlives a process that was killed, and after which one that lives holds it on.
HELD, BEAT = 20.0, 4.0
_PAUSE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How to catch up: see `Desk.catch_up`."""

    progress: Progress
    cancelled: Callable[[], bool]
    tell: Sequence[str]
    workers: int
    wait: float


def catch_up(store: Store, using: Mapping[str, Language], asked: Asked) -> CaughtUp:
    """As `Desk.catch_up`."""
    read, skipped, changes = 0, list[Skipped](), list[Change]()
    with _turn(store, asked) as turn:
        since = 0
        for some in _read(store, using, turn, asked):
            read += sum(one.why is None for one in some)
            skipped += [Skipped(source=one.source, reason=f"could not be read: {one.why}") for one in some if one.why]
            since += len(some)
            if since >= GROUPED_AFTER:
                changes += _group(store, turn, asked.progress)
                since = 0
        if not asked.cancelled():
            changes += _group(store, turn, asked.progress)
    told, untold = _tell(store, using, changes, asked)
    skipped += untold
    return CaughtUp(read=read, skipped=tuple(skipped), changes=tuple(changes), told=tuple(told))


@dataclass(frozen=True, slots=True)
class _Turn:
    """The lock of this store, as this process holds it."""

    store: Store
    holder: str

    def write(self, keep: Callable[[Writer], None]) -> None:
        """Keep something in a transaction in which the lock is held on; raises Occupied where another has taken it."""

        def held(writer: Writer) -> None:
            if not self.hold(writer):
                raise Occupied(f"{self.store.name}: another process has taken over reading and grouping")
            keep(writer)
            self.hold(writer)

        self.store.write(held)

    def hold(self, writer: Writer) -> bool:
        """Take the lock, or hold it on; False where another has it."""
        return writer.take_lock(LOCK, self.holder, HELD)

    def beat(self, ended: threading.Event) -> None:
        """Hold the lock on while something long is done, until that has ended."""
        while not ended.wait(BEAT):
            with suppress(OSError):  # whoever writes next will say so
                self.store.write(self.hold)


@contextmanager
def _turn(store: Store, asked: Asked) -> Iterator[_Turn]:
    """The lock: one process at a time reads and groups a store, another waits and finds the work done."""
    turn = _Turn(store, f"{os.getpid()}-{uuid.uuid4().hex}")
    until = time.monotonic() + asked.wait
    while not store.write(turn.hold):
        if time.monotonic() >= until or asked.cancelled():
            raise Occupied(
                f"{store.name}: another process reads and groups this store just now; what was added is kept and will be read: "
                "ask again later"
            )
        time.sleep(_PAUSE)
    ended = threading.Event()
    beating = threading.Thread(target=turn.beat, args=(ended,), daemon=True)
    beating.start()
    try:
        yield turn
    finally:
        ended.set()
        beating.join()
        store.write(lambda writer: writer.free_lock(LOCK, turn.holder))


def _read(store: Store, using: Mapping[str, Language], turn: _Turn, asked: Asked) -> Iterator[list[reading.Read]]:
    """Read what is unread, a handful at a time, until nothing is; what came of each."""
    of = store.read(lambda view: view.unread_count(reading.MADE_BY))
    if not of:
        return
    workers = asked.workers if of >= WORTH_WORKERS else 1
    done = 0
    with reading.readers(using, workers) as read:
        while not asked.cancelled() and (articles := _unread(store, TOGETHER * workers)):
            some = list(read(articles))
            turn.write(partial(_keep, some))
            done += len(some)
            asked.progress("read", done, max(of, done))
            yield some


def _keep(some: Iterable[reading.Read], writer: Writer) -> None:
    for one in some:
        one.keep(writer)


def _unread(store: Store, limit: int) -> list[Article]:
    return store.read(lambda view: view.unread(reading.MADE_BY, limit))


def _group(store: Store, turn: _Turn, progress: Progress) -> tuple[Change, ...]:
    progress("group", 0, None)
    added = store.read(grouping.regroup)
    if added is None:
        return ()
    turn.write(partial(grouping.keep, added))
    return added.changes


def _tell(
    store: Store, using: Mapping[str, Language], changes: Iterable[Change], asked: Asked
) -> tuple[list[str], list[Skipped]]:
    """Tell anew what was asked for, and the stories that changed and were told before under whichever id; those told, and those that could
    not be.
    """
    wanted = dict.fromkeys(asked.tell)
    with store.reading() as view:
        for change in changes:
            if any(view.told(story) for story in (change.story, *change.before)):
                wanted[change.story] = None
    told: list[str] = []
    untold: list[Skipped] = []
    for n, story in enumerate(wanted, 1):
        if asked.cancelled():
            break
        asked.progress("tell", n, len(wanted))
        try:
            if accounts.tell_anew(store, using, story):
                told.append(story)
        except NoSuchStory:  # merged away or split since
            continue
        except OSError:  # the store's own; the rest would fare no better
            raise
        except Exception as error:  # one story never stops the rest
            reason = f"could not be told: {type(error).__name__}: {error}"
            untold.append(Skipped(source=f"story {story}", reason=reason))
    return told, untold
