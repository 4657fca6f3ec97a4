"""The words of a text, found once for all steps that look words up."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import accumulate

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_PART = re.compile(r"[^\W\d_]+|\d+")
_AROUND = re.compile(f"({WORD.pattern})")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text side by side: as written, in small letters, where each begins and where it ends.

    `parts` are the runs of letters and of figures, with where they begin, in the words that hold anything but letters.
    """

    written: Sequence[str]
    low: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    parts: Sequence[tuple[int, str]]

    def find(self, known: Container[str]) -> list[tuple[int, str]]:
        """Where a word of `known` (small letters, nothing but letters) begins, or a row of figures, each as written, in order.

        Parts of words count too: both halves of `dua-tiga`, the figures of `Rp5`.
        """
        written, starts = self.written, self.starts
        found = [(starts[k], written[k]) for k, low in enumerate(self.low) if low in known]
        found += [part for part in self.parts if part[1].isdecimal() or part[1].lower() in known]
        found.sort()
        return found


def split(text: str) -> Words:
    """The words of `text` in order; a hyphen or apostrophe between letters is part of one (`luka-luka`, `Jum'at`)."""
    pieces = _AROUND.split(text)  # gap, word, gap, …, word, gap
    edges = list(accumulate(map(len, pieces)))
    written, starts = pieces[1::2], edges[:-1:2]
    parts: list[tuple[int, str]] = []
    for start, word in zip(starts, written, strict=True):
        if word.isdecimal():
            parts.append((start, word))
        elif not word.isalpha():
            parts += [(start + part.start(), part[0]) for part in _PART.finditer(word)]
    return Words(written, list(map(str.lower, written)), starts, edges[1::2], parts)
