"""The characters of the view: entities decoded, white space single, each with the stretch of the original behind it."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# So many commas with white space before them, and half of all, tell a text printed token by token (42 of 12,575 real reports).
SPACED = 4
# Where furniture was taken out: a break that no rule about lines may soften, `\n` in the finished view.
WALL = "\f"
_BREAKS = f" \n{WALL}"
_INVISIBLE = r"\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad"
# White space but the blank.
_WIDE = r"\t-\r\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"


def _to_rewrite(first: str, blanks: str) -> re.Pattern[str]:
    """What is not copied as it stands; a class first, by which the engine passes over all that is."""
    return re.compile(
        rf"[&{_INVISIBLE}{first}](?:(?<=&)(?P<entity>(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});)"
        rf"|(?<=[{_INVISIBLE}])[{_INVISIBLE}]*|(?P<space>(?<=[{_WIDE}])\s*{blanks}))"
    )


# A single blank before other white space is copied, and the draft makes one of both; so most texts need no look at their blanks.
_REWRITE, _REWRITE_BLANKS = _to_rewrite(_WIDE, ""), _to_rewrite(_WIDE + " ", r"|(?<= )\s+")
# Blanks that never break a line, which some outlets set between thousands (`2 300 warga`); so many groups at most. A blank there is none.
_THIN = "\u2009\u202f\u00a0"
_GROUPED = re.compile(
    rf"(?:(?<![\w.,/:+-])|(?<=\bRp)|(?<=\bRp\.))[1-9]\d{{0,2}}(?:[{_THIN}]\d{{3}}){{1,5}}(?![{_THIN}]?\d)", re.ASCII
)
# A text has many such blanks, but seldom one in a number; the blank first, so that the engine passes over all else.
_THIN_IN_NUMBER = re.compile(rf"[{_THIN}](?<=\d.)\d", re.ASCII)
_SPACED = re.compile(r"(?<=\S) +(?=[.,;:!?)]|nya\b)|(?<=\() +| (?=/ ?\d)|(?<=\d /) +(?=\d)|(?<=[.!?]\") +")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the characters of a view come from, in stretches, since most of a text is copied as it stands.

    Stretch k is the view's `at[k]:at[k + 1]` (the last of `at` is the view's length) and stands for `starts[k]:ends[k]` of the
    original: one character for all of it (none of it, where a space was put in), more than one each for its own.
    """

    at: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]

    def start(self, index: int) -> int:
        """Where the original's stretch behind character `index` of the view begins."""
        k = bisect_right(self.at, index) - 1
        return self.starts[k] + index - self.at[k]

    def end(self, index: int) -> int:
        """Where the original's stretch behind character `index` of the view ends."""
        k = bisect_right(self.at, index) - 1
        first = self.at[k]
        return self.starts[k] + index - first + 1 if self.at[k + 1] - first > 1 else self.ends[k]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the original's stretch behind the characters `start:end` begins and ends; most lie in one stretch that is copied."""
        at = self.at
        k = bisect_right(at, start)
        first, stop = at[k - 1], at[k]
        k -= 1
        if end <= stop and stop - first > 1:
            shift = self.starts[k] - first
            return start + shift, end + shift
        return self.starts[k] + start - first, self.end(end - 1)

    def index(self, offset: int) -> int:
        """The first character of the view that stands for the original's `offset` or what is behind it, else the view's length."""
        k = bisect_right(self.starts, offset - 1) - 1
        if k < 0:
            return 0
        found, end = self.at[k] + offset - self.starts[k], self.at[k + 1]
        return found if found < end else end

    def indices(self, offsets: Iterable[int]) -> list[int]:
        """`index` of each of the offsets."""
        at, starts = self.at, self.starts
        found = []
        for offset in offsets:
            k = bisect_right(starts, offset - 1) - 1
            place = at[k] + offset - starts[k] if k >= 0 else 0
            found.append(place if place < at[k + 1] else at[k + 1])
        return found


