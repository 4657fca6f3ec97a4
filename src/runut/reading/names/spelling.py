"""One name in several spellings: words that are spelt in several ways, letters for words, slips of the pen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations, product

from rapidfuzz.distance import DamerauLevenshtein

from runut.reading.names.links import Links, Node

# A slip of spelling is one letter in a word of this length, or two at the end of one: shorter words are other names.
SLIP_WORD = 6
# Across reports a place's word of this length may have another letter beside equal words, and this long one by itself.
FAR_WORD, FAR_NAME = 5, 7
# A short name's slip opens with so many letters of it; a place with this much evidence shows what a name is.
_OPENING, _SHOWN = 3, 2.0
# Beside this many equal words of a person's name, a slip may be of two letters.
SURE_WORDS = 2
# Letters that stand for the first words of a person's name without stops are so many at most.
MOST_SPREAD = 3
# A place's or body's word of more letters than this may have them in another order.
LONG_WORD = 7
# Names of one sentence this many characters apart are told side by side, brothers in a list: no slip makes them one.
SIDE_BY_SIDE = 120

# Where more names than this differ in the same word they are a list, and none is a slip of another: comparing each with each would
# take the square of their number (the widest of 2,096 reports has 27).
MOST_BESIDE = 200

# Spellings in use side by side, the old one first: `Oesman`, `Djoko`, `Tjahjo`; `Fadhil`, `Khalid`; `Nicolas`, `Rizky`, `Novi`.
_SOUNDS = (
    ("oe", "u"),
    ("ae", "ai"),
    ("dj", "j"),
    ("tj", "c"),
    ("sj", "s"),
    ("sy", "s"),
    ("th", "t"),
    ("dh", "d"),
    ("kh", "k"),
    ("ch", "h"),
    ("ph", "f"),
    ("ck", "k"),
    ("co", "ko"),
    ("v", "f"),
    ("q", "k"),
    ("z", "s"),
    ("ei", "ai"),
    ("y", "i"),
)
_VOWELS = frozenset("aeiou")
_DOUBLED = re.compile(r"([a-z])\1")
SENTENCE_END = re.compile(r"[.!?]\s|\n")


def join_equal(links: Links, keys: Callable[[Node], Iterable[str]], reason: str, apart: bool = False) -> None:
    """Join the nodes of one kind that have a key in common; `apart`: not those that an article tells as two."""
    shelves: dict[str, dict[str, int]] = defaultdict(dict)
    for i, node in enumerate(links.nodes):
        for key in keys(node):
            at = shelves[_family(node.type)].setdefault(key, i)
            if at != i and not (apart and are_side_by_side(links.nodes[at], node, links.text)):
                links.join(at, i, f"{reason}: {key}")


def _family(type_: str) -> str:
    return "place" if type_ in ("GPE", "LOC") else type_


def join_respelt(links: Links) -> None:
    """Persons' names of two words or more that are written otherwise: `Mochamad`, `Muhammad`; places that sound alike: `Bulai`, `Bulay`.

    One newsroom seldom spells a person's name in two ways, two often do: across reports those that sound alike are one, too; within
    one, single names that sound alike.
    """
    spellings = links.words.spellings
    across = any(node.source for node in links.nodes)

    persons = [key for node in links.nodes if node.type == "PER" for key in node.keys if " " in key]
    looked = across or any(word in spellings for key in persons for word in key.split())

    def respelt(node: Node) -> list[str]:
        if node.type == "PER" and not across and " " not in node.keys[0] and len(node.keys[0]) >= SLIP_WORD:
            sound = sound_of(node.keys[0])  # a single name, compared with single ones
            moved = [f"* {sound[0]} {''.join(sorted(sound))}"] if len(sound) > SLIP_WORD else []
            return [f"* {sound}", *moved]
        if node.type == "ORG" or (node.type == "PER" and not looked):
            return []
        keys = [key for key in node.keys if " " in key]
        if node.type != "PER":
            places = links.words.place_spellings
            full = {*node.keys, *map(links.full, node.keys)}  # `Sumatra Utara` and `Sumut`
            spelt = (" ".join(places.get(w, w) for w in key.split()) for key in sorted(full))
            return [*(sound_of(key) for key in keys), *(f"* {key}" for key in spelt)]
        plain = (" ".join(spellings.get(w, w) for w in key.split()) for key in keys)
        return [sound_of(key) if across else key for key in plain]

    join_equal(links, respelt, "spelt otherwise", apart=True)


def sound_of(key: str) -> str:
    """A person's name in one of the spellings that are in use side by side: old and new ones, those of Arabic names, double letters."""
    for letters, sound in _SOUNDS:
        if letters in key:
            key = key.replace(letters, sound)
    return _DOUBLED.sub(r"\1", key) if _DOUBLED.search(key) else key  # most have none, and looking costs a fifth


