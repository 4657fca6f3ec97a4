"""Quotation marks: paired paragraph by paragraph, failing locally."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from runut.text.characters import Origin, with_spaces

# A quotation may run over this many paragraphs before its opening mark counts as stray (longest seen in real reports: 4).
MAX_QUOTED_PARAGRAPHS = 5
# A scare quote in single marks is short; beyond this an apostrophe has been mistaken for a mark.
MAX_SINGLE_QUOTED = 160
_OPEN, _CLOSE, _EITHER = "open", "close", "either"
_DOUBLE = {"“": _OPEN, "„": _OPEN, "«": _OPEN, "”": _CLOSE, "»": _CLOSE, '"': _EITHER, "‟": _OPEN, "″": _EITHER}
_DOUBLE_MARKS = re.compile('[“„«”»"‟″]')
_SINGLE_MARKS = re.compile("[‘’']")


def pair(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Pair marks, paragraph by paragraph, failing locally; paired marks become “ and ” in the text that is returned.

    An opening mark whose paragraph ends without a closing one runs on into the next paragraphs when the next mark closes,
    ends with its paragraph when the next paragraph opens anew, and is stray otherwise.
    """
    marks = [(m.start(), _direction(text, m.start())) for m in _DOUBLE_MARKS.finditer(text)]
    pairs: list[tuple[int, int]] = []
    unclosed: list[tuple[int, int]] = []
    opened: int | None = None
    opens_plainly = False
    for at, direction in marks:
        if opened is None:
            if direction is not _CLOSE:
                opened, opens_plainly = at, direction is _OPEN
            continue
        breaks = text.count("\n", opened, at)
        if breaks == 0:
            if direction is _OPEN:
                opened, opens_plainly = at, True
            else:
                pairs.append((opened, at))
                opened = None
        elif direction is _CLOSE and breaks < MAX_QUOTED_PARAGRAPHS:
            pairs.append((opened, at))
            opened = None
        else:
            paragraph_end = text.index("\n", opened)
            if opens_plainly and direction is not _CLOSE and paragraph_end == at - 1:
                unclosed.append((opened, paragraph_end))
            opened, opens_plainly = (at, direction is _OPEN) if direction is not _CLOSE else (None, False)
    doubles = sorted([(a, b + 1) for a, b in pairs] + unclosed)
    singles = _pair_single(text, doubles)
    edited = {at: '"' for at, _ in marks if text[at] != '"'}  # what is paired with none is straight
    edited.update(dict.fromkeys([a for a, _ in doubles + singles], "“"))
    edited.update(dict.fromkeys([b for _, b in pairs] + [b - 1 for _, b in singles], "”"))
    return _with_marks(text, edited), tuple(sorted(doubles + singles))


def _with_marks(text: str, marks: dict[int, str]) -> str:
    """The text with other characters at the places of `marks`."""
    parts: list[str] = []
    done = 0
    for at in sorted(marks):
        parts += (text[done:at], marks[at])
        done = at + 1
    return "".join([*parts, text[done:]])


def _direction(text: str, at: int) -> str:
    """Whether the mark at `at` can open, close or do either, by itself and by what stands beside it."""
    own = _DOUBLE[text[at]]
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    if own is _CLOSE and before in " \n(" and after not in " \n.,;:!?)]”":  # some newspapers print ” on both sides
        return _OPEN
    if own is not _EITHER:
        return own
    if before == after == " ":
        before, after = text[max(0, at - 2)], text[at + 2 : at + 3]
        if before in (",", ".", "!", "?") and after.islower():
            return _CLOSE
        return _OPEN if before in (":", ",") and after.isupper() else _EITHER
    if before in (",", ".") and after.islower():  # "…,"ujar
        return _CLOSE
    opens = before in " \n([—–-:" and not after.isspace()
    closes = not before.isspace() and (after in " \n.,;:!?)]—–-")
    if opens and not closes:
        return _OPEN
    if closes and not opens:
        return _CLOSE
    return _EITHER


def _pair_single(text: str, doubles: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Single marks outside double ones, both edges on word edges, within a line."""
    out: list[tuple[int, int]] = []
    if "'" not in text and "‘" not in text:  # none that could open
        return out
    opened: int | None = None
    passed = 0
    for match in _SINGLE_MARKS.finditer(text):
        at = match.start()
        while passed < len(doubles) and doubles[passed][1] <= at:
            passed += 1
        if passed < len(doubles) and doubles[passed][0] <= at:
            continue
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if opened is not None and (
            at - opened > MAX_SINGLE_QUOTED
            or "\n" in text[opened:at]
            or (passed and doubles[passed - 1][1] > opened)  # one in double marks lies between
        ):
            opened = None
        if match[0] != "’" and not before.isalnum() and after.isalnum():
            opened = at
        elif opened is not None and not after.isalnum() and not before.isspace():
            out.append((opened, at + 1))
            opened = None
    return out


def set_free(
    text: str, origin: Origin, quoted: tuple[tuple[int, int], ...]
) -> tuple[str, Origin, tuple[tuple[int, int], ...]]:
    """A space between a quotation's marks and the words or stops that are glued to them from outside (`itu.“Kami`, `”ujar`)."""
    before = {a for a, _ in quoted if a and (text[a - 1].isalnum() or text[a - 1] in ".,;:!?)”")}
    after = {b for _, b in quoted if text[b - 1] == "”" and text[b : b + 1].isalnum() and not text.startswith("nya", b)}
    points = sorted(before | after)
    if not points:
        return text, origin, quoted
    text, origin = with_spaces(text, origin, points)
    return text, origin, tuple((a + bisect_right(points, a), b + bisect_left(points, b)) for a, b in quoted)
