"""Where the words that tell an event stand in a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import NamedTuple

from runut.reading.events.lexicon import BRIBE, Lexicon, Row
from runut.text import View
from runut.text.words import index

# A word that a row wants beside it stands within so many words.
NEAR = 12
# Between a light verb and its noun stand at most so many words (`melakukan upaya penangkapan`).
LIGHT_REACH = 2
# `masih dalam pencarian`: the word that says that it goes on stands so many words before at most.
ONGOING_REACH = 3
# The shortest word whose clitic is taken off: `-nya` of a shorter one is mostly part of it.
SHORTEST_HOST = 5
# Only so long a word is taken for two that a lost space has glued (`dianiayaoleh`, `yangmenabrak`).
SHORTEST_GLUED = 10
# A name and a verb that are glued have at least so many letters each, and the verb begins like one.
VERBAL = re.compile("me|di|ber|te|se")
SHORTEST_NAME, SHORTEST_VERB = 3, 5
# So many letters has a word that is glued to the one before it, and that one.
SHORTEST_NEXT, SHORTEST_LEFT = 4, 7


class Token(NamedTuple):
    """A word of the view in small letters, without what a lost space has glued to it."""

    start: int
    end: int
    word: str


# `Token._make` without its check of the length, which takes as long again.
_make: Callable[[type[Token], tuple[object, ...]], Token] = tuple.__new__


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row at words `first` to `last` (half-open) of its sentence; `made` when it is a noun made of a verb of state."""

    row: Row
    first: int
    last: int
    made: bool = False


class Sentence(NamedTuple):
    """The words of a sentence, `first` to `last` of its view, and the triggers among them; without any, the words are left out."""

    tokens: Sequence[Token]
    triggers: Sequence[Trigger]
    first: int
    last: int


def find_sentences(view: View, lexicon: Lexicon) -> list[Sentence]:
    """The sentences of a view, each with its triggers."""
    starts, ends = view.words.starts, view.words.ends
    words, at = view.words.low, view.words.at
    long = [word for word in at if len(word) >= SHORTEST_GLUED]
    glued = {word: verb for word in long if (verb := _unglue(word, at, lexicon)) != word}  # seldom any
    if glued:
        words = [glued.get(word, word) for word in words]
        at = index(words)
    openers = lexicon.openers
    telling = [word for word in at if word in openers or word[-3:] == "nya"]
    places = sorted([k for word in telling for k in at[word]])
    out = []
    for start, end in view.sentences():
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        inside = places[bisect_left(places, first) : bisect_left(places, last)]
        found = find_triggers(words[first:last], [k - first for k in inside], lexicon) if inside else []
        tokens = _tokens(starts[first:last], ends[first:last], words[first:last]) if found else []
        out.append(Sentence(tokens, [t for t in found if not _named(tokens, t, view, lexicon)], first, last))
    return out


def read_tokens(view: View, first: int, last: int) -> list[Token]:
    """The words `first` to `last` of a view, as they are written, in small letters."""
    words = view.words
    return _tokens(words.starts[first:last], words.ends[first:last], words.low[first:last])


def _tokens(starts: Sequence[int], ends: Sequence[int], words: Sequence[str]) -> list[Token]:
    return list(map(_make, repeat(Token), zip(starts, ends, words, strict=True)))


def has_comma(tokens: Sequence[Token], at: int, view: View) -> bool:
    """Whether a comma stands before a token, but not within a number (`Rp 1,4 miliar`)."""
    gap = view.text[tokens[at - 1].end : tokens[at].start]
    return "," in gap and not (gap == "," and tokens[at].word[0].isdigit())


