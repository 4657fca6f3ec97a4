"""A count of the dead that is only feared, foretold or guessed is nobody's count of the killed."""

from __future__ import annotations

import pytest

from runut import text
from runut.lang import load
from runut.model import Article, Credits
from runut.reading import figures

INDONESIAN = load("id")


def told(words: str) -> list[tuple[str, str]]:
    article = Article(id="a", source="a.txt", text=words, sha256="")
    found = figures.find(article, text.view(words, INDONESIAN), Credits(), (), (), (), INDONESIAN)
    return [(f.number.text, f.measure) for f in found]


@pytest.mark.parametrize(
    "row",
    [
        dict(r)
        for r in INDONESIAN.table("figure_words")
        if r["role"] in ("feared", "fear-between", "may-rise", "rises", "fears", "guess")
    ],
    ids=lambda r: f"{r['role']}-{r['word']}",
)
def test_words_of_fear(row: dict[str, str]) -> None:
    assert told(row["example"]) == [("12", "other")]
    bare = row["example"].replace(row["word"], "wuih", 1)
    assert row["role"] == "rises" or told(bare) == [("12", "killed")]


@pytest.mark.parametrize(
    ("words", "measures"),
    [
        (
            "Pesawat yang membawa 74 penumpang itu jatuh di laut. “Yang 74 orang itu kemungkinan meninggal semua,” kata Rato.",
            [("74", "affected"), ("74", "other")],
        ),
        ("Sebanyak 12 orang yang mungkin lapar tewas.", [("12", "killed")]),
        ("Sebanyak 12 orang tewas. Jumlah itu mungkin bertambah.", [("12", "killed")]),
        ("Korban tewas diperkirakan mencapai 60 orang.", [("60", "killed")]),
        ("Sebanyak 12 orang dikhawatirkan hilang.", [("12", "missing")]),
        ("Sebanyak 12 orang tewas. Kerugian itu hanya perkiraan.", [("12", "killed")]),
    ],
)
def test_what_is_counted_stays(words: str, measures: list[tuple[str, str]]) -> None:
    assert told(words) == measures
