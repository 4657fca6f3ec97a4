"""The part of the store that holds long work: what is asked for, how far it is, and who may do what alone."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any

from sqlalchemy import and_, delete, insert, or_, select, update

from runut.store.columns import limited
from runut.store.records import JobRow
from runut.store.rows import Keeping, Viewing
from runut.store.schema import jobs, locks

QUEUED, RUNNING, DONE, FAILED, CANCELLED = "queued", "running", "done", "failed", "cancelled"
_FIELDS = (
    "id",
    "kind",
    "state",
    "done",
    "of",
    "message",
    "payload",
    "asked_at",
    "changed_at",
    "result",
    "tries",
)


class WorkView(Viewing):
    """The work that was asked for."""

    __slots__ = ()

    def job(self, id: str) -> JobRow | None:
        """A job, None where there is none of this id."""
        row = self._connection.execute(_jobs().where(jobs.c.id == id)).one_or_none()
        return None if row is None else _job(row)

    def jobs(self, *, states: Iterable[str] | None = None, limit: int | None = 50) -> list[JobRow]:
        """Jobs, the last asked for first; those in these states alone where they are given."""
        query = _jobs().order_by(jobs.c.seq.desc()).limit(limited(limit))
        if states is not None:
            query = query.where(jobs.c.state.in_(list(states)))
        return [_job(row) for row in self._connection.execute(query)]


class WorkWriter(Keeping, WorkView):
    """Asking for work, and doing it."""

    __slots__ = ()

    def add_job(self, kind: str, payload: bytes) -> JobRow:
        """Ask for work."""
        id, at = secrets.token_hex(8), self._now()
        row = {"id": id, "kind": kind, "state": QUEUED, "done": 0, "of": None, "message": "", "payload": payload}
        row |= {"result": b"", "asked_at": at, "changed_at": at, "tries": 0}
        self._connection.execute(insert(jobs), [row])
        added = self.job(id)
        assert added is not None
        return added

    def take_job(self, kinds: Iterable[str], *, stale_after: float) -> JobRow | None:
        """The first job of these kinds that waits, now running; None where none does.

        One that is running and was not heard of for `stale_after` seconds waits again: who did it is gone.
        """
        stale = and_(jobs.c.state == RUNNING, jobs.c.changed_at < self._now(later=-stale_after))
        query = select(jobs.c.id).where(jobs.c.kind.in_(list(kinds)), or_(jobs.c.state == QUEUED, stale))
        id = self._connection.execute(query.order_by(jobs.c.seq).limit(1)).scalar_one_or_none()
        if id is None:
            return None
        taken = update(jobs).where(jobs.c.id == id)
        self._connection.execute(taken.values(state=RUNNING, changed_at=self._now(), tries=jobs.c.tries + 1))
        return self.job(id)

    def beat_job(self, id: str, done: int, of: int | None, message: str) -> bool:
        """Say how far a running job is; False where it does not run any more: it was cancelled."""
        beat = update(jobs).where(jobs.c.id == id, jobs.c.state == RUNNING)
        values = beat.values(done=done, of=of, message=message, changed_at=self._now())
        return bool(self._connection.execute(values).rowcount)

    def end_job(self, id: str, state: str, message: str, result: bytes = b"") -> None:
        """Say how a job ended: done, failed or cancelled."""
        if state not in (DONE, FAILED, CANCELLED):
            raise ValueError(f"no job ends {state!r}")
        ended = update(jobs).where(jobs.c.id == id)
        self._connection.execute(ended.values(state=state, message=message, result=result, changed_at=self._now()))

    def ask_cancel(self, id: str) -> bool:
        """Cancel a job that waits or runs; False where there is none."""
        asked = update(jobs).where(jobs.c.id == id, jobs.c.state.in_([QUEUED, RUNNING]))
        return bool(self._connection.execute(asked.values(state=CANCELLED, changed_at=self._now())).rowcount)

    def take_lock(self, name: str, holder: str, seconds: float) -> bool:
        """Hold a lock for so many seconds from now, or hold it longer; False where another holds it."""
        now, until = self._now(), self._now(later=seconds)
        row = self._connection.execute(select(locks).where(locks.c.name == name)).one_or_none()
        if row is None:
            self._connection.execute(insert(locks), [{"name": name, "holder": holder, "until": until}])
        elif row.holder == holder or row.until < now:
            self._connection.execute(update(locks).where(locks.c.name == name).values(holder=holder, until=until))
        else:
            return False
        return True

    def free_lock(self, name: str, holder: str) -> bool:
        """Let a lock go; False where the holder had it no more."""
        freed = delete(locks).where(locks.c.name == name, locks.c.holder == holder)
        return bool(self._connection.execute(freed).rowcount)


def _jobs() -> Any:
    return select(*(jobs.c[name] for name in _FIELDS))


def _job(row: Any) -> JobRow:
    return JobRow(**dict(zip(_FIELDS, row, strict=True)))
