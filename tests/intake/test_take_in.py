"""Everything that can be given, in every format and encoding: what comes in is kept to the character."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut import codec
from runut.intake import Source, from_record, take_in
from runut.model import Article, Skipped

TEXT = "Jembatan di Desa Lirih putus.\nCamat Lirih menutup jalan.\n"
# Any text that a file can hold and in which a word stands; `NaN` alone is how CSV writers say that there is none, and a NUL
# right after the mark of UTF-16 makes it the mark of UTF-32.
TEXTS = (
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
    .map(lambda text: f"{text}a{text}")
    .filter(lambda text: text[0] not in "\ufeff\0" and text.strip().lower() != "nan")
)


def articles_in(*sources: Source) -> list[Article]:
    taken = list(take_in(sources))
    assert all(isinstance(item, Article) for item in taken), taken
    return taken  # type: ignore[return-value]


def texts_in(*sources: Source) -> list[str]:
    return [item.text for item in take_in(sources, repeated=True) if isinstance(item, Article)]


def named(path: Path, content: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def as_csv(rows: list[dict[str, str]], **options: str | int) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, rows[0], **options)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


# --- to the character -------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_comes_back_to_the_character(first: str, second: str) -> None:
    records = [{"title": "Jembatan", "text": text} for text in (first, second)]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        files = {
            "plain.txt": first.replace("\0", "").encode(),
            "utf-8.txt": codecs.BOM_UTF8 + first.encode(),
            "utf-16.txt": codecs.BOM_UTF16_LE + first.encode("utf-16-le"),
            "lines.jsonl": "\n".join(json.dumps(r, ensure_ascii=False) for r in records),
            "ascii.jsonl": "\r\n".join(json.dumps(r) for r in records),
            "list.json": json.dumps(records, indent=1, ensure_ascii=False),
            "rows.csv": as_csv(records),
            "tabs.tsv.gz": gzip.compress(as_csv(records, delimiter="\t", quoting=csv.QUOTE_ALL).encode()),
        }
        for name, content in files.items():
            wanted = (
                [first.replace("\0", "")]
                if name == "plain.txt"
                else [first]
                if name.endswith(".txt")
                else [first, second]
            )
            assert texts_in(named(root / name, content)) == wanted, name


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", ""])
def test_line_ends_stay(tmp_path: Path, end: str) -> None:
    text = end.join(("Jembatan putus.", "Jalan ditutup.", ""))
    assert texts_in(named(tmp_path / "a.txt", text)) == [text]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".json", ".csv"])
def test_encodings(tmp_path: Path, encoding: str, suffix: str) -> None:
    text = "“Jembatan itu – ya, itu – putus,” kata Camat Lirih."
    content = {
        ".txt": text,
        ".json": json.dumps([{"text": text}], ensure_ascii=False, indent=2),
        ".csv": as_csv([{"title": "x", "text": text}]),
    }
    content[".jsonl"] = json.dumps({"text": text}, ensure_ascii=False) + "\n"
    assert texts_in(named(tmp_path / f"a{suffix}", content[suffix].encode(encoding))) == [text]


def test_windows_1252_and_stray_bytes(tmp_path: Path) -> None:
    text = "“Jembatan – putus,” kata Camat René."
    assert texts_in(named(tmp_path / "a.txt", text.encode("cp1252"))) == [text]
    mixed = "“Ya,” ".encode() + "katanya. “Tidak.”".encode("cp1252")
    assert texts_in(named(tmp_path / "b.txt", mixed)) == ["“Ya,” katanya. “Tidak.”"]
    assert texts_in(named(tmp_path / "c.txt", b"Jembatan \x81 putus")) == ["Jembatan \x81 putus"]


def test_right_to_left_and_zero_width_characters_stay(tmp_path: Path) -> None:
    text = "\u200fJembatan\u200b \u202bجسر\u202c putus\ufeff \U0001f309."
    (article,) = articles_in(named(tmp_path / "a.txt", "\ufeff" + text))
    assert article.text == text
    assert article.sha256 == codec.sha256(text)


# --- what can be given ------------------------------------------------------------------------------------------------


def test_a_text_file_is_one_article_without_metadata(tmp_path: Path) -> None:
    path = named(tmp_path / "a.txt", TEXT)
    (article,) = articles_in(str(path))
    assert article == Article(
        id=codec.article_id(str(path), TEXT), source=str(path), text=TEXT, sha256=codec.sha256(TEXT)
    )


def test_a_text_file_that_looks_like_json_is_text(tmp_path: Path) -> None:
    assert texts_in(named(tmp_path / "a.txt", '{"text": "isi"}')) == ['{"text": "isi"}']


def test_paths_are_called_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named(tmp_path / "kliping" / "a.txt", TEXT)
    monkeypatch.chdir(tmp_path)
    for source, called in (
        ("./kliping/a.txt", "./kliping/a.txt"),
        ("kliping", "kliping/a.txt"),
        ("kli*/*.txt", "kliping/a.txt"),
    ):
        assert [a.source for a in articles_in(source)] == [os.path.normpath(called) if source != called else called]


def test_folders_are_sorted_and_walked(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.txt",
        "c/d.json",
        "c/a/z.txt",
        "halaman.html",
        "halaman_files/iklan.html",
        ".rahasia/x.txt",
        "e.TXT.GZ",
    ):
        body = json.dumps({"text": name}) if name.endswith("json") else f"<p>{name}" if name.endswith("html") else name
        named(tmp_path / name, gzip.compress(body.encode()) if name.endswith("GZ") else body)
    assert [Path(a.source).relative_to(tmp_path).as_posix() for a in articles_in(tmp_path)] == [
        "a.txt",
        "b.txt",
        "c/a/z.txt",
        "c/d.json",
        "e.TXT.GZ",
        "halaman.html",
    ]


def test_what_a_folder_holds_besides_is_named(tmp_path: Path) -> None:
    named(tmp_path / "foto.jpg", b"\xff\xd8\xff")
    (tmp_path / "kosong").mkdir()
    reasons = {Path(s.source).name: s.reason for s in take_in([tmp_path]) if isinstance(s, Skipped)}
    assert "jpg" in reasons["foto.jpg"]
    assert "empty folder" in reasons["kosong"]


def test_a_deep_folder(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 400)
    named(deep / "a.txt", TEXT)
    assert texts_in(tmp_path) == [TEXT]


def test_globs(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c/d.txt", "e[1].txt"):
        named(tmp_path / name, name)
    assert texts_in(f"{tmp_path}/?.txt") == ["a.txt", "b.txt"]
    assert texts_in(f"{tmp_path}/**/*.txt") == ["a.txt", "b.txt", "c/d.txt", "e[1].txt"]
    assert texts_in(f"{tmp_path}/**") == ["a.txt", "b.txt", "c/d.txt", "e[1].txt"]
    assert texts_in(f"{tmp_path}/[c]") == ["c/d.txt"]
    assert texts_in(f"{tmp_path}/e[1].txt") == ["e[1].txt"]


@pytest.mark.parametrize("packed", [False, True])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, packed: bool) -> None:
    def give(text: str) -> None:
        data = gzip.compress(text.encode()) if packed else text.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    give(TEXT)
    assert [(a.source, a.text) for a in articles_in("-")] == [("-", TEXT)]
    give('{"text": "a"}\n{"text": "b"}\n')
    assert [(a.source, a.text) for a in articles_in("-")] == [("-#1", "a"), ("-#2", "b")]
    give('{"text": "a"}\n')
    assert [(a.source, a.text) for a in articles_in("-")] == [("-", "a")]
    give('[\n {"text": "a"}\n]')
    assert [(a.source, a.text) for a in articles_in("-")] == [("-#1", "a")]
    give('title,content\n"x","a"\n')
    assert [(a.source, a.text) for a in articles_in("-")] == [("-#1", "a")]
    give("<!DOCTYPE html><title>x</title><p>Jembatan putus.")
    assert [(a.source, a.text) for a in articles_in("-")] == [("-", "Jembatan putus.")]
    give("[Video] Jembatan, jalan\nputus")
    assert texts_in("-") == ["[Video] Jembatan, jalan\nputus"]


def test_records_and_articles_given_from_python() -> None:
    url = "https://kabar.example/1"
    whole = from_record({"text": "d"}, "arsip/4")
    assert isinstance(whole, Article)
    taken = articles_in({"text": "a", "url": url}, {"text": "b"}, whole, {"text": "c"})
    assert [(a.source, a.text) for a in taken] == [(url, "a"), ("record#2", "b"), ("arsip/4", "d"), ("record#3", "c")]


def test_given_twice_is_taken_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = named(tmp_path / "a.txt", TEXT)
    named(tmp_path / "b.txt", TEXT)
    monkeypatch.chdir(tmp_path)
    record = {"text": "a", "url": "https://kabar.example/1"}
    taken = list(take_in([path, tmp_path, "./a.txt", record, record]))
    assert [t.source for t in taken if isinstance(t, Article)] == [str(path), str(tmp_path / "b.txt"), record["url"]]
    twice = [t for t in taken if isinstance(t, Skipped)]
    assert [t.source for t in twice] == [str(path), "./a.txt", record["url"]]
    assert {t.reason for t in twice} == {"given twice"}


def test_a_record_told_again_to_the_letter_is_taken_once(tmp_path: Path) -> None:
    row = {"text": TEXT, "outlet": "Kabar Randu", "url": "https://randu.example/1", "published": "2031-04-02"}
    bare = {"text": TEXT, "outlet": "Suara Rawa"}
    rows = [row, row, row | {"url": "https://randu.example/2"}, bare, bare, row | {"outlet": "Suara Rawa"}]
    a = named(tmp_path / "a.jsonl", "".join(json.dumps(r) + "\n" for r in rows))
    b = named(tmp_path / "b.jsonl", json.dumps(row) + "\n" + json.dumps(bare) + "\n")
    taken = list(take_in([a, b]))
    assert [t.source for t in taken if isinstance(t, Article)] == [
        *(f"{a}#{n}" for n in (1, 3, 4, 5, 6)),  # without an address nothing tells that it is the same
        f"{b}#2",
    ]
    assert [(t.source, t.reason) for t in taken if isinstance(t, Skipped)] == [
        (f"{a}#2", "given twice: all as in a record before"),
        (f"{b}#1", "given twice: all as in a record before"),
    ]
    assert len([t for t in take_in([a, b], repeated=True) if isinstance(t, Article)]) == 8


def test_what_is_kept_and_has_no_place_is_called_by_what_it_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = {"text": TEXT}
    rows = [
        bare,
        bare | {"outlet": "Suara Rawa"},
        bare | {"title": "Jembatan Putus"},
        bare | {"published": "2031-04-02"},
        bare,
    ]

    def ids(given: list[dict[str, str]]) -> list[str]:
        return [a.id for a in take_in(given, lasting=True) if isinstance(a, Article)]

    def of_stream(given: list[dict[str, str]]) -> list[str]:
        data = "".join(json.dumps(r) + "\n" for r in given).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return [a.id for a in take_in(["-"], lasting=True) if isinstance(a, Article)]

    for named in (ids, of_stream):
        there = named(rows)
        assert len(set(there)) == 5  # the last is told as the first, and is another
        assert set(named(rows[::-1])) == set(there)
        assert named(rows[1:2]) == [there[1]] and named([bare]) == [there[0]]
    addressed = [bare | {"url": f"https://randu.example/{n}"} for n in (1, 2)]
    assert len(set(of_stream(addressed[:1]) + of_stream(addressed[1:]))) == 2
    assert [a.source for a in take_in(addressed, lasting=True)] == [r["url"] for r in addressed]
    (first,) = take_in([bare], lasting=True)
    assert isinstance(first, Article)
    assert first.source == f"record#{codec.told_by(first).hex()[:8]}" and first.id == codec.article_id(
        first.source, TEXT
    )


def test_what_is_kept_under_another_id_is_given_twice(tmp_path: Path) -> None:
    row = {"text": TEXT, "outlet": "Kabar Randu", "url": "https://randu.example/1"}
    path = named(
        tmp_path / "a.jsonl",
        "".join(json.dumps(r) + "\n" for r in (row, row | {"outlet": "Suara Rawa"}, {"text": TEXT})),
    )
    whole = articles_in(path)
    kept = {codec.told_by(a): a.id for a in whole}
    assert list(take_in([path], kept=kept)) == whole
    moved = path.rename(tmp_path / "b.jsonl")
    taken = list(take_in([moved], kept=kept))
    assert [isinstance(t, Article) for t in taken] == [False, False, True]
    assert [t.reason for t in taken if isinstance(t, Skipped)] == ["given twice: all as in a report that is kept"] * 2


def test_the_same_text_from_two_places_is_two_articles(tmp_path: Path) -> None:
    taken = articles_in(named(tmp_path / "a.txt", TEXT), named(tmp_path / "b.txt", TEXT))
    assert len({a.id for a in taken}) == 2


def test_a_stream_is_read_as_it_is_asked_for(tmp_path: Path) -> None:
    asked = []

    def records() -> Iterator[Source]:
        for n in range(1_000_000):
            asked.append(n)
            yield {"text": f"Jembatan {n}"}

    taken = take_in(records())
    assert [next(taken).source for _ in range(3)] == ["record#1", "record#2", "record#3"]
    assert len(asked) == 3


# --- records in files -------------------------------------------------------------------------------------------------


def calls(path: Path) -> list[tuple[str, str]]:
    return [(a.source.removeprefix(str(path)), a.text) for a in articles_in(path)]


A, B, C = ({"title": t, "text": f"Jembatan {t}\nputus"} for t in "abc")
AS_ONE_AND_TWO = [("#1", A["text"]), ("#2", B["text"])]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([A, B]),
        json.dumps([A, B], indent=2),
        f"{json.dumps(A)}\n{json.dumps(B)}",
        f"{json.dumps(A)}\r\n\r\n{json.dumps(B)}\r\n",
        f"{json.dumps(A)}\r{json.dumps(B)}\r",
        json.dumps(A) + json.dumps(B),
        json.dumps(A, indent=2) + json.dumps(B, indent=2),
        json.dumps(A, indent=2) + "\n" + json.dumps(B, indent=2),
        json.dumps({"stories": [A, B], "pagination_token": None}),
        json.dumps({"articles": [A, B]}, indent=1),
        # newspaper4k closes its list after every item
        f"[{json.dumps(A)},]{json.dumps(B)}]",
        f"[{json.dumps(A)}]\n,[{json.dumps(B)}]",
    ],
)
@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".ndjson", ".dat"])
def test_layouts_of_json(tmp_path: Path, content: str, suffix: str) -> None:
    assert calls(named(tmp_path / f"a{suffix}", content)) == AS_ONE_AND_TWO


def test_one_record_of_json(tmp_path: Path) -> None:
    assert calls(named(tmp_path / "a.json", json.dumps(A))) == [("", A["text"])]
    assert calls(named(tmp_path / "b.json", json.dumps(A, indent=1) + "\n")) == [("", A["text"])]
    assert calls(named(tmp_path / "c.json", json.dumps([A]))) == [("#1", A["text"])]
    assert calls(named(tmp_path / "d.jsonl", json.dumps(A) + "\n")) == [("#1", A["text"])]
    assert calls(named(tmp_path / "e.json", json.dumps({"articles": [A]}))) == [("#1", A["text"])]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("before", ["", "\ufeff", "sep=DELIMITER\n", "\n"])
def test_tables(tmp_path: Path, delimiter: str, before: str) -> None:
    content = before.replace("DELIMITER", delimiter) + as_csv([A, B], delimiter=delimiter)
    assert calls(named(tmp_path / "a.csv", content)) == AS_ONE_AND_TWO


def test_the_columns_of_news_watch(tmp_path: Path) -> None:
    header = '"title","publish_date","author","content","keyword","category","source","link"\n'
    row = '"Jembatan","2031-02-04 10:00:00","","Jembatan ""Lirih"", putus","jembatan","","kabar.example","https://kabar.example/1"\n'
    (article,) = articles_in(named(tmp_path / "a.csv", header + row))
    assert article.text == 'Jembatan "Lirih", putus'
    assert (article.title, article.published) == ("Jembatan", "2031-02-04T10:00")
    assert (article.outlet, article.url) == ("kabar.example", "https://kabar.example/1")


def test_the_table_of_trafilatura_has_no_header(tmp_path: Path) -> None:
    cells = [
        "https://kabar.example/1",
        "1",
        "0a",
        "kabar.example",
        "Jembatan",
        "null",
        "2031-02-04",
        "Jembatan putus",
        "null",
        "null",
        "article",
    ]
    (article,) = articles_in(named(tmp_path / "a.csv", "\t".join(cells) + "\r\n"))
    assert (article.url, article.title, article.published, article.text) == (cells[0], cells[4], cells[6], cells[7])
    assert article.outlet == "kabar.example"


def test_cells_missing_at_a_rows_end(tmp_path: Path) -> None:
    assert texts_in(named(tmp_path / "a.csv", "title,text,url\nx,Jembatan putus\n")) == ["Jembatan putus"]


def test_the_order_of_files_does_not_matter_to_ids(tmp_path: Path) -> None:
    one, two = named(tmp_path / "a.jsonl", json.dumps(A)), named(tmp_path / "b.txt", TEXT)
    assert {a.id for a in articles_in(one, two)} == {a.id for a in articles_in(two, one)}
