"""Whose figures they are: source phrases, lists, details, and what is the outlet's own; and who is quoted in unusual ways."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import runut
from runut import lang
from runut.model import Reading

INDONESIAN = lang.load("id")
PLACE = "LONTAR - Longsor melanda Desa Sirih pada Kamis."


def sources(words: str) -> list[str | None]:
    """The source of each figure of a report with these sentences."""
    reading = runut.read({"text": f"{PLACE} {words}"})
    assert isinstance(reading, Reading)
    return [f.speaker for f in reading.figures]


def speakers(words: str) -> list[str | None]:
    """Who says each statement of a report with these sentences."""
    reading = runut.read({"text": f"{PLACE}\n{words}"})
    assert isinstance(reading, Reading)
    return [s.speaker.name if s.speaker else None for s in reading.statements]


def rows(*roles: str) -> list[dict[str, str]]:
    return [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in roles]


def ids(row: Mapping[str, str]) -> str:
    return row["word"]


# --- phrases ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("names-source"), ids=ids)
def test_a_source_named_without_a_comma(row: dict[str, str]) -> None:
    assert sources(f"Ada {row['example']}.") == ["Dinas Sosial"]
    assert sources(f"Ada {row['example'].replace(row['word'], 'milik')}.") == [None]


@pytest.mark.parametrize("row", rows("issued"), ids=ids)
def test_who_issued_a_report_is_its_source(row: dict[str, str]) -> None:
    assert sources(f"{row['example'].capitalize().replace('dinas sosial', 'Dinas Sosial')}.") == ["Dinas Sosial"]


def test_a_phrase_holds_for_its_sentence_up_to_a_turn() -> None:
    words = (
        "Menurut data Dinas Sosial, longsor itu telah menewaskan sedikitnya 24 orang dan melukai lebih dari 40 orang"
    )
    assert sources(f"{words}.") == ["Dinas Sosial", "Dinas Sosial"]


def test_a_list_of_places_keeps_its_source_in_the_next_sentence() -> None:
    whole = "Camat Kalimas Rato Kelana mengatakan jumlah pengungsi mencapai 71 jiwa."
    first = "Sebanyak 42 jiwa di Kabupaten Sirih, dan 19 jiwa di Kabupaten Kalimas."
    found = sources(f"{whole} {first} Kemudian, sebanyak 6 jiwa di Kabupaten Melati, dan 4 jiwa di Kota Teluk.")
    assert len(found) == 5 and len(set(found)) == 1 and "Rato Kelana" in (found[0] or "")
    assert sources(f"{whole} {first} Kemudian, sebanyak 6 mobil di Kabupaten Melati datang.")[-1] is None


def test_data_received_by_a_body_keep_its_whole_name() -> None:
    words = "Berdasarkan data yang diterima Badan Sosial Daerah Kalimas, 12 orang tewas."
    assert sources(words) == ["Badan Sosial Daerah Kalimas"]


def test_a_name_behind_what_is_told_of_it() -> None:
    assert sources("Kelompok pemuda yang didukung warga, Rato Wiraja, mengatakan sembilan rumah rusak.") == [
        "Rato Wiraja"
    ]
    assert sources("Kepala Dinas Sosial yang kala itu dijabat Rato Wiraja menyampaikan 12 rumah rusak.") == [
        "Rato Wiraja"
    ]


def test_a_name_glued_to_its_office() -> None:
    assert sources("Menteri KeuanganRato Wiraja mengungkapkan 12 rumah rusak. Rato Wiraja pulang.") == ["Rato Wiraja"]
    assert sources("Para ahli kata merekakepada wartawanReuters mengungkapkan 12 rumah rusak.") != ["Reuters"]


def test_an_office_alone_names_nobody() -> None:
    words = "Kapolsek Sirih, Rato Wiraja, datang. Kapolsek menjelaskan rumah korban terbakar. “Ada 12 rumah rusak,” jelasnya."
    (source,) = sources(words)
    assert source is not None and "Rato" in source


# --- the outlet's own -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("rate"), ids=ids)
def test_a_rate_of_exchange_is_the_outlets_own(row: dict[str, str]) -> None:
    assert sources(f"Rato Wiraja mengatakan kerugian mencapai {row['example']} per dolar).") == ["Rato Wiraja", None]


def test_ages_and_deeds_and_the_counts_of_places_are_not_told_on() -> None:
    assert sources("Rato Wiraja menuduh bupati berusia 38 tahun itu lalai. Sekitar 40 rumah rusak.") == [
        "Rato Wiraja",
        None,
    ]
    fined = "Hakim menyatakan kerugian mencapai Rp 3 miliar. Hakim juga mendenda perusahaan itu Rp 2 miliar."
    assert sources(fined)[-1] is None


@pytest.mark.parametrize("row", rows("counting"), ids=ids)
def test_what_a_place_counts_is_not_told_on(row: dict[str, str]) -> None:
    assert sources(row["example"])[-1] is None
    assert sources(row["example"].replace("Kabupaten Kalimas", "Rato Wiraja"))[-1] == "Rato Wiraja"


# --- lists and details ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("announces", "noted-by"), ids=ids)
def test_the_items_of_a_list_come_from_whom_its_heading_names(row: dict[str, str]) -> None:
    listed = f"\n{row['example']} pada Kamis.\n1. Sirih, 12 orang tewas\n2. Randu, tiga orang tewas\nWarga berduka."
    assert sources(listed) == ["Dinas Sosial", "Dinas Sosial"]


def test_items_without_a_source_over_them_are_the_outlets_own() -> None:
    assert sources("\nBerikut korban di Dinas Sosial.\n1. Sirih, 12 orang tewas\n2. Randu, tiga orang tewas") == [
        None,
        None,
    ]
    assert sources("\nDinas Sosial datang.\n1. Sirih, 12 orang tewas\n2. Randu, tiga orang tewas") == [None, None]


@pytest.mark.parametrize("row", rows("in-detail"), ids=ids)
def test_details_are_of_who_told_the_sentence_before(row: dict[str, str]) -> None:
    assert sources(f"“Korban sudah terdata semua,” kata Rato Wiraja. {row['example']}") == [
        "Rato Wiraja",
        "Rato Wiraja",
    ]
    assert sources(f"“Korban sudah terdata semua,” kata Rato Wiraja. Kemarin, {row['example']}") == [None, None]


def test_an_amount_that_was_announced_is_no_count_of_the_next_sentence() -> None:
    words = "Rato Wiraja melaporkan jumlah bantuan bertambah. Polisi menangkap tiga orang."
    assert sources(words) == [None]


# --- who is quoted ----------------------------------------------------------------------------------------------------


def test_according_to_somebody_behind_a_quotation() -> None:
    words = "“Air sudah surut sejak subuh,” menurut Ratna Prawira, ketua regu. “Jalan masih ditutup,” imbuh dia."
    assert speakers(words) == ["Ratna Prawira", "Ratna Prawira"]


def test_a_name_alone_behind_a_quotation() -> None:
    words = "“Air sudah surut sejak subuh,” Kepala Dinas Sosial, Ratna Prawira melalui keterangan tertulis, Kamis."
    assert speakers(words) == ["Ratna Prawira"]
    assert speakers("“Air sudah surut sejak subuh,” Ratna Prawira berjalan melalui jalan desa.") != ["Ratna Prawira"]


def test_the_paper_a_quotation_is_read_from() -> None:
    words = "“Air sudah surut sejak subuh tadi,” bunyi keterangan unggahan video tersebut."
    assert speakers(words) == ["keterangan unggahan video tersebut"]
    assert speakers("“Air sudah surut sejak subuh tadi,” demikian keterangan yang disampaikan Dinas Sosial.") == [
        "Dinas Sosial"
    ]


@pytest.mark.parametrize("row", [r for r in INDONESIAN.table("speech_words") if r["use"] == "met"], ids=ids)
def test_how_somebody_was_met_stands_between_him_and_the_verb(row: dict[str, str]) -> None:
    words = f"Kepala Dinas Sosial Ratna Prawira saat {row['word']} di Balai Kota, Jakarta, Rabu (5/3/2031) mengatakan air sudah surut."
    assert speakers(words) == ["Ratna Prawira"]


@pytest.mark.parametrize("row", [r for r in INDONESIAN.table("speech_words") if r["use"] == "adding"], ids=ids)
def test_whoever_adds_is_who_spoke_last(row: dict[str, str]) -> None:
    said = "“Air sudah surut sejak subuh,” kata Ratna Prawira."
    assert speakers(f"{said} “Jalan masih ditutup warga,” {row['word']} ya.")[-1] == "Ratna Prawira"
    assert speakers(f"{said} “Jalan masih ditutup warga,” kata lontara.")[-1] is None


def test_two_persons_are_not_the_one_who_adds() -> None:
    words = (
        "“Tersangka datang dari Randu,” jelas Ratna Prawira. SUL dan Wira Sadewa mengaku diperintah orang lain. "
        "“Tersangka SUL dijanjikan upah,” imbuhnya."
    )
    assert speakers(words)[-1] == "Ratna Prawira"


def test_the_only_one_who_has_spoken_is_quoted_again_far_below() -> None:
    between = " ".join(f"Hujan turun di desa pada hari ke-{n}." for n in range(2, 10))
    said = "“Air sudah surut sejak subuh,” kata Ratna Prawira."
    assert speakers(f"{said} {between} “Jalan masih ditutup warga,” katanya.")[-1] == "Ratna Prawira"
    other = "“Air belum surut sejak subuh,” kata Dewi Lestari."
    assert speakers(f"{said} {other} {between} “Jalan masih ditutup warga,” katanya.")[-1] is None
