"""What a toll has grown from and to, a label past its place, and those aboard: counts of whom only `orang` is said."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import runut
from runut.lang import Language, load

INDONESIAN = load("id")


def told(words: str, languages: Mapping[str, Language]) -> list[tuple[str, str, str]]:
    found = runut.read({"text": words, "title": "Laporan", "outlet": "Warta Tabayo"}, using=languages).figures
    return [(f.number.text, f.measure, f.part) for f in found]


@pytest.mark.parametrize(
    "words",
    [
        "Hari ini bertambah enam korban meninggal, dari 125 orang menjadi 131 orang.",
        "Tambahan korban meninggal hari ini ada enam, dari 125 orang menjadi 131 orang.",
    ],
)
def test_a_toll_has_grown_by_the_difference(words: str, languages: Mapping[str, Language]) -> None:
    assert told(words, languages) == [
        ("enam", "killed", "increment"),
        ("125", "killed", "total"),
        ("131", "killed", "total"),
    ]


def test_counts_that_differ_by_another_number(languages: Mapping[str, Language]) -> None:
    words = "Hari ini bertambah enam korban meninggal, dari 30 orang menjadi 50 orang."
    assert ("30", "killed", "total") not in told(words, languages)


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("Korban meninggal bertambah enam orang. Dengan demikian, totalnya menjadi 131 orang.", "killed"),
        ("Korban meninggal bertambah enam orang. Total saksi menjadi 131 orang.", "other"),
        ("Korban meninggal enam orang. Total saksi 131 orang.", "other"),
    ],
)
def test_the_total_of_those_added(words: str, measure: str, languages: Mapping[str, Language]) -> None:
    assert told(words, languages)[1][:2] == ("131", measure)


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("Korban jiwa dalam kejadian itu satu orang, yakni Rato, dan 14 orang luka-luka.", "killed"),
        ("Korban meninggal gempa itu 81 orang.", "killed"),
        ("Yang terluka di pihak kami bukan tujuh, melainkan 23 orang.", "injured"),
        ("Siang harinya, yang meninggal dilaporkan 27 orang.", "killed"),
        ("Sebelumnya korban tewas dilaporkan 93 orang.", "killed"),
        ("Korban tewas antara 100 dan 300 orang.", "killed"),
        ("Korban meninggal datanya 131 orang.", "killed"),
        ("Korban meninggal seluruhnya 131 orang.", "killed"),
        ("Yang masih dalam proses perawatan ada 180 orang.", "injured"),
        ("Sampai petang 164 orang belum juga ditemukan.", "missing"),
        ("Lalu,155 orang masih hilang.", "missing"),
        ("Jumlah korban tewas disampaikan Rato. Ia menyebut data terakhir adalah 125 orang.", "killed"),
        ("Jumlah korban tewas disampaikan Rato. Ia menyebut jumlah saksi adalah 125 orang.", "other"),
        ("Keluarga korban tewas yang datang ke Randu 12 orang.", "other"),
        ("Sebanyak 15 pekerja dibawa ke RSUD Randu untuk diperiksa kesehatannya.", "other"),
        ("Sebanyak 15 pekerja dibawa ke RSUD Randu untuk dirawat.", "injured"),
    ],
)
def test_what_a_label_says_of_those_counted(words: str, measure: str, languages: Mapping[str, Language]) -> None:
    assert told(words, languages)[0][1] == measure


def test_as_many_victims_as_at_least_died(languages: Mapping[str, Language]) -> None:
    words = "Sampai siang korban gempa Randu ada 34 orang. Gempa itu menewaskan sedikitnya 34 orang."
    assert [measure for _, measure, _ in told(words, languages)] == ["killed", "killed"]


SINKS = "KM Randu Jaya tenggelam. "


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        (f"{SINKS}Saat itu penumpangnya 140 orang.", "affected"),
        (f"{SINKS}Jumlah penumpang dan ABK kapal itu 188 orang.", "affected"),
        (f"{SINKS}Jumlah penumpang yang mengeluh 120 orang.", "other"),
        (f"{SINKS}Kapasitas penumpangnya 140 orang.", "other"),
        ("Bus Randu laris. Jumlah penumpang bus itu 188 orang.", "other"),
    ],
)
def test_those_aboard_by_a_label(words: str, measure: str, languages: Mapping[str, Language]) -> None:
    assert [m for _, m, _ in told(words, languages)] == [measure]


def test_days_of_a_month_and_a_case_count_nobody(languages: Mapping[str, Language]) -> None:
    assert told("“Tanggal 4, 5, dan 6 kita susun rencana,” kata Rato.", languages) == []
    assert [t for t in told("Di rumah itu diamankan satu koper.", languages) if t[1] == "arrested"] == []
    assert told("Di rumah itu diamankan satu orang.", languages) == [("satu", "arrested", "total")]


@pytest.mark.parametrize(
    ("role", "measure"),
    [("day-label", set()), ("for-check", {"other"}), ("whole-sum", {"killed"}), ("amid", {"killed"})],
)
def test_each_row_tells_it(role: str, measure: set[str], languages: Mapping[str, Language]) -> None:
    for row in INDONESIAN.table("figure_words"):
        if row["role"] == role:
            assert {m for _, m, _ in told(row["example"], languages)} == measure, row["word"]
