"""Counts told beside a name, by who speaks for somebody, as what is left of a first count, or with a cause that another number is of."""

from __future__ import annotations

import pytest

from runut import face, text
from runut.lang import load
from runut.model import Article, Credits
from runut.reading import figures

INDONESIAN = load("id")


def told(words: str) -> list[tuple[str, str]]:
    article = Article(id="a", source="a.txt", text=words, sha256="")
    found = figures.find(article, text.view(words, INDONESIAN), Credits(), (), (), (), INDONESIAN)
    return [(f.number.text, f.measure) for f in found if f.measure != "age"]


def read(words: str) -> list[tuple[str, str, str | None]]:
    found = face.read({"text": words, "title": "", "published": "2026-03-09"})
    return [(f.number.text, f.measure, f.speaker) for f in found.figures]


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("Polisi menangkap Ida Rato dan dua orang lainnya.", "arrested"),
        ("Polisi menangkap Ida Rato (33) dan dua rekannya di Kalimas.", "arrested"),
        ("Ledakan itu menewaskan Rato Saleh dan dua anaknya.", "killed"),
        ("Polisi menangkap Ida Rato dan dua orang lainnya melarikan diri.", "other"),
        ("Polisi belum menangkap Ida Rato dan dua orang lainnya.", "other"),
        ("Polisi memeriksa Ida Rato dan dua orang lainnya.", "other"),
        ("Polisi menangkap Ida Rato di pasar dan dua orang lainnya.", "other"),
        ("Polisi menangkap Ida Rato dan dua mobil.", "vehicles"),
    ],
)
def test_beside_somebody_named(words: str, measure: str) -> None:
    assert told(words) == [("dua", measure)]


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("Awalnya 12 orang dirawat di RSUD, kini tinggal lima orang.", "injured"),
        ("Awalnya 12 orang ditangkap, sekarang tersisa lima orang.", "arrested"),
        ("Awalnya tiga orang ditangkap, kini menjadi lima tersangka.", "arrested"),
        ("Awalnya 12 orang dirawat di RSUD, relawan kini tinggal lima orang.", "other"),
        ("Awalnya tiga orang terluka, kini menjadi lima tersangka.", "other"),
    ],
)
def test_what_a_first_count_has_become(words: str, measure: str) -> None:
    assert told(words)[1] == ("lima", measure)


@pytest.mark.parametrize(
    "words",
    [
        "Sembilan orang tewas. Untuk penyebabnya, polisi menyebut dua.",
        "Sembilan orang tewas. Dari beberapa faktor penyebab, polisi menyebut dua.",
        "Sembilan orang tewas. Penyebabnya banyak, tetapi Rato menyebut dua.",
        "Sembilan orang ditangkap. Sebagai dalang, polisi menyebut dua.",
        "Sembilan orang tewas. Jumlah titik longsor berbeda: Dinas Pasar mencatat dua.",
    ],
)
def test_a_number_of_something_else_is_no_count(words: str) -> None:
    assert len(told(words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Sembilan orang tewas. Namun, Dinas Pasar mencatat delapan.",
        "Sembilan orang tewas. Pada Senin siang, polisi menyebut delapan.",
        "Sembilan orang tewas. Sementara versi polisi yang hanya menyebut delapan.",
        "Sembilan orang tewas dalam kecelakaan itu, sedangkan polisi menyebut delapan.",
    ],
)
def test_a_number_that_somebody_tells_is_a_count(words: str) -> None:
    assert told(words)[1] == ("delapan", "killed")


ON_BEHALF = [r["word"] for r in INDONESIAN.table("figure_words") if r["role"] == "on-behalf"]


@pytest.mark.parametrize("word", ON_BEHALF)
def test_who_speaks_for_somebody_is_named_with_him(word: str) -> None:
    said = f"{word.capitalize()} kepolisian"
    assert read(f"Sembilan orang tewas. {said} menyebut delapan.")[1] == ("delapan", "killed", said)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Sembilan orang tewas. Keluarga korban menyebut delapan.", "Keluarga korban"),
        ("Sembilan orang tewas. Kuasa hukum Rato menyebut delapan.", "Kuasa hukum Rato"),
        ("Sembilan orang tewas, kata Kapolres Rato Saleh. Komnas HAM mencatat delapan orang.", "Komnas HAM"),
    ],
)
def test_who_tells_another_count(words: str, speaker: str) -> None:
    assert read(words)[1] == ("delapan", "killed", speaker)


def test_a_company_is_no_institution() -> None:
    said = "{} mencatat 12 korban tewas."
    assert read(f"PT Tirta Randu hadir. {said.format('Perusahaan itu')}")[-1][2] == "PT Tirta Randu"
    assert read(f"PT Tirta Randu hadir. {said.format('Lembaga itu')}")[-1][2] != "PT Tirta Randu"


WHEN = [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] == "when-told"]


@pytest.mark.parametrize("row", WHEN, ids=lambda r: r["word"])
def test_words_for_when_somebody_told(row: dict[str, str]) -> None:
    assert told(row["example"])[1:] == [("delapan", "killed")]
    assert told(row["example"].replace(row["word"], "wuih"))[1:] == []


def test_a_count_behind_a_dateline_is_no_capital() -> None:
    assert read("Lontar - Lima orang tewas.") == [("Lima", "killed", None)]
    assert read("Ia tiba di Lima kemarin.") == []


def test_one_described_is_not_counted() -> None:
    assert told("Rato, ayah dua anak dan seorang petani, tewas.") == [("dua", "other")]
    assert told("Dua penambang dan seorang petani tewas.") == [("Dua", "killed"), ("seorang", "killed")]
