"""Offsets: a readable view of a messy text, its quotations, sentences and words, all of which map back.

The text taken in is never altered. `view()` makes a second string beside it in which HTML entities are decoded, white space
is single, quotation marks are paired (`“` and `”`), glued words are apart and furniture is gone, and which knows for
each of its characters the stretch of the original that it stands for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from runut.lang import Language
from runut.model import Quotation, Sentence
from runut.text import breaks, characters, glue, quotations, sentences
from runut.text.words import WORD, Words, split

__all__ = ["WORD", "View", "Words", "view"]


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A clean string beside the original, and where each of its characters comes from."""

    original: str
    text: str
    origin: characters.Origin
    quoted: tuple[tuple[int, int], ...]
    """Quotations as stretches of `text`, marks included (the closing one may be missing at a paragraph's end)."""
    sentence_starts: tuple[int, ...]
    sentence_ends: tuple[int, ...]
    words: Words

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original behind `text[start:end]`, which must not be empty; white space at its edges is left out."""
        text = self.text
        if text[start].isspace() or text[end - 1].isspace():  # seldom
            while start < end - 1 and text[start].isspace():
                start += 1
            while end - 1 > start and text[end - 1].isspace():
                end -= 1
        origin = self.origin  # what `origin.span` does where all of it is copied as it stands, as most is
        k = bisect_right(origin.at, start)
        first, stop = origin.at[k - 1], origin.at[k]
        if end <= stop and stop - first > 1:
            shift = origin.starts[k - 1] - first
            return start + shift, end + shift
        return origin.span(start, end)

    def at(self, offset: int) -> int:
        """The character of the view that stands for the original's `offset` (the next one, where none does)."""
        return self.origin.index(offset)

    def stretches(self, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The stretches of the view that stand for the original's `spans`."""
        starts = self.origin.indices([start for start, _ in spans])
        return list(zip(starts, self.origin.indices([end for _, end in spans]), strict=True))

    def find_cuts(self) -> list[int]:
        """The places of the view before which something of the original is hidden, in order."""
        cuts = []
        before = 0
        for k, (start, end) in enumerate(zip(self.origin.starts, self.origin.ends, strict=True)):
            at = self.origin.at[k]
            alone = self.origin.at[k + 1] - at == 1
            if start != before or (alone and end - start > 1):
                wide = (
                    self.text[at].isspace() and self.original[start] != "&"
                )  # what white space stands for, but &nbsp;
                if self.original[before : self.origin.end(at) if wide else start].strip():
                    cuts.append(at)
            before = end
        return cuts

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The sentences as stretches of `text`."""
        return tuple(zip(self.sentence_starts, self.sentence_ends, strict=True))

    def sentence_at(self, index: int) -> tuple[int, int]:
        """The sentence that holds character `index` of the view (the nearest before it, where none does)."""
        k = bisect_right(self.sentence_starts, index) - 1
        k = k if k > 0 else 0
        return (self.sentence_starts[k], self.sentence_ends[k]) if self.sentence_starts else (0, len(self.text))

    def quotation_at(self, index: int) -> tuple[int, int] | None:
        """The quotation that holds character `index` of the view."""
        k = bisect_right(self.quoted, (index, len(self.text) + 1)) - 1
        if k >= 0 and self.quoted[k][0] <= index < self.quoted[k][1]:
            return self.quoted[k]
        return None

    def find_sentences(self) -> tuple[Sentence, ...]:
        """The sentences as records in offsets of the original."""
        out, paragraph = [], 0
        for i, (start, end) in enumerate(self.sentences()):
            if i and "\n" in self.text[self.sentence_ends[i - 1] : start]:
                paragraph += 1
            a, b = self.span(start, end)
            out.append(Sentence(start=a, end=b, paragraph=paragraph))
        return tuple(out)

    def find_quotations(self) -> tuple[Quotation, ...]:
        """The quotations as records in offsets of the original."""
        out = []
        for start, end in self.quoted:
            inner_end = end - 1 if self.text[end - 1] == "”" else end
            if not self.text[start + 1 : inner_end].strip():
                continue
            a, b = self.span(start, end)
            c, d = self.span(start + 1, inner_end)
            out.append(Quotation(start=a, end=b, inner_start=c, inner_end=d))
        return tuple(out)


def view(text: str, language: Language, furniture: Iterable[tuple[int, int]] = (), known: Iterable[str] = ()) -> View:
    """Make the view of `text` without the `furniture` stretches (offsets of `text`).

    `known` are words (of the headline, say) that help to see where glued words come apart.
    """
    clean, origin = characters.close_up(*characters.rewrite(text, sorted(furniture)))
    clean, origin = glue.unglue(breaks.soften(clean, language), origin, language, known)
    clean, quoted = quotations.pair(clean)
    clean, origin, quoted = quotations.set_free(clean, origin, quoted)
    bounds = sentences.split(clean, quoted, language)
    starts, ends = tuple(a for a, _ in bounds), tuple(b for _, b in bounds)
    return View(text, clean, origin, quoted, starts, ends, split(clean))
