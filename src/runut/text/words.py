"""The words of a text, found once for all steps that look words up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_AROUND = re.compile(f"({WORD.pattern})")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text side by side: as written, in small letters, where each begins and where it ends."""

    written: Sequence[str]
    low: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


def split(text: str) -> Words:
    """The words of `text` in order; a hyphen or apostrophe between letters is part of one (`luka-luka`, `Jum'at`)."""
    pieces = _AROUND.split(text)  # gap, word, gap, …, word, gap
    edges = list(accumulate(map(len, pieces)))
    written = pieces[1::2]
    return Words(written, list(map(str.lower, written)), edges[:-1:2], edges[1::2])
