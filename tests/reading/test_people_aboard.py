"""People aboard a vehicle that met with a mishap are affected; those of another vehicle, or who only may be carried, are not."""

from __future__ import annotations

import pytest
from test_counts_denied import measures

from runut.lang import load

INDONESIAN = load("id")
ROLES = {
    "vehicle-mishap": "affected",
    "carries": "affected",
    "vehicle-name": "affected",
    "manifest": "affected",
    "crew": "affected",
    "capacity": "other",
}


@pytest.mark.parametrize(
    "row",
    [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in ROLES],
    ids=lambda r: f"{r['role']}-{r['word']}",
)
def test_words_of_those_aboard(row: dict[str, str]) -> None:
    assert measures(row["example"]) == [ROLES[row["role"]]]
    assert measures(row["example"].replace(row["word"], "wuih")) != [ROLES[row["role"]]]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Kapal yang memuat 38 penumpang dan enam awak itu tenggelam.", ["affected", "affected"]),
        (
            "Bus dinaiki 54 orang, terdiri dari 46 siswa, lima guru, serta tiga kru. Bus itu terguling.",
            ["affected"] * 4,
        ),
        ("Feri itu karam. Total orang di atas kapal 71 orang.", ["affected"]),
        ("Feri itu karam. Manifes yang diterbitkan syahbandar, yakni 38 penumpang dengan enam awak.", ["affected"] * 2),
        ("Pesawat itu jatuh. Total orang di dalam pesawat ada 12 orang.", ["affected"]),
        ("Kecelakaan itu terjadi di Randu. Bus yang membawa 30 penumpang menabrak pohon.", ["affected"]),
    ],
)
def test_people_aboard(words: str, told: list[str]) -> None:
    assert measures(words) == told


@pytest.mark.parametrize(
    "words",
    [
        "Kapal itu mengangkut 38 penumpang ke Randu.",
        "Kapal itu tenggelam. Ada 12 orang di dalam kapal itu.",
        "Kecelakaan itu terjadi di Randu. Minibus yang membawa tiga penumpang menabrak pohon.",
        "Kapal itu tenggelam. Kapal itu hanya laik mengangkut 40 orang.",
        "Kapal itu tenggelam. Bupati membawa 12 orang ke Randu.",
        "Kapal itu tenggelam. Polisi memeriksa 12 orang.",
        "Harga beras jatuh. Panitia membawa 12 orang ke Randu.",
        "Mobil polisi itu terguling. Mobil itu membawa tiga tersangka.",
    ],
)
def test_nobody_aboard(words: str) -> None:
    assert "affected" not in measures(words)
