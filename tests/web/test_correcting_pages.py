"""Correcting in the browser: a form over each line, kept or refused with a clear word, taken back, listed, carried out and in."""

from __future__ import annotations

import re
from typing import Any

import pytest
from desk_pages import outline, token_in
from starlette.testclient import TestClient

from runut.comparing import corrections
from runut.desk import Desk
from runut.web import rendering


def page(client: TestClient, address: str, status: int = 200, **query: Any) -> str:
    answer = client.get(address, params=query or None)
    assert answer.status_code == status, answer.text[:500]
    return answer.text


def form_of(client: TestClient, story: str, *ids: str) -> dict[str, Any]:
    """What the form over these ids holds before anything is written."""
    html = page(client, f"/stories/{story}/correct", subject=list(ids))
    sees = re.search(r'name="sees" value="(\d+)"', html)
    assert sees is not None
    return {"csrf": token_in(html), "sees": sees[1], "of": list(ids), "by": "Sari", "why": "dicek ke polisi"}


def send(client: TestClient, story: str, form: dict[str, Any], **given: Any) -> Any:
    return client.post(f"/stories/{story}/correct", data={**form, **given})


def figure(desk: Desk, story: str, text: str = "11 orang tewas") -> str:
    return next(f.id for f in desk.account(story).figures if f.text == text)


def test_every_line_of_an_account_leads_to_a_form_that_can_be_filled_in(
    client: TestClient, desk: Desk, ferry: str
) -> None:
    html = page(client, f"/stories/{ferry}")
    hrefs = {e.attributes["href"] for e in outline(html).all("a") if "/correct?" in e.attributes.get("href", "")}
    assert len(hrefs) > 50
    for href in sorted(hrefs)[::15]:
        inside = outline(page(client, href))
        assert [e for e in inside.all("button") if e.attributes.get("name") == "act"], href
    account = desk.account(ferry)
    for ids in ([corrections.date_id(account.dates[0])], [account.articles[0].id], [account.entities[0].id]):
        assert page(client, f"/stories/{ferry}/correct", subject=ids)


def test_all_that_was_found_in_a_report_leads_to_a_form(client: TestClient, desk: Desk, ferry: str) -> None:
    account = desk.account(ferry)
    report = account.articles[0].id
    assert f"/stories/{ferry}/correct?report={report}" in page(client, f"/stories/{ferry}/correct", subject=[report])
    html = page(client, f"/stories/{ferry}/correct", report=report)
    hrefs = [e.attributes["href"] for e in outline(html).all("a") if "correct?subject=" in e.attributes.get("href", "")]
    found = (account.figures, account.statements, account.events, account.dates)
    assert len(hrefs) > sum(f.article == report for layer in found for f in layer)
    date = next(d for d in account.dates if d.article == report)
    assert f"/stories/{ferry}/correct?subject={corrections.date_id(date)}" in hrefs
    assert client.get(f"/stories/{ferry}/correct", params={"report": "x"}).status_code == 404


def test_a_number_is_corrected_told_and_taken_back(client: TestClient, desk: Desk, ferry: str) -> None:
    id_ = figure(desk, ferry)
    form = form_of(client, ferry, id_)
    done = send(client, ferry, form, subject=id_, act="set", **{"field-number": "12"})
    assert (done.status_code, done.headers["location"]) == (303, f"/stories/{ferry}#figures")
    after = page(client, f"/stories/{ferry}")
    assert "Putusan disimpan" in after
    assert next(f for f in desk.account(ferry).figures if f.id == id_).low == 12
    undo = next(e for e in outline(after).all("form") if e.attributes.get("action", "").startswith("/judgements/"))
    gone = client.post(undo.attributes["action"], data={"csrf": token_in(after), "back": f"/stories/{ferry}"})
    assert (gone.status_code, gone.headers["location"]) == (303, f"/stories/{ferry}")
    assert next(f for f in desk.account(ferry).figures if f.id == id_).low == 11
    assert [s.row.judgement.by for s in desk.judgements()] == ["person:Sari", "person:Sari"]


