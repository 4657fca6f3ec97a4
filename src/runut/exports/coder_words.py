"""The words by which coders' forms tell who came to harm, compiled out of the tables of a language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from runut.lang import Language
from runut.text.alternatives import any_of

_PART = re.compile(r"[,;:.]")


@dataclass(frozen=True, slots=True)
class CoderWords:
    """What the tables tell of harm and of whom it came to."""

    harm: Mapping[str, re.Pattern[str]]
    """Words that tell of somebody who came to harm, by measure."""
    unreal: re.Pattern[str]
    """What is denied, feared or threatened happened to nobody."""
    guessed: re.Pattern[str]
    beside: re.Pattern[str]
    """Behind a party: another one."""
    more: re.Pattern[str]
    """Within words for a party: more than one."""
    apposed: re.Pattern[str]
    """Who is meant, before a comma and what else is told of them (`Korban, mahasiswa berinisial R`)."""
    too: re.Pattern[str]
    """In a clause: whoever came to harm did so besides others; `too_behind`: right behind it."""
    too_behind: re.Pattern[str]
    definite: re.Pattern[str]
    """Words for somebody told of before."""
    grown: re.Pattern[str]
    """Right before a count: it has become so many."""
    until: re.Pattern[str]
    """Between a deed and the death that it led to."""
    joined: re.Pattern[str]
    """What stands between two counts of which one verb tells; behind a comma the parts of a whole may stand."""
    holding: re.Pattern[str]
    """How a count begins that holds the next one (`dua penambang dan seorang polisi tewas`): a number and whom it counts, no deed."""
    someone: re.Pattern[str]
    of_it: re.Pattern[str]
    """Points back to a demonstration."""

    def hints(self, text: str, measure: str) -> bool:
        """Whether a sentence tells of somebody who came to such harm, and denies or fears it not, in the part of it that tells so."""
        found = self.harm.get(measure)
        return found is not None and any(
            not self.unreal.search(_PART.split(text[: told.start()])[-1]) for told in found.finditer(text)
        )


def words_of(language: Language) -> CoderWords:
    """The words of harm of a language; for `Language.derive`."""
    by_role: dict[str, list[str]] = defaultdict(list)
    for row in language.table("coder_words"):
        by_role[row["role"]].append(row["word"])
    figures = {
        role: [r["word"] for r in language.table("figure_words") if r["role"] == role] for role in ("hurt", "grade")
    }
    wounds = [f"{hurt} {grade}" for hurt in figures["hurt"] for grade in figures["grade"]]
    negations = [r["word"] for r in language.table("clash_words") if r["role"] == "negation"]
    alleging = [r["word"] for r in language.table("event_markers") if r["kind"] == "alleged"]

    def exact(*roles: str) -> str:
        return any_of(word for role in roles for word in by_role[role])

    def of(*roles: str, more: Iterable[str] = ()) -> str:
        return any_of([*(word for role in roles for word in by_role[role]), *more], either_case=True)

    return CoderWords(
        harm={
            measure: re.compile(rf"\b{of(measure, more=more)}\b(?! ?-)")
            for measure, more in (("killed", ()), ("injured", wounds))
        },
        unreal=re.compile(rf"\b{of('unreal', more=negations)}\b"),
        guessed=re.compile(rf"\b{of('if', more=alleging)}\b"),
        beside=re.compile(rf",?\s{{1,3}}{exact('and', 'with')}\s"),
        more=re.compile(rf",|\b{exact('and', 'with', 'after-another')}\b"),
        apposed=re.compile(rf"\A(?:{of('victim')}|{of('someone')}\s[^,]{{1,40}}),"),
        too=re.compile(rf"\b{of('too')}\b"),
        too_behind=re.compile(rf"\s{{0,3}},?\s{{1,3}}{exact('too-behind')}\b"),
        definite=re.compile(
            rf"\A{of('definite-opens')}\b|\b{of('definite-ends')}\Z|\b{of('definite')}\b",
        ),
        grown=re.compile(rf"\b{of('grown')}\s(?:{of('grown-to')}\s)?\Z"),
        until=re.compile(rf"\s{exact('until')}\s"),
        joined=re.compile(rf"\s{{1,3}}{exact('and')}\s{{1,3}}"),
        holding=re.compile(
            rf"[\w.]{{1,20}}(?: {of('whom')})?(?: (?!{of('and', 'no-party')})[\w-]{{1,30}}){{1,2}} {of('and')} "
        ),
        someone=re.compile(rf"{of('someone')}\b"),
        of_it=re.compile(rf"\b{of('of-it')}{of('its')}? {of('pointing')}\b"),
    )
