"""A name and the other one in brackets behind it: `Rini Wijayanti (RW)`, `PT Lontar Jaya Tbk (Lontarja)`, `RW (Rini Wijayanti)`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from runut.reading.names.bodies import SYLLABLES, is_syllabic
from runut.reading.names.keys import stand_in
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.links import Links, Node
from runut.reading.names.spots import Spot

# Letters that somebody is called by in brackets are this many at most.
MOST_LETTERS = 5
# An acronym before a body's name in brackets has as many.
LETTERS = range(3, 9)

# The code of a firm at the exchange.
CODE = 4

# A short form of several words is for a name of more words than this, and its first word for this many at most.
MOST_SHORT, MOST_OPENING = 2, 4

_BLANK = " \n"
# Letters behind a slash at the end of a bracket.
_ALSO = re.compile(r" ?/ ?[A-Z]{2,8}\)")


# A part of a word of somebody's name that he is called by has this many letters or more.
_CALLED = 3

Bracket = tuple[list[Spot], Spot, int]
"""The names that end before a bracket, the longest first, the name that it holds alone, and where it ends."""


def find_brackets(spots: Iterable[Spot], text: str) -> list[Bracket]:
    """The brackets of a text that hold a name alone, right behind another."""
    ends: dict[int, list[Spot]] = defaultdict(list)
    inner: list[tuple[int, Spot]] = []
    for spot in spots:
        ends[spot.end].append(spot)
        at = (spot.start if spot.outer is None else spot.outer) - 1
        while at > 0 and text[at] in _BLANK:
            at -= 1
        if at > 0 and text[at] == "(":
            inner.append((at, spot))
    out = []
    for opened, spot in inner:
        closed = spot.end
        while closed < len(text) and text[closed] in _BLANK:
            closed += 1
        before = opened
        while before > 0 and text[before - 1] in _BLANK:
            before -= 1
        also = _ALSO.match(text, closed)  # `Pasukan Lontar (Lontar Force/LF)`
        closed = also.end() - 1 if also else closed
        if text[closed : closed + 1] == ")" and before in ends:
            out.append((sorted(ends[before], key=lambda s: s.start), spot, closed + 1))
    return out


def find_others(spots: Iterable[Spot], text: str, words: frozenset[str]) -> list[tuple[list[Spot], Spot]]:
    """The names that end before one of `words` (`atau`), and the one that begins right after it."""
    ends: dict[int, list[Spot]] = {}
    starts: list[Spot] = []
    for spot in spots:
        if spot.type == "ORG":
            ends.setdefault(spot.end, []).append(spot)
            starts.append(spot)
    out = []
    for spot in starts if len(starts) > 1 else ():
        if text[spot.start - 1] == " ":
            blank = text.rfind(" ", max(spot.start - 12, 0), spot.start - 1)
            if blank in ends and text[blank + 1 : spot.start - 1] in words:
                out.append((sorted(ends[blank], key=lambda s: s.start), spot))
    return out


def join_others(others: Sequence[tuple[list[Spot], Spot]], links: Links) -> None:
    """Join a body and what a text calls it by otherwise: `Satuan Tugas Sapu Lontar atau Satgas Sali`."""
    at_key = {node.keys[0]: i for i, node in enumerate(links.nodes)} if others else {}
    for names, other in others:
        j = at_key[other.key]
        for i in (at_key[named.key] for named in names):
            one, two = links.nodes[i], links.nodes[j]
            if links.root(i) != links.root(j) and (_is_shortened(one, two, links) or _is_translation(one, two, links)):
                links.join(i, j, f"told otherwise: {one.keys[0]} / {other.key}")
                break


def join_brackets(brackets: Sequence[Bracket], links: Links) -> None:
    """Join the names that brackets tell to be one: letters of a person's name, whatever a company is called by for short."""
    at_key = {node.keys[0]: i for i, node in enumerate(links.nodes)} if brackets else {}
    behind: dict[int, set[int]] = defaultdict(set)
    for (named, *_), inner, _ in brackets:
        behind[at_key[inner.key]].add(links.root(at_key[named.key]))
    for names, inner, _ in brackets:
        j = at_key[inner.key]
        other = links.nodes[j]
        nodes = [at_key[named.key] for named in names]
        if any(links.root(i) == links.root(j) for i in nodes):
            continue  # `Gedung Komisi Pangan (KP)`: the letters are the body's, not those of its building
        i = next((i for i in nodes if _are_one(links.nodes[i], other, links)), None)
        if i is None or len(behind[j]) > 1:
            continue  # what stands behind two names (`Perseroda`) is of neither
        one = links.nodes[i]
        letters = one.type != "PER" and other.type == "PER" and _are_letters(one, other)
        one.type = other.type = "PER" if letters else other.type if _is_acronym_of_body(one, other) else one.type
        if one.type in ("GPE", "LOC"):  # `Ogan Komering Ilir (OKI)`, whatever the tables have for the letters
            other.canon = None
        links.join(i, j, f"in brackets: {one.keys[0]} / {inner.key}")


