"""Names that look like letters, days or offices, and bodies by their letters. All are invented, save those of the tables."""

from __future__ import annotations

import pytest
from tests.naming import owners, read, types


def persons(body: str) -> list[str]:
    """The names of the persons of a text."""
    return [name.name for name in read(body) if name.type == "PER"]


@pytest.mark.parametrize(
    "name",
    [
        "Lembayu Aji",
        "Rini Aji Kuncoro",
        "Aji Kuncoro",
        "Bambang Hari Kuncoro",
        "Hari Kuncoro",
        "Rini Karo",
        "Budi Kaban",
    ],
)
def test_a_name_spelt_like_letters_a_day_or_an_office_is_one(name: str) -> None:
    assert persons(f"Air surut pada pagi hari. Hal itu dikatakan Kepala BPBD Garut {name}, Rabu (3/4/2030).") == [name]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Pernyataan AJI Garut dibacakan kemarin.", []),
        ("Warga merayakan Hari Pahlawan. Ketua DPRD Hari Senin tidak hadir.", ["Ketua DPRD"]),
        ("Pertemuan dengan Budi, Kaban Keuangan Garut, batal.", ["Budi"]),
    ],
)
def test_letters_days_and_offices_are_no_names(body: str, found: list[str]) -> None:
    assert persons(body) == found


@pytest.mark.parametrize(
    ("body", "role", "name"),
    [
        (
            "Paguyuban Pedagang Pasar Lontar (P4L) diam. Itu kata Ketua P4L Akhmad Kuncoro.",
            "Ketua P4L",
            "Akhmad Kuncoro",
        ),
        (
            "Kepala SMPN 4 Lontarwa Yayat Kuncoro menolak itu. “Benar,” ujar Yayat.",
            "Kepala SMPN 4 Lontarwa",
            "Yayat Kuncoro",
        ),
        (
            "Mereka tiba di Lontarwa. Kepala QPP Lontarwa Ridwan Dwi Kuncoro diam.",
            "Kepala QPP Lontarwa",
            "Ridwan Dwi Kuncoro",
        ),
        ("Bupati Puncak Wirantalis Kuncoro diam. “Benar,” kata Wirantalis.", "Bupati Puncak", "Wirantalis Kuncoro"),
        (
            "Hal itu dikatakan Panglima Lontar Kenanga Mayor Jenderal Wiragun Seta kemarin.",
            "Panglima Lontar Kenanga",
            "Wiragun Seta",
        ),
        (
            "Itu kata Manajer Hubungan Industrial PT Wirata Lontarindo Melinda Wiraguna di Garut.",
            "Manajer Hubungan Industrial PT Wirata Lontarindo",
            "Melinda Wiraguna",
        ),
    ],
)
def test_an_officers_name_begins_where_the_body_ends(body: str, role: str, name: str) -> None:
    found = [n for n in read(body) if n.type == "PER"]
    assert [(n.name, n.roles) for n in found] == [(name, (role,))]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Hal itu dikatakan Kapolres Garut Rini Wijayanti kemarin.", "Rini Wijayanti"),
        ("Hal itu dikatakan Ketua QPP Ratna Wiraguna Lontarwa kemarin.", "Ratna Wiraguna Lontarwa"),
        ("Hal itu dikatakan Danramil Wiragun Seta, Mayor Budi Kuncoro, kemarin.", "Budi Kuncoro"),
    ],
)
def test_an_officers_name_keeps_its_words(body: str, name: str) -> None:
    assert name in persons(body)


@pytest.mark.parametrize("short", ["Moh.", "Muh.", "Moch.", "Mohd."])
def test_a_name_goes_on_behind_its_shortened_word(short: str) -> None:
    forms = types(f"Korban bernama {short} Wiragun Seta (45). Menurut warga, Muhammad Wiragun Seta baru datang.")
    assert forms[f"{short} Wiragun Seta"] == "PER"
    assert persons("Wali Nagari Lontar, Wiragun Dt. Rajo Seta, diam. Menurut Wiragun, itu benar.") == [
        "Wiragun Dt Rajo Seta"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Dinas Perdagangan, Koperasi, dan UKM Kota Garut",
        "Dinas Perdagangan, Koperasi dan UKM Kota Garut",
        "Dinas Perdagangan dan Koperasi Kota Garut",
        "Laboratorium Forensik Polda Jambi",
        "Kedutaan Besar RI di Kuala Lumpur",
        "SPPG Lontarwa 02",
    ],
)
def test_a_body_has_its_whole_name(body: str) -> None:
    assert types(f"Menurut {body}, usul itu ditolak kemarin.")[body] == "ORG"


def test_a_body_in_a_list_and_a_date_are_no_part_of_a_name() -> None:
    assert "Koperasi Lontar Jaya" in types("Menurut Dinas Perdagangan, Koperasi Lontar Jaya, dan Kadin, itu benar.")
    for date in ("01 Maret 2030", "01/03/2030"):
        assert "Polres Garut 01" not in types(f"Mereka mendatangi Polres Garut {date} itu.")
    assert "Kedutaan Besar RI" in types("Mereka mendatangi Kedutaan Besar RI menurut kabar di Kuala Lumpur.")


