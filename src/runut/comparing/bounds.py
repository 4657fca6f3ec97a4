"""The bounds of two figures side by side: whether a value suits both, and how far they lie apart."""

from __future__ import annotations

import re
from math import floor, log10

from runut.comparing.points import Point
from runut.model import Figure

# Numbers given as about so much meet within a tenth.
ABOUT = 0.1
# Values of so many digits are equal by no accident, and those of one digit less only where the sentences share some words.
TELLING_DIGITS = 3
# A count to the last of so many digits is of one thing under whatever noun, and never about so much.
EXACT_DIGITS = 4
# An amount that is cut or rounded keeps so many digits at least: 85 for 85,56.
CUT_DIGITS = 2
# Amounts that are compared between reports only: one report gives many.
AMOUNTS = frozenset(["money", "percent", "duration", "distance_km", "height_m", "area", "speed", "weight"])
# What is told whole, or to its one tenth.
NEVER_CUT = frozenset(["age", "magnitude"])
_TENTHS = re.compile(r",\d")


def ratio(a: Point, b: Point) -> float:
    """How many times the smaller the larger of two values is; of ranges, their nearest ends."""
    (low, high), (larger, _) = sorted((_ends(a.figure), _ends(b.figure)))
    near = min(high, larger)
    return larger / near if low > 0 else 1.0


def _ends(f: Figure) -> tuple[float, float]:
    """The ends of a figure; one that is open at one side has both at the other."""
    low, high = (v if v is not None else w for v, w in ((f.low, f.high), (f.high, f.low)))
    return low or 0.0, high or 0.0


def meets(a: Figure, b: Figure) -> bool:
    """Whether the bounds of two figures leave a value that suits both; a number given as about so much, or cut short, is widened."""
    if a.approx or b.approx:
        fits = low_of(a) <= high_of(b) and low_of(b) <= high_of(a)
    else:  # asked of nearly all pairs of a story, so without calls
        fits = (a.low is None or b.high is None or a.low <= b.high) and (
            b.low is None or a.high is None or b.low <= a.high
        )
    return fits or (a.measure == b.measure and (is_cut(a, b) or is_cut(b, a)))


def is_cut(a: Figure, b: Figure) -> bool:
    """Whether an amount or a count is another one cut or rounded to several digits: 11,8 for 11,88, `8 juta` never for 8.120.000."""
    short, whole = told_value(a), told_value(b)
    if a.measure in NEVER_CUT or a.measure != b.measure or short is None or whole is None:
        return False
    if abs(short - whole) * 10 >= short:  # further off than its second digit tells
        return False
    size, written = _digits(short), sum(map(str.isdigit, a.number.text.lstrip("0,.")))
    if size < TELLING_DIGITS and written > size:  # 150 is no 151 cut short
        return False
    if _TENTHS.search(a.number.text):  # nor is 10,20 a 10,22
        size = written
    return CUT_DIGITS <= size < _digits(whole) and abs(short - whole) < 10 ** (floor(log10(short)) - size + 1)


def told_value(f: Figure) -> float | None:
    """The number that a figure tells, exact or as a bound at one side; None of a range."""
    return f.low if f.low == f.high or f.high is None else f.high if f.low is None else None


def low_of(f: Figure) -> float:
    """The least that a figure allows."""
    return float("-inf") if f.low is None else f.low * (1 - ABOUT) if _is_round(f) else f.low


def high_of(f: Figure) -> float:
    """The most that a figure allows."""
    return float("inf") if f.high is None else f.high * (1 + ABOUT) if _is_round(f) else f.high


def _is_round(f: Figure) -> bool:
    """Whether a number is given as about so much, and not to the last digit: `rata-rata 91.087` is exact."""
    return f.approx and f.low is not None and f.low == f.high and _digits(f.low) < EXACT_DIGITS


def digits(p: Point) -> int:
    """How many digits of the value told are not zeros at its ends: 3 for 1.730, 2 for 0,05 million and 42; 0 for a range."""
    value = told_value(p.figure)
    return 0 if value is None else _digits(value)


def _digits(value: float) -> int:
    return len(re.sub(r"\D", "", f"{value:f}".rstrip("0") if isinstance(value, float) else str(value)).strip("0"))
