"""How sentences open and what stands before their days, as patterns of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from runut.lang import Language

# A day right after the mention of a source is the day of that source: `dikutip dari …, Senin`.
CITED_REACH = 60
# A day so soon after a word of comparison is what something is measured against.
COMPARED_REACH = 40
# Between a record and the day since when it stands there are so many characters at most: `terendah di kota itu sejak Maret 2009`.
RECORD_REACH = 40

# A deadline stands so many characters after the word for it at most; a change and the figure from which it is that far apart.
DEADLINE_REACH, CHANGE_REACH = 25, 60

# Units of time that end on another day than they begin.
WHOLE = frozenset({"day", "week", "month", "year"})


@dataclass(frozen=True, slots=True)
class Openings:
    """The rows of `timeline_carriers` by their kinds, and the weekdays, parts of periods and pronouns of a language."""

    carry: re.Pattern[str]
    point: re.Pattern[str]
    gathering: re.Pattern[str]
    apart: re.Pattern[str]
    lean: re.Pattern[str]
    pointing: re.Pattern[str]
    pronouns: frozenset[str]
    cited: re.Pattern[str]
    dated: re.Pattern[str]
    compared: re.Pattern[str]
    weekdays: Mapping[str, int]
    weekday: re.Pattern[str]
    part: re.Pattern[str]
    now: re.Pattern[str]
    since: re.Pattern[str]
    record: re.Pattern[str]
    before: re.Pattern[str]
    provision: re.Pattern[str]
    anyone: re.Pattern[str]
    penal: re.Pattern[str]
    relative: re.Pattern[str]
    until: re.Pattern[str]
    deadline: re.Pattern[str]
    fallen: re.Pattern[str]
    since_deed: re.Pattern[str]
    earlier: re.Pattern[str]
    at_first: re.Pattern[str]
    counted_from: re.Pattern[str]
    past: re.Pattern[str]
    there: re.Pattern[str]


def find_openings(language: Language) -> Openings:
    """The openings of a language; for `Language.derive`."""
    weekdays = {row["form"]: int(row["number"]) for row in language.table("weekdays") if row["kind"] == "wide"}
    at = "|".join(re.escape(r["form"]) for r in language.table("date_words") if r["role"] == "at") or "(?!)"
    units = "|".join(re.escape(r["form"]) for r in language.table("time_units") if r["grain"] in WHOLE) or "(?!)"
    past = "|".join(re.escape(r["form"]) for r in language.table("time_shifts") if r["named"] == "past") or "(?!)"
    return Openings(
        _opening(language, "carry"),
        _opening(language, "point"),
        _opening(language, "gathering"),
        re.compile(rf"\b(?:{_words(language, 'apart')})\b", re.I),
        _opening(language, "lean"),
        re.compile(
            rf"\A\W{{0,3}}(?:\w{{1,30}} )?(?:\w{{1,30}} (?:{_words(language, 'pointing')})"
            rf"|(?!(?:{_words(language, 'moment')})\b)\w{{1,30}} (?:{_words(language, 'here')}))\b",
            re.I,
        ),
        frozenset(row["pronoun"] for row in language.table("pronouns")),
        re.compile(rf"\b(?:{_words(language, 'cited')})\b[^.;!?]{{0,{CITED_REACH}}}$", re.I),
        re.compile(rf"\b(?:{_words(language, 'dated')}) $", re.I),
        re.compile(rf"\b(?:{_words(language, 'compared')}) [^.,;!?]{{0,{COMPARED_REACH}}}$", re.I),
        weekdays,
        re.compile(rf"\b(?:{'|'.join(map(re.escape, weekdays)) or '(?!)'})\b"),
        re.compile(rf"(?:{'|'.join(re.escape(r['form']) for r in language.table('period_parts')) or '(?!)'})\b", re.I),
        re.compile(rf"\b(?:{_words(language, 'now')})\b", re.I),
        re.compile(rf"\b(?:{_words(language, 'since')}) $", re.I),
        re.compile(
            rf"\b(?:{_words(language, 'record')})\b[^.,;!?]{{0,{RECORD_REACH}}}\b(?:{_words(language, 'since')}) "
            rf"[^.,;!?]{{0,{COMPARED_REACH}}}$",
            re.I,
        ),
        _opening(language, "before"),
        re.compile(rf"\b(?:{_words(language, 'provision')})\b", re.I),
        re.compile(rf"\b(?:{_words(language, 'anyone')})\b", re.I),
        re.compile(_words(language, "penal")),
        re.compile(rf"\b(?:{_words(language, 'relative')}) $", re.I),
        re.compile(rf"\b(?:{_words(language, 'until')}) (?:(?!(?:{at})\b)\w{{1,12}} )?$", re.I),
        re.compile(rf"\b(?:{_words(language, 'deadline')})\b[^.,;!?]{{0,{DEADLINE_REACH}}}$", re.I),
        re.compile(
            rf"\b(?:{_words(language, 'change')})\b[^.;!?]{{0,{CHANGE_REACH}}} (?:{_words(language, 'from')}) "
            rf"(?:[^\W\d]{{1,14}} ){{0,2}}\d[\d.,]{{0,12}}(?: (?!{_words(language, 'relative')}\b)[^\s,.;]{{1,14}}){{0,3}} $",
            re.I,
        ),
        re.compile(
            rf"\b(?:{_words(language, 'since')}) (?:[^\W\d]\w{{1,20}} ){{1,4}}(?:{_words(language, 'dated')}) $"
            rf"|\b(?:{_words(language, 'since')}) (?:[^\W\d]\w{{2,20}} ){{1,4}}$",
            re.I,
        ),
        re.compile(rf"\b(?:{_words(language, 'earlier')})(?: \w{{4,5}})? $", re.I),
        _opening(language, "at-first"),
        re.compile(rf"\b(?:{units}) (?:{_words(language, 'counted-from')})\b", re.I),
        re.compile(rf"\b(?:{past})$", re.I),
        re.compile(rf"\b(?:{_words(language, 'there')})\b", re.I),
    )


def _opening(language: Language, kind: str) -> re.Pattern[str]:
    return re.compile(rf"\A\W{{0,3}}(?:{_words(language, kind)})\b", re.I)


def _words(language: Language, kind: str) -> str:
    rows = (row for row in language.table("timeline_carriers") if row["kind"] == kind)
    words = sorted((row["words"] for row in rows), key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, words)) or "(?!)"
