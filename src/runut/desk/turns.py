"""Turns: of many threads that want the same thing made, one makes it, and the others wait for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Queue:
    """Those who wait for one thing; the number of the turn that began last, and of the last that ended well."""

    turn: threading.Lock = field(default_factory=threading.Lock)
    waiting: int = 0
    begun: int = 0
    good: int = 0


class Turns:
    """Who may work at what; safe to use from many threads."""

    def __init__(self) -> None:
        self._queues: dict[str, _Queue] = {}
        self._lock = threading.Lock()

    @property
    def busy(self) -> bool:
        """Whether anybody is at anything."""
        return bool(self._queues)

    @contextmanager
    def at(self, thing: str) -> Iterator[bool]:
        """The turn at a thing: waits until whoever has it is done. True where another began and ended it well since this one asked.

        What another began after one asked has all that there was then: to make it once more would only be to wait for what came later.
        """
        with self._lock:
            queue = self._queues.setdefault(thing, _Queue())
            queue.waiting += 1
            before = queue.begun
        try:
            with queue.turn:
                if queue.good > before:
                    yield True
                else:
                    queue.begun += 1
                    yield False
                    queue.good = queue.begun
        finally:
            with self._lock:
                queue.waiting -= 1
                if not queue.waiting:
                    del self._queues[thing]
