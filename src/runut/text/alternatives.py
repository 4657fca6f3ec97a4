"""Any of many words as one regular expression that branches letter by letter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

NEVER = "(?!)"
# So few words of one beginning are tried one by one: branching further makes a pattern no faster, only slower to make.
FEW = 8


def any_of(words: Iterable[str], *, either_case: bool = False) -> str:
    """A regular expression for any of the words, the longest that fits; one that never matches for none.

    It branches at the first letters (a trie), so that a list of a thousand words costs hardly more than one word where none stands.
    `either_case` takes small and capital letters for the same, whatever the flags around it: IGNORECASE would do so too, but tries every
    branch.
    """
    words = {word.lower() if either_case else word for word in words} - {""}
    if not words:
        return NEVER
    return f"(?-i:{_branch(words, True)})" if either_case else f"(?:{_branch(words, False)})"


def _branch(words: set[str], either_case: bool) -> str:
    """The words of one branch, without the letters that lead to it; an empty one ends here."""
    if len(words) <= FEW:
        each = "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))
        return f"(?i:{each})" if either_case else f"(?:{each})"
    tails: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if word:
            tails[word[0]].add(word[1:])
    branches = [_letter(letter, either_case) + _branch(tails[letter], either_case) for letter in sorted(tails)]
    if "" in words:
        branches.append("")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _letter(letter: str, either_case: bool) -> str:
    capital = letter.upper()
    if not either_case or capital == letter or len(capital) != 1:
        return re.escape(letter)
    return f"[{letter}{capital}]"
