"""The end of a batch: stories and families, and the count of what came in against what stands in the tables."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from runut.batching import grouping, parts, tables
from runut.batching.manifest import Manifest, Table
from runut.batching.plan import Plan

_STAGED = ".staged-stories"


def group(out: Path) -> None:
    """Make the tables of stories and families under `out` from its sketches. Raises OSError."""
    staged = out / _STAGED
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir()
    try:
        grouping.group(out, staged)
        parts.place(staged, out, 0)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def count(
    plan: Plan,
    out: Path,
    taken: int,
    rows: Mapping[str, int] | None = None,
    skipped: Mapping[str, int] | None = None,
) -> Manifest:
    """Count all again from the files under `out`, and hold it against the things `taken` in and what is said of `rows` and `skipped`."""
    names = (*plan.options.tables, *(tables.GROUPED if plan.options.stories else ()))
    found = {name: parts.all_of(out, name) for name in names}
    counted = {name: Table(rows=parts.rows_in(paths), parts=len(paths)) for name, paths in found.items()}
    kinds: Counter[str] = Counter()
    for path in found["skipped"]:
        kinds.update(pq.read_table(path, columns=["kind"]).column("kind").to_pylist())
    faults = [
        f"{name} has {counted[name].rows} rows, and {said} were written"
        for name, said in sorted((rows or {}).items())
        if counted[name].rows != said
    ]
    if skipped is not None and dict(skipped) != dict(kinds):
        faults.append(f"skipped holds {dict(kinds)}, and {dict(skipped)} were written")
    if taken != counted["articles"].rows + counted["skipped"].rows:
        faults.append(
            f"{taken} came in, and {counted['articles'].rows} + {counted['skipped'].rows} stand in articles and skipped"
        )
    faults += _lost_or_twice(found)
    return Manifest(
        out=str(out), taken=taken, read=counted["articles"].rows, skipped=kinds, tables=counted, faults=tuple(faults)
    )


def _lost_or_twice(found: Mapping[str, list[Path]]) -> list[str]:
    ids = _ids(found["articles"], "id")
    apart = len(np.unique(ids))
    faults = [f"{len(ids) - apart} rows of articles stand there twice"] if apart != len(ids) else []
    for name in ("sketches", "stories"):
        if name in found:
            others = _ids(found[name], "articles" if name == "stories" else "article")
            if not np.array_equal(np.sort(others), np.sort(ids)):
                faults.append(f"{name} has {len(others)} articles, not each of the {len(ids)} once")
    return faults


def _ids(paths: list[Path], column: str) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """The ids in a column of ids, or of lists of them, as numbers: eight bytes each."""
    numbers = [np.empty(0, np.uint64)]
    for path in paths:
        values = pq.read_table(path, columns=[column]).column(0).combine_chunks()
        flat = values.flatten() if column == "articles" else values
        numbers.append(np.array([int(i, 16) for i in flat.to_pylist()], np.uint64))
    return np.concatenate(numbers)
