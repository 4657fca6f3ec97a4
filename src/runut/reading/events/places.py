"""Where an event happened, by the prepositions of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runut.reading.events.clauses import Clause
from runut.reading.events.lexicon import Lexicon
from runut.reading.events.parties import ADDRESSED
from runut.reading.events.told import Told
from runut.reading.events.triggers import Token
from runut.text import View

# A place is told in so many words at most, its district and province after commas included.
LONGEST_PLACE = 12

# What someone who is accused or arrested has done was done elsewhere (`menangkap pelaku yang mencuri di Garut`).
AGAINST = ("ACCUSE", "COERCE", "CONCEDE")

# The word before a name, a word of `placed`, is no longer.
LONGEST_BEFORE = 12
# `tiga orang, di antaranya WNI` tells no place, `di antara Pulau A dan Pulau B` one between two.
AMONG, BETWEEN = "antaranya", "antara"
_MOST = re.compile(
    r"ter(?:tinggi|besar|luas|panjang|dalam|aktif|padat|kaya|tua|muda|kecil|ramai|sibuk|populer|parah|banyak)"
)
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,12}) $")


def find_place(told: Told, clause: Clause, last: int) -> str | None:
    """The place of an event up to token `last`: after its verb `di`, then `ke`; else a place named anywhere in it."""
    article, view, tokens, lexicon = told.article, told.view, told.tokens, told.lexicon
    of_another = clause.type in AGAINST and clause.trigger.row.frame != "noun"
    behind = ("relative", "no-by", "elsewhere") if of_another else ()
    edges = frozenset().union(*(lexicon.markers[kind] for kind in behind))
    for kind in ("inside",) if clause.type in ADDRESSED else ("inside", "toward"):
        marks = lexicon.markers[kind]
        # `tiba di Garut dan dimasukkan ke …`: the place of the verb's own preposition
        own = (
            tokens[clause.trigger.last - 1].word in lexicon.markers["inside"]
            and clause.trigger.last > clause.trigger.first + 1
        )
        for at in range(clause.trigger.last - own, last - 1):
            if tokens[at].word in edges:
                break
            if tokens[at].word in marks and not _is_superlative(tokens, at) and tokens[at + 1].word != AMONG:
                stop = _before_person(told, at + 2, last)
                end = _place_end(tokens, at + 1, stop, view, lexicon)
                if tokens[at + 1].word == BETWEEN and end + 1 < stop and tokens[end].word in lexicon.markers["pairing"]:
                    end = _place_end(tokens, end + 1, stop, view, lexicon)
                if any(view.text[t.start].isupper() for t in tokens[at + 1 : end]):
                    start, stop = view.span(tokens[at + 1].start, tokens[end - 1].end)
                    return article.text[start:stop]
    if not told.named:
        return None
    last = next((at for at in range(clause.trigger.last, last) if tokens[at].word in edges), last)
    opening, ending = view.origin.start(tokens[clause.first].start), view.origin.end(tokens[last - 1].end - 1)
    return next(
        (
            m.text
            for name, m in told.named
            if name.type in ("GPE", "LOC")
            and opening <= m.start < ending
            and _is_placed(article.text, m.start, lexicon)
        ),
        None,
    )


def _is_superlative(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before a preposition is the most of its kind there (`gunung tertinggi di Pulau Sagara`)."""
    return at > 0 and _MOST.fullmatch(tokens[at - 1].word) is not None


def _before_person(told: Told, first: int, last: int) -> int:
    """Where the first name of a person after token `first` begins, who is at no end of a place (`di Garut, Rendra Sasmita, …`)."""
    starts = {m.start for name, m in told.named if name.type == "PER"}
    if not starts:
        return last
    return next((i for i in range(first, last) if told.view.origin.start(told.tokens[i].start) in starts), last)


def _is_placed(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a word of place stands right before offset `at`."""
    before = _LAST_WORD.search(text, max(0, at - LONGEST_BEFORE), at)
    return before is not None and before[1].lower() in lexicon.markers["placed"]


def _place_end(tokens: Sequence[Token], first: int, last: int, view: View, lexicon: Lexicon) -> int:
    """Where a place that begins at `first` ends: before a preposition, a day, the word after its name, or a comma without a name."""
    end, named = first, False
    while end < min(last, first + LONGEST_PLACE):
        word = tokens[end].word
        capital = view.text[tokens[end].start].isupper()
        gap = view.text[tokens[end - 1].end : tokens[end].start]
        if word in lexicon.markers["preposition"] or word in lexicon.markers["day"]:
            break
        if end > first and ("(" in gap or ("," in gap and not capital) or (named and not capital)):
            break
        named = named or capital
        end += 1
    return end
