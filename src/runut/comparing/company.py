"""Those counted by who is named with them: `Wira dan tiga terdakwa lainnya`, `dua terdakwa, yakni Wira dan Sera`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from runut.comparing.series_words import Words
from runut.model import Figure, Reading

# Whoever leads a count of others stands so near before it, and what says that they are others in so many words behind it.
LEAD_REACH, OTHERS_REACH = 70, 4
# Those counted are named one by one so near behind, and no more of them are.
LIST_REACH, MOST_LISTED = 220, 6
# Names in a row stand so near one another.
NEXT_NAME = 70


@dataclass(frozen=True, slots=True)
class Company:
    """Who is named with those counted."""

    leader: str = ""
    """The person beside whom others are counted; empty where there is none."""
    named: frozenset[str] = frozenset()
    """The persons counted, where the sentence names as many as it counts."""


NOBODY = Company()


def find(
    reading: Reading, figure: Figure, sentence: tuple[int, int], entity_of: Mapping[tuple[str, str], str], words: Words
) -> Company:
    """Who is named with a count of several, in its sentence.

    1. The last person named before it, where only a word that joins stands between (`bersama`, `dan`), and it is of others (`tiga lainnya`,
    `tiga rekannya`). 2. The persons named one after the other right behind it, where they are as many as it counts.
    """
    count = figure.low
    if count is None or count != figure.high or count <= 1:
        return NOBODY
    mentions = sorted(
        (m.start, m.end, entity_of.get((reading.article.id, name.id), name.id))
        for name in reading.names
        if name.type == "PER"
        for m in name.mentions
        if sentence[0] <= m.start and m.end <= sentence[1]
    )
    if not mentions:
        return NOBODY
    text, number = reading.article.text, figure.number
    leader = ""
    before = [m for m in mentions if m[1] <= number.start]
    if before and before[-1][1] >= number.start - LEAD_REACH:
        behind = [w.lower() for w in _WORD.findall(text[number.end : min(sentence[1], number.end + LEAD_REACH)])]
        between = text[before[-1][1] : number.start]
        if words.joined.fullmatch(between) and any(_is_of_others(w, words) for w in behind[:OTHERS_REACH]):
            leader = before[-1][2]
    named = frozenset[str]()
    if count <= MOST_LISTED:
        row = _row([m for m in mentions if number.end <= m[0] <= number.end + LIST_REACH])
        told = bool(row) and words.naming.search(text, number.end, row[0][0]) is not None
        who = frozenset(m[2] for m in row)
        named = who if told and len(who) == count else named
    return Company(leader, named)


def same(a: Company, b: Company) -> bool:
    """Whether two counts are of the same people: others beside one leader, or the same persons by name."""
    return (a.leader == b.leader != "") or (a.named == b.named and bool(a.named))


def _is_of_others(word: str, words: Words) -> bool:
    return word in words.others or word.removesuffix("nya") in words.others


def _row(mentions: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The names that stand one after the other, from the first on."""
    out = mentions[:1]
    for before, after in pairwise(mentions):
        if after[0] - before[1] > NEXT_NAME:
            break
        out.append(after)
    return out


_WORD = re.compile(r"[^\W\d_]+")
