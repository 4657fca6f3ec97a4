"""Stories and families of a batch, from its sketches, a window of days at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from runut.batching import parts, tables
from runut.comparing import stories
from runut.model import Sketch, Stories


def group(out: Path, folder: Path) -> None:
    """Write the tables `stories` and `families` of all sketches under `out` into `folder`. Raises OSError."""
    grouped = stories.group(_sketches(parts.all_of(out, "sketches")))
    parts.write(folder, rows_of(grouped))


def rows_of(grouped: Stories) -> dict[str, pa.Table]:
    """Stories and families as tables."""
    return {
        "stories": tables.made(
            "stories",
            [(s.id, s.title, _day(s.first), _day(s.last), [a.id for a in s.articles]) for s in grouped.stories],
        ),
        "families": tables.made("families", [(f.id, f.articles, f.rule) for f in grouped.families]),
    }


def _sketches(paths: Iterable[Path]) -> Iterator[Sketch]:
    for path in paths:
        yield from tables.sketches_of(pq.read_table(path))


def _day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)
