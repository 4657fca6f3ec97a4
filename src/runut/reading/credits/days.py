"""The day of a report by its own text: a stamp line, a dateline's date, a full date beside a saying, its address.

Each rule has a name: `stamp`, `stamp:dateline`, `url-date`, `saying-day`, `later-day`, `today-day`, `saying-weekday`. A date that only the
story tells gives no day, save where it is told as the last one behind the day of a saying (`later-day`), stands beside a word for today
(`hari ini, Senin (3/3/2031)`) or is the only one beside such a word (`today-day`).
The last four tell the earliest day that it can be: a report often comes out the morning after (tools/bench_published.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from runut.lang import Language
from runut.text.alternatives import any_of

# Between a saying's verb and its day stand a name and a place: at most as much (characters).
LONGEST_REACH = 220
# Rules whose day is the report's own or one before it: of 871 real reports dated by them 25 % were of a later day, 1 % of an earlier one.
AT_LEAST = ("saying-day", "later-day", "today-day", "saying-weekday")
# A report is so many days younger than what is said in it at most, and a word for what is to come stands so near before or behind its day.
LATER = 7
REACH_OF_FUTURE, REACH_BEHIND = 90, 40
# February's days, after which a number falls on the same weekday: a month that is misprinted then shows in nothing else.
MONTH = 28
ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}

_URL_DATE = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)|[/-](20\d\d)(0\d|1[0-2])([0-3]\d)(?:\d{6})?[-/]")
_CUT = re.compile(r"[\"“”]|&[lr]dquo;|&quot;|[\r\n\u2028]|(?P<stop>[.!?])[^\S\r\n\u2028]+(?=[A-Z])")
_QUOTED = re.compile(r"(?:[\"“]|&ldquo;|&quot;)[^\"“”&]{0,600}(?:[\"”]|&rdquo;|&quot;)")
_YEAR = re.compile(r"20\d\d")
_SHORT_WORD = re.compile(r"(?:^|[\s(])[A-Z][A-Za-z]{0,4}$")


@dataclass(frozen=True, slots=True)
class _Days:
    full: re.Pattern[str]
    stamp: re.Pattern[str]
    cues: re.Pattern[str]
    near: re.Pattern[str]
    after: re.Pattern[str]
    bare: re.Pattern[str]
    short: re.Pattern[str]
    future: re.Pattern[str]
    future_behind: re.Pattern[str]
    until: re.Pattern[str]
    today: re.Pattern[str]
    today_before: re.Pattern[str]
    today_behind: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, or day and minute, as ISO 8601, with its stretch."""

    start: int
    end: int
    value: str


