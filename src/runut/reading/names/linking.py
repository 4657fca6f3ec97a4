"""Which names are one: the rules that join spellings, parts and short forms, for one article and for a story alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from runut.reading.names.keys import FORCE as FORCE
from runut.reading.names.keys import LinkWords, in_full
from runut.reading.names.keys import expand as expand
from runut.reading.names.keys import is_former as is_former
from runut.reading.names.keys import key_of as key_of
from runut.reading.names.keys import office_of as office_of
from runut.reading.names.lexicon import Lexicon

# A slip of spelling is one letter in a word of this length, or two at the end of one: shorter words are other names.
SLIP_WORD = 6
# Beside this many equal words of a person's name, a slip may be of two letters.
SURE_WORDS = 2
# Names of one sentence this many characters apart are told side by side, brothers in a list: no slip makes them one.
SIDE_BY_SIDE = 120
# A shorter name may be a part of a longer one with this much evidence, when its own does not come from a table.
PART_WEIGHT = 1.5
# A name of several words with this much evidence of being no person is no part of one.
SETTLED = 3.0
# A shared family name alone means the person with this many times the evidence of the next.
MAIN = 2.0
# Who is called by the opening of his name is called by this many letters of it (by fewer when the report says so), and the name has
# this many more.
CLIP, CALLED, CLIPPED = 5, 3, 2
# A short form made of the openings of words has this many letters or more: shorter ones fit too many names.
SYLLABLES = 5
# One made of first letters has this many or more: two letters are a suspect's initials as often as a body.
LETTERS = 3

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_PERSONAL = ("rank", "honorific", "suffix")


@dataclass(slots=True)
class Node:
    """Something that may be one with others: a key of an article, or a Name of a story.

    `defined`: the text itself says what this short form stands for, whatever the tables say.

    `canon` is its name in the tables; `order` where it stands; `told` its spellings; `bases` are keys that it has only
    without the place that tells it from others (`Kementerian Kesehatan`); `source` is the article of a Name.
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
    source: str = ""


class Links:
    """A union of nodes, each joining with its reason; the root of a set is its smallest number."""

    def __init__(self, nodes: Sequence[Node], words: LinkWords, text: str = "") -> None:
        self._parents = list(range(len(nodes)))
        self.reasons: dict[int, list[str]] = defaultdict(list)
        self.nodes, self.words, self.lexicon, self.text = nodes, words, words.lexicon, text
        self._full: dict[str, str] = {}

    def root(self, at: int) -> int:
        """The number that stands for the set of node `at`."""
        parents = self._parents
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    def join(self, a: int, b: int, reason: str) -> None:
        """Make the sets of two nodes one, for this reason."""
        a, b = self.root(a), self.root(b)
        if a != b:
            a, b = min(a, b), max(a, b)
            self._parents[b] = a
            self.reasons[a] += [reason, *self.reasons.pop(b, [])]

    def sizes(self) -> dict[int, int]:
        """How many nodes each set has, by its root."""
        out: dict[int, int] = defaultdict(int)
        for i in range(len(self.nodes)):
            out[self.root(i)] += 1
        return out

    def full(self, key: str) -> str:
        """What a key of a body or place is compared as."""
        if key not in self._full:
            self._full[key] = in_full(key, self.words)
        return self._full[key]


def link(nodes: Sequence[Node], words: LinkWords, text: str = "") -> Links:
    """Join the nodes by equal names, tables, short forms written out, and slips of spelling; `text` is what their `order` counts in."""
    links = Links(nodes, words, text)

    def written_out(node: Node) -> list[str]:
        if node.type == "PER" or node.defined:
            return []
        return [links.full(k) for k in (*node.keys, *([key_of(node.canon)] if node.canon else []))]

    _join_equal(links, lambda node: node.keys, "same name")
    _join_equal(links, written_out, "short form written out")
    _join_equal(
        links,
        lambda node: [k.replace(" ", "") for k in node.keys if len(k.replace(" ", "")) >= SLIP_WORD],
        "same letters",
    )
    _join_equal(links, lambda node: _called(node, links.lexicon), "called otherwise")
    _join_respelt(links)
    _join_initials(links)
    _join_slips(links)
    _join_shortened(links)
    return links


