"""Exports read back as their users read them, and held against the account."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from runut.exports.passages import showable
from runut.model import Account

GUARD = "'"


def read_csv(content: str | bytes) -> list[dict[str, str]]:
    """The rows of a CSV file, the guard against formulas taken off."""
    text = content.decode() if isinstance(content, bytes) else content
    return [
        {column: value.removeprefix(GUARD) for column, value in row.items()}
        for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)
    ]


def split(cell: str) -> tuple[str, ...]:
    """The values of a cell of several."""
    values, current, n = [], "", 0
    while n < len(cell):
        if cell[n] == "\\":
            current += cell[n + 1]
            n += 2
        elif cell.startswith("; ", n):
            values.append(current)
            current, n = "", n + 2
        else:
            current += cell[n]
            n += 1
    return (*values, current) if cell else ()


def words_at(account: Account, article: str, start: int | str, end: int | str) -> str:
    """What stands in an account's report."""
    (report,) = (r for r in account.articles if r.id == article)
    assert 0 <= int(start) < int(end) <= len(report.text)
    return showable(report.text[int(start) : int(end)])


def hold(account: Account, spans: str | bytes) -> list[dict[str, str]]:
    """The rows of a file of spans, each held against the account."""
    rows = read_csv(spans)
    for row in rows:
        if row["article"]:
            assert row["text"] == words_at(account, row["article"], row["start"], row["end"])
    return rows


def told(account: Account, files: dict[str, str], name: str) -> Iterator[tuple[str, str]]:
    """The findings that a form of coders tells or leaves out: layer and id."""
    for row in hold(account, files[f"{name}.left_out.csv"]):
        assert row["reason"]
        yield row["layer"], row["id"]
    spans = {(r["article"], r["start"], r["end"]) for r in hold(account, files[f"{name}.spans.csv"])}
    for layer, findings in (("events", account.events), ("figures", account.figures)):
        for f in findings:
            if (f.article, str(f.start), str(f.end)) in spans:
                yield layer, f.id
