"""Parquet: rows as records, whatever their columns are called and of what type."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from runut.intake import parquet as intake_parquet
from runut.intake import take_in
from runut.model import Article, Skipped

ROWS = [{"title": f"Jembatan {n}", "text": f"Jembatan {n} di Desa Lirih putus."} for n in range(1, 41)]


def written(path: Path, rows: list[dict[str, Any]] | pa.Table, **options: Any) -> Path:
    table = rows if isinstance(rows, pa.Table) else pa.Table.from_pylist(rows)
    parquet.write_table(table, path, **options)
    return path


def articles_in(path: Path) -> list[Article]:
    taken = list(take_in([path]))
    assert all(isinstance(item, Article) for item in taken), taken
    return taken  # type: ignore[return-value]


@pytest.mark.parametrize("compression", ["none", "snappy", "zstd"])
def test_a_row_is_an_article(tmp_path: Path, compression: str) -> None:
    path = written(tmp_path / "a.parquet", ROWS, row_group_size=7, compression=compression)
    taken = articles_in(path)
    assert [a.source for a in taken] == [f"{path}#{n}" for n in range(1, 41)]
    assert [(a.title, a.text) for a in taken] == [(r["title"], r["text"]) for r in ROWS]


def test_names_of_columns_are_those_of_scrapers(tmp_path: Path) -> None:
    row = {
        "maintext": "Jembatan putus.",
        "Date-Publish": datetime(2031, 2, 4, 10),
        "source_domain": "kabar.example",
        "authors": ["Rara Contoh", "Budi Contoh"],
        "url": "https://kabar.example/1",
        "language": "id",
        "embedding": [0.1, 0.2],
    }
    (article,) = articles_in(written(tmp_path / "a.parquet", [row]))
    assert (article.text, article.published, article.outlet) == ("Jembatan putus.", "2031-02-04T10:00", "kabar.example")
    assert (article.authors, article.url) == (("Rara Contoh", "Budi Contoh"), "https://kabar.example/1")


@pytest.mark.parametrize(
    ("column", "published"),
    [
        (pa.array([date(2031, 2, 4)]), "2031-02-04"),
        (pa.array([datetime(2031, 2, 4, 3, tzinfo=UTC)]), "2031-02-04T10:00+07:00"),
        (pa.array([1927940400123456789], pa.timestamp("ns")), "2031-02-04T03:00"),
        (pa.array([1927940400], pa.int64()), "2031-02-04T10:00+07:00"),
        (pa.array(["Selasa, 4 Februari 2031"]).dictionary_encode(), "2031-02-04"),
        (pa.array([2**62], pa.timestamp("us")), None),
    ],
)
def test_days_of_any_type(tmp_path: Path, column: pa.Array, published: str | None) -> None:
    table = pa.table({"text": ["Jembatan putus."], "published": column})
    (article,) = articles_in(written(tmp_path / "a.parquet", table))
    assert article.published == published


def test_texts_of_any_type(tmp_path: Path) -> None:
    words = ["Jembatan “putus”.", "Jalan\r\nditutup."]
    for kind in (pa.string(), pa.large_string(), pa.binary(), pa.large_binary()):
        table = pa.table({"text": pa.array([w.encode() for w in words], pa.binary()).cast(kind)})
        assert [a.text for a in articles_in(written(tmp_path / "a.parquet", table))] == words
    assert [
        a.text
        for a in articles_in(written(tmp_path / "a.parquet", pa.table({"text": pa.array(words).dictionary_encode()})))
    ] == words


def test_bytes_that_are_no_utf_8_are_read_as_in_any_text(tmp_path: Path) -> None:
    text = pa.array([b"Camat Ren\xe9.", b"Jalan ditutup."], pa.binary())
    broken = pa.Array.from_buffers(pa.string(), 2, text.buffers())
    table = pa.table({"text": broken, "title": text})
    assert [(a.text, a.title) for a in articles_in(written(tmp_path / "a.parquet", table))] == [
        ("Camat René.", "Camat René."),
        ("Jalan ditutup.", "Jalan ditutup."),
    ]


def test_the_body_of_fundus(tmp_path: Path) -> None:
    body = {"summary": ["Jembatan putus."], "sections": [{"headline": ["Kabar"], "paragraphs": ["Jalan ditutup."]}]}
    (article,) = articles_in(written(tmp_path / "a.parquet", [{"body": body}]))
    assert article.text == "Jembatan putus.\n\nKabar\n\nJalan ditutup."


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (pa.table({"judul": ["x"]}), "a record without a text (its fields: judul)"),
        (pa.table({"text": pa.array([], pa.string())}), "without rows"),
        (pa.table({"text": [""]}), "text is empty"),
        (pa.table({"text": pa.array([None], pa.string())}), "text is empty"),
        (pa.table({"text": [5]}), "text is a number, no text"),
    ],
)
def test_what_gives_nothing_says_why(tmp_path: Path, table: pa.Table, reason: str) -> None:
    (only,) = take_in([written(tmp_path / "a.parquet", table)])
    assert isinstance(only, Skipped)
    assert reason in only.reason


def test_a_broken_row_group_costs_no_other(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", ROWS, row_group_size=10, compression="zstd", use_dictionary=False)
    described = parquet.ParquetFile(path).metadata.row_group(1).column(1)
    data = bytearray(path.read_bytes())
    begin = described.data_page_offset
    data[begin + 25 : begin + described.total_compressed_size] = b"\xff" * (described.total_compressed_size - 25)
    path.write_bytes(data)
    taken = list(take_in([path]))
    assert [a.source.rpartition("#")[2] for a in taken if isinstance(a, Article)] == [
        str(n) for n in [*range(1, 11), *range(21, 41)]
    ]
    (skipped,) = (item for item in taken if isinstance(item, Skipped))
    assert skipped.source == f"{path}#11"
    assert "this and 9 more rows cannot be read" in skipped.reason


def test_a_file_that_is_cut_off_says_so(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", ROWS)
    path.write_bytes(path.read_bytes()[:-30])
    (only,) = take_in([path])
    assert isinstance(only, Skipped)
    assert "cut off or broken" in only.reason


def test_a_row_group_past_the_limit_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake_parquet, "MAX_GROUP_BYTES", 1_000)
    path = written(tmp_path / "a.parquet", ROWS * 3, row_group_size=100)
    skipped = [item for item in take_in([path]) if isinstance(item, Skipped)]
    assert [s.source for s in skipped] == [f"{path}#1", f"{path}#101"][: len(skipped)]
    assert "more than 1,000" in skipped[0].reason


def test_it_is_told_by_how_it_begins(tmp_path: Path) -> None:
    path = written(tmp_path / "tanpa-nama", ROWS[:2])
    assert [a.text for a in articles_in(path)] == [r["text"] for r in ROWS[:2]]
