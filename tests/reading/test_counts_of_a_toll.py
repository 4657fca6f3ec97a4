"""Counts that a toll is made up of, and words beside a count that are said of others: `91 akibat gempa, 41 tanah longsor`."""

from __future__ import annotations

import pytest

import runut
from runut import lang
from runut.model import Reading

INDONESIAN = lang.load("id")


def told(words: str) -> list[tuple[str, str, str]]:
    """The numbers of a report with what they measure, and whether they are a total or a part."""
    reading = runut.read({"text": words})
    assert isinstance(reading, Reading)
    return [(f.number.text, f.measure, f.part) for f in reading.figures]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Bencana itu menewaskan 132 orang, 91 akibat gempa, 41 tanah longsor.", ["91", "41"]),
        ("Sebanyak 132 orang tewas, yakni 91 akibat gempa dan 41 akibat longsor.", ["91", "41"]),
        ("Sebanyak 30 orang terluka, 21 karena gempa, sembilan karena longsor.", ["21", "sembilan"]),
    ],
)
def test_causes_that_make_up_a_toll_are_its_parts(words: str, parts: list[str]) -> None:
    (_, measure, part), *others = told(words)
    assert part == "total"
    assert others == [(number, measure, "part") for number in parts]


@pytest.mark.parametrize(
    "words",
    [
        "Sebanyak 132 orang tewas, 90 akibat gempa, 41 tanah longsor.",
        "Sebanyak 132 orang tewas akibat gempa. Ada 91 gempa susulan dan 41 tanah longsor.",
    ],
)
def test_causes_that_do_not_make_it_up_are_none(words: str) -> None:
    assert ("41", "killed", "part") not in told(words)


def test_some_of_the_dead_are_no_wounded() -> None:
    assert told("Dari 149 korban meninggal, 101 dibawa ke rumah sakit.") == [
        ("149", "killed", "total"),
        ("101", "killed", "part"),
    ]
    assert told("Dari 149 korban, 101 dibawa ke rumah sakit.")[-1][1] == "injured"


def test_two_groups_are_parts_where_their_sum_is_told() -> None:
    words = "Kecelakaan itu menewaskan 11 penumpang dan satu pengendara. Jumlah korban tewas {} orang."
    assert [part for *_, part in told(words.format(12))] == ["part", "part", "total"]
    assert [part for *_, part in told(words.format(14))] == ["total", "total", "total"]


def test_those_joined_to_a_part_are_parts() -> None:
    words = "Sebanyak 12 orang tewas, termasuk tiga anak dan dua guru."
    assert [part for *_, part in told(words)] == ["total", "part", "part"]
    words = "Sebanyak 12 orang tewas, termasuk tiga anak, dan 14 orang terluka."
    assert [part for *_, part in told(words)] == ["total", "part", "total"]


@pytest.mark.parametrize(
    "words",
    [
        "Enam saksi diperiksa terkait meninggalnya Rato.",
        "Enam warga datang dengan kabar tewasnya sang lurah.",
    ],
)
def test_a_death_told_as_a_noun_is_of_another(words: str) -> None:
    assert [measure for _, measure, _ in told(words) if measure == "killed"] == []


@pytest.mark.parametrize(
    "row", [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] == "far-from"], ids=lambda row: row["word"]
)
def test_what_a_count_is_far_from_is_a_count_of_the_same(row: dict[str, str]) -> None:
    assert [(number, measure) for number, measure, _ in told(row["example"])] == [
        ("24", "arrested"),
        ("12", "arrested"),
    ]
    reading = runut.read({"text": row["example"]})
    assert isinstance(reading, Reading)
    assert (reading.figures[1].low, reading.figures[1].high) == (12, 12)


def test_a_toll_is_told_past_what_it_is_of() -> None:
    words = "Jumlah korban tewas dari dua gelombang ledakan mencapai 37 orang."
    assert told(words)[-1] == ("37", "killed", "total")
    assert told("Korban tewas dan dua saksi datang, seluruhnya sembilan orang.")[-1][1] != "killed"
