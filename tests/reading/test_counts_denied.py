"""A count that is only denied is nobody's count of the killed, the hurt or the arrested."""

from __future__ import annotations

import pytest

from runut import text
from runut.lang import load
from runut.model import Article, Credits
from runut.reading import figures

INDONESIAN = load("id")
ROLES = ("denies", "not-so", "hoax", "denying-how", "claim", "claimed-that", "is-false")


def measures(words: str) -> list[str]:
    article = Article(id="a", source="a.txt", text=words, sha256="")
    found = figures.find(article, text.view(words, INDONESIAN), Credits(), (), (), (), INDONESIAN)
    return [f.measure for f in found]


@pytest.mark.parametrize(
    "row",
    [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in ROLES],
    ids=lambda r: f"{r['role']}-{r['word']}",
)
def test_words_that_deny(row: dict[str, str]) -> None:
    assert measures(row["example"]) == ["other"]
    bare = row["example"].replace(f" {row['word']}", " wuih", 1).replace(f"{row['word'].capitalize()} ", "Wuih ", 1)
    assert measures(bare) != ["other"]


@pytest.mark.parametrize(
    "words",
    [
        "Polisi membantah menewaskan tujuh orang.",
        "Polisi membantah telah menangkap tujuh warga.",
        "Ia menepis isu soal adanya tujuh orang hilang.",
        "Laporan tujuh orang tewas itu dibantah keras polisi.",
        "Kapolres membantah adanya tujuh korban tewas dan 12 orang terluka.",
    ],
)
def test_denied(words: str) -> None:
    assert set(measures(words)) == {"other"}


@pytest.mark.parametrize(
    "words",
    [
        "Kapolres membenarkan adanya tujuh korban tewas.",
        "Kapolres tidak membantah adanya tujuh korban tewas.",
        "Kabar bahwa tujuh orang tewas dibenarkan polisi.",
        "Kabar tujuh orang tewas tidak dibantah polisi.",
        "Kapolres membantah tudingan itu. Tujuh orang tewas.",
        "Tidak ada korban lain, tujuh orang tewas.",
        "Polisi membantah menembak dan menyebut tujuh orang tewas terinjak.",
        "Tidak kurang dari tujuh orang tewas.",
        "Polisi membantah klaim Rato yang menyebut tujuh orang tewas.",
    ],
)
def test_not_denied(words: str) -> None:
    assert measures(words) == ["killed"]
