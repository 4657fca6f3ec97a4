"""Capitals that stand for their government: `Moskow menolak`, `hubungan antara Beijing dan Tokyo`; a town is only a place."""

from __future__ import annotations

from runut.reading.names.scan import Scan

# The rule of a capital that stands for its country.
AS_GOVERNMENT = "capital-as-government"
# A report with so many different words of matches tells of clubs that have their towns' names.
OF_MATCHES = 3
# The second of two stands so many words behind the first; a list is looked through for so many.
_PAIR, _LISTED = 2, 8


def acts(scan: Scan, at: int, end: int) -> bool:
    """Whether a capital speaks or acts for its government, by the first rule that fits.

    1. Never in a report of matches. 2. It has ties to another (`perang dengan Kyiv`, `ketegangan antara Teheran dan Washington`). 3. Not
    behind what shows a place. 4. Behind a word for what governments do or are told. 5. As the subject of a verb.
    """
    signed = at > 0 and scan.words[at].gap == " " and _is_signed(scan, at)
    verbal = (
        end < len(scan.words)
        and scan.words[end].gap == " "
        and scan.lex.acts.fullmatch(scan.words[end].text) is not None
    )
    tied = _is_tied(scan, at)
    if not (signed or verbal or tied) or len(scan.small & scan.lex.uses["match"]) >= OF_MATCHES:
        return False
    if verbal and not (tied or signed) and at and scan.words[at].gap == ") ":
        return False  # `Kedutaan Besar RI (KBRI) Seoul menolak`
    return tied or not is_mere_place(scan, at)


def _is_signed(scan: Scan, at: int) -> bool:
    """Whether a word for what governments do or are told stands before a capital, an adjective between: `tuntutan utama Teheran`."""
    words = scan.words
    if scan.lex.is_word(words[at - 1].low, "government-sign"):
        return True
    between = at > 1 and words[at - 1].gap == " " and scan.lex.is_word(words[at - 1].low, "sign-between")
    return between and scan.lex.is_word(words[at - 2].low, "government-sign")


def is_mere_place(scan: Scan, at: int) -> bool:
    """Whether the word before a capital shows that the town is meant."""
    beside = at > 0 and not scan.words[at].opens and scan.words[at].gap == " "
    if not beside or scan.lex.is_word(scan.words[at - 1].low, "mere-place"):
        return beside
    listed = at > 2 and scan.lex.is_word(scan.words[at - 1].low, "and") and scan.known[at - 2] is not None
    return listed and scan.lex.is_word(scan.words[at - 3].low, "mere-place")  # `KBRI di Yangon dan Bangkok`


def _is_tied(scan: Scan, at: int) -> bool:
    """Whether a capital is told as one that has to do with others: behind a word of ties and `dengan` or `antara`, or later in such a
    list; not where a way goes between them (`jalur hubungan antara Roma dan Kalimas`).
    """
    words, first = scan.words, _first_listed(scan, at)
    if first < 2 or not (words[first].gap == words[first - 1].gap == " "):
        return False
    if not scan.lex.is_word(words[first - 1].low, "tie-with") or not scan.lex.is_word(words[first - 2].low, "tie"):
        return False
    if (at - first > _PAIR or words[at].gap == ", ") and not scan.lex.is_word(words[first - 1].low, "mere-place"):
        return False  # `perang dengan Moskow, Jakarta dan Garut …` may be another clause; `antara Moskow, Tokyo dan Kyiv` is one list
    return not (first > _PAIR and scan.joined(first - 2) and scan.lex.is_word(words[first - 3].low, "way"))


def _first_listed(scan: Scan, at: int) -> int:
    """The first of the known names of one word that a list with `dan` at its end has up to word `at`."""
    words, first = scan.words, at
    if at > 2 and words[at].gap == " " and scan.lex.is_word(words[at - 1].low, "and") and scan.known[at - 2]:
        first = at - 2
    elif not _is_listed_on(scan, at):
        return at
    while first > 1 and at - first < _LISTED and words[first].gap == ", " and scan.known[first - 1] is not None:
        first -= 1
    return first


def _is_listed_on(scan: Scan, at: int) -> bool:
    """Whether a known name and `dan` with another stand right behind word `at`, or `dan` alone."""
    words, after = scan.words, at + 1
    if after < len(words) and words[after].gap == ", " and scan.known[after] is not None:
        after += 1
    return scan.joined(after) and scan.joined(after + 1) and _joins(scan, after)


def _joins(scan: Scan, at: int) -> bool:
    return scan.lex.is_word(scan.words[at].low, "and") and scan.known[at + 1] is not None
