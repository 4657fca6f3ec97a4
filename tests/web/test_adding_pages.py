"""Adding by paste, file and link, and the pages of the jobs that follow."""

from __future__ import annotations

import gzip
import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from outlets import Outlet, answer, page
from runut import intake
from runut.desk import Desk, jobs, working
from runut.intake.web import REASONS, Limits
from runut.lang import Language
from runut.model import Article
from runut.store import Store, open_store
from runut.web import rendering, security, whys
from runut.web.app import create_app
from runut.web.pages import adding
from runut.web.pages.adding import links_in
from runut.web.settings import Settings

TEXT = "Kebakaran di Pasar Rawi pada Selasa (5/5/2026) menghanguskan 12 kios.\n\n“Api dari warung,” kata Lurah Rawi, Sumarni."
LINES = "".join(
    json.dumps({"text": text, "outlet": "kabar.example", "title": "Pasar"}) + "\n"
    for text in ("Api padam.", "", "Warga pulang.")
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "desk.db") as opened:
        yield opened


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    settings = Settings(worker=False, hosts=frozenset({"testserver"}), allow_private_links=True)
    with TestClient(create_app(store, settings), follow_redirects=False) as opened:
        yield opened


def send(client: TestClient, files: Any = None, **fields: str) -> Any:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/add").text)
    assert found is not None
    sent = {"csrf": found[1], **fields}
    # A form of the page is always multipart, whether files are in it or not.
    return client.post("/add", data=sent, files=files or {"files": ("", b"")})


def kept(store: Store) -> dict[str, Article]:
    with store.reading() as view:
        rows = view.article_rows(limit=None)
        return {a.source: a for a in view.articles([row.id for row in rows]).values()}


def shown(client: TestClient, response: Any, lang: str = "id") -> str:
    """The page of the job that an answer leads to, as words."""
    assert response.status_code == 303, response.text
    assert response.headers["location"].startswith("/jobs/")
    answered = client.get(f"{response.headers['location']}?lang={lang}")
    assert answered.status_code == 200
    return words_of(answered.text)


def words_of(html: str) -> str:
    """The words of a page's main part."""
    main = re.sub(r"<[^>]+>", " ", html[html.index("<main") : html.index("</main>")])
    return re.sub(r"\s+", " ", main)


# Paste


def test_a_pasted_report_is_kept_to_the_character_and_then_read(
    client: TestClient, store: Store, languages: Mapping[str, Language]
) -> None:
    response = send(
        client,
        text=TEXT.replace("\n", "\r\n"),  # as browsers send it
        title=" Pasar Rawi  Terbakar ",
        outlet="Kabar Rawi",
        published="Selasa, 5 Mei 2026 10:48 WIB",
        url="https://kabarrawi.example/pasar",
    )
    (article,) = kept(store).values()
    assert article.text == TEXT
    assert article.source == article.url == "https://kabarrawi.example/pasar"
    assert (article.title, article.outlet) == ("Pasar Rawi Terbakar", "Kabar Rawi")
    assert article.published is not None
    assert article.published.startswith("2026-05-05T10:48")
    waiting = shown(client, response)
    assert "1 laporan baru" in waiting
    assert "Sedang dibaca" in waiting
    assert "noscript" in client.get(response.headers["location"]).text
    do_jobs(store, languages)
    done = client.get(response.headers["location"])
    assert "selesai" in words_of(done.text)
    assert "noscript" not in done.text
    with store.reading() as view:
        (story,) = view.stories()
    assert f'href="/stories/{story.id}"' in done.text
    assert "Adding reports" in shown(client, response, "en")


def test_a_text_alone_is_enough_and_the_same_text_is_known(client: TestClient, store: Store) -> None:
    send(client, text=TEXT)
    (source,) = kept(store)
    assert source.startswith("paste#")
    assert "1 sudah ada" in shown(client, send(client, text=TEXT))
    assert len(kept(store)) == 1
    assert "sudah ada" not in shown(client, send(client, text=TEXT, outlet="Suara Rawa"))
    assert len(kept(store)) == 2


