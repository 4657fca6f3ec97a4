"""The API over a real desk: what is added, told, searched and judged through it, and what it says when it cannot."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from postgres import Cluster
from runut import codec
from runut.desk import Desk
from runut.judging import judgements_of
from runut.lang import Language
from runut.model import Change, StoryArticle, StoryGroup
from runut.store import Store, open_store
from runut.web.app import create_app
from runut.web.settings import Settings

EXAMPLE = Path(__file__).resolve().parent.parent.parent / "examples" / "kmp-lintang-samudra"
API = "/api/v1"
REPORT = {
    "text": "LONTAR - Feri Citra Lontar kandas, Selasa (4/2/2031). Dua orang tewas, kata Kepala Basarnas Lontar Seno Aji.",
    "title": "Feri Kandas, Dua Orang Tewas",
    "outlet": "Kabar Serunai",
    "url": "https://kabar-serunai.example/feri",
    "published": "2031-02-04T10:00:00+07:00",
}
LATER = {
    "text": "LONTAR - Korban tewas Feri Citra Lontar yang kandas, Selasa (4/2/2031), jadi tiga orang, kata Seno Aji, Kepala Basarnas.",
    "title": "Korban Feri Jadi Tiga",
    "outlet": "Warta Bahari",
    "url": "https://warta-bahari.example/feri",
    "published": "2031-02-04T15:00:00+07:00",
}


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "news.db") as store:
        yield store


@pytest.fixture
def desk(opened: Store, languages: Mapping[str, Language]) -> Desk:
    return Desk(opened, using=languages)


def client_of(store: Store) -> TestClient:
    return TestClient(create_app(store, Settings(worker=False)), base_url="http://127.0.0.1")


@pytest.fixture
def client(opened: Store) -> Iterator[TestClient]:
    with client_of(opened) as asked:
        yield asked


@pytest.fixture(scope="module")
def told(
    tmp_path_factory: pytest.TempPathFactory, languages: Mapping[str, Language]
) -> Iterator[tuple[TestClient, Desk]]:
    """A desk that holds the example, told; only looked at."""
    with open_store(tmp_path_factory.mktemp("desk") / "news.db") as store:
        desk = Desk(store, using=languages)
        desk.take_in([EXAMPLE])
        desk.catch_up()
        for story in desk.stories():
            desk.account(story.id)
        with client_of(store) as asked:
            yield asked, desk


def story_of(client: TestClient) -> str:
    return str(client.get(f"{API}/stories").json()["stories"][0]["id"])


def test_a_report_is_added_to_the_character_and_once(client: TestClient) -> None:
    text = "Kata \u201cNadi\u201d:\r\n  <script>alert(1)</script> \u0001 \U0001f30a tewas.\n"
    first = client.post(f"{API}/articles", json={**REPORT, "text": text})
    assert first.status_code == 201
    got = client.get(first.headers["location"])
    assert got.json()["article"]["text"] == text
    assert got.json()["article"]["sha256"] == codec.sha256(text)
    assert got.json()["origin"] == "api"
    assert got.headers["content-type"] == "application/json"
    assert got.headers["x-content-type-options"] == "nosniff"
    again = client.post(f"{API}/articles", json={**REPORT, "text": text})
    assert again.status_code == 200
    assert again.json()["known"] == first.json()["new"]
    assert again.json()["job"] is None


def test_one_bad_record_never_stops_the_rest(client: TestClient) -> None:
    records = [
        REPORT,
        {"title": "Tanpa teks"},
        {"text": "setengah \ud800 huruf"},
        {"content": "Nama lain untuk teks."},
        LATER,
    ]
    added = client.post(f"{API}/articles", content=json.dumps(records), headers={"Content-Type": "application/json"})
    assert added.status_code == 201
    assert len(added.json()["new"]) == 3
    reasons = [s["reason"] for s in added.json()["skipped"]]
    assert "without a text" in reasons[0]
    assert "half a character" in reasons[1]
    listed = client.get(f"{API}/skipped").json()["skipped"]
    assert {s["reason"] for s in listed} == set(reasons)


def test_records_that_give_nothing_say_why(client: TestClient) -> None:
    answer = client.post(f"{API}/articles", json=[{"title": "Tanpa teks"}, {"text": "..."}])
    assert answer.status_code == 422
    assert len(answer.json()["skipped"]) == 2
    assert client.get(f"{API}/articles").json()["articles"] == []


@pytest.mark.parametrize(
    "body", [[], "teks", 5, [REPORT, 5], {"text": 5}, [{"text": "x", "authors": [1]}], [REPORT] * 1001]
)
def test_what_is_no_record_is_refused_whole(client: TestClient, body: Any) -> None:
    answer = client.post(f"{API}/articles", json=body)
    assert answer.status_code == 422
    assert client.get(f"{API}/articles").json()["articles"] == []


def test_a_report_that_its_outlet_changed_is_told_beside_the_new_one(client: TestClient) -> None:
    first = client.post(f"{API}/articles", json=REPORT).json()
    assert first["same_url"] == []
    changed = {**REPORT, "text": REPORT["text"].replace("Dua orang", "Tiga orang")}
    second = client.post(f"{API}/articles", json=[changed, LATER]).json()
    assert len(second["new"]) == 2
    assert second["same_url"] == [{"article": second["new"][0], "before": first["new"]}]
    third = client.post(f"{API}/articles", json={**REPORT, "text": REPORT["text"] + " Cuaca cerah."}).json()
    assert third["same_url"] == [{"article": third["new"][0], "before": [second["new"][0], first["new"][0]]}]
    known = client.post(f"{API}/articles", json=changed).json()
    assert known["known"] == second["new"][:1]
    assert known["same_url"] == []


def test_a_report_that_its_outlet_withdrew_is_put_off_the_story_by_a_judgement(client: TestClient, desk: Desk) -> None:
    old = client.post(f"{API}/articles", json=REPORT).json()["new"][0]
    changed = {
        **REPORT,
        "text": REPORT["text"].replace("Dua orang", "Empat orang"),
        "title": "Feri Kandas, Empat Tewas",
    }
    new = client.post(f"{API}/articles", json=[changed, LATER]).json()["new"]
    desk.catch_up()
    story = story_of(client)
    desk.account(story)
    body = {"story": story, "act": "reject", "subjects": [old], "by": "Laras", "why": "Dicabut oleh medianya"}
    assert client.post(f"{API}/judgements", json=body).status_code == 201
    account = desk.account(story)
    assert [stray.article for stray in account.off_story] == [old]
    assert account.story.reports == 2
    listed = client.get(f"{API}/stories").json()["stories"][0]
    assert (listed["size"], listed["outlets"], listed["independent"]) == (2, 2, account.story.independent)
    kept = client.get(f"{API}/stories/{story}").json()
    assert sorted(kept["articles"]) == sorted([old, *new])


def test_the_same_report_twice_is_one_whether_in_one_request_or_two(client: TestClient) -> None:
    bare = {"text": REPORT["text"], "title": REPORT["title"]}
    added = client.post(f"{API}/articles", json=[bare, bare, {**bare, "outlet": "Warta Bahari"}]).json()
    assert len(added["new"]) == 2
    assert added["skipped"] == [{"source": "record#2", "reason": "given twice: all as in a record before"}]
    assert client.post(f"{API}/articles", json=bare).json()["known"] == added["new"][:1]


@pytest.mark.parametrize("day", ["besok", "31/02/2031", "12/25/2026", "2999-01-01", "1899-01-01", 5])
def test_a_day_that_is_not_understood_is_told(client: TestClient, day: Any) -> None:
    added = client.post(f"{API}/articles", json=[LATER, {**REPORT, "published": day}]).json()
    (note,) = added["notes"]
    assert (note["record"], note["field"]) == (1, "published")
    assert str(day) in note["note"]
    assert "1900 to 2100" in note["note"]
    assert client.get(f"{API}/articles/{added['new'][1]}").json()["article"]["published"] is None


@pytest.mark.parametrize(
    "given",
    [
        {"published": "1900-01-01"},
        {"published": "2100-12-31"},
        {"published": None},
        {"published": ""},
        {"tanggal": "4/2/2031"},
    ],
)
def test_a_day_that_is_understood_or_not_given_is_not_told_of(client: TestClient, given: dict[str, Any]) -> None:
    bare = {name: value for name, value in REPORT.items() if name != "published"}
    assert client.post(f"{API}/articles", json=bare | given).json()["notes"] == []


def test_pages_lead_through_every_article_once(client: TestClient) -> None:
    records = [
        {**REPORT, "text": f"Laporan ke-{n} dari Lontar.", "outlet": ("Kabar", "Warta")[n % 2]} for n in range(23)
    ]
    added = client.post(f"{API}/articles", json=records).json()["new"]
    path: str | None = f"{API}/articles?limit=5"
    seen: list[str] = []
    while path:
        page = client.get(path)
        seen += [a["id"] for a in page.json()["articles"]]
        path = page.links["next"]["url"] if "next" in page.links else None
        assert (page.json()["next"] is not None) == (path is not None)
        client.post(f"{API}/articles", json={"text": f"Sementara itu {len(seen)} datang."})
    assert seen == added[::-1]
    only = client.get(f"{API}/articles", params={"outlet": "Warta", "limit": 200}).json()["articles"]
    assert len(only) == 11
    cursor = client.get(f"{API}/articles?limit=5").json()["next"]
    for query in ({"cursor": cursor, "outlet": "Warta"}, {"cursor": cursor[:-2]}, {"cursor": "x"}):
        refused = client.get(f"{API}/articles", params=query)
        assert refused.status_code == 404
        assert refused.json()["type"].endswith("#bad-cursor")


def test_days_bound_the_list(client: TestClient) -> None:
    client.post(f"{API}/articles", json=[REPORT, {**LATER, "published": "2031-02-06"}])
    found = client.get(f"{API}/articles", params={"published_from": "2031-02-05", "published_to": "2031-02-06"})
    assert [a["title"] for a in found.json()["articles"]] == [LATER["title"]]


def test_from_report_to_account(client: TestClient, desk: Desk) -> None:
    added = client.post(f"{API}/articles", json=[REPORT, LATER]).json()
    reading = f"{API}/articles/{added['new'][0]}/reading"
    assert client.get(reading).json()["figures"]
    job = client.get(f"{API}/jobs/{added['job']}").json()
    assert (job["kind"], job["state"], job["ended"]) == ("catch-up", "queued", False)
    desk.catch_up()
    assert client.get(reading).json()["article"]["id"] == added["new"][0]
    story = story_of(client)
    asked = client.get(f"{API}/accounts/{story}")
    assert asked.status_code == 202
    assert asked.headers["location"] == f"{API}/jobs/{asked.json()['job']}"
    desk.account(story)
    answer = client.get(f"{API}/accounts/{story}")
    assert answer.status_code == 200
    assert answer.content == codec.to_json(desk.account(story)).encode()
    assert client.get(f"{API}/stories/{story}").json()["stale"] is False


def test_an_account_is_known_by_its_key(told: tuple[TestClient, Desk]) -> None:
    client, desk = told
    story = story_of(client)
    answer = client.get(f"{API}/accounts/{story}", headers={"Accept-Encoding": "identity"})
    key = desk.state(story).key
    assert answer.headers["etag"] == f'W/"{key}"'
    assert codec.account_from_json(answer.content) == desk.account(story)
    known = {"If-None-Match": answer.headers["etag"]}
    assert client.get(f"{API}/accounts/{story}", headers=known).status_code == 304
    assert client.head(f"{API}/accounts/{story}", headers={"Accept-Encoding": "identity"}).headers[
        "content-length"
    ] == str(len(answer.content))


def test_an_account_is_given_with_protected_names_covered(client: TestClient, desk: Desk) -> None:
    text = "Seorang siswi SMP, Rara Sekarwangi (14), menjadi korban pencabulan di Lontar, Selasa (4/2/2031), kata Kapolres Seno Aji."
    client.post(f"{API}/articles", json={**REPORT, "text": text, "title": "Siswi Jadi Korban Pencabulan"})
    desk.catch_up()
    story = story_of(client)
    desk.account(story)
    told = client.get(f"{API}/accounts/{story}")
    covered = client.get(f"{API}/accounts/{story}", params={"mask": "true"})
    assert "Sekarwangi" in told.text
    assert "Sekarwangi" not in covered.text
    assert "Seno Aji" in covered.text
    assert told.headers["etag"] != covered.headers["etag"]
    again = client.get(f"{API}/accounts/{story}?mask=true", headers={"If-None-Match": covered.headers["etag"]})
    assert again.status_code == 304


def test_what_asks_for_a_look_stands_beside_the_covered_account(client: TestClient, desk: Desk) -> None:
    text = (
        "Seorang siswi SMP, Rara Sekarwangi (14), menjadi korban pencabulan di Lontar, Selasa (4/2/2031), kata Kapolres Seno Aji. "
        "Ibu korban, Wulan Paramita, melapor ke polisi."
    )
    client.post(f"{API}/articles", json={**REPORT, "text": text, "title": "Siswi Jadi Korban Pencabulan"})
    desk.catch_up()
    story = story_of(client)
    desk.account(story)
    told = client.get(f"{API}/accounts/{story}").json()
    assert "looks" not in told
    covered = client.get(f"{API}/accounts/{story}", params={"mask": "true"}).json()
    assert [(look["rule"], look["text"]) for look in covered["looks"]] == [("relative", "Wulan Paramita")]
    (look,) = covered["looks"]
    assert "Sekarwangi" not in json.dumps(covered)
    body = covered["articles"][0]["text"]
    assert all(p["text"] == body[p["start"] : p["end"]] for p in look["places"])
    assert look["why"] and look["english"]
    account = codec.account_from_json(json.dumps(covered))
    assert codec.account_sha256(account) == account.sha256


def test_nothing_asks_for_a_look_where_nothing_is_protected(told: tuple[TestClient, Desk]) -> None:
    client, _ = told
    assert client.get(f"{API}/accounts/{story_of(client)}", params={"mask": "true"}).json()["looks"] == []


def test_stories_are_listed_with_what_changed_last_first(told: tuple[TestClient, Desk]) -> None:
    client, _ = told
    story = client.get(f"{API}/stories").json()["stories"][0]
    assert story["version"] == 1
    assert client.get(f"{API}/stories", params={"changed_since": story["changed_at"]}).json()["stories"]
    assert client.get(f"{API}/stories", params={"changed_since": "2999-01-01T00:00:00Z"}).json()["stories"] == []
    assert client.get(f"{API}/stories", params={"title": "tidakadajudulini"}).json()["stories"] == []
    one = client.get(f"{API}/stories/{story['id']}").json()
    assert len(one["articles"]) == story["size"]
    listed = client.get(f"{API}/articles", params={"story": story["id"]}).json()["articles"]
    assert {a["id"] for a in listed} == set(one["articles"])


def test_every_hit_stands_where_it_says(told: tuple[TestClient, Desk]) -> None:
    client, _ = told
    seen = 0
    for kind in ("article", "statement", "figure", "name", "all"):
        path: str | None = f"{API}/search?q=kapal&limit=3&kind={kind}"
        total = client.get(path).json()["total"]
        hits = []
        while path:
            page = client.get(path)
            hits += page.json()["hits"]
            path = page.links["next"]["url"] if "next" in page.links else None
        assert len(hits) == total
        for hit in hits:
            text = client.get(f"{API}/articles/{hit['article']['id']}").json()["article"]["text"]
            assert hit["text"] == text[hit["start"] : hit["end"]]
            for match in hit["matches"]:
                assert hit["start"] <= match["start"] < match["end"] <= hit["end"]
                seen += 1
    assert seen > 10


def test_a_query_that_is_none_says_where(told: tuple[TestClient, Desk]) -> None:
    client, _ = told
    answer = client.get(f"{API}/search", params={"q": "kapal OR"})
    assert answer.status_code == 400
    assert answer.json()["at"] == 6
    assert client.get(f"{API}/search").status_code == 400


@pytest.mark.parametrize("wrong", [{"measure": "zzz"}, {"speaker": "-"}, {"outlet": '"'}])
def test_a_filter_that_is_none_is_named_itself(told: tuple[TestClient, Desk], wrong: dict[str, str]) -> None:
    answer = told[0].get(f"{API}/search", params={"q": "kapal", **wrong})
    (name,) = wrong
    assert (answer.status_code, answer.json()["parameter"]) == (400, name)
    assert answer.json()["detail"].startswith(f"{name}: ")
    assert "at" not in answer.json()


def test_a_kind_alone_is_told_to_be_too_little(told: tuple[TestClient, Desk]) -> None:
    answer = told[0].get(f"{API}/search", params={"q": "kind:all"})
    assert (answer.status_code, "a kind alone" in answer.json()["detail"]) == (400, True)


def test_an_account_leads_to_its_story(told: tuple[TestClient, Desk]) -> None:
    client, _ = told
    story = story_of(client)
    answer = client.get(f"{API}/accounts/{story}", params={"fresh": "false"})
    assert answer.links["up"]["url"] == f"{API}/stories/{story}"
    assert client.get(answer.links["up"]["url"]).json()["story"]["id"] == story


def test_a_set_without_a_field_is_told_the_fields(client: TestClient, desk: Desk, story: str) -> None:
    figure = desk.account(story).figures[0].id
    answer = judge(client, story, figure, act="set", value="3")
    assert (answer.status_code, "set wants a field of figures: " in answer.json()["detail"]) == (422, True)
    assert "no field 'colour'" in judge(client, story, figure, act="set", field="colour", value="3").json()["detail"]


def judge(client: TestClient, story: str, subject: str, **more: Any) -> Any:
    body = {"story": story, "act": "reject", "subjects": [subject], "by": "Laras", "why": "Salah ketik", **more}
    return client.post(f"{API}/judgements", json=body)


@pytest.mark.parametrize("word", ["kind:figure", "jenis:angka"])
def test_a_kind_in_the_query_holds_where_the_parameter_names_none(told: tuple[TestClient, Desk], word: str) -> None:
    client, _ = told

    def kinds(**more: str) -> set[str]:
        answer = client.get(f"{API}/search", params={"q": f"{word} kapal", **more})
        assert answer.status_code == 200
        return {hit["kind"] for hit in answer.json()["hits"]}

    assert kinds() == {"figure"}
    assert kinds(kind="article") == {"article"}
    plain = client.get(f"{API}/search", params={"q": "kapal"}).json()
    assert {hit["kind"] for hit in plain["hits"]} == {"article"}


@pytest.fixture
def story(client: TestClient, desk: Desk) -> str:
    """A told story of two reports."""
    client.post(f"{API}/articles", json=[REPORT, LATER])
    desk.catch_up()
    found = story_of(client)
    desk.account(found)
    return found


def test_a_judgement_is_kept_told_and_taken_back(client: TestClient, desk: Desk, story: str) -> None:
    figure = client.get(f"{API}/accounts/{story}").json()["figures"][0]["id"]
    kept = judge(client, story, figure, sees=0)
    assert kept.status_code == 201
    assert kept.json()["judgement"]["by"] == "person:Laras"
    assert client.get(f"{API}/accounts/{story}").status_code == 202
    old = client.get(f"{API}/accounts/{story}", params={"fresh": "false"})
    assert old.json()["judgements"] == []
    desk.catch_up(tell=[story])
    new = client.get(f"{API}/accounts/{story}").json()
    assert [r["state"] for r in new["judgements"]] == ["applied"]
    changes = client.get(f"{API}/stories/{story}/changes", params={"since_version": 1}).json()
    assert (changes["since"], changes["version"]) == (1, 2)
    assert changes["changes"]
    undone = client.post(
        f"{API}/judgements/{kept.json()['judgement']['id']}/undo", json={"by": "Laras", "why": "Benar"}
    )
    assert undone.status_code == 201
    listed = client.get(f"{API}/judgements", params={"story": story, "limit": 1})
    assert [k["judgement"]["act"] for k in listed.json()["judgements"]] == ["reject"]
    rest = client.get(listed.links["next"]["url"]).json()
    assert [k["judgement"]["act"] for k in rest["judgements"]] == ["undo"]


def test_a_field_can_be_set_to_not_known(client: TestClient, desk: Desk, story: str) -> None:
    figure = next(f for f in client.get(f"{API}/accounts/{story}").json()["figures"] if f["as_of"])
    asked = {"act": "set", "field": "as_of"}
    assert "empty one" in judge(client, story, figure["id"], **asked).json()["detail"]
    kept = judge(client, story, figure["id"], value="", **asked)
    assert kept.status_code == 201
    assert kept.json()["judgement"]["value"] == ""
    desk.catch_up(tell=[story])
    now = {f["id"]: f for f in client.get(f"{API}/accounts/{story}").json()["figures"]}
    assert now[figure["id"]]["as_of"] is None
    wrong = judge(client, story, figure["id"], act="set", field="measure", value="")
    assert wrong.status_code == 422
    assert "measure" in wrong.json()["detail"]


def test_a_judgement_sent_again_later_is_the_one_that_was_kept(client: TestClient, desk: Desk, story: str) -> None:
    figure = client.get(f"{API}/accounts/{story}").json()["figures"][0]["id"]
    kept = judge(client, story, figure).json()
    desk.catch_up(tell=[story])
    assert judge(client, story, figure).json() == kept
    back = f"{API}/judgements/{kept['judgement']['id']}/undo"
    undone = client.post(back, json={"by": "Laras", "why": "Benar"}).json()
    assert client.post(back, json={"by": "Laras", "why": "Benar"}).json() == undone
    again = judge(client, story, figure).json()
    assert again["seq"] == undone["seq"] + 1
    assert again["judgement"]["id"] != kept["judgement"]["id"]


def test_two_who_judge_the_same_learn_of_each_other(client: TestClient, story: str) -> None:
    figure = client.get(f"{API}/accounts/{story}").json()["figures"][0]["id"]
    first = judge(client, story, figure, sees=0)
    second = judge(client, story, figure, by="Damar", sees=0)
    assert second.status_code == 409
    assert second.json()["other"] == {"seq": first.json()["seq"], "judgement": first.json()["judgement"]}
    assert len(client.get(f"{API}/judgements").json()["judgements"]) == 1
    assert judge(client, story, figure, by="Damar", sees=first.json()["seq"]).status_code == 201


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"subjects": ["tidak ada"]}, 422),
        ({"subjects": []}, 422),
        ({"act": "undo"}, 422),
        ({"act": "hapus"}, 422),
        ({"by": ""}, 422),
        ({"by": "   "}, 422),
        ({"story": "0" * 16}, 404),
        ({"sees": -1}, 422),
        ({"colour": "red"}, 422),
    ],
)
def test_a_judgement_that_cannot_be_is_refused(
    client: TestClient, story: str, change: dict[str, Any], status: int
) -> None:
    figure = client.get(f"{API}/accounts/{story}").json()["figures"][0]["id"]
    good = {"story": story, "act": "reject", "subjects": [figure], "by": "Laras", "why": "Salah ketik"}
    answer = client.post(f"{API}/judgements", json=good | change)
    assert answer.status_code == status
    assert answer.json()["detail"]
    assert client.get(f"{API}/judgements").json()["judgements"] == []


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    none = "0" * 16
    for path in (f"articles/{none}", f"articles/{none}/reading", f"stories/{none}", f"accounts/{none}", f"jobs/{none}"):
        assert client.get(f"{API}/{path}").status_code == 404
    assert client.get(f"{API}/stories/{none}/changes?since_version=0").status_code == 404
    assert client.post(f"{API}/jobs/{none}/cancel").status_code == 404
    assert client.post(f"{API}/judgements/{none}/undo", json={"by": "Laras", "why": "Benar"}).status_code == 404


def test_a_story_that_another_swallowed_leads_there(client: TestClient, opened: Store, story: str) -> None:
    with opened.writing() as writer:
        members = [
            StoryArticle(id=row.id, source=row.source, outlet=row.outlet, title=row.title, published=row.published)
            for row in writer.article_rows(story=story)
        ]
        new = "f" * 16
        group = StoryGroup(id=new, title="Feri", first="2031-02-04", last="2031-02-04", articles=tuple(members))
        writer.put_stories([group], [Change(kind="merged", story=new, before=(story,), articles=())], gone=[story])
    assert client.get(f"{API}/stories/{story}/changes?since_version=1").json()["story"] == new
    for path in (f"stories/{story}", f"accounts/{story}"):
        answer = client.get(f"{API}/{path}", follow_redirects=False)
        assert answer.status_code == 308
        assert new in answer.headers["location"]
        assert client.get(answer.headers["location"]).status_code in (200, 202)


@pytest.mark.parametrize(
    "path",
    [
        "/judgements?story={}",
        "/articles?story={}",
        "/search?q=feri&story={}",
        "/skipped?job={}",
        "/stories/{}",
        "/accounts/{}",
    ],
)
def test_what_nobody_knows_is_told_alike_wherever_it_is_named(client: TestClient, path: str) -> None:
    answer = client.get(API + path.format("0" * 16))
    assert answer.status_code == 404
    assert answer.json()["type"].endswith("#not-found")
    assert "0" * 16 in answer.json()["detail"]


def test_a_story_that_is_known_may_have_nothing(client: TestClient, story: str) -> None:
    assert client.get(f"{API}/judgements?story={story}").json()["judgements"] == []
    assert client.get(f"{API}/articles?story={story}").json()["articles"]
    assert client.get(f"{API}/search?q=tidakadakataini&story={story}").json()["total"] == 0


def test_what_a_rule_judged_is_not_kept_and_the_answer_says_how_to_part_it(
    told: tuple[TestClient, Desk],
) -> None:
    client, desk = told
    account = desk.account(story_of(client))
    rule = next(j for j in judgements_of(account) if j.act in ("merge", "join"))
    answer = client.post(f"{API}/judgements/{rule.id}/undo", json={"by": "Laras", "why": "bukan satu"})
    assert answer.status_code == 404
    assert "`split` or `part`" in answer.json()["detail"]


@pytest.mark.parametrize("path", [API, f"{API}/"])
def test_the_base_leads_to_the_description(client: TestClient, path: str) -> None:
    answer = client.get(path, follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == f"{API}/openapi.json"
    assert client.get(path).json()["openapi"].startswith("3.1")


@pytest.mark.parametrize("path", [f"{API}/stories", f"{API}/health", "/api/v1"])
def test_another_name_is_told_as_every_problem(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Host": "elsewhere.example"})
    assert answer.status_code == 421
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == f"{API}/problems#wrong-host"
    named = {kind["name"]: kind["status"] for kind in client.get(f"{API}/problems").json()["problems"]}
    assert named["wrong-host"] == 421


def test_an_address_beside_the_api_is_a_problem_too(client: TestClient) -> None:
    answer = client.get("/api/v2/stories")
    assert (answer.status_code, answer.json()["type"]) == (404, f"{API}/problems#not-found")


@pytest.mark.parametrize("link", ["HTTPS://kabar.example/a", "Http://kabar.example/a", "https://kabar.example/a?b=c#d"])
def test_a_scheme_has_no_case(client: TestClient, link: str) -> None:
    assert client.post(f"{API}/links", json={"urls": [link]}).status_code == 202


@pytest.mark.parametrize(
    "link",
    ["http://\n\n/", "http:// a/", "ftp://kabar.example/", "http:///a", "https://a.example/\t", "http://a.example/\n"],
)
def test_what_is_no_address_is_refused_at_once(client: TestClient, link: str) -> None:
    assert client.post(f"{API}/links", json={"urls": [link]}).status_code == 422


def test_hits_tell_where_in_the_title_they_are(told: tuple[TestClient, Desk]) -> None:
    client, _ = told
    hits = client.get(f"{API}/search", params={"q": "kapal"}).json()["hits"]
    named = [hit for hit in hits if hit["title_spans"]]
    assert named
    for hit in named:
        assert all("kapal" in hit["title"][s["start"] : s["end"]].lower() for s in hit["title_spans"])
    assert all(
        hit["title_spans"] == [] for hit in client.get(f"{API}/search", params={"q": "mengatakan"}).json()["hits"]
    )


def test_links_become_a_job_that_can_be_stopped(client: TestClient) -> None:
    asked = client.post(f"{API}/links", json={"urls": ["https://kabar-serunai.example/1"]})
    assert asked.status_code == 202
    job = client.get(asked.headers["location"]).json()
    assert (job["kind"], job["state"]) == ("links", "queued")
    assert client.post(f"{asked.headers['location']}/cancel").json()["state"] == "cancelled"
    assert client.post(f"{asked.headers['location']}/cancel").status_code == 409
    for urls in ([], ["ftp://kabar.example/1"], ["javascript:alert(1)"], ["https://a b"], "https://kabar.example"):
        assert client.post(f"{API}/links", json={"urls": urls}).status_code == 422


def test_health_and_problems_are_told(client: TestClient) -> None:
    assert client.get(f"{API}/health").json()["status"] == "ok"
    names = {p["name"] for p in client.get(f"{API}/problems").json()["problems"]}
    assert {"conflict", "too-large", "no-space"} <= names


def test_the_same_answers_come_from_both_engines(store: Store, languages: Mapping[str, Language]) -> None:
    desk = Desk(store, using=languages)
    with client_of(store) as client:
        client.post(f"{API}/articles", json=[REPORT, LATER])
        desk.catch_up()
        story = story_of(client)
        desk.account(story)
        account = client.get(f"{API}/accounts/{story}").json()
        assert account["story"]["reports"] == 2
        assert client.get(f"{API}/search", params={"q": "tewas"}).json()["total"] == 2
        assert judge(client, story, account["figures"][0]["id"]).status_code == 201
        assert (
            client.get(f"{API}/articles", params={"outlet": "Kabar\u00a0Serunai \U0001f30a"}).json()["articles"] == []
        )


def test_a_database_that_is_away_is_told_and_comes_back(postgresql: Cluster) -> None:
    with open_store(postgresql.database(), patience=0.5) as store, client_of(store) as client:
        assert client.get(f"{API}/health").status_code == 200
        postgresql.stop()
        try:
            away = client.get(f"{API}/health")
        finally:
            postgresql.start()
        assert away.status_code == 503
        assert int(away.headers["retry-after"]) > 0
        assert away.json()["detail"] == "the database does not answer"
        assert client.get(f"{API}/health").status_code == 200
