"""Processes that add to a store and judge, killed at random moments: what they said was kept must be there, and nothing by halves."""

from __future__ import annotations

import multiprocessing
import random
import time
from multiprocessing.connection import Connection

from rows_for_store import article, group, judgement

from runut.store import open_store

LATEST = 0.08  # seconds after its first word until a process is killed, at most


def add_and_judge(url: str, begin: int, tell: Connection) -> None:
    """Add and judge without end, and tell what was kept once it is."""
    with open_store(url) as store:
        for n in range(begin, 10**6):
            reports = [article(f"{n}-{k}") for k in range(3)]
            with store.writing() as writer:
                writer.add_articles(reports, origin="file")
                for report in reports:
                    writer.put_reading(report.id, made_by="1", data=report.text.encode(), findings=[])
                writer.put_stories([group(f"S{n}", *reports)])
            tell.send(("story", n))
            with store.writing() as writer:
                writer.add_judgement(judgement(f"j{n}", reports[0], "n1", "n2"))
            tell.send(("judged", n))


def killed(url: str, *, kills: int, seed: int) -> list[str]:
    """Kill so many processes; what was wrong with the store after any of them."""
    chance = random.Random(seed)
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["runut.store", "pytest"])
    told: list[tuple[str, int]] = []
    wrong: list[str] = []
    for kill in range(kills):
        hear, tell = processes.Pipe(duplex=False)
        adding = processes.Process(target=add_and_judge, args=(url, max((n for _, n in told), default=-1) + 1, tell))
        adding.start()
        tell.close()
        hear.poll(30)
        time.sleep(chance.uniform(0, LATEST))
        adding.kill()
        before = len(told)
        try:
            while True:
                told.append(hear.recv())
        except EOFError:
            hear.close()
        adding.join()
        adding.close()
        wrong += [f"kill {kill}: {problem}" for problem in _missing(url, told[before:])]
    if len(told) <= kills:
        wrong.append(f"{kills} kills came too early: {len(told)} things kept")
    return wrong + _missing(url, told)


def _missing(url: str, told: list[tuple[str, int]]) -> list[str]:
    out = []
    with open_store(url, create=False) as store, store.reading() as view:
        for what, n in told:
            if view.members(f"S{n}") != [article(f"{n}-{k}").id for k in range(3)]:
                out.append(f"story {n} is lost")
            if what == "judged" and view.judgement(f"j{n}") is None:
                out.append(f"judgement {n} is lost")
        # What was not told is there whole, or not at all.
        counts = (3 * view.story_count(), view.article_count(), len(view.article_rows(limit=None)))
        if len(set(counts)) > 1 or view.unread_count("1"):
            out.append(f"something was kept by halves: {counts}, {view.unread_count('1')} unread")
    return out
