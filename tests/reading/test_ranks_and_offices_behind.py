"""Ranks in brackets, offices behind names and brackets, and what looks like a body's or person's name and is none."""

from __future__ import annotations

import pytest

from naming import bodies, read, roles, types


def test_a_rank_in_brackets_is_no_letters_of_a_body() -> None:
    text = (
        "Kelompok Kriminal Bersenjata (KKB) membakar gudang. Kepala Bidang (Kabid) Humas Polda Jambi Komisaris Besar (Kombes) "
        "Ratna Wirawan menolak. Kombes Ratna pulang."
    )
    assert bodies(text) == {"Kelompok Kriminal Bersenjata", "Polda Jambi"}
    assert roles(text)["Ratna Wirawan"][0] == "Kepala Bidang (Kabid) Humas Polda Jambi"


def test_letters_in_brackets_are_a_bodys_where_no_rank_stands_before() -> None:
    assert "Badan Pangan Lontar" in bodies("Badan Pangan Lontar (BPL) menolak usul itu. BPL pulang.")


@pytest.mark.parametrize(
    ("text", "who", "role"),
    [
        (
            "Kepala Pusat Data (Kapusdat) Polda Jambi Ratna Wirawan hadir.",
            "Ratna Wirawan",
            "Kepala Pusat Data (Kapusdat) Polda Jambi",
        ),
        ("Irjen Ratna Wirawan Kadiv Humas Polri mengatakan gudang itu kosong.", "Ratna Wirawan", "Kadiv Humas Polri"),
        (
            "Kepala Pusat Data dan Humas BNPB Tarwo Lasma Nugraha hadir.",
            "Tarwo Lasma Nugraha",
            "Kepala Pusat Data dan Humas BNPB",
        ),
        ("Kepala Polisi Daerah Jambi Ratna Wirawan hadir.", "Ratna Wirawan", "Kepala Polisi Daerah Jambi"),
        (
            "Kadis Pangan Provinsi Sumatera Utara (Sumut) Ratna Wirawan hadir.",
            "Ratna Wirawan",
            "Kadis Pangan Provinsi Sumatera Utara",
        ),
    ],
)
def test_the_whole_office_is_the_holders(text: str, who: str, role: str) -> None:
    assert role in roles(text)[who]


def test_a_driver_in_brackets_is_the_one_before_them() -> None:
    assert roles("Nuryana (sopir Budi Kuncoro) hadir.").get("Budi Kuncoro") == []
    assert roles("Nuryana (36), sopir Budi Kuncoro, hadir.").get("Budi Kuncoro") == []
    assert roles("Korban ialah Nuryana (36), sopir Budi Kuncoro, dan warga.").get("Budi Kuncoro") == ["sopir"]


def test_short_letters_of_a_former_office_are_of_who_held_it() -> None:
    text = "Mantan Perdana Menteri (PM) Jepang, Taro Lontara, hadir. Perdana Menteri Jepang Kenji Wirata pulang."
    holder = next(n for n in read(text) if any(m.text == "PM" for m in n.mentions))
    assert holder.name == "Taro Lontara"


def test_a_wife_called_after_her_husband_is_not_he() -> None:
    assert len(roles("Ny Lestari Rahmat Kuswara hadir. Usul itu datang dari Rahmat Kuswara.")) == 2


def test_an_initial_inside_shows_a_person_behind_a_place() -> None:
    assert types("Mereka dari Desa Lontar, Kabupaten Garut, Golpa F Putra dan warga.").get("Golpa F Putra") == "PER"


def test_a_letter_ends_a_sentence_behind_a_word_for_kin() -> None:
    assert "L Identik" not in types("Itu istri L. Identik dengan sidik jari.")
    assert types("Itu istri L. Wirawan.").get("L. Wirawan") == "PER"


def test_a_body_that_stands_alone_elsewhere_parts_from_the_name_behind_it() -> None:
    told = types("Pesawat Lontar Air jatuh. Nasib Lontar Air Filip Harthens gelap.")
    assert told.get("Lontar Air") == "ORG"
    assert told.get("Filip Harthens") == "PER"


def test_a_hospital_after_a_doctor_is_no_person() -> None:
    assert bodies("Korban dirawat di RS dr Saiful Lontara.") == {"RS dr Saiful Lontara"}


def test_what_a_storm_is_called_and_a_request_are_no_persons() -> None:
    assert types("Warga dilanda Siklon Tropis Lontara. Siklon Lontara melemah.") == {}
    assert types("Warga pulang. Doakan, ya.") == {}


def test_somebody_called_alike_who_is_introduced_with_another_office_is_another() -> None:
    chief = "Kapolres Garut Kombes Nugraha Tri Lontarna hadir. "
    assert len(roles(chief + "Lontarna selaku Ketua DPRD Garut menolak usul itu.")) == 2
    assert len(roles(chief + "Lontarna selaku Kapolres Garut menolak usul itu.")) == 1


def test_who_is_told_of_besides_or_served_holds_no_such_office() -> None:
    assert roles("Selain Rini Wijayanti, penyidik KPK juga menetapkan dua tersangka.")["Rini Wijayanti"] == []
    assert (
        "Gubernur Jambi"
        not in roles("Mereka memeriksa ajudan Gubernur Jambi, Rini Wijayanti, kemarin.")["Rini Wijayanti"]
    )


def test_a_body_of_another_country_has_its_letters() -> None:
    assert bodies("Dinas Keamanan Federal Rusia (FSB) menolak. FSB pulang.") == {"Dinas Keamanan Federal Rusia"}


def test_a_town_behind_the_bracket_of_a_mission_is_no_government() -> None:
    told = read(
        "Kedutaan Besar Republik Indonesia (KBRI) Seoul menolak. Korban di Itaewon, Seoul, Korea Selatan, pulang."
    )
    assert "Seoul" in {n.name for n in told if n.type == "GPE"}
