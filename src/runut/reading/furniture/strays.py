"""Headlines of other reports that stand, without any word that announces a link, in texts printed token by token.

Such texts (`kata Ida , Senin ( 3 / 2 ) .`) lost the links and kept their words. In other texts a sentence of title case is an
office or a subheading as often as a link (34 of 76 found in 12,575 reports), so nothing is looked for there.
"""

from __future__ import annotations

import re

from runut.lang import Language
from runut.reading.furniture import headlines
from runut.reading.furniture.lines import Found

# A headline without a link has at least so many words, and so many words with a capital that are no names.
FEWEST_WORDS = 5
FEWEST_ORDINARY = 2
# … and without a word that begins a sentence behind it, so many.
FEWEST_ALONE = 4
LONGEST = 140

_STOPS = (" .", " !", " ?")
_SENTENCE_START = re.compile(r"(?<= [.!?])\s?(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


_BULLET = "•"
_DASHES = ("-", "•", "–")
# So many headlines at least end a text as a list.
FEWEST_LISTED = 2


def find_bulleted(text: str, spans: list[tuple[int, int]], language: Language) -> list[Found]:
    """Headlines of other reports that stand behind a bullet, a line each: title case without a stop, of ordinary words.

    What reports themselves list behind bullets are things and names, or sentences: not so many ordinary words have capitals there.
    """
    found: list[Found] = []
    for start, end in spans if _BULLET in text else ():
        if text[start] != _BULLET or not text[start + 1 : start + 2].isspace() or end - start > LONGEST:
            continue
        line = text[start + 1 : end].strip()
        if not line[:1].isalpha() or not headlines.is_headline(line, language):
            continue
        ordinary = language.derive(_ordinary)
        capitals = [w for w in _WORD.findall(line)[1:] if w[0].isupper() and w.lower() in ordinary]
        if len(capitals) >= FEWEST_ALONE:
            found.append((start, end, "link", "bulleted-headline"))
    return found


def find_listed(text: str, spans: list[tuple[int, int]], language: Language) -> list[Found]:
    """Headlines of other reports that end a text, a line each behind a dash or bullet: two or more, in title case and of ordinary words.

    What a report itself lists there follows a colon.
    """
    last = len(spans)
    while last > 0 and _is_listed(text, *spans[last - 1]):
        last -= 1
    run = spans[last:]
    if len(run) < FEWEST_LISTED or last == 0 or text[spans[last - 1][1] - 1] == ":":
        return []
    ordinary = language.derive(_ordinary)
    for start, end in run:
        line = text[start + 1 : end].strip()
        words = _WORD.findall(line)
        capitals = [w for w in words[1:] if w[0].isupper() and w.lower() in ordinary]
        if len(words) < FEWEST_WORDS or not capitals or not headlines.is_headline(line, language):
            return []
    return [(a, b, "link", "listed-headlines") for a, b in run]


def _is_listed(text: str, start: int, end: int) -> bool:
    return text[start] in _DASHES and text[start + 1 : start + 2].isspace() and end - start <= LONGEST


def _ordinary(language: Language) -> frozenset[str]:
    return frozenset(row["word"].lower() for row in language.table("ordinary"))


def find(text: str, language: Language) -> list[Found]:
    """Sentences in title case that break off, without a stop, before a word that begins a sentence or another subject."""
    found: list[Found] = []
    if not any(stop in text for stop in _STOPS):
        return found
    ordinary = language.derive(_ordinary)
    for match in _SENTENCE_START.finditer(text):
        start = match.end()
        end, needed = headlines.find_break(text, start, language), FEWEST_ORDINARY
        first = _WORD.match(text, start)
        if end == start and first is not None and not headlines.is_head(first[0], language):
            end, needed = headlines.find_end(text, start, language), FEWEST_ALONE
        if not start < end <= start + LONGEST or not headlines.is_headline(text[start:end], language):
            continue
        words = _WORD.findall(text[start:end])
        capitals = [w for w in words[1:] if w[0].isupper() and w.lower() in ordinary]
        if len(words) >= FEWEST_WORDS and not headlines.is_opener(words[0], language) and len(capitals) >= needed:
            found.append((start, end, "link", "stray-headline"))
    return found
