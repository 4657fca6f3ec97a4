"""Content words: how alike two sentences of a story are, whatever affixes and small words they use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

_WORD = re.compile(r"[^\W_]+")
_NASAL = re.compile(r"^(?:me|pe)(?P<nasal>ny|ng|n|m)(?=\w{4})")
_PREFIX = re.compile(r"^(?:me|di|per|pe|ber|ter)(?=\w{4})")
_SUFFIX = re.compile(r"(?<=\w{4})(?:nya|lah|kan|an|i)$")
_ROOT_OF = {"ny": "s", "n": "t", "m": "p", "ng": ""}

# Shorter words are mostly grammar.
MIN_WORD = 4
# Weights are whole numbers of such grains, so that their sums are exact, the same in whatever order a set gives its words.
GRAINS = 1 << 20


def find_stems(text: str, known: dict[str, str] | None = None) -> frozenset[str]:
    """The words of `MIN_WORD` letters and more without their commonest affixes, and all numerals; `known` keeps those of other texts."""
    known = {} if known is None else known
    out = set()
    for word in _WORD.findall(text.lower()):
        if len(word) >= MIN_WORD or word.isdigit():
            stem = known.get(word)
            if stem is None:
                stem = known[word] = _stem(word)
            out.add(stem)
    return frozenset(out)


def weigh(sentences: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """The weight of each stem: the rarer among the sentences, the heavier (inverse document frequency), in grains of 2⁻²⁰."""
    spread: Counter[str] = Counter()
    total = 0
    for stems in sentences:
        total += 1
        spread.update(stems)
    return {stem: round(log(1 + total / count) * GRAINS) / GRAINS for stem, count in spread.items()}


def likeness(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """The weight of the shared stems as a share of the lighter sentence's, 0 to 1."""
    shared = a & b
    if not shared:
        return 0.0
    weight_of = weight.__getitem__
    return sum(map(weight_of, shared)) / min(sum(map(weight_of, a)), sum(map(weight_of, b)))


def _stem(word: str) -> str:
    nasal = _NASAL.match(word)
    if nasal:
        rest = word[nasal.end() :]
        word = _ROOT_OF[nasal["nasal"]] + rest if rest[0] in "aiueo" else rest
    else:
        word = _PREFIX.sub("", word)
    return _SUFFIX.sub("", word)
