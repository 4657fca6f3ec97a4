"""The three things at the top: what is current, what differs, how many reports are independent."""

from __future__ import annotations

import pytest

import runut
from runut.brief import bounds, digits, local_day, shortened
from runut.model import Figure, Span


def report(outlet: str, published: str, text: str) -> dict[str, str]:
    return {"outlet": outlet, "published": published, "title": "Gudang di Kota Lontar Terbakar", "text": text}


REPORTS = [
    report(
        "Kabar Satu",
        "2026-03-09",
        "Gudang di Kota Lontar terbakar. Dua orang tewas, kata Kapolres Lontar Ida Rato, Senin (9/3/2026).",
    ),
    report(
        "Kabar Dua",
        "2026-03-10",
        "Lima orang tewas dalam kebakaran gudang di Kota Lontar, kata Kapolres Lontar Ida Rato, Selasa (10/3/2026).",
    ),
]


def lines(reports: list[dict[str, str]], kind: str) -> list[str]:
    return [line.text for line in runut.account(reports).brief if line.kind == kind]


def test_current_is_the_latest_count_with_its_day_and_source() -> None:
    (line,) = lines(REPORTS, "current")
    assert line.startswith("Korban tewas: 5 ")
    assert "10/3/2026" in line
    assert "Ida Rato (Kabar Dua)" in line


def test_a_revision_is_told_as_one_in_the_order_of_days() -> None:
    (line,) = lines(REPORTS, "differs")
    assert "diperbarui" in line
    assert line.index("2 orang") < line.index("5 orang")


def test_of_counts_that_agree_the_exact_one_is_told_before_a_later_rounding() -> None:
    rounded = report(
        "Kabar Tiga",
        "2026-03-10",
        "Belasan orang tewas dalam kebakaran gudang di Kota Lontar, kata Ida Rato, Selasa (10/3/2026).",
    )
    exact = report(
        "Kabar Empat",
        "2026-03-09",
        "Sebanyak 14 orang tewas dalam kebakaran gudang di Kota Lontar, kata Ida Rato, Senin (9/3/2026).",
    )
    (line,) = lines([rounded, exact], "current")
    assert line.startswith("Korban tewas: 14 ")


def test_every_line_cites_passages_of_the_reports() -> None:
    told = runut.account(REPORTS)
    texts = {a.id: a.text for a in told.articles}
    for line in told.brief:
        assert line.evidence
        assert line.english
        for place in line.evidence:
            assert texts[place.article][place.start : place.end] == place.text


def test_copied_reports_count_once() -> None:
    copy = {**REPORTS[0], "outlet": "Kabar Tiga"}
    (line,) = lines([*REPORTS, copy], "independence")
    assert line.startswith("3 laporan, 2 berdiri sendiri")
    assert "Kabar Satu" in line
    assert "Kabar Tiga" in line


def test_an_unnamed_outlet_is_called_by_its_source_and_never_by_a_guess() -> None:
    (line,) = lines([{"url": "https://contoh.example/gudang", "text": REPORTS[0]["text"]}], "current")
    assert "gudang" in line


@pytest.mark.parametrize(
    ("low", "high", "approx", "want"),
    [
        (164, 164, False, "164"),
        (3700, None, False, "≥ 3.700"),
        (None, 12, False, "≤ 12"),
        (100, 200, False, "100–200"),
        (2500, 2500, True, "± 2.500"),
        (5.6, 5.6, False, "5,6"),
        (None, None, False, "puluhan"),
    ],
)
def test_bounds_are_written_as_indonesians_write_them(
    low: float | None, high: float | None, approx: bool, want: str
) -> None:
    figure = Figure(
        id="f", article="a", start=0, end=7, text="puluhan", number=Span(start=0, end=7, text="puluhan"),
        low=low, high=high, approx=approx, measure="killed", rule="r",
    )  # fmt: skip
    assert bounds(figure) == want


def test_small_words() -> None:
    assert digits(3700, english=True) == "3,700"
    assert local_day("2026-03-09", english=True) == "9 Mar 2026"
    assert digits(1_010_000_000_000) == "1.010.000.000.000"
    assert local_day("2026-03-09TEV") == "9/3/2026"
    assert local_day("2026-W11") == "2026-W11"
    assert shortened("satu dua tiga", 9) == "satu dua …"
    assert shortened("satu\n dua") == "satu dua"
