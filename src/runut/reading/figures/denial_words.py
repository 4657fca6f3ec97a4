"""The words that deny a count, compiled for the lexicon of figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.text.late import late


@dataclass(frozen=True, slots=True)
class DenialWords:
    """Rows of `figure_words` as patterns; those that end in `$` are searched in what stands before a number."""

    leading: frozenset[str]
    """The last words of what may stand right before a count that is denied."""
    before: re.Pattern[str]
    claimed: re.Pattern[str]
    behind: re.Pattern[str]
    joined: re.Pattern[str]


def make(either: Mapping[str, str], words: Mapping[str, Sequence[str]]) -> DenialWords:
    """The words of denials: `either` any word of a role in either case, `words` the words by role."""
    ignore = re.IGNORECASE
    claim = rf"(?:{either['claim']}|{either['claimed-that']}|{either['that']}|{either['there-is']})"
    led = [
        w
        for role in ("denies", "not-so", "hoax", "claim", "claimed-that", "that", "there-is", "done")
        for w in words[role]
    ]
    return DenialWords(
        leading=frozenset(w.split()[-1].lower() for w in led),
        before=late(
            rf"\b(?P<words>{either['denies']}|{either['not-so']}|(?P<hoax>{either['hoax']}))(?: (?:{claim}|{either['denying-how']})){{0,5}}"
            rf"(?: (?:{either['done']}))?[ “\"]+$",
            ignore,
        ),
        claimed=late(rf"\b(?:{either['claim']})(?: {claim}){{0,4}}[ “\"]+$", ignore),
        behind=late(
            rf"[^.,;:\d]{{0,40}}? (?P<words>{either['is-false']})\b(?! (?:{either['denies']}|{either['that']})\b)",
            ignore,
        ),
        joined=late(rf",? (?:{either['join']}|{either['or']}) ", ignore),
    )
