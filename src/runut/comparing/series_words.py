"""The words by which a figure's scope is told, compiled out of the tables of a language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.comparing.purposes import SumWords, sum_words
from runut.comparing.wording import find_stems
from runut.lang import Language
from runut.text.alternatives import any_of

# Words that tell a count as the first, what it has become, and the right one: reading looks for them too.
FROM_READING = frozenset({"initially", "now-are", "righted"})


@dataclass(frozen=True, slots=True)
class Words:
    """What the tables tell of scope."""

    roles: Mapping[str, re.Pattern[str]]
    values: Mapping[tuple[str, str], str]
    general: Mapping[str, frozenset[str]]
    labels: Mapping[str, str]
    animals: frozenset[str]
    referring: frozenset[str]
    aliases: Mapping[str, str]
    turn: re.Pattern[str]
    whole: re.Pattern[str]
    countries: Mapping[str, str]
    country: re.Pattern[str]
    inside: re.Pattern[str]
    attack: re.Pattern[str]
    rate: re.Pattern[str]
    households: frozenset[str]
    nouns: frozenset[str]
    classifiers: frozenset[str]
    kinds: Mapping[str, str]
    titles: frozenset[str]
    rated: re.Pattern[str]
    prices: Mapping[str, str]
    scales: frozenset[str]
    spells: frozenset[str]
    punishing: re.Pattern[str]
    instead: re.Pattern[str]
    court: re.Pattern[str]
    stages: re.Pattern[str]
    sentenced: re.Pattern[str]
    place_heads: frozenset[str]
    subject: re.Pattern[str]
    shells: frozenset[str]
    again: frozenset[str]
    headed: frozenset[str]
    numerals: frozenset[str]
    joined: re.Pattern[str]
    naming: re.Pattern[str]
    spellings: Mapping[str, str]
    came_of: re.Pattern[str]
    out_of: re.Pattern[str]
    into: re.Pattern[str]
    made_up: re.Pattern[str]
    others: frozenset[str]
    day_parts: frozenset[str]
    sums: SumWords

    def says(self, role: str, text: str) -> bool:
        """Whether a stretch has a word of a role."""
        return role in self.roles and self.roles[role].search(text) is not None

    def value(self, role: str, text: str) -> str:
        """The value of the first word of a role in a stretch; empty where there is none."""
        match = self.roles[role].search(text) if role in self.roles else None
        return self.values[role, match[1].lower()] if match else ""

    def last_value(self, role: str, text: str) -> str:
        """The value of the last word of a role: of what was done to those counted, the furthest."""
        found = self.roles[role].findall(text) if role in self.roles else ()
        return self.values[role, found[-1].lower()] if found else ""

    def punishments(self, text: str) -> list[str]:
        """The kinds of punishment that a stretch names, in its order."""
        return [self.values["penalty", m.group().lower()] for m in self.punishing.finditer(text)]

    def stage(self, text: str) -> str:
        """The stage of a trial that a stretch names last: demand or verdict; empty where it names none."""
        found = self.stages.findall(text) or self.sentenced.findall(text)
        return self.values.get(("stage", found[-1].lower()), "verdict") if found else ""


def words_of(language: Language) -> Words:
    """The words of scope of a language; for `Language.derive`."""
    rows = language.table("series_words")
    by_role: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_role[row["role"]].append(row["word"])
    for row in language.table("figure_words"):
        if row["role"] in FROM_READING:
            by_role[row["role"]].append(row["word"])
    patterns = {
        role: re.compile(
            rf"\b({'|'.join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))})\b", re.IGNORECASE
        )
        for role, words in by_role.items()
    }
    countries = {r["form"]: r["name"] for r in language.table("countries")}
    country = any_of(countries)
    return Words(
        patterns,
        {(r["role"], r["word"].lower()): r["value"] for r in rows},
        {r["word"]: frozenset(r["value"].split()) for r in rows if r["role"] == "general"},
        {r["measure"]: r["label"] for r in language.table("measure_labels")},
        frozenset(r["noun"] for r in language.table("count_nouns") if r["kind"] == "animal"),
        frozenset(by_role["referring"]),
        {r["word"].lower(): r["value"] for r in rows if r["role"] == "alias"},
        re.compile(rf"[.;]\s|, (?:{_alternatives(by_role['turn'])})\b"),
        re.compile(rf"\w (?:{_alternatives(by_role['whole'])}) $"),
        countries,
        re.compile(rf"\b(?:{country})\b"),
        re.compile(rf"\b(?i:{_alternatives(by_role['inside'])}) (?:[a-z]{{1,20}} ){{0,2}}(?P<country>{country})\b"),
        re.compile(
            rf"\b(?i:{_alternatives(by_role['attack'])}) "
            rf"(?:(?!(?:{_alternatives(by_role['inside'])})\b)[a-z]{{1,20}} ){{0,2}}(?P<country>{country})\b"
        ),
        re.compile(rf" ?(?:/ ?|(?:{_alternatives(by_role['rate'])}) )(?P<what>US\$|[^\W\d_]{{1,20}}(?: AS\b)?)"),
        frozenset(w.lower() for w in by_role["household"]),
        frozenset(r["noun"].lower() for r in language.table("count_nouns")) | frozenset(by_role["general"]),
        frozenset(r["noun"] for r in language.table("count_nouns") if r["kind"] == "people-classifier"),
        {r["noun"].lower(): r["kind"] for r in language.table("count_nouns")},
        frozenset(word for r in language.table("titles") for word in r["form"].split()),
        re.compile(
            rf"\b(?:{_alternatives(by_role['rated'])}) (?:[a-z]{{1,15}} )?(?:\w{{1,4}}\.? ?)?$",
            re.I,
        ),
        {r["value"]: r["word"] for r in rows if r["role"] == "label"},
        frozenset(
            w
            for table, column in (("multipliers", "word"), ("units", "unit"))
            for r in language.table(table)
            for w in (r[column].lower(), *find_stems(r[column]))
        ),
        frozenset(r["unit"].lower() for r in language.table("units") if r["measure"] == "duration"),
        punishing=_any_word(by_role["penalty"]),
        instead=_any_word(by_role["instead"]),
        court=_any_word(by_role["court"]),
        stages=_any_word(by_role["stage"]),
        sentenced=_any_word(by_role["sentenced"]),
        place_heads=frozenset(w.lower() for r in language.table("place_heads") for w in r["form"].split()),
        shells=frozenset(by_role["shell"]),
        again=frozenset(by_role["again"]),
        headed=frozenset(by_role["headed"]),
        joined=re.compile(
            rf"(?: ?\([^()]{{1,20}}\))?,? {{1,2}}(?:(?:[a-z]{{3,12}} {{1,2}}){{0,2}}(?:{_alternatives(by_role['beside'])})"
            rf"|(?:{_alternatives(by_role['joined'])})) {{1,2}}(?:[a-z]{{3,12}} {{1,2}})?"
        ),
        naming=re.compile(
            rf"(?:[,:(]|\b(?:{_alternatives(by_role['naming'])})) (?:[\w.]{{2,15}} ){{0,3}}$", re.IGNORECASE
        ),
        came_of=re.compile(
            rf"\b(?:{_alternatives([*by_role['growth'], *by_role['shrinking']])}) dari "
            r"(?:(?:sekitar|semula|sebelumnya) )?(?:[^\W\d]{1,4}\$?\.? ?)?$",
            re.IGNORECASE,
        ),
        out_of=re.compile(r"(?:^|\s)dari (?:(?:sekitar|semula|sebelumnya) )?(?:[^\W\d]{1,4}\$?\.? ?)?$", re.IGNORECASE),
        into=re.compile(
            rf"(?: [^\W\d]{{1,20}}){{0,4}},? (?:{_alternatives(by_role['now-are'])})(?: [^\W\d]{{1,20}})? ?",
            re.IGNORECASE,
        ),
        made_up=re.compile(rf"^[^.;]{{0,40}}?(?::|\b(?:{_alternatives(by_role['made-up'])})\b)", re.IGNORECASE),
        spellings={r["word"]: r["value"] for r in rows if r["role"] == "spelling"},
        others=frozenset(by_role["others"]),
        numerals=frozenset(r["word"] for r in language.table("numbers")),
        day_parts=frozenset(r["form"] for r in language.table("day_parts")),
        sums=language.derive(sum_words),
        subject=re.compile(
            rf"(?:\b(?:{_alternatives(by_role['total'])}) (?P<noun>[a-z]{{3,20}}?)(?:nya)?"
            rf"|\b(?P<counted>[a-z]{{3,20}}?)(?:nya)?,? (?:{_alternatives(by_role['numbering'])}))(?: [a-z]{{3,12}})? $",
            re.I,
        ),
    )


def _any_word(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern of any of some words, in either case."""
    longest = sorted(words, key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{_alternatives(longest)})\b", re.IGNORECASE)


def _alternatives(words: Sequence[str]) -> str:
    """Words as alternatives of a pattern; one that nothing matches where there are none."""
    return "|".join(map(re.escape, words)) or "(?!)"
