"""Letters that are of a code, and no name: number plates and the numbers of documents."""

from __future__ import annotations

import re

from runut.reading.names.words import Word

# The letters and figures of a vehicle's number plate.
_PLATE, _PLATE_START, _PLATE_LETTERS = (
    re.compile(r"[A-Z]{1,2} \d{1,4} [A-Z]{1,3}\b"),
    re.compile(r"\b[A-Z]{1,2} \d{1,4} $"),
    3,
)
# The letters and figures of a flight, and those by which an aircraft is registered.
_FLIGHT, _REGISTERED = re.compile(r"[A-Z]{2,3} (?!(?:19|20)\d\d\b)\d{3,4}\b(?![/.,]\d)"), re.compile(r"PK-[A-Z]{3}\b")
_FLIGHT_LETTERS = 6
# A document's number has this many strokes or more, and so many characters at most on either side of its letters.
_STROKES, _NUMBER = 3, 40


def is_in_plate(text: str, word: Word) -> bool:
    """Whether letters are of a vehicle's number plate: `BX 1234 LK`."""
    if len(word.text) > _PLATE_LETTERS:
        return False
    return (
        _PLATE.match(text, word.start) is not None
        or _PLATE_START.search(text, max(0, word.start - 8), word.start) is not None
    )


def is_in_number(text: str, word: Word) -> bool:
    """Whether letters are of a document's number: `LP/B/41/VI/2025`."""
    if "/" not in (text[word.start - 1 : word.start], text[word.end : word.end + 1]):
        return False
    around = text[max(0, word.start - _NUMBER) : word.end + _NUMBER]
    at = min(word.start, _NUMBER)
    whole = around[around.rfind(" ", 0, at) + 1 :].split(" ", 1)[0]
    return whole.count("/") >= _STROKES and any(c.isdigit() for c in whole)


def is_of_flight(text: str, word: Word) -> bool:
    """Whether letters are those of a flight or an aircraft: `LK 182`, `PK-LKR`."""
    if len(word.text) > _FLIGHT_LETTERS or word.gap.endswith("/"):
        return False
    return _FLIGHT.match(text, word.start) is not None or _REGISTERED.fullmatch(word.text) is not None
