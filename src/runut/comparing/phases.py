"""What a statement tells as done, or as not yet so: `visa itu sudah selesai`, `visa itu belum selesai`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runut.comparing.propositions import find_shown
from runut.comparing.remarks import Remark, Word
from runut.lang import Language
from runut.text.alternatives import any_of

# Behind `belum merupakan` the predicate is one of so many words.
BEHIND_COPULA = 2
_WORD = re.compile(r"[^\W\d_]{2,30}")


@dataclass(frozen=True, slots=True)
class Phase:
    """What is told as done, or as not yet so, by the lemma of its predicate; `words` is the clause."""

    lemma: str
    done: bool
    words: str


@dataclass(frozen=True, slots=True)
class _Lexicon:
    marker: re.Pattern[str]
    waiting: frozenset[str]
    copulas: frozenset[str]


def _lexicon(language: Language) -> _Lexicon:
    rows = language.table("clash_words")

    def of(role: str) -> frozenset[str]:
        return frozenset(r["word"] for r in rows if r["role"] == role)

    markers = any_of(of("done") | of("waiting"), either_case=True)
    relatives = any_of(of("relative"))
    return _Lexicon(re.compile(rf"(?<!\w)(?:{relatives}\s)?({markers})\s(?=\w)"), of("waiting"), of("copula"))


def find_phases(remark: Remark, language: Language) -> Iterator[Phase]:
    """What a statement tells as done or as not yet so; what only describes (`warga yang sudah pulang`) is neither."""
    lexicon = language.derive(_lexicon)
    text = remark.statement.text
    for match in lexicon.marker.finditer(text):
        if match.start() < match.start(1):
            continue
        done = match[1].lower() not in lexicon.waiting
        for word in _predicates(remark.words, text, match.end(), lexicon):
            yield Phase(word.lemma, done, find_shown(text, word.start))


def _predicates(words: Sequence[Word], text: str, at: int, lexicon: _Lexicon) -> Sequence[Word]:
    """The word at a place; behind a copula the next ones (`belum merupakan keputusan final`)."""
    first = _WORD.match(text, at)
    if first is None:
        return ()
    most = 1
    if first[0].lower() in lexicon.copulas:
        at, most = first.end() + 1, BEHIND_COPULA
    end = next((m.start() for m in re.finditer(r"[.,;:!?]", text[at:])), len(text) - at) + at
    found = [w for w in words if at <= w.start < end and not w.is_name][:most]
    return found if found and found[0].start == at else ()
