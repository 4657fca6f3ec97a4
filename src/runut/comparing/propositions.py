"""What a statement says of what: a predicate with the other words of its clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from runut.comparing.remarks import NAME, Remark, Word
from runut.lang import Language

# A word of modality stands within so many words before its predicate, a relative pronoun within so many.
MODAL_REACH, RELATIVE_REACH = 3, 4
# The longest clause that is shown, in characters.
SHOWN = 90
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+){0,3}")
_STOP = re.compile(r"[.,;:!?()“”\"–—\n]")
_VERBAL = re.compile(r"(?:me|di|ber|ter)[a-z]{3}")


@dataclass(frozen=True, slots=True)
class Proposition:
    """A predicate in its clause; `others` are the stems of the clause beside it, `words` the clause from negation or subject on.

    `modality` holds what stands before it of wish, ability and time to come; it is `plain` unless it only describes (`yang …`) or is what
    has ceased or failed (`berhenti dibayarkan`).
    """

    predicate: Word
    others: frozenset[str]
    words: str
    modality: frozenset[str]
    is_plain: bool
    waits: bool

    def suits(self, other: Proposition) -> bool:
        """Whether two predicates of one lemma are said in one way: both verbs or both the same word, in the same modality."""
        a, b = self.predicate.form, other.predicate.form
        verbs = bool(_VERBAL.match(a)) and bool(_VERBAL.match(b))
        return (a == b or verbs) and self.modality == other.modality

    def same_things(self, other: Proposition) -> bool:
        """Whether the names and numbers of two clauses allow that they speak of one thing."""
        return same_things(self.others, other.others)


def same_things(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of stems have the same numbers, and no names, or one's names and perhaps more."""
    mine, theirs = _names(a), _names(b)
    if _numbers(a) != _numbers(b):
        return False
    if not mine and not theirs:
        return True
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    joints: frozenset[str]
    modals: frozenset[str]
    relatives: frozenset[str]
    waiting: frozenset[str]
    degrees: frozenset[str]
    ceasing: frozenset[str]


def _lexicon(language: Language) -> _Lexicon:
    rows = language.table("clash_words")

    def of(role: str) -> frozenset[str]:
        return frozenset(r["word"] for r in rows if r["role"] == role)

    return _Lexicon(of("joint"), of("ability"), of("relative"), of("waiting"), of("degree"), of("ceasing"))


def find_propositions(remark: Remark, wanted: Collection[str], language: Language) -> Iterator[Proposition]:
    """The propositions of a statement whose predicate has one of the wanted lemmas; names and numbers are no predicates."""
    if remark.stems.isdisjoint(wanted):
        return
    lexicon = language.derive(_lexicon)
    text = remark.statement.text
    tokens = [(m.start(), m[0].lower()) for m in _TOKEN.finditer(text)]
    cuts = [m.start() for m in _STOP.finditer(text)] + [start for start, form in tokens if form in lexicon.joints]
    cuts = [-1, *sorted(cuts), len(text)]
    for first, last in pairwise(cuts):
        clause = [w for w in remark.words if first <= w.start < last]
        for word in clause:
            if word.lemma not in wanted or word.is_name or word.form in lexicon.degrees or word.lemma[0].isdigit():
                continue
            before = [form for start, form in tokens if first <= start < word.start]
            yield Proposition(
                predicate=word,
                others=frozenset(w.lemma for w in clause) - {word.lemma},
                words=_shown(text, first, last, word.start),
                modality=lexicon.modals.intersection(before[-MODAL_REACH:]),
                is_plain=lexicon.relatives.isdisjoint(before[-RELATIVE_REACH:])
                and lexicon.ceasing.isdisjoint(before[-MODAL_REACH:]),
                waits=not lexicon.waiting.isdisjoint(before[-MODAL_REACH:]),
            )


def _shown(text: str, first: int, last: int, at: int) -> str:
    """The clause as it is written, white space single, cut around its predicate where it is long."""
    start, end = first + 1 if first < 0 or not text[first].isalnum() else first, last
    if end - start > SHOWN:
        start = max(start, at - SHOWN // 2)
        end = min(end, at + SHOWN // 2)
        start = text.rfind(" ", 0, start) + 1 if start > 0 else 0
        cut = text.find(" ", end)
        end = min(last, cut if cut >= 0 else last)
    return " ".join(text[start:end].split())


def _names(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(s for s in stems if s.startswith(NAME))


def _numbers(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(s for s in stems if s[0].isdigit())
