"""Sketches of many articles, in one process or several, and the file that keeps them from one day to the next."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice, takewhile
from multiprocessing.synchronize import Event

from runut import lang, pipeline
from runut.comparing import anchors, stories
from runut.lang import Language
from runut.model import Article, FurnitureProfile, Sketch, Skipped
from runut.reading.furniture import recurring

# The layers that a sketch is made of.
LAYERS = ("names", "dates")
# Articles that a process is handed at once, and handings that wait for a free one.
HANDED, WAITING = 100, 4


def draw(
    items: Iterable[Article | Skipped],
    *,
    anchor: str | None = None,
    furniture_profile: FurnitureProfile | None = None,
    workers: int = 1,
    using: Mapping[str, Language] | None = None,
) -> Generator[Sketch | Skipped]:
    """The sketch of each article in order, a `Skipped` for each that could not be read; each article is read by itself.

    With more than one of `workers` the languages are loaded in each process, `using` is for one. Closed before its end, or stopped by
    Ctrl-C, it lets each process finish the article that it is at and no more.
    """
    if workers == 1:
        drawer = _Drawer(anchor, furniture_profile, using)
        for item in items:
            yield drawer.draw(item)
        return
    rest = iter(items)
    stop = multiprocessing.Event()
    pool = ProcessPoolExecutor(workers, initializer=_start, initargs=(anchor, furniture_profile, stop))
    try:
        waiting: deque[Future[list[Sketch | Skipped]]] = deque()
        while rows := list(islice(rest, HANDED)):
            waiting.append(pool.submit(_draw_all, rows))
            if len(waiting) > WAITING * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


class _Drawer:
    """What reading a sketch needs, loaded once."""

    def __init__(
        self, anchor: str | None, profile: FurnitureProfile | None, using: Mapping[str, Language] | None = None
    ) -> None:
        self._anchor = anchor
        self._known = recurring.settle(profile)
        self._languages = using or {code: lang.load(code) for code in lang.codes()}

    def draw(self, item: Article | Skipped) -> Sketch | Skipped:
        if isinstance(item, Skipped):
            return item
        try:
            first = pipeline.glance(item, self._languages, self._known)
            day = anchors.settle([first], self._anchor, self._languages)[item.id]
            reading = pipeline.read(first, day, self._languages, LAYERS)
            return stories.sketch(reading, self._languages["id"])
        except Exception as error:  # one article never stops the rest
            return Skipped(source=item.source, reason=f"could not be read: {type(error).__name__}: {error}")


_OF_WORKER: list[tuple[_Drawer, Event]] = []
"""The one of a worker process, and what tells it to stop; empty in all others."""


def _start(anchor: str | None, profile: FurnitureProfile | None, stop: Event) -> None:
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C is for the parent: a worker that it ends could keep a lock that others wait for
    _OF_WORKER.append((_Drawer(anchor, profile), stop))
    gc.freeze()
    gc.disable()  # reading leaves few cycles behind, and looking for them takes a tenth of the time


def _draw_all(items: list[Article | Skipped]) -> list[Sketch | Skipped]:
    drawer, stop = _OF_WORKER[0]
    done = [drawer.draw(item) for item in takewhile(lambda _: not stop.is_set(), items)]
    gc.collect(1)
    return done
