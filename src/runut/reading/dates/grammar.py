"""The grammar of dates: patterns made of a language's tables, by the words that an expression may begin with.

A rule is a pattern that is tried only where one of its first words stands; rules are tried in the order of `RULES`, and the first that
matches and can be placed wins. All repeats are bounded, so a rule looks at a few dozen characters at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from runut.lang import Language
from runut.text.alternatives import any_of
from runut.text.late import late

# A word, or figures that are no part of a longer number.
TOKEN = re.compile(r"([^\W\d_]+)|((?<![\d.,])\d+|(?<!\d)(?<!\d[.,])\d+)")
DAY_FIGURES, YEAR_FIGURES, FIGURES = "#day", "#year", "#"
"""The first words of rules that begin with figures: one or two, four, any."""

DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
MONTH_NUMBER = r"(?:1[0-2]|0?[1-9])(?!\d)"
# A year of four digits that is not the head of a number with separators.
YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)"
DASH = r" ?[-–—]{1,2} ?"
END = r"(?![^\W_])"
# What may stand between a day and the clock time, or the other way round, for the two to be one expression.
SEAM = r",? ?[-–|•/]? ?"
# What makes `20` a round number (`20an tahun lalu`).
AN = "an"
# What of these kinds a noun tells befell at one time: `gempa kemarin` has its day, `rapat kemarin` may be any.
MISHAPS = frozenset({"DISASTER", "ACCIDENT"})
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a date; `starts` are the first words in lower case, or the kind of figures."""

    name: str
    starts: frozenset[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that the tables of one language say of dates. Keys are in lower case, those of `rules` also capital or in capitals.

    `after_figures` are the words that may follow the figures with which an expression begins, a year's left out.
    """

    rules: Mapping[str, tuple[Rule, ...]]
    after_figures: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short: frozenset[str]
    whole: frozenset[str]
    persons: frozenset[str]
    parts: Mapping[str, tuple[str, int | None]]
    lone_parts: frozenset[str]
    relative: Mapping[str, tuple[int, str, bool]]
    loose: frozenset[str]
    happening: frozenset[str]
    meeting: frozenset[str]
    relative_clause: frozenset[str]
    back: Mapping[str, tuple[str, int, str]]
    units: Mapping[str, str]
    counted: Mapping[str, str]
    named: Mapping[str, str]
    year_parts: Mapping[str, int]
    lone_year_parts: frozenset[str]
    edges: Mapping[str, str]
    references: Mapping[str, str]
    holidays: Mapping[str, tuple[str, str, bool, str]]
    feasts: Mapping[str, tuple[str, bool]]
    feast_days: Mapping[str, tuple[tuple[date, str], ...]]
    digits: Mapping[str, int]
    counted_nouns: frozenset[str]
    roles: Mapping[str, str]
    before: Mapping[str, re.Pattern[str]]
    within: Mapping[str, re.Pattern[str]]
    seam: re.Pattern[str]
    apart: re.Pattern[str]
    onward: re.Pattern[str]
    listed: re.Pattern[str]
    counting: re.Pattern[str]
    said: re.Pattern[str]


def either(words: Iterable[str]) -> str:
    """One of the words in either case, the longest that fits."""
    return any_of(words, either_case=True)


def first_words(*groups: Iterable[str]) -> frozenset[str]:
    """The words that expressions of these groups begin with."""
    return frozenset(m[0].lower() for group in groups for w in group if (m := TOKEN.search(w)))


def count_words(written: str, grammar: Grammar) -> int:
    """The number that words of the pattern for numbers say: `tiga`, `dua belas`, `tiga puluh lima`."""
    words = written.lower().split()
    if len(words) == 1:
        return grammar.digits[words[0]]
    if grammar.roles.get(words[1]) == "teen":
        return 10 + grammar.digits[words[0]]
    return 10 * grammar.digits[words[0]] + sum(grammar.digits[word] for word in words[2:])


def _find_happening(language: Language) -> frozenset[str]:
    """The words that tell what befell or was done: verbs that are no nouns too (`rapat`), and nouns of a mishap."""
    rows = language.table("event_words")
    nouns = {r["word"] for r in rows if r["frame"] == "noun" and r["type"] not in MISHAPS}
    return frozenset(r["word"] for r in rows if r["word"] not in nouns)


def _find_meeting(language: Language) -> frozenset[str]:
    """The single words for an occasion at which people speak: nouns (`rapat`) and verbs that take no object (`bertemu`)."""
    rows = language.table("event_words")
    return frozenset(
        r["word"] for r in rows if r["type"] == "CONSULT" and r["frame"] != "active" and " " not in r["word"]
    )


def make(language: Language) -> Grammar:
    """The grammar of a language; for `language.derive`."""
    months = {r["form"].lower(): int(r["number"]) for r in language.table("months")}
    weekdays = {r["form"].lower(): int(r["number"]) for r in language.table("weekdays")}
    short = frozenset(
        r["form"].lower() for t in ("months", "weekdays") for r in language.table(t) if len(r["form"]) <= 4
    ) - {r["form"].lower() for r in language.table("months") if r["kind"] == "wide"}
    short -= {r["form"].lower() for r in language.table("weekdays") if r["kind"] == "wide"}
    parts = {r["form"]: (r["part"], int(r["first"]) if r["first"] else None) for r in language.table("day_parts")}
    units = {r["form"]: r["grain"] for r in language.table("time_units")}
    digits = {r["word"]: int(r["low"]) for r in language.table("numbers") if r["kind"] in ("digit", "whole")}
    roles = {r["form"].lower(): r["role"] for r in language.table("date_words")}
    contexts: dict[str, list[str]] = {}
    for row in language.table("date_contexts"):
        contexts.setdefault(row["role"], []).append(row["form"])
    cues = language.table("day_cues")
    contexts["reporting"] = [r["word"] for r in cues if r["reach"] == "far"]
    beside = [r["word"] for r in cues if r["reach"] == "near"]
    at = either(w for w, r in roles.items() if r == "at")
    vague = [w for w, r in roles.items() if r == "vague"]
    vague += [r["word"] for r in language.table("numbers") if r["kind"] == "vague"]
    feast_days: dict[str, tuple[tuple[date, str], ...]] = {}
    for row in language.table("feast_days"):
        known = (date.fromisoformat(row["date"]), row["islamic"])
        feast_days[row["feast"]] = (*feast_days.get(row["feast"], ()), known)
    tens = [w for w, r in roles.items() if r in ("ten", "teen")]
    joining = [w for w, r in roles.items() if r in ("to", "and")]
    return Grammar(
        rules=_rules(language),
        after_figures=first_words(months, units, joining, [AN]),
        months=months,
        weekdays=weekdays,
        short=short,
        whole=frozenset(r["form"].lower() for r in language.table("weekdays") if r["kind"] == "other"),
        persons=frozenset(r["form"].lower() for r in language.table("months") if r["person"]),
        parts=parts,
        lone_parts=frozenset(r["form"] for r in language.table("day_parts") if r["alone"]),
        relative={r["form"]: (int(r["days"]), r["part"], bool(r["lasts"])) for r in language.table("relative_days")},
        loose=frozenset(r["form"] for r in language.table("relative_days") if r["loose"]),
        happening=_find_happening(language),
        meeting=_find_meeting(language),
        relative_clause=frozenset(r["word"] for r in language.table("event_markers") if r["kind"] == "relative"),
        back={r["form"]: (r["grain"], int(r["days"]), r["part"]) for r in language.table("day_references")},
        units=units,
        counted={r["form"]: r["counted"] for r in language.table("time_shifts") if r["counted"]},
        named={r["form"]: r["named"] for r in language.table("time_shifts") if r["named"]},
        year_parts={r["form"]: int(r["months"]) for r in language.table("year_parts")},
        lone_year_parts=frozenset(r["form"] for r in language.table("year_parts") if r["alone"]),
        edges={r["form"]: r["edge"] for r in language.table("period_parts")},
        references={r["form"]: r["value"] for r in language.table("time_references")},
        holidays={
            r["form"].lower(): (r["date"], r["part"], bool(r["alone"]), r["since"]) for r in language.table("holidays")
        },
        feasts={r["form"].lower(): (r["feast"], bool(r["alone"])) for r in language.table("feasts")},
        feast_days=feast_days,
        digits=digits,
        counted_nouns=frozenset(
            [r["noun"].lower() for r in language.table("count_nouns")]
            + [r["unit"].split(" ")[0].lower() for r in language.table("units") if r["side"] == "after"]
        ),
        roles=roles,
        before={role: late(rf"(?:^|[^\w-]){either(words)}\.? $", re.I) for role, words in contexts.items()},
        within={role: late(rf"\b{either(words)}{END}", re.I) for role, words in contexts.items()},
        said=late(rf"\b{either(beside)},? (?:{at} )?$|(?P<far>(?:, ?\(?| {at} )$)", re.I),
        listed=late(rf"(?<!\d)\d{{4}}(?:, |,? {either(w for w, r in roles.items() if r == 'and')} )$", re.I),
        counting=late(rf"(?:\d|\b{either([*digits, *vague])}|{either(tens)}) $", re.I),
        onward=late(rf"{DASH}| {either(w for w, r in roles.items() if r in ('to', 'and'))} ", re.I),
        apart=late(rf" ?, (?:{at} )?", re.I),
        seam=late(rf"{SEAM}|,? {at} ", re.I),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The alternatives of each kind of word, as pieces of patterns."""

    table: Mapping[str, list[str]]

    def __getitem__(self, role: str) -> str:
        return either(self.table.get(role, []))

    def optional(self, role: str) -> str:
        """One of the words with a blank after it, or nothing."""
        return f"(?:{self[role]} )?"

    def starts(self, *roles: str) -> frozenset[str]:
        return first_words(*(self.table.get(role, []) for role in roles))


def _words(language: Language) -> _Words:
    table: dict[str, list[str]] = {}
    for row in language.table("date_words"):
        table.setdefault(row["role"], []).append(row["form"])
    for name in ("months", "weekdays", "day_parts", "relative_days", "day_references", "year_parts", "period_parts"):
        table[name] = [r["form"] for r in language.table(name)]
    table["market_days"] = [r["form"] for r in language.table("market_days")]
    table["bare_parts"] = [r["form"] for r in language.table("period_parts") if r["bare"]]
    table["feasts"] = [r["form"] for r in language.table("feasts")]
    table["holidays"] = [r["form"] for r in language.table("holidays")]
    jubilees = [r["form"].partition(" ") for r in language.table("holidays") if r["since"]]
    table["jubilee_leads"] = [lead for lead, _, _ in jubilees]
    table["jubilees"] = [rest for _, _, rest in jubilees]
    table["references"] = [r["form"] for r in language.table("time_references")]
    table["zones"] = [r["form"] for r in language.table("time_zones")]
    table["units"] = [r["form"] for r in language.table("time_units") if not r["one"]]
    table["ones"] = [r["form"] for r in language.table("time_units") if r["one"]]
    table["named"] = [r["form"] for r in language.table("time_shifts") if r["named"]]
    table["counted"] = [r["form"] for r in language.table("time_shifts") if r["counted"]]
    table["periods"] = [
        r["form"] for r in language.table("time_units") if not r["one"] and r["grain"] not in ("minute", "hour", "day")
    ]
    table["weeks"] = [r["form"] for r in language.table("time_units") if not r["one"] and r["grain"] == "week"]
    numbers = language.table("numbers")
    table["digits"] = [r["word"] for r in numbers if r["kind"] == "digit"]
    table["numbers"] = [r["word"] for r in numbers if r["kind"] in ("digit", "whole")]
    table["vague"] = table.get("vague", []) + [r["word"] for r in numbers if r["kind"] == "vague"]
    return _Words(table)


def _rules(language: Language) -> dict[str, tuple[Rule, ...]]:
    w = _words(language)
    out: dict[str, list[Rule]] = {}
    for name, (starts, pattern) in _patterns(w).items():
        rule = Rule(name, starts, late(pattern, re.I))
        for word in {case for start in starts for case in (start, start.capitalize(), start.upper())}:
            out.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in out.items()}


