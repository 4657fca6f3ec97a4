"""What the tests of the desk's pages share: reports of their own, a page taken apart, and what asks for pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from starlette.testclient import TestClient

from runut.desk import Desk
from runut.lang import Language
from runut.store import Store
from runut.web.app import create_app
from runut.web.settings import Settings

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "kmp-lintang-samudra"
HERE = Settings(worker=False, hosts=frozenset({"testserver", "127.0.0.1", "localhost"}))

HOSTILE = '<script>window.pwned = 1</script> "><img src=x onerror="window.pwned = 1"> &lt;b&gt; \u202eterbalik\u202c'
HOSTILE_REPORT = {
    "title": f"Warung Kopi Tutup {HOSTILE}",
    "outlet": "../../etc/passwd<script>window.pwned = 1</script>",
    "url": "javascript:window.pwned=1",
    "published": "2026-05-04",
    "text": (
        f"Pemilik warung, Rukmini, mengatakan \u201cpintu ditulisi {HOSTILE}\u201d pada Senin (4/5/2026).\n\n"
        "Tiga orang luka-luka, kata Rukmini."
    ),
}
PLAIN_REPORT = {
    "title": "Jembatan Gantung Dibuka Lagi",
    "outlet": "Warta Hulu",
    "url": "https://warta-hulu.example/jembatan",
    "published": "2026-06-02",
    "text": "Jembatan gantung Desa Sungai Betung dibuka lagi, Selasa (2/6/2026). Kepala desa Sarman menyebut biayanya Rp 40 juta.",
}


@dataclass
class Element:
    """An element of a page with its attributes and its text, inner elements' too."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Outline(HTMLParser):
    """The elements of a page, in their order."""

    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    VOID = frozenset({"meta", "link", "input", "br", "img", "hr", "wbr"})

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in self.VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str) -> list[Element]:
        return [e for e in self.elements if e.tag == tag]

    def values(self, name: str) -> list[str]:
        return [e.attributes[name] for e in self.elements if name in e.attributes]


def outline(html: str) -> Outline:
    """The elements of a page."""
    parsed = Outline()
    parsed.feed(html)
    parsed.close()
    return parsed


def token_in(html: str) -> str:
    """The token of the forms of a page."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', html)
    assert found is not None
    return found[1]


def client_of(store: Store, languages: Mapping[str, Language], settings: Settings = HERE) -> TestClient:
    """What asks the pages over a store; follows no redirects."""
    app = create_app(store, settings)
    app.state.desk = Desk(store, using=languages)
    return TestClient(app, follow_redirects=False, raise_server_exceptions=False)
