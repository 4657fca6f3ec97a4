"""The lines of a text, as stretches without the white space around them."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\r\n\u2028]+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*(?:\s|&nbsp;|$)|[.!?][\"”’]?(?=[A-Z“\"])|[\r\n\u2028]")
# A sentence of furniture longer than this (characters) is body that merely begins like it.
LONGEST_SENTENCE = 400


def split(text: str) -> list[tuple[int, int]]:
    """The lines that are not blank."""
    out = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            out.append((start, end))
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
