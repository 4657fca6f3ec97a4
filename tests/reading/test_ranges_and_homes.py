"""Ranges and spreads as one number, sums in two currencies as two; homes by what befell them; units of what was counted."""

from __future__ import annotations

import pytest

import runut
from runut import lang
from runut.model import Figure, Reading

INDONESIAN = lang.load("id")


def figures(words: str) -> list[Figure]:
    """The figures of a report with these sentences."""
    reading = runut.read({"text": f"LONTAR - Warga Desa Sirih berkumpul pada Kamis. {words}"})
    assert isinstance(reading, Reading)
    return list(reading.figures)


def values(words: str) -> list[tuple[str, float | None, float | None]]:
    return [(f.measure, f.low, f.high) for f in figures(words)]


def rows(table: str, **wanted: str) -> list[dict[str, str]]:
    return [dict(r) for r in INDONESIAN.table(table) if all(r[k] == v for k, v in wanted.items())]


# --- ranges -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("Tarif perahu naik antara Rp8.000 hingga Rp15 ribu.", 8000, 15000),
        ("Hasilnya 410 ribu-430 ribu barel per hari.", 410_000, 430_000),
        ("Harga kopi bergerak dari US$65 per karung hingga US$85 per karung.", 65, 85),
        ("Suhu di Kalimas berkisar 21°C hingga 27°C.", 21, 27),
        ("Perahu itu sanggup berlayar 5 km sampai 9 km.", 5, 9),
        ("Iurannya Rp 5 juta atau Rp 6 juta.", 5_000_000, 6_000_000),
    ],
)
def test_both_ends_of_a_range_are_one_number(words: str, low: float, high: float) -> None:
    ((_, first, last),) = values(words)
    assert (first, last) == (low, high)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # a sum told again in another currency
        ("Hartanya USD2,5 miliar atau Rp40 triliun.", [2_500_000_000, 40_000_000_000_000]),
        ("Hartanya US$ 3 juta atau Rp 48 miliar.", [3_000_000, 48_000_000_000]),
        # what another is for
        ("Harga kopi dari US$65 per karung hingga US$85 per peti.", [65, 85]),
    ],
)
def test_two_sums_are_no_range(words: str, found: list[float]) -> None:
    assert [low for _, low, _ in values(words)] == found


@pytest.mark.parametrize("row", rows("bounds", side="spread"), ids=lambda r: r["phrase"])
def test_a_value_with_its_spread_is_one_number(row: dict[str, str]) -> None:
    assert values(f"Kadar airnya {row['example']}.") == [("percent", 1.5, 3.5)]
    assert values(f"Kadar airnya {row['example'].replace(row['phrase'], 'turun')}.")[-1] == ("percent", 1, 1)


def test_a_spread_is_smaller_than_what_it_spreads() -> None:
    assert ("percent", 1.5, 3.5) in values("Kadar airnya 2,5% ± 1%.")
    assert values("Kadar airnya 1 ± 3 persen.")[-1][1:] == (3, 3)


# --- homes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("Sebanyak 12 rumah rusak.", "houses"),
        ("Sebanyak 12 rumah roboh.", "houses"),
        ("Sebanyak 12 kantor roboh.", "buildings_damaged"),
        ("Sebanyak 12 rumah terbakar.", "buildings_burned"),
        ("Sebanyak 12 rumah terendam banjir.", "houses"),
        ("Sebanyak 12 rumah terdampak banjir.", "houses"),
        ("Banjir merendam 12 rumah.", "houses"),
        ("Sebanyak 12 sekolah terendam banjir.", "buildings_damaged"),
        ("Bangunan yang terbakar adalah 12 kios.", "buildings_burned"),
        ("Di desa itu ada 12 rumah.", "houses"),
        # searched or built
        ("Polisi menggeledah 12 rumah.", "other"),
        ("Pemerintah membangun 12 rumah.", "other"),
    ],
)
def test_homes_are_told_by_what_befell_them(words: str, measure: str) -> None:
    assert [m for m, low, _ in values(words) if low == 12] == [measure]


@pytest.mark.parametrize("row", rows("figure_words", role="hit"), ids=lambda r: r["word"])
def test_what_befell_homes_outweighs_what_was_built_before(row: dict[str, str]) -> None:
    assert values(f"Setelah anggaran turun, {row['example']}.")[-1][0] != "other"
    assert values(f"Setelah anggaran turun, {row['example'].replace(row['word'], 'arisan')}.")[-1][0] == "other"


@pytest.mark.parametrize("row", rows("figure_words", role="unharmed"), ids=lambda r: r["word"])
def test_homes_that_are_built_or_searched_are_not_hit(row: dict[str, str]) -> None:
    assert values(f"{row['example'].capitalize()}.")[-1][0] == "other"
    assert values(f"{row['example'].replace(row['word'], 'di sana').capitalize()}.")[-1][0] == "houses"


def test_the_homes_place_by_place_broke_as_all_did() -> None:
    words = (
        "Sembilan rumah yang rusak itu tersebar di tiga desa. Rinciannya empat rumah di Desa Sirih, dua rumah di Desa Lada "
        "dan tiga rumah di Desa Pala."
    )
    assert [low for m, low, _ in values(words) if m == "houses"] == [9, 4, 2, 3]


# --- units and nouns --------------------------------------------------------------------------------------------------


def test_units_are_of_no_people() -> None:
    words = "Penumpang mencapai 4.000 orang. Kendaraan yang menyeberang mencapai 1.200 unit atau naik 31 persen dari 913 unit."
    assert [(m, low) for m, low, _ in values(words) if m in ("vehicles", "percent")] == [
        ("vehicles", 1200),
        ("percent", 31),
        ("vehicles", 913),
    ]


def test_a_noun_in_capitals_is_counted() -> None:
    assert [low for _, low, _ in values("Negara membentuk 80.000 Koperasi Desa Sirih.")] == [80_000]


@pytest.mark.parametrize("row", rows("figure_words", role="not-one"), ids=lambda r: r["word"])
def test_not_even_one_is_no_count(row: dict[str, str]) -> None:
    assert values(f"{row['example'].capitalize()}.") == []


def test_whose_age_it_is_begins_with_the_name() -> None:
    (age,) = figures("Mereka dirawat. Termasuk Sari Wulan (74), seorang nenek.")
    assert age.counted == "Sari Wulan"
