"""The day from which a report's relative expressions count: its anchor.

The cascade, first answer counts; each step is the anchor's `origin`:

1. `metadata`  the published day; an instant with an offset, or a bare one that the report's own words show to be UTC, in Jakarta's day.
2. `text`      what the report's own text or address tells (`Credits.published`).
3. `user`      the day given for reports that tell none themselves.
4. `reports`   the siblings' days, where they agree with what this report says: the year of its `Sabtu (8/1)`, also of one after their
               last on which someone spoke, the one day near
               theirs that has the weekday it names last, or the day most of them have; never where the report dates its own
               news (`Kamis (8/9/2022)`) to another time.

A day that the text tells only as the last on which someone spoke is the report's own or one before it: where more siblings are of the
day after, it is that day (`reports`). Of 312 real reports of 14 events, each read without its stamp among the eight nearest, 13 % of the
days by `text` and 28 % of those by `reports` were wrong without this, 2 % and 18 % with it (tools/bench_published.py).
With no support there is no anchor, and relative days stay unplaced.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone

from runut.lang import Language
from runut.model import Anchor
from runut.pipeline import Glance
from runut.reading.credits import days as credit_days

JAKARTA = timezone(timedelta(hours=7))
# A bare stamp from this hour on may be UTC, when it is already tomorrow in Jakarta.
UTC_TURNS = 17
# A day of a sibling's story lies within so many days of the siblings' first and last report.
NEAR = 2
# Siblings whose first and last report lie further apart than this (days) say nothing about one more report.
WIDEST = 7
# Siblings agree on a day where at least this share of them has it.
MAJORITY = 0.5
# So many more siblings of the day after outweigh the last day that a report tells.
MORE = 2

_DAY_MONTH = re.compile(r"\((\d{1,2})/(\d{1,2})\)")


def settle(
    glances: Sequence[Glance], given: str | None = None, languages: Mapping[str, Language] | None = None
) -> Mapping[str, Anchor]:
    """Each report's anchor by article id; the same for any order of the glances.

    `given` (`YYYY-MM-DD`) is for the reports that tell no day themselves. Without the tables of `languages` no weekday is understood.
    """
    settled: dict[str, Anchor] = {}
    languages = languages or {}
    for glance in glances:
        day, origin = _own_day(glance, languages)
        if day is None and given is not None:
            day, origin = given, "user"
        settled[glance.article.id] = Anchor(day=day, origin=origin)
    at_least = {
        g.article.id for g in glances if settled[g.article.id].origin == "text" and g.credits.published_or_later
    }
    sure = Counter(date.fromisoformat(a.day) for id_, a in settled.items() if a.day and id_ not in at_least)
    for id_ in at_least:
        told = date.fromisoformat(settled[id_].day or "")
        if (day_after := _or_day_after(told, sure)) != told:
            settled[id_] = Anchor(day=day_after.isoformat(), origin="reports")
    known = sorted(date.fromisoformat(a.day) for a in settled.values() if a.day)
    if not known:
        return settled
    for glance in glances:
        if settled[glance.article.id].day is None:
            near = _from_siblings(glance, known, languages)
            if near is not None:
                settled[glance.article.id] = Anchor(day=near.isoformat(), origin="reports")
    return settled


def _own_day(glance: Glance, languages: Mapping[str, Language]) -> tuple[str | None, str | None]:
    published = glance.article.published
    stamped = _jakarta_day(published) if published else None
    if published and stamped is not None:
        return _corrected(stamped, published, glance, languages).isoformat(), "metadata"
    told = _jakarta_day(glance.credits.published) if glance.credits.published else None
    return (told.isoformat(), "text") if told is not None else (None, None)


def _jakarta_day(stamp: str) -> date | None:
    """The day of an ISO 8601 stamp; where it names an offset that is not Indonesia's, the day it was in Jakarta."""
    try:
        if len(stamp) <= 10:
            return date.fromisoformat(stamp)
        instant = datetime.fromisoformat(stamp.replace("Z", "+00:00"))
    except ValueError:
        return None
    offset = instant.utcoffset()
    if offset is not None and not timedelta(hours=7) <= offset <= timedelta(hours=9):
        instant = instant.astimezone(JAKARTA)
    return instant.date()


def _corrected(day: date, stamp: str, glance: Glance, languages: Mapping[str, Language]) -> date:
    """The next day, where a late bare stamp is UTC: someone in the report has said something on that next day."""
    hour = re.match(r"\d{4}-\d\d-\d\dT(\d\d):\d\d(?::\d\d(?:\.\d+)?)?$", stamp)
    if hour is None or int(hour[1]) < UTC_TURNS:
        return day
    language = _language(glance, languages)
    following = day + timedelta(days=1)
    said = credit_days.find_saying_day(glance.article.text, language) if language else None
    return following if said == following.isoformat() else day


