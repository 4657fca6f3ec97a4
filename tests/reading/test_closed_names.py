"""Where names end that something shows: what closes them, a code, a degree, letters of what is inside. All are invented."""

from __future__ import annotations

import pytest

from naming import owners, types

TOLD = [
    # an airline without the code of its flight
    ("Pesawat Lontaria Airlines LA-576 mendarat kemarin.", "Lontaria Airlines", "ORG"),
    ("Pesawat Lontaria Airlines LA 576 mendarat kemarin.", "Lontaria Airlines", "ORG"),
    # the full stop of a firm's form
    ("Saham Lontara Trading Pte Ltd. dijual kemarin.", "Lontara Trading Pte Ltd.", "ORG"),
    # what a body is for or against is none of its name
    ("Kapal itu milik kelompok pro-Palestina Lontara Freedom Coalition (LFC).", "Lontara Freedom Coalition", "ORG"),
    # a panel goes on behind its short form
    (
        "Ketua Panitia Seleksi (Pansel) pimpinan KPK, Rini Wijayanti, hadir.",
        "Panitia Seleksi (Pansel) pimpinan KPK",
        "ORG",
    ),
    # the building of a body that is written out
    (
        "Ia diperiksa di Gedung Komisi Pemberantasan Korupsi (KPK), kemarin.",
        "Gedung Komisi Pemberantasan Korupsi",
        "LOC",
    ),
    # a body of several words of the tables before its officer, whatever matter its words are
    ("Juru bicara Gedung Putih Karolina Lontar membantah.", "Gedung Putih", "ORG"),
    ("Ketua Komisi XI DPR RI Mukhamad Wiragun menolak.", "Komisi XI DPR RI", "ORG"),
    ("Ketua Komisi XI DPR RI Mukhamad Wiragun menolak.", "Mukhamad Wiragun", "PER"),
    # a body before a place that opens like an office, and a firm that lies in one
    ("Aliansi Jaga Hutan Raja Ampat menolak.", "Aliansi Jaga Hutan Raja Ampat", "ORG"),
    ("PT Lontar Jaya Raja Ampat menolak.", "PT Lontar Jaya", "ORG"),
    # somebody of a school who speaks
    ("Profesor sejarah dari Universitas Sastro Wiraguna Ali Barkov, mengatakan itu.", "Ali Barkov", "PER"),
    ("Kata pakar hukum di Universitas Lontarkorn Thitan Pongsudi.", "Thitan Pongsudi", "PER"),
    # degrees without stops
    ("Anggota DPD, Azhari Lontar SIP menolak. Azhari lalu pergi.", "Azhari Lontar", "PER"),
    ("Kata Rini Lontaran SPd MPd kemarin.", "Rini Lontaran", "PER"),
    # a stretch and its road
    ("Kecelakaan terjadi di Ruas Tol Lontar-Kenanga kemarin.", "Tol Lontar-Kenanga", "LOC"),
    # villages that the region behind them closes
    ("Ia warga Kelurahan Kali Lontar Tengah, Kabupaten Garut.", "Kelurahan Kali Lontar Tengah", "GPE"),
    ("Longsor terjadi di Kecamatan Sangir Batang Hari, Garut.", "Kecamatan Sangir Batang Hari", "GPE"),
    ("Korban warga Ujung Baru, Kecamatan Lontarjaya.", "Ujung Baru", "GPE"),
    # a word that stands so often is not glued
    ("Kapal itu dari Bonerate. Camat Bonerate menolak. Warga tiba di Bonerate.", "Bonerate", "GPE"),
]

