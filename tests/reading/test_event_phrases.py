"""Events told by phrases: a verb with its noun, refusals with their `not`, and what ends in a clitic."""

from __future__ import annotations

import pytest

from runut import lang
from runut.model import Article
from runut.reading import events
from runut.text import view

ID = lang.load("id")
# A flood, so that help and harm have an occasion.
FLOOD = "Banjir melanda Desa Warukali."


def told(text: str) -> list[tuple[str, str, str]]:
    """Type, rule and status of all that a text tells besides the flood, main or not."""
    text = f"{FLOOD} {text}"
    article = Article(id="a", source="a", text=text, sha256="")
    found = [c.event for c in events.find_candidates(article, view(text, ID), (), (), (), ID)]
    return [(e.type, e.rule, e.status) for e in found if e.rule != "active:melanda"]


@pytest.mark.parametrize(
    ("text", "kind", "rule"),
    [
        ("Bupati memperpanjang kontraknya dengan pemilik gudang.", "AGREE", "active:memperpanjang kontrak"),
        ("Para nelayan menyuarakan keresahannya kepada bupati.", "REQUEST", "active:menyuarakan keresahan"),
        ("Kepala gudang menyampaikan keberatannya kepada bupati.", "REJECT", "active:menyampaikan keberatan"),
    ],
)
def test_a_verb_keeps_its_phrase_before_a_clitic(text: str, kind: str, rule: str) -> None:
    assert (kind, rule, "happened") in told(text)


def test_what_is_someones_is_told_already() -> None:
    assert not [
        rule for _, rule, _ in told("Panggilan teleponnya berlangsung pagi itu.") if rule == "noun:panggilan telepon"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bupati tidak mengizinkan perahu itu berlayar.",
        "Hakim tidak mengabulkan permohonan nelayan itu.",
        "Kepala gudang tak sepakat dengan harga itu.",
    ],
)
def test_what_is_not_granted_is_refused(text: str) -> None:
    assert [(kind, status) for kind, _, status in told(text)] == [("REJECT", "happened")]


@pytest.mark.parametrize(
    "text",
    [
        "Perahu yang tidak mendapat izin dilarang berlayar.",
        "Tambang itu tidak mengantongi izin dari bupati.",
        "Pedagang itu tidak bersedia disebutkan namanya.",
    ],
)
def test_what_lacks_a_permit_refuses_nothing(text: str) -> None:
    assert not [rule for kind, rule, status in told(text) if kind in ("REJECT", "AGREE") and status == "happened"]


def test_a_meeting_is_named_by_its_full_name_before_its_short_one() -> None:
    (event,) = told("Rapat dengar pendapat (RDP) digelar di balai.")
    assert event[1] == "noun:rapat dengar pendapat"
