"""Another name of a person right behind the name: `Rini Wijayanti (Riwi)`, `Rini Wijayanti (34) alias Riwi`."""

from __future__ import annotations

from runut.reading.names.deciding import OTHER_NAMES
from runut.reading.names.explaining import explains
from runut.reading.names.keys import stand_in
from runut.reading.names.scan import BRACKET, Scan
from runut.reading.names.spots import MOST_INITIALS, Spot

# The name behind somebody's letters has this many words at most.
_NAMED = 4
# What somebody is called by from inside a word of the name has this many letters or more.
INSIDE = 3


def nickname(scan: Scan, spot: Spot) -> int:
    """The end of a person's other name right after it: `Rini Wijayanti (Riwi)`, `Rini Wijayanti alias Riwi`."""
    words, at = scan.words, spot.last
    if at + 1 >= len(words):
        return at
    if words[at].gap == " (" and spot.core.isupper() and (named := _named_in_brackets(scan, spot)):
        return named
    bracket = BRACKET.match(scan.text, spot.end)
    if bracket and words[at].gap == " (" and words[at].capital:
        last = scan.within(at, bracket.end())
        title = scan.titles[at]
        first = title[0] if title and title[1].kind == "honorific" and title[0] < last else at
        if (
            last - first != 1
            or scan.known[first]
            or not (first > at or _are_own_letters(scan, spot, words[first].text))
        ):
            return at
        other = scan.add(first, last, "PER", "nickname", 3)
        other.outer = words[at].start if first > at else None
        scan.same(OTHER_NAMES[0], spot, other)
        return max(last, _called_again(scan, spot, last)) if _is_called_after(scan, spot, last) else last
    k = aged = past_age(scan, at - 1)  # `Rini (34) alias Riwi`
    gaps = (" ", ", ") if aged == at else (") ", "), ", " ")
    while k < aged + 3 and k < len(words) and words[k].gap in gaps and scan.lex.is_word(words[k].low, "alias"):
        k += 1
    if aged > at and k == aged + 1 and not scan.lex.is_word(words[aged].low, "alias-sign"):
        return at  # `Rini (34) yang Kamis …`
    title = scan.titles[k] if at < k < len(words) and words[k].gap == " " else None
    start = k
    if title and title[1].kind == "honorific" and scan.joined(title[0]) and words[title[0]].capital:
        k = title[0]  # `alias Haji Riwi`
    if k > at and (scan.heads[k] or (_is_body(scan, k) and not explains(scan, spot.core, words[k].text))):
        return at  # `Rini dipanggil XYZ`: who summons her
    end = scan.run(k, 3) if k > at and k < len(words) and scan.joined(k) else k
    if end > k > at:
        other = scan.add(k, end, "PER", "nickname", 3)
        other.outer = words[start].start if start < k else None
        scan.same(OTHER_NAMES[1], spot, other)
        low = words[end].low if scan.joined(end) else ""
        # `alias Riwi alias Wiji`, `alias Riwi atau Wiji`
        if scan.lex.is_word(low, "alias-sign") or scan.lex.is_word(low, "or"):
            return max(end, _called_again(scan, spot, end))
        return end
    return at


def _are_own_letters(scan: Scan, spot: Spot, letters: str) -> bool:
    """Whether letters are those of a name, by itself or with the form of address before it: `Kang Rini Wijayanti (KRW)`."""
    if explains(scan, spot.core, letters):
        return True
    if len(letters) >= INSIDE and any(letters.lower() in w.low for w in scan.words[spot.first : spot.last]):
        return True  # `Sukarjiwo (JIWO)`, `Wiragunara Kalimas (Ara)`
    title = scan.titles[spot.first - 1] if spot.first and spot.outer is not None else None
    addressed = title is not None and title[1].kind == "honorific"
    return addressed and explains(scan, scan.core(spot.first - 1, spot.last), letters)


def _named_in_brackets(scan: Scan, spot: Spot) -> int:
    """The end of the name behind a bracket that opens after somebody's letters: `tersangka RWK (Rini Wijayanti, guru)`; 0 at none."""
    at, letters = spot.last, spot.core.lower()
    if not 1 < len(letters) <= MOST_INITIALS or not letters.isalpha():
        return 0
    if scan.known[at] or scan.places[at] or scan.heads[at] or scan.titles[at]:  # `SB (Sumatera Barat)`
        return 0
    end = scan.run(at, _NAMED)
    name = scan.core(at, end).lower() if end - at > 1 else ""
    if not name.startswith(letters[0]) or not stand_in(letters, name):
        return 0
    scan.same(OTHER_NAMES[0], scan.add(at, end, "PER", "name-in-brackets", 3), spot)
    return end


def _called_again(scan: Scan, spot: Spot, at: int) -> int:
    """The end of one more name of somebody, after `alias` at word `at`."""
    end = scan.run(at + 1, 3) if scan.joined(at + 1) else at
    if end <= at + 1:
        return at
    scan.same(OTHER_NAMES[1], spot, scan.add(at + 1, end, "PER", "nickname", 3))
    return end


def _is_called_after(scan: Scan, spot: Spot, at: int) -> bool:
    """Whether another name follows at word `at`, after a bracket: `Rini Wijayanti (RW) alias Riwi`, `… (RW) atau Rini Lontar`."""
    words = scan.words
    if at + 1 >= len(words) or words[at].gap != ") " or not scan.joined(at + 1):
        return False
    if scan.lex.is_word(words[at].low, "alias-sign"):
        return True
    return scan.lex.is_word(words[at].low, "or") and words[at + 1].text == words[spot.first].text


def _is_body(scan: Scan, at: int) -> bool:
    """Whether the tables have what stands at word `at` as a body, or a country."""
    known = scan.known[at]
    return known is not None and known[1].type in ("ORG", "GPE") and not known[1].also


def past_age(scan: Scan, at: int) -> int:
    """The word after word `at` and an age in brackets behind it."""
    aged = scan.lex.age.match(scan.text, scan.words[at].end)
    return scan.within(at + 1, aged.end()) if aged and aged[0].endswith(")") else at + 1
