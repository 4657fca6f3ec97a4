"""What the head word of a body tells by itself: its class, whether the country has one of it, and who speaks or rules behind it."""

from __future__ import annotations

import re

from runut.reading.names.lexicon import Known
from runut.reading.names.officers import speaks_after
from runut.reading.names.scan import Scan

# What speaks behind the head of a body has so many words where the last two are its officer's name.
_WITH_OFFICER = 3


def is_before_speaker(scan: Scan, at: int) -> bool:
    """Whether a run of three unknown words that speaks is one for a body and the two of its officer's name: `Humas Dispang Rini Lontar`."""
    end = scan.run(at)
    listed = any(scan.known[k] or scan.heads[k] or scan.places[k] or scan.titles[k] for k in range(at, end))
    return end - at == _WITH_OFFICER and not listed and speaks_after(scan, end)


def is_of_ruler(scan: Scan, at: int) -> bool:
    """Whether the office of several words of who rules a country stands at word `at`: its holder's name or country may follow."""
    title = scan.titles[at] if scan.joined(at) else None
    return title is not None and title[1].kind == "country" and title[0] - at > 1 and scan.known[at] is None


def is_national(scan: Scan, at: int, end: int) -> bool:
    """Whether a head is the name of one body by itself (`Lontarnas`), and not what each region has (`Polda`)."""
    known = scan.known[at]
    listed = known is not None and known[0] == end and known[1].type == "ORG"
    return listed and not scan.lex.is_word(scan.words[at].low, "local")


def is_of_each_place(scan: Scan, known: Known) -> bool:
    """Whether each place has a body of this name: `BPBD Kalimas` has no `BPBD` that is told by itself."""
    return any(scan.lex.is_word(word, "each-place") for word in known.name.lower().split())


# The letters of the classes of offices, and a class with its letter: `IIA`, `II-A`.
_CLASSES = "ABC"


_CLASS = re.compile(r"[IVX]{1,5}-?[A-D]?")


def past_class(scan: Scan, end: int) -> int:
    """The end of a head with the class of the office: `Lapas Kelas IIA`, `Stasiun Geofisika Kelas 1`."""
    words = scan.words
    if end + 1 < len(words) and scan.joined(end) and scan.lex.is_word(words[end].low, "class"):
        number = words[end + 1]
        if words[end].capital and scan.joined(end + 1) and (number.text.isdigit() or _CLASS.fullmatch(number.text)):
            lettered = scan.joined(end + 2) and words[end + 2].upper and words[end + 2].text in _CLASSES
            return end + 2 + lettered  # `Kelas II B`
    return end


# A head of this many words with its short form is a name without a place: `Pemerintah Daerah (Pemda)` is none.
_SHOWN = 3


def head_alone(scan: Scan, at: int, end: int, kind: str) -> int | None:
    """`Garda Revolusi`: a head of several words, all with capitals, is a name of its own."""
    least = 2 if kind in ("body", "force") else _SHOWN if kind in ("office", "seat", "hospital") else end - at + 1
    of = scan.known[end - 1] if kind == "hospital" else None
    parent = of[1] if of is not None and end - at > 1 and of[0] == end and of[1].type == "ORG" else None
    least = 2 if parent is not None else least  # `RS Polri`
    proper = end - at >= least and all(w.capital for w in scan.words[at:end])
    if not proper or scan.headline[at]:
        return None
    if parent is not None:
        scan.add(end - 1, end, "ORG", f"known:{parent.table}", 5).canon = parent.name
    scan.add(at, end, "ORG", "org-head-alone", 3)
    return end


def head_in_brackets(scan: Scan, at: int, end: int, last: int) -> int | None:
    """`Detasemen Polisi Militer (Denpom)`: a head of several words with its short form, and no place."""
    if end - at < _SHOWN or not all(w.capital for w in scan.words[at:end]) or scan.headline[at]:
        return None
    spot = scan.add(at, end, "ORG", "org-head-alone", 3)
    scan.same("acronym given in brackets", spot, scan.add(end, last, "ORG", "acronym-defined", 5))
    whole = scan.add(at, last, "ORG", "acronym-defined", 3)
    whole.core, whole.end = spot.core, scan.closed_end(at, last)
    return last


def is_before_officer(scan: Scan, at: int, known: tuple[int, Known]) -> bool:
    """Whether an officer's name of three words follows a body that the whole country has one of: `Kepala Humas BNPB Tarwo Rini Lontar`."""
    end, words = known[0], scan.words
    whole = words[at].upper and not is_of_each_place(scan, known[1]) and not scan.lex.is_word(words[at].low, "local")
    if not whole or scan.lex.is_word(known[1].name.split(" ", 1)[0].lower(), "party") or not scan.joined(end):
        return False
    last = scan.run(end)
    told = range(end, last)
    listed = any(scan.known[k] or scan.heads[k] or scan.places[k] or scan.titles[k] or words[k].upper for k in told)
    return len(told) == _WITH_OFFICER and not listed and words[end].low not in scan.after_place_word
