"""Names told in full: persons, offices, bodies and roads whose ends are easily lost. All are invented."""

from __future__ import annotations

import pytest
from test_names_told_otherwise import forms


def one(body: str, *told: str, type_: str = "ORG") -> bool:
    """Whether one name of the type is mentioned by all these forms."""
    return any({*told} <= own for own in forms(body, type_))


# --- persons


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Kepala desa I Ketut Dana menolak. Rapat dibuka I Ketut Dana.", "I Ketut Dana"),
        ("Bupati Anak Agung Lontara hadir.", "Anak Agung Lontara"),
        ("Keterangan itu disampaikan Anak Agung Lontara kemarin.", "Anak Agung Lontara"),
        ("Kepala Dinas Kesehatan NTB Lalu Hamzari menolak usul itu.", "Lalu Hamzari"),
        ("Seorang perwira, AKP Anumerta Rato Keli, dimakamkan.", "Rato Keli"),
        ("Kapolsek Padang Lontar Wangi AKP Rato Keli menolak usul itu.", "Rato Keli"),
    ],
)
def test_a_persons_name_is_whole(body: str, name: str) -> None:
    assert any(name in own for own in forms(body, "PER"))


def test_an_ordinary_word_behind_other_names_is_none_of_theirs() -> None:
    assert not any("Rini Dana" in own for own in forms("Menurut Rini Dana Desa turun. Rini diam.", "PER"))
    assert not any("Anak Rini" in own for own in forms("Anak Rini pulang. Menurut Rini, hujan turun.", "PER"))
    body = "Kepala Dinas Lalu Lintas Rini Wijayanti menolak."
    assert any("Rini Wijayanti" in own for own in forms(body, "PER"))


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (
            "Duta Besar Rusia untuk Indonesia dan ASEAN Oleg Barkov hadir.",
            "Duta Besar Rusia untuk Indonesia dan ASEAN Oleg Barkov",
        ),
        (
            "Hal itu ditolak Direktur Jenderal Mineral dan Batu Bara (Minerba) Kementerian ESDM Rini Wijayanti.",
            "Direktur Jenderal Mineral dan Batu Bara (Minerba) Kementerian ESDM Rini Wijayanti",
        ),
        (
            "Kepala Pusat Data, Informasi dan Komunikasi Kebencanaan BNPB Rato Keli menolak.",
            "Kepala Pusat Data, Informasi dan Komunikasi Kebencanaan BNPB Rato Keli",
        ),
    ],
)
def test_an_office_goes_on_to_its_holder(body: str, whole: str) -> None:
    assert any(whole in own for own in forms(body, "PER"))


def test_an_ambassador_without_a_name_behind_takes_no_other() -> None:
    body = "Dubes Rusia untuk Indonesia menolak. Bupati Batu Bara hadir."
    assert not any("untuk" in form for own in forms(body, "PER") for form in own)
    assert any("Batu Bara" in own for own in forms(body, "GPE"))


