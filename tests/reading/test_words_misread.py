"""Names with a slip or a glued word, and names that an opening word, an office or a place was taken into. All are invented."""

from __future__ import annotations

import pytest

from naming import owners, read, types


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Distrik Rudrawaprayag hancur. Mereka tiba di Rudrawaprayang kemarin.", "Rudrawaprayang"),
        ("Rini Wiragun hadir. Kemudian Wiragunmemulai kariernya. Wiragun pergi.", "Wiragun"),
        ("Hal itu benar. Rini Wiragunmemulai kariernya kemarin.", "Rini Wiragun"),
        ("Rini Wiragun hadir. Hal itu membawa Rini Wiragunke kursi itu.", "Rini Wiragun"),
    ],
)
def test_a_glued_word_is_cut_where_the_name_ends(body: str, name: str) -> None:
    assert name in types(body)
    assert not {"Rudrawapra", "Wiragunme", "Rini Wiragunme"} & set(types(body))


def test_a_glued_word_is_still_cut_from_a_name_like_no_other() -> None:
    assert "Rini Wiraguna" in types("Rini Wiragunamelakukan itu kemarin.")


def test_a_short_name_with_a_slip_is_the_body() -> None:
    body = "Kejagung menolak. Langkah Kejgung dipuji warga."
    assert owners(body)["Kejgung"] == owners(body)["Kejagung"] == "Kejagung"
    assert owners("Kemenhan menolak. Langkah Kemenhub dipuji.")["Kemenhub"] != owners("Kemenhan menolak.")["Kemenhan"]
    assert "Kejagung" not in owners("Langkah Kejgung dipuji warga.")


def test_an_office_behind_menurut_opens_what_is_said() -> None:
    body = "Rini Wijayanti selaku Menteri ESDM hadir. Menurut Budi Kuncoro, Menteri ESDM telah bertindak."
    roles = {n.name: n.roles for n in read(body)}
    assert not roles["Budi Kuncoro"] and "Menteri ESDM" in roles["Rini Wijayanti"]
    told = {n.name: n.roles for n in read("Menurut Budi Kuncoro, Menteri ESDM, hal itu benar.")}
    assert "Menteri ESDM" in told["Budi Kuncoro"]


def test_an_office_has_its_party_once() -> None:
    body = "Ketua Umum Partai Gerindra Rini Wijayanti hadir. Kata Ketua Umum Gerindra, itu baik."
    assert owners(body)["Ketua Umum Gerindra"] == "Rini Wijayanti"
    assert owners(body.replace("Kata Ketua Umum", "Kata Ketua DPD")).get("Ketua DPD Gerindra") != "Rini Wijayanti"


def test_a_name_set_off_keeps_the_word_that_opens_the_sentence() -> None:
    assert "Martawa Sottoriwa" in types("Mereka diam.\nMartawa Sottoriwa, seorang guru, menolak. Sottoriwa pergi.")
    assert "Kemudian Sottoriwa" not in types("Kemudian Sottoriwa, seorang guru, menolak. Sottoriwa pergi.")
    assert "Penggawa Bandung" not in types("Penggawa Bandung, Rini Wijayanti, menolak. Bandung menang.")


def test_the_region_of_an_office_is_no_part_of_its_holder() -> None:
    body = "Bupati Lontarakand Singhar Dhamwi Rajwi hadir. Hal itu terjadi di Lontarakand. Warga Lontarakand pergi."
    assert owners(body)["Lontarakand"] == "Lontarakand"
    assert "Singhar Dhamwi Rajwi" in types(body)
    alone = "Bupati Lontarakand Singhar Dhamwi hadir. Hal itu terjadi di Garut."
    assert "Lontarakand" not in types(alone)


def test_a_surname_behind_a_district_opens_somebody_s_name() -> None:
    body = "Petugas Distrik Rudrapway Nandwan Singhar Rajwar menolak. Distrik Rudrapway rusak."
    assert owners(body)["Nandwan Singhar Rajwar"] == "Nandwan Singhar Rajwar"
    assert "Kelurahan Pondok Kacang Timur" in types("Rumah di Kelurahan Pondok Kacang Timur, Kota Garut, rusak.")


def test_the_number_of_a_hamlet_is_no_part_of_a_place() -> None:
    assert "Jalan Raya Lontarwangi" in types("Itu terjadi di Jalan Raya Lontarwangi RT 08 RW 06 kemarin.")
    assert "Jalan Lontarwangi RT" not in types("Itu terjadi di Jalan Lontarwangi RT 08 kemarin.")


def test_a_term_of_prison_is_no_prison() -> None:
    assert "penjara Setnowa" not in types("Hakim mengurangi pidana penjara Setnowa kemarin.")
    assert types("Ia dibawa ke penjara Lontarwangi kemarin.")["penjara Lontarwangi"] == "LOC"


@pytest.mark.parametrize("head", ["kuil", "kafetaria", "area istirahat"])
def test_a_small_head_shows_a_place(head: str) -> None:
    assert types(f"Mereka tiba di {head} Lontarwangi kemarin.")[f"{head} Lontarwangi"] == "LOC"
    assert "kuil Hindu" not in types("Itu salah satu kuil Hindu paling tua.")


def test_letters_from_inside_a_name_are_somebody_s() -> None:
    body = "Kades Arumanis, Kecamatan Lontar, Sumarjiwono (JIWO), hadir. Lalu JIWO menolak."
    assert owners(body)["JIWO"] == owners(body)["Sumarjiwono"] == "Sumarjiwono"
    called = "Menteri Marurawar Sirwait (Rawa) hadir. Rawa menolak."
    assert owners(called)["Rawa"] == "Marurawar Sirwait"
    assert owners("Menteri Rini Wijayanti (Lontar) hadir. Lontar menolak.").get("Lontar") != "Rini Wijayanti"


def test_somebody_is_called_by_the_opening_of_the_name() -> None:
    assert owners("Trunoyudi Wisnuwi hadir. Lalu menurut Truno, itu baik.")["Truno"] == "Trunoyudi Wisnuwi"
    assert owners("Bandunga Wisnuwi hadir. Lalu menurut Bandung, itu baik.").get("Bandung") != "Bandunga Wisnuwi"


def test_abu_opens_a_name_behind_a_trade() -> None:
    assert "Abu Wirahata" in types("Korban ialah seorang jurnalis Abu Wirahata kemarin.")
    assert "Abu" not in types("Abu vulkanik turun di sana kemarin.")
