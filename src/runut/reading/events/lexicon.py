"""The words that tell an event and the small words around them, and where they stand in a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from runut.lang import Language
from runut.text import WORD, View

# A word that a row wants beside it stands within so many words.
NEAR = 8
# Between a light verb and its noun stand at most so many words (`melakukan upaya penangkapan`).
LIGHT_REACH = 2
# `masih dalam pencarian`: the word that says that it goes on stands so many words before at most.
ONGOING_REACH = 3
# The shortest word whose clitic is taken off: `-nya` of a shorter one is mostly part of it.
SHORTEST_HOST = 5

# The kinds of small words at which a clause may begin or end.
EDGES = ("boundary", "boundary-after-comma", "speech", "source", "teller", "teller-after-comma")

# The kinds that say whether an event is real; like auxiliaries they stand between a subject and its verb.
STATUSES = ("unreal", "denied", "alleged", "planned")

# What a prefix of the active voice becomes in the passive; where two are right, only one is a word.
_PASSIVES = (
    (re.compile(r"^meny(?=[aeiou])"), ("dis",)),
    (re.compile(r"^menge(?=[bcdlmprst])"), ("di", "dike")),
    (re.compile(r"^meng(?=[aeiou])"), ("di", "dik")),
    (re.compile(r"^meng(?=[ghk])"), ("di",)),
    (re.compile(r"^men(?=[aeiou])"), ("dit",)),
    (re.compile(r"^men(?=[cdjstz])"), ("di",)),
    (re.compile(r"^mem(?=[aeiou])"), ("dip", "dim")),
    (re.compile(r"^mem(?=[bfpv])"), ("di",)),
    (re.compile(r"^me(?=[lmnrwy])"), ("di",)),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A word of the lexicon, what must not stand beside it (`not_after`, `not_before`) and what must stand near.

    `light`: made of a light verb and the noun of another row.
    """

    word: str
    words: tuple[str, ...]
    type: str
    frame: str
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    light: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The rows by their first word, the longest first, and the small words by their kind."""

    rows: Mapping[str, tuple[Row, ...]]
    markers: Mapping[str, frozenset[str]]


class Token(NamedTuple):
    """A word of the view, lower-cased."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row at tokens `first` to `last` (half-open) of its sentence; `made` when it is a noun made of a verb of state."""

    row: Row
    first: int
    last: int
    made: bool = False


def read_lexicon(language: Language) -> Lexicon:
    """The lexicon of a language; the passive of an active verb is derived where the table has no row of its own for it."""
    rows: dict[str, list[Row]] = defaultdict(list)
    listed = {row["word"].lower() for row in language.table("event_words")}
    for cells in language.table("event_words"):
        words = tuple(cells["word"].lower().split())
        after, before, near = (_set(cells[column]) for column in ("after", "before", "near"))
        row = Row(cells["word"], words, cells["type"], cells["frame"], after, before, near)
        rows[words[0]].append(row)
        if row.frame == "active":
            for passive in _passives(row):
                if passive.word not in listed:
                    rows[passive.words[0]].append(passive)
    markers: dict[str, set[str]] = defaultdict(set)
    for cells in language.table("event_markers"):
        markers[cells["kind"]].add(cells["word"])
        if cells["kind"] in EDGES:
            markers["edge"].add(cells["word"])
        if cells["kind"] in STATUSES:
            markers["auxiliary"].add(cells["word"])
    return Lexicon(
        {first: tuple(sorted(of, key=lambda r: (-len(r.words), not r.near))) for first, of in rows.items()},
        defaultdict(frozenset, {kind: frozenset(words) for kind, words in markers.items()}),
    )


def _set(cell: str) -> frozenset[str]:
    return frozenset(cell.split(";")) - {""}


def _passives(row: Row) -> Iterator[Row]:
    for prefix, instead in _PASSIVES:
        if prefix.match(row.words[0]):
            for passive in instead:
                words = (prefix.sub(passive, row.words[0]), *row.words[1:])
                yield replace(row, word=" ".join(words), words=words, frame="passive", not_before=frozenset())
            return


def split_words(view: View, start: int, end: int) -> list[Token]:
    """The words of a stretch of the view."""
    return [Token(m.start(), m.end(), m[0].lower()) for m in WORD.finditer(view.text, start, end)]


def find_triggers(tokens: Sequence[Token], lexicon: Lexicon) -> list[Trigger]:
    """The rows that stand in a sentence, the longest at each place; a light verb and its noun are one."""
    out = []
    at = 0
    light, bare, ongoing = (lexicon.markers[kind] for kind in ("light", "light-passive", "ongoing"))
    while at < len(tokens):
        word = tokens[at].word
        trigger = _at(tokens, at, lexicon)
        if trigger is None and (word in light or word in bare):
            trigger = _light(tokens, at, lexicon, "active" if word in light else "state")
        elif word == "dalam" and any(t.word in ongoing for t in tokens[max(0, at - ONGOING_REACH) : at]):
            trigger = _light(tokens, at, lexicon, "state")
        if trigger and trigger.row.type != "NONE":
            out.append(trigger)
        at = trigger.last if trigger else at + 1
    return out


def _at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Trigger | None:
    """The longest row at a place, its last clitic aside; `-nya` makes a noun of a word of state (`tewasnya`)."""
    word = tokens[at].word
    rows = lexicon.rows.get(word)
    if rows is None:
        if not word.endswith("nya") or len(word) < SHORTEST_HOST + 3:
            return None
        rows = lexicon.rows.get(word[:-3], ())
        row = next((r for r in rows if len(r.words) == 1 and _stands(r, tokens, at, 1)), None)
        if row is None:
            return None
        made = row.frame == "state"
        return Trigger(replace(row, frame="noun") if made else row, at, at + 1, made)
    row = next((r for r in rows if _stands(r, tokens, at, 0)), None)
    return Trigger(row, at, at + len(row.words)) if row else None


def _stands(row: Row, tokens: Sequence[Token], at: int, known: int) -> bool:
    """Whether a row stands at a place, its first `known` words being settled."""
    last = at + len(row.words)
    if last > len(tokens) or any(tokens[at + k].word != row.words[k] for k in range(known, len(row.words))):
        return False
    if row.not_before and last < len(tokens) and tokens[last].word in row.not_before:
        return False
    if row.not_after and at and tokens[at - 1].word in row.not_after:
        return False
    return not row.near or any(t.word.split("-")[0] in row.near for t in tokens[max(0, at - NEAR) : last + NEAR])


def _light(tokens: Sequence[Token], at: int, lexicon: Lexicon, frame: str) -> Trigger | None:
    """A verb that says little with the noun that says what is done: `melakukan penangkapan`."""
    filler = lexicon.markers["filler"]
    for start in range(at + 1, min(len(tokens), at + 2 + LIGHT_REACH)):
        noun = _at(tokens, start, lexicon)
        if noun:
            if noun.row.frame != "noun":
                return None
            word = f"{tokens[at].word} {noun.row.word}"
            return Trigger(Row(word, (word,), noun.row.type, frame, light=True), at, noun.last)
        if tokens[start].word not in filler:
            return None
    return None
