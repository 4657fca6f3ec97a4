"""Counts without a word of their own: what they carry from the set that they belong to, and what they must not."""

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
    found = figures.find(article, view, Credits(), (), (), (), INDONESIAN)
    for f in found:
        assert words[f.start : f.end] == f.text
        assert f.start <= f.number.start < f.number.end <= f.end
    return found


def told(words: str) -> list[tuple[str, str, str]]:
    return [(f.number.text, f.measure, f.part) for f in find(words)]


def rules(words: str) -> list[str]:
    return [f.rule.removeprefix("measure:carried:") for f in find(words) if f.rule.startswith("measure:carried:")]


CARRIED = [
    ("label", "Total yang kami amankan semalam 58 orang.", [("58", "arrested", "total")]),
    ("label", "Yang terluka di pihak kami bukan tujuh, melainkan 23 orang.", [("23", "injured", "total")]),
    (
        "label",
        "Dinas mengumumkan korban meninggal akibat longsor di dua kecamatan di Lontar bertambah menjadi sembilan orang.",
        [("dua", "other", "total"), ("sembilan", "killed", "total")],
    ),
    (
        "again",
        "Dua warga tewas. Menurut Rato, dua warga itu hendak ke pasar.",
        [("Dua", "killed", "total"), ("dua", "killed", "total")],
    ),
    (
        "parts",
        "Sembilan orang terluka. Tujuh buruh, dua polisi.",
        [("Sembilan", "injured", "total"), ("Tujuh", "injured", "part"), ("dua", "injured", "part")],
    ),
    (
        "parts",
        "Bentrokan itu menelan 12 nyawa: dua tentara, enam pekerja, tiga warga, dan satu bayi.",
        [("12", "killed", "total"), *((n, "killed", "part") for n in ("dua", "enam", "tiga", "satu"))],
    ),
    (
        "parts",
        "Polisi menangkap 17 orang. Dari 17 orang itu, kata dia, 12 berstatus mahasiswa, tiga pelajar, dan dua tidak bekerja.",
        [
            ("17", "arrested", "total"),
            ("17", "arrested", "total"),
            ("12", "arrested", "part"),
            ("tiga", "arrested", "part"),
            ("dua", "arrested", "part"),
        ],
    ),
    (
        "members",
        "Tujuh orang ditangkap. Tujuh orang itu ialah bupati, kepala dinas, dan dua pegawai negeri.",
        [("Tujuh", "arrested", "total"), ("Tujuh", "arrested", "total"), ("dua", "arrested", "part")],
    ),
    (
        "sum",
        "Ada sembilan korban meninggal di Randu dan empat di Kalimas, sehingga totalnya 13 orang.",
        [("sembilan", "killed", "total"), ("empat", "killed", "total"), ("13", "killed", "total")],
    ),
    (
        "left",
        "Sebanyak 58 orang ditangkap. Sudah dipulangkan 41 orang, jadi tersisa 17 orang yang diperiksa.",
        [("58", "arrested", "total"), ("41", "arrested", "part"), ("17", "arrested", "part")],
    ),
    (
        "of-set",
        "Kampus mencatat 23 mahasiswa terluka. Rumah sakit merawat sembilan pasien. Lima di antaranya sudah pulang.",
        [("23", "injured", "total"), ("sembilan", "injured", "total"), ("Lima", "injured", "part")],
    ),
    (
        "place",
        "Sepuluh orang diamankan di rumah jabatan, tiga orang di sebuah hotel di Randu.",
        [("Sepuluh", "arrested", "total"), ("tiga", "arrested", "total")],
    ),
    (
        "rest",
        "Korban keracunan terbanyak dari Randu, yaitu 104 orang. Sisanya dari SD Kalimas 58 orang, SMP Lontar 33 orang.",
        [("104", "affected", "total"), ("58", "affected", "part"), ("33", "affected", "part")],
    ),
    (
        "against",
        "Posko mencatat 53 mahasiswa terluka. Kampus mendata 29 orang, sedangkan polisi diam.",
        [("53", "injured", "total"), ("29", "injured", "total")],
    ),
    (
        "against",
        "Lembaga itu mencatat 24 pekerja terluka, lebih banyak daripada catatan dinas yang hanya 16 orang.",
        [("24", "injured", "total"), ("16", "injured", "total")],
    ),
    (
        "against",
        "Kelompok itu mencatat 61 orang ditangkap. Angka itu jauh di atas catatan dinas yang hanya 23 orang.",
        [("61", "arrested", "total"), ("23", "arrested", "total")],
    ),
    (
        "sent-home",
        "Tiga orang terluka, semuanya petugas. Dua orang sudah diperbolehkan pulang.",
        [("Tiga", "injured", "total"), ("Dua", "injured", "part")],
    ),
    (
        "same-number",
        "Sebanyak 136 siswa keracunan. Data pagi ini 136 orang.",
        [("136", "affected", "total"), ("136", "affected", "total")],
    ),
    (
        "topic",
        "Rato meralat jumlah korban meninggal. Korban yang sehari sebelumnya disebut 12 orang dikoreksi menjadi 11 orang.",
        [("12", "killed", "total"), ("11", "killed", "total")],
    ),
    (
        "topic",
        "Jumlah pengungsi berkurang. Dari 2.140 jiwa, kini tersisa 1.730 jiwa.",
        [("2.140", "displaced", "total"), ("1.730", "displaced", "total")],
    ),
]


