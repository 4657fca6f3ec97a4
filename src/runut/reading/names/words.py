"""The words of a view as the name rules see them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from itertools import pairwise, repeat
from operator import itemgetter, ne
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from runut.text import View

if TYPE_CHECKING:
    from runut.reading.names.lexicon import Lexicon

# Dots hold initials and degrees (`K.H`, `M.Si`) and web addresses together; glued sentences have been taken apart by the view.
_JOINTS = frozenset(".&")
# `XYZmenerima`, `XYZRatna`: an acronym with the next word glued to it; the group ends before the last capital.
_SHOUTED = re.compile(r"([A-Z]{1,6})[A-Z][a-z]{3,20}$")
_CAMEL = re.compile(r"([A-Z]?[a-z]{2,20})([A-Z][a-z]{2,20}(?:-[A-Z][a-z]{2,20})?)$")
# `PTKalimas`: two capitals that may be a company's head, with its name glued to them.
_HEADED = re.compile(r"([A-Z]{2})[A-Z][a-z]")
# `IIIXYZ`: a numeral with the acronym of the body whose commission it numbers.
_NUMBERED = re.compile(r"([IVX]{2,4})([A-Z]{3,8})")
# An amount of money is no name, though it begins with a capital: `Rp14.150`.
_AMOUNT = re.compile(r"(?:Rp|IDR|USD|RM)\.?\d")
# Brackets without their space, or with one inside: `Kalimas Raya(KR)Ratna`, `Kalimas Raya ( KR ) Ratna`.
_GLUED_GAPS = {"(": " (", ")": ") ", " ( ": " (", "( ": " (", " (\n": " (", " ) ": ") "}
# The short forms at the end of a company's name: their full stop is part of it where a bracket or comma follows, or a small letter.
_DOTTED, _AFTER_DOT = ("tbk", "ltd", "inc"), re.compile(r"\.(?: \(|,| (?=[a-z]))")
_PREFIXED = re.compile(r"[a-z]{2}[-'’][A-Z]")


class Word(NamedTuple):
    """A word: `start`/`end` in the view, `gap` what stands before it, `opens`: it opens a sentence, quotation or line."""

    text: str
    low: str
    start: int
    end: int
    gap: str
    opens: bool
    capital: bool
    upper: bool


# `Word._make` without its check of the length, which takes as long again.
_make: Callable[[type[Word], tuple[object, ...]], Word] = tuple.__new__
# For all words of an article, these take two thirds of the time of the field's name.
_text_of, _low_of = itemgetter(0), itemgetter(1)


def fold(text: str) -> str:
    """Small letters without marks: `Bogotá` → `bogota`."""
    low = text.lower()
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


def split(view: View) -> tuple[Word, ...]:
    """The words of the view in order."""
    lows, gaps, starts, ends = _joined(view)
    dotted = any(form in lows for form in _DOTTED)
    for k in [k for k, low in enumerate(lows[:-1]) if low in _DOTTED] if dotted else ():
        if _AFTER_DOT.match(view.text, ends[k]):
            ends[k], gaps[k + 1] = ends[k] + 1, gaps[k + 1][1:]
    texts = [view.text[start:end] for start, end in zip(starts, ends, strict=True)]
    if not "".join(lows).isascii():
        lows = [low if low.isascii() else fold(text) for text, low in zip(texts, lows, strict=True)]
    opens, capitals, uppers = [False] * len(texts), [False] * len(texts), [False] * len(texts)
    openers = {bisect_left(starts, start) for start in view.sentence_starts}
    for k in [k for k, gap in enumerate(gaps) if gap != " "]:
        gap = gaps[k]
        opens[k] = k in openers or "\n" in gap or "“" in gap or k == 0
        gaps[k] = _GLUED_GAPS.get(gap, gap)
    for k in [k for k, written in enumerate(map(ne, texts, lows)) if written]:  # most are all small letters
        text = texts[k]
        capitals[k] = text[0].isupper() if text.isalpha() else _is_capital(text)
        uppers[k] = len(text) > 1 and text.isupper()
    rows = zip(texts, lows, starts, ends, gaps, opens, capitals, uppers, strict=True)
    return tuple(map(_make, repeat(Word), rows))


def _joined(view: View) -> tuple[list[str], list[str], list[int], list[int]]:
    """The words of the view, those with nothing but a joint between them as one: in small letters, gaps, starts, ends."""
    words = view.words
    joints = [k for k, gap in enumerate(words.gaps) if gap in _JOINTS and k]
    lows: list[str] = []
    gaps: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for k, following in zip([*joints, len(words.low)], [*joints[1:], 0, 0], strict=False):
        lows += words.low[at:k]
        gaps += words.gaps[at:k]
        starts += words.starts[at:k]
        ends += words.ends[at:k]
        at = k + 1
        if at not in (following, len(words.low) + 1):  # the last of a row of joints
            ends[-1] = words.ends[k]
            lows[-1] = view.text[starts[-1] : ends[-1]].lower()
    return lows, gaps, starts, ends


def _is_capital(text: str) -> bool:
    """Whether a word with marks or digits in it begins like a name."""
    return (text[0].isupper() and not _AMOUNT.match(text)) or _PREFIXED.match(text) is not None


# A word with the number of a list's next item glued to it.
_ITEM = re.compile(r"([A-Z][A-Za-z'’-]{0,40}[A-Za-z])(\d{1,2})")
# A glued word is this long at least, its name part and (without other evidence) its small word this long.
_GLUED, _LEFT, _SURE_RIGHT = 6, 4, 5
# A name that the text has elsewhere is this long to lose `di` and `ke`, with which names end too.
_LINKED = 6
# A word that stands so often is not glued.
_OFTEN = 3
# Two words of a name, of two letters at least.
_COUPLE = re.compile(r"[A-Z][^\W\d_]{1,30}-[A-Z][^\W\d_]{1,30}")
# A slip of another word has this many letters or more.
_LONG = 7
# Shorter small words than this end names too often to be cut off, save those that show a place.
_SMALL = 3


def unglue(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """Take `Kalimasmenerima` apart into a name that stands elsewhere in the text, or in the tables, and an ordinary word."""
    given = _may_come_apart(words)
    numbered = {text: m for text in given if text[-1].isdigit() and (m := _ITEM.fullmatch(text))}
    if len(numbered) > 1:
        words = _without_item_numbers(words, numbered)
        given = _may_come_apart(words)
    seen = {w.low for w in given.values() if w.capital}
    seen.update([part for low in seen if "-" in low for part in low.split("-")])
    apart = set()
    for text, word in given.items():
        if text.isalpha() and text[1:].islower():  # most: what `_seam` would find to be one word
            low = word.low
            if len(text) < _GLUED or low in lexicon.ordinary or low in lexicon.openers or low in lexicon.roots:
                continue
        if _take_apart(word, seen, lexicon):
            apart.add(text)
    couples = {text for text in given if "-" in text and text not in apart and _COUPLE.fullmatch(text)}
    if couples:
        words = _part_couples(words, lexicon, couples)
    if apart:  # `Lubuklontar`, which the text has as `Lubuk Lontar` too, is one name
        pairs = {a.low + b.low for a, b in pairwise(words) if a.capital and b.capital and b.gap == " "}
        apart = {text for text in apart if not (text[1:].islower() and text.lower() in pairs)}
    if apart:  # what stands so many times is a word of its own, and no slip: `Bonerate`
        given_often = Counter(word.text for word in words if word.text in apart)
        apart = {text for text in apart if given_often[text] < _OFTEN or not text[1:].islower()}
    if not apart:
        return words
    out: list[Word] = []
    for word in words:
        if word.text in apart:
            out += _take_apart(word, seen, lexicon)
        else:
            out.append(word)
    return tuple(out)


def _may_come_apart(words: tuple[Word, ...]) -> dict[str, Word]:
    """The words that are not all small letters, or have a hyphen, by how they are written: no other comes apart."""
    written = zip(map(_text_of, words), map(_low_of, words), words, strict=True)
    return {text: word for text, low, word in written if text != low or "-" in text}


def _part_couples(words: tuple[Word, ...], lexicon: Lexicon, couples: set[str]) -> tuple[Word, ...]:
    """Take the middle of `Ratna Lontar-Hasan Wiraguna` apart, two who go together, where the text has one in full elsewhere."""
    at = [k for k in range(1, len(words) - 1) if words[k].text in couples and _is_couple(words, k, lexicon)]
    if not at:
        return words
    told = {f"{a.low} {b.low}" for a, b in pairwise(words) if a.capital and b.capital and b.gap == " "}
    out, done = [], 0
    for k in at:
        word, before, after = words[k], words[k - 1], words[k + 1]
        left, right = (part.lower() for part in word.text.split("-"))
        addressed = (title := lexicon.titles.get(right)) is not None and title.kind == "honorific"
        if addressed or f"{before.low} {left}" in told or f"{right} {after.low}" in told:
            out += [*words[done:k], *_two(word, len(left))]
            done = k + 1
    return (*out, *words[done:])


def _is_couple(words: tuple[Word, ...], k: int, lexicon: Lexicon) -> bool:
    """Whether a word of two capitals with a hyphen has a name's word on either side, and none of them is a place or heads one."""
    before, word, after = words[k - 1], words[k], words[k + 1]
    if not (before.capital and after.capital) or word.gap != " " or after.gap != " " or before.low in lexicon.openers:
        return False
    if after.low in lexicon.ordinary:
        return False
    return not any(lexicon.known.get(part) or lexicon.place_heads.get(part) for part in word.text.split("-"))


