"""Where names stand: the words are read left to right, once, and the first rule that fits takes them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from runut.reading.names.buildings import building
from runut.reading.names.called import find_called
from runut.reading.names.codes import is_in_number, is_in_plate, is_of_flight
from runut.reading.names.governing import AS_GOVERNMENT, is_mere_place
from runut.reading.names.initials import initials
from runut.reading.names.keys import key_of
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.namesakes import namesake
from runut.reading.names.nearest import find_again
from runut.reading.names.organisations import organisation
from runut.reading.names.place_lists import find_before_region, find_listed, place_with_parts
from runut.reading.names.places import known_name
from runut.reading.names.plain import plain
from runut.reading.names.scan import Scan
from runut.reading.names.serving import release
from runut.reading.names.short_forms import find_alone, find_small, find_tails, with_tail
from runut.reading.names.spots import MOST_INITIALS, Found
from runut.reading.names.tagger import Tagger, settle
from runut.reading.names.terms import drop_things, drop_vessels, term
from runut.reading.names.titles import titled
from runut.reading.names.usage import scanned
from runut.reading.names.words import Word

Rule = Callable[[Scan, int], int | None]
RULES: tuple[Rule, ...] = (
    initials,
    titled,
    term,
    with_tail,
    building,
    organisation,
    place_with_parts,
    namesake,
    known_name,
    plain,
)
"""The cascade; a rule gives the word after what it took, or None."""
_BY_TABLE = {titled: 0, organisation: 1, place_with_parts: 2, namesake: 3, known_name: 3}
"""Those that fit only where this table (of titles, heads, places, known names) has a phrase."""
_OF_LISTED = (building, known_name)
"""Those that fit at no word of one part that no table has; a word of several is the latter's, too."""
_OF_SHORT, _OF_TERMS, _OF_TAILS = (initials,), (term,), (with_tail,)


def _fitting(listed: tuple[bool, ...], hyphened: bool, short: bool, termed: bool, tailed: bool) -> tuple[Rule, ...]:
    """The rules that may fit at a word, by the tables that have it, whether it is of several parts, whether it is short, whether a term may
    begin there, and whether the article has short forms with a tail.
    """
    return tuple(
        rule
        for rule in RULES
        if (rule not in _BY_TABLE or listed[_BY_TABLE[rule]] or (hyphened and rule in _OF_LISTED))
        and (rule not in _OF_LISTED or hyphened or any(listed))
        and (rule not in _OF_SHORT or short)
        and (rule not in _OF_TERMS or termed)
        and (rule not in _OF_TAILS or tailed)
    )


_FITTING = {
    (*told, *shown): _fitting(told, *shown)
    for told in product((False, True), repeat=4)
    for shown in product((False, True), repeat=4)
}


def spot(text: str, words: tuple[Word, ...], lexicon: Lexicon, tagger: Tagger | None = None) -> Found:
    """All names, offices and links that stand in the words of `text`; a tagger weighs those that the rules cannot place."""
    scan = scanned(text, words, lexicon)
    done = 0
    for at in scan.openings:
        if at >= done:
            done = _take(scan, at)
    find_tails(scan)
    find_alone(scan)
    find_small(scan)
    find_listed(scan)
    find_before_region(scan)
    find_again(scan)
    find_called(scan)
    drop_vessels(scan)
    _govern(scan)
    keys = {core: key_of(core) for core in {spot.core for spot in scan.found.spots}}
    _part_bodies(scan, keys)
    for spotted in scan.found.spots:
        spotted.key = keys[spotted.core]
    drop_things(scan)
    release(scan)
    if tagger is not None:
        settle(scan, tagger)
    return scan.found


def _part_bodies(scan: Scan, keys: dict[str, str]) -> None:
    """Give the letters of a body of the tables that are a given name, too, the body's own key where both stand: `Ketua AJI Aji Rini`."""
    bodies = {s.core for s in scan.found.spots if s.type == "ORG" and keys[s.core] in scan.lex.given}
    for core in [core for core in bodies if core.isupper() and core.capitalize() in keys]:
        known = scan.lex.known.get(core)
        if known is not None and known.type == "ORG" and known.name != core:
            keys[core] = key_of(known.name)
            told = [(how, *(known.name if name == core else name for name in (a, b))) for how, a, b in scan.found.same]
            scan.found.same = [(how, a, b) for how, a, b in told if a != b]


def _govern(scan: Scan) -> None:
    """A capital that acts as its government once does so wherever it does not stand as a place."""
    acting = {scan.core(s.first, s.last): s.core for s in scan.found.spots if s.rule == AS_GOVERNMENT}
    for spot in scan.found.spots if acting else ():
        country = acting.get(spot.core)
        if country is not None and spot.rule.startswith("known:") and not is_mere_place(scan, spot.first):
            spot.core = spot.canon = country
            spot.rule = AS_GOVERNMENT


def _take(scan: Scan, at: int) -> int:
    """The word after what the first rule that fits takes at word `at`."""
    text, upper = scan.texts[at], scan.uppers[at]
    if upper and (is_in_plate(scan.text, scan.words[at]) or is_in_number(scan.text, scan.words[at])):
        return at + 1
    listed = scan.titles[at] or scan.heads[at] or scan.places[at] or scan.known[at]
    if upper and not listed and is_of_flight(scan.text, scan.words[at]):
        return at + 1
    fitting = _FITTING[
        scan.titles[at] is not None,
        scan.heads[at] is not None,
        scan.places[at] is not None,
        scan.known[at] is not None,
        "-" in text,
        len(text) <= MOST_INITIALS,
        upper or scan.lows[at] in scan.lex.term_openers,
        bool(scan.tails or scan.parted_again or scan.titles[at]),  # an office may be of a body with such a form
    ]
    for rule in fitting:
        end = rule(scan, at)
        if end is not None and end > at:
            return end
    return at + 1
