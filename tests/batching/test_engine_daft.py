"""The engine Daft gives what the embedded path gives, by ids."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from reports_for_batch import report, write_reports

from runut import batching
from runut.batching import Options, engine_daft, tables

OPTIONS = Options(chunk=9)


def copy_of(n: int, times: int) -> dict[str, str]:
    """A long report that several outlets print, the later ones with a line of their own; the last without a day."""
    row = report(n)
    row["text"] += "\n\n" + "\n\n".join(
        f"Petugas nomor {n + k} memadamkan api di gudang beras {row['title'].split()[3]} setelah {k + 2} jam bekerja bersama warga."
        for k in range(8)
    )
    row |= {"outlet": f"warta{times}.example", "url": f"https://warta{times}.example/{n}"}
    return row | {"text": row["text"] + f"\n\nLaporan ke-{times} ditulis ulang oleh redaksi."}


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some sixty reports in several files: of one event and of many, copied, without a day, broken, and one text under one name twice."""
    folder = tmp_path_factory.mktemp("masuk")
    write_reports(folder / "a.jsonl", range(34))
    rows = [copy_of(n, times) for n in (3, 5, 11) for times in range(4)]
    undated = [copy_of(n, 9) | {"published": ""} for n in (3, 5)]
    undated += [
        {"title": "Taman kota", "text": f"Taman kota di Randu dibuka lagi oleh warga, kata pengurus taman ke-{n}."}
        for n in (1, 2)
    ]
    for row in undated:
        row["text"] = row["text"].replace(" Maret 2026", " lalu")
    table = pa.Table.from_pylist([*rows, *undated])
    pq.write_table(table, folder / "b.parquet", row_group_size=5)
    (folder / "c.jsonl").write_text('{"text": rusak}\n{"title": "tanpa isi"}\n', "utf-8")
    (folder / "d.txt").write_text(report(60)["text"], "utf-8")
    for name in (b"e\xe8.txt", b"e\xe9.txt"):
        (folder / os.fsdecode(name)).write_text(report(61)["text"], "utf-8")
    return folder


@pytest.fixture(scope="module")
def both(given: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The tables that each path writes; one unit a task, so that what comes twice comes from two workers."""
    out = tmp_path_factory.mktemp("keluar")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_daft, "TASK_INPUTS", 1)
        for engine in ("local", "daft"):
            made = batching.batch([str(given)], str(out / engine), OPTIONS, workers=2, engine=engine)
            assert made.faults == ()
    return {engine: out / engine for engine in ("local", "daft")}


def rows(out: Path, name: str) -> list[Any]:
    found = ds.dataset(str(out / name), schema=tables.SCHEMAS[name]).to_table().to_pylist()
    return sorted(found, key=str)


@pytest.mark.parametrize("name", [*OPTIONS.tables, *tables.GROUPED])
def test_each_table_holds_the_same_rows(both: dict[str, Path], name: str) -> None:
    local = rows(both["local"], name)
    assert local
    assert rows(both["daft"], name) == local


def test_the_reports_are_such_that_every_step_has_work(both: dict[str, Path]) -> None:
    stories = rows(both["local"], "stories")
    assert len([s for s in stories if len(s["articles"]) > 1]) > 2
    assert len(rows(both["local"], "families")) > 1
    undated = {s["article"] for s in rows(both["local"], "sketches") if not s["place"]}
    homes = [s["articles"] for s in stories if undated & set(s["articles"])]
    assert any(len(h) > 1 for h in homes)
    assert any(len(h) == 1 for h in homes)
    assert "given twice" in {s["kind"] for s in rows(both["local"], "skipped")}


def test_without_stories_and_texts(given: Path, tmp_path: Path) -> None:
    options = replace(OPTIONS, stories=False, text=False, layers=("figures",))
    made = batching.batch([str(given / "a.jsonl")], str(tmp_path / "keluar"), options, engine="daft")
    assert (made.read, made.faults) == (34, ())
    assert sorted(path.name for path in (tmp_path / "keluar").iterdir() if path.is_dir()) == [
        "articles",
        "figures",
        "skipped",
    ]


def test_where_nothing_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{rusak\n", "utf-8")
    made = batching.batch([str(tmp_path / "a.jsonl")], str(tmp_path / "keluar"), OPTIONS, engine="daft")
    assert (made.read, made.taken, made.faults) == (0, 1, ())
    assert rows(tmp_path / "keluar", "stories") == []


def test_a_chain_of_reports_is_one_component(monkeypatch: pytest.MonkeyPatch) -> None:
    engine_daft._start(None)
    ids = [f"{n * 7919 % 1000:04}" for n in range(40)]
    chain = [{"a": min(p), "b": max(p)} for p in pairwise(ids)]
    pair = [{"a": "zz1", "b": "zz2"}]
    labels = engine_daft._components(engine_daft.daft.from_pylist(chain + pair)).to_pylist()
    assert {row["node"]: row["label"] for row in labels} == dict.fromkeys(ids, min(ids)) | {"zz1": "zz1", "zz2": "zz1"}
    monkeypatch.setattr(engine_daft, "MAX_ROUNDS", 2)
    with pytest.raises(RuntimeError, match="rounds"):
        engine_daft._components(engine_daft.daft.from_pylist(chain))


def test_daft_tells_nobody() -> None:
    asked = "import runut.batching.engine_daft, daft.scarf_telemetry as t; print(t.opted_out())"
    known = {key: value for key, value in os.environ.items() if key not in engine_daft.TELL_NOBODY}
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, env=known, check=True)
    assert said.stdout.strip() == "True"


def test_where_the_engine_gives_up_it_says_so(given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise engine_daft.DaftCoreException("a task was lost\nfor good")

    monkeypatch.setattr(engine_daft, "_read", fail)
    with pytest.raises(batching.Stopped, match="Daft stopped: for good; run the same command again"):
        batching.batch([str(given)], str(tmp_path / "keluar"), OPTIONS, engine="daft")