def _are_one(named: Node, inner: Node, links: Links) -> bool:
    known = links.lexicon.known
    if named.type == inner.type == "PER" and _is_called_by_address(inner, links):
        return True
    if named.type == inner.type == "PER" and named.roles and " " not in named.keys[0] and " " in inner.keys[0]:
        part = named.keys[0]  # `Bu Tuti (Wirastuti Lontar)`
        if len(part) >= _CALLED and any(word.endswith(part) or word.startswith(part) for word in inner.keys[0].split()):
            return True
    alone = named.type == "PER" or (named.type == "ORG" and " " not in named.keys[0])
    if alone and known.get(inner.keys[0]) is None and _are_letters(inner, named):
        return True
    if inner.type == "PER" and known.get(named.keys[0]) is None and _are_letters(named, inner):
        return True
    if _are_letters_of_place(inner, named) and (inner.canon is None or inner.canon not in links.text):
        return True
    if _is_short_of_place(inner, named, links) or _is_other_name_of_place(inner, named, links):
        return True
    if _is_acronym_of_body(named, inner) or _is_shortened(named, inner, links) or _is_translation(named, inner, links):
        return True
    company = named.type == "ORG" and links.words.is_word(named.keys[0].split(" ", 1)[0], "company")
    own = inner.keys[0].split()
    if company and len(own) == 2 and links.words.is_word(own[0], "company") and inner.told[0].isupper():
        return stand_in(own[1], named.keys[0].partition(" ")[2])  # `PT Lontar & Kuncoro Prawira (PT LKP)`
    # `PT Kalimas Raya (Pulau Kalimas)` is where it works, `PT Kalimas Raya (Pemkab Garut)` whose it is
    free = known.get(inner.keys[0]) is None and inner.type not in ("GPE", "LOC") and " " not in inner.keys[0]
    if named.keys[0].startswith("bank ") and inner.told[0].isupper() and not stand_in(inner.keys[0], named.keys[0]):
        return False  # `Dana Darurat Bank Kalimas (DDBK)`
    if _is_listed(named, links.lexicon) and free and _is_code(inner):
        return True
    return company and free and not links.words.is_word(inner.keys[0], "company-form")


def _is_called_by_address(inner: Node, links: Links) -> bool:
    """Whether somebody is called by a word with a form of address that makes a name of it: `Rini Wijayanti (Mbak Riwi)`."""
    return (
        " " not in inner.keys[0]
        and bool(inner.roles)
        and all(links.words.is_word(role.lower(), "called-address") for role in inner.roles)
    )


def _is_listed(named: Node, lexicon: Lexicon) -> bool:
    """Whether the form of a firm closes a body's name: `Kalimas Raya Tbk`."""
    return named.type == "ORG" and lexicon.is_word(named.keys[0].rpartition(" ")[2], "legal-form")


def _is_code(inner: Node) -> bool:
    """Whether capitals in brackets may be the code of a listed firm, whatever its name is: `Kalimas Raya Tbk (LNTR)`."""
    return len(inner.keys[0]) == CODE and all(told.isupper() and told.isalpha() for told in inner.told)


def _are_letters_of_place(letters: Node, named: Node) -> bool:
    """Whether capitals in brackets are the first letters of a place's words, its head's or not: `Stadion Lontar Jaya Raya (LJR)`."""
    told = letters.told[0].replace(" ", "")
    if named.type not in ("GPE", "LOC") or not (told.isalpha() and told.isupper()) or len(told) not in LETTERS:
        return False
    return "".join(word[0] for word in named.keys[0].replace("-", " ").split()).endswith(told.lower())


def _is_short_of_place(short: Node, named: Node, links: Links) -> bool:
    """Whether a word in brackets that no table has is made of the letters of a place's own words behind its head, and opens as they do:
    `Bandara Soekarno-Hatta (Soetta)`, `Tol Kalimas-Garut Lontar (Kamgar)`.
    """
    key, words = short.keys[0], named.keys[0].replace("-", " ").split()
    if named.type != "LOC" or len(words) <= MOST_SHORT or not key.isalpha() or len(key) <= CODE:
        return False
    if short.canon or links.lexicon.known.get(key) or any(told.isupper() for told in short.told):
        return False
    return any(key[:2] == words[k][:2] and stand_in(key, "".join(words[k:])) for k in range(1, len(words) - 1))