def _two(word: Word, cut: int) -> tuple[Word, Word]:
    left, right = word.text[:cut], word.text[cut + 1 :]
    first = word._replace(text=left, low=left.lower(), end=word.start + cut, upper=left.isupper())
    return first, Word(right, right.lower(), first.end + 1, word.end, "-", False, True, right.isupper())


def _without_item_numbers(words: tuple[Word, ...], numbered: dict[str, re.Match[str]]) -> tuple[Word, ...]:
    """The words without the numbers of a list whose lines ran together: `PT Kalimas4. Wakil Bupati … PT Lontar5. Wakil …`."""
    ends = {
        k: numbered[word.text]
        for k, (word, after) in enumerate(pairwise(words))
        if word.text in numbered and after.gap == ". " and after.capital
    }
    numbers = {int(m[2]) for m in ends.values()}
    out = list(words)
    for k, m in ends.items():
        if not numbers.isdisjoint((int(m[2]) - 1, int(m[2]) + 1)):
            word = words[k]
            left = word.text[: m.end(1)]
            out[k] = word._replace(
                text=left, low=fold(left), end=word.start + len(left), upper=len(left) > 1 and left.isupper()
            )
            out[k + 1] = out[k + 1]._replace(opens=True)
    return tuple(out)


def _take_apart(word: Word, seen: set[str], lexicon: Lexicon) -> tuple[Word, ...]:
    """What a word becomes: a name without its suffix, a name and the word glued to it; nothing when it stays as it is."""
    given = word
    if "-" in word.text:
        prefix, _, rest = word.text.partition("-")
        if rest[:1].isupper() and lexicon.is_word(prefix, "prefix"):  # se-Kalimas
            start = word.end - len(rest)
            small = word._replace(text=prefix, low=prefix, end=start - 1, capital=False, upper=False)
            return small, Word(rest, fold(rest), start, word.end, "-", False, True, len(rest) > 1 and rest.isupper())
        stem, _, suffix = word.text.rpartition("-")
        if lexicon.is_word(suffix, "suffix"):  # XYZ-nya
            word = word._replace(text=stem, low=fold(stem), end=word.start + len(stem), upper=stem.isupper())
    stop = "." if "." in word.text and _is_stop(word, lexicon) else ""
    cut = word.text.rindex(".") if stop else _seam(word, seen, lexicon)
    if not cut:
        return () if word is given else (word,)
    left, right = word.text[:cut], word.text[cut + len(stop) :]
    start = word.end - len(right)
    parts = (
        word._replace(text=left, low=left.lower(), end=word.start + cut, upper=len(left) > 1 and left.isupper()),
        Word(right, right.lower(), start, word.end, stop or " ", bool(stop), right[0].isupper(), right.isupper()),
    )
    # `IIIXYZRatna`: what is apart may be glued itself; each part is shorter than the whole, so this ends
    return tuple(piece for part in parts for piece in _take_apart(part, seen, lexicon) or (part,))


