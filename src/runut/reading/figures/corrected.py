"""A bare number that corrects a count or that a count corrects: it is of what that count is of.

Put right (`saya sampaikan 11, yang betul 10`) or replaced (`dari lima menjadi empat orang`). What is only denied (`delapan tewas, bukan 12
seperti diberitakan`) is nobody's count there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from runut.reading.figures.clause import PERSONAL
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.together import FATES
from runut.text import View

Told = tuple[Numeral, Judgement]
SETS = FATES | {"affected"}
# What a number is corrected to stands so many characters behind it at most; its denial, before it.
MAX_TO_NEXT, MAX_DENIED = 40, 24
# A set that two numbers put right is told in the same sentence or in so many before.
SENTENCES_BACK = 3
# A count and what it is put right to are no further from one another than this, nor the set from them.
WIDEST = 2
_UNREAD = "measure:corrected:unread"


@dataclass(slots=True)
class Pair:
    """A bare number with the count before it and the one behind it."""

    view: View
    told: Sequence[Told]
    k: int
    n: Numeral
    lex: Lexicon

    @property
    def text(self) -> str:
        return self.view.text

    def next(self) -> Told | None:
        return self.told[self.k + 1] if self.k + 1 < len(self.told) else None

    def as_set(self, whole: Judgement, rule: str) -> Judgement:
        """This number told as a set is."""
        counted = whole.counted
        end = self.n.stop
        some = Counted(end, end, counted.kind, counted.measure, counted.head) if counted is not None else None
        return Judgement(whole.measure, f"measure:corrected:{rule}", self.n.begin, end, some)

    def topic(self, *values: float | None) -> Judgement | None:
        """The only set told shortly before, one of whose counts is near one of the values."""
        starts = self.view.sentence_starts
        first = max(0, sum(1 for s in starts if s <= self.n.start) - 1 - SENTENCES_BACK)
        begin = starts[first] if starts else 0
        near = [t for t in self.told[: self.k] if t[0].start >= begin and t[1].measure in SETS]
        if not near or {j.measure for _, j in near} != {near[-1][1].measure}:
            return None
        known = {m.low for m, _ in near if m.low == m.high}
        return near[-1][1] if known & set(values) else None


def tell(told: list[Told], bare: Sequence[tuple[Numeral, Counted]], view: View, lex: Lexicon) -> list[Told]:
    """The counts with the bare numbers that one of them corrects, or that correct it."""
    if not any(j.measure in SETS for _, j in told) or lex.sets.corrects.isdisjoint(view.words.low):
        return told
    known = {n.start for n, _ in told}
    unread = [(n, Judgement("other", _UNREAD, n.begin, n.stop, c)) for n, c in bare if n.start not in known]
    out = sorted([*told, *unread], key=lambda t: t[0].start)
    for k, (n, j) in enumerate(out):
        on_the_way = (
            j.measure == "other" and j.counted is not None and j.counted.start > j.end
        )  # `dari 12 menjadi 14 orang`
        if not (j.rule == _UNREAD or on_the_way) or n.low is None:
            continue
        pair = Pair(view, out, k, n, lex)
        found = next((made for rule in (RULES if j.rule == _UNREAD else (_replaced,)) if (made := rule(pair))), ())
        for at, carried in found:
            out[at] = out[at][0], carried
    return [t for t in out if t[1].rule != _UNREAD]


def _are_people(j: Judgement) -> bool:
    return j.measure in SETS and j.counted is not None and j.counted.kind in PERSONAL


# --- the rules, the first that decides --------------------------------------------------------------------------------


def _replaced(p: Pair) -> list[tuple[int, Judgement]]:
    """1. The first of two counts: `korban tewas dikoreksi dari lima menjadi empat orang`, `angka itu turun dari lima menjadi …`."""
    to = p.next()
    if to is None or to[0].low is None or to[0].low == p.n.low or p.n.form == "vague":
        return []
    if not p.lex.out_of.search(p.text[max(0, p.n.begin - MAX_DENIED) : p.n.begin]):
        return []
    if not p.lex.risen.fullmatch(p.text, p.n.stop, to[0].begin):
        return []
    if _are_people(to[1]):
        return [(p.k, p.as_set(to[1], "replaced"))]
    plain = to[1].counted is not None and to[1].counted.head in p.lex.anyone and to[1].measure == "other"
    if not plain or not p.lex.sets.revises.search(p.text, max(0, p.n.begin - MAX_TO_NEXT), p.n.begin):
        return []
    whole = p.topic(p.n.low, to[0].low)
    if whole is None:
        return []
    return [
        (p.k, p.as_set(whole, "replaced")),
        (p.k + 1, replace(to[1], measure=whole.measure, rule="measure:corrected:replaced")),
    ]


def _put_right(p: Pair) -> list[tuple[int, Judgement]]:
    """2. Two bare numbers of which the second is right: `tadi saya sampaikan 11, yang betul 10`, of a set with one of them."""
    to = p.next()
    if to is None or to[1].rule != _UNREAD or to[0].low is None or p.n.low is None or p.n.low == to[0].low:
        return []
    told = p.lex.retold.told_wrong.search(p.text, max(0, p.n.begin - MAX_TO_NEXT), p.n.begin)
    if told is None or re.search(r"[.;\d]", p.text[told.end() : p.n.begin]):
        return []
    if p.lex.retold.righted.fullmatch(p.text, p.n.stop, to[0].begin) is None or not p.lex.sets.bare_end.match(
        p.text, to[0].stop
    ):
        return []
    if max(p.n.low, to[0].low) > WIDEST * min(p.n.low, to[0].low):
        return []
    whole = p.topic(p.n.low, to[0].low)
    if whole is None:
        return []
    right = Pair(p.view, p.told, p.k + 1, to[0], p.lex)
    return [(p.k, p.as_set(whole, "put-right")), (p.k + 1, right.as_set(whole, "put-right"))]


RULES: tuple[Callable[[Pair], list[tuple[int, Judgement]]], ...] = (
    _replaced,
    _put_right,
)
