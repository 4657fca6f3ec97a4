"""Of a measure the page shows the totals at once; what holds parts alone is folded behind them."""

from __future__ import annotations

import runut
from runut.exports import html, wording
from runut.exports.passages import Sources
from runut.exports.sections.ledger import Ledger

WORDS = "Bentrokan di Kalimas melukai warga. Sebanyak 22 warga luka-luka, terdiri atas 20 orang dewasa dan dua anak, kata {}."
REPORTS = [
    {"outlet": outlet, "published": "2031-03-04", "title": "Bentrokan di Kalimas", "text": WORDS.format(who)}
    for outlet, who in (("Kabar Satu", "Bagus Pranata"), ("Kabar Dua", "Adi Laksana"), ("Kabar Tiga", "Rini Wijaya"))
]


def test_parts_stand_behind_the_total() -> None:
    account = runut.account(REPORTS)
    ((_, first, rest),) = [
        m for m in Ledger(Sources(account, wording.load("id"))).measures() if m[1][0].measure == "injured"
    ]
    assert [s.best for s in first] == [22]
    assert sorted(s.best or 0 for s in rest) == [2, 20]
    page = html.render(account)
    assert page.index(f's-{first[0].id}"') < page.index(f's-{rest[0].id}"')


def test_parts_are_shown_where_no_total_is_told() -> None:
    words = "Di antara korban bentrokan Kalimas, dua anak terluka, kata {}."
    reports = [r | {"text": words.format(n)} for n, r in enumerate(REPORTS)]
    told = Ledger(Sources(runut.account(reports), wording.load("id"))).measures()
    assert all(first for _, first, _ in told)
