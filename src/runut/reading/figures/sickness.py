"""People who fell ill: those treated for it are affected, as all who are counted ill, so that a story of poisoning has one measure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set
from dataclasses import replace

from runut.reading.figures.clause import PERSONAL
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.untold import is_untold
from runut.text import View

# What is said of those who fell ill stands so many characters behind them at most.
MAX_SAID = 60
# Illness is told in the first sentence of a report, in that of a count, or in one of so many before it.
REACH = 2
# What denies illness begins so many characters before it.
MAX_DENIED = 60
_TREATED = "measure:sick:treated"
# The rules that tell people as hurt by what is said of them, and those that only hand on what another count is told as.
_SAID = ("measure:state:", "measure:subject:")
_HANDED_ON = ("measure:place+", "measure:included", "measure:carried:", "measure:former", "measure:bare")


def tell(told: list[tuple[Numeral, Judgement]], view: View, lex: Lexicon) -> list[tuple[Numeral, Judgement]]:
    """The counts of a report of people fallen ill, where nobody is told wounded: the sick and the treated are affected."""
    if not view.words.hold(lex.sets.sickness_openers) or lex.sets.sickness.search(view.text) is None:  # most
        return told
    if not any(_is_treated(j, lex) or is_untold(n, j) for n, j in told):
        return told
    if any(j.measure == "injured" and not (_is_treated(j, lex) or j.rule.startswith(_HANDED_ON)) for _, j in told):
        return told
    ill = _sentences_of_the_ill(view, lex)
    heads = {j.counted.head for _, j in told if j.measure == "affected" and j.counted is not None} | lex.anyone
    out: list[tuple[Numeral, Judgement]] = []
    for n, j in told:
        s = _sentence(view, n.start)
        if j.measure == "injured" and j.rule.startswith(
            _HANDED_ON
        ):  # `Yang dirawat 12 orang di Randu, tujuh di Lontar`
            sick = next((o.rule == _TREATED for _, o in reversed(out) if o.measure in ("injured", "affected")), False)
            out.append((n, replace(j, measure="affected", rule=_TREATED) if sick else j))
            continue
        near = 0 in ill or any(s - k in ill for k in range(REACH + 1)) or (s == 0 and 1 in ill)
        one = _told(n, j, view.text, lex, heads) if near and not _are_hurt_otherwise(view, n, lex) else j
        if one is not j:
            ill.add(s)
        out.append((n, one))
    return out


def _sentences_of_the_ill(view: View, lex: Lexicon) -> set[int]:
    """The sentences, by their order, that tell of people fallen ill, but not of others long ago."""
    told = {
        _sentence(view, word.start()): word.start()
        for word in lex.sets.sickness.finditer(view.text)
        if not _is_denied(view.text, word.start(), lex)
    }
    return {s for s, at in told.items() if lex.past.search(view.text, *view.sentence_at(at)) is None}


def _is_denied(text: str, at: int, lex: Lexicon) -> bool:
    """Whether illness is told as none: `tidak keracunan`, `membantah kabar keracunan`."""
    begin = max(0, at - MAX_DENIED)
    return lex.denied.search(text, begin, at) is not None or lex.denials.before.search(text, begin, at) is not None


def _are_hurt_otherwise(view: View, n: Numeral, lex: Lexicon) -> bool:
    """Whether the sentence of a count tells another cause than illness: `dua pekerja dirawat akibat tertimpa tembok`."""
    sentence = view.sentence_at(n.start)
    return (
        lex.sets.mischief.search(view.text, *sentence) is not None
        and lex.sets.sickness.search(view.text, *sentence) is None
    )


def _sentence(view: View, at: int) -> int:
    return max(0, bisect_right(view.sentence_starts, at) - 1)


def _told(n: Numeral, j: Judgement, text: str, lex: Lexicon, heads: Set[str]) -> Judgement:
    """A count of people, as affected where it is said that they fell ill or are treated; `heads` are who fell ill."""
    if _is_treated(j, lex):
        return replace(j, measure="affected", rule=_TREATED)
    counted = j.counted
    if counted is None or counted.kind not in PERSONAL - {"none", "unknown", "suspect", "force"} or not is_untold(n, j):
        return j
    home = lex.sent_home.match(text, j.end, j.end + MAX_SAID) is not None
    if home and counted.head not in heads:
        return j
    if (
        lex.sets.falls_ill.match(text, j.end, j.end + MAX_SAID) is None
        and lex.sets.falls_ill.search(text, n.stop, j.end) is None
    ):
        return j
    return replace(j, measure="affected", rule="measure:sick:told", part="part" if home else j.part)


def _is_treated(j: Judgement, lex: Lexicon) -> bool:
    """Whether people are told as hurt only by the care that they get or by what the sick suffer from."""
    return (
        j.measure == "injured"
        and j.rule.startswith(_SAID)
        and lex.sets.in_care.search(j.rule, len("measure:")) is not None
    )
