"""Whatever is given, nothing crashes, nothing else is lost, and what cannot be read says why."""

from __future__ import annotations

import gzip
import json
import os
import random
import tarfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import runut
from runut import codec
from runut.intake import files, take_in
from runut.intake.files import Unreadable
from runut.model import Article, Skipped

TEXT = "Jembatan di Desa Lirih putus.\n"
LINE = json.dumps({"text": TEXT}).encode() + b"\n"


def told(path: Path) -> list[str]:
    """Each article's text or each reason, in order."""
    taken = list(take_in([path], repeated=True))
    assert codec.to_json(taken)
    return [item.text if isinstance(item, Article) else f"! {item.reason}" for item in taken]


def written(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.json", b"", "the file is empty"),
        ("a.csv", b"", "the file is empty"),
        ("a.html", b"", "the file is empty"),
        ("a.txt", b" \n\t\r\n", "no words"),
        ("a.txt", "\u200b\u200f\u202e\ufeff", "no words"),
        ("a.txt", b"\0\1\2\3" * 500, "no words"),
        ("a.txt", bytes(range(256)) * 40, "binary file"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("a.csv", b"PK\x03\x04\x14\0", "Office document"),
        ("a.txt", "Jembatan".encode("utf-16") + b"\n", "broken UTF-16"),
        ("a.jsonl", '{"text": "Jembatan"}\n'.encode("utf-16")[:-1], "broken UTF-16"),
        ("a.txt.gz", gzip.compress(TEXT.encode() * 99, mtime=0)[:-9], "cut off"),
        ("a.txt.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\3\xff\xff\xff\xff", "gzip file is broken"),
        ("a.txt.gz", gzip.compress(gzip.compress(b"x", mtime=0), mtime=0), "gzip file inside a gzip file"),
        ("a.json", "{}", "an empty record"),
        ("a.json", "[]", "no record in it"),
        ("a.json", "  \n ", "no record in it"),
        ("a.json", '"Jembatan"', "a string"),
        ("a.json", "17", "a number"),
        ("a.json", "null", "null"),
        ("a.json", '{"type": "FeatureCollection", "features": []}', "without a text (its fields: type, features)"),
        ("a.json", '{"text": "Jembatan', "no valid JSON: Unterminated string starting at line 1, column 10"),
        ("a.json", "[" * 100_000, "no record in it"),
        ("a.json", '{"a":' * 100_000, "nested too deep"),
        ("a.json", '{"text": ' + "9" * 5_000 + "}", "text is a number, no text"),
        ("a.json", json.dumps({"schema": "runut/account/1", "articles": [{"text": TEXT}]}), "made by Runut"),
        ("a.html", '<meta name="generator" content="runut 1.0"><p>Jembatan putus.', "made by Runut"),
        ("a.txt", json.dumps({"schema": "runut/account/1", "articles": [{"text": TEXT}]}), "export made by Runut"),
        ("a.txt", json.dumps({"scale": "human", "title": {"unique_id": "story-9f2c"}}, indent=1), "export made by Runut"),
        ("a.csv", f"article,start,end,text,value\r\n9f2c51d0a1b2c3d4,0,8,{TEXT},3\r\n", "a table made by Runut"),
        ("a.tsv", f"row\tcolumn\tarticle\tstart\tend\ttext\n1\tbest\t9f2c\t0\t8\t{TEXT}\n", "a table made by Runut"),
        ("a.csv", f"id,anchor,anchor_from,sha256,text\n9f2c,2031-03-05,published,ab,{TEXT}\n", "a table made by Runut"),
        ("a.txt", f"# Jembatan\n\n- Putus[^1]\n\n[^1]: Warta: “{TEXT}” <!-- 9f2c51d0a1b2c3d4 0 8 -->\n", "a brief or export made by Runut"),
        ("a.html", "<html><head><title>x</title></head></html>", "no article found"),
        ("a.html", "<nav><a href=/>Beranda</a></nav>", "no article found"),
        ("a.html", "<div>" * 10_000 + TEXT, "nested more than"),
        ("a.xml", '<?xml version="1.0"?><rss><channel/></rss>', "a feed"),
        ("a.mhtml", "From: <Saved by Blink>\nMIME-Version: 1.0\n", "its text is empty"),
        ("a.csv", "a,b\n1,2\n", "without a text (its fields: a, b)"),
        ("a.csv", "title,text\n", "a header and no rows"),
        ("a.csv", "id,indexed_date,media_name,media_url,publish_date,title,url\n1,2,3,4,5,6,7\n", "Media Cloud"),
    ],
)  # fmt: skip
def test_what_gives_nothing_says_why(tmp_path: Path, name: str, content: bytes | str, reason: str) -> None:
    (only,) = told(written(tmp_path / name, content))
    assert only.startswith("! ")
    assert reason in only


