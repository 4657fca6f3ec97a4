"""The words of a view as the name rules see them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from runut.text import View

if TYPE_CHECKING:
    from runut.reading.names.lexicon import Lexicon

# Dots hold initials and degrees (`K.H`, `M.Si`) and web addresses together; glued sentences have been taken apart by the view.
_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
# `XYZmenerima`, `RIRahmat`: an acronym with the next word glued to it.
_SHOUTED = re.compile(r"([A-Z]{2,6})([a-z]{3,20}|[A-Z][a-z]{2,20})$")
# An amount of money is no name, though it begins with a capital: `Rp14.150`.
_AMOUNT = re.compile(r"(?:Rp|IDR|USD|RM)\.?\d")
_PREFIXED = re.compile(r"[a-z]{2}[-'’][A-Z]")


class Word(NamedTuple):
    """A word: `start`/`end` in the view, `gap` what stands before it, `opens`: it opens a sentence, quotation or line."""

    text: str
    low: str
    start: int
    end: int
    gap: str
    opens: bool
    capital: bool
    upper: bool


def fold(text: str) -> str:
    """Small letters without marks: `Bogotá` → `bogota`."""
    low = text.lower()
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


def split(view: View) -> tuple[Word, ...]:
    """The words of the view in order."""
    out: list[Word] = []
    text = view.text
    starts = set(view.sentence_starts)
    end = 0
    for match in _WORD.finditer(text):
        word, (a, b) = match[0], match.span()
        gap = text[end:a]
        opens = gap != " " and (not out or "\n" in gap or "“" in gap or any(k in starts for k in range(end, a + 1)))
        low = word.lower() if word.isascii() else fold(word)
        if low == word:  # most words: no capital, nothing to look at
            capital = len(word) > 3 and word[2] in "-'’" and _PREFIXED.match(word) is not None
            out.append(Word(word, low, a, b, gap, opens, capital, False))
        else:
            capital = word[0].isupper() or (word[2:3] in "-'’" and _PREFIXED.match(word) is not None)
            if capital and _AMOUNT.match(word):
                capital = False
            out.append(Word(word, low, a, b, gap, opens, capital, len(word) > 1 and word.isupper()))
        end = b
    return tuple(out)


# A glued word is this long at least, its name part and (without other evidence) its small word this long.
_GLUED, _LEFT, _SURE_RIGHT = 6, 4, 5
# Shorter small words than this end names too often to be cut off, save those that show a place.
_SMALL = 3


def unglue(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """Take `Kalimasmenerima` apart into a name that stands elsewhere in the text, or in the tables, and an ordinary word."""
    seen = {part for w in words if w.capital for part in (w.low, *w.low.split("-"))}
    out: list[Word] = []
    for given in words:
        word = given
        stem, hyphen, suffix = word.text.rpartition("-")
        if hyphen and lexicon.is_word(suffix, "suffix"):  # XYZ-nya
            word = word._replace(text=stem, low=fold(stem), end=word.start + len(stem), upper=stem.isupper())
        cut = 0
        shouted = _SHOUTED.match(word.text)
        if shouted and not lexicon.is_known(word.text):
            left, right = shouted.groups()
            if lexicon.is_ordinary(right) or (lexicon.is_known(left) and right[0].isupper()):
                cut = len(left)
        elif word.capital and len(word.text) >= _GLUED and word.text[1:].islower() and "-" not in word.text:
            cut = _seam(word, seen, lexicon)
        if not cut:
            out.append(word)
            continue
        left, right = word.text[:cut], word.text[cut:]
        out.append(word._replace(text=left, low=left.lower(), end=word.start + cut, upper=left.isupper()))
        out.append(Word(right, right.lower(), word.start + cut, word.end, " ", False, right[0].isupper(), False))
    return tuple(out)


def _seam(word: Word, seen: set[str], lexicon: Lexicon) -> int:
    """Where the name ends in a glued word, 0 when it is none; small words of five letters show the seam by themselves."""
    if lexicon.is_known(word.text) or word.low in lexicon.ordinary or lexicon.bodies.fullmatch(word.low):
        return 0
    for cut in range(len(word.text) - 2, _LEFT - 1, -1):
        left, right = word.low[:cut], word.low[cut:]
        known = lexicon.is_known(word.text[:cut])
        short = len(right) < _SMALL and not lexicon.is_word(right, "place-sign")  # `Baliya` is no `Bali ya`
        if right in lexicon.function and (len(right) >= _SURE_RIGHT or (known and not short)):
            return cut
        if len(right) >= _LEFT and (left in seen or known) and lexicon.is_ordinary(right):
            return cut
    return 0
