"""Initials that stand for a person: `MS (34)`, `berinisial MS`, `pacarnya MS`, `MS, ZI, dan SS`."""

from __future__ import annotations

import re

from runut.reading.names.nicknames import nickname, past_age
from runut.reading.names.scan import ROMAN, Scan
from runut.reading.names.spots import MOST_INITIALS

_TWO = 2
_INITIALS = re.compile(rf"[A-Z]{{1,{MOST_INITIALS}}}")
# Initials of a list stand this many words apart at most.
_NEAR = 4
# Letters in a row are a list of initials from so many on, where two of them or more are of one letter, or of two that no table has.
_LISTED, _LISTED_SURE = 3, 2
# No more of them are looked at.
_MOST_LISTED = 12
# A word for somebody stands this many words before initials between commas: `istrinya yang ditembak, RW, selamat`.
_REACH = 4


def initials(scan: Scan, at: int) -> int | None:
    """The word after a suspect's or victim's initials."""
    word = scan.words[at]
    if len(word.text) > MOST_INITIALS or not word.capital:
        return None
    if not _INITIALS.fullmatch(word.text):
        return _initials_of_two(scan, at)
    after = scan.words[at + 1] if scan.joined(at + 1) else None
    told = past_age(scan, at)  # `MS (34) alias Riwi`
    called = told < len(scan.words) and scan.lex.is_word(scan.words[told].low, "called")
    called = called and (told > at + 1 or after is not None) and scan.joined(told + 1) and scan.words[told + 1].capital
    before = scan.words[at - 1].low if at and word.gap == " " else ""
    alone = not (after is not None and after.capital)
    accused = scan.lex.is_word(before, "accused") and _is_unknown(scan, at)
    said = scan.lex.is_word(before, "initials") or (alone and accused)
    head = scan.heads[at]
    school = head is not None and head[1].kind == "school"  # `anak SD`
    suspect = scan.lex.is_word(before, "suspect") and not school
    said = said or (alone and len(word.text) < MOST_INITIALS and suspect)
    said = said or (alone and _is_addressed(scan, at))
    said = said or (alone and _is_done_to(scan, at)) or _is_set_off(scan, at) or _is_told_by(scan, at, before)
    if called or said or _is_listed(scan, at) or _opens_list(scan, at) or scan.lex.age.match(scan.text, word.end):
        spot = scan.add(at, at + 1, "PER", "initials", 5)
        return nickname(scan, spot) if called or _opens_bracket(scan, at + 1) else at + 1
    return None


def _opens_bracket(scan: Scan, at: int) -> bool:
    """Whether word `at` is a capital one that opens a bracket."""
    return at < len(scan.words) and scan.words[at].gap == " (" and scan.words[at].capital


def _is_addressed(scan: Scan, at: int) -> bool:
    """Whether a form of address in small letters stands before two letters or three: `kata pak RW`."""
    if not at or scan.words[at].gap != " " or len(scan.words[at].text) < _TWO or not _is_unknown(scan, at):
        return False
    before = scan.words[at - 1]
    kin = scan.lex.is_word(before.low, "suspect")  # `saudara XYZ`, three letters that may be a body's
    title = scan.titles[at - 1] if not before.capital and not kin else None
    return title is not None and title[0] == at and title[1].kind == "honorific" and title[1].form.lower() == before.low


def _initials_of_two(scan: Scan, at: int) -> int | None:
    """`berinisial Xo`, `QV (37) dan Zp (29)`: initials whose second letter is small, where the report says that they are, or lists them."""
    word = scan.words[at]
    if len(word.text) != _TWO or not word.text.isalpha() or word.low in scan.lex.ordinary:
        return None
    said = at and word.gap == " " and scan.lex.is_word(scan.words[at - 1].low, "initials")
    last = scan.found.spots[-1] if scan.found.spots else None
    near = last is not None and last.rule == "initials" and at - last.last < _NEAR
    if not said and not (near and scan.lex.age.match(scan.text, word.end)):
        return None
    scan.add(at, at + 1, "PER", "initials", 5)
    return at + 1


