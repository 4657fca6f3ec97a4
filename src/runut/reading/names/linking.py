"""Which names are one: the rules that join spellings, parts and short forms, for one article and for a story alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from runut.reading.names.lexicon import Lexicon
from runut.reading.names.words import fold

# A slip of spelling is one letter in a word of this length, or two at the end of one: shorter words are other names.
SLIP_WORD = 6
# A shorter name may be a part of a longer one with this much evidence, when its own does not come from a table.
PART_WEIGHT = 1.5
# A name of several words with this much evidence of being no person is no part of one.
SETTLED = 3.0
# A shared family name alone means the person with this many times the evidence of the next.
MAIN = 2.0

# What all words for the armed forces of a country are compared as.
FORCE = "*force"

_MARKS = re.compile(r"[-'’./\s]+")


def key_of(name: str) -> str:
    """The normal form of a name: small letters, hyphens, dots and apostrophes as spaces, no English article."""
    return _MARKS.sub(" ", fold(name)).strip().removeprefix("the ")


@dataclass(slots=True)
class Node:
    """Something that may be one with others: a key of an article, or a Name of a story.

    `defined`: the text itself says what this short form stands for, whatever the tables say.

    `canon` is its name in the tables; `order` where it stands; `told` its spellings; `bases` are keys that it has only
    without the place that tells it from others (`Kementerian Kesehatan`).
    """

    type: str
    keys: tuple[str, ...]
    weight: float = 1.0
    canon: str | None = None
    roles: tuple[str, ...] = ()
    order: tuple[int, ...] = ()
    told: list[str] = field(default_factory=list)
    bases: tuple[str, ...] = ()
    defined: bool = False


class Links:
    """A union of nodes, each joining with its reason; the root of a set is its smallest number."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))
        self.reasons: dict[int, list[str]] = defaultdict(list)

    def root(self, at: int) -> int:
        """The number that stands for the set of node `at`."""
        while self._parents[at] != at:
            at = self._parents[at]
        return at

    def join(self, a: int, b: int, reason: str) -> None:
        """Make the sets of two nodes one, for this reason."""
        a, b = self.root(a), self.root(b)
        if a != b:
            a, b = min(a, b), max(a, b)
            self._parents[b] = a
            self.reasons[a] += [reason, *self.reasons.pop(b, [])]


def expand(key: str, lexicon: Lexicon) -> str:
    """A key with short forms in full: `polda jabar` → `kepolisian daerah jawa barat`."""
    out = key_of((lexicon.parts.get(key) or " ".join(lexicon.parts.get(w, w) for w in key.split())).replace(",", ""))
    first, *rest = out.split() or [""]
    rest = [w for k, w in enumerate(rest) if not (lexicon.is_word(w, "filler") and k < len(rest) - 1)]
    if lexicon.is_word(first, "force"):
        first = FORCE
    elif lexicon.is_word(first, "ministry"):
        while rest and (lexicon.is_word(rest[-1], "home") or lexicon.is_word(" ".join(rest[-2:]), "home")):
            rest = rest[:-2] if lexicon.is_word(" ".join(rest[-2:]), "home") else rest[:-1]
    return " ".join([first, *rest])


def office_of(role: str, lexicon: Lexicon) -> str:
    """The normal form of an office: long words, countries for peoples."""
    words = key_of(role).split()
    while len(words) > 1 and lexicon.is_word(words[0], "acting"):
        words = words[1:]
    words = [lexicon.office_words.get(w, lexicon.parts.get(w, w)) for w in words]
    people = lexicon.peoples.get(words[-1]) if words else None
    if people:
        words[-1] = people.lower()
    return key_of(" ".join(words))


def is_former(role: str, lexicon: Lexicon) -> bool:
    """Whether a role says that its holder holds the office no more."""
    return any(lexicon.is_word(word, "former") for word in key_of(role).split()[:2])


def link(nodes: Sequence[Node], lexicon: Lexicon) -> Links:
    """Join the nodes by equal names, tables, short forms written out, and slips of spelling."""
    links = Links(len(nodes))

    def written_out(node: Node) -> list[str]:
        if node.type == "PER" or node.defined:
            return []
        return [expand(k, lexicon) for k in (*node.keys, *([key_of(node.canon)] if node.canon else []))]

    _join_equal(nodes, links, lambda node: node.keys, "same name")
    _join_equal(nodes, links, written_out, "short form written out")
    _join_equal(
        nodes,
        links,
        lambda node: [k.replace(" ", "") for k in node.keys if len(k.replace(" ", "")) >= SLIP_WORD],
        "same letters",
    )
    _join_equal(nodes, links, lambda node: _called(node, lexicon), "called otherwise")
    _join_slips(nodes, links)
    return links


