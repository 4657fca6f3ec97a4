"""Where a body lies, behind its head or its name: `RSUD dr. Rahmat di Kalimas`, `Polsek Padang Lontar`."""

from __future__ import annotations

from runut.reading.names.place_tails import directed
from runut.reading.names.places import known_name, place
from runut.reading.names.scan import ROMAN, Scan


def past_honoured(scan: Scan, at: int) -> int:
    """The end of the name of whom a hospital is called after: `RSUD dr. H. Rahmat Wiraguna`."""
    k = at
    while (title := scan.titles[k]) and title[1].kind == "honorific" and scan.joined(title[0]):
        k = title[0]
    end = scan.run(k, 4) if k > at and scan.words[k].capital else k
    return past_at_place(scan, end) if end > k else at


def past_at_place(scan: Scan, end: int) -> int:
    """The end with the place behind `di`, where one follows."""
    if end < len(scan.words) and scan.lex.is_word(scan.words[end].low, "at") and scan.joined(end):
        return past_place(scan, end + 1) or end
    return end


def past_place(scan: Scan, at: int) -> int | None:
    """`di Kalimas` after a hospital: the end of the place, if it is known."""
    if at >= len(scan.words) or not scan.joined(at):
        return None
    end = place(scan, at, in_title=True) or known_place(scan, at)
    if end and end < len(scan.words) and scan.lex.is_word(scan.words[end].text, "direction") and scan.joined(end):
        end += 1
    return end


def longer_place(scan: Scan, at: int, in_title: bool) -> int | None:
    """The end of a place whose first word alone is another: `Polsek Padang Lontar`; before an officer his rank must follow."""
    known, after = scan.known[at], at + 1
    if known is None or known[0] != after or known[1].table != "places" or known[1].type != "GPE":
        return None
    if not scan.joined(after) or scan.known[after] or scan.headline[after] or not scan.is_name_word(after, inside=True):
        return None
    if scan.heads[after] or scan.places[after] or directed(scan, after) > after:
        return None
    if (
        in_title
        and scan.lex.is_word(scan.words[at - 1].low, "ranked-office")
        and _is_ranked(scan, after + 2)
        and scan.joined(after + 1)
        and scan.is_name_word(after + 1, inside=True)
    ):
        second = scan.known[after + 1] or scan.heads[after + 1] or scan.titles[after + 1]
        if second is None and scan.words[after].low not in scan.lex.given:  # `Kapolsek Padang Lontar Wangi AKP Rini`
            scan.add(at, after + 2, "GPE", "place-of-seat", 5)
            return after + 2
    told = after + 1 < len(scan.words) and (scan.joined(after + 1) or scan.words[after + 1].gap == ", ")
    beyond = scan.titles[after + 1] if told else None
    ranked = beyond is not None and beyond[1].kind == "rank" and scan.words[after + 1].capital
    alone = not in_title and not (scan.joined(after + 1) and scan.words[after + 1].capital)
    title = scan.titles[after]
    ranks = title is not None and title[1].kind == "rank"
    if ranks or not (ranked or (alone and scan.words[after].low not in scan.lex.given)):
        return None
    scan.add(at, after + 1, "GPE", "place-of-seat", 3)
    return after + 1


def _is_ranked(scan: Scan, at: int) -> bool:
    """Whether an officer's rank stands at word `at`."""
    title = scan.titles[at] if at < len(scan.words) and scan.joined(at) and scan.words[at].capital else None
    return title is not None and title[1].kind == "rank"


def unknown_place(scan: Scan, at: int) -> int:
    """The end of an unknown place of two words at most, behind a body's short form in brackets; `at` where somebody may be meant."""
    end = scan.run(at, 2)
    somebody = any(w.low in scan.lex.given or w.low in scan.speaking for w in scan.words[at:end])
    return at if somebody or (scan.joined(end) and scan.words[end].capital) else end


def known_place(scan: Scan, at: int) -> int | None:
    """The end of a place of the tables, which is noted."""
    match = scan.known[at]
    if match and match[1].type != "ORG" and scan.words[at].capital:
        return known_name(scan, at, in_title=True)
    return None


# The own name of a command has this many words at most: `Pangdam I/Bukit Barisan`.
_COMMAND = 2


def past_command(scan: Scan, at: int) -> int:
    """The end of the number and own name of a command behind its commander's office: `Pangdam IV/Diponegoro`; `at` when there is none."""
    words = scan.words
    if not scan.joined(at) or not scan.lex.is_word(words[at - 1].low, "commander"):
        return at
    if not (words[at].text.isdigit() or ROMAN.fullmatch(words[at].text)):
        return at
    first = end = at + 1
    while end < len(words) and end - first < _COMMAND and words[end].capital and not scan.titles[end]:
        if words[end].gap != " " and not (end == first and words[end].gap == "/"):
            break
        end += 1
    placed = scan.known[first] if end > first else None
    if placed is not None and placed[1].type == "GPE":  # `Dandim 0812/Kalimas`
        known_place(scan, first)
    goes_on = end < len(words) and words[end].gap == " " and words[end].capital and not scan.titles[end]
    return first + 1 if goes_on else end
