"""The words by which a count is brought up to date or put right, compiled for the lexicon of figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.text.late import late


@dataclass(frozen=True, slots=True)
class RetoldWords:
    """Rows of `figure_words` as patterns; those that end in `$` are searched in what stands before a number."""

    now_are: re.Pattern[str]
    initially: re.Pattern[str]
    righted: re.Pattern[str]
    became: re.Pattern[str]
    told_wrong: re.Pattern[str]
    told_by: re.Pattern[str]
    about: re.Pattern[str]
    of_teller: frozenset[str]
    ends_told: re.Pattern[str]


def make(
    either: Mapping[str, str], words: Mapping[str, Sequence[str]], *, that: str, adverbs: str, leading: str, hours: str
) -> RetoldWords:
    """The words of counts told anew: `either` any word of a role in either case, `words` by role, the others any of their kind."""
    ignore = re.IGNORECASE
    return RetoldWords(
        now_are=late(rf"\b(?:{either['now-are']})(?: (?:{either['link']}|{either['left']})){{0,2}} $", ignore),
        initially=late(rf"\b(?:{either['initially']})\b", ignore),
        righted=late(rf",? (?:{either['righted']})(?: (?:{leading}))? ", ignore),
        # From a first count to what it has become, with no subject of its own: `, lalu pada Kamis jumlah korban kini menjadi`.
        became=late(
            rf"[”\"]?(?:,? (?:{either['turn']}|{either['join']}|{either['next-in-list']}|{either['intro']}|{either['now-are']}"
            rf"|{either['link']}|{either['left']}|{either['changed']}|{either['person']}|{either['main']}|{either['up-to']}"
            rf"|(?-i:[A-Z])\w{{2,20}}(?: {hours})?)){{1,8}} ",
            ignore,
        ),
        told_wrong=late(rf"\b(?:{either['told-wrong']}|{either['tells']}|{either['initially']})\b", ignore),
        told_by=late(
            rf"(?: {that})?(?: (?:{adverbs}|{either['only']}))?"
            rf" (?:(?!(?:{either['pronoun']}) )(?:{either['tells']}))(?: (?:{either['only']}|{either['there-is']}))? $"
        ),
        about=late(rf"\b(?:{either['about']})\b", ignore),
        of_teller=frozenset((*words["pointing"], *words["of-teller"])),
        ends_told=late(rf"[.,;”\"]|$|,? (?:{either['contrast']})\b", ignore),
    )