def _days(language: Language) -> _Days:
    months = {row["form"].lower(): int(row["number"]) for row in language.table("months")}
    month = "|".join(sorted(map(re.escape, months), key=lambda m: (-len(m), m))) or "(?!)"
    weekdays = (
        "|".join(re.escape(row["form"]) for row in language.table("weekdays") if row["kind"] != "short") or "(?!)"
    )
    short = "|".join(re.escape(row["form"]) for row in language.table("weekdays")) or "(?!)"
    day = rf"(?P<d>[0-3]?\d)(?:\s?[/.-]\s?(?P<n>[01]?\d)\s?[/.-]\s?|[ \u00a0-](?P<m>{month})\.?[ \u00a0-])(?P<y>20\d\d)"
    hours = any_of(r["form"] for r in language.table("date_words") if r["role"] in ("clock", "hours"))
    clock = rf"(?:[\s,|–-]{{0,4}}(?:{hours}\.? ?)?(?P<H>[0-2]?\d)[:.](?P<M>[0-5]\d)(?::[0-5]\d)?\s?(?P<z>{'|'.join(ZONES)})?)?"
    rows = language.table("day_cues")
    far = "|".join(re.escape(r["word"]) for r in sorted(rows, key=lambda r: -len(r["word"])) if r["reach"] == "far")
    after = "|".join(re.escape(r["word"]) for r in rows if r["reach"] == "after") or "(?!)"
    near = "|".join(re.escape(r["word"]) for r in sorted(rows, key=lambda r: -len(r["word"])) if r["reach"] == "near")
    contexts = language.table("date_contexts")
    ahead = any_of([r["form"] for r in contexts if r["role"] == "future"], either_case=True)
    limits = any_of([r["form"] for r in contexts if r["role"] == "limit"], either_case=True)
    relative = language.table("relative_days")
    now = any_of(
        [r["form"] for r in relative if r["days"] == "0" and r["part"] != "EV" and not r["lasts"]], either_case=True
    )
    coming = any_of([r["form"] for r in relative if r["days"].isdecimal() and r["days"] != "0"], either_case=True)
    moved = any_of([r["form"] for r in language.table("time_shifts") if r["named"] in ("future", "coming")])
    parts = any_of(r["form"] for r in language.table("day_parts"))
    return _Days(
        short=re.compile(rf"\b(?P<w>{weekdays})\s?\((?P<d>[0-3]?\d)/(?P<n>[01]?\d)\)", re.I),
        future=re.compile(rf"(?<![^\W_])(?:{ahead}|{coming})(?![^\W_])"),
        future_behind=re.compile(rf"[^.!?]{{0,{REACH_BEHIND}}}?(?<![^\W_])(?:{ahead}|{moved})(?![^\W_])"),
        until=re.compile(rf"{limits}(?: hari)?"),
        today=re.compile(rf"(?<![^\W_]){now}(?![^\W_])"),
        today_before=re.compile(rf"(?<![^\W_]){now},? ?\(?$"),
        today_behind=re.compile(rf"\)?,? (?:{now}|{parts} (?:tadi|ini))(?![^\W_])"),
        full=re.compile(rf"\b(?P<w>{weekdays})\s?{parts}?\s?[,(/]{{0,2}}\s?{day}\)?", re.I),
        stamp=re.compile(rf"(?:(?:{short})\w{{0,3}}\s?[,|/]?\s?)?{day}{clock}", re.I),
        cues=re.compile(rf"(?<![^\W_])(?:{far or '(?!)'})(?![^\W_])", re.I),
        near=re.compile(rf"(?<![^\W_])(?:{near or '(?!)'}),?(?: pada| di [A-Z]\w+,?)?\s?(?:hari )?$", re.I),
        after=re.compile(rf",? (?:{after})(?![^\W_])"),
        bare=re.compile(rf"\b(?:{weekdays})\b(?!\s?,?\s?\(?\d)(?! (?:lalu|depan|mendatang|kemarin))"),
        months=months,
        weekdays={row["form"].lower(): int(row["number"]) for row in language.table("weekdays")},
    )


def _iso(match: re.Match[str], days: _Days) -> str | None:
    month = int(match["n"]) if match["n"] else days.months[match["m"].lower()]
    try:
        return date(int(match["y"]), month, int(match["d"])).isoformat()
    except ValueError:
        return None


def find_stamp(text: str, start: int, end: int, language: Language) -> Stamp | None:
    """The first date with a year in `text[start:end]`, with the minute where a clock time follows it."""
    days = language.derive(_days)
    if _YEAR.search(text, start, end) is None:
        return None
    for match in days.stamp.finditer(text, start, end):
        if match.start() > start and (text[match.start() - 1].isalnum() or text[match.start() - 1] in "./-"):
            continue
        value = _iso(match, days)
        if value is None:
            continue
        if match["H"] and int(match["H"]) < 24:
            value += f"T{int(match['H']):02d}:{match['M']}{ZONES.get((match['z'] or '').upper(), '')}"
        return Stamp(match.start(), match.end(), value)
    return None


def find_saying_day(text: str, language: Language) -> str | None:
    """The latest full date with its weekday, of which it is, that stands beside a saying, outside quotations."""
    days = language.derive(_days)
    found: list[str] = []
    for match in days.full.finditer(text):
        value = _iso(match, days)
        if value is None or date.fromisoformat(value).isoweekday() != days.weekdays[match["w"].lower()]:  # misprinted
            continue
        clause = _clause_before(text, match.start())
        if days.near.search(clause) or _said(clause, days) or days.after.match(text, match.end()):
            found.append(value)
    return max(found, default=None)


def find_later_day(text: str, day_said: str, language: Language) -> str | None:
    """The last day few days behind that of a saying which the report tells, without its year or not, as that of another saying, beside a
    word for today, or as the last of what goes on (`Hingga Selasa (4/3), …`).
    """
    days = language.derive(_days)
    first = _meant(date.fromisoformat(day_said), text, days)
    found = [first]
    for match in (*days.full.finditer(text), *days.short.finditer(text)):
        day = _near(match, first, days)
        if day is None or not 0 < (day - first).days <= LATER or day.isoweekday() != days.weekdays[match["w"].lower()]:
            continue
        clause = _clause_before(text, match.start())
        said = _said(clause, days)
        if _is_to_come(
            match, "" if said else clause, text, days
        ):  # `Pasar akan dibuka, kata Sari, Kamis (6/3)` tells the day of a saying
            continue
        told = said or days.near.search(clause) or days.after.match(text, match.end())
        if told or days.until.fullmatch(clause.strip()) or _is_today(match, text, days):
            found.append(day)
    last = max(found)
    return last.isoformat() if last.isoformat() > day_said else None


