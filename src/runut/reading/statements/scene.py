"""One article as the steps of this package see it: the view with its words, quotations, names and days."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

from runut.model import Credits, Date, Name
from runut.text import View, Words

# No sentence has more characters outside quotations (of 39,207 in 2,096 real reports two do, both lists); what does is cut.
LONGEST_SENTENCE = 1000


class Word(NamedTuple):
    """A word of the view; `low` in small letters."""

    start: int
    end: int
    low: str


# `Word._make` without its check of the length, which takes as long again.
_make: Callable[[type[Word], tuple[object, ...]], Word] = tuple.__new__


class Spot(NamedTuple):
    """A name where it stands in the view."""

    start: int
    end: int
    name: Name


class Day(NamedTuple):
    """A date where it stands in the view."""

    start: int
    end: int
    value: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """The view's text, and what stands in it, each in the order of the text.

    `low` are the words in small letters, the second of a noun of two words with the first.
    """

    view: View
    text: str
    words: Words
    low: Sequence[str]
    quoted: bytes
    sentences: tuple[tuple[int, int], ...]
    spots: tuple[Spot, ...]
    spot_starts: tuple[int, ...]
    spot_ends: tuple[int, ...]
    days: tuple[Day, ...]
    day_starts: tuple[int, ...]

    def words_in(self, start: int, end: int, most: int | None = None) -> list[Word]:
        """The words that begin in a stretch, the first `most` of them."""
        words = self.words
        first, last = bisect_left(words.starts, start), bisect_left(words.starts, end)
        if most is not None:
            last = min(last, first + most)
        rows = zip(words.starts[first:last], words.ends[first:last], self.low[first:last], strict=True)
        return list(map(_make, repeat(Word), rows))

    def first_word(self, start: int, end: int) -> Word | None:
        """The first of the words that begin in a stretch."""
        starts = self.words.starts
        k = bisect_left(starts, start)
        return Word(starts[k], self.words.ends[k], self.low[k]) if k < len(starts) and starts[k] < end else None

    def lows_in(self, start: int, end: int) -> Sequence[str]:
        """The words that begin in a stretch, in small letters."""
        starts = self.words.starts
        return self.low[bisect_left(starts, start) : bisect_left(starts, end)]

    def find(self, known: Container[str], start: int, end: int) -> list[Word]:
        """The words of `known` that begin in a stretch."""
        words = self.words
        first, last = bisect_left(words.starts, start), bisect_left(words.starts, end)
        heard = enumerate(self.low[first:last], first)
        return [_make(Word, (words.starts[k], words.ends[k], low)) for k, low in heard if low in known]

    def has(self, known: Set[str], start: int, end: int) -> bool:
        """Whether a word of `known` begins in a stretch."""
        return not known.isdisjoint(self.lows_in(start, end))

    def count(self, start: int, end: int) -> int:
        """How many words begin in a stretch."""
        return bisect_left(self.words.starts, end) - bisect_left(self.words.starts, start)

    def word_at(self, start: int) -> Word | None:
        """The word that begins here."""
        k = bisect_left(self.words.starts, start)
        if k == len(self.words.starts) or self.words.starts[k] != start:
            return None
        return Word(start, self.words.ends[k], self.low[k])

    def low_at(self, start: int) -> str:
        """The word that begins here, in small letters; "" where none does."""
        starts = self.words.starts
        k = bisect_left(starts, start)
        return self.low[k] if k < len(starts) and starts[k] == start else ""

    def heard(self, start: int, end: int) -> frozenset[str]:
        """The words that begin in a stretch, in small letters, each once."""
        return frozenset(self.lows_in(start, end))

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether all of a stretch stands in quotation marks."""
        return self.quoted.find(0, start, end) < 0

    def has_quoted(self, start: int, end: int) -> bool:
        """Whether any of a stretch stands in quotation marks."""
        return self.quoted.find(1, start, end) >= 0

    def spots_in(self, start: int, end: int) -> list[Spot]:
        """The names that lie in a stretch."""
        return [s for s in self.spots_from(start, end) if s.end <= end]

    def spots_from(self, start: int, end: int) -> tuple[Spot, ...]:
        """The names that begin in a stretch."""
        return self.spots[bisect_left(self.spot_starts, start) : bisect_left(self.spot_starts, end)]

    def spot_at(self, start: int) -> Spot | None:
        """The name that begins here."""
        return next(iter(self.spots_from(start, start + 1)), None)

    def spot_before(self, end: int) -> Spot | None:
        """The name that ends here."""
        k = bisect_left(self.spot_ends, end)
        return self.spots[k] if k < len(self.spots) and self.spot_ends[k] == end else None

    def day_at(self, index: int) -> Day | None:
        """The date that begins here, or two characters on (after an opening bracket)."""
        k = bisect_left(self.day_starts, index)
        return self.days[k] if k < len(self.days) and self.day_starts[k] <= index + 2 else None

    def in_day(self, index: int) -> bool:
        """Whether a place lies within a date."""
        k = bisect_left(self.day_starts, index + 1) - 1
        return k >= 0 and index < self.days[k].end

    def sentence_at(self, index: int) -> tuple[int, int]:
        """The sentence that holds a place (the nearest before it, where none does)."""
        k = bisect_left(self.sentences, (index + 1, 0)) - 1
        return self.sentences[max(0, k)] if self.sentences else (0, len(self.text))

    def paragraph_breaks(self, start: int, end: int) -> int:
        """How many paragraph breaks lie between two places."""
        return self.text.count("\n", start, end)