def join_initials(links: Links) -> None:
    """`M Ridwan Lubis` and `Muhammad Ridwan Lubis`: names of as many words, one of which is a letter in one of them.

    Where several full names fit the letters, they stand for none of them.
    """
    short: dict[tuple[str, str], list[tuple[list[str], int]]] = defaultdict(list)
    for i, node in enumerate(links.nodes):
        if node.type == "PER":
            for words in (_spread(key, node) for key in node.keys):
                letters = [k for k, word in enumerate(words) if len(word) == 1]
                if letters and len(words) > len(letters) + (letters[-1] == len(words) - 1):  # `Rini L` alone is anybody
                    short[_letters_of(words), max(words, key=len)].append((words, i))
    if not short:
        return
    fits: dict[tuple[int, str], list[tuple[int, str]]] = defaultdict(list)
    for j, node in enumerate(links.nodes):
        full_names = [key.split() for key in node.keys if node.type == "PER" and " " in key]
        # `M Ridwan Lubis` of `Muhammad Ridwan Lubis Garut`, two of whose words are told
        full_names += [words[:-1] for words in full_names if len(words) > SURE_WORDS + 1]
        for words in full_names:
            initials = _letters_of(words)
            for word in words:
                for other, i in short.get((initials, word), ()):
                    if i != j and all(
                        a == b or (len(a) == 1 and len(b) > 2) for a, b in zip(other, words, strict=True)
                    ):
                        fits[i, " ".join(other)].append((j, " ".join(words)))
    for (i, told), full in sorted(fits.items(), key=lambda fit: (fit[0][1].count(" ") - len(fit[0][1]), fit[0])):
        if len({links.root(j) for j, _ in full}) == 1:
            links.join(i, full[0][0], f"a letter for a word: {told} / {full[0][1]}")


def _spread(key: str, node: Node) -> list[str]:
    """The words of a person's name, each by itself of the letters that stand for its first ones: `RW Lontar`."""
    words = key.split()
    lettered = len(words) > 1 and 1 < len(words[0]) <= MOST_SPREAD
    if lettered and all(told.split(" ", 1)[0] == words[0].upper() for told in node.told):
        return [*words[0], *words[1:]]
    return words