def _called(node: Node, lexicon: Lexicon) -> list[str]:
    """The name in full of a public figure, by nickname or not."""
    return [lexicon.nicknames.get(key, key) for key in node.keys] if node.type == "PER" else []


def _join_respelt(links: Links) -> None:
    """Persons' names of two words or more, with a word that is spelt in several ways (`Mochamad`, `Muhammad`)."""
    spellings = links.words.spellings

    def respelt(node: Node) -> list[str]:
        keys = [key for key in node.keys if " " in key] if node.type == "PER" else []
        return [" ".join(spellings.get(w, w) for w in key.split()) for key in keys]

    if any(
        word in spellings for node in links.nodes if node.type == "PER" for key in node.keys for word in key.split()
    ):
        _join_equal(links, respelt, "spelt otherwise", apart=True)


def _join_initials(links: Links) -> None:
    """`M Ridwan Lubis` and `Muhammad Ridwan Lubis`: names of as many words, one of which is a letter in one of them."""
    short: dict[tuple[str, str], list[tuple[list[str], int]]] = defaultdict(list)
    for i, node in enumerate(links.nodes):
        if node.type == "PER":
            for words in (key.split() for key in node.keys):
                if len(words) > 1 and len(words[-1]) > 1 and any(len(w) == 1 for w in words):
                    short["".join(w[0] for w in words), words[-1]].append((words, i))
    if not short:
        return
    for j, node in enumerate(links.nodes):
        for words in (key.split() for key in node.keys if node.type == "PER" and " " in key):
            for letters, i in short.get(("".join(w[0] for w in words), words[-1]), ()):
                if i != j and all(a == b or (len(a) == 1 and len(b) > 2) for a, b in zip(letters, words, strict=True)):
                    links.join(i, j, f"a letter for a word: {' '.join(letters)} / {' '.join(words)}")


def _join_equal(links: Links, keys: Callable[[Node], Iterable[str]], reason: str, apart: bool = False) -> None:
    """Join the nodes of one kind that have a key in common; `apart`: not those that an article tells as two."""
    by_key: dict[tuple[str, str], int] = {}
    for i, node in enumerate(links.nodes):
        for key in keys(node):
            at = by_key.setdefault((_family(node.type), key), i)
            if at != i and not (apart and _are_side_by_side(links.nodes[at], node, links.text)):
                links.join(at, i, f"{reason}: {key}")


def _family(type_: str) -> str:
    return "place" if type_ in ("GPE", "LOC") else type_


def _join_slips(links: Links) -> None:
    """Names of two words or more that differ by a slip of the pen in one of them."""
    shelves: dict[tuple[str, int, str], list[tuple[str, int]]] = defaultdict(list)
    for i, node in enumerate(links.nodes):
        for key in node.keys:
            words = key.split()
            for k in range(len(words) if len(words) > 1 else 0):
                if len(words[k]) >= SLIP_WORD:
                    shelves[_family(node.type), k, " ".join(words[:k] + words[k + 1 :])].append((words[k], i))
    for (family, _, rest), shelf in shelves.items():
        most = 2 if family == "PER" and rest.count(" ") + 1 >= SURE_WORDS else 1
        for x, (a, i) in enumerate(shelf):
            for b, j in shelf[x + 1 :]:
                if (
                    a == b
                    or links.root(i) == links.root(j)
                    or _are_side_by_side(links.nodes[i], links.nodes[j], links.text)
                ):
                    continue
                if is_slip(a, b, family, most):
                    links.join(i, j, f"a slip of spelling beside {rest}: {a} / {b}")


