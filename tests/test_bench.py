"""The benches have a place to write to, and need nothing that the tests have not."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import bench  # noqa: E402 - the tools are no package
import bench_batch  # noqa: E402
import bench_speed  # noqa: E402

TEXT = "Warga Kalimas pulang, kata Kepala Dinas Sosial Rini Prawira, Senin (3/3/2025). Tiga rumah terbakar."


@pytest.mark.parametrize(("document", "name"), [(document, name) for _, document, name, _ in bench.MEASURES])
def test_every_measure_has_its_block(document: str, name: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.md"
    text = (ROOT / "docs" / document).read_text("utf-8")
    copy.write_text(text, "utf-8")
    bench.write_between(copy, name, "neu")
    assert len(copy.read_text("utf-8").split("\nneu\n")) == 2


def test_no_block_is_written_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# Page\n", "utf-8")
    with pytest.raises(ValueError, match="no block speed"):
        bench.write_between(tmp_path / "page.md", "speed", "neu")


def test_reading_is_measured(tmp_path: Path) -> None:
    sample = tmp_path / "sample.jsonl"
    sample.write_text("".join(json.dumps({"id": str(n), "text": TEXT}) + "\n" for n in range(3)), "utf-8")
    kept = bench_speed.read_and_keep(sample)
    assert bench_speed.read_on(sample)["seconds"] > 0
    assert {name for name, _ in kept["steps"]} > {"names", "events", "figures"}
    assert bench_speed.lemmatise(sample, "runut")["words"] == 39


def test_a_batch_is_measured_beside_reading_alone(tmp_path: Path) -> None:
    sample = tmp_path / "sample.jsonl"
    sample.write_text("".join(json.dumps({"id": str(n), "text": f"{TEXT} {n}"}) + "\n" for n in range(3)), "utf-8")
    assert bench_batch.read_alone(sample)["articles"] == 3
    measured = bench_batch.run_batch(sample, 1, stories=False)
    assert measured["articles"] == 3
    assert 0 < measured["work"] < measured["total"]
