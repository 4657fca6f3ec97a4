"""Patterns that are tried only where their first letters stand: a long alternation costs most at places where it has no chance."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from runut.text.late import late

# So many characters lead to the places at which a pattern may begin, and so many decide whether it is tried there; of the 420 places of a
# report, none to 6 are left to a table's pattern.
REACH, FURTHER = 3, 6
# A pattern that may begin in more ways than this is tried everywhere.
MOST_HEADS = 4000
_PLACE = re.compile(r"\w+|[^\w\s]")
_HUMP = re.compile(r"[A-Z](?<=[^\WA-Z].)")
_AFTER_UNDERSCORE = re.compile(r"(?<=_)[^\W_A-Z]")
_SPACES = "\n\r\t\v\f\x1c\x1d\x1e\x1f"
_WIDE_SPACES = (
    "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
# The standard library's own reader of patterns. It is not documented, so a pattern it does not tell of is tried everywhere, which only
# costs time.
_PARSER: Any = import_module("re._parser")


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """The places of a text where a word, a number or a sign begins, by the first letters there; `low` is the text in small letters, with a
    blank for any white space.
    """

    low: str
    by_head: Mapping[str, Sequence[int]]


def find_places(text: str) -> Places:
    """Every place of the text at which a gated pattern may begin.

    Words and numbers, capitals inside them (`halamanBaca`), letters after `_`, signs.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for space in _SPACES if low.isascii() else _SPACES + _WIDE_SPACES:
        low = low.replace(space, " ")
    places: defaultdict[str, list[int]] = defaultdict(list)
    for pattern in (_PLACE, _HUMP, _AFTER_UNDERSCORE) if "_" in text else (_PLACE, _HUMP):
        for at in [match.start() for match in pattern.finditer(text)]:
            places[low[at : at + REACH]].append(at)
    return Places(low, places)


@dataclass(frozen=True, slots=True, eq=False)
class Gate:
    """A pattern with the first letters of what it matches, those of short matches in `short`; none where they cannot be told.

    `ahead` are more letters of it by the first ones, where those can be told too; those of the shortest matches stand at "".
    """

    pattern: re.Pattern[str]
    heads: frozenset[str] = frozenset()
    short: tuple[str, ...] = ()
    ahead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_told(self) -> bool:
        """Whether it is known how a match begins."""
        return bool(self.heads or self.short)

    def find_starts(self, places: Places) -> list[int]:
        """The places where the pattern may begin, in order; only for a pattern whose first letters are told."""
        low, by_head, ahead = places.low, places.by_head, self.ahead
        heads = self.heads & by_head.keys()
        if self.short:
            firsts = {short[0] for short in self.short}  # asked first, since it costs a third
            heads |= {head for head in by_head if head[0] in firsts and head.startswith(self.short)}
        if not ahead:
            return sorted([at for head in heads for at in by_head[head]])
        shortest = ahead.get("", ())
        starts: list[int] = []
        for head in heads:  # by the first letters there are few for `startswith` to try
            longer = ahead.get(head, ()) + shortest
            starts += [at for at in by_head[head] if low.startswith(longer, at)]
        starts.sort()
        return starts

    def may_begin(self, text: str, at: int) -> bool:
        """Whether the pattern may begin at a place, by the first letters there; it may wherever they cannot be told."""
        head = text[at : at + REACH].lower()
        if head in self.heads or (self.short and head.startswith(self.short)):
            return True
        return not head.isprintable() or not (self.heads or self.short)  # white space of any kind

    def finditer(self, text: str, places: Places) -> Iterator[re.Match[str]]:
        """The matches that begin at one of the places, in order, none overlapping another."""
        if not self.is_told:
            yield from self.pattern.finditer(text)
            return
        done = 0
        for at in self.find_starts(places):
            if at >= done and (match := self.pattern.match(text, at)):
                yield match
                done = max(match.end(), at + 1)


def gate(source: str, flags: int = 0) -> Gate:
    """A pattern with its gate, compiled when it is first tried. What it matches must begin at a word, a number or a sign."""
    pattern = late(source, flags)
    try:
        parts = _PARSER.parse(source, flags)
        short, heads = _grow({""}, parts, REACH)
    except _UNTOLD:
        return Gate(pattern)
    if "" in short:
        return Gate(pattern)
    near = frozenset(heads), tuple(sorted(short))
    try:
        short, heads = _grow({""}, parts, FURTHER)
    except _UNTOLD:
        return Gate(pattern, *near)
    ahead: defaultdict[str, list[str]] = defaultdict(list)
    for head in sorted(heads | short):
        ahead[head[:REACH] if len(head) >= REACH else ""].append(head)
    return Gate(pattern, *near, {head: tuple(longer) for head, longer in ahead.items()})


def gate_told(sources: Iterable[str], flags: int = 0) -> tuple[Gate, list[str]]:
    """Those of the patterns whose first letters can be told as one gate, and the others."""
    told: list[str] = []
    untold: list[str] = []
    short: set[str] = set()
    heads: set[str] = set()
    for source in sources:
        try:
            less, whole = _grow({""}, _PARSER.parse(source, flags), REACH)
        except _UNTOLD:
            untold.append(source)
            continue
        if "" in less:
            untold.append(source)
            continue
        told.append(source)
        short |= less
        heads |= whole
    return Gate(late("|".join(told) or "(?!)", flags), frozenset(heads), tuple(sorted(short))), untold


def find_needed(phrase: str) -> str:
    """The longest row of letters that stands in whatever a pattern, which minds capitals, matches; "" where none can be told."""
    rows = [""]
    for op, given in _PARSER.parse(phrase):
        if str(op) == "LITERAL":
            rows[-1] += chr(given)
        else:
            rows.append("")
    return max(rows, key=len)


_UNTOLD = (AttributeError, LookupError, OverflowError, TypeError, ValueError)


def _grow(heads: set[str], items: Any, reach: int) -> tuple[set[str], set[str]]:
    """The beginnings `heads` continued by the parts of a pattern: those that are still short of `reach`, and the whole ones.

    Raises LookupError where a part may be anything before so many characters are known.
    """
    whole: set[str] = set()
    for op, given in items:
        kind = str(op)
        if kind == "LITERAL":
            letter = _plain(chr(given))
            heads = {head + letter for head in heads}
        elif kind == "IN":
            letters = _letters(given)
            heads = {head + letter for head in heads for letter in letters}
        elif kind in ("AT", "ASSERT", "ASSERT_NOT"):
            continue
        elif kind == "BRANCH":
            each = [_grow(heads, branch, reach) for branch in given[1]]
            heads = set().union(*(short for short, _ in each))
            whole = whole.union(*(done for _, done in each))
        elif kind in ("SUBPATTERN", "ATOMIC_GROUP"):
            heads, done = _grow(heads, given[-1] if kind == "SUBPATTERN" else given, reach)
            whole |= done
        elif kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, part = given
            after, grown = (set(heads) if least == 0 else set()), heads
            for n in range(1, min(most, reach) + 1):
                grown, done = _grow(grown, part, reach)
                whole |= done
                after |= grown if n >= least else set()
                if not grown:
                    break
            heads = after
        else:
            raise LookupError(kind)
        if len(heads) + len(whole) > MOST_HEADS:
            raise OverflowError(f"more than {MOST_HEADS} beginnings")
        whole |= {head[:reach] for head in heads if len(head) >= reach}
        heads = {head for head in heads if len(head) < reach}
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
