"""Governments and forces by their country or their head: `pasukan Kalimas`, `pemerintahan Ratna`."""

from __future__ import annotations

from runut.reading.names.places import known_name
from runut.reading.names.scan import Scan


def of_country(scan: Scan, at: int, end: int, kind: str) -> int | None:
    """`pasukan Kalimas`, `pemerintah Kalimas`: with a known country or people."""
    if not scan.joined(end) or not scan.words[end].capital:
        return None
    known, people = scan.known[end], scan.lex.peoples.match(scan.words, end)
    capital = scan.lex.capitals.get(scan.core(end, known[0]).lower()) if known else None
    if known and known[1].table == "countries":
        last, country = known[0], known[1].name
        known_name(scan, end, in_title=True)
    elif known and capital:  # `militer Moskow`
        last, country = known[0], capital
    elif people:
        last, country = people
    else:
        return _of_person(scan, at, end)
    if kind == "government":
        spot = scan.add(at, last, "GPE", "government-of", 5)
        spot.core = spot.canon = country
    else:
        force = scan.add(at, last, "ORG", "force-of", 5)
        force.core = f"{scan.core(at, end)} {country}" if capital else force.core
    return last


def _of_person(scan: Scan, at: int, end: int) -> int | None:
    """`pemerintahan Ratna`, `rezim Barkov`: a government called after who heads it; the word where the name begins."""
    last = scan.run(end, 2)
    if scan.known[end] or scan.places[end] or scan.heads[end] or scan.titles[end]:  # `Pemerintahan Provinsi Kalimas`
        return None
    if last == end or not scan.lex.is_word(scan.words[at].low, "government-of-person") or scan.headline[end]:
        return None
    scan.add(at, last, "ORG", "government-of-person", 2)
    return end
