"""Parquet: a record a row, in any scraper's column names, a row group at a time, by pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from runut.intake import decoding, files, records
from runut.intake.articles import MADE_HERE
from runut.intake.files import File, Unreadable
from runut.intake.units import Record
from runut.model import Skipped

# Rows that stand unpacked in memory at a time, and the most that the wanted columns of one row group may unpack to: writers
# fill a group with 128 MiB to 1 GiB.
ROWS, MAX_GROUP_BYTES = 256, 4 * 1024 * files.MIB
_KNOWN = frozenset(
    (
        *records.TEXT,
        *records.TITLE,
        *records.OUTLET,
        *records.URL,
        *records.PUBLISHED,
        *records.AUTHORS,
        *records.LANGUAGE,
    )
)


def split(file: File) -> Iterator[Record | Skipped]:
    """Every row as a record called `path#N`, the Nth from 1; a row group that cannot be read is `Skipped`, and the rest goes on.

    Only columns with names that `records` knows are read. Raises Unreadable for what is no whole Parquet file.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise Unreadable("Parquet needs pyarrow: pip install 'runut[batch]'") from None
    if file.path == files.STDIN or file.packed:
        raise Unreadable("Parquet that is packed again, or comes on standard input; give the file itself")
    with files.raw(file.path) as raw:
        try:
            table = parquet.ParquetFile(raw)
        except (pyarrow.ArrowException, OSError) as error:
            raise Unreadable(f"a Parquet file that is cut off or broken: {_first_line(error)}") from None
        names = table.schema_arrow.names
        if records.is_made_here([records.key_of(name) for name in names]):
            yield Skipped(source=file.source, reason=f"a table {MADE_HERE}")
            return
        wanted = [name for name in names if records.key_of(name) in _KNOWN]
        if not {records.key_of(name) for name in wanted} & set(records.TEXT):
            yield Skipped(source=file.source, reason=records.why_no_text(map(records.key_of, names)))
            return
        if not table.metadata.num_rows:
            yield Skipped(source=file.source, reason="a Parquet file without rows")
        size = raw.seek(0, io.SEEK_END)
        number = 0
        for group in range(table.num_row_groups):
            number, after = number, number + table.metadata.row_group(group).num_rows
            try:
                for fields in _rows(table, group, wanted):
                    number += 1
                    file.position.at = size * number // table.metadata.num_rows
                    yield Record(f"{file.source}#{number}", fields)
            except (pyarrow.ArrowException, OSError, Unreadable) as error:
                yield Skipped(
                    source=f"{file.source}#{number + 1}",
                    reason=f"this and {after - number - 1:,} more rows cannot be read: {_first_line(error)}",
                )
            number = after


def _rows(table: Any, group: int, names: list[str]) -> Iterator[dict[str, Any]]:
    described = table.metadata.row_group(group)
    columns = [described.column(n) for n in range(described.num_columns)]
    size = sum(c.total_uncompressed_size for c in columns if c.path_in_schema.split(".")[0] in names)
    if size > MAX_GROUP_BYTES:
        raise Unreadable(f"a row group of {size:,} bytes, more than {MAX_GROUP_BYTES:,}")
    for batch in table.iter_batches(batch_size=ROWS, row_groups=[group], columns=names):
        values = [_values(column) for column in batch.columns]
        for row in zip(*values, strict=True):
            yield dict(zip(batch.schema.names, row, strict=True))


def _values(column: Any) -> list[Any]:
    """The values as Python's; one that has no form there (a broken character, a year past 9999) is read as far as it goes, or is None."""
    import pyarrow

    kind = column.type
    if pyarrow.types.is_timestamp(kind) and kind.unit == "ns":
        column = column.cast(pyarrow.timestamp("us", kind.tz), safe=False)
    try:
        values = column.to_pylist()
    except (ValueError, OverflowError):  # UnicodeDecodeError is a ValueError
        values = [_value(scalar) for scalar in column]
    return [v.decode("utf-8", decoding.STRAY) if isinstance(v, bytes) else v for v in values]


def _value(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return scalar.as_buffer().to_pybytes()
    except (ValueError, OverflowError):
        return None


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
