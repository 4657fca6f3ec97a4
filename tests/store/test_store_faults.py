"""A store under fire: killed, the disk full, the database gone, many at once; nothing acknowledged is lost, nothing is kept by halves."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from killing import killed
from rows_for_store import article, group, judgement

import postgres
from runut.store import Busy, Full, Store, Unreachable, open_store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX signals and limits")
HERE = Path(__file__).resolve().parent


def test_nothing_acknowledged_is_lost_by_kills(store_url: str) -> None:
    assert killed(store_url, kills=10, seed=7) == []


# After so many bytes of a file nothing more can be written to it: what a disk does that is full.
LIMITED = """
import resource, sys
sys.path.insert(0, sys.argv[2])
from rows_for_store import article
from runut.store import open_store
with open_store(sys.argv[1]) as store:
    store.write(lambda writer: writer.add_articles([article(0)], origin="file"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
    kept = 0
    try:
        for n in range(1, 1000):
            some = [article(f"{n}-{k}", text=f"{n} {k} " + "".join(map(chr, range(200, 3000)))) for k in range(10)]
            with store.writing() as writer:
                writer.add_articles(some, origin="file")
            kept = n
    except OSError as error:
        print(kept, type(error).__name__, error)
    with store.reading() as view:
        print(view.article_count())
"""


def test_a_disk_that_cannot_be_written_keeps_what_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path), str(HERE)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    said, still = done.stdout.splitlines()
    kept = int(said.split()[0])
    assert kept > 0
    assert "nothing was kept by halves" in said
    assert int(still) == 10 * kept + 1
    with open_store(path, create=False) as store:
        with store.writing() as writer:  # there is room again
            writer.add_articles([article("later")], origin="file")
        with store.reading() as view:
            assert view.article_count() == 10 * kept + 2


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    with open_store(tmp_path / "store.db") as store:
        with pytest.raises(Full, match="no room on the disk"), store.writing() as writer:
            writer._connection.exec_driver_sql("PRAGMA max_page_count = 60")  # as a disk of that size answers
            writer.add_articles([article(n, text=os.urandom(9000).hex()) for n in range(200)], origin="file")
        with store.reading() as view:
            assert view.article_count() == 0


@pytest.fixture
def away(postgresql: postgres.Cluster) -> Iterator[tuple[Store, postgres.Cluster]]:
    """A store whose server may be stopped; it runs again afterwards."""
    with open_store(postgresql.database(), patience=10) as store:
        yield store, postgresql
    postgresql.start_again()


def test_a_database_that_comes_back_is_waited_for(away: tuple[Store, postgres.Cluster]) -> None:
    store, server = away
    store.write(lambda writer: writer.add_articles([article(1)], origin="file"))
    server.stop()
    later = threading.Timer(1.0, server.start)
    later.start()
    with store.writing() as writer:  # begins when it is there again
        writer.add_articles([article(2)], origin="file")
    later.join()
    with store.reading() as view:
        assert view.article_count() == 2
    server.stop()
    later = threading.Timer(1.0, server.start)
    later.start()
    with store.reading() as view:
        assert view.article_count() == 2
    later.join()


def test_a_database_that_goes_in_the_middle_keeps_nothing_by_halves(away: tuple[Store, postgres.Cluster]) -> None:
    store, server = away
    tries = []

    def keep(writer: object) -> None:
        tries.append(writer)
        writer.add_articles([article(1)], origin="file")  # type: ignore[attr-defined]
        if len(tries) == 1:
            server.stop()
            server.start()
        writer.add_articles([article(2)], origin="file")  # type: ignore[attr-defined]

    with pytest.raises(Unreachable, match="does not answer"), store.writing() as writer:
        keep(writer)
    with store.reading() as view:
        assert view.article_count() == 0
    tries.clear()
    store.write(keep)  # the same, tried again
    assert len(tries) == 2
    with store.reading() as view:
        assert view.article_count() == 2


def test_a_database_that_stays_away_is_named_in_time(postgresql: postgres.Cluster) -> None:
    with open_store(postgresql.database(), patience=0.5) as store:
        postgresql.stop()
        try:
            began = time.monotonic()
            with pytest.raises(Unreachable, match="does not answer"), store.writing() as writer:
                writer.add_job("a", b"")
            with pytest.raises(Unreachable, match="does not answer"):
                store.read(lambda view: view.jobs())
            assert 1.0 <= time.monotonic() - began < 5  # twice the patience, for two askings
        finally:
            postgresql.start()


def test_a_writer_that_waits_too_long_is_told_so(store_url: str) -> None:
    with open_store(store_url, patience=0.3) as one, open_store(store_url, patience=0.3) as other:
        with one.writing() as writer:
            writer.add_job("a", b"")
            with pytest.raises(Busy, match="try again"), other.writing():
                pass
            with pytest.raises(Busy, match="try again"), one.writing():
                pass
        with other.writing() as writer:
            assert len(writer.jobs()) == 1


def test_writers_and_readers_do_not_disturb_each_other(store: Store) -> None:
    over = threading.Event()
    rounds = 12

    def write(who: int) -> None:
        for n in range(rounds):
            reports = [article(f"{who}-{n}-{k}") for k in range(2)]
            with store.writing() as writer:
                writer.add_articles(reports, origin="file")
                writer.put_stories([group(f"S{who}", *reports)])
                writer.add_judgement(judgement(f"j{who}-{n}", reports[0], "n1", "n2"))

    def read(who: int) -> int:
        looks = 0
        while not over.is_set() or not looks:
            with store.reading() as view:
                count = view.article_count()
                assert count == len(view.article_rows(limit=None)) == 2 * len(view.judgements())
                seqs = [row.seq for row in view.judgements()]
                assert seqs == sorted(seqs)
            looks += 1
        return looks

    with ThreadPoolExecutor(14) as threads:
        reading = [threads.submit(read, n) for n in range(10)]
        for writing in [threads.submit(write, n) for n in range(4)]:
            writing.result()
        over.set()
        assert all(looks.result() for looks in reading)
    with store.reading() as view:
        assert view.article_count() == 4 * rounds * 2


def test_no_row_comes_late_to_who_reads_on(store: Store) -> None:
    """Who remembers the last `seq` misses nothing that others write at the same time."""

    def write(who: int) -> None:
        for n in range(20):
            with store.writing() as writer:
                writer.add_judgement(judgement(f"j{who}-{n}", article(1), "n1"))

    seen: list[str] = []
    last = 0
    with ThreadPoolExecutor(3) as threads:
        writing = [threads.submit(write, n) for n in range(3)]
        while True:
            ended = all(w.done() for w in writing)
            with store.reading() as view:
                for row in view.judgements(after_seq=last):
                    seen.append(row.judgement.id)
                    last = row.seq
            if ended:
                break
        for w in writing:
            w.result()
    assert sorted(seen) == sorted(f"j{who}-{n}" for who in range(3) for n in range(20))
