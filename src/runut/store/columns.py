"""Types of columns that keep every string and every byte as it was, the same on both engines."""

from __future__ import annotations

import json
import re
import zlib
from math import inf
from typing import Any

from sqlalchemy import BigInteger, Float, Integer, LargeBinary, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

# Strings are compared by code points, whatever the language of the database: so both engines sort alike.
PLAIN: TypeEngine[str] = Text().with_variant(Text(collation="C"), "postgresql")
COUNTER: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")  # SQLite counts up in INTEGER alone
LARGEST = 2**63 - 1

# PostgreSQL takes no NUL, neither engine takes half a surrogate pair; the sign that begins an escape is escaped itself.
_ODD = re.compile("[\x00\x1a\ud800-\udfff]")
_ESCAPED = re.compile("\x1a([0-9a-f]{4})")
# Level 1 packs a reading to a third and a text to half; level 6 takes twice the time for a twentieth more.
_LEVEL = 1


class Words(TypeDecorator[str]):
    """A string, whatever characters it has."""

    impl = PLAIN
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:
        """Escape what a database does not take."""
        if value is None or _ODD.search(value) is None:
            return value
        return _ODD.sub(lambda m: f"\x1a{ord(m[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Any) -> str | None:
        """Undo it."""
        if value is None or "\x1a" not in value:
            return value
        return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), value)


class Listed(TypeDecorator[tuple[str, ...]]):
    """Several strings, as JSON."""

    impl = PLAIN
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Any) -> str | None:
        """The JSON, in ASCII."""
        return None if value is None else json.dumps(value)

    def process_result_value(self, value: str | None, dialect: Any) -> tuple[str, ...] | None:
        """The strings."""
        return None if value is None else tuple(json.loads(value))


class Packed(TypeDecorator[bytes]):
    """Bytes, compressed."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Any) -> bytes | None:
        """Compress."""
        return None if value is None else zlib.compress(value, _LEVEL)

    def process_result_value(self, value: bytes | None, dialect: Any) -> bytes | None:
        """Decompress."""
        return None if value is None else zlib.decompress(value)


class Real(TypeDecorator[float]):
    """A number of any size: one beyond the largest double is infinite."""

    impl = Float
    cache_ok = True

    def process_bind_param(self, value: float | None, dialect: Any) -> float | None:
        """A double, whatever a whole number may be."""
        try:
            return None if value is None else float(value)
        except OverflowError:
            return inf if value > 0 else -inf  # type: ignore[operator]


class PackedText(TypeDecorator[str]):
    """A long text, compressed, to the character."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> bytes | None:
        """Compress."""
        return None if value is None else zlib.compress(value.encode("utf-8", "surrogatepass"), _LEVEL)

    def process_result_value(self, value: bytes | None, dialect: Any) -> str | None:
        """Decompress."""
        return None if value is None else zlib.decompress(value).decode("utf-8", "surrogatepass")


def within(number: int | None) -> int | None:
    """A number that a column can be held against: what is asked for beyond its bounds has the bound's answer."""
    return None if number is None else max(-LARGEST, min(number, LARGEST))


def limited(number: int | None) -> int | None:
    """How many rows at most; None for all."""
    return None if number is None else max(0, min(number, LARGEST))
