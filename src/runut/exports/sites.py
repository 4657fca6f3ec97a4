"""Sites: whether two places that clauses tell may be one, and how the fuller of them is worded."""

from __future__ import annotations

import re
from collections.abc import Iterable

from runut.lang import Language

_WORD = re.compile(r"[^\W\d_]{2,40}")


class Sites:
    """The words of places as a thing to compare places by."""

    def __init__(self, language: Language) -> None:
        self._heads = {r["form"].lower() for r in language.table("place_heads")}
        self._wide = {r["form"].lower() for r in language.table("places") if r["kind"] in ("province", "region")}

    def fullest(self, places: Iterable[str | None], agreed: str | None) -> str | None:
        """The place of some clauses: what their reports agree on, as the clause words it that names most of what it lies in.

        Where clauses name different places around it, it stands as it is agreed on.
        """
        told = sorted({p for p in places if p}, key=lambda p: (-len(p), p))
        base = agreed or next(iter(told), None)
        names = self._names(base or "")
        if not names:
            return base
        around = {p: other for p in told if (other := self._names(p)) and other[0] == names[0] and names[1] < other[1]}
        full = next(iter(around), None)
        return full if full and all(other[1] <= around[full][1] for other in around.values()) else base

    def are_one(self, a: str | None, b: str | None) -> bool:
        """Whether two places may be one: one is not told, or names what the other is or lies in."""
        if not a or not b:
            return True
        first, second = self._names(a), self._names(b)
        if not first or not second:
            return a == b
        return bool(first[0] & second[0]) or first[0] <= second[1] or second[0] <= first[1]

    def may_lie_together(self, a: str | None, b: str | None) -> bool:
        """Whether two places may be one, or lie in one: a name is in both, or one tells nothing that it lies in."""
        if self.are_one(a, b):
            return True
        first, second = self._names(a or ""), self._names(b or "")
        alone = any(names is not None and names[0] == names[1] for names in (first, second))
        return alone or bool(first and second and first[1] & second[1])

    def _names(self, place: str) -> tuple[frozenset[str], frozenset[str]] | None:
        """The words that name a place: those of its finest part, and all of them."""
        named = any(word[0].isupper() for word in _WORD.findall(place))
        parts = [
            frozenset(
                w.lower() for w in _WORD.findall(part) if w.lower() not in self._heads and (w[0].isupper() or not named)
            )
            for part in place.split(",")
        ]
        parts = [p for p in parts if p]
        if not parts:
            return None
        finest = next((frozenset(w for w in p if w not in self._wide) for p in parts[:1]), parts[0]) or parts[0]
        return finest, frozenset().union(*parts)
