"""Many at one desk: writers add reports and judge, readers read pages and the API, all over loopback at once.

Every answer is held against what it must be; at the end everything that was acknowledged must be there.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

API = "/api/v1"
TOWNS = ("Randu", "Lontar", "Muara Senja", "Kemiri", "Tanjung Lada", "Bukit Salam", "Rawa Gading", "Wonoasri")
OUTLETS = ("Kabar Serunai", "Suara Pelabuhan", "Warta Bahari", "Harian Muara", "Lensa Timur", "Pos Gunung")
HEADS = ("Wening Saraswati", "Damar Wulung", "Rukmini Padang", "Seno Aji", "Tirta Gumilang", "Laras Ayu")
WAIT = 20.0


def report(n: int) -> dict[str, str]:
    """The nth of any number of invented reports; six of them tell one event, each a little otherwise."""
    event, teller = divmod(n, 6)
    town, head = TOWNS[event % len(TOWNS)], HEADS[(event // len(TOWNS)) % len(HEADS)]
    killed, homes, day = 2 + (event + teller // 3) % 9, 20 + 7 * (event % 40), 1 + event % 27
    text = (
        f"{town.upper()} - Banjir bandang melanda Kampung {event + 1} di Kota {town}, ({day}/3/2031) malam. Air datang setelah hujan"
        f" selama {2 + teller} jam.\n\nKepala BPBD {town} {head} mengatakan {killed} orang tewas dan {homes} rumah rusak."
        f' "Kami masih mencari warga yang hilang," kata {head}.\n\n'
        f"Laporan ke-{teller + 1} dari lapangan menyebut jalan ke Kampung {event + 1} terputus. Warga mengungsi ke balai desa."
    )
    return {
        "text": text,
        "title": f"Banjir Kampung {event + 1} {town}, {killed} Orang Tewas",
        "outlet": OUTLETS[teller],
        "url": f"https://{OUTLETS[teller].lower().replace(' ', '-')}.example/{n}",
        "published": f"2031-03-{day:02}T2{teller % 4}:00:00+07:00",
    }


@dataclass(frozen=True, slots=True)
class Server:
    """A desk that is being served: its address and its process."""

    address: str
    process: subprocess.Popen[str]


@contextmanager
def serve(store: Path | str, *options: str) -> Iterator[Server]:
    """`runut serve` over a store, on a free port, until the end of the block; raises RuntimeError with what it said if it ends before."""
    command = [sys.executable, "-X", "faulthandler", "-m", "runut.cli", "serve", "--store", str(store), "--port", "0"]
    said: list[str] = []
    process = subprocess.Popen([*command, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    try:
        for line in process.stdout:
            said.append(line)
            if "http://" in line:
                break
        else:
            raise RuntimeError("".join(said) or "it said nothing")
        rest = threading.Thread(target=said.extend, args=(process.stdout,), daemon=True)
        rest.start()
        yield Server("http://" + line.partition("http://")[2].split()[0].rstrip("/.,"), process)
        if process.poll() is not None:
            rest.join(WAIT)
            raise RuntimeError(f"it ended by itself ({process.returncode}): {''.join(said)}")
    finally:
        process.terminate()
        try:
            process.wait(timeout=WAIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


@dataclass(slots=True)
class Told:
    """What a load measured: seconds of each answer by what was asked, and every answer that was not as it must be."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    added: set[str] = field(default_factory=set)
    judged: set[str] = field(default_factory=set)
    conflicts: int = 0
    elapsed: float = 0.0

    def all_seconds(self) -> list[float]:
        return [s for found in self.seconds.values() for s in found]


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of them does not pass."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class _Visitor:
    """One connection of a writer or a reader."""

    def __init__(self, session: aiohttp.ClientSession, told: Told, seed: int) -> None:
        self.session = session
        self.told = told
        self.chance = random.Random(seed)

    async def ask(self, name: str, method: str, path: str, good: Sequence[int] = (200,), **more: Any) -> Any:
        """The JSON or text that is answered; None, and an error noted, where the status is none of `good`."""
        began = time.perf_counter()
        try:
            async with self.session.request(method, path, allow_redirects=False, **more) as answer:
                content = await (answer.json(content_type=None) if path.startswith(API) else answer.text())
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            self.told.errors.append(f"{method} {path}: {type(error).__name__}: {error}")
            return None
        self.told.seconds.setdefault(name, []).append(time.perf_counter() - began)
        if status not in good:
            self.told.errors.append(f"{method} {path}: {status}: {str(content)[:300]}")
            return None
        return content


