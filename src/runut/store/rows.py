"""What every part of a view and of a writer stands on: a connection in a transaction, and a clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from sqlalchemy import Connection

T = TypeVar("T")
Clock = Callable[[], datetime]
_MANY = 500  # values in one IN (…)


class Viewing:
    """Something asked in a transaction."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Connection) -> None:
        self._connection = connection


class Keeping(Viewing):
    """Something kept in a transaction."""

    __slots__ = ("_clock",)

    def __init__(self, connection: Connection, clock: Clock) -> None:
        super().__init__(connection)
        self._clock = clock

    def _now(self, *, later: float = 0) -> str:
        """The time as it is kept, `later` seconds after now."""
        return stamp(self._clock() + timedelta(seconds=later))


def stamp(when: datetime) -> str:
    """A time as the store keeps it: UTC, to the microsecond; raises ValueError for one that names no offset."""
    if when.tzinfo is None:
        raise ValueError(f"{when} has no offset from UTC")
    return when.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def chunks(items: Iterable[T]) -> Iterator[Sequence[T]]:
    """The items in parts that one statement takes."""
    listed = list(items)
    return (listed[at : at + _MANY] for at in range(0, len(listed), _MANY))
