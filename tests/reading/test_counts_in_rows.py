"""Counts told place by place, each behind its name, are parts of what is told above or before them, at their own place."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import runut
from runut.lang import Language, load
from runut.model import Figure

INDONESIAN = load("id")
HEADING = "Sebaran 131 korban meninggal di sejumlah klinik sebagai berikut:\n"
ROWS = "RSUD Randu 21 orang\nKlinik Kalimas 30 orang\nDi Luar Klinik 12 orang\nPolisi menjaga lokasi."


def find(words: str, languages: Mapping[str, Language]) -> list[Figure]:
    return list(runut.read({"text": words, "title": "Laporan", "outlet": "Warta Tabayo"}, using=languages).figures)


def told(words: str, languages: Mapping[str, Language]) -> list[tuple[str, str, str]]:
    return [(f.number.text, f.measure, f.part) for f in find(words, languages)]


def test_rows_under_a_heading_are_parts_of_what_it_tells(languages: Mapping[str, Language]) -> None:
    assert told(f"Laporan hari ini.\n{HEADING}{ROWS}", languages)[1:] == [
        ("21", "killed", "part"),
        ("30", "killed", "part"),
        ("12", "killed", "part"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Peserta rapat di sejumlah klinik sebagai berikut:\n",  # nothing befell them
        "Sebaran korban meninggal dan korban luka sebagai berikut:\n",  # which of both?
        "Sebanyak 131 korban meninggal dimakamkan kemarin.\n",  # no heading
    ],
)
def test_rows_under_another_line_are_not(heading: str, languages: Mapping[str, Language]) -> None:
    rows = told(f"Laporan hari ini.\n{heading}{ROWS}", languages)
    assert ("21", "other", "total") in rows


def test_rows_that_tell_what_befell_them_are_parts(languages: Mapping[str, Language]) -> None:
    words = "Rinciannya:\nRSUD Randu: 141 luka ringan, 21 meninggal.\nKlinik Kalimas: 54 luka ringan, 20 meninggal."
    assert {part for *_, part in told(words, languages)} == {"part"}
    one = "Rinciannya:\nRSUD Randu: 141 luka ringan, 21 meninggal.\nPolisi menjaga lokasi."
    assert {part for *_, part in told(one, languages)} == {"total"}


def test_places_one_after_the_other_in_a_sentence(languages: Mapping[str, Language]) -> None:
    words = (
        "Hujan turun di Kalimas. Hujan turun di Tabayo. Korban yang masih hilang ada di Randu 22 orang, Kalimas 13 orang,"
        " Tabayo lima orang dan Lontar tiga orang."
    )
    assert [(f.number.text, f.measure, f.part, f.place) for f in find(words, languages)][:3] == [
        ("22", "missing", "part", "Randu"),
        ("13", "missing", "part", "Kalimas"),
        ("lima", "missing", "part", "Tabayo"),
    ]
    before = "Korban tewas terbanyak di Pulau Randu, 71 orang. Di Kalimas 46 orang, disusul Tabayo 28 orang, dan Lontar 12 orang."
    assert told(before, languages) == [(n, "killed", "part") for n in ("71", "46", "28", "12")]


@pytest.mark.parametrize(
    "words",
    [
        "Peserta lomba datang dari Randu 22 orang, Kalimas 13 orang, dan Tabayo lima orang.",
        "Sebanyak 12 orang tewas dan tiga terluka. Di Randu 22 orang, Kalimas 13 orang, dan Tabayo lima orang.",
    ],
)
def test_places_of_what_else(words: str, languages: Mapping[str, Language]) -> None:
    assert ("22", "other", "total") in told(words, languages)


def test_a_whole_is_at_no_place_of_its_parts(languages: Mapping[str, Language]) -> None:
    words = "Rincian 68 orang tewas itu yaitu 44 orang di Randu dan 24 orang di Kalimas."
    assert [(f.number.text, f.place) for f in find(words, languages)] == [
        ("68", None),
        ("44", "Randu"),
        ("24", "Kalimas"),
    ]


def test_items_are_at_the_place_that_the_line_above_names(languages: Mapping[str, Language]) -> None:
    words = (
        "Laporan hari ini.\nRincian korban di Desa Tabayo:\n- 3 warga meninggal dunia;\n- 4 terluka.\nPolisi datang."
    )
    assert [f.place for f in find(words, languages)] == ["Desa Tabayo", "Desa Tabayo"]


def test_portions_of_a_whole(languages: Mapping[str, Language]) -> None:
    out_of = "Dari 547 korban luka itu, 481 luka ringan, 43 luka sedang, dan 23 luka berat."
    assert [part for *_, part in told(out_of, languages)] == ["total", "part", "part", "part"]
    rest = "Sebanyak 43 orang ditangkap. Sebanyak 14 orang ditahan di Randu, sedangkan sisanya dilepas."
    assert [part for *_, part in told(rest, languages)] == ["total", "part"]
    alone = "Sebanyak 43 orang ditangkap, sedangkan sisanya kabur."
    assert [part for *_, part in told(alone, languages)] == ["total"]
    bound = "Korban tewas lebih dari 100 orang, yakni sedikitnya 95 warga Randu dan 13 tentara Kalimas."
    assert told(bound, languages)[1:] == [("95", "killed", "part"), ("13", "killed", "part")]
    few = "Korban tewas lebih dari 100 orang, yakni tiga warga Randu dan lima tentara Kalimas."
    assert ("lima", "killed", "part") not in told(few, languages)


WORDS = ("row-joins", "most-of-all")


@pytest.mark.parametrize(
    "row", [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in WORDS], ids=lambda r: r["word"]
)
def test_each_row_tells_the_list(row: dict[str, str], languages: Mapping[str, Language]) -> None:
    assert {(measure, part) for _, measure, part in told(row["example"], languages)} == {("killed", "part")}
