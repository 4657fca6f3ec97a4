"""Numerals: digits and number words, with their multipliers, ranges and bounds, as stretches of the view."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from runut.lang import Language
from runut.text import Words
from runut.text.alternatives import any_of

Number = int | float

# A word numeral never has more words than this (`dua ratus tiga puluh lima ribu enam ratus tujuh puluh delapan` has ten).
MAX_WORDS = 12
# A unit of so few letters may be written without a space: `SGD100.000`, `Mag:4.5`, `90cm`.
SHORT_UNIT = 4
# Bound words stand within this many characters before the number.
MAX_BOUND_REACH = 40


@dataclass(slots=True)
class Numeral:
    """A number as written, at `start:end` of the view; `low`/`high` None where open.

    `form`: digits, words or vague (`puluhan`);
    `begin` is where its bound words begin (`start` where there are none), `stop`
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
class _Forms:
    """The tables of numbers as patterns; `openers` are the words that a numeral may begin with, `bounding` those that bounds end with."""

    values: Mapping[str, tuple[str, Number, Number | None]]
    factors: Mapping[str, tuple[str, Number]]
    openers: frozenset[str]
    pattern: re.Pattern[str]
    bounding: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    through: frozenset[str]
    ceiling: re.Pattern[str]
    widest: int
    """What joins two numbers of a range is no wider than this (characters), whichever of the patterns below finds it."""
    effects: Mapping[str, str]
    range: re.Pattern[str]
    twice: re.Pattern[str]
    rated: re.Pattern[str]
    spread: re.Pattern[str]
    either: re.Pattern[str]
    currency: re.Pattern[str]
    between: re.Pattern[str]
    both: re.Pattern[str]


# `30 atau 35 persen` is one number, `2.800 keluarga atau 17.062 jiwa` two: the second of a guess is at most so many times the first.
GUESSED = 1.25
# What ranges are told in, the unit behind both their ends.
RANGED = frozenset(["percent", "duration", "length", "height_m", "area", "weight", "speed", "other"])
# A number word as large as this scales the word before it too: `dua atau tiga ribu`.
LEAST_SCALE = 1000
# So long a run of digits counts nothing: Rp1 septillion has 32 characters with its stops, and Python reads no number of 4,301 digits.
LONGEST = 40
# What a price is for has so many letters (` per barel hingga `); with the blanks around it so many characters stand between the numbers of
# a range beside a phrase, a unit and a currency.
MAX_RATE, WIDEST_JOINT = 12, 20
_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,3})?|\d{1,3}(?:,\d{3})+(?![\d.])|\d+[.,]\d+|\d+"


