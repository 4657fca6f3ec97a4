"""What a worker process runs: chunks in by standard input, their tables onto the disk, what came of them out by standard output."""

from __future__ import annotations

import gc
import os
import pickle
import queue
import signal
import struct
import sys
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

import pyarrow as pa

from runut import lang
from runut.batching import parts, working
from runut.batching.plan import Options
from runut.memory import measure_peak

_LENGTH = struct.Struct("<Q")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A chunk whose tables lie in its folder: things `taken`, the ids of its articles, `rows` by table, `skipped` by kind.

    `cpu` seconds of the processor it took, after `waited` seconds without work; `peak` KiB that its worker has had at most.
    """

    taken: int
    ids: tuple[str, ...]
    rows: Mapping[str, int]
    skipped: Mapping[str, int]
    cpu: float = 0.0
    waited: float = 0.0
    peak: int = 0


@dataclass(frozen=True, slots=True)
class Failed:
    """A chunk that failed as a whole."""

    why: str


@dataclass(frozen=True, slots=True)
class Unwritable:
    """What a chunk gave could not be written."""

    why: str


def done(tables: Mapping[str, pa.Table], taken: int) -> Done:
    """What there is to say of these tables."""
    return Done(
        taken=taken,
        ids=tuple(tables["articles"].column("id").to_pylist()),
        rows={name: table.num_rows for name, table in tables.items()},
        skipped=Counter(tables["skipped"].column("kind").to_pylist()),
    )


def send(stream: IO[bytes], message: Any) -> None:
    """Write a message."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """The next message; raises EOFError where the other end is gone."""
    head = stream.read(_LENGTH.size)
    data = stream.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else b""
    if not data:
        raise EOFError
    return pickle.loads(data)


def serve() -> None:
    """Read the options, then a chunk at a time, until standard input ends; then end at once, in the middle of a chunk too."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not come between the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when work ends
    given: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, given), daemon=True).start()
    options: Options = given.get()
    working.be_patient()
    read = working.reader(options)
    indonesian = lang.load("id")
    # Reading leaves nothing behind that needs collecting (0 objects in 400 articles), and looking for it takes up to 5 % of the time.
    gc.disable()
    send(answers, "ready")
    idle = 0.0
    while True:
        gc.collect()
        stood = time.monotonic()
        piece, folder = given.get()
        idle += time.monotonic() - stood
        began = time.process_time()
        try:
            worked = working.work(piece, options, read, indonesian)
        except Exception as error:
            send(answers, Failed(f"{type(error).__name__}: {error}"))
            continue
        try:
            parts.write(Path(folder), worked.tables)
        except OSError as error:
            send(answers, Unwritable(error.strerror or str(error)))
            continue
        said = done(worked.tables, worked.taken)
        send(answers, replace(said, cpu=time.process_time() - began, waited=idle, peak=measure_peak()))
        idle = 0.0


def _listen(stream: IO[bytes], given: queue.SimpleQueue[Any]) -> None:
    try:
        while True:
            given.put(receive(stream))
    except Exception:  # the parent is gone
        os._exit(0)
