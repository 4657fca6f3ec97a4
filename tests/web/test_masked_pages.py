"""With names covered: no page of a story tells one, whatever has become of the story since."""

from __future__ import annotations

import pytest
from desk_pages import outline, token_in
from starlette.testclient import TestClient

from runut.desk import Desk, jobs
from runut.desk.jobs import Outcome
from runut.masking import flag
from runut.web.pages.account import SECTIONS

FIRST = {
    "title": "Guru Les Ditangkap di Sungai Betung",
    "outlet": "Warta Hulu",
    "url": "https://warta-hulu.example/guru-les",
    "published": "2026-07-01",
    "text": (
        "Polisi menangkap guru les yang mencabuli Kirana Dewi (14) di Desa Sungai Betung, Rabu (1/7/2026).\n\n"
        "Kepala Polsek Sungai Betung Iptu Harun Lase mengatakan Kirana Dewi sudah didampingi psikolog."
    ),
}
SECOND = {
    "title": "Guru Les di Sungai Betung Cabuli Kirana Dewi",
    "outlet": "Kabar Hilir",
    "url": "https://kabar-hilir.example/kirana-dewi",
    "published": "2026-07-02",
    "text": (
        "Polisi menangkap guru les yang mencabuli Kirana Dewi (14) di Desa Sungai Betung, Rabu (1/7/2026).\n\n"
        "Ibu Kirana Dewi, Sri Wulan, berkata \u201cKirana sudah mau makan\u201d, Kamis (2/7/2026)."
    ),
}


def test_no_page_of_a_story_tells_a_covered_name(client: TestClient, desk: Desk) -> None:
    (first,) = desk.take_in([FIRST]).new
    desk.catch_up()
    story = desk.store.read(lambda view: view.story_of(first)) or ""
    desk.account(story)
    (second,) = desk.take_in([SECOND]).new
    desk.catch_up()
    assert desk.store.read(lambda view: view.story_of(second)) == story
    (covered,) = [f for f in flag(desk.account(story), desk.using["id"]) if f.masked]
    assert covered.entity
    desk.judge(story, "note", [covered.entity], by="Laras", why="Kirana masih anak")
    account = desk.account(story)
    client.cookies.set("runut_mask", "on")
    at = f"/stories/{story}"
    pages = [
        at,
        *(f"{at}?since={version}" for version in (1, 2)),
        *(f"{at}/{section}" for section in SECTIONS),
        *(f"{at}/entities/{entity.id}" for entity in account.entities),
        *(f"/articles/{id_}" for id_ in (first, second)),
        *(f"{at}/correct?subject={figure.id}" for figure in (*account.figures, *account.statements)),
        *(f"{at}/correct?subject={entity.id}" for entity in account.entities),
        *(f"{at}/correct?report={id_}" for id_ in (first, second)),
        f"/judgements?story={story}",
        "/judgements",
        f"/add?story={story}",
        "/",
    ]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert "kirana" not in answer.text.lower(), page
    assert "kirana" not in client.get(f"{at}?since=1&lang=en").text.lower()
    changed = client.get(f"{at}?since=1&lang=id").text
    assert "Laras" in changed
    assert "██████" in changed
    assert "Kirana" in client.get(f"{at}?since=1&mask=off").text


@pytest.fixture
def told(desk: Desk) -> tuple[str, str]:
    """A story with a covered name in its title, and the report with it."""
    (id_,) = desk.take_in([SECOND]).new
    desk.catch_up()
    story = desk.store.read(lambda view: view.story_of(id_)) or ""
    desk.account(story)
    return story, id_


def test_lists_tell_no_covered_name(client: TestClient, desk: Desk, told: tuple[str, str]) -> None:
    story, id_ = told
    job = jobs.ask_catch_up(desk.store, story=story, outcome=Outcome(new=(id_,)))
    pages = ["/", f"/jobs/{job}", f"/add?story={story}", "/names?q=wulan"]
    for page in pages:
        assert "Kirana" in client.get(page).text, page
        covered = client.get(page, params={"mask": "on"} if "?" not in page else None).text
        covered = covered if "?" not in page else client.get(f"{page}&mask=on").text
        assert "kirana" not in covered.lower(), page
        assert "██████" in covered, page


def test_a_name_that_its_stories_cover_is_not_listed(client: TestClient, told: tuple[str, str]) -> None:
    assert "<b><bdi>Kirana Dewi</bdi></b>" in client.get("/names?q=kirana").text
    assert "<b><bdi>" not in client.get("/names?q=kirana&mask=on").text
    assert "Sri Wulan" in client.get("/names?q=wulan&mask=on").text


def test_a_covered_speaker_is_not_set_by_a_form_that_covers_him(
    client: TestClient, desk: Desk, told: tuple[str, str]
) -> None:
    story, _ = told
    said = next(s for s in desk.account(story).statements if s.speaker)
    desk.judge(story, "set", [said.id], field="speaker", value="Kirana Dewi", by="Laras", why="ia sendiri")
    desk.account(story)
    client.cookies.set("runut_mask", "on")
    address = f"/stories/{story}/correct"
    html = client.get(address, params={"subject": said.id}).text
    page = outline(html)
    fields = {e.attributes["name"]: e.attributes.get("value", "") for e in page.all("input") if "name" in e.attributes}
    assert set(fields["field-speaker"]) <= {"█", " "}
    assert fields["field-speaker"]
    assert "kirana" not in html.lower()
    form = {"csrf": token_in(html), "of": said.id, "subject": said.id, "sees": fields["sees"]}
    form |= {"by": "Laras", "why": "hari lain", "act": "set", "field-said_on": "2026-07-03"}
    sent = client.post(address, data={**form, "field-speaker": fields["field-speaker"]})
    assert sent.status_code == 303, sent.text
    told_now = desk.account(story)
    set_ = [r.judgement.field for r in told_now.judgements if r.judgement.field]
    assert set_ == ["speaker", "said_on"]
    assert client.post(address, data={**form, "field-speaker": "███"}).status_code == 400
