"""Whys: the reasons that intake gives in English, in the language of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from runut.exports.wording import Wording
from runut.web import rendering

_KEYS = "desk.why."
# A reason in a reason in a reason: what came before, a row that is broken, how.
_DEEPEST = 3


def told(reason: str, w: Wording) -> tuple[str, str]:
    """A reason in the language of the page, and the language that these words are of: English for one that has no words of its own."""
    found = _found(reason, w, 0)
    return (reason, "en") if found is None else (found, w.lang)


def _found(reason: str, w: Wording, depth: int) -> str | None:
    whole, shapes = _table()
    if reason in whole:
        return w(whole[reason])
    for key, shape in shapes:
        match = shape.fullmatch(reason)
        if match:
            parts = match.groupdict()
            if depth < _DEEPEST:
                parts = {name: _found(part, w, depth + 1) or part for name, part in parts.items()}
            return w(key, **parts)
    return None


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[str, str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """The keys of reasons by their English words; and of those with parts what they look like, the most telling first."""
    english = {key: words for key, words in rendering.words("en").words.items() if key.startswith(_KEYS)}
    whole = {words: key for key, words in english.items() if "{" not in words}
    with_parts = {key: words for key, words in english.items() if "{" in words}
    shapes = sorted(with_parts, key=lambda key: -len(re.sub(r"\{\w+\}", "", with_parts[key])))
    return whole, tuple((key, _shape(with_parts[key])) for key in shapes)


def _shape(words: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", words)
    return re.compile("".join(re.escape(p) if n % 2 == 0 else f"(?P<{p}>.+?)" for n, p in enumerate(pieces)), re.DOTALL)