def test_what_is_not_there_says_so(tmp_path: Path) -> None:
    for source in (tmp_path / "a.txt", f"{tmp_path}/*.txt", "https://kabar.example/1", "", "a\0b"):
        (skipped,) = take_in([source])
        assert isinstance(skipped, Skipped)
        assert skipped.source == str(source)
    (skipped,) = take_in(["kliping/\ud800.txt"])
    assert codec.to_json(skipped)
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere")
    assert told(tmp_path / "b.txt")[0].startswith("! cannot be opened")
    (skipped,) = take_in([17])  # type: ignore[list-item]
    assert isinstance(skipped, Skipped)


def test_a_failing_parser_stops_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise RuntimeError("the tree fell over")

    monkeypatch.setattr("runut.intake.html.extract_plain_text", fail)
    written(tmp_path / "a.html", "<p>Jembatan putus.")
    written(tmp_path / "b.txt", TEXT)
    assert told(tmp_path) == ["! could not be read: RuntimeError: the tree fell over", TEXT]


def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"jembatan\xe9.txt")
    (article,) = take_in([written(path, TEXT)])
    assert isinstance(article, Article)
    assert article.source == str(tmp_path / "jembatan\ufffd.txt")


def test_a_word_is_an_article(tmp_path: Path) -> None:
    assert told(written(tmp_path / "a.txt", "Banjir")) == ["Banjir"]


def test_one_broken_line_costs_no_other(tmp_path: Path) -> None:
    first, broken, last = told(written(tmp_path / "a.jsonl", LINE + b'{"text": rusak}\n\n' + LINE))
    assert (first, last) == (TEXT, TEXT)
    assert "line 1, column 10" in broken


def test_one_broken_record_of_a_document_costs_no_other(tmp_path: Path) -> None:
    whole = json.dumps({"text": TEXT}, indent=1)
    first, broken, last = told(written(tmp_path / "a.json", f'{whole}\n{{\n "text": rusak\n}}\n{whole}'))
    assert (first, last) == (TEXT, TEXT)
    assert "line 5" in broken


def test_a_document_that_is_all_broken_is_given_up(tmp_path: Path) -> None:
    reasons = told(written(tmp_path / "a.json", "{\n" * 10_000))
    assert len(reasons) < 200
    assert "given up" in reasons[-1]


def test_records_that_are_none_are_named_by_number(tmp_path: Path) -> None:
    taken = list(take_in([written(tmp_path / "a.json", json.dumps([1, {"text": TEXT}, {"title": "x"}]))]))
    assert [t.source.rpartition("#")[2] for t in taken] == ["1", "2", "3"]
    assert [type(t) for t in taken] == [Skipped, Article, Skipped]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ('"b","Jembatan "Lirih" putus","u"', "a quotation mark too many"),
        ('"b","Jembatan putus,"u"', "a quotation mark too many"),
        ('"b","Jembatan\n\nputus "itu"\n\nlagi","u"', "a quotation mark too many"),
        ("b,Jembatan,putus,lagi,u", "5 cells under 3 columns"),
    ],
)
def test_a_quotation_mark_too_many_costs_one_row(tmp_path: Path, row: str, why: str) -> None:
    good = '"a","Jembatan satu\nputus","u"\n', '"c","Jembatan ""tiga""","u"\n', "d,Jembatan empat,u\n"
    table = f"title,text,url\n{good[0]}{row}\n{good[1]}{good[2]}"
    first, broken, *rest = told(written(tmp_path / "a.csv", table))
    assert [first, *rest] == ["Jembatan satu\nputus", 'Jembatan "tiga"', "Jembatan empat"]
    assert why in broken
    assert broken.startswith("! line" if "\n" not in row else "! lines 4 to 8")


def test_a_quotation_mark_never_closed_costs_one_row(tmp_path: Path) -> None:
    table = 'title,text\na,Jembatan satu\nb,"Jembatan dua\nc,Jembatan tiga\n'
    assert told(written(tmp_path / "a.csv", table)) == [
        "Jembatan satu",
        "! line 3 cannot be read as a row: a quotation mark is never closed",
        "Jembatan tiga",
    ]


