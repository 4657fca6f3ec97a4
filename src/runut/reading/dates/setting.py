"""Where an expression stands, what its neighbours say of it, and what is made of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from runut.reading.dates.calendar import COMING, FUTURE, PAST, YESTERDAY
from runut.reading.dates.grammar import Grammar

NO_ANCHOR = "no anchor"
NO_DAY = "no day told before"
NO_FIRST_DAY = "no first day to count from"

# A future word this far before a weekday governs it (characters). Measured on 4,079 weekdays that real reports date in brackets, outside
# sayings: of the 3,842 without such a word 3 % were to come, and no other word near them tells which.
REACH_OF_FUTURE = 90
# A word for what befell or was done by force stands so near before the day on which it was.
REACH_OF_DEED = 45
# A weekday this soon after a day of the same name is that day.
REACH_OF_DAY = 200
# A day written out with its weekday takes at most as much (characters): `Kamis, tanggal 12 September 2025`.
LONGEST_DAY = 40
# What names a count as the latest stands this near before its clock time.
REACH_OF_LATEST = 40
# A word of saying this far before a day tells that it is the day of the saying.
REACH_OF_SAYING = 120
# A word for a habit governs more: a list of weekdays may come at the end of its sentence.
REACH_OF_HABIT = 240
# The longest look to the left for a word that makes a habit or a name of what follows.
LEFT_CONTEXT = 24
# A bare year is one of these: beyond them four figures are more often a count.
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1900, 2049


@dataclass(slots=True)
class Placed:
    """What an expression says: its value, or why it has none.

    `full`: day, month and year are all printed. `clock`, `clock_end`, `part`: it is a moment of a day that is told elsewhere (`loose`: no
    date at all without one; `latest`: a count's, of the day on which it is told). `nth`: it is the Nth day of a row.
    `offset`: it lies so many days from today. `today`: the day that the words name as today.
    `back`, `shift_from` (grain, count): it points to a date told before, or
    counts from one. `dropped`: the words are no date, and no other rule may make one of them.
    """

    value: str | None = None
    why_null: str | None = None
    full: bool = False
    clock: str = ""
    clock_end: str = ""
    part: str = ""
    loose: bool = False
    latest: bool = False
    dropped: bool = False
    nth: int = 0
    offset: int | None = None
    today: date | None = None
    back: tuple[str, int] | None = None
    shift_from: tuple[str, int] | None = None


@dataclass(slots=True)
class Setting:
    """Where an expression stands: the text, where its sentence begins, the grammar and the day of the report.

    `last` is the day told last, with where it ends; `told` the year of the last date shortly before that is printed with its year; `base` a
    day that a report without a day of its own prints in full.
    """

    grammar: Grammar
    text: str
    sentence: int
    anchor: date | None
    last: tuple[int, date] | None = None
    told: int | None = None
    base: date | None = None


@dataclass(slots=True)
class Found:
    """An expression in a view, with what it says by itself; `saying`: it is the day on which something was said."""

    start: int
    end: int
    rule: str
    placed: Placed
    saying: bool = False


# What a habit is: words that look like a date to the last letter.
NO_DATE = Placed(dropped=True)

Place = Callable[[re.Match[str], Setting], "Placed | None"]


def stands_before(match: re.Match[str], setting: Setting, role: str) -> bool:
    """Whether a word of this role stands directly before the expression."""
    pattern = setting.grammar.before.get(role)
    found = pattern and pattern.search(setting.text[max(0, match.start() - LEFT_CONTEXT) : match.start()])
    return bool(found and not found[0].strip().isupper())  # ANTARA is an agency, antara a preposition


def is_counted(match: re.Match[str], setting: Setting) -> bool:
    """Whether a number stands directly before the unit of time: how long, not when."""
    begin = max(0, match.start() - LEFT_CONTEXT)
    return setting.grammar.counting.search(setting.text, begin, match.start()) is not None


def is_bracketed(match: re.Match[str], setting: Setting) -> bool:
    """Whether the expression stands in brackets by itself."""
    return setting.text[match.start() - 1 : match.start()] == "(" and setting.text[match.end() : match.end() + 1] == ")"


def stands_after(match: re.Match[str], setting: Setting, role: str) -> bool:
    """Whether a word of this role follows the expression directly."""
    pattern = setting.grammar.within.get(role)
    return bool(pattern and pattern.match(setting.text, match.end() + 1) and setting.text[match.end()] == " ")


def find_earlier(match: re.Match[str], setting: Setting, role: str, reach: int) -> re.Match[str] | None:
    """The last word of this role in the sentence, at most `reach` characters before the expression."""
    pattern = setting.grammar.within.get(role)
    begin = max(setting.sentence, match.start() - reach)
    last = None
    for found in pattern.finditer(setting.text, begin, match.start()) if pattern else ():
        last = found
    return last


def is_habit(match: re.Match[str], setting: Setting) -> bool:
    """Whether the words name a recurring day: `setiap` before them, or a word for a habit in the sentence."""
    if stands_before(match, setting, "recurring"):
        return True
    habit = find_earlier(match, setting, "habit", REACH_OF_HABIT)
    if habit is None:  # most
        return False
    other = find_earlier(match, setting, "no-habit", REACH_OF_HABIT)  # luar biasa
    return other is None or other.end() < habit.end()


def find_direction(match: re.Match[str], setting: Setting) -> str:
    """FUTURE where a future word governs the expression: no word of saying comes between, nor is it the day of a saying."""
    future = find_earlier(match, setting, "future", REACH_OF_FUTURE)
    if future is None or is_saying(match, setting):
        return ""
    saying = find_earlier(match, setting, "reporting", REACH_OF_FUTURE)
    return "" if saying and saying.start() > future.start() else FUTURE


def is_saying(match: re.Match[str], setting: Setting) -> bool:
    """Whether the expression tells when something was said (`kata Salim, Senin`), and not when it happened."""
    before = setting.grammar.said.search(
        setting.text, max(setting.sentence, match.start() - LEFT_CONTEXT), match.start()
    )
    if before is None:
        return False
    return not before["far"] or find_earlier(match, setting, "reporting", REACH_OF_SAYING) is not None


def read_direction(shift: str) -> str:
    """The direction that a moving word gives, if any."""
    return {PAST: PAST, YESTERDAY: PAST, FUTURE: FUTURE, COMING: FUTURE}.get(shift, "")


def read_year_told(match: re.Match[str], setting: Setting, group: str) -> str | None:
    """The year that is printed, or that `tahun lalu` behind it names; None where there is neither, or no anchor."""
    written: str | None = match[group]
    shift = read_shift(match, setting, "ys")
    if written or not shift or setting.anchor is None:
        return written
    return str(setting.anchor.year + {PAST: -1, YESTERDAY: -1, FUTURE: 1}.get(shift, 0))


def count_weeks(match: re.Match[str], setting: Setting, *groups: str) -> int | None:
    """How many weeks `pekan lalu` and the like, after a weekday, are from that of the report."""
    for group in groups:
        unit, _, shift = (match.groupdict().get(group) or "").lower().partition(" ")
        if unit in setting.grammar.units and shift:
            return {PAST: -1, YESTERDAY: -1, FUTURE: 1}.get(setting.grammar.named[shift], 0)
    return None


def read_shift(match: re.Match[str], setting: Setting, *groups: str) -> str:
    """What the first of these groups that matched does to the expression."""
    found = match.groupdict()
    for group in groups:
        if found.get(group):
            return setting.grammar.named.get(found[group].lower(), "")
    return ""


def read_part(match: re.Match[str], setting: Setting, *groups: str) -> str:
    found = match.groupdict()
    for group in groups:
        if found.get(group):
            return setting.grammar.parts[found[group].lower()][0]
    return ""
