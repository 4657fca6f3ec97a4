"""Patterns that are tried only where their first letters stand: a long alternation costs most at places where it has no chance."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

# So many characters decide whether a pattern is tried at a place; of 1,700 places of a report, 3 to 20 are left to a table's pattern.
REACH = 3
# A pattern that may begin in more ways than this is tried everywhere.
MOST_HEADS = 4000
_PLACE = re.compile(r"\w+|[^\w\s]")
_HUMP = re.compile(r"[A-Z](?<=[^\WA-Z].)")
_AFTER_UNDERSCORE = re.compile(r"(?<=_)[^\W_A-Z]")
_SPACES = "\n\r\t\u00a0\u2028"
# The standard library's own reader of patterns. It is not documented, so a pattern it does not tell of is tried everywhere, which only
# costs time.
_PARSER: Any = import_module("re._parser")

Places = Mapping[str, Sequence[int]]
"""The places of a text where a word, a number or a sign begins, by the first letters there (small, a blank for any white space)."""


def find_places(text: str) -> Places:
    """Every place of the text at which a gated pattern may begin.

    Words and numbers, capitals inside them (`halamanBaca`), letters after `_`, signs.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for space in _SPACES:
        low = low.replace(space, " ")
    places: defaultdict[str, list[int]] = defaultdict(list)
    for pattern in (_PLACE, _HUMP, _AFTER_UNDERSCORE) if "_" in text else (_PLACE, _HUMP):
        for at in [match.start() for match in pattern.finditer(text)]:
            places[low[at : at + REACH]].append(at)
    return dict(places)


@dataclass(frozen=True, slots=True)
class Gate:
    """A pattern with the first letters of what it matches, those of short matches in `short`; none where they cannot be told."""

    pattern: re.Pattern[str]
    heads: frozenset[str] = frozenset()
    short: tuple[str, ...] = ()

    def find_starts(self, places: Places) -> list[int]:
        """The places where the pattern may begin, in order; only for a pattern whose first letters are told."""
        heads = self.heads & places.keys()
        if self.short:
            heads |= {head for head in places if head.startswith(self.short)}
        return sorted([at for head in heads for at in places[head]])

    def finditer(self, text: str, places: Places) -> Iterator[re.Match[str]]:
        """The matches that begin at one of the places, in order, none overlapping another."""
        if not self.heads and not self.short:
            yield from self.pattern.finditer(text)
            return
        done = 0
        for at in self.find_starts(places):
            if at >= done and (match := self.pattern.match(text, at)):
                yield match
                done = max(match.end(), at + 1)


def gate(pattern: re.Pattern[str]) -> Gate:
    """The pattern with its gate. What it matches must begin at a word, a number or a sign."""
    try:
        short, heads = _grow({""}, _PARSER.parse(pattern.pattern, pattern.flags))
    except (AttributeError, LookupError, OverflowError, TypeError, ValueError):
        return Gate(pattern)
    return Gate(pattern) if "" in short else Gate(pattern, frozenset(heads), tuple(sorted(short)))


def _grow(heads: set[str], items: Any) -> tuple[set[str], set[str]]:
    """The beginnings `heads` continued by the parts of a pattern: those that are still short of REACH, and the whole ones.

    Raises LookupError where a part may be anything before REACH characters are known.
    """
    whole: set[str] = set()
    for op, given in items:
        kind = str(op)
        if kind == "LITERAL":
            heads = {head + _plain(chr(given)) for head in heads}
        elif kind == "IN":
            letters = _letters(given)
            heads = {head + letter for head in heads for letter in letters}
        elif kind in ("AT", "ASSERT", "ASSERT_NOT"):
            continue
        elif kind == "BRANCH":
            each = [_grow(heads, branch) for branch in given[1]]
            heads = set().union(*(short for short, _ in each))
            whole = whole.union(*(done for _, done in each))
        elif kind in ("SUBPATTERN", "ATOMIC_GROUP"):
            heads, done = _grow(heads, given[-1] if kind == "SUBPATTERN" else given)
            whole |= done
        elif kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, part = given
            after, grown = (set(heads) if least == 0 else set()), heads
            for n in range(1, min(most, REACH) + 1):
                grown, done = _grow(grown, part)
                whole |= done
                after |= grown if n >= least else set()
                if not grown:
                    break
            heads = after
        else:
            raise LookupError(kind)
        if len(heads) + len(whole) > MOST_HEADS:
            raise OverflowError(f"more than {MOST_HEADS} beginnings")
        whole |= {head[:REACH] for head in heads if len(head) >= REACH}
        heads = {head for head in heads if len(head) < REACH}
        if not heads:
            break
    return heads, whole


def _letters(members: Any) -> set[str]:
    """The characters of a class, small; raises LookupError for one that is open."""
    letters: set[str] = set()
    for op, given in members:
        kind = str(op)
        if kind == "LITERAL":
            letters.add(_plain(chr(given)))
        elif kind == "RANGE":
            letters.update(_plain(chr(code)) for code in range(given[0], min(given[1], given[0] + MOST_HEADS) + 1))
        elif str(given) == "CATEGORY_SPACE":
            letters.add(" ")
        elif str(given) == "CATEGORY_DIGIT":
            letters.update("0123456789")
        else:
            raise LookupError(kind)
    return letters


def _plain(character: str) -> str:
    return " " if character.isspace() else character.lower()