def test_a_table_of_stray_quotation_marks_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("runut.intake.table.MAX_RECOVERED", 100_000)
    table = "title,text\n" + 'a,"Jembatan\n' * 20_001
    assert "all after it" in told(written(tmp_path / "a.csv", table))[-1]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("name", ["a.tar", "a.tgz", "a.jsonl", "a.txt"])
def test_a_tar_archive_is_no_report(tmp_path: Path, name: str, form: int, packed: bool) -> None:
    written(tmp_path / "x.jsonl", LINE * 9)
    with tarfile.open(tmp_path / name, "w:gz" if packed else "w", format=form) as archive:
        archive.add(tmp_path / "x.jsonl", "x.jsonl")
    assert told(tmp_path / name) == ["! not text: a tar archive; unpack it"]


def test_a_report_on_tar_is_one(tmp_path: Path) -> None:
    text = "Jembatan " * 28 + "putus.ustar adalah kata."
    assert told(written(tmp_path / "a.txt", text[:252].ljust(257, ".") + "ustar")) == [
        text[:252].ljust(257, ".") + "ustar"
    ]


@pytest.mark.parametrize("harm", ["cut", "garbage", "checksum"])
@pytest.mark.parametrize("count", [1, 2, 300])
def test_the_last_whole_record_of_a_broken_gzip_is_read(tmp_path: Path, harm: str, count: int) -> None:
    texts = [f"Jembatan {n} putus." for n in range(count)]
    packed = gzip.compress("".join(json.dumps({"text": t}) + "\n" for t in texts).encode())
    broken = {"cut": packed[:-8], "garbage": packed + b"sampah", "checksum": packed[:-8] + bytes(4) + packed[-4:]}[harm]
    *read, reason = told(written(tmp_path / "a.jsonl.gz", broken))
    assert read == texts
    assert reason.endswith(f"; {count} record{'' if count == 1 else 's'} came before that")


def test_a_number_that_python_makes_no_integer_of_costs_no_report(tmp_path: Path) -> None:
    row = f'{{"text": {json.dumps(TEXT)}, "views": {"9" * 5_000}, "date": -{"9" * 5_000}}}\n'
    for name in ("a.jsonl", "a.json"):
        assert told(written(tmp_path / name, row * 2)) == [TEXT, TEXT]


@pytest.mark.parametrize("suffix", [".jsonl", ".json", ".csv"])
def test_what_a_cut_off_gzip_still_holds_is_read(tmp_path: Path, suffix: str) -> None:
    chance = random.Random(7)
    texts = [f"Jembatan {n} " + "".join(chance.choices("abcdefgh ", k=200)) for n in range(3_000)]
    rows = {
        ".jsonl": "\n".join(json.dumps({"text": t}) for t in texts),
        ".json": json.dumps([{"text": t} for t in texts], indent=1),
        ".csv": "title,text\n" + "\n".join(f"x,{t}" for t in texts),
    }
    packed = gzip.compress(rows[suffix].encode())
    for share in (0.9, 0.02):
        *read, reason = told(written(tmp_path / f"a{suffix}.gz", packed[: int(len(packed) * share)]))
        whole = [text for text in read if not text.startswith("! ")]
        assert whole[:-1] == texts[: len(whole) - 1]
        assert len(texts) * share * 0.8 < len(whole) < len(texts)
        assert "cut off" in reason


# --- limits ----------------------------------------------------------------------------------------------------------


