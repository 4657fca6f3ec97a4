"""Who a figure comes from where its sentence names nobody: lists and lines that go on, bodies told by a pronoun, data that were got."""

from __future__ import annotations

import pytest

import runut
from runut import lang
from runut.model import Reading

INDONESIAN = lang.load("id")


def sources(words: str) -> list[str | None]:
    """The source of each figure of a report with these sentences."""
    reading = runut.read({"text": f"LONTAR - Longsor melanda Desa Sirih pada Kamis. {words}"})
    assert isinstance(reading, Reading)
    return [f.speaker for f in reading.figures]


def rows(role: str) -> list[dict[str, str]]:
    return [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] == role]


FIRST = "Kepala Dinas Sosial Sinta Marbun mengatakan 12 orang tewas"
WHO = "Kepala Dinas Sosial Sinta Marbun"


@pytest.mark.parametrize(
    "words",
    [
        f"{FIRST}. Sementara itu, sembilan orang terluka.",
        f"{FIRST}. Di Kabupaten Randu, sembilan orang terluka.",
        f"{FIRST}. Adapun sembilan orang terluka.",
    ],
)
def test_the_next_of_a_list_has_the_same_source(words: str) -> None:
    assert sources(words) == [WHO, WHO]


def test_a_list_goes_on_as_long_as_it_names_nobody() -> None:
    words = f"{FIRST}. Sementara itu, sembilan orang terluka. Kemudian tiga orang hilang."
    assert sources(words) == [WHO, WHO, WHO]
    other = f"{FIRST}. Sementara itu, sembilan orang terluka. Kemudian Wira Laksana membawa tiga orang yang hilang."
    assert sources(other)[-1] is None


@pytest.mark.parametrize("row", rows("next-beside"), ids=lambda r: r["word"])
def test_a_word_for_the_next_beside_it(row: dict[str, str]) -> None:
    assert sources(row["example"]) == ["Dinas Pasar", "Dinas Pasar"]


@pytest.mark.parametrize("row", rows("even"), ids=lambda r: r["word"])
def test_what_is_even_so_goes_on(row: dict[str, str]) -> None:
    words = f"Menurut Sinta Marbun, longsor itu parah.\n{row['word'].capitalize()} 12 orang tewas."
    assert sources(words) == ["Sinta Marbun"]
    assert sources(words.replace(row["word"].capitalize(), "Kemarin")) == [None]


def test_a_source_phrase_holds_for_its_line() -> None:
    words = "Menurut Sinta Marbun, mereka menabung lama.{}Setiap orang membayar Rp 12 juta."
    assert sources(words.format(" ")) == ["Sinta Marbun"]
    assert sources(words.format("\n")) == [None]


def test_who_is_described_as_reporting_says_nothing() -> None:
    assert sources("Warga yang melaporkan menjadi korban penipuan sebanyak 12 orang.") == [None]


@pytest.mark.parametrize("row", [*rows("their-body"), *rows("body-noun")], ids=lambda r: r["word"])
def test_a_body_told_by_a_pronoun_is_the_only_one_named_before(row: dict[str, str]) -> None:
    who = row["word"] if row["role"] == "their-body" else f"{row['word']} itu"
    words = f"Data itu disampaikan Dinas Sosial Lontar. {who.capitalize()} melaporkan 12 orang tewas."
    assert sources(words) == ["Dinas Sosial Lontar"]


def test_whose_data_a_newsroom_has_got() -> None:
    words = "Menurut data sementara yang diperoleh Harian Lontar, Kamis (7/6) dari BPBD Randu, 12 rumah rusak."
    assert sources(words) == ["BPBD Randu"]
    assert sources(f"{words} Rinciannya tujuh rumah di Sirih dan lima rumah di Lada.") == ["BPBD Randu"] * 3


@pytest.mark.parametrize("row", rows("admits"), ids=lambda r: r["word"])
def test_who_recorded_a_count_that_another_tells(row: dict[str, str]) -> None:
    assert sources(f"“Dinas Pasar Kalimas {row['word']} ada 12 korban,” kata Rato Wibawa.") == ["Dinas Pasar Kalimas"]
