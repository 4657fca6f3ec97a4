"""What may stand at the end of a body's name, and the name without it: numbers, letters of its place, `&`, `Tbk`, a town."""

from __future__ import annotations

import re

from runut.reading.names.body_heads import is_national
from runut.reading.names.officers import comes_after_comma
from runut.reading.names.places import WITH_PLACE, known_name
from runut.reading.names.scan import Scan
from runut.reading.names.spots import Spot

# The number of one of several units in a place, and what shows that it is a date's.
_UNIT_NUMBER = re.compile(r"0\d")


# The number of a school and the name of two words of somebody of it.
_NUMBER_AND_NAME = 3
_DATED = re.compile(r"[-/.:]\d")


def past_unit_number(scan: Scan, end: int) -> int:
    """The end with the number, led by nought, of one of several units in a place: `Dapur Kalimas 02`; no day or hour, nor a count."""
    if end >= len(scan.words) or not scan.joined(end) or not _UNIT_NUMBER.fullmatch(scan.words[end].text):
        return end
    dated = _DATED.match(scan.text, scan.words[end].end) is not None
    after = scan.words[end + 1].low if scan.joined(end + 1) else ""
    counts = after and (scan.kind(end + 1) == "calendar" or scan.lex.is_word(after, "counted"))
    return end if dated or counts else end + 1


def past_slashed(scan: Scan, end: int) -> int:
    """The end with the number of a unit and its own name behind a slash: `Resimen Lontarhud 1/Kalimas`."""
    if end + 1 >= len(scan.words) or not scan.joined(end) or not scan.words[end].text.isdigit():
        return end
    return end + 2 if scan.words[end + 1].gap == "/" and scan.words[end + 1].capital else end


def past_letters_of_place(scan: Scan, spot: Spot) -> int:
    """The end of a body's name with the letters of the place that it ends with in brackets: `DPRD Kalimas Utara (Kalut)`."""
    letters = scan.bracketed(spot.last)
    known = scan.known[letters[0]] if letters else None
    if letters is None or known is None or known[0] != letters[1] or known[1].type != "GPE" or known[1].also:
        return spot.last
    if not spot.core.lower().endswith(f" {known[1].name.lower()}"):
        return spot.last
    known_name(scan, letters[0], in_title=True)
    whole = scan.add(spot.first, letters[1], "ORG", "letters-of-its-place", 3)
    whole.core, whole.end = spot.core, scan.closed_end(spot.first, letters[1])
    return letters[1]


def past_number(scan: Scan, end: int, last: int) -> int:
    """Where a school's name ends that is but a number before somebody of it: `SMPN 4 Rini Wijayanti menolak`; `last` elsewhere.

    Where the school lies follows its number (`SMPN 4 Garut`), not whom it is called after.
    """
    words = scan.words
    if last - end != _NUMBER_AND_NAME or not words[end].text.isdigit() or scan.headline[end]:
        return last
    own = range(end + 1, last)
    if any(scan.known[k] or scan.places[k] or scan.heads[k] or scan.kind(k) for k in own):
        return last
    given = words[last - 1].low in scan.lex.given or words[end + 1].low in scan.lex.given
    spoken = any(words[k].low in scan.speaking for k in own)
    acts = scan.joined(last) and scan.lex.acts.fullmatch(words[last].low) is not None
    return end + 1 if spoken or (given and acts) else last


def known_whole(scan: Scan, at: int, head: int, end: int) -> int:
    """The end of a school's name that the tables have in full, where somebody's follows: `Universitas Kalimas Raya Rini Wijayanti`."""
    whole = scan.lex.full_names.match(scan.words, at)
    if whole is None or not head < whole[0] < end:
        return end
    return end if scan.known[whole[0]] or scan.places[whole[0]] or scan.heads[whole[0]] else whole[0]


def past_ampersand(scan: Scan, end: int, in_title: bool) -> int:
    """The end of a company's name with what `&` adds to it: `PT Rini & Budi Kalimas`; before an officer's name only its first word."""
    words = scan.words
    if end >= len(words) or words[end].gap != " & " or not words[end].capital or scan.headline[end] or words[end].opens:
        return end
    last = scan.loose_run(end)
    if in_title and scan.joined(last - 1) and not comes_after_comma(scan, last):
        return end + 1
    return last


def listed_firm(scan: Scan, at: int, end: int, firm: Spot) -> int:
    """The end of a listed company's name with `Tbk` behind `(Persero)`, and its code in brackets, if any."""
    scan.add(at, end, "ORG", "firm-in-brackets", 2).core = firm.core
    code = scan.bracketed(end)
    if code is None or not scan.core(*code).isupper():
        return end
    scan.same("acronym given in brackets", firm, scan.add(*code, "ORG", "acronym-defined", 5))
    return code[1]


def without_tail(scan: Scan, at: int, end: int, stop: int, core: str, head: str) -> None:
    """`RSUD Kalimas Garut`, `RS Kalimas di Garut`: the name without the known place at its end."""
    first = end + (end - at == 1)  # a head of several words is a name without anything after it
    whole = scan.known[first - 1] if first > end else None
    if whole and whole[0] == stop:  # `RS Arab Saudi`
        return
    for k in range(first, stop):
        known = scan.known[k]
        tail = known is not None and known[0] == stop and known[1].type == "GPE" and not known[1].also
        if tail or scan.lex.is_word(scan.words[k].low, "at"):
            at_place = scan.lex.is_word(scan.words[k - 1].low, "at")  # `KBRI di Kalimas`
            if (
                at_place or scan.places[k - 1] or scan.heads[k - 1]
            ):  # `DPRD Kota Kalimas`, `RS Bhayangkara Polda Kalimas`
                if k - 1 < first or (k - 1 == end and is_national(scan, at, end)):  # `Bea Cukai Kota Kalimas`
                    return
                k -= 1
            base = scan.add(at, k, "ORG", "org-without-place", 3)
            base.core, base.end = f"{head} {scan.core(end, k)}".strip(), scan.closed_end(at, k)
            scan.found.same.append((WITH_PLACE, core, base.core))
            without_tail(scan, at, end, k, base.core, head)
            return


def only_known_place(scan: Scan, first: int, last: int) -> bool:
    known = scan.known[first]
    return bool(known and known[0] == last and known[1].type != "ORG")


def names_inside(scan: Scan, first: int, last: int) -> None:
    """Note the known names inside a body's own that its short form in brackets shows whole: `Panitia Kerja Komisi Pangan (Panja KP)`."""
    k = first
    while k < last:
        known, whole = scan.known[k], scan.lex.full_names.match(scan.words, k) if k > first and scan.heads[k] else None
        if whole is not None and whole[0] <= last:
            scan.add(k, whole[0], "ORG", "body-of-unit", 4)
            k = whole[0]
            continue
        inside = known is not None and known[0] <= last and not known[1].also and scan.words[k].capital
        k = max(known_name(scan, k, in_title=True) or 0, k + 1) if inside else k + 1