def _patterns(w: _Words) -> dict[str, tuple[frozenset[str], str]]:
    """Rule name → first words and pattern, in the order in which the rules are tried."""
    weekday, month, part = w["weekdays"], w["months"], w["day_parts"] + END
    named, dated, day_word = w["named"] + END, w.optional("date"), w.optional("day")
    moved = rf"(?:{named}|{w['weeks']} {named})"
    to = f"(?:{DASH}| {w['to']} )"
    joined = f"(?:{to}| {w['and']} )"
    of_year = rf"\.?,?[ -](?:{w['year']} )?"
    # The bracketed date after a weekday: (6/1), (6/1/2022), (7-8/6/2025), (28/2-2/3), (6 Januari 2022), (Kamis, 6/1).
    bracket = (
        rf"(?:,?[ \n]?[(\[] ?(?:{weekday},? )?"
        rf"(?:(?P<b1>{DAY})(?:[/.](?P<bm1>{MONTH_NUMBER}))?{DASH}(?={DAY}[/.]))?"
        rf"(?P<b>{DAY})(?: ?[/.-] ?(?P<bm>{MONTH_NUMBER})(?: ?[/.-] ?(?P<by>\d{{4}}|\d\d)(?!\d))?"
        rf"|[ -](?P<bmon>{month})(?:{of_year}(?P<byr>{YEAR}))?)"
        rf"(?:,? (?P<bpart>{part}))?(?: ?[)\]]|(?=[.,;\n]|$)))"
    )
    # A date written out after a weekday.
    written = (
        rf"(?:,? {dated}(?P<d>{DAY})(?:(?P<dj>{joined}){dated}(?P<d2>{DAY}))?[ -]?(?P<mon>{month}){END}(?:{of_year}(?P<y>{YEAR}))?"
        rf"|,? {dated}(?P<nd>{DAY})[/.-](?P<nm>{MONTH_NUMBER})(?:[/.-](?P<ny>\d{{4}}|\d\d)(?!\d))?)"
    )
    zone = rf"(?: ?{w['zones']}(?:/{w['zones']})?{END})"
    after = rf"(?: (?P<part2>{part}){zone}?)?(?: (?P<shift2>{named}))?"
    minutes = r"[.:](?P<m{0}>[0-5]\d)(?:[.:][0-5]\d)?(?!\d)"
    part_of_it = (
        rf"(?: (?!{w['relative_days']}{END})(?P<part{{0}}>{part}))?"  # pagi, but not the first word of pagi tadi
    )
    approx = w.optional("approx")
    clock_word = f"(?:{w['clock']}|{w['hours']})"
    hour = r"(?P<h{0}>[01]?\d|2[0-4])"
    time = rf"{hour}(?:{minutes}|(?!\d|[.,]\d)){zone}?{part_of_it}"
    clock = rf"{time.format('')}(?:{to}{time.format('2')})?"
    number = f"(?:{w['digits']} (?:{w['ten']}(?: {w['digits']})?|{w['teen']})|{w['numbers']})"
    nth_day = rf"{w['nth']}(?:-? ?(?P<n>\d{{1,2}})|-?(?P<nw>{number})){END}"
    ordinal = f"(?:[1-4]|IV|I{{1,3}}|{w['first']}|{w['second']}|{w['third']}|{w['fourth']}){END}"
    period_part = rf"(?:(?P<pp>{w['period_parts']}) )?"
    of_that_year = rf"(?: {w['year']} (?P<ys>{named}))?"  # Maret tahun lalu
    month_of = rf"(?P<mon>{month}){END}(?:{of_year}(?P<y>{YEAR}))?"
    weekdays, months = w.starts("weekdays"), w.starts("months")
    day_figures, year_figures = frozenset({DAY_FIGURES}), frozenset({YEAR_FIGURES})
    any_figures = frozenset({FIGURES, DAY_FIGURES, YEAR_FIGURES})
    return {
        "feast": (
            w.starts("feasts", "counted_day", "day"),
            rf"(?:{w['counted_day']} ?(?P<sign>[+-]) ?(?P<h>\d{{1,2}}) |{w['day']} (?:(?P<first>{w['first']}){END}|{nth_day}) )?"
            rf"(?P<feast>{w['feasts']}){END}(?: (?P<y>{YEAR}|\d{{4}}(?= ?{w['era']}{END}))(?: ?{w['era']}{END})?)?(?: (?P<shift>{named}))?",
        ),
        "weekdays-joined": (
            weekdays | w.starts("day"),
            rf"{day_word}(?P<wd>{weekday}){END}(?:(?:,| {w['and']}) {weekday}{END}){{0,5}},?(?P<join>{joined})"
            rf"{day_word}(?P<wd2>{weekday}){END}(?: (?P<shift>{moved}))?(?:{bracket}|{written})?(?: (?P<shift2>{moved}))?",
        ),
        "weekday": (
            weekdays | w.starts("day"),
            rf"{day_word}(?P<wd>{weekday}){END}(?:\.(?=,? \d))?(?P<market> {w['market_days']}{END})?"
            rf"(?: (?P<part>{part}){zone}?)?(?: (?P<shift>{moved}))?(?:{bracket}|{written})?{after}",
        ),
        "eve-of-weekday": (w.starts("eve"), rf"{w['eve']} (?P<wd>{weekday}){END}(?: (?P<shift>{named}))?{bracket}?"),
        "days-of-months": (
            day_figures | w.starts("date"),
            rf"{dated}(?P<d>{DAY})[ -](?P<mon>{month}){END}(?:{of_year}(?P<y>{YEAR}))?{to}{dated}"
            rf"(?P<d2>{DAY})[ -](?P<mon2>{month}){END}(?:{of_year}(?P<y2>{YEAR}))?(?: (?P<shift>{named}))?",
        ),
        "days-of-month": (
            day_figures | w.starts("date"),
            rf"{dated}(?P<d>{DAY})(?:, {DAY}){{0,6}},?(?P<join>{joined}|, ){dated}(?P<d2>{DAY})[ -](?P<mon>{month}){END}"
            rf"(?:{of_year}(?P<y>{YEAR}))?(?: (?P<shift>{named}))?",
        ),
        "day-month": (
            day_figures | w.starts("date", "day_parts"),
            rf"(?:(?P<part>{part}) )?{dated}(?P<d>{DAY})[ -]?(?P<mon>{month}){END}(?:{of_year}(?P<y>{YEAR}|(?<=-)\d\d(?!\d)))?"
            rf"(?: (?P<part2>{part}))?(?: (?P<shift>{named}))?{of_that_year}",
        ),
        "day-of-moved-month": (
            w.starts("date"),
            rf"{w['date']} (?P<d>{DAY}) (?P<unit>{w['month']}) (?P<shift>{named})",
        ),
        "iso-date": (year_figures, rf"(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{DAY})"),
        "numeric-date": (
            day_figures | w.starts("date"),
            rf"(?P<dated>{dated})(?P<d>{DAY})(?P<s>[/.-])(?P<m>{MONTH_NUMBER})(?:(?P=s)(?P<y>{YEAR}))?(?![/\d])(?: (?P<part2>{part}))?",
        ),
        "holiday": (
            w.starts("holidays"),
            rf"(?:(?P<lead>{w['jubilee_leads']}) {w['nth']}-? ?(?P<n1>\d{{1,3}}) (?P<rest>{w['jubilees']}){END}"
            rf"|(?P<name>{w['holidays']}){END}(?: {w['nth']}-? ?(?P<n2>\d{{1,3}})(?!\d)"
            rf"| (?P<y>{YEAR}|\d{{4}}(?= ?{w['era']}{END}))(?: ?{w['era']}{END})?)?)",
        ),
        "months-joined": (
            months | w.starts("month", "period_parts"),
            rf"(?:{w['period_parts']} )?(?:{w['month']} )?(?P<mon>{month}){END}(?:{of_year}(?P<y>{YEAR}))?"
            rf"(?:, {month}{END}){{0,6}},?(?P<join>{joined})"
            rf"(?:{w['month']} )?(?P<mon2>{month}){END}(?:{of_year}(?P<y2>{YEAR}))?(?: (?P<shift>{named}))?{of_that_year}",
        ),
        "month": (
            months | w.starts("month", "period_parts"),
            rf"{period_part}(?P<word>{w['month']} )?{month_of}(?: (?P<shift>{named}))?{of_that_year}",
        ),
        "year-part": (
            w.starts("year_parts", "period_parts"),
            rf"{period_part}(?P<unit>{w['year_parts']}) (?:{w['nth']}-? ?(?=[\dIV]))?(?P<nth>{ordinal})"
            rf"(?:[ /-](?:{w['year']} )?(?:(?P<y>{YEAR})|(?P<shift>{named})))?",
        ),
        "years": (
            year_figures | w.starts("year", "years", "period_parts"),
            rf"{period_part}(?P<word>(?:{w['year']}|{w['years']}) )?(?P<y>{YEAR})(?:{to}(?:{w['year']} )?(?P<y2>{YEAR})"
            r"|(?P<slash>/)(?P<y3>(?:20)?\d\d)(?!\d))",
        ),
        "century": (w.starts("century"), rf"{w['century']} (?:{w['nth']}-? ?)?(?P<n>1?\d|2[01]){END}"),
        "year": (
            year_figures | w.starts("year", "years", "period_parts"),
            rf"{period_part}(?P<word>(?:{w['year']}|{w['years']}) )?(?P<y>{YEAR})"
            rf"(?P<decade>-?{w['tens']}{END})?(?![/-]\d)(?: (?P<shift>{named}))?",
        ),
        "short-year": (
            w.starts("year"),
            rf"{w['year']} (?P<mark>['’‘])?(?P<yy>\d\d)(?P<decade>-?{w['tens']}{END})?(?![\w%]|[.,/-]\d)",
        ),
        "new-year": (w.starts("period_parts"), rf"{w['period_parts']} {w['year']} {w['new']}{END}"),
        "relative-day": (
            w.starts("relative_days"),
            rf"(?P<rel>{w['relative_days']}){END}(?:(?:,? {day_word}| \()(?P<rwd>{weekday}){END}(?: {part})?"
            rf"| (?:(?P<n>\d{{1,2}})|(?P<nw>{number})) (?P<unit>{w['units']}) (?P<shift>{w['counted']}){END})?"
            rf"(?:{bracket}|{written})?(?: (?P<part2>{part}))?",
        ),
        "back-reference": (w.starts("day_references"), rf"(?P<back>{w['day_references']}){END}"),
        "counted": (
            any_figures | w.starts("numbers", "vague", "ones", "approx"),
            rf"{approx}(?:(?:(?P<n>\d{{1,3}}(?:\.\d{{3}}){{0,3}})(?P<tenths>,\d)?|(?P<nw>{number})|(?P<vague>{w['vague']}))(?P<an>{AN})? "
            rf"(?P<unit>{w['units']})"
            rf"|(?P<one>{w['ones']}))(?: ini)? (?P<shift>{w['counted']}){END}",
        ),
        "weekend": (w.starts("weekend"), rf"{w['weekend']}{END}(?: (?P<shift>{named}))?"),
        "period": (
            w.starts("periods", "period_parts"),
            rf"{period_part}(?P<unit>{w['periods']}) (?P<shift>{named})",
        ),
        "period-part": (w.starts("period_parts"), rf"(?P<pp>{w['bare_parts']}) (?P<unit>{w['periods']}){END}"),
        "clock": (
            w.starts("clock", "hours", "approx"),
            rf"{approx}(?P<word>{clock_word})\.? ?{clock}",
        ),
        "clock-zoned": (
            day_figures | w.starts("approx"),
            rf"{approx}{(hour + minutes).format('')}(?:{to}{(hour + minutes).format('2')})?{zone}",
        ),
        "clock-bare": (day_figures, r"(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?!\d)"),
        "around-part": (
            w.starts("around"),
            rf"{w['around']} (?:{w['prayer']} )?(?P<part>{part})",
        ),
        "lone-part": (w.starts("day_parts"), rf"(?P<part>{part})"),
        "ordinal-day": (w.starts("day"), rf"{w['day']} {nth_day}"),
        "reference": (w.starts("references"), rf"(?P<ref>{w['references']}){END}"),
    }
