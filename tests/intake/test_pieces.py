"""Pieces: what many processes take in is what one takes in."""

from __future__ import annotations

import gzip
import io
import json
import pickle
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from runut.intake import pieces, take_in
from runut.model import Article, Skipped

pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file", "ignore:Exception ignored in")  # by warcio

RECORDS = [{"title": f"Jembatan {n}", "text": f"Jembatan {n} putus. “Ya,” kata Camat Lirih.\n" * 9} for n in range(90)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Every format, small and large, good and bad."""
    page = "<html><body><article>" + "<p>Jembatan di Desa Lirih putus pada Selasa.</p>" * 4 + "</article></body></html>"
    lines = "".join(json.dumps(r) + "\n" for r in RECORDS)
    texts: dict[str, str | bytes] = {
        "a.jsonl": lines,
        "b.jsonl.gz": gzip.compress((lines + '{"text": rusak}\n\n[{"text": "satu"}, {"text": "dua"}]\n').encode()),
        "c.json": json.dumps(RECORDS, indent=1),
        "d.json": json.dumps({"articles": RECORDS[:2]}),
        "e.csv": "title,text\n" + "".join(f'x{n},"Jembatan {n}\nputus"\n' for n in range(40)) + 'y,"a"b"\nz,Jalan\n',
        "f.txt": "Jembatan putus.",
        "g.html": page,
        "h.jsonl.gz": gzip.compress(lines.encode())[:-200],
        "i.json": '{"text": "Satu laporan saja."}',
        "j.bin": b"\0\1\2",
        "k.txt": "",
        "l.jsonl": lines.encode("utf-16"),
    }
    for name, content in texts.items():
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    parquet.write_table(pa.Table.from_pylist(RECORDS), tmp_path / "m.parquet", row_group_size=20)
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for n in range(60):
        http = StatusAndHeaders(
            "200 OK" if n % 7 else "404 Not Found", [("Content-Type", "text/html")], protocol="HTTP/1.1"
        )
        body = io.BytesIO(page.replace("Lirih", f"Lirih {n}").encode())
        writer.write_record(
            writer.create_warc_record(f"https://kabar.example/{n}", "response", payload=body, http_headers=http)
        )
    (tmp_path / "n.warc.gz").write_bytes(out.getvalue())
    return tmp_path


def read(split: list[pieces.Piece]) -> list[Article | Skipped]:
    return [item for piece in split for item in pieces.read_piece(piece)]


@pytest.mark.parametrize("small", [0, 1 << 16])
@pytest.mark.parametrize("units", [1, 7, 500])
def test_pieces_hold_what_the_files_hold(folder: Path, units: int, small: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "SMALL_BYTES", small)
    listed = pieces.inputs([folder])
    split = [pickle.loads(pickle.dumps(piece)) for piece in pieces.split(listed, units=units)]
    assert read(split) == list(take_in([folder]))
    assert [piece.number for piece in split] == list(range(len(split)))
    assert {len(piece.units) for piece in split[:-1]} <= {units}
    assert list(pieces.split(listed, units=units)) == split
    assert sum(piece.octets for piece in split) == sum(item.size for item in listed if isinstance(item, pieces.Input))


def test_pieces_can_be_narrowed_down_to_a_unit(folder: Path) -> None:
    (piece, *_) = pieces.split(pieces.inputs([folder]))
    ones = [pieces.narrow(piece, n, n + 1) for n in range(len(piece.units))]
    assert read(ones) == read([piece])
    assert all(pieces.where(unit).startswith(str(folder)) for one in ones for unit in one.units)


def test_a_piece_is_closed_early_where_texts_are_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "SMALL_BYTES", 0)
    monkeypatch.setattr(pieces, "MAX_CHARACTERS", 1_000)
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    split = list(pieces.split(pieces.inputs([path])))
    assert len(split) > 20
    assert read(split) == list(take_in([path]))


def test_an_input_is_listed_once_with_what_tells_its_state(folder: Path) -> None:
    listed = pieces.inputs([folder / "f.txt", folder / "f.txt", folder / "nirwana.txt"])
    first, twice, missing = listed
    assert isinstance(first, pieces.Input)
    assert first.size == 15
    assert [item.reason for item in (twice, missing) if isinstance(item, Skipped)] == [
        "given twice",
        "no such file or folder",
    ]
    (folder / "f.txt").write_text("Jembatan utuh!!")
    (again,) = pieces.inputs([folder / "f.txt"])
    assert again != first


def test_standard_input_is_read_while_it_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "a"}\n{"text": "b"}\n')))
    split = list(pieces.split(pieces.inputs(["-"])))
    assert [item.text for item in read(split) if isinstance(item, Article)] == ["a", "b"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Jembatan putus.")))
    assert [type(unit) for piece in pieces.split(pieces.inputs(["-"])) for unit in piece.units] == [Article]


def test_a_file_that_goes_away_says_so(folder: Path) -> None:
    split = list(pieces.split(pieces.inputs([folder / "n.warc.gz", folder / "f.txt"])))
    (folder / "n.warc.gz").unlink()
    (folder / "f.txt").unlink()
    taken = read(split)
    assert {item.reason for item in taken if isinstance(item, Skipped)} == {
        "cannot be opened: No such file or directory"
    }
