"""Deeds: what words of a clause name that the codebooks of conflict coders record."""

from __future__ import annotations

import re
from collections.abc import Mapping

from runut.comparing.lemmas import Lemmas
from runut.lang import Language

VIOLENCE, DEMONSTRATION, HARM, CASE = "violence", "demonstration", "harm", "case"
# Words that stand around a deed or count and say of what time or extent it is, or that it is none.
LASTING, WIDER, EARLIER, UNTRUE = "lasting", "wider", "earlier", "untrue"
AROUND = (LASTING, WIDER, EARLIER, UNTRUE)
# The kinds that make a row; the others tell more of one.
DEEDS = (VIOLENCE, DEMONSTRATION)
_WORD = re.compile(r"[^\W\d_]{2,40}")


class Deeds:
    """The table of deeds as a thing to look words up in."""

    def __init__(self, language: Language) -> None:
        self._lemmas = Lemmas(language)
        rows = [r for r in language.table("coder_deeds") if r["kind"] not in AROUND]
        self._lemma_of = {r["word"]: r for r in rows if " " not in r["word"]}
        self._phrases = sorted((r for r in rows if " " in r["word"]), key=lambda r: -len(r["word"]))

    def find(self, words: str) -> Mapping[str, str] | None:
        """The row of the table that words name: the longest phrase, else the first lemma of a deed, of harm, of any case."""
        found = self.find_all(words)
        return next((row for kinds in (DEEDS, (HARM,), (CASE,)) for row in found if row["kind"] in kinds), None)

    def find_all(self, words: str) -> list[Mapping[str, str]]:
        """The rows of all words and phrases that stand in the table; the words of a phrase (`membakar ban`) are no deeds themselves."""
        small = f" {' '.join(_WORD.findall(words.lower()))} "
        phrases: list[Mapping[str, str]] = []
        for row in self._phrases:
            if f" {row['word']} " in small:
                phrases.append(row)
                small = small.replace(f" {row['word']} ", "  ")
        return phrases + [known for w in small.split() if (known := self._known(w))]

    def words(self, row: Mapping[str, str], text: str) -> str:
        """How a text words the deed of a row; the row's own word where it does not."""
        if " " in row["word"]:
            return row["word"]
        return next((w for w in _WORD.findall(text.lower()) if self._known(w) is row), row["word"])

    def _known(self, word: str) -> Mapping[str, str] | None:
        row = self._lemma_of.get(word) or self._lemma_of.get(self._lemmas.lemma(word))
        return None if row is None or word in row["not"].split(";") else row
