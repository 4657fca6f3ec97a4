"""Bodies that an office is of, told before its holder behind a comma; clubs and teams by what sports reports call them; codes of firms;
what letters spell. All events and people are invented.
"""

from __future__ import annotations

import pytest

from naming import owners, read, types


def roles(body: str) -> dict[str, tuple[str, ...]]:
    """The offices of each person of a text."""
    return {name.name: name.roles for name in read(body) if name.type == "PER"}


@pytest.mark.parametrize(
    ("body", "whole", "holder", "office"),
    [
        (
            "CEO Kaluna Beetle, Rini Wijayanti, menolak usul itu.",
            "Kaluna Beetle",
            "Rini Wijayanti",
            "CEO Kaluna Beetle",
        ),
        ("Menurut kiper Lontaga, Budi Kuncoro, laga itu berat.", "Lontaga", "Budi Kuncoro", "kiper Lontaga"),
        ("Pendiri Kaluna, Budi Kuncoro mengatakan hal itu.", "Kaluna", "Budi Kuncoro", "Pendiri Kaluna"),
        ("Usul itu ditolak pelatih Kaluna, Budi Kuncoro.", "Kaluna", "Budi Kuncoro", "pelatih Kaluna"),
    ],
)
def test_a_run_before_the_holder_behind_a_comma_is_the_body(body: str, whole: str, holder: str, office: str) -> None:
    assert types(body)[whole] == "ORG"
    assert office in roles(body)[holder]


@pytest.mark.parametrize(
    ("body", "somebody"),
    [
        ("Menurut pelatih Wiraguna, Budi Kuncoro, dan Rini Wijayanti, laga itu berat.", "Wiraguna"),  # a list
        (
            "Di bawah pelatih Kaluna, Budi Kuncoro mencetak gol. Rato Kaluna senang.",
            "Kaluna",
        ),  # goes on, and is named in full
        ("Menurut pengacara Kaluna, Rini Wijayanti, usul itu ditolak.", "Kaluna"),  # who serves him
        ("Manajer penyanyi Kaluna Lahta, Budi Kuncoro, menolak usul itu.", "Kaluna Lahta"),  # whom he manages
        ("Ketua Ratna Kaluna, Budi Kuncoro, menolak usul itu.", "Ratna Kaluna"),  # a known given name
    ],
)
def test_somebody_before_a_comma_is_no_body(body: str, somebody: str) -> None:
    assert types(body).get(somebody) != "ORG"


def test_the_body_by_its_first_word() -> None:
    told = owners("CEO Kaluna Beetle, Rini Wijayanti, menolak usul itu. Menurut catatan, Kaluna untung.")
    assert told["Kaluna"] == told["Kaluna Beetle"]


def test_the_first_word_of_the_body_that_holds_an_office_is_somebody() -> None:
    told = owners("CEO Kaluna Beetle, Rini Wijayanti, menolak usul itu. Hal itu dikatakan Jenderal Kaluna kemarin.")
    assert told["Kaluna"] != told["Kaluna Beetle"]


def test_what_rules_a_place_is_of_no_body() -> None:
    assert types("Kepala Menteri Lontarakan, Rini Wijayanti, menolak usul itu.").get("Lontarakan") != "ORG"


def test_a_body_of_the_tables_told_by_an_office_is_no_form_with_it() -> None:
    told = types("Sekretaris Disbudpar menolak. Dinas Kebudayaan dan Pariwisata (Disbudpar) Bogor setuju.")
    assert told["Disbudpar"] == "ORG"
    assert "Sekretaris Disbudpar" not in {form for form, type_ in told.items() if type_ == "ORG"}


def test_a_club_called_as_its_town_with_a_word_behind() -> None:
    body = "Penyerang Gresik United menang. Kiper Gresik United Rini Wijayanti menahan bola."
    assert types(body)["Gresik United"] == "ORG"
    assert "United" not in types(body)
    assert "Kiper Gresik United" in roles(body)["Rini Wijayanti"]


def test_a_town_that_plays_is_the_club_with_a_word_behind() -> None:
    told = owners("Pelatih Gresik United pulang. Kemarin striker Gresik itu senang.")
    assert told["Gresik"] == told["Gresik United"]


def test_a_town_beside_its_club_is_none() -> None:
    told = owners("Pelatih Gresik United pulang. Hujan turun di Gresik kemarin.")
    assert told["Gresik"] != told["Gresik United"]


def test_the_home_team_and_what_it_is_called_by() -> None:
    told = owners("Timnas Indonesia menang di Osaka. Garuda tampil baik kemarin.")
    assert told["Garuda"] == told["Timnas Indonesia"]


@pytest.mark.parametrize("other", ["Timnas Indonesia naik maskapai Garuda kemarin.", "Garuda rugi lagi kemarin."])
def test_an_airline_is_no_team(other: str) -> None:
    told = owners(other)
    assert told["Garuda"] != told.get("Timnas Indonesia")


def test_the_last_word_of_the_only_club() -> None:
    told = owners("Persib kalah dari Manchester City. Menurut catatan, City menolak usul itu.")
    assert told["City"] == told["Manchester City"]


def test_the_last_word_of_two_clubs_is_neither() -> None:
    told = owners("Leicester City kalah dari Manchester City. Menurut catatan, City menolak usul itu.")
    assert told.get("City") not in (told["Manchester City"], told["Leicester City"])


def test_where_games_are_played_is_a_place() -> None:
    assert types("Laga itu digelar di Kaluna Stadium kemarin.")["Kaluna Stadium"] == "LOC"


def test_the_code_of_a_listed_firm_is_the_firm() -> None:
    told = owners("Saham Kaluna Raya Tbk (LNTR) naik. LNTR lalu turun.")
    assert told["LNTR"] == told["Kaluna Raya Tbk"]


def test_other_letters_behind_a_body_are_no_code() -> None:
    told = owners("Rapat Kaluna Media (LNTR) ramai. LNTR lalu turun.")
    assert told.get("LNTR") != told.get("Kaluna Media", "")


def test_letters_behind_a_head_are_those_of_its_words() -> None:
    told = owners("PT Kaluna Eka Persada digugat. Kantor PT KEP ramai.")
    assert told["PT KEP"] == told["PT Kaluna Eka Persada"]


def test_letters_behind_a_head_that_two_may_have() -> None:
    told = owners("PT Kaluna Eka Persada menggugat PT Kalina Era Pratama. Kantor PT KEP ramai.")
    assert told["PT KEP"] not in (told["PT Kaluna Eka Persada"], told["PT Kalina Era Pratama"])


def test_a_matter_that_its_letters_spell_is_nobody() -> None:
    told = types("Neraca Dagang Indonesia (NDI) surplus. NDI naik lagi.")
    assert "PER" not in (told.get("Neraca Dagang Indonesia"), told.get("NDI"))
    assert types("Kata Damai Hari Kuncoro (DHK), usul itu ditolak. DHK pulang.")["DHK"] == "PER"


def test_the_office_of_who_rules_is_no_body_without_his_name() -> None:
    body = "Kantor Perdana Menteri (PM) Rato Kaluna menolak usul itu."
    assert "Kantor Perdana" not in types(body)
    assert "Perdana Menteri" in roles(body)["Rato Kaluna"]