def test_only_what_was_changed_is_set_and_all_at_once(client: TestClient, desk: Desk, ferry: str) -> None:
    id_ = figure(desk, ferry)
    form = form_of(client, ferry, id_)
    send(client, ferry, form, subject=id_, act="set", **{"field-number": "12", "field-place": "Selat Sirih"})
    made = [s.row.judgement for s in desk.judgements()]
    assert {(j.field, j.value) for j in made} <= {("number", "12"), ("place", "Selat Sirih")}
    before = len(made)
    wrong = send(client, ferry, form, subject=id_, act="set", **{"field-place": "Randu", "field-as_of": "kemarin"})
    assert wrong.status_code == 400
    assert "“kemarin” bukan hari" in wrong.text
    assert 'value="Randu"' in wrong.text
    assert len(desk.judgements()) == before


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"act": "set", "field-number": "banyak"}, "bukan angka"),
        ({"act": "set"}, "Tidak ada kolom"),
        ({"act": "set", "field-measure": "mati"}, "tidak dapat dipakai"),
        ({"act": "note", "by": " "}, "nama Anda"),
        ({"act": "note", "why": ""}, "alasannya"),
        ({"act": "note", "subject": "x"}, "paling sedikit satu"),
        ({"act": "join"}, "disandingkan"),
        ({"act": "join", "beside": "x"}, "disandingkan"),
        ({"act": "part", "leaves": []}, "mana yang dilepaskan"),
        ({"act": "merge"}, "Pilih apa"),
        ({"act": "blame"}, "Pilih apa"),
        ({}, "Pilih apa"),
    ],
)
def test_what_is_left_out_or_cannot_be_is_told_and_nothing_is_kept(
    client: TestClient, desk: Desk, ferry: str, given: dict[str, Any], says: str
) -> None:
    id_ = figure(desk, ferry)
    answer = send(client, ferry, form_of(client, ferry, id_), **{"subject": id_, **given})
    assert answer.status_code == 400
    (told,) = [e.text for e in outline(answer.text).elements if e.attributes.get("class") == "wrong"]
    assert says in told
    assert desk.judgements() == []


def test_names_are_merged_and_split(client: TestClient, desk: Desk, ferry: str) -> None:
    first, second = [e for e in desk.account(ferry).entities if e.type == "PER"][:2]
    form = form_of(client, ferry, first.id)
    assert send(client, ferry, form, subject=first.id, act="merge", beside="Entah Siapa").status_code == 400
    done = send(client, ferry, form, subject=first.id, act="merge", beside=second.name.upper())
    assert done.status_code == 303
    merged = [
        e for e in desk.account(ferry).entities if {m.text for m in second.mentions} <= {m.text for m in e.mentions}
    ]
    assert len(merged) == 1
    one = merged[0]
    html = page(client, f"/stories/{ferry}/correct", subject=[one.id])
    assert "Putusan sebelumnya" in html
    leaving = [name for _, name in second.members]
    apart = send(client, ferry, form_of(client, ferry, one.id), subject=one.id, act="split", leaves=leaving)
    assert apart.status_code == 303
    assert {first.name, second.name} <= {e.name for e in desk.account(ferry).entities}


def test_a_figure_leaves_its_series_and_comes_back_beside_it(client: TestClient, desk: Desk, ferry: str) -> None:
    series = max(desk.account(ferry).series, key=lambda s: len(s.figures))
    id_ = series.figures[0]
    assert send(client, ferry, form_of(client, ferry, id_), subject=id_, act="part", leaves=[id_]).status_code == 303
    assert not any(id_ in s.figures and len(s.figures) > 1 for s in desk.account(ferry).series)
    html = page(client, f"/stories/{ferry}/correct", subject=[id_])
    there = next(e.attributes["value"] for e in outline(html).all("option") if e.attributes["value"] in series.figures)
    send(client, ferry, form_of(client, ferry, id_), subject=id_, act="join", beside=there)
    (now,) = [s for s in desk.account(ferry).series if id_ in s.figures]
    assert set(now.figures) >= set(series.figures)


def test_a_report_is_rejected_from_the_story(client: TestClient, desk: Desk, ferry: str) -> None:
    report = desk.account(ferry).articles[0].id
    done = send(client, ferry, form_of(client, ferry, report), subject=report, act="reject")
    assert done.headers["location"] == f"/stories/{ferry}#families"
    assert report in {o.article for o in desk.account(ferry).off_story}


