"""The words of a sentence in a row, as the steps that look for wordings read them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from runut.lang import Language, morphology
from runut.model import Reading, Sentence

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")

# A word under one of these prefixes does something or measures something (`senilai`), it is not called something.
NO_NOUN = frozenset(("meN", "di", "ber", "ter", "se"))
# Capitals of so many letters are an abbreviation (`eks PM`), of more a headline's.
LONGEST_ABBREVIATION = 4
Analyse = Callable[[str], morphology.Analysis]

AND = ("dan", "serta")
# A list runs over so many words, each of its items over so many.
LONGEST_LIST = 8
LONGEST_ITEM = 2


@dataclass(frozen=True, slots=True)
class WordLine:
    """The words of one sentence: where each stands in the text, and in small letters; `analyse` takes one apart."""

    text: str
    spans: list[tuple[int, int]]
    low: list[str]
    analyse: Analyse

    def __len__(self) -> int:
        return len(self.spans)

    def joins(self, at: int) -> bool:
        """Whether there is a word `at`, with only white space between it and the one before."""
        return 0 < at < len(self.spans) and not self.text[self.spans[at - 1][1] : self.spans[at][0]].strip()

    def word(self, at: int) -> str:
        """Word `at` as it is written."""
        return self.text[slice(*self.spans[at])]


def read_lines(reading: Reading, analyse: Analyse) -> Iterator[WordLine]:
    """The body sentences of a report."""
    for sentence in reading.sentences:
        yield read_line(reading, sentence, analyse)


def read_line(reading: Reading, sentence: Sentence, analyse: Analyse) -> WordLine:
    """One sentence of a report."""
    text = reading.article.text
    spans = [m.span() for m in _WORD.finditer(text, sentence.start, sentence.end)]
    return WordLine(text, spans, [text[a:b].lower() for a, b in spans], analyse)


def find_function_words(language: Language) -> frozenset[str]:
    """Words that are never what something is called."""
    rows = language.table("ordinary")
    return frozenset(row["word"] for row in rows if row["kind"] == "function") | {
        row["word"] for row in language.table("framing_stops")
    }


def is_noun(line: WordLine, at: int, language: Language, *, verbs: bool = False) -> bool:
    """Whether word `at` can be a noun within a phrase: small letters or an abbreviation, no function word, no verb (unless `verbs`)."""
    word, low = line.word(at), line.low[at]
    if not (
        word.islower() or (at == 0 and word[1:].islower()) or (word.isupper() and len(word) <= LONGEST_ABBREVIATION)
    ):
        return False
    if not low[0].isalpha() or low in language.derive(find_function_words):
        return False
    prefixes = line.analyse(low).prefixes
    return verbs or not prefixes or prefixes[0] not in NO_NOUN


def find_end(line: WordLine, at: int) -> int:
    """Where word `at` ends without its clitics (`panggilannya` as `panggilan`)."""
    clitics = line.analyse(line.low[at]).clitics
    end = line.spans[at][1]
    cut = end - sum(len(c.strip("-")) for c in clitics)
    return cut if clitics and line.text[cut:end].lower() == "".join(c.strip("-") for c in clitics) else end


def find_list_end(line: WordLine, last: int, language: Language) -> int:
    """The last word of a list that word `last` begins or goes on with (`cerdas, ramah, dan jujur`); `last` where there is none."""
    end, at = last, last + 1
    while at < len(line) and at <= last + LONGEST_LIST:
        between = line.text[line.spans[at - 1][1] : line.spans[at][0]].strip()
        if between not in ("", ","):
            break
        closes = line.low[at] in AND
        if between == "" and not closes:
            break
        at += closes
        size = 0
        while (
            size < LONGEST_ITEM and at + size < len(line) and is_noun(line, at + size, language, verbs=between == ",")
        ):
            size += 1
            if not line.joins(at + size):
                break
        if not size:
            break
        at += size
        if closes:
            end = at - 1
            break
    return end