def is_said_after(text: str, day: str, language: Language) -> bool:
    """Whether a day in full, with its weekday or without, behind the given one stands beside a saying and is not to come."""
    days = language.derive(_days)
    for match in days.stamp.finditer(text):
        value = _iso(match, days)
        if value is not None and value > day:
            clause = _clause_before(text, match.start())
            if _said(clause, days) and not _is_to_come(match, clause, text, days):
                return True
    return False


def _meant(said: date, text: str, days: _Days) -> date:
    """The day of a saying; one a month before what the report tells as past, of the same weekday and number a month on, is misprinted."""
    for match in days.full.finditer(text):
        value = _iso(match, days)
        told = date.fromisoformat(value) if value else said
        if told <= said or told.isoweekday() != days.weekdays[match["w"].lower()]:
            continue
        if _is_to_come(match, _clause_before(text, match.start()), text, days):
            continue
        meant = said + timedelta(days=MONTH)
        if meant.day == said.day and 0 <= (meant - told).days <= LATER:
            return meant
    return said


def _near(match: re.Match[str], first: date, days: _Days) -> date | None:
    """The day that is printed; without its year, of that of the first day or of the week after it."""
    if match.re is days.full:
        value = _iso(match, days)
        return date.fromisoformat(value) if value else None
    for year in sorted({first.year, (first + timedelta(days=LATER)).year}, reverse=True):
        try:
            day = date(year, int(match["n"]), int(match["d"]))
        except ValueError:
            continue
        if abs((day - first).days) <= LATER:
            return day
    return None


def _is_to_come(match: re.Match[str], clause: str, text: str, days: _Days) -> bool:
    """Whether words for what is to come stand before a day in its clause, or behind it."""
    return bool(days.future.search(clause[-REACH_OF_FUTURE:]) or days.future_behind.match(text, match.end()))


def _is_today(match: re.Match[str], text: str, days: _Days) -> bool:
    """Whether a word for today stands beside a day."""
    window = text[max(0, match.start() - REACH_BEHIND) : match.start()]
    return bool(days.today_before.search(window) or days.today_behind.match(text, match.end()))


def find_today(text: str, language: Language) -> str | None:
    """The day that stands beside a word for today, else the only one with its weekday where such a word is told; not one to come."""
    days = language.derive(_days)
    if days.today.search(text) is None:
        return None
    beside, told = set(), set()
    for match in days.full.finditer(text):
        value = _iso(match, days)
        if value is None or date.fromisoformat(value).isoweekday() != days.weekdays[match["w"].lower()]:
            continue
        if _is_to_come(match, _clause_before(text, match.start()), text, days):
            return None
        told.add(value)
        if _is_today(match, text, days):
            beside.add(value)
    if beside:
        return max(beside)
    only = told.pop() if len(told) == 1 and days.today.search(_QUOTED.sub(" ", text)) else None
    later = only and any((value := _iso(match, days)) and value > only for match in days.stamp.finditer(text))
    return None if later else only


def find_saying_weekday(text: str, language: Language) -> str | None:
    """The latest full date of the text, where it is of the one bare weekday on which someone speaks (`mengatakan pada Sabtu`)."""
    days = language.derive(_days)
    said = {
        number
        for match in days.bare.finditer(text)
        if _said(clause := _clause_before(text, match.start()), days) or days.near.search(clause)
        for number in [days.weekdays[match[0].lower()]]
    }
    full = max((value for match in days.full.finditer(text) if (value := _iso(match, days))), default=None)
    return full if full and said == {date.fromisoformat(full).isoweekday()} else None


def _said(clause: str, days: _Days) -> bool:
    return days.cues.search(clause) is not None


def _clause_before(text: str, at: int) -> str:
    """What stands before `at` in its sentence and after the last quotation mark."""
    window = text[max(0, at - LONGEST_REACH) : at]
    cut = 0
    for match in _CUT.finditer(window):
        if match["stop"] == "." and _SHORT_WORD.search(window[max(0, match.start() - 8) : match.start()]):
            continue
        cut = match.end()
    return window[cut:]


def find_url_day(url: str | None) -> str | None:
    """The day that a web address names, as `/2031/03/05/` or `/20310305…-`."""
    match = _URL_DATE.search(url or "")
    if match is None:
        return None
    parts = [int(g) for g in match.groups() if g]
    try:
        return date(parts[0], parts[1], parts[2]).isoformat()
    except ValueError:
        return None
