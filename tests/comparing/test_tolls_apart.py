"""Tolls that are not one: of harm after another was told, of those not identified, of a few beside the whole, of what is only feared."""

from __future__ import annotations

import json

import pytest

import runut
from runut.lang import load
from runut.model import Series

INDONESIAN = load("id")


def rows(*reports: tuple[str, str], measure: str = "killed") -> list[Series]:
    """The series of the dead of reports with their days."""
    records = [
        {"text": text, "title": "Kerusuhan di Kalimas", "published": day, "outlet": f"Warta {n}"}
        for n, (day, text) in enumerate(reports)
    ]
    return [row for row in runut.account(records).series if row.measure == measure]


def test_a_toll_told_before_a_days_harm_is_none_of_it() -> None:
    first = ("2031-04-02", "Kerusuhan di Kalimas menewaskan 105 orang.")
    then = ("2031-04-20", "Sebanyak 122 orang tewas di Kalimas pada Sabtu (19/4/2031).")
    assert rows(first, then) == []
    now = ("2031-04-20", "Korban tewas dalam kerusuhan di Kalimas kini mencapai 122 orang.")
    assert [row.relation for row in rows(first, now)] == ["evolve"]


@pytest.mark.parametrize(
    "word",
    [r["word"] for r in INDONESIAN.table("series_words") if r["value"] == "unidentified" and r["role"] == "handled"],
)
def test_those_not_identified_are_not_the_identified(word: str) -> None:
    first = ("2031-04-02", f"Sebanyak 13 korban tewas {word}.")
    then = ("2031-04-03", "Sebanyak 41 korban tewas teridentifikasi.")
    assert rows(first, then) == []


def test_what_is_feared_stands_beside_no_count() -> None:
    feared = ("2031-04-02", "Pejabat mengkhawatirkan jumlah korban tewas mencapai 179 orang.")
    counted = ("2031-04-02", "Kecelakaan itu menewaskan 179 orang.")
    assert all(len(row.figures) < 2 for row in rows(feared, counted))


def test_a_former_count_comes_first_in_its_run() -> None:
    account = runut.account(
        [
            {"text": text, "title": "Kerusuhan di Kalimas", "published": "2031-04-03", "outlet": f"Warta {n}"}
            for n, text in enumerate(
                (
                    "Polisi menangkap 311 orang, kata kementerian, Rabu (2/4/2031). "
                    "Sebelumnya, kementerian menyebut 294 orang ditangkap.",
                    "Polisi Kalimas menangkap 311 orang dalam kerusuhan itu.",
                )
            )
        ]
    )
    told = json.loads(runut.to_json(account))
    low = {figure["id"]: figure["low"] for figure in told["figures"]}
    (row,) = [row for row in told["series"] if row["measure"] == "arrested"]
    assert [low[i] for i in row["figures"]] == [294, 311, 311]
