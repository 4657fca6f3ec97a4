"""A count that others stand nearer to is not carried from a set: sums, who is left, parts, members, the same number, patients, the ill."""

from __future__ import annotations

import pytest
from test_counts_denied import measures

from runut.lang import load

INDONESIAN = load("id")
WORDS = {
    "leaves": "arrested",
    "not-the-same": "other",
    "usually": "other",
    "questioned": "other",
    "mischief": "injured",
}


@pytest.mark.parametrize(
    "row",
    [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in WORDS],
    ids=lambda r: f"{r['role']}-{r['word']}",
)
def test_words_that_keep_a_count_from_its_set(row: dict[str, str]) -> None:
    assert measures(row["example"])[-1] == WORDS[row["role"]]
    if row["role"] != "questioned":  # what is said of those counted stands before that they went home
        assert measures(row["example"].replace(row["word"], "wuih"))[-1] != WORDS[row["role"]]


@pytest.mark.parametrize(
    "words",
    [
        "Empat orang tewas di Randu. Dua orang tewas di Kalimas. Jumlah saksi yang diperiksa totalnya enam orang.",
        "Empat orang tewas di Randu. Dua orang tewas di Kalimas. Adapun pelakunya totalnya enam orang.",
        "Empat orang tewas di Randu. Dua orang tewas di Kalimas. Tim penyelidik menjadi enam orang.",
        "Empat orang tewas di Randu. Dua orang tewas di Kalimas. Hingga enam orang masih menunggu.",
        "Enam orang ditangkap. Empat saksi diperiksa dan tersisa dua orang.",
        "Enam orang ditangkap. Empat saksi dimintai keterangan, tinggal dua orang yang belum datang.",
        "Enam orang tewas. Empat warga menolong, tinggal dua orang.",
        "Enam orang tewas. Empat orang dirawat di RSUD, sisanya dua orang.",
        "Sebanyak 12 orang tewas. Tujuh saksi dan lima tersangka.",
        "Empat orang yang ditangkap itu adalah pembunuh dua petani.",
        "Sebanyak 25 orang ditangkap. Jumlah personel yang dikerahkan 25 orang.",
        "Sebanyak 25 orang ditangkap. Jumlah yang dilepas juga 25 orang.",
        "Sebanyak 40 orang tewas. Jumlah yang dievakuasi juga 40 orang.",
        "Empat orang terluka. RSUD kini merawat dua pasien DBD.",
        "Empat orang terluka. Puskesmas itu biasanya merawat dua pasien.",
        "Empat orang terluka. Dua orang yang diperiksa sudah dipulangkan.",
    ],
)
def test_counts_of_others(words: str) -> None:
    assert measures(words)[-1] == "other"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Empat orang tewas di Randu. Dua orang tewas di Kalimas, sehingga totalnya enam orang.", ["killed"] * 3),
        ("Sebanyak 58 orang ditangkap. Sebanyak 41 orang dibebaskan, jadi tersisa 17 orang.", ["arrested"] * 3),
        (
            "Sembilan orang hilang. Enam orang ditemukan tewas, jadi tersisa tiga orang.",
            ["missing", "killed", "missing"],
        ),
        ("Sebanyak 12 orang tewas. Tujuh buruh dan lima polisi.", ["killed"] * 3),
        ("Enam orang yang ditangkap itu ialah bupati, dua pegawai, serta tiga pengusaha.", ["arrested"] * 3),
        ("Sebanyak 40 orang tewas. Data pagi ini 40 orang.", ["killed"] * 2),
        ("Empat orang terluka. RSUD kini merawat dua pasien.", ["injured"] * 2),
        ("Empat orang terluka. Dua orang sudah diperbolehkan pulang.", ["injured"] * 2),
    ],
)
def test_counts_of_the_set(words: str, expected: list[str]) -> None:
    assert measures(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Polisi membantah kabar keracunan. Dua pekerja dirawat di RSUD.", ["injured"]),
        ("Kasus keracunan terjadi lagi. Dalam kecelakaan di Randu, tiga orang dirawat.", ["injured"]),
        ("Sebanyak 20 warga tidak keracunan. Tiga orang dirawat di RSUD.", ["other", "injured"]),
        ("Siswa keracunan di Randu. Sebanyak 12 siswa dirawat di RSUD.", ["affected"]),
        ("Siswa keracunan di Randu. Sebanyak 12 siswa dirawat setelah kecelakaan keracunan itu.", ["affected"]),
    ],
)
def test_the_treated_are_the_ill_or_hurt_otherwise(words: str, expected: list[str]) -> None:
    assert measures(words) == expected
