"""Names that stand beside those of others: kin, aides, officers behind a body's name. All are invented."""

from __future__ import annotations

import pytest

from naming import owners, roles, types

APART = [
    # an aide of an officer, and kin, are named behind the comma
    ("Juru bicara Perdana Menteri Rani Bagga, Nahim Lasker, menolak usul itu.", "Rani Bagga", ["Perdana Menteri"]),
    (
        "Juru bicara Perdana Menteri Rani Bagga, Nahim Lasker, menolak usul itu.",
        "Nahim Lasker",
        ["Juru bicara Perdana Menteri Rani Bagga"],
    ),
    ("Kata penasihat Presiden Rato Keli bernama Toban Lukan.", "Rato Keli", ["Presiden"]),
    ("Nenek Rafka, Nadira, meminta warga tenang. Rafka Maheswara tewas.", "Rafka Maheswara", []),
    ("Putra Bagga, Sajid Wazir, membantah. Rani Bagga pergi. Bagga mundur.", "Sajid Wazir", []),
    ("Peluru itu ada di kepala Kyan Suna. Kyan Suna tewas.", "Kyan Suna", []),
    # who holds the office without a comma is the officer
    ("Juru Bicara Presiden Fajar Rahmanto menolak.", "Fajar Rahmanto", ["Juru Bicara Presiden"]),
    # the officer's name behind a body's
    ("Direktur LBH Garut Samsudin Arief menuding polisi.", "Samsudin Arief", ["Direktur LBH Garut"]),
    (
        "Kepala Operasi Damai Lontara Kombes Pol Wiragun Firdan hadir.",
        "Wiragun Firdan",
        ["Kepala Operasi Damai Lontara"],
    ),
    ("Jaksa Lontarre Wiragun Prakosa menolak. Warga di Lontarre pergi.", "Wiragun Prakosa", ["Jaksa Lontarre"]),
    ("Kepala Garda Nasional Wiragun Zolotin menolak.", "Wiragun Zolotin", ["Kepala Garda Nasional"]),
    ("Ketua XLD Win Lontarein pergi. Warga XLD menolak.", "Win Lontarein", ["Ketua XLD"]),
    ("Panglima Kodam Jaya Mayjen Untung Lontarharto hadir.", "Untung Lontarharto", ["Panglima Kodam Jaya"]),
    (
        "Rini Wijayanti, Sekretaris Jenderal Liga Rakyat Distrik Lontara. Warga Lontara hadir. Lontara sepi.",
        "Rini Wijayanti",
        ["Sekretaris Jenderal Liga Rakyat Distrik Lontara"],
    ),
]

TOLD = [
    ("Staf SMPN 4 Wiragun Agus menolak usul itu.", "Wiragun Agus", "PER"),
    ("Staf SMPN 4 Wiragun Agus menolak usul itu.", "SMPN 4", "ORG"),
    ("Siswa SMPN 4 Tanjung Priok pergi.", "SMPN 4 Tanjung Priok", "ORG"),
    ("Siswa SMAN 3 Agus Salim juara.", "SMAN 3 Agus Salim", "ORG"),
    ("Kata penyelidik, Sim Tae-rim, itu benar.", "Sim Tae-rim", "PER"),
    ("Kepala dukungan Garut Air Lon Tae-rim menolak.", "Lon Tae-rim", "PER"),
    ("Kepala dukungan Garut Air Lon Tae-rim menolak.", "Garut Air", "ORG"),
    ("Pendiri Gold Lontar Hsun Ching-luang menolak.", "Hsun Ching-luang", "PER"),
    ("Wali Nagari Batu Lontano menolak. Jalur lewat Batu Lontano ditutup.", "Batu Lontano", "GPE"),
    ("Bupati Garut Lontarullah menolak. Warga hadir.", "Lontarullah", "PER"),
    ("Ia peraih Nobel Perdamaian Rini Wijayanti.", "Rini Wijayanti", "PER"),
]

