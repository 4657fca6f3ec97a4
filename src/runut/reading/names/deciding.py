"""What each name of an article is, from all places where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise

from runut.reading.names.lexicon import Lexicon
from runut.reading.names.linking import Node, key_of
from runut.reading.names.spots import NUMBERED, Found, Spot

# Evidence that settles a type by itself (a title, an age, a table); what has less takes its neighbours' in a list.
SURE = 3.0
# How a text tells another name of a person.
OTHER_NAMES = ("other name in brackets", "other name told")
_LIST_WEIGHT = 2.0
# The word before a name stands in this many characters.
_LEAD = 20
_NEXT_WORD = re.compile(r" ([a-z]{1,30})")
_LIST_GAP = 50
# Between an office and its holder stands `, ` or ` saat itu, `, ` kala itu, `, ` ketika itu, `.
_FROM_OFFICE = (2, 11, 13)
_THEN = re.compile(r" ([a-z]{4,6} itu), \Z")
# Between a name and its office stands `, `, a blank behind a rank and name, or in a list ` sebagai ` or ` selaku `.
_TO_OFFICE = (1, 2, 8, 9, 17)
_AS = re.compile(r" ([a-z]{6,7})(?: \1)? ")
_BEFORE_AS = re.compile(r"(?<![\w.])[A-Z][\w.’'-]{0,30} ([a-z]{6,7})(?: \1)? \Z")
_REACH = 48
_NEXT_AS = re.compile(r"(?:, | dan |, dan |, serta )[A-Z][^\n.;:,]{1,50}? ([a-z]{6,7}) ")


def decide(found: Found, text: str, lexicon: Lexicon) -> list[Node]:
    """The names by key, each with its type and the weight of all evidence, in the order of the text."""
    spots = sorted(found.spots, key=lambda s: (s.start, -s.end))
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    loose: dict[str, float] = defaultdict(float)
    for spot in spots:
        key = spot.key
        if spot.type is None:
            loose[key] += spot.weight
        else:
            votes[key][spot.type] += spot.weight
        for type_, _, weight in spot.signs:
            votes[key][type_] += weight
    lettered = {spot.key for spot in spots if spot.rule == "initials"}
    for spot in spots:  # `tersangka AX`, where the report never writes out what the tables have for it
        if spot.canon and spot.key in lettered and spot.canon not in text:
            spot.canon = None
    bodies = {spot.key for spot in spots if spot.canon} | {key_of(short) for _, _, short in found.same}
    for key in lettered - bodies:
        votes[key] = {"PER": sum(votes[key].values()) + SURE}  # `berinisial RW`, whatever `RW` alone looks like
    for how, long, short in found.same:
        if how in OTHER_NAMES:  # however often the initials stand alone, where they look like a body's
            votes[key_of(short)] = {"PER": sum(votes[key_of(short)].values()) + SURE}
            votes[key_of(long)]["PER"] += SURE
    for key, type_ in _from_lists(spots, text, votes, lexicon.listed):
        votes[key][type_] += _LIST_WEIGHT
    near_office = spots_at_offices(found)
    for spot in spots:
        if near_office(spot) and offices_beside(found, spot, text, lexicon):
            votes[spot.key]["PER"] += SURE
    nodes: dict[str, Node] = {}
    for spot in spots:
        key = spot.key
        node = nodes.get(key)
        if node is None:
            best, weight = _best(votes[key])
            node = nodes[key] = Node(best or "PER", (key,), weight + loose[key])
        node.canon = node.canon or spot.canon
        node.order += (spot.start,)
        node.told.append(spot.core)
        if spot.role:
            node.roles += (spot.role,)
    for term in found.terms:
        node = nodes.get(key_of(term))
        if node is not None and (not node.canon or node.canon not in text):
            node.weight = 0.0
    for how, long, short in found.same:
        node = nodes.get(key_of(short))
        if node is not None and node.canon and how == "acronym given in brackets":
            node.defined = not set(key_of(long).split()) & set(key_of(node.canon).split())
    return list(nodes.values())


def spots_at_offices(found: Found) -> Callable[[Spot], bool]:
    """Whether a spot has an office as near before or behind it as those of `offices_beside` are; most have none."""
    starts, ends = {office.start for office in found.offices}, {office.end for office in found.offices}

    def is_near(spot: Spot) -> bool:
        start = spot.outer if spot.outer is not None else spot.start
        return any(start - gap in ends for gap in _FROM_OFFICE) or any(spot.end + gap in starts for gap in _TO_OFFICE)

    return is_near if starts else lambda _: False


def offices_beside(found: Found, spot: Spot, text: str, lexicon: Lexicon) -> list[str]:
    """The offices set beside a name by a comma: `Bupati Kalimas, Rini, …` and `Rini, Bupati Kalimas, …`.

    In `Menurut Rini, Bupati Kalimas telah …` the office opens what she says. Where a list tells who is what, each office is of the name
    before it, none of the one behind: `Rini sebagai Bupati Kalimas, Budi sebagai Camat Garut`.
    """
    if not found.offices:
        return []
    start = spot.outer if spot.outer is not None else spot.start
    near: list[tuple[int, int]] = []
    if text[start - 2 : start] == ", ":
        before = ((o.start, o.end) for o in found.offices if o.end + 2 == start)
        near += [(a, b) for a, b in before if not (_is_as(text, a, lexicon) or _is_served(text, a, lexicon))]
    then = _THEN.search(text, max(start - _FROM_OFFICE[-1], 0), start)
    if then is not None and lexicon.is_word(then[1], "then"):  # `Bupati Kalimas saat itu, Rini, …`
        near += [(o.start, o.end) for o in found.offices if o.end == then.start()]
    if text[spot.end : spot.end + 2] == ", ":
        behind = [(o.start, o.end) for o in found.offices if o.start == spot.end + 2]
        if behind and _says(text, start, lexicon):
            behind = [(a, b) for a, b in behind if not _acts(text, b, lexicon)]
        # in `Bupati Kalimas, Rini, Camat Garut, Budi, …` each office is told before its holder
        near += [(a, b) for a, b in behind if not (near and text[b : b + 2] == ", " and text[b + 2 : b + 3].isupper())]
    elif spot.outer is not None and text[spot.end : spot.end + 1] == " ":  # `Irjen Rini Kadiv Humas Polri`
        near += [(o.start, o.end) for o in found.offices if o.start == spot.end + 1 and not o.bare]
    listed = _AS.match(text, spot.end)
    if listed is not None and lexicon.is_word(listed[1], "as"):
        near += [(o.start, o.end) for o in found.offices if o.start == listed.end() and _goes_on(text, o.end, lexicon)]
    return [text[a:b] for a, b in near]


def _is_as(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a capital and `sebagai` or `selaku` stand right before a place: `Sebagai Bupati Kalimas, Rini …` tells who she is."""
    before = _BEFORE_AS.search(text, max(at - _REACH, 0), at)
    return before is not None and lexicon.is_word(before[1], "as")


