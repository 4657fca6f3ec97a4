"""Words that a lost link or paragraph break has glued together, and where they come apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from runut.lang import Language
from runut.text.characters import Origin, with_spaces
from runut.text.sentences import abbreviations_of

# No word is longer; what is, is no text to be taken apart (the longest in 12,575 real reports is a piece of an address, 84).
LONGEST_WORD = 80
# Ordinary words of so many letters and more tell where glued words come apart (shorter ones are parts of names).
SHORTEST_ORDINARY = 5
# Letters before a small word that joins two names are so many at least: `XYZdanLontar`.
SHORTEST_ACRONYM = 3
_CAMEL = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
# What holds one or more of these, or none; found in half the time, and most are words of letters alone.
_RUN = re.compile(r"\w++(?:[-']\w++)*+")
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_TIGHT_STOP = re.compile(  # the mark first, what stands before it then: few characters are marks
    r"[.!?,)](?:(?<=[.!?])(?:(?<=[^\W\d_A-Z][^\W\d_A-Z].)(?=[A-Z][a-z]|(?!(?:COM|CO|ID|NET|TV|ORG)\b)[A-Z]{2,12}\b)"
    r"|(?:(?<=[)”\"].)|(?<=[a-z] .))(?=[A-Z][a-z])|(?=“))|(?<=[a-z][,)])(?=[A-Za-z]))"
)
# … and after a capital or a figure, where no abbreviation and no initial stands before it.
_TIGHT_CAPITAL = re.compile(r"[.!?](?<=[A-Z\d].)(?=[A-Z][a-z]{2})")
_LAST_WORD = re.compile(r"[\w.]{1,24}$")
# Behind a word: what makes it the address of a site.
_SITE = re.compile(r"\.(?:com|co|id|net|org|go|ac|tv)\b")
# A verb by its shape; so long a tail is no part of a name that happens to end alike.
_VERB_TAIL = re.compile(r"^(?:me|ber|di|ter)[a-z]{4,}$")
# … and so long a one no part of any word (`Implementasi`, `Multidimensi`), be it a verb that the report has nowhere else.
_LONG_VERB_TAIL = re.compile(
    r"^(?:(?:meng|meny|mem|men)(?!tasi|tal|tati)[a-z]{5,}|ber[a-z]{5,}|di(?!di|me|ber|ter)[a-z]{5,}(?:kan|i))$"
)
# … which begin so.
_VERB_HEADS = frozenset({"me", "be", "di"})
_VERB_HEAD = re.compile("|".join(sorted(_VERB_HEADS)))
_DERIVED = re.compile(r"(?:Pe|Ke)[a-z]{4,}an(?:nya)?$")


@dataclass(frozen=True, slots=True)
class _Glue:
    heads: frozenset[str]
    tails: frozenset[str]
    whole: frozenset[str]
    prefixes: tuple[str, ...]
    ordinary: frozenset[str]
    endings: frozenset[str]
    months: frozenset[str]
    formatives: frozenset[str]
    names: frozenset[str]
    media: frozenset[str]
    between: frozenset[str]


def _glue_of(language: Language) -> _Glue:
    rows, ordinary = language.table("glue"), language.table("ordinary")
    return _Glue(
        frozenset(r["word"] for r in rows if r["side"] == "head"),
        frozenset(r["word"] for r in rows if r["side"] == "tail"),
        frozenset(r["word"].lower() for r in language.table("camel_names")),
        tuple(r["word"] for r in language.table("media_words") if r["place"] == "prefix" and r["word"].islower()),
        frozenset(r["word"].lower() for r in ordinary if len(r["word"]) >= SHORTEST_ORDINARY),
        frozenset(r["word"] for r in rows if r["side"] == "ending"),
        frozenset(r["form"].lower() for r in language.table("months")),
        frozenset(r["word"] for r in rows if r["side"] == "formative"),
        frozenset(r["form"].lower() for t in ("countries", "places", "given_names") for r in language.table(t)),
        frozenset(r["name"].rpartition(" ")[2] for r in language.table("agencies")),
        frozenset(r["word"] for r in rows if r["side"] == "between"),
    )


def unglue(text: str, origin: Origin, language: Language, known: Iterable[str]) -> tuple[str, Origin]:
    """Put a space where a lost link or paragraph break has glued two words; the space stands for nothing of the original."""
    return with_spaces(text, origin, find_points(text, language, known))


def find_points(text: str, language: Language, known: Iterable[str]) -> set[int]:
    """The places before which a blank is missing, or stands already."""
    points = {m.end() for m in _TIGHT_STOP.finditer(text)}
    abbreviations = language.derive(abbreviations_of)
    for match in _TIGHT_CAPITAL.finditer(text):
        word = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
        if word is None or (len(word[0]) > 1 and "." not in word[0] and word[0].lower() not in abbreviations):
            points.add(match.end())
    seams = _seams(count(text), known, language.derive(_glue_of))
    for seamed, cuts in seams.items():
        for at in _places(text, seamed):
            site = _SITE.match(text, at + len(seamed))  # a capital begins its address, small letters go on in it
            points.update(at + cut for cut in cuts if not (site and text[at + cut].islower()))
    return points


def count(text: str) -> Counter[str]:
    """How often each word of `_CAMEL` stands in a text."""
    counts = Counter(_RUN.findall(text))
    for run in [run for run in counts if not (run.isalpha() or run.replace("-", "").replace("'", "").isalpha())]:
        times = counts.pop(run)
        for word in _CAMEL.findall(run):
            counts[word] = counts.get(word, 0) + times
    return counts


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word of `_CAMEL` stands, whole."""
    at = text.find(word)
    while at >= 0:
        if at and text[at - 1] in "-'":
            inside = at > 1 and _CAMEL.match(text, at - 2) is not None
        else:
            inside = at > 0 and _CAMEL.match(text, at - 1) is not None
        match = None if inside else _CAMEL.match(text, at)
        if match is not None and match[0] == word:
            yield at
        at = text.find(word, at + len(word))


