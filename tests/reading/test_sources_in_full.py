"""Who speaks is told in full: adverbs that are part of a name, offices behind a full stop, days and countries between."""

from __future__ import annotations

import pytest

import runut
from runut.model import Reading


def read(words: str) -> Reading:
    reading = runut.read({"text": words})
    assert isinstance(reading, Reading)
    return reading


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Kepolisian Selandia Baru menyatakan sembilan orang tewas.", "Kepolisian Selandia Baru"),
        ("Harian Lontar melaporkan, Senin (6/2), Dinas Pasar menyatakan sembilan orang tewas.", "Dinas Pasar"),
        ("“Api sudah padam,” kata Plt. Bupati Kalimas Rini Wijayanti.", "Plt. Bupati Kalimas Rini Wijayanti"),
        (
            "“Api sudah padam,” tulis Plh. Kepala Dinas Pasar, Rini Wijayanti.",
            "Plh. Kepala Dinas Pasar, Rini Wijayanti",
        ),
        ("“Api sudah padam,” kata Iptu. Rini Wijayanti.", "Iptu. Rini Wijayanti"),
        ("“Api sudah padam,” kata Kepala Pasar. Bupati diam.", "Kepala Pasar"),
        ("Kepolisian kota baru menyatakan sembilan orang tewas.", "Kepolisian kota"),
    ],
)
def test_a_speaker_is_neither_cut_nor_a_day(words: str, speaker: str) -> None:
    assert [s.speaker and s.speaker.text for s in read(words).statements] == [speaker]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Menurut Survei Geologi Amerika Serikat, sembilan orang tewas.", "Survei Geologi Amerika Serikat"),
        ("Menurut data Dinas Pasar, sembilan orang tewas.", "Dinas Pasar"),
    ],
)
def test_a_document_s_word_stays_where_it_is_part_of_the_name(words: str, speaker: str) -> None:
    assert [f.speaker for f in read(words).figures] == [speaker]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Dubes RI untuk Lebanon, Oleg Barkov, mengatakan dua orang luka.", "Dubes RI untuk Lebanon"),
        ("Komisioner Komisi Pangan Oleg Barkov mengatakan dua orang luka.", "Komisioner Komisi Pangan"),
        ("Kuasa beralih ke panglima angkatan bersenjata Oleg Barkov.", "panglima angkatan bersenjata"),
    ],
)
def test_roles_of_foreign_offices(words: str, role: str) -> None:
    assert ("Oleg Barkov", (role,)) in [(n.name, n.roles) for n in read(words).names]


def test_an_office_for_the_time_being_is_no_person() -> None:
    names = read("Rini Wijayanti ditunjuk menjadi Menteri Kesehatan Ad Interim.").names
    assert [n.name for n in names if n.type == "PER"] == ["Rini Wijayanti"]
    assert [
        n.name for n in read("Dubes Rusia untuk Lebanon, Malaysia, dan Siprus pulang.").names if n.type == "PER"
    ] == ["Dubes Rusia"]


def test_in_a_list_each_office_is_that_of_the_name_before_it() -> None:
    names = read(
        "Hadir Rini Karang selaku Bupati Garut, Budi Rimba sebagai Wali Kota Bandung, dan Salim Wijaya selaku Kapolres Garut."
    ).names
    roles = {n.name: n.roles for n in names if n.type == "PER"}
    assert roles == {
        "Rini Karang": ("Bupati Garut",),
        "Budi Rimba": ("Wali Kota Bandung",),
        "Salim Wijaya": ("Kapolres Garut",),
    }


def test_an_office_before_a_comma_is_still_that_of_the_name_behind_it() -> None:
    names = read("“Api padam,” kata Bupati Garut, Rini Karang, Senin.").names
    assert [n.roles for n in names if n.name == "Rini Karang"] == [("Bupati Garut",)]