def _is_stop(word: Word, lexicon: Lexicon) -> bool:
    """Whether the last dot in a word ends a sentence: `Kalimas.Menurutnya`."""
    left, _, right = word.text.rpartition(".")
    return bool(left) and len(right) >= _LEFT and right[0].isupper() and lexicon.is_ordinary(right.lower())


def _seam(word: Word, seen: set[str], lexicon: Lexicon) -> int:
    """Where the name ends in a glued word, 0 when it is none; small words of five letters show the seam by themselves."""
    text, low = word.text, word.low
    if lexicon.is_known(text):
        return 0
    if not text[1:].islower():
        return _capital_seam(text, seen, lexicon) if not word.upper else _numbered_seam(text, lexicon)
    if not word.capital or len(text) < _GLUED or low in lexicon.ordinary or low in lexicon.openers or "-" in text:
        return 0
    if low in lexicon.roots:  # `Supervisi` is no `Super visi`
        return 0
    derived = lexicon.is_derived(low)
    cuts = [cut for cut in range(len(text) - 2, _LEFT - 1, -1) if _is_seam(word, cut, derived, seen, lexicon)]
    if not cuts or lexicon.bodies.fullmatch(low):
        return 0
    told = next((cut for cut in cuts if low[:cut] in seen), 0)  # `Wiragunmemulai`, where the text has `Wiragun`
    # `Wiragunmemulai` is no `Wiragunme mulai`
    longest = next((cut for cut in reversed(cuts) if lexicon.acts.fullmatch(low[cut:])), cuts[0])
    return told or (0 if _is_respelt(low, seen) else longest)


