"""Undated: what of harm and deeds without a day is an incident's, and what is of another time, place or kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from runut.exports import incidents
from runut.exports.incidents import Incident, Incidents
from runut.lang import Language
from runut.model import Account

Found = Callable[..., Incidents]


@pytest.fixture
def found(tell: Callable[..., Account], indonesian: Language) -> Found:
    """The incidents of short reports."""
    return lambda *texts: incidents.find(tell(*texts), indonesian, ("ASSAULT", "PROTEST", "CRIME"))


RAID_AT = "Kelompok bersenjata menyerang pos jaga di Distrik Randu, Kabupaten Kalimas, Papua, Rabu (5/3/2031)."


@pytest.mark.parametrize(
    "toll",
    [
        "Korban tewas konflik Papua mencapai 45 orang.",
        "Korban tewas perang suku itu 45 orang.",
        "Dengan serangan ini, korban tewas konflik itu menjadi 45 orang.",
        "Korban tewas di Kabupaten Serunai 45 orang.",
        "Serangan serupa pernah menewaskan 45 orang.",
        "Tahun lalu, serangan serupa menewaskan 45 orang.",
        "Kelompok itu beraksi di sana sejak Oktober 2029. Hingga kini, lebih dari 45 orang tewas.",
        "Kabar 45 orang tewas dalam kejadian itu hoaks.",
    ],
)
def test_the_dead_of_a_conflict_or_of_another_time_are_no_rows(toll: str, only: Callable[..., Incident]) -> None:
    assert not only(f"{RAID_AT} {toll}").tolls["killed"].figures


@pytest.mark.parametrize(
    "toll",
    [
        "Korban tewas tiga orang.",
        "Tiga orang tewas dalam serangan itu.",
        '"Tiga warga tewas," kata Kapolres Kalimas Damar Wulung, Kamis (6/3/2031).',
    ],
)
def test_the_dead_of_the_row_are_the_rows(toll: str, only: Callable[..., Incident]) -> None:
    assert [f.low for f in only(f"{RAID_AT} {toll}").tolls["killed"].figures] == [3]


def test_what_is_told_as_a_guess_is_no_toll(only: Callable[..., Incident]) -> None:
    assert not only(f'{RAID_AT} "Diduga tiga warga tewas," kata Kapolres Kalimas Damar Wulung.').tolls["killed"].figures


MARCH = "Ratusan petani berunjuk rasa di Kabupaten Kalimas, Rabu (5/3/2031)."


@pytest.mark.parametrize(
    "about",
    [
        "Mereka menuntut penembakan petani di Kampung Muara diusut. Dalam peristiwa itu, dua petani tewas.",
        "Mereka menuntut polisi mengusut kematian dua petani. Dua petani tewas ditembak tahun lalu.",
        "Dua petani tewas ditembak orang tak dikenal.",
    ],
)
def test_whom_a_demonstration_is_about_are_not_its_dead(about: str, only: Callable[..., Incident]) -> None:
    incident = only(f"{MARCH} {about}")
    assert incident.kinds == {"demonstration"}
    assert not incident.tolls["killed"].figures


def test_the_dead_of_a_demonstration_that_turned_violent_are_its_dead(only: Callable[..., Incident]) -> None:
    assert [
        f.low for f in only(f"{MARCH} Aksi itu berujung ricuh. Dua petani tewas ditembak.").tolls["killed"].figures
    ] == [2]


def test_a_demonstration_over_violence_is_no_part_of_it(only: Callable[..., Incident]) -> None:
    incident = only(f"{RAID_AT} Warga lalu berunjuk rasa menuntut pelakunya ditangkap.")
    assert "demonstration" not in incident.kinds


def test_two_places_of_one_day_are_two_rows_with_their_own_dead(found: Found) -> None:
    made = found(
        "Kelompok bersenjata menyerang Kampung Sukamaju, Rabu (5/3/2031), menewaskan dua orang. "
        "Di Kampung Muara, Rabu (5/3/2031), kelompok itu menembak mati tiga orang."
    )
    assert [(i.place, [f.low for f in i.tolls["killed"].figures]) for i in made.found] == [
        ("Kampung Muara", [3]),
        ("Kampung Sukamaju", [2]),
    ]


def test_people_of_a_place_are_no_place(only: Callable[..., Incident]) -> None:
    assert only("Kelompok bersenjata menyerang warga Kampung Sukamaju, Rabu (5/3/2031).").place is None


def test_a_case_tells_the_day_and_closer_place_of_the_deed_before_it(
    found: Found, only: Callable[..., Incident]
) -> None:
    incident = only(
        "Dua buruh ditembak kelompok bersenjata di Randu, Kabupaten Kalimas, Papua. "
        "Peristiwa itu terjadi di Kampung Sukamaju, Rabu (5/3/2031)."
    )
    assert (incident.place, len(incident.events)) == ("Kampung Sukamaju", 2)
    made = found(
        "Ratusan petani berunjuk rasa di Randu, Kabupaten Kalimas, Papua. "
        "Peristiwa itu terjadi di Kabupaten Serunai, Papua, Rabu (5/3/2031)."
    )
    assert not made.found


def test_burning_tyres_is_part_of_a_demonstration(only: Callable[..., Incident]) -> None:
    assert only(f"{MARCH} Para petani membakar ban.").kinds == {"demonstration"}


@pytest.mark.parametrize(
    "case",
    [
        "Aksi sadis itu terjadi di Distrik Randu, Kabupaten Kalimas, Rabu (5/3/2031).",
        "Peristiwa itu menimpa Rato Saleh di Distrik Randu, Kabupaten Kalimas, Rabu (5/3/2031).",
        "Polisi menyelidikinya sejak Jumat (7/3/2031). Rato Saleh dirawat. Ia sudah sadar. Keluarganya berkumpul. "
        "Peristiwa itu terjadi di Distrik Randu, Kabupaten Kalimas, Kamis (27/2/2031).",
    ],
)
def test_a_case_in_other_words_or_days_before_tells_the_day(case: str, only: Callable[..., Incident]) -> None:
    incident = only(f"Seorang warga menggorok leher Rato Saleh. {case}")
    assert incident.period.unit == "day"
    assert "violence" in incident.kinds


def test_what_happened_without_a_deed_is_none(found: Found) -> None:
    assert not found("Aksi donor darah itu terjadi di Distrik Randu, Kabupaten Kalimas, Rabu (5/3/2031).").found
