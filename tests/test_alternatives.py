"""Any of many words as one pattern: the same finds as a plain alternation, the longest first."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from runut.text.alternatives import any_of

WORDS = st.lists(st.text("abAB-. ", min_size=1, max_size=5), max_size=12)


def plain(words: list[str]) -> str:
    """The longest first, one by one."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w))) or "(?!)"


@settings(deadline=None)
@given(WORDS, st.text("abAB-. ", max_size=30), st.booleans(), st.sampled_from(["", r"\b", "$"]))
def test_it_finds_what_a_plain_alternation_finds(words: list[str], text: str, either: bool, end: str) -> None:
    slow = re.compile(f"(?:{plain(words)}){end}", re.IGNORECASE if either else 0)
    fast = re.compile(f"{any_of(words, either_case=either)}{end}")
    assert [m.span() for m in fast.finditer(text)] == [m.span() for m in slow.finditer(text)]


def test_none_of_no_words() -> None:
    assert not re.search(any_of([]), "kapal")


def test_case_is_minded_or_not_whatever_the_flags_around_it() -> None:
    assert re.fullmatch(any_of(["kapal"], either_case=True), "KaPal")
    assert not re.fullmatch(any_of(["kapal"]), "Kapal")
    assert re.fullmatch(f"{any_of(['kapal', 'kapten'], either_case=True)} (?i:laut)", "KAPTEN LAUT")