def _are_side_by_side(a: Node, b: Node, text: str) -> bool:
    """Whether one article tells two names as two: in one sentence, or apart after all that joins within it."""
    if a.source and a.source == b.source:
        return True
    return a.type == "PER" and any(
        abs(p - q) < SIDE_BY_SIDE and not _SENTENCE_END.search(text, min(p, q), max(p, q))
        for p in a.order
        for q in b.order
    )


def is_slip(a: str, b: str, family: str, most: int = 1) -> bool:
    """Whether two words differ by one letter (or `most`), or two at the end; in a place's name only by a letter more or less,
    since villages of one region are often a letter apart.
    """
    short, long = sorted((a, b), key=len)
    if any(c.isdigit() for c in a + b):
        return False
    if long.startswith(short) and len(long) - len(short) <= 2:
        return True
    distance = DamerauLevenshtein.distance(short, long, score_cutoff=most)
    return distance <= most and (family != "place" or len(short) != len(long))


def _join_shortened(links: Links) -> None:
    """A body's short form that no table has and the only long name that it can be made of: `Kagama`, `KSPI`; so for one of its words, as
    in `Subdit Kamneg` and `Subdit Keamanan Negara`.
    """
    lexicon = links.lexicon
    long: dict[str, list[tuple[list[str], int]]] = defaultdict(list)
    for i, node in enumerate(links.nodes):
        if node.type == "ORG":
            for words in (key.replace(",", "").split() for key in node.keys):
                if len(words) > 1:
                    long[words[0][0]].append((words, i))
    for i, node in enumerate(links.nodes):
        if node.type != "ORG" or (node.canon and not node.defined and key_of(node.canon) != node.keys[0]):
            continue
        for key in node.keys:
            own = key.split()
            others = [(words, j) for words, j in long.get(own[0][0], ()) if len(words) > len(own)]
            for k, short in enumerate(own if others else ()):
                spelt = any(told.split()[k : k + 1] == [short.upper()] for told in node.told)
                if (
                    not short.isalpha()
                    or short in lexicon.parts
                    or len(short) < (LETTERS if spelt and not k else SYLLABLES)
                ):
                    continue
                if not spelt and (short in lexicon.ordinary or short in lexicon.given):
                    continue
                rest = own[k + 1 :]
                fits = {
                    links.root(j)
                    for words, j in others
                    if words[:k] == own[:k]
                    and words[len(words) - len(rest) :] == rest
                    and _makes(short, words[k : len(words) - len(rest)], spelt, lexicon)
                }
                if len(fits) == 1 and links.root(i) not in fits:
                    links.join(i, fits.pop(), f"short form of its words: {short}")


def _makes(short: str, words: list[str], spelt: bool, lexicon: Lexicon) -> bool:
    """Whether a name's words make the short form: `spelt` by their first letters, else by their openings."""
    own = [
        w for w in words if not (lexicon.is_word(w, "and") or lexicon.is_word(w, "foreign") or lexicon.is_word(w, "at"))
    ]
    if spelt and short in ("".join(w[0] for w in words), "".join(w[0] for w in own)):
        return True
    if len(short) < SYLLABLES or len(own) < 2 or short.startswith(own[0]) or own[0].startswith(short):
        return False  # `Honda` is a word of `Honda Astra`, not made of its words
    return is_syllabic(short, own)


def is_syllabic(short: str, words: Sequence[str]) -> bool:
    """Whether the words in order make the short form, each by its first letter and others of its own after it (`Dit-ti-pid`); the first
    and last are among them, one between may be left out, and half of them give two letters or more.
    """
    states = {(0, 0, 0)}  # letters made, words left out, words that gave two letters or more
    for k, word in enumerate(words):
        after: set[tuple[int, int, int]] = set()
        for made, out, solid in states:
            if 0 < k < len(words) - 1 and out == 0:
                after.add((made, 1, solid))
            size, at = 0, 0
            while made + size < len(short):
                at = word.find(short[made + size], at) + 1
                if not at or (size == 0 and at > 1):
                    break
                size += 1
                after.add((made + size, out, solid + (size > 1)))
        states = after
    return any(made == len(short) and 2 * solid >= len(words) - out for made, out, solid in states)


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


