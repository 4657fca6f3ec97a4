"""A name and the other one in brackets behind it: `Rini Wijayanti (RW)`, `PT Lontar Jaya Tbk (Lontarja)`, `RW (Rini Wijayanti)`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from runut.reading.names.links import Links, Node
from runut.reading.names.scan import Spot

# Letters that somebody is called by in brackets are this many at most.
MOST_LETTERS = 5
# An acronym before a body's name in brackets has as many.
LETTERS = range(3, 9)

_BLANK = " \n"


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
        if text[closed : closed + 1] == ")" and before in ends:
            out.append((sorted(ends[before], key=lambda s: s.start), spot, closed + 1))
    return out


def join_brackets(brackets: Sequence[Bracket], links: Links) -> None:
    """Join the names that brackets tell to be one: letters of a person's name, whatever a company is called by for short."""
    at_key = {node.keys[0]: i for i, node in enumerate(links.nodes)} if brackets else {}
    behind: dict[int, set[int]] = defaultdict(set)
    for (named, *_), inner, _ in brackets:
        behind[at_key[inner.key]].add(links.root(at_key[named.key]))
    for names, inner, _ in brackets:
        j = at_key[inner.key]
        other = links.nodes[j]
        nodes = (at_key[named.key] for named in names)
        i = next((i for i in nodes if _are_one(links.nodes[i], other, links)), None)
        if i is None or links.root(i) == links.root(j) or len(behind[j]) > 1:
            continue  # what stands behind two names (`Perseroda`) is of neither
        one = links.nodes[i]
        letters = one.type != "PER" and other.type == "PER" and _are_letters(one, other)
        one.type = other.type = "PER" if letters else other.type if _is_acronym_of_body(one, other) else one.type
        links.join(i, j, f"in brackets: {one.keys[0]} / {inner.key}")


def _are_one(named: Node, inner: Node, links: Links) -> bool:
    known = links.lexicon.known
    alone = named.type == "PER" or (named.type == "ORG" and " " not in named.keys[0])
    if alone and known.get(inner.keys[0]) is None and _are_letters(inner, named):
        return True
    if inner.type == "PER" and known.get(named.keys[0]) is None and _are_letters(named, inner):
        return True
    if _is_acronym_of_body(named, inner):
        return True
    company = named.type == "ORG" and links.words.is_word(named.keys[0].split(" ", 1)[0], "company")
    # `PT Kalimas Raya (Pulau Kalimas)` is where it works, `PT Kalimas Raya (Pemkab Garut)` whose it is
    free = known.get(inner.keys[0]) is None and inner.type not in ("GPE", "LOC") and " " not in inner.keys[0]
    if named.keys[0].startswith("bank ") and inner.told[0].isupper() and not _stand_in(inner.keys[0], named.keys[0]):
        return False  # `Dana Darurat Bank Kalimas (DDBK)`
    return company and free and not links.words.is_word(inner.keys[0], "company-form")


def _is_acronym_of_body(named: Node, inner: Node) -> bool:
    """Whether letters stand before a bracket that holds a body's name alone: `SPND (Organisasi Pangan Kalimas)`."""
    letters = named.keys[0]
    alone = len(letters) in LETTERS and letters.isalpha() and any(told == letters.upper() for told in named.told)
    return alone and inner.type == "ORG" and inner.keys[0].count(" ") > 1


def _are_letters(letters: Node, name: Node) -> bool:
    """Whether letters stand in a person's name in this order."""
    key = letters.keys[0]
    if not (
        1 < len(key) <= MOST_LETTERS and key.isalpha() and letters.told[0].isupper() and not name.told[0].isupper()
    ):
        return False
    return _stand_in(key, name.keys[0])


def _stand_in(letters: str, name: str) -> bool:
    """Whether letters stand in a name in this order."""
    rest = iter(name)
    return all(letter in rest for letter in letters)
