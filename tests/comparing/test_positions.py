"""Changes of position: what one speaker takes back, negates or counts otherwise on another day, in order."""

from __future__ import annotations

import pytest
from said import figure, report, statement

from runut.comparing import positions
from runut.lang import load
from runut.model import Position, Reading, Series

INDONESIAN = load("id")
FIRST, LATER = "2031-03-03", "2031-03-05"


def find(*readings: Reading, series: tuple[Series, ...] = ()) -> tuple[Position, ...]:
    return positions.find(readings, (), (), series, INDONESIAN)


def two(a: str, b: str, *, speaker: str = "Sari", day: str = LATER) -> tuple[Position, ...]:
    early = report("a", statement("Sari", a, day=FIRST), day=FIRST)
    return find(early, report("b", statement(speaker, b, day=day), day=LATER))


def test_what_is_negated_on_a_later_day() -> None:
    (position,) = two(
        "jembatan Rengas aman dilewati truk tambang", "jembatan Rengas tidak aman dilewati truk tambang itu"
    )
    assert (position.rule, position.statements, position.speaker) == ("negated-later", ("a0", "b0"), "Sari")
    assert "tidak aman" in position.why
    assert "then" in position.english


@pytest.mark.parametrize(
    ("a", "b", "speaker", "day"),
    [
        ("jembatan Rengas aman dilewati truk", "jembatan Rengas tidak aman dilewati truk", "Ratna", LATER),  # another
        ("jembatan Rengas aman dilewati truk", "jembatan Rengas tidak aman dilewati truk", "Sari", FIRST),  # one day
        ("jembatan Rengas aman dilewati truk", "jembatan Lontar di hulu tidak aman untuk pejalan kaki", "Sari", LATER),
        (
            "jembatan Rengas belum dibuka untuk truk",
            "jembatan Rengas dibuka untuk truk",
            "Sari",
            LATER,
        ),  # then it was so
        ("jembatan Rengas akan dibuka untuk truk", "jembatan Rengas tidak boleh dibuka untuk truk", "Sari", LATER),
        ("jembatan Rengas aman dilewati truk", "jika jembatan Rengas tidak aman dilewati truk", "Sari", LATER),
    ],
)
def test_what_is_no_change(a: str, b: str, speaker: str, day: str) -> None:
    assert not two(a, b, speaker=speaker, day=day)


@pytest.mark.parametrize(
    "row", [r for r in INDONESIAN.table("clash_words") if r["role"] == "retraction"], ids=lambda r: r["word"]
)
def test_a_statement_that_takes_back_an_earlier(row: dict[str, str]) -> None:
    claim = "retakan di pilar jembatan Rengas disebabkan gempa"
    early = report("a", statement("Sari", claim, day=FIRST), day=FIRST)
    takes = f"{row['word']} bahwa retakan di pilar jembatan disebabkan gempa"
    (position,) = find(early, report("b", statement("Sari", takes), day=LATER))
    assert (position.rule, position.statements) == ("took-back", ("a0", "b0"))
    other = "mengulang bahwa retakan di pilar jembatan disebabkan gempa"
    assert not find(early, report("b", statement("Sari", other), day=LATER))


def test_what_is_printed_again_takes_nothing_back() -> None:
    words = "menarik kembali keterangan bahwa retakan di pilar jembatan Rengas disebabkan gempa"
    early, late = (report(n, statement("Sari", words), day=day) for n, day in (("a", FIRST), ("b", LATER)))
    assert not find(early, late)


def test_what_is_taken_back_is_what_was_said() -> None:
    early = report("a", statement("Sari", "izin tambang pasir di Rengas diberikan gubernur", day=FIRST), day=FIRST)
    late = "pencabutan itu mengikuti gubernur yang menarik kembali izin tambang pasir di Rengas"
    assert not find(early, report("b", statement("Sari", late), day=LATER))


def counted(a: int, b: int, relation: str, later: str = LATER) -> tuple[Position, ...]:
    early = report("a", statement("BPBD", f"{a} orang tewas"), day=FIRST, figures=(figure("f", a, "a0", "BPBD"),))
    late = report("b", statement("BPBD", f"{b} orang tewas"), day=later, figures=(figure("g", b, "b0", "BPBD"),))
    row = Series(id="s", measure="killed", what="", relation=relation, figures=("f", "g"), why="", rule="test")
    return find(early, late, series=(row,))


def test_a_number_that_the_speaker_changes() -> None:
    (position,) = counted(14, 17, "conflict")
    assert (position.rule, position.statements) == ("number-changed", ("a0", "b0"))
    assert (position.why, position.english) == ("angkanya berubah: 14, lalu 17", "the number changed: 14, then 17")


@pytest.mark.parametrize(
    ("a", "b", "relation", "later"),
    [
        (14, 14, "conflict", LATER),
        (14, 17, "evolve", LATER),
        (14, 17, "incomparable", LATER),
        (14, 17, "conflict", FIRST),
    ],
)
def test_a_number_that_does_not_change(a: int, b: int, relation: str, later: str) -> None:
    assert not counted(a, b, relation, later)
