"""Bare numbers that a count corrects, or that correct one, are of what it is of; other numbers beside a toll are not."""

from __future__ import annotations

import pytest

from runut import text
from runut.lang import load
from runut.model import Article, Credits, Figure
from runut.reading import figures

INDONESIAN = load("id")


def find(words: str) -> tuple[Figure, ...]:
    view = text.view(words, INDONESIAN)
    article = Article(id="a", source="a.txt", text=words, sha256="")
    return figures.find(article, view, Credits(), (), (), (), INDONESIAN)


def told(words: str) -> list[tuple[str, str]]:
    return [(f.number.text, f.measure) for f in find(words)]


CORRECTED = [
    ("replaced", "Korban tewas di Randu dikoreksi dari lima menjadi empat orang.", "killed"),
    (
        "replaced",
        "Empat orang tewas. Kepala dinas menyebut angka untuk Randu diturunkan dari lima menjadi empat orang.",
        "killed",
    ),
    ("put-right", "Korban tewas kini 10 orang. “Siang tadi saya sampaikan 11, yang betul 10,” kata Rato.", "killed"),
]


@pytest.mark.parametrize(("rule", "words", "measure"), CORRECTED)
def test_a_corrected_number_is_of_what_corrects_it(rule: str, words: str, measure: str) -> None:
    found = find(words)
    assert {f.measure for f in found} == {measure}
    assert f"measure:corrected:{rule}" in {f.rule for f in found}


@pytest.mark.parametrize(
    "words",
    [
        "Dua orang meninggal. Ujian itu menguji bukan tiga, melainkan empat mata pelajaran.",
        "Dua orang meninggal. Nilai rata-rata siswa naik dari lima menjadi empat koma.",
        "Dua orang meninggal, empat orang terluka. Angka itu diturunkan dari 60 menjadi 50 orang.",
        "Dua orang meninggal. “Siang tadi saya sampaikan 50, yang betul 30,” kata Rato soal ongkos.",
        "Jumlah pegawai naik dari 12 menjadi 14 orang.",
        "Warga Lontar yang meninggal berjumlah dua orang, bukan tiga seperti yang diumumkan Senin.",
        "Sembilan orang tewas. Bukan hanya tiga desa yang berduka.",
    ],
)
def test_other_numbers_stay_what_they_are(words: str) -> None:
    assert not [f for f in find(words) if f.rule.startswith("measure:corrected")]


WORDS = [r for r in INDONESIAN.table("figure_words") if r["role"] in ("revises", "told-wrong")]


@pytest.mark.parametrize("row", WORDS, ids=lambda row: f"{row['word']}-{row['role']}")
def test_words_that_correct(row: dict[str, str]) -> None:
    measure = "killed" if row["role"] == "told-wrong" else "injured"
    assert [m for n, m in told(row["example"]) if n == "12"] == [measure]
