"""People who fell ill: those treated for it are affected, as all who are counted ill, so that a story of poisoning has one measure."""

from __future__ import annotations

from dataclasses import replace

from runut.reading.figures.carried import is_untold
from runut.reading.figures.clause import PERSONAL
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.text import View

# What is said of those who fell ill stands so many characters behind them at most.
MAX_SAID = 60
_STATE = "measure:state:"


def tell(told: list[tuple[Numeral, Judgement]], view: View, lex: Lexicon) -> list[tuple[Numeral, Judgement]]:
    """The counts of a report of people fallen ill, where nobody is told wounded: the sick and the treated are affected."""
    if not any(_is_treated(j, lex) or is_untold(n, j) for n, j in told) or lex.sickness.search(view.text) is None:
        return told
    if any(j.measure == "injured" and not _is_treated(j, lex) for _, j in told):
        return told
    return [(n, _told(n, j, view.text, lex)) for n, j in told]


def _told(n: Numeral, j: Judgement, text: str, lex: Lexicon) -> Judgement:
    """A count of people, as affected where it is said that they fell ill or are treated."""
    if _is_treated(j, lex):
        return replace(j, measure="affected", rule="measure:sick:treated")
    named = j.counted is not None and j.counted.kind in PERSONAL - {"none", "unknown"}
    if not named or not is_untold(n, j):
        return j
    if lex.falls_ill.match(text, j.end, j.end + MAX_SAID) is None and lex.falls_ill.search(text, n.stop, j.end) is None:
        return j
    home = lex.sent_home.match(text, j.end, j.end + MAX_SAID) is not None
    return replace(j, measure="affected", rule="measure:sick:told", part="part" if home else j.part)


def _is_treated(j: Judgement, lex: Lexicon) -> bool:
    """Whether people are told as hurt only by the care that they get."""
    return j.measure == "injured" and j.rule.startswith(_STATE) and lex.in_care.search(j.rule, len(_STATE)) is not None
