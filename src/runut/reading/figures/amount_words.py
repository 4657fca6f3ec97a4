"""The words that tell what an amount is of where its unit or noun says too little, compiled for the lexicon of figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.text.late import late


@dataclass(frozen=True, slots=True)
class AmountWords:
    """Rows of `figure_words` as patterns; those that end in `$` are searched in what stands before a number."""

    quake: re.Pattern[str]
    """What a report of a quake names somewhere."""
    room: re.Pattern[str]
    """Before how many a place holds: `kapasitas stadion itu mencapai `."""
    quota: re.Pattern[str]
    ailing: re.Pattern[str]
    pilgrims: frozenset[str]
    """Those on a pilgrimage, not those who only wait for it."""


def make(either: Mapping[str, str], words: Mapping[str, Sequence[str]]) -> AmountWords:
    """The words of amounts: `either` any word of a role in either case, `words` the words by role."""
    ignore = re.IGNORECASE
    return AmountWords(
        quake=late(rf"\b(?:{either['quake']}|{either['scale']})", ignore),
        room=late(rf"(?:{either['room']})(?:nya)?\b[^.,;:\d“”\"]{{0,40}}$", ignore),
        ailing=late(rf"\b(?:{either['ailing']})\b", ignore),
        pilgrims=frozenset(words["pilgrim"]),
        quota=late(rf"\b(?:{either['quota']})(?:nya)?\b[^.,;:“”\"]{{0,40}}$", ignore),
    )
