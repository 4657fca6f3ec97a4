"""Names that may be one, and which of them are: a union with its reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from runut.reading.names.keys import LinkWords, in_full


@dataclass(slots=True)
class Node:
    """Something that may be one with others: a key of an article, or a Name of a story.

    `defined`: the text itself says what this short form stands for, whatever the tables say.

    `canon` is its name in the tables; `order` where it stands; `told` its spellings; `bases` are keys that it has only
    without the place that tells it from others (`Kementerian Kesehatan`); `source` is the article of a Name.
    """

    type: str
    keys: tuple[str, ...]
    weight: float = 1.0
    canon: str | None = None
    roles: tuple[str, ...] = ()
    order: tuple[int, ...] = ()
    told: list[str] = field(default_factory=list)
    bases: tuple[str, ...] = ()
    defined: bool = False
    source: str = ""


class Links:
    """A union of nodes, each joining with its reason; the root of a set is its smallest number."""

    def __init__(self, nodes: Sequence[Node], words: LinkWords, text: str = "") -> None:
        self._parents = list(range(len(nodes)))
        self.reasons: dict[int, list[str]] = defaultdict(list)
        self.edges: list[tuple[int, int, str]] = []
        """The two nodes that each joining was asked for, and its reason."""
        self.nodes, self.words, self.lexicon, self.text = nodes, words, words.lexicon, text
        self._full: dict[str, str] = {}

    def root(self, at: int) -> int:
        """The number that stands for the set of node `at`."""
        parents = self._parents
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    def join(self, a: int, b: int, reason: str) -> None:
        """Make the sets of two nodes one, for this reason."""
        one, other = a, b
        a, b = self.root(a), self.root(b)
        if a != b:
            self.edges.append((one, other, reason))
            a, b = min(a, b), max(a, b)
            self._parents[b] = a
            self.reasons[a] += [reason, *self.reasons.pop(b, [])]

    def sizes(self) -> dict[int, int]:
        """How many nodes each set has, by its root."""
        out: dict[int, int] = defaultdict(int)
        for i in range(len(self.nodes)):
            out[self.root(i)] += 1
        return out

    def full(self, key: str) -> str:
        """What a key of a body or place is compared as."""
        if key not in self._full:
            self._full[key] = in_full(key, self.words)
        return self._full[key]