def _is_respelt(low: str, seen: set[str]) -> bool:
    """Whether a text has a word of a name that is a letter away, of which this one is a slip: `Lontarayang` beside `Lontarayag`."""
    return any(
        len(other) >= _LONG and abs(len(other) - len(low)) < 2 and _is_letter_away(low, other)
        for other in seen
        if other[:_SMALL] == low[:_SMALL] and other != low
    )


def _is_letter_away(a: str, b: str) -> bool:
    """Whether two words differ by one letter, or by two that changed places."""
    return DamerauLevenshtein.distance(a, b, score_cutoff=1) == 1


def _capital_seam(text: str, seen: set[str], lexicon: Lexicon) -> int:
    """Where the first part of `XYZmenerima`, `XYZKalimas`, `KabupatenKalimas` ends, 0 when it is one word."""
    shouted, joined, headed = _SHOUTED.match(text), _CAMEL.match(text), _HEADED.match(text)
    head = lexicon.org_heads.get(headed[1]) if headed else None
    if head is not None and head.kind == "company" and head.form == text[:2]:
        return 2
    if shouted:
        cut = shouted.end(1)  # the last capital belongs to the word after it, or to the acronym
        left, right = text[:cut].lower(), text[cut:].lower()
        named = right in lexicon.openers or right in lexicon.given or right in seen
        known = lexicon.is_known(left) or left in lexicon.openers or _numbered_seam(text[:cut], lexicon) > 0
        if cut > 1 and (known or (named and left in seen)):
            return cut
        return cut + 1 if lexicon.is_ordinary(text[cut + 1 :]) else 0
    if joined:
        left, right = (part.lower() for part in joined.groups())
        opens = left in lexicon.openers or left in lexicon.given
        named = right in lexicon.openers or right in lexicon.given or lexicon.is_known(right)
        matter = lexicon.ordinary.get(left) == "portfolio"  # `Menteri AgamaRini`
        opens, named = opens or matter, named or (matter and right in seen)
        place = lexicon.known.get(left)
        country = place is not None and place.table == "countries" and len(right) >= _SURE_RIGHT  # `RusiaOleg Barkov`
        closed = lexicon.is_word(right, "legal-form")  # `PT Kalimas RayaTbk`
        return len(left) if (opens and named) or country or closed else 0
    return 0


