"""Which words find which: lemmas, names, numbers, phrases, on both engines."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import shelf

from runut.lang import Language
from runut.model import Reading
from runut.store import Store

TABLE = Path(__file__).with_name("queries.tsv").read_text("utf-8")
ROWS = [line.split("\t") for line in TABLE.splitlines() if line and not line.startswith("#")][1:]


@pytest.fixture(scope="module")
def readings(languages: Mapping[str, Language]) -> list[Reading]:
    """Every report of the table, read."""
    texts = dict.fromkeys(text for _, text, _ in ROWS)
    return shelf.read(
        [{"text": t, "source": f"r{n}", "published": "2031-03-04"} for n, t in enumerate(texts)], languages
    )


@pytest.fixture(scope="module")
def stored(
    shared_store: Store, readings: list[Reading], languages: Mapping[str, Language]
) -> tuple[Store, dict[str, str]]:
    """A store with them all, and their ids by their texts."""
    shelf.fill(shared_store, readings, languages)
    return shared_store, {r.article.text: r.article.id for r in readings}


def test_each_query_finds_what_it_must_and_nothing_that_it_must_not(
    stored: tuple[Store, dict[str, str]], languages: Mapping[str, Language]
) -> None:
    store, ids = stored
    wrong = []
    for query, text, finds in ROWS:
        hits = shelf.find(store, query, languages, limit=500)
        found = ids[text] in {hit.article.id for hit in hits.hits}
        if found != (finds == "y"):
            wrong.append((query, text, finds))
    assert not wrong


def test_the_table_has_both(stored: tuple[Store, dict[str, str]]) -> None:
    assert len(ROWS) >= 60
    assert sum(finds == "n" for _, _, finds in ROWS) >= 15
