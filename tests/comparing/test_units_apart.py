"""One number of two things is no series: amounts in two units, and sums that only words which join others have in common."""

from __future__ import annotations

import pytest
from test_series import align, read

from runut.lang import load

INDONESIAN = load("id")


def test_an_amount_and_a_count_of_one_number_are_two() -> None:
    sea = read("Suhu laut di selatan Kalimas tercatat 30 derajat Celsius pada Kamis.")
    homes = read("Banjir di selatan Kalimas masih merendam 30 RT pada Kamis.")
    assert align(sea, homes) == ()


def test_amounts_in_one_unit_told_alike_are_one() -> None:
    first = read("Kapasitas kilang Randu 150.000 barel per hari, kata pengelola kilang.")
    second = read("Kapasitas kilang Randu 150 ribu barrel per hari, kata pengelola kilang.")
    (row,) = align(first, second)
    assert row.relation == "agree"


@pytest.mark.parametrize(
    "row", [r for r in INDONESIAN.table("series_words") if r["role"] == "alias"], ids=lambda r: r["word"]
)
def test_every_alias_stands_in_its_example(row: dict[str, str]) -> None:
    assert row["word"] in row["example"]


FIRST = (
    "Dinas Randu kehilangan Rp151 triliun dari dua sumber, yakni Rp71 triliun karena pajak perahu batal. Bupati menegaskan anggaran "
    "dinas itu bakal melebar lagi jika tidak ada penghematan yang nyata pada musim kering nanti."
)
OTHER = (
    "Kalau dilihat dari sisi lain, dari mulai Rp71 triliun sampai akhir. Sebelumnya bupati berharap makan siang murid membawa manfaat "
    "bagi petani dan pedagang, sebab anggaran dinas melebar tiap musim panen raya tiba."
)
AGAIN = (
    "Pajak perahu yang batal membuat Dinas Randu rugi Rp71 triliun. Bupati menegaskan anggaran dinas itu melebar karena banyak kapal "
    "sandar di tempat lain."
)


def test_sums_share_more_than_a_word_that_joins_others() -> None:
    assert not any(row.low == 71_000_000_000_000 for row in align(read(FIRST), read(OTHER)))


def test_sums_told_in_words_of_their_own_are_one() -> None:
    assert any(row.low == 71_000_000_000_000 for row in align(read(FIRST), read(AGAIN)))
