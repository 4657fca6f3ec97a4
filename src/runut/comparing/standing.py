"""How a count stands to the others of its report, by the words beside its number: the whole, some of it, or what was said before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from runut.comparing.measures import PEOPLE, THINGS, WHOLES
from runut.comparing.series_words import Words
from runut.model import Figure

# The whole of a part stands so many characters before it at most, in its sentence or the one before.
WHOLE_REACH = 200
# What a count has come to stands no further behind it.
INTO_REACH = 60
# A sentence that looks back says so in its first characters: `Beberapa jam sebelumnya, …`.
OPENING = 24


def as_total(figure: Figure, others: Sequence[Figure]) -> Figure:
    """A part of those that something else is said of is all of its own measure: `delapan korban, lima di antaranya tewas`."""
    if figure.part != "part" or figure.measure not in PEOPLE:
        return figure
    at = figure.number.start
    first, last = (bisect_left(others, place, key=lambda f: f.number.start) for place in (at - WHOLE_REACH, at))
    before = [f for f in others[first:last] if (f.low or 0) >= (figure.low or 0)]
    whole = max(before, key=lambda f: f.number.start, default=None)
    return replace(figure, part="total") if whole is not None and whole.measure in WHOLES else figure


def remaining(figure: Figure, clause: str, words: Words) -> Figure:
    """Those still sought, however they are told (`enam orang lagi masih dicari`): who is left, and none that came to the missing."""
    left = figure.measure == "missing" and figure.part == "increment" and words.says("still", clause)
    return replace(figure, part="total") if left else figure


def has_changed(before: str, words: Words) -> bool:
    """Whether a count is what another came of: `bertambah dari tujuh menjadi 11`, `turun dari Rp 3 miliar`."""
    return words.came_of.search(before) is not None


def has_become(figure: Figure, before: str, others: Sequence[Figure], text: str, words: Words) -> bool:
    """Whether the next count of its sentence has come of this one: `dari 125 orang menjadi 131`, not `dari 125 orang, lima tewas`."""
    if words.out_of.search(before) is None:
        return False
    behind = min((f for f in others if f.number.start >= figure.end), key=lambda f: f.number.start, default=None)
    if behind is None or behind.measure != figure.measure or (behind.low, behind.high) == (figure.low, figure.high):
        return False
    return words.into.fullmatch(text[figure.number.end : behind.number.start][: INTO_REACH + 1]) is not None


def is_so_told(role: str, before: str, words: Words) -> bool:
    """Whether a word of a role before a number says that of this number: `meningkat menjadi 38`, but neither `meningkat dibandingkan 23`
    nor `menjadi wilayah terparah dengan 38`.
    """
    *_, told = (None, *words.roles[role].finditer(before)) if role in words.roles else (None,)
    return told is not None and not words.says("set-against", before[told.end() :])


def is_recounted(before: str, words: Words) -> bool:
    """Whether what stands before a number says that it was told before: `Sebelumnya, kepolisian melaporkan …`."""
    return words.says("recounted", before[:OPENING]) and words.says("retold", before)


def is_corrected(before: str, words: Words) -> bool:
    """Whether what stands before a number says that it held before: `dari semula 11`, `sebelumnya menjadi 11`; not `dari semula 11 menjadi`
    or `diralat menjadi`.
    """
    *_, told = (None, *words.roles["correction"].finditer(before)) if "correction" in words.roles else (None,)
    if told is None:
        return False
    became = words.roles["now-are"].search(before, told.end()) if "now-are" in words.roles else None
    if became is None:
        return True
    between = split(before[told.end() : became.start()])
    return words.says("recounted", told.group()) and not any(w[0].isdigit() or w in words.numerals for w in between)


def is_replaced(figure: Figure, before: str, others: Sequence[Figure], text: str, words: Words) -> bool:
    """Whether the sentence puts another count in the place of this one: `Informasi awal ada delapan, … jadi 11`, `11, yang betul 10`."""
    after = [f for f in others if f.number.start >= figure.end and f.measure == figure.measure]
    if not after or (figure.measure not in PEOPLE and figure.measure not in THINGS):
        return False
    later = after[0]
    if later.part == "part" or (later.low, later.high) == (figure.low, figure.high):
        return False
    between = text[figure.number.end : later.number.start]
    return words.says("righted", between) or (words.says("initially", before) and words.says("now-are", between))


def split(text: str) -> tuple[str, ...]:
    """The words and numbers of a stretch, in small letters."""
    return tuple(w.lower() for w in re.findall(r"[^\W_]+", text))
