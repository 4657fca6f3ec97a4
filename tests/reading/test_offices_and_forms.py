"""An office of one country is not its neighbour's, armed forces have several names, a short form keeps its full stop."""

from __future__ import annotations

import pytest

from naming import owners, types

TALK = (
    "Pemimpin tertinggi Iran, Ayatollah Hamid Rezapur, berpidato. Katz menegaskan Rezapur harus pergi. "
    "Ancaman dari {office} itu dibahas."
)


@pytest.mark.parametrize("office", ["Menhan Israel", "Menteri Pertahanan Yordania"])
def test_who_holds_an_office_of_another_country_is_not_meant(office: str) -> None:
    assert owners(TALK.format(office=office))[office] == "Katz"


def test_an_office_of_the_same_country_may_be_meant() -> None:
    assert owners(TALK.format(office="Menhan Iran"))["Menhan Iran"] == "Hamid Rezapur"


def test_the_armed_forces_of_a_country_are_one_body_under_several_names() -> None:
    named = owners("Militer Israel menyerang. Pasukan Pertahanan Israel (IDF) mengakuinya. Menurut IDF, itu benar.")
    assert named["Militer Israel"] == named["Pasukan Pertahanan Israel"] == named["IDF"]
    apart = owners("Angkatan Bersenjata Filipina menolak. Militer Thailand setuju.")
    assert apart["Angkatan Bersenjata Filipina"] != apart["Militer Thailand"]


def test_the_islamic_republic_alone_is_iran() -> None:
    assert owners("Iran diserang. Serangan terhadap Republik Islam itu dikecam.")["Republik Islam"] == "Iran"
    assert owners("Tim tiba di Republik Islam Pakistan.")["Republik Islam Pakistan"] == "Pakistan"


@pytest.mark.parametrize("text", ["Kyiv bersiap melawan Moskow.", "Hal itu membuat Moskow marah."])
def test_a_capital_that_is_fought_or_angered_is_its_government(text: str) -> None:
    assert owners(text)["Moskow"] == "Rusia"


def test_a_medical_centre_is_a_hospital_of_its_place() -> None:
    named = owners("Rumah Sakit Lontara penuh. Pusat Medis Lontara menerima bantuan.")
    assert named["Pusat Medis Lontara"] == named["Rumah Sakit Lontara"]
    assert types("Pusat Medis Lontara menerima bantuan.")["Pusat Medis Lontara"] == "ORG"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Saham PT Lontar Mas Tbk. (LMAS) naik. Menurut LMAS, itu wajar.", "PT Lontar Mas Tbk. (LMAS)"),
        ("Laba PT Lontar Mas Tbk., Selasa, naik.", "PT Lontar Mas Tbk."),
        ("Laba PT Lontar Mas Tbk. Itu wajar.", "PT Lontar Mas Tbk"),
    ],
)
def test_the_full_stop_of_a_short_form_is_part_of_a_firms_name_but_not_at_the_end_of_a_sentence(
    text: str, form: str
) -> None:
    named = owners(text)
    assert form in named
    assert "LMAS" not in named or named["LMAS"] == named[form]
