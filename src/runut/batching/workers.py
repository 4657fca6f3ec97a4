"""The worker processes as their parent sees them: started, asked, and after a death started again.

A worker is a Python of its own that is told over its standard input and answers over its standard output, so that a program that calls
`runut.batch` needs no `if __name__ == "__main__"`, and a worker ends by itself when its parent is gone.
"""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from runut.batching import parts, tables, working
from runut.batching.plan import Options
from runut.batching.serving import Done, Failed, Unwritable, done, receive, send
from runut.intake import GIVEN_TWICE
from runut.intake.pieces import Piece, narrow, unfold, where
from runut.model import Skipped

# A worker that ends so often before it has asked for work is not ended by an article.
MOST_FALSE_STARTS = 3
# So many records in a row that end their worker are no longer the records' fault.
MOST_LOST = 20

_COMMAND = "from runut.batching.serving import serve; serve()"


class Stopped(OSError):
    """A batch that cannot go on now and can later; the message says why and what to do."""


class Worker:
    """One process. `end` may be called from another thread; all else is for one thread."""

    def __init__(self, options: Options, out: Path) -> None:
        self._options, self._out = options, out
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False
        self._lock = threading.Lock()
        self._lost = 0

    def read(self, piece: Piece, folder: Path, *, again: bool = True) -> Done:
        """Read a chunk and write its tables into `folder`, which is there.

        A chunk whose worker dies is tried `again`, then in halves, down to the record, which is skipped. Raises Stopped where nothing
        can be written, or workers die whatever they are given.
        """
        answer = self._ask(piece, folder)
        if isinstance(answer, Failed) and (again or len(piece.units) == 1):
            answer = self._ask(piece, folder)
        if isinstance(answer, Done):
            self._lost = 0
            return answer
        if len(piece.units) == 1:
            inside = unfold(piece.units[0])
            if len(inside) == 1:
                return self._lose(piece, folder, answer)
            piece = replace(piece, units=inside)
        count = len(piece.units)
        halves = []
        for n, (a, b) in enumerate(((0, count // 2), (count // 2, count))):
            half = folder / str(n)
            half.mkdir(exist_ok=True)
            halves.append((self.read(narrow(piece, a, b), half, again=False), half))
        try:
            return _join(halves, folder)
        except OSError as error:
            raise unwritable(self._out, error) from error

    def end(self) -> None:
        """End the process at once."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """Let go of a process that was ended."""
        if self._process is not None:
            _let_go(self._process)

    def _ask(self, piece: Piece, folder: Path) -> Done | Failed:
        process = self._started()
        assert process.stdin is not None and process.stdout is not None
        try:
            send(process.stdin, (piece, str(folder)))
            answer: Done | Failed | Unwritable = receive(process.stdout)
        except (EOFError, OSError):
            return Failed(self._bury())
        if isinstance(answer, Unwritable):
            raise unwritable(self._out, answer.why)
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None:
            return self._process
        for _ in range(MOST_FALSE_STARTS):
            with self._lock:
                if self._ended:
                    raise Stopped("ended")
                process = self._process = subprocess.Popen(
                    [sys.executable, "-c", _COMMAND],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
                    start_new_session=True,  # Ctrl-C is for the parent
                )
            assert process.stdin is not None and process.stdout is not None
            try:
                send(process.stdin, self._options)
                receive(process.stdout)
            except (EOFError, OSError):
                how = self._bury()
            else:
                return process
        raise Stopped(f"a worker process cannot be started: {how}")

    def _bury(self) -> str:
        """How the process ended."""
        with self._lock:
            process, self._process = self._process, None
        code = _let_go(process) if process is not None else 0
        if self._ended:
            raise Stopped("ended")
        if code >= 0:
            return f"its process ended with exit code {code}"
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        return f"its process was killed by {name}" + (", perhaps for want of memory" if name == "SIGKILL" else "")

    def _lose(self, piece: Piece, folder: Path, how: Failed) -> Done:
        self._lost += 1
        if self._lost > MOST_LOST:
            raise Stopped(
                f"{MOST_LOST} records in a row could not be read ({how.why}); run it again with more memory or fewer workers"
            )
        lost = Skipped(source=where(piece.units[0]), reason=how.why)
        made = {name: tables.made(name, []) for name in self._options.tables}
        made["skipped"] = tables.made("skipped", [working.skipped_row(lost)])
        try:
            return _write(folder, made, 1)
        except OSError as error:
            raise unwritable(self._out, error) from error


def _let_go(process: subprocess.Popen[bytes]) -> int:
    """Its exit code, minus the signal that killed it."""
    process.kill()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    return process.wait()


def drop(folder: Path, ids: set[str], taken: int) -> Done:
    """Take these articles, which came before, out of the tables in a folder; they stand in `skipped` then. Raises OSError."""
    found = parts.read(folder)
    rows = found["articles"].select(["id", "source"]).to_pylist()
    again = [working.skipped_row(Skipped(source=r["source"], reason=GIVEN_TWICE)) for r in rows if r["id"] in ids]
    kept = {name: t if name == "skipped" else working.without(t, name, ids) for name, t in found.items()}
    kept["skipped"] = pa.concat_tables([found["skipped"], tables.made("skipped", again)])
    return _write(folder, kept, taken)


def unwritable(out: Path, error: OSError | str) -> Stopped:
    """What to say where something under `out` cannot be written."""
    if isinstance(error, Stopped):
        return error
    why = error if isinstance(error, str) else error.strerror or str(error)
    full = any(os.strerror(code) in why for code in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
    return Stopped(
        f"{out} cannot be written: {why}; {'make room' if full else 'see to it that it can be'}, then run the same command again: "
        "it goes on where it stood"
    )


def _join(halves: list[tuple[Done, Path]], folder: Path) -> Done:
    """The tables of the halves of a chunk as those of the chunk."""
    (first, a), (second, b) = halves
    known = set(first.ids) & set(second.ids)
    if known:
        second = drop(b, known, second.taken)
    left, right = parts.read(a), parts.read(b)
    joined = {name: pa.concat_tables([left[name], right[name]]).combine_chunks() for name in left}
    return _write(folder, joined, first.taken + second.taken)


def _write(folder: Path, made: dict[str, pa.Table], taken: int) -> Done:
    parts.write(folder, made)
    return done(made, taken)
