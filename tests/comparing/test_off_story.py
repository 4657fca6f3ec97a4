"""A report of another event is named, and none that belongs."""

from __future__ import annotations

import runut

SHIP = [
    {"title": "Kapal Terbakar di Selat Sirih", "text": "Kapal terbakar di Selat Sirih, kata Kapolres Lontar Ida Rato."},
    {"title": "Korban Kapal Terbakar Bertambah", "text": "Korban bertambah di Selat Sirih, kata Ida Rato."},
    {"title": "Kapal di Selat Sirih Diperiksa", "text": "Ida Rato memeriksa kapal di Selat Sirih."},
    {"title": "Keluarga Menunggu", "text": "Keluarga menunggu di tepi Selat Sirih."},
]
OTHER = {"title": "Harga Cabai Melonjak", "text": "Harga cabai di Pasar Wairoto naik, kata pedagang Yosef Lamabelawa."}


def test_a_report_that_shares_nothing_is_off_story() -> None:
    told = runut.account([*SHIP, OTHER])
    assert [o.why[:12] for o in told.off_story] == ["tidak berbag"]
    (article,) = [a for a in told.articles if a.id == told.off_story[0].article]
    assert article.title == OTHER["title"]


def test_none_is_off_story_among_reports_of_one_event_or_too_few() -> None:
    assert runut.account(SHIP).off_story == ()
    assert runut.account([SHIP[0], OTHER]).off_story == ()