# --- bodies


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Satuan Tugas Pencegahan dan Penanganan Perundungan di Perguruan Lontar (Satgas PPPL) bekerja. Satgas PPPL diam.",
            ("Satuan Tugas Pencegahan dan Penanganan Perundungan di Perguruan Lontar", "Satgas PPPL"),
        ),
        (
            "Komisi Nasional Anti Perundungan terhadap Guru (Komnas Guru) menolak. Kata Komnas Guru, tidak.",
            ("Komisi Nasional Anti Perundungan terhadap Guru", "Komnas Guru"),
        ),
        (
            "Forum Komunikasi Nasional Petani Kopi Lontar (Forkonas PKL) menolak. Forkonas PKL diam.",
            ("Forum Komunikasi Nasional Petani Kopi Lontar", "Forkonas PKL"),
        ),
        (
            "Persatuan Orang Tua dengan Anak Lontar (POTAL) menolak.",
            ("Persatuan Orang Tua dengan Anak Lontar", "POTAL"),
        ),
        (
            "Usul itu ditolak China Kalimas and Lontar Corporation (CKLC).",
            ("China Kalimas and Lontar Corporation", "CKLC"),
        ),
        ("Universitas 17 Agustus 1945 (Untalo) Garut menolak.", ("Universitas 17 Agustus 1945", "Untalo")),
        ("Komnas HAM Perwakilan Jambi menolak usul itu.", ("Komnas HAM Perwakilan Jambi",)),
        ("Usul itu ditolak Ketua PMI Cabang Garut Rini Wijayanti.", ("PMI Cabang Garut",)),
        ("Forum Purnawirawan Prajurit TNI menolak usul itu.", ("Forum Purnawirawan Prajurit TNI",)),
        ("Petugas Pos Pantau Gunung Lontar Rini Wijayanti menolak.", ("Pos Pantau Gunung Lontar",)),
    ],
)
def test_a_bodys_name_is_whole_and_one_with_its_short_form(body: str, told: tuple[str, ...]) -> None:
    assert one(body, *told)


def test_a_bracket_that_the_name_does_not_make_is_no_short_form_of_it() -> None:
    body = "Komisi Nasional Kopi Kalimas (Satgas Teh) menolak. Satuan Tugas Pangan Garut (Komnas Kopi) diam."
    assert not one(body, "Komisi Nasional Kopi Kalimas", "Satgas Teh")
    assert not one(body, "Satuan Tugas Pangan Garut", "Komnas Kopi")


def test_a_body_inside_one_with_a_short_form_is_told_too() -> None:
    body = "Panitia Seleksi Calon Pimpinan Komisi Pemberantasan Korupsi (Pansel KPK) menolak."
    assert one(body, "Panitia Seleksi Calon Pimpinan Komisi Pemberantasan Korupsi", "Pansel KPK")
    assert any("Komisi Pemberantasan Korupsi" in own for own in forms(body, "ORG"))


def test_a_town_behind_a_body_is_no_branch_and_a_branch_needs_a_place() -> None:
    body = "Komnas HAM Perwakilan itu menolak. PMI Cabang Lontarwangi diam."
    assert not any("Perwakilan" in form or "Cabang" in form for own in forms(body, "ORG") for form in own)


# --- places


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Toko itu di Jalan Kalimas No. 126, Garut. Jalan Kalimas ramai.", ("Jalan Kalimas No. 126", "Jalan Kalimas")),
        ("Toko itu di Jalan Kalimas No.12, Garut. Jalan Kalimas ramai.", ("Jalan Kalimas No.12", "Jalan Kalimas")),
        ("Truk itu terguling di Tol Kalimas Km 92+400 kemarin.", ("Tol Kalimas Km 92+400", "Tol Kalimas")),
        ("Laga itu digelar di Stadion 10 November kemarin.", ("Stadion 10 November",)),
        ("Ia hanyut di Sungai Yeh Lontar. Tukad Yeh Lontar meluap.", ("Sungai Yeh Lontar", "Tukad Yeh Lontar")),
        ("Kapal melintas di Laut China Selatan. Laut Cina Selatan ramai.", ("Laut China Selatan", "Laut Cina Selatan")),
    ],
)
def test_a_places_name_is_whole(body: str, told: tuple[str, ...]) -> None:
    assert one(body, *told, type_="LOC")


def test_the_day_of_a_report_is_no_part_of_a_place() -> None:
    body = "Konser itu di Stadion 12 Mei 2025 malam. Ia lahir di Jalan 3 Juni lalu."
    assert not any(any(c.isdigit() for c in form) for own in forms(body, "LOC") for form in own)


def test_what_stands_behind_the_number_of_a_house_is_where_it_lies() -> None:
    body = "Kantor itu di Jalan Kalimas Nomor 3, Lontarwangi, Garut."
    assert any("Lontarwangi" in own for own in forms(body, "GPE"))
