"""Whose office it is: whom an officer serves is not he, and in a list that tells who is what each office is of the name before it."""

from __future__ import annotations

import pytest

import runut
from naming import owners, roles, types


def speakers(text: str) -> list[str | None]:
    """Who says each statement of a text."""
    found = runut.read({"text": text, "outlet": "Kabar Randu", "published": "2031-05-07"}).statements
    return [s.speaker.name if s.speaker else None for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "Pihak kuasa hukum Ratno Wiraguna menolak putusan itu.",
        "Sopir Ratno Wiraguna bernama Budi Kuncoro hadir.",
        "Kuasa hukum Ratno Wiraguna, Budi Kuncoro, hadir. Kuasa hukum Ratno Wiraguna menolak putusan itu.",
        "Ajudan Ratno Wiraguna hadir. Sopir Ratno Wiraguna pulang.",
        "Terdakwa Ratno Wiraguna hadir. Kuasa hukum Ratno Wiraguna menolak putusan itu.",
    ],
)
def test_whom_somebody_serves_is_not_he(text: str) -> None:
    held = roles(text)["Ratno Wiraguna"]
    assert not {role.lower() for role in held} & {"kuasa hukum", "sopir", "ajudan"}


def test_a_lawyer_told_once_is_one() -> None:
    assert roles("Kuasa hukum Ratno Wiraguna menolak putusan itu.") == {"Ratno Wiraguna": ["Kuasa hukum"]}


def test_a_lawyer_speaks_and_not_who_is_served() -> None:
    text = "Terdakwa Ratno Wiraguna hadir. Pihak kuasa hukum Ratno Wiraguna mengatakan gudang itu sudah kosong."
    assert speakers(text) == ["pihak kuasa hukum Ratno Wiraguna"]
    assert speakers("Kuasa hukum Ratno Wiraguna mengatakan gudang itu sudah kosong.") == ["Ratno Wiraguna"]
    assert speakers("Kuasa hukum korban, Ratno Wiraguna, mengatakan gudang itu sudah kosong.") == ["Ratno Wiraguna"]


def test_in_a_list_an_office_is_of_the_name_before_it() -> None:
    text = "Mereka ialah Safri sebagai Bupati Garut, Budi Kuncoro sebagai Camat Lontar, Rini Wijayanti sebagai warga."
    assert roles(text) == {"Safri": ["Bupati Garut"], "Budi Kuncoro": ["Camat Lontar"], "Rini Wijayanti": []}


def test_as_at_the_opening_tells_who_the_next_is() -> None:
    assert roles("Dalam kapasitasnya sebagai Bupati Garut, Rini Wijayanti menolak.")["Rini Wijayanti"] == [
        "Bupati Garut"
    ]


def test_who_held_an_office_then() -> None:
    text = "Bupati Garut saat itu, Rini Wijayanti, mengatakan gudang itu sudah kosong."
    assert roles(text) == {"Rini Wijayanti": ["Bupati Garut"]}
    assert speakers(text) == ["Rini Wijayanti"]


def test_an_office_ad_interim_has_a_holder() -> None:
    text = "Menteri Kelautan dan Perikanan Ad Interim Rini Wijayanti hadir."
    assert roles(text) == {"Rini Wijayanti": ["Menteri Kelautan dan Perikanan"]}
    assert "Ad Interim" not in types("Ia menjadi Menteri Kelautan dan Perikanan Ad Interim.")


def test_an_officer_behind_a_body_that_he_speaks_for() -> None:
    told = types(
        "Humas Gurkamat Mulat Wijaya mengatakan gudang itu kosong. Humas Polda Metro Jaya mengatakan itu benar."
    )
    assert told["Mulat Wijaya"] == "PER"
    assert told["Humas Gurkamat"] == "ORG"


def test_routes_flights_and_blocks() -> None:
    assert types("Rute Jakarta-Pangkal Pinang ditutup.") == {"Jakarta": "GPE", "Pangkal Pinang": "GPE"}
    assert types("Pesawat LK 182 jatuh. Pesawat PK-LKR terbang.") == {}
    assert types("Dewan LKR 2031 dibuka.")
    told = owners("Api membesar di Blok C2. Penghuni Blok CII mengungsi. Blok C3 aman.")
    assert told["Blok C2"] == told["Blok CII"] != told["Blok C3"]


def test_a_place_in_one_word_or_two_and_a_doubled_one() -> None:
    told = owners("Awan panas menerjang Desa Lontar Wangi. Abu tebal menutup Lontarwangi sejak kemarin.")
    assert told["Lontarwangi"] == told["Desa Lontar Wangi"]
    assert types("Abu turun di Desa Oro Oro Lontar kemarin.")["Desa Oro Oro Lontar"] == "GPE"


def test_a_capital_of_speech_behind_a_quotation_is_no_name() -> None:
    assert set(types("“Gudang itu kosong,” Lanjut Rini Wijayanti. “Sudah,” Ujar Budi Kuncoro.")) == {
        "Rini Wijayanti",
        "Budi Kuncoro",
    }


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kepolisian Selandia Baru menyatakan empat orang ditahan.", "Kepolisian Selandia Baru"),
        ("Kantor berita itu melaporkan, Senin (6/2), Dinas Pasar menyatakan gudang itu terbakar.", "Dinas Pasar"),
        ("“Gudang itu kosong,” tulis Plt. Kepala BNPB Rini Wijayanti dalam pesannya.", "Rini Wijayanti"),
        ("Garut, Kabarrandu.co.id, 15/3/2031 – Dinas Pasar menyatakan gudang itu kosong.", "Dinas Pasar"),
        (
            "Gudang itu terbakar, demikian kata Rini Wijayanti, Camat Lontar, seperti diwartakan Reuters.",
            "Rini Wijayanti",
        ),
        ("Menurut Kepala Pusat Data, Informasi, dan Humas BNPB Rini Wijayanti, gudang itu kosong.", "Rini Wijayanti"),
    ],
)
def test_who_says_it(text: str, who: str) -> None:
    assert speakers(text) == [who]


def test_a_body_that_is_pointed_to() -> None:
    first = "Palang Merah Lontara menyebut gudang itu kosong."
    assert speakers(f"{first} Lembaga itu mengatakan pintunya rusak.") == ["Palang Merah Lontara"] * 2
    between = "Warga mendatangi Polda Metro Jaya kemarin."
    assert speakers(f"{first} {between} Lembaga itu mengatakan pintunya rusak.")[-1] == "Lembaga itu"


def test_who_goes_on_has_begun() -> None:
    text = (
        "Hakim Budi Kuncoro mengatakan gudang itu kosong. Rini Wijayanti berdiri di sana. “Pintunya rusak,” sambungnya."
    )
    assert speakers(f"{text} Rini Wijayanti mengatakan ia menyesal.")[1] == "Budi Kuncoro"


def test_taking_stock_is_not_telling() -> None:
    assert speakers("Dinas Pasar masih terus mendata korban tewas di sejumlah desa.") == []
    assert speakers("Dinas Pasar mendata 20 rumah rusak.") == ["Dinas Pasar"]
