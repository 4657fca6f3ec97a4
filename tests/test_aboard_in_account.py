"""People aboard what came to harm are affected, but an account calls them what they are: they read as no toll of victims."""

from __future__ import annotations

import runut
from runut.exports import markdown

BODIES = (
    "KALIMAS — Bus wisata terguling di Lontar, Rabu (2/4). Bus itu membawa 54 orang. Tiga orang tewas, kata polisi Kalimas.",
    "LONTAR — Sebuah bus wisata terguling di Lontar, Rabu (2/4). Bus tersebut mengangkut 54 orang. Tiga orang tewas di jalan itu.",
)


def account() -> runut.Account:
    return runut.account(
        [
            {"text": body, "title": f"Bus terguling {n}", "published": "2031-04-02", "outlet": f"Warta {n}"}
            for n, body in enumerate(BODIES)
        ]
    )


def test_a_series_and_a_line_of_those_aboard_are_called_so() -> None:
    told = account()
    (row,) = (s for s in told.series if s.measure == "affected")
    assert row.what == "penumpang dan awak"
    lines = [line for line in told.brief if row.id in line.refs]
    assert lines
    assert all(line.text.startswith("Penumpang dan awak") for line in lines)
    assert all(line.english.startswith("People aboard") for line in lines)


def test_markdown_calls_them_so_in_english_too() -> None:
    assert "**People aboard: " in markdown.render(account(), lang="en")
    assert "**penumpang dan awak: " in markdown.render(account(), lang="id")
