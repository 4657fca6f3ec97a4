"""What a count is to the others of its report: the whole, some of it, or what another came of."""

from __future__ import annotations

import pytest
from test_series import INDONESIAN, align, of, only, read

from runut.comparing import series_words, standing

WORDS = INDONESIAN.derive(series_words.words_of)

FIRST, NEXT = "2031-04-02", "2031-04-03"


@pytest.mark.parametrize(
    "changed",
    [
        "Jumlah korban luka bertambah dari 7 menjadi 11 orang.",
        "Sebanyak 11 orang terluka, naik dari 7 orang kemarin.",
    ],
)
def test_what_a_count_came_of_is_no_addition_to_it(changed: str) -> None:
    before, then = read("Sebanyak 7 orang terluka.", FIRST), read(changed, NEXT)
    row = only(before, then)
    assert (row.relation, set(of(row, before, then)), row.best) == ("evolve", {"7", "11"}, 11)


def test_an_addition_is_still_no_toll() -> None:
    before, then = read("Sebanyak 7 orang terluka.", FIRST), read("Korban luka bertambah 7 orang.", NEXT)
    assert all(row.best != 7 or row.relation == "agree" for row in align(before, then))
    late = read("Sebanyak 14 orang terluka, bertambah 7 orang dari kemarin.", NEXT)
    assert not any({"7", "14"} == set(of(row, late, before)) and row.low == 7 for row in align(before, late))


def test_those_still_sought_are_what_is_left() -> None:
    before = read("Sebanyak 11 orang hilang.", FIRST)
    then = read("Tim menemukan lima jenazah. Enam orang lagi masih dalam pencarian.", NEXT)
    (row,) = (r for r in align(before, then) if r.measure == "missing")
    assert (row.relation, of(row, before, then)) == ("evolve", ["11", "Enam"])


def test_a_whole_beside_what_it_is_made_up_of_is_a_toll() -> None:
    before = read("Longsor menewaskan 9 orang.", FIRST)
    then = read("Longsor itu menelan 12 nyawa: lima guru tewas dan tujuh siswa tewas.", NEXT)
    (row,) = (r for r in align(before, then) if "12" in of(r, before, then))
    assert (row.relation, of(row, before, then)) == ("evolve", ["9", "12"])


def test_two_groups_side_by_side_still_share_out_a_whole() -> None:
    a = read("Sebanyak 12 warga tewas dan tujuh siswa tewas.", FIRST)
    b = read("Sebanyak 19 orang tewas.", FIRST)
    assert all(row.relation != "conflict" for row in align(a, b))


def test_people_are_counted_whole_beside_their_families() -> None:
    before = read("Sebanyak 1.250 orang mengungsi.", FIRST)
    then = read("Sebanyak 2.140 jiwa mengungsi dari 612 KK yang mengungsi.", NEXT)
    assert any({"1.250", "2.140"} <= set(of(row, before, then)) for row in align(before, then))


def test_sums_of_two_spans_of_time_do_not_follow_one_another() -> None:
    before = read("Laba koperasi itu Rp 2,85 miliar pada triwulan lalu.", FIRST)
    told = "Laba koperasi tumbuh menjadi Rp 3,41 miliar dari sebelumnya Rp 2,85 miliar."
    then, late = read(told, NEXT), read("Koperasi mencatat laba Rp 3,41 miliar.", NEXT)
    rows = align(before, then, late)
    assert all(len(set(of(row, before, then, late))) == 1 for row in rows)


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("jumlahnya meningkat menjadi ", True),
        ("jumlahnya meningkat menjadi sekitar ", True),
        ("jumlahnya meningkat dibandingkan tahun lalu yang sebanyak ", False),
        ("Kalimas menjadi daerah terparah dengan ", False),
        ("dengan tambahan itu jumlahnya menjadi ", True),
    ],
)
def test_what_a_number_has_risen_to_is_none_that_it_is_held_against(before: str, told: bool) -> None:
    assert standing.is_so_told("update", before, WORDS) is told
