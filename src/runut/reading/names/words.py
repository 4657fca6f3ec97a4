"""The words of a view as the name rules see them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.text import View

# Dots hold initials and degrees (`K.H`, `M.Si`) and web addresses together; glued sentences have been taken apart by the view.
_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_PREFIXED = re.compile(r"[a-z]{2}[-'’][A-Z]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: `start`/`end` in the view, `gap` what stands before it, `opens`: it opens a sentence, quotation or line."""

    text: str
    low: str
    start: int
    end: int
    gap: str
    opens: bool
    capital: bool
    upper: bool


def split(view: View) -> tuple[Word, ...]:
    """The words of the view in order."""
    out: list[Word] = []
    starts = set(view.sentence_starts)
    end = 0
    for match in _WORD.finditer(view.text):
        text, a, b = match[0], match.start(), match.end()
        gap = view.text[end:a]
        opens = gap != " " and (not out or "\n" in gap or "“" in gap or any(k in starts for k in range(end, a + 1)))
        capital = text[0].isupper() or _PREFIXED.match(text) is not None
        out.append(Word(text, text.lower(), a, b, gap, opens, capital, len(text) > 1 and text.isupper()))
        end = b
    return tuple(out)
