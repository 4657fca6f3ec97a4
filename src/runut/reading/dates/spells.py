"""What TIMEX3 has beside the account's dates: lengths of time, recurring times, seasons, feasts, parts of a day and years by themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from runut.lang import Language
from runut.reading.dates.grammar import END, YEAR, Grammar, count_words, either

# Edges of an expression: no letter or figure, and no part of a longer number or code.
START = r"(?<![\w.,/-])"


@dataclass(frozen=True, slots=True)
class Spells:
    """The patterns and words of one language, beside those of its `Grammar`; keys are in lower case."""

    mods: Mapping[str, str]
    parts: Mapping[str, str]
    references: Mapping[str, str]
    apart: re.Pattern[str]
    units: Mapping[str, str]
    lengths: Mapping[str, str]
    seasons: Mapping[str, str]
    feasts: Mapping[str, str]
    sets: Mapping[str, str]
    weekdays: Mapping[str, int]
    mod: re.Pattern[str]
    part: re.Pattern[str]
    tail: re.Pattern[str]
    joiner: re.Pattern[str]
    duration: re.Pattern[str]
    recurring: re.Pattern[str]
    season: re.Pattern[str]
    feast: re.Pattern[str]
    lone_part: re.Pattern[str]
    year: re.Pattern[str]


def make(language: Language) -> Spells:
    """The patterns of a language; for `language.derive`."""
    words: dict[str, dict[str, str]] = {}
    for row in language.table("timex_words"):
        words.setdefault(row["role"], {})[row["form"].lower()] = row["value"]
    lasting: dict[str, dict[str, str]] = {}
    for row in language.table("durations"):
        lasting.setdefault(row["kind"], {})[row["form"].lower()] = row["value"]
    small: dict[str, list[str]] = {}
    for row in language.table("date_words"):
        small.setdefault(row["role"], []).append(row["form"])
    numbers = [r["word"] for r in language.table("numbers") if r["kind"] in ("digit", "whole")]
    vague = [r["word"] for r in language.table("numbers") if r["kind"] == "vague"] + small.get("vague", [])
    day_parts = [r["form"] for r in language.table("day_parts")]
    weekdays = {r["form"].lower(): int(r["number"]) for r in language.table("weekdays") if r["kind"] != "short"}
    mod, unit, tail = either(words.get("mod", ())), either(lasting.get("unit", ())), either(lasting.get("tail", ()))
    teen, ten = either(small.get("teen", ())), either(small.get("ten", ()))
    number = rf"{either(numbers)}(?: {teen}| {ten}(?: {either(numbers)})?)?"
    some = rf"{either(vague)}|\d{{1,3}} ?[-–] ?\d{{1,3}}|{either(numbers)}-{either(numbers)}"  # 3-4 jam, dua-tiga hari
    count = rf"(?:(?P<vague>{some})|(?P<n>\d{{1,4}}(?:[.,]\d{{1,3}})?)|(?P<nw>{number}))"
    every, times = either(words.get("every", ())), either(words.get("times", ()))
    whole = either(lasting.get("whole", ()))
    following = "|".join((either(weekdays), either(day_parts), either(r["form"] for r in language.table("months"))))
    return Spells(
        mods=words.get("mod", {}),
        parts={r["form"]: r["part"] for r in language.table("day_parts")} | words.get("part", {}),
        references={r["form"]: r["timex"] for r in language.table("time_references")},
        apart=re.compile(rf"(?:^|\b{either(words.get('apart', ()))} )$", re.I),
        units=lasting.get("unit", {}),
        lengths=lasting.get("whole", {}),
        seasons=words.get("season", {}),
        feasts=words.get("feast", {}),
        sets=words.get("set", {}),
        weekdays=weekdays,
        mod=re.compile(rf"{mod} ", re.I),
        part=re.compile(rf"\b{either(day_parts)}{END}", re.I),
        tail=re.compile(rf" {tail}$", re.I),
        joiner=re.compile(rf",? (?:{either([*small.get('to', []), *small.get('and', [])])}) | ?[-–—]{{1,2}} ?", re.I),
        duration=re.compile(
            rf"{START}(?:(?P<mod>{mod}) )?(?:(?P<whole>{whole}){END}(?!-)"
            rf"|{count} (?:(?P<half>{either(words.get('half', ()))}) )?(?P<unit>{unit}){END}(?! \d{{4}})"
            rf"(?: (?:{either(small.get('and', ()))} )?(?P<n2>\d{{1,2}}) (?P<unit2>{unit}){END})?)(?P<tail> {tail}{END})?",
            re.I,
        ),
        recurring=re.compile(
            rf"{START}(?:(?P<set>{either(words.get('set', ()))}){END}"
            rf"|{every} (?:{either(small.get('day', ()))} (?={either(weekdays)}{END}))?"
            rf"(?:(?P<times>{either(small.get('clock', ()))} \d{{1,2}}[.:]\d\d)|(?P<day>{following}){END}"
            rf"|(?:(?P<n>\d{{1,3}}|{either(numbers)}) )?(?P<unit>{unit}){END})"
            rf"|(?:(?:\d{{1,3}}|{either(numbers)}) )?{times} (?P<whole>{whole}){END}"
            rf"|(?P<length>{whole}) (?:(?:\d{{1,3}}|{either(numbers)}) )?{times}{END})",
            re.I,
        ),
        season=re.compile(rf"{START}(?P<season>{either(words.get('season', ()))}){END}", re.I),
        feast=re.compile(
            rf"{START}(?:{either(small.get('day', ()))} )?(?P<feast>{either(words.get('feast', ()))}){END}", re.I
        ),
        lone_part=re.compile(
            rf"{START}(?P<part>{either(day_parts)}){END}(?P<day> {either(small.get('day', ()))}{END})?", re.I
        ),
        year=re.compile(rf"(?<![\w.,/:-]){YEAR}(?![\w/:-])"),
    )


def write_length(match: re.Match[str], spells: Spells, grammar: Grammar) -> str:
    """A length in ISO 8601: `P3D`, `PT2H30M`, `P2.5Y`, `PXD` where the number is not told."""
    if match["whole"]:
        return spells.lengths[match["whole"].lower()]
    unit = spells.units[match["unit"].lower()]
    number = _count(match, grammar)
    if match["half"] and number != "X":
        number += ".5"
    first = f"P{unit[:-1]}{number}{unit[-1:]}" if unit[0] == "T" else f"P{number}{unit}"
    if not match["n2"]:
        return first
    second = spells.units[match["unit2"].lower()]
    if second[0] == "T" and unit[0] != "T":
        return f"{first}T{match['n2']}{second[1:]}"
    return f"{first}{match['n2']}{second.lstrip('T')}"


def _count(match: re.Match[str], grammar: Grammar) -> str:
    if match["vague"]:
        return "X"
    if match["n"]:
        written = match["n"]
        return written.replace(".", "") if "," not in written else written.replace(".", "").replace(",", ".")
    return str(count_words(match["nw"], grammar))