def _is_unknown(scan: Scan, at: int) -> bool:
    """Whether no table has these letters."""
    known = scan.known[at] or scan.heads[at] or scan.places[at]
    return not known and scan.words[at].low not in scan.lex.ordinary


def _is_done_to(scan: Scan, at: int) -> bool:
    """Whether a word follows that is said of persons alone: `ASF ditangkap`; `selaku` of one letter or two."""
    after = scan.words[at + 1].low if scan.joined(at + 1) else ""
    short = len(scan.words[at].text) < MOST_INITIALS
    named = at + 3 < len(scan.words) and scan.lex.is_word(scan.words[at + 3].low, "accused")
    fits = scan.lex.is_word(after, "person-done") or (named and scan.lex.is_word(after, "person-made"))
    fits = fits or (short and scan.lex.is_word(after, "person-as"))
    return fits and _is_unknown(scan, at)


def _is_told_by(scan: Scan, at: int, before: str) -> bool:
    """Whether letters stand behind a word of arrest and before a comma (`menangkap ASF, warga …`), or two before a role in brackets."""
    words, after = scan.words, at + 1
    if after >= len(words) or not _is_unknown(scan, at) or ROMAN.fullmatch(words[at].text):
        return False
    if words[after].gap == ", ":
        return len(words[at].text) > 1 and scan.lex.is_word(before, "arrest")
    if len(words[at].text) != _TWO or words[after].gap != " (" or words[after].capital:
        return False
    low = words[after].low
    return scan.titles[after] is not None or scan.lex.is_word(low, "suspect") or "PER" in scan.lex.before.get(low, ())


def _is_set_off(scan: Scan, at: int) -> bool:
    """Whether commas set two letters off behind a word for somebody: `istrinya yang ditembak, RW, selamat`."""
    words = scan.words
    closed = at + 1 < len(words) and words[at + 1].gap in (", ", " (")
    if words[at].gap != ", " or not closed or len(words[at].text) != _TWO or not _is_unknown(scan, at):
        return False
    for k in range(at - 1, max(at - 1 - _REACH, -1), -1):
        if scan.lex.is_word(words[k].low, "suspect"):
            return True
        if words[k].gap != " " or words[k].opens or words[k].capital:
            return False
    return False


def _opens_list(scan: Scan, at: int) -> bool:
    """Whether letters open a list of initials: `terdiri dari AW, MA, W, dan RY`."""
    words, k, count, sure, known, pair = scan.words, at, 0, 0, 0, False
    before = words[at - 1] if at and words[at].gap == " " else None
    if before is not None and before.text != before.low and not before.opens:  # `TNI AD, AL, dan AU`, `iPhone XR, XS`
        return False
    while k < len(words) and count < _MOST_LISTED and _INITIALS.fullmatch(words[k].text):
        count += 1
        two = len(words[k].text) == _TWO and _is_unknown(scan, k)
        pair = pair or two  # `vitamin A, B, dan C`
        sure += two or len(words[k].text) == 1
        known += (scan.known[k] or scan.heads[k]) is not None
        k += 1
        gap = words[k].gap if k < len(words) else ""
        if gap not in (", ", " "):
            break
        if scan.lex.is_word(words[k].low, "and"):
            k += 1
            gap = ", "
        if gap != ", ":
            break
    return pair and count >= _LISTED and sure >= _LISTED_SURE and sure > known


def _is_listed(scan: Scan, at: int) -> bool:
    """Whether initials go on with a list of them: `berinisial MT, ZI, dan SS`."""
    last = scan.found.spots[-1] if scan.found.spots else None
    if last is None:
        return False
    if last.rule != "initials" and not (last.type == "PER" and _INITIALS.fullmatch(last.core)):  # `Tersangka UA dan ZI`
        return False
    between = scan.words[last.last : at]
    near = scan.words[last.last].gap in (", ", " ") and all(scan.lex.is_word(w.low, "and") for w in between)
    return near and scan.words[at].gap in (", ", " ")
