"""Amounts by the unit beside a number, and ages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from runut.lang import Language
from runut.reading.figures import numerals
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral

STRONGEST_QUAKE = 10
# The word that tells an age stands no further before it.
MAX_TO_AGE = 60
OLDEST = 115
# Years set off behind someone are an age from this on: `para guru, 5 tahun,` may be a time.
YOUNGEST_TOLD = 10
# Nothing is told to cost less; a smaller number between a currency and a word for time is of the time.
LEAST_PRICE = 100
# No unit that stands before a number is longer (`magnitudo terbesar`).
LONGEST_UNIT = 20
# What happens so often is counted, however it is told.
OFTEN = 20
# What rises is told in metres or less.
METRE = 0.001
# Water stands as high as lengths told in units below a metre, so many characters behind the word for it.
SMALL, MAX_TO_FLOOD = 0.001, 150
# An index stands above this, and is named within so many characters before its level.
LEAST_LEVEL, MAX_TO_INDEX = 100, 150


@dataclass(slots=True)
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
        if (
            after
            and row["measure"] == "money"
            and lex.unit("after", after[1])["measure"] == "duration"
            and max(n.low or 0, n.high or 0) < LEAST_PRICE
        ):  # `selama Rp 5 tahun`; `Rp 3 triliun tahun ini` is money
            return Unit(after[1], "duration", float(lex.unit("after", after[1])["factor"]), n.start, after.end())
        factor = float(row["factor"]) * (lex.money_factors[scale[1]] if scale else 1)
        quake = row["measure"] == "magnitude"
        if not quake or (n.high is not None and n.high <= STRONGEST_QUAKE and not after):
            measure = "skip" if quake and not _is_strength(text, n, before[1], lex) else row["measure"]
            return Unit(before[1], measure, factor, at + before.start(1), scale.end() if scale else n.end)
    if after:
        row = lex.unit("after", after[1])
        return Unit(after[1], row["measure"], float(row["factor"]), n.start, after.end())
    return None


def _is_strength(text: str, n: Numeral, unit: str, lex: Lexicon) -> bool:
    """Whether a letter and a number tell a quake's strength: `M 5,4`, `M5` in a report of one; `cip M4` is a name."""
    return len(unit) > 1 or isinstance(n.low, float) or lex.amounts.quake.search(text) is not None


def join_parts(text: str, n: Numeral, unit: Unit, part: Numeral | None, lex: Lexicon) -> Numeral | None:
    """A time with its smaller part as one number: 5,5 of `5 tahun dan 6 bulan`; None where none follows. Its digits stay the first ones.

    A bound before it is one of the whole: `paling lama 2 tahun 6 bulan`.
    """
    if (
        unit.measure != "duration"
        or part is None
        or (n.low is not None and n.high is not None and n.low != n.high)
        or part.low is None
        or part.low != part.high
    ):
        return None
    per = lex.parts.get(unit.written.lower())
    if per is None or not lex.and_part.fullmatch(text, unit.end, part.start):
        return None
    smaller = lex.units_after.match(text, part.end) or lex.units_after.match(text, part.stop)  # `6 (enam) bulan`
    if smaller is None or smaller[1].lower() != per[0] or part.low >= per[1]:
        return None
    more = part.low / per[1]
    low, high = (None if end is None else round(end + more, 4) for end in (n.low, n.high))
    return replace(n, low=low, high=high, stop=smaller.end())


def by_unit(text: str, n: Numeral, unit: Unit, floor: int, lex: Lexicon, language: Language) -> Judgement | None:
    """An amount, by the unit beside it; years and months are an age after a word or a name that says so."""
    measure, factor, begin, end = unit.measure, unit.factor, unit.start, unit.end
    if measure == "length":
        near = text[max(floor, n.begin - MAX_TO_FLOOD) : n.begin]
        measure, factor = _length(text, n, factor, max(floor, n.start - 60), end, lex)
        # `jalan tergenang antara 60-80 cm`, `sedalam 30 cm`
        if measure != "height_m" and factor < SMALL and lex.amounts.flood.search(near):
            measure, factor = "height_m", factor * 1000
    elif measure == "duration":
        if lex.amounts.ago.match(text, end):
            return None
        measure = "age" if _is_age(text, n, end, lex) else measure
    elif measure == "times":
        return _times(text, n, end, lex)
    elif measure == "points":  # `naik 50,39 poin` of an index; three points of a team are none
        measure = "other" if isinstance(n.low, float) else "skip"
    elif measure == "magnitude" and (n.high is None or n.high > STRONGEST_QUAKE):
        return None
    if measure == "skip":
        return None
    reach = begin if begin != n.start else None  # a unit between a number and its bounds: `lebih dari Rp 5 juta`
    start = n.begin if reach is None else numerals.bound(n, text, reach, language).begin
    return Judgement(measure, f"measure:unit:{unit.written}", start, max(end, n.stop), factor=factor, reach=reach)


def _times(text: str, n: Numeral, end: int, lex: Lexicon) -> Judgement | None:
    """How often something happened: `tujuh kali erupsi`, `meletus sebanyak 28 kali`, `10 kali per hari`; `dua kali menerobos` is none."""
    happened = lex.amounts.happening.match(text, end)
    if happened is not None:
        counted = Counted(happened.start() + 1, happened.end(), "thing", "", happened[0].strip().lower())
        return Judgement("other", "measure:unit:kali", n.begin, happened.end(), counted)
    before = text[max(0, n.begin - 40) : n.begin]
    many = (
        n.low != 1
        and not lex.amounts.faster.match(text, end)
        and (
            lex.link.search(before[-24:])
            or lex.amounts.struck.search(before)
            or n.begin < n.start
            or lex.rated.match(text, end)
        )
    )
    if many or (n.low or 0) >= OFTEN:
        return Judgement("other", "measure:unit:kali", n.begin, end)
    return None


