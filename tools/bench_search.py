"""Search out of a large store: how long 200 queries take, and how many articles a second are indexed.

    python tools/bench_search.py STORE      (big_store.py builds one of 12,575 articles)

The queries are made of words of the store's titles, the same for the same store: one word, two, a phrase, either of two, a beginning,
some with a filter.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

from runut.desk import Desk
from runut.desk.indexing import Indexer
from runut.store import open_store

QUERIES = 200
READ = 300
FILTERS = (
    "",
    "",
    "",
    " dari:2025-06",
    " media:detik",
    " ukuran:tewas",
    " jenis:pernyataan",
    " jenis:angka",
    " jenis:nama",
)


class Measured(NamedTuple):
    """Milliseconds a query, of the clock and of the processor, how many find anything, and articles indexed a second."""

    median: float
    most: float
    processor: float
    found: int
    indexed: float


def queries(desk: Desk) -> Iterator[str]:
    """`QUERIES` queries out of the titles of a store."""
    with desk.store.reading() as view:
        titles = sorted(row.title for row in view.article_rows(limit=None) if row.title)
    chance = random.Random(7)
    for n in range(QUERIES):
        words = [word for word in chance.choice(titles).split() if word.isalnum() and len(word) > 3] or ["polisi"]
        at = chance.randrange(len(words))
        first, second = words[at], words[(at + 1) % len(words)]
        made = (first, f"{first} {second}", f'"{first} {second}"', f"{first} OR {second}", f"{first[:4]}*")[n % 5]
        yield made + chance.choice(FILTERS)


def measure(url: str) -> Measured:
    """What the queries take in this process, snippets and counts with them, and indexing beside reading."""
    with open_store(url, create=False) as store:
        desk = Desk(store)
        asked = list(queries(desk))
        desk.search(asked[0])  # the tables are loaded
        times, found = [], 0
        spent = time.process_time()
        for query in asked:
            began = time.perf_counter()
            found += desk.search(query).total > 0
            times.append(1000 * (time.perf_counter() - began))
        spent = time.process_time() - spent
        with store.reading() as view:
            ids = [row.id for row in view.article_rows(limit=READ)]
        readings = [desk.reading(id_) for id_ in ids]
        indexer = Indexer(desk.using)
        began = time.process_time()
        for reading in readings:
            indexer.documents(reading)
        indexed = len(readings) / (time.process_time() - began)
    return Measured(
        statistics.median(times),
        statistics.quantiles(times, n=20)[-1],
        1000 * spent / len(asked),
        found,
        indexed,
    )


def main() -> None:
    """Measure and tell."""
    m = measure(sys.argv[1])
    print(
        f"{QUERIES} queries, {m.found} find something: median {m.median:.1f} ms, p95 {m.most:.1f} ms,"
        f" processor {m.processor:.1f} ms each; indexed {m.indexed:.0f} articles a second"
    )


if __name__ == "__main__":
    main()
