"""A report of another event is named, and none that belongs."""

from __future__ import annotations

import pytest

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
    assert [o.rule for o in told.off_story] == ["shares-nothing"]
    assert [o.why[:12] for o in told.off_story] == ["tidak berbag"]
    (article,) = [a for a in told.articles if a.id == told.off_story[0].article]
    assert article.title == OTHER["title"]


def test_none_is_off_story_among_reports_of_one_event_or_too_few() -> None:
    assert runut.account(SHIP).off_story == ()
    assert runut.account([SHIP[0], OTHER]).off_story == ()


@pytest.mark.parametrize(
    ("known", "other", "away"),
    [
        ("Keluarga Menunggu Sapi", "Sapi Wairoto Laku Keras", False),  # what it is about has four letters
        ("Keluarga Menunggu Kambing", "Sapi Wairoto Laku Keras", True),
        ("Keluarga yang Menunggu", "Pedagang yang Merugi", True),  # and so has much of the grammar
        ("Keluarga Menunggu Hari Ini", "Pedagang Merugi Tiap Hari", True),
    ],
)
def test_a_short_word_of_the_matter_keeps_a_report_and_one_of_grammar_does_not(
    known: str, other: str, *, away: bool
) -> None:
    told = runut.account([*SHIP[:3], {**SHIP[3], "title": known}, {**OTHER, "title": other}])
    assert bool(told.off_story) == away


FERRY = [
    {
        "title": f"Feri Karam di Selat Sirih, {what}",
        "text": f"Feri itu karam di Selat Sirih pada Selasa. {what}, kata nakhoda. Penumpang feri yang karam dibawa ke dermaga.",
    }
    for what in (
        "Tujuh Penumpang Selamat",
        "Nakhoda Diperiksa",
        "Muatan Berlebih",
        "Regu Penolong Dikirim",
        "Pelampung Kurang",
        "Ombak Tinggi",
        "Dermaga Penuh",
    )
]
# It shares the day and some words with the others.
MARKET = {
    "title": "Dermaga Ikan Naikkan Sewa Kios",
    "text": "Sewa kios di dermaga ikan naik mulai Selasa. Pedagang bawang menolak kenaikan itu, kata nakhoda paguyuban.",
}


def test_a_report_without_the_words_of_the_story_is_off_story() -> None:
    told = runut.account([*FERRY, MARKET])
    (stray,) = told.off_story
    (article,) = [a for a in told.articles if a.id == stray.article]
    assert article.title == MARKET["title"]
    assert stray.rule == "lacks-key-words"
    assert "feri" in stray.why and "karam" in stray.why
    assert "key words" in stray.english


def test_another_side_of_the_story_belongs_to_it() -> None:
    aside = {
        "title": "Warga Desa Lontar Berdoa",
        "text": "Warga Desa Lontar berdoa bagi penumpang feri yang karam di Selat Sirih.",
    }
    assert runut.account([*FERRY, aside]).off_story == ()


def test_where_too_many_lack_its_words_a_story_has_none() -> None:
    others = [{**MARKET, "title": f"{MARKET['title']} {n}", "text": f"{MARKET['text']} {n}"} for n in ("Lagi", "Baru")]
    assert runut.account([*FERRY[:5], MARKET, *others]).off_story == ()
