"""Terms: a hash of something told, and how telling it is in its report, in one number."""

from __future__ import annotations

import xxhash

# The lowest bits say how telling a term is.
BITS = 4
STEPS = (2.5, 3, 3.6, 4.4, 5.2, 6.2, 7.2, 8.4, 9.6, 11, 12.5, 14, 16, 18, 21)
"""The ends of the steps in which the weight of a word is told."""
WEIGHTS = (2.25, 2.75, 3.3, 4, 4.8, 5.7, 6.7, 7.8, 9, 10.3, 11.7, 13.2, 15, 17, 19.5, 23)
_LOWEST = (1 << BITS) - 1


def hashed(text: str) -> int:
    """A hash, 0 … 2**63 - 1."""
    return hash_bytes(text.encode("utf-8", "surrogatepass"))


def hash_bytes(data: bytes) -> int:
    """A hash, 0 … 2**63 - 1."""
    return int(xxhash.xxh3_64_intdigest(data)) >> 1


def term(text: str, step: int) -> int:
    """A term, 0 … 2**63 - 1."""
    return hashed(text) >> BITS << BITS | step


def what(value: int) -> int:
    """The hash of a term."""
    return value >> BITS


def weight(value: int) -> float:
    """How telling a term is in its report."""
    return WEIGHTS[value & _LOWEST]


def step(value: int) -> int:
    """How telling a term is, 0 … 15."""
    return value & _LOWEST
