"""Terms: a hash of something told, and how telling it is in its report, in one number."""

from __future__ import annotations

import xxhash

# The lowest bits say how telling a term is.
BITS = 4
STEPS = (2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 48, 64, 85, 113, 150)
"""The ends of the steps in which the weight of a word is told."""
_LOWEST = (1 << BITS) - 1


def hashed(text: str) -> int:
    """A hash, 0 … 2**63 - 1."""
    return xxhash.xxh3_64_intdigest(text.encode("utf-8", "surrogatepass")) >> 1


def term(text: str, step: int) -> int:
    """A term, 0 … 2**63 - 1."""
    return hashed(text) >> BITS << BITS | step


def what(value: int) -> int:
    """The hash of a term."""
    return value >> BITS


def step(value: int) -> int:
    """How telling a term is, 0 … 15."""
    return value & _LOWEST
