"""A count that is only denied: `membantah adanya 4 korban tewas`, `tidak ada empat orang tewas`, `kabar dua orang tewas itu hoaks`.

Nobody counts so many, least of all who denies it: it is told as `other`, so that it stands in no series of the killed.
"""

from __future__ import annotations

from dataclasses import replace

from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.together import FATES
from runut.text import View

# What is told of people, which may be denied.
_TOLD = FATES | {"affected", "participants"}
# What denies a count begins so many characters before it at most; what calls it false stands so many behind it.
MAX_BEFORE, MAX_BEHIND = 100, 70
# A word has so many characters at most.
MAX_WORD = 24
_RULE = "measure:denied:"


def tell(told: list[tuple[Numeral, Judgement]], view: View, lex: Lexicon) -> list[tuple[Numeral, Judgement]]:
    """The counts with those that are only denied told as such, and those joined to one of them."""
    out: list[tuple[Numeral, Judgement]] = []
    for n, j in told:
        if j.measure in _TOLD and n.begin > 0:
            words = _denied(n, j, view, lex) or _joined(out[-1] if out else None, n, view.text, lex)
            if words:
                j = replace(j, measure="other", rule=f"{_RULE}{words}")
        out.append((n, j))
    return out


def _denied(n: Numeral, j: Judgement, view: View, lex: Lexicon) -> str | None:
    """The words that deny a count, right before it, or behind the claim that it is said to be."""
    text, at = view.text, n.begin
    act = j.rule.removeprefix("measure:act:")
    if act != j.rule and text[max(0, at - 1 - len(act)) : at - 1].lower() == act:  # `membantah menewaskan 4 orang`
        at -= len(act) + 1
    last = text[max(0, at - MAX_WORD) : at].rstrip(' “"').rpartition(" ")[2].lower()
    if last not in lex.denials.leading:  # most
        return None
    start, end = view.sentence_at(n.start)
    begin = max(start, at - MAX_BEFORE)
    before = lex.denials.before.search(text, begin, at)
    # `tidak membantah adanya 4 korban`; `penyebar hoaks 12 orang ditangkap`
    spread = before is not None and before["hoax"] is not None and j.measure == "arrested"
    if before is not None and not spread and not lex.denied.search(text, begin, before.start()):
        return before["words"].lower()
    if lex.denials.claimed.search(text, begin, at) is None:
        return None
    behind = lex.denials.behind.match(text, j.end, min(end, j.end + MAX_BEHIND))
    if behind is None or lex.denied.search(text, j.end, behind.start("words")):  # `kabar itu tidak dibantah`
        return None
    return behind["words"].lower()


def _joined(last: tuple[Numeral, Judgement] | None, n: Numeral, text: str, lex: Lexicon) -> str | None:
    """The words that deny the count right before, where this one is joined to it: `membantah adanya 4 korban tewas dan 12 terluka`."""
    if last is None or not last[1].rule.startswith(_RULE):
        return None
    return last[1].rule.removeprefix(_RULE) if lex.denials.joined.fullmatch(text, last[1].end, n.begin) else None
