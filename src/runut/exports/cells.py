"""Cells: rows as CSV that spreadsheets and programs read alike, and that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from runut.exports.passages import showable

Cell = str | int | float | bool | tuple[str, ...] | None

# A text that begins with one of these is run as a formula by one spreadsheet or another, or hides a guard of ours.
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
GUARD = "'"
SEPARATOR = "; "


def render(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The rows as CSV after RFC 4180: one header line, lines end in CRLF, cells in quotation marks where they need them.

    A text that a spreadsheet would run as a formula, or that begins with `'`, gets a `'` before it; whoever takes one `'` from the front
    of a cell has the text again. Several values stand in one cell with `; ` between them, and a backslash before a `;` or backslash in one.
    What is not known is an empty cell, a flag is `true` or `false`.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([write(cell) for cell in row] for row in rows)
    return out.getvalue()


def write(cell: Cell) -> str:
    """One cell as it stands in CSV, before it is quoted."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return str(cell)
    if isinstance(cell, tuple):
        cell = SEPARATOR.join(value.replace("\\", "\\\\").replace(";", "\\;") for value in cell)
    cell = showable(cell)
    return GUARD + cell if cell.startswith(_RUN) else cell
