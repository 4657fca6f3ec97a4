"""Reports that tell the same item partly in other words: most sentences of one are copied, or say what a sentence or two of the other say.

Two renderings of one text have fewer runs of words in common than two copies, but sentence for sentence the same content words (after the
sentence-level containment of Metzler et al., Similarity Measures for Tracking Information Flow, CIKM 2005).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from runut.comparing.passages import Side, Words
from runut.comparing.wording import find_stems
from runut.lang import Language
from runut.model import Passage, Reading

# A sentence is told again when this share of its content words stands in one sentence of the other report, or in two that follow.
SAME = 0.5
# What a second sentence must add before it counts as part of the telling.
SECOND = 0.1
# Sentences of fewer content words tell nothing of their own.
LEAST_CONTENT = 3
# So many sentences at least, this share of them copied or told again, this share of the words in shared runs, and so much narration
# copied. Of 745 labelled pairs, twelve families are beyond the rule of copied sentences: the four find four of them and nothing else.
# With .65 of the sentences one more family comes in and one pair of write-ups of a hearing, with .60 two that share a background, with
# .10 of the words two write-ups of one announcement, with two sentences of narration one more family and independent reports. By told
# sentences alone, without shared words, a dozen pairs of 6,744 on nine events pass, most of them write-ups of one announcement: content
# does not tell those apart.
LEAST_LINES = 5
LEAST_SHARE = 0.75
LEAST_COVERED = 0.25
LEAST_NARRATION = 3
# Content words that a sentence and its telling have in common before the two are shown.
LEAST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Content:
    """The content words of each line of a report's `Words`: stems that are no function words; None where there are too few."""

    lines: tuple[frozenset[str] | None, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """`taken` of `of` sentences are copied or told again."""

    taken: int
    of: int

    @property
    def share(self) -> float:
        return self.taken / self.of if self.of else 0.0


def read_content(readings: Sequence[Reading], reports: Sequence[Words], language: Language) -> Iterator[Content]:
    """The content words of each line of each report."""
    function = language.derive(_function_stems)
    for reading, words in zip(readings, reports, strict=True):
        text = reading.article.text
        stems = (find_stems(text[words.starts[x.first] : words.ends[x.last - 1]]) - function for x in words.lines)
        yield Content(tuple(s if len(s) >= LEAST_CONTENT else None for s in stems))


def find_told(inner: Content, outer: Content, taken: Sequence[bool]) -> Told:
    """How many sentences of `inner` are copied (`taken`) or told again in `outer`."""
    singles, doubles = _tellings(outer)
    told = [
        t or (s is not None and _find_telling(s, singles, doubles, 1) is not None)
        for s, t in zip(inner.lines, taken, strict=True)
        if t or s is not None
    ]
    return Told(sum(told), len(told))


def find_retold(side: Side, inner: Content, outer: Content) -> Told | None:
    """How much of a report is copied or told again, when it is a retelling of one item; else None."""
    narrated = sum(t for line, t in zip(side.words.lines, side.taken, strict=True) if not line.quoted)
    if side.covered < LEAST_COVERED or narrated < LEAST_NARRATION:
        return None
    told = find_told(inner, outer, side.taken)
    return told if told.of >= LEAST_LINES and told.share >= LEAST_SHARE else None


def find_passages(a: Words, b: Words, inner: Content, outer: Content, known: Sequence[Passage]) -> tuple[Passage, ...]:
    """The sentences of a that b tells again, where no passage of `known` stands: each with the sentence or two that tell it."""
    singles, doubles = _tellings(outer)
    out = []
    for line, stems in zip(a.lines, inner.lines, strict=True):
        place = a.place(line.first, line.last)
        if stems is None or any(p.a.start < place.end and place.start < p.a.end for p in known):
            continue
        found = _find_telling(stems, singles, doubles, LEAST_SHOWN)
        if found is not None and not b.broken(b.lines[found[0]].first, b.lines[found[1]].first):
            out.append(Passage(a=place, b=b.place(b.lines[found[0]].first, b.lines[found[1]].last), kind="retold"))
    return tuple(out)


def _tellings(content: Content) -> tuple[tuple[frozenset[str], ...], tuple[frozenset[str], ...]]:
    """The content words of each line, and of each two that follow."""
    lines = [s or frozenset() for s in content.lines]
    return tuple(lines), tuple(a | b for a, b in pairwise(lines))


def _find_telling(
    stems: frozenset[str], singles: Sequence[frozenset[str]], doubles: Sequence[frozenset[str]], least: int
) -> tuple[int, int] | None:
    """The first and last line that tell a sentence again: the one that has most of its words, or two where none has enough."""
    for tellings, share, more in ((singles, SAME, 0), (doubles, SAME + SECOND, 1)):
        best = max(range(len(tellings)), key=lambda n: (len(stems & tellings[n]), -n), default=None)
        if best is not None and len(stems & tellings[best]) >= max(least, share * len(stems)):
            return best, best + more
    return None


def _function_stems(language: Language) -> frozenset[str]:
    return find_stems(" ".join(row["word"] for row in language.table("ordinary") if row["kind"] == "function"))
