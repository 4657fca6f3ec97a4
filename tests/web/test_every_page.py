"""Every page of the desk, for who reads it with a screen reader, on a telephone or in the dark: axe finds nothing grave, and nothing is
wider than the screen. And the pictures of the tutorial.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browsers import opened
from runut.desk import Desk, jobs
from runut.lang import Language
from runut.store import open_store
from runut.web.app import create_app
from runut.web.settings import Settings
from served import serving

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
WEEK = ROOT / "examples" / "sepekan.jsonl"
SCREENSHOTS = ROOT / "docs" / "tutorials"
# What axe calls these keeps somebody from reading or doing something.
GRAVE = ("serious", "critical")
PAGES = (
    "stories",
    "stories that none is",
    "add",
    "add to a story",
    "jobs",
    "a job",
    "a story",
    "a story covered",
    "a story in English",
    "figures",
    "statements",
    "timeline",
    "families",
    "framing",
    "names",
    "notes",
    "an article",
    "a passage",
    "an entity",
    "names found",
    "a name",
    "search",
    "search of figures",
    "search that finds nothing",
    "search that is wrong",
    "correct a figure",
    "correct a name",
    "correct a statement",
    "correct a report",
    "judgements",
    "export",
    "not found",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, languages: Mapping[str, Language]) -> Iterator[Desk]:
    """A desk with a week of reports, told and judged once."""
    with open_store(tmp_path_factory.mktemp("desk") / "news.db") as store:
        desk = Desk(store, using=languages)
        desk.take_in([str(WEEK)])
        desk.catch_up()
        for row in desk.stories():
            account = desk.account(row.id)
        desk.judge(row.id, "note", [account.figures[0].id], by="Laras", why="Dicek ke kantor")
        desk.account(row.id)
        yield desk


@pytest.fixture(scope="module")
def address(desk: Desk) -> Iterator[str]:
    with serving(create_app(desk.store, Settings(worker=False))) as served:
        yield served


@pytest.fixture(scope="module")
def paths(desk: Desk) -> Mapping[str, str]:
    """Where each page lies."""
    story = max(desk.stories(), key=lambda row: row.size).id
    account = desk.account(story)
    report = account.articles[0].id
    figure = next(f for f in account.figures if f.article == report and f.measure == "killed")
    person = next(e for e in account.entities if e.type == "PER")
    job = jobs.ask_links(desk.store, ["https://kabarserunai.example/lain"])
    at = f"/stories/{story}"
    return {
        "stories": "/",
        "stories that none is": "/?q=tidakadajudulini",
        "add": "/add",
        "add to a story": f"/add?story={story}",
        "jobs": "/jobs",
        "a job": f"/jobs/{job}",
        "a story": at,
        "a story covered": f"{at}?mask=on",
        "a story in English": f"{at}?lang=en&mask=off",
        **{
            name: f"{at}/{name}?lang=id"
            for name in ("figures", "statements", "timeline", "families", "framing", "names", "notes")
        },
        "an article": f"/articles/{report}",
        "a passage": f"/articles/{report}?at={figure.start}-{figure.end}#p-{report}-{figure.start}-{figure.end}",
        "an entity": f"{at}/entities/{person.id}",
        "names found": "/names?q=Ratih",
        "a name": f"/names?name={person.name}",
        "search": "/search?q=tewas",
        "search of figures": "/search?q=tewas&kind=figure",
        "search that finds nothing": "/search?q=tidakadakataini",
        "search that is wrong": "/search?q=tewas+OR",
        "correct a figure": f"{at}/correct?subject={figure.id}",
        "correct a name": f"{at}/correct?subject={person.id}",
        "correct a statement": f"{at}/correct?subject={account.statements[0].id}",
        "correct a report": f"{at}/correct?subject={report}",
        "judgements": "/judgements",
        "export": f"{at}/export",
        "not found": "/stories/0000000000000000",
    }


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with opened(chromium) as found:
        yield found


@pytest.fixture(scope="module")
def wide(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800}, color_scheme="light")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def narrow(browser: Browser, address: str) -> Iterator[Page]:
    """A telephone in the dark."""
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740}, color_scheme="dark")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def axe() -> str:
    """The program that finds what keeps people from reading a page: out of its package, or from the file that RUNUT_AXE names."""
    named = os.environ.get("RUNUT_AXE")
    if named:
        return Path(named).read_text("utf-8")
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def faults(page: Page, axe: str, **options: Any) -> list[str]:
    """What axe finds grave on a page, each with where it first stands."""
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate("o => axe.run(document, o)", {"resultTypes": ["violations"], **options})
    return [
        f"{v['id']} ({v['impact']}): {v['nodes'][0]['html'][:200]}: {v['nodes'][0]['failureSummary'][:300]}"
        for v in found["violations"]
        if v["impact"] in GRAVE
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_nobody_out(wide: Page, narrow: Page, paths: Mapping[str, str], axe: str, name: str) -> None:
    for page in (wide, narrow):
        answer = page.goto(paths[name])
        assert answer is not None
        assert answer.status == (404 if name == "not found" else 400 if name == "search that is wrong" else 200)
    assert wide.title().endswith("Runut")
    assert wide.locator("h1").count() == 1
    assert faults(wide, axe) == []
    # The other colours; everything else of the page is the same.
    assert faults(narrow, axe, runOnly=["color-contrast", "scrollable-region-focusable"]) == []
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("stories", "desk-stories"),
        ("a story", "desk-account"),
        ("a passage", "desk-article"),
        ("correct a figure", "desk-correct"),
        ("search", "desk-search"),
    ],
)
def test_the_tutorial_shows_the_pages(
    wide: Page, paths: Mapping[str, str], tmp_path: Path, name: str, picture: str
) -> None:
    kept = SCREENSHOTS / f"{picture}.png"
    wanted = kept if os.environ.get("RUNUT_SCREENSHOTS") or not kept.exists() else tmp_path / kept.name
    wide.goto(paths[name])
    wide.screenshot(path=wanted, clip={"x": 0, "y": 0, "width": 1280, "height": 720})
    assert 10_000 < wanted.stat().st_size < 200_000
