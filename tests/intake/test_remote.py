"""Places that have a scheme: stores, folders and globs in them, the web, and drivers that are not there."""

from __future__ import annotations

import builtins
import functools
import json
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import fsspec
import pyarrow as pa
import pytest
from pyarrow import parquet

from runut.intake import pieces, take_in
from runut.model import Article, Skipped

LINES = '{"text": "Jembatan putus."}\n{"text": "Jalan ditutup."}\n'


@pytest.fixture
def store() -> Iterator[Any]:
    system = fsspec.filesystem("memory")
    system.pipe(
        {
            "/kabar/a.jsonl": LINES.encode(),
            "/kabar/dalam/b.txt": b"Jembatan utuh.",
            "/kabar/dalam/c.jpg": b"\xff\xd8\xff",
            "/kabar/_SUCCESS": b"",
            "/kabar/.rahasia/d.txt": b"x",
        }
    )
    yield system
    system.rm("/kabar", recursive=True)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path))) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_address[1]}"
        serving.shutdown()
        thread.join()


def told(*sources: str) -> list[tuple[str, str]]:
    return [
        (item.source.rpartition("/kabar/")[2], item.text if isinstance(item, Article) else f"! {item.reason}")
        for item in take_in(sources)
    ]


def test_a_file_a_folder_and_a_glob_in_a_store(store: Any) -> None:
    lines = [("a.jsonl#1", "Jembatan putus."), ("a.jsonl#2", "Jalan ditutup.")]
    assert told("memory://kabar/a.jsonl") == lines
    whole = told("memory://kabar")
    assert whole[:2] == lines
    assert [name for name, _ in whole[2:]] == ["dalam/b.txt", "dalam/c.jpg"]
    assert "no format that is read here (.jpg)" in whole[3][1]
    assert told("memory://kabar/**/*.txt") == [("dalam/b.txt", "Jembatan utuh.")]
    assert told("memory://kabar/*.csv")[0][1] == "! no file matches"
    assert told("memory://kabar/nirwana.txt")[0][1].startswith("! cannot be opened")


def test_the_same_file_is_taken_once_however_it_is_written(store: Any) -> None:
    assert told("memory://kabar/a.jsonl", "memory:///kabar/a.jsonl")[2][1] == "! given twice"


def test_parquet_in_a_store_and_pieces_of_it(store: Any) -> None:
    with store.open("/kabar/e.parquet", "wb") as out:
        parquet.write_table(pa.table({"text": ["Satu.", "Dua.", "Tiga."]}), out, row_group_size=2)
    assert [text for _, text in told("memory://kabar/e.parquet")] == ["Satu.", "Dua.", "Tiga."]
    listed = pieces.inputs(["memory://kabar"])
    taken = [item for piece in pieces.split(listed, units=2) for item in pieces.read_piece(piece)]
    assert taken == list(take_in(["memory://kabar"]))
    (first, *_) = listed
    assert isinstance(first, pieces.Input)
    assert first.size == len(LINES)
    store.pipe("/kabar/a.jsonl", LINES.upper().encode())
    assert pieces.inputs(["memory://kabar"])[0] != first


def test_a_file_of_this_machine_by_its_scheme(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINES)
    assert [text for _, text in told(f"file://{tmp_path}/a.jsonl")] == ["Jembatan putus.", "Jalan ditutup."]


def test_data_on_the_web_are_fetched_and_pages_are_not(server: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINES)
    parquet.write_table(pa.table({"text": ["Satu.", "Dua."]}), tmp_path / "b.parquet")
    (tmp_path / "c.html").write_text("<p>Jembatan putus.")
    assert [text for _, text in told(f"{server}/a.jsonl?unduh=1")] == ["Jembatan putus.", "Jalan ditutup."]
    assert told(f"{server}/nirwana.jsonl")[0][1].startswith("! cannot be opened")
    for page in ("c.html", "", "berita/1", "c.txt"):
        assert "pages are not fetched" in told(f"{server}/{page}")[0][1]


def test_a_driver_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name.partition(".")[0] in ("s3fs", "gcsfs"):
            raise ImportError(name)
        return whole(name, *rest, **named)

    whole = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", without)
    for scheme, driver in (("s3", "s3fs"), ("gs", "gcsfs")):
        (only,) = take_in([f"{scheme}://ember/kabar/*.parquet"])
        assert isinstance(only, Skipped)
        assert driver in only.reason
    assert "no place that is known" in told("ember://kabar/a.jsonl")[0][1]


@pytest.mark.parametrize(
    ("package", "name"), [("fsspec", "memory://kabar/a.jsonl"), ("pyarrow", "a.parquet"), ("fastwarc", "a.warc")]
)
def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, name: str
) -> None:
    def without(called: str, *rest: Any, **named: Any) -> Any:
        if called.partition(".")[0] == package:
            raise ImportError(called)
        return whole(called, *rest, **named)

    whole = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.chdir(tmp_path)
    Path("a.parquet").write_bytes(b"PAR1")
    Path("a.warc").write_bytes(b"WARC/1.0\r\n")
    (only,) = take_in([name])
    assert isinstance(only, Skipped)
    assert "pip install 'runut[batch]'" in only.reason
    assert json.dumps(only.reason)
