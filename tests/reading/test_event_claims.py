"""What is only somebody's claim, charge or version is alleged; a count, a verdict and what somebody admits are not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from runut import lang
from runut.model import Event

Read = Callable[[str], tuple[Event, ...]]

ROWS = lang.load("id").table("event_markers")
CLAIMS = ("claiming", "stating", "responsible", "responsible-for", "charging")


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["kind"] in CLAIMS], ids=lambda row: f"{row['kind']}-{row['word']}"
)
def test_a_word_of_claim_makes_a_deed_alleged(row: Mapping[str, str], read_events: Read) -> None:
    assert "alleged" in [e.status for e in read_events(row["example"]) if e.type in ("ASSAULT", "CRIME")]


@pytest.mark.parametrize("row", [row for row in ROWS if row["kind"] == "established"], ids=lambda row: row["word"])
def test_what_is_established_is_no_claim(row: Mapping[str, str], read_events: Read) -> None:
    assert {e.status for e in read_events(row["example"]) if e.type in ("ASSAULT", "CRIME")} == {"happened"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kapolres Sagara menambahkan Bagas Wirya tertembak di pasar.", "alleged"),
        ("Menurut Rendra Sasmita, polisi memukuli dua warga di pasar.", "alleged"),
        ("Rendra Sasmita menyebut serangan dilakukan pasukan Bagas Wirya.", "alleged"),
        # a count, what the outlet says itself, and what somebody tells of their own deed
        ("Kapolres Sagara mengatakan dua orang tewas dalam serangan itu.", "happened"),
        ("Kapolres Sagara mengatakan 40 mobil dibakar di pasar.", "happened"),
        ("Polisi memukuli dua warga di pasar.", "happened"),
    ],
)
def test_a_version_is_alleged_and_a_count_is_not(text: str, status: str, read_events: Read) -> None:
    assert [e.status for e in read_events(f"Tentara dan milisi bertempur di Sagara. {text}")][-1] == status


@pytest.mark.parametrize(
    ("text", "actor", "status"),
    [
        (
            "Milisi Wanara mengaku bertanggung jawab penuh atas serangan bom di Pasar Warukali.",
            "Milisi Wanara",
            "alleged",
        ),
        ("Milisi Wanara mengklaim bertanggung jawab atas 17 serangan di Pasar Warukali.", "Milisi Wanara", "alleged"),
        ("Bupati meminta polisi bertanggung jawab atas serangan bom di Pasar Warukali.", None, "happened"),
    ],
)
def test_whoever_claims_a_deed_is_told_as_its_doer(
    text: str, actor: str | None, status: str, read_events: Read
) -> None:
    told = [e for e in read_events(text) if e.rule.startswith("noun:serangan")]
    assert [(e.actor and e.actor.text, e.status) for e in told] == [(actor, status)]


def test_whoever_is_charged_did_what_follows(read_events: Read) -> None:
    told = read_events("Rendra Sasmita menuding tentara Wanara membakar pos dan menewaskan dua warga.")
    assert [(e.actor and e.actor.text, e.status) for e in told if e.type == "ASSAULT"] == [
        ("tentara Wanara", "alleged")
    ]


def test_a_rumour_that_is_denied_did_not_happen(read_events: Read) -> None:
    told = read_events("Kabar yang beredar bahwa dua warga ditahan di balai dibantah camat.")
    assert "happened" not in {e.status for e in told if e.type == "COERCE"}
