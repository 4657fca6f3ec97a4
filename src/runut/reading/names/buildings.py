"""Where a body has its seat: `Kantor Kementerian Kalimas`, `Gedung DPRD Kabupaten Kalimas`, `gedung KPK`."""

from __future__ import annotations

from runut.reading.names.features import with_ordinary
from runut.reading.names.organisations import organisation
from runut.reading.names.places import known_name
from runut.reading.names.scan import Scan
from runut.reading.names.spots import Spot

# What the head of a body is that may stand behind the word for its building.
_BODIES = frozenset(["office", "seat", "body", "hospital", "school", "company"])


def building(scan: Scan, at: int) -> int | None:
    """The end of the building of a body, told with a head word of one word before the body's own name."""
    word, end = scan.words[at], at + 1
    office = word.low in scan.lex.uses["office-building"]
    if not office and word.low not in scan.lex.uses["building"]:
        return None
    if not scan.joined(end) or not scan.words[end].capital or (office and not word.capital):
        return None
    if any(longer is not None and longer[0] > end for longer in (scan.known[at], scan.heads[at], scan.places[at])):
        return None  # `Gedung Putih`, `Kantor Berita Kalimas`, `Kantor Bupati Kalimas`
    known, head = scan.known[end], scan.heads[end]
    if office and known is not None and scan.joined(known[0]) and scan.lex.is_word(scan.words[known[0]].low, "purpose"):
        return None  # `Kantor PBB untuk Urusan Pangan`
    if known is None or known[1].type != "ORG":
        headed = head is not None and head[1].kind in _BODIES and not scan.lex.is_word(scan.words[end].low, "vague")
        if not headed or not word.capital:
            return None
    first = len(scan.found.spots)
    stop = organisation(scan, end) or known_name(scan, end, in_title=True)
    last = max(
        (s.last for s in scan.found.spots[first:] if s.first == end and "(" not in scan.raw(end, s.last)), default=end
    )
    if stop is None or last == end:
        return stop
    short = scan.bracketed(last)
    if word.capital and last < stop and (short is None or short[1] != stop):
        return stop  # `Kantor Komisi Pangan (KP) Kalimas`: the body alone is sure
    if last < stop:  # `Gedung Komisi Pangan (KP)`
        scan.add(at, last, "LOC", f"place-head:{word.low}", 3).core = scan.raw(at, last)
        return stop
    if not word.capital:
        told = scan.add(at, _past_slashes(scan, last), "LOC", f"place-head:{word.low}", 3)
        told.core = scan.raw(at, told.last)
        return stop
    slashed = _past_slashes(scan, last)
    joined, last = slashed > last, _past_own_name(scan, at, slashed)
    town = _town(scan, last)
    type_ = "ORG" if office and not scan.is_after_place_word(at) and _acts(scan, town) else "LOC"
    whole = scan.add(at, last, type_, f"place-head:{word.low}", 6)
    if joined:
        whole.core = scan.raw(at, last)
    return _with_town(scan, whole, town) if town > last else last


def _past_own_name(scan: Scan, at: int, end: int) -> int:
    """The end of the building's own name behind the short name of its body: `Gedung KPK Lontar Putih`."""
    return with_ordinary(scan, end, end) if end - at == _SHORT and not scan.heads[end] else end


def _past_slashes(scan: Scan, end: int) -> int:
    """The end of the other bodies of one building behind slashes, which are noted: `Kompleks MPR/DPR/DPD`."""
    while end < len(scan.words) and scan.words[end].gap == "/" and scan.words[end].upper and scan.known[end]:
        end = max(organisation(scan, end) or known_name(scan, end, in_title=True) or 0, end + 1)
    return end


# A building's head and its body's short name are so many words.
_SHORT = 2


def _town(scan: Scan, end: int) -> int:
    """The end of the known town right behind a building, with which it may be told: `Gedung PBB Kalimas`; else `end`."""
    known = scan.known[end] if scan.joined(end) and scan.words[end].capital else None
    return end if known is None or known[1].type != "GPE" or scan.headline[end] else known[0]


def _with_town(scan: Scan, spot: Spot, end: int) -> int:
    whole = scan.add(spot.first, end, spot.type or "LOC", f"{spot.rule}+place", 4)
    scan.same("the place with where it lies", whole, spot)
    return known_name(scan, spot.last, in_title=True) or end


def _acts(scan: Scan, end: int) -> bool:
    """Whether a verb follows a name, so that whoever is named does something: `Kantor BPBD Kalimas mengatakan`."""
    return scan.joined(end) and scan.lex.acts.fullmatch(scan.words[end].text) is not None