class _Draft:
    """A view being put together, stretch by stretch."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = [0]
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, part: str, start: int, end: int) -> None:
        self.parts.append(part)
        self.at.append(self.at[-1] + len(part))
        self.starts.append(start)
        self.ends.append(end)

    def after_break(self) -> bool:
        return bool(self.parts) and self.parts[-1][-1] in _BREAKS

    def split_last(self) -> None:
        """The last character becomes a stretch of its own, which may grow."""
        part, end = self.parts[-1], self.ends[-1]
        if len(part) > 1:
            self.parts[-1], self.ends[-1] = part[:-1], end - 1
            self.at[-1] -= 1
            self.add(part[-1], end - 1, end)

    def finish(self) -> tuple[str, Origin]:
        return "".join(self.parts), Origin(self.at, self.starts, self.ends)


def rewrite(text: str, furniture: list[tuple[int, int]]) -> tuple[str, Origin]:
    """Entities decoded, invisible characters dropped, white space single (`\\n` where it broke a line), furniture to `\\n`.

    A single blank between two words is copied with them: most of a text needs no look at all. A thin blank between thousands becomes
    the stop that stands there elsewhere.
    """
    grouped = _between_thousands(text)
    draft = _Draft()
    pattern = _REWRITE_BLANKS if "  " in text else _REWRITE

    def put(char: str, start: int, end: int) -> None:
        if char in _BREAKS and draft.after_break():  # one white space for a run of them: the strongest
            draft.split_last()
            draft.parts[-1] = max(char, draft.parts[-1], key=_BREAKS.index)
            draft.ends[-1] = max(draft.ends[-1], end)
        else:
            draft.add(char, start, end)

    def copy_plain(start: int, end: int) -> None:
        if start < end and text[start] == " " and draft.after_break():
            draft.split_last()
            draft.ends[-1] = start = start + 1
        if start < end:
            draft.add(text[start:end], start, end)

    def copy(start: int, end: int) -> None:
        at = start
        for match in pattern.finditer(text, start, end):
            a, b = match.span()
            copy_plain(at, a)
            if match["space"] is not None:
                broken = "\n" in match[0] or "\r" in match[0] or "\u2028" in match[0]
                put("\n" if broken else "." if a in grouped else " ", a, b)
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
    return draft.finish()


def _between_thousands(text: str) -> frozenset[int]:
    """Where thin blanks stand between the thousands of a number."""
    if not any(blank in text for blank in _THIN) or not _THIN_IN_NUMBER.search(text):  # most texts
        return frozenset()
    return frozenset(at for m in _GROUPED.finditer(text) for at in range(*m.span()) if text[at] in _THIN)


def close_up(text: str, origin: Origin) -> tuple[str, Origin]:
    """In a text printed token by token (`kata Ida , Senin ( 3 / 2 ) .`) the white space before a mark or `-nya` is dropped."""
    spaced = text.count(" , ")
    if spaced < SPACED or 2 * spaced < text.count(", "):
        return text, origin
    return _edit(text, origin, [(*m.span(), "") for m in _SPACED.finditer(text)])


def with_spaces(text: str, origin: Origin, points: Iterable[int]) -> tuple[str, Origin]:
    """A space put before each of the characters `points` that has none; it stands for nothing of the original."""
    edits = [
        (point, point, " ")
        for point in sorted(points)
        if 0 < point < len(text) and not text[point - 1].isspace() and not text[point].isspace()
    ]
    return _edit(text, origin, edits) if edits else (text, origin)


def _edit(text: str, origin: Origin, edits: list[tuple[int, int, str]]) -> tuple[str, Origin]:
    """Each stretch `a:b` of the view replaced, in order; what is put in stands for nothing of the original."""
    draft = _Draft()
    k = done = 0
    for a, b, put in [*edits, (len(text), len(text), "")]:
        while done < a:
            first, last = origin.at[k], min(a, origin.at[k + 1])
            if origin.at[k + 1] - first > 1:
                start = origin.starts[k] + done - first
                draft.add(text[done:last], start, start + last - done)
            else:
                draft.add(text[done:last], origin.starts[k], origin.ends[k])
            done = last
            k += last == origin.at[k + 1]
        if put:
            draft.add(put, draft.ends[-1], draft.ends[-1])
        done = max(done, b)
        while k < len(origin.starts) and origin.at[k + 1] <= done:
            k += 1
    return draft.finish()