def _letters_of(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def join_slips(links: Links) -> None:
    """Names of two words or more that differ by a slip of the pen in one of them."""
    shelves: dict[tuple[str, int, str], list[tuple[str, int]]] = defaultdict(list)
    for i, node in enumerate(links.nodes):
        keys = {*node.keys, *map(links.full, node.keys)} if node.type == "ORG" else node.keys
        for key in sorted(keys) if len(keys) > 1 else keys:
            words = key.split() if " " in key else []
            for k in range(len(words)):
                sure = node.type == "PER" and len(words) > SURE_WORDS
                if len(words[k]) >= SLIP_WORD - sure:
                    shelves[_family(node.type), k, " ".join(words[:k] + words[k + 1 :])].append((words[k], i))
    for (family, _, rest), shelf in shelves.items():
        if len(shelf) > MOST_BESIDE:
            continue
        most = 2 if family == "PER" and rest.count(" ") + 1 >= SURE_WORDS else 1
        for x, (a, i) in enumerate(shelf):
            for b, j in shelf[x + 1 :]:
                if (
                    a == b
                    or links.root(i) == links.root(j)
                    or are_side_by_side(links.nodes[i], links.nodes[j], links.text)
                ):
                    continue
                few = min(len(a), len(b)) < SLIP_WORD and family == "PER"
                if few and not _is_short_slip(a, b, i, j, links) and not _lacks_last(a, b, rest):
                    continue
                if is_slip(a, b, family, most):
                    links.join(i, j, f"a slip of spelling beside {rest}: {a} / {b}")


def join_slipped_letters(links: Links) -> None:
    """The short name of a body of the tables, and a word that has a letter of it more or less and is in no table: `Kemenang`, `Kejgung`.

    Within one article, where nothing but its capital shows what the word is, and only one of the bodies is so near.
    """
    known = links.lexicon.known
    bodies: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for i, node in enumerate(links.nodes):
        listed = known.get(node.keys[0]) if node.canon and not node.source else None
        if (
            listed is not None
            and listed.table == "acronyms"
            and listed.type == "ORG"
            and len(node.keys[0]) >= SLIP_WORD
        ):
            bodies[node.keys[0][:_OPENING]].append((node.keys[0], i))
    for i, node in enumerate(links.nodes) if bodies else ():
        key = node.keys[0]
        if " " in key or len(key) < SLIP_WORD or node.canon or node.roles or node.weight >= _SHOWN * len(node.order):
            continue
        if known.get(key) or key in links.lexicon.given or links.lexicon.is_ordinary(key):
            continue
        near = {
            links.root(j): j
            for other, j in bodies.get(key[:_OPENING], ())
            if len(other) != len(key) and DamerauLevenshtein.distance(key, other, score_cutoff=1) == 1
        }
        if len(near) == 1:
            j = near.popitem()[1]
            node.type, node.canon = "ORG", links.nodes[j].canon
            node.told.insert(0, links.nodes[j].told[0])
            links.join(i, j, f"a slip of spelling: {key}")


def _lacks_last(a: str, b: str, rest: str) -> bool:
    """Whether one of two short words lacks the other's last letter, between two equal words: `Rini Ajun Lestari`, `Rini Aju Lestari`."""
    short, long = sorted((a, b), key=len)
    return rest.count(" ") + 1 >= SURE_WORDS and long[:-1] == short and len(long) >= SLIP_WORD


def _is_short_slip(a: str, b: str, i: int, j: int, links: Links) -> bool:
    """Whether two short words of persons' names sound alike, or differ by one letter inside and are no two known given names, and the
    two hold no other offices.
    """
    given = links.lexicon.given
    inside = a[-1] == b[-1] and DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1
    if not (inside and not (a in given and b in given)) and _ending_alike(a) != _ending_alike(b):
        return False
    one, other = ({role.split(" ", 1)[0].lower() for role in links.nodes[k].roles} for k in (i, j))
    return not one or not other or not one.isdisjoint(other)


def _ending_alike(word: str) -> str:
    """The sound of a word, `Audrey` as `Audri`."""
    return sound_of(word).replace("ei", "i")


def join_far_slips(links: Links) -> None:
    """Places of a story that differ by one letter in a long word, each the only one so near the other, and told by no report as two."""
    shelves: dict[tuple[int, str], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    sources: dict[int, set[str]] = defaultdict(set)
    known: dict[int, bool] = defaultdict(bool)
    heads: dict[int, set[str]] = defaultdict(set)
    for i, node in enumerate(links.nodes):
        root = links.root(i)
        sources[root].add(node.source)
        if _family(node.type) != "place":
            continue
        for key in node.keys:
            words = key.split()
            known[root] = known[root] or links.lexicon.known.get(key) is not None
            if len(words) > 1 and links.lexicon.is_word(words[0], "governed"):
                heads[root].add(words[0])
                words = words[1:]
            for k, word in enumerate(words):
                if word.isalpha() and len(word) >= (FAR_WORD if len(words) > 1 else FAR_NAME):
                    shelves[k, " ".join(words[:k] + words[k + 1 :])][word].add(root)
    near: dict[int, dict[int, str]] = defaultdict(dict)
    for (_, rest), by_word in shelves.items():
        for a, b in combinations(sorted(by_word), 2) if 1 < len(by_word) <= MOST_BESIDE else ():
            if a[0] == b[0] and DamerauLevenshtein.distance(a, b, score_cutoff=1) == 1 and not _differ_in_vowel(a, b):
                for p, q in product(by_word[a], by_word[b]):
                    near[p][q] = near[q][p] = f"{a} / {b}" + (f" beside {rest}" if rest else "")
    for p, others in sorted(near.items()):
        for q, why in others.items():
            alone = p < q and len(others) == len(near[q]) == 1 and not sources[p] & sources[q]
            if alone and not (known[p] and known[q]) and len(heads[p] | heads[q]) < 2:
                links.join(p, q, f"a letter apart: {why}")


def _differ_in_vowel(a: str, b: str) -> bool:
    """Whether two words have one vowel for another: villages of one region are named so, `Sukamaju` and `Sukamaja`."""
    return len(a) == len(b) and all(x == y or (x in _VOWELS and y in _VOWELS) for x, y in zip(a, b, strict=True))


def are_side_by_side(a: Node, b: Node, text: str) -> bool:
    """Whether one article tells two names as two: in one sentence, or apart after all that joins within it."""
    if a.source and a.source == b.source:
        return True
    return a.type == "PER" and any(
        abs(p - q) < SIDE_BY_SIDE and not SENTENCE_END.search(text, min(p, q), max(p, q))
        for p in a.order
        for q in b.order
    )


def is_slip(a: str, b: str, family: str, most: int = 1) -> bool:
    """Whether two words differ by one letter (or `most`), by two at the end, or, of a person's name, in the order of their letters.

    In a place's name only by a letter more or less, since villages of one region are often a letter apart.
    """
    short, long = sorted((a, b), key=len)
    if any(c.isdigit() for c in a + b):
        return False
    if long.startswith(short) and len(long) - len(short) <= 2:
        return True
    if len(short) > (SLIP_WORD if family == "PER" else LONG_WORD) and a[0] == b[0] and sorted(a) == sorted(b):
        return True  # letters that changed places
    distance = DamerauLevenshtein.distance(short, long, score_cutoff=most)
    return distance <= most and (family != "place" or len(short) != len(long))
