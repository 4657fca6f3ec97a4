"""Whether two counts are told under one noun, whatever its spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runut.comparing import heads
from runut.comparing.points import Point

# The initials of a noun (`IUP`) have so many letters.
LEAST_INITIALS, LONGEST_INITIALS = 2, 3
_WORD = re.compile(r"[^\W\d_]+")


def same_noun(a: Point, b: Point) -> bool:
    """Whether two counts are told under one noun: of one head, one behind what holds it (`buku rekening`), or one by the first letters
    of the other (`IUP`, `izin usaha pertambangan`).
    """
    if a.head == b.head or a.held == b.head or a.head == b.held:
        return True
    if heads.same_noun(a.noun, b.noun) and not (_is_told_twice(a) or _is_told_twice(b)):
        return True
    first, second = (_WORD.findall(p.figure.counted or p.head) for p in (a, b))
    return bool(first and second) and (_are_initials(first[0], second) or _are_initials(second[0], first))


def _is_told_twice(p: Point) -> bool:
    """Whether its sentence counts as many of something else, so that its first word is not all that tells it: `9 agen A dan 9 agen B`."""
    return (p.figure.measure, p.figure.low, p.figure.high) in p.companions


def _are_initials(short: str, words: Sequence[str]) -> bool:
    """Whether a short form, in capitals, has the first letters of the first words."""
    size = len(short)
    if not short.isupper() or not LEAST_INITIALS <= size <= min(LONGEST_INITIALS, len(words)):
        return False
    return short == "".join(w[0] for w in words[:size]).upper()
