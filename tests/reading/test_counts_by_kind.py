"""Counts told cause by cause, kind by kind or in brackets are parts; what else of a count is read by the words around it."""

from __future__ import annotations

import pytest

from runut import text
from runut.lang import load
from runut.model import Article, Credits, Figure
from runut.reading import figures

INDONESIAN = load("id")


def find(words: str) -> tuple[Figure, ...]:
    article = Article(id="a", source="a.txt", text=words, sha256="")
    return figures.find(article, text.view(words, INDONESIAN), Credits(), (), (), (), INDONESIAN)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Menurut Rato, 31 orang meninggal akibat luka bakar, dan dua orang karena sakit.",
            [("31", "killed", "part"), ("dua", "killed", "part")],
        ),
        (
            "Sebanyak 31 orang meninggal akibat luka bakar. Dua orang karena sakit tidak hadir.",
            [("31", "killed", "total"), ("Dua", "other", "total")],
        ),
        (
            "Sebanyak 41 warga binaan kasus narkotika dan tujuh warga binaan kasus pencurian meninggal dunia.",
            [("41", "killed", "part"), ("tujuh", "killed", "part")],
        ),
        ("Sebanyak 18 polisi dan tiga tentara tewas.", [("18", "killed", "total"), ("tiga", "killed", "total")]),
        (
            "Sebanyak 13 orang tewas (10 orang dewasa dan 3 anak) dan 49 terluka (46 orang dewasa, 3 anak).",
            [
                ("13", "killed", "total"),
                ("10", "killed", "part"),
                ("3", "killed", "part"),
                ("49", "injured", "total"),
                ("46", "injured", "part"),
                ("3", "injured", "part"),
            ],
        ),
        (
            "Sebanyak 13 orang tewas (10 dokter dan 5 perawat bertugas).",
            [("13", "killed", "total"), ("10", "other", "total"), ("5", "other", "total")],
        ),
        (
            "Korban tewas 844 orang. Dari 844 orang itu, 821 orang ditemukan di Randu, 11 orang di Kalimas, dan 12 orang di Tabayo.",
            [
                ("844", "killed", "total"),
                ("844", "killed", "total"),
                ("821", "killed", "part"),
                ("11", "killed", "part"),
                ("12", "killed", "part"),
            ],
        ),
        (
            "Korban tewas 844 orang. Sebanyak 21 orang ditemukan di Randu.",
            [("844", "killed", "total"), ("21", "affected", "total")],
        ),
        (
            "Sebanyak 17 orang tewas. Tujuh orang penduduk asli, sedangkan 10 lainnya warga pendatang.",
            [("17", "killed", "total"), ("Tujuh", "killed", "part"), ("10", "killed", "part")],
        ),
        (
            "Sebanyak 17 orang tewas. Tujuh orang penduduk asli, sedangkan 12 lainnya warga pendatang.",
            [("17", "killed", "total"), ("Tujuh", "other", "total"), ("12", "other", "total")],
        ),
        (
            "Sebanyak 17 orang tewas. Semula dicatat ada 19 orang.",
            [("17", "killed", "total"), ("19", "killed", "total")],
        ),
        ("Jumlah pengungsi di 19 titik 2.004 jiwa.", [("19", "other", "total"), ("2.004", "displaced", "total")]),
        (
            "Jumlah pengungsi di 19 titik sebanyak 2.004 jiwa.",
            [("19", "other", "total"), ("2.004", "displaced", "total")],
        ),
        ("Sebanyak 41 warga yang menghuni Blok C2 tewas.", [("41", "killed", "total")]),
        ("Sebanyak 41 warga yang menyerang Blok C2 tewas.", [("41", "other", "total")]),
    ],
)
def test_parts_and_measures(words: str, told: list[tuple[str, str, str]]) -> None:
    assert [(f.number.text, f.measure, f.part) for f in find(words)] == told


@pytest.mark.parametrize(
    "row",
    [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in ("waves", "reaches")],
    ids=lambda r: f"{r['role']}-{r['word']}",
)
def test_what_rises_is_told_by_its_height(row: dict[str, str]) -> None:
    (figure,) = find(row["example"])
    assert (figure.measure, figure.low) == ("height_m", 12)
    (bare,) = find(row["example"].replace(row["word"], "wuih"))
    assert bare.measure == "distance_km"


@pytest.mark.parametrize("words", ["Tsunami itu masuk sejauh 12 meter.", "Tsunami itu mencapai 12 kilometer ke darat."])
def test_how_far_a_wave_comes_is_none(words: str) -> None:
    (figure,) = find(words)
    assert figure.measure == "distance_km"


@pytest.mark.parametrize(
    "row",
    [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in ("grade", "grade-joins", "hurt")],
    ids=lambda r: r["word"],
)
def test_how_badly_they_are_hurt(row: dict[str, str]) -> None:
    (figure,) = find(row["example"])
    assert figure.text.endswith(("berat", "ringan", "parah", "serius"))
    assert row["word"] in figure.text


@pytest.mark.parametrize(
    "row", [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] == "because"], ids=lambda r: r["word"]
)
def test_words_of_a_cause(row: dict[str, str]) -> None:
    assert [(f.measure, f.part) for f in find(row["example"])] == [("killed", "part")] * 2


@pytest.mark.parametrize("words", ["KRI Randu – 402 hilang kontak.", "KRI Randu 402 semula akan ikut latihan."])
def test_a_ships_number_counts_nothing(words: str) -> None:
    assert not find(words)


def test_those_aboard_a_ship_are_counted() -> None:
    assert [f.measure for f in find("Di KM Randu 12 penumpang hilang.")] == ["missing"]
