"""The pages that are read: stories, the account of one, a report, names; every line leads to its exact words."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from desk_pages import HOSTILE_REPORT, outline, token_in
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from runut.desk import Desk
from runut.desk.reading import MADE_BY
from runut.model import Change, StoryArticle, StoryGroup
from runut.web.pages import account as account_page
from runut.web.pages import article as article_page

CAME = {
    "title": "KMP Lintang Samudra: Korban Tewas Jadi 12 Orang",
    "outlet": "Suara Selat",
    "url": "https://suara-selat.example/12",
    "published": "2026-03-14",
    "text": (
        "TANJUNG SIRIH - Korban tewas kebakaran KMP Lintang Samudra di Selat Sirih bertambah menjadi 12 orang, "
        "Sabtu (14/3/2026).\n\nKepala Kantor SAR Muara Lontar Bagas Prakoso mengatakan 18 penumpang masih dicari."
    ),
}


def lit(html: str) -> str:
    """The words that a report's page lights up."""
    text = html[html.index('<div class="text"') :]
    told, depth, out = 0, 0, []
    for piece in re.split(r"(<[^>]*>)", text):
        if piece.startswith("<span"):
            depth += 1
            if told or re.search(r'class="[^"]*\bat\b[^"]*"', piece):
                told += 1
        elif piece == "</span>":
            depth -= 1
            told = max(told - 1, 0)
        elif told:
            out.append(piece)
    return "".join(out)


def test_stories_are_listed_with_their_reports_and_days(client: TestClient, ferry: str) -> None:
    page = client.get("/").text
    assert "9 laporan di meja ini" in page
    assert f'href="/stories/{ferry}"' in page
    assert "7 laporan · 5 media" in page
    assert "10/3/2026 – 13/3/2026" in page
    english = client.get("/", params={"lang": "en"}).text
    assert "7 reports · 5 outlets" in english
    assert "7 reports" in client.get("/").text, "the choice of a language is kept"


def test_a_story_without_a_title_is_called_by_the_first_words_of_its_first_report(
    client: TestClient, desk: Desk
) -> None:
    text = "GEMURUH - Jembatan gantung di Desa Rawatengah putus diterjang banjir, Jumat (13/3/2026). " * 2
    desk.take_in([{"source": "tempel", "text": f"\n{text}"}])
    desk.catch_up()
    (story,) = [row for row in desk.stories() if row.title is None]
    words = "GEMURUH - Jembatan gantung di Desa Rawatengah putus diterjang banjir, Jumat"
    assert words in client.get("/").text
    english = client.get("/", params={"lang": "en"}).text
    assert "1 report · 1 outlet<" in english and "1 reports" not in english
    assert words not in client.get("/", params={"mask": "on"}).text, "it was never told: nobody knows what to cover"
    desk.account(story.id)
    (heading,) = re.findall("<h1.*?</h1>", client.get(f"/stories/{story.id}").text)
    assert words in heading
    assert words in client.get("/", params={"mask": "on"}).text


def test_a_list_and_the_account_of_a_story_count_outlets_alike(client: TestClient, desk: Desk, ferry: str) -> None:
    """`laut.kabar.example` and `kabar.example` are one house; a report without an outlet is of none."""
    one = {**CAME, "outlet": "laut.suaraselat.example", "url": None}
    other = {**CAME, "outlet": None, "url": None, "text": CAME["text"] + " Pencarian dilanjutkan besok."}
    last = {**CAME, "outlet": "suaraselat.example", "url": None, "text": CAME["text"] + " Posko dibuka di pelabuhan."}
    desk.take_in([one, other, last])
    desk.catch_up()
    row = next(row for row in desk.stories() if row.size == 10)
    assert row.outlets == 6
    told = desk.account(row.id)
    assert next(r for r in desk.stories() if r.id == row.id).outlets == told.story.outlets == 6


