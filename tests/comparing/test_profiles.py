"""What a series comes to by the rules of those who code events."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_series import INDONESIAN, only, read

from runut.comparing import profiles
from runut.model import Event, Reading, Series, Valuation

FIRST, NEXT = "2031-04-02", "2031-04-03"
POLISI, WARGA = "Polres Kalimas", "Sera Wulandari"


def told(profile: str, row: Series) -> Valuation:
    (value,) = (v for v in row.values if v.profile == profile)
    assert set(value.figures) <= set(row.figures)
    assert value.rule.startswith(f"{profile}:") and value.why and value.english
    return value


def bounds(value: Valuation) -> tuple[object, object, object]:
    return value.low, value.best, value.high


def told_of(reading: Reading, kind: str) -> Reading:
    event = Event(
        id=kind, article=reading.article.id, start=0, end=4, text=reading.article.text[:4], type=kind, status="happened", rule="test"
    )  # fmt: skip
    return replace(reading, events=(event,))


def test_the_value_of_a_series_is_that_of_the_latest_official_count() -> None:
    row = only(
        read("Sebanyak 9 orang tewas.", FIRST),
        read("Sebanyak 14 orang tewas.", NEXT, {"14": POLISI}),
        read("Ada 14 korban jiwa.", NEXT),
    )
    value = told("latest-official", row)
    assert bounds(value) == (14, 14, 14) == (row.low, row.best, row.high)
    assert value.rule == "latest-official:official-count"
    assert len(value.figures) == 1


def test_without_an_official_source_the_latest_count_stands() -> None:
    row = only(read("Sebanyak 9 orang tewas.", FIRST), read("Sebanyak 14 orang tewas.", NEXT, {"14": WARGA}))
    assert told("latest-official", row).rule == "latest-official:latest-count"


def test_disputed_dead_are_a_range_for_one_coder_and_the_lowest_for_another() -> None:
    row = only(
        read("Sebanyak 14 orang tewas.", FIRST, {"14": POLISI}), read("Sebanyak 20 orang tewas.", FIRST, {"20": WARGA})
    )
    assert row.relation == "conflict"
    assert bounds(told("latest-official", row)) == (14, None, 20)
    assert bounds(told("ucdp", row)) == (14, None, 20)
    assert bounds(told("acled", row)) == (14, 14, 14)
    assert told("acled", row).rule == "acled:lowest"


def test_a_vague_number_counts_by_its_least() -> None:
    row = only(read("Belasan orang tewas.", FIRST), read("Longsor itu menewaskan belasan orang.", FIRST))
    assert bounds(told("acled", row)) == (11, 11, 11)
    assert bounds(told("ucdp", row)) == (11, None, 19)


def test_a_later_count_takes_the_place_of_earlier_ones() -> None:
    row = only(read("Sebanyak 9 orang tewas.", FIRST), read("Sebanyak 14 orang tewas.", NEXT))
    assert bounds(told("ucdp", row)) == bounds(told("acled", row)) == (14, 14, 14)
    assert told("acled", row).rule == "acled:later-correction"


def test_counts_of_different_scope_have_no_one_value() -> None:
    row = only(
        read("Serangan itu menewaskan lebih dari 48.000 warga."), read("Sebanyak 52 warga tewas dalam 24 jam terakhir.")
    )
    assert all(bounds(v) == (None, None, None) and v.rule.endswith(":no-common-scope") for v in row.values)


def test_the_coders_of_violence_record_no_injured_and_no_mishaps() -> None:
    hurt = only(read("Sebanyak 30 orang terluka."), read("Ada 30 korban luka."))
    assert [v.profile for v in hurt.values] == ["latest-official"]
    dead = [read("Sebanyak 14 orang tewas."), read("Longsor menewaskan 14 orang.")]
    assert [v.profile for v in only(*(told_of(r, "DISASTER") for r in dead)).values] == ["latest-official"]
    assert len(only(*(told_of(r, "ASSAULT") for r in dead)).values) == 3


@pytest.mark.parametrize(
    "source", ["Polres Kalimas", "juru bicara kepolisian", "Bupati Sari", "BNPB", "Kementerian Kesehatan"]
)
def test_who_speaks_for_the_state_is_official(source: str) -> None:
    assert profiles.find_officials(INDONESIAN).search(source)


@pytest.mark.parametrize("row", INDONESIAN.table("unofficial_heads"), ids=lambda r: r["word"])
def test_a_body_that_does_not_is_not(row: dict[str, str]) -> None:
    assert row["word"] in row["example"]
    assert not profiles.find_officials(INDONESIAN).search(f"{row['word']} Kalimas")


def test_a_resident_is_not() -> None:
    assert not profiles.find_officials(INDONESIAN).search("Sera Wulandari, warga desa itu")
