"""Units with what they deal with and the body that they are of, their short forms, and their seats. All are invented."""

from __future__ import annotations

import pytest

from naming import owners, read, types


def alike(body: str, *told: str) -> bool:
    """Whether all these forms are of one name."""
    of = owners(body)
    return len({of.get(form, form) for form in told}) == 1


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (
            "Ketua Panitia Khusus (Pansus) Tataniaga Singkong DPRD Lampung, Rini Wijayanti, hadir. Harga singkong turun.",
            "Panitia Khusus (Pansus) Tataniaga Singkong DPRD Lampung",
        ),
        ("Ia menyebut Tim Pengawas (Timwas) Haji DPR RI menilai itu.", "Tim Pengawas (Timwas) Haji DPR RI"),
        ("Hal itu ditolak Majelis Hakim Pengadilan Negeri Garut kemarin.", "Majelis Hakim Pengadilan Negeri Garut"),
        ("Hal itu dibahas Dewan Gubernur Bank Indonesia kemarin.", "Dewan Gubernur Bank Indonesia"),
    ],
)
def test_a_unit_goes_on_to_the_body_that_it_is_of(body: str, whole: str) -> None:
    assert types(body)[whole] == "ORG"


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("Damkar mengerahkan Unit Sedang Kuat dan Unit Ringan Kuat ke sana.", "Unit Sedang Kuat dan Unit Ringan"),
        ("Hadiahnya 3 Unit Mobil BMW dan sepeda.", "Unit Mobil BMW"),
        ("Ketua Dewan Pengawas (Dewas) Rini Kuswara DPR hadir.", "Dewan Pengawas (Dewas) Rini Kuswara DPR"),
        ("Ketua Tim Pangan Rini Wijayanti memuji KPK kemarin.", "Tim Pangan Rini Wijayanti"),
    ],
)
def test_two_bodies_goods_or_an_officer_are_no_unit(body: str, wrong: str) -> None:
    assert wrong not in types(body)


def test_a_short_form_inside_a_name_stands_for_it_alone() -> None:
    body = "Lembaga Pemasyarakatan (Lapas) Kelas IIA Garut menolak. Petugas Lapas pergi kemarin."
    assert alike(body, "Lembaga Pemasyarakatan (Lapas) Kelas IIA Garut", "Lapas")
    two = body + " Lembaga Pemasyarakatan (Lapas) Kelas IIA Bogor hadir."
    assert "Lapas" not in {m.text for n in read(two) for m in n.mentions if n.name.endswith("Garut")}


def test_the_letters_of_the_country_behind_a_bracket_are_of_the_body() -> None:
    body = "Jaksa Agung Muda Kejaksaan Agung (Kejagung) RI Rini Wijayanti hadir."
    assert alike(body, "Kejaksaan Agung (Kejagung) RI", "Kejaksaan Agung", "Kejagung")
    assert "Kejaksaan Agung (Kejagung) KPK" not in types("Jaksa Agung Muda Kejaksaan Agung (Kejagung) KPK hadir.")


def test_a_unit_has_its_number_and_own_name_behind_a_slash() -> None:
    body = "Upacara di Markas Resimen Lontarhud 1/Kalimas, Bogor. Resimen Lontarhud 1/Kalimas hadir."
    assert types(body)["Resimen Lontarhud 1/Kalimas"] == "ORG"
    assert "Resimen Lontarhud 1/2" not in types("Warga Resimen Lontarhud 1/2 hadir.")


def test_a_regional_government_is_told_bare() -> None:
    body = "Surat itu dari Pemprov DKI. Itu harus ada dari Pemprov, kata warga."
    assert alike(body, "Pemprov", "Pemprov DKI")
    two = "BPBD Bali hadir. BPBD Kabupaten Bangli menolak. Menurut Badan Penanggulangan Bencana Daerah (BPBD) Bali, itu benar."
    assert not alike(two, "BPBD Bali", "BPBD Kabupaten Bangli")


def test_the_short_name_of_a_police_office_is_a_body() -> None:
    assert types("Kasus ini ditangani Reskrim kemarin. Menurut Reskrim, itu benar.")["Reskrim"] == "ORG"
    assert types("Kabar itu dibenarkan Rini Reskrimawati kemarin.")["Rini Reskrimawati"] == "PER"


def test_a_bracket_has_the_foreign_name_with_its_letters() -> None:
    body = "Organisasi Pangan Kalimas (Kalimas Food Organization/KFO) dibentuk kemarin."
    assert alike(body, "Organisasi Pangan Kalimas", "Kalimas Food Organization")
    other = "Organisasi Pangan Kalimas (Kenanga/KFO) dibentuk kemarin."
    assert not alike(other, "Organisasi Pangan Kalimas", "Kenanga")


def test_a_unit_and_its_parent_are_both_told_short() -> None:
    body = "Data itu dari Direktorat Regulasi dan Pangan Kementerian Pertanian (Ditregpang Kementan) kemarin."
    assert alike(body, "Direktorat Regulasi dan Pangan Kementerian Pertanian", "Ditregpang Kementan")
    other = "Data itu dari Direktorat Regulasi dan Pangan Kementerian Pertanian (Satlanpang Kemenhub) kemarin."
    assert not alike(other, "Direktorat Regulasi dan Pangan Kementerian Pertanian", "Satlanpang Kemenhub")


def test_a_firm_closes_before_its_legal_form_in_brackets() -> None:
    body = "Komisaris PT Perusahaan Lontar Negara (Persero) hadir."
    assert types(body)["PT Perusahaan Lontar Negara (Persero)"] == "ORG"
    assert "PT Perusahaan Lontar Rini Wijayanti" not in types("Komisaris PT Perusahaan Lontar Rini Wijayanti hadir.")


def test_a_force_has_its_country_behind_it() -> None:
    assert types("Ia jebolan Akademi Militer (Akmil) tahun 1997.")["Akademi Militer"] == "ORG"
    assert types("Hal itu ditolak Militer Swiss kemarin.")["Militer Swiss"] == "ORG"
