"""A ministry that is a body of the state, too: `Kementerian Kalimas/Badan Pangan Lontar (KK/BPL)`."""

from __future__ import annotations

from runut.reading.names.places import WITH_PLACE
from runut.reading.names.scan import Scan


def ministry_and_body(scan: Scan, at: int, end: int) -> int:
    """The end of a ministry with the body that it is too, both in full, behind which their letters stand: `Kementerian Kalimas/Badan Pangan
    Lontar (KK/BPL)`; `end` where there is none.
    """
    words = scan.words
    head = scan.heads[end] if at < end < len(words) and words[end].gap == "/" and words[end].capital else None
    if head is None or head[1].kind != "office" or not any(scan.lex.is_word(w.low, "ministry") for w in words[at:end]):
        return end
    last = scan.loose_run(head[0])
    short = scan.bracketed(last)
    letters = scan.raw(*short) if short else ""
    if short is None or "/" not in letters or not letters.isupper():
        return end
    whole = scan.add(at, last, "ORG", f"org-head:{words[at].low}", 6)
    whole.core = scan.raw(at, last)
    both = scan.add(at, short[1], "ORG", "acronym-defined", 3)
    both.core, both.end = whole.core, scan.closed_end(at, short[1])
    told = scan.add(*short, "ORG", "acronym-defined", 5)
    told.core = letters
    scan.same("acronym given in brackets", whole, told)
    scan.same(WITH_PLACE, whole, scan.add(at, end, "ORG", "org-without-place", 3))
    scan.add(end, last, "ORG", f"org-head:{words[end].low}", 5)
    return short[1]
