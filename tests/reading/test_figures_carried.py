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
    (
        "label",
        "Dinas mengumumkan korban meninggal akibat longsor di dua kecamatan di Lontar bertambah menjadi sembilan orang.",
        [("dua", "other", "total"), ("sembilan", "killed", "total")],
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
        "Sepuluh orang diamankan di rumah jabatan, tiga orang di Hotel Randu.",
        [("Sepuluh", "arrested", "total"), ("tiga", "arrested", "total")],
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
        "Dua warga tewas. Menurut Rato, dua warga itu hendak ke pasar.",
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


@pytest.mark.parametrize(
    "words",
    [
        "Sebuah feri karam dan tiga nelayan tewas. Manifes mencatat 48 orang.",
        "Tiga nelayan tewas. Feri itu sebelumnya mengangkut 48 orang.",
        "Tiga nelayan tewas. Perahu itu semula berpenumpang 48 orang.",
        "Dua warga hilang. Di atas perahu itu ada 150 orang.",
        "Lima pemuda ditangkap. Panitia konser mengklaim 3.000 orang.",
        "Lima pemuda ditangkap. Panitia konser mencatat empat orang.",
        "Sebelas orang ditangkap. Jumlah personel di bawah kebutuhan, yakni 250 orang.",
        "Sebanyak 20 orang terluka. Pengacara korban melaporkan delapan orang.",
        "Enam siswa terluka. Menurut versi kepala sekolah, kelas itu berisi 38 orang.",
        "Lima orang tewas. Saksi menyebut tiga orang.",
        "Sebanyak 20 orang terluka. Tahun lalu dinas mencatat 15 orang.",
        "Sebanyak 20 orang terluka, naik dibandingkan tahun lalu yang hanya 12 orang.",
        "Sebanyak 20 orang terluka. Pada banjir sebelumnya, 12 orang.",
        "Lima orang ditangkap. Pawai itu tertib. Polisi mencatat 400 orang.",
        "Jumlah korban tewas belum pasti. Manifes feri mencatat 48 orang.",
        "Data korban tewas belum lengkap. Barak itu sebelumnya dihuni 300 orang.",
        "Jumlah korban tewas bertambah. Regu penolong yang sebelumnya 40 orang, kini menjadi 60 orang.",
        "Jumlah pengungsi berkurang. Dari 40 relawan, kini tersisa 20 orang.",
        "Jumlah korban tewas bertambah. Jumlah penumpang yang sebelumnya disebut 48 orang dikoreksi menjadi 50 orang.",
        "Tiga orang terluka. Klinik itu memiliki dua pasien.",
        "Tiga orang terluka. Rumah sakit itu merawat 120 pasien.",
        "Dua warga tewas dibacok. Dua pelaku itu kabur.",
        "Sepuluh orang tewas, lima orang di ruang ICU rumah sakit.",
        "Polisi menangkap 25 orang. Bus itu memuat 25 orang.",
        "Banjir melukai 25 orang. Satu keluarga beranggotakan 25 orang.",
        "Korban tewas dalam kecelakaan bus berpenumpang 40 orang.",
        "Tersangka yang diamankan di rumah berpenghuni 12 orang.",
        "Sebanyak 20 orang terluka. Di Randu saja, dinas mencatat 12 orang.",
    ],
)
def test_a_count_of_another_event_vehicle_or_crowd_carries_nothing(words: str) -> None:
    assert rules(words) == []


def test_none_is_a_count_without_parts() -> None:
    assert told("Tercatat 0 orang terluka. Sebanyak 12 buruh datang.")[-1] == ("12", "other", "total")
    assert told("Nol orang terluka. Dua buruh datang.")[-1] == ("Dua", "other", "total")


def test_those_pointed_back_to_are_of_the_kind_counted() -> None:
    assert told("Lima warga tewas. Lima saksi itu tetangga mereka.")[-1] == ("Lima", "other", "total")
    assert told("Lima orang tewas. Lima nelayan itu dimakamkan.")[-1] == ("Lima", "killed", "total")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Angka itu jauh di atas catatan Polda Kalimas yang hanya 23 orang.", "Polda Kalimas"),
        ("Jumlah itu lebih banyak daripada data Polda Kalimas 23 orang.", "Polda Kalimas"),
        ("Angka itu jauh di atas versi polisi yang hanya 23 orang.", "polisi"),
    ],
)
def test_a_count_compared_with_comes_from_whom_it_names(words: str, speaker: str) -> None:
    last = find(f"LBH Randu mencatat 61 orang ditangkap. {words}")[-1]
    assert (last.measure, last.speaker) == ("arrested", speaker)


