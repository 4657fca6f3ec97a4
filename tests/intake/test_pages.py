"""Saved pages: the body as text, metadata from what the page says of itself."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path

import pytest

from runut.intake import html, take_in
from runut.model import Article

PARAGRAPHS = (
    "Sebuah jembatan gantung di Desa Lirih putus pada Selasa (4/2/2031) pagi akibat hujan yang turun semalaman.",
    "“Tidak ada korban jiwa,” kata Camat Lirih, Budi Contoh, saat dihubungi.",
    "Warga kini memutar lewat desa sebelah sejauh sepuluh kilometer.",
)
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Jembatan Lirih &quot;Putus&quot;",
    "datePublished": "2031-02-04T03:00:00Z",
    "author": [{"@type": "Person", "name": "Rara Contoh"}, {"@type": "Person", "name": "Budi Contoh"}],
    "publisher": {"@type": "Organization", "name": "PT Kabar Contoh"},
}
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Jembatan Putus - Kabar Contoh</title>
{head}</head><body><header><nav><ul><li><a href="/">Beranda</a></li><li><a href="/daerah">Daerah</a></li></ul></nav></header>
{body}
<aside class="sidebar"><h3>Terpopuler</h3><ul><li><a href="/2">Harga Cabai Naik di Pasar Contoh</a></li></ul></aside>
<footer>Hak cipta Kabar Contoh</footer><script>var x = "<p>skrip</p>";</script></body></html>"""


def article_of(
    tmp_path: Path, head: str = "", body: str = f"<article>{BODY}</article>", encoding: str = "utf-8"
) -> Article:
    path = tmp_path / "halaman.html"
    path.write_bytes(PAGE.format(head=head, body=body).encode(encoding))
    (article,) = take_in([path])
    assert isinstance(article, Article), article
    assert article.page_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    return article


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


BODIES = {
    "article": f"<article>{BODY}</article>",
    "main": f"<main><div>{BODY}</div></main>",
    "plain divs": f'<div class="container"><div class="isi-berita">{BODY}</div></div>',
    "body called sidebar article": f'<div id="article"><div class="side-article txt-article">{BODY}</div></div>',
    "line breaks": f'<div class="content"><div id="isi">{"<br><br>".join(PARAGRAPHS)}</div></div>',
    "called after its comments": f'<div class="comments-open"><div class="entry-content">{BODY}</div></div>',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_the_body_is_the_report_without_the_page(tmp_path: Path, body: str) -> None:
    text = article_of(tmp_path, body=body).text
    assert [p for p in PARAGRAPHS if p in text] == list(PARAGRAPHS)
    for other in ("Beranda", "Terpopuler", "Harga Cabai", "Hak cipta", "skrip"):
        assert other not in text


def test_paragraphs_are_apart_and_pictures_are_not_described(tmp_path: Path) -> None:
    body = f'<article><figure><img src="a.jpg" alt="Gambar jembatan"></figure><ul><li>{PARAGRAPHS[2]}</li></ul>{BODY}</article>'
    text = article_of(tmp_path, body=body).text
    assert f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}" in text
    assert "Gambar" not in text
    assert "•" not in text


def test_what_json_ld_says(tmp_path: Path) -> None:
    for value in (LD, [LD], {"@graph": [{"@type": "WebPage"}, LD]}, {"@type": "WebPage", "mainEntity": LD}):
        article = article_of(tmp_path, ld({"@type": "BreadcrumbList"}) + ld(value))
        assert article.title == 'Jembatan Lirih "Putus"'
        assert article.published == "2031-02-04T10:00+07:00"
        assert article.authors == ("Rara Contoh", "Budi Contoh")
        assert article.outlet == "PT Kabar Contoh"
        # What a page says of its language is its template's, not its report's.
        assert article.language is None


def test_broken_json_ld_is_passed_over(tmp_path: Path) -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>' + ld(LD)
    assert article_of(tmp_path, head).title == 'Jembatan Lirih "Putus"'
    with_line_break = json.dumps(LD).replace("Rara Contoh", "Rara\nContoh")
    assert (
        article_of(tmp_path, f'<script type="application/ld+json">{with_line_break}</script>').authors[0]
        == "Rara Contoh"
    )
    deep = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    assert article_of(tmp_path, deep).published is None


def test_what_opengraph_says(tmp_path: Path) -> None:
    head = """<meta property="og:title" content="Jembatan Lirih Putus"><meta property="og:site_name" content="Kabar Contoh">
    <meta property="og:url" content="https://kabar.example/1"><meta property="article:published_time" content="2031-02-04T10:00:00+07:00">
    <meta name="author" content="Rara Contoh">"""
    article = article_of(tmp_path, head)
    assert (article.title, article.outlet) == ("Jembatan Lirih Putus", "Kabar Contoh")
    assert (article.url, article.published) == ("https://kabar.example/1", "2031-02-04T10:00+07:00")
    assert article.authors == ("Rara Contoh",)


