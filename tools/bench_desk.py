"""The desk under its readers: one story of 200 reports and search out of 12,575 articles, and many at one desk at once.

The store is built by `big_store.py`, which takes a while; one that was built before is named by RUNUT_BENCH_STORE and copied.
"""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import big_store
import desk_load
import httpx

from runut.desk import Desk
from runut.store import open_store

ROUNDS = 25
QUERIES = (
    "tewas",
    "banjir",
    "korban tewas",
    '"korban tewas"',
    "gempa bumi",
    "tersangka ditangkap polisi",
    "kebakaran pasar",
    "presiden",
    "tewaskan",
    "menewaskan -banjir",
    "kapal tenggelam",
    "unjuk rasa mahasiswa",
    "gunung meletus",
    "pengungsi OR korban",
    "kecelakaan bus",
    "puluhan rumah rusak",
    '"rumah rusak"',
    "longsor dari:2022-01-01",
    "serangan rudal",
    "pelaku penembakan",
    "evakuas*",
    "jaksa menuntut",
    "dakwaan korupsi",
    "hujan deras",
    "harga beras",
)


class Timed(NamedTuple):
    """How long answers took: median and 95th percentile in milliseconds, and of the server's processor in the mean."""

    median: float
    most: float
    processor: float


def measure(url: str) -> dict[str, Timed | str]:
    """What each thing takes out of the store at `url`, served by the command itself; `reports` and `articles` say how large it is."""
    with open_store(url) as store:
        desk = Desk(store)
        story = big_store.of_reports(desk)
        size = desk.state(story).size
        with store.reading() as view:
            articles = view.article_count()
            article = view.members(story)[0]
        told: dict[str, Timed | str] = {"reports": f"{size:,}", "articles": f"{articles:,}"}
        told["one more"] = f"{_one_more(desk):.2f}"
        told["anew"] = f"{_anew(desk, story):.1f}"
    with desk_load.serve(url, "--no-worker") as server, httpx.Client(base_url=server.address, timeout=60) as client:

        def timed(paths: Iterable[str]) -> Timed:
            return _timed(client, server.process.pid, list(paths))

        def repeated(path: str) -> Timed:
            return timed([path] * ROUNDS)

        told["account"] = repeated(f"{desk_load.API}/accounts/{story}?fresh=false")
        told["account page"] = repeated(f"/stories/{story}")
        told["article page"] = repeated(f"/articles/{article}")
        told["stories page"] = repeated("/")
        told["search"] = timed(f"{desk_load.API}/search?{httpx.QueryParams(q=q)}" for q in QUERIES * 4)
        told["search page"] = timed(f"/search?{httpx.QueryParams(q=q)}" for q in QUERIES * 2)
    return told


def _one_more(desk: Desk) -> float:
    """Seconds until one more report is in the store, read and in a story; the median of some."""
    desk.catch_up()
    took = []
    for n in range(5):
        began = time.perf_counter()
        desk.take_in([desk_load.report(10_000_000 + 6 * n)])
        desk.catch_up()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def _anew(desk: Desk, story: str) -> float:
    """Seconds until a story is told again of which everything but a judgement is known."""
    figure = desk.account(story).figures[0].id
    desk.judge(story, "note", [figure], by="penguji", why=f"diukur {time.time()}")
    began = time.perf_counter()
    desk.account(story)
    return time.perf_counter() - began


def _timed(client: httpx.Client, pid: int, paths: list[str]) -> Timed:
    for path in dict.fromkeys(paths):
        _get(client, path)
    took: list[float] = []
    before = _processor(pid)
    for path in paths:
        began = time.perf_counter()
        _get(client, path)
        took.append(1000 * (time.perf_counter() - began))
    used = 1000 * (_processor(pid) - before) / len(paths)
    return Timed(statistics.median(took), desk_load.percentile(took, 0.95), used)


def _get(client: httpx.Client, path: str) -> None:
    answer = client.get(path, follow_redirects=True)
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code}: {answer.text[:300]}")


def _processor(pid: int) -> float:
    """Seconds of the processor that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure_desk(shared: Path) -> str:
    """The block: single answers out of a large store, then many at one desk for a minute, in a hurry and at their ease."""
    sources = [str(shared / "data" / "news" / "articles.jsonl.gz")]
    with tempfile.TemporaryDirectory() as folder:
        built = os.environ.get("RUNUT_BENCH_STORE")
        store = Path(folder) / "desk.db"
        if built:
            shutil.copy(built, store)
        else:
            big_store.build(str(store), sources)
        rows = _single(measure(str(store)))
        busy = _many(lambda address: desk_load.load(address, seconds=60), store)
        easy = _many(lambda address: desk_load.load(address, seconds=60, pause=1.0, first=1_000_000), store)
    return "\n".join(
        [
            *rows,
            "",
            "8 writers and 50 readers over loopback for a minute each, on the same cores as the server and its worker, which reads,",
            "groups and tells meanwhile. First each asks again as soon as it is answered; then each pauses for a second in the mean.",
            "",
            "In a hurry:",
            "",
            *busy,
            "",
            "At their ease:",
            "",
            *easy,
        ]
    )


def _single(told: dict[str, Timed | str]) -> list[str]:
    reports, articles = told["reports"], told["articles"]
    named = (
        ("account", f"the account of a story of {reports} reports (JSON)", "< 300"),
        ("account page", "its page", "< 300"),
        ("article page", "the page of one of its reports", ""),
        ("stories page", "the page of all stories", ""),
        ("search", f"a search ({len(QUERIES)} queries, JSON)", "< 50"),
        ("search page", "its page", ""),
    )
    rows = [
        f"Out of a store of {articles} articles (SQLite), asked over loopback of a server that has nothing else to do:",
        "",
        "| answer | goal, ms | median, ms | 95 % within, ms | of the processor, ms |",
        "|---|---|---|---|---|",
    ]
    for key, name, goal in named:
        timed = told[key]
        assert isinstance(timed, Timed)
        rows.append(f"| {name} | {goal} | **{timed.median:.0f}** | {timed.most:.0f} | {timed.processor:.0f} |")
    rows += [
        "",
        f"One more report is stored, read and in its story after {told['one more']} s; the story of {reports} reports is told anew,",
        f"after a judgement, in {told['anew']} s.",
    ]
    return rows


def _many(load: Callable[[str], desk_load.Told], store: Path) -> list[str]:
    with desk_load.serve(store) as server:
        told = load(server.address)
    asked = len(told.all_seconds())
    summary = (
        f"{asked:,} requests, {asked / told.elapsed:.0f} a second; {len(told.added):,} articles and {len(told.judged):,} judgements"
        f" acknowledged and all there; **{len(told.errors)} errors**."
    )
    return [*desk_load.table(told), "", summary, *(f"- {error}" for error in told.errors[:5])]
