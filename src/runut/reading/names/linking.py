"""Which names are one: the rules that join spellings, parts, short forms and offices, for one article and for a story alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from runut.reading.names.lexicon import Lexicon

# Two renderings of a name of several words may differ by this many letters; measured on the names of 300 articles: at 2 and
# twelve letters no two persons were joined, at 2 and eight letters brothers were.
LONG_NAME, LONG_TYPO = 12, 2
SHORT_NAME, SHORT_TYPO = 9, 1

_MARKS = re.compile(r"[-'’.\s]+")
_FORCES = frozenset({"tentara", "pasukan", "militer"})
_COUNTRY_TAIL = re.compile(r" (?:ri|republik indonesia|indonesia)$")
_LEADER = re.compile(r"^(?:mantan|eks|plt|plh|pj|penjabat) ")


def key_of(name: str) -> str:
    """The normal form of a name: small letters, hyphens, dots and apostrophes as spaces, no English article."""
    return _MARKS.sub(" ", name.lower()).strip().removeprefix("the ")


@dataclass(slots=True)
class Node:
    """Something that may be one with others: a key of an article, or a Name of a story."""

    type: str
    keys: tuple[str, ...]
    weight: float = 1.0
    canon: str | None = None
    roles: tuple[str, ...] = ()
    order: tuple[int, ...] = ()
    group: object = None
    """Nodes of one article (a story) or one list: their single names are apart, whatever the spelling."""


@dataclass(slots=True)
class Links:
    """A union of nodes, each joining with its reason; the root of a set is its smallest number."""

    parents: list[int]
    reasons: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def root(self, at: int) -> int:
        while self.parents[at] != at:
            at = self.parents[at]
        return at

    def join(self, a: int, b: int, reason: str) -> None:
        a, b = self.root(a), self.root(b)
        if a == b:
            return
        a, b = min(a, b), max(a, b)
        self.parents[b] = a
        self.reasons[a] += [reason, *self.reasons.pop(b, [])]


def expand(key: str, lexicon: Lexicon) -> str:
    """A key with short forms in full: `polda jabar` → `kepolisian daerah jawa barat`."""
    whole = lexicon.parts.get(key)
    if whole:
        return key_of(whole)
    words = [lexicon.parts.get(w, w) for w in key.split()]
    out = key_of(" ".join(words).replace(" provinsi ", " "))
    if words and words[0] in _FORCES:
        out = "militer" + out.removeprefix(words[0]).replace(" zionis ", " ")
    if out.startswith("kementerian"):
        out = _COUNTRY_TAIL.sub("", out)
    return out.replace(",", "")


def office_of(role: str, lexicon: Lexicon) -> str:
    """The normal form of an office: long words, countries for peoples."""
    words = [lexicon.office_words.get(w, w) for w in key_of(_LEADER.sub("", role.lower())).split()]
    words = [lexicon.parts.get(w, w) for w in words]
    tail = words[-1] if words else ""
    people = lexicon.peoples.get(tail) if tail else None
    if people:
        words[-1] = people.lower()
    return key_of(" ".join(words))


def link(nodes: Sequence[Node], lexicon: Lexicon) -> Links:
    """Join the nodes by spelling, short forms, parts and slips; explicit and office links are the caller's."""
    links = Links(list(range(len(nodes))))
    _join_equal(nodes, links, lambda node: node.keys, "same name")
    _join_equal(nodes, links, lambda node: [key_of(node.canon)] if node.canon else [], "one name in the tables")
    _join_equal(
        nodes,
        links,
        lambda node: (
            []
            if node.type == "PER"
            else [expand(k, lexicon) for k in (*node.keys, *([key_of(node.canon)] if node.canon else []))]
        ),
        "short form written out",
    )
    _join_equal(nodes, links, lambda node: [k.replace(" ", "") for k in node.keys if len(k) > 6], "same letters")
    _join_slips(nodes, links)
    return links


def _join_equal(nodes: Sequence[Node], links: Links, keys, reason: str) -> None:  # type: ignore[no-untyped-def]
    by_key: dict[tuple[str, str], int] = {}
    for i, node in enumerate(nodes):
        for key in keys(node):
            at = by_key.setdefault((_family(node.type), key), i)
            if at != i:
                links.join(at, i, f"{reason}: {key}")


def _family(type_: str) -> str:
    return "place" if type_ in ("GPE", "LOC") else type_


def _join_slips(nodes: Sequence[Node], links: Links) -> None:
    """Names that differ by a slip of the pen: long ones, of the same first letter and number of words."""
    shelves: dict[tuple[str, str, int], list[tuple[str, int]]] = defaultdict(list)
    for i, node in enumerate(nodes):
        for key in node.keys:
            words = key.count(" ") + 1
            if len(key) >= SHORT_NAME and (words > 1 or len(key) >= LONG_NAME):
                shelves[_family(node.type), key[:2], words].append((key, i))
    for shelf in shelves.values():
        for x, (a, i) in enumerate(shelf):
            for b, j in shelf[x + 1 :]:
                if a == b or links.root(i) == links.root(j):
                    continue
                allowed = LONG_TYPO if min(len(a), len(b)) >= LONG_NAME else SHORT_TYPO
                if DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed and _only_one_word_differs(a, b):
                    links.join(i, j, f"a slip of spelling: {a} / {b}")


def _only_one_word_differs(a: str, b: str) -> bool:
    """One word differs, and neither by a digit nor in a word of three letters or fewer."""
    pairs = [(x, y) for x, y in zip(a.split(), b.split(), strict=True) if x != y]
    return len(pairs) == 1 and min(map(len, pairs[0])) > 3 and not any(c.isdigit() for c in a + b)


def is_part(short: str, long: str) -> bool:
    """Whether the words of `short` stand in `long` in order, and `long` has more."""
    a, b = short.split(), long.split()
    if len(a) >= len(b):
        return False
    rest = iter(b)
    return all(word in rest for word in a)


def parts_of(short: Iterable[str], nodes: Sequence[Node], wanted: Iterable[int], links: Links) -> dict[int, list[int]]:
    """The groups (by root) of the wanted nodes that have one of the short keys as a part, with those nodes."""
    out: dict[int, list[int]] = defaultdict(list)
    keys = tuple(short)
    for j in wanted:
        if any(is_part(k, long) for k in keys for long in nodes[j].keys):
            out[links.root(j)].append(j)
    return dict(out)
