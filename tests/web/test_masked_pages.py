"""With names covered: no page of a story tells one, whatever has become of the story since."""

from __future__ import annotations

from starlette.testclient import TestClient

from runut.desk import Desk
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
