"""Phrases listed by their first word: the same finds as a pattern of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.text.alternatives import any_of
from runut.text.listed import Listed

WORD = st.text("abAB", min_size=1, max_size=2)
PARTS = st.lists(st.one_of(WORD, st.sampled_from(["a b", "b-a", "a, b"])), min_size=1, max_size=3)
PHRASES = st.lists(st.builds("".join, PARTS), max_size=8)


@settings(deadline=None)
@given(PHRASES, st.text("abAB-, ", max_size=12), st.integers(0, 6))
def test_it_finds_what_a_pattern_finds(phrases: list[str], text: str, at: int) -> None:
    pattern = re.compile(rf"{any_of(phrases, either_case=True)}\b")
    match = pattern.match(text, at)
    assert Listed(phrases).end(text, at) == (match.end() if match is not None else None)


def test_a_longer_phrase_comes_first_and_no_part_of_a_word_counts() -> None:
    offices = Listed(["kepala", "Kepala Desa", "kepala desa adat"])
    assert offices.end("Kepala desa adatnya", 0) == len("Kepala desa")
    assert offices.has("seorang kepala", 8)
    assert not offices.has("kepalanya")


def test_a_phrase_that_ends_with_a_sign_is_refused() -> None:
    with pytest.raises(ValueError, match="tuan:"):
        Listed(["tuan:"])
