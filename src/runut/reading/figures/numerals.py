"""Numerals: digits and number words, with their multipliers, ranges and bounds, as stretches of the view."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from runut.lang import Language
from runut.reading.figures.lexicon import alternation

Number = int | float

# A word numeral never has more words than this (`dua ratus tiga puluh lima ribu enam ratus tujuh puluh delapan` has ten).
MAX_WORDS = 12
# Bound words stand within this many characters before the number.
MAX_BOUND_REACH = 40


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, at `start:end` of the view; `low`/`high` None where open.

    `form`: digits, words or vague (`puluhan`); `begin` is where its bound words begin (`start` where there are none), `stop`
    where bound words after it end; `ordinal` marks `ke-70`.
    """

    start: int
    end: int
    low: Number | None
    high: Number | None
    form: str
    begin: int
    stop: int
    approx: bool = False
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    values: Mapping[str, tuple[str, Number, Number | None]]
    factors: Mapping[str, tuple[str, Number]]
    pattern: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    ceiling: re.Pattern[str]
    effects: Mapping[str, str]
    range: re.Pattern[str]
    either: re.Pattern[str]


_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,3})?|\d{1,3}(?:,\d{3})+(?![\d.])|\d+[.,]\d+|\d+"


def _words_of(language: Language) -> _Words:
    numbers, scales, bounds = language.table("numbers"), language.table("multipliers"), language.table("bounds")
    values: dict[str, tuple[str, Number, Number | None]] = {
        r["word"]: (r["kind"], int(r["low"]), int(r["high"]) if r["high"] else None) for r in numbers
    }
    factors = {r["word"]: (r["how"], int(r["factor"])) for r in scales}
    word = rf"(?:{alternation([*values, *factors])})"
    scale = rf"(?:{alternation(w for w, (how, _) in factors.items() if how == 'times')})"
    start = rf"(?:{alternation(values)})"
    letters = "".join(sorted({word[0] for word in values}))
    openers = f"[{letters}]" if letters else "(?!)"  # a look at one letter spares most places the rest
    pattern = re.compile(
        rf"(?=[\dk])"
        rf"(?:(?<![\w.,/:+-])|(?<=\bRp)|(?<=\bRp\.)|(?<=\bM)|(?<=\bUSD)|(?<=\bRM)|(?<=\bIDR)|(?<=[\d ]-))(?P<ke>ke-?)?(?P<digits>{_DIGITS})"
        rf"(?:[ ]?(?P<scale>{scale})(?:[ ](?P<again>{scale}))?)?(?:\b|(?=an\b))(?![/:]\d|[.,]\d)"
        rf"|(?={openers})\b(?P<words>{start}(?:[ ]{word}){{0,{MAX_WORDS}}})\b(?!-)",
        re.IGNORECASE,
    )
    before = {r["phrase"].lower(): r["effect"] for r in bounds if r["side"] == "before"}
    after = {r["phrase"].lower(): r["effect"] for r in bounds if r["side"] == "after"}
    suffixes = {r["phrase"].lower(): r["effect"] for r in bounds if r["side"] == "suffix"}
    sides = ("through", "either", "ceiling")
    through, either, ceiling = (alternation(r["phrase"] for r in bounds if r["side"] == side) for side in sides)
    currency = alternation(
        r["unit"] for r in language.table("units") if r["measure"] == "money" and r["side"] == "before"
    )
    return _Words(
        values,
        factors,
        pattern,
        re.compile(rf"(?:^|(?<=[\s(“\",:]))({alternation(before)})\s*$", re.IGNORECASE),
        re.compile(rf"[ ]({alternation(after)})\b|({alternation(suffixes)})\b", re.IGNORECASE),
        re.compile(
            rf"\b(?:{ceiling})\b[^.,;]{{0,30}}\b(?:{through})\s*$",
            re.IGNORECASE,
        ),
        before | {f"+{w}": e for w, e in (after | suffixes).items()},
        re.compile(rf"(?:[ ]?[-–—][ ]?| (?:{through}|{either}) )(?:(?:{currency}) ?)?"),
        re.compile(rf" (?:{either}) "),
    )


def find(text: str, language: Language) -> list[Numeral]:
    """The numerals of a text in order, ranges joined, bounds applied."""
    words = language.derive(_words_of)
    plain = [n for m in words.pattern.finditer(text) if (n := _read(m, words)) is not None]
    joined = _join_ranges(text, plain, words)
    return [n if n.ordinal else bound(n, text, n.start, language) for n in joined]


def bound(numeral: Numeral, text: str, reach: int, language: Language) -> Numeral:
    """The numeral with the bounds that stand before `reach` (its start, or that of a unit before it) and after it."""
    words = language.derive(_words_of)
    effects: list[str] = []
    begin, stop = reach, numeral.stop
    while match := words.before.search(text[max(0, begin - MAX_BOUND_REACH) : begin]):
        effects.append(words.effects[match[1].lower()])
        begin = max(0, begin - MAX_BOUND_REACH) + match.start(1)
    if match := words.after.match(text, numeral.stop):
        phrase = (match[1] or match[2]).lower()
        if not (phrase == "lebih" and re.match(r"[ ]dari\b", text[match.end() :])):
            effects.append(words.effects[f"+{phrase}"])
            stop = match.end()
    low, high, approx = numeral.low, numeral.high, numeral.approx
    if "low" in effects:
        high = None
    elif "high" in effects or words.ceiling.search(text[max(0, reach - 80) : reach]):
        low = None
    elif "approx" in effects:
        approx = True
    return replace(numeral, low=low, high=high, approx=approx, begin=begin, stop=stop)


