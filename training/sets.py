"""Annotated sets of names, as sentences of tokens with BIO labels: reading them, and the strict score of the CoNLL tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from runut.reading.names.words import Word, fold

TYPES = {"PERSON": "PER", "PLACE": "LOC", "LOCATION": "LOC", "ORGANISATION": "ORG", "ORGANIZATION": "ORG"}
"""What the sets call our types."""

_ENDS = re.compile(r"[.!?:]")

Sentence = list[tuple[str, str]]
"""Tokens with their labels."""
Chunk = tuple[int, int, str]
"""First token, the token after the last, type."""


class Score(NamedTuple):
    """Chunks found right, found and annotated."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


def read(path: Path) -> list[Sentence]:
    """The sentences of a file with a token a line, its label last, and an empty line between sentences."""
    out: list[Sentence] = []
    now: Sentence = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        cells = line.split("\t") if "\t" in line else line.split()
        if line.strip():
            prefix, hyphen, type_ = cells[-1].partition("-")
            now.append((cells[0], prefix + hyphen + TYPES.get(type_, type_)))
        elif now:
            out.append(now)
            now = []
    return out


def chunks(labels: Iterable[str]) -> list[Chunk]:
    """The chunks of BIO labels as conlleval reads them: an I of another type, or after O, begins one."""
    out: list[Chunk] = []
    start, type_ = -1, ""
    for k, label in enumerate([*labels, "O"]):
        prefix, _, now = label.partition("-")
        if start >= 0 and (prefix != "I" or now != type_):
            out.append((start, k, type_))
            start = -1
        if prefix != "O" and start < 0:
            start, type_ = k, now
    return out


def score(gold: Sequence[Sequence[Chunk]], found: Sequence[Sequence[Chunk]]) -> Score:
    """Chunks with the same tokens and type, over all sentences."""
    right = sum(len(set(g) & set(f)) for g, f in zip(gold, found, strict=True))
    return Score(right, sum(map(len, found)), sum(map(len, gold)))


def words(sentence: Sentence) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    """The words of a sentence as the name rules see them, marks in their gaps, and the token of each; start and end count tokens."""
    out: list[Word] = []
    at: list[int] = []
    gap, quoted = "", False
    for k, (token, _) in enumerate(sentence):
        if not any(c.isalnum() for c in token):
            if token in ('"', "``", "''"):
                token, quoted = "”" if quoted else "“", not quoted
            gap += f" {token}"
            continue
        gap = f"{gap} " if out or gap else ""
        opens = not out or "“" in gap or _ENDS.search(gap) is not None
        upper = len(token) > 1 and token.isupper()
        out.append(Word(token, fold(token), k, k + 1, gap, opens, token[0].isupper(), upper))
        at.append(k)
        gap = ""
    return tuple(out), tuple(at)


def word_labels(sentence: Sentence, at: Sequence[int]) -> list[str]:
    """The labels of the words of a sentence, those of its tokens without the marks."""
    place = {token: k for k, token in enumerate(at)}
    out = ["O"] * len(at)
    for first, last, type_ in chunks(label for _, label in sentence):
        for n, k in enumerate([place[token] for token in range(first, last) if token in place]):
            out[k] = f"{'I' if n else 'B'}-{type_}"
    return out


def with_ends(labels: Sequence[str]) -> list[str]:
    """BIO labels as BILOU: `L` the last word of a name, `U` a name of one word."""
    out = []
    for label, after in zip(labels, [*labels[1:], "O"], strict=True):
        prefix, _, type_ = label.partition("-")
        if prefix != "O" and after != f"I-{type_}":
            label = f"{'U' if prefix == 'B' else 'L'}-{type_}"
        out.append(label)
    return out


def without_ends(label: str) -> str:
    """A BILOU label as BIO."""
    return {"L": "I", "U": "B"}.get(label[0], label[0]) + label[1:]


def token_chunks(labels: Iterable[str], at: Sequence[int], sentence: Sentence) -> list[Chunk]:
    """Chunks of words as chunks of tokens; a bracket opened inside is closed inside."""
    out: list[Chunk] = []
    for first, last, type_ in chunks(labels):
        start, end = at[first], at[last - 1] + 1
        inside = [token for token, _ in sentence[start:end]]
        end += inside.count("(") > inside.count(")") and end < len(sentence) and sentence[end][0] == ")"
        out.append((start, end, type_))
    return out
