"""The tables of a batch: documented column by column."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow as pa
import pytest

from runut.batching import tables

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "batch.md").read_text("utf-8")


def written(kind: pa.DataType) -> str:
    """A type as the document writes it."""
    if pa.types.is_list(kind):
        return f"list of {written(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "struct of " + ", ".join(f"{field.name} {written(field.type)}" for field in kind)
    return {"date32[day]": "date32"}.get(str(kind), str(kind))


@pytest.mark.parametrize("name", tables.SCHEMAS)
def test_every_column_is_documented_with_its_type(name: str) -> None:
    section = re.split(r"\n##", DOCUMENT.split(f"\n### {name}\n")[1])[0]
    told = [tuple(cell.strip() for cell in line.split("|")[1:3]) for line in section.splitlines() if line[:2] == "| "]
    assert told[1:] == [(field.name, written(field.type)) for field in tables.SCHEMAS[name]]


@pytest.mark.parametrize("name", tables.SCHEMAS)
def test_a_table_without_rows_has_its_columns(name: str) -> None:
    assert tables.made(name, []).schema == tables.SCHEMAS[name]
