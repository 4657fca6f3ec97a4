"""Where the name of a feature of land or town ends: `Terminal Mobil Barang Kalimas`, `Jalur Kalimas-Lontar`."""

from __future__ import annotations

from runut.reading.names.place_tails import past_house
from runut.reading.names.scan import Scan

# A feature's name behind its head has this many words at most.
LONGEST_FEATURE = 5


def with_ordinary(scan: Scan, first: int, last: int) -> int:
    """The end of a feature's name with the ordinary words in it: `Terminal Mobil Barang Kalimas`."""
    end = last
    while end - first < LONGEST_FEATURE and scan.joined(end) and scan.words[end].capital and not scan.headline[end]:
        if scan.stops(end) or scan.known[end] or scan.kind(end) in ("function", "calendar") or scan.words[end].upper:
            break
        if scan.words[end].low in scan.lex.given or scan.words[end].low in scan.speaking:
            break
        if past_house(scan, end) > end:
            break
        end += 1
    return end


def is_route(scan: Scan, at: int) -> bool:
    """Whether what stands from word `at` on goes from one place to another: `Jalur Kalimas-Lontar`."""
    end = scan.loose_run(at, 3)
    return any("-" in w.text.strip("-") and w.text.rpartition("-")[2][:1].isupper() for w in scan.words[at:end])


def is_listed(scan: Scan, known: int, inner: int) -> bool:
    """Whether a place of the tables, which ends before word `known`, is no head of what follows it: `Hotel Istana`."""
    return known > inner or not (scan.joined(known) and scan.words[known].capital)


def without_second(scan: Scan, first: int, last: int) -> int:
    """A run that goes on with another place after `dan` ends before it: `Pulau Kalimas Kecil dan Pulau Lontar`."""
    for k in range(first, last):
        placed = scan.places[k]
        if (placed and placed[1] == "GPE") or (scan.lex.is_word(scan.words[k].low, "and") and scan.places[k + 1]):
            return k
    return last


# Behind a feature's name of one word an officer's name has this many or more.
_OFFICER = 2


def before_officer(scan: Scan, first: int, last: int) -> int:
    """Where the name of a feature ends before its officer's: `Kepala Pos Pantau Gunung Kalimas Rini Wijayanti`."""
    words = scan.words
    for k in range(last - 1, first, -1):
        if scan.runs[scan.core(first - 1, k).lower()]:  # `Gunung Kalimas Lontar` stands alone elsewhere
            return k
    for k in range(first + 1, last):
        if words[k].low in scan.speaking or (last - k > 1 and scan.runs[scan.core(k, last).lower()]):
            return k
    told_after = last < len(words) and words[last].gap == ", " and words[last].capital and scan.kind(last) is None
    return last if told_after or last - first <= _OFFICER else first + 1