def _called(node: Node, lexicon: Lexicon) -> list[str]:
    """The name in full of a public figure, by nickname or not."""
    return [lexicon.nicknames.get(key, key) for key in node.keys] if node.type == "PER" else []


def _join_equal(nodes: Sequence[Node], links: Links, keys: Callable[[Node], Iterable[str]], reason: str) -> None:
    by_key: dict[tuple[str, str], int] = {}
    for i, node in enumerate(nodes):
        for key in keys(node):
            at = by_key.setdefault((_family(node.type), key), i)
            if at != i:
                links.join(at, i, f"{reason}: {key}")


def _family(type_: str) -> str:
    return "place" if type_ in ("GPE", "LOC") else type_


def _join_slips(nodes: Sequence[Node], links: Links) -> None:
    """Names of two words or more that differ by a slip of the pen in one of them."""
    shelves: dict[tuple[str, int, str], list[tuple[str, int]]] = defaultdict(list)
    for i, node in enumerate(nodes):
        for key in node.keys:
            words = key.split()
            for k in range(len(words) if len(words) > 1 else 0):
                if len(words[k]) >= SLIP_WORD:
                    shelves[_family(node.type), k, " ".join(words[:k] + words[k + 1 :])].append((words[k], i))
    for (family, _, rest), shelf in shelves.items():
        for x, (a, i) in enumerate(shelf):
            for b, j in shelf[x + 1 :]:
                if a != b and links.root(i) != links.root(j) and is_slip(a, b, family):
                    links.join(i, j, f"a slip of spelling beside {rest}: {a} / {b}")


def is_slip(a: str, b: str, family: str) -> bool:
    """Whether two words differ by one letter, or two at the end; in a place's name only by a letter more or less, since
    villages of one region are often a letter apart.
    """
    short, long = sorted((a, b), key=len)
    if any(c.isdigit() for c in a + b):
        return False
    if long.startswith(short) and len(long) - len(short) <= 2:
        return True
    distance = DamerauLevenshtein.distance(short, long, score_cutoff=1)
    return distance == 1 and (family != "place" or len(short) != len(long))


def is_part(short: str, long: str) -> bool:
    """Whether the words of `short` stand in `long` in order, and `long` has more."""
    a, b = short.split(), long.split()
    if len(a) >= len(b):
        return False
    rest = iter(b)
    return all(word in rest for word in a)


def index_words(nodes: Sequence[Node], among: Iterable[int]) -> dict[str, list[int]]:
    """Which of the nodes have a word in one of their keys, in order."""
    out: dict[str, list[int]] = defaultdict(list)
    for i in among:
        for word in {w for key in nodes[i].keys for w in key.split()}:
            out[word].append(i)
    return out


def fuller(keys: Iterable[str], nodes: Sequence[Node], among: Iterable[int], links: Links) -> dict[int, list[int]]:
    """The sets (by root) that have one of the keys as a part of a name, with the nodes that have it."""
    out: dict[int, list[int]] = defaultdict(list)
    keys = tuple(keys)
    for j in among:
        if any(is_part(k, long) for k in keys for long in nodes[j].keys):
            out[links.root(j)].append(j)
    return dict(out)


def join_told(same: Iterable[tuple[str, str, str]], nodes: Sequence[Node], links: Links) -> None:
    """Join what the text itself says is one; a short form that stands for two long ones there joins neither."""
    at_key = {key: i for i, node in enumerate(nodes) for key in node.keys}
    pairs = [(how, key_of(a), key_of(b)) for how, a, b in same]
    longs: dict[tuple[str, str], set[int]] = defaultdict(set)
    for how, a, b in pairs:
        if a in at_key and how != "acronym given in brackets":
            longs[how, b].add(links.root(at_key[a]))
    for how, a, b in pairs:
        if a in at_key and b in at_key and len(longs[how, b]) <= 1:
            links.join(at_key[a], at_key[b], f"{how}: {a} / {b}")


