"""Whether a short form may be that of a name: `Badan Pangan Lontar (BPL)`."""

from __future__ import annotations

import re

from runut.reading.names.scan import Scan


def explains(scan: Scan, name: str, short: str) -> bool:
    """Whether `short` may be the short form of the name: its letters stand in it in order, the first at a word's start."""
    letters = re.sub(r"[^a-z]", "", short.split(" ")[0].lower())
    text = name.lower().removeprefix("the ")
    known = scan.lex.known.get(short)
    if known and known.name.lower() == text:
        return True
    at, hits = -1, 0
    starts = [0, *(m.end() for m in re.finditer(r"[ -]", text))]
    for letter in letters:
        opening = next((k for k in starts if k > at and text[k : k + 1] == letter), -1)
        at = opening if opening >= 0 else text.find(letter, at + 1)
        if at < 0:
            return False
        hits += opening >= 0
    return bool(letters) and text[0] == letters[0] and hits * 2 >= min(len(letters), len(starts))
