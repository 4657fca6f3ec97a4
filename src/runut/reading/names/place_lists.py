"""Places told by the list they stand in: `Kabupaten Kalimas: Air Hangat, dan Kenanga`, `di Kalimas, Lubang Buaya, dan Garut`."""

from __future__ import annotations

from collections.abc import Sequence

from runut.reading.names.places import known_name, place
from runut.reading.names.scan import ROMAN, Scan
from runut.reading.names.spots import NUMBERED

# The rule of a place that only its list shows.
LISTED = "place-list"
# An item of a list of places has this many words at most; one behind or before a single place this many.
_LONG, _SHORT = 4, 2
# A list has this many items or more, or one, right behind another list (its last place is among so many names found last).
_LEAST, _NEAR = 2, 6
# So many words before the place may say who is listed behind it.
_LEAD = 10
# Of the items of a list this share are names by themselves, and fewer than this one persons' names.
_NAMES, _PERSONS = 0.5, 0.3


def place_with_parts(scan: Scan, at: int) -> int | None:
    """The end of a place named with its head word, and of the list of its parts behind a colon."""
    end = place(scan, at)
    if end is None or end >= len(scan.words) or not scan.words[end].gap.startswith(":"):
        return end
    placed = scan.places[at]
    items = _items(scan, end) if placed is not None and placed[1] == "GPE" else []
    if not _are_places(scan, items) or _leads_to_persons(scan, at):
        return end
    for first, last in items:
        known, headed = scan.known[first], scan.places[first]
        if (known and known[0] == last and known[1].type == "GPE") or (headed and headed[1] == "GPE"):
            _ = place(scan, first) or known_name(scan, first, in_title=True)
        else:
            scan.add(first, last, "GPE", LISTED, 6)
    return items[-1][1]


def _items(scan: Scan, at: int) -> list[tuple[int, int]]:
    """The items of a list that goes on to the end of its sentence, each of capitalised words only; none where it doesn't."""
    words, k, out = scan.words, at, list[tuple[int, int]]()
    while k < len(words) and words[k].capital and not words[k].text[0].isdigit():
        first = k
        k += 1
        while scan.joined(k) and words[k].capital:
            k += 1
        out.append((first, k))
        if k - first > _LONG:
            return []
        if k == len(words) or words[k].opens or words[k].gap[0] in ".;\n":
            return out
        if words[k].gap not in (", ", " "):
            return []
        if scan.lex.is_word(words[k].low, "and"):
            k += 1
        elif words[k].gap == " ":
            return []
    return []


def _are_places(scan: Scan, items: Sequence[tuple[int, int]]) -> bool:
    """Whether the items of a list may all be places, and enough of them are no ordinary words."""
    after_list = any(spot.rule == LISTED for spot in scan.found.spots[-_NEAR:])
    if len(items) < (1 if after_list else _LEAST):
        return False
    names = persons = 0
    for first, last in items:
        if any(_is_other(scan, k) for k in range(first, last)):
            return False
        persons += scan.words[first].low in scan.lex.given
        names += scan.places[first] is not None or any(scan.kind(k) is None for k in range(first, last))
    return names >= _NAMES * len(items) and persons < _PERSONS * len(items)


def _leads_to_persons(scan: Scan, at: int) -> bool:
    """Whether a word for persons stands before a place in its sentence, who may be listed behind it: `daftar korban di Kota Kalimas: …`."""
    for k in range(at - 1, max(at - _LEAD, -1), -1):
        if "PER" in scan.lex.before.get(scan.words[k].low, ()):
            return True
        if scan.words[k].opens:
            return False
    return False


def _is_other(scan: Scan, k: int) -> bool:
    """Whether word `k` is of no place: the head of a body, an office, a day or a small word."""
    if ROMAN.fullmatch(scan.words[k].text) or scan.lex.is_word(scan.words[k].low, "direction"):
        return False
    title, head, known = scan.titles[k], scan.heads[k], scan.known[k]
    office = title is not None and title[1].kind not in ("honorific", "suffix")
    body = head is not None or (known is not None and known[1].type == "ORG")
    return office or body or scan.headline[k] or scan.kind(k) in ("function", "calendar")