def find_triggers(words: Sequence[str], places: Sequence[int], lexicon: Lexicon) -> list[Trigger]:
    """The rows that stand at these places among the words of a sentence, the longest at each; a light verb and its noun are one."""
    plain = [word.partition("-")[0] for word in words] if "-" in "".join(words) else words
    light, bare, ongoing, amid = (lexicon.markers[kind] for kind in ("light", "light-passive", "ongoing", "amid"))
    out = []
    free = 0
    for at in places:
        if at < free:
            continue
        word = words[at]
        trigger = _at(words, plain, at, lexicon)
        if (trigger is None or trigger.row.type == BRIBE) and (word in light or word in bare):
            trigger = _light(words, plain, at, lexicon, "active" if word in light else "state") or trigger
        elif word in amid and any(w in ongoing for w in words[max(0, at - ONGOING_REACH) : at]):
            trigger = _light(words, plain, at, lexicon, "state")
        if trigger:
            free = trigger.last
            if trigger.row.type != "NONE":
                out.append(trigger)
    return out


def _at(words: Sequence[str], plain: Sequence[str], at: int, lexicon: Lexicon) -> Trigger | None:
    """The longest row at a place, the clitic of a verb's second word aside; `-nya` makes a noun of a word of state (`tewasnya`)."""
    word = words[at]
    rows = lexicon.rows.get(word, ())
    leads = word in lexicon.leading
    long = lexicon.phrases.get(tuple(words[at : at + 2])) if leads else None
    # `menyatakan dukungannya`, `tidak mengizinkannya`; `panggilan teleponnya`: known
    if leads and long is None and at + 1 < len(words) and words[at + 1][-3:] == "nya":
        long = tuple(row for row in lexicon.phrases.get((word, words[at + 1][:-3]), ()) if row.frame != "noun")
    if long is not None:
        rows = long + rows
    if word in lexicon.bare and _has_doer(words, at, lexicon):
        rows += lexicon.bare[word]
    counted = at > 1 and words[at - 1] in lexicon.markers["victim"] and _is_number(words[at - 2], lexicon)
    counted = counted and _ends(words, at + 1, lexicon) and _ends(words, at + 2, lexicon)
    for row in rows:
        if _stands(row, words, plain, at, counted=counted):
            return Trigger(row, at, at + len(row.words))
    if word in lexicon.openers or word[-3:] != "nya" or len(word) < SHORTEST_HOST + 3:
        return None
    for row in lexicon.rows.get(word[:-3], ()):
        if _stands(row, words, plain, at):
            made = row.frame == "state"
            return Trigger(replace(row, frame="noun") if made else row, at, at + 1, made)
    return None


def _is_number(word: str, lexicon: Lexicon) -> bool:
    return word[0].isdigit() or word in lexicon.markers["counting"]