ONE_OF_A_LIST = [
    ("Putra Wijaya, Budi Santoso, dan Rini Wijayanti hadir kemarin. Wijaya pulang.", "Putra Wijaya"),
    ("Putra Wijaya, Ketua DPRD Garut, menolak. Wijaya pulang.", "Putra Wijaya"),
    ("Kata Nenek Rini, Budi, dan Sari, usul itu baik.", "Nenek Rini"),
]


@pytest.mark.parametrize(("text", "name", "held"), APART)
def test_a_name_has_its_own_offices_alone(text: str, name: str, held: list[str]) -> None:
    assert roles(text).get(name) == held, roles(text)


@pytest.mark.parametrize(("text", "form", "kind"), TOLD)
def test_a_name_ends_where_that_of_another_begins(text: str, form: str, kind: str) -> None:
    assert types(text).get(form) == kind, types(text)


@pytest.mark.parametrize(("text", "form"), ONE_OF_A_LIST)
def test_a_word_for_kin_may_be_a_name(text: str, form: str) -> None:
    assert form in owners(text)


KINDS = [
    ("AAPX menyebut sedikitnya 261 orang tewas.", "AAPX", "ORG"),
    ("Lembaga Palang Merah Rusia (RRCX) hadir. RRCX menolak.", "RRCX", "ORG"),
    ("Ia menyerang karyawan Lontaring Timur Telematika (LTT) di Garut.", "Lontaring Timur Telematika", "ORG"),
    ("Polisi menetapkan AKP DI sebagai tersangka.", "DI", "PER"),
    ("Warga menghadiri pemakaman Wiraguna. Wiraguna Seta tewas.", "Wiraguna", "PER"),
    ("Ia ada di tempat pemakaman Lontaraya, Garut.", "pemakaman Lontaraya", "LOC"),
    ("Data Dinas Gulkarmat Garut berbeda. Sebelumnya, Gulkarmat menolak.", "Gulkarmat", "ORG"),
    ("Ia anggota Gangster Tanggul Lontar.", "Gangster Tanggul Lontar", "ORG"),
]

NO_NAMES = [
    ("Kata dia, Pemerintahlah yang bersalah.", "Pemerintahlah"),
    ("Ia menculik seorang anak SD kemarin.", "SD"),
    ("Putra anggota parlemen itu tewas.", "Putra"),
    ("Ia memakai pager model AR-924 itu.", "AR-924"),
]


@pytest.mark.parametrize(("text", "form", "kind"), KINDS)
def test_what_a_name_is_of(text: str, form: str, kind: str) -> None:
    assert types(text).get(form) == kind, types(text)


@pytest.mark.parametrize(("text", "form"), NO_NAMES)
def test_what_is_no_name(text: str, form: str) -> None:
    assert form not in types(text)


def test_one_hospital_is_not_another() -> None:
    told = owners("Pasien dirawat di RSCM. Dokter mengatakan RS Polri menerima 15 jenazah.")
    assert told["RSCM"] != told["RS Polri"]


def test_letters_behind_a_rank_are_of_who_has_it_and_the_name() -> None:
    told = owners("Polisi menetapkan AKP DI sebagai tersangka. AKP Dadan Iskan ditahan.")
    assert told["DI"] == told["Dadan Iskan"]


def test_who_serves_somebody_has_that_role() -> None:
    held = roles("Kuasa hukum Rahwan, Bayu Sekar, membantah hal itu. Rahwan pergi.")
    assert held == {"Rahwan": [], "Bayu Sekar": ["Kuasa hukum Rahwan"]}


def test_a_village_of_two_words_is_no_town_with_somebody_behind() -> None:
    told = types("Warga tiba di Batu Lontara kemarin. Ia tinggal di Batu Rini. Ia ke Garut Wiragun.")
    assert told.get("Batu Lontara") == "GPE"
    assert "Batu Rini" not in told
    assert told.get("Garut") == "GPE"


def test_a_school_of_the_state_is_one_by_its_letters() -> None:
    told = owners("Guru SMK Negeri 4 Garut menolak. Kata SMKN 4 Garut, ya.")
    assert told["SMK Negeri 4 Garut"] == told["SMKN 4 Garut"]
