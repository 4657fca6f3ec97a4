"""The words of counts that are feared or guessed, compiled for the lexicon of figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.text.late import late
from runut.text.words import openers


@dataclass(frozen=True, slots=True)
class FearWords:
    """Rows of `figure_words` as patterns; those that end in `$` are searched in what stands before a state or number."""

    openers: frozenset[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]
    guess: re.Pattern[str]


def make(either: Mapping[str, str], words: Mapping[str, Sequence[str]]) -> FearWords:
    """The words of fears: `either` any word of a role in either case, `words` the words by role."""
    ignore = re.IGNORECASE
    between = rf"(?: (?:{either['aux']}|{either['main']}|{either['fear-between']}))"
    return FearWords(
        openers=openers([*words["feared"], *words["may-rise"], *words["fears"], *words["guess"]]),
        behind=late(rf"\b(?P<words>{either['feared']}){between}{{0,3}}\s$", ignore),
        before=late(
            rf"\b(?:(?P<words>{either['may-rise']}){between}{{0,2}} (?:{either['rises']})(?: (?:{either['rises']}|{either['of']})){{0,3}}"
            rf"|(?P<fears>{either['fears']})(?: (?:{either['intro']}))+(?: (?!(?:{either['that']}|{either['break']})\b)\w+){{0,4}})\s$",
            ignore,
        ),
        guess=late(
            rf"\b(?:{either['document']}|{either['intro']})(?: (?:{either['pointing']}))? (?:{either['only']})(?: \w+)?"
            rf" (?P<words>{either['guess']})\b",
            ignore,
        ),
    )
