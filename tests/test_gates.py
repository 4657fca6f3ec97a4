"""Gated patterns find what they would find without their gate."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut import lang
from runut.reading.credits import media
from runut.reading.furniture import phrases
from runut.text.gates import Gate, find_places, gate, gate_told

ID = lang.load("id")
RULES, MEDIA = ID.derive(phrases._rules), ID.derive(media._media)
GATES = {
    "headline": RULES.headline,
    "cue": MEDIA.cue,
    "subject": MEDIA.subject,
    "alone": MEDIA.alone,
    "nameless": MEDIA.nameless,
}
PIECES = st.sampled_from(
    [
        " ",
        "\n",
        "\u00a0",
        ". ",
        ",",
        "(",
        ")",
        "“",
        "BACA JUGA: ",
        "Baca juga:",
        "baca\u00a0juga ",
        "Simak video ",
        "hujan",
        "Kalimas ",
        "dilansir ",
        "Dikutip dari ",
        "kepada ",
        "Reuters",
        "AFP",
        "(ANTARA)",
        " melaporkan ",
        "kantor berita Jepang ",
        "É",
        "ß",
        "İ",
        "10",
        "_",
    ]
)


@given(st.sampled_from(sorted(GATES)), st.lists(PIECES, max_size=40).map("".join))
def test_a_gate_hides_no_match(name: str, text: str) -> None:
    found = [m.span() for m in GATES[name].finditer(text, find_places(text))]
    assert found == [m.span() for m in GATES[name].pattern.finditer(text)]


@pytest.mark.parametrize("name", sorted(GATES))
def test_the_first_letters_of_every_table_are_told(name: str) -> None:
    assert GATES[name].heads


@pytest.mark.parametrize(
    ("pattern", "heads", "short"),
    [
        (r"baca(?: juga)?", {"bac"}, ()),
        (r"(?:ke|di)\s?sini", {"ke ", "kes", "di ", "dis"}, ()),
        (r"(?<!\w)(?i:Yuk,? )?simak", {"yuk", "sim"}, ()),
        (r"AP|Reuters", {"reu"}, ("ap",)),
        (r"\[ ?gambas", {"[ga", "[ g"}, ()),
        (r"\w+ juga", set(), ()),
        (r"x*", set(), ()),
    ],
)
def test_heads_of_patterns(pattern: str, heads: set[str], short: tuple[str, ...]) -> None:
    made = gate(pattern)
    assert (made.heads, made.short) == (frozenset(heads), short)


def test_more_letters_say_where_a_pattern_is_not_tried() -> None:
    made = gate(r"(?i:dikutip|AP)\b")
    assert made.ahead == {"dik": ("dikuti",), "": ("ap",)}
    text = "dikunjungi AP, Apri, dikutip"
    assert [text[at:] for at in made.find_starts(find_places(text))] == [
        "AP, Apri, dikutip",
        "Apri, dikutip",
        "dikutip",
    ]


def test_a_line_begins_as_a_pattern_may() -> None:
    made = gate(r"baca\s(?:juga|di)", re.I)
    assert made.is_told and [at for at in range(5) if made.may_begin("BaBAC", at)] == [2]
    assert Gate(re.compile("x")).may_begin("Baca", 0)


def test_patterns_whose_first_letters_are_told_have_one_gate() -> None:
    told, untold = gate_told(["baca juga", r"\w+ juga", "AP"])
    assert (told.heads, told.short, untold) == ({"bac"}, ("ap",), [r"\w+ juga"])
    assert told.pattern.match("AP") and not told.pattern.match("ia juga")


def test_a_pattern_that_may_begin_with_anything_is_tried_everywhere() -> None:
    assert [m[0] for m in Gate(re.compile(r"\w+ juga")).finditer("ia baca juga", find_places(""))] == ["baca juga"]


def test_places_are_words_capitals_inside_them_and_signs() -> None:
    text = "Hujan\u00a0deras.Baca (juga) halamanBaca"
    places = find_places(text).by_head
    assert {text[at] for at in places["bac"]} == {"B"} and len(places["bac"]) == 2
    assert places["(ju"] == [text.index("(")]
