"""A count of the dead that is only feared, foretold or guessed: `189 orang itu kemungkinan meninggal semua`, `angka itu hanya perkiraan`.

Nobody has counted so many dead: it is told as `other`, so that it stands in no series of the killed, and no other count of just as many
(`pesawat itu membawa 189 penumpang`) is read as theirs. What is said to be about so many (`diperkirakan mencapai 60`) stays a count.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.text import View

_TOLD = frozenset({"killed", "injured", "missing"})
# What may yet come about, not what people are missed for: `dikhawatirkan hilang` is missed.
_FORETOLD = frozenset({"killed", "injured"})
_STATE = "measure:state:"
_RULE = "measure:feared:"
# Words that say how far a count may yet rise stand so many characters before it at most.
MAX_BEFORE = 60


def tell(told: list[tuple[Numeral, Judgement]], view: View, lex: Lexicon) -> list[tuple[Numeral, Judgement]]:
    """The counts with those that are only feared told as such."""
    if not view.words.hold(lex.fears.openers) or not any(j.measure in _TOLD for _, j in told):
        return told
    guessed = _guessed(told, view, lex)
    out: list[tuple[Numeral, Judgement]] = []
    for k, (n, j) in enumerate(told):
        if j.measure in _TOLD:
            words = guessed.get(k) or (_feared(n, j, view, lex) if j.measure in _FORETOLD else None)
            if words:
                j = replace(j, measure="other", rule=f"{_RULE}{words}")
        out.append((n, j))
    return out


def _feared(n: Numeral, j: Judgement, view: View, lex: Lexicon) -> str | None:
    """The words that tell a death as feared, right before it, or how far a toll may yet rise, right before the number."""
    text = view.text
    said = j.rule.removeprefix(_STATE)
    if said != j.rule:
        at = j.end - len(said)
        feared = lex.fears.behind.search(text, n.stop, at) if text[at : j.end].lower() == said else None
        return feared["words"].lower() if feared is not None else None
    rising = lex.fears.before.search(text, max(view.sentence_at(n.start)[0], n.start - MAX_BEFORE), n.start)
    return (rising["words"] or rising["fears"]).lower() if rising is not None else None


def _guessed(told: list[tuple[Numeral, Judgement]], view: View, lex: Lexicon) -> dict[int, str]:
    """The counts, by their order, of which the same sentence or the next says that the number is a guess only."""
    out: dict[int, str] = {}
    for guess in lex.fears.guess.finditer(view.text):
        s = bisect_right(view.sentence_starts, guess.start()) - 1
        begin = view.sentence_starts[max(0, s - 1)] if view.sentence_starts else 0
        before = [k for k, (n, j) in enumerate(told) if begin <= n.start < guess.start() and j.measure in _TOLD]
        if before:
            out[before[-1]] = guess["words"].lower()
    return out
