"""A letter and a number are a quake's strength only in a report of one; rooms and quotas are no crowds."""

from __future__ import annotations

import re

import pytest
from test_counts_denied import measures
from test_figures import told

from runut.lang import load

INDONESIAN = load("id")
# What the number of a row's example is told as with the word, and without it.
ROLES = {
    "scale": ("magnitude", None),
    "room": ("other", "participants"),
    "quota": ("other", "participants"),
    "ailing": ("other", "participants"),
    "pilgrim": ("participants", "other"),
}


@pytest.mark.parametrize(
    "row",
    [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in ROLES],
    ids=lambda r: f"{r['role']}-{r['word']}",
)
def test_words_of_amounts(row: dict[str, str]) -> None:
    with_it, without = ROLES[row["role"]]
    assert measures(row["example"])[-1] == with_it
    assert measures(re.sub(row["word"], "wuih", row["example"], flags=re.IGNORECASE))[-1:] == (
        [without] if without else []
    )


@pytest.mark.parametrize(
    "row",
    [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] == "after-more"],
    ids=lambda r: r["word"],
)
def test_more_before_what_goes_on(row: dict[str, str]) -> None:
    assert [high for *_, high in told(row["example"])] == [None]


@pytest.mark.parametrize(
    ("words", "measured"),
    [
        ("Gempa M5 mengguncang Randu.", ["magnitude"]),
        ("Guncangan M 5,4 terasa di Randu.", ["magnitude"]),
        ("Ponsel itu memakai cip M4, bukan M3.", []),
        ("Mobil listrik Randu M6 paling laris.", []),
        ("Harganya $ 5.", ["money"]),
        ("Laga itu dihadiri 1.200 penonton.", ["participants"]),
        ("Stadion berkapasitas 40 ribu penonton itu dihadiri 1.200 penonton.", ["other", "participants"]),
        ("Dari total 2.300 jemaah haji, 1.200 jemaah berisiko tinggi.", ["participants", "participants"]),
        ("Jumlah jemaah mencapai 5.502 orang.", ["participants"]),
        ("Jumlah petugas mencapai 5.502 orang.", ["other"]),
        ("Petugas menemani seorang jemaah haji.", []),
        ("Sebanyak 200 calon jemaah menggugat biro itu.", ["other"]),
        (
            "Acara ini melibatkan 2.000 personel TNI, 250 personel inti dari Polda Randu, dan 155 personel Paspampres.",
            ["troops", "police", "troops"],
        ),
        ("Acara itu dijaga polisi dan TNI. TNI, polisi, dan 250 personel dinas hadir.", ["other"]),
        ("Sebanyak 12 orang lebih memilih pulang.", ["other"]),
    ],
)
def test_amounts(words: str, measured: list[str]) -> None:
    assert measures(words) == measured


def test_more_of_a_verb_is_no_bound() -> None:
    assert told("Sebanyak 12 orang lebih memilih pulang.") == [("12", "other", 12, 12)]