@pytest.mark.parametrize(
    ("fields", "field", "says"),
    [
        ({"text": TEXT, "published": "kemarin"}, "published", "2026-05-31"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, "url", "https://"),
        ({"text": "… —"}, "text", "tidak ada kata"),
        ({"links": " \n "}, "", "Belum ada yang diberikan"),
        ({}, "", "Belum ada yang diberikan"),
        ({"links": "\n".join(f"https://kabar.example/{n}" for n in range(1001))}, "links", "1001 tautan"),
    ],
)
def test_what_cannot_be_taken_comes_back_with_the_reason(
    client: TestClient, store: Store, fields: dict[str, str], field: str, says: str
) -> None:
    response = send(client, **fields)
    assert response.status_code == 400
    assert says in response.text
    assert 'id="wrong" role="alert"' in response.text
    if field:
        box = re.search(rf'<(?:input|textarea) id="{field}"[^>]*>', response.text)
        assert box is not None
        assert 'aria-invalid="true"' in box[0]
    if "text" in fields:
        assert fields["text"] in response.text
    assert kept(store) == {}
    assert jobs.recent(store) == []


def test_a_text_that_is_a_script_is_only_text(client: TestClient, store: Store) -> None:
    hostile = "</textarea><script>alert(1)</script> Warga pulang."
    response = send(client, text=hostile, published="x")
    assert "<script>alert" not in response.text
    send(client, text=hostile, title="<script>alert(2)</script>", outlet="'\"><img src=x onerror=alert(3)>")
    assert [article.text for article in kept(store).values()] == [hostile]
    response = send(client, text=hostile)
    done = client.get(response.headers["location"]).text
    assert "<script>alert" not in done
    assert "<img" not in done


def test_nothing_is_taken_without_the_forms_token(client: TestClient, store: Store) -> None:
    with_file = {"files": ("a.txt", TEXT.encode())}
    assert client.post("/add", data={"text": TEXT, "csrf": "x"}, files=with_file).status_code == 403
    for path in ("/jobs/x/stop", "/jobs/x/again"):
        assert client.post(path, data={"csrf": "x"}).status_code == 403
    assert kept(store) == {}


# Files


def test_files_of_every_kind_are_called_by_their_names(
    client: TestClient, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "sementara"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    response = send(
        client,
        files=[
            ("files", ("laporan.txt", TEXT.encode())),
            ("files", ("C:\\berita\\hari ini.jsonl", LINES.encode())),
            (
                "files",
                ("../../etc/halaman.html", page("Pasar", "Kios di Pasar Rawi dibangun lagi, kata Lurah Sumarni.")),
            ),
            ("files", ("banyak.jsonl.gz", gzip.compress(LINES.encode()))),
            ("files", ("tanpa-akhiran", b"Hujan reda.")),
            ("files", ("foto.jpg", b"\xff\xd8\xff\xe0" + bytes(200))),
            ("files", ("kosong.txt", b"")),
            ("files", ("<b>x</b>\n.pdf", b"%PDF-1.7 \xe2\xe3\xcf\xd3")),
        ],
    )
    assert set(kept(store)) == {
        "laporan.txt",
        "hari ini.jsonl#1",
        "hari ini.jsonl#3",
        "halaman.html",
        "banyak.jsonl.gz#1",
        "banyak.jsonl.gz#3",
        "tanpa-akhiran",
    }
    assert kept(store)["laporan.txt"].text == TEXT
    told = shown(client, response)
    assert "7 laporan baru · 5 tidak dapat diambil" in told
    assert "foto.jpg bukan teks: gambar" in told
    assert "kosong.txt berkasnya kosong" in told
    assert "hari ini.jsonl#2 teks rekamannya kosong" in told
    assert "not text: an image" in shown(client, response, "en")
    assert str(temporary) not in client.get(response.headers["location"]).text
    assert list(temporary.iterdir()) == []
    with store.reading() as view:
        assert {row.origin for row in view.article_rows()} == {"file"}
        assert "foto.jpg" in {row.source for row in view.skipped()}


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("rusak.json", b'{"judul": "Pasar', "JSON-nya rusak pada baris 1, kolom 11: teksnya tidak ditutup tanda kutip"),
        ("daftar.json", b'[{"judul": "a", "isi": 5}, {"judul": "b"}]', "teks rekamannya (isi) berupa sebuah bilangan"),
        ("daftar.json", b'[{"judul": "a", "isi": 5}, {"judul": "b"}]', "rekaman tanpa teks (isinya: judul)"),
        ("kosong.json", b"[]", "tidak ada rekaman di dalamnya"),
        ("tabel.csv", b"judul,isi\n", "ada kepala tabel, tetapi tidak ada baris"),
        ("arsip.zip", b"PK\x03\x04" + bytes(60), "arsip zip"),
        ("surel.mht", b"From: a@b.example\nMIME-Version: 1.0\nSubject: x\n\n", "teksnya kosong"),
    ],
)
def test_why_a_file_gave_nothing_is_told_in_the_language_of_the_page(
    client: TestClient, name: str, data: bytes, says: str
) -> None:
    response = send(client, files=[("files", (name, data))])
    told = client.get(response.headers["location"]).text
    assert says in shown(client, response)
    left = told.partition("Yang tidak dapat diambil")[2]
    assert 'lang="en"' not in left.partition("</table>")[0]
    assert says not in shown(client, response, "en")


