"""The journal of a batch: a line a chunk that is done, each on the disk before the next is written."""

from __future__ import annotations

import errno
import json
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from runut import locking
from runut.batching import parts

NAME = "journal.jsonl"


class Busy(ValueError):
    """Another batch is writing here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A chunk that is done: things `taken` out of the inputs, `rows` written by table, `skipped` by kind of reason."""

    chunk: int
    taken: int
    octets: int
    rows: Mapping[str, int]
    skipped: Mapping[str, int]


class Journal:
    """The journal under a folder, for this process alone. Opening it cuts off a last line that a stop left torn."""

    def __init__(self, out: Path) -> None:
        self.chunks = 0
        self.rows: Counter[str] = Counter()
        self.skipped: Counter[str] = Counter()
        self.taken = 0
        self.octets = 0
        self._path = out / NAME
        self._file = open(self._path, "ab", buffering=0)  # noqa: SIM115
        try:
            if not locking.take(self._file):
                raise Busy(f"another runut batch is writing in {out}")
            self._load()
            parts.sync(out)
        except BaseException:
            self._file.close()
            raise

    def add(self, entry: Entry) -> None:
        """Write a chunk's line; it is on the disk when this returns. Raises OSError."""
        line = {
            "chunk": entry.chunk,
            "taken": entry.taken,
            "octets": entry.octets,
            "rows": dict(entry.rows),
            "skipped": dict(entry.skipped),
        }
        data = json.dumps(line).encode() + b"\n"
        if self._file.write(data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(self._file.fileno())
        self._count(entry)

    def _count(self, entry: Entry) -> None:
        self.chunks = entry.chunk + 1
        self.taken += entry.taken
        self.octets += entry.octets
        self.rows.update(entry.rows)
        self.skipped.update(entry.skipped)

    def _load(self) -> None:
        whole = 0
        for line in self._path.read_bytes().splitlines(keepends=True):
            entry = _entry(line)
            if entry is None or entry.chunk != self.chunks:
                break
            whole += len(line)
            self._count(entry)
        self._file.truncate(whole)

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _entry(line: bytes) -> Entry | None:
    """The entry on a line; None for a line that is not whole."""
    if not line.endswith(b"\n"):
        return None
    try:
        said: dict[str, Any] = json.loads(line)
        return Entry(
            chunk=said["chunk"],
            taken=said["taken"],
            octets=said["octets"],
            rows=said["rows"],
            skipped=said["skipped"],
        )
    except (ValueError, KeyError, TypeError):
        return None