def _forms_of(language: Language) -> _Forms:
    numbers, scales, bounds = language.table("numbers"), language.table("multipliers"), language.table("bounds")
    values: dict[str, tuple[str, Number, Number | None]] = {
        r["word"]: (r["kind"], int(r["low"]), int(r["high"]) if r["high"] else None) for r in numbers
    }
    factors = {r["word"]: (r["how"], int(r["factor"])) for r in scales}
    word = any_of([*values, *factors], either_case=True)
    scale = any_of((w for w, (how, _) in factors.items() if how == "times"), either_case=True)
    start = any_of(values, either_case=True)
    suffix = any_of(r["phrase"] for r in bounds if r["side"] == "suffix")
    units = language.table("units")
    money = [r["unit"] for r in units if r["measure"] == "money" and r["side"] == "before"]
    quake = [r["unit"] for r in units if r["measure"] == "magnitude" and r["side"] == "before"]
    beside = {
        side: [r["phrase"] for r in bounds if r["side"] == side]
        for side in ("through", "either", "both", "ceiling", "between", "glued", "spread")
    }
    letters = sorted(unit for unit in (*money, *quake) if unit.isalpha() and len(unit) <= SHORT_UNIT)
    glued = "|".join(rf"(?<=\b{unit})|(?<=(?-i:[a-z]){unit})" for unit in letters)  # `totalRp11 triliun`
    behind = any_of(r["unit"] for r in units if r["side"] == "after" and len(r["unit"]) <= SHORT_UNIT)
    stuck = any_of(beside["glued"])  # `11 triliunyang`
    shares = any_of(
        r["unit"]
        for r in units
        if r["side"] == "after" and r["measure"] in ("percent", "duration") and len(r["unit"]) > 3
    )
    twice = [r["unit"] for r in units if r["side"] == "after" and r["measure"] in ("percent", "duration")]
    again = [r["unit"] for r in units if r["side"] == "after" and r["measure"] in RANGED]  # `5 km hingga 10 km`
    scaled = [w for w, (how, factor) in factors.items() if how == "times" and factor >= LEAST_SCALE and w.isalpha()]
    # `3 persen-4 persen`, `500 ribu-600 ribu`
    dashed = "|".join(rf"(?<={re.escape(unit)}-)" for unit in sorted({*twice, *scaled}))
    nouns = any_of(r["noun"] for r in language.table("count_nouns") if r["noun"].isalpha() and len(r["noun"]) > 2)
    shared = rf"(?<=(?-i:[a-z]{{4}}))(?=\d[\d.,]*[ ](?:{shares}|{nouns})\b(?! ini\b))"  # `harga beras17 persen`
    shared += rf"|(?<=(?-i:[a-z]{{3}}),)(?=\d[\d.,]*[ ](?:{nouns})\b)"  # `Lalu,17 orang`
    about = r"(?<=[ (]-\+)|(?<=[ (]\+-)|(?<=[ (]±)"
    pattern = re.compile(
        rf"(?:(?<![\w.,/+-])(?<!\d:)|{glued}|(?<=\bRp\.)|(?<=[\d ]-)|{dashed}|{about}|{shared})(?P<ke>ke-?)?(?P<digits>{_DIGITS})"
        rf"(?P<about>(?:{suffix})(?=[ ]{scale}\b))?(?:[ ]?(?P<scale>{scale})(?:[ ](?P<again>{scale}))?)?"
        rf"(?:\b|(?=an\b)|(?={behind}\b)|(?=(?:{nouns}|{stuck})\b))(?![/:]\d|[.,]\d)"
        rf"|\b(?P<words>{start}(?:[ ]{word}){{0,{MAX_WORDS}}})\b(?!-)",
        re.IGNORECASE,
    )
    before = {r["phrase"].lower(): r["effect"] for r in bounds if r["side"] == "before"}
    after = {r["phrase"].lower(): r["effect"] for r in bounds if r["side"] == "after"}
    suffixes = {r["phrase"].lower(): r["effect"] for r in bounds if r["side"] == "suffix"}
    between = any_of(beside["between"])
    through, either = any_of(beside["through"]), any_of(beside["either"])
    ceiling = any_of(beside["ceiling"], either_case=True)
    reaching = any_of(beside["through"], either_case=True)
    currency = any_of(money)
    return _Forms(
        values=values,
        factors=factors,
        openers=frozenset(w.partition(" ")[0] for w in values),
        pattern=pattern,
        bounding=frozenset(map(_last_word, before)),
        before=re.compile(rf"(?:^|(?<=[\s(“\",:]))({any_of(before, either_case=True)})\s*$"),
        after=re.compile(
            rf"[ ]({any_of(after, either_case=True)})\b|({any_of(suffixes, either_case=True)})\b", re.IGNORECASE
        ),
        through=frozenset(_last_word(phrase.lower()) for phrase in beside["through"]),
        ceiling=re.compile(rf"\b{ceiling}\b[^.,;]{{0,30}}\b{reaching}\s*$"),
        effects=before | {f"+{w}": e for w, e in (after | suffixes).items()},
        widest=WIDEST_JOINT
        + sum(
            max(map(len, phrases), default=0)
            for phrases in (money, [*twice, *again], [phrase for side in beside.values() for phrase in side])
        ),
        range=re.compile(rf"(?:[ ]?[-–—][ ]?| (?:{through}|{either}) )(?:(?P<currency>{currency}) ?)?"),
        twice=re.compile(rf" ?(?P<unit>{any_of(again)})(?: ?[-–—] ?| {through} )", re.IGNORECASE),
        rated=re.compile(rf"(?P<rate> per [a-z]{{2,{MAX_RATE}}}) {through} (?:{currency} ?)?"),
        spread=re.compile(rf" ?(?P<unit>{any_of(twice)})? ?(?:{any_of(beside['spread'])}) ?"),
        either=re.compile(rf" {either} (?:{currency} ?)?"),
        currency=re.compile(rf"(?:{currency})\.? ?$"),
        between=re.compile(rf"\b{between} $", re.IGNORECASE),
        both=re.compile(rf" {any_of(beside['both'])} (?:{currency} ?)?"),
    )


