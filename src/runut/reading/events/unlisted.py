"""Verbs that the lexicon does not know: told by their shape, where no other word of a clause tells an event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runut.reading.events.lexicon import Lexicon, Row
from runut.reading.events.triggers import Token, Trigger
from runut.text import View

# A verb has one of these prefixes, and letters enough behind it.
_VERB = re.compile(r"(?:me[mnlrwy]|di|ter|ber)[a-z]{4,30}\Z")
# Sentences in which such a verb may tell an event: those further down tell little that is new.
MOST_UNLISTED = 18
# What whoever the verb's subject is does or undergoes, by the first letters.
_FRAMES = {"me": "active", "di": "passive"}


def looks_like_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word, in small letters, has the shape of a verb and is not known as another word."""
    return _VERB.match(word) is not None and word not in lexicon.markers["unlike-verb"]


def is_passive(word: str) -> bool:
    """Whether a verb, in small letters, says what its subject undergoes."""
    return _FRAMES.get(word[:2]) == "passive" and _VERB.match(word) is not None


def find_unlisted(tokens: Sequence[Token], first: int, last: int, view: View, lexicon: Lexicon) -> Trigger | None:
    """The first verb of a segment that has no row and may tell a happening: no state, no cue, no name, and not what something is for."""
    idle, still, purpose = lexicon.idle, lexicon.markers["still"], lexicon.markers["purpose"]
    for at in range(first, last):
        word = tokens[at].word
        if word in still:
            return None
        if (
            word in idle
            or word in lexicon.harmed
            or not _VERB.match(word)
            or (at and view.text[tokens[at].start].isupper())
        ):
            continue
        if at > first and tokens[at - 1].word in purpose:
            continue
        return Trigger(Row(word, (word,), "NONE", _FRAMES.get(word[:2], "state")), at, at + 1)
    return None