def _language(glance: Glance, languages: Mapping[str, Language]) -> Language | None:
    return languages.get(glance.language) or languages.get("id")


def _from_siblings(glance: Glance, known: list[date], languages: Mapping[str, Language]) -> date | None:
    first, last = known[0] - timedelta(days=NEAR), known[-1] + timedelta(days=NEAR)
    if (known[-1] - known[0]).days > WIDEST:
        return None
    text = _body(glance)
    numbered = _numbered_days(text, first, last)
    numbered += _said_days(text, known[-1], glance, languages)
    if not numbered and _is_told_later(text, last, glance, languages):
        return None
    if numbered:
        return _or_day_after(max(numbered), Counter(known))
    own = [d for d in _full_days(glance) if first <= d <= last]
    if not own and _is_of_another_time(glance, languages):
        return None
    named = _named_days(text, first, last, glance, languages)
    if named and not own:
        return _or_day_after(max(named), Counter(known))
    return _agreed(known, max(own, default=None))


def _or_day_after(told: date, siblings: Counter[date]) -> date:
    """The last day that a report tells, or the day after it where more siblings have that one."""
    day_after = told + timedelta(days=1)
    return day_after if siblings[day_after] >= siblings[told] + MORE else told


def _body(glance: Glance) -> str:
    """The text without furniture."""
    text, out, at = glance.article.text, [], glance.credits.body_start
    for stretch in glance.furniture:
        if stretch.start >= at:
            out.append(text[at : stretch.start])
        at = max(at, stretch.end)
    out.append(text[at:])
    return "\n".join(out)


def _numbered_days(text: str, first: date, last: date) -> list[date]:
    """Days written as `(8/1)` that lie near the siblings' days in the one year in which they do."""
    out = []
    for match in _DAY_MONTH.finditer(text):
        for year in sorted({first.year, last.year}):
            try:
                day = date(year, int(match[2]), int(match[1]))
            except ValueError:
                continue
            if first <= day <= last:
                out.append(day)
    return out


def _said_days(text: str, last: date, glance: Glance, languages: Mapping[str, Language]) -> list[date]:
    """The day after the last of the siblings' which a report without its year tells as that of a saying (`kata Salim, Senin (30/9)`)."""
    language = _language(glance, languages)
    later = credit_days.find_later_day(text, last.isoformat(), language) if language else None
    return [date.fromisoformat(later)] if later else []


def _is_told_later(text: str, last: date, glance: Glance, languages: Mapping[str, Language]) -> bool:
    """Whether a report cites what was said on a day in full that lies behind all of its siblings' days."""
    language = _language(glance, languages)
    return language is not None and credit_days.is_said_after(text, last.isoformat(), language)


def _full_days(glance: Glance) -> list[date]:
    out = []
    for found in glance.full_dates:
        try:
            out.append(date.fromisoformat((found.value or "")[:10]))
        except ValueError:
            continue
    return out


def _is_of_another_time(glance: Glance, languages: Mapping[str, Language]) -> bool:
    """Whether a report, none of whose days lies near its siblings', names one with its weekday: news of its own, not history."""
    language = _language(glance, languages)
    if language is None:
        return False
    weekday = language.derive(_weekdays)
    return any(weekday.search(found.text) for found in glance.full_dates)


def _weekdays(language: Language) -> re.Pattern[str]:
    rows = [row for row in language.table("weekdays") if row["kind"] == "wide"]
    groups = "|".join(f"(?P<d{row['number']}>{re.escape(row['form'])})" for row in rows) or "(?!)"
    return re.compile(rf"(?<![^\W_])(?:{groups})(?![^\W_])")


def _named_days(text: str, first: date, last: date, glance: Glance, languages: Mapping[str, Language]) -> list[date]:
    """The days of the weekdays the text names, each where only one such day lies near the siblings' days.

    Near are two days before the first sibling and the days up to the last: a report is seldom younger than its youngest sibling.
    """
    language = _language(glance, languages)
    if language is None:
        return []
    numbers = {int((m.lastgroup or "d1")[1:]) for m in language.derive(_weekdays).finditer(text)}
    span = [first + timedelta(days=n) for n in range((last - timedelta(days=NEAR) - first).days + 1)]
    out = []
    for number in sorted(numbers):
        days = [d for d in span if d.isoweekday() == number]
        if len(days) > 1:
            return []
        out += days
    return out


def _agreed(known: list[date], not_before: date | None) -> date | None:
    """The day that most of the siblings have, where it is not before the report's own latest date; of equals the latest."""
    days = Counter(d for d in known if not_before is None or d >= not_before)
    if not days:
        return None
    day, count = max(days.items(), key=lambda item: (item[1], item[0]))
    return day if count >= MAJORITY * len(known) else None
