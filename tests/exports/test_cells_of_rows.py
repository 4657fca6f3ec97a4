"""Cells of rows: how many died where no number says so, who did it to whom, and of what type that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from runut.exports import acled, gazetteer, snpk, ucdp
from runut.exports.cited import Cited
from runut.lang import Language
from runut.model import Account

RAID = "Kelompok bersenjata menyerang pos jaga di Distrik Randu, Kabupaten Kalimas, Papua, Rabu (5/3/2031)."
Row = Callable[..., Mapping[str, Cited]]


@pytest.fixture
def row(tell: Callable[..., Account], indonesian: Language) -> Row:
    """The only ACLED row of short reports."""

    def one(*texts: str) -> Mapping[str, Cited]:
        (made,) = acled.lay_out(tell(*texts), indonesian).rows
        return made

    return one


@pytest.mark.parametrize(
    "told",
    [
        "Seorang warga tewas. Seorang polisi tewas di rumah sakit.",
        "Seorang warga tewas. Sejumlah polisi juga tewas.",
        "Seorang penjaga tewas, juga istrinya.",
        "Seorang penjaga tewas. Istrinya tewas pula.",
        "Seorang demi seorang warga tewas.",
        "Polisi menyebut seorang pelaku tewas, sementara warga menyebut beberapa tewas.",
        "Rato Saleh tewas ditembak. Budi Hasan tewas dipanah.",
    ],
)
def test_one_person_and_somebody_else_are_not_one(told: str, row: Row) -> None:
    assert row(f"{RAID} {told}")["fatalities"].value is None


@pytest.mark.parametrize(
    "told",
    [
        "Seorang warga tewas ditembak.",
        "Seorang warga tewas ditembak. Korban tewas di tempat.",
        "Seorang warga berinisial R tewas ditembak. Korban, warga berinisial R, tewas di tempat.",
        "Rato Saleh tewas ditembak.",
    ],
)
def test_one_person_told_of_is_one(told: str, row: Row) -> None:
    assert row(f"{RAID} {told}")["fatalities"].value == 1


def test_the_total_of_the_victims_is_the_number_beside_some_that_are_named(
    tell: Callable[..., Account], indonesian: Language
) -> None:
    (made,) = ucdp.lay_out(
        tell(f"{RAID} Dua penambang dan satu polisi tewas. Korban tewas lima orang."), indonesian
    ).rows
    assert [made[c].value for c in ("low", "best", "high")] == [5, 5, 5]


def test_a_hoax_leaves_nobody_dead(row: Row) -> None:
    assert row(f"{RAID} Kabar dua orang tewas dalam kejadian itu hoaks.")["fatalities"].value == 0


@pytest.mark.parametrize(
    "deed, kind",
    [
        ("Kelompok bersenjata menembak tiga warga", acled.AGAINST_CIVILIANS),
        ("Polisi menganiaya dua pelajar", acled.AGAINST_CIVILIANS),
        ("Kelompok bersenjata menyerang anggota TNI", acled.BATTLES),
        ("Warga menyerang anggota TNI", None),
    ],
)
def test_the_type_of_violence_by_its_sides(deed: str, kind: str | None, row: Row) -> None:
    cell = row(f"{deed} di Distrik Randu, Kabupaten Kalimas, Papua, Rabu (5/3/2031).").get("event_type")
    assert (cell.value if cell else None) == kind


def test_a_place_is_nobody_whom_a_deed_was_done_to(row: Row) -> None:
    made = row("Kelompok bersenjata menyerang Kampung Sukamaju, Rabu (5/3/2031).")
    assert made["location"].value == "Kampung Sukamaju"
    assert "actor2" not in made


def test_whose_demonstration_it_is(row: Row) -> None:
    made = row("Mahasiswa Universitas Kalimas berunjuk rasa di Kota Kalimas, Rabu (5/3/2031).")
    assert made["assoc_actor_1"].value == "Mahasiswa Universitas Kalimas"
    made = row(
        "Massa berunjuk rasa di Kota Kalimas, Rabu (5/3/2031). Aparat keamanan memblokade jalan di Kota Kalimas."
    )
    assert "assoc_actor_1" not in made


def test_the_form_of_indonesia_has_no_row_of_another_country(
    tell: Callable[..., Account], indonesian: Language
) -> None:
    abroad = snpk.lay_out(tell("Ratusan orang berunjuk rasa di Bangkok, Thailand, Rabu (5/3/2031)."), indonesian)
    assert not abroad.rows
    assert "its place is not in Indonesia" in {left.reason for left in abroad.left}
    assert snpk.lay_out(
        tell("Ratusan orang berunjuk rasa di Kota Kalimas, Indonesia, Rabu (5/3/2031)."), indonesian
    ).rows


@pytest.mark.parametrize(
    "place, abroad",
    [("Bangkok, Thailand", True), ("Kota Kalimas, Papua", False), ("Kota Kalimas, Indonesia", False), ("Randu", False)],
)
def test_a_place_abroad(place: str, abroad: bool, indonesian: Language) -> None:
    assert gazetteer.locate(place, indonesian).abroad is abroad
