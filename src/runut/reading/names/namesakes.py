"""A person who is called like the country that he serves: `Menteri Luar Negeri Georgia, Georgia Lontar`."""

from __future__ import annotations

from runut.reading.names.scan import Scan


def namesake(scan: Scan, at: int) -> int | None:
    """The end of a name whose first word is a country's that stands right before the comma: nobody tells a country twice so."""
    known = scan.known[at]
    if known is None or known[1].table != "countries" or known[0] != at + 1 or not at:
        return None
    word, before = scan.words[at], scan.words[at - 1]
    if word.gap != ", " or before.low != word.low or not (word.capital and before.capital):
        return None
    end = at + 1
    if not scan.joined(end) or not scan.is_name_word(end) or scan.stops(end) or scan.known[end]:
        return None
    last = scan.run(end)
    scan.add(at, last, "PER", "country-before-surname", 4)
    return last
