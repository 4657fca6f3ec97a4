"""One person whose name several newsrooms spell in several ways: foreign names as they are heard, and who holds one office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from runut.model import Name
from runut.reading.names.keys import is_former, office_of
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.links import Links, Node
from runut.reading.names.spelling import is_slip, sound_of

# A foreign name's last word has so many letters, its first so many, and what is heard of the last so many.
LAST, FIRST, HEARD = 5, 4, 3
# Its last word is written otherwise in so many letters at most.
APART = 2
# A name with more words than this is compared by its first and last, and the letters of those between.
_PAIR = 2
# The kinds of offices that one at a time holds.
_RULING = ("territory", "country", "portfolio")
_VOWELS = frozenset("aeiouy")


def join_respelt_abroad(links: Links) -> None:
    """Foreign names of two words or more that sound alike but for vowels, `h` and a last `s`, of reports none of which has two such
    (`Filip Mertens`, `Philips M. Mehrtens`); no word of theirs is one of our language or a known given name.
    """
    shelves: dict[tuple[str, str], list[tuple[int, list[str]]]] = defaultdict(list)
    for i, node in enumerate(links.nodes):
        for key in node.keys if node.type == "PER" else ():
            words = key.split()
            if len(words) >= _PAIR and _is_foreign(words, links.lexicon):
                shelves[_heard(words[0]), _heard(words[-1])].append((i, words))
    for (_, last), shelf in sorted(shelves.items()):
        roots = {links.root(i) for i, _ in shelf}
        if len(roots) < _PAIR or len(last) < HEARD or _are_of_one_report(roots, shelf, links):
            continue
        for (i, a), (j, b) in combinations(shelf, 2):
            if links.root(i) != links.root(j) and _are_spellings(a, b) and _may_hold(links.nodes[i], links.nodes[j]):
                links.join(i, j, f"spelt as heard: {' '.join(a)} / {' '.join(b)}")


def join_same_office(members: Sequence[tuple[str, Name]], links: Links) -> None:
    """Holders of one office of one place or body in two reports, whose names are a slip of each other: `Kapolres Garut Suprianto`,
    `Kapolres Garut Supriyanto`.
    """
    holders: dict[str, dict[int, int]] = defaultdict(dict)
    for i, (_, name) in enumerate(members):
        for role in name.roles if name.type == "PER" else ():
            office = office_of(role, links.lexicon)
            if " " in office and _is_of_one(role, links.lexicon) and not is_former(role, links.lexicon):
                holders[office].setdefault(links.root(i), i)
    for office, held in sorted(holders.items()):
        for i, j in combinations(sorted(held.values()), 2):
            one, other = links.nodes[i], links.nodes[j]
            apart = links.root(i) != links.root(j) and one.source != other.source
            if apart and _is_slip_of(one.keys[0].split(), other.keys[0].split()):
                links.join(i, j, f"one office, a slip of spelling: {office}")


def _is_of_one(role: str, lexicon: Lexicon) -> bool:
    """Whether a role is an office that one at a time holds: of a place or country, or of a matter of it."""
    words = role.split()
    titles = (lexicon.titles.get(" ".join(words[:k])) for k in range(len(words), 0, -1))
    title = next((title for title in titles if title is not None), None)
    return title is not None and title.kind in _RULING


def _is_slip_of(a: list[str], b: list[str]) -> bool:
    """Whether two names have as many words, each the same or a slip of the other's."""
    return len(a) == len(b) and all(
        p == q or sound_of(p) == sound_of(q) or is_slip(p, q, "PER") for p, q in zip(a, b, strict=True)
    )


def _is_foreign(words: Sequence[str], lexicon: Lexicon) -> bool:
    first, last = words[0], words[-1]
    if len(first) < FIRST or len(last) < LAST or not (first.isalpha() and last.isalpha()):
        return False
    return last not in lexicon.given and last not in lexicon.roots and lexicon.ordinary.get(last) is None


def _heard(word: str) -> str:
    """What is heard of a word: its first letter and the consonants after it, without `h` and a last `s`."""
    sound = sound_of(word)
    heard = sound[:1] + "".join(c for c in sound[1:] if c not in _VOWELS and c != "h")
    return heard.removesuffix("s") if len(heard) > 1 else heard


def _are_of_one_report(roots: set[int], shelf: Sequence[tuple[int, list[str]]], links: Links) -> bool:
    """Whether a report has two of the names, and so tells them apart."""
    reports: dict[str, set[int]] = defaultdict(set)
    for i, _ in shelf:
        reports[links.nodes[i].source].add(links.root(i))
    return any(len(told) > 1 for told in reports.values())


def _are_spellings(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names that are heard alike are one: they end alike but for a last `s`, and what is between does not differ."""
    for p, q in ((a[0], b[0]), (a[-1], b[-1])):
        ends = {p[-1], q[-1]}
        if len(ends) > 1 and ends & set("aiueo"):  # `Wirati`, `Wirato`
            return False
        p, q = (sound_of(word).replace("h", "") for word in (p, q))
        if DamerauLevenshtein.distance(p, q, score_cutoff=APART) > APART:
            return False
    mine, theirs = [w[0] for w in a[1:-1]], [w[0] for w in b[1:-1]]
    return not mine or not theirs or mine == theirs


def _may_hold(one: Node, other: Node) -> bool:
    """Whether two persons hold an office of several words with a word in common, or one of them none."""
    mine, theirs = (
        {word.lower() for role in node.roles if " " in role for word in role.split()} for node in (one, other)
    )
    return not mine or not theirs or not mine.isdisjoint(theirs)