def find(text: str, words: Words, language: Language) -> list[Numeral]:
    """The numerals of a text in order, ranges joined; the bounds beside them are read by `bound`."""
    forms = language.derive(_forms_of)
    plain = []
    done = 0
    for start, word in words.find(forms.openers):
        if start < done:
            continue
        if word[0].isdecimal():  # `ke-70` begins before its figures
            before = text[max(0, start - 3) : start].lower()
            start -= 3 if before == "ke-" else 2 if before[-2:] == "ke" else 0
        match = forms.pattern.match(text, start)
        if match is not None:
            done = match.end()
            numeral = _read(match, forms)
            if numeral is not None:
                plain.append(numeral)
    return _join_ranges(text, plain, forms)


def bound(numeral: Numeral, text: str, reach: int, language: Language) -> Numeral:
    """The numeral with the bounds that stand before `reach` (its start, or that of a unit before it) and after it."""
    forms = language.derive(_forms_of)
    effects: list[str] = []
    begin, stop = reach, numeral.stop
    before = text[max(0, begin - MAX_BOUND_REACH) : begin]
    last = word = _last_word(before.lower())
    while word in forms.bounding and (match := forms.before.search(before)):
        effects.append(forms.effects[match[1].lower()])
        begin -= len(before) - match.start(1)
        before = text[max(0, begin - MAX_BOUND_REACH) : begin]
        word = _last_word(before.lower())
    if match := forms.after.match(text, numeral.stop):
        phrase = (match[1] or match[2]).lower()
        if not (phrase == "lebih" and _FROM.match(text, match.end())):
            effects.append(forms.effects[f"+{phrase}"])
            stop = match.end()
    low, high, approx = numeral.low, numeral.high, numeral.approx
    ranged = low != high and numeral.form != "vague"
    if ranged and not numeral.approx:  # `maksimal 400-750 meter`
        pass
    elif "low" in effects:
        high = None
    elif "high" in effects or (last in forms.through and forms.ceiling.search(text[max(0, reach - 80) : reach])):
        low = None
    elif "approx" in effects:
        approx = True
    return Numeral(numeral.start, numeral.end, low, high, numeral.form, begin, stop, approx, numeral.ordinal)


_FROM = re.compile(r" dari\b")
_OPENING = '(“",:'


def _last_word(text: str) -> str:
    """The last word of what stands before a number, without marks that open it (`(hampir`)."""
    for mark in _OPENING:
        text = text.replace(mark, " ")
    words = text.rsplit(maxsplit=1)
    return words[-1] if words else ""


def _read(match: re.Match[str], forms: _Forms) -> Numeral | None:
    start, end = match.start("digits" if match["digits"] else "words"), match.end()
    if match["digits"]:
        if len(match["digits"]) > LONGEST:
            return None
        value: Number | None = _digits_value(match["digits"], scaled=bool(match["scale"]))
        if match["scale"]:
            value = times(value, forms.factors[match["scale"].lower()][1])
        if match["again"]:  # `32 ribu triliun`
            value = times(value, forms.factors[match["again"].lower()][1])
        about = match["about"] is not None  # `500-an triliun`
        return Numeral(start, end, value, value, "digits", start, end, about, bool(match["ke"]))
    parts = match["words"].lower().split()
    vague = _vague_value(parts, forms)
    if vague is not None:
        (low, high), used = vague
        end = start + len(" ".join(parts[:used]))
        return Numeral(start, end, low, high, "vague", start, end, approx=True)
    value, used = _words_value(parts, forms)
    end = start + len(" ".join(parts[:used]))
    return Numeral(start, end, value, value, "words", start, end) if used else None