def _is_served(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether who is named behind an office serves its holder: `ajudan Gubernur Kalimas, Rini`; behind `anak` it may be either."""
    before = text[max(at - _LEAD, 0) : at].lower().split()
    if not before or text[at - 1 : at] != " ":
        return False
    return any(lexicon.is_word(told, "of-person") for told in (before[-1], " ".join(before[-2:])))


def _goes_on(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether another of a list is told to be something behind an office: `, Budi sebagai Camat Garut`."""
    other = _NEXT_AS.match(text, at)
    return other is not None and lexicon.is_word(other[1], "as")


def _says(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether `menurut` or `selain` stands before a name."""
    before = text[max(start - _LEAD, 0) : start].lower().split()
    return bool(before) and any(lexicon.is_word(before[-1], use) for use in ("according", "besides"))


def _acts(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb follows an office, or a small word before one."""
    after = _NEXT_WORD.match(text, end)
    return after is not None and lexicon.acts.fullmatch(after[1]) is not None


def _has_initial(key: str) -> bool:
    """Whether a letter stands between two words of a name, which only persons' names have."""
    return any(len(word) == 1 and word.isalpha() for word in key.split()[1:-1])


def _best(counted: dict[str, float]) -> tuple[str | None, float]:
    if len(counted) == 1:  # most
        return next(iter(counted.items()))
    type_ = max(counted, key=lambda t: (counted[t], t), default=None)
    return type_, counted[type_] if type_ else 0.0


def _from_lists(
    spots: list[Spot], text: str, votes: dict[str, dict[str, float]], listed: re.Pattern[str]
) -> set[tuple[str, str]]:
    """The unsure names of a list with the type of a sure person or place beside them, from both ends."""
    outer: list[Spot] = []
    for spot in spots:
        if not outer or spot.start >= outer[-1].end:
            outer.append(spot)
    gains: dict[str, str] = {}
    # what does or says something is no mountain or street, be it named beside one: `petani Gunung Kalimas, Wiraguna, …`
    acting = {spot.key for spot in outer if spot.signs and any(type_ == "PER" for type_, _, _ in spot.signs)}
    pairs = [
        (a, b)
        for a, b in pairwise(outer)
        if b.start - a.end < _LIST_GAP and listed.fullmatch(text, a.end, b.outer if b.outer is not None else b.start)
    ]
    for one, other in [*pairs, *((b, a) for a, b in reversed(pairs))]:
        source, target = one.key, other.key
        type_, weight = _best(votes[source])
        type_ = gains.get(source) or (type_ if weight >= SURE else None)
        if type_ == "LOC" and target in acting:
            continue
        if type_ in ("GPE", "LOC") and _has_initial(target):  # `…, Kabupaten Garut, Rini F Putra`
            continue
        if type_ == "LOC" and one.rule.endswith(NUMBERED) and other.start > one.start:
            type_ = "GPE"  # `Jalan Kalimas Nomor 3, Lontarwangi`
        if type_ in ("PER", "GPE", "LOC") and _best(votes[target])[1] < SURE and one.outer is None:
            gains.setdefault(target, type_)
    return set(gains.items())
