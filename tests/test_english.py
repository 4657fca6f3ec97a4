"""English holds the place of a second language: told apart, cut into sentences, and nothing claimed that it has no tables for."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import runut
from runut import text
from runut.lang import Language

REPORT = (
    "A warehouse in the town of Lontar burned down on Monday, killing two people, the police said. "
    "“We are still looking for the cause of the fire,” Mr. Rato told reporters at the scene. The owner was not there."
)


def test_an_english_report_is_taken_in_and_told_apart() -> None:
    told = runut.account([{"title": "Warehouse Burns Down", "text": REPORT, "published": "2026-03-10"}])
    assert [a.language for a in told.articles] == ["en"]
    assert told.skipped == ()
    assert len(told.articles[0].sentences) == 3


def test_layers_without_tables_stay_empty_and_say_nothing() -> None:
    reading = runut.read({"text": REPORT, "published": "2026-03-10"})
    assert (reading.dates, reading.names, reading.statements, reading.figures, reading.events) == ((), (), (), (), ())
    assert len(reading.quotations) == 1


def test_an_indonesian_report_beside_it_is_read_as_ever() -> None:
    told = runut.account(
        [REPORT_RECORD, {"text": "Dua orang tewas dalam kebakaran gudang itu, kata Kapolres Lontar Ida Rato."}]
    )
    assert {a.language for a in told.articles} == {"en", "id"}
    assert [f.low for f in told.figures] == [2]


REPORT_RECORD = {"text": REPORT}


@pytest.mark.parametrize("table", ["abbreviations", "line_joiners"])
def test_rows_fire(table: str, languages: Mapping[str, Language]) -> None:
    for row in languages["en"].table(table):
        source = row["example"].replace("⏎", "\n") + " came."
        assert len(text.view(source, languages["en"]).sentences()) == 1, row