def lay_out(
    view: View, credits: Credits, names: tuple[Name, ...], dates: tuple[Date, ...], pairs: Mapping[str, frozenset[str]]
) -> Scene:
    """Put names and dates into the coordinates of the view; sentences before the body are left out.

    `pairs` are nouns of two words, what stands first by what follows: of `rumah sakit` the second is no word by itself.
    """
    marked = bytearray(len(view.text) + 1)
    for a, b in view.quoted:
        marked[a:b] = b"\x01" * (b - a)
    quoted = bytes(marked)
    mentions = [(mention, name) for name in names for mention in name.mentions]
    places = view.stretches([(mention.start, mention.end) for mention, _ in mentions])
    spots = []
    for (a, b), (_, name) in zip(places, mentions, strict=True):
        while b > a and (b > len(view.text) or view.text[b - 1].isspace()):
            b -= 1
        if b > a:
            spots.append(Spot(a, b, name))
    outer: list[Spot] = []
    for spot in sorted(spots, key=lambda s: (s.start, -s.end)):
        if not outer or spot.start >= outer[-1].end:
            outer.append(spot)
    days = sorted((view.at(d.start), view.at(d.end), d.value or "") for d in dates)
    body = view.at(credits.body_start)
    return Scene(
        view,
        view.text,
        view.words,
        _joined(view.words, pairs),
        quoted,
        tuple(_sentences(view, body, quoted)),
        tuple(outer),
        tuple(s.start for s in outer),
        tuple(s.end for s in outer),
        tuple(Day(a, b, value or None) for a, b, value in days),
        tuple(a for a, _, _ in days),
    )


def _joined(words: Words, pairs: Mapping[str, frozenset[str]]) -> Sequence[str]:
    """The words with the second of each pair as the pair, so that no rule takes it for a word of its own."""
    low, at = words.low, words.at
    firsts = [k for word in at if word in pairs for k in at[word]]
    seconds = [k + 1 for k in firsts if low[k + 1 : k + 2] and low[k + 1] in pairs[low[k]]]
    if not seconds:
        return low
    joined = list(low)
    for k in seconds:
        joined[k] = f"{low[k - 1]} {low[k]}"
    return joined


def _sentences(view: View, body: int, quoted: bytes) -> list[tuple[int, int]]:
    """The sentences of the body, cut also where a quotation or a capital follows a full stop without a space."""
    out = []
    glued = _may_be_glued(view)
    for start, end in view.sentences():
        start = max(start, body)
        for at in glued[bisect_left(glued, start) : bisect_left(glued, end)]:
            match = _GLUED.match(view.text, at, end)
            if match is not None and not quoted[at]:
                out.append((start, match.end()))
                start = match.end() + (view.text[match.end()] == " ")
        if end - start > LONGEST_SENTENCE:
            out.extend(_bearable(view.text, start, end, quoted))
        elif end > start:
            out.append((start, end))
    return out


def _bearable(text: str, start: int, end: int, quoted: bytes) -> Iterator[tuple[int, int]]:
    """The pieces of a sentence that runs on without end, so that a text without full stops costs no more than another."""
    own, space = 0, start
    for at in range(start, end):
        own += not quoted[at]
        space = at if text[at] == " " and not quoted[at] else space
        if own > LONGEST_SENTENCE and space > start:
            yield start, space
            start, own = space + 1, at - space
            space = start
    if end > start:
        yield start, end


def _may_be_glued(view: View) -> list[int]:
    """The places between two words where `_GLUED` may find something, by what stands there: a mark right before a word, or a quotation."""
    words = view.words
    gaps = [*words.gaps, view.text[words.ends[-1] if words.ends else 0 :]]
    odd = {gap for gap in set(gaps) if gap[-1:] in _STOPS or "“" in gap}
    between = zip(gaps, [0, *words.ends], [*words.starts, len(view.text)], strict=True) if odd else ()
    return [at for gap, end, start in between if gap in odd for at in range(end, start)]


_STOPS = frozenset(".!?")
# A full stop glued to the next sentence; four small letters before it keep titles (`dr.`) and addresses apart.
_GLUED = re.compile("[.!?](?:(?<=[a-z0-9)].)(?= ?“)|(?:(?<=[a-z]{4}.)|(?<=[)].))(?=[A-Z][a-z]+[ ,]))")


def trim(text: str, start: int, end: int, marks: str = " ,;:–—-") -> tuple[int, int]:
    """A stretch without white space and `marks` at its edges."""
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return start, end


WEEKDAY = re.compile(r"(?:Senin|Selasa|Rabu|Kamis|Jum[’']?at|Sabtu|Minggu|Ahad)\b")
