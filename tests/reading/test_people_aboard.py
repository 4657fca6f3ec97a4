"""People aboard what came to harm are affected; those whom a rescuer, an ordinary trip or a vehicle's room brings are not."""

from __future__ import annotations

import pytest

from runut import text
from runut.lang import load
from runut.model import Article, Credits, Figure
from runut.reading import figures

INDONESIAN = load("id")
# The roles of words by which those counted are not aboard.
AT_SCENE = ("at-the-time", "happening", "collapse", "at-place")
BARRING = ("feared", "rescuing", "another-one", "room-for", "each-time", "ashore", "untrue")


def find(words: str) -> tuple[Figure, ...]:
    view = text.view(words, INDONESIAN)
    article = Article(id="a", source="a.txt", text=words, sha256="")
    return figures.find(article, view, Credits(), (), (), (), INDONESIAN)


def told(words: str) -> list[tuple[str, str]]:
    return [(f.number.text, f.measure) for f in find(words)]


@pytest.mark.parametrize(
    "row", INDONESIAN.table("carrier_words"), ids=lambda row: f"{row['word'].replace(' ', '_')}-{row['role']}"
)
def test_words_of_those_aboard(row: dict[str, str]) -> None:
    assert row["word"].lower() in row["example"].lower()
    last = [f for f in find(row["example"]) if f.number.text == "12"][-1]
    if row["role"] in AT_SCENE:
        assert last.rule == "measure:at-scene"
        return
    assert last.rule.startswith("measure:aboard:") == (row["role"] not in BARRING)
    assert last.measure == ("other" if row["role"] in BARRING else "affected")


ABOARD = [
    ("carried", "Kapal yang membawa sekitar 40 pelajar karam di Teluk Randu."),
    ("carried", "Bus wisata terguling di Lontar. Bus itu dinaiki 40 orang."),
    ("carried", "Minibus yang dikemudikan Rato, warga Randu, membawa 40 orang saat menabrak truk."),
    ("carried", "Rato tewas dalam kecelakaan di Jalan Lontar. Bus yang mengangkut 40 pelajar itu melaju dari Randu."),
    ("carried", "Bus terguling di Lontar. Bus berkapasitas 30 kursi itu diisi 40 orang."),
    (
        "carried",
        "Kapal Lontar tenggelam. Kapal itu hanya laik mengangkut 25 orang. “Faktanya dimuati 40 orang,” kata Rato.",
    ),
    ("carried", "Perahu yang ditumpangi rombongan pelajar Lontar bersama 40 warga terbalik di Randu."),
    ("rider", "Kapal Lontar tenggelam pada Kamis. Menurut manifes, tercatat 40 penumpang."),
    ("listed", "Kapal Lontar tenggelam pada Kamis. Manifes mencatat 40 orang."),
]


@pytest.mark.parametrize(("how", "words"), ABOARD, ids=[f"{how}-{k}" for k, (how, _) in enumerate(ABOARD)])
def test_people_aboard_what_came_to_harm(how: str, words: str) -> None:
    (figure,) = [f for f in find(words) if f.number.text == "40"][-1:]
    assert figure.measure == "affected"
    assert figure.rule == f"measure:aboard:{'rider' if how == 'listed' else how}"


def test_passengers_and_crew_are_aboard_and_so_are_the_parts_of_all() -> None:
    words = "Kapal Lontar karam. Kapal itu membawa 40 penumpang dan enam awak kapal."
    assert told(words) == [("40", "affected"), ("enam", "affected")]
    words = "Bus terguling di Lontar. Bus dinaiki 54 orang, terdiri dari 46 siswa, lima guru, serta tiga kru."
    assert told(words) == [(n, "affected") for n in ("54", "46", "lima", "tiga")]
    assert all(f.rule.startswith("measure:aboard:") for f in find(words))


@pytest.mark.parametrize(
    "words",
    [
        "Bus itu tiba di Lontar. Bus itu membawa 40 pelajar.",
        "Pesawat yang membawa 40 jemaah lepas landas dari Randu pada Senin.",
        "Kapal Lontar tenggelam. Kapal SAR membawa 40 orang ke lokasi.",
        "Bus terguling di Lontar. Bus lain yang mengangkut 40 pelajar melanjutkan perjalanan.",
        "Bus terguling di Lontar. Bus itu berkapasitas 40 orang.",
        "Bus terguling di Lontar. Bus itu setiap hari mengangkut 40 orang.",
        "Bus terguling di Lontar. Kapal yang membawa 40 pelajar tiba di Randu.",
        "Bus itu mengangkut 40 orang per hari. Pada Senin bus itu terguling.",
        "Latihan menghadapi kapal tenggelam digelar di Randu. Kapal itu membawa 40 pelajar.",
        "Setelah kapal tenggelam, nelayan membawa 40 orang.",
        "Kapal Lontar tenggelam. Bandara Randu melayani 40 penumpang.",
    ],
)
def test_those_who_are_only_brought_are_not(words: str) -> None:
    assert [m for n, m in told(words) if n == "40"] == ["other"]


def test_what_befell_them_is_told_before_that_they_were_aboard() -> None:
    words = "Kapal yang membawa 40 orang karam. Sebanyak 12 penumpang tewas, tiga awak hilang."
    assert told(words) == [("40", "affected"), ("12", "killed"), ("tiga", "missing")]
    words = "Bus menabrak truk, tiga orang tewas. Mereka adalah sopir bus serta dua penumpang lainnya."
    assert told(words)[-1][1] != "affected"


def test_people_at_the_place_of_a_collapse_are_affected() -> None:
    words = "Tebing tambang longsor di Lontar. Rato mengatakan, ada empat orang yang berada di lokasi saat kejadian."
    assert told(words) == [("empat", "affected")]
    assert told("Galian pasir ambruk di Lontar. Saat kejadian, di lokasi ada empat orang.") == [("empat", "affected")]


@pytest.mark.parametrize(
    "words",
    [
        "Pencuri masuk ke toko di Lontar. Saat kejadian, ada empat orang di dalam toko.",
        "Tebing longsor di Lontar. Sebanyak 40 relawan berada di lokasi sejak pagi.",
        "Tebing longsor di Lontar. Saat kejadian, polisi memeriksa 40 orang di lokasi lain.",
    ],
)
def test_others_at_a_place_are_not(words: str) -> None:
    assert [m for _, m in told(words)] == ["other"]
