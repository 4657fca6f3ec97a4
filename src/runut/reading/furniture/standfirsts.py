"""What a report prints as its standfirst and again in its body: it is read once, where it first stands in the body."""

from __future__ import annotations

import re
from collections.abc import Iterable

from runut.model import Article, Credits, Furniture

_WORD = re.compile(r"\w{1,100}")


def release(article: Article, furniture: tuple[Furniture, ...], credits: Credits) -> tuple[Furniture, ...]:
    """The furniture without the repeats of a standfirst that the body tells nowhere else, each only where it first stands."""
    heads = _words(" ".join(c.text for c in credits.spans if c.kind == "standfirst"))
    again = [f for f in furniture if f.kind == "repeat" and _words(f.text) in heads] if heads.strip() else []
    if not again:
        return furniture
    read = _words(_outside(article.text, hidden(furniture, credits)))
    released = []
    for repeat in again:
        told = _words(repeat.text)
        if told not in read:
            released.append(repeat)
            read += told
    return tuple(f for f in furniture if f not in released)


def hidden(furniture: tuple[Furniture, ...], credits: Credits) -> list[tuple[int, int]]:
    """The stretches of an article that no finding is read from."""
    return [(f.start, f.end) for f in furniture] + [(c.start, c.end) for c in credits.spans]


def _words(told: str) -> str:
    """The words of a text without marks and capitals, each between blanks."""
    return f" {' '.join(_WORD.findall(told.casefold()))} "


def _outside(told: str, spans: Iterable[tuple[int, int]]) -> str:
    """What a text has outside these spans, a break for each."""
    out, at = [], 0
    for start, end in sorted(spans):
        out.append(told[at:start])
        at = max(at, end)
    return "\n".join([*out, told[at:]])
