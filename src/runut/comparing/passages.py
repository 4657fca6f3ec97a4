"""The words of reports side by side: what stands in two reports in the same words, and how much of each that is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rapidfuzz.distance import LCSseq

from runut.model import Place, Reading

_TOKEN = re.compile(r"&#?\w{1,8};|(?P<word>[^\W_]+(?:[-'’][^\W_]+)*)")
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")

# A run of this many equal words is no accident of the language.
GRAM = 5
# A sentence counts as taken when this share of its words stands in the same order in one sentence of the other report …
IN_ORDER = 0.55
# … or this share of its words stands in runs that the other report has too (a sentence cut in two, or two made one).
IN_RUNS = 0.5
# Shorter sentences (`Hal itu benar.`) are no evidence of anything.
MIN_SENTENCE = 4
# A shorter run is not shown as a passage.
MIN_PASSAGE = 7
# The letters of words are mapped past the surrogates, so that a sentence becomes a string that RapidFuzz compares fast.
_FIRST_LETTER = 0xE000


@dataclass(frozen=True, slots=True)
class Line:
    """A body sentence as words: `first`/`last` are word indexes of its report, `quoted` says that it is mostly quotation."""

    first: int
    last: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The body words of one report: a string of one letter a word, and where each stands in the text."""

    article: str
    letters: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lines: tuple[Line, ...]
    breaks: frozenset[int]
    """Indexes of words before which something stands that is no body (furniture), so that no passage runs across."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """How two reports overlap: for each line of either whether it is taken, and the words in shared runs."""

    a: Words
    b: Words
    taken_a: tuple[bool, ...]
    taken_b: tuple[bool, ...]
    covered_a: frozenset[int]
    covered_b: frozenset[int]


def read_words(readings: Sequence[Reading]) -> tuple[Words, ...]:
    """The words of the body sentences of each report, lower-cased and coded alike over all of them."""
    codes: dict[str, str] = {}
    return tuple(_words_of(reading, codes) for reading in readings)


def find_sharing(reports: Sequence[Words], least: int) -> tuple[tuple[int, int, Sharing], ...]:
    """The pairs of reports (as indexes) that have at least `least` runs of `GRAM` words in common, with what they share."""
    where: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for n, report in enumerate(reports):
        for at in range(len(report.letters) - GRAM + 1):
            where[report.letters[at : at + GRAM]][n].append(at)
    common: dict[tuple[int, int], list[str]] = defaultdict(list)
    for gram, holders in where.items():
        for pair in combinations(holders, 2):
            common[pair].append(gram)
    out = []
    for (i, j), grams in sorted(common.items()):
        if len(grams) >= least:
            covered = [frozenset(at + k for g in grams for at in where[g][n] for k in range(GRAM)) for n in (i, j)]
            a, b = reports[i], reports[j]
            taken_a, taken_b = _taken(a, b, covered[0]), _taken(b, a, covered[1])
            out.append((i, j, Sharing(a, b, taken_a, taken_b, covered[0], covered[1])))
    return tuple(out)


def find_passages(a: Words, b: Words) -> tuple[tuple[Place, Place], ...]:
    """The longest runs of equal words, greedily from the longest, each word of either side in one at most; in a's order."""
    seeds: dict[str, list[int]] = defaultdict(list)
    for at in range(len(b.letters) - GRAM + 1):
        seeds[b.letters[at : at + GRAM]].append(at)
    runs: set[tuple[int, int, int]] = set()
    reached: dict[int, int] = {}
    for i in range(len(a.letters) - GRAM + 1):
        for j in seeds.get(a.letters[i : i + GRAM], ()):
            if reached.get(i - j, -1) > i:
                continue
            size = _run_length(a, b, i, j)
            reached[i - j] = i + max(size, 1)
            if size >= MIN_PASSAGE:
                runs.add((-size, i, j))
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    for minus, i, j in sorted(runs):
        here, there = range(i, i - minus), range(j, j - minus)
        if used_a.isdisjoint(here) and used_b.isdisjoint(there):
            used_a.update(here)
            used_b.update(there)
            kept.append((_place(a, here), _place(b, there)))
    return tuple(sorted(kept, key=lambda pair: pair[0].start))


def _words_of(reading: Reading, codes: dict[str, str]) -> Words:
    text = reading.article.text
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    lines: list[Line] = []
    breaks: set[int] = set()
    before = 0
    for sentence in reading.sentences:
        first = len(letters)
        if re.search(r"\w", text[before : sentence.start]):
            breaks.add(first)
        before = sentence.end
        for token in _TOKEN.finditer(text, sentence.start, sentence.end):
            if not token["word"]:
                continue
            cuts = [token.start(), *(h.start() for h in _HUMP.finditer(text, *token.span())), token.end()]
            for a, b in pairwise(cuts):
                letters.append(codes.setdefault(text[a:b].lower(), chr(_FIRST_LETTER + len(codes))))
                starts.append(a)
                ends.append(b)
        if len(letters) > first:
            inside = sum(max(0, min(sentence.end, q.end) - max(sentence.start, q.start)) for q in reading.quotations)
            lines.append(Line(first, len(letters), inside > 0.3 * (sentence.end - sentence.start)))
    return Words(reading.article.id, "".join(letters), tuple(starts), tuple(ends), tuple(lines), frozenset(breaks))


def _taken(one: Words, other: Words, covered: frozenset[int]) -> tuple[bool, ...]:
    """Which lines of `one` stand in `other`, word for word or lightly edited."""
    out = []
    for line in one.lines:
        size = line.last - line.first
        shared = sum(at in covered for at in range(line.first, line.last))
        if size < MIN_SENTENCE or not shared:
            out.append(False)
        elif shared >= IN_RUNS * size:
            out.append(True)
        else:
            words = one.letters[line.first : line.last]
            out.append(
                any(
                    LCSseq.similarity(words, other.letters[o.first : o.last]) >= IN_ORDER * size
                    for o in other.lines
                    if o.last - o.first >= IN_ORDER * size
                )
            )
    return tuple(out)


def _run_length(a: Words, b: Words, i: int, j: int) -> int:
    size = 0
    while i + size < len(a.letters) and j + size < len(b.letters) and a.letters[i + size] == b.letters[j + size]:
        if size and (i + size in a.breaks or j + size in b.breaks):
            break
        size += 1
    return size


def _place(report: Words, words: Iterable[int]) -> Place:
    found = list(words)
    return Place(article=report.article, start=report.starts[found[0]], end=report.ends[found[-1]])
