"""What does not add up within a report, and what a rise leads to."""

from __future__ import annotations

import pytest
from test_series import INDONESIAN, align, read

from runut.comparing import checks
from runut.model import Check, Reading


def find(*readings: Reading) -> tuple[Check, ...]:
    found = checks.find(readings, align(*readings), INDONESIAN)
    ids = {f.id for r in readings for f in r.figures}
    assert all(set(c.figures) <= ids and c.why and c.english for c in found)
    return found


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Total 20 korban: 12 tewas dan 9 luka-luka.", "sum-in-report"),
        ("Kapal itu mengangkut 60 orang, terdiri dari 53 penumpang dan 12 awak.", "parts-exceed-whole"),
        ("Kapal itu mengangkut 60 orang, terdiri dari 53 penumpang dan 5 awak.", "parts-short-of-whole"),
        ("Sebanyak 50 rumah rusak, yakni 30 rusak berat, 15 rusak sedang, dan 10 rusak ringan.", "parts-exceed-whole"),
        ("Sebanyak 5 orang tewas, tujuh di antaranya anak-anak.", "parts-exceed-whole"),
        ("Sebanyak 12 orang tewas dan 9 luka-luka, total 20 korban.", "sum-in-report"),
    ],
)
def test_what_does_not_add_up_is_told(words: str, kind: str) -> None:
    (check,) = find(read(words))
    assert check.kind == kind


@pytest.mark.parametrize(
    "words",
    [
        "Sebanyak 12 orang tewas, lima di antaranya anak-anak.",
        "Total 21 korban: 12 tewas dan 9 luka-luka.",
        "Kapal itu mengangkut 60 orang, terdiri dari 53 penumpang dan 7 awak.",
        "Ada sekitar 20 korban: 12 tewas dan 9 luka-luka.",
        "Ada 20 korban, antara lain 12 tewas dan 5 luka-luka.",
        "Rapat dihadiri 10 orang, yakni 4 dari partai itu dan 6 lainnya dari dinas.",
        "Korban terdiri dari 8 laki-laki dan 5 perempuan, sehingga total menjadi 30 orang.",
        "Sebanyak 3 orang tewas dan 5 luka-luka di dua desa.",
        "Ada 20 korban, yakni belasan orang tewas dan 5 luka-luka.",
        "Ia berusia 20 tahun, yakni 12 tahun lebih tua dan 9 bulan lebih lama.",
    ],
)
def test_what_adds_up_or_cannot_be_added_is_not(words: str) -> None:
    assert not find(read(words))


def test_a_rise_leads_from_the_count_before_it() -> None:
    late = read("Korban tewas bertambah 3 menjadi 17 orang.", "2031-04-03")
    (check,) = find(read("Sebanyak 15 orang tewas.", "2031-04-02"), late)
    assert check.kind == "increment-and-total"
    assert not find(read("Sebanyak 14 orang tewas.", "2031-04-02"), late)
    # some earlier count fits: the others are older
    assert not find(read("Sebanyak 12 orang tewas.", "2031-04-02"), read("Ada 14 korban jiwa.", "2031-04-02"), late)
    assert not find(read("Belasan orang tewas.", "2031-04-02"), late)
    assert not find(late)


@pytest.mark.parametrize("row", INDONESIAN.table("check_words"), ids=lambda r: f"{r['word']} {r['role']}")
def test_a_word_tells_what_does_not_add_up_or_keeps_it_from_being_told(row: dict[str, str]) -> None:
    assert row["word"] in row["example"]
    opens = row["role"] in ("list", "total") or ("antara" in row["word"] and row["word"] != "antara lain")
    told, silent = (row["example"], row["counter"]) if opens else (row["counter"], row["example"])
    assert find(read(told))
    assert not find(read(silent))
