"""The day of a report by its own text: a stamp line, a dateline's date, a full date beside a saying, its address.

Each rule has a name: `stamp`, `stamp:dateline`, `url-date`, `saying-day`, `saying-weekday`. A date that only the story tells gives no day.
The last two tell the earliest day that it can be: a report often comes out the morning after (tools/bench_published.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from runut.lang import Language

# Between a saying's verb and its day stand a name and a place: at most as much (characters).
LONGEST_REACH = 220
# Rules whose day is the report's own or one before it: of 871 real reports dated by them 25 % were of a later day, 1 % of an earlier one.
AT_LEAST = ("saying-day", "saying-weekday")
ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}

_URL_DATE = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)|[/-](20\d\d)(0\d|1[0-2])([0-3]\d)(?:\d{6})?[-/]")
_CUT = re.compile(r"[\"“”]|&[lr]dquo;|&quot;|[\r\n\u2028]|(?P<stop>[.!?])\s+(?=[A-Z])")
_YEAR = re.compile(r"20\d\d")
_SHORT_WORD = re.compile(r"(?:^|[\s(])[A-Z][A-Za-z]{0,4}$")


@dataclass(frozen=True, slots=True)
class _Days:
    full: re.Pattern[str]
    stamp: re.Pattern[str]
    cues: re.Pattern[str]
    near: re.Pattern[str]
    after: re.Pattern[str]
    numbered: re.Pattern[str]
    bare: re.Pattern[str]
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
    clock = r"(?:[\s,|–-]{0,4}(?:pukul |jam |pkl\.? ?)?(?P<H>[0-2]?\d)[:.](?P<M>[0-5]\d)(?::[0-5]\d)?\s?(?P<z>WIB|WITA|WIT)?)?"
    rows = language.table("day_cues")
    far = "|".join(re.escape(r["word"]) for r in sorted(rows, key=lambda r: -len(r["word"])) if r["reach"] == "far")
    after = "|".join(re.escape(r["word"]) for r in rows if r["reach"] == "after") or "(?!)"
    near = "|".join(re.escape(r["word"]) for r in sorted(rows, key=lambda r: -len(r["word"])) if r["reach"] == "near")
    return _Days(
        full=re.compile(rf"\b(?P<w>{weekdays})\s?(?:pagi|siang|sore|malam)?\s?[,(/]{{0,2}}\s?{day}\)?", re.I),
        stamp=re.compile(rf"(?:(?:{short})\w{{0,3}}\s?[,|/]?\s?)?{day}{clock}", re.I),
        cues=re.compile(rf"(?<![^\W_])(?:{far or '(?!)'})(?![^\W_])", re.I),
        near=re.compile(rf"(?<![^\W_])(?:{near or '(?!)'}),?(?: pada| di [A-Z]\w+,?)?\s?(?:hari )?$", re.I),
        after=re.compile(rf",? (?:{after})(?![^\W_])"),
        numbered=re.compile(
            rf"\b(?P<w>{weekdays})\s?(?:pagi|siang|sore|malam)?\s?\((?P<d>[0-3]?\d)/(?P<n>[01]?\d)\)", re.I
        ),
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


def find_saying_numbers(text: str, language: Language) -> list[tuple[int, int, int]]:
    """The dates without a year that stand beside a saying, outside quotations, as weekday, month and day: `kata Ida, Rabu (5/3)`."""
    days = language.derive(_days)
    found = []
    for match in days.numbered.finditer(text):
        clause = _clause_before(text, match.start())
        if days.near.search(clause) or _said(clause, days) or days.after.match(text, match.end()):
            found.append((days.weekdays[match["w"].lower()], int(match["n"]), int(match["d"])))
    return found


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
