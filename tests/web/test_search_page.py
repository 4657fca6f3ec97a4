"""The search page: filters and pages without script, each hit leads to its passage, no text is interpreted."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from desk_pages import HOSTILE, Outline
from starlette.testclient import TestClient

from runut.desk import Desk


def _page(client: TestClient, address: str, status: int = 200) -> tuple[str, Outline]:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    outline = Outline()
    outline.feed(answer.text)
    return answer.text, outline


def _links(outline: Outline) -> list[str]:
    return [e.attributes["href"] for e in outline.elements if e.tag == "a"]


def test_the_empty_page_says_how_to_search(client: TestClient) -> None:
    text, outline = _page(client, "/search")
    assert "tewaskan" in text
    assert not [e for e in outline.elements if e.tag == "mark"]


def test_articles_with_marks_that_lead_to_their_passages(client: TestClient, desk: Desk) -> None:
    _, outline = _page(client, "/search?q=kebakaran")
    assert {e.text.lower() for e in outline.elements if e.tag == "mark"} == {"kebakaran", "terbakar"}
    led = [link for link in _links(outline) if link.startswith("/articles/")]
    assert len(led) == 6
    for link in led:
        article, at = re.fullmatch(r"/articles/(\w+)\?at=([\d,-]+)#p-\w+-\d+-\d+", link).groups()  # type: ignore[union-attr]
        whole = desk.article(article).text
        for stretch in at.split(","):
            start, end = map(int, stretch.split("-"))
            assert whole[start:end].lower() in ("kebakaran", "terbakar")
        assert client.get(link).status_code == 200


def test_the_kinds_are_tabs_with_their_counts(client: TestClient) -> None:
    _, outline = _page(client, "/search?q=kapal")
    tabs = [e for e in outline.elements if e.tag == "a" and "kind=" in e.attributes["href"]]
    assert [parse_qs(urlsplit(t.attributes["href"]).query)["kind"] for t in tabs] == [
        ["article"],
        ["statement"],
        ["figure"],
        ["name"],
    ]
    assert [t.attributes.get("aria-current") for t in tabs] == ["true", None, None, None]
    for tab in tabs:
        count = int(re.search(r"\d+", tab.text)[0])  # type: ignore[index]
        text, shown = _page(client, tab.attributes["href"])
        assert text.count('<p class="snippet">') == min(count, 20)
        assert [e.text.split()[0] for e in shown.elements if e.attributes.get("aria-current") == "true"] == [
            tab.text.split()[0]
        ]


def test_statements_figures_and_names(client: TestClient) -> None:
    assert "Ratna Dewi" in _page(client, "/search?speaker=ratna&kind=statement")[0]
    figures, outline = _page(client, "/search?measure=killed&kind=figure&lang=en")
    assert '<span class="note">killed</span>' in figures
    assert next(e for e in outline.elements if e.tag == "option" and "selected" in e.attributes).text == "killed"
    names, outline = _page(client, "/search?q=ratna&kind=name&lang=en")
    assert "in 3 articles" in names or "in 2 articles" in names
    assert any(link.startswith("/names?name=Ratna") for link in _links(outline))


def test_filters_stay_in_the_form_and_in_the_links(client: TestClient, ferry: str) -> None:
    address = f"/search?q=kapal&from=2026-03-11&to=2026-03-12&story={ferry}&outlet=muara"
    _, outline = _page(client, address)
    fields = {e.attributes["name"]: e.attributes.get("value") for e in outline.elements if e.tag == "input"}
    assert (fields["from"], fields["to"], fields["outlet"], fields["story"]) == (
        "2026-03-11",
        "2026-03-12",
        "muara",
        ferry,
    )
    assert any(e.tag == "details" and "open" in e.attributes for e in outline.elements)
    kinds = [link for link in _links(outline) if "kind=figure" in link]
    assert kinds and all(f"story={ferry}" in link and "from=2026-03-11" in link for link in kinds)


@pytest.mark.parametrize(
    ("address", "indonesian", "english"),
    [
        ('/search?q="kapal', "Tanda kutip tidak ditutup.", "The quotation mark has no other"),
        ("/search?q=kapal&from=besok", "bukan tanggal", "is no day"),
        ("/search?q=-kapal", "Semua kata dikecualikan", "Every word is left out"),
        ("/search?q=kapal&story=nowhere", "Tidak ada cerita", "There is no story"),
    ],
)
def test_a_wrong_query_is_told_in_both_languages(
    address: str, indonesian: str, english: str, client: TestClient
) -> None:
    assert indonesian in _page(client, f"{address}&lang=id", 400)[0]
    text, outline = _page(client, f"{address}&lang=en", 400)
    assert english in text
    assert any(e.attributes.get("role") == "alert" for e in outline.elements)


def test_nothing_found_is_told(client: TestClient) -> None:
    assert "Tidak ada yang ditemukan." in _page(client, "/search?q=kutukupret")[0]


def test_texts_are_never_interpreted(client: TestClient) -> None:
    for kind in ("article", "statement", "figure", "name"):
        text, outline = _page(client, f"/search?q=rukmini+OR+luka+OR+warung&kind={kind}")
        assert "<script>window" not in text and "<img" not in text
        assert not [link for link in _links(outline) if link.startswith("javascript:")]
    text, outline = _page(client, "/search?q=%3Cscript%3Ealert(1)%3C/script%3E+%22%3E%3Cimg+src=x%3E%22")
    assert "<script>alert" not in text and "<img" not in text
    assert HOSTILE not in text


@pytest.mark.parametrize(
    "query", ["%00", "%ED%A0%80", "a" * 5000, "%F0%9F%98%80", "a%00b", "(((", "NEAR(a b)", "%22%22"]
)
def test_odd_queries_are_answered(query: str, client: TestClient) -> None:
    for name in ("q", "outlet", "speaker", "story", "from", "kind", "offset", "measure"):
        assert client.get(f"/search?{name}={query}").status_code in (200, 400)


def test_pages_follow(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from runut.web.pages import search

    monkeypatch.setattr(search, "SHOWN", 2)
    _, first = _page(client, "/search?q=kapal")
    (after,) = [e for e in first.elements if e.attributes.get("rel") == "next"]
    text, second = _page(client, after.attributes["href"])
    assert "3–4 dari" in text
    assert [e for e in second.elements if e.attributes.get("rel") == "prev"]


def test_covered_names_are_covered_here_too(client: TestClient, desk: Desk) -> None:
    child = {
        "title": "Siswa SMP Rangga Pradipta (13) Dianiaya di Kali Sembung",
        "outlet": "Warta Hulu",
        "published": "2031-03-04",
        "text": (
            "Seorang siswa SMP bernama Rangga Pradipta (13) dianiaya dua pemuda di Kali Sembung, Selasa (4/3/2031).\n"
            "Rangga Pradipta sempat berkata kepada temannya, “Aku bisa berenang,” kata Rangga Pradipta."
        ),
    }
    assert desk.take_in([child]).new
    desk.catch_up()
    story = next(row for row in desk.stories() if "Siswa SMP" in (row.title or "")).id
    desk.account(story)
    inside = (
        _page(client, f"/search?q=dianiaya&story={story}&mask=off")[0],
        _page(client, f"/search?q=dianiaya&story={story}&mask=on")[0],
    )
    assert "Rangga" in inside[0] and "Rangga" not in inside[1]
    for kind in ("article", "statement", "name"):
        plain = _page(client, f"/search?q=rangga+OR+berenang&kind={kind}&mask=off")[0]
        masked, outline = _page(client, f"/search?q=rangga+OR+berenang&kind={kind}&mask=on")
        assert plain.count('<p class="snippet">') == masked.count('<p class="snippet">') > 0
        assert "Rangga Pradipta" in plain.replace("<mark>", "").replace("</mark>", "")
        shown = masked.replace("<mark>", "").replace("</mark>", "")
        assert "Rangga" not in shown and "Pradipta" not in shown and "█" in shown
        assert not [link for link in _links(outline) if "Rangga" in link]
