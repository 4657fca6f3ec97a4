"""Which of many phrases stands at a place, without a pattern: making one of a thousand phrases takes a twentieth of a start."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"\w+")


class Listed:
    """Phrases that begin and end with a letter or figure; small and capital letters are the same."""

    def __init__(self, phrases: Iterable[str]) -> None:
        rests: defaultdict[str, set[str]] = defaultdict(set)
        for phrase in phrases:
            low = phrase.lower()
            first = _WORD.match(low)
            if first is None or not _WORD.fullmatch(low[-1]):
                raise ValueError(f"no letter or figure at an end of {phrase!r}")
            rests[first[0]].add(low[first.end() :])
        self._rests: Mapping[str, list[str]] = {
            first: sorted(each, key=len, reverse=True) for first, each in rests.items()
        }
        """By its first word what follows it in each phrase, the longest first."""

    def end(self, text: str, at: int) -> int | None:
        """Where the longest phrase that stands at a place, whole words, ends; none where none does."""
        first = _WORD.match(text, at)
        rests = self._rests.get(first[0].lower()) if first is not None else None
        if first is None or rests is None:
            return None
        start = first.end()
        for rest in rests:
            end = start + len(rest)
            if text[start:end].lower() == rest and not _WORD.match(text, end):
                return end
        return None

    def has(self, text: str, at: int = 0) -> bool:
        """Whether one of the phrases stands at a place."""
        return self.end(text, at) is not None