def test_whoever_comes_second_sees_both_and_can_send_again(client: TestClient, desk: Desk, ferry: str) -> None:
    id_ = figure(desk, ferry)
    form = form_of(client, ferry, id_)
    desk.judge(ferry, "set", [id_], field="number", value="15", by="Tio", why="dari rumah sakit")
    late = send(client, ferry, form, subject=id_, act="set", **{"field-number": "12"})
    assert late.status_code == 409
    assert "Tio memutuskan hal yang sama" in late.text
    assert "dari rumah sakit" in late.text
    assert 'value="12"' in late.text
    sees = re.search(r'name="sees" value="(\d+)"', late.text)
    assert sees is not None
    again = send(client, ferry, {**form, "sees": sees[1]}, subject=id_, act="set", **{"field-number": "12"})
    assert again.status_code == 303
    assert next(f for f in desk.account(ferry).figures if f.id == id_).low == 12
    listed = page(client, "/judgements", story=ferry)
    assert "diganti putusan lain" in listed


def test_what_is_not_in_the_story_is_no_subject(client: TestClient, desk: Desk, ferry: str, hostile: str) -> None:
    elsewhere = desk.account(hostile).figures[0].id
    for subject in ([], ["x"], [elsewhere], [figure(desk, ferry), desk.account(ferry).articles[0].id]):
        assert client.get(f"/stories/{ferry}/correct", params={"subject": subject}).status_code == 404
    assert client.get("/stories/nothing/correct", params={"subject": "x"}).status_code == 404


def test_a_form_without_its_token_is_refused(client: TestClient, desk: Desk, ferry: str) -> None:
    id_ = figure(desk, ferry)
    form = {**form_of(client, ferry, id_), "csrf": "0" * 64}
    assert send(client, ferry, form, subject=id_, act="reject").status_code == 403
    assert client.post("/judgements/x/undo", data={"csrf": "0"}).status_code == 403
    assert client.post("/judgements/import", files={"file": b"x"}).status_code == 403
    assert desk.judgements() == []


def test_the_name_is_kept_for_the_next_form(client: TestClient, desk: Desk, ferry: str) -> None:
    id_ = figure(desk, ferry)
    send(client, ferry, form_of(client, ferry, id_), subject=id_, act="note", by="Säri Ibu")
    html = page(client, f"/stories/{ferry}/correct", subject=[id_])
    assert 'value="Säri Ibu"' in html


def test_what_persons_write_is_never_markup(client: TestClient, desk: Desk, ferry: str, hostile: str) -> None:
    id_ = figure(desk, ferry)
    send(
        client, ferry, form_of(client, ferry, id_), subject=id_, act="note", by="<b>Sari</b>", why="<script>1</script>"
    )
    other = desk.account(hostile).figures[0].id
    pages = [
        page(client, f"/stories/{ferry}"),
        page(client, "/judgements"),
        page(client, f"/stories/{ferry}/correct", subject=[id_]),
        page(client, f"/stories/{hostile}/correct", subject=[other]),
        page(client, f"/stories/{hostile}/export"),
    ]
    for html in pages:
        assert "<script>1" not in html
        assert "<script>window" not in html
        assert "<b>Sari" not in html


def test_judgements_are_listed_by_story_and_person_and_undone_from_the_list(
    client: TestClient, desk: Desk, ferry: str
) -> None:
    assert "Belum ada putusan" in page(client, "/judgements")
    desk.judge(ferry, "note", [figure(desk, ferry)], by="Sari", why="tanya lagi")
    desk.judge(ferry, "reject", [desk.account(ferry).entities[0].id], by="Tio", why="bukan nama")
    html = page(client, "/judgements", story=ferry)
    assert "tanya lagi" in html
    assert "bukan nama" in html
    assert "bukan nama" not in page(client, "/judgements", by="Sari")
    form = next(e for e in outline(html).all("form") if "/undo" in e.attributes.get("action", ""))
    sent = {"csrf": token_in(html), "back": "//elsewhere.example/", "by": "Wati"}
    done = client.post(form.attributes["action"], data=sent)
    assert done.headers["location"] == "/judgements"
    states = [s.state for s in desk.judgements()]
    assert states.count("undone") == 1
    assert client.get("/judgements", params={"story": "nothing"}).status_code == 404


