"""Whom `termasuk`, `terdiri atas` and `di antaranya` are said of: the set counted before, or others named nearer."""

from __future__ import annotations

import pytest

from runut import text
from runut.lang import load
from runut.model import Article, Credits
from runut.reading import figures

INDONESIAN = load("id")


def measures(words: str) -> list[str]:
    article = Article(id="a", source="a.txt", text=words, sha256="")
    found = figures.find(article, text.view(words, INDONESIAN), Credits(), (), (), (), INDONESIAN)
    return [f.measure for f in found]


def rows(*roles: str) -> list[dict[str, str]]:
    return [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in roles]


@pytest.mark.parametrize("row", rows("body-of-men", "of-victims", "many"), ids=lambda r: f"{r['role']}-{r['word']}")
def test_words_of_others(row: dict[str, str]) -> None:
    assert measures(row["example"])[-1] == "other"


@pytest.mark.parametrize("row", rows("anybody"), ids=lambda r: r["word"])
def test_words_for_anybody(row: dict[str, str]) -> None:
    assert measures(row["example"])[-1] == "killed"


@pytest.mark.parametrize(
    "words",
    [
        "Empat orang hilang. Tim pencari terdiri atas dua penyelam dan dua nelayan.",
        "Tujuh orang tewas dalam kebakaran itu. Petugas pemadam yang dikerahkan terdiri atas enam relawan dan satu dokter.",
        "Sembilan orang tewas dalam ledakan itu. Polisi memeriksa saksi, termasuk tiga mandor.",
        "Sembilan orang tewas dalam ledakan itu. Polisi memeriksa saksi, tiga di antaranya mandor.",
        "Enam orang tewas. Pemakaman dihadiri sejumlah pejabat, di antaranya dua menteri.",
        "Enam orang ditangkap. Warga yang menonton, termasuk tiga anak, dibubarkan.",
        "Enam korban tewas dievakuasi tim SAR, termasuk tiga penyelam.",
        "Enam orang ditangkap oleh petugas gabungan yang terdiri dari dua penyidik dan tiga relawan.",
        "Enam orang tewas diserang perampok, dua di antaranya mengenakan topeng.",
        "Enam orang tewas. Keluarga korban, termasuk dua anak, menunggu di luar.",
        "Enam orang tewas. Upacara itu digelar, termasuk dua pendeta.",
        "Dua orang tewas. Korban termasuk lima anak.",
    ],
)
def test_part_of_others(words: str) -> None:
    assert set(measures(words)[1:]) == {"other"}


def test_part_of_others_who_are_told_otherwise() -> None:
    assert measures("Enam orang tewas. Pengungsi terdiri atas 20 anak dan 30 ibu.")[1] == "displaced"
    assert (
        measures("Enam orang ditangkap oleh petugas gabungan yang terdiri dari dua polisi dan tiga relawan.")[1]
        == "police"
    )


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("Enam orang tewas, termasuk dua anak.", "killed"),
        ("Enam orang tewas dalam kecelakaan bus itu, termasuk dua anak.", "killed"),
        ("Enam orang tewas ditembak tim gabungan, termasuk dua anak.", "killed"),
        ("Enam orang tewas. Korban termasuk dua anak.", "killed"),
        ("Enam orang tewas. Mereka terdiri atas empat pria dan dua wanita.", "killed"),
        ("Enam orang tewas. Jumlah itu termasuk dua anak.", "killed"),
        ("Enam orang tewas. Polisi menyebutkan, dua di antaranya anak-anak.", "killed"),
        ("Enam orang tewas. Menurut polisi, dua di antaranya anak-anak.", "killed"),
        ("Enam warga terluka. Warga itu terdiri atas dua anak dan empat ibu.", "injured"),
        ("Enam penyelam tewas. Penyelam yang tewas, termasuk dua pelatih, dimakamkan kemarin.", "killed"),
        ("Polisi menangkap enam orang terduga pelaku. Para pelaku, dua di antaranya pelajar, ditahan.", "arrested"),
        ("Sebanyak 20 warga dari sejumlah desa tewas, termasuk tiga anak.", "killed"),
        ("Sebanyak 20 orang ditahan tim gabungan, termasuk tiga mahasiswa.", "arrested"),
        ("Enam orang tewas. Kelompok itu menyatakan, tiga di antaranya pelatih.", "killed"),
    ],
)
def test_part_of_the_set(words: str, measure: str) -> None:
    assert set(measures(words)) == {measure}


def test_a_part_is_no_larger_than_the_set_told_second() -> None:
    assert measures("Sebanyak 20 orang tewas dan dua hilang, termasuk tiga anak.") == ["killed", "missing", "other"]
