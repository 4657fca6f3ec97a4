"""An editor's day at the desk, in a real browser before a real server: add by file, paste and link; read; correct; undo; search; export.

The whole walk is gone twice, with scripts and without.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from browsers import opened
from outlets import Outlet, answer
from outlets import page as outlet_page

ROOT = Path(__file__).resolve().parents[2]
from runut import codec, face  # noqa: E402

sys.path.insert(0, str(ROOT / "tools"))

from desk_load import serve  # noqa: E402

pytestmark = pytest.mark.browser

WEEK = ROOT / "examples" / "sepekan.jsonl"
PASTED = (
    "Jumlah pengungsi banjir bandang di Kecamatan Tirtasari, Kabupaten Lembah Manis, menjadi 1.250 orang, Jumat (10/4/2026)."
    "\n\n“Semua pengungsi sudah mendapat makanan,” kata Kepala BPBD Lembah Manis Ratih Kusumo."
)
LINKED = (
    "Korban tewas akibat banjir bandang di Kecamatan Tirtasari, Kabupaten Lembah Manis, menjadi 12 orang, Jumat (10/4/2026).",
    "Kepala BPBD Lembah Manis Ratih Kusumo mengatakan satu jenazah ditemukan di muara Sungai Manis pada Jumat pagi.",
)
LONG = 60_000
"""Milliseconds to wait for what a worker does, on a machine that does much else."""


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with opened(chromium) as found:
        yield found


@pytest.fixture(params=[True, False], ids=["with scripts", "without"])
def scripted(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A desk with nothing in it, served by the command itself."""
    with serve(tmp_path / "news.db", "--allow-private-links") as server:
        yield server.address


@pytest.fixture
def page(browser: Browser, address: str, scripted: bool) -> Iterator[Page]:
    """A page of the desk; whatever it logs, throws or asks for elsewhere fails the test."""
    context = browser.new_context(
        base_url=address,
        java_script_enabled=scripted,
        viewport={"width": 1280, "height": 800},
        accept_downloads=True,
        locale="id-ID",
    )
    shown = context.new_page()
    trouble = watch(context, address)
    yield shown
    context.close()
    assert not trouble


