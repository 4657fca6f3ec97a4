"""The place of a figure is its own, not that of the item before it in a list, nor where somebody spoke of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import runut
from runut.lang import Language, load

INDONESIAN = load("id")


def places(words: str, languages: Mapping[str, Language]) -> list[tuple[str, str | None]]:
    found = runut.read({"text": words, "title": "Laporan", "outlet": "Warta Tabayo"}, using=languages).figures
    return [(f.number.text, f.place) for f in found]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Sebanyak 11 orang tewas di Randu, 17 orang di Kalimas, dan 5 orang di Tabayo.",
            [("11", "Randu"), ("17", "Kalimas"), ("5", "Tabayo")],
        ),
        (
            "Mereka menempati 1.136 tenda di enam titik Kecamatan Kalimas, dan 563 tenda di empat titik Kecamatan Tabayo.",
            [
                ("1.136", "Kecamatan Kalimas"),
                ("enam", "Kecamatan Kalimas"),
                ("563", "Kecamatan Tabayo"),
                ("empat", "Kecamatan Tabayo"),
            ],
        ),
        ("Di Kabupaten Randu, 12 orang tewas.", [("12", "Kabupaten Randu")]),
        ("Longsor di Kalimas menewaskan 12 orang.", [("12", "Kalimas")]),
        ("Di Randu, 700 mahasiswa menolak tambang di Kalimas.", [("700", "Randu")]),
        ("“Dua belas rumah rusak di Kalimas,” kata Rato di Randu.", [("Dua belas", "Kalimas")]),
        ("“Sebanyak 27 korban hilang,” kata Rato di Randu, Minggu.", [("27", None)]),
        ("Rato mengatakan dalam jumpa pers di Kalimas bahwa 27 korban hilang.", [("27", None)]),
    ],
)
def test_its_own_place(words: str, told: list[tuple[str, str | None]], languages: Mapping[str, Language]) -> None:
    assert places(words, languages) == told


@pytest.mark.parametrize(
    "row", [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] == "meeting"], ids=lambda r: r["word"]
)
def test_where_somebody_spoke_is_none(row: dict[str, str], languages: Mapping[str, Language]) -> None:
    assert places(row["example"], languages) == [("12", None)]
    assert places(row["example"].replace(row["word"], "wuih"), languages) == [("12", "Kalimas")]