def fuller(keys: Iterable[str], among: Iterable[int], links: Links) -> dict[int, list[int]]:
    """The sets (by root) that have one of the keys as a part of a person's name, with the nodes that have it."""
    out: dict[int, list[int]] = defaultdict(list)
    keys = tuple(keys)
    for j in among:
        if any(is_part(k, long) and not _is_parent(k, long, links.words) for k in keys for long in links.nodes[j].keys):
            out[links.root(j)].append(j)
    return dict(out)


def _is_parent(short: str, long: str, words: LinkWords) -> bool:
    """Whether a part of a name is the parent's: `Rato Keli` of `Rato Keli Jr`, `Kuswara` of `Rini binti Kuswara`."""
    own, whole = short.split(), long.split()
    if len(own) > 1 and words.is_word(whole[-1], "younger") and own[-1] != whole[-1]:
        return True
    return any(words.is_word(word, "child-of") and own[0] in whole[k:] for k, word in enumerate(whole[1:], 1))


def join_told(same: Iterable[tuple[str, str, str]], links: Links) -> None:
    """Join what the text itself says is one; a short form that stands for two long ones there joins neither."""
    at_key = {key: i for i, node in enumerate(links.nodes) for key in node.keys}
    pairs = [(how, key_of(a), key_of(b)) for how, a, b in same]
    longs: dict[tuple[str, str], set[int]] = defaultdict(set)
    for how, a, b in pairs:
        if a in at_key and how != "acronym given in brackets":
            longs[how, b].add(links.root(at_key[a]))
    for how, a, b in pairs:
        if a in at_key and b in at_key and len(longs[how, b]) <= 1:
            links.join(at_key[a], at_key[b], f"{how}: {a} / {b}")


def join_parts(links: Links) -> None:
    """A shorter name of a person goes to the one fuller name that has it as a part, among several to the one named last
    before it; an organisation or place without what follows its name goes to the only one that has more.
    """
    nodes = links.nodes
    persons = [i for i, n in enumerate(nodes) if n.type == "PER" and n.weight >= PART_WEIGHT]
    singles = {key for n in nodes for key in n.keys if " " not in key}
    by_word = index_words(nodes, persons)
    for i, node in enumerate(nodes):
        if node.type != "PER" and (node.canon or (node.weight >= SETTLED and " " in node.keys[0])):
            continue
        among = {j for key in node.keys for j in by_word.get(key.split(" ", 1)[0], ()) if j != i}
        among = {
            j
            for j in among
            if not (is_relative(node, nodes[j], singles, links.words) or is_nickname(node.keys, links.lexicon))
        }
        groups = fuller(node.keys, sorted(among), links)
        if links.root(i) in groups:
            continue
        target = _nearest(node, _without_called_otherwise(node, groups, nodes, singles), nodes)
        if target is not None:
            node.type = "PER"
            links.join(i, target, f"part of the name: {node.keys[0]} / {nodes[target].keys[0]}")
    join_shorter(links)
    _join_clips(links, persons)


