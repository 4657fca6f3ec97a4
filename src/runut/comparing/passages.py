"""The words of reports side by side: what stands in two reports in the same words, and how much of each that is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rapidfuzz.distance import LCSseq

from runut.model import Passage, Place, Reading

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
# A passage of fewer equal words is not shown.
MIN_PASSAGE = 7
# Two runs are one edited passage when no more words than these stand between them in either report: of 396 gaps inside sentences
# that stand edited in the other report of a labelled family, 356 are no longer.
MAX_GAP = 6
# The letters of words are mapped past the surrogates, so that a sentence becomes a string that RapidFuzz compares fast.
_FIRST_LETTER = 0xE000
# Mostly quotation: what was said at one press conference is in everyone's hands.
QUOTED = 0.3


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

    def place(self, first: int, last: int) -> Place:
        """The stretch of the article from word `first` up to word `last` (exclusive)."""
        return Place(article=self.article, start=self.starts[first], end=self.ends[last - 1])

    def broken(self, first: int, last: int) -> bool:
        """Whether something that is no body stands before any of the words after `first`, up to `last`."""
        return any(at in self.breaks for at in range(first + 1, last + 1))


@dataclass(frozen=True, slots=True)
class Side:
    """How much of one report stands in another: for each line whether it is taken, and the share of words in shared runs."""

    words: Words
    taken: tuple[bool, ...]
    covered: float


def find_tokens(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each word of a stretch stands; words that were glued together (`diBogor`) as several."""
    for token in _TOKEN.finditer(text, start, end):
        if token["word"]:
            yield from pairwise((token.start(), *(h.start() for h in _HUMP.finditer(text, *token.span())), token.end()))


def read_words(readings: Sequence[Reading]) -> tuple[Words, ...]:
    """The words of the body sentences of each report, lower-cased and coded alike over all of them."""
    codes: dict[str, str] = {}
    return tuple(_words_of(reading, codes) for reading in readings)


def find_sharing(reports: Sequence[Words], least: int) -> tuple[tuple[int, int, Side, Side], ...]:
    """The pairs of reports (as indexes) that have at least `least` runs of `GRAM` words in common, and what each has of the other."""
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
            covered = [{at + k for g in grams for at in where[g][n] for k in range(GRAM)} for n in (i, j)]
            a, b = reports[i], reports[j]
            out.append((i, j, _side(a, b, covered[0]), _side(b, a, covered[1])))
    return tuple(out)


def find_passages(a: Words, b: Words) -> tuple[Passage, ...]:
    """What stands in both reports in the same words, in a's order: runs of equal words as copied, runs with small edits between them
    and sentences whose words stand in the same order as edited; each word of either side in one passage at most.
    """
    runs = _find_runs(a, b)
    found = [(*edges, "copied" if whole else "edited") for edges, whole in _join_runs(a, b, runs)]
    found += [(*edges, "edited") for edges in _find_edited(a, b, found)]
    return tuple(
        Passage(a=a.place(i, i_end), b=b.place(j, j_end), kind=kind) for i, i_end, j, j_end, kind in sorted(found)
    )


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
        for a, b in find_tokens(text, sentence.start, sentence.end):
            letters.append(codes.setdefault(text[a:b].lower(), chr(_FIRST_LETTER + len(codes))))
            starts.append(a)
            ends.append(b)
        if len(letters) > first:
            inside = sum(max(0, min(sentence.end, q.end) - max(sentence.start, q.start)) for q in reading.quotations)
            lines.append(Line(first, len(letters), inside > QUOTED * (sentence.end - sentence.start)))
    return Words(reading.article.id, "".join(letters), tuple(starts), tuple(ends), tuple(lines), frozenset(breaks))


def _side(one: Words, other: Words, covered: set[int]) -> Side:
    """Which lines of `one` stand in `other`, word for word or lightly edited."""
    taken = []
    for line in one.lines:
        size = line.last - line.first
        shared = sum(at in covered for at in range(line.first, line.last))
        if size < MIN_SENTENCE or not shared:
            taken.append(False)
        else:
            taken.append(shared >= IN_RUNS * size or _find_like(one, line, other) is not None)
    return Side(one, tuple(taken), len(covered) / max(1, len(one.letters)))


