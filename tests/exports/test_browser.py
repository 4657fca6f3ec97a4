"""The page in a browser: nothing is asked of a network, nothing fails, and every line leads to its passage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from runut.exports import html
from runut.model import Account

pytestmark = pytest.mark.browser

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HIT = "rgb(255, 210, 63)"
NONE = "rgba(0, 0, 0, 0)"


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(compared: Account, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "akun.html"
    path.write_text(html.render(compared), "utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page at 1280 × 800; whatever it logs, throws or asks for elsewhere fails the test."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("console", lambda message: trouble.append(f"console: {message.text}"))
    opened.on("pageerror", lambda error: trouble.append(f"error: {error}"))
    opened.on(
        "request",
        lambda request: None if request.url.startswith(("file:", "data:", "about:")) else trouble.append(request.url),
    )
    opened.goto(address)
    yield opened
    context.close()
    assert not trouble


def background(page: Page, selector: str) -> str:
    return str(page.eval_on_selector(selector, "e => getComputedStyle(e).backgroundColor"))


def in_view(page: Page, selector: str) -> bool:
    script = "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"
    return bool(page.eval_on_selector(selector, script))


def passage_of(page: Page, link: str) -> str:
    href = page.get_attribute(link, "href")
    assert href is not None
    assert href.startswith("#p-")
    return href


def test_nothing_of_a_report_acts(page: Page) -> None:
    assert page.evaluate("window.pwned") is None
    assert page.locator("img").count() == 0
    assert "<script>window.pwned = 1</script>" in page.inner_text("#a-jahat .text")


@pytest.mark.parametrize("link", [".comparison a.value", ".brief a, .card a.line", ".chart a", ".speaker a.cite"])
def test_a_click_leads_to_the_highlighted_passage(page: Page, link: str) -> None:
    target = passage_of(page, link)
    assert background(page, target) != HIT
    page.locator(link).first.click()
    expect(page.locator(target).first).to_have_css("background-color", HIT)
    assert in_view(page, target)


def test_the_words_of_a_line_lead_to_their_passage_too(page: Page) -> None:
    for words in (".speaker .words", ".timeline .words", ".rows .words"):
        page.locator(words).first.click()
        target = str(page.evaluate("location.hash"))
        assert page.inner_text(target).split()[0] in page.locator(words).first.inner_text()
        expect(page.locator(target).first).to_have_css("background-color", HIT)


def test_the_account_stays_beside_the_passage_on_a_wide_screen(page: Page) -> None:
    page.locator(".card a.line").first.click()
    assert in_view(page, "h1")


def test_all_pieces_of_a_passage_that_crosses_another_are_highlighted(page: Page) -> None:
    name = page.locator("[data-of]").first.get_attribute("data-of")
    page.evaluate("name => { location.hash = name; }", name)
    page.wait_for_selector(f"[id='{name}'].hit")
    pieces = page.locator(f"[id='{name}'], [data-of='{name}']")
    assert pieces.count() > 1
    assert {pieces.nth(k).evaluate("e => getComputedStyle(e).backgroundColor") for k in range(pieces.count())} == {HIT}


def test_the_drawing_of_families_leads_to_its_reports(page: Page) -> None:
    page.locator(".kinship text a").nth(1).click()
    assert page.evaluate("location.hash") == "#a-kabar"
    assert in_view(page, "#a-kabar h3")


def test_folded_wordings_lead_to_their_own_passage(page: Page) -> None:
    folded = page.locator(".timeline details.more").first
    folded.locator("summary").click()
    folded.locator(".words").click()
    target = str(page.evaluate("location.hash"))
    assert "Rapat digelar" in page.inner_text(target)
    expect(page.locator(target).first).to_have_css("background-color", HIT)


def test_what_is_rejected_is_struck_through_whatever_is_shown(page: Page) -> None:
    line = "e => getComputedStyle(e).textDecorationLine"
    assert page.eval_on_selector("#a-lontar .rj", line) == "line-through"
    page.click("label.fi")
    assert page.eval_on_selector("#a-lontar .rj", line) == "line-through"


def test_a_layer_is_switched_off_and_on(page: Page) -> None:
    mark = "#a-randu .st"
    assert background(page, mark) != NONE
    page.click("label.st")
    assert background(page, mark) == NONE
    page.click("label.st")
    assert background(page, mark) != NONE
    page.keyboard.press("2")
    assert background(page, mark) == NONE


def test_names_are_shown_on_request(page: Page) -> None:
    border = "e => getComputedStyle(e).borderBottomStyle"
    assert page.eval_on_selector("#a-randu .na", border) == "none"
    page.check("#layer-na")
    assert page.eval_on_selector("#a-randu .na", border) == "dotted"


def test_a_citation_is_copied(page: Page) -> None:
    button = page.locator(".card.current button.copy").first
    button.click()
    assert page.evaluate("navigator.clipboard.readText()") == "Samudra Pos, 5/8, par. 1"
    assert "Samudra Pos" in page.inner_text("#told")
    page.locator(".card.differs details.more summary").click()
    page.locator(".card.differs button.copy").nth(2).click(modifiers=["Shift"])
    copied = "“tiga pedagang tewas” (Harian Randu, 4/8 09.05, par. 2) https://randu.example/a?b=1&c=2"
    assert page.evaluate("navigator.clipboard.readText()") == copied


def test_keys_move_between_lines_and_clear_the_highlight(page: Page) -> None:
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    expect(page.locator(first).first).to_have_css("background-color", HIT)
    page.keyboard.press("Escape")
    assert background(page, first) != HIT
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.getAttribute('href')") == first


def test_keys_move_by_lines_and_not_by_their_citations(page: Page) -> None:
    of_line = "document.activeElement.closest('li, tr, .said, .pair > div')?.innerText"
    links = page.evaluate("[...document.querySelectorAll('main a.to')].filter(a => a.getClientRects().length).length")
    walked = []
    for _ in range(8):
        page.keyboard.press("j")
        walked.append(page.evaluate(of_line))
    assert len(set(walked)) == len(walked) < links
    page.keyboard.press("k")
    assert page.evaluate(of_line) == walked[-2]


def test_a_link_into_something_folded_unfolds_it(page: Page) -> None:
    page.evaluate("location.hash = 'e-wening'")
    page.wait_for_function("document.getElementById('e-wening').closest('details').open")


def test_without_script_links_highlight_and_layers_switch(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address)
    link = page.locator(".comparison a.value").first
    href = link.get_attribute("href")
    link.click()
    box = page.locator(f"[id='{str(href)[1:]}']").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 800
    assert page.locator("button.copy").count() == 0
    assert page.locator(f".text span:target[id='{str(href)[1:]}']").count() == 1
    context.close()


def test_without_script_the_passage_has_the_colour_of_a_hit(browser: Browser, address: str) -> None:
    """The computed style is asked by a script of the test; the page's own is kept from running by its hash being cut out."""
    context = browser.new_context(bypass_csp=False)
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(body=_without_script(address), content_type="text/html"))
    page.goto("http://akun.example/")
    href = passage_of(page, ".comparison a.value")
    page.locator(".comparison a.value").first.click()
    assert page.evaluate("document.documentElement.className") == ""
    expect(page.locator(href).first).to_have_css("background-color", HIT)
    context.close()