def watch(context: BrowserContext, address: str) -> list[str]:
    """What goes wrong in a browser, from now on."""
    trouble: list[str] = []
    context.on("console", lambda m: trouble.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
    context.on("weberror", lambda e: trouble.append(f"error: {e.error}"))
    # A download is told as a request that came to nothing.
    context.on(
        "requestfailed",
        lambda r: None if "/export/" in r.url else trouble.append(f"failed: {r.url}: {r.failure}"),
    )
    context.on(
        "request",
        lambda r: None if r.url.startswith((address, "data:", "about:")) else trouble.append(f"elsewhere: {r.url}"),
    )
    return trouble


def finish(page: Page, scripted: bool) -> None:
    """Wait on the page of a job until the job has ended."""
    expect(page).to_have_url(re.compile("/jobs/"))
    done = page.locator(".summary", has_text=re.compile("selesai"))
    expect(done).to_be_visible(timeout=LONG)


def flood(page: Page) -> Locator:
    return page.get_by_role("link", name=re.compile("Tirtasari|Lembah Manis")).first


def test_an_editors_day(page: Page, scripted: bool, outlet: Outlet) -> None:
    # The desk is empty, and says what to do.
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cerita")
    expect(page.locator(".none")).to_contain_text("Tambahkan")

    # A file with a week of reports.
    page.get_by_role("navigation").get_by_role("link", name="Tambah").click()
    page.get_by_label("Pilih satu berkas atau lebih").set_input_files(WEEK)
    page.get_by_role("button", name="Unggah berkas").click()
    finish(page, scripted)
    expect(page.locator("#job-outcome")).to_contain_text("sepekan.jsonl#15")

    # The story of the flood.
    page.goto("/")
    expect(page.locator("ol.stories > li")).to_have_count(4)
    flood(page).click()
    expect(page.locator(".kicker")).to_contain_text("versi 1", timeout=LONG)
    story = page.url
    expect(page.locator("main")).to_contain_text("Ratih Kusumo")

    # A line leads to its exact words.
    cited = page.locator("main a[href*='#p-']").first
    href = cited.get_attribute("href")
    assert href is not None
    start, end = map(int, re.findall(r"at=(\d+)-(\d+)", href)[0])
    page.goto(href)
    marked = page.locator(f"[id='{href.partition('#')[2]}']")
    expect(marked).to_be_visible()
    assert len(re.sub(r"\s+", " ", marked.inner_text())) <= end - start

    # A pasted report.
    page.goto(story)
    page.get_by_role("link", name="Tambah laporan").click()
    page.get_by_label("Isi laporan").fill(PASTED)
    page.get_by_label("Judul").fill("Pengungsi Banjir Tirtasari 1.250 Orang")
    page.get_by_label("Media").fill("Suara Lembah")
    page.get_by_label("Terbit").fill("2026-04-10")
    page.get_by_role("button", name="Simpan laporan").click()
    finish(page, scripted)

    # A link, from an outlet on this machine.
    body = outlet_page(
        "Korban Tewas Banjir Tirtasari 12 Orang", *LINKED, published="2026-04-10T12:00:00+07:00", outlet="Kabar Uji"
    )
    outlet.pages["/banjir"] = answer(body)
    page.goto(story)
    page.get_by_role("link", name="Tambah laporan").click()
    page.get_by_label("Alamat halaman berita").fill(f"{outlet.url}/banjir")
    page.get_by_role("button", name="Ambil tautan").click()
    finish(page, scripted)
    assert outlet.paths == ["/banjir"]
    page.get_by_role("link", name=re.compile("Kembali ke cerita")).click()

    # What changed since the editor last looked.
    changes = page.get_by_role("region", name=re.compile("Yang berubah sejak versi"))
    expect(changes).to_be_visible(timeout=LONG)
    expect(changes).to_contain_text("12")

    # Search leads to the passage.
    page.get_by_label("Cari dalam laporan").fill('"ditemukan di muara"')
    page.get_by_role("search").first.get_by_role("button").click()
    expect(page.locator("ol.hits > li")).to_have_count(1)
    expect(page.locator("ol.hits mark").first).to_have_text(re.compile("ditemukan"))
    page.locator("ol.hits h2 a").click()
    expect(page.locator(".text")).to_contain_text("muara Sungai Manis")

    # A figure is put aside, and put back.
    page.goto(story)
    page.locator("#figures").get_by_role("link", name="Perbaiki").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Perbaiki angka")
    boxes = page.get_by_role("group", name="Yang mana?").get_by_role("checkbox")
    if boxes.count():
        boxes.first.check()
    page.get_by_label("Nama Anda").fill("Laras")
    page.get_by_label("Alasan").fill("angka tahun lalu")
    page.get_by_role("button", name="Tolak").click()
    message = page.locator(".message[role=status]", has_text="Putusan disimpan")
    expect(message).to_be_visible()
    message.get_by_role("button", name="Batalkan").click()
    expect(page.locator(".message[role=status]", has_text="ditarik kembali")).to_be_visible()
    page.goto("/judgements")
    expect(page.locator("table.judgements tbody tr")).to_have_count(2)
    expect(page.locator("table.judgements")).to_contain_text("Laras")

    # The account goes out, and holds.
    page.goto(story)
    page.get_by_role("link", name="Ekspor").click()
    with page.expect_download() as markdown:
        page.get_by_role("button", name="Unduh Ringkasan (Markdown)").click()
    assert "Tirtasari" in markdown.value.path().read_text("utf-8")
    with page.expect_download() as account:
        page.get_by_role("button", name="Unduh Akun (JSON)").click()
    told = codec.account_from_json(account.value.path().read_bytes())
    assert told.story.reports == 9
    assert {p.what.partition(": ")[2][:24] for p in face.verify(told)} == {"not found in the sources"}