def _find_like(one: Words, line: Line, other: Words) -> Line | None:
    """The line of the other report that has most of this line's words in the same order; None when none has enough of them."""
    words = one.letters[line.first : line.last]
    least = IN_ORDER * len(words)
    best: tuple[int, Line | None] = (0, None)
    for like in other.lines:
        if like.last - like.first >= least:
            same = LCSseq.similarity(words, other.letters[like.first : like.last])
            if same >= least and same > best[0]:
                best = same, like
    return best[1]


def _find_runs(a: Words, b: Words) -> list[tuple[int, int, int]]:
    """The longest runs of equal words (start in a, start in b, words), greedily, each word in one at most; in a's order."""
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
            if size >= GRAM:
                runs.add((-size, i, j))
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    for minus, i, j in sorted(runs):
        here, there = range(i, i - minus), range(j, j - minus)
        if used_a.isdisjoint(here) and used_b.isdisjoint(there):
            used_a.update(here)
            used_b.update(there)
            kept.append((i, j, -minus))
    return sorted(kept)


def _join_runs(a: Words, b: Words, runs: list[tuple[int, int, int]]) -> list[tuple[tuple[int, int, int, int], bool]]:
    """Passages (start and end in a, in b) of runs that small edits keep apart, and whether all their words are equal."""
    joined: list[list[int]] = []
    for i, j, size in runs:
        last = joined[-1] if joined else None
        if (
            last is not None
            and i - last[1] <= MAX_GAP
            and 0 <= j - last[3] <= MAX_GAP
            and not a.broken(last[1] - 1, i)
            and not b.broken(last[3] - 1, j)
        ):
            last[1], last[3], last[4] = i + size, j + size, last[4] + size
        else:
            joined.append([i, i + size, j, j + size, size])
    kept = sorted((p for p in joined if p[4] >= MIN_PASSAGE), key=lambda p: (-p[4], p))
    out: list[tuple[tuple[int, int, int, int], bool]] = []
    for i, i_end, j, j_end, size in kept:  # a run within the gap of an edited passage stands in it already
        if all((i_end <= x or x_end <= i) and (j_end <= y or y_end <= j) for (x, x_end, y, y_end), _ in out):
            out.append(((i, i_end, j, j_end), size == i_end - i == j_end - j))
    return out


def _find_edited(
    a: Words, b: Words, found: Sequence[tuple[int, int, int, int, str]]
) -> list[tuple[int, int, int, int]]:
    """Sentences of a whose words stand in the same order in one of b, where no passage is found: from the first such word to the last."""
    used_a = {at for i, i_end, *_ in found for at in range(i, i_end)}
    used_b = {at for _, _, j, j_end, _ in found for at in range(j, j_end)}
    out = []
    for line in a.lines:
        if line.last - line.first < MIN_PASSAGE or not used_a.isdisjoint(range(line.first, line.last)):
            continue
        like = _find_like(a, line, b)
        if like is None or not used_b.isdisjoint(range(like.first, like.last)):
            continue
        blocks = LCSseq.editops(
            a.letters[line.first : line.last], b.letters[like.first : like.last]
        ).as_matching_blocks()
        same = [block for block in blocks if block.size]
        if sum(block.size for block in same) < MIN_PASSAGE:
            continue
        edges = (
            line.first + same[0].a,
            line.first + same[-1].a + same[-1].size,
            like.first + same[0].b,
            like.first + same[-1].b + same[-1].size,
        )
        out.append(edges)
        used_a.update(range(line.first, line.last))
        used_b.update(range(like.first, like.last))
    return out


def _run_length(a: Words, b: Words, i: int, j: int) -> int:
    size = 0
    while i + size < len(a.letters) and j + size < len(b.letters) and a.letters[i + size] == b.letters[j + size]:
        if size and (i + size in a.breaks or j + size in b.breaks):
            break
        size += 1
    return size