def test_a_line_of_50_megabytes(tmp_path: Path) -> None:
    long = b"Jembatan putus. " * (50 * 1024 * 1024 // 16)
    assert "no single report" in told(written(tmp_path / "a.txt", long))[0]
    lines = told(written(tmp_path / "a.jsonl", LINE + b'{"text": "' + long + b'"}\n' + LINE))
    assert [lines[0], lines[2]] == [TEXT, TEXT]
    assert "a line of more than" in lines[1]
    cells = told(written(tmp_path / "a.csv", b'title,text\nx,"' + long + b'"\ny,Jembatan\n'))
    assert "a line of more than" in cells[0]
    assert cells[1] == "Jembatan"


@pytest.mark.parametrize(
    ("name", "filling"),
    [
        *(
            (f"a{suffix}.gz", filling)
            for suffix in (".txt", ".jsonl", ".json", ".csv", ".html")
            for filling in (b"a", b"\n")
        ),
        ("a.jsonl.gz", b'{"text": "' + b"Jembatan. " * 200 + b'"}\n'),
        ("a.csv.gz", b"title,text\n" + b"Jembatan. " * 200 + b",a\n"),
    ],
)
def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path, name: str, filling: bytes) -> None:
    packed = gzip.compress(filling * (50 * files.MIB // len(filling)))
    *_, last = take_in([written(tmp_path / name, packed)])
    assert isinstance(last, Skipped)
    assert "times its size" in last.reason


def test_a_file_larger_than_its_limit(tmp_path: Path) -> None:
    with (
        files.opened(str(written(tmp_path / "a.txt", b"x" * (3 * files.MIB)))) as file,
        pytest.raises(Unreadable, match="2 MiB"),
    ):
        file.read(2 * files.MIB)


def test_many_lines_need_little_memory(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.jsonl",
        b"".join(json.dumps({"text": f"{TEXT} {n} " * 10}).encode() + b"\n" for n in range(4_000)),
    )
    tracemalloc.start()
    try:
        assert sum(1 for _ in take_in([path])) == 4_000
        assert tracemalloc.get_traced_memory()[1] < path.stat().st_size
    finally:
        tracemalloc.stop()


# --- whatever ---------------------------------------------------------------------------------------------------------


def whatever(name: str) -> Callable[[Path, bytes], None]:
    def check(folder: Path, content: bytes) -> None:
        path = written(folder / name, content)
        taken = list(take_in([path]))
        assert taken
        for item in taken:
            assert item.source.startswith(str(path))
            if isinstance(item, Article):
                assert item.id == codec.article_id(item.source, item.text)
        assert codec.to_json(taken)

    return check


@pytest.mark.parametrize(
    "name", ["a.txt", "a.json", "a.jsonl", "a.csv", "a.html", "a", "a.txt.gz", "a.jsonl.gz", "a.parquet", "a.warc"]
)
@settings(deadline=None)
@given(
    st.binary(max_size=400)
    | st.lists(
        st.sampled_from(
            [
                '{"text": "',
                '"}',
                "[",
                "]",
                ",",
                '"',
                "\n",
                "\\ud800",
                '{"\\ud800": "',
                '": "',
                "title,text",
                "<p>",
                "<div",
                "a",
                "\0",
                "“",
                "\r",
            ]
        )
    ).map(lambda parts: "".join(parts).encode())
)
def test_no_bytes_crash_it(tmp_path_factory: pytest.TempPathFactory, name: str, content: bytes) -> None:
    whatever(name)(
        tmp_path_factory.getbasetemp(), gzip.compress(content) if name.endswith("gz") and len(content) % 2 else content
    )


def test_a_cut_off_document_counts_only_what_could_be_read(tmp_path: Path) -> None:
    first = '{"text": "Jembatan putus."}'
    for rows, reason in (
        ('[{"text": "Jembatan pu', "the gzip file is cut off"),
        (f"[{first}, {first[:12]}", "the gzip file is cut off; 1 record came before that"),
    ):
        (tmp_path / "a.json.gz").write_bytes(gzip.compress(rows.encode() + b" " * 9, mtime=0)[:-9])
        *_, last = take_in([tmp_path / "a.json.gz"])
        assert isinstance(last, Skipped)
        assert last.reason == reason


@pytest.mark.parametrize("digits", ["1" * 41, "1" * 5_000, "9" * 5_000 + ",5", ".".join(["999"] * 2_000)])
def test_a_run_of_digits_without_end_loses_no_article(digits: str) -> None:
    told = runut.account(
        [{"text": f"Jembatan putus di Kalimas. Kode {digits} orang tewas. Sebanyak 14 orang terluka."}]
    )
    assert not told.skipped
    assert [f.low for f in told.figures] == [14]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", f"start,end,article,text\n1,2,x,{TEXT}\n"),  # somebody else's columns
        ("a.csv", f"article,text\nx,{TEXT}\n"),
        ("a.txt", '{"schema": "warta/1", "text": "Jembatan putus."}'),
        ("a.txt", f"# Jembatan\n\n{TEXT}[^1]\n\n[^1]: Warta: “{TEXT}” <!-- sumber -->\n"),
    ],
)
def test_what_looks_a_little_like_a_table_or_brief_of_runut_is_read(tmp_path: Path, name: str, content: str) -> None:
    (only,) = told(written(tmp_path / name, content))
    assert not only.startswith("! ")