def find_listed(scan: Scan) -> None:
    """Note the ordinary words that stand in a list between places, or behind two: `Kalimas, Lubang Buaya, dan Garut`."""
    places = [s for s in scan.found.spots if s.type in ("GPE", "LOC") and s.rule != "capital"]
    starts = {s.first for s in places}
    # behind the number of a house stands where it lies: `Jalan Kalimas Nomor 3, Lontarwangi, Garut`
    ends = {s.last: "GPE" if s.rule.endswith(NUMBERED) else s.type for s in places}
    listed = {end: first for end in ends if (first := _next(scan, end))}
    items = set(listed.values())
    second = {s.last for s in places if s.first in items} if items else ()
    taken: set[int] | None = None
    for end, first in sorted(listed.items()):
        if first in starts or not scan.words[first].capital:
            continue
        last = first + 1
        while last - first <= _SHORT and scan.joined(last) and scan.words[last].capital:
            last += 1
        if last - first > _SHORT or any(
            _is_other(scan, k) or scan.known[k] or scan.places[k] for k in range(first, last)
        ):
            continue
        opening = scan.words[first]
        if (
            opening.low in scan.lex.given
            or opening.upper
            or scan.kind(first) == "portfolio"
            or scan.lex.is_word(opening.low, "direction")
        ):
            continue
        after = _next(scan, last)
        alone = last - first == 1 and scan.kind(first) == "common"  # `di Kalimas, Garut, dan Final nanti`
        ends_list = end in second and not alone and scan.lex.is_word(scan.words[first - 1].low, "and")
        if not (ends_list or after in starts):
            continue
        if taken is None:
            taken = {k for s in scan.found.spots for k in range(s.first, s.last)}
            taken |= {k for o in scan.found.offices for k in range(o.first, o.last)}
        if not any(k in taken for k in range(first, last)):
            scan.add(first, last, ends[end], LISTED, 3)


def find_before_region(scan: Scan) -> None:
    """Note the ordinary words with capitals that lie in a region told behind a comma: `warga Ujung Baru, Kecamatan Kalimas`.

    Behind `di` or `ke` a word alone does only before a region that its head word shows: `di Istana, Jakarta` is no village.
    """
    words, taken = scan.words, set[int]()
    for region in [s for s in scan.found.spots if s.type == "GPE" and s.first > 1 and words[s.first].gap == ", "]:
        last = first = region.first
        while (
            first > 0 and last - first <= _SHORT and words[first - 1].capital and (first == last or scan.joined(first))
        ):
            first -= 1
        if not 0 < last - first <= _SHORT or not first or words[first].gap != " " or words[first].opens:
            continue
        sign = words[first - 1].low
        lives = scan.lex.is_word(sign, "lives-in")
        headed = region.rule.startswith("place-head:")
        if not lives and not (scan.lex.is_word(sign, "toward") and (headed or last - first > 1)):
            continue
        aged = last - first > 1 and scan.lex.is_word(words[last - 1].low, "part-of-place")  # `Ujung Baru`
        own = range(first, last - aged)
        if any(_is_other(scan, k) or scan.known[k] or scan.places[k] or words[k].upper for k in own):
            continue
        if words[first].low in scan.lex.given or scan.kind(first) == "portfolio":
            continue
        if not taken:
            taken = {k for s in scan.found.spots for k in range(s.first, s.last)}
            taken |= {k for o in scan.found.offices for k in range(o.first, o.last)}
        if taken.isdisjoint(range(first, last)):
            scan.add(first, last, "GPE", LISTED, 3)


def _next(scan: Scan, end: int) -> int:
    """The first word of the next item of a list behind word `end - 1`; 0 where none follows."""
    words = scan.words
    if end >= len(words) or words[end].gap not in (", ", " "):
        return 0
    if scan.lex.is_word(words[end].low, "and"):
        return end + 1 if end + 1 < len(words) and words[end + 1].gap == " " else 0
    return 0 if words[end].gap == " " else end
