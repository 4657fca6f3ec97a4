"""Reports that tell the same item in other words: most sentences of one say what a sentence or two of the other say.

Two renderings of one wire have few runs of words in common, but sentence for sentence the same content words (after the
sentence-level containment of Metzler et al., Similarity Measures for Tracking Information Flow, CIKM 2005).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from runut.comparing.wording import find_stems
from runut.lang import Language
from runut.model import Reading

# A sentence is told again when this share of its content words stands in one sentence of the other report, or in two that follow.
SAME = 0.5
# What a second sentence must add before it counts as part of the telling.
SECOND = 0.1
# Sentences of fewer content words tell nothing of their own.
LEAST_CONTENT = 4
# Mostly quotation: what was said at one press conference is in everyone's hands, and does not count as told again.
QUOTED = 0.3
# So many sentences of narration must be told again, this share of all narration, and this share of the content words on average.
# Over 1,837 pairs of reports on one event (11 events), 90 labelled pairs and 10 annotated cases, the three admit two retold wires and
# nothing else; two reports of one press conference reach 8 sentences at .72 and 10 sentences at .60.
LEAST_RETOLD = 9
LEAST_SHARE = 0.75
LEAST_COVERED = 0.62


@dataclass(frozen=True, slots=True)
class Content:
    """The content words of each sentence that has enough of them, and whether it is mostly quotation."""

    sentences: tuple[frozenset[str], ...]
    quoted: tuple[bool, ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Retold:
    """`taken` of `of` sentences of narration are told again."""

    taken: int
    of: int


def read_content(readings: Sequence[Reading], language: Language) -> Iterator[Content]:
    """The content words of each report: stems that are no function words."""
    function = language.derive(_function_stems)
    for reading in readings:
        sentences, quoted = [], []
        for sentence in reading.sentences:
            stems = find_stems(reading.article.text[sentence.start : sentence.end]) - function
            if len(stems) >= LEAST_CONTENT:
                inside = sum(
                    max(0, min(sentence.end, q.end) - max(sentence.start, q.start)) for q in reading.quotations
                )
                sentences.append(stems)
                quoted.append(inside > QUOTED * (sentence.end - sentence.start))
        yield Content(tuple(sentences), tuple(quoted), frozenset().union(*sentences))


def find_retold(inner: Content, outer: Content) -> Retold | None:
    """How much of `inner` is told again in `outer`; None when it is less than a retelling of one item."""
    narration = len(inner.quoted) - sum(inner.quoted)
    if narration < LEAST_RETOLD or len(inner.words & outer.words) < SAME * len(inner.words):
        return None
    singles = outer.sentences
    doubles = tuple(a | b for a, b in pairwise(outer.sentences))
    covered = [
        max(
            max((len(s & o) for o in singles), default=0) / len(s),
            max((len(s & o) for o in doubles), default=0) / len(s) - SECOND,
        )
        for s in inner.sentences
    ]
    taken = sum(c >= SAME for c, quoted in zip(covered, inner.quoted, strict=True) if not quoted)
    if taken < max(LEAST_RETOLD, LEAST_SHARE * narration) or sum(covered) < LEAST_COVERED * len(covered):
        return None
    return Retold(taken, narration)


def _function_stems(language: Language) -> frozenset[str]:
    return find_stems(" ".join(row["word"] for row in language.table("ordinary") if row["kind"] == "function"))
