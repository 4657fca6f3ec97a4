"""Wear a store down, as `./dev soak desk` does, on SQLite and on a PostgreSQL that is started here: nothing acknowledged may be lost.

Processes that add and judge are killed (SIGKILL) at random moments. Then the server is stopped for ten seconds under a writer and a
reader, the disk fills up in the middle of an add (a small file system of its own, which only root may mount), and 8 writers and 50 readers
share a store for a minute.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "store")]

from killing import killed  # noqa: E402
from rows_for_store import article, group, judgement  # noqa: E402

import postgres  # noqa: E402
from runut.store import Store, open_store  # noqa: E402

WRITERS, READERS = 8, 50
AWAY = 10.0  # seconds


def soak(*, kills: int = 100, seconds: float = 60.0, seed: int = 7) -> list[str]:
    """Do all of it; what was wrong."""
    problems: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        problems += _on("sqlite", lambda name: str(Path(folder) / f"{name}.db"), kills, seconds, seed)
        problems += _fill_disk(Path(folder))
    try:
        with _server() as server:
            problems += _on("postgresql", lambda name: server.database(), kills, seconds, seed)
            problems += _stop_server(server)
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o755)  # the server runs as another user
            problems += _fill_server(Path(folder))
    except postgres.Missing as missing:
        print(f"desk: not on PostgreSQL: {missing}")
    return problems


@contextmanager
def _server() -> Iterator[postgres.Cluster]:
    yield from postgres.cluster()


def _on(engine: str, new: Callable[[str], str], kills: int, seconds: float, seed: int) -> list[str]:
    url = new("killed")
    open_store(url).close()
    began = time.monotonic()
    problems = killed(url, kills=kills, seed=seed)
    print(f"desk, {engine}: {kills} kills in {time.monotonic() - began:.0f} s, {len(problems)} problems")
    with open_store(new("crowded")) as store:
        problems += _crowd(engine, store, seconds)
    return [f"desk, {engine}: {problem}" for problem in problems]


def _crowd(engine: str, store: Store, seconds: float) -> list[str]:
    """Writers and readers at once; how long each had to wait."""
    until = time.monotonic() + seconds
    took: dict[str, list[float]] = {"write": [], "read": []}

    def write(who: int) -> int:
        n = 0
        while time.monotonic() < until:
            reports = [article(f"{who}-{n}-{k}") for k in range(5)]
            began = time.monotonic()
            with store.writing() as writer:
                writer.add_articles(reports, origin="file")
                writer.put_stories([group(f"S{who}-{n}", *reports)])
                writer.add_judgement(judgement(f"j{who}-{n}", reports[0], "n1", "n2"))
            took["write"].append(time.monotonic() - began)
            n += 1
            time.sleep(0.05)
        return n

    def read(_: int) -> list[str]:
        while time.monotonic() < until:
            began = time.monotonic()
            with store.reading() as view:
                rows = view.stories(limit=20)
                if 5 * view.story_count() != view.article_count() or any(row.size != 5 for row in rows):
                    return ["a reader saw a transaction by halves"]
                view.articles(view.members(rows[0].id)) if rows else None
            took["read"].append(time.monotonic() - began)
            time.sleep(0.05)
        return []

    with ThreadPoolExecutor(WRITERS + READERS) as threads:
        reading = [threads.submit(read, n) for n in range(READERS)]
        kept = sum(threads.map(write, range(WRITERS)))
        problems = [problem for looks in reading for problem in looks.result()]
    with store.reading() as view:
        if view.article_count() != 5 * kept:
            problems.append(f"{kept} times 5 articles were kept and {view.article_count()} are there")
    for what, times in took.items():
        p99 = statistics.quantiles(times, n=100)[98]
        told = f"median {1000 * statistics.median(times):.0f} ms, p99 {1000 * p99:.0f} ms"
        print(
            f"desk, {engine}: {WRITERS} writers, {READERS} readers, {seconds:.0f} s: {len(times)} times {what}, {told}"
        )
    return problems


def _stop_server(server: postgres.Cluster) -> list[str]:
    """Stop the server for ten seconds under a writer and a reader."""
    with open_store(server.database()) as store:
        over = threading.Event()

        def write() -> int:
            n = 0
            while not over.is_set():
                report = article(n)
                store.write(lambda writer, report=report: writer.add_articles([report], origin="file"))
                n += 1
            return n

        def read() -> None:
            while not over.is_set():
                store.read(lambda view: view.article_count())

        with ThreadPoolExecutor(2) as threads:
            writing, reading = threads.submit(write), threads.submit(read)
            time.sleep(1)
            server.stop()
            time.sleep(AWAY)
            server.start()
            time.sleep(1)
            over.set()
            kept = writing.result()
            reading.result()
        with store.reading() as view:
            there = view.article_count()
    print(f"desk, postgresql: server stopped for {AWAY:.0f} s, {kept} articles kept before and after, {there} there")
    return [] if there == kept else [f"desk, postgresql: {kept} articles were kept and {there} are there"]


@contextmanager
def _small_disk(folder: Path, size: str) -> Iterator[Path | None]:
    """A small file system of its own, None where it cannot be mounted."""
    disk = folder / f"disk-{size}"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    if subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode:
        print("desk: no full disk, for a small file system cannot be mounted here")
        yield None
        return
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _fill_disk(folder: Path) -> list[str]:
    """Fill the disk of a store in SQLite, then make room."""
    with _small_disk(folder, "4m") as disk:
        if disk is None:
            return []
        url = str(disk / "store.db")
        kept, said = _fill(url)
        there = _count(url)
        subprocess.run(["mount", "-o", "remount,size=16m", str(disk)], check=True)
        return _told("sqlite", url, kept, said, there)


def _fill_server(folder: Path) -> list[str]:
    """Fill the disk of a server, then make room and start it where it has stopped."""
    with _small_disk(folder, "80m") as disk:
        if disk is None:
            return []
        server = postgres.Cluster(disk)
        try:
            url = server.database()
            kept, said = _fill(url)
            subprocess.run(["mount", "-o", "remount,size=400m", str(disk)], check=True)
            server.stop()
            server.start()
            return _told("postgresql", url, kept, said, _count(url))
        finally:
            server.stop()


def _fill(url: str) -> tuple[int, str]:
    """Add until no more is taken: how many articles were kept, and what was said then."""
    kept = 0
    with open_store(url, patience=3) as store:
        try:
            while True:
                reports = [article(f"{kept}-{k}", text=os.urandom(2000).hex()) for k in range(20)]
                with store.writing() as writer:
                    writer.add_articles(reports, origin="file")
                kept += len(reports)
        except OSError as error:
            return kept, f"{type(error).__name__}: {error}"


def _count(url: str) -> int:
    with open_store(url, create=False) as store, store.reading() as view:
        return view.article_count()


def _told(engine: str, url: str, kept: int, said: str, there: int) -> list[str]:
    print(f"desk, {engine}: disk full after {kept} articles, {there} there; it said: {said}")
    with open_store(url, create=False) as store:
        store.write(lambda writer: writer.add_articles([article("more")], origin="file"))
    if there != kept or _count(url) != kept + 1:
        return [
            f"desk, {engine}, full disk: {kept} articles were kept, {there} were there, {_count(url)} with one more"
        ]
    return []
