"""Stories grow, merge and split in the store, an id leads on for good, and accounts are kept by version."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rows_for_store import Clock, article, group

from runut.model import Change
from runut.store import Store, open_store

REPORTS = [article(n, outlet=f"Media {n % 3}") for n in range(8)]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(store_url: str, clock: Clock) -> Iterator[Store]:
    with open_store(store_url, clock=clock) as opened:
        with opened.writing() as writer:
            writer.add_articles(REPORTS, origin="file")
        yield opened


def test_a_story_is_listed_with_its_counts(store: Store) -> None:
    with store.writing() as writer:
        writer.put_stories([group("A", *REPORTS[:4])], [Change(kind="new", story="A", before=(), articles=("x", "y"))])
    with store.reading() as view:
        (row,) = view.stories()
        assert (row.id, row.title, row.size, row.outlets, row.first, row.last) == (
            "A",
            "Banjir di Rana",
            4,
            3,
            "2025-02-01",
            "2025-02-03",
        )
        assert row.changed_at == "2025-02-01T08:00:00.000000Z"
        assert row.told_version is None
        assert view.story("A") == row
        assert view.story("none") is None
        assert view.members("A") == [a.id for a in REPORTS[:4]]
        assert view.story_of(REPORTS[0].id) == "A"
        assert view.story_of(REPORTS[5].id) is None
        assert view.homes([a.id for a in REPORTS]) == {a.id: "A" for a in REPORTS[:4]}
        (change,) = view.changes()
        assert (change.kind, change.story, change.before, change.articles) == ("new", "A", (), ("x", "y"))
        assert view.last_change() == change.seq


def test_stories_come_last_changed_first_and_by_pages(store: Store, clock: Clock) -> None:
    with store.writing() as writer:
        writer.put_stories([group("A", REPORTS[0], last="2025-02-01"), group("B", REPORTS[1], last="2025-02-09")])
    clock.on(60)
    with store.writing() as writer:
        writer.put_stories(
            [group("C", REPORTS[2], title="Gempa 100% di Ranu_Timur"), group("D", REPORTS[3], last=None)]
        )
    with store.reading() as view:
        assert [s.id for s in view.stories()] == ["C", "D", "B", "A"]
        assert [s.id for s in view.stories(changed_since="2025-02-01T08:01:00.000000Z")] == ["C", "D"]
        first = view.stories(limit=3)
        assert [s.id for s in view.stories(before=first[-1].seq)] == ["A"]
        assert [s.id for s in view.stories(query="GEMPA 100%")] == ["C"]
        assert [s.id for s in view.stories(query="ranu_t")] == ["C"]
        assert view.stories(query="10_%") == []
        assert [s.id for s in view.stories(query="  ")] == ["C", "D", "B", "A"]
        assert view.story_count() == 4
    with store.writing() as writer:
        writer.put_stories([group("A", REPORTS[0], REPORTS[4])])
    with store.reading() as view:
        assert [s.id for s in view.stories()] == ["A", "C", "D", "B"]


def test_an_id_that_merged_leads_to_where_its_reports_are(store: Store) -> None:
    with store.writing() as writer:
        writer.put_stories([group("A", *REPORTS[:2]), group("B", *REPORTS[2:5])])
        merged = Change(kind="merged", story="B", before=("A", "B"), articles=())
        writer.put_stories([group("B", *REPORTS[:5])], [merged], gone=["A"])
    with store.reading() as view:
        assert view.story("A") is None
        assert view.story_now("A") == "B"
        assert view.story_now("B") == "B"
        assert view.story_now("none") is None
        assert [s.id for s in view.stories()] == ["B"]
        assert view.members("A") == []


def test_an_id_that_split_leads_to_most_of_its_reports_and_on(store: Store) -> None:
    with store.writing() as writer:
        writer.put_stories([group("A", *REPORTS[:5])])
        writer.put_stories([group("B", *REPORTS[:2]), group("C", *REPORTS[2:5])], gone=["A"])
        assert writer.story_now("A") == "C"
        writer.put_stories([group("D", *REPORTS[:8])], gone=["B", "C"])
        assert writer.story_now("A") == "D"
        writer.put_stories([group("A", *REPORTS[:5])])
        assert writer.story_now("A") == "A"
        assert writer.story_now("B") == "D"


def test_a_story_that_loses_reports_is_counted_anew_or_gone(store: Store) -> None:
    with store.writing() as writer:
        writer.put_stories([group("A", *REPORTS[:3]), group("B", REPORTS[3])])
        writer.put_stories([group("C", *REPORTS[2:5])])
        row = writer.story("A")
        assert row is not None
        assert (row.size, row.outlets) == (2, 2)
        assert writer.story("B") is None
        assert writer.story_now("B") == "C"


def test_a_story_that_is_gone_with_all_reports_leads_nowhere(store: Store) -> None:
    with store.writing() as writer:
        writer.put_stories([group("A", REPORTS[0])])
        writer.put_stories([], gone=["A"])
        assert writer.story_now("A") is None
        assert writer.stories() == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(st.integers(0, 7), st.sampled_from("ABCD"), min_size=1), max_size=5))
def test_every_report_is_in_the_story_it_was_put_in_last(store: Store, steps: list[dict[int, str]]) -> None:
    with store.writing() as writer:
        writer.put_stories([], gone=["A", "B", "C", "D"])
        home: dict[int, str] = {}
        for step in steps:
            groups = {id: [n for n, to in step.items() if to == id] for id in step.values()}
            home = {n: id for n, id in home.items() if id not in groups} | step
            writer.put_stories([group(id, *(REPORTS[n] for n in members)) for id, members in groups.items()])
            assert writer.homes([a.id for a in REPORTS]) == {REPORTS[n].id: id for n, id in home.items()}
            rows = {row.id: row for row in writer.stories(limit=None)}
            assert {id: row.size for id, row in rows.items()} == {
                id: list(home.values()).count(id) for id in set(home.values())
            }
            for id, row in rows.items():
                assert row.outlets == len({n % 3 for n, to in home.items() if to == id})


def test_changes_are_told_from_where_one_left_off(store: Store, clock: Clock) -> None:
    def change(n: int, story: str = "A") -> Change:
        return Change(kind="grown", story=story, before=("A",), articles=(str(n),))

    with store.writing() as writer:
        writer.put_stories([], [change(n) for n in range(5)])
    clock.on(1)
    with store.writing() as writer:
        writer.put_stories([], [change(n, "B") for n in range(5, 8)])
    with store.reading() as view:

        def told(**asked: object) -> list[str]:
            return [row.articles[0] for row in view.changes(**asked)]  # type: ignore[arg-type]

        assert told() == list("01234567")
        assert told(limit=2) == list("67")
        seqs = [row.seq for row in view.changes()]
        assert told(since_seq=seqs[1], limit=3) == list("234")
        assert told(since_at="2025-02-01T08:00:00.500000Z") == list("567")
        assert told(story="B") == list("567")
        assert told(since_seq=view.last_change()) == []
        assert told(since_seq=2**80) == []


def test_accounts_are_kept_by_version(store: Store, clock: Clock) -> None:
    with store.writing() as writer:
        writer.put_stories([group("A", *REPORTS[:2])])
        assert writer.account("A") is None
        assert writer.told("A") is None
        assert writer.put_account("A", key="k1", data=b"satu", digest=b"d1") == 1
        assert writer.put_account("A", key="k1", data=b"lain", digest=b"lain") == 1
    clock.on(60)
    with store.writing() as writer:
        assert writer.put_account("A", key="k2", data=b"dua", digest=b"d2") == 2
        assert writer.put_account("A", key="k1", data=b"tiga", digest=b"d3") == 3
    with store.reading() as view:
        row = view.account("A")
        assert row is not None
        assert (row.version, row.key, row.data, row.made_at) == (3, "k1", b"tiga", "2025-02-01T08:01:00.000000Z")
        assert view.told("A") == (3, "k1", "2025-02-01T08:01:00.000000Z")
        assert [(d.version, d.data) for d in view.digests("A")] == [(1, b"d1"), (2, b"d2"), (3, b"d3")]
        digest = view.digest("A", 2)
        assert digest is not None
        assert digest.data == b"d2"
        assert view.digest("A", 4) is None
        assert view.digest("A", 2**70) is None
        assert view.stories()[0].told_version == 3
    with pytest.raises(KeyError, match="none"), store.writing() as writer:
        writer.put_account("none", key="k", data=b"", digest=b"")


def test_an_account_says_what_lists_show(store: Store) -> None:
    with store.writing() as writer:
        writer.put_stories([group("A", *REPORTS[:3])])
        writer.put_account("A", key="k1", data=b"", digest=b"", title="Banjir Rana SURUT", independent=2)
        row = writer.story("A")
        assert row is not None
        assert (row.title, row.independent, row.told_version) == ("Banjir Rana SURUT", 2, 1)
        assert [s.id for s in writer.stories(query="surut")] == ["A"]
        writer.put_account("A", key="k2", data=b"", digest=b"")
        row = writer.story("A")
        assert row is not None
        assert (row.title, row.independent) == ("Banjir Rana SURUT", None)
        writer.put_account("A", key="k2", data=b"", digest=b"", independent=3)
        writer.put_stories([group("A", *REPORTS[:4])])
        row = writer.story("A")
        assert row is not None
        assert (row.title, row.independent, row.told_version) == ("Banjir di Rana", None, 2)


def test_what_an_account_covers_is_kept_for_lists_while_the_story_grows(store: Store) -> None:
    with store.writing() as writer:
        writer.put_stories([group("A", *REPORTS[:2]), group("B", *REPORTS[2:3])])
        writer.put_account("A", key="k1", data=b"", digest=b"", cover="(?i:Rana Sari)")
        writer.put_account("B", key="k1", data=b"", digest=b"")
        assert writer.covers(["A", "B", "none"]) == {"A": "(?i:Rana Sari)"}
        writer.put_stories([group("A", *REPORTS[:2], *REPORTS[3:4])])
        assert writer.covers(["A"]) == {"A": "(?i:Rana Sari)"}
        writer.put_account("A", key="k2", data=b"", digest=b"")
        assert writer.covers(["A"]) == {}


def test_putting_a_story_again_leaves_its_accounts(store: Store) -> None:
    with store.writing() as writer:
        writer.put_stories([group("A", *REPORTS[:2])])
        writer.put_account("A", key="k1", data=b"satu", digest=b"d1")
        writer.put_stories([group("A", *REPORTS[:3])])
        assert writer.told("A") is not None