def test_letters_in_brackets_are_of_the_name_before_them() -> None:
    found = owners("Institut Gempa Lontar Filipina (Gemkali) diam kemarin. Menurut Gemkali, itu benar.")
    assert found["Gemkali"] == "Institut Gempa Lontar Filipina"
    found = owners("Institut Gempa Lontar Raya (Gemkali) diam kemarin. Menurut Gemkali, itu benar.")
    assert found["Gemkali"] == "Institut Gempa Lontar Raya"
    assert types("Institut Gempa Lontar Raya (Gemkali) diam kemarin.").get("Gemkali") != "ORG"
    found = owners("Hal itu ditolak DPRD Nusa Tenggara Barat (NTB) kemarin.")
    assert found["DPRD Nusa Tenggara Barat (NTB)"] == found["DPRD Nusa Tenggara Barat"]
    assert found["NTB"] != found["DPRD Nusa Tenggara Barat"]
    found = owners("Komisi untuk Orang Hilang dan Korban Tindak Kekerasan (KontraS) diam. Menurut KontraS, itu benar.")
    assert found["Komisi untuk Orang Hilang dan Korban Tindak Kekerasan"] == found["KontraS"]


def test_an_office_of_the_authority_of_the_country_is_not_the_authority() -> None:
    found = owners("Menurut Basarnas, itu benar. Hal itu ditolak Kepala Kantor SAR Garut Rini Wijayanti.")
    assert found["Kantor SAR Garut"] != found["Basarnas"]
    found = owners("Kantor Pencarian dan Pertolongan (Basarnas) Garut diam. Menurut Kantor SAR Garut, itu benar.")
    assert found["Kantor SAR Garut"] == found["Kantor Pencarian dan Pertolongan (Basarnas) Garut"]
    found = owners("Badan Nasional Pencarian dan Pertolongan diam kemarin. Menurut Basarnas, itu benar.")
    assert found["Basarnas"] == found["Badan Nasional Pencarian dan Pertolongan"]


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Wakil Kepala Bidang Laboratorium Forensik (Wakabid Labfor)", "AKBP Wiragun Seta"),
        ("Kepala Laboratorium Forensik", "Kombes Wiragun Seta"),
        ("Kapolsek Nusa Kenangawi", "AKP Wiragun Seta"),
    ],
)
def test_an_office_of_a_unit_or_place_is_its_holders(office: str, name: str) -> None:
    found = [n for n in read(f"Hal itu disampaikan {office} {name} kemarin.") if n.type == "PER"]
    assert [(n.name, n.roles) for n in found] == [("Wiragun Seta", (office.partition(" (")[0],))]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Ketua AJI Garut Aji Kuncoro menolak. Menurut Aji, itu salah.", "Aji Kuncoro"),
        ("Wartawan Aji Kuncoro dipukul. Aji luka. AJI Garut mengecam itu.", "Aji Kuncoro"),
        ("Wartawan Aji Kuncoro dipukul. Ketua AJI Budi Wijaya diam. Menurut AJI, Aji luka.", "Aji Kuncoro"),
    ],
)
def test_the_letters_of_a_body_are_not_the_given_name_that_they_spell(body: str, name: str) -> None:
    found = owners(body)
    assert found["Aji"] == name
    assert found.get("AJI") != name


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Yayasan Lontar Jaya Raya (Wiragun) diam. Wiragun mengatakan itu salah.", "Wiragun"),
        ("Kata Dinas Sosial Kota Lontarwa (Lonkuwa), itu benar. Lonkuwa, 45 tahun, kepala dinas.", "Lonkuwa"),
        ("Timnas Sepak Bola Jepang (Nakamura) kalah. Nakamura cedera.", "Nakamura"),
        ("Kementerian Luar Negeri Filipina (Wiragun) diam.", "Wiragun"),
    ],
)
def test_somebody_in_brackets_is_not_the_body_before_them(body: str, name: str) -> None:
    assert [n.type for n in read(body) if name in {m.text for m in n.mentions}] == ["PER"]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Saksi Wiragun Seta Kompol Budi Wijaya diam.", ["Wiragun Seta", "Budi Wijaya"]),
        ("Terdakwa Wiragun Seta AKP Budi Wijaya diam.", ["Wiragun Seta", "Budi Wijaya"]),
        ("Sekretaris Wiragun Seta Letjen Budi Wijaya diam.", ["Wiragun Seta", "Budi Wijaya"]),
        ("Komandan Wiragun Seta Letkol Budi Wijaya diam. Wiragun Seta pergi.", ["Wiragun Seta", "Budi Wijaya"]),
        ("Camat Garut Wiragun Seta Kompol Budi Wijaya diam.", ["Wiragun Seta", "Budi Wijaya"]),
        ("Camat Gunung Sari Rini Wijayanti diam.", ["Rini Wijayanti"]),
        ("Lurah Tanjung Sari Budi Kuncoro diam.", ["Budi Kuncoro"]),
        ("Kepala SDN 5 Karang Indah Rini Wijayanti menolak.", ["Rini Wijayanti"]),
        ("Kepala SDN 5 Tanjung Sari Budi Kuncoro menolak. Kata Budi, itu benar.", ["Budi Kuncoro"]),
        ("Manajer Wiragun PT Lontar Jaya tewas.", ["Wiragun"]),
        ("Pilot Wiragun PT Lontar Air tewas.", ["Wiragun"]),
        ("Manajer Wiragun PT Lontar Indah diam.", ["Wiragun"]),
    ],
)
def test_somebody_beside_an_office_is_whole_and_himself(body: str, names: list[str]) -> None:
    assert persons(body) == names


@pytest.mark.parametrize("number", ["021 1234567.", "02:30 didatangi warga.", "05 orang ditahan."])
def test_a_number_behind_a_station_is_none_of_its_name(number: str) -> None:
    assert "Polres Garut" in types(f"Mereka mendatangi Polres Garut {number}")
    assert not any(name.startswith("SPPG Garut 0") for name in types(f"Mereka mendatangi SPPG Garut {number}"))
    assert "SPPG Lontarwa 02" in types("Menurut SPPG Lontarwa 02, itu benar.")
