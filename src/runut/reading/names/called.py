"""What somebody is called by, told away from the name: `pria yang akrab disapa Riwi`, `Riwi, sapaan akrab Rini Wijayanti`."""

from __future__ import annotations

from collections.abc import Sequence

from runut.reading.names.keys import stand_in
from runut.reading.names.links import Links
from runut.reading.names.scan import Scan
from runut.reading.names.spelling import SENTENCE_END
from runut.reading.names.spots import Spot

# Who is called so was named in this many characters before, by a name with the letters; alone in this many, by any.
NEAR, SHORTLY = 1000, 400
# As many letters are somebody's initials, in order.
INITIALS = 2
# Between `begitu` and `akrab disapa` stands a name of so many words at most.
_CALLED_NAME = 4
# What joins a name with another right behind it, a comma and `yang` among them, has this many characters at most.
BESIDE = 24
# Who opens a sentence as the one that is called so is told in this many words at most; `itu` stands this near behind.
_OPENING, _POINTED = 6, 12
# Evidence that what somebody is called by is a person's name.
SURE = 3.0
# What stands between a name and `sapaan akrab`.
_GAPS = frozenset([" ", ", ", " -", "—", " – ", " (", "-", " - ", "–"])


def find_called(scan: Scan) -> None:
    """Note the names that a text says somebody is called by: behind `akrab disapa`, before `sapaan akrab`."""
    begins: dict[int, Spot] = {}
    for spot in scan.found.spots:
        first = _first(scan, spot)
        if spot.type not in (None, "PER") and not (spot.last == spot.first + 1 and spot.canon is None):
            continue
        behind = _behind_nickname(scan, spot.last) or _before_called(scan, spot.last)
        if _follows_called(scan, first) or behind:
            spot.signs.append(("PER", "called", SURE))
            begins = begins or {_first(scan, other): other for other in reversed(scan.found.spots)}
            of = begins.get(behind) if behind > 0 else None
            if of is not None or behind <= 0:
                scan.found.called.append((spot, of))


def _first(scan: Scan, spot: Spot) -> int:
    """The word at which a spot begins, its title included."""
    at = spot.first
    while spot.outer is not None and at and scan.words[at].start > spot.outer:
        at -= 1
    return at


def _follows_called(scan: Scan, at: int) -> bool:
    """Whether `akrab disapa` stands right before word `at`."""
    words, lex = scan.words, scan.lex
    if at < 2 or words[at].gap not in (" ", ' "', " “", " '", " ‘") or words[at - 1].gap != " ":
        return False
    return lex.is_word(words[at - 1].low, "nicknamed") and lex.is_word(words[at - 2].low, "fondly")


def _behind_nickname(scan: Scan, at: int) -> int:
    """The word after `sapaan akrab` at word `at`; 0 where it does not stand there, -1 for `sapaan akrabnya`."""
    words, lex = scan.words, scan.lex
    if at + 1 >= len(words) or words[at].gap not in _GAPS or not lex.is_word(words[at].low, "nickname"):
        return 0
    second = words[at + 1].low
    if lex.is_word(second.removesuffix("nya"), "fondly") and second.endswith("nya"):
        return -1
    return at + 2 if lex.is_word(second, "fondly") and scan.joined(at + 2) else 0


def _before_called(scan: Scan, at: int) -> int:
    """The word after `begitu` at word `at` where a name and `akrab disapa` follow (`Gus Riwi, begitu Rini kerap disapa`), -1 where but a
    pronoun stands between, else 0.
    """
    words, lex = scan.words, scan.lex
    if at + 3 >= len(words) or words[at].gap != ", " or not lex.is_word(words[at].low, "so-called"):
        return 0
    for k in range(at + 1, min(at + 2 + _CALLED_NAME, len(words) - 1)):
        if words[k].gap != " ":
            break
        if lex.is_word(words[k].low, "fondly") and lex.is_word(words[k + 1].low, "nicknamed"):
            return at + 1 if words[at + 1].capital else -1
        if not (words[k].capital or k == at + 1):
            break
    return 0


def join_called(called: Sequence[tuple[Spot, Spot | None]], spots: Sequence[Spot], links: Links) -> None:
    """Join what somebody is called by with who is named right behind, was named before and has its letters, or stands right before."""
    at_key = {node.keys[0]: i for i, node in enumerate(links.nodes)} if called else {}
    sizes = links.sizes() if called else {}
    for spot, of in called:
        i = at_key[spot.key]
        if links.nodes[i].type != "PER" or sizes[links.root(i)] > 1:
            continue
        j = at_key[of.key] if of is not None else _named_before(spot, spots, at_key, links)
        if j is not None and links.nodes[j].type == "PER" and links.root(j) != links.root(i):
            links.join(i, j, f"called so: {spot.key} / {links.nodes[j].keys[0]}")


def _named_before(spot: Spot, spots: Sequence[Spot], at_key: dict[str, int], links: Links) -> int | None:
    """Who is called so: named before by a name that has the letters, or right before, or alone."""
    start = spot.start if spot.outer is None else spot.outer
    near = [
        other
        for other in spots
        if start - NEAR < other.end <= start and other.key != spot.key and links.nodes[at_key[other.key]].type == "PER"
    ]
    near.sort(key=lambda other: (other.end, -other.start), reverse=True)
    for other in near:
        if _has_letters(spot.key, other.key):
            return at_key[other.key]
    last = near[0] if near else None
    if last is None:
        return None
    if " " in last.key and start - last.end <= BESIDE:
        return at_key[last.key]
    ended = SENTENCE_END.search(links.text, last.end, start)
    if ended is None or _is_introduced(links, ended.end(), start):
        return None
    pointed = links.words.is_word(links.text[spot.end : spot.end + _POINTED].strip().split(" ", 1)[0], "pointing")
    before = _sentence_start(links.text, last.start)
    if not pointed:
        among = [other for other in near if other.end > start - SHORTLY]
    else:  # `Kini giliran Rini. Pria yang akrab disapa Riwi itu …`
        among = [other for other in near if other.end > before] if _is_next(links, ended.end(), start) else near
    alone = len({links.root(at_key[other.key]) for other in among}) == 1
    return at_key[last.key] if alone and (pointed or " " in last.key) else None


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence begins in which character `at` stands; no farther back than NEAR."""
    return max([match.end() for match in SENTENCE_END.finditer(text, max(at - NEAR, 0), at)], default=max(at - NEAR, 0))


def _is_next(links: Links, begin: int, start: int) -> bool:
    """Whether the sentence that begins here opens with who is called so, in few words: `Pria yang akrab disapa Riwi`."""
    opening = links.text[begin:start]
    return SENTENCE_END.search(opening) is None and opening.count(" ") <= _OPENING


def _is_introduced(links: Links, begin: int, start: int) -> bool:
    """Whether who is called so is somebody new: `seorang pedagang yang akrab disapa Riwi`."""
    opening = links.text[max(begin, start - NEAR // 4) : start].lower().split()[-_OPENING:]
    return any(links.words.is_word(word, "somebody-new") for word in opening)


def _has_letters(short: str, name: str) -> bool:
    """Whether a name has a word that somebody is called by, or its letters from the start of a word on: `Ani` of `Sri Mulyani`."""
    words = name.split()
    if not {*short.split()}.isdisjoint(words):
        return True
    letters = short.replace(" ", "")
    if len(letters) <= INITIALS:
        return letters == "".join(word[0] for word in words)
    return any(word.endswith(letters) for word in words) or any(
        stand_in(letters, "".join(words[k:])) for k, word in enumerate(words) if word[0] == letters[0]
    )