@pytest.mark.parametrize(
    "meta",
    [
        '<meta name="publishdate" content="2031/02/04 10:00:00">',
        '<meta name="content_PublishedDate" content="2031-02-04 10:00:00">',
        '<meta itemprop="datePublished" content="2031-02-04T10:00:00">',
        '<meta name="dtk:publishdate" content="2031/02/04 10:00:00">',
    ],
)
def test_other_places_of_the_day(tmp_path: Path, meta: str) -> None:
    assert article_of(tmp_path, meta).published == "2031-02-04T10:00"


def test_time_elements_count_where_they_agree(tmp_path: Path) -> None:
    own = '<time datetime="2031-02-04T10:00:00+07:00">Selasa</time>'
    other = '<ul><li><a href="/2">Cabai</a> <time datetime="2031-01-30">30 Januari</time></li></ul>'
    published = "2031-02-04T10:00+07:00"
    assert article_of(tmp_path, body=f"<article>{own}{BODY}</article>").published == published
    assert article_of(tmp_path, body=f"<article>{own}{BODY}</article>{other}").published == published
    assert article_of(tmp_path, body=f"<div>{own}{BODY}</div>{other}").published is None
    marked = own.replace("<time", "<time pubdate")
    assert article_of(tmp_path, body=f"<div>{marked}{BODY}</div>{other}").published == published


def test_headline_and_address_of_last_resort(tmp_path: Path) -> None:
    saved = "<!-- saved from url=(0024)https://kabar.example/1 -->"
    article = article_of(tmp_path, saved, f"<h1>Jembatan\n  Putus</h1><article>{BODY}</article>")
    assert article.title == "Jembatan Putus"
    assert article.url == "https://kabar.example/1"
    assert article_of(tmp_path, '<link rel="canonical" href="/1">').url is None
    assert article_of(tmp_path).title == "Jembatan Putus - Kabar Contoh"


def test_code_pages(tmp_path: Path) -> None:
    for head, encoding in (
        ("", "utf-8"),
        ("", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ("", "utf-16"),
        ('<meta charset="utf-16">', "utf-8"),
    ):
        assert PARAGRAPHS[1] in article_of(tmp_path, head, encoding=encoding).text
    arabic = f"<article>{BODY}<p>{'جسر القرية سقط صباح الثلاثاء ' * 3}</p></article>".replace("“", '"').replace(
        "”", '"'
    )
    path = tmp_path / "b.html"
    path.write_bytes(PAGE.replace("utf-8", "windows-1256").format(head="", body=arabic).encode("cp1256"))
    (article,) = take_in([path])
    assert isinstance(article, Article)
    assert "جسر القرية" in article.text


MANY = {
    "meta": "<meta property=x content=y>",
    "h1": "<h1>Judul</h1>",
    "time": '<time datetime="2031-02-04">4 Februari</time>',
    "link": '<link rel="canonical" href="https://kabar.example/a">',
    "script": '<script type="application/ld+json">{"@type": "Thing"}</script>',
    "title": "<title>Judul</title>",
}


@pytest.mark.parametrize("piece", MANY.values(), ids=MANY)
def test_no_page_takes_the_square_of_its_length(piece: str) -> None:
    data = f"<html><body>{piece * 5_000}<p>Feri Citra Lontar kandas, Selasa pagi.</p>".encode()
    began = time.process_time()
    html.read_page(data, "https://kabar.example/a")
    assert time.process_time() - began < 5


def test_what_a_page_says_of_itself_is_found_among_many_tags() -> None:
    head = (
        '<title>Feri Kandas</title><meta name="author" content="Laras"><meta name="kosong">'
        '<link rel="canonical" href="https://kabar.example/feri"><link rel="icon" href="/x">'
        '<script>var a = 1</script><script type="application/ld+json">'
        '{"@type": "NewsArticle", "headline": "Feri Citra Lontar Kandas", "datePublished": "2031-02-04"}</script>'
    )
    body = "<p>Feri Citra Lontar kandas di karang, Selasa pagi.</p>" * 3
    few, many = (
        html.read_page(f"<html><head>{head}{MANY['meta'] * n}</head><body>{body}</body></html>".encode(), "a.html")
        for n in (1, 1_000)
    )
    assert isinstance(few, Article)
    assert isinstance(many, Article)
    assert (few.title, few.url, few.published) == (
        "Feri Citra Lontar Kandas",
        "https://kabar.example/feri",
        "2031-02-04",
    )
    for name in ("title", "url", "published", "authors", "outlet", "text"):
        assert getattr(few, name) == getattr(many, name), name
