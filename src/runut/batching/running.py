"""A batch on this machine: chunks to the workers, what they wrote to its place and a line into the journal, in the order of the plan.

The order is kept so that of an article that comes twice it is always the first that stays: tables are the same for any number of workers.
"""

from __future__ import annotations

import queue
import secrets
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyarrow.parquet as pq

from runut.batching import parts, tables
from runut.batching.journal import Entry, Journal
from runut.batching.plan import Plan
from runut.batching.seen import Seen
from runut.batching.serving import Done
from runut.batching.workers import Worker, drop, unwritable
from runut.intake.pieces import Piece

Progress = Callable[[str, int, int | None], None]

# Chunks given out and not yet in their place, for each worker: so far may the others go ahead of one that is slow.
AHEAD = 3
_STAGED = ".staged-"


@dataclass(frozen=True, slots=True)
class _Task:
    chunk: int
    piece: Piece
    folder: Path


@dataclass(frozen=True, slots=True)
class _Result:
    task: _Task
    done: Done | BaseException


class Run:
    """One run over a folder: from where its journal stands to the last chunk."""

    def __init__(self, plan: Plan, out: Path, log: Journal, progress: Progress) -> None:
        self._plan, self._out, self._log, self._progress = plan, out, log, progress
        self._staged = out / f"{_STAGED}{secrets.token_hex(4)}"
        self._seen = Seen()
        self._waiting: dict[int, _Result] = {}
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[_Result] = queue.SimpleQueue()
        self._total = plan.octets
        self.cpu = 0.0
        self.waited = 0.0
        self.peak = 0

    def read(self, count: int) -> None:
        """Read all chunks that are not in the journal, in `count` processes. Raises Stopped where that cannot go on now."""
        workers = [Worker(self._plan.options, self._out) for _ in range(count)]
        threads = [threading.Thread(target=self._serve, args=(worker,), daemon=True) for worker in workers]
        try:
            self._tidy()
            self._staged.mkdir()
            for thread in threads:
                thread.start()
            given = self._log.chunks
            for piece in islice(self._plan.chunks(), given, None):
                while given - self._log.chunks >= AHEAD * count:
                    self._take()
                folder = self._staged / str(given)
                folder.mkdir()
                self._tasks.put(_Task(given, piece, folder))
                given += 1
            while self._log.chunks < given:
                self._take()
        except OSError as error:
            raise unwritable(self._out, error) from error
        finally:
            for worker in workers:
                worker.end()
            started = [thread for thread in threads if thread.ident is not None]
            for _ in started:
                self._tasks.put(None)
            for thread in started:
                thread.join()
            for worker in workers:
                worker.close()
            shutil.rmtree(self._staged, ignore_errors=True)

    def _serve(self, worker: Worker) -> None:
        """What a worker's thread does."""
        while (task := self._tasks.get()) is not None:
            try:
                came: Done | BaseException = worker.read(task.piece, task.folder)
            except BaseException as error:
                came = error
            self._results.put(_Result(task, came))
            if isinstance(came, BaseException):
                return

    def _take(self) -> None:
        """Wait for a chunk, then put to their place all that are next in order."""
        result = self._results.get()
        if isinstance(result.done, BaseException):
            raise result.done
        self._waiting[result.task.chunk] = result
        while (ready := self._waiting.pop(self._log.chunks, None)) is not None:
            assert isinstance(ready.done, Done)
            self.cpu += ready.done.cpu
            self.waited += ready.done.waited
            self.peak = max(self.peak, ready.done.peak)
            self._place(ready.task.chunk, ready.task.folder, ready.done, ready.task.piece.octets)
            self._tell()

    def _place(self, chunk: int, folder: Path, came: Done, octets: int) -> None:
        again = self._seen.add(came.ids)
        if again:
            came = drop(folder, again, came.taken)
        parts.place(folder, self._out, chunk)
        self._log.add(Entry(chunk=chunk, taken=came.taken, octets=octets, rows=came.rows, skipped=came.skipped))

    def _tell(self) -> None:
        read, octets = self._log.taken, self._log.octets
        self._progress("batch", read, max(read, round(read * self._total / octets)) if octets else None)

    def _tidy(self) -> None:
        """Take away what earlier runs left behind, and remember the articles that they put to their place."""
        for path in self._out.glob(f"{_STAGED}*"):
            shutil.rmtree(path, ignore_errors=True)
        for name in (*self._plan.options.tables, *tables.GROUPED):
            for path in parts.all_of(self._out, name):
                if name in tables.GROUPED or parts.number_of(path) >= self._log.chunks:
                    path.unlink()
        for path in parts.all_of(self._out, "articles"):
            self._seen.add(pq.read_table(path, columns=["id"]).column("id").to_pylist())
        self._tell()
