"""Places with a small head word: `gunung Kalimas`, `kota Garut`, `gedung Lontar Putih`."""

from __future__ import annotations

from runut.reading.names.scan import Scan


def small_head(scan: Scan, at: int, end: int, last: int, type_: str) -> None:
    """`gunung Kalimas`, `kota Garut`: the name, and the same with its small head word."""
    rule = f"place-head:{scan.words[at].low}"
    known = scan.known[end]
    area = end - at == 1 and scan.lex.is_word(scan.words[at].low, "area")  # `kawasan Kalimas` is the town, or in it
    if area and ((known and known[0] == last and known[1].type == "GPE") or _is_governed(scan, end, last)):
        type_ = "GPE"
    if known and known[0] == last and known[1].type == "GPE":
        bare = scan.add(end, last, "GPE", f"known:{known[1].table}", 5)
        bare.canon = known[1].name
        whole = scan.add(at, last, type_, rule, 2)
        if type_ == "GPE":
            whole.core = bare.core
    elif scan.words[end].upper and last == end + 1 and scan.lex.is_word(scan.words[at].low, "building"):
        scan.add(end, last, "ORG", rule, 2)  # `markas XYZ`
        scan.add(at, last, type_, rule, 2)
    elif type_ == "LOC" and (
        _is_governed(scan, end, last) or (last - end > 1 and scan.lex.is_word(scan.words[at].low, "building"))
    ):  # `sungai Kalimas` of `Kecamatan Kalimas`, `gedung Lontar Putih`
        scan.add(at, last, type_, rule, 4).core = f"{scan.words[at].text.title()} {scan.core(at + 1, last)}"
    else:
        bare = scan.add(end, last, type_, rule, 4)
        scan.add(at, last, type_, rule, 1).core = bare.core


def _is_governed(scan: Scan, first: int, last: int) -> bool:
    """Whether a place of this name has a head word of its own elsewhere."""
    lows = [w.low for w in scan.words[first:last]]
    for placed in scan.places:
        headed = placed is not None and placed[1] == "GPE" and placed[0] != first
        if placed is not None and headed and [w.low for w in scan.words[placed[0] : placed[0] + len(lows)]] == lows:
            return True
    return False
