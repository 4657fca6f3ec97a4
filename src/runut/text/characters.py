"""The characters of the view: entities decoded, white space single, each with the stretch of the original behind it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

# So many commas with white space before them, and half of all, tell a text printed token by token (42 of 12,575 real reports).
SPACED = 4
# Where furniture was taken out: a break that no rule about lines may soften, `\n` in the finished view.
WALL = "\f"
_BREAKS = f" \n{WALL}"
_REWRITE = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<invisible>[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]+)"
    r"|(?P<space> \s+|[^\S ]\s*)"
)
_SPACED = re.compile(r"(?<=\S) +(?=[.,;:!?)]|nya\b)|(?<=\() +| (?=/ ?\d)|(?<=\d /) +(?=\d)|(?<=[.!?]\") +")

Mapped = tuple[list[str], list[int], list[int]]
"""Characters, and where the stretch of the original behind each begins and ends."""


def rewrite(text: str, furniture: list[tuple[int, int]]) -> Mapped:
    """Entities decoded, invisible characters dropped, white space single (`\\n` where it broke a line), furniture to `\\n`.

    A single blank between two words is copied with them: most of a text needs no look at all.
    """
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(char: str, start: int, end: int) -> None:
        if char in _BREAKS and chars and chars[-1] in _BREAKS:  # one white space for a run of them: the strongest
            chars[-1] = max(char, chars[-1], key=_BREAKS.index)
            ends[-1] = max(ends[-1], end)
            return
        chars.append(char)
        starts.append(start)
        ends.append(end)

    def copy_plain(start: int, end: int) -> None:
        if start < end and text[start] == " " and chars and chars[-1] in _BREAKS:
            ends[-1] = start = start + 1
        chars.extend(text[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    def copy(start: int, end: int) -> None:
        at = start
        for match in _REWRITE.finditer(text, start, end):
            a, b = match.span()
            copy_plain(at, a)
            if match["space"]:
                put("\n" if "\n" in match[0] or "\r" in match[0] or "\u2028" in match[0] else " ", a, b)
            elif match["entity"]:
                decoded = html.unescape(match[0])
                if len(decoded) == 1:
                    put(" " if decoded.isspace() else decoded, a, b)
                else:
                    copy_plain(a, b)
            at = b
        copy_plain(at, end)

    at = 0
    for a, b in furniture:
        if b <= at:
            continue
        copy(at, max(at, a))
        put(WALL, max(at, a), b)
        at = b
    copy(at, len(text))
    return chars, starts, ends


def close_up(chars: list[str], starts: list[int], ends: list[int]) -> Mapped:
    """In a text printed token by token (`kata Ida , Senin ( 3 / 2 ) .`) the white space before a mark or `-nya` is dropped."""
    text = "".join(chars)
    spaced = text.count(" , ")
    if spaced < SPACED or 2 * spaced < text.count(", "):
        return chars, starts, ends
    kept = sorted(set(range(len(text))) - {at for m in _SPACED.finditer(text) for at in range(*m.span())})
    return [chars[k] for k in kept], [starts[k] for k in kept], [ends[k] for k in kept]


def with_spaces(text: str, starts: list[int], ends: list[int], points: Iterable[int]) -> Mapped:
    """A space put before each of the characters `points` that has none; it stands for nothing of the original."""
    chars: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    at = 0
    for point in sorted(points):
        if not 0 < point < len(text) or text[point - 1].isspace() or text[point].isspace():
            continue
        chars.extend(text[at:point])
        new_starts.extend(starts[at:point])
        new_ends.extend(ends[at:point])
        chars.append(" ")
        new_starts.append(ends[point - 1])
        new_ends.append(ends[point - 1])
        at = point
    chars.extend(text[at:])
    new_starts.extend(starts[at:])
    new_ends.extend(ends[at:])
    return chars, new_starts, new_ends