def _read(match: re.Match[str], words: _Words) -> Numeral | None:
    start, end = match.start("digits" if match["digits"] else "words"), match.end()
    if match["digits"]:
        value: Number | None = _digits_value(match["digits"])
        if match["scale"]:
            value = _times(value, words.factors[match["scale"].lower()][1])
        if match["again"]:  # `32 ribu triliun`
            value = _times(value, words.factors[match["again"].lower()][1])
        return Numeral(start, end, value, value, "digits", start, end, ordinal=bool(match["ke"]))
    parts = match["words"].lower().split()
    vague = _vague_value(parts, words)
    if vague is not None:
        (low, high), used = vague
        end = start + len(" ".join(parts[:used]))
        return Numeral(start, end, low, high, "vague", start, end, approx=True)
    value, used = _words_value(parts, words)
    end = start + len(" ".join(parts[:used]))
    return Numeral(start, end, value, value, "words", start, end) if used else None


def _digits_value(digits: str) -> Number:
    """The value of a numeral in digits: `.` groups thousands and `,` begins decimals, save where the form shows the reverse."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits):
        return int(digits.replace(".", ""))
    if re.fullmatch(
        r"[1-9]\d{0,2}(?:,\d{3})+", digits
    ):  # 56,000 in the English way: three decimals are all but never written
        return int(digits.replace(",", ""))
    if "." in digits and "," in digits:
        return float(digits.replace(".", "").replace(",", "."))
    return float(digits.replace(",", ".")) if re.search("[.,]", digits) else int(digits)


def _times(value: Number | None, factor: Number) -> Number | None:
    """A product without the dust of binary fractions; whole numbers are ints."""
    if value is None:
        return None
    product = round(value * factor, 6)
    return int(product) if product == int(product) else product


def _vague_value(parts: list[str], words: _Words) -> tuple[tuple[Number | None, Number | None], int] | None:
    """Bounds of `puluhan`, `beberapa ratus`, `ratusan ribu`; the number of words used."""
    for length in (2, 1):
        known = words.values.get(" ".join(parts[:length]))
        if known and known[0] == "vague":
            low: Number | None = known[1]
            high: Number | None = known[2]
            used = length
            while used < len(parts) and words.factors.get(parts[used], ("", 0))[0] == "times":
                factor = words.factors[parts[used]][1]
                low = _times(low, factor)
                high = None if high is None else high * factor + factor - 1
                used += 1
            return (low, high), used
    return None


def _words_value(parts: list[str], words: _Words) -> tuple[Number, int]:
    """The value of number words and how many of them make it: `dua ratus tiga puluh ribu` 230000."""
    total = group = unit = 0
    used = 0
    for part in parts:
        if part in words.factors:
            how, factor = words.factors[part]
            if how == "add":
                unit += int(factor)
            elif factor < 1000:
                group += max(unit, 1) * int(factor)
                unit = 0
            else:
                total += max(group + unit, 1) * int(factor)
                group = unit = 0
        else:
            kind, value, _ = words.values.get(part, ("", 0, None))
            if kind == "vague" or not kind or (kind == "digit" and unit):
                break
            if kind == "whole" and value >= 1000:
                total += int(value)
            elif kind == "whole":
                group += int(value)
            else:
                unit = int(value)
        used += 1
    return total + group + unit, used


def _join_ranges(text: str, plain: list[Numeral], words: _Words) -> list[Numeral]:
    """`100-200`, `dua atau tiga`, `puluhan hingga ratusan` are one numeral; the first takes the multiplier of the second."""
    out: list[Numeral] = []
    for n in plain:
        last = out[-1] if out else None
        if (
            last is not None
            and text[last.end : n.start] == " ("
            and text[n.end : n.end + 1] == ")"
            and last.low == n.low
        ):
            out[-1] = replace(last, stop=n.end + 1)  # `5 (lima) orang`
            continue
        if last is not None and not (n.ordinal or last.ordinal) and last.low is not None:
            between = text[last.end : n.start]
            if words.range.fullmatch(between) and not (words.either.fullmatch(between) and n.form == "digits"):
                low = last.low if _is_scaled(last, text) else _times(last.low, _scale(n, text, words))
                if n.high is None or (low or 0) < n.high:
                    approx = last.approx or n.approx
                    out[-1] = replace(last, end=n.end, stop=n.end, low=low, high=n.high, approx=approx)
                    continue
        out.append(n)
    return out


def _is_scaled(numeral: Numeral, text: str) -> bool:
    return numeral.form != "digits" or " " in text[numeral.start : numeral.end]


def _scale(numeral: Numeral, text: str, words: _Words) -> Number:
    """The multiplier that is written after the digits of a numeral."""
    last = text[numeral.start : numeral.end].lower().rsplit(" ", 1)[-1].lstrip("0123456789.,")
    return words.factors[last][1] if numeral.form == "digits" and last in words.factors else 1
