"""A batch over files: its tables, its count, and the same again."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from reports_for_batch import digests, report, write_reports
from several_chunks import no_file_is_small  # noqa: F401 - used by itself

import runut
from runut import batching, cli
from runut.batching import Options, tables, working
from runut.batching.journal import Busy, Journal
from runut.model import Skipped

SMALL = Options(chunk=20)


def table(out: Path, name: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = ds.dataset(str(out / name), schema=tables.SCHEMAS[name]).to_table().to_pylist()
    return rows


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of several formats, some of it broken."""
    folder = tmp_path_factory.mktemp("masuk")
    write_reports(folder / "a.jsonl", range(90))
    with gzip.open(folder / "b.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(report(90)) + "\n{rusak\n" + json.dumps({"title": "tanpa isi"}) + "\n")
    (folder / "c.txt").write_text(report(91)["text"], "utf-8")
    (folder / "d.txt").write_text(" ", "utf-8")
    (folder / "e.xyz").write_text("bukan berita", "utf-8")
    rows = [report(n) for n in range(92, 96)]
    lines = [
        ";".join(rows[0]),
        *(
            ";".join(json.dumps(v, ensure_ascii=False).replace("\\n", " ").replace('\\"', '""') for v in row.values())
            for row in rows
        ),
    ]
    (folder / "f.csv").write_text("\n".join(lines), "utf-8")
    return folder


@pytest.fixture(scope="module")
def made(mixed: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, batching.Manifest]:
    out = tmp_path_factory.mktemp("keluar") / "satu"
    return out, batching.batch([str(mixed)], str(out), SMALL, workers=1)


def test_what_came_in_was_read_or_skipped(made: tuple[Path, batching.Manifest]) -> None:
    out, manifest = made
    assert manifest.faults == ()
    assert manifest.read == 96
    assert dict(manifest.skipped) == {
        "no valid JSON": 1,
        "a record without a text": 1,
        "no words in its text": 1,
        "no format that is read here": 1,
    }
    assert manifest.taken == 100
    assert manifest.tables["articles"].parts == 5
    reasons = {str(row["source"]).rpartition("/")[2]: row["reason"] for row in table(out, "skipped")}
    assert reasons["e.xyz"] == "no format that is read here (.xyz)"
    assert set(reasons) == {"b.jsonl.gz#2", "b.jsonl.gz#3", "d.txt", "e.xyz"}


def test_the_tables_are_those_of_the_schemas_and_hold_what_the_article_says(
    made: tuple[Path, batching.Manifest],
) -> None:
    out, manifest = made
    assert set(manifest.tables) == {path.name for path in out.iterdir() if path.is_dir()} == set(tables.SCHEMAS)
    texts = {row["id"]: row["text"] for row in table(out, "articles")}
    assert len(texts) == 96
    checked = 0
    for name in ("furniture", "credits", "dates", "statements", "figures", "events"):
        for row in table(out, name):
            text = texts[row["article"]]
            for column in [c for c in row if c.endswith("start") and row[c] is not None and c != "body_start"]:
                said = row.get("text" if column == "start" else column.removesuffix("start") + "text")
                if column == "cue_start":
                    said = row["cue"]
                assert text[row[column] : row[column.removesuffix("start") + "end"]] == said, (name, column, row)  # type: ignore[index, operator]
                checked += 1
    for row in table(out, "names"):
        for mention in row["mentions"]:  # type: ignore[attr-defined]
            assert texts[row["article"]][mention["start"] : mention["end"]] == mention["text"]  # type: ignore[index]
            checked += 1
    assert checked > 500
    figure = next(row for row in table(out, "figures") if row["measure"] == "injured")
    assert isinstance(figure["low"], float)
    dates = [row for row in table(out, "dates") if row["value"] == "2026-03-05"]
    assert dates and all(str(row["value_low"]) == "2026-03-05" for row in dates)


def test_a_batch_reads_as_read_does(mixed: Path, made: tuple[Path, batching.Manifest]) -> None:
    readings = [r for r in runut.read_all(str(mixed)) if isinstance(r, runut.Reading)]
    assert [r.article.id for r in readings] == [row["id"] for row in table(made[0], "articles")]
    for name, layer in (
        ("statements", [s.id for r in readings for s in r.statements]),
        ("figures", [f.id for r in readings for f in r.figures]),
    ):
        assert [row["id"] for row in table(made[0], name)] == layer


def test_tables_are_the_same_to_the_byte_for_any_number_of_workers(
    mixed: Path, made: tuple[Path, batching.Manifest], tmp_path: Path
) -> None:
    for workers in (2, 8):
        out = tmp_path / str(workers)
        batching.batch([str(mixed)], str(out), SMALL, workers=workers)
        assert digests(out) == digests(made[0])
        assert (out / "manifest.json").read_bytes() == (made[0] / "manifest.json").read_bytes()


def test_a_finished_batch_is_left_alone(mixed: Path, made: tuple[Path, batching.Manifest]) -> None:
    before = {path: path.stat().st_mtime_ns for path in made[0].rglob("*")}
    again = batching.batch([str(mixed)], str(made[0]), SMALL)
    assert again.unchanged
    assert (again.taken, again.read, dict(again.skipped), dict(again.tables)) == (
        made[1].taken, made[1].read, dict(made[1].skipped), dict(made[1].tables)
    )  # fmt: skip
    assert {path: path.stat().st_mtime_ns for path in made[0].rglob("*")} == before


def test_every_story_and_sketch_has_each_article_once(made: tuple[Path, batching.Manifest]) -> None:
    ids = sorted(str(row["id"]) for row in table(made[0], "articles"))
    assert sorted(i for row in table(made[0], "stories") for i in row["articles"]) == ids  # type: ignore[attr-defined]
    assert sorted(str(row["article"]) for row in table(made[0], "sketches")) == ids


def test_layers_text_and_stories_can_be_left_out(tmp_path: Path) -> None:
    source = write_reports(tmp_path / "a.jsonl", range(12))
    out = tmp_path / "out"
    made = runut.batch(str(source), out, layers=["figures"], text=False, stories=False, workers=1)
    assert set(made.tables) == {"articles", "figures", "skipped"}
    assert {path.name for path in out.iterdir()} == {*made.tables, "manifest.json", "journal.jsonl"}
    row = table(out, "articles")[0]
    assert row["text"] is None
    assert len(str(row["sha256"])) == 64
    assert len(table(out, "figures")) >= 12


def test_the_same_again_stands_once_and_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "a.jsonl", range(30))
    made = batching.batch(["a.jsonl", "./a.jsonl", "b.jsonl"], "out", Options(chunk=7), workers=1)
    assert made.faults == ()
    assert dict(made.skipped) == {"given twice": 1, "no such file or folder": 1}
    assert (made.read, made.taken) == (30, 32)


WRONG: list[tuple[str, Callable[[Path, Path], object], str]] = [
    (
        "other options",
        lambda a, out: batching.batch([str(a)], str(out), Options(text=False)),
        r"other options \(text: false, begun with true; chunk: 500, begun with \d+\);",
    ),
    (
        "other inputs",
        lambda a, out: batching.batch([str(a), str(a.parent / "b.jsonl")], str(out), SMALL),
        r"other inputs \(\S+b\.jsonl is new\);",
    ),
    ("standard input", lambda a, out: batching.batch(["-"], str(out), SMALL), "standard input"),
    ("inside", lambda a, out: batching.batch([str(a.parent)], str(a.parent / "x" / "y"), SMALL), "lies in"),
    ("no engine", lambda a, out: batching.batch([str(a)], str(out), SMALL, engine="abacus"), "no engine abacus"),
    ("ray", lambda a, out: batching.batch([str(a)], str(out), SMALL, ray="local"), "for the engine daft"),
    ("no worker", lambda a, out: batching.batch([str(a)], str(out), SMALL, workers=0), "at least one worker"),
    ("a file", lambda a, out: batching.batch([str(a)], str(a), SMALL), "is a file"),
    ("no batch", lambda a, out: batching.batch([str(a)], str(a.parent), SMALL), "holds something that is no batch"),
    (
        "other files",
        lambda a, out: batching.batch([str(a.parent / "b.jsonl")], str(out), SMALL),
        r"b\.jsonl is new, \S+a\.jsonl is gone\)",
    ),
    ("a store", lambda a, out: batching.batch([str(a)], "s3://ember/tabel", SMALL), "written into a folder here"),
    ("records", lambda a, out: runut.batch([{"text": "Jembatan putus."}], out), "no records and no Articles"),  # type: ignore[list-item]
    ("layers in a word", lambda a, out: runut.batch(str(a), out, layers="figures"), r"\['figures'\]"),
    ("no layer", lambda a, out: runut.batch(str(a), out, layers=["rhymes"]), "no layer rhymes"),
]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A file, and the folder of a batch of it that was only begun."""
    folder = tmp_path_factory.mktemp("mulai")
    source = write_reports(folder / "a.jsonl", range(3))
    write_reports(folder / "b.jsonl", range(3, 6))
    out = tmp_path_factory.mktemp("tabel") / "out"
    out.mkdir()
    batching.manifest.begin(out, batching.plan.make([str(source)], SMALL))
    return source, out


@pytest.mark.parametrize(("call", "message"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_wrong_use_is_told(begun: tuple[Path, Path], call: Callable[[Path, Path], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call(*begun)


def test_an_input_that_changed_is_named(begun: tuple[Path, Path], tmp_path: Path) -> None:
    source, out = write_reports(tmp_path / "a.jsonl", range(3)), tmp_path / "out"
    out.mkdir()
    batching.manifest.begin(out, batching.plan.make([str(source)], SMALL))
    write_reports(source, range(4))
    with pytest.raises(ValueError, match=r"a\.jsonl has changed"):
        batching.batch([str(source)], str(out), SMALL)


def test_two_runs_over_one_folder_do_not_mix(begun: tuple[Path, Path]) -> None:
    source, out = begun
    with Journal(out), pytest.raises(Busy, match="another runut batch"):
        batching.batch([str(source)], str(out), SMALL)


def test_without_the_extra_the_command_says_what_to_install(tmp_path: Path) -> None:
    code = "import sys; sys.modules['pyarrow'] = None; from runut.cli import main; main()"
    command = [sys.executable, "-c", code, "batch", str(tmp_path), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'runut[batch]'" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="names of files are bytes on POSIX only")
def test_a_file_whose_name_is_no_utf_8_is_read(tmp_path: Path) -> None:
    for n, name in enumerate((b"kabar-\xe8.txt", b"kabar-\xe9.txt")):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(report(n)["text"], "utf-8")
    for unchanged in (False, True):
        made = batching.batch([str(tmp_path)], str(tmp_path.parent / "keluar-e"), SMALL, workers=1)
        assert (made.read, made.faults, made.unchanged) == (2, (), unchanged)


def test_the_command_tells_the_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write_reports(tmp_path / "a.jsonl", range(5))
    with source.open("a") as file:
        file.write("{rusak\n")
    command = ["batch", str(source), str(tmp_path / "out"), "--workers", "1", "--no-stories"]
    for state in ("is whole", "was whole before"):
        with pytest.raises(SystemExit) as ended:
            cli.cli(command, prog_name="runut")
        assert ended.value.code == 0
        shown = capsys.readouterr().out
        assert state in shown
        assert [line.split() for line in shown.splitlines()[1:5]] == [
            ["6", "in"], ["5", "read"], ["1", "skipped"], ["1", "no", "valid", "JSON"]
        ]  # fmt: skip


def test_a_batch_that_gave_nothing_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.cli(["batch", str(tmp_path / "none.jsonl"), str(tmp_path / "out"), "--workers", "1"], prog_name="runut")
    assert ended.value.code == 1
    assert "none.jsonl: no such file" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_what_a_batch_could_not_take_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write_reports(tmp_path / "a.jsonl", range(2))
    nowhere, kinds = "nowhere8://ember/x.parquet", []
    for _ in range(2):
        with pytest.raises(SystemExit) as ended:
            cli.cli(
                ["batch", str(source), "salah.jsonl", nowhere, str(tmp_path / "out"), "--workers", "1"],
                prog_name="runut",
            )
        shown = capsys.readouterr()
        assert (ended.value.code, "salah.jsonl: no such file" in shown.err, f"skipped {nowhere}" in shown.err) == (
            0,
            True,
            True,
        )
        kinds.append([row["kind"] for row in table(tmp_path / "out", "skipped")])
    assert kinds[0] == kinds[1] and kinds[0][0] == "no such file or folder"


def test_a_number_in_a_name_stays_in_the_kind() -> None:
    def kind(reason: str) -> object:
        return working.skipped_row(Skipped(source="x", reason=reason))[1]

    assert kind("s3:// needs a package that is not installed: s3fs") == "s3:// needs a package that is not installed"
    assert kind("a line of more than 33,554,432 characters") == "a line of more than N characters"


@pytest.mark.parametrize("loss", ["a part", "a table", "an end"])
def test_a_finished_batch_that_was_damaged_is_not_whole(
    loss: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = write_reports(tmp_path / "a.jsonl", range(3)), tmp_path / "out"
    assert not batching.batch([str(source)], str(out), Options(), workers=1).faults
    part = out / "figures" / "part-000000.parquet"
    if loss == "a part":
        part.unlink()
    elif loss == "a table":
        shutil.rmtree(out / "stories")
    else:
        part.write_bytes(part.read_bytes()[:100])
    (fault,) = batching.batch([str(source)], str(out), Options(), workers=1).faults
    assert fault.startswith("stories" if loss == "a table" else "figures")
    with pytest.raises(SystemExit) as ended:
        cli.cli(["batch", str(source), str(out), "--workers", "1"], prog_name="runut")
    assert ended.value.code == 1
    shown = capsys.readouterr()
    assert "is not whole; nothing was done" in shown.out and fault in shown.err


def test_parts_are_plain_parquet(made: tuple[Path, batching.Manifest]) -> None:
    part = made[0] / "figures" / "part-000000.parquet"
    assert pq.read_schema(part).remove_metadata() == tables.SCHEMAS["figures"]
    assert pq.read_metadata(part).row_group(0).column(0).compression == "ZSTD"
    assert pa.types.is_date32(pq.read_schema(part).field("as_of_low").type)
