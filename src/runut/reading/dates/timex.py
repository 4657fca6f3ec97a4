"""The dates of a report as TIMEX3 (TimeML 1.2.1) has them, in the convention of IndoTimex, the one published set for Indonesian.

What differs from the account's dates, and only here:

- a day and a clock time are one expression only where nothing but a blank stands between them; two days or years joined are two;
- lengths of time (DURATION), recurring times (SET), seasons, feasts, and years and parts of a day by themselves are expressions too;
- `saat itu` is PAST_REF; what only orders the tale (`sebelumnya`, `tadi`) is none;
- `dini hari` is MO, `petang` EV, `malam` NI; a decade `199`, a century `16`, a quarter `2024-Q2`, a weekend `2025-W23-WE`;
- a clock time or part of a day for which no day is told is on the day of the report;
- what cannot be placed keeps its shape, with X for what is not known.

Method and convention: TimeML 1.2.1's guidelines for TIMEX3; extents as in the transducer that IndoTimex (Mirza 2015) publishes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from runut.lang import Language
from runut.model import Article, Timex
from runut.reading.dates import befallen, calendar, expressions, grammar, scanning, spells
from runut.reading.dates.grammar import Grammar
from runut.reading.dates.setting import FIRST_BARE_YEAR, LAST_BARE_YEAR, LEFT_CONTEXT, NO_DAY, Found
from runut.reading.dates.spells import Spells, write_length
from runut.text import View

UNKNOWN_DAY = "XXXX-XX-XX"
# How many sentences back a part of a day by itself finds its day, before it takes that of the report.
PART_REACH = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    type: str
    value: str
    rule: str
    mod: str | None = None


def find(article: Article, view: View, anchor: date | None, language: Language) -> tuple[Timex, ...]:
    """All expressions of the view, in the order of the text, none overlapping another."""
    rules, words = language.derive(grammar.make), language.derive(spells.make)
    seam = lambda a, b: view.text[a:b] == " " and not words.mod.match(view.text, b)  # noqa: E731
    found = expressions.find(view, rules, anchor, seam, language.derive(befallen.make))
    pieces = [piece for here in found for piece in _from_date(here, view, words, rules, anchor)]
    days = [(here.start, day) for here in found if (day := calendar.read_day(here.placed.value))]
    for more in (
        _sets(view, words),
        _durations(view, words, rules),
        _feasts(view, words, anchor),
        _clocks(view, rules),
        _lone_parts(view, words, rules, days, anchor),
        _years(view, words, rules),
    ):
        pieces = _add(pieces, more)
    out, cuts = [], view.find_cuts()
    for piece in pieces:
        if scanning.next_cut(cuts, piece.start, piece.end) < piece.end:
            continue
        start, end = view.span(piece.start, piece.end)
        out.append(
            Timex(
                article=article.id,
                start=start,
                end=end,
                text=article.text[start:end],
                type=piece.type,
                value=piece.value,
                rule=piece.rule,
                mod=piece.mod,
            )
        )
    return tuple(out)


def _add(pieces: list[_Piece], more: Iterator[_Piece]) -> list[_Piece]:
    """The pieces with those of `more` that overlap none before them."""
    taken = {at for piece in pieces for at in range(piece.start, piece.end)}
    out = list(pieces)
    for piece in more:
        stretch = range(piece.start, piece.end)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            out.append(piece)
    return sorted(out, key=lambda p: p.start)


def _from_date(here: Found, view: View, words: Spells, rules: Grammar, anchor: date | None) -> Iterator[_Piece]:
    """A date of the account as one expression or two, or as none."""
    written = view.text[here.start : here.end]
    value, mod = here.placed.value, words.mod.match(written)
    attribute = words.mods[mod[0].strip().lower()] if mod else None
    if here.rule == "counted" and words.tail.search(written):
        length = words.duration.match(view.text, here.start)
        if length:
            yield _length(length, here.end, words, rules)
        return
    if value is None:
        clock = here.placed.clock
        day = anchor.isoformat() if clock and anchor and here.placed.why_null == NO_DAY else UNKNOWN_DAY
        yield _Piece(here.start, here.end, "TIME" if clock else "DATE", day + (f"T{clock}" if clock else ""), here.rule)
        return
    if here.rule == "reference":
        kept = words.references[written.lower()]
        before = view.text[view.sentence_at(here.start)[0] : here.start]
        if not kept or (kept == "apart" and not words.apart.search(before)):  # lebih dulu: in which order
            return
    if here.rule == "back-reference" and rules.back[written.lower()][0] == "any":
        value = "PAST_REF"
    season = words.season.match(written)
    if season:
        yield _Piece(here.start, here.end, "DATE", f"{value[:4]}-{words.seasons[season[1].lower()]}", here.rule)
        return
    if "/" in value:
        first, last = value.split("/")
        whole = _whole_period(here.rule, first, last)
        seams = list(words.joiner.finditer(written)) if whole is None else []
        if seams:
            cut = seams[-1]
            yield _piece(here.start, here.start + cut.start(), first, here.rule, view, words, None)
            yield _piece(here.start + cut.end(), here.end, last, here.rule, view, words, None)
            return
        value = whole or first
    yield _piece(here.start, here.end, value, here.rule, view, words, attribute)


def _piece(start: int, end: int, value: str, rule: str, view: View, words: Spells, mod: str | None) -> _Piece:
    if re.search(r"T(?:MO|AF|EV|NI)$", value):
        parts = words.part.findall(view.text, start, end)
        if parts:
            value = value[:-2] + words.parts[parts[-1].lower()]
        elif value.endswith("EV"):  # semalam
            value = value[:-2] + "NI"
    return _Piece(start, end, "TIME" if "T" in value and not value.endswith("_REF") else "DATE", value, rule, mod)


def _whole_period(rule: str, first: str, last: str) -> str | None:
    """The value of a stretch that TIMEX3 has a name for."""
    if rule == "weekend":
        return f"{calendar.write_week(date.fromisoformat(first))}-WE"
    if rule == "century":
        return f"{int(first) // 100:02}"
    if rule in ("year", "short-year") and last[3:] == "9" and first[3:] == "0":
        return first[:3]
    if rule == "year-part":
        months = int(last[5:]) - int(first[5:]) + 1
        letter = {3: "Q", 6: "H"}.get(months)
        return f"{first[:4]}-{letter}{int(last[5:]) // months}" if letter else first[:4]
    return None


def _length(match: re.Match[str], end: int, words: Spells, rules: Grammar) -> _Piece:
    mod = words.mods[match["mod"].lower()] if match["mod"] else None
    return _Piece(match.start(), end, "DURATION", write_length(match, words, rules), "duration", mod)


def _durations(view: View, words: Spells, rules: Grammar) -> Iterator[_Piece]:
    for match in words.duration.finditer(view.text):
        yield _length(match, match.end(), words, rules)


def _sets(view: View, words: Spells) -> Iterator[_Piece]:
    for match in words.recurring.finditer(view.text):
        if match["set"]:
            value = words.sets[match["set"].lower()]
        elif match["whole"] or match["length"]:  # sekali setahun, setahun sekali
            value = words.lengths[(match["whole"] or match["length"]).lower()]
        elif match["unit"]:
            unit = words.units[match["unit"].lower()]
            number = match["n"] if match["n"] and match["n"].isdigit() else "1" if not match["n"] else "X"
            value = f"PT{number}{unit[1:]}" if unit[0] == "T" else f"P{number}{unit}"
        elif match["times"]:
            value = f"{UNKNOWN_DAY}T{match['times'][-5:].strip().replace('.', ':').zfill(5)}"
        else:
            day = match["day"].lower()
            weekday, part = words.weekdays.get(day), words.parts.get(day)
            value = f"XXXX-WXX-{weekday}" if weekday else f"{UNKNOWN_DAY}T{part}" if part else "XXXX-XX"
        yield _Piece(match.start(), match.end(), "SET", value, "set")


def _feasts(view: View, words: Spells, anchor: date | None) -> Iterator[_Piece]:
    """Seasons and feasts without a year, in that of the report or the one that is near."""
    year = f"{anchor.year:04}" if anchor else "XXXX"
    for match in words.season.finditer(view.text):
        yield _Piece(match.start(), match.end(), "DATE", f"{year}-{words.seasons[match['season'].lower()]}", "season")
    for match in words.feast.finditer(view.text):
        name = match["feast"]
        if name.islower() and " " not in name:  # pohon natal
            continue
        day = words.feasts[name.lower()]
        if anchor:
            months = {int(day[:2]) - anchor.month + 12 * n: anchor.year + n for n in (-1, 0, 1)}
            year = f"{months[min(months, key=lambda n: (abs(n), -n))]:04}"
        yield _Piece(match.start(), match.end(), "DATE", f"{year}-{day}", "feast")


def _clocks(view: View, rules: Grammar) -> Iterator[_Piece]:
    """Clock times of a habit (opening hours), which are no date of the account."""
    clock = next((rule for tried in rules.rules.values() for rule in tried if rule.name == "clock"), None)
    for token in grammar.TOKEN.finditer(view.text) if clock else ():
        match = clock.pattern.match(view.text, token.start()) if clock and token[0].lower() in clock.starts else None
        if match and match["m"]:
            yield _Piece(match.start(), match.end(), "TIME", f"T{int(match['h']):02}:{match['m']}", "clock")


def _lone_parts(
    view: View, words: Spells, rules: Grammar, days: list[tuple[int, date]], anchor: date | None
) -> Iterator[_Piece]:
    """Parts of a day by themselves (`hingga malam`, `pada pagi hari`), on the day told before or that of the report."""
    for match in words.lone_part.finditer(view.text):
        before = view.text[max(0, match.start() - LEFT_CONTEXT) : match.start()]
        whole = match["day"] or " " in match["part"]  # pagi hari, dini hari
        if not whole and (match["part"][0].isupper() or not rules.before["placing"].search(before)):
            continue
        sentence = view.sentence_at(match.start())[0]
        first = view.sentence_starts[max(0, view.sentence_starts.index(sentence) - PART_REACH)]
        near = [day for at, day in days if first <= at < match.start()]
        day = near[-1] if near else anchor
        value = f"{day.isoformat() if day else UNKNOWN_DAY}T{words.parts[match['part'].lower()]}"
        yield _Piece(match.start(), match.end(), "TIME", value, "lone-part")


def _years(view: View, words: Spells, rules: Grammar) -> Iterator[_Piece]:
    """Four figures that are a year wherever they stand, names of laws and games included."""
    following = re.compile(r" ([a-z]+)")
    for match in words.year.finditer(view.text):
        after = following.match(view.text, match.end())
        if FIRST_BARE_YEAR <= int(match[0]) <= LAST_BARE_YEAR and not (after and after[1] in rules.counted_nouns):
            yield _Piece(match.start(), match.end(), "DATE", match[0], "year-alone")
