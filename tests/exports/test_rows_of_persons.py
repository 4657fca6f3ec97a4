"""What persons judged, in the rows of coders: it has force there, and the rule of a cell says whose word it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from read_back import hold, read_csv

import runut
from runut import judging
from runut.exports import acled, snpk, ucdp
from runut.lang import Language
from runut.model import Account

CAMP = "Kelompok bersenjata menyerang kamp penambang di Distrik Randu, Kabupaten Kalimas, Papua, Rabu (5/3/2031)."
REPORTS = [
    {
        "text": f"{CAMP} Lima orang tewas dalam serangan itu, kata Kapolres Kalimas Damar Wulung.",
        "outlet": "Warta Satu",
    },
    {
        "text": f"{CAMP} Tujuh orang tewas dalam serangan itu, kata juru bicara kelompok itu, Laras Puspita.",
        "outlet": "Warta Dua",
    },
]
WHEN = "2031-03-09T09:00:00+07:00"

Judge = Callable[..., Account]


@pytest.fixture(scope="module")
def judge(languages: Mapping[str, Language]) -> Judge:
    """The account of reports, judged: of each judgement the act, the layer, the words of its findings, field and value."""

    def made(
        reports: list[dict[str, str]], *judged: tuple[str, str, tuple[str, ...], str | None, str | None]
    ) -> Account:
        records = [
            {"title": "Laporan", "published": "2031-03-08", "url": f"https://warta.example/{n}"} | r
            for n, r in enumerate(reports)
        ]
        before = runut.account(records, using=languages)
        lines = []
        for act, layer, words, field, value in judged:
            ids = [x.id for x in getattr(before, layer) if x.text.startswith(words)]
            lines.append(judging.judge(before, act, ids, by="Sari", why="dicek", when=WHEN, field=field, value=value))
        return runut.account(records, using=languages, judgements=lines)

    return made


def cells(account: Account, language: Language, form: object = ucdp) -> list[dict[str, tuple[str, str]]]:
    """Value and rule of each cell, by row."""
    name = form.NAME  # type: ignore[attr-defined]
    files = form.lay_out(account, language).render(account)  # type: ignore[attr-defined]
    rows: dict[str, dict[str, tuple[str, str]]] = {}
    for span in hold(account, files[f"{name}.spans.csv"]):
        rows.setdefault(span["row"], {})[span["column"]] = (span["value"], span["rule"])
    assert len(rows) == len(read_csv(files[f"{name}.csv"]))
    return list(rows.values())


@pytest.mark.parametrize("day", ["2031-03-04", "2031-02-01", "2031-03-06"])
def test_a_day_that_a_person_sets_is_the_rows_and_its_rule_says_so(
    day: str, judge: Judge, indonesian: Language
) -> None:
    account = judge(REPORTS, ("set", "events", ("Kelompok bersenjata menyerang",), "date", day))
    for form, column, shown in (
        (ucdp, "date_start", f"{day} 00:00:00.000"),
        (acled, "event_date", day),
        (snpk, "tanggal_kejadian", f"{day[8:]}/{day[5:7]}/{day[:4]}"),
    ):
        (row,) = cells(account, indonesian, form)
        value, rule = row[column]
        assert value == shown
        assert f"date set to {day} by Sari (judgement " in rule
    (row,) = cells(account, indonesian)
    assert "Sari" not in row["where_description"][1]


def test_the_story_begins_on_a_day_that_a_person_set(judge: Judge) -> None:
    assert judge(REPORTS).story.first == "2031-03-05"
    assert (
        judge(REPORTS, ("set", "events", ("Kelompok bersenjata menyerang",), "date", "2031-03-03")).story.first
        == "2031-03-03"
    )


def test_a_number_that_a_person_sets_is_marked_as_such(judge: Judge, indonesian: Language) -> None:
    account = judge(REPORTS, ("set", "figures", ("Lima",), "number", "15"))
    (row,) = cells(account, indonesian)
    assert row["high"][0] == "15"
    assert "number set to 15 by Sari (judgement " in row["high"][1]
    (row,) = cells(account, indonesian, acled)
    assert "15, set by Sari; in the report Lima orang tewas" in row["notes"][0]
    assert "number set to 15 by Sari" in row["notes"][1]


def test_a_count_that_a_person_rejects_is_said_to_be_rejected(judge: Judge, indonesian: Language) -> None:
    account = judge(REPORTS[:1], ("reject", "figures", ("Lima",), None, None))
    (row,) = cells(account, indonesian, acled)
    value, rule = row["fatalities"]
    assert value == ""
    assert rule.startswith("told of without a number that stands; rejected by Sari (judgement ")


@pytest.mark.parametrize(
    ("field", "value", "column", "untouched"),
    [
        ("place", "Distrik Lirih, Kabupaten Serunai, Papua", "location", "event_date"),
        ("type", "ASSAULT", "source", "event_date"),
        ("status", "happened", "source", "location"),
    ],
)
def test_what_a_person_says_of_an_event_is_in_the_rules_of_its_cells(
    field: str, value: str, column: str, untouched: str, judge: Judge, indonesian: Language
) -> None:
    account = judge(REPORTS[:1], ("set", "events", ("Kelompok bersenjata menyerang",), field, value))
    (row,) = cells(account, indonesian, acled)
    assert f"{field} set to {value} by Sari (judgement " in row[column][1]
    assert "Sari" not in row[untouched][1]


def test_without_judgements_no_rule_names_anybody(judge: Judge, indonesian: Language) -> None:
    for form in (acled, ucdp, snpk):
        assert not any("Sari" in rule for row in cells(judge(REPORTS), indonesian, form) for _, rule in row.values())


def test_clauses_that_a_person_joins_are_of_one_row(judge: Judge, indonesian: Language) -> None:
    reports = [
        {
            "text": "Kelompok bersenjata menembak mati tiga warga di Kampung Lirih, Kabupaten Kalimas.",
            "outlet": "Warta Satu",
        },
        {
            "text": "Kelompok bersenjata menembaki warga di Distrik Randu, Kabupaten Kalimas, Rabu (5/3/2031).",
            "outlet": "Warta Dua",
        },
    ]
    (apart,) = cells(judge(reports), indonesian, acled)
    assert apart["fatalities"][0] != "3"
    both = ("Kelompok bersenjata menembak",)
    (row,) = cells(judge(reports, ("join", "events", both, None, None)), indonesian, acled)
    assert (row["fatalities"][0], row["event_date"][0], row["location"][0]) == ("3", "2031-03-05", "Distrik Randu")
