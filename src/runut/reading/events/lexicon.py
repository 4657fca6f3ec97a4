"""The words that tell an event and the small words around them, ready for looking up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from runut.lang import Language

# A verb without its prefix has so many letters; a shorter one is mostly another word.
SHORTEST_BARE = 4
# These take their type from what stands around them, and have no noun of their own.
OF_OTHERS = ("HARM", "LOSS", "MISSING", "ORDER", "DECIDE", "INCIDENT")

# Money that changes hands (`pengacara itu memberikan uang`): a crime in an article about bribery, else no event.
BRIBE = "BRIBE"

# The kinds of small words at which a clause may begin or end.
SPEECH = ("speech", "source", "teller", "teller-after-comma")
EDGES = ("boundary", "boundary-after-comma", "showing", *SPEECH)

# The kinds that say whether an event is real; like auxiliaries they stand between a subject and its verb.
STATUSES = ("unreal", "denied", "alleged", "planned")

# The kinds of words that have the shape of a verb, or stand where one stands, and tell nothing that happens.
NO_HAPPENING = ("idle", "unlike-verb", "auxiliary", "light", "edge", "preposition", "aside")

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


# Open, as nobody writes to one: to freeze the 10,000 that are made would be a fiftieth of the start.
@dataclass(slots=True, unsafe_hash=True)
class Row:
    """A word of the lexicon, what must not stand beside it (`not_after`, `not_before`) and what must stand near.

    `light`: made of a light verb and the noun of another row. `bare`: a verb without its prefix, which only whoever acts may precede.
    """

    word: str
    words: tuple[str, ...]
    type: str
    frame: str
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    light: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The rows of one word by it, those of several (`phrases`) by their first two, and the small words by their kind.

    `bare`: rows of verbs without their prefix;
    `openers`: every word at which a trigger may begin, `verbs` those that are no noun;
    `cutting`: every word at which a clause may begin without a mark before it;
    `tails`: small words that a lost space glues to the word before them;
    `idle`: words with the shape of a verb that tell nothing that happens;
    `pairing`: the first words of small words that are two, `leading` those of `phrases`; `harmed`: words of harm (`tewas`).
    """

    rows: Mapping[str, tuple[Row, ...]]
    phrases: Mapping[tuple[str, ...], tuple[Row, ...]]
    bare: Mapping[str, tuple[Row, ...]]
    markers: Mapping[str, frozenset[str]]
    openers: frozenset[str]
    verbs: frozenset[str]
    cutting: frozenset[str]
    tails: tuple[str, ...]
    idle: frozenset[str]
    pairing: frozenset[str]
    leading: frozenset[str]
    harmed: frozenset[str]


def read_lexicon(language: Language) -> Lexicon:
    """The lexicon of a language; of an active verb the passive, the noun and the bare form are derived that have no row of their own."""
    rows: list[Row] = []
    listed = {row["word"].lower() for row in language.table("event_words")}
    for cells in language.table("event_words"):
        words = tuple(cells["word"].lower().split())
        after, before, near = (_set(cells[column]) for column in ("after", "before", "near"))
        row = Row(cells["word"], words, cells["type"], cells["frame"], after, before, near)
        rows.append(row)
        if row.frame == "active":
            rows += [made for made in (*_passives(row), *_nouns(row)) if made.word not in listed]
    markers: dict[str, set[str]] = defaultdict(set)
    for cells in language.table("event_markers"):
        markers[cells["kind"]].add(cells["word"])
        if cells["kind"] in EDGES:
            markers["edge"].add(cells["word"])
        if cells["kind"] in SPEECH:
            markers["edge-of-speech"].add(cells["word"])
        if cells["kind"] in STATUSES:
            markers["auxiliary"].add(cells["word"])
    markers["month"] |= {cells["form"].lower() for cells in language.table("months") if cells["kind"] == "wide"}
    return make_lexicon(rows, markers)


def make_lexicon(rows: Iterable[Row], markers: Mapping[str, Iterable[str]]) -> Lexicon:
    """A lexicon of rows and of small words by their kind; where several rows stand, the longest comes first, then the narrowest."""
    small = defaultdict(frozenset, {kind: frozenset(words) for kind, words in markers.items()})
    by_words: dict[bool, dict[tuple[str, ...], list[Row]]] = {True: defaultdict(list), False: defaultdict(list)}
    for row in sorted(rows, key=lambda r: (-len(r.words), not r.near, len(r.near))):
        by_words[row.bare][row.words[:2]].append(row)
    whole, bare = by_words[False], by_words[True]
    single = {words[0]: tuple(of) for words, of in whole.items() if len(words) == 1}
    phrases = {words: tuple(of) for words, of in whole.items() if len(words) > 1}
    nothing = {word for of in whole.values() for row in of if row.type == "NONE" for word in row.words}
    return Lexicon(
        rows=single,
        phrases=phrases,
        bare={words[0]: tuple(of) for words, of in bare.items() if len(words) == 1},
        markers=small,
        openers=frozenset(words[0] for words in (*whole, *bare))
        | small["light"]
        | small["light-passive"]
        | small["amid"],
        verbs=frozenset(words[0] for words, of in whole.items() if of[0].frame != "noun") | small["light"],
        cutting=small["edge"] | small["joining"],
        tails=tuple(sorted(small["glued"])),
        idle=frozenset().union(*(small[kind] for kind in NO_HAPPENING), nothing),
        pairing=frozenset(word.split(" ")[0] for words in small.values() for word in words if " " in word),
        leading=frozenset(words[0] for words in phrases),
        harmed=frozenset(words[0] for words, of in whole.items() if len(words) == 1 and of[0].type == "HARM"),
    )


def _set(cell: str) -> frozenset[str]:
    return frozenset(cell.split(";")) - {""} if cell else frozenset()


def _passives(row: Row) -> Iterator[Row]:
    """The passive of an active verb (`menangkap`: `ditangkap`), and without its prefix what the doer stands before (`kami tangkap`)."""
    for prefix, instead in _PASSIVES:
        if prefix.match(row.words[0]):
            for passive in instead:
                words = (prefix.sub(passive, row.words[0]), *row.words[1:])
                yield Row(" ".join(words), words, row.type, "passive", row.not_after, frozenset(), row.near)
                bare = (words[0].removeprefix("di"), *words[1:])
                if len(bare[0]) >= SHORTEST_BARE:
                    sides = (row.not_after, row.not_before, row.near)
                    yield Row(" ".join(bare), bare, row.type, row.frame, *sides, bare=True)
            return


def _nouns(row: Row) -> Iterator[Row]:
    """The noun of an active verb of one word (`menembak`: `penembakan`, `melempari`: `pelemparan`)."""
    if len(row.words) == 1 and row.words[0].startswith("me") and row.type not in OF_OTHERS:
        stem = "pe" + row.words[0][2:]
        ends = {stem, stem.removesuffix("kan"), stem.removesuffix("i")}
        for noun in sorted(f"{end}an" for end in ends):
            yield Row(noun, (noun,), row.type, "noun", row.not_after, frozenset(), row.near)
