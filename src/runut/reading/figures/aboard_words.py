"""The words of a vehicle that carries people, and of what befell it, compiled for the lexicon of figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from runut.text.alternatives import any_of
from runut.text.late import late
from runut.text.words import openers


@dataclass(frozen=True, slots=True)
class AboardWords:
    """Rows of `figure_words` as patterns; those that end in `$` are searched in what stands before a number."""

    openers: frozenset[str]
    """The words with which what befalls a vehicle begins."""
    mishap: re.Pattern[str]
    vehicle: re.Pattern[str]
    carries: re.Pattern[str]
    listed: re.Pattern[str]
    summed: re.Pattern[str]
    capacity: re.Pattern[str]
    joined: re.Pattern[str]
    crew: frozenset[str]


def make(
    either: Mapping[str, str], words: Mapping[str, Sequence[str]], *, vehicles: Iterable[str], leading: str
) -> AboardWords:
    """The words of those aboard: `either` any word of a role in either case, `words` the words by role; `leading` leads to a number."""
    ignore = re.IGNORECASE
    vehicle = rf"(?:{any_of(vehicles, either_case=True)}|{either['vehicle-name']})"
    inside = rf"(?:{either['aboard']}|di (?:dalam|atas) {vehicle})"
    return AboardWords(
        openers=openers(words["vehicle-mishap"]),
        mishap=late(rf"\b(?:{either['vehicle-mishap']})\b", ignore),
        vehicle=late(rf"\b{vehicle}(?:nya)?\b", ignore),
        carries=late(rf"\b(?:{either['carries']})(?:,? (?:{leading})){{0,2}} $", ignore),
        listed=late(
            rf"\b(?:(?:{either['manifest']})\b[^.;:\d“”\"]{{0,90}}|(?:{either['crew']}|{either['person']})(?: {either['that']})?"
            rf"(?: berada)? {inside}(?: (?:{either['pointing']}))?(?:,? (?:{leading})){{0,2}} |total (?:{either['crew']}) )$",
            ignore,
        ),
        summed=late(
            rf"\b(?:(?:{either['intro']}) (?:{either['crew']})(?:,? (?:{either['join']}) (?:{either['crew']})){{0,2}}"
            rf"|(?:{either['crew']})nya)"
            rf"(?: (?!(?:{either['that']}|{either['break']}|{either['denied']}|{either['in']})\b)[\w.’'()-]{{1,20}}){{0,6}}?"
            rf"(?:,? (?:{leading})){{0,2}} $",
            ignore,
        ),
        capacity=late(rf"\b(?:{either['capacity']}|{either['able']})\b(?: \w+)? $", ignore),
        joined=late(rf",? (?:{either['join']}|{either['in-company']}|dengan) |, ", ignore),
        crew=frozenset(words["crew"]),
    )
