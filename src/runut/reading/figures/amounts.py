"""Amounts by the unit beside a number, and ages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.lang import Language
from runut.reading.figures import numerals
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral

STRONGEST_QUAKE = 10
OLDEST = 115
# No unit that stands before a number is longer (`bermagnitudo`).
LONGEST_UNIT = 16


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit beside a number: as written, its measure, its factor, where it begins (or the number does) and where it ends."""

    written: str
    measure: str
    factor: float
    start: int
    end: int


def find_unit(text: str, n: Numeral, lex: Lexicon) -> Unit | None:
    """The unit before or after a number, if it has one."""
    at = max(0, n.start - LONGEST_UNIT)
    written = text[at : n.start]
    before = lex.units_before.search(written) if written.rstrip()[-1:] in lex.unit_ends else None
    after = lex.units_after.match(text, n.end) or (lex.units_after.match(text, n.stop) if n.stop != n.end else None)
    if before:
        row = lex.unit("before", before[1])
        scale = lex.money_scale.match(text, n.end) if row["measure"] == "money" else None
        factor = float(row["factor"]) * (lex.money_factors[scale[1]] if scale else 1)
        if row["measure"] != "magnitude" or (n.high is not None and n.high <= STRONGEST_QUAKE and not after):
            return Unit(before[1], row["measure"], factor, at + before.start(1), scale.end() if scale else n.end)
    if after:
        row = lex.unit("after", after[1])
        return Unit(after[1], row["measure"], float(row["factor"]), n.start, after.end())
    return None


def by_unit(text: str, n: Numeral, unit: Unit, floor: int, lex: Lexicon, language: Language) -> Judgement | None:
    """An amount, by the unit beside it; years and months are an age after a word or a name that says so."""
    measure, factor, begin, end = unit.measure, unit.factor, unit.start, unit.end
    if measure == "length":
        measure, factor = _length(text, n, factor, max(floor, n.start - 60), end, lex)
    elif measure == "duration":
        if lex.ago.match(text, end):
            return None
        measure = "age" if _is_age(text, n, end, lex) else measure
    elif measure == "magnitude" and (n.high is None or n.high > STRONGEST_QUAKE):
        return None
    if measure == "skip":
        return None
    reach = begin if begin != n.start else None  # a unit between a number and its bounds: `lebih dari Rp 5 juta`
    start = n.begin if reach is None else numerals.bound(n, text, reach, language).begin
    return Judgement(measure, f"measure:unit:{unit.written}", start, max(end, n.stop), factor=factor, reach=reach)


def _length(text: str, n: Numeral, factor: float, floor: int, end: int, lex: Lexicon) -> tuple[str, float]:
    """Depth and distance in kilometres, height in metres, by the words before the number in its clause."""
    before = text[floor : n.start]
    if not lex.away.match(text, end):
        if lex.height.search(before):
            return "height_m", factor * 1000
        if lex.depth.search(before):
            return "depth_km", factor
    return "distance_km", factor


_BRACKETED = re.compile(r"(?<!\w)[A-Z][\w.’'-]{0,30}[”\"]? \((?:\w{1,20} )?$")
_BETWEEN_COMMAS = re.compile(r"(?<!\w)[A-Z][\w’'-]{1,30}, $")


def by_age(text: str, n: Numeral, lex: Lexicon) -> Judgement | None:
    """The age that a number without a unit is: in brackets or between commas after a name, or after a word that says so."""
    if n.form != "digits" or n.low is None or not 0 < n.low <= OLDEST or n.low != n.high:
        return None
    at = max(0, n.start - 40)
    before, after = text[at : n.start], text[n.end : n.end + 2]
    if after[:1] == ")" and (match := _BRACKETED.search(before)):
        return Judgement("age", "measure:age:bracket", at + match.start(), n.end + 1)
    if after[:1] in (",", ".") and after[1:2] in (" ", "", "\n") and _BETWEEN_COMMAS.search(before):
        return Judgement("age", "measure:age:commas", n.start - 2, n.end + 1)
    if lex.aged.search(before):
        return Judgement("age", "measure:age:cue", n.start, n.end)
    return None


def _is_age(text: str, n: Numeral, end: int, lex: Lexicon) -> bool:
    """Whether a number of years is an age: after `berusia`, in brackets or between commas after a name."""
    if n.high is None or n.high > OLDEST or lex.term.match(text, end):
        return False
    before = text[max(0, n.start - 40) : n.start]
    if lex.aged.search(text[max(0, n.begin - 40) : n.begin]) or lex.aged.search(before):
        return True
    if lex.being.search(before) and n.form == "digits":  # `pemuda 20 tahun itu`
        return True
    return bool(
        (_BRACKETED.search(before) or _BETWEEN_COMMAS.search(before)) and re.match("[),.]", text[end : end + 1])
    )
