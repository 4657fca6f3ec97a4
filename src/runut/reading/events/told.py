"""One sentence of an article, and what its words look like to whoever looks for a party in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from runut.model import Article, Mention, Name
from runut.reading.events.kinds import HARMS
from runut.reading.events.lexicon import Lexicon
from runut.reading.events.triggers import Token
from runut.text import View

# Who undergoes one of these is its victim, not whoever is accused of it.
VICTIMS = (*HARMS, "CRIME", "KILLING")

# A word of this shape is a verb or preposition, unless it is listed as a noun or numeral of the same shape.
VERB_SHAPE = re.compile(r"(?:me[mnlrwy]|di|ter|ber)[a-z]{4,}")


@dataclass(slots=True)
class Told:
    """One sentence of an article, with all that the parties, the place and the day of its events are read from; `day` is the article's.

    `idle`: the tokens at which words stood where a party stands, and are none (`kejadian ini`); `owned_by`: whose it is that came to harm.
    """

    article: Article
    view: View
    tokens: Sequence[Token]
    named: Sequence[tuple[Name, Mention]]
    lexicon: Lexicon
    day: str | None
    idle: list[int] = field(default_factory=list)
    owned_by: str | None = None


def is_time(told: Told, first: int, last: int) -> bool:
    """Whether some words only tell a time (`awal bulan ini`, `Juni lalu`)."""
    marks, tokens, text = told.lexicon.markers, told.tokens, told.view.text
    if (
        last - first > 1
        and tokens[first].word in marks["day"]
        and all(
            t.word[0].isdigit() or t.word in marks["clock"] or t.word in marks["day"] or t.word in marks["pointed"]
            for t in tokens[first:last]
        )
    ):
        return True  # `Jumat dini hari (15/1/2031)`
    near = marks["when"] | marks["ahead"] | marks["pointer"]
    if tokens[last - 1].word not in near or last - first < 2:
        return False
    units = near | marks["time"] | marks["before-day"] | marks["day"] | marks["clock"]
    words = [t.word for t in tokens[first:last]]
    month = last - first == 2 and text[tokens[first].start].isupper() and words[-1] in marks["when"]
    return month or all(word in units or word.isdigit() for word in words)


def without_auxiliaries(told: Told, first: int, last: int) -> int:
    """Where a party ends before the words that stand between it and a verb, which no capital begins (`Jawa Tengah`)."""
    tokens, text = told.tokens, told.view.text
    while last > first and tokens[last - 1].word in told.lexicon.markers["auxiliary"]:
        if last - 1 > first and text[tokens[last - 1].start].isupper():
            break
        last -= 1
    return last


def looks_passive(told: Told, at: int) -> bool:
    """Whether a word has the shape of a passive verb."""
    word = told.tokens[at].word
    return (
        word.startswith("di") and VERB_SHAPE.match(word) is not None and word not in told.lexicon.markers["unlike-verb"]
    )


def cut_party(told: Told, first: int, last: int) -> int:
    """Where a party ends: before another verb or preposition of its own (`Warga yang tergabung …`, `Panitia melalui …`)."""
    marks = told.lexicon.markers
    for at in range(first, last):
        word = told.tokens[at].word
        if word in marks["known"] and at > first and told.tokens[at - 1].word in marks["denied"]:
            continue  # `orang tak dikenal`
        if is_verb(told, at) or (
            (word in marks["relative"] or (word in marks["bare-verb"] and at > first))
            and not told.view.text[told.tokens[at].start].isupper()
        ):
            return at
    return last


def is_verb(told: Told, at: int) -> bool:
    """Whether a word has the shape of a verb, and no capital."""
    token = told.tokens[at]
    plain = VERB_SHAPE.match(token.word) is not None and token.word not in told.lexicon.markers["unlike-verb"]
    return plain and not told.view.text[token.start].isupper()
