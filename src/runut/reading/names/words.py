"""The words of a view as the name rules see them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, NamedTuple

from runut.text import View

if TYPE_CHECKING:
    from runut.reading.names.lexicon import Lexicon

# Dots hold initials and degrees (`K.H`, `M.Si`) and web addresses together; glued sentences have been taken apart by the view.
_WORD = re.compile(r"([^\W_]+(?:[-'’.&][^\W_]+)*)")
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


# `Word._make` without its check of the length, which takes as long again.
_make: Callable[[type[Word], tuple[object, ...]], Word] = tuple.__new__


def fold(text: str) -> str:
    """Small letters without marks: `Bogotá` → `bogota`."""
    low = text.lower()
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


def split(view: View) -> tuple[Word, ...]:
    """The words of the view in order."""
    parts = _WORD.split(view.text)  # a gap, a word, a gap, …
    bounds = list(accumulate(map(len, parts)))
    texts, gaps = parts[1::2], parts[:-1:2]
    starts, ends = bounds[:-1:2], bounds[1::2]
    lows = [text.lower() if text.isascii() else fold(text) for text in texts]
    opens, capitals, uppers = [False] * len(texts), [False] * len(texts), [False] * len(texts)
    sentence_starts = set(view.sentence_starts)
    for k, gap in enumerate(gaps):
        if gap != " ":
            reach = range(starts[k] - len(gap), starts[k] + 1)
            opens[k] = k == 0 or "\n" in gap or "“" in gap or not sentence_starts.isdisjoint(reach)
    for k, (text, low) in enumerate(zip(texts, lows, strict=True)):
        if text != low:  # most words are all small letters, with nothing to look at
            capitals[k] = text[0].isupper() if text.isalpha() else _is_capital(text)
            uppers[k] = len(text) > 1 and text.isupper()
    rows = zip(texts, lows, starts, ends, gaps, opens, capitals, uppers, strict=True)
    return tuple(map(_make, repeat(Word), rows))


def _is_capital(text: str) -> bool:
    """Whether a word with marks or digits in it begins like a name."""
    return (text[0].isupper() and not _AMOUNT.match(text)) or _PREFIXED.match(text) is not None


# A glued word is this long at least, its name part and (without other evidence) its small word this long.
_GLUED, _LEFT, _SURE_RIGHT = 6, 4, 5
# Shorter small words than this end names too often to be cut off, save those that show a place.
_SMALL = 3


def unglue(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """Take `Kalimasmenerima` apart into a name that stands elsewhere in the text, or in the tables, and an ordinary word."""
    given = {w.text: w for w in words if w.capital or "-" in w.text}  # no other word comes apart
    seen = {w.low for w in given.values() if w.capital}
    seen.update([part for low in seen if "-" in low for part in low.split("-")])
    apart = {text for text, word in given.items() if _take_apart(word, seen, lexicon)}
    if not apart:
        return words
    out: list[Word] = []
    for word in words:
        if word.text in apart:
            out += _take_apart(word, seen, lexicon)
        else:
            out.append(word)
    return tuple(out)


def _take_apart(word: Word, seen: set[str], lexicon: Lexicon) -> tuple[Word, ...]:
    """What a word becomes: a name without its suffix, a name and the word glued to it; nothing when it stays as it is."""
    given = word
    if "-" in word.text:
        stem, _, suffix = word.text.rpartition("-")
        if lexicon.is_word(suffix, "suffix"):  # XYZ-nya
            word = word._replace(text=stem, low=fold(stem), end=word.start + len(stem), upper=stem.isupper())
    cut = _seam(word, seen, lexicon)
    if not cut:
        return () if word is given else (word,)
    left, right = word.text[:cut], word.text[cut:]
    return (
        word._replace(text=left, low=left.lower(), end=word.start + cut, upper=left.isupper()),
        Word(right, right.lower(), word.start + cut, word.end, " ", False, right[0].isupper(), False),
    )


def _seam(word: Word, seen: set[str], lexicon: Lexicon) -> int:
    """Where the name ends in a glued word, 0 when it is none; small words of five letters show the seam by themselves."""
    text, low = word.text, word.low
    shouted = _SHOUTED.match(text) if text[1:2].isupper() and not word.upper else None
    if shouted and not lexicon.is_known(text):
        left, right = shouted.groups()
        if lexicon.is_ordinary(right) or (lexicon.is_known(left) and right[0].isupper()):
            return len(left)
        return 0
    if not word.capital or len(text) < _GLUED or low in lexicon.ordinary or lexicon.is_known(text):
        return 0
    if not text[1:].islower() or "-" in text:
        return 0
    for cut in range(len(text) - 2, _LEFT - 1, -1):
        if _is_seam(word, cut, seen, lexicon):
            return 0 if lexicon.bodies.fullmatch(low) else cut
    return 0


def _is_seam(word: Word, cut: int, seen: set[str], lexicon: Lexicon) -> bool:
    left, right = word.low[:cut], word.low[cut:]
    if right in lexicon.function:
        short = len(right) < _SMALL and not lexicon.is_word(right, "place-sign")  # `Baliya` is no `Bali ya`
        if len(right) >= _SURE_RIGHT or (lexicon.is_known(word.text[:cut]) and not short):
            return True
    if len(right) < _LEFT:
        return False
    return (left in seen or lexicon.is_known(word.text[:cut])) and lexicon.is_ordinary(right)
