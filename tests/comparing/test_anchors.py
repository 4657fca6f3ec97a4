"""Anchors: the day from which a report's relative days count, step by step of the cascade."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

import pytest

from runut import pipeline
from runut.comparing import anchors
from runut.lang import Language
from runut.model import Anchor, Article
from runut.pipeline import Glance

Look = Callable[..., Glance]
Languages = Mapping[str, Language]
BODY = "Warga lereng Kalimas mengungsi sejak hujan deras turun tanpa henti."


@pytest.fixture(scope="module")
def look(languages: Languages) -> Look:
    def glance(id_: str, text: str, published: str | None = None) -> Glance:
        return pipeline.glance(Article(id=id_, source=id_, text=text, sha256="", published=published), languages)

    return glance


def settle(glances: list[Glance], languages: Languages, given: str | None = None) -> dict[str, Anchor]:
    return dict(anchors.settle(glances, given, languages))


def test_the_published_day_comes_first(look: Look, languages: Languages) -> None:
    one = look("a", f"{BODY} “Reda,” kata Sari, Rabu (5/3/2031).", published="2031-03-06T08:00")
    assert settle([one], languages, "2031-03-09") == {"a": Anchor(day="2031-03-06", origin="metadata")}


@pytest.mark.parametrize(
    "published, day",
    [
        ("2031-03-05", "2031-03-05"),
        ("2031-03-05T17:10+00:00", "2031-03-06"),
        ("2031-03-05T17:10Z", "2031-03-06"),
        ("2031-03-05T23:10+07:00", "2031-03-05"),
        ("2031-03-05T23:40+09:00", "2031-03-05"),
        ("2031-03-05T17:10", "2031-03-05"),
    ],
)
def test_days_are_counted_in_jakarta(look: Look, languages: Languages, published: str, day: str) -> None:
    assert settle([look("a", BODY, published)], languages)["a"].day == day


def test_a_late_bare_stamp_is_utc_where_someone_speaks_on_the_next_day(look: Look, languages: Languages) -> None:
    text = f"{BODY} “Reda,” kata Sari, Kamis (6/3/2031)."
    assert settle([look("a", text, "2031-03-05T17:10")], languages)["a"].day == "2031-03-06"
    assert settle([look("a", text, "2031-03-05T09:10")], languages)["a"].day == "2031-03-05"


def test_the_own_text_comes_before_the_users_day(look: Look, languages: Languages) -> None:
    told = look("a", f"{BODY} “Reda,” kata Sari, Rabu (5/3/2031).")
    mute = look("b", BODY)
    assert settle([told, mute], languages, "2031-03-09") == {
        "a": Anchor(day="2031-03-05", origin="text"),
        "b": Anchor(day="2031-03-09", origin="user"),
    }


def test_the_last_day_on_which_someone_spoke_moves_to_the_day_after_with_most_siblings(
    look: Look, languages: Languages
) -> None:
    told = look("a", f"{BODY} “Reda,” kata Sari, Rabu (5/3/2031).")
    after = [look("b", BODY, "2031-03-06"), look("c", BODY, "2031-03-06")]
    same = [look("d", BODY, "2031-03-05"), look("e", BODY, "2031-03-05")]
    assert settle([told, *after], languages)["a"] == Anchor(day="2031-03-06", origin="reports")
    assert settle([told, *after, *same], languages)["a"] == Anchor(day="2031-03-05", origin="text")
    assert settle([told, look("f", BODY, "2031-03-07")], languages)["a"] == Anchor(day="2031-03-05", origin="text")


def test_nothing_tells_and_nothing_is_guessed(look: Look, languages: Languages) -> None:
    assert settle([look("a", f"{BODY} Reda sejak Rabu.")], languages) == {"a": Anchor()}


def test_the_year_of_a_day_and_month_comes_from_the_siblings(look: Look, languages: Languages) -> None:
    siblings = [look("a", BODY, "2031-03-04"), look("b", BODY, "2031-03-06")]
    mute = look("c", f"{BODY} Longsor terjadi Selasa (4/3). “Reda,” kata Sari, Rabu (5/3).")
    assert settle([*siblings, mute], languages)["c"] == Anchor(day="2031-03-05", origin="reports")


def test_a_weekday_is_placed_among_the_siblings_days(look: Look, languages: Languages) -> None:
    siblings = [look("a", BODY, "2031-03-04"), look("b", BODY, "2031-03-07")]
    mute = look("c", f"{BODY} Longsor terjadi Selasa dan Sari berbicara pada hari Rabu.")
    assert settle([*siblings, mute], languages)["c"] == Anchor(day="2031-03-05", origin="reports")


def test_a_mute_report_takes_the_day_of_most_siblings_not_before_its_own_dates(
    look: Look, languages: Languages
) -> None:
    siblings = [look("a", BODY, "2031-03-04"), look("b", BODY, "2031-03-05"), look("c", BODY, "2031-03-05")]
    mute = look("d", f"{BODY} Longsor terjadi pada Selasa, 4 Maret 2031.")
    assert settle([*siblings, mute], languages)["d"] == Anchor(day="2031-03-05", origin="reports")


def test_siblings_far_apart_tell_nothing(look: Look, languages: Languages) -> None:
    siblings = [look("a", BODY, "2031-03-04"), look("b", BODY, "2031-04-05")]
    assert settle([*siblings, look("c", BODY)], languages)["c"] == Anchor()


def test_the_order_of_the_reports_does_not_matter(look: Look, languages: Languages) -> None:
    glances = [
        look("a", BODY, "2031-03-04"),
        look("b", f"{BODY} “Reda,” kata Sari, Rabu (5/3/2031)."),
        look("c", f"{BODY} “Reda,” kata Sari, Kamis (6/3)."),
        look("d", f"{BODY} Sari berbicara pada hari Rabu."),
        look("e", BODY),
    ]
    expected = settle(glances, languages)
    shuffled = random.Random(3)
    for _ in range(5):
        shuffled.shuffle(glances)
        assert settle(glances, languages) == expected


def test_a_report_of_another_time_takes_no_siblings_day(look: Look, languages: Languages) -> None:
    siblings = [look(n, f"{BODY} Laporan {n}.", "2031-03-05") for n in "abc"]
    other = look("d", f"{BODY} Dermaga itu roboh pada Kamis (8/9/2022).")
    assert settle([*siblings, other], languages)["d"].day is None
    history = look("d", f"{BODY} Dermaga itu dibangun pada 8 September 2022.")
    assert settle([*siblings, history], languages)["d"] == Anchor(day="2031-03-05", origin="reports")


def test_a_report_is_no_older_than_the_last_day_on_which_it_has_someone_speak(look: Look, languages: Languages) -> None:
    siblings = [look(f"s{k}", BODY, published=f"2031-03-0{k}") for k in (3, 4, 5)]
    younger = look("a", f"{BODY} “Reda,” kata Sari, Senin (10/3). Tiga hari lalu, Jumat (7/3), hujan masih deras.")
    wrong = look("b", f"{BODY} “Reda,” kata Sari, Selasa (11/3). Rapat digelar Senin (17/3).")
    ahead = look("c", f"{BODY} Rapat akan digelar di balai desa pada Senin (10/3).")
    got = settle([*siblings, younger, wrong, ahead], languages)
    assert got["a"] == Anchor(day="2031-03-10", origin="reports")
    assert got["b"] == Anchor(day="2031-03-11", origin="reports")
    assert got["c"].day != "2031-03-10"


def test_today_with_its_date_is_the_day_of_the_report(look: Look, languages: Languages) -> None:
    report = look(
        "a", f"{BODY} Hakim membacakan putusan hari ini, Rabu (5/3/2031). Gudang terbakar pada Senin (3/2/2031)."
    )
    assert settle([report], languages) == {"a": Anchor(day="2031-03-05", origin="text")}


def test_a_saying_after_the_last_sibling_without_its_year_is_the_day_of_a_report(
    look: Look, languages: Languages
) -> None:
    siblings = [look("a", BODY, "2031-03-03"), look("b", BODY, "2031-03-05")]
    late = look("c", f"{BODY} “Reda,” kata Sari, Senin (10/3). “Deras,” kata Tono, Rabu (5/3).")
    assert settle([*siblings, late], languages)["c"] == Anchor(day="2031-03-10", origin="reports")
    plan = look("c", f"{BODY} Pasar dibuka Senin (10/3).")
    assert settle([*siblings, plan], languages)["c"].day != "2031-03-10"


def test_a_report_that_cites_what_was_said_long_after_its_siblings_is_not_of_their_days(
    look: Look, languages: Languages
) -> None:
    known = [look("a", BODY, "2031-03-04"), look("b", BODY, "2031-03-05")]
    later = look("c", f"{BODY} “Reda pada Minggu,” kata juru bicara Sari Wulandari kepada wartawan pada 10 Mei 2031.")
    planned = look("c", f"{BODY} Pemilihan akan digelar pada 10 Mei 2031, kata Sari Wulandari. Minggu itu hujan.")
    assert settle([*known, later], languages)["c"] == Anchor(day=None, origin=None)
    assert settle([*known, planned], languages)["c"].day is not None