def _without_script(address: str) -> str:
    page = Path(address.removeprefix("file://")).read_text("utf-8")
    return page[: page.rindex("<script>")] + "</body></html>"


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_no_width_needs_sideways_scrolling(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for pane in ("main", "aside"):
        assert page.eval_on_selector(pane, "e => e.scrollWidth <= e.clientWidth + 1")


def test_a_phone_scrolls_to_the_passage_and_back(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    target = passage_of(page, ".comparison a.value")
    assert page.locator("#back").is_hidden()
    page.locator(".comparison a.value").first.click()
    assert in_view(page, target)
    page.locator("#back").click()
    page.wait_for_function("!location.hash")
    page.locator(".hit").wait_for(state="detached")
    assert in_view(page, ".comparison a.value")


def test_paper_unfolds_statements_and_has_no_buttons(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator("button.copy").first.is_hidden()
    assert page.locator(".layers").is_hidden()
    heights = page.evaluate(
        "[document.querySelector('main').clientHeight, document.querySelector('main').scrollHeight]"
    )
    assert heights[0] >= heights[1] - 1
    folded = page.locator("details.more:not([open]), details.speaker:not([open])")
    before = folded.count()
    assert before > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.count() == before
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_dark_is_dark_and_light_is_light(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    light = background(page, "body")
    page.emulate_media(color_scheme="dark")
    assert background(page, "body") != light


def test_the_edition_for_passing_on_shows_its_excerpts(browser: Browser, told: Account, tmp_path: Path) -> None:
    path = tmp_path / "cuplikan.html"
    path.write_text(html.render(told, excerpts=True), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert "tujuh orang meninggal" in page.inner_text(".card.current")
    page.locator(".card.current a.cite").click()
    assert in_view(page, "#a-samudra h3")
    page.close()
