"""Seams: where words that a scraper glued come apart, for the lines that are shown; nothing else is altered by them.

Reading has its own rules (`text.glue`), which must hold for every word of every text; here the words of the whole story are known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from itertools import pairwise

from runut.lang import Language, morphology
from runut.text import glue
from runut.text.alternatives import any_of

# A word of small letters that is no word is taken apart where all its parts are words and no shorter than this; of 150 such words of 200
# real stories read, 149 came apart rightly.
SHORTEST_PART = 4
MOST_PARTS = 4
# No line shows more of a sentence than this.
LONGEST_SHOWN = 1000
# A part so long need stand nowhere else.
LONG_PART = 8
# No word is longer; what is, is no text to be taken apart.
LONGEST = 60
# What stands before a place may hang on a name that the story has alone, of so many letters.
SHORTEST_NAME = 4

_LETTERS = re.compile(rf"[^\W\d_]{{{SHORTEST_NAME + 2},{LONGEST}}}")
# What letters are part of that is no word: an address, a handle, a word with a hyphen.
_JOINED = re.compile(r"[\w@#./-]")
# A short name in capitals with a name behind it.
_NAMES = re.compile(r"([A-Z]{3,9})([A-Z][a-z]{3,})$")
_BEHIND_FIGURE = re.compile(r"(?<=\d)(?=([a-z]{3,15})\b(?![@./]\w))")
_ADDRESS = re.compile(r"(?:[@#]|[A-Za-z]{2}[./][A-Za-z])\S{0,60}$")
_KNOWN = frozenset(("root", "affixes", "exception", "reduplication", "number"))


class Seams:
    """The words of a story, to be asked where those of one of its texts come apart."""

    def __init__(self, texts: Mapping[str, str], language: Language) -> None:
        self._texts = texts
        self._language = language
        self._ordinary = language.derive(_ordinary)
        self._spread: Counter[str] = Counter()
        for text in texts.values():
            self._spread.update(glue.count(text))
        self._found: dict[str, frozenset[int]] = {}
        self._known: dict[str, str] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def apart(self, key: str, start: int, end: int) -> str:
        """A stretch of a text with a blank at its seams."""
        text = self._texts[key]
        points = {p for p in self._points(key) if start < p < end}
        points |= {m.end() for m in self._ordinary.tight.finditer(text, start, end)}
        points |= {
            m.start()
            for m in _BEHIND_FIGURE.finditer(text, start, end)
            if self._is_word(m[1]) and not _ADDRESS.search(text, max(0, m.start() - LONGEST), m.start())
        }
        for match in _LETTERS.finditer(text, start, min(end, start + LONGEST_SHOWN)):
            first, last = match.span()
            inner = sorted(points.intersection(range(first + 1, last)))
            if inner and match[0][1:].islower() and self._is_word(match[0].lower()):
                points.difference_update(inner)  # `Halaman` of a story with `hal` and `aman`
            elif not self._is_joined(text, first, last, points):
                for a, b in pairwise((first, *inner, last)):
                    points.update(a + cut for cut in self._cuts(text[a:b]))
        return "".join(
            text[a:b] + " " * (b < end and not text[b - 1].isspace() and not text[b].isspace())
            for a, b in pairwise((start, *sorted(points - {start, end}), end))
        )

    def _points(self, key: str) -> Set[int]:
        """The places of a text before which by the rules of reading a blank is missing, or stands already."""
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = frozenset(glue.find_points(self._texts[key], self._language, self._spread))
        return found

    def _is_joined(self, text: str, start: int, end: int, points: Set[int]) -> bool:
        """Whether letters are part of something longer that is no word."""
        before, behind = text[start - 1 : start], text[end : end + 2]
        return (start not in points and _JOINED.match(before) is not None) or (
            end not in points and _JOINED.match(behind) is not None and not (behind[0] == "." and behind[1:].isspace())
        )

    def _cuts(self, word: str) -> Iterator[int]:
        """Where one word comes apart, if it stands but once.

        Rules: `parts` (small letters, no word, all parts words), `name` (a name that the story has alone, with `di`, `ke` or words behind
        it), `names` (two such names, the first all capitals).
        """
        if len(word) < SHORTEST_NAME + 2 or self._spread[word] > 1:
            return
        at = 0
        if not word.islower():
            names = _NAMES.match(word)
            if names is not None:
                if self._is_name(names[1]) and self._is_name(names[2]):
                    yield names.end(1)
                return
            at = self._behind_name(word)
            if not at:
                return
            yield at
        for part in self._parts(word[at:])[:-1]:
            at += len(part)
            yield at

    def _behind_name(self, word: str) -> int:
        """Where a name ends that has `di`, `ke` or words behind it; 0 where none does."""
        for cut in range(len(word) - 2, SHORTEST_NAME - 1, -1):
            rest = word[cut:]
            if not rest.islower():
                return 0
            if self._is_name(word[:cut]) and (
                rest in self._ordinary.before_places or self._is_part(rest) or self._parts(rest)
            ):
                shorter = word[:cut]
                for hung in self._ordinary.before_places:  # `Lontar` + `dilengkapi` where a `Lontardi` is known too
                    shorter = shorter.removesuffix(hung)
                return 0 if shorter != word[:cut] and self._spread[shorter] else cut
        return 0

    def _is_name(self, word: str) -> bool:
        return not word.islower() and self._spread[word] > 0 and not self._is_word(word.lower())

    def _parts(self, word: str) -> tuple[str, ...]:
        """The words that a word is glued of; none where it is one, or may come apart otherwise in as many."""
        if len(word) < 2 * SHORTEST_PART or self._is_word(word) or self._rule(word).endswith("-kan"):
            return ()
        ways = sorted(self._ways(word, MOST_PARTS), key=len)
        return ways[0] if ways and (len(ways) == 1 or len(ways[0]) < len(ways[1])) else ()

    def _ways(self, word: str, most: int) -> Iterator[tuple[str, ...]]:
        if self._is_part(word):
            yield (word,)
        elif most > 1:
            for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
                if self._is_part(word[:cut]):
                    for rest in self._ways(word[cut:], most - 1):
                        yield (word[:cut], *rest)

    def _is_part(self, word: str) -> bool:
        """Whether a part of a glued word is one that the story has alone, or an ordinary one, and no prefix."""
        return (
            len(word) >= SHORTEST_PART
            and word not in self._ordinary.prefixes
            and (word in self._ordinary.spread or self._spread[word] > 0 or len(word) >= LONG_PART)
            and self._is_word(word)
        )

    def _is_word(self, word: str) -> bool:
        return word in self._ordinary.words or self._rule(word).partition(":")[0] in _KNOWN

    def _rule(self, word: str) -> str:
        rule = self._known.get(word)
        if rule is None:
            rule = self._known[word] = morphology.analyse(word, self._language).rule
        return rule


class _Ordinary:
    """The words that any story may have."""

    def __init__(self, language: Language) -> None:
        self.words = frozenset(r["word"].lower() for r in language.table("ordinary"))
        self.spread = frozenset(r["word"] for r in language.table("word_spread"))
        self.prefixes = frozenset(r["word"] for r in language.table("glue") if r["side"] == "formative")
        self.before_places = tuple(r["word"] for r in language.table("brief_words") if r["role"] == "glued-place")
        self.tight = _tight(language)


def _tight(language: Language) -> re.Pattern[str]:
    """A bracket that has lost the blank before or behind it, a sum behind a word, a year or a number of something, a word behind a
    figure; in no address or handle.
    """
    currency = any_of(
        r["unit"].rstrip(".")
        for r in language.table("units")
        if r["side"] == "before" and r["measure"] == "money" and r["unit"][:1].isupper()
    )
    counted = any_of(
        [
            *(r["word"] for r in language.table("multipliers") if r["how"] == "times"),
            *(r["unit"] for r in language.table("units") if r["measure"] == "percent"),
            *(r["noun"] for r in language.table("count_nouns") if r["kind"] == "people-classifier"),
        ]
    )
    return re.compile(
        rf"(?<=[a-z]{{3}})(?=\([A-Za-z]{{2}})|(?<=[A-Z]{{2}}\))(?=[a-z]{{3}}|[A-Z][a-z]{{2}})|(?<=[a-z]{{3}})(?={currency}\.? ?\d)"
        r"|(?<![\w@#./-])[A-Za-z]?[a-z]{4,20}(?=(?:19|20)\d\d\b(?![@.]\w|[/-][A-Za-z])"
        rf"|\d{{1,3}} {counted}\b)"
    )


def _ordinary(language: Language) -> _Ordinary:
    return _Ordinary(language)