ROLES = (
    "against",
    "version",
    "own-count",
    "rather",
    "counts-too",
    "as-said",
    "left",
    "sent-home",
    "beyond",
    "patients",
    "treats",
    "anyone",
)
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


BARRED = [r for r in INDONESIAN.table("figure_words") if r["role"] in ("other-list", "holding", "not-ill")]


@pytest.mark.parametrize("row", BARRED, ids=lambda row: f"{row['word']}-{row['role']}")
def test_words_of_others_carry_nothing(row: dict[str, str]) -> None:
    assert find(row["example"])[-1].measure == "other"


BEFORE = [r for r in INDONESIAN.table("figure_words") if r["role"] == "former-told"]


@pytest.mark.parametrize("row", BEFORE, ids=lambda row: f"{row['word']}-{row['role']}")
def test_words_that_tell_a_count_of_before(row: dict[str, str]) -> None:
    assert told(row["example"]) == [("12", "killed", "total")]


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("Gempa mengguncang Kalimas. Sebanyak 12 orang dirawat di RSUD Randu. Pengungsi mulai diare.", "injured"),
        ("Truk menabrak kios, 12 orang dilarikan ke RSUD Randu. Bulan lalu, puluhan siswa keracunan.", "injured"),
        ("Puluhan siswa keracunan. Sebanyak 12 sopir dibawa ke Mapolres Randu.", "other"),
        ("Puluhan siswa keracunan. Sebanyak 12 pelaku ditangani polisi.", "other"),
        ("Puluhan siswa keracunan. Sebanyak 12 relawan pulang setelah bertugas.", "other"),
        ("Puluhan siswa keracunan. Sebanyak 12 relawan dipulangkan.", "other"),
        ("Puluhan siswa keracunan. Sebanyak 12 siswa dipulangkan.", "affected"),
        ("Puluhan siswa keracunan. Sebanyak 12 siswa dibawa ke puskesmas.", "affected"),
    ],
)
def test_only_those_told_ill_are_affected(words: str, measure: str) -> None:
    assert [f.measure for f in find(words) if f.number.text == "12"] == [measure]


@pytest.mark.parametrize(
    "words",
    [
        "Sebanyak 12 siswa SMPN 2 Randu, Kabupaten Kalimas, dilarikan ke puskesmas. Mereka mengeluhkan mual dan muntah-muntah.",
        "Puluhan siswa keracunan. Sebanyak 12 siswa di Lontar, Kalimas, tumbang.",
        "Puluhan siswa keracunan. Seorang guru kejang. Sebanyak 12 siswa masih dirawat.",
        "Puluhan siswa keracunan. Pasien yang masih dirawat 12 orang.",
    ],
)
def test_the_sick_are_affected_wherever_they_are_told(words: str) -> None:
    assert [f.measure for f in find(words) if f.number.text == "12"] == ["affected"]


def test_the_sick_stay_apart_from_those_who_come_to_them_and_from_the_wounded() -> None:
    words = "Puluhan siswa keracunan. Sebanyak 12 guru di Lontar, Kalimas, datang menjenguk."
    assert told(words)[-1] == ("12", "other", "total")
    words = "Puluhan siswa keracunan. Bus lalu menabrak pagar, lima siswa luka berat dan 12 orang pingsan."
    assert told(words)[-1] == ("12", "injured", "total")


@pytest.mark.parametrize(
    ("words", "killed"),
    [
        ("Dari 70 penumpang, 40 orang tewas. Sisanya 30 orang.", ["40"]),
        ("Tiga orang tewas di Randu, 20 orang di Kalimas sehat.", ["Tiga"]),
        ("Enam orang tewas di mobil itu, dua orang di kursi belakang tidak terluka.", ["Enam"]),
        ("Tiga orang tewas di Randu, dua orang dari keluarga korban.", ["Tiga"]),
        ("Remaja yang tewas dalam tawuran 20 orang itu bernama Budi.", []),
        ("Jumlah korban yang tewas dalam ledakan di pabrik 200 orang belum diketahui.", []),
        ("BPBD Kalimas meralat jumlah korban tewas banjir. Sebelumnya disebut 15 orang, yang benar 12 orang.", []),
        ("Sebanyak 14 orang tewas. Polisi menyebut tiga: sopir mengantuk, rem blong, dan jalan licin.", ["14"]),
        ("Delapan orang tewas. Polisi menyebut dua, yaitu sopir dan kernet, lalai.", ["Delapan"]),
        ("Sebanyak 12 orang tewas sepanjang tahun ini. Pada 2024, polisi mencatat 20.", ["12"]),
    ],
)
def test_others_beside_the_dead_are_not_dead(words: str, killed: list[str]) -> None:
    assert [f.number.text for f in find(words) if f.measure == "killed"] == killed