def _is_other_name_of_place(other: Node, named: Node, links: Links) -> bool:
    """Whether a place is told by a name in brackets that opens as its own does behind its head: `Pulau Lontar Kecil (Lontar Ketek)`."""
    mine, theirs = named.keys[0].split(), other.keys[0].split()
    nobody = other.type in ("LOC", "GPE") or (other.type == "PER" and not other.roles)
    places = named.type == "LOC" and nobody and not (named.canon or other.canon)
    return places and len(mine) == len(theirs) + 1 > MOST_SHORT and mine[1] == theirs[0] and mine[-1] != theirs[-1]


def _is_acronym_of_body(named: Node, inner: Node) -> bool:
    """Whether letters stand before a bracket that holds a body's name alone: `SPND (Organisasi Pangan Kalimas)`."""
    letters = named.keys[0]
    alone = len(letters) in LETTERS and letters.isalpha() and any(told == letters.upper() for told in named.told)
    return alone and inner.type == "ORG" and inner.keys[0].count(" ") > 1


def _is_shortened(named: Node, inner: Node, links: Links) -> bool:
    """Whether a body's other name of several words opens with a short form of the first's: `Badan Lontar Kenanga Raya (BL Kenari)`."""
    if named.type != "ORG" or inner.type != "ORG" or " " not in inner.keys[0]:
        return False
    words, short = named.keys[0].split(), inner.keys[0].split(" ", 1)[0]
    if words[0] == short or len(words) <= MOST_SHORT or not short.isalpha():
        return False
    if links.full(named.keys[0]) == links.full(inner.keys[0]):
        return True
    if _is_of_same_parent(words, inner, links):
        return True
    told = inner.told[0].split(" ", 1)[0]
    if told.isupper():
        own = [w for w in words if not links.lexicon.is_word(w, "and")]
        return len(short) > 1 and short == "".join(w[0] for w in own[: len(short)])
    if len(short) < SYLLABLES:
        return False
    return any(is_syllabic(short, words[:k]) for k in range(2, min(len(words), MOST_OPENING) + 1))


def _is_of_same_parent(words: Sequence[str], inner: Node, links: Links) -> bool:
    """Whether the body that both are of closes two names, in full and by its letters, and they begin alike: `Direktorat Regulasi dan Pangan
    Kementerian Pertanian (Ditregpang Kementan)`.
    """
    unit, _, parent = inner.keys[0].rpartition(" ")
    known = links.lexicon.known.get(parent)
    if " " in unit or len(unit) < SYLLABLES or known is None or known.type != "ORG":
        return False
    full = links.full(parent).split()
    return full == words[-len(full) :] and len(words) > len(full) + 1 and unit[:2] == words[0][:2]


def _is_translation(named: Node, inner: Node, links: Links) -> bool:
    """Whether one of two bodies' names is the other in a foreign tongue: `Dewan Lontar (Lontar Council)`."""
    if named.type != "ORG" or inner.type != "ORG":
        return False
    (_, own, foreign_own), (_, other, foreign_other) = (_shape(node, links.lexicon) for node in (named, inner))
    if foreign_own == foreign_other or abs(own - other) > 1 or min(own, other) < 2:
        return False
    return _shape(inner if foreign_own else named, links.lexicon)[0]


def _shape(node: Node, lexicon: Lexicon) -> tuple[bool, int, bool]:
    """Whether a body's name opens with a head of ours, how many words it has but small ones, and whether it is a foreign one."""
    words = node.told[0].lower().split()
    small = [w for w in words if lexicon.is_word(w, "foreign") or lexicon.is_word(w, "and")]
    headed = any(lexicon.org_heads.get(" ".join(words[:k])) for k in (1, 2, 3))
    foreign = not headed and (any(lexicon.is_word(w, "foreign") for w in words[1:]) or words[-1] in lexicon.org_words)
    return headed, len(words) - len(small), foreign


def _are_letters(letters: Node, name: Node) -> bool:
    """Whether letters stand in a person's name in this order."""
    key = letters.keys[0]
    if not (
        1 < len(key) <= MOST_LETTERS and key.isalpha() and letters.told[0].isupper() and not name.told[0].isupper()
    ):
        return False
    return stand_in(key, name.keys[0]) or any(  # `DRL (Dokter Rini Lontar)`
        stand_in(key, f"{role.lower()} {name.keys[0]}") for role in name.roles if " " not in role
    )