def test_every_reason_of_intake_that_an_upload_can_meet_has_words_in_indonesian() -> None:
    given = re.compile(r'(?:reason=|Unreadable\(|_Broken\()"((?:[^"\\]|\\.)+)"')
    sources = Path(intake.__file__).parent.glob("*.py")
    reasons = {reason for source in sources for reason in given.findall(source.read_text("utf-8"))}
    assert len(reasons) > 20
    untold = {reason for reason in reasons if whys.told(reason, rendering.words("id"))[1] != "id"}
    of_paths = {"no file matches", "no such file or folder", "an empty folder"}
    assert {reason for reason in untold - of_paths if not reason.startswith("an address: ")} == set()


def test_a_reason_without_words_of_its_own_is_told_as_it_is() -> None:
    indonesian = rendering.words("id")
    assert whys.told("the moon was full", indonesian) == ("the moon was full", "en")
    assert whys.told("the moon was full; 3 records came before that", indonesian)[0].endswith("sudah terbaca")
    assert whys.told("no record in it; 3 records came before that", indonesian) == (
        "tidak ada rekaman di dalamnya; 3 rekaman sebelumnya sudah terbaca",
        "id",
    )
    assert whys.told("no record in it", rendering.words("en")) == ("no record in it", "en")


def test_a_file_given_again_is_known_and_a_name_does_not_mix_two_files(client: TestClient, store: Store) -> None:
    send(client, files=[("files", ("a.txt", b"Banjir surut.")), ("files", ("a.txt", b"Banjir datang."))])
    with store.reading() as view:
        assert sorted(a.text for a in view.articles([r.id for r in view.article_rows()]).values()) == [
            "Banjir datang.",
            "Banjir surut.",
        ]
    assert "1 sudah ada" in shown(client, send(client, files=[("files", ("a.txt", b"Banjir surut."))]))


@pytest.mark.parametrize("told", ["2147483648", None], ids=["a length over the limit", "a body over the limit"])
def test_too_much_is_refused_and_nothing_kept(
    client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch, told: str | None
) -> None:
    monkeypatch.setattr(adding, "MOST_BYTES", 1 << 20)
    monkeypatch.setattr(security, "DRAIN", 0.1)
    begin = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    sent = 0

    def body() -> Iterator[bytes]:
        nonlocal sent
        yield begin
        for _ in range(3):
            sent += 1
            yield b"Banjir surut. " * 40_000
        yield b"\r\n--x--\r\n"

    headers = {"content-type": "multipart/form-data; boundary=x"} | ({"content-length": told} if told else {})
    response = client.post("/add", content=body(), headers=headers)
    assert response.status_code == 413
    assert "1 MB" in response.text
    assert "Kirim dalam beberapa bagian" in response.text
    assert kept(store) == {}


# Links


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("", []),
        ("https://a.example/x\n\n  https://b.example/y  ", ["https://a.example/x", "https://b.example/y"]),
        ("Baca: https://a.example/x. (juga <https://b.example/y>)", ["https://a.example/x", "https://b.example/y"]),
        ("https://a.example/x https://a.example/x", ["https://a.example/x"]),
        ("www.a.example/x?y=1", ["https://www.a.example/x?y=1"]),
        ("halo apa kabar", ["halo apa kabar"]),
        ("HTTP://A.example/B", ["HTTP://A.example/B"]),
    ],
)
def test_links_are_found_among_words(text: str, links: list[str]) -> None:
    assert links_in(text) == links


