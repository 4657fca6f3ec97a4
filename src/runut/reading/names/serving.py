"""Whose office is told with the name of whom its holder serves: `kuasa hukum Ratna` is her lawyer, not she."""

from __future__ import annotations

from collections import defaultdict

from runut.reading.names.scan import Scan

# Who has so many that serve him is none of them.
_MOST = 1


def serves(scan: Scan, at: int, pos: int, end: int) -> bool:
    """Whether the name after an office is of whom its holder serves: `pengacara Rini, Budi Kuncoro, …`, `pihak kuasa hukum Rini Wijayanti`,
    `sopir Rini Wijayanti bernama Budi`.
    """
    title = scan.titles[at]
    if title is None or title[0] != pos or not scan.lex.is_word(title[1].form.lower(), "of-person"):
        return False
    words = scan.words
    if at and scan.joined(at) and scan.lex.is_word(words[at - 1].low, "side"):
        return True
    if scan.joined(end) and scan.lex.is_word(words[end].low, "naming"):
        return True
    if _is_beside_servant(scan, at, end):
        return True
    another = end + 1 < len(words) and words[end].gap == ", " and scan.is_name_word(end) and words[end + 1].capital
    return another or end - pos == 1


def _is_beside_servant(scan: Scan, at: int, end: int) -> bool:
    """Whether an office right behind somebody's name is his: `Budi (sopir Rini Wijayanti)`, `Budi (36), sopir Rini Wijayanti, ditahan`."""
    words, last = scan.words, next((spot for spot in reversed(scan.found.spots[-4:]) if spot.last <= at), None)
    after = words[end] if end < len(words) else None
    if not at or last is None or last.type == "ORG" or after is None:
        return False
    if words[at].gap == " (":
        return last.last == at and after.gap[:1] == ")"
    aged = words[at].gap == "), " and last.last == at - 1 and scan.lex.age.match(scan.text, last.end) is not None
    return aged and after.gap == ", " and not after.capital and not scan.lex.is_word(after.low, "and")


def release(scan: Scan) -> None:
    """Take from whoever is served elsewhere, has two kinds of servants or is accused, the office before the name."""
    forms: dict[str, set[str]] = defaultdict(set)
    served: set[str] = set()
    for spot in scan.found.spots:
        if spot.rule != "titled":
            continue
        role = (spot.role or "").lower()
        if spot.outer is None or scan.lex.is_word(role, "accused"):
            served.add(spot.key)
        elif scan.lex.is_word(role, "of-person"):
            forms[spot.key].add(role)
    for spot in scan.found.spots if forms else ():
        role = (spot.role or "").lower()
        if role in forms[spot.key] and (spot.key in served or len(forms[spot.key]) > _MOST):
            spot.role = spot.outer = None
