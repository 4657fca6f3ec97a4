"""Whose office is told with the name of whom its holder serves: `kuasa hukum Ratna` is her lawyer, not she."""

from __future__ import annotations

from collections import defaultdict

from runut.reading.names.scan import Scan

# Who has so many that serve him is none of them.
_MOST = 1
# Kin that is told between commas has this many words of a name at most, whose kin it is this many.
_KIN, _OF_KIN = 4, 3
# Kinds of titles that are no office.
_PERSONAL = ("rank", "honorific", "suffix")


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


def served_officer(scan: Scan, at: int, end: int) -> int:
    """The word where the office of whom somebody serves begins, where the servant is named behind it: `juru bicara Presiden Rini
    Wijayanti, Budi Kuncoro, …`; 0 where there is none: `Juru Bicara Presiden Rini Wijayanti menolak` is the spokesperson's name.
    """
    title, words = scan.titles[at], scan.words
    if title is None or not scan.lex.is_word(title[1].form.lower(), "of-person"):
        return 0
    own, after = title[0], scan.titles[title[0]]
    if after is None or after[1].kind in _PERSONAL or not words[own].capital or not scan.joined(own):
        return 0
    named = scan.joined(end) and scan.lex.is_word(words[end].low, "naming")
    return own if named or is_set_off(scan, end) else 0


def kin_of(scan: Scan, at: int) -> int:
    """The end of the name of whose kin is named behind it, between commas: `Nenek Rini, Ratna, menolak`; 0 where a word for kin is but a
    form of address or a name.
    """
    words, first = scan.words, at + 1
    if not scan.lex.is_word(words[at].low, "kin-of") or not scan.joined(first) or not words[first].capital:
        return 0
    if scan.headline[first] or scan.titles[first] or not scan.is_name_word(first):
        return 0
    end = scan.run(first, _OF_KIN)
    if end <= first or not is_set_off(scan, end):
        return 0
    called = words[at].low in scan.lex.given  # `Putra Wiraguna, Budi Kuncoro, …` may be one of a list
    return 0 if called and not scan.runs[" ".join(w.low for w in words[first:end])] else end


def is_set_off(scan: Scan, end: int) -> bool:
    """Whether a comma at word `end` opens somebody's name that another closes, or what he does: `, Budi Kuncoro, menolak`."""
    words = scan.words
    if end >= len(words) or words[end].gap != ", " or scan.titles[end] or scan.heads[end] or scan.places[end]:
        return False
    if not scan.is_name_word(end):
        return False
    last = scan.run(end, _KIN)
    after = words[last] if last < len(words) else None
    if after is None or after.capital or scan.lex.is_word(after.low, "and"):
        return after is not None and after.opens and after.gap[:1] == "."
    return after.gap == ", " or (after.gap == " " and scan.lex.acts.fullmatch(after.low) is not None)


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