def _seams(counts: Counter[str], known: Iterable[str], glue: _Glue) -> dict[str, list[int]]:
    """Where the words of a text (with how often each stands in it) come apart, first at capitals, then at small tails."""
    words = {*counts, *known}
    smooth: dict[str, int] = {}  # words without such a capital, with how often they stand, alone or as a part
    humps: dict[str, list[int]] = {}
    for word in [word for word in counts if not word.islower()]:
        low = word.lower()
        if len(word) > LONGEST_WORD or low in glue.whole:
            continue
        if "-" in low and not glue.whole.isdisjoint(low.split("-")):
            continue
        cuts = [] if word[1:].islower() else [h.start() for h in _HUMP.finditer(word)]
        if not cuts:
            smooth[word] = counts[word]
        elif len(cuts) > 1 or not low.startswith(glue.prefixes):
            joints = {cut: j for cut in cuts if (j := _joint(word[:cut], glue)) is not None}
            cuts = [cut for cut in cuts if cut in joints or _comes_apart(word, cut, words, glue, counts[word] == 1)]
            humps[word] = sorted({*(_small_i(word, cut, words, glue) for cut in cuts), *joints.values()})
    pieces = {word: list(pairwise([0, *cuts, len(word)])) for word, cuts in humps.items()}
    spread = smooth.copy()
    for word, stretches in pieces.items():
        for a, b in stretches:
            spread[word[a:b]] = spread.get(word[a:b], 0) + counts[word]
    words.update(spread)
    seams: dict[str, list[int]] = {}
    for word in smooth:
        tail = _tail(word, words, glue, spread[word] == 1)
        if tail is not None:
            seams[word] = [tail]
    for word, stretches in pieces.items():
        tails = [
            a + cut for a, b in stretches if (cut := _tail(word[a:b], words, glue, spread[word[a:b]] == 1)) is not None
        ]
        if humps[word] or tails:
            seams[word] = sorted({*humps[word], *tails})
    return seams


