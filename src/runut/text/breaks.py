"""Line breaks: which end a paragraph and which stand inside a sentence."""

from __future__ import annotations

import re

from runut.lang import Language
from runut.text.characters import WALL

# So many breaks before a small letter or comma tell a page that breaks the line around its links …
FEWEST_BROKEN = 2
# … where a line longer than this that closes nothing is no heading, and a link's words are no longer than that (characters).
LONGEST_HEADING = 60
LONGEST_LINK = 60
# In a heading, of the words longer than this (characters) so many have a capital (41 of 45 breaks softened so were rightly softened).
SMALL_WORD = 3
HEADING_CAPITALS = 0.7
# A line that begins with one of these goes on from the line before, unless that closes a sentence.
_GOES_ON = frozenset("abcdefghijklmnopqrstuvwxyz,;:.)")
# … or with the short name of what stands before it (`Sekolah\n(BOS) …`).
_SHORT_NAME = re.compile(r"\([A-Z][A-Za-z]{1,9}\)")
_CLOSES = frozenset('.!?”"')
# What parts a dateline from the report, on a line of its own.
_DASHES = frozenset("-–—")
_ITEM = re.compile(r"^[-•*\d(]| - |:$")


def _joiners(language: Language) -> frozenset[str]:
    """Words that cannot end a line."""
    return frozenset(row["word"] for row in language.table("line_joiners"))


def soften(text: str, language: Language) -> str:
    """Line breaks inside a sentence become blanks, walls become line breaks.

    Some pages break the line around every link; where plain signs show that (`FEWEST_BROKEN`), a line goes on in the next one also if it
    is too long for a heading and closes nothing, or if the next is a link's words and goes on itself.
    """
    joiners = language.derive(_joiners)
    soft: set[int] = set()
    begin, at = 0, text.find("\n")
    while at >= 0:
        line = text[begin:at]
        opens = text[at + 1 : at + 2]
        goes_on = (
            line.endswith((",", "("))
            or opens in _GOES_ON
            or (opens == "(" and _SHORT_NAME.match(text, at + 1) is not None)
        )
        if line.rpartition(" ")[2].rpartition(WALL)[2] in joiners or (goes_on and line.rstrip()[-1:] not in _CLOSES):
            soft.add(at)
        begin, at = at + 1, text.find("\n", at + 1)
    soft |= _broken_behind_dateline(text, soft)
    if soft:
        soft |= _broken_around_links(text, soft, plainly=len(soft) >= FEWEST_BROKEN)
    text = text.replace(WALL, "\n")
    if not soft:
        return text
    chars = list(text)
    for at in soft:
        chars[at] = " "
    return "".join(chars)


def _broken_around_links(text: str, soft: set[int], *, plainly: bool) -> set[int]:
    """More breaks inside sentences, in a text that is broken around its links, be it `plainly` or in the one place found so far.

    There only the report's first line is joined to it, where it is no heading: long, or behind the dateline's dash.
    """
    found: set[int] = set()
    breaks = [m.start() for m in re.finditer(f"[\n{WALL}]", text)]
    first = 1 if text.startswith(WALL) else 0
    begin, before = 0, ""
    for n, at in enumerate(breaks):
        line = text[begin:at].strip()
        if text[at] == WALL:
            begin = at + 1
        elif at in soft:
            continue
        elif line[-1:].isalnum() or line[-1:] == ")":
            after = breaks[n + 1] if n + 1 < len(breaks) else len(text)
            link = text[at + 1 : after].strip()
            long = len(line) > LONGEST_HEADING and not _is_heading(line)
            goes_on = after in soft and (plainly or (long and begin <= first) or before in _DASHES)
            goes_on = goes_on or (plainly and (link.endswith(",") or long))
            if goes_on and len(link) <= LONGEST_LINK and not _ITEM.search(link):
                found.add(at)
            else:
                begin = at + 1
        else:
            begin = at + 1
        if begin > at:
            before = line
    return found


def _broken_behind_dateline(text: str, soft: set[int]) -> set[int]:
    """Breaks between the short lines that a report opens with behind its dateline: a first sentence broken around its links.

    One such line alone, before a capital, may be a heading (34 of 34 read were rightly joined; with those 35 of 40).
    """
    found: set[int] = set()
    if not text.startswith(WALL):
        return found
    at = text.find("\n", 1)
    while 0 < at <= LONGEST_HEADING and (at in soft or text[at - 1].isalnum()):
        found.add(at)
        at = text.find("\n", at + 1)
    begin = max(found, default=0) + 1
    line = text[begin : at if at > 0 else None]
    plain = len(found) >= FEWEST_BROKEN or not found.isdisjoint(soft)
    sentence = len(line) > LONGEST_HEADING and WALL not in text[1:begin] and not _is_heading(line)
    return found if plain and sentence else set()


def _is_heading(line: str) -> bool:
    words = [word for word in line.split() if len(word) > SMALL_WORD]
    return sum(word[0].isupper() for word in words) >= HEADING_CAPITALS * len(words)
