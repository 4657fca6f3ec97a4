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
    depth: re.Pattern[str]
    height: re.Pattern[str]
    waves: re.Pattern[str]
    away: re.Pattern[str]
    above: re.Pattern[str]
    summit: re.Pattern[str]
    happening: re.Pattern[str]
    faster: re.Pattern[str]
    flood: re.Pattern[str]
    struck: re.Pattern[str]
    ago: re.Pattern[str]


def make(either: Mapping[str, str], words: Mapping[str, Sequence[str]], lengths: str) -> AmountWords:
    """The words of amounts: `either` any word of a role in either case, `words` the words by role, `lengths` any unit of length."""
    ignore = re.IGNORECASE
    return AmountWords(
        quake=late(rf"\b(?:{either['quake']}|{either['scale']})", ignore),
        room=late(rf"(?:{either['room']})(?:nya)?\b[^.,;:\d“”\"]{{0,40}}$", ignore),
        ailing=late(rf"\b(?:{either['ailing']})\b", ignore),
        pilgrims=frozenset(words["pilgrim"]),
        quota=late(rf"\b(?:{either['quota']})(?:nya)?\b[^.,;:“”\"]{{0,40}}$", ignore),
        depth=late(rf"\b(?:{either['depth']})\b[^.,\d]*(?:\d[^.,]*\()?$", ignore),
        height=late(
            rf"\b(?:{either['height']})\b(?:(?!\b(?:{either['long']})\b)[^.\d]){{0,60}}"
            rf"(?:\d[\d.,]{{0,6}} ?(?:{lengths})?[^.,\d]{{0,20}})?$",
            ignore,
        ),
        waves=late(
            rf"\b(?:{either['waves']})(?: [a-z]{{2,14}}){{0,3}} (?:{either['reaches']}) (?:[a-z]{{4,10}} ){{0,2}}$",
            ignore,
        ),
        away=late(rf" (?:(?:{either['toward']}) )?(?:{either['away']})\b", ignore),
        above=late(rf"(?: (?:{either['or']}) \d[\d.,]{{0,8}} ?\w{{1,10}})? (?:(?:{either['above']})\b)", ignore),
        summit=late(rf" (?:{either['summit']})\b", ignore),
        happening=late(rf" (?:{either['happening']})\b", ignore),
        faster=late(rf" (?:{either['comparison']})\b", ignore),
        flood=late(rf"\b(?:{either['flood']})\b(?:(?!\b(?:{either['long']})\b)[^.])*$", ignore),
        struck=late(rf"\b(?:{either['struck']})(?: (?:{either['link']}))? $", ignore),
        ago=late(rf"[ ](?:\w+[ ])?(?:{either['ago']})\b", ignore),
    )
