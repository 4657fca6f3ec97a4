"""Web Annotation: the model's rules, and every span of the account."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from runut.exports import annotation
from runut.exports.passages import EXCERPT, showable
from runut.model import Account

IRI = re.compile(r"(?:https?://|urn:)[^\s<>\"{}|\\^`]+")
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying"),
    *("linking", "moderating", "questioning", "replying", "tagging"),
}


@pytest.fixture(params=["told", "compared", "unrest"])
def account(request: pytest.FixtureRequest) -> Account:
    """Each of the invented accounts."""
    made: Account = request.getfixturevalue(request.param)
    return made


def items(account: Account, **how: Any) -> list[dict[str, Any]]:
    made = json.loads(annotation.render(account, **how))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert made["type"] == "AnnotationCollection"
    assert IRI.fullmatch(made["id"])
    page = made["first"]
    assert (page["type"], page["partOf"], page["startIndex"]) == ("AnnotationPage", made["id"], 0)
    assert IRI.fullmatch(page["id"])
    assert made["total"] == len(page["items"])
    found: list[dict[str, Any]] = page["items"]
    return found


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def targets(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from listed(item["target"])
    yield from (b for b in listed(item["body"]) if b["type"] == "SpecificResource")


def spans(account: Account, item: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    """The report and offsets of each target."""
    for target in targets(item):
        (at,) = (s for s in target["selector"] if s["type"] == "TextPositionSelector")
        named = {target["source"], target.get("scope")}
        for r in account.articles:
            if f"urn:sha256:{r.sha256}" in named:
                yield r.id, at["start"], at["end"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_annotation_keeps_the_rules_of_the_model(account: Account, lang: str) -> None:
    for item in items(account, lang=lang):
        assert item["type"] == "Annotation"
        assert IRI.fullmatch(item["id"])
        assert item["motivation"] in MOTIVATIONS
        assert listed(item["target"])
        for body in listed(item["body"]):
            if body["type"] == "TextualBody":
                assert isinstance(body["value"], str)
                assert body["value"]
                assert body["purpose"] in MOTIVATIONS
                assert body["language"] == lang
                assert body["format"] == "text/plain"
        for target in targets(item):
            assert IRI.fullmatch(target["source"])
            for selector in target["selector"]:
                if selector["type"] == "TextPositionSelector":
                    assert set(selector) == {"type", "start", "end"}
                    assert 0 <= selector["start"] < selector["end"]
                else:
                    assert selector["type"] == "TextQuoteSelector"
                    assert set(selector) == {"type", "exact", "prefix", "suffix"}
                    assert selector["exact"]


def test_ids_are_each_of_one_annotation(account: Account) -> None:
    ids = [item["id"] for item in items(account)]
    assert len(set(ids)) == len(ids)


def test_every_position_holds_its_quotation_with_what_stands_around_it(account: Account) -> None:
    texts = {f"urn:sha256:{r.sha256}": showable(r.text) for r in account.articles}
    for item in items(account):
        for target in targets(item):
            text = texts[target.get("scope", target["source"])]
            at, quoted = target["selector"]
            assert text[at["start"] : at["end"]] == quoted["exact"]
            assert text[: at["start"]].endswith(quoted["prefix"])
            assert text[at["end"] :].startswith(quoted["suffix"])


def test_every_finding_and_line_is_annotated(account: Account) -> None:
    told = {span for item in items(account) for span in spans(account, item)}
    findings = [
        *(account.dates + account.figures + account.statements + account.events),  # type: ignore[operator]
        *(m for e in account.entities for m in e.mentions),
        *(use for f in account.framing for term in f.terms for use in term.uses),
        *(use.place for d in account.deeds for use in d.uses),
        *(p for line in account.brief for p in line.evidence),
        *(p for m in account.timeline for p in m.evidence[: m.telling or None]),
        *(p for d in account.disputes for p in d.evidence),
    ]
    assert {(f.article, f.start, f.end) for f in findings} <= told
    bodies = {b.get("value") for item in items(account) for b in listed(item["body"])}
    assert {" ".join(line.text.split()) for line in account.brief} <= bodies


def test_a_report_without_a_web_address_is_named_by_its_text(told: Account) -> None:
    sources = {target["source"] for item in items(told) for target in targets(item)}
    assert not any(source.startswith("javascript") for source in sources)
    assert any(source.startswith("urn:sha256:") for source in sources)
    assert "https://randu.example/a?b=1&c=2" in sources


def test_excerpts_leave_long_quotations_out(tell: Callable[..., Account]) -> None:
    long = "Warga berkumpul di alun-alun Kalimas " + "dan berdoa bersama " * 30 + "pada Rabu (5/3/2031)."
    for item in items(tell(long), excerpts=True):
        for target in targets(item):
            at = target["selector"][0]
            quoted = target["selector"][1:]
            assert bool(quoted) == (at["end"] - at["start"] <= EXCERPT)


def test_it_is_the_same_again(account: Account) -> None:
    assert annotation.render(account) == annotation.render(account)
