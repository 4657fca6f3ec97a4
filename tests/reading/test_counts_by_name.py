"""Counts that a list of names, a rest or a sum ties to a set told before, and what no such tie holds."""

from __future__ import annotations

import pytest
from test_counts_denied import measures
from test_figures_carried import told

from runut.lang import load

INDONESIAN = load("id")


@pytest.mark.parametrize(
    "row", [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] == "rest-opens"], ids=lambda r: r["word"]
)
def test_words_for_the_rest(row: dict[str, str]) -> None:
    assert measures(row["example"]) == ["injured", "injured"]
    assert measures(row["example"].replace(row["word"], "Wuih")) == ["injured", "other"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Sebanyak 30 orang tewas. Kabupaten Randu 12 orang, Kabupaten Kalimas 18.",
            [("30", "killed", "total"), ("12", "killed", "part"), ("18", "killed", "part")],
        ),
        (
            "Sebanyak 30 orang tewas: Randu 12, Kalimas 18.",
            [("30", "killed", "total"), ("12", "killed", "part"), ("18", "killed", "part")],
        ),
        (
            "Korban luka terbanyak di Randu, yaitu 104 orang. Sisanya dari Kalimas 58 orang, Lontar 33 orang, dan Pandan delapan orang.",
            [("104", "injured", "total"), *((n, "injured", "part") for n in ("58", "33", "delapan"))],
        ),
        (
            "Korban tewas sembilan orang. Delapan korban tewas berada di bus dan satu lainnya adalah sopir truk.",
            [("sembilan", "killed", "total"), ("Delapan", "killed", "part"), ("satu", "killed", "part")],
        ),
        (
            "Kecelakaan itu menewaskan 12 orang. Para korban terdiri atas delapan siswa dan empat guru.",
            [("12", "killed", "total"), ("delapan", "killed", "part"), ("empat", "killed", "part")],
        ),
        (
            "Dinas mencatat 700 kios terbakar. Jumlah itu terdiri atas 486 kios dan 214 los.",
            [
                ("700", "buildings_burned", "total"),
                ("486", "buildings_burned", "part"),
                ("214", "buildings_burned", "part"),
            ],
        ),
        ("Paguyuban mengklaim yang terbakar 750 lapak.", [("750", "buildings_burned", "total")]),
        (
            "Dinas menyebut 29 orang selamat. “Dua puluh sembilan itu sudah di darat,” ujarnya.",
            [("29", "rescued", "total"), ("Dua puluh sembilan", "rescued", "total")],
        ),
        (
            "Delapan korban tewas berada di bus. “Dari delapan yang di bus itu, enam siswa dan dua guru,” ujarnya.",
            [
                ("Delapan", "killed", "total"),
                ("delapan", "killed", "total"),
                ("enam", "killed", "part"),
                ("dua", "killed", "part"),
            ],
        ),
        (
            "Korban tewas di Randu 11 orang dan di Kalimas lima orang.",
            [("11", "killed", "total"), ("lima", "killed", "total")],
        ),
        ("Korban tewas bukan 14 melainkan 12 orang.", [("12", "killed", "total")]),
        (
            "Polisi menyebut 12 orang tewas. Adapun Komnas HAM mencatat 15 orang.",
            [("12", "killed", "total"), ("15", "killed", "total")],
        ),
        (
            "Sebanyak 12 orang tewas, lima selamat, sehingga tersisa tujuh orang yang dicari.",
            [("12", "killed", "total"), ("lima", "rescued", "total"), ("tujuh", "missing", "total")],
        ),
        (
            "Hingga kini satu warga, Rato, 38 tahun, asal Kalimas, masih dicari.",
            [("satu", "missing", "total"), ("38", "age", "total")],
        ),
        ("Ia bicara lewat telepon. Empat orang selamat.", [("Empat", "rescued", "total")]),
        (
            "Dinas menyebut sedikitnya 240 warga terluka. “Semua kami biayai,” ujar Rato. Adapun rumah sakit menyebut angka 218 orang.",
            [("240", "injured", "total"), ("218", "injured", "total")],
        ),
        ("Pada 1997 pasar itu terbakar.", []),
        ("Sebanyak 2000 orang mengungsi.", [("2000", "displaced", "total")]),
    ],
)
def test_tied_to_a_set(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Sebanyak 30 orang tewas. Kabupaten Randu 12 orang, Kabupaten Kalimas 17 orang.", "other"),
        ("Sebanyak 12 orang ditangkap. Polsek Randu mengerahkan 7 orang, Polsek Kalimas lima orang.", "other"),
        ("Korban tewas sembilan orang. Tujuh saksi diperiksa dan satu lainnya belum datang.", "other"),
        ("Kecelakaan itu menewaskan 12 orang. Para korban terdiri atas delapan siswa dan tiga guru.", "affected"),
        ("Arca itu ditemukan dua petani yang sedang menggali.", "other"),
        ("Gempa merusak 12 sekolah. Bantuan terdiri atas lima tenda.", "other"),
        ("Polisi menyebut 12 orang tewas. Komnas HAM mencatat 50 orang.", "other"),
        ("Polisi menyebut 12 orang tewas. Komnas HAM mendata 15 saksi.", "other"),
        ("Dinas menyebut 240 warga terluka. Bupati datang. Adapun rumah sakit mencatat 218 orang.", "other"),
        ("Sebanyak 12 orang tewas. Polisi menangkap dua pelaku. Ada tiga orang yang dicari.", "other"),
        ("Polisi menangkap 12 orang. Sebanyak 14 orang itu datang.", "other"),
    ],
)
def test_not_tied(words: str, last: str) -> None:
    assert measures(words)[-1] == last


def test_a_spreader_of_hoaxes_is_arrested() -> None:
    assert measures("Hoaks 12 orang tewas beredar di grup warga.") == ["other"]
    assert measures("Polisi merilis penyebar hoaks 12 orang ditangkap.") == ["arrested"]
