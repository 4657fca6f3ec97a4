"""Days, periods and clock times, placed on the calendar.

The grammar is matched over the view, word by word; a self-contained date gets its value at once, one that hangs on another (`pukul 10.00`,
`saat itu`, `keesokan harinya`) when all others have theirs. Nothing is guessed: without a day to count from there is no value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from runut import text
from runut.lang import Language
from runut.model import Anchor, Article, Credits, Date
from runut.reading.dates import calendar, grammar, ordinals, today
from runut.reading.dates.grammar import DAY_FIGURES, FIGURES, TOKEN, YEAR_FIGURES, Grammar
from runut.reading.dates.meanings import MEANINGS
from runut.reading.dates.setting import NO_ANCHOR, NO_DAY, Found, Placed, Setting, is_saying
from runut.text import View

# How many sentences back a clock time finds its day, and `saat itu` its date.
CLOCK_REACH = 6
BACK_REACH = 2
# How many characters on a day or month without a year still belongs to the year told before.
YEAR_REACH = 200
_FIGURES = {1: DAY_FIGURES, 2: DAY_FIGURES, 4: YEAR_FIGURES}


def find_full(article: Article, view: View, credits: Credits, language: Language) -> tuple[Date, ...]:
    """The dates that need no anchor: those that name day, month and year."""
    return _find(article, view, credits, None, language, full_only=True)


def find(article: Article, view: View, credits: Credits, anchor: Anchor, language: Language) -> tuple[Date, ...]:
    """All dates of one article, in the order of its text, relative ones counted from `anchor.day`.

    Those in the line that tells when the report was published are found too. A date that cannot be placed has value None and says why.
    """
    return _find(article, view, credits, date.fromisoformat(anchor.day) if anchor.day else None, language)


def _find(
    article: Article, view: View, credits: Credits, anchor: date | None, language: Language, *, full_only: bool = False
) -> tuple[Date, ...]:
    rules = language.derive(grammar.make)
    out = _dates(article, view, 0, rules, anchor, full_only)
    for span in credits.spans:
        if span.kind == "published":
            line = text.view(article.text[span.start : span.end], language)
            out += _dates(article, line, span.start, rules, anchor, full_only)
    return tuple(sorted(out, key=lambda d: (d.start, d.end)))


def _dates(
    article: Article, view: View, offset: int, rules: Grammar, anchor: date | None, full_only: bool
) -> list[Date]:
    """The dates of one view, whose original begins at `offset` of the article."""
    out = []
    merged = _merge(list(_scan(view, rules, anchor)), view.text, rules)
    resolved = list(_resolve(today.place(merged, view, anchor), view, rules))
    for found in ordinals.place(resolved, view, rules, anchor):
        if full_only and not found.placed.full:
            continue
        start, end = (offset + at for at in view.span(found.start, found.end))
        out.append(
            Date(
                article=article.id,
                start=start,
                end=end,
                text=article.text[start:end],
                value=found.placed.value,
                rule=found.rule,
                why_null=found.placed.why_null if found.placed.value is None else None,
            )
        )
    return out


def _scan(view: View, rules: Grammar, anchor: date | None) -> Iterator[Found]:
    """Every expression of the view from left to right, none overlapping another."""
    done = 0
    last: tuple[int, date] | None = None
    told: tuple[int, int] | None = None  # where a year was told, and which
    for token in TOKEN.finditer(view.text):
        word = token[0]
        tried = rules.rules.get(word if token.lastindex == 1 else _FIGURES.get(len(word), FIGURES))
        if tried is None:
            continue
        start = token.start()
        if start < done or (word[0].islower() and view.text[start - 1 : start] == "-"):  # bertahun-tahun silam
            continue
        setting = None
        for rule in tried:
            match = rule.pattern.match(view.text, start)
            if match is None:
                continue
            if setting is None:
                year = told[1] if told and start - told[0] <= YEAR_REACH else None
                setting = Setting(rules, view.text, view.sentence_at(start)[0], anchor, last, year)
            placed = MEANINGS[rule.name](match, setting)
            if placed is None:
                continue
            done = match.end()
            if placed.dropped:
                break
            if on := calendar.read_day(placed.value):
                last = (done, on)
            if placed.value and placed.value[:4].isdecimal() and placed.value[:4] in match[0]:
                told = (done, int(placed.value[:4]))
            yield Found(start, done, rule.name, placed, on is not None and is_saying(match, setting))
            break


def _merge(found: list[Found], content: str, rules: Grammar) -> list[Found]:
    """A day and a clock time that stand side by side are one expression."""
    out: list[Found] = []
    for here in found:
        last = out[-1] if out else None
        if last and here.start - last.end <= 8 and rules.seam.fullmatch(content, last.end, here.start):
            for day, clock in ((last, here), (here, last)):
                if clock.placed.clock and not day.placed.clock and _is_day(day.placed):
                    placed = clock.placed if day.placed.loose else _at(day.placed, clock.placed)
                    out[-1] = replace(day, start=last.start, end=here.end, placed=placed)
                    break
            else:
                out.append(here)
        else:
            out.append(here)
    return out


def _fade(value: str, sentences: int) -> str:
    """A moment told so many sentences before: of a clock time, only its day is still meant after another sentence."""
    on = calendar.read_day(value)
    return calendar.write_day(on) if on and sentences > 1 and ":" in value else value


def _looks_back(placed: Placed) -> bool:
    """Whether it is told only to be held against (`naik dari hari sebelumnya`): what follows is not on that day."""
    return any(move is not None and move[1] < 0 for move in (placed.back, placed.shift_from))


def _is_day(placed: Placed) -> bool:
    """Whether it names one day, or would with an anchor."""
    return calendar.read_day(placed.value) is not None or (
        placed.value is None and placed.back is None and not placed.shift_from
    )


def _at(day: Placed, moment: Placed) -> Placed:
    """`day` at the clock time or part of the day that `moment` tells."""
    on = calendar.read_day(day.value)
    if on is None:
        return day
    if not moment.clock:
        return replace(day, value=calendar.write_day(on, moment.part))
    part = day.value.partition("T")[2] if day.value else ""
    first, last = (_after_noon(t, part) for t in (moment.clock, moment.clock_end or moment.clock))
    value = calendar.write_span(calendar.write_day(on, clock=first), calendar.write_day(on, clock=last))
    return replace(day, value=value)


def _after_noon(clock: str, part: str) -> str:
    """An hour of twelve on an afternoon or evening, as one of twenty-four."""
    hour = int(clock[:2])
    if (part == "AF" and hour < 6) or (part == "EV" and 5 <= hour < 12):
        return f"{hour + 12:02}{clock[2:]}"
    return clock


def _resolve(found: list[Found], view: View, rules: Grammar) -> Iterator[Found]:
    """Give the expressions that hang on another date their value."""
    index = {start: n for n, start in enumerate(view.sentence_starts)}
    where = [index.get(view.sentence_at(f.start)[0], 0) for f in found]
    coming = _next_days(found, where)
    told: tuple[int, str] | None = None  # the last date told, and the last day, each with its sentence
    day: tuple[int, date] | None = None
    part = ""  # of the last day
    said: tuple[int, date] | None = None  # the last day on which something was said: second choice
    for n, here in enumerate(found):
        placed = here.placed
        if placed.back and n + 1 < len(found) and rules.apart.fullmatch(view.text, here.end, found[n + 1].start):
            continue  # saat itu, Jumat (16/8)
        if placed.back or placed.shift_from:
            placed = _pointed_back(
                placed,
                _fade(told[1], where[n] - told[0]) if told and where[n] - told[0] <= BACK_REACH else None,
                day[1] if day and where[n] - day[0] <= BACK_REACH else None,
            )
        elif placed.value is None and placed.why_null is None:  # a clock time or part of a day by itself
            choices = (day,) if placed.loose and placed.clock else (day, said)
            near = [on for there, on in filter(None, choices) if where[n] - there <= CLOCK_REACH]
            same = day is not None and day[0] == where[n]
            on_day = near[0] if same and near else coming[n] or next(iter(near), None)
            placed = _on_told_day(placed, on_day, part if same else "")
        if placed.value is not None or placed.why_null is not None:
            yield replace(here, placed=placed)
        on = calendar.read_day(placed.value)
        if placed.why_null == NO_ANCHOR:  # what could not be placed hides what was told before it
            told = day = said = None
        elif here.saying and on:
            said = (where[n], on)
        elif placed.value is not None and not placed.value.endswith("_REF"):
            if here.rule != "relative-day":  # saat itu is never today
                told = (where[n], placed.value)
            if on and not _looks_back(here.placed):
                day, part = (where[n], on), placed.value.partition("T")[2]


def _next_days(found: list[Found], where: list[int]) -> list[date | None]:
    """For each expression the next day that its own sentence tells after it."""
    out: list[date | None] = []
    ahead: tuple[int, date] | None = None
    for n in range(len(found) - 1, -1, -1):
        out.append(ahead[1] if ahead and ahead[0] == where[n] else None)
        on = calendar.read_day(found[n].placed.value)
        ahead = (where[n], on) if on else None if found[n].placed.why_null == NO_ANCHOR else ahead
    return out[::-1]


def _on_told_day(moment: Placed, day: date | None, part: str) -> Placed:
    """A clock time or part of a day, on the day that was told; a clock time without one has no value, a loose moment is no date."""
    if day is not None:
        return _at(Placed(calendar.write_day(day, part)), moment)
    return replace(moment, why_null=NO_DAY) if moment.clock and not moment.loose else moment


def _pointed_back(placed: Placed, told: str | None, day: date | None) -> Placed:
    """`saat itu`, `keesokan harinya`, `dua hari kemudian`, counted from the last date told shortly before, else PAST_REF."""
    grain, count = placed.back or placed.shift_from or ("any", 0)
    if grain == "any":
        return Placed(told or "PAST_REF")
    if grain in ("hour", "minute"):
        return Placed(calendar.move_clock(told, grain, count) if told else None)
    if told and grain == "month" and count == 0 and calendar.MONTH.match(told):  # bulan yang sama
        return Placed(told[:7])
    if told and grain in calendar.YEARS:  # setahun kemudian, from a year, month or day
        return Placed(calendar.write_year(int(told[:4]) + count * calendar.YEARS[grain]) or "PAST_REF")
    if day is None:
        return Placed("PAST_REF")
    value = calendar.move(day, grain, count)
    on = calendar.read_day(value)
    return Placed((calendar.write_day(on, placed.part) if on else value) or "PAST_REF")
