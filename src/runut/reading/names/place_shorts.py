"""A place's short form in brackets: `Kabupaten Kalimasraya (Kaya)`, `Kalimas Utara (Kalut)`."""

from __future__ import annotations

from runut.reading.names.explaining import explains
from runut.reading.names.scan import Scan
from runut.reading.names.spots import Spot

# The short form of a place's name has this many letters or more.
_SHORT = 4


def called_short(scan: Scan, spot: Spot, first: int) -> int:
    """The end of a governed place with the short form of its name in brackets: `Kabupaten Kalimasraya (Kaya)`."""
    short = scan.bracketed(spot.last)
    if short is None or short[1] - short[0] > 1:
        return spot.last
    word = scan.words[short[0]]
    if word.upper or len(word.text) < _SHORT or word.low in scan.lex.given or scan.known[short[0]]:
        return spot.last
    if not explains(scan, scan.core(first, spot.last), word.text):
        return spot.last
    inner = scan.add(*short, spot.type, "acronym-defined", 5)
    scan.same("acronym given in brackets", spot, inner)
    whole = scan.add(spot.first, short[1], spot.type, "acronym-defined", 3)
    whole.core, whole.end = spot.core, scan.closed_end(spot.first, short[1])
    return short[1]


def with_short_form(scan: Scan, spot: Spot) -> None:
    """`Kalimas Utara (Kalut)`: the place with the short form of its own name in brackets."""
    short = scan.bracketed(spot.last)
    known = scan.lex.known.get(scan.core(*short)) if short else None
    if known is None:
        called_short(scan, spot, spot.first)
    elif (
        short and known.type == "ORG" and scan.core(*short).lower() == "".join(w[0].lower() for w in spot.core.split())
    ):
        scan.lettered[scan.core(*short)] = spot
    elif short and (known.name == spot.canon or (known.type == "GPE" and explains(scan, spot.core, scan.core(*short)))):
        whole = scan.add(spot.first, short[1], spot.type, "short-form-in-brackets", 3)
        whole.core, whole.canon, whole.end = spot.core, spot.canon, scan.closed_end(spot.first, short[1])
