"""Capitals that stand for their government: `Moskow menolak`, `hubungan antara Beijing dan Tokyo`; a town is only a place."""

from __future__ import annotations

from runut.reading.names.scan import Scan

# The rule of a capital that stands for its country.
AS_GOVERNMENT = "capital-as-government"
# A report with so many different words of matches tells of clubs that have their towns' names.
OF_MATCHES = 3


def acts(scan: Scan, at: int, end: int) -> bool:
    """Whether a capital speaks or acts for its government, by the first rule that fits.

    1. Never in a report of matches. 2. It has ties to another (`perang dengan Kyiv`, `ketegangan antara Teheran dan Washington`). 3. Not
    behind what shows a place. 4. Behind a word for what governments do or are told. 5. As the subject of a verb.
    """
    signed = at > 0 and scan.words[at].gap == " " and scan.lex.is_word(scan.words[at - 1].low, "government-sign")
    verbal = (
        end < len(scan.words)
        and scan.words[end].gap == " "
        and scan.lex.acts.fullmatch(scan.words[end].text) is not None
    )
    tied = _is_tied(scan, at)
    if not (signed or verbal or tied) or len(scan.small & scan.lex.uses["match"]) >= OF_MATCHES:
        return False
    return tied or not is_mere_place(scan, at)


def is_mere_place(scan: Scan, at: int) -> bool:
    """Whether the word before a capital shows that the town is meant."""
    beside = at > 0 and not scan.words[at].opens and scan.words[at].gap == " "
    if not beside or scan.lex.is_word(scan.words[at - 1].low, "mere-place"):
        return beside
    listed = at > 2 and scan.lex.is_word(scan.words[at - 1].low, "and") and scan.known[at - 2] is not None
    return listed and scan.lex.is_word(scan.words[at - 3].low, "mere-place")  # `KBRI di Yangon dan Bangkok`


def _is_tied(scan: Scan, at: int) -> bool:
    """Whether a capital is told as one that has to do with another: behind a word of ties and `dengan` or `antara`, or second of two."""
    words = scan.words
    if (
        at > 3
        and words[at].gap == " "
        and scan.lex.is_word(words[at - 1].low, "and")
        and scan.known[at - 2] is not None
    ):
        at -= 2
    return (
        at > 1
        and words[at].gap == words[at - 1].gap == " "
        and scan.lex.is_word(words[at - 1].low, "tie-with")
        and scan.lex.is_word(words[at - 2].low, "tie")
    )
