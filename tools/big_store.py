"""A store of many real articles to measure and try the desk with.

    python tools/big_store.py STORE ARTICLES.jsonl.gz… [--seconds N]

Takes the articles in, reads and groups them, and tells the smallest story of 200 reports or more. With --seconds it stops after so long;
the same command goes on where it stood.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence

from runut.desk import Desk
from runut.store import open_store


def build(url: str, sources: Sequence[str], *, seconds: float | None = None) -> bool:
    """Fill a store with the articles of these files; False where the time was up before the end."""
    began = time.monotonic()

    def is_over() -> bool:
        return seconds is not None and time.monotonic() - began > seconds

    with open_store(url) as store:
        desk = Desk(store)
        with store.reading() as view:
            there = view.article_count()
        if not there:
            desk.take_in(sources)
        done = desk.catch_up(cancelled=is_over)
        if not is_over():
            desk.account(of_reports(desk))
        print(f"read {done.read} in {time.monotonic() - began:.0f} s, {len(done.changes)} changes of stories")
    return not is_over()


def of_reports(desk: Desk, least: int = 200) -> str:
    """The id of the smallest story of so many reports; the largest where none has as many."""
    rows = desk.stories(limit=None)
    enough = [row for row in rows if row.size >= least]
    found = min(enough, key=lambda row: (row.size, row.id)) if enough else max(rows, key=lambda row: (row.size, row.id))
    return found.id


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("store")
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--seconds", type=float)
    given = parser.parse_args()
    print("whole" if build(given.store, given.sources, seconds=given.seconds) else "to be gone on with")