def _joint(left: str, glue: _Glue) -> int | None:
    """Where a small word that joins two names stands between them: `WartadanLontar`; not where it ends a word of its own (`Sedan`)."""
    for word in glue.between:
        name = _HUMP.split(left)[-1].removesuffix(word)
        if (
            left.endswith(word)
            and (len(name) >= SHORTEST_ORDINARY or (name.isupper() and len(name) >= SHORTEST_ACRONYM))
            and not name.islower()
            and f"{name}{word}".lower() not in glue.names
        ):
            return len(left) - len(word)
    return None


def _comes_apart(word: str, cut: int, words: set[str], glue: _Glue, alone: bool) -> bool:
    """Whether a capital inside a word starts another word.

    It does after a small word, where the report has either part alone, or where either is an ordinary word and the whole stands but once.
    """
    left, right = word[:cut], word[cut:]
    last = left.rsplit("-", 1)[-1]
    return (
        (last.islower() and len(last) > 3)
        or last.lower() in glue.heads
        or (len(last) > 3 and left in words)
        or (len(right) > 3 and right in words and len(last) > 2)
        or (
            alone
            and len(last) > 2
            and len(right) > 1
            and (last.lower() in glue.ordinary or right.lower() in glue.ordinary)
        )
    )


def _small_i(word: str, cut: int, words: set[str], glue: _Glue) -> int:
    """Where the name that has its capital at `cut` begins: a place earlier where it is one of those with a small i (`iOS`)."""
    left, name = word[:cut], word[cut - 1 :].lower()
    plain = not left.islower() or left in words or left in glue.heads or left in glue.ordinary
    return cut if plain or not any(name.startswith(w) for w in glue.whole if w[0] == "i") else cut - 1


def _tail(piece: str, words: set[str], glue: _Glue, alone: bool) -> int | None:
    """Where a capitalised piece falls into a name and a small word.

    Rules: `listed` (a tail of the table, the name stands apart too); `medium` (a verb by its shape behind a medium of the table); `seen`
    (both stand apart, and the piece only once); `verb` (as `seen`, but a verb by its shape may leave a name of four letters or more that
    stands nowhere else); `long` (as `verb`, for endings of the table and longer verbs, which need not stand elsewhere either).
    """
    if piece.islower() or piece.isupper() or not piece[-2:].islower():
        return None
    rests = [piece[cut:] for cut in range(2, len(piece) - 1)]
    small = not glue.tails.isdisjoint(rests) or _VERB_HEAD.search(piece, 2) is not None
    if not (small or (alone and not (words.isdisjoint(rests) and glue.endings.isdisjoint(rests)))):
        return None  # most
    seen, whole = None, None
    known, endings = glue.tails, glue.endings
    for cut in range(len(piece) - 2, 1, -1):
        rest = piece[cut:]
        listed = rest in known
        if not listed and rest[:2] not in _VERB_HEADS and not (alone and (rest in words or rest in endings)):
            continue
        if not rest.islower():
            break
        name = piece[:cut]
        if name.islower():
            break
        if (listed and name in words) or (name in glue.media and _VERB_TAIL.match(rest)):
            return cut
        if not alone or name.lower() in glue.formatives:
            continue
        if whole is None:
            whole = piece.lower() in glue.names or _DERIVED.match(piece.rsplit("-", 1)[-1]) is not None
        if seen is None and len(rest) > 3 and rest in words and (name in words or (cut > 3 and _VERB_TAIL.match(rest))):
            seen = cut
        elif cut > 3 and not whole and name[-1].isalpha() and not _HUMP.search(name):
            if seen is not None and piece[:seen] in words:  # `Lontarbergdibawa`, where the report has `Lontarberg`
                continue
            verb = _LONG_VERB_TAIL.match(rest) and f"{name}ber".lower() not in glue.months
            if verb or (seen is None and rest in glue.endings):
                seen = cut
    return seen
