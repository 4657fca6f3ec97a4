"""The lines of a text, as stretches without the white space around them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LINE = re.compile(r"[^\r\n\u2028]+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*(?:\s|&nbsp;|$)|[.!?][\"”’]?(?=[A-Z“\"])|[\r\n\u2028]")
_SENTENCE = re.compile(
    r"(?:[^.!?\r\n\u2028]++|[.!?](?![\"”’)]*(?:\s|&nbsp;|$)|(?<=[a-z][a-z][.!?])[A-Z][^\W\d_A-Z]))+(?:[.!?][\"”’)]*)?"
)
# A sentence of furniture longer than this (characters) is body that merely begins like it.
LONGEST_SENTENCE = 400

Found = tuple[int, int, str, str]
"""A stretch, what it is and the rule that found it."""


def split(text: str) -> list[tuple[int, int]]:
    """The lines that are not blank."""
    out = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        if text[start].isspace() or text[end - 1].isspace():
            start, end = end - len(match[0].lstrip()), start + len(match[0].rstrip())
        if start < end:
            out.append((start, end))
    return out


def apart(text: str, found: Iterable[Found]) -> list[Found]:
    """The stretches without overlap and without white space at their edges: of two that overlap the one given first keeps its place."""
    out: list[Found] = []
    at = 0
    for start, end, kind, rule in found:
        start = max(start, at)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            out.append((start, end, kind, rule))
            at = end
    return out


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of a stretch, roughly: between stops, also without a space behind them, and line breaks."""
    out = []
    for match in _SENTENCE.finditer(text, start, len(text) if end is None else end):
        a, b = match.span()
        while a < b and text[a].isspace():
            a += 1
        if a < b:
            out.append((a, b))
    return out


def sentence_end(text: str, start: int) -> int:
    """Where the sentence that stands at `start` ends: after its closing mark, or with its line."""
    limit = min(len(text), start + LONGEST_SENTENCE)
    match = _SENTENCE_END.search(text, start, limit)
    if match is None:
        return limit
    if text[match.start()] in "\r\n\u2028":
        return match.start()
    end = match.end()
    return end - 6 if text.endswith("&nbsp;", 0, end) else end


def ends_sentence(text: str, end: int) -> bool:
    """Whether the line that ends at `end` closes a sentence."""
    return text[max(0, end - 8) : end].rstrip("\"”’')]* ")[-1:] in (".", "!", "?", "…")
