"""Names joined by a hyphen: `Rusia-AS`, `Ratna-Wiraguna`."""

from __future__ import annotations

from runut.reading.names.scan import Scan


def hyphenated(scan: Scan, at: int) -> int | None:
    """`Rusia-AS`, `Bogor-Bekasi`: names joined by a hyphen are several."""
    word = scan.words[at]
    parts = word.text.split("-")
    if len(parts) < 2 or not all(part[:1].isupper() for part in parts):
        return None
    known = [scan.lex.known.get(part) for part in parts]
    if sum(k is not None for k in known) < 1 + (len(parts) == 2):
        return _pair_of_persons(scan, at, parts)
    start, all_known = word.start, None not in known
    for part, name in zip(parts, known, strict=True):
        if name is not None and (all_known or not name.also):
            spot = scan.add(at, at + 1, name.type, "pair-of-names", 3)
            spot.start, spot.end, spot.core, spot.canon = start, start + len(part), part, name.name
        start += len(part) + 1
    return at + 1


def _pair_of_persons(scan: Scan, at: int, parts: list[str]) -> int | None:
    """`Ratna-Wiraguna`: two persons who go together, each of whom the text names by the same word elsewhere, or the tables."""
    lex, word = scan.lex, scan.words[at]
    low = [part.lower() for part in parts]
    if len(parts) != 2 or not all(part in lex.nicknames or part in lex.given or _is_named(scan, part) for part in low):
        return None
    if not any(part in lex.nicknames or part in lex.given for part in low):
        return None
    start = word.start
    for part in parts:
        spot = scan.add(at, at + 1, "PER", "pair-of-names", 3)
        spot.start, spot.end, spot.core = start, start + len(part), part
        start += len(part) + 1
    return at + 1


def _is_named(scan: Scan, part: str) -> bool:
    """Whether a text names somebody by this word alone, or by a name that it opens."""
    return part in scan.run_openers
