"""Tables: every layer as rows, in CSV, Parquet and Arrow."""

from __future__ import annotations

import builtins
import csv
import io
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_back import read_csv, split, words_at

import runut
from runut.exports import cells
from runut.exports.forms import FORMS
from runut.exports.passages import EXCERPT, showable
from runut.lang import Language
from runut.model import Account

# The stretches that a row may have: the column of the article, the prefix of its start and end, the column of its words.
STRETCHES = (
    ("article", "", "text"),
    ("a_article", "a_", "a_text"),
    ("b_article", "b_", "b_text"),
    ("article", "number_", "number_text"),
    ("article", "speaker_", "speaker_text"),
    ("article", "cue_", "cue"),
    ("article", "actor_", "actor_text"),
    ("article", "recipient_", "recipient_text"),
    ("article", "doer_", "doer_text"),
)


@pytest.fixture(params=["told", "compared", "unrest"])
def account(request: pytest.FixtureRequest) -> Account:
    """Each of the invented accounts."""
    made: Account = request.getfixturevalue(request.param)
    return made


def test_every_finding_has_its_row(account: Account) -> None:
    t = runut.tables(account)
    for layer in (
        "statements",
        "figures",
        "dates",
        "events",
        "entities",
        "series",
        "happenings",
        "timeline",
        "brief",
        "days",
    ):
        assert len(t[layer].rows) == len(getattr(account, layer)), layer
    assert len(t["articles"].rows) == len(account.articles)
    assert len(t["mentions"].rows) == sum(len(e.mentions) for e in account.entities)
    assert len(t["series_points"].rows) == sum(len(s.figures) for s in account.series)
    assert len(t["series_steps"].rows) == sum(len(s.steps) for s in account.series)
    assert len(t["passages"].rows) == sum(len(f.passages) for f in account.families)
    assert len(t["families"].rows) == len(account.articles)
    assert len(t["happening_events"].rows) == sum(len(h.events) for h in account.happenings)
    assert len(t["framing"].rows) == sum(len(term.uses) for f in account.framing for term in f.terms)
    assert len(t["disputes"].rows) == sum(len(d.evidence) for d in account.disputes)
    assert len(t["deeds"].rows) == sum(len(d.uses) for d in account.deeds)
    assert len(t["skipped"].rows) == len(account.skipped)


def test_every_span_of_every_row_holds(account: Account) -> None:
    held = 0
    for table in runut.tables(account).values():
        for values in table.rows:
            row: dict[str, Any] = dict(zip(table.columns, values, strict=True))
            for article, prefix, words in STRETCHES:
                start, end = row.get(f"{prefix}start"), row.get(f"{prefix}end")
                if article in row and start is not None and end is not None:
                    found = words_at(account, row[article], start, end)
                    if row.get(words) is not None and not (table.name == "judgements" and row[words] not in found):
                        assert found == row[words], (table.name, row)
                        held += 1
    assert held > len(account.figures) + len(account.statements)


def test_ids_join_the_tables(account: Account) -> None:
    t = runut.tables(account)

    def column(name: str, of: str) -> set[Any]:
        n = t[name].columns.index(of)
        return {row[n] for row in t[name].rows} - {None}

    assert column("figures", "series") <= column("series", "id")
    assert column("series_points", "figure") <= column("figures", "id")
    assert column("happening_events", "event") <= column("events", "id")
    for name in ("sayings", "clashes", "disputes"):
        assert column(name, "a" if name == "clashes" else "statement") <= column("statements", "id"), name
    assert column("clashes", "b") <= column("statements", "id")
    assert column("articles", "family") == column("families", "id")
    for name in ("figures", "statements", "events", "dates", "mentions", "timeline_evidence"):
        assert column(name, "article") <= column("articles", "article"), name


def test_csv_gives_back_what_it_was_given(account: Account) -> None:
    for table in runut.tables(account).values():
        rows = read_csv(table.to_csv())
        assert len(rows) == len(table.rows)
        for row, values in zip(rows, table.rows, strict=True):
            assert tuple(row) == table.columns
            for kind, cell, value in zip(table.kinds, row.values(), values, strict=True):
                if kind == "texts":
                    assert split(cell) == value
                elif value is None:
                    assert cell == ""
                else:
                    assert cell == (str(value).lower() if kind == "flag" else str(value))


def test_csv_is_one_header_line_and_lines_that_end_in_crlf(told: Account) -> None:
    text = runut.tables(told)["days"].to_csv()
    assert text.startswith("date,reports,independent\r\n")
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "'kutip"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    content = cells.render(["a", "n"], [[text, -5]])
    (row,) = csv.DictReader(io.StringIO(content, newline=""))
    assert row["a"] == "'" + text
    assert row["n"] == "-5"
    assert read_csv(content) == [{"a": text, "n": "-5"}]


@given(st.lists(st.tuples(st.text(), st.lists(st.text(min_size=1)).map(tuple)), max_size=4))
def test_any_text_comes_back(rows: list[tuple[str, tuple[str, ...]]]) -> None:
    back = read_csv(cells.render(["text", "texts"], rows))
    assert [row["text"] for row in back] == [showable(text) for text, _ in rows]
    assert [split(row["texts"]) for row in back] == [tuple(map(showable, texts)) for _, texts in rows]


def test_tables_are_taken_by_what_takes_arrow(account: Account) -> None:
    for table in runut.tables(account).values():
        arrow = pa.table(table)
        assert arrow.column_names == list(table.columns)
        assert [tuple(row.values()) for row in arrow.to_pylist()] == [
            tuple(list(v) if isinstance(v, tuple) else v for v in row) for row in table.rows
        ]


def test_parquet_holds_the_same_and_is_the_same_again(unrest: Account, indonesian: Language) -> None:
    files = FORMS["parquet"].render(unrest, "id", False, indonesian)
    assert files == FORMS["parquet"].render(unrest, "id", False, indonesian)
    for name, table in runut.tables(unrest).items():
        assert pq.read_table(io.BytesIO(files[f"{name}.parquet"])).equals(table.to_arrow())


def test_without_pyarrow_it_says_what_to_install(unrest: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = builtins.__import__

    def fail(name: str, *rest: Any) -> Any:
        if name == "pyarrow":
            raise ImportError(name)
        return honest(name, *rest)

    monkeypatch.setattr(builtins, "__import__", fail)
    table = runut.tables(unrest)["figures"]
    assert table.to_csv()
    with pytest.raises(ValueError, match=r"runut\[batch\]"):
        table.to_arrow()


def test_excerpts_leave_full_texts_and_folders_out() -> None:
    long = "Warga berkumpul di alun-alun Kalimas " + "dan berdoa bersama " * 40 + "sampai sore, kata Laras Puspita."
    told = runut.account([{"text": long, "source": "/rumah/sari/berkas.txt", "title": "Doa Bersama"}])
    t = runut.tables(told, excerpts=True)
    for table in t.values():
        for row in table.rows:
            assert all(
                len(cell) <= EXCERPT
                for c, cell in zip(table.columns, row, strict=True)
                if c == "text" and isinstance(cell, str)
            )
    assert t["articles"].rows[0][3] is None
    assert "/" not in str(t["articles"].rows[0][4])
    assert runut.tables(told)["articles"].rows[0][3] == long