_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+")
# 56,000 in the English way: without a word that scales the number three decimals are all but never written; before one (`1,027 miliar`)
# they were decimals in all of 97 such numbers of 12,575 reports.
_ENGLISH_GROUPS, _THOUSANDTHS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+"), re.compile(r"\d{1,3},(?!000)\d{3}")


def _digits_value(digits: str, *, scaled: bool = False) -> Number:
    """The value of a numeral in digits: `.` groups thousands and `,` begins decimals, save where the form shows the reverse.

    `scaled`: a word that scales it stands behind.
    """
    if digits.isdecimal():
        return int(digits)
    if _GROUPS.fullmatch(digits):
        return int(digits.replace(".", ""))
    if _ENGLISH_GROUPS.fullmatch(digits) and not (scaled and _THOUSANDTHS.fullmatch(digits)):
        return int(digits.replace(",", ""))
    if "." in digits and "," in digits:
        return float(digits.replace(".", "").replace(",", "."))
    return float(digits.replace(",", "."))


def times(value: Number | None, factor: Number) -> Number | None:
    """A product as it is written out in decimals (16,9 × 10¹² is 16.900.000.000.000); whole numbers are ints."""
    if value is None or factor == 1:
        return value
    if isinstance(value, int) and isinstance(factor, int):
        return value * factor
    product = Decimal(repr(value)) * Decimal(repr(factor))
    return int(product) if product == int(product) else float(product)


def _vague_value(parts: list[str], forms: _Forms) -> tuple[tuple[Number | None, Number | None], int] | None:
    """Bounds of `puluhan`, `beberapa ratus`, `ratusan ribu`; the number of words used."""
    for length in (2, 1):
        known = forms.values.get(" ".join(parts[:length]))
        if known and known[0] == "vague":
            low: Number | None = known[1]
            high: Number | None = known[2]
            used = length
            while used < len(parts) and forms.factors.get(parts[used], ("", 0))[0] == "times":
                factor = forms.factors[parts[used]][1]
                low = times(low, factor)
                high = None if high is None else high * factor + factor - 1
                used += 1
            return (low, high), used
    return None


def _words_value(parts: list[str], forms: _Forms) -> tuple[Number, int]:
    """The value of number words and how many of them make it: `dua ratus tiga puluh ribu` 230000."""
    total = group = unit = 0
    used = 0
    for part in parts:
        if part in forms.factors:
            how, factor = forms.factors[part]
            if how == "add":
                unit += int(factor)
            elif factor < 1000:
                group += max(unit, 1) * int(factor)
                unit = 0
            else:
                total += max(group + unit, 1) * int(factor)
                group = unit = 0
        else:
            kind, value, _ = forms.values.get(part, ("", 0, None))
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


def _join_ranges(text: str, plain: list[Numeral], forms: _Forms) -> list[Numeral]:
    """`100-200`, `dua atau tiga`, `3 persen-4 persen`, `puluhan hingga ratusan` are one; the first takes the second's multiplier."""
    out: list[Numeral] = []
    for n in plain:
        last = out[-1] if out and n.start - out[-1].end <= forms.widest else None
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
            spread = _spread_around(last, n, between, text, forms)
            if spread is not None:
                out[-1] = spread
                continue
            apart = _is_other_currency(last, between, text, forms) or (
                forms.either.fullmatch(between)
                and n.form == "digits"
                and (n.low or 0) > (last.low or 0) * GUESSED
                and not forms.between.search(text[max(0, last.start - MAX_BOUND_REACH) : last.start])
            )
            if not apart and (
                forms.range.fullmatch(between)
                or _are_ends(last, n, between, text, forms)
                or _is_told_twice(between, text, n.end, forms)
                or _is_rated_twice(between, text, n.end, forms)
            ):
                low = _first_of_two(last, n, text, forms)
                if n.high is None or (low or 0) < n.high:
                    approx = last.approx or n.approx
                    out[-1] = replace(last, end=n.end, stop=n.end, low=low, high=n.high, approx=approx)
                    continue
        out.append(n)
    return out


