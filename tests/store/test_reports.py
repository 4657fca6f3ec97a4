"""Articles, readings, findings and sketches are kept as they are, on both engines alike."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from math import inf

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rows_for_store import article, finding, group

from runut.codec import sha256
from runut.model import Article, Skipped
from runut.store import FindingRow, Store

NUMBERS = count()
# Anything that a str can be, half surrogate pairs and NUL too.
anything = st.text(st.characters(exclude_categories=()), max_size=40) | st.sampled_from(
    ["\x00", "\ud800", "\udfff\ud800", "\x1a", "\x1a0000", "\x1a\x1ad800", "%s :x ' \" \\", "’“”", "\r\n"]
)
maybe = st.none() | anything


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text, source = draw(anything), draw(anything)
    return Article(
        id="",
        source=source,
        text=text,
        sha256=sha256(text),
        title=draw(maybe),
        outlet=draw(maybe),
        url=draw(maybe),
        published=draw(maybe),
        authors=tuple(draw(st.lists(anything, max_size=3))),
        language=draw(maybe),
        page_sha256=draw(maybe),
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(articles(), max_size=4))
def test_any_article_comes_back_as_it_was(store: Store, given: list[Article]) -> None:
    given = [replace(a, id=(id := f"{next(NUMBERS)}"), url=a.url and f"{a.url}{id}") for a in given]
    with store.writing() as writer:
        writer.add_articles(given, origin="paste")
    with store.reading() as view:
        assert view.articles([a.id for a in given]) == {a.id: a for a in given}
        rows = {row.id: row for row in view.article_rows(ids=[a.id for a in given])}
        for a in given:
            assert (rows[a.id].title, rows[a.id].outlet, rows[a.id].source) == (a.title, a.outlet, a.source)
            assert rows[a.id].size == len(a.text)
            if a.outlet is not None:
                assert a.id in {row.id for row in view.article_rows(outlet=a.outlet, limit=None)}


def test_what_tells_all_as_one_with_its_address_is_that_one(store: Store) -> None:
    first = replace(article(1), url="https://randu.example/1", authors=("Tari", "Wira"))
    moved = replace(first, id="moved", source="lain.jsonl#7")
    others = [
        replace(moved, id="outlet", outlet="Suara Rawa"),
        replace(moved, id="address", url="https://randu.example/2"),
        replace(moved, id="authors", authors=("Tari",)),
        replace(moved, id="nowhere", url=None),
        replace(moved, id="nowhere else", url=None),
    ]
    with store.writing() as writer:
        writer.add_articles([first], origin="file")
        assert writer.add_articles([moved, first], origin="file") == [(first.id, False)] * 2
        assert writer.add_articles([*others, replace(others[1], id="again")], origin="file") == [
            *((other.id, True) for other in others),
            ("address", False),
        ]
    with store.writing() as writer:
        assert writer.add_articles([replace(others[0], id="later")], origin="file") == [("outlet", False)]
        assert writer.article_count() == 6


def test_an_article_that_is_kept_stays_as_it_is(store: Store) -> None:
    first = article(1)
    with store.writing() as writer:
        assert writer.add_articles([first, article(2), first], origin="file") == [
            (first.id, True),
            (article(2).id, True),
            (first.id, False),
        ]
    with store.reading() as view:
        before = view.article_rows()
    with store.writing() as writer:
        assert writer.add_articles([replace(first, title="Lain")], origin="link") == [(first.id, False)]
    with store.reading() as view:
        assert view.article_rows() == before
        assert view.article(first.id) == first


def test_articles_are_listed_by_what_is_asked_last_added_first(store: Store) -> None:
    reports = [article(n, outlet="Suara Rana" if n % 2 else "Kabar Rana") for n in range(1, 11)]
    undated = article("x", outlet=None)
    with store.writing() as writer:
        writer.add_articles([*reports, undated], origin="file")
        writer.put_stories([group("S", *reports[:3])])
    with store.reading() as view:
        ids = [a.id for a in reports]
        assert [row.id for row in view.article_rows()] == [undated.id, *ids[::-1]]
        first = view.article_rows(limit=4)
        rest = view.article_rows(before_seq=first[-1].seq)
        assert [row.id for row in (*first, *rest)] == [undated.id, *ids[::-1]]
        assert {row.id for row in view.article_rows(outlet="Suara Rana")} == set(ids[::2])
        assert [row.id for row in view.article_rows(story="S")] == ids[2::-1]
        assert {row.story for row in view.article_rows(story="S")} == {"S"}
        assert [row.id for row in view.article_rows(published_from="2025-02-04", published_to="2025-02-05")] == ids[
            3:1:-1
        ]
        assert [row.id for row in view.article_rows(ids=[ids[0], "none", ids[5]])] == [ids[5], ids[0]]
        assert view.article_rows(limit=0) == []
        assert view.article_rows(before_seq=-(2**70)) == []
        assert len(view.article_rows(before_seq=2**70, limit=2**70)) == 11
        assert view.article_count() == 11
        assert view.outlets() == [("Kabar Rana", 5), ("Suara Rana", 5)]
        assert view.article("none") is None
        assert view.article("\x00\ud800") is None


def test_a_day_of_a_stamp_is_in_its_day(store: Store) -> None:
    late = article("late", published="2025-02-01T23:50+07:00")
    with store.writing() as writer:
        writer.add_articles([late], origin="file")
    with store.reading() as view:
        assert [r.id for r in view.article_rows(published_from="2025-02-01", published_to="2025-02-01")] == [late.id]
        assert view.article_rows(published_from="2025-02-02") == []


def test_many_ids_are_asked_for_at_once(store: Store) -> None:
    reports = [article(n) for n in range(1300)]
    with store.writing() as writer:
        writer.add_articles(reports, origin="file")
    with store.reading() as view:
        ids = [a.id for a in reversed(reports)]
        assert list(view.articles(ids)) == ids
        assert len(view.article_rows(ids=ids, limit=None)) == 1300


def test_what_is_read_or_could_not_be_is_not_unread(store: Store) -> None:
    one, two, three = article(1), article(2), article(3)
    with store.writing() as writer:
        writer.add_articles([one, two, three], origin="file")
        writer.put_reading(one.id, made_by="1.0", data=b"baca", findings=[finding(one, 0)])
        writer.put_unreadable(two.id, made_by="1.0", why="tidak terbaca")
    with store.reading() as view:
        assert [a.id for a in view.unread("1.0")] == [three.id]
        assert view.unread_count("1.0") == 1
        assert [a.id for a in view.unread("1.1")] == [one.id, two.id, three.id]
        assert [a.id for a in view.unread("1.1", 2)] == [one.id, two.id]
        rows = {row.id: row for row in view.article_rows()}
        assert (rows[one.id].read, rows[two.id].read, rows[three.id].read) == (True, False, False)
        assert rows[two.id].unread_why == "tidak terbaca"
        assert view.reading(one.id) == b"baca"
        assert view.reading(two.id) is None
        assert view.readings([one.id, two.id], made_by="1.1") == {}


def test_a_reading_takes_the_place_of_the_one_before(store: Store) -> None:
    report = article(1)
    with store.writing() as writer:
        writer.add_articles([report], origin="file")
        writer.put_reading(report.id, made_by="1.0", data=b"lama", findings=[finding(report, n) for n in range(3)])
        writer.put_reading(report.id, made_by="1.1", data=b"baru", findings=[finding(report, 5), finding(report, 4)])
    with store.reading() as view:
        assert view.reading(report.id) == b"baru"
        assert view.findings(article=report.id) == [finding(report, 5), finding(report, 4)]
    with store.writing() as writer:
        writer.put_unreadable(report.id, made_by="1.2", why="tidak terbaca")
    with store.reading() as view:
        assert view.reading(report.id) is None
        assert view.findings(article=report.id) == []


def test_findings_are_found_by_layer_and_name(store: Store) -> None:
    one, two = article(1), article(2)
    with store.writing() as writer:
        writer.add_articles([one, two], origin="file")
        for report in (one, two):
            found = [
                finding(report, 0),
                finding(report, 1, layer="statements", name="Sri Rahayu"),
                finding(report, 2, name=None),
            ]
            writer.put_reading(report.id, made_by="1", data=b"", findings=found)
    with store.reading() as view:
        assert {(f.article, f.id) for f in view.findings(name="Sri Rahayu")} == {(one.id, "f1"), (two.id, "f1")}
        assert len(view.findings(layer="figures")) == 4
        assert len(view.findings(layer="figures", limit=3)) == 3
        assert [f.id for f in view.findings(article=two.id, layer="figures")] == ["f0", "f2"]


def test_numbers_and_names_of_any_size_are_kept(store: Store) -> None:
    long = "".join(map(chr, range(200, 30000)))
    report = article(1, outlet=long, text=long, title=long, url=long)
    huge = FindingRow(
        id="f", article=report.id, layer="figures", start=0, end=9, text=long, name=long, low=10**30, high=10**400
    )
    with store.writing() as writer:
        writer.add_articles([report], origin="paste")
        writer.put_reading(report.id, made_by="1", data=b"", findings=[huge, replace(huge, low=-(10**400), high=0.1)])
        writer.note_skipped([Skipped(source=long, reason=long)])
    with store.reading() as view:
        assert view.article(report.id) == report
        assert [row.id for row in view.article_rows(outlet=long)] == [report.id]
        assert [(f.low, f.high) for f in view.findings(name=long)] == [(1e30, inf), (-inf, 0.1)]


def test_what_is_put_for_no_article_is_refused(store: Store) -> None:
    with pytest.raises(KeyError, match="none"), store.writing() as writer:
        writer.put_reading("none", made_by="1", data=b"", findings=[])
    with pytest.raises(KeyError, match="none"), store.writing() as writer:
        writer.put_unreadable("none", made_by="1", why="")


def test_sketches_come_by_day_with_their_stories(store: Store) -> None:
    one, two, three = article(1), article(2), article(3)
    with store.writing() as writer:
        writer.add_articles([one, two, three], origin="file")
        writer.put_sketch(one.id, "2025-02-02", b"a\x00")
        writer.put_sketch(two.id, "2025-02-01", b"b")
        writer.put_sketch(three.id, None, b"c")
        writer.put_links([(two.id, b"l")])
        writer.put_stories([group("S", one, three)])
    with store.reading() as view:
        rows = list(view.sketches())
        assert [(r.article, r.day, r.data, r.links, r.story) for r in rows] == [
            (two.id, "2025-02-01", b"b", b"l", None),
            (one.id, "2025-02-02", b"a\x00", None, "S"),
            (three.id, None, b"c", None, "S"),
        ]
        assert [r.article for r in view.sketches(from_day="2025-02-02")] == [one.id]
        assert [r.article for r in view.sketches(to_day="2025-02-01")] == [two.id]
        assert [r.article for r in view.sketches(undated=True)] == [three.id]
        assert [r.article for r in view.sketches(stories=["S", "none"])] == [one.id, three.id]
        assert view.unplaced() == sorted([(one.id, b"a\x00"), (three.id, b"c")])
        assert len(view.unplaced(1)) == 1


def test_a_sketch_that_is_another_has_no_links(store: Store) -> None:
    report = article(1)
    with store.writing() as writer:
        writer.add_articles([report], origin="file")
        writer.put_sketch(report.id, "2025-02-02", b"a")
        writer.put_links([(report.id, b"l")])
        writer.put_sketch(report.id, "2025-02-02", b"a")
        assert writer.unplaced() == []
        writer.put_sketch(report.id, "2025-02-03", b"a")
        assert writer.unplaced() == [(report.id, b"a")]


def test_what_was_skipped_is_told_once_for_a_reason(store: Store) -> None:
    gone = Skipped(source="hilang.txt", reason="tidak ada")
    with store.writing() as writer:
        writer.note_skipped([gone, gone], job="j1")
        writer.note_skipped([gone, replace(gone, reason="kosong")], job="j1")
        writer.note_skipped([gone])
    with store.reading() as view:
        assert [(r.source, r.reason, r.job) for r in view.skipped()] == [
            ("hilang.txt", "tidak ada", None),
            ("hilang.txt", "kosong", "j1"),
            ("hilang.txt", "tidak ada", "j1"),
        ]
        assert len(view.skipped(job="j1")) == 2
        assert len(view.skipped(limit=1)) == 1


def test_a_transaction_is_kept_whole_or_not_at_all(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as writer:
        writer.add_articles([article(1)], origin="file")
        writer.note_skipped([Skipped(source="a", reason="b")])
        raise ZeroDivisionError
    with store.reading() as view:
        assert view.article_count() == 0
        assert view.skipped() == []


def test_a_view_stays_as_it_was_while_others_write(store: Store) -> None:
    with store.reading() as view:
        assert view.article_count() == 0
        with store.writing() as writer:
            writer.add_articles([article(1)], origin="file")
        assert view.article_count() == 0
        assert view.article(article(1).id) is None
    with store.reading() as view:
        assert view.article_count() == 1


def test_a_writer_sees_what_it_wrote(store: Store) -> None:
    with store.writing() as writer:
        writer.add_articles([article(1)], origin="file")
        assert writer.article(article(1).id) == article(1)