def join_parts(nodes: Sequence[Node], links: Links, lexicon: Lexicon) -> None:
    """A shorter name of a person goes to the one fuller name that has it as a part, among several to the one named last
    before it; an organisation or place without what follows its name goes to the only one that has more.
    """
    persons = [i for i, n in enumerate(nodes) if n.type == "PER" and n.weight >= PART_WEIGHT]
    singles = {key for n in nodes for key in n.keys if " " not in key}
    by_word = index_words(nodes, persons)
    for i, node in enumerate(nodes):
        if node.type != "PER" and (node.canon or (node.weight >= SETTLED and " " in node.keys[0])):
            continue
        among = {j for key in node.keys for j in by_word.get(key.split(" ", 1)[0], ()) if j != i}
        among = {j for j in among if not (_is_relative(node, nodes[j]) or is_nickname(node.keys, lexicon))}
        groups = fuller(node.keys, nodes, sorted(among), links)
        groups.pop(links.root(i), None)
        target = _nearest(node, _without_called_otherwise(node, groups, nodes, singles), nodes)
        if target is not None:
            node.type = "PER"
            links.join(i, target, f"part of the name: {node.keys[0]} / {nodes[target].keys[0]}")
    join_prefixes(nodes, links, lexicon)


def is_nickname(keys: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a public figure is called so: no part of a longer name that has it, which is a relative's."""
    return any(key in lexicon.nicknames for key in keys)


def _is_relative(short: Node, long: Node) -> bool:
    """Whether a longer name is another's, called after an officeholder: `Ratna Rato Keli` beside `Presiden Rato Keli`."""
    if " " not in short.keys[0] or not short.roles or long.roles:
        return False
    return any(long_key.split(" ", 1)[1:] == [key] for key in short.keys for long_key in long.keys)


def _without_called_otherwise(
    node: Node, groups: dict[int, list[int]], nodes: Sequence[Node], singles: set[str]
) -> dict[int, list[int]]:
    """Of several who share a name, those whom the article calls by another of theirs are not meant by the shared one."""
    if len(groups) < 2:
        return groups
    shared = set(node.keys[0].split())
    left = {
        root: js
        for root, js in groups.items()
        if not any(word in singles for j in js for word in nodes[j].keys[0].split() if word not in shared)
    }
    return left if left else groups


def _nearest(node: Node, groups: dict[int, list[int]], nodes: Sequence[Node]) -> int | None:
    """The node of the only group; of several, the one that the article is about, else the one named last before."""
    if len(groups) == 1:
        return next(iter(groups.values()))[0]
    weights = sorted(((sum(nodes[j].weight for j in js), -min(js)) for js in groups.values()), reverse=True)
    if weights and weights[0][0] >= MAIN * weights[1][0]:
        return -weights[0][1]
    before = [
        (max((p for p in nodes[j].order if p < node.order[0]), default=-1), j) for js in groups.values() for j in js
    ]
    last = max(before, default=(-1, -1))
    return last[1] if last[0] >= 0 else None


def join_prefixes(nodes: Sequence[Node], links: Links, lexicon: Lexicon) -> None:
    """`Dinas ESDM` and `Dinas ESDM Kalimas`, when the longer one is the only one."""
    long: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if node.type in ("ORG", "LOC"):
            for key in (expand(k, lexicon) for k in node.keys):
                long[" ".join(key.split()[:2])].append((key, i))
    for i, node in enumerate(nodes):
        if node.type not in ("ORG", "LOC"):
            continue
        for base in (*node.keys, *node.bases):
            key = expand(base, lexicon)
            if " " not in key or lexicon.is_word(base.split()[-1], "home"):
                continue
            longer = {
                links.root(j)
                for k, j in long.get(" ".join(key.split()[:2]), ())
                if nodes[j].type == node.type and k.startswith(key + " ") and not _deals_with_more(k, key, lexicon)
            }
            longer.discard(links.root(i))
            if len(longer) == 1:
                links.join(i, longer.pop(), f"the name without what follows: {key}")


def _deals_with_more(long: str, short: str, lexicon: Lexicon) -> bool:
    """Whether what follows is a matter and no place: `Dewan Perwakilan Rakyat` and `… Daerah` are two bodies."""
    return lexicon.ordinary.get(long.removeprefix(short).split()[0]) == "portfolio"
