"""Days that stand right behind what befell on them: `korban tewas kerusuhan di Randu, Senin (3/3)`, `gempa yang mengguncang pada Jumat`.

Such a day is that of the mishap, not that on which somebody counted or spoke. What stands before the day is read backward, word by word:

1. a noun of a mishap, or a verb by which one befalls a place, is what the day is of: `True`;
2. a comma ends the search, save behind a noun of a mishap that opens its sentence or is told as a cause (`akibat banjir di Randu, Senin`);
3. any other verb, a quotation mark or a word that opens a clause ends it: `False`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.lang import Language

# What befell stands so near before its day (characters, words).
REACH, WORDS = 140, 16
# A noun that opens a sentence is one of its first so many words (`Korban tewas kerusuhan`).
OPENING = 3
# What befalls, by the types of its words: such nouns, and such verbs of the first.
NOUNS = frozenset(["DISASTER", "ACCIDENT", "BLAST", "ASSAULT", "PROTEST", "INCIDENT", "LOSS"])
VERBS = frozenset(["LOSS"])
SPANNING = frozenset(["spanning", "since"])
CLAUSE = frozenset(["boundary", "speech", "source", "teller"])

_WORD = re.compile(r"[^\W_][\w/.-]{0,40}|[^\w\s]")
_VERB = re.compile(r"(?:me[mnrlwy]|di|ber|ter)[a-z]{3,40}")


@dataclass(frozen=True, slots=True)
class Befalling:
    """The words of what befalls: its nouns, its verbs, what tells a noun as a cause and what opens another clause."""

    nouns: frozenset[str]
    verbs: frozenset[str]
    causes: frozenset[str]
    stops: frozenset[str]
    like_verbs: frozenset[str]


def make(language: Language) -> Befalling:
    """The words of a language; for `language.derive`."""
    rows, markers = language.table("event_words"), language.table("event_markers")
    contexts = language.table("date_contexts")
    single = [r for r in rows if " " not in r["word"]]
    stops = {r["word"] for r in markers if r["kind"] in CLAUSE}
    stops |= {r["form"] for r in contexts if r["role"] in SPANNING}
    stops |= {r["cue"] for r in language.table("cues")} | {r["word"] for r in language.table("day_cues")}
    return Befalling(
        nouns=frozenset(r["word"] for r in single if r["frame"] == "noun" and r["type"] in NOUNS),
        verbs=frozenset(r["word"] for r in single if r["frame"] == "active" and r["type"] in VERBS)
        | frozenset(r["form"] for r in contexts if r["role"] == "befell"),
        causes=frozenset(r["form"] for r in contexts if r["role"] == "caused"),
        stops=frozenset(stops),
        like_verbs=frozenset(r["word"] for r in markers if r["kind"] == "unlike-verb"),
    )


def is_of_mishap(text: str, start: int, day: int, words: Befalling, *, beyond_comma: bool = True) -> bool:
    """Whether a day that begins at `day` is that of the mishap told right before it, in the sentence from `start` on."""
    begin = max(start, day - REACH)
    before = [m[0] for m in _WORD.finditer(text, begin, day)]
    comma = False
    for n in range(len(before) - 1, max(-1, len(before) - 1 - WORDS), -1):
        word, low = before[n], before[n].lower()
        if low in words.nouns or (low in words.verbs and word.islower()):
            if not comma:
                return True
            opens = begin == start and n < OPENING
            return beyond_comma and (opens or (n > 0 and before[n - 1].lower() in words.causes))
        if word == ",":
            comma = comma or not (n + 1 < len(before) and before[n + 1][0].isupper())
        elif (
            (not word[0].isalnum() and word not in "()")
            or low in words.stops
            or (_VERB.fullmatch(word) and low not in words.like_verbs)
        ):
            return False
    return False
