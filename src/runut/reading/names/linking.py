"""Which names are one: the rules that join spellings, parts and short forms, for one article and for a story alike."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from runut.reading.names.bodies import (
    are_other_towns,
    is_branch,
    join_shortened,
    join_unclassed,
    settle_clubs,
    settle_seats,
    town_of,
)
from runut.reading.names.bodies import join_shorter as join_shorter
from runut.reading.names.keys import LinkWords
from runut.reading.names.keys import expand as expand
from runut.reading.names.keys import key_of as key_of
from runut.reading.names.keys import office_of as office_of
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.links import Links as Links
from runut.reading.names.links import Node as Node
from runut.reading.names.persons import join_glued, join_persons
from runut.reading.names.places import WITH_PLACE
from runut.reading.names.spelling import (
    SLIP_WORD,
    join_equal,
    join_initials,
    join_respelt,
    join_slipped_letters,
    join_slips,
)
from runut.reading.names.spots import FIRST_WORD, LETTERS_OF_MATTER
from runut.reading.names.teams import join_club_tails, join_home_team

_BLOCK = re.compile(r"(?:blok )?([a-z]) ?(\d{1,2}|i{1,3}|iv|vi{0,3})")
_ROMAN = dict(zip(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"), "12345678", strict=True))
# Less evidence than this has a name that stands on its capital.
_PLAIN = 3.0


def link(nodes: Sequence[Node], words: LinkWords, text: str = "") -> Links:
    """Join the nodes by equal names, tables, short forms written out, and slips of spelling; `text` is what their `order` counts in."""
    links = Links(nodes, words, text)
    settle_seats(links)
    settle_clubs(links)
    _settle_letters(links)

    offices: Set[str] = links.lexicon.uses.get("office-building", frozenset())

    def written_out(node: Node) -> list[str]:
        if node.type == "PER" or node.defined:
            return []
        keys = (*node.keys, *([key_of(node.canon)] if node.canon else []))
        return [k if k.split(" ", 1)[0] in offices and _is_bare_office(k, links) else links.full(k) for k in keys]

    join_equal(links, lambda node: node.keys, "same name")
    join_equal(links, written_out, "short form written out")
    join_unclassed(links)
    _settle_spaced(links)
    _join_short_offices(links)
    join_equal(links, _letters, "same letters")
    if any(_BLOCK.fullmatch(key) for node in nodes if node.type == "LOC" for key in node.keys):
        join_equal(links, _block, "same number of a block")
    if any(len(word) == 1 for node in nodes for key in node.keys if node.type == "PER" for word in key.split()[1:]):
        join_equal(links, _initials, "same initials")
    if any(key in links.lexicon.nicknames for node in nodes if node.type == "PER" for key in node.keys):
        join_equal(links, lambda node: _called(node, links.lexicon), "called otherwise")
    join_equal(links, _in_any_order, "same words")
    join_respelt(links)
    join_initials(links)
    join_slips(links)
    join_slipped_letters(links)
    join_glued(links)
    join_shortened(links)
    join_home_team(links)
    join_club_tails(links)
    return links


def _is_bare_office(key: str, links: Links) -> bool:
    """Whether a key that opens with `kantor` is what the offices of a body of the whole country are called without their place: `Kantor
    SAR` is not Basarnas.
    """
    return links.full(key) in links.words.bodies


def _settle_letters(links: Links) -> None:
    """Letters by which a public figure of the article is called are no body's: `RW` beside `Rini Wijayanti`."""
    nicknames = links.lexicon.nicknames
    persons = {key for node in links.nodes if node.type == "PER" for key in node.keys}
    for node in links.nodes:
        free = node.type == "ORG" and node.canon is None and not node.defined
        if free and nicknames.get(node.keys[0]) in persons:
            node.type = "PER"


def _settle_spaced(links: Links) -> None:
    """A word that nothing but its capital shows to be somebody's is the place of two words here: `Lontarwangi`, `Desa Lontar Wangi`."""
    weak = [n for n in links.nodes if n.type == "PER" and n.weight < _PLAIN and " " not in n.keys[0] and not n.roles]
    places = {letters: n for n in links.nodes if n.type in ("GPE", "LOC") for letters in _letters(n)} if weak else {}
    for node in weak:
        place = places.get(node.keys[0])
        if place is not None and not place.keys[0].startswith(node.keys[0]):
            node.type = place.type


def _join_short_offices(links: Links) -> None:
    """A word that nothing but its capital shows to be somebody's is the office called by it: `Dinas Lontarmat`, `Lontarmat`."""
    weak = {n.keys[0]: i for i, n in enumerate(links.nodes) if n.type == "PER" and n.weight < _PLAIN and not n.roles}
    offices: dict[str, set[int]] = defaultdict(set)
    for i, node in enumerate(links.nodes) if weak else ():
        for key in node.keys if node.type == "ORG" else ():
            head, _, rest = key.partition(" ")
            if rest in weak and links.words.is_word(head, "called-by-matter") and rest not in links.lexicon.given:
                offices[rest].add(i)
    for rest, held in offices.items():
        if len({links.root(i) for i in held}) == 1:
            links.nodes[weak[rest]].type = "ORG"
            links.join(min(held), weak[rest], f"the office without its head: {rest}")


