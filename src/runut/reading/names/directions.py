"""Parts of a place by direction or size: `Kalimas utara`, `barat daya Kalimas`, `Kalimas Hulu`."""

from __future__ import annotations

from runut.reading.names.place_tails import directed, is_direction
from runut.reading.names.scan import Scan


def directed_place(scan: Scan, at: int, end: int) -> bool:
    """Note `Kalimas Hulu`, `Kalimas Timur Laut` where the place before the words of direction or size is known."""
    last = directed(scan, end)
    country = scan.known[at]
    if last == end or (country and country[1].table == "countries" and not is_direction(scan, end)):
        return False
    if country and country[1].table == "countries":
        scan.add(at, last, "LOC", "direction", 3)
        bare = scan.add(at, end, "GPE", "known:countries", 5)
        bare.canon = country[1].name
    else:
        type_ = country[1].type if country else "GPE"
        scan.add(at, last, type_, "place-with-direction", 5)
    return True


def directions(scan: Scan, at: int, end: int) -> None:
    """`Kalimas utara`, `barat daya Kalimas`: a part of a place."""
    words = scan.words
    last = end + (scan.joined(end + 1) and scan.lex.is_word(words[end].text, "part-before-direction"))
    if last < len(words) and scan.lex.is_word(words[last].text, "direction") and scan.joined(end):
        part = scan.add(at, last + 1, "LOC", "direction", 3)
        if last > end:  # `Kalimas bagian utara` is `Kalimas utara`
            known = scan.known[at]
            whole = known[1].name if known and known[1].table == "countries" else scan.core(at, end)
            part.core = f"{whole} {words[last].text}"
    pair = scan.core(at - 2, at).lower() if at >= 2 and scan.joined(at) and scan.joined(at - 1) else ""
    if scan.lex.is_word(pair, "direction-pair"):
        scan.add(at - 2, end, "LOC", "direction", 3)
