"""ACLED: its columns, its codes, its rules; what is not known stays empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from read_back import hold, read_csv

from runut.exports import acled
from runut.lang import Language
from runut.model import Account
from runut.model.periods import read

TYPES = {
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
}
INTER = {"State forces", "Rebel group", "Rioters", "Protesters", "Civilians"}
DISORDER = {"Political violence", "Demonstrations", "Strategic developments", "Political violence; Demonstrations"}
UNKNOWABLE = ("event_id_cnty", "latitude", "longitude", "timestamp", "source_scale", "civilian_targeting", "tags")


def rows(account: Account, language: Language) -> list[dict[str, str]]:
    files = acled.lay_out(account, language).render(account)
    hold(account, files["acled.spans.csv"])
    made = read_csv(files["acled.csv"])
    for row in made:
        check(row)
    return made


def check(row: Mapping[str, str]) -> None:
    """A row against ACLED's published form."""
    assert tuple(row) == acled.COLUMNS
    assert len(row) == 31
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["event_date"])
    assert row["year"] == row["event_date"][:4]
    assert row["time_precision"] in ("1", "2", "3")
    assert row["geo_precision"] in ("", "1", "2", "3")
    assert row["event_type"] in ("", *TYPES)
    assert row["sub_event_type"] in ("", *TYPES.get(row["event_type"], ()))
    assert row["disorder_type"] in ("", *DISORDER)
    assert row["inter1"] in ("", *INTER)
    assert row["inter2"] in ("", *INTER)
    assert not row["inter2"] or row["actor2"]
    assert re.fullmatch(r"\d*", row["fatalities"])
    assert (row["iso"], row["country"], row["region"]) in (("", "", ""), ("360", "Indonesia", "Southeast Asia"))
    assert not any(row[column] for column in UNKNOWABLE)


def test_columns_are_those_of_the_codebook_in_its_order() -> None:
    assert acled.COLUMNS[:7] == (
        "event_id_cnty",
        "event_date",
        "year",
        "time_precision",
        "disorder_type",
        "event_type",
        "sub_event_type",
    )
    assert acled.COLUMNS[-4:] == ("notes", "fatalities", "tags", "timestamp")
    assert len(set(acled.COLUMNS)) == 31


def test_a_clash_with_disputed_deaths_has_the_lowest(unrest: Account, indonesian: Language) -> None:
    clash, demonstration = rows(unrest, indonesian)
    assert {k: v for k, v in clash.items() if v and k not in ("notes", "source")} == {
        "event_date": "2031-03-05",
        "year": "2031",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "actor1": "polisi",
        "inter1": "State forces",
        "actor2": "kelompok bersenjata",
        "iso": "360",
        "region": "Southeast Asia",
        "country": "Indonesia",
        "admin1": "Papua",
        "admin2": "Kalimas",
        "admin3": "Randu",
        "location": "Kampung Sukamaju",
        "geo_precision": "1",
        "fatalities": "2",
    }
    assert "Dua orang tewas" in clash["notes"]
    assert "iga orang tewas" in clash["notes"]
    assert demonstration["event_type"] == "Protests"
    assert demonstration["actor1"] == "Protesters (Indonesia)"
    assert demonstration["assoc_actor_1"] == "mahasiswa"
    assert demonstration["geo_precision"] == "2"


def test_each_filled_cell_names_its_rule_and_the_passages_behind_it(unrest: Account, indonesian: Language) -> None:
    files = acled.lay_out(unrest, indonesian).render(unrest)
    spans = hold(unrest, files["acled.spans.csv"])
    for number, row in enumerate(read_csv(files["acled.csv"]), 1):
        for column, value in row.items():
            behind = [s for s in spans if s["row"] == str(number) and s["column"] == column]
            if value:
                assert behind, column
                assert all(s["rule"] and s["value"] == value for s in behind)
                assert column == "fatalities" or all(s["article"] for s in behind), column
    deaths = [s for s in spans if (s["row"], s["column"]) == ("1", "fatalities")]
    assert [s["text"] for s in deaths] == ["Dua orang tewas"]


@pytest.fixture
def row_of(tell: Callable[..., Account], indonesian: Language) -> Callable[[str], dict[str, str]]:
    """The only row of a short report."""

    def one(text: str) -> dict[str, str]:
        (row,) = rows(tell(text), indonesian)
        return row

    return one


def test_nothing_reported_is_zero_as_the_codebook_has_it(row_of: Callable[[str], dict[str, str]]) -> None:
    row = row_of("Ratusan buruh berunjuk rasa di Kota Kalimas, Jawa Tengah, Rabu (5/3/2031).")
    assert (row["fatalities"], row["admin2"], row["geo_precision"]) == ("0", "Kalimas", "1")


def test_deaths_told_without_a_count_of_the_row_are_not_zero(row_of: Callable[[str], dict[str, str]]) -> None:
    row = row_of(
        "Tawuran pecah di Kota Kalimas, Rabu (5/3/2031). Seorang pelajar tewas dalam tawuran di Kota Kalimas itu.",
    )
    assert row["fatalities"] == "1"
    assert (row["event_type"], row["sub_event_type"]) == ("Riots", "Mob violence")


def test_a_demonstration_that_turns_violent_is_a_riot(row_of: Callable[[str], dict[str, str]]) -> None:
    row = row_of("Unjuk rasa buruh di Kota Kalimas berujung ricuh, Rabu (5/3/2031).")
    assert (row["event_type"], row["sub_event_type"], row["inter1"]) == ("Riots", "Violent demonstration", "Rioters")


def test_an_event_told_to_a_year_or_a_country_is_not_codable(
    tell: Callable[..., Account], indonesian: Language
) -> None:
    sheet = acled.lay_out(tell("Kerusuhan pecah di Mesir, Rabu (5/3/2031)."), indonesian)
    assert not sheet.rows
    assert "its place is told no closer than a country" in {left.reason for left in sheet.left}


@pytest.mark.parametrize(
    "value, precision",
    [
        ("2031-03-05", 1),
        ("2031-03-05T14:30", 1),
        ("2031-03-05/2031-03-07", 2),
        ("2031-W10", 2),
        ("2031-03", 3),
        ("2031-03-01/2031-03-20", 3),
        ("2031", None),
        ("2031-03/2031-06", None),
    ],
)
def test_time_precision(value: str, precision: int | None) -> None:
    period = read(value)
    assert period is not None
    assert acled.time_precision(period) == precision


def test_the_same_account_gives_the_same_bytes(unrest: Account, indonesian: Language) -> None:
    assert acled.lay_out(unrest, indonesian).render(unrest) == acled.lay_out(unrest, indonesian).render(unrest)
