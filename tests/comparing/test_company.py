"""Counts of people under two nouns, told apart or joined by who is named with them."""

from __future__ import annotations

import bare
import pytest
from test_series import align, of, read

from runut.model import Reading


def naming(words: str, *persons: str) -> Reading:
    """A report whose persons are known, each an entity by its name."""
    return bare.naming(read(words), "PER", *persons)


JOINED = [
    ("Wira Sakti dan tiga terdakwa lainnya mendengarkan putusan.", "Hakim menyebut Wira Sakti bersama tiga rekannya.", ["Wira Sakti"]),
    ("Wira Sakti (41) dan lima turis lain berangkat pagi.", "Saat itu Wira Sakti mendaki bersama lima temannya.", ["Wira Sakti"]),
    (
        "Gugatan diajukan dua orang yang mengaku kader, Wira Sakti dan Sera Lontar.",
        "Penggugat perkara itu dua pengurus cabang, yakni Wira Sakti dan Sera Lontar.",
        ["Wira Sakti", "Sera Lontar"],
    ),
]  # fmt: skip
APART = [
    # no word says that they are others, nor joins them to whom the sentence names
    ("Wira Sakti menemui tiga terdakwa di kantornya.", "Hakim menyebut Wira Sakti bersama tiga rekannya.", ["Wira Sakti"]),
    ("Wira Sakti membeli dua kuda dan lima payung lain.", "Saat itu Wira Sakti mendaki bersama lima temannya.", ["Wira Sakti"]),
    # charges told of whom they concern are not those people
    (
        "Ia dihukum dalam dua dakwaan untuk perkara Wira Sakti dan Sera Lontar.",
        "Penggugat perkara itu dua pengurus cabang, yakni Wira Sakti dan Sera Lontar.",
        ["Wira Sakti", "Sera Lontar"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "then", "persons"), JOINED)
def test_as_many_with_the_same_people_are_one_count(first: str, then: str, persons: list[str]) -> None:
    a, b = naming(first, *persons), naming(then, *persons)
    (row,) = align(a, b)
    assert row.relation == "agree"
    assert len(of(row, a, b)) == 2


@pytest.mark.parametrize(("first", "then", "persons"), APART)
def test_as_many_near_a_name_are_no_one_count(first: str, then: str, persons: list[str]) -> None:
    assert align(naming(first, *persons), naming(then, *persons)) == ()


def test_others_beside_another_person_are_another_count() -> None:
    a = naming("Wira Sakti dan tiga terdakwa lainnya mendengarkan putusan.", "Wira Sakti")
    b = naming("Sera Lontar bersama tiga rekannya pulang.", "Sera Lontar")
    assert align(a, b) == ()
