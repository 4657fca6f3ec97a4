"""Counts that a report lists place by place."""

from __future__ import annotations

import bare
from test_series import align, of, only, read

from runut.model import Reading, Series

VILLAGES = ("Randu", "Kalimas", "Tirtasari")


def at(words: str, *places: str) -> Reading:
    """A report whose places are known."""
    return bare.naming(read(words), "GPE", *places)


def listing(*houses: str) -> Reading:
    told = " ".join(f"Di Dusun {v}, {n} terendam." for v, n in zip(VILLAGES, houses, strict=True))
    return at(f"{told} Warga membersihkan lumpur.", *VILLAGES)


def values(rows: tuple[Series, ...], *reports: Reading) -> list[list[str]]:
    return sorted(sorted(of(row, *reports)) for row in rows)


def test_houses_at_several_places_are_no_toll_that_grew() -> None:
    first, then = listing("55 rumah", "38 rumah", "7 rumah"), listing("55 rumah", "38 rumah", "7 rumah lagi")
    assert values(align(first, then), first, then) == [["38", "38"], ["55", "55"], ["7", "7"]]
    assert {row.relation for row in align(first, then)} == {"agree"}


def test_as_many_houses_at_two_places_are_two_counts() -> None:
    first, then = listing("30 rumah", "30 rumah", "90 rumah"), listing("30 rumah", "30 rumah", "90 rumah lagi")
    assert values(align(first, then), first, then) == [["30", "30"], ["30", "30"], ["90", "90"]]


def test_the_total_beside_the_list_is_still_the_toll() -> None:
    first = at(
        "Sebanyak 200 rumah di Kabupaten Lembayung terendam. Di Dusun Randu, 55 rumah terendam. Di Dusun Kalimas, 38 rumah terendam. "
        "Di Dusun Tirtasari, 7 rumah terendam.",
        "Lembayung",
        *VILLAGES,
    )
    assert only(first, read("Ratusan rumah terendam.")).relation == "agree"


def test_a_place_that_a_report_only_names_is_not_counted_by_it() -> None:
    one = at("Sebanyak 38 rumah di Randu terendam. Air datang dari hulu Kalimas.", "Randu", "Kalimas")
    other = at("Banjir merendam 38 rumah di Kalimas.", "Kalimas")
    assert only(one, other).relation == "agree"


def test_a_village_named_with_its_district_is_no_other_place() -> None:
    one = at(
        "Di Dusun Randu, Kecamatan Kalimas, 38 rumah terendam. Di Randu juga 120 jiwa mengungsi.", "Randu", "Kalimas"
    )
    other = at("Sebanyak 38 rumah di Kalimas terendam.", "Kalimas")
    assert any(sorted(of(row, one, other)) == ["38", "38"] for row in align(one, other))


def test_what_a_toll_has_come_to_is_none_of_a_list_of_places() -> None:
    before = read("Longsor menewaskan 7 orang.", "2031-04-01")
    places = "Di Randu 5 orang tewas. Di Lontar 11 orang tewas pada musim hujan."
    then = at(f"Korban tewas longsor Kalimas bertambah menjadi 9 orang. {places}", "Kalimas", "Randu", "Lontar")
    assert any({"7", "9"} <= set(told) for told in values(align(before, then), before, then))
    # a count with its place beside it still is
    listed = at(f"Korban tewas bertambah menjadi 9 orang di Kalimas. {places}", "Kalimas", "Randu", "Lontar")
    assert not any({"7", "9"} <= set(told) for told in values(align(before, listed), before, listed))