def _are_ends(first: Numeral, second: Numeral, between: str, text: str, forms: _Forms) -> bool:
    """Whether two numbers are the ends of a range by the word before the first: `antara 100 dan 300 orang`."""
    if forms.both.fullmatch(between) is None or (first.low or 0) >= (second.low or 0):
        return False
    return forms.between.search(text[max(0, first.start - MAX_BOUND_REACH) : first.start]) is not None


def _is_told_twice(between: str, text: str, end: int, forms: _Forms) -> bool:
    """Whether the unit behind a number (`end`) is also told before it, behind the one that begins a range: `3 persen-4 persen`."""
    unit = forms.twice.fullmatch(between)
    if unit is None:
        return False
    start = end + text.startswith(" ", end)
    last = start + len(unit["unit"])
    return text[start:last].lower() == unit["unit"].lower() and not text[last : last + 1].isalpha()


def _is_rated_twice(between: str, text: str, end: int, forms: _Forms) -> bool:
    """Whether what a price is for is told behind both ends of a range: `US$65 per barel hingga US$85 per barel`."""
    rate = forms.rated.fullmatch(between)
    return rate is not None and text.startswith(rate["rate"], end)


def _is_other_currency(first: Numeral, between: str, text: str, forms: _Forms) -> bool:
    """Whether a sum is told again in another currency, which makes no range: `USD22 miliar atau Rp360 triliun`."""
    match = forms.range.fullmatch(between)
    if match is None or not match["currency"]:
        return False
    own = forms.currency.search(text[max(0, first.start - SHORT_UNIT - 2) : first.start])
    return own is not None and own[0].strip(" .") != match["currency"].strip(" .")


def _spread_around(first: Numeral, second: Numeral, between: str, text: str, forms: _Forms) -> Numeral | None:
    """A value with how far it may lie from it on both sides, as one: 1,5 to 3,5 of `2,5 ± 1 persen`."""
    spread = forms.spread.fullmatch(between)
    if spread is None or first.low is None or first.low != first.high or second.low is None:
        return None
    if second.low != second.high or second.low >= first.low:
        return None
    if spread["unit"] and not text[second.end :].lstrip(" ").lower().startswith(spread["unit"].lower()):
        return None
    low, high = (round(first.low + by, 6) for by in (-second.low, second.low))
    return replace(first, end=second.end, stop=second.end, low=low, high=high)


def _first_of_two(first: Numeral, second: Numeral, text: str, forms: _Forms) -> Number | None:
    """The lower end of a range, scaled as its upper end is where it has no multiplier of its own: `belasan hingga puluhan juta`."""
    if first.form == "vague" and second.form == "vague":
        *many, last = text[second.start : second.end].lower().split()
        how, factor = forms.factors.get(last, ("", 1))
        scaled = times(first.low, factor) if many and how == "times" and factor >= LEAST_SCALE else first.low
        plain = " " not in text[first.start : first.end] and (scaled or 0) < (second.high or 0)
        return scaled if plain else first.low
    if _is_scaled(first, text):
        return first.low
    scale, written = _scale(second, text, forms), text[first.start : first.end]
    low = times(_digits_value(written, scaled=scale > 1) if _THOUSANDTHS.fullmatch(written) else first.low, scale)
    if _GROUPS.fullmatch(written) and (first.low or 0) < (second.high or 0) <= (low or 0):  # `Rp8.000 hingga Rp15 ribu`
        return first.low
    return low


def _is_scaled(numeral: Numeral, text: str) -> bool:
    written = text[numeral.start : numeral.end]
    return " " in written if numeral.form == "digits" else numeral.form != "words" or (numeral.low or 0) >= LEAST_SCALE


def _scale(numeral: Numeral, text: str, forms: _Forms) -> Number:
    """The multiplier that is written after the digits of a numeral."""
    last = text[numeral.start : numeral.end].lower().rsplit(" ", 1)[-1].lstrip("0123456789.,")
    if last not in forms.factors or numeral.form == "vague":
        return 1
    factor = forms.factors[last][1]
    return factor if numeral.form == "digits" or factor >= LEAST_SCALE else 1  # `lima sampai enam juta`
