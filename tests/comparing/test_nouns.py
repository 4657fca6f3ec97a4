"""Counts under two spellings or names of one noun are one."""

from __future__ import annotations

import pytest
from test_series import INDONESIAN, align, of, read

SPELLINGS = [row for row in INDONESIAN.table("series_words") if row["role"] == "spelling"]


@pytest.mark.parametrize("row", SPELLINGS, ids=lambda row: row["word"])
def test_a_noun_by_another_spelling_or_name_is_the_same(row: dict[str, str]) -> None:
    told = "di halaman balai desa Kalimas pada Senin pagi."
    a, b = (
        read(f"{row[key].removesuffix(' ada di sana').capitalize()} terlihat {told}") for key in ("example", "counter")
    )
    (joined,) = align(a, b)
    assert (joined.relation, len(of(joined, a, b))) == ("agree", 2)


def test_medals_are_counted_by_their_metal() -> None:
    a = read("Kontingen Kalimas membawa pulang 35 medali emas, 43 perak, dan 114 perunggu dari pekan olahraga.")
    b = read(
        "Kontingen Kalimas mengumpulkan 35 medali emas, 44 medali perak, dan 114 medali perunggu di pekan olahraga."
    )
    rows = [of(row, a, b) for row in align(a, b)]
    assert ["114", "114"] in rows
    assert not any("43" in told and "44" in told for told in rows)


def test_as_many_under_unlike_nouns_are_two_counts() -> None:
    a = read("Sebanyak 45 personel terlihat di balai desa Kalimas.")
    b = read("Pekan lalu tiba 45 sapi.")
    assert align(a, b) == ()


def test_people_told_alike_under_a_word_that_says_little_are_the_same() -> None:
    a = read("Jasad itu dibawa dua orang tak dikenal dengan taksi ke rumah sakit Kalimas.")
    b = read("Petugas jaga melihat jasad dibawa dua pria tak dikenal memakai taksi.")
    (row,) = align(a, b)
    assert (row.relation, len(of(row, a, b))) == ("agree", 2)


def test_people_told_in_unlike_words_are_not() -> None:
    a = read("Jasad itu dibawa dua orang tak dikenal dengan taksi ke rumah sakit Kalimas.")
    b = read("Lurah memuji dua pria yang menanam padi di sawah.")
    assert align(a, b) == ()


def test_people_counted_by_their_noun_and_by_what_befell_them_are_the_same() -> None:
    where = "Kecelakaan bus terjadi di tanjakan Lontar pada Senin malam saat hujan."
    a = read(f"Bus itu mengangkut rombongan 42 mahasiswa dari Kalimas. {where}")
    b = read(
        f"{where} Sebanyak 48 orang terlibat kecelakaan itu, termasuk 42 mahasiswa dan empat penumpang mobil lain."
    )
    assert any(sorted(of(row, a, b)) == ["42", "42"] for row in align(a, b))


def test_readings_of_an_instrument_are_taken_again_and_again() -> None:
    a = read("Letusan terekam dengan amplitudo maksimum 22 mm dan durasi 115 detik.", "2031-04-02")
    b = read("Gunung itu meletus lagi, getarannya tercatat sampai 22 mm pada Kamis.", "2031-04-09")
    assert align(a, b) == ()