NOT_TOLD = [
    ("Pesawat Lontaria Airlines LA-576 mendarat kemarin.", "Lontaria Airlines LA"),
    ("Ia diperiksa di Kantor Komisi Lontar (KL) Kalimas kemarin.", "Kantor Komisi Lontar"),
    ("Universitas Islam Negeri Sunan Lontar mengatakan itu.", "Sunan Lontar"),
    ("Mahasiswa dari Universitas Islam Negeri Sunan Lontar mengatakan itu.", "Sunan Lontar"),
    ("Kata Rini Lontaran SPd, MPd kemarin.", "SPd"),
    ("Rapat digelar di Ruang Sidang, Jakarta.", "Ruang Sidang"),
    ("Kepala Desa Lontar Kecamatan Kalimas, Kabupaten Garut, hadir.", "Desa Lontar Kecamatan Kalimas"),
    ("Ia tiba di Istana Batutulis kemarin.", "Istana Batu"),
]


@pytest.mark.parametrize(("body", "form", "type_"), TOLD)
def test_a_name_ends_where_something_shows(body: str, form: str, type_: str) -> None:
    assert types(body).get(form) == type_


@pytest.mark.parametrize(("body", "form"), NOT_TOLD)
def test_it_ends_nowhere_else(body: str, form: str) -> None:
    assert form not in types(body)


def test_letters_are_of_the_feature_inside_a_body() -> None:
    of = owners("Balai Taman Nasional Lontar Raya (TNLR) menolak. Jalur di TNLR ditutup.")
    assert of["TNLR"] == of["Taman Nasional Lontar Raya"] != of["Balai Taman Nasional Lontar Raya"]
    firm = owners("PT Terminal Lontar Raya (TLR) menolak. TLR lalu pergi.")
    assert firm["TLR"] == firm["PT Terminal Lontar Raya"]


def test_a_directorate_by_its_short_form_of_two_words() -> None:
    of = owners(
        "Direktorat Jenderal Lontar Kenanga (Ditjen Lonken) Kementerian Pertanian menolak. Ditjen Lonken pergi."
    )
    assert of["Ditjen Lonken"] == of["Direktorat Jenderal Lontar Kenanga"]


def test_a_letter_for_a_word_of_a_longer_name() -> None:
    of = owners("KPK menangkap M Wiragun Bhastara. Uang itu milik Muhammad Wiragun Bhastara Guntur.")
    assert of["M Wiragun Bhastara"] == of["Muhammad Wiragun Bhastara Guntur"]
    two = owners("KPK menangkap M Guntur. Uang itu milik Muhammad Wiragun Bhastara Guntur.")
    assert two["M Guntur"] != two["Muhammad Wiragun Bhastara Guntur"] or "M Guntur" not in two


def test_a_capital_stands_for_its_government_behind_an_adjective() -> None:
    assert owners("Iran menolak tuntutan utama Moskow itu.")["Moskow"] == "Rusia"
    assert owners("Ia tiba di kota utama Moskow itu.")["Moskow"] == "Moskow"


def test_who_is_told_in_brackets_behind_an_address_or_letters() -> None:
    of = owners("Kami ada Bu Tuti (Wirastuti Lontar) sudah lama.")
    assert of["Bu Tuti"] == of["Wirastuti Lontar"]
    lettered = owners("Kuasa hukum DRL (Dokter Rini Lontar) menolak. DRL lalu pergi.")
    assert lettered["DRL"] == lettered["Rini Lontar"]
    others = owners("Bu Rini (Budi Lontar) hadir.")
    assert others["Bu Rini"] != others["Budi Lontar"]


def test_letters_in_brackets_are_of_the_body_not_of_its_building() -> None:
    of = owners("Ia diperiksa di Gedung Komisi Lontar Kenanga (KLK), kemarin. KLK menolak.")
    assert of["KLK"] == of["Komisi Lontar Kenanga"]


def test_glued_names_come_apart_where_the_report_has_them() -> None:
    of = types("Aktivis Greta Wiragunbergdideportasi kemarin. Wiragunberg lalu pergi.")
    assert "Greta Wiragunberg" in of and "Greta Wiragun" not in of
    assert {"KPK", "Polri"} <= set(types("Menurut laporan olehKPKdanPolri, jumlah itu naik."))