def test_links_become_a_job_with_a_page(
    client: TestClient, store: Store, outlet: Outlet, languages: Mapping[str, Language]
) -> None:
    outlet.pages["/a"] = answer(page("Pasar Rawi Terbakar", "Dua belas kios di Pasar Rawi terbakar Selasa (5/5/2026)."))
    outlet.pages["/sibuk"] = answer(status="503 Busy")
    response = send(client, links=f"{outlet.url}/a\n{outlet.url}/hilang\n{outlet.url}/sibuk\nkabar apa")
    assert "Menunggu giliran" in shown(client, response)
    assert kept(store) == {}
    do_jobs(store, languages)
    told = shown(client, response)
    assert "selesai · 1 laporan baru · 3 tidak dapat diambil" in told
    assert "tidak mempunyai halaman itu (jawaban 404)" in told
    assert "bukan alamat web" in told
    assert "has no such page (answer 404)" in shown(client, response, "en")
    assert "Mengambil tautan" in words_of(client.get("/jobs?lang=id").text)

    again = follow(client, response, "again")
    outlet.pages["/sibuk"] = answer(page("Pasar Rawi Dibangun", "Pasar Rawi dibangun lagi, kata Lurah Sumarni, Rabu."))
    asked = len(outlet.asked)
    do_jobs(store, languages)
    assert "1 laporan baru" in shown(client, again)
    assert len(outlet.asked) == asked + 2  # robots.txt, and the link that may have changed


def test_a_text_and_links_in_one_form_are_one_job(
    client: TestClient, store: Store, outlet: Outlet, languages: Mapping[str, Language]
) -> None:
    outlet.pages["/a"] = answer(page("Pasar Rawi Terbakar", "Dua belas kios di Pasar Rawi terbakar Selasa (5/5/2026)."))
    response = send(client, text=TEXT, links=f"{outlet.url}/a")
    do_jobs(store, languages)
    assert "2 laporan baru" in shown(client, response)


def test_a_job_is_stopped_from_its_page(client: TestClient, store: Store) -> None:
    response = send(client, links="https://kabar.example/a")
    stopped = follow(client, response, "stop")
    assert "dihentikan" in shown(client, stopped)
    assert "Coba lagi" in shown(client, stopped)
    assert jobs.recent(store)[0].state == "cancelled"


def test_reports_meant_for_a_story_lead_back_to_it(
    client: TestClient, store: Store, languages: Mapping[str, Language]
) -> None:
    send(client, text=TEXT, title="Pasar Rawi Terbakar")
    do_jobs(store, languages)
    with store.reading() as view:
        (story,) = view.stories()
    form = client.get(f"/add?story={story.id}").text
    assert f'name="story" value="{story.id}"' in form
    response = send(client, text="Jumlah kios yang terbakar di Pasar Rawi 14.", published="2026-05-06", story=story.id)
    assert f"/stories/{story.id}" in client.get(response.headers["location"]).text
    assert client.get("/add?story=nirwana").status_code == 200


def test_a_job_that_there_is_not(client: TestClient) -> None:
    missing = client.get("/jobs/nirwana")
    assert missing.status_code == 404
    assert "Tidak ada pekerjaan nirwana" in missing.text
    assert "Belum ada pekerjaan" in client.get("/jobs").text


def test_a_failure_is_told_with_what_to_do(client: TestClient, store: Store) -> None:
    response = send(client, text=TEXT)
    id = response.headers["location"].rpartition("/")[2]
    with store.writing() as writer:
        writer.take_job(jobs.KINDS, stale_after=60)
        writer.end_job(id, "failed", "<b>no room</b>")
    told = client.get(response.headers["location"]).text
    assert "Penyebabnya: &lt;b&gt;no room&lt;/b&gt;" in told
    assert "Yang sudah tersimpan tidak hilang" in told
    assert client.get("/jobs").text.count("gagal") == 1


# Words


def test_every_reason_has_words_in_both_languages_with_the_same_parts() -> None:
    indonesian, english = rendering.words("id").words, rendering.words("en").words
    assert {k.removeprefix("desk.refused."): v for k, v in english.items() if k.startswith("desk.refused.")} == REASONS
    for key, told in english.items():
        if key.startswith(("desk.refused.", "desk.adding.", "desk.jobs.", "desk.why.")):
            assert sorted(re.findall(r"\{\w+", told)) == sorted(re.findall(r"\{\w+", indonesian[key])), key


def do_jobs(store: Store, languages: Mapping[str, Language]) -> None:
    """Do all jobs that wait, as a worker does."""

    def is_stopped() -> bool:
        with store.reading() as view:
            return not view.jobs(states=["queued", "running"])

    working.work(
        Desk(store, using=languages), is_stopped, allow_private_links=True, limits=Limits(delay=0, total=3, robots=3)
    )


def follow(client: TestClient, response: Any, what: str) -> Any:
    """Press a button of a job's page."""
    html = client.get(response.headers["location"]).text
    form = re.search(rf'action="(/jobs/[^"]+/{what})"><input type="hidden" name="csrf" value="([^"]+)"', html)
    assert form is not None, html
    return client.post(form[1], data={"csrf": form[2]})
