"""A count told as the first, or as a mistake, stands before the one that the same report puts in its place."""

from __future__ import annotations

import pytest

import runut
from runut import lang

INDONESIAN = lang.load("id")
FIRST = "LONTAR - {} orang tewas dalam longsor di Desa Sirih, Lontar, kata Kepala BPBD Lontar Rudi Wijaya, Sabtu (31/5/2025) pagi."
LATER = "LONTAR - Jumlah korban tewas longsor di Desa Sirih {}. “{},” ujar Kepala BPBD Lontar Rudi Wijaya, Sabtu (31/5/2025)."


def brief(*texts: str) -> list[str]:
    """The lines on the dead in the brief of reports that nothing dates but their words."""
    reports = [{"text": words, "outlet": f"Warta {n}"} for n, words in enumerate(texts, 1)]
    return [line.text for line in runut.account(reports).brief if line.text.startswith("Korban tewas")]


def changed(lines: list[str]) -> list[str]:
    """The counts of the line on what changed, in its order."""
    (line,) = (line for line in lines if "diperbarui" in line)
    return [part.split()[0] for part in line.partition(": ")[2].split(" → ")]


@pytest.mark.parametrize(
    "said",
    [
        "Informasi awal ada delapan korban tewas, tetapi ada yang lapor lagi, jadi 11 orang",
        "Awalnya 8 orang tewas, sekarang menjadi 11 orang",
        "Laporan pertama 8 tewas, ternyata 11 orang",
        "Semula 8 orang tewas, kini 11 orang tewas",
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_an_update_is_never_told_backwards(said: str, order: int) -> None:
    lines = brief(*(FIRST.format("Delapan"), LATER.format("bertambah menjadi 11 orang", said))[::order])
    assert lines[0].startswith("Korban tewas: 11 orang")
    assert changed(lines) == ["8", "11"]
    (alone,) = brief(LATER.format("bertambah menjadi 11 orang", said))
    assert alone.startswith("Korban tewas: 11 orang")


@pytest.mark.parametrize(
    "row", [r for r in INDONESIAN.table("figure_words") if r["role"] == "righted"], ids=lambda r: r["word"]
)
def test_a_count_that_is_righted_downwards(row: dict[str, str]) -> None:
    later = LATER.format("diralat menjadi 10 orang", f"Tadi pagi saya sampaikan 11, {row['word']} 10")
    lines = brief(FIRST.format("Sebanyak 11"), later)
    assert lines[0].startswith("Korban tewas: 10")
    assert changed(lines) == ["11", "10"]


def _told_anew(row: dict[str, str]) -> str:
    first, now = (row["word"], "kini") if row["role"] == "initially" else ("informasi awal", row["word"])
    return f"{first.capitalize()} 8 orang tewas, {now} 11 orang"


@pytest.mark.parametrize(
    "row",
    [r for r in INDONESIAN.table("figure_words") if r["role"] in ("initially", "now-are")],
    ids=lambda r: r["word"],
)
def test_words_of_a_first_count_and_of_what_it_has_become(row: dict[str, str]) -> None:
    lines = brief(FIRST.format("Delapan"), LATER.format("bertambah menjadi 11 orang", _told_anew(row)))
    assert changed(lines) == ["8", "11"]


FROM = "LONTAR - “Hari ini bertambah dua korban, {},” kata Bupati Lontar Tono Wirya, Senin (2/6/2025)."
POST = "LONTAR - Sebanyak {} orang tewas dalam longsor di Desa Sirih, kata Kepala Posko Rengas Rudi Wijaya, Senin (2/6/2025)."


@pytest.mark.parametrize(
    "became", ["dari 23 orang tewas menjadi 25 orang tewas", "dari 23 korban tewas kini 25 korban tewas"]
)
def test_the_count_before_is_no_side_of_a_clash(became: str) -> None:
    texts = (FROM.format(became), POST.format("25"))
    told = runut.account([{"text": words, "outlet": f"Warta {n}"} for n, words in enumerate(texts, 1)])
    assert told.clashes == ()
    assert told.positions == ()
    assert not [s for s in told.series if s.relation == "conflict"]


def test_a_count_out_of_which_others_become_something_else_is_none_before() -> None:
    texts = (FROM.format("dari 23 orang tewas, 12 orang tewas di sawah"), POST.format("25"))
    told = runut.account([{"text": words, "outlet": f"Warta {n}"} for n, words in enumerate(texts, 1)])
    assert not [i for s in told.series for i in s.overtaken]


def test_what_has_grown_has_not_come_of_a_higher_count_of_its_day() -> None:
    texts = (
        "LONTAR - Korban tewas dalam longsor di Desa Sirih naik menjadi 90 orang pada Senin (2/6/2025).",
        "LONTAR - Korban tewas dalam longsor di Desa Sirih sudah lebih dari 100 orang pada Senin (2/6/2025).",
    )
    for order in (texts, texts[::-1]):
        told = runut.account([{"text": words, "outlet": f"Warta {n}"} for n, words in enumerate(order, 1)])
        (toll,) = (line.text for line in told.brief if line.text.startswith("Korban tewas:"))
        assert toll.startswith("Korban tewas: ≥ 100 orang")
