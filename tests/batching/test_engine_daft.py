"""The engine Daft gives what the embedded path gives, by ids."""

from __future__ import annotations

import gc
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from reports_for_batch import report

from runut import batching
from runut.batching import Options, engine_daft, tables

# Daft leaves the pipes of its processes to the collector; what it leaves must not fall upon other tests.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed", "ignore:Exception ignored in")

OPTIONS = Options(chunk=9)


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    yield
    gc.collect()


# Events in words that they share with no other.
EVENTS = (
    (
        "Gudang beras Lontar terbakar",
        "api",
        "gudang beras",
        "Kapolres Lontar Ida Rato",
        "karung beras hangus dan atap runtuh",
    ),
    (
        "Sungai Randu meluap",
        "luapan",
        "permukiman bantaran",
        "Camat Randu Budi Sela",
        "perahu karet mengangkut lansia ke posko",
    ),
    (
        "Jembatan gantung Bidara putus",
        "tali baja",
        "jembatan gantung",
        "Kepala Desa Bidara Tio Wana",
        "pelajar menyeberang dengan rakit bambu",
    ),
    (
        "Harga cabai Cemara melonjak",
        "pasokan",
        "pasar induk",
        "Kepala Dinas Perdagangan Cemara Rani Putih",
        "pedagang mengurangi takaran sambal",
    ),
    (
        "Kapal tongkang Gayam kandas",
        "gelombang",
        "alur pelayaran",
        "Syahbandar Gayam Doni Laut",
        "nakhoda menurunkan jangkar darurat",
    ),
    (
        "Museum wayang Sawo dibuka",
        "pameran",
        "museum wayang",
        "Kurator Sawo Lila Batik",
        "dalang cilik memainkan lakon pembuka",
    ),
)


def report_of(event: int, telling: int, day: int) -> dict[str, str]:
    """One telling of an event."""
    title, cause, where, who, scene = EVENTS[event]
    town = title.split()[-2]
    lines = [
        f"WARTA{telling}.EXAMPLE, {town} - {title} pada {day} Maret 2026 setelah {cause} melanda {where} sejak subuh.",
        f'"Kami mencatat {event + 3} orang luka akibat {cause} di {where}," kata {who}.',
        f"Di lokasi {scene}, sementara {cause} masih mengancam {where} di Kota {town}.",
        f"{who} meminta warga menjauhi {where} sampai {cause} reda, dan {scene}.",
    ]
    lines = [lines[0], *(lines[1:] if telling % 2 else lines[:0:-1]), f"Baca juga: kabar lain dari {town}"]
    outlet = f"warta{telling}.example"
    return {
        "title": f"{title}, {event + 3} Orang Luka",
        "url": f"https://{outlet}/{event}",
        "outlet": outlet,
        "published": f"2026-03-{day:02}",
        "text": "\n\n".join(lines),
    }


def without_day(row: dict[str, str]) -> dict[str, str]:
    return row | {"published": "", "text": re.sub(r" pada \d+ Maret 2026", "", row["text"])}


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some sixty reports in several files: of some events, copied, without a day, broken, and one text under one name twice."""
    folder = tmp_path_factory.mktemp("masuk")
    told = [report_of(event, telling, 2 + event + telling // 3) for event in range(5) for telling in range(10)]
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in told[:30]), "utf-8")
    undated = [without_day(report_of(event, 11, 3)) for event in (0, 0, 2)] + [without_day(report_of(5, 1, 3))]
    pq.write_table(pa.Table.from_pylist([*told[30:], *undated]), folder / "b.parquet", row_group_size=5)
    (folder / "c.jsonl").write_text(
        '{"text": rusak}\n{"title": "tanpa isi"}\n{"text": "Banjir lagi di Randu."}\n{"text": "Longsor."}\n', "utf-8"
    )
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
    assert (made.read, made.faults) == (30, ())
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
