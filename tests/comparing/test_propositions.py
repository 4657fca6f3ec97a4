"""Propositions: a predicate with the other words of its clause, how it is said, and of which things."""

from __future__ import annotations

import pytest
from said import report, statement

from runut.comparing import remarks
from runut.comparing.propositions import SHOWN, Proposition, find_propositions
from runut.lang import load

INDONESIAN = load("id")
ROWS = INDONESIAN.table("clash_words")


def propositions(text: str, *wanted: str) -> list[Proposition]:
    (remark,) = remarks.gather([report("a", statement("Sari", text))], (), (), INDONESIAN)
    return list(find_propositions(remark, wanted, INDONESIAN))


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] == "joint"], ids=lambda r: r["word"])
def test_a_joint_opens_a_clause(row: dict[str, str]) -> None:
    (found,) = propositions(row["example"], "utuh")
    assert found.others == {"jalan"}
    (found,) = propositions(row["example"].replace(row["word"], "dekat"), "utuh")
    assert {"retak", "jalan"} <= found.others


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] == "ability"], ids=lambda r: r["word"])
def test_how_a_predicate_is_said(row: dict[str, str]) -> None:
    (found,) = propositions(row["example"], "tutup")
    assert (found.modality, found.is_plain) == (frozenset({row["word"]}), True)
    (plain,) = propositions("jembatan itu telah ditutup", "tutup")
    assert not plain.modality
    assert not found.suits(plain)


def test_what_only_describes_is_not_plain() -> None:
    (found,) = propositions("jembatan yang retak itu tua", "retak")
    assert not found.is_plain
    (found,) = propositions("jembatan itu belum ditutup", "tutup")
    assert found.waits
    assert found.predicate.negated


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("tiga jembatan ditutup", "tiga jembatan tidak ditutup", True),
        ("ketiga jembatan ditutup", "3 jembatan tidak ditutup", True),
        ("tiga jembatan ditutup", "dua jembatan tidak ditutup", False),
        ("tiga jembatan ditutup", "jembatan tidak ditutup", False),
    ],
)
def test_the_same_things_by_their_numbers(a: str, b: str, same: bool) -> None:
    assert propositions(a, "tutup")[0].same_things(propositions(b, "tutup")[0]) == same


def test_a_verb_and_a_noun_of_one_lemma_do_not_suit() -> None:
    (verb,), (noun,) = (
        propositions("harga beras meningkat", "tingkat"),
        propositions("ada peningkatan harga", "tingkat"),
    )
    (other,) = propositions("harga beras tidak ditingkatkan", "tingkat")
    assert not noun.suits(verb)
    assert other.suits(verb)


def test_a_long_clause_is_cut_around_its_predicate() -> None:
    (found,) = propositions(f"{'pagar kayu tua ' * 12}jembatan retak {'di tepi sungai ' * 12}", "retak")
    assert len(found.words) <= SHOWN + 20
    assert "jembatan retak" in found.words


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] == "degree"], ids=lambda r: r["word"])
def test_how_much_is_no_predicate(row: dict[str, str]) -> None:
    (remark,) = remarks.gather([report("a", statement("Sari", row["example"]))], (), (), INDONESIAN)
    assert remark.negated
    assert not propositions(row["example"], *remark.negated)
    assert propositions(row["example"].replace(row["word"], "ditutup"), "tutup")
