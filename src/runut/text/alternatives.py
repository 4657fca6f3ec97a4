"""Any of many words as one regular expression that looks at no letter twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

NEVER = "(?!)"


def any_of(words: Iterable[str], *, either_case: bool = False) -> str:
    """A regular expression for any of the words, the longest that fits; one that never matches for none.

    It branches letter by letter (a trie), so that a list of a thousand words costs hardly more than one word where none stands.
    `either_case` takes small and capital letters for the same, whatever the flags around it: IGNORECASE would do so too, but tries every
    branch.
    """
    words = {word.lower() if either_case else word for word in words} - {""}
    if not words:
        return NEVER
    return f"(?-i:{_branch(words, True)})" if either_case else f"(?:{_branch(words, False)})"


def _branch(words: set[str], either_case: bool) -> str:
    """The words of one branch, without the letters that lead to it; an empty one ends here."""
    if len(words) == 1:
        (word,) = words
        return f"(?i:{re.escape(word)})" if either_case and word else re.escape(word)
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