@pytest.mark.parametrize(("rule", "words", "expected"), CARRIED)
def test_a_count_without_a_word_of_its_own_is_of_its_set(
    rule: str, words: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(words) == expected
    assert rule in rules(words)


@pytest.mark.parametrize(
    "words",
    [
        # others than those of the set
        "Tiga orang tewas, kata dua saksi dan satu petugas.",
        "Lima warga tewas. Tiga relawan mengantar dua petugas ke lokasi.",
        "Delapan orang ditangkap. Dua saksi dan empat ahli datang.",
        "Tiga tersangka ditangkap. Polisi memanggil dua tersangka lain, sementara satu tersangka lainnya belum datang.",
        "Tiga orang terluka. Dua relawan pulang.",
        # two sets could be meant
        "Dua orang tewas dan 30 orang terluka. Dinas mencatat 25 orang.",
        "Sebanyak 12 orang tewas. Adapun korban luka dan korban hilang tidak banyak. Dinas mendata 25 orang.",
        # something else is said of them
        "Tiga puluh orang tewas. Dinas mencatat 25 orang hadir dalam rapat.",
        "Tujuh orang ditangkap. Mereka menyebut nama lain menjadi 21 orang.",
        "Lima orang tewas. Dua pria itu sudah lama bertengkar.",
        # no set before, or one of another number
        "Dua puluh orang berkumpul. Dari 20 orang itu, 12 mahasiswa dan delapan pelajar.",
        "Sembilan orang terluka. Tujuh buruh dan seorang satpam datang.",
        # what is not so counts nothing
        "Prajurit yang gugur satu orang. Bukan sembilan.",
    ],
)
def test_a_count_of_others_or_of_two_sets_carries_nothing(words: str) -> None:
    assert rules(words) == []


ROLES = ("against", "rather", "counts-too", "as-said", "left", "sent-home", "beyond", "patients", "anyone")
WORDS = [r for r in INDONESIAN.table("figure_words") if r["role"] in ROLES]


@pytest.mark.parametrize("row", WORDS, ids=lambda row: f"{row['word']}-{row['role']}")
def test_words_that_carry_a_measure(row: dict[str, str]) -> None:
    twelve = [f for f in find(row["example"]) if f.number.text == "12"]
    assert twelve[-1].measure in ("injured", "arrested")
    assert twelve[-1].rule.startswith("measure:carried:")


ILL = [r for r in INDONESIAN.table("figure_words") if r["role"] in ("sickness", "falls-ill", "care")]


@pytest.mark.parametrize("row", ILL, ids=lambda row: f"{row['word']}-{row['role']}")
def test_the_sick_and_the_treated_are_affected(row: dict[str, str]) -> None:
    assert [f.measure for f in find(row["example"]) if f.number.text == "12"] == ["affected"]


def test_discharged_patients_are_a_part_and_the_wounded_stay_wounded() -> None:
    assert told("Puluhan siswa keracunan. Kini 44 siswa sudah dipulangkan.")[-1] == ("44", "affected", "part")
    assert told("Bus itu terguling. Sebanyak 12 orang dirawat.") == [("12", "injured", "total")]
    assert told("Sebanyak 5 orang keracunan; 12 orang luka berat, 3 orang dirawat.")[-1] == ("3", "injured", "total")
