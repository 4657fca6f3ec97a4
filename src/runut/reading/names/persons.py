"""One person under shorter names: parts of the full name, clipped names, and whose names only look like parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from runut.reading.names.keys import LinkWords
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.links import Links, Node
from runut.reading.names.spelling import SLIP_WORD, are_side_by_side, is_slip, sound_of

# A shorter name may be a part of a longer one with this much evidence, when its own does not come from a table.
PART_WEIGHT = 1.5
# A name of several words with this much evidence of being no person is no part of one.
SETTLED = 3.0
# A shared family name alone means the person with this many times the evidence of the next.
MAIN = 2.0
# Who is called by the opening of his name is called by this many letters of it (by fewer when the report says so), and the name has
# this many more.
CLIP, CALLED, CLIPPED = 4, 3, 2

# Words of this many letters or more of two names may differ by two of them, shorter ones by one.
SURE_SLIP = 8
# Letters that a person is called by are this many at most.
MOST_LETTERS = 4
# A name that is made of the openings of another has this many letters or more.
BLEND = 5
# A word that stands in more names than this tells no single one of them (the most common one of 2,096 reports stands in 11).
MOST_NEAR = 200

# What shows a place before its name.
_PLACED = ("toward", "place-sign", "mere-place", "befalls")
# The name of the region behind a town's has so many words at most.
_WORDS = 3
# A word for kin stands this many characters before a name at most, a title between.
_LEAD = 40

_PERSONAL = ("rank", "honorific", "suffix")


def join_persons(links: Links) -> None:
    """A shorter name of a person goes to the one fuller name that has it as a part, among several to the one named last before it."""
    nodes = links.nodes
    persons = [i for i, n in enumerate(nodes) if n.type == "PER" and n.weight >= PART_WEIGHT]
    singles = {key for n in nodes for key in n.keys if " " not in key}
    kin = {j for j in persons if " " in nodes[j].keys[0] and _is_kin(nodes[j], links)}
    by_word = index_words(nodes, persons)
    _settle_towns(links, by_word)
    for i, node in enumerate(nodes):
        if node.type != "PER" and (node.canon or (node.weight >= SETTLED and " " in node.keys[0])):
            continue
        near = by_word.get(node.keys[0].split(" ", 1)[0], ())
        if (
            not near
            or len(near) > MOST_NEAR
            or (len(near) == 1 and near[0] == i)
            or (is_nickname(node.keys, links.lexicon) and not _opens_one(node, near, nodes))
        ):
            continue
        among = (
            j
            for j in near
            if j != i
            and not is_relative(node, nodes[j], singles, links.words)
            and not (j in kin and _is_told_before(node, nodes[j]))
            and not _is_introduced_as(node, nodes[j], links)
        )
        groups = fuller(node.keys, among, links)
        if not groups:
            continue
        if links.root(i) in groups:
            continue
        target = _nearest(node, _without_called_otherwise(node, groups, nodes, singles), nodes)
        if target is not None:
            node.type = "PER"
            links.join(i, target, f"part of the name: {node.keys[0]} / {nodes[target].keys[0]}")
    _join_misspelt(links, persons)
    _join_clips(links, persons)
    _join_letters(links, persons)
    join_blends(links, persons)


def _settle_towns(links: Links, by_word: Mapping[str, Sequence[int]]) -> None:
    """A town's name that opens the name of the only officer who has it is his where it speaks, or stands beside a word for somebody, and
    nowhere beside one that shows a place: `Menurut Garut` after `Wamendagri Garut Wijaya`.
    """
    lexicon, text = links.lexicon, links.text
    for node in links.nodes if text else ():
        key = node.keys[0]
        near = by_word.get(key, ()) if node.type == "GPE" and " " not in key else ()
        if len({links.root(j) for j in near}) != 1 or not all(
            links.nodes[j].keys[0].startswith(f"{key} ") for j in near
        ):
            continue
        officer = any(links.nodes[j].roles and links.nodes[j].order[0] < node.order[0] for j in near)
        if officer and _is_somebody(node, text, lexicon):
            node.type, node.canon = "PER", None


def _is_somebody(node: Node, text: str, lexicon: Lexicon) -> bool:
    """Whether a town's name stands beside a word of speaking or for somebody, and nowhere beside one that shows a place."""
    personal = False
    for at in node.order:
        before = "".join(text[max(at - 20, 0) : at].lower().split()[-1:])
        behind = text[at + len(node.keys[0]) :][:_LEAD]
        after = behind.split(None, 1)[0].lower().rstrip(".,") if behind[:1] == " " and behind.strip() else ""
        placed = any(lexicon.is_word(before, use) for use in _PLACED) or lexicon.is_word(after, "befalls")
        headed = before and (lexicon.org_heads.get(before) or lexicon.place_heads.get(before))
        if placed or headed or _names_place(behind.removeprefix(", "), lexicon):
            return False
        told = "PER" in lexicon.before.get(before, ()) or lexicon.is_word(before, "according")
        personal = personal or told or "PER" in lexicon.after.get(after, ())
    return personal


