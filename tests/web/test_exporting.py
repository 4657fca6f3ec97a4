"""Exports in the browser: every form as a download that says what the library says, with names covered where that is asked for."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from desk_pages import client_of, outline
from starlette.testclient import TestClient

import runut
from runut.desk import Desk
from runut.exports import forms
from runut.lang import Language
from runut.store import open_store
from runut.web.pages.exporting import FORMS

CHILD = "Raka Wirya"
REPORTS = [
    {
        "title": f"{CHILD} Dikeroyok di Kalimas",
        "outlet": "=cmd|' /C calc'!A0",
        "published": "2031-04-02",
        "url": "https://randu.example/raka-wirya-dikeroyok",
        "text": f"{CHILD} (15) dikeroyok tiga orang di Kalimas, Rabu (2/4). Raka dirawat di rumah sakit, kata Kapolsek Bagas Prakoso.",
    },
    {
        "title": "Tiga Pengeroyok di Kalimas Ditangkap",
        "outlet": "Suara Rawa",
        "published": "2031-04-02",
        "text": f"Tiga orang yang mengeroyok {CHILD} di Kalimas ditangkap, Rabu (2/4), kata Kapolsek Bagas Prakoso.",
    },
]


@pytest.fixture(scope="module")
def kept(
    tmp_path_factory: pytest.TempPathFactory, languages: Mapping[str, Language]
) -> Iterator[tuple[TestClient, str, Desk]]:
    with open_store(tmp_path_factory.mktemp("export") / "news.db") as store:
        desk = Desk(store, using=languages)
        desk.take_in(REPORTS)
        desk.catch_up()
        story = max(desk.stories(), key=lambda row: row.size).id
        with client_of(store, languages) as client:
            yield client, story, desk


def get(client: TestClient, story: str, form: str, **query: Any) -> Any:
    return client.get(f"/stories/{story}/export/file", params={"form": form, **query})


def texts(answer: Any) -> dict[str, str]:
    """The files of a download by name."""
    if answer.headers["content-type"] != "application/zip":
        return {"": answer.text}
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        return {n: packed.read(n).decode("utf-8", "replace") for n in packed.namelist()}


@pytest.mark.parametrize("form", [f for f in FORMS if f != "parquet"])
def test_a_form_is_downloaded_as_the_library_writes_it(kept: tuple[TestClient, str, Desk], form: str) -> None:
    client, story, desk = kept
    answer = get(client, story, form)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="runut-{story}-{form}.{FORMS[form][1]}"'
    account = desk.account(story)
    if form == "json":
        assert runut.account_from_json(answer.content) == account
    elif form == "html":
        assert answer.text == runut.to_html(account, lang="id")
    else:
        files = forms.FORMS[form].render(account, "id", False, desk.using["id"])
        assert texts(answer) == {name: body.decode() for name, body in files.items()}
    assert get(client, story, form).content == answer.content


def test_every_form_of_the_library_is_on_the_page(kept: tuple[TestClient, str, Desk]) -> None:
    client, story, _ = kept
    assert set(forms.FORMS) <= set(FORMS)
    for lang in ("id", "en"):
        page = outline(client.get(f"/stories/{story}/export", params={"lang": lang}).text)
        assert [b.attributes["value"] for b in page.all("button") if b.attributes.get("name") == "form"] == list(FORMS)


def test_protected_names_are_ticked_and_covered_in_every_form(kept: tuple[TestClient, str, Desk]) -> None:
    client, story, _ = kept
    page = outline(client.get(f"/stories/{story}/export").text)
    boxes = [e for e in page.all("input") if e.attributes.get("name") == "cover"]
    ticked = [b.attributes["value"] for b in boxes if "checked" in b.attributes]
    assert len(ticked) == 1
    assert "Raka" not in ticked[0]
    for form in FORMS:
        if form == "parquet":
            continue
        plain, covered = get(client, story, form), get(client, story, form, cover=ticked)
        for text in texts(covered).values():
            assert "raka" not in text.lower(), form
        assert covered.content != plain.content or "raka" not in plain.text.lower()
    assert json.loads(get(client, story, "json", cover=ticked).content)["masking"]


def test_a_name_that_was_to_be_covered_and_is_not_known_stops_the_download(kept: tuple[TestClient, str, Desk]) -> None:
    client, story, _ = kept
    answer = get(client, story, "markdown", cover=["0123456789abcdef"])
    assert answer.status_code == 409
    assert 'name="of"' in answer.text, "the form again"
    assert "content-disposition" not in answer.headers


def test_an_account_that_was_told_anew_since_the_form_was_drawn_is_not_written(
    kept: tuple[TestClient, str, Desk],
) -> None:
    client, story, desk = kept
    page = outline(client.get(f"/stories/{story}/export").text)
    (of,) = (e.attributes["value"] for e in page.all("input") if e.attributes.get("name") == "of")
    assert get(client, story, "markdown", of=of).status_code == 200
    row = desk.judge(story, "note", [desk.account(story).figures[0].id], by="Sari", why="tanya lagi")
    try:
        for cover in ([], [e.attributes["value"] for e in page.all("input") if e.attributes.get("name") == "cover"]):
            answer = get(client, story, "markdown", of=of, cover=cover)
            assert answer.status_code == 409
            assert "content-disposition" not in answer.headers
        again = outline(answer.text)
        (now,) = (e.attributes["value"] for e in again.all("input") if e.attributes.get("name") == "of")
        assert get(client, story, "markdown", of=now).status_code == 200
        english = next(e.attributes["href"] for e in again.all("a") if e.attributes.get("class") == "language")
        assert client.get(english).status_code == 200
    finally:
        desk.undo(row.judgement.id, by="Sari", why="selesai")


def test_excerpts_and_language_are_as_they_were_chosen(kept: tuple[TestClient, str, Desk]) -> None:
    client, story, desk = kept
    short = get(client, story, "html", excerpts="on", words="en")
    assert short.text == runut.to_html(desk.account(story), lang="en", excerpts=True)


def test_no_cell_of_a_download_is_a_formula(kept: tuple[TestClient, str, Desk]) -> None:
    client, story, _ = kept
    for form in ("csv", "acled", "ucdp", "snpk"):
        for name, text in texts(get(client, story, form)).items():
            if name.endswith(".csv"):
                assert ",=cmd" not in text
                assert ',"=cmd' not in text
                assert not text.startswith("=")
    assert "'=cmd" in texts(get(client, story, "csv"))["articles.csv"]


def test_what_is_not_there_is_told(kept: tuple[TestClient, str, Desk]) -> None:
    client, story, _ = kept
    assert get(client, story, "docx").status_code == 404
    assert get(client, "nothing", "csv").status_code == 404
    assert client.get("/stories/nothing/export").status_code == 404
