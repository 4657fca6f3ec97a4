"""Adding in a browser: a job's page that follows the job, files that are dropped, and the same without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsers import opened
from outlets import Outlet, answer, page
from runut.store import open_store
from runut.web.app import create_app
from runut.web.settings import Settings
from served import serving

pytestmark = pytest.mark.browser


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A desk with its worker, as `runut serve` runs it."""
    with (
        open_store(tmp_path / "desk.db") as store,
        serving(create_app(store, Settings(allow_private_links=True))) as address,
    ):
        yield address


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with opened(chromium) as browser:
        yield browser


def test_a_links_page_follows_the_job_until_its_story_stands(address: str, outlet: Outlet, browser: Browser) -> None:
    outlet.pages["/a"] = answer(page("Pasar Rawi Terbakar", "Dua belas kios di Pasar Rawi terbakar Selasa (5/5/2026)."))
    outlet.pages["/tutup"] = answer(status="403 No")
    tab = browser.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    tab.goto(f"{address}/add")
    tab.get_by_label("Alamat halaman berita").fill(f"Lihat {outlet.url}/a\n{outlet.url}/tutup")
    tab.get_by_role("button", name="Ambil tautan").click()
    tab.wait_for_url("**/jobs/*")
    tab.get_by_role("button", name="Hentikan").focus()
    tab.get_by_role("heading", name="Pasar Rawi Terbakar").get_by_role("link").wait_for(timeout=60_000)
    assert tab.get_by_role("status").first.inner_text() == "selesai · 1 laporan baru · 1 tidak dapat diambil"
    assert "(selesai)" in tab.title()
    assert not tab.get_by_role("button", name="Hentikan").count()
    assert "buka halamannya dan tempel teksnya" in tab.inner_text("main")
    tab.get_by_role("heading", name="Pasar Rawi Terbakar").get_by_role("link").click()
    assert "/stories/" in tab.url
    assert wrong == []
    tab.close()


def test_files_are_dropped_on_the_page(address: str, browser: Browser) -> None:
    tab = browser.new_page()
    tab.goto(f"{address}/add")
    tab.get_by_text("dijatuhkan di mana saja").wait_for()
    tab.evaluate(
        """() => {
            const held = new DataTransfer();
            held.items.add(new File(["Banjir surut di Desa Rawi, kata Lurah Sumarni."], "rawi.txt", {type: "text/plain"}));
            for (const kind of ["dragover", "drop"])
                document.querySelector("h1").dispatchEvent(new DragEvent(kind, {dataTransfer: held, bubbles: true, cancelable: true}));
        }"""
    )
    assert tab.evaluate("document.activeElement.id") == "files"
    tab.get_by_role("button", name="Unggah berkas").click()
    tab.wait_for_url("**/jobs/*")
    tab.get_by_role("link", name="Banjir surut di Desa Rawi, kata Lurah Sumarni.").wait_for()
    tab.close()


def test_without_script_the_page_asks_for_itself_again(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}/add")
    assert not tab.get_by_text("dijatuhkan di mana saja").is_visible()
    tab.get_by_label("Isi laporan").fill("Kebakaran di Pasar Rawi pada Selasa (5/5/2026) menghanguskan 12 kios.")
    tab.get_by_role("button", name="Simpan laporan").click()
    tab.wait_for_url("**/jobs/*")
    tab.get_by_text("selesai · 1 laporan baru").wait_for(timeout=60_000)
    context.close()
