"""Parquet parts that are there whole or not at all: written beside their place, synced, then renamed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

_SUFFIX = ".parquet"


def write(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    """Write each table to `folder/NAME.parquet` and see it on the disk; the folder must be there. Raises OSError."""
    for name, table in tables.items():
        with open(folder / f"{name}{_SUFFIX}", "wb") as file:
            pq.write_table(table, file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())


def read(folder: Path) -> dict[str, pa.Table]:
    """The tables that `write` put into a folder."""
    return {path.name.removesuffix(_SUFFIX): pq.read_table(path) for path in sorted(folder.glob(f"*{_SUFFIX}"))}


def place(folder: Path, out: Path, number: int) -> None:
    """Move what `write` put into `folder` to its place under `out`, as part `number` of each table; what lay there is replaced."""
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        table = out / path.name.removesuffix(_SUFFIX)
        if not table.exists():
            table.mkdir(exist_ok=True)  # another worker may make it at this moment
            sync(out)
        path.replace(table / name_of(number))
        sync(table)
    shutil.rmtree(folder, ignore_errors=True)


def name_of(number: int) -> str:
    """The file name of a part."""
    return f"part-{number:06}{_SUFFIX}"


def number_of(path: Path) -> int:
    """The number of a part."""
    return int(path.stem.removeprefix("part-"))


def all_of(out: Path, table: str) -> list[Path]:
    """The parts of a table in order."""
    return sorted((out / table).glob(f"part-*{_SUFFIX}"))


def rows_in(paths: Iterable[Path]) -> int:
    """The rows of these parts, as the files themselves tell."""
    return sum(pq.read_metadata(path).num_rows for path in paths)


def sync(folder: Path) -> None:
    """See a folder's names on the disk, where the system lets a folder be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_text(path: Path, text: str) -> None:
    """Write a small file whole or not at all."""
    beside = path.with_name(f"{path.name}.new")
    with open(beside, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync(path.parent)