def test_nobody_takes_back_in_the_name_of_another(client: TestClient, desk: Desk, ferry: str) -> None:
    row = desk.judge(ferry, "note", [figure(desk, ferry)], by="Sari", why="tanya lagi")
    address = f"/judgements/{row.judgement.id}/undo"
    token = token_in(page(client, "/judgements"))
    asked = client.post(address, data={"csrf": token, "back": f"/stories/{ferry}"})
    assert asked.status_code == 400
    assert "Siapa yang membatalkan?" in asked.text
    assert [s.state for s in desk.judgements()] == ["waiting"]
    (back,) = (e.attributes["value"] for e in outline(asked.text).all("input") if e.attributes.get("name") == "back")
    done = client.post(address, data={"csrf": token, "back": back, "by": "Tio" * 100, "why": "y" * 100_000})
    assert done.headers["location"] == f"/stories/{ferry}"
    last = desk.judgements()[0].row.judgement
    assert last.by.removeprefix("person:") == ("Tio" * 100)[:80]
    assert len(last.why) == 1000
    again = desk.judge(ferry, "note", [figure(desk, ferry)], by="Sari", why="sekali lagi").judgement.id
    assert client.post(f"/judgements/{again}/undo", data={"csrf": token}).status_code == 303, "the name is kept"


def test_a_form_that_was_refused_leads_to_itself_in_the_other_language(
    client: TestClient, desk: Desk, ferry: str
) -> None:
    form = form_of(client, ferry, figure(desk, ferry))
    wrong = send(client, ferry, form, subject=form["of"], act="note", why="")
    assert wrong.status_code == 400
    english = next(
        e.attributes["href"] for e in outline(wrong.text).all("a") if e.attributes.get("class") == "language"
    )
    assert "Correct a figure" in page(client, english)


def test_a_value_is_no_longer_than_the_form_says(client: TestClient, desk: Desk, ferry: str) -> None:
    form = form_of(client, ferry, figure(desk, ferry))
    assert send(client, ferry, form, subject=form["of"], act="set", **{"field-speaker": "x" * 201}).status_code == 400
    assert not desk.judgements()


def test_an_undo_of_nothing_is_told(client: TestClient, ferry: str) -> None:
    html = page(client, "/judgements")
    assert client.post("/judgements/nothing/undo", data={"csrf": token_in(html)}).status_code == 404


def test_the_file_goes_out_and_comes_in(client: TestClient, desk: Desk, ferry: str) -> None:
    desk.judge(ferry, "note", [figure(desk, ferry)], by="Sari", why="tanya lagi")
    out = client.get("/judgements.jsonl", params={"story": ferry})
    assert out.headers["content-disposition"] == 'attachment; filename="putusan.jsonl"'
    assert out.text.splitlines() == desk.export_judgements()
    html = page(client, "/judgements")

    def send_file(data: bytes) -> Any:
        return client.post("/judgements/import", data={"csrf": token_in(html)}, files={"file": ("p.jsonl", data)})

    again = send_file(out.content)
    assert again.status_code == 303
    assert "0 putusan baru" in page(client, "/judgements")
    assert len(desk.judgements()) == 1
    bad = send_file(out.content.replace(b"Sari", b"Tio") + b'{\n"x"\n')
    assert bad.status_code == 400
    assert "line 2" in bad.text
    assert "line 3" in bad.text
    for data in (b"", b"\xff\xfe\x00"):
        assert send_file(data).status_code == 400
    assert len(desk.judgements()) == 1


def test_more_than_one_page_of_judgements_is_turned(
    client: TestClient, desk: Desk, ferry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runut.web.pages.judgements.SHOWN", 2)
    for n in range(3):
        desk.judge(ferry, "note", [figure(desk, ferry)], by="Sari", why=f"catatan {n}")
    first = page(client, "/judgements")
    assert "catatan 0" not in first
    older = next(e for e in outline(first).all("a") if "before=" in e.attributes.get("href", ""))
    assert "catatan 0" in page(client, older.attributes["href"])


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_word_of_the_forms_is_there_in_both_languages(
    client: TestClient, desk: Desk, ferry: str, lang: str
) -> None:
    account = desk.account(ferry)
    ids = [account.figures[0].id, account.statements[0].id, account.events[0].id, account.articles[0].id]
    for id_ in (*ids, account.entities[0].id, corrections.date_id(account.dates[0])):
        html = page(client, f"/stories/{ferry}/correct", subject=[id_], lang=lang)
        assert "desk.correcting" not in html
    other = rendering.words("en" if lang == "id" else "id")
    words = rendering.words(lang)
    for key in ("number", "day", "value", "other", "nobody_so", "several_so"):
        parts = {"value": "x", "name": "x", "reason": "x"}
        assert words(f"desk.correcting.wrong.{key}", **parts) != other(f"desk.correcting.wrong.{key}", **parts)