def _ends(words: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether no other predicate follows at a place (`mencatat 40 korban tewas`; not `40 korban tewas telah dibawa`)."""
    if at >= len(words):
        return True
    word, marks = words[at], lexicon.markers
    return not (
        word in marks["auxiliary"] or word in marks["pointer"] or word in marks["relative"] or word[:2] == "di" != word
    )


def _noun(words: Sequence[str], at: int, lexicon: Lexicon) -> Trigger | None:
    """A noun at a place that tells an event by the light verb before it, whatever stands near."""
    row = next((row for row in lexicon.rows.get(words[at], ()) if row.frame == "noun"), None)
    return Trigger(row, at, at + 1) if row else None


def _unglue(word: str, at: Container[str], lexicon: Lexicon) -> str:
    """A long word, in small letters; where a lost space has glued two, the verb at its end, or the row before a small word or its start.

    `Sasmitamenabrak`, `yangmenabrak`: the verb; `dianiayaoleh`: what stands before.
    """
    if word in lexicon.openers or "-" in word:
        return word
    if word.endswith(lexicon.tails):
        for tail in lexicon.tails:
            if word.endswith(tail) and (left := _verb_at_end(word.removesuffix(tail), lexicon)) in lexicon.rows:
                return left
    last = _verb_at_end(word, lexicon)
    return _word_at_start(word, at, lexicon) if last == word and word not in lexicon.rows else last


def _word_at_start(word: str, at: Container[str], lexicon: Lexicon) -> str:
    """The row at the start of a word to which a lost space has glued the next, which the report has too or describes harm; else the word.

    `kebakaranbesar`, `membunuhistrinya`; not `mencurigakan`.
    """
    for end in range(len(word) - SHORTEST_NEXT, SHORTEST_LEFT - 1, -1):
        if word[:end] in lexicon.rows and (
            word[end:] in at or word[end:].removesuffix("nya") in at or word[end:] in lexicon.markers["describing"]
        ):
            return word[:end]
    return word


def _verb_at_end(word: str, lexicon: Lexicon) -> str:
    """The verb at the end of a word that a lost space has glued to it, else the word."""
    if word in lexicon.rows:
        return word
    for opening in VERBAL.finditer(word, SHORTEST_NAME):
        verb = word[opening.start() :]
        if len(verb) >= SHORTEST_VERB and verb in lexicon.verbs:
            return verb
    return word


def _named(tokens: Sequence[Token], trigger: Trigger, view: View, lexicon: Lexicon) -> bool:
    """Whether a verb is written as part of a name (`Koalisi Bersatu`): with a capital, inside a sentence, another capital beside it.

    So is a noun with a capital before it, and all its own words too (`Direktur Penindakan`); as the first two words of a sentence only
    behind an office.
    """
    at = trigger.first
    token = tokens[at]
    if not at or not view.text[token.start].isupper():
        return False
    if trigger.row.frame == "noun":
        gap = view.text[tokens[at - 1].end : token.start]
        inside = at > 1 or tokens[0].word in lexicon.markers["office"]
        return inside and gap == " " and all(view.text[t.start].isupper() for t in tokens[at - 1 : trigger.last])
    if not view.text.startswith(token.word[1:], token.start + 1):  # a name is glued to it
        return False
    return any(view.text[tokens[i].start].isupper() for i in (at - 1, at + 1) if i < len(tokens))


def _has_doer(words: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether whoever acts stands right before a verb without its prefix (`kami tangkap`, `polisi tangkap`, `polisi di X tangkap`)."""
    if at > 2 and words[at - 2] == "di":
        at -= 2
    if at > 1 and words[at - 1] in lexicon.markers["done"] and words[at - 2] in lexicon.markers["doer"]:
        return True  # `kami sudah tangkap`
    return at > 0 and (words[at - 1] in lexicon.markers["doer"] or words[at - 1] in lexicon.markers["agent"])


def _stands(row: Row, words: Sequence[str], plain: Sequence[str], at: int, *, counted: bool = False) -> bool:
    """Whether a row, whose first two words are settled, stands at a place with what it wants beside it; `counted`: whatever is before."""
    last = at + len(row.words)
    if last > at + 2 and tuple(words[at + 2 : last]) != row.words[2:]:
        return False
    if row.not_before and last < len(words) and words[last] in row.not_before:
        return False
    if row.not_after and not counted and at and words[at - 1] in row.not_after:
        return False
    return not row.near or not row.near.isdisjoint(plain[max(0, at - NEAR) : last + NEAR])


def _light(words: Sequence[str], plain: Sequence[str], at: int, lexicon: Lexicon, frame: str) -> Trigger | None:
    """A verb that says little with the noun that says what is done: `melakukan penangkapan`."""
    told = None
    for start in range(at + 1, min(len(words), at + 2 + LIGHT_REACH)):
        small = words[start] in lexicon.markers["filler"]  # `operasi penangkapan`: the latter
        noun = _at(words, plain, start, lexicon) or (None if small else _noun(words, start, lexicon))
        if noun and noun.row.frame == "noun":
            told = noun
        if not small:
            break
    if told is None:
        return None
    word = f"{words[at]} {told.row.word}"
    return Trigger(Row(word, (word,), told.row.type, frame, light=True), at, told.last)
