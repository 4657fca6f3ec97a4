"""CSV and TSV, with a header in any scraper's names, or trafilatura's columns without one."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from runut.intake.articles import MADE_HERE
from runut.intake.files import MAX_LINE, File
from runut.intake.records import TEXT, is_made_here, key_of, why_no_text
from runut.intake.units import Record
from runut.model import Skipped

DELIMITERS = (",", ";", "\t", "|")
# The columns of trafilatura's table, which has no header.
_TRAFILATURA = [
    "url",
    "id",
    "fingerprint",
    "hostname",
    "title",
    "image",
    "date",
    "text",
    "comments",
    "license",
    "pagetype",
]
# Finding the next whole row after a broken one reads lines again; after so many characters the table is given up.
MAX_RECOVERED = 2 * MAX_LINE
# What the parser's messages mean to who looks into the file, by their first word.
_WRONG = {
    **{f"'{delimiter}'": "a quotation mark too many" for delimiter in DELIMITERS},
    "unexpected": "a quotation mark is never closed",
}


class _Lines:
    """Lines that can be put back, so that a broken row costs no other."""

    def __init__(self, lines: Iterator[str | None]) -> None:
        self._lines = lines
        self._back: list[str] = []
        self.taken: list[str] = []
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else next(self._lines)
        if line is None:
            raise csv.Error(f"a line of more than {MAX_LINE:,} characters")
        self.taken.append(line)
        self.number += 1
        return line

    def put_back(self, keep: int) -> None:
        """Take back all lines taken since `taken` was cleared, but the first `keep`."""
        back = self.taken[keep:]
        self._back.extend(reversed(back))
        self.number -= len(back)
        del self.taken[keep:]


def split(file: File) -> Iterator[Record | Skipped]:
    """Every row as a record called `path#N`, the Nth from 1; a row that cannot be read is `Skipped`, and the rest goes on."""
    # One limit for the whole process, which others may have set higher; the default is less than a long article.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE))
    lines = _Lines(file.lines())
    header, delimiter = _header(lines)
    names = [key_of(name) for name in header]
    if is_made_here(names):
        yield Skipped(source=file.source, reason=f"a table {MADE_HERE}")
        return
    if not set(TEXT) & set(names):
        yield Skipped(source=file.source, reason=why_no_text(names))
        return
    number = 0
    for number, row in enumerate(_rows(lines, delimiter, len(header)), 1):
        source = f"{file.source}#{number}"
        if isinstance(row, str):
            yield Skipped(source=source, reason=row)
        else:
            yield Record(source, dict(zip(header, row, strict=False)))
    if not number:
        yield Skipped(source=file.source, reason="a header and no rows")


def find_delimiter(first_line: str) -> str | None:
    """The delimiter under which a line is the header of a table of texts; None for any other line."""
    return max(
        (d for d in DELIMITERS if _known(_split(first_line, d))),
        key=lambda d: len(_split(first_line, d)),
        default=None,
    )


def _known(names: list[str]) -> bool:
    return len(names) > 1 and bool(set(TEXT) & {key_of(name) for name in names})


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def _header(lines: _Lines) -> tuple[list[str], str]:
    """The names of the columns and the delimiter; Excel's `sep=;` and blank lines before them are passed over."""
    line = next((line for line in lines if line.strip() and not line.lower().startswith("sep=")), "")
    if (delimiter := find_delimiter(line)) is not None:
        return _split(line, delimiter), delimiter
    if line.startswith(("http://", "https://")) and len(_split(line, "\t")) == len(_TRAFILATURA):
        lines.put_back(len(lines.taken) - 1)
        return _TRAFILATURA, "\t"
    widest = max(DELIMITERS, key=lambda d: len(_split(line, d)))
    return _split(line, widest), widest


def _rows(lines: _Lines, delimiter: str, width: int) -> Iterator[list[str] | str]:
    """The rows that hold anything, and for each broken stretch the reason in words."""
    spent, broken_from, why = 0, 0, ""
    while True:
        lines.taken.clear()
        first = lines.number + 1
        try:
            row = next(csv.reader(lines, delimiter=delimiter, strict=True), None)
            wrong = None if row is None or _fits(row, width, strictly=bool(broken_from)) else _miscounted(row, width)
        except csv.Error as error:
            row, wrong = [], _WRONG.get(str(error).split()[0], str(error))
        if wrong is None:
            if broken_from:
                yield f"{_where(broken_from, first - 1)} cannot be read as a row: {why}"
                broken_from = 0
            if row is None:
                return
            if any(cell.strip() for cell in row):
                yield row
            continue
        if not broken_from:
            broken_from, why = first, wrong
        spent += sum(map(len, lines.taken))
        if spent > MAX_RECOVERED:
            yield f"line {broken_from} and all after it cannot be read as rows: {why}"
            return
        lines.put_back(1)


def _fits(row: list[str], width: int, *, strictly: bool) -> bool:
    """Whether a row can stand under the header: cells may be missing at its end, but not where we look for a first whole row."""
    return len(row) == width if strictly else len(row) <= width


def _miscounted(row: list[str], width: int) -> str:
    return f"{len(row)} cells under {width} columns, perhaps for a stray quotation mark"


def _where(first: int, last: int) -> str:
    return f"line {first}" if first >= last else f"lines {first} to {last}"
