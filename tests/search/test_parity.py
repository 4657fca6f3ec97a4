"""Both engines find the same sets, whatever is stored and sought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import postgres
from runut import codec
from runut.model import Article
from runut.store import Store, open_store
from runut.store.searching import KINDS, MOST_ROWS, Document, Sought, Wanted

TERMS = ("a", "b", "c", "ab", "0ab", "7", "2d5")
WORDS = st.lists(st.sampled_from(TERMS), max_size=6).map(" ".join)
DAYS = st.sampled_from([None, "2031-01-01", "2031-01-02", "2031-02-01"])
FACETS = st.lists(st.sampled_from(["oa", "ob", "sa", "sb", "sab", "mk", "mi"]), max_size=3, unique=True).map(" ".join)
ALTERNATIVES = st.lists(st.sampled_from(TERMS), min_size=1, max_size=3, unique=True).map(tuple)
SOUGHT = st.builds(Sought, row=st.lists(ALTERNATIVES, min_size=1, max_size=4).map(tuple), prefix=st.booleans())
FILTER = st.lists(st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1, max_size=2).map(tuple), max_size=2).map(tuple)
WANTED = st.builds(
    Wanted,
    all_of=st.lists(st.lists(SOUGHT, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple),
    none_of=st.lists(SOUGHT, max_size=2).map(tuple),
    kinds=st.lists(st.sampled_from(KINDS), max_size=3, unique=True).map(tuple),
    outlets=FILTER,
    speakers=FILTER,
    measures=st.lists(st.sampled_from(["k", "i"]), max_size=2, unique=True).map(tuple),
    from_day=DAYS,
    to_day=DAYS,
)
STORED = st.lists(
    st.lists(
        st.tuples(st.sampled_from(KINDS), WORDS, WORDS, FACETS, DAYS, st.sampled_from(["x", "y"])),
        min_size=1,
        max_size=4,
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def pair(postgresql: postgres.Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """A store on each engine, with the same empty articles."""
    with open_store(str(tmp_path_factory.mktemp("p") / "s.db")) as one, open_store(postgresql.database()) as two:
        for store in (one, two):
            with store.writing() as writer:
                writer.add_articles([_article(n) for n in range(4)], origin="file")
        yield one, two


def _article(number: int) -> Article:
    return Article(id=f"a{number}", source=str(number), text="", sha256=codec.sha256(""))


def _documents(number: int, rows: Sequence[tuple[str, str, str, str, str | None, str]]) -> list[Document]:
    return [
        Document(
            kind=kind,
            ref=f"{number}-{n}",
            title=title,
            terms=terms,
            facets=facets,
            day=day,
            key=key if kind == "name" else None,
        )
        for n, (kind, title, terms, facets, day, key) in enumerate(rows)
    ]


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(stored=STORED, asked=st.lists(WANTED, min_size=1, max_size=4))
def test_the_same_sets(
    stored: list[list[tuple[str, str, str, str, str | None, str]]], asked: list[Wanted], pair: tuple[Store, Store]
) -> None:
    for store in pair:
        with store.writing() as writer:
            for number in range(4):
                writer.put_documents(f"a{number}", _documents(number, stored[number] if number < len(stored) else []))
    for wanted in asked:
        found = []
        for store in pair:
            with store.reading() as view:
                matches, counted = view.search(wanted, limit=100), view.count(wanted)
            assert sum(counted.values()) == len(matches)
            # of a name in several articles the best one stands, and ranks are each engine's own
            names = sorted((m.articles, "") for m in matches if m.kind == "name")
            found.append((sorted((m.kind, m.ref, m.in_title) for m in matches if m.kind != "name"), names, counted))
            firsts = [m.in_title for m in matches]
            assert firsts == sorted(firsts, reverse=True)
        assert found[0] == found[1]


def test_long_articles_and_common_words_keep_their_rows(pair: tuple[Store, Store]) -> None:
    """PostgreSQL counts no places beyond 16,383 and no more than 256 of one word."""
    terms = " ".join(["a"] * 20_000 + ["b", "a", "c"])
    row = Sought(row=(("b",), ("a",), ("c",)))
    other = Sought(row=(("b",), ("c",)))
    for store in pair:
        with store.writing() as writer:
            writer.put_documents("a0", [Document(kind="article", ref="a0", terms=terms)])
        with store.reading() as view:
            assert [m.ref for m in view.search(Wanted(all_of=((row,),), kinds=("article",)))] == ["a0"]
            assert not [m for m in view.search(Wanted(all_of=((other,),), kinds=("article",))) if m.ref == "a0"]


def test_rows_with_many_alternatives_are_sought_in_pieces(pair: tuple[Store, Store]) -> None:
    row = Sought(row=tuple((f"w{n}", f"v{n}") for n in range(9)))
    assert MOST_ROWS < 2**9
    for store in pair:
        with store.writing() as writer:
            writer.put_documents("a1", [Document(kind="article", ref="a1", terms="q w0 w1 v2 w3 v4 w5 w6 v7 w8")])
            writer.put_documents("a2", [Document(kind="article", ref="a2", terms="q w0 w1 v2 w3 x v4 w5 w6 v7 w8")])
        with store.reading() as view:
            assert [m.ref for m in view.search(Wanted(all_of=((row,),)))] == ["a1"]


@pytest.mark.parametrize("term", ["", "a b", "Ä", 'a"', "a*", "a)", "a:b", "A"])
def test_what_is_no_term_never_reaches_the_engine(term: str, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "s.db")) as store, store.reading() as view:
        for wanted in (
            Wanted(all_of=((Sought(row=((term,),)),),)),
            Wanted(none_of=(Sought(row=((term,),)),)),
            Wanted(outlets=((term,),)),
            Wanted(speakers=((term,),)),
            Wanted(measures=(term,)),
        ):
            with pytest.raises(ValueError, match="no term"):
                view.search(wanted)
