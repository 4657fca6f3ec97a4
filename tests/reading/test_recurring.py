"""Lines that recur in an outlet's reports: learned from many stories and days, never those that tell one."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest

import runut
from runut import codec, pipeline
from runut.lang import load
from runut.model import Article, FurnitureProfile
from runut.reading import furniture
from runut.reading.furniture import recurring

ID = load("id")
PAGE = "Mari jaga lereng bersama Warta Kalimas setiap hari"
CALL = "Kerja sama dengan siapa pun tidak mengubah sikap redaksi Warta Kalimas."
STORIES = [
    "Longsor Menutup Jalan Hulu", "Harga Cabai Naik Tajam", "Kapal Nelayan Hilang Kontak", "Festival Gamelan Dibuka Gubernur",
    "Sekolah Baru Diresmikan Wali", "Tim Muara Menang Telak", "Polisi Tangkap Pencuri Sapi", "Listrik Padam Semalam Suntuk",
    "Panen Padi Melimpah Lagi", "Jembatan Gantung Putus Diterjang", "Rapat Anggaran Berlangsung Alot", "Museum Kota Kembali Ramai",
]  # fmt: skip


def report(n: int, *page: str, title: str | None = None, day: str | None = None, url: str | None = None) -> Article:
    body = f"Warga nomor {n} menceritakan hal itu kepada petugas di balai desa.\nPetugas mencatat semuanya ({n})."
    return Article(
        id=f"a{n}",
        source=f"a{n}.txt",
        text="\n".join([body, *page]),
        sha256="",
        title=STORIES[n % len(STORIES)] if title is None else title,
        outlet="Warta Kalimas",
        url=url,
        published=day or f"2031-03-{n % 28 + 1:02d}",
    )


def batch(*page: str, size: int = 24, **given: str) -> list[Article]:
    return [report(n, *page, **given) for n in range(size)]


def known(articles: list[Article]) -> set[str]:
    """The lines of the articles that these themselves teach to be furniture."""
    lines = recurring.settle(recurring.learn(articles, ID))
    return {article.text[a:b] for article in articles for a, b, _, _ in recurring.find(article, lines, ID)}


def test_lines_of_many_stories_and_days_are_known() -> None:
    assert known(batch(PAGE, CALL)) == {PAGE, CALL}


@pytest.mark.parametrize(
    "line",
    [
        "Sebanyak 14 warga lereng masih dicari petugas gabungan",
        "Dua warga lereng masih dicari petugas gabungan",
        "Bupati berkata “lereng itu rapuh” kepada warga",
        "Berikut isi surat dari kepala desa itu:",
        "Kalimas",
        "Lereng Kalimas",
        "(Sari Hulu Kalimas)",
        "Editor: Sari Hulu Kalimas",
        "Laporan Wartawan Warta Kalimas, Sari Hulu",
        "Kalimas, Warta Lereng --",
        "Warga mengungsi semalam. (abc/def)",
    ],
)
def test_what_may_tell_the_story_is_never_learned(line: str) -> None:
    assert known(batch(line.strip())) == set()


def test_background_of_one_story_is_not_furniture() -> None:
    assert known(batch(CALL, title="Longsor Lereng Kalimas Kian Meluas")) == set()
    assert known([report(n, CALL, title=f"{STORIES[n % 12]} Akibat Longsor") for n in range(24)]) == set()


def test_reports_of_one_day_or_a_small_batch_teach_nothing() -> None:
    assert known(batch(PAGE, day="2031-03-05")) == set()
    assert known(batch(PAGE, size=recurring.FEWEST_REPORTS - 1)) == set()
    assert known([report(n, *([CALL] if n < recurring.FEWEST_SENTENCES - 1 else [])) for n in range(24)]) == set()


def test_the_order_of_reports_and_of_merging_does_not_matter() -> None:
    articles = [report(n, PAGE, CALL) for n in range(40)]
    shuffled = random.Random(5).sample(articles, 40)
    assert recurring.learn(articles, ID) == recurring.learn(shuffled, ID)
    a, b, c = (recurring.learn(articles[k::3], ID) for k in range(3))
    assert recurring.merge([a, b, c]) == recurring.merge([recurring.merge([c, a]), b])
    assert recurring.settle(recurring.merge([a, b, c])) == recurring.settle(recurring.learn(articles, ID))


def test_merging_a_profile_with_itself_teaches_nothing_new() -> None:
    few = [report(n, *([PAGE] if n < recurring.FEWEST_LINES - 1 else [])) for n in range(24)]
    profile = recurring.learn(few, ID)
    assert recurring.settle(recurring.merge([profile, profile])) == recurring.settle(profile)


def taught(batches: list[list[Article]]) -> FurnitureProfile:
    profile: FurnitureProfile | None = None
    for some in batches:
        profile = recurring.teach([replace(a, sha256=codec.sha256(a.text)) for a in some], ID, profile)
    assert profile is not None
    return profile


def test_a_line_that_stands_once_a_day_is_learned_day_by_day() -> None:
    articles = [report(n, PAGE, CALL) for n in range(24)]
    day_by_day, at_once = taught([[a] for a in articles]), taught([articles])
    assert day_by_day == at_once
    assert len(recurring.settle(at_once)["warta kalimas"]) == 2
    assert recurring.settle(at_once) == recurring.settle(recurring.learn(articles, ID))


def test_reports_given_again_are_counted_once() -> None:
    articles = [report(n, *([PAGE] if n < recurring.FEWEST_LINES - 1 else [])) for n in range(24)]
    profile = taught([articles])
    assert taught([articles, articles[:9], [replace(a, id=f"./{a.id}") for a in articles]]) == profile
    assert recurring.merge([profile, profile]).outlets[0].reports == 24
    assert taught([articles[:12], articles[12:] + articles[:3]]) == profile


def test_of_lines_that_stand_once_the_latest_reports_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recurring, "MOST_ONCE", 3)
    (outlet,) = taught([[report(n, f"Baris khusus lereng {'abcdefghij'[n]}") for n in range(9)]]).outlets
    assert [o.witness.day for o in outlet.once] == ["2031-03-09", "2031-03-08", "2031-03-07"]
    assert len(outlet.seen) == outlet.reports == 9


def test_a_profile_of_an_earlier_version_can_be_added_to() -> None:
    old = codec.to_jsonable(recurring.learn(batch(PAGE), ID))
    for outlet in old["outlets"]:
        del outlet["once"], outlet["seen"]
    earlier = codec.furniture_profile_from_json(json.dumps(old))
    assert recurring.settle(recurring.teach([], ID, earlier)) == recurring.settle(earlier) != {}


def test_a_profile_holds_no_text_and_comes_back_from_its_file() -> None:
    profile = recurring.learn(batch(PAGE, CALL), ID)
    kept = codec.to_json(profile)
    assert "lereng" not in kept.casefold() and "sapi" not in kept.casefold()
    assert codec.furniture_profile_from_json(kept) == profile
    with pytest.raises(ValueError):
        codec.furniture_profile_from_json('{"outlets": 3}')


def test_the_lines_are_marked_with_their_rule_and_only_in_their_outlet() -> None:
    lines = recurring.settle(recurring.learn(batch(PAGE), ID))
    found = furniture.find(report(90, PAGE), ID, lines)
    assert [(f.text, f.kind, f.rule) for f in found] == [(PAGE, "other", "recurs")]
    other = Article(id="b", source="b", text=f"Hujan reda.\n{PAGE}", sha256="", outlet="Harian Muara")
    assert furniture.find(other, ID, lines) == ()


def test_a_sentence_in_a_text_without_lines_is_known_too() -> None:
    body = (
        "Warga lereng mengungsi ke balai desa sejak malam dan belum dapat pulang ke rumah mereka hingga pagi ini. " * 3
    )
    articles = [Article(id=f"{n}", source="x", text=f"{body}{CALL} Hujan reda di hulu.", sha256="", title=STORIES[n % 12],
                        outlet="Warta Kalimas", published=f"2031-03-{n + 1:02d}") for n in range(24)]  # fmt: skip
    lines = recurring.settle(recurring.learn(articles, ID))
    assert CALL in [f.text for f in furniture.find(articles[0], ID, lines)]


@pytest.mark.parametrize(
    "outlet, url, key",
    [
        ("Warta Kalimas", "https://daerah.wartakalimas.co.id/a/1", "wartakalimas.co.id"),
        ("Warta Kalimas", "https://news.google.com/rss/articles/abc", "warta kalimas"),
        ("daerah.wartakalimas.example", None, "wartakalimas.example"),
        (None, None, None),
    ],
)
def test_an_outlet_is_known_by_its_domain_or_name(outlet: str | None, url: str | None, key: str | None) -> None:
    assert recurring.outlet_of(Article(id="a", source="a", text="", sha256="", outlet=outlet, url=url)) == key


def records(*page: str) -> list[dict[str, str]]:
    return [
        {"title": a.title or "", "text": a.text, "outlet": "Warta Kalimas", "published": a.published or "", "url": ""}
        for a in batch(*page)
    ]


def test_an_account_learns_from_its_own_reports_and_says_so() -> None:
    told = runut.account(records(PAGE))
    assert all(report.text[report.furniture[-1][0] : report.furniture[-1][1]] == PAGE for report in told.articles)
    assert told.furniture_profile and not list(runut.verify(told, reread=False))
    assert runut.account(records(PAGE)[:3]).furniture_profile is None


def test_a_saved_profile_is_used_for_one_report() -> None:
    profile = runut.learn_furniture(records(PAGE))
    assert isinstance(profile, FurnitureProfile)
    record = records(PAGE)[0]
    assert PAGE in [f.text for f in runut.read(record, furniture_profile=profile).furniture]
    assert PAGE not in [f.text for f in runut.read(record).furniture]


def test_the_pipeline_reads_without_a_profile() -> None:
    assert pipeline.glance(report(1, PAGE), {"id": ID}).furniture == ()
