"""The pages that are read, in a browser: a report beside its line, by keyboard, on a narrow screen, and without script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from desk_pages import HERE, PLAIN_REPORT
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browsers import opened
from runut.desk import Desk
from runut.lang import Language
from runut.web.app import create_app
from served import serving

pytestmark = pytest.mark.browser

HIT = "rgb(255, 210, 63)"
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with opened(chromium) as found:
        yield found


@pytest.fixture
def address(desk: Desk, languages: Mapping[str, Language]) -> Iterator[str]:
    app = create_app(desk.store, HERE)
    app.state.desk = Desk(desk.store, using=languages)
    with serving(app) as found:
        yield found


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A wide window; whatever its pages log, throw or ask for elsewhere fails the test."""
    made = browser.new_context(base_url=address, viewport=WIDE, locale="id-ID")
    trouble: list[str] = []
    made.on("console", lambda m: trouble.append(f"{m.type}: {m.text}"))
    made.on("weberror", lambda e: trouble.append(f"error: {e.error}"))
    made.on("request", lambda r: None if r.url.startswith((address, "data:")) else trouble.append(r.url))
    yield made
    made.close()
    assert not trouble


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def lit(page: Page, inside: str) -> str:
    """The words that are lit up."""
    found: str = page.locator(f"{inside} .text .at").evaluate_all(
        "all => all.filter(a => !a.parentElement.closest('.at')).map(a => a.textContent).join('')"
    )
    return found


def test_a_report_stands_beside_the_line_that_leads_to_it(page: Page, desk: Desk, ferry: str) -> None:
    page.goto(f"/stories/{ferry}")
    lines = page.locator("#figures a.cite:visible")
    side = page.locator("#side")
    expect(side).to_be_hidden()
    for n in (0, 3):
        link = lines.nth(n)
        start, _, end = (link.get_attribute("href") or "").partition("?at=")[2].partition("#")[0].partition("-")
        article = desk.article((link.get_attribute("href") or "").partition("?")[0].rpartition("/")[2])
        link.click()
        expect(side.locator(f"article#a-{article.id}")).to_be_visible()
        assert lit(page, "#side") == article.text[int(start) : int(end)]
        expect(side.locator(".text .at").first).to_be_in_viewport()
        expect(side.locator(".text .at").first).to_have_css("background-color", HIT)
        expect(link).to_be_in_viewport()
        if n == 0:
            side.get_by_label("Nama", exact=True).check()
        expect(side.get_by_label("Nama", exact=True)).to_be_checked()
    assert page.url.endswith(f"/stories/{ferry}")
    page.keyboard.press("Escape")
    expect(side).to_be_hidden()
    expect(lines.nth(3)).to_be_focused()
    lines.nth(3).click(modifiers=["Control"])
    expect(side).to_be_hidden()


def test_a_page_that_is_left_open_tells_of_a_newer_account(page: Page, desk: Desk, ferry: str) -> None:
    page.goto(f"/stories/{ferry}")
    newer = page.locator(".newer")
    expect(newer).to_be_hidden()
    came = {**PLAIN_REPORT, "title": "Korban Tewas KMP Lintang Samudra Jadi 12", "published": "2026-03-14"}
    text = "Korban tewas kebakaran KMP Lintang Samudra di Selat Sirih menjadi 12 orang, Sabtu (14/3/2026), kata Bagas Prakoso."
    desk.take_in([{**came, "text": text}])
    desk.catch_up()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(newer).to_contain_text("lebih baru")
    newer.get_by_role("link").click()
    expect(page.locator(".kicker").first).to_contain_text("versi 2")
    expect(newer).to_be_hidden()


def test_all_is_reached_by_keyboard(page: Page, ferry: str) -> None:
    page.goto(f"/stories/{ferry}")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main a:visible").first).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.locator("#find").focus()
    page.keyboard.type("jk19 \u2026")
    expect(page.locator("#find")).to_have_value("jk19 \u2026")
    page.locator("main").focus()
    page.keyboard.press("j")
    line = page.locator("main a.to:visible").first
    expect(line).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#side")).to_be_focused()
    page.keyboard.press("4")
    expect(page.locator("#side").get_by_label("Nama", exact=True)).to_be_checked()
    page.keyboard.press("Escape")
    expect(line).to_be_focused()


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["narrow", "wide"])
def test_nothing_is_wider_than_the_screen(
    page: Page, desk: Desk, ferry: str, hostile: str, viewport: dict[str, int]
) -> None:
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    told = desk.account(ferry)
    (odd,) = desk.store.read(lambda view: view.members(hostile))
    speaker = next(s.speaker.entity for s in told.statements if s.speaker and s.speaker.entity)
    for path in (
        "/",
        f"/stories/{ferry}",
        f"/stories/{ferry}/names",
        f"/stories/{ferry}/entities/{speaker}",
        f"/stories/{hostile}",
        f"/articles/{told.articles[0].id}?at=5-60",
        f"/articles/{odd}",
        "/names?q=Bagas",
        "/names?name=Bagas%20Prakoso",
        "/login",
    ):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path
    assert page.evaluate("window.pwned") is None


def test_without_script_a_line_leads_to_its_words(browser: Browser, address: str, desk: Desk, ferry: str) -> None:
    context = browser.new_context(base_url=address, viewport=WIDE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/stories/{ferry}")
    link = page.locator("#statements a.cite:visible").first
    href = link.get_attribute("href") or ""
    start, _, end = href.partition("?at=")[2].partition("#")[0].partition("-")
    link.click()
    page.wait_for_url(f"**{href}")
    hit = page.locator(".text .at")
    expect(hit.first).to_be_in_viewport()
    expect(hit.first).to_have_css("background-color", HIT)
    figures = page.locator(".text .fi").first
    expect(figures).to_have_css("font-weight", "650")
    page.get_by_label("Angka", exact=True).uncheck()
    expect(figures).to_have_css("font-weight", "400")
    article = desk.article(href.partition("?")[0].rpartition("/")[2])
    assert "".join(hit.all_text_contents()).startswith(article.text[int(start) : int(end)][:20])
    context.close()
