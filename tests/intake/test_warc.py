"""Web archives: an archived page is an article, and what stands in the place of one says why it is none."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from runut.intake import take_in
from runut.model import Article, Skipped

pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file", "ignore:Exception ignored in")  # by warcio

URL = "https://kabar.example/berita"


def page(n: int, paragraphs: int = 3) -> str:
    body = "".join(
        f"<p>Jembatan nomor {n} di Desa Lirih putus, kata Camat Lirih, Budi Contoh, untuk kali ke-{i}.</p>"
        for i in range(paragraphs)
    )
    return f"<!DOCTYPE html><html><head><title>Jembatan {n}</title></head><body><article>{body}</article></body></html>"


class Archive:
    """An archive of our own, as a crawler writes it."""

    def __init__(self, *, packed: bool = True) -> None:
        self.bytes = io.BytesIO()
        self.starts: list[int] = []
        self._writer = WARCWriter(self.bytes, gzip=packed)

    def add(
        self,
        payload: bytes | str,
        *,
        url: str = URL,
        kind: str = "response",
        status: str = "200 OK",
        headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),),
    ) -> Archive:
        data = payload.encode() if isinstance(payload, str) else payload
        http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1") if kind in ("response", "revisit") else None
        self.starts.append(self.bytes.tell())
        self._writer.write_record(
            self._writer.create_warc_record(
                url,
                kind,
                payload=io.BytesIO(data),
                http_headers=http,
                warc_content_type=dict(headers).get("Content-Type", "") if http is None else "",
            )
        )
        return self

    def at(self, path: Path) -> Path:
        path.write_bytes(self.bytes.getvalue())
        return path


def crawl(pages: int, *, packed: bool = True, paragraphs: int = 3) -> Archive:
    """An archive as CC-NEWS has them: a request before every answer."""
    archive = Archive(packed=packed)
    for n in range(1, pages + 1):
        archive.add(b"GET / HTTP/1.1\r\n\r\n", kind="request", url=f"{URL}/{n}")
        archive.add(page(n, paragraphs), url=f"{URL}/{n}")
    return archive


def told(path: Path | str) -> list[str]:
    return [i.url or i.text if isinstance(i, Article) else f"! {i.reason}" for i in take_in([path])]


@pytest.mark.parametrize("packed", [True, False])
def test_an_archived_page_is_an_article(tmp_path: Path, packed: bool) -> None:
    path = crawl(3, packed=packed).at(tmp_path / ("a.warc.gz" if packed else "a.warc"))
    taken = list(take_in([path]))
    assert [(a.source, a.url, a.title) for a in taken if isinstance(a, Article)] == [
        (f"{path}#{2 * n}", f"{URL}/{n}", f"Jembatan {n}") for n in (1, 2, 3)
    ]
    assert {a.published for a in taken if isinstance(a, Article)} == {None}
    assert len(taken) == 3


def test_it_is_told_by_how_it_begins_and_read_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = crawl(2)
    wanted = [f"{URL}/1", f"{URL}/2"]
    assert told(archive.at(tmp_path / "tanpa-nama")) == wanted
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(archive.bytes.getvalue())))
    assert told("-") == wanted


def test_one_that_is_packed_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(crawl(3, packed=False).bytes.getvalue()))
    assert told(path) == [f"{URL}/{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (page(1).encode(), ()),
        (gzip.compress(page(1).encode()), (("Content-Encoding", "gzip"),)),
        (zlib.compress(page(1).encode()), (("Content-Encoding", "deflate"),)),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(page(1)), page(1).encode()), (("Transfer-Encoding", "chunked"),)),
        # Unpacked by the crawler, which left the header.
        (page(1).encode(), (("Content-Encoding", "gzip"),)),
        (page(1).encode(), (("Content-Encoding", "br"),)),
        (page(1).encode(), (("Transfer-Encoding", "chunked"),)),
        (page(1).encode(), (("Content-Type", "application/xhtml+xml"),)),
    ],
)
def test_encodings_of_an_answer(tmp_path: Path, body: bytes, headers: tuple[tuple[str, str], ...]) -> None:
    path = Archive().add(body, headers=headers).at(tmp_path / "a.warc.gz")
    (article,) = take_in([path])
    assert isinstance(article, Article), article
    assert article.text.startswith("Jembatan nomor 1 di Desa Lirih putus")


def test_the_code_page_that_the_server_names(tmp_path: Path) -> None:
    text = page(1).replace("Budi", "Łukasz")
    headers = (("Content-Type", "text/html; charset=ISO-8859-2"),)
    (article,) = take_in([Archive().add(text.encode("iso-8859-2"), headers=headers).at(tmp_path / "a.warc.gz")])
    assert isinstance(article, Article)
    assert "Łukasz Contoh" in article.text
    # Bytes that are UTF-8 are that, whatever the server says.
    (article,) = take_in([Archive().add(text, headers=headers).at(tmp_path / "a.warc.gz")])
    assert isinstance(article, Article)
    assert "Łukasz Contoh" in article.text


def test_what_stands_in_the_place_of_a_page_says_why(tmp_path: Path) -> None:
    archive = (
        Archive()
        .add("", status="404 Not Found", url=f"{URL}/1")
        .add(page(1), status="301 Moved Permanently", url=f"{URL}/2")
        .add(b"\x89PNG", headers=(("Content-Type", "image/png"),), url=f"{URL}/3")
        .add("", kind="revisit", url=f"{URL}/4")
        .add("Jembatan putus.", kind="conversion", headers=(("Content-Type", "text/plain"),), url=f"{URL}/5")
        .add("", url=f"{URL}/6")
        .add(page(7), kind="continuation", url=f"{URL}/7")
        .add("<nav><a href=/>Beranda</a></nav>", url=f"{URL}/8")
        .add(page(9), kind="ganjil", url=f"{URL}/9")
    )
    path = archive.at(tmp_path / "a.warc.gz")
    taken = list(take_in([path]))
    assert [s.source for s in taken] == [f"{path}#{n}" for n in range(1, 10)]
    assert [s.reason for s in taken if isinstance(s, Skipped)] == [
        "no page: the server answered 404",
        "no page: the server answered 301",
        "no page: image/png",
        "a revisit: the page stands where it was archived first",
        "text made of a page, not the page itself: give the WARC file, not the WET file",
        "an empty page",
        "a page in several records, which are not put together here",
        "no article found in the page",
        "a record of no kind that is known",
    ]


def test_what_crawlers_fetch_besides_pages_is_passed_over(tmp_path: Path) -> None:
    archive = (
        Archive()
        .add("software: x", kind="warcinfo")
        .add("User-agent: *", url="https://kabar.example/robots.txt", headers=(("Content-Type", "text/plain"),))
        .add("kabar.example. 300 IN A 192.0.2.1", kind="resource", url="dns:kabar.example")
        .add("fetchTimeMs: 5", kind="metadata")
        .add(page(1), url=f"<{URL}/1>")
        .add(page(2), kind="resource", url=f"{URL}/2", headers=(("Content-Type", "text/html"),))
    )
    assert told(archive.at(tmp_path / "a.warc.gz")) == [f"{URL}/1", f"{URL}/2"]


def test_the_same_page_once_more(tmp_path: Path) -> None:
    archive = Archive().add(page(1)).add(page(1)).add(page(1), url=f"{URL}/lain").add(page(2))
    assert told(archive.at(tmp_path / "a.warc.gz")) == [
        URL,
        "! given twice: the same page as record 1",
        f"{URL}/lain",
        URL,
    ]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("cut", [1, 40, 400, 1_500])
def test_what_is_cut_off_gives_what_came_before(tmp_path: Path, packed: bool, cut: int) -> None:
    archive = crawl(5, packed=packed, paragraphs=20)
    whole = archive.bytes.getvalue()
    path = tmp_path / "a.warc.gz"
    path.write_bytes(whole[: archive.starts[-1] + (len(whole) - archive.starts[-1]) * (2_000 - cut) // 2_000])
    taken = told(path)
    assert taken[:4] == [f"{URL}/{n}" for n in range(1, 5)]
    assert all(line.startswith("! ") and "cut off" in line for line in taken[4:] if not line.startswith(URL))
    assert len(taken) > 4
    if packed:
        assert taken[-1].startswith("! the archive is cut off; ")


@pytest.mark.parametrize("packed", [True, False])
def test_after_a_broken_stretch_it_goes_on(tmp_path: Path, packed: bool) -> None:
    archive = crawl(6, packed=packed, paragraphs=4)
    data = bytearray(archive.bytes.getvalue())
    begin = archive.starts[4]
    data[begin : begin + 60] = b"\x07" * 60
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    taken = told(path)
    pages = [line for line in taken if not line.startswith("! ")]
    reasons = [line for line in taken if line.startswith("! ")]
    assert pages == [f"{URL}/{n}" for n in (1, 2, 4, 5, 6)] or pages == [f"{URL}/{n}" for n in range(1, 7)]
    assert len(reasons) == 1
    assert "broken from here on" in reasons[0]


@pytest.mark.parametrize(
    "content", [b"WARC/1.0\r\n", b"WARC/1.0\r\n\r\n\r\n\r\n", b"WARC/\xff\xff", b"Jembatan putus."]
)
@pytest.mark.parametrize("packed", [True, False])
def test_what_is_no_archive_says_so(tmp_path: Path, content: bytes, packed: bool) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(content) if packed else content)
    taken = told(path)
    assert taken
    assert all(line.startswith("! ") for line in taken)