async def _write(visitor: _Visitor, numbers: Iterator[int], turn: int) -> None:
    if turn % 5 < 4:
        added = await visitor.ask("add an article", "POST", f"{API}/articles", (201,), json=report(next(numbers)))
        if added:
            visitor.told.added.update(added["new"])
        return
    shown = await visitor.ask("list of stories", "GET", f"{API}/stories?limit=20")
    if not shown or not shown["stories"]:
        return
    story = visitor.chance.choice(shown["stories"])
    account = await visitor.ask(
        "account (JSON)", "GET", f"{API}/accounts/{story['id']}?fresh=false", (200, 202, 308, 404)
    )
    if not account or not account.get("figures"):
        return
    figure = visitor.chance.choice(account["figures"])
    judgement = {
        "story": story["id"],
        "act": "note",
        "subjects": [figure["id"]],
        "by": f"penguji {visitor.chance.randrange(8)}",
        "why": f"uji beban, giliran {turn}",
    }
    kept = await visitor.ask("judge", "POST", f"{API}/judgements", (201, 404, 409, 422), json=judgement)
    if kept and "judgement" in kept:
        visitor.told.judged.add(kept["judgement"]["id"])
    elif kept:
        visitor.told.conflicts += 1


async def _read(visitor: _Visitor, turn: int) -> None:
    kind = turn % 6
    if kind == 0:
        await visitor.ask("page of stories", "GET", "/")
        return
    if kind == 1:
        query = visitor.chance.choice(
            ("banjir", "tewas", '"balai desa"', "warga mengungsi", visitor.chance.choice(TOWNS))
        )
        await visitor.ask("search (JSON)", "GET", f"{API}/search", params={"q": query})
        return
    if kind == 2:
        shown = await visitor.ask("list of articles", "GET", f"{API}/articles?limit=20")
        if shown and shown["articles"]:
            id_ = visitor.chance.choice(shown["articles"])["id"]
            await visitor.ask("page of an article", "GET", f"/articles/{id_}")
        return
    shown = await visitor.ask("list of stories", "GET", f"{API}/stories?limit=20")
    if not shown or not shown["stories"]:
        return
    id_ = visitor.chance.choice(shown["stories"])["id"]
    if kind == 3:
        await visitor.ask("page of a story", "GET", f"/stories/{id_}", (200, 202, 303, 307, 308, 404))
    else:
        await visitor.ask("account (JSON)", "GET", f"{API}/accounts/{id_}?fresh=false", (200, 202, 308, 404))


async def _load(address: str, writers: int, readers: int, seconds: float, pause: float, first: int) -> Told:
    told = Told()
    numbers = iter(range(first, 10**9))
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(address, connector=connector, timeout=aiohttp.ClientTimeout(total=60)) as session:
        await _warm(_Visitor(session, Told(), 0))
        began = time.perf_counter()
        until = began + seconds

        async def go_on(step: Callable[[_Visitor, int], Awaitable[None]], seed: int) -> None:
            visitor = _Visitor(session, told, seed)
            turn = seed
            while time.perf_counter() < until:
                await step(visitor, turn)
                turn += 1
                if pause:
                    await asyncio.sleep(visitor.chance.uniform(0, 2 * pause))

        async def write(visitor: _Visitor, turn: int) -> None:
            await _write(visitor, numbers, turn)

        await asyncio.gather(
            *(go_on(write, n) for n in range(writers)), *(go_on(_read, 1000 + n) for n in range(readers))
        )
        told.elapsed = time.perf_counter() - began
        await _look_again(_Visitor(session, told, 0))
    return told


async def _warm(visitor: _Visitor) -> None:
    """Ask once for what makes a server load its tables, as the first reader of a day does."""
    for turn in range(6):
        await _read(visitor, turn)


async def _look_again(visitor: _Visitor) -> None:
    """Note as an error whatever was acknowledged and is not there."""
    told, seconds = visitor.told, dict(visitor.told.seconds)
    for id_ in sorted(told.added):
        await visitor.ask("again", "GET", f"{API}/articles/{id_}")
    there: set[str] = set()
    path: str | None = f"{API}/judgements?limit=200"
    while path:
        page = await visitor.ask("again", "GET", path)
        if page is None:
            break
        there.update(kept["judgement"]["id"] for kept in page["judgements"])
        path = f"{API}/judgements?limit=200&cursor={page['next']}" if page["next"] else None
    told.errors += [f"judgement {id_} was acknowledged and is not there" for id_ in sorted(told.judged - there)]
    told.seconds = seconds


def load(
    address: str, *, writers: int = 8, readers: int = 50, seconds: float = 60, pause: float = 0.0, first: int = 0
) -> Told:
    """Let so many writers and readers loose for so many seconds, each pausing for `pause` in the mean between its turns.

    `first` is the number of the first report that is added.
    """
    return asyncio.run(_load(address, writers, readers, seconds, pause, first))


def table(told: Told) -> list[str]:
    """The rows of a table: what was asked, how often, median and 99th percentile in milliseconds."""
    rows = ["| asked for | times | median ms | 99 % within ms |", "|---|---|---|---|"]
    every = [("**all**", told.all_seconds()), *sorted(told.seconds.items(), key=lambda item: -len(item[1]))]
    for name, seconds in every:
        if seconds:
            mid, most = statistics.median(seconds) * 1000, percentile(seconds, 0.99) * 1000
            rows.append(f"| {name} | {len(seconds):,} | {mid:.0f} | {most:.0f} |")
    return rows
