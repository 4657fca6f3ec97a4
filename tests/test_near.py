"""Findings near a place: the same as by looking through all of them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from runut.text.near import Ahead, Near

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda p: (p[0], p[0] + p[1])))


@given(spans=SPANS, start=st.integers(0, 90), length=st.integers(1, 30))
def test_what_overlaps_a_stretch_is_found_in_the_order_given(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    end = start + length
    near = Near([(a, b, n) for n, (a, b) in enumerate(spans)])
    assert near.within(start, end) == [n for n, (a, b) in enumerate(spans) if a < end and b > start]


@given(
    text=st.text("ab, ", max_size=40),
    asked=st.lists(st.tuples(st.integers(0, 40), st.sampled_from([10, 25, 40])), max_size=20),
)
def test_what_comes_next_is_what_a_search_finds(text: str, asked: list[tuple[int, int]]) -> None:
    pattern = re.compile(r", ?b|\baa")
    ahead = Ahead(pattern, text)
    for start, end in [*asked, *sorted(asked)]:
        found, told = pattern.search(text, start, end), ahead.find(start, end)
        assert (found and found.span()) == (told and told.span())
