"""Whether two figures count things of one kind."""

from __future__ import annotations

from runut.model import Figure
from runut.reading.figures.lexicon import UNITS_OF, Lexicon

# Kinds of nouns that count people.
PERSONAL = frozenset({"person", "people", "people-classifier", "suspect", "force"})
# A noun of the table has so many words at most that are looked at.
WORDS = 3


def are_alike(figure: Figure, other: Figure, lex: Lexicon) -> bool:
    """Whether two figures count the same kind of thing: people, vehicles, shares; else by the same noun."""
    mine, theirs = _noun(figure, lex), _noun(other, lex)
    if figure.measure == other.measure != "other":
        return True
    kinds = [lex.nouns[n]["kind"] if n else "" for n in (mine, theirs)]
    if all(kind in PERSONAL for kind in kinds):
        return True
    return mine == theirs != "" or (kinds[0] == kinds[1] and kinds[0] in UNITS_OF)


def _noun(figure: Figure, lex: Lexicon) -> str:
    """The noun of the table that a figure counts, as far as it begins with one."""
    words = (figure.counted or "").lower().split()
    found = (" ".join(words[:n]) for n in range(min(WORDS, len(words)), 0, -1))
    return next((noun for noun in found if noun in lex.nouns), "")
