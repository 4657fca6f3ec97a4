"""A person who is called like the country that he serves: `Menteri Luar Negeri Georgia, Georgia Lontar`."""

from __future__ import annotations

from runut.reading.names.scan import Scan

# An office begins so many words before the country that it is of, at most.
OFFICE_REACH = 6


def _ends_office(scan: Scan, country: int) -> bool:
    """Whether an office ends with a country's name (`Menteri Luar Negeri Georgia`)."""
    for k in range(country - 1, max(-1, country - OFFICE_REACH - 1), -1):
        title = scan.titles[k]
        if title is not None and title[0] <= country:
            return all(scan.joined(j) and scan.words[j].capital for j in range(title[0], country + 1))
    return False


def _is_of_body(scan: Scan, k: int) -> bool:
    """Whether a word stands in the names of bodies and things, not of persons (`Tech`, `Bank`)."""
    low = scan.words[k].low
    return low in scan.lex.org_words or scan.lex.is_word(low, "english")


def namesake(scan: Scan, at: int) -> int | None:
    """The end of a name whose first word is that of the country right before the comma, which an office is of."""
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
    if not _ends_office(scan, at - 1) or any(_is_of_body(scan, k) for k in range(end, last)):
        return None
    scan.add(at, last, "PER", "country-before-surname", 4)
    return last
