"""TimelineJS: its published fields, days as they are told, texts with their sources."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from runut.exports import timelinejs
from runut.model import Account

SCHEMA = json.loads((Path(__file__).parent / "timelinejs.schema.json").read_text("utf-8"))


@pytest.fixture(params=["told", "compared", "unrest"])
def account(request: pytest.FixtureRequest) -> Account:
    """Each of the invented accounts."""
    made: Account = request.getfixturevalue(request.param)
    return made


@pytest.mark.parametrize("lang", ["id", "en"])
def test_it_follows_the_published_form(account: Account, lang: str) -> None:
    made = json.loads(timelinejs.render(account, lang))
    jsonschema.Draft202012Validator(SCHEMA).validate(made)
    assert len(made["events"]) == len(account.timeline)
    ids = [slide["unique_id"] for slide in made["events"]]
    assert len(set(ids)) == len(ids)


def test_every_slide_tells_its_moment_and_its_sources(account: Account) -> None:
    for slide, moment in zip(json.loads(timelinejs.render(account))["events"], account.timeline, strict=True):
        shown = Text.of(slide["text"]["text"]) + Text.of(slide["text"]["headline"])
        assert " ".join(moment.text.split()) in shown
        outlets = {
            r.outlet or r.source.rsplit("/", 1)[-1]
            for r in account.articles
            for p in moment.evidence[: moment.telling or None]
            if r.id == p.article
        }
        assert all(outlet in shown for outlet in outlets)


class Text(HTMLParser):
    """The text of a piece of HTML, and its tags."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.tags = "", set[str]()

    @classmethod
    def of(cls, html: str) -> str:
        parser = cls()
        parser.feed(html)
        assert parser.tags <= {"p", "a"}
        return parser.text

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert all(name != "href" or (value or "").startswith("https://") for name, value in attrs)


def dated(tell: Callable[..., Account], value: str, kind: str = "event") -> dict[str, Any]:
    account = tell("Bentrokan pecah di Kota Kalimas, Rabu (5/3/2031).")
    account = replace(account, timeline=(replace(account.timeline[0], date=value, kind=kind),))
    (slide,) = json.loads(timelinejs.render(account))["events"]
    jsonschema.Draft202012Validator(SCHEMA["$defs"]["slide"] | {"$defs": SCHEMA["$defs"]}).validate(slide)
    return slide  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "value, start, end",
    [
        ("2031", {"year": 2031}, None),
        ("2031-03", {"year": 2031, "month": 3}, None),
        ("2031-03-05", {"year": 2031, "month": 3, "day": 5}, None),
        ("2031-03-05TNI", {"year": 2031, "month": 3, "day": 5}, None),
        ("2031-03-05T06:30", {"year": 2031, "month": 3, "day": 5, "hour": 6, "minute": 30}, None),
        ("2031-03-05/2031-03-07", {"year": 2031, "month": 3, "day": 5}, {"year": 2031, "month": 3, "day": 7}),
        ("2031-W10", {"year": 2031, "month": 3, "day": 3}, {"year": 2031, "month": 3, "day": 9}),
    ],
)
def test_a_day_is_as_fine_as_it_is_told(
    value: str, start: dict[str, int], end: dict[str, int] | None, tell: Callable[..., Account]
) -> None:
    slide = dated(tell, value)
    assert slide["start_date"] == start
    assert slide.get("end_date") == end


def test_a_day_of_publication_says_so(tell: Callable[..., Account]) -> None:
    slide = dated(tell, "2031-03-06", "reported")
    assert slide["group"] == "diberitakan"
    assert slide["display_date"].startswith("diberitakan")


def test_no_report_writes_html(told: Account) -> None:
    text = timelinejs.render(told)
    assert not re.search(r"<(?!/?p\b|/?a\b)", text)
    assert "javascript:" not in text


def test_without_a_day_there_is_no_timeline(tell: Callable[..., Account]) -> None:
    with pytest.raises(ValueError, match="no timeline"):
        timelinejs.render(replace(tell("Warga berkumpul."), timeline=()))


def test_it_is_the_same_again(account: Account) -> None:
    assert timelinejs.render(account) == timelinejs.render(account)