def test_stories_are_found_by_title_and_paged(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    found = client.get("/", params={"q": "jembatan"}).text
    assert found.count('<h2><a href="/stories/') == 1
    assert "Tidak ada judul" in client.get("/", params={"q": "kereta gantung listrik"}).text
    monkeypatch.setattr("runut.web.pages.stories.SHOWN", 2)
    first = outline(client.get("/").text)
    (more,) = [e.attributes["href"] for e in first.all("a") if e.attributes.get("rel") == "next"]
    rest = client.get(f"/{more}").text
    assert rest.count('<h2><a href="/stories/') == 1
    assert client.get("/?before=abc").status_code == 200
    assert client.get(f"/?before={'9' * 5000}").status_code == 200


def test_an_empty_desk_says_how_to_begin(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client.app.state.desk, "stories", lambda **_: [])  # type: ignore[attr-defined]
    assert "Laporan sudah tersimpan" in client.get("/").text


def test_what_came_since_the_last_look_is_told_on_the_list(client: TestClient, desk: Desk, ferry: str) -> None:
    assert 'class="news"' not in client.get("/").text, "a first look has nothing to compare with"
    client.cookies.set("runut_looked", client.cookies["runut_looked"].rpartition(".")[0] + ".1000")
    desk.take_in([CAME])
    assert "1 menunggu dibaca" in client.get("/").text
    desk.catch_up()
    page = client.get("/").text
    assert "menunggu" not in page
    assert "1 cerita berubah" in page
    assert re.search(rf'/stories/{ferry}".*?\+1 laporan', page, re.DOTALL)
    assert "+1 laporan" in client.get("/").text, "going back and forth forgets nothing"


def test_the_account_of_a_story_is_told_when_it_is_opened(client: TestClient, desk: Desk, ferry: str) -> None:
    assert desk.state(ferry).version is None
    page = client.get(f"/stories/{ferry}")
    assert page.status_code == 200
    assert "7 laporan · 5 media · 6 naskah tersendiri" in page.text
    assert "versi 1" in page.text
    assert desk.state(ferry).version == 1
    for section in ("brief", "figures", "statements", "timeline", "families", "framing", "names", "notes", "reports"):
        assert f'id="{section}"' in page.text
    ids = outline(page.text).values("id")
    assert len(ids) == len(set(ids))


def test_every_line_leads_to_its_exact_words(client: TestClient, desk: Desk, ferry: str) -> None:
    page = outline(client.get(f"/stories/{ferry}").text)
    passages = sorted({h for h in page.values("href") if h.startswith("/articles/") and "?at=" in h})
    assert len(passages) > 60
    for href in passages[::4]:
        parts = urlsplit(href)
        start, _, end = parse_qs(parts.query)["at"][0].partition("-")
        article = desk.article(parts.path.removeprefix("/articles/"))
        report = client.get(href)
        assert report.status_code == 200
        assert f'id="{parts.fragment}"' in report.text
        assert _plain(lit(report.text)) == article.text[int(start) : int(end)]
    assert {h for h in page.values("href") if h.startswith("#")} <= {f"#{i}" for i in page.values("id")}


def _plain(html: str) -> str:
    return outline(f"<p>{html}</p>").all("p")[0].text


def test_what_changed_since_the_last_look_stands_first(client: TestClient, desk: Desk, ferry: str) -> None:
    assert 'id="h-changes"' not in client.get(f"/stories/{ferry}").text
    client.cookies.set("runut_seen", ".1.1000", path=f"/stories/{ferry}")
    desk.take_in([CAME])
    desk.catch_up()
    page = client.get(f"/stories/{ferry}").text
    assert "versi 2" in page
    changes = page[page.index('id="h-changes"') : page.index('id="brief"')]
    assert "Yang berubah sejak versi 1" in changes
    assert "1 laporan baru: Suara Selat" in changes
    assert "/articles/" in changes
    asked = client.get(f"/stories/{ferry}?since=1&lang=en").text
    assert "What changed since version 1" in asked
    assert "1 new report" in asked
    for since in ("2", "99", "0"):
        assert 'id="h-changes"' not in client.get(f"/stories/{ferry}", params={"since": since}).text, since
    for since in ("", "-1", "abc", "³", "9" * 30):
        assert 'id="h-changes"' in client.get(f"/stories/{ferry}", params={"since": since}).text, "as if none was asked"


def test_a_page_left_open_can_ask_whether_there_is_something_newer(client: TestClient, desk: Desk, ferry: str) -> None:
    client.get(f"/stories/{ferry}")
    assert client.get(f"/stories/{ferry}/state").json() == {"story": ferry, "version": 1, "stale": False, "size": 7}
    desk.take_in([CAME])
    desk.catch_up()
    now = client.get(f"/stories/{ferry}/state").json()
    assert (now["version"], now["size"]) == (2, 8)
    assert client.get("/stories/nope/state").status_code == 404


def test_a_story_that_went_into_another_leads_there(client: TestClient, desk: Desk, ferry: str) -> None:
    plain = next(row for row in desk.stories() if "Jembatan" in (row.title or ""))

    with desk.store.writing() as writer:
        whole = [StoryArticle(id=a, source="x") for a in (*writer.members(ferry), *writer.members(plain.id))]
        writer.put_stories(
            [StoryGroup(id=ferry, title="Satu", first=None, last=None, articles=tuple(whole))],
            [Change(kind="merged", story=ferry, before=(ferry, plain.id), articles=())],
            gone=[plain.id],
        )
    for rest in ("", "/figures", "/entities/x", "/state"):
        answer = client.get(f"/stories/{plain.id}{rest}?lang=en")
        if rest == "/state":
            assert answer.json()["story"] == ferry
        else:
            assert answer.headers["location"] == f"/stories/{ferry}{rest}?lang=en"


def test_a_story_or_report_that_is_not_there_says_so(client: TestClient, ferry: str) -> None:
    for path, words in (
        ("/stories/tidakada", "Tidak ada cerita tidakada"),
        ("/articles/tidakada", "Tidak ada laporan tidakada"),
        (f"/stories/{ferry}/entities/tidakada", "Tidak ada nama tidakada"),
        ("/stories/%3Cscript%3E", "Tidak ada cerita &lt;script&gt;"),
        ("/stories/..%2f..%2fetc", "Halaman ini tidak ada"),
    ):
        answer = client.get(path)
        assert answer.status_code == 404
        assert words in answer.text, path


def test_a_large_account_folds_onto_the_pages_of_its_sections(
    client: TestClient, ferry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = client.get(f"/stories/{ferry}").text
    monkeypatch.setattr(account_page, "SHOWN_WHOLE", 10)
    short = outline(client.get(f"/stories/{ferry}").text)
    folded = {h for h in short.values("href") if re.fullmatch(rf"/stories/{ferry}/\w+#[\w-]+", h)}
    assert {urlsplit(h).path.rpartition("/")[2] for h in folded} >= {"figures", "timeline", "names"}
    for href in folded:
        page = client.get(href)
        assert page.status_code == 200
        assert f'id="{urlsplit(href).fragment}"' in page.text
    assert len(client.get(f"/stories/{ferry}").text) < len(whole)
    lines = set(re.findall(r"/articles/\w+\?at=\d+-\d+", whole))
    kept = set(re.findall(r"/articles/\w+\?at=\d+-\d+", client.get(f"/stories/{ferry}").text))
    for section in account_page.SECTIONS:
        kept |= set(re.findall(r"/articles/\w+\?at=\d+-\d+", client.get(f"/stories/{ferry}/{section}").text))
    assert kept >= lines, "nothing is lost by folding"


def test_a_large_story_is_told_by_the_worker(
    client: TestClient, desk: Desk, ferry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.app.state.worker = True  # type: ignore[attr-defined]
    monkeypatch.setattr(account_page, "TOLD_AT_ONCE", 3)
    waiting = client.get(f"/stories/{ferry}")
    assert waiting.status_code == 202
    assert 'http-equiv="refresh"' in waiting.text
    assert desk.state(ferry).version is None
    assert len(desk.store.read(lambda view: view.jobs())) == 1
    client.get(f"/stories/{ferry}")
    assert len(desk.store.read(lambda view: view.jobs())) == 1, "asking again changes nothing"

    desk.account(ferry)
    page = client.get(f"/stories/{ferry}")
    assert page.status_code == 200
    assert "versi 1" in page.text
    assert re.search(r'class="newer message" hidden', page.text)

    stale = replace(desk.state(ferry), stale=True)
    monkeypatch.setattr(client.app.state.desk, "state", lambda _: stale)  # type: ignore[attr-defined]
    page = client.get(f"/stories/{ferry}")
    assert page.status_code == 200
    assert re.search(r'class="newer message" role', page.text), "the account before it is shown, and it says so"


def test_a_report_shows_all_that_was_found_in_it(client: TestClient, desk: Desk, ferry: str) -> None:
    client.get(f"/stories/{ferry}")
    article = (
        next(r for r in desk.account(ferry).articles if r.family if False) if False else desk.account(ferry).articles[0]
    )
    page = client.get(f"/articles/{article.id}")
    parsed = outline(page.text)
    (text,) = [e for e in parsed.all("div") if e.attributes.get("class") == "text"]
    assert text.text == article.text
    classes = {c for e in parsed.all("span") for c in e.attributes.get("class", "").split()}
    assert {"fi", "st", "da", "na"} <= classes
    boxes = [e for e in parsed.all("input") if e.attributes.get("type") == "checkbox"]
    assert len(boxes) == 9
    assert {e.attributes["id"] for e in boxes if "checked" in e.attributes} == {
        "layer-fi",
        "layer-st",
        "layer-da",
        "layer-fu",
    }
    chosen = outline(client.get(f"/articles/{article.id}?layers=names,nope").text)
    assert [e.attributes["id"] for e in chosen.all("input") if "checked" in e.attributes] == ["layer-na"]
    assert f'href="/stories/{ferry}"' in page.text
    assert f"/stories/{ferry}/correct?subject={article.id}" in page.text


def test_a_report_of_a_story_that_was_never_told_is_marked_too(client: TestClient, desk: Desk, ferry: str) -> None:
    id_ = desk.store.read(lambda view: view.members(ferry))[0]
    page = client.get(f"/articles/{id_}?at=0-10").text
    assert desk.state(ferry).version is None, "looking at a report tells no story"
    assert _plain(lit(page)) == desk.article(id_).text[:10]
    assert 'class="st"' in page or "st fi" in page


def test_a_report_that_cannot_be_read_is_shown_as_it_is(
    client: TestClient, desk: Desk, ferry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = desk.store.read(lambda view: view.members(ferry))[0]
    with desk.store.writing() as writer:
        writer.put_unreadable(id_, made_by=MADE_BY, why="could not be read: ValueError: x")

    def fail(_: str) -> None:
        raise ValueError("could not be read")

    monkeypatch.setattr(client.app.state.desk, "reading", fail)  # type: ignore[attr-defined]
    page = client.get(f"/articles/{id_}?at=0-9").text
    assert "tidak dapat dibaca" in page
    assert _plain(lit(page)) == desk.article(id_).text[:9]


@pytest.mark.parametrize(
    "at", ["", "5", "9-2", "-3-4", "1e3-2e3", "99999999999-999999999999", "0-1," * 500, "³-9", "a-b,3-9"]
)
def test_stretches_that_are_none_are_passed_over(client: TestClient, desk: Desk, ferry: str, at: str) -> None:
    id_ = desk.store.read(lambda view: view.members(ferry))[0]
    page = client.get(f"/articles/{id_}", params={"at": at})
    assert page.status_code == 200
    assert len(lit(page.text)) < 10


@given(st.text(alphabet="0123456789-,ab³٣ ", max_size=40), st.integers(0, 300))
def test_only_stretches_of_the_text_are_lit(at: str, length: int) -> None:
    assert all(0 <= start < end <= length for start, end in article_page._asked(at, length))


def test_a_name_tells_who_says_what_over_time(client: TestClient, desk: Desk, ferry: str) -> None:
    told = desk.account(ferry)
    bagas = next(e for e in told.entities if e.name == "Bagas Prakoso")
    story = outline(client.get(f"/stories/{ferry}").text)
    address = f"/stories/{ferry}/entities/{bagas.id}"
    assert address in story.values("href")
    page = client.get(address).text
    assert "Kepala Kantor SAR Muara Lontar" in page
    assert "nama yang sama" in page, "why forms were joined is told in the page's language"
    days = [
        m.start()
        for d in ("Selasa 10/3/2026", "Rabu 11/3/2026", "Kamis 12/3/2026")
        if (m := re.search(f"<h3>{d}", page))
    ]
    assert len(days) >= 2
    assert days == sorted(days)
    assert "same name" in client.get(address, params={"lang": "en"}).text


def test_a_name_is_looked_for_over_all_stories(client: TestClient, ferry: str) -> None:
    page = client.get("/names", params={"q": "Bagas"}).text
    assert f'href="/stories/{ferry}"' in page
    assert "Bagas Prakoso" in page
    said = client.get("/names", params={"name": "Bagas Prakoso"}).text
    assert "tujuh orang tewas" in said
    assert "/articles/" in said
    assert "Tidak ada nama" in client.get("/names", params={"q": "Zulmanaf Qwerty"}).text
    for odd in ('"', "outlet:", "a OR", "-", "(" * 50, "\x00", "x" * 5000, "dari:bukanhari"):
        assert client.get("/names", params={"q": odd}).status_code == 200, odd


OFFENCE = {
    "title": "Dua Pria Ditangkap Setelah Cabuli Kirana Dewi",
    "outlet": "Warta Hulu",
    "url": "https://warta-hulu.example/kirana-dewi",
    "published": "2026-07-01",
    "text": (
        "Polisi menangkap dua pria yang mencabuli Kirana Dewi (14) di Desa Sungai Betung, Rabu (1/7/2026).\n\n"
        "Kepala Polsek Sungai Betung Iptu Harun Lase mengatakan Kirana Dewi sudah didampingi. \u201cKirana aman,\u201d kata Harun."
    ),
}


@pytest.mark.parametrize("told", [True, False])
def test_protected_names_are_covered_where_the_reader_wants_it(client: TestClient, desk: Desk, told: bool) -> None:
    (id_,) = desk.take_in([OFFENCE]).new
    desk.catch_up()
    story = next(row.id for row in desk.stories() if "Kirana" in (row.title or ""))
    if told:
        desk.account(story)
    assert "Kirana" in client.get(f"/articles/{id_}").text
    covered = client.get(f"/articles/{id_}?mask=on").text
    assert "Kirana" in client.get(f"/articles/{id_}").text, "an address chooses for itself alone"
    switch = {"csrf": token_in(covered), "mask": "on", "back": f"/articles/{id_}"}
    assert client.post("/mask", data=switch).headers["location"] == f"/articles/{id_}"
    assert "Kirana" not in covered
    assert "Harun Lase" in covered
    assert "██████" in covered
    for path in (
        f"/stories/{story}",
        f"/stories/{story}/statements",
        f"/stories/{story}/names",
        f"/articles/{id_}?at=4-9",
    ):
        page = client.get(path).text
        assert "Kirana" not in page, "the choice is kept"
        assert "kirana" not in page
    assert "Kirana" not in client.get("/names", params={"name": "Harun Lase"}).text
    page = client.get(f"/stories/{story}").text
    assert "1 nama disamarkan" in page
    assert "kejahatan" in page, "why is told"
    assert "Kirana" in client.get(f"/articles/{id_}?mask=off").text
    assert "Kirana" not in client.get(f"/stories/{story}").text
    assert (
        client.post("/mask", data={**switch, "mask": "off", "back": "//elsewhere.example"}).headers["location"] == "/"
    )
    assert "Kirana" in client.get(f"/stories/{story}").text


def test_the_text_of_a_report_is_never_anything_but_text(client: TestClient, desk: Desk, hostile: str) -> None:
    (id_,) = desk.store.read(lambda view: view.members(hostile))
    entities = [e.id for e in desk.account(hostile).entities]
    for path in (
        "/",
        f"/stories/{hostile}",
        f"/stories/{hostile}/statements",
        f"/articles/{id_}",
        *(f"/stories/{hostile}/entities/{e}" for e in entities),
        "/names?q=Rukmini",
        "/names?name=Rukmini",
        "/names?q=%3Cscript%3Ewindow.pwned%3D1%3C/script%3E",
        "/?q=%3Cimg%20src=x%20onerror=alert(1)%3E",
        f"/articles/{id_}?at=%3Cscript%3E&layers=%22%3E%3Cscript%3E",
    ):
        page = outline(client.get(path).text)
        assert [e.attributes["src"] for e in page.all("script")] == [page.all("script")[0].attributes["src"]], path
        assert not page.all("img"), path
        assert not [h for h in page.values("href") if h.lower().lstrip().startswith(("javascript", "data:text", "//"))]
        assert all(h.startswith(("/", "#", "?", "https://", "http://", "data:,")) for h in page.values("href")), path
    (text,) = [
        e for e in outline(client.get(f"/articles/{id_}").text).all("div") if e.attributes.get("class") == "text"
    ]
    assert text.text == HOSTILE_REPORT["text"]
    assert "javascript:window" not in client.get(f"/articles/{id_}").text


def test_a_web_address_is_a_link_that_tells_nothing(client: TestClient, desk: Desk) -> None:
    plain = next(row for row in desk.stories() if "Jembatan" in (row.title or ""))
    (id_,) = desk.store.read(lambda view: view.members(plain.id))
    (link,) = [
        e for e in outline(client.get(f"/articles/{id_}").text).all("a") if "external" in e.attributes.get("rel", "")
    ]
    assert link.attributes["href"] == "https://warta-hulu.example/jembatan"
    assert {"noopener", "noreferrer"} <= set(link.attributes["rel"].split())
