"""Pages to articles: ours, trafilatura's beside it in the same run, and out of a web archive. Pages a second of the processor.

The pages are made here, 60 to 90 KB each as outlets' pages are, around the texts of the examples: menus, cards of other reports, scripts,
styles, JSON-LD. trafilatura does the same work with its settings for speed, metadata with it.
"""

from __future__ import annotations

import io
import json
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from runut import intake
from runut.intake import html, pieces
from runut.model import Article

ROOT = Path(__file__).resolve().parent.parent
PAGES, ROUNDS = 400, 3


def make_page(n: int, title: str, text: str) -> str:
    """The nth page around a text, of 60 to 90 KB."""
    size = 40 + n % 20
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    menu = "".join(
        f'<li class="menu-item menu-item-{i}"><a class="nav__link" href="https://kabar.example/kanal/{i}">Kanal {i}</a></li>'
        for i in range(size)
    )
    cards = "".join(
        f'<div class="card card--small"><a class="card__link" href="https://kabar.example/berita/{n}{i}/judul-lain-{i}">'
        f'<img src="https://gambar.kabar.example/{i}.jpg?w=300" alt="Foto {i}" loading="lazy" width="300" height="200">'
        f'<h3 class="card__title">Judul berita lain nomor {i} tentang hal lain</h3><span class="card__time">{i} jam lalu</span></a></div>'
        for i in range(size)
    )
    script = "".join(
        f"window.lapisan=window.lapisan||[];function jejak{i}(){{lapisan.push(arguments)}};"
        f"var iklan{i}={{slot:'/1/kabar/{i}',ukuran:[[300,250],[728,90]]}};"
        for i in range(3 * size)
    )
    style = "".join(
        f".c{i}{{margin:0 auto;padding:{i}px;color:#33{i % 10}{i % 7}ff;font-size:{i}px}}" for i in range(4 * size)
    )
    about = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": title,
            "datePublished": f"2031-02-{1 + n % 27:02}T10:00:00+07:00",
            "author": [{"@type": "Person", "name": "Rara Contoh"}],
            "publisher": {"@type": "Organization", "name": "Kabar Contoh"},
        }
    )
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{title} - Kabar Contoh</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Kabar Contoh">'
        f'<link rel="canonical" href="https://kabar.example/{n}"><style>{style}</style>'
        f'<script type="application/ld+json">{about}</script><script>{script}</script></head>'
        f"<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1>"
        f'<div class="isi">{paragraphs}</div></article><aside class="sidebar">{cards}</aside></main>'
        f"<footer><ul>{menu}</ul></footer></body></html>"
    )


def make_pages(count: int = PAGES) -> list[bytes]:
    """So many pages around the texts of the examples."""
    found = [item for item in intake.take_in([ROOT / "examples"]) if isinstance(item, Article)]
    return [
        make_page(n, found[n % len(found)].title or "Kabar", found[n % len(found)].text).encode() for n in range(count)
    ]


def make_archive(pages: Iterable[bytes], target: Path) -> None:
    """An archive of pages, packed record by record with a request before each, as CC-NEWS is."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with target.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for n, page in enumerate(pages):
            url = f"https://kabar.example/{n}"
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=UTF-8")], protocol="HTTP/1.1")
            ask = io.BytesIO(b"GET / HTTP/1.1\r\nHost: kabar.example\r\n\r\n")
            writer.write_record(writer.create_warc_record(url, "request", payload=ask))
            writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(page), http_headers=http))


def rate(work: Callable[[], int]) -> float:
    """The most things a second of the processor that some rounds of the work did."""
    best = 0.0
    for _ in range(ROUNDS):
        began = time.process_time()
        count = work()
        best = max(best, count / (time.process_time() - began))
    return best


def measure() -> dict[str, float]:
    """Pages a second: `ours`, `trafilatura`, `archive` (out of an archive), `split` (the parent's part of that); `kib` a page."""
    import trafilatura

    pages = make_pages()

    def ours() -> int:
        return sum(isinstance(html.read_page(page, "halaman"), Article) for page in pages)

    def theirs() -> int:
        return sum(trafilatura.bare_extraction(page, fast=True, with_metadata=True) is not None for page in pages)

    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "halaman.warc.gz"
        make_archive(pages, archive)
        listed = pieces.inputs([archive])
        split = list(pieces.split(listed))
        return {
            "kib": sum(map(len, pages)) / len(pages) / 1024,
            "ours": rate(ours),
            "trafilatura": rate(theirs),
            "split": rate(lambda: sum(len(piece.units) for piece in pieces.split(listed))),
            "archive": rate(lambda: sum(1 for piece in split for _ in pieces.read_piece(piece))),
        }


def measure_pages(shared: Path) -> str:
    """The block: pages a second beside trafilatura's, and out of an archive."""
    got = measure()
    return "\n".join(
        [
            f"{PAGES} pages of {got['kib']:.0f} KiB in the mean, made around the texts of the examples (menus, cards, scripts, JSON-LD):",
            "",
            "| pages a second of one core | goal | measured |",
            "|---|---|---|",
            f"| a page to an article: text, title, outlet, day, authors, address | ≥ 1,000 | **{got['ours']:,.0f}** |",
            f"| trafilatura, its fast setting, with metadata, on the same pages | | {got['trafilatura']:,.0f} |",
            f"| an archive (WARC, packed record by record) to articles | | {got['archive']:,.0f} |",
            f"| … what the parent of a batch does of that | | {got['split']:,.0f} |",
        ]
    )
