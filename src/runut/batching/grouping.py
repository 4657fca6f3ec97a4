"""Stories and families of a batch, from its sketches: sorted by day on the disk, grouped a window of days at a time, written as they come.

Memory holds the days within reach, the stories that still run and the reports without a day, not the batch.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from runut.batching import parts, tables
from runut.batching.seen import Seen
from runut.comparing import stories
from runut.model import Sketch, Stories

# Sketches that are sorted in memory at once, if that makes no more than so many heaps.
SORTED, MOST_HEAPS = 20_000, 250
# Sketches that are Python objects at once while they are handed over, and stories that make a row group.
HANDED, ROW_GROUP = 1_000, 5_000


def group(out: Path, folder: Path) -> None:
    """Write the tables `stories` and `families` of all sketches under `out` into `folder`. Raises OSError."""
    heaps = folder / ".heaps"
    heaps.mkdir()
    write(stories.flow(_by_day(parts.all_of(out, "sketches"), heaps)), folder)


def write(told: Iterable[Stories], folder: Path) -> None:
    """Write stories as `flow` gives them; the reports that its last part adds to stories told before come behind those."""
    known, added = Seen(), dict[str, list[str]]()
    with _Writer(folder, "stories") as groups, _Writer(folder, "families") as families:
        for part in told:
            again = known.add([s.id for s in part.stories])
            for s in part.stories:
                articles = [a.id for a in s.articles]
                if s.id in again:
                    added[s.id] = articles
                else:
                    groups.add((s.id, s.title, _day(s.first), _day(s.last), articles))
            for f in part.families:
                families.add((f.id, f.articles, f.rule))
    if added:
        _add(folder, added)


def _add(folder: Path, added: dict[str, list[str]]) -> None:
    """Write the stories again with these articles behind their own."""
    before = folder / "stories.parquet"
    earlier = before.rename(folder / ".stories")
    with _Writer(folder, "stories") as groups, pq.ParquetFile(earlier) as file:
        for batch in file.iter_batches(ROW_GROUP):
            for row in batch.to_pylist():
                row["articles"] += added.get(row["id"], [])
                groups.add(tuple(row.values()))
    earlier.unlink()


class _Writer:
    """A table that is written a row group at a time and is on the disk in the end."""

    def __init__(self, folder: Path, name: str) -> None:
        self._name, self._rows = name, list[tables.Row]()
        self._file = open(folder / f"{name}.parquet", "wb")  # noqa: SIM115
        self._writer = pq.ParquetWriter(self._file, tables.SCHEMAS[name], compression="zstd")

    def add(self, row: tables.Row) -> None:
        """One more row."""
        self._rows.append(row)
        if len(self._rows) == ROW_GROUP:
            self._put()

    def _put(self) -> None:
        self._writer.write_table(tables.made(self._name, self._rows))
        self._rows.clear()

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, kind: type[BaseException] | None, *given: object) -> None:
        try:
            if kind is None:
                self._put()
                self._writer.close()
                self._file.flush()
                os.fsync(self._file.fileno())
        finally:
            self._file.close()


def _by_day(paths: Sequence[Path], heaps: Path) -> Iterator[Sketch]:
    """All sketches in the order of `stories.order`, by heaps of days on the disk."""
    days = np.sort(np.concatenate([np.empty(0, np.int32), *(_places(path) for path in paths)]))
    size = max(SORTED, -(-len(days) // MOST_HEAPS))
    starts = np.unique(days[::size])[1:]
    files = [heaps / f"{n}.arrow" for n in range(len(starts) + 1)]
    schema = tables.SCHEMAS["sketches"]
    with ExitStack() as stack:
        writers = [stack.enter_context(pa.ipc.new_file(str(file), schema)) for file in files]
        for path in paths:
            table = pq.read_table(path)
            heap = np.searchsorted(starts, table.column("place").to_numpy(), side="right")
            for n in np.unique(heap):
                writers[n].write_table(table.filter(pa.array(heap == n)))
    for file in files:
        with pa.memory_map(str(file)) as source:
            table = pa.ipc.open_file(source).read_all()
            ranks = pc.sort_indices(table, sort_keys=[("place", "ascending"), ("article", "ascending")])
            for at in range(0, len(ranks), HANDED):
                yield from tables.sketches_of(table.take(ranks.slice(at, HANDED)))
        file.unlink()


def _places(path: Path) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    places: np.ndarray[tuple[int], np.dtype[np.int32]] = pq.read_table(path, columns=["place"]).column(0).to_numpy()
    return places


def _day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)