def _numbered_seam(text: str, lexicon: Lexicon) -> int:
    """Where the numeral of `IIIXYZ` ends, 0 when it is one word."""
    numbered = _NUMBERED.fullmatch(text)
    return numbered.end(1) if numbered and lexicon.is_known(numbered[2]) else 0


def _is_link_end(left: str, right: str, whole: str, lexicon: Lexicon) -> bool:
    """Whether a small word is glued to a name that the text has elsewhere, as happens where a link ends: `Lontarinadi`, `Wiraganatak`."""
    if right not in lexicon.function or lexicon.is_word(right, "name-tail") or whole in lexicon.given:
        return False
    if left in lexicon.ordinary or left in lexicon.roots:
        return False
    short = len(right) < _SMALL
    return len(left) >= (_LINKED if short else _SURE_RIGHT) and (not short or lexicon.is_word(right, "place-sign"))


def _is_seam(word: Word, cut: int, derived: bool, seen: set[str], lexicon: Lexicon) -> bool:
    """Whether a name ends at a place of a word, which is `derived` as a whole or not."""
    left, right = word.low[:cut], word.low[cut:]
    if len(left) >= _SURE_RIGHT and lexicon.glued_acts.fullmatch(right):
        return not lexicon.is_ordinary(left)  # `Wiragunamengumumkan`, which looks like a derived verb as a whole
    if derived and left not in seen:  # `Perubahan` is no `Peru bahan`
        return False
    if left in seen and _is_link_end(left, right, word.low, lexicon):
        return True
    if left in seen and len(right) > _SURE_RIGHT and lexicon.acts.fullmatch(right):
        return True  # `Wiragunbergdibawa`, where the text has `Wiragunberg`, is no `Wiragun berg…`
    person = left in lexicon.given and left not in seen  # `Halimawan`, `Rahmadi` are no `Halim awan`, `Rahma di`
    if right in lexicon.function and not lexicon.is_word(right, "name-tail"):  # `Rudiantara`
        short = len(right) < _SMALL and (person or not lexicon.is_word(right, "place-sign"))  # `Baliya` is no `Bali ya`
        sure = len(right) >= _SURE_RIGHT or (lexicon.is_word(right, "glued") and len(left) >= _SURE_RIGHT)
        if sure or (lexicon.is_known(word.text[:cut]) and not short):
            return True
    if len(left) >= _SURE_RIGHT <= len(right) - 2 and lexicon.is_ordinary(right) and lexicon.acts.fullmatch(right):
        return True  # `Wiragunamelakukan`
    foreign = left not in seen and lexicon.is_word(right, "english")  # `Showroom`
    if (
        len(right) < _LEFT
        or foreign
        or lexicon.is_word(right, "name-tail")
        or (person and not lexicon.is_derived(right))
    ):
        return False
    return (left in seen or _is_no_town(word.text[:cut], lexicon)) and lexicon.is_ordinary(right)


def _is_no_town(name: str, lexicon: Lexicon) -> bool:
    """Whether the tables have a word as a name, but as no town's: of those many open a village's name (`Batutulis`)."""
    known = lexicon.known.get(name.lower())
    town = known is not None and known.type == "GPE" and known.table != "countries"
    return lexicon.is_known(name) and not town