def _names_place(behind: str, lexicon: Lexicon) -> bool:
    """Whether a place's name stands at the opening: `, Jawa Barat` behind a town's."""
    words = re.split(r"[^\w ]", behind, maxsplit=1)[0].split()[:_WORDS]
    known = (lexicon.known.get(" ".join(words[:k])) for k in range(1, len(words) + 1) if words[0][0].isupper())
    return any(place is not None and place.type == "GPE" for place in known)


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


def is_nickname(keys: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a public figure is called so: no part of a longer name that has it, which is a relative's."""
    return any(key in lexicon.nicknames for key in keys)


def _opens_one(node: Node, near: Sequence[int], nodes: Sequence[Node]) -> bool:
    """Whether what a public figure is called by opens the only name that has it, and that stands before: another is called so here."""
    longer = [nodes[j] for j in near if nodes[j] is not node]
    if len(longer) != 1 or longer[0].order[0] > node.order[0]:
        return False
    return all(longer[0].keys[0].startswith(f"{key} ") for key in node.keys)


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
            if (short.roles and not long.roles and first in words.lexicon.given) or key in words.figures:
                return True
            if any(
                words.is_word(role.lower().rstrip("."), "of-husband") for role in long.roles
            ):  # `Ny Ratna Rato Keli`
                return True
            if first in singles and any(word in singles for word in key.split()):
                return True
    return False


def _is_kin(node: Node, links: Links) -> bool:
    """Whether somebody is first named as a relative of who was named before: `istrinya, Ratna Keli`."""
    lead = links.text[max(node.order[0] - _LEAD, 0) : node.order[0]].rsplit("\n", 1)[-1].split()
    while lead and links.lexicon.titles.get(lead[-1]) is not None:  # `ayahnya, Profesor Ratno Keli`
        lead.pop()
    word = lead[-1].rstrip(",").lower() if lead else ""
    return word.endswith("nya") and links.words.is_word(word.removesuffix("nya"), "kin")


def _is_introduced_as(short: Node, long: Node, links: Links) -> bool:
    """Whether who is called by the last word of an officer's name is first told with another office: `Kapolres Budi Lontar`, then
    `Lontar selaku Ketua DPRD`.
    """
    key = short.keys[0]
    if " " in key or not long.roles or not long.keys[0].endswith(f" {key}") or short.order[0] < long.order[0]:
        return False
    told = links.words.as_office.match(links.text, short.order[0] + len(short.told[0]))
    if told is None or links.lexicon.titles.get(links.text[told.end() :].split(" ", 1)[0]) is None:
        return False
    office = links.text[told.end() : told.end() + _LEAD].lower().split()[:1]
    return not any(word.lower() in office for role in long.roles for word in role.split())


def _is_told_before(short: Node, long: Node) -> bool:
    """Whether a single name stands before the first place of the longer one that ends with it."""
    key = short.keys[0]
    return " " not in key and short.order[0] < long.order[0] and long.keys[0].endswith(f" {key}")


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
        lead = links.text[max(node.order[0] - 20, 0) : node.order[0]].split()
        called = bool(lead) and links.words.is_word(lead[-1], "called")
        if len(key) < (CALLED if called else CLIP):
            continue
        opens = len(key) > CLIP and not links.lexicon.is_ordinary(key) and links.lexicon.known.get(key) is None
        short = len(key) <= SLIP_WORD or key in links.lexicon.ordinary
        if node.weight < PART_WEIGHT and not called and short and not opens:
            continue  # a capital alone is no name, unless somebody is called almost so
        before = [
            j for j in persons if nodes[j].order[0] < node.order[0] and not are_side_by_side(node, nodes[j], links.text)
        ]
        sure = called or node.weight >= PART_WEIGHT
        fits = {
            links.root(j)
            for j in (before if sure or opens else ())
            if sure or (" " in nodes[j].keys[0] and nodes[j].keys[0].startswith(key))
            if any(_is_clip(key, nodes[j].keys[0], w, links.lexicon) for w in nodes[j].keys[0].split())
        }
        if not fits and not called and not _is_introduced(node, lead, links):
            fits = {
                links.root(j) for j in before if any(is_slip_of_one(key, w, links) for w in nodes[j].keys[0].split())
            }
        if len(fits) == 1:
            links.join(i, fits.pop(), f"clipped or misspelt: {key}")


def _is_clip(key: str, name: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a single name is the opening of a word of another, or a slip of one in a full name."""
    if word.startswith(key):
        return len(word) >= len(key) + CLIPPED and (len(key) > CLIP or key not in lexicon.given)
    if word.endswith(key) and " " in name:  # `Tika` of `Rini Kartika`
        return len(word) >= len(key) + CLIPPED and len(key) >= CLIP
    if len(key) >= SLIP_WORD and sound_of(key) == sound_of(word):  # `Zainal` of `Zaenal Lontar`
        return True
    shape = " " in name and min(len(key), len(word)) >= SLIP_WORD and word[0] == key[0]
    return shape and key not in lexicon.given and is_slip(key, word, "PER")


def _is_introduced(node: Node, lead: Sequence[str], links: Links) -> bool:
    """Whether the report tells who somebody is where it first names him: `bernama Rini`, `Rini (34)`."""
    named = bool(lead) and links.words.is_word(lead[-1], "introduces")
    return named or links.lexicon.age.match(links.text, node.order[0] + len(node.told[0])) is not None


def is_slip_of_one(key: str, word: str, links: Links) -> bool:
    """Whether two words of persons' names sound alike, or one is no known given name and a letter away from the other."""
    if word[0] != key[0] or word == key or not (key.isalpha() and word.isalpha()):
        return False
    if sound_of(key) == sound_of(word):  # `Doni` of `Donny Lontar`
        return True
    given = links.lexicon.given
    short, long = sorted((key, word), key=len)
    if key in given and word in given:
        return False
    if len(short) < SLIP_WORD:  # `Ismad` of `Ismadi`
        return len(short) > CLIP and long[:-1] == short and short not in given
    return is_slip(key, word, "PER")


def is_name_misspelt(one: str, other: str, links: Links) -> bool:
    """Whether two names of several words are one but for slips: `Rini Wirguna` of `Rini Wijaya Wiraguna`.

    The first words are the same; each other one of the shorter name stands in the longer, in order, or is a slip of one there, and
    no two known given names are.
    """
    short, long = sorted((one.split(), other.split()), key=len)
    if len(short) < 2 or short[0] != long[0]:
        return False
    at, slips = 1, 0
    for word in short[1:]:
        k = next((k for k in range(at, len(long)) if word == long[k] or _is_slip_inside(word, long[k], links)), None)
        if k is None:
            return False
        slips += word != long[k]
        at = k + 1
    return slips > 0


def _is_slip_inside(word: str, other: str, links: Links) -> bool:
    given = links.lexicon.given
    least = min(len(word), len(other))
    if least <= CLIP or (word in given and other in given) or not (word.isalpha() and other.isalpha()):
        return False
    return DamerauLevenshtein.distance(word, other, score_cutoff=2) <= (1 if least < SURE_SLIP else 2)


def _join_misspelt(links: Links, persons: Sequence[int]) -> None:
    """A name of several words goes to the only one that it is but for slips, where no sentence tells of both."""
    shelves: dict[str, list[int]] = defaultdict(list)
    for i in persons:
        key = links.nodes[i].keys[0]
        if " " in key:
            shelves[key.split(" ", 1)[0]].append(i)
    for shelf in shelves.values():
        if 1 < len(shelf) <= MOST_NEAR:
            for i, j in combinations(shelf, 2):
                a, b = links.nodes[i], links.nodes[j]
                if (
                    links.root(i) != links.root(j)
                    and is_name_misspelt(a.keys[0], b.keys[0], links)
                    and not are_side_by_side(a, b, links.text)
                ):
                    links.join(i, j, f"misspelt: {a.keys[0]} / {b.keys[0]}")


def join_glued(links: Links) -> None:
    """A person's name with an ordinary word glued to its end goes to the name: `Rini Wijayantipergi` to `Rini Wijayanti`."""
    lexicon = links.lexicon
    persons = {key: i for i, node in enumerate(links.nodes) if node.type == "PER" for key in node.keys if " " in key}
    for key, i in persons.items():
        start = key.rindex(" ") + 1
        for cut in range(start + CLIP, len(key) - 1):
            tail = key[cut:]
            j = persons.get(key[:cut])
            if (
                j is not None
                and (len(tail) > 2 or lexicon.is_word(tail, "place-sign"))
                and lexicon.is_ordinary(tail)
                and not (lexicon.is_word(tail, "name-tail") or tail in lexicon.given)
            ):
                links.join(i, j, f"a word glued to the name: {key[:cut]} / {tail}")


def join_blends(links: Links, persons: Sequence[int]) -> None:
    """A single name that is made of the openings of the only full name that it fits: `Lonku` of `Lontar Kuncoro`."""
    full: dict[str, list[int]] = defaultdict(list)
    for j in persons:
        key = links.nodes[j].keys[0]
        if " " in key:
            full[key[:2]].append(j)
    sizes = links.sizes()
    for i, node in enumerate(links.nodes):
        key = node.keys[0]
        if (
            len(key) < BLEND
            or not key.isalpha()
            or sizes[links.root(i)] > 1
            or node.canon
            or node.type not in ("PER", "ORG")
        ):
            continue
        fits = {links.root(j) for j in full.get(key[:2], ()) if _is_blend(key, links.nodes[j].keys[0].split())}
        if len(fits) == 1:
            node.type = "PER"
            links.join(i, fits.pop(), f"made of the name: {key}")


def _is_blend(short: str, words: Sequence[str]) -> bool:
    """Whether the openings of all words of a name, two letters or more of each, make it."""
    if len(words) == 1:
        return len(short) > 1 and words[0].startswith(short)
    most = min(len(words[0]), len(short) - 2)
    return any(short[:size] == words[0][:size] and _is_blend(short[size:], words[1:]) for size in range(2, most + 1))


def _join_letters(links: Links, persons: Sequence[int]) -> None:
    """Letters that are those of the only full name of the article that has them: `RLK` of `Rini Lontar Kuncoro`.

    Two letters fit a stranger too easily: they are joined only where others of the article fit as well, behind a form of address, by
    which a report calls whom it has named, or with the same rank or office (`AKP RW`, `AKP Rini Wijayanti`).
    """
    full: dict[str, set[int]] = defaultdict(set)
    for j in persons:
        words = links.nodes[j].keys[0].split()
        if 1 < len(words) <= MOST_LETTERS:
            full["".join(word[0] for word in words)].add(links.root(j))
    pairs: list[tuple[int, int]] = []
    for i, node in enumerate(links.nodes):
        key = node.keys[0]
        fits = full.get(key, set())
        free = node.type == "PER" or not (node.canon or node.defined)
        if len(fits) == 1 and links.root(i) not in fits and free and node.told[0].isupper():
            pairs.append((i, min(fits)))
    sure = len({j for i, j in pairs}) > 1
    held: dict[int, list[str]] = defaultdict(list)
    for k in persons if pairs else ():
        held[links.root(k)] += links.nodes[k].roles
    for i, j in pairs:
        ranked = set(links.nodes[i].roles) & set(held[j])
        if sure or ranked or len(links.nodes[i].keys[0]) > 2 or _is_addressed(links.nodes[i], links):
            links.join(i, j, f"letters of the name: {links.nodes[i].keys[0]}")


def _is_addressed(node: Node, links: Links) -> bool:
    """Whether a form of address stands before a name: `pak RW`."""
    leads = (links.text[max(at - 20, 0) : at].split()[-1:] for at in node.order)
    titles = (links.lexicon.titles.get(word) for lead in leads for word in lead)
    return any(title is not None and title.kind == "honorific" for title in titles)


def _holds_office(node: Node, lexicon: Lexicon) -> bool:
    titles = (lexicon.titles.get(role.split()[0]) for role in node.roles)
    return any(title is None or title.kind not in _PERSONAL for title in titles)
