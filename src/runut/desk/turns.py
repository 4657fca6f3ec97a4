"""Turns: of many threads that want the same thing made, one makes it, and the others wait for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """Who may work at what; safe to use from many threads."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[threading.Lock, int]] = {}
        self._lock = threading.Lock()

    @contextmanager
    def at(self, thing: str) -> Iterator[None]:
        """The turn at a thing: waits until whoever has it is done."""
        with self._lock:
            turn, waiting = self._known.get(thing, (threading.Lock(), 0))
            self._known[thing] = turn, waiting + 1
        try:
            with turn:
                yield
        finally:
            with self._lock:
                turn, waiting = self._known.pop(thing)
                if waiting > 1:
                    self._known[thing] = turn, waiting - 1