def is_nickname(keys: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a public figure is called so: no part of a longer name that has it, which is a relative's."""
    return any(key in lexicon.nicknames for key in keys)


def is_relative(short: Node, long: Node, singles: set[str], words: LinkWords) -> bool:
    """Whether a longer name is another's, called after somebody: `Ratna Rato Keli` beside `Presiden Rato Keli`.

    So it is when the shorter one alone holds an office, is a public figure's full name, or is called by a word of its own where the
    other is called by the word that goes before.
    """
    for key in short.keys:
        if " " not in key:
            continue
        for long_key in long.keys:
            first, _, rest = long_key.partition(" ")
            if rest != key:
                continue
            if (short.roles and not long.roles) or key in words.figures:
                return True
            if first in singles and any(word in singles for word in key.split()):
                return True
    return False


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


def _join_clips(links: Links, persons: Sequence[int]) -> None:
    """A single name that nobody of the article has goes to the only one named before who has it clipped or misspelt.

    Reports introduce a person by the full name: who is called by one word without an office was named before (`Hikmat` after
    `Hikmatullah`, `Prasteyo` after `Prasetyo Hadi`). A known given name is no slip of another. Whom the report says to be called so may
    be called by fewer letters.
    """
    nodes = links.nodes
    sizes = links.sizes()
    for i, node in enumerate(nodes):
        key = node.keys[0]
        if node.type != "PER" or " " in key or sizes[links.root(i)] > 1 or _holds_office(node, links.lexicon):
            continue
        before = links.text[max(node.order[0] - 20, 0) : node.order[0]].split()
        called = bool(before) and links.words.is_word(before[-1], "called")
        if len(key) < (CALLED if called else CLIP) or (node.weight < PART_WEIGHT and not called):
            continue
        fits = {
            links.root(j)
            for j in persons
            if nodes[j].order[0] < node.order[0]
            and any(_is_clip(key, nodes[j].keys[0], w, links.lexicon) for w in nodes[j].keys[0].split())
            and not _are_side_by_side(node, nodes[j], links.text)
        }
        if len(fits) == 1:
            links.join(i, fits.pop(), f"clipped or misspelt: {key}")


def _is_clip(key: str, name: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a single name is the opening of a word of another, or a slip of one in a full name."""
    if word.startswith(key):
        return len(word) >= len(key) + CLIPPED
    shape = " " in name and min(len(key), len(word)) >= SLIP_WORD and word[0] == key[0]
    return shape and key not in lexicon.given and is_slip(key, word, "PER")


def _holds_office(node: Node, lexicon: Lexicon) -> bool:
    titles = (lexicon.titles.get(role.split()[0]) for role in node.roles)
    return any(title is None or title.kind not in _PERSONAL for title in titles)


def join_shorter(links: Links) -> None:
    """Bodies and places under a shorter form of their name, when the longer one is the only one of its kind."""
    _join_prefixes(links)
    _join_middles(links)
    _join_headless(links)


def _join_prefixes(links: Links) -> None:
    """`Dinas ESDM` and `Dinas ESDM Kalimas`; a body known of the whole country is another than its office in a town."""
    nodes = links.nodes
    long: dict[str, list[tuple[str, int]]] = defaultdict(list)
    named: dict[str, set[str]] = {"ORG": set(), "GPE": set(), "LOC": set()}
    for i, node in enumerate(nodes):
        if node.type == "GPE":
            named["GPE"].update(node.keys)
        elif node.type != "PER":
            pair = any(_is_pair(told, links.lexicon) for told in node.told)
            for full in (links.full(k) for k in node.keys):
                named[node.type].add(full)
                if not pair:
                    long[full.split(" ", 1)[0]].append((full, i))
    # `Kementerian Agama RI` has its country behind it, and so has all that is one with it.
    homes = {links.root(i) for i, n in enumerate(nodes) if n.type == "ORG" and _is_of_home(n, links.lexicon)}
    # The longest first: when a shorter one is looked at, those are one.
    for i in sorted(range(len(nodes)), key=lambda i: -len(links.full(nodes[i].keys[0]))):
        node = nodes[i]
        if node.type not in ("ORG", "LOC") or links.root(i) in homes:
            continue
        own = [links.full(k) for k in node.keys]
        for base in (*own, *(links.full(b) for b in node.bases)):
            if any(o.startswith(base + " ") for o in own):  # this one has a place of its own behind that
                continue
            longer: set[int] = set()
            for k, j in long.get(base.split(" ", 1)[0], ()):
                if nodes[j].type != node.type or not k.startswith(base + " "):
                    continue
                if _may_leave_out(base, k[len(base) + 1 :], named, links):
                    longer.add(links.root(j))
            if len(longer) == 1 and links.root(i) not in longer:  # of two, one may be its own already
                links.join(i, longer.pop(), f"the name without what follows: {base}")


def _is_of_home(node: Node, lexicon: Lexicon) -> bool:
    return any(lexicon.is_word(key.rsplit(" ", 1)[-1], "home") for key in (*node.keys, *node.bases))


def _is_pair(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is those of two known bodies, joined by a hyphen."""
    return "-" in name and all(lexicon.known.get(part) for part in name.split("-") if part)


def _may_leave_out(base: str, tail: str, named: Mapping[str, set[str]], links: Links) -> bool:
    """Whether a body's or place's name may stand without what follows it: its place, its country, or the body that it is of."""
    words, lexicon = links.words, links.lexicon
    first = tail.split(" ", 1)[0]
    if lexicon.ordinary.get(first) == "portfolio" or words.is_word(first, "branch"):
        return False  # `Dewan Perwakilan Rakyat` and `… Daerah` are two bodies
    known = lexicon.known.get(tail)
    of_body = (
        tail in named["ORG"]
        or links.full(tail) in named["ORG"]
        or tail in words.bodies
        or (known is not None and known.type == "ORG")
    )
    of_country = (known is not None and known.table == "countries") or tail in lexicon.capitals
    if base in words.bodies and not any(words.is_word(w, "local") for w in base.split()):
        return of_body or of_country
    of_place = tail in named["GPE"] or of_country or (known is not None and known.type == "GPE")
    return " " in base or (base not in lexicon.ordinary and (of_body or of_place))


def _join_middles(links: Links) -> None:
    """`Stadion Lontar Suita` and `Stadion Suita`: places with one head and one end, of which one has more between them; so bodies, when
    the shorter one has a word of its own between too.
    """
    shelves: dict[tuple[str, str, str], list[tuple[str, int]]] = defaultdict(list)
    for i, node in enumerate(links.nodes):
        if node.type in ("ORG", "LOC"):
            for key in node.keys:
                if " " in key:
                    shelves[node.type, key.split(" ", 1)[0], key.rsplit(" ", 1)[1]].append((key, i))
    for (type_, _, _), shelf in shelves.items():
        for short, i in shelf:
            if len(shelf) > 1 and short.count(" ") >= (2 if type_ == "ORG" else 1):
                longer = {links.root(j) for long, j in shelf if is_part(short, long)}
                if len(longer) == 1 and links.root(i) not in longer:
                    links.join(i, longer.pop(), f"the name with more between: {short}")


def _join_headless(links: Links) -> None:
    """`PT Lontarwangi Jaya` and `Lontarwangi`, `Pulau Lontar` and `Lontar`, when nothing else is called so."""
    nodes = links.nodes
    headed: dict[str, set[int]] = defaultdict(set)
    for i, node in enumerate(nodes):
        if node.type in ("ORG", "LOC"):
            for key in node.keys:
                head, _, rest = key.partition(" ")
                if rest and links.words.is_word(head, "company" if node.type == "ORG" else "feature"):
                    headed[rest.split(" ", 1)[0]].add(i)
    if not headed:
        return
    sizes = links.sizes()
    for i, node in enumerate(nodes):
        for key in node.keys:
            others = headed.get(key.split(" ", 1)[0])
            if not others or sizes[links.root(i)] > 1 or (node.type == "PER" and node.weight >= SETTLED):
                continue
            known = links.lexicon.known.get(key)
            fits = {
                j
                for j in others
                if (known is None or known.type == nodes[j].type == "LOC")
                and any(_is_headless(key, k, nodes[j].type) for k in nodes[j].keys)
            }
            if len({links.root(j) for j in fits} - {links.root(i)}) == 1:
                node.type = nodes[min(fits)].type
                links.join(i, min(fits), f"the name without its head word: {key}")


def _is_headless(key: str, long: str, type_: str) -> bool:
    """Whether a key is a longer one without its head; a company may leave out what follows, too."""
    rest = long.partition(" ")[2]
    return rest == key or (type_ == "ORG" and rest.startswith(key + " "))