def _letters(node: Node) -> list[str]:
    """The keys without their blanks, those that are long enough."""
    return [letters for key in node.keys if len(letters := key.replace(" ", "")) >= SLIP_WORD]


def _block(node: Node) -> list[str]:
    """A block of a building by its letter and number, Roman or not, with its head or without: `Blok CII`, `blok C2`."""
    found = [match for key in node.keys if (match := _BLOCK.fullmatch(key)) is not None] if node.type == "LOC" else []
    return [f"{match[1]}{_ROMAN.get(match[2], match[2])}" for match in found]


def _initials(node: Node) -> list[str]:
    """The letters of somebody who is called by them, with stops or without: `Y.I`, `YI`."""
    if node.type != "PER":
        return []
    dotted = [key.replace(" ", "") for key in node.keys if " " in key and all(len(word) == 1 for word in key.split())]
    return [*dotted, *(key for key in node.keys if " " not in key and all(told == key.upper() for told in node.told))]


def _in_any_order(node: Node) -> list[str]:
    """The head and the sorted other words of a body's or place's name: `Gedung Lontar Kalimas`, `Gedung Kalimas Lontar`."""
    if node.type not in ("ORG", "LOC"):
        return []
    split = [key.split() for key in node.keys if key.count(" ") > 1]
    return [" ".join([words[0], *sorted(words[1:])]) for words in split]


def _called(node: Node, lexicon: Lexicon) -> list[str]:
    """The name in full of a public figure, by nickname or not."""
    return [lexicon.nicknames.get(key, key) for key in node.keys] if node.type == "PER" else []


def join_told(same: Iterable[tuple[str, str, str]], links: Links) -> None:
    """Join what the text itself says is one; a short form that stands for two long ones there joins neither."""
    at_key = {key: i for i, node in enumerate(links.nodes) for key in node.keys}
    pairs = [(how, key_of(a), key_of(b)) for how, a, b in same]
    for _, a, b in pairs:  # `Polda Sumatera Utara (Sumut)`: the place, no short form of the body
        known = links.lexicon.known.get(b) if a in at_key and b in at_key else None
        if known is not None and known.type == "GPE" and links.nodes[at_key[a]].type == "ORG":
            links.nodes[at_key[b]].type = "GPE"
            at_key.pop(b)
    pairs = _without_other_towns(pairs, at_key)
    placed: dict[int, set[str]] = defaultdict(set)
    longs: dict[tuple[str, str], set[int]] = defaultdict(set)
    for how, a, b in pairs:
        if a in at_key and how != "acronym given in brackets":
            longs[how, b].add(links.root(at_key[a]))
    for how, a, b in pairs:
        if a in at_key and b in at_key and len(longs[how, b]) <= 1 and not is_branch(a, b, links):
            place = town_of(a, links.lexicon) if how == WITH_PLACE else ""
            both = placed[links.root(at_key[a])] | placed[links.root(at_key[b])]
            if place and any(are_other_towns(place, other) for other in both):
                continue  # `DPMD Kabupaten Garut` and `DPMD Provinsi Kalimas`, where `DPMD` is already the first
            if how == FIRST_WORD:
                if links.nodes[at_key[b]].roles or links.nodes[at_key[a]].type != "ORG":  # somebody holds an office
                    continue
                links.nodes[at_key[b]].type = "ORG"
            links.join(at_key[a], at_key[b], f"{how}: {a} / {b}")
            placed[links.root(at_key[a])] = {*both, place} - {""}


def _without_other_towns(pairs: list[tuple[str, str, str]], keys: Iterable[str]) -> list[tuple[str, str, str]]:
    """The pairs without a body's head and letters alone, told with its place, where the text has the same of another place, too:
    `Dinas Pangan (DP) Kota Garut`, then `Dinas DP Kabupaten Garut`.
    """
    matter = sorted({b for how, _, b in pairs if how == LETTERS_OF_MATTER})
    placed = {short: _behind(short, matter) for short in matter}
    ordered = sorted(keys) if any(placed.values()) else []
    others = {
        short
        for short, own in placed.items()
        if own and any(not any(f" {tail} " in f" {place} " for place in own) for tail in _behind(short, ordered))
    }
    return [pair for pair in pairs if pair[0] != LETTERS_OF_MATTER or pair[2] not in others]


def _behind(short: str, ordered: Sequence[str]) -> list[str]:
    """What stands behind a short key in the longer ones among these, which are in order."""
    first, last = bisect_left(ordered, f"{short} "), bisect_left(ordered, f"{short}!")
    return [key[len(short) + 1 :] for key in ordered[first:last]]


def join_parts(links: Links) -> None:
    """Join the shorter names of persons, bodies and places of an article to the fuller ones."""
    join_persons(links)
    join_shorter(links)
