"""Content words: likeness of sentences beyond affixes."""

from __future__ import annotations

import pytest

from runut.comparing.wording import find_stems, likeness, weigh


@pytest.mark.parametrize(
    "one, other",
    [
        ("menyerang", "serangan"),
        ("menewaskan", "tewas"),
        ("ditangkap", "penangkapan"),
        ("berjalan", "jalan"),
        ("pemukiman", "memukimkan"),
    ],
)
def test_affixes_make_no_difference(one: str, other: str) -> None:
    assert find_stems(one) & find_stems(other) or find_stems(one) == find_stems(other)


def test_numerals_count_and_small_words_do_not() -> None:
    assert find_stems("di 17 itu dan yg") == {"17"}


def test_rare_words_weigh_more() -> None:
    sentences = [find_stems(s) for s in ("kapal tenggelam", "kapal sandar", "kapal berlayar jauh")]
    weight = weigh(sentences)
    assert likeness(sentences[0], sentences[0], weight) == 1.0
    assert 0 < likeness(sentences[0], sentences[1], weight) < 0.5
    assert likeness(frozenset(), sentences[0], weight) == 0.0
