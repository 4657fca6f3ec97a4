"""The words that tell an age, and whose it is, compiled for the lexicon of figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.text.late import late


@dataclass(frozen=True, slots=True)
class AgeWords:
    """Rows of `figure_words` as patterns; those that end in `$` are searched in what stands before a number."""

    aged: re.Pattern[str]
    ages: re.Pattern[str]
    aged_too: re.Pattern[str]
    being: re.Pattern[str]
    calling: re.Pattern[str]
    serving: frozenset[str]
    owner: re.Pattern[str]
    someone: re.Pattern[str]
    term: re.Pattern[str]


def make(
    either: Mapping[str, str], words: Mapping[str, Sequence[str]], *, aged: str, that: str, years: str
) -> AgeWords:
    """The words of ages: `either` any word of a role in either case, `words` the words by role."""
    ignore = re.IGNORECASE
    return AgeWords(
        aged=late(rf"\b(?:{either['aged']})(?: (?:{either['that']}))?(?: \w+)? ?$", ignore),
        ages=late(rf"\b(?:{either['aged']})\b[^.,;\d]{{1,50}}$", ignore),
        aged_too=late(
            rf"\b(?:{either['aged']}) (?:\d{{1,3}}(?: {years})?,? )+(?:(?:{either['join']}) )?(?:(?:{either['aged']}) )?$",
            ignore,
        ),
        being=late(rf"\b(?:{either['being']}) ?$", ignore),
        calling=late(rf"\b(?:{either['calling']}) ?$", ignore),
        serving=frozenset(words["serving"]),
        owner=late(
            rf"(?<!\w)((?:[A-Z][\w’'.-]{{0,25}}[ ]){{0,3}}[A-Z][\w’'-]{{0,25}})[”\"]?"
            rf"(?: ?\((?:{aged} )?|, (?:{that} )?(?:{aged} )?| (?:{that} )?{aged} )$"
        ),
        someone=late(rf"(?<!\w)([a-z]\w{{2,20}}) (?:{that} )?{aged} $"),
        term=late(rf"[ ](?:{either['term']})\b", ignore),
    )