def by_index(text: str, n: Numeral, floor: int, lex: Lexicon) -> Judgement | None:
    """The level of an index: `IHSG ditutup di level 6.918`."""
    if (
        n.form != "digits"
        or n.ordinal
        or (n.low or 0) < LEAST_LEVEL
        or not lex.level.search(text[max(floor, n.start - 24) : n.start])
    ):
        return None
    if not lex.index.search(text[max(floor, n.start - MAX_TO_INDEX) : n.start]):
        return None
    return Judgement("other", "measure:index", n.begin, n.stop)


def _length(text: str, n: Numeral, factor: float, floor: int, end: int, lex: Lexicon) -> tuple[str, float]:
    """Depth and distance in kilometres, height in metres, by the words around the number: before it in its clause, or right after it."""
    before = text[floor : n.start]
    if lex.amounts.above.match(text, end) or (
        lex.amounts.summit.match(text, end) and lex.amounts.height.search(before)
    ):
        return "height_m", factor * 1000
    if not lex.amounts.away.match(text, end):
        if lex.amounts.height.search(before) or (
            factor <= METRE and lex.amounts.waves.search(before)
        ):  # `tsunami mencapai enam meter`
            return "height_m", factor * 1000
        if lex.amounts.depth.search(before):
            return "depth_km", factor
    return "distance_km", factor


_BRACKETED = re.compile(r"(?<!\w)[A-Z][\w.’'-]{0,30}[”\"]?(?: \((?:\w{1,20} )?|\()$")
_CLOSED = re.compile(r" ?\)")
_ASIDE = re.compile(r" ?[(),]")
_SET_OFF, _OPENED = re.compile(r"[),]"), re.compile(r"(?<=[^.,;(]{3})(?P<open>, | \()$")
_BETWEEN_COMMAS = re.compile(r"(?<!\w)[A-Z][\w’'-]{1,30}, $")


def by_age(text: str, n: Numeral, lex: Lexicon) -> Judgement | None:
    """The age that a number without a unit is: in brackets or between commas after a name, or after a word that says so."""
    if n.form != "digits" or n.low is None or not 0 < n.low <= OLDEST or n.low != n.high:
        return None
    at = max(0, n.start - 40)
    before, after = text[at : n.start], text[n.end : n.end + 2]
    if (closed := _CLOSED.match(text, n.end)) and (match := _BRACKETED.search(before)):
        return Judgement("age", "measure:age:bracket", at + match.start(), closed.end())
    if after[:1] in (",", ".") and after[1:2] in (" ", "", "\n") and _BETWEEN_COMMAS.search(before):
        return Judgement("age", "measure:age:commas", n.start - 2, n.end + 1)
    if lex.ages.aged.search(before):
        return Judgement("age", "measure:age:cue", n.start, n.end)
    return None


def is_age(text: str, n: Numeral, lex: Lexicon) -> bool:
    """Whether a number is an age, with its unit or without."""
    unit = lex.units_after.match(text, n.end)
    if unit is None:
        return by_age(text, n, lex) is not None
    return lex.unit("after", unit[1])["measure"] == "duration" and _is_age(text, n, unit.end(), lex)


def _is_of_person(text: str, n: Numeral, before: str, end: int, lex: Lexicon) -> bool:
    """Whether years stand between commas or in brackets after words for someone: `pembalap asal Kalimas itu, 28 tahun,`."""
    if n.form != "digits" or n.low is None or n.low < YOUNGEST_TOLD or not _SET_OFF.match(text, end):
        return False
    opened = _OPENED.search(before)
    words = re.findall(r"[\w-]+", before[: opened.start("open")].lower())[-4:] if opened else []
    if lex.ages.serving.intersection(words):  # `bekerja sebagai guru, 12 tahun, di desa itu`
        return False
    return any(lex.nouns.get(word, {}).get("kind") in ("person", "suspect") for word in words)


def _is_age(text: str, n: Numeral, end: int, lex: Lexicon) -> bool:
    """Whether a number of years is an age: after `berusia`, in brackets or between commas after a name."""
    before = text[max(0, n.start - 40) : n.start]
    aged = lex.ages.aged.search(text[max(0, n.begin - 40) : n.begin]) or lex.ages.aged.search(before)
    if aged and n.form == "vague":  # `desa berusia ratusan tahun`
        return True
    most = n.low if n.high is None else n.high
    if most is None or most > OLDEST or lex.ages.term.match(text, end):
        return False
    if aged or lex.ages.ages.search(
        text[max(0, n.begin - MAX_TO_AGE) : n.begin]
    ):  # `usia mereka berkisar antara dua hingga 59 tahun`
        return True
    if lex.ages.aged_too.search(before) or _is_of_person(text, n, before, end, lex):  # `berusia 26 tahun dan 28 tahun`
        return True
    if n.form == "digits" and lex.ages.being.search(before):  # `pemuda 20 tahun`
        return True
    if (
        n.form == "digits"
        and lex.ages.calling.search(before)
        and (_ASIDE.match(text, end) or lex.pointing.match(text, end))
    ):
        return True  # `penyanyi 20 tahun itu`; `warga 20 tahun menunggu` is none
    return bool(
        (_BRACKETED.search(before) or _BETWEEN_COMMAS.search(before)) and re.match("[),.]", text[end : end + 1])
    )
