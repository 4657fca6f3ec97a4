"""A store that is open: one transaction to look, one to write, and what to do when the database does not answer."""

from __future__ import annotations

import errno
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TypeVar

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

from runut.store.errors import Busy, ReadOnly, Unreachable
from runut.store.faults import lost, told
from runut.store.rows import Clock
from runut.store.view import View, Writer

T = TypeVar("T")
# Seconds: so long a database that went away is waited for, and so long another writer.
PATIENCE = 30.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 1.0
# One writer at a time on both engines: `seq` then counts up in the order in which others see things, and no two write one thing.
_TURN = 0x52554E55


class Store:
    """What was taken in, read, grouped, told and judged; safe to use from many threads, and beside other processes.

    `url` opens it again, in another process too; it may hold a password, `name` does not. One that is not `writable` can only be looked at.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        url: str,
        name: str,
        clock: Clock,
        patience: float = PATIENCE,
        writable: bool = True,
    ) -> None:
        self.url = url
        self.name = name
        self.writable = writable
        self._engine = engine
        self._clock = clock
        self._patience = patience
        self._writers = threading.Lock()
        self._viewing = engine
        if engine.dialect.name == "postgresql":
            self._viewing = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._writing = engine.execution_options(writing=True)

    @property
    def dialect(self) -> str:
        """The engine: sqlite or postgresql."""
        return self._engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[View]:
        """One look at the store: all of it as it is at the first question, whatever others write meanwhile.

        Raises Unreachable where the database does not answer.
        """
        with self._look(self._until()) as view:
            yield view

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction: kept whole where the block ends, not at all where it raises; one at a time, others wait.

        Raises Unreachable where the database does not answer (nothing is kept then; `write` tries again), Busy where others write for too
        long, Full where the disk is full, ReadOnly where it may not be written.
        """
        with self._turn(self._until()) as writer:
            yield writer

    def read(self, ask: Callable[[View], T]) -> T:
        """What `ask` makes of a look at the store; asked again while the database is away, up to the store's patience."""

        def once(until: float) -> T:
            with self._look(until) as view:
                return ask(view)

        return self._again(once)

    def write(self, keep: Callable[[Writer], T]) -> T:
        """What `keep` makes of a transaction; begun again while the database is away, up to the store's patience.

        So `keep` may run several times, of which one is kept; a connection that broke just as it was kept makes it run once more, which
        changes nothing where it puts things by their ids.
        """

        def once(until: float) -> T:
            with self._turn(until) as writer:
                return keep(writer)

        return self._again(once)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({self.name!r})"

    def _until(self) -> float:
        """When the store's patience ends, by the monotonic clock."""
        return time.monotonic() + self._patience

    def _again(self, once: Callable[[float], T]) -> T:
        until = self._until()
        pause = _FIRST_PAUSE
        while True:
            try:
                return once(until)
            except Busy:
                raise
            except Unreachable:
                if time.monotonic() + pause > until:
                    raise
            time.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    @contextmanager
    def _look(self, until: float) -> Iterator[View]:
        with self._transaction(self._viewing, until) as connection:
            yield View(connection)

    @contextmanager
    def _turn(self, until: float) -> Iterator[Writer]:
        if not self.writable:
            raise ReadOnly(
                errno.EROFS, f"{self.name}: may only be read, not written; see who may write the file and its folder"
            )
        if not self._writers.acquire(timeout=max(0, until - time.monotonic())):
            raise Busy(f"{self.name}: another thread has written for {self._patience:.0f} seconds; try again")
        try:
            with self._transaction(self._writing, until) as connection:
                yield Writer(connection, self._clock)
        finally:
            self._writers.release()

    @contextmanager
    def _transaction(self, engine: Engine, until: float) -> Iterator[Connection]:
        connection = self._begun(engine, until)
        try:
            yield connection
            connection.commit()
        except DBAPIError as error:
            raise told(error, self.name) from error
        finally:
            connection.close()

    def _begun(self, engine: Engine, until: float) -> Connection:
        """A connection in a transaction; a database that is away is tried again for as long as the store has patience."""
        pause = _FIRST_PAUSE
        while True:
            try:
                return begin(engine)
            except NoConnection as error:
                raise Busy(f"{self.name}: all connections are in use; try again") from error
            except DBAPIError as error:
                if not lost(error) or time.monotonic() > until:
                    raise told(error, self.name) from error
            time.sleep(min(pause, max(0, until - time.monotonic())))
            pause = min(2 * pause, _LONGEST_PAUSE)


def begin(engine: Engine) -> Connection:
    """A connection in a transaction; a writer's has the turn to write."""
    connection = engine.connect()
    try:
        connection.begin()
        if engine.dialect.name == "postgresql" and engine.get_execution_options().get("writing"):
            connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
    except BaseException:
        connection.close()
        raise
    return connection
