"""Names joined by a hyphen: `Rusia-AS`, `Ratna-Wiraguna`."""

from __future__ import annotations

from runut.reading.names.scan import Scan


def hyphenated(scan: Scan, at: int) -> int | None:
    """`Rusia-AS`, `Bogor-Bekasi`: names joined by a hyphen are several."""
    word = scan.words[at]
    parts = word.text.split("-")
    if len(parts) < 2 or not all(part[:1].isupper() for part in parts):
        return None
    if len(parts) == 2 and (end := _pair_of_towns(scan, at, parts)) > at:
        return end
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


def _pair_of_towns(scan: Scan, at: int, parts: list[str]) -> int:
    """The end of two known places of which one has two words or both: `Jakarta-Pangkal Pinang`; `at` where there are none."""
    words, text = scan.words, scan.text
    behind, before = (
        (scan.joined(at + 1) and words[at + 1].capital),
        (at > 0 and scan.joined(at) and words[at - 1].capital),
    )
    longer = f"{parts[1]} {words[at + 1].text}" if behind else ""
    second = scan.lex.known.get(longer) or scan.lex.known.get(parts[1])
    last = at + 1 if second is not None and scan.lex.known.get(longer) is second else at
    opened = f"{words[at - 1].text} {parts[0]}" if before else ""
    first = scan.lex.known.get(opened) or scan.lex.known.get(parts[0])
    begin = at - 1 if first is not None and scan.lex.known.get(opened) is first else at
    if first is None or second is None or last - begin == 0 or first.type != "GPE" or second.type != "GPE":
        return at
    middle = words[at].start + len(parts[0])
    for start, end, name in ((words[begin].start, middle, first), (middle + 1, words[last].end, second)):
        spot = scan.add(at, last + 1, "GPE", "pair-of-names", 3)
        spot.start, spot.end, spot.core, spot.canon = start, end, text[start:end], name.name
    return last + 1


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
