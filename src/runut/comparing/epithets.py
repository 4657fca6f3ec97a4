"""What somebody is called in so many words (`dikenal sebagai …`, `menyebutnya “…”`), and words in scare quotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from runut.comparing.wordlines import WordLine, find_function_words, is_noun
from runut.lang import Language
from runut.model import Name, Reading, Sentence

_END = re.compile(r"[.,;:!?()“”\"–—]|&\w{1,8};")
_CLOSE = re.compile(r"[.;:!?“”\"]|&\w{1,8};")
_OPEN = re.compile(r"\s{0,2}(?:[\"“‘]|&ldquo;|&quot;)")

# An epithet of fewer words is a class (`adalah dokter`), of more a whole clause; with its marks it fits a use of 80 characters.
SHORTEST, LONGEST, MOST_CHARACTERS = 2, 8, 78
# `menyebut X sebagai`: the words between.
CALLING_REACH = 9
# Between the person and `merupakan`.
SUBJECT_REACH = 2
# Who is named once only is a witness of whom the line tells who he is.
LEAST_MENTIONS = 2
# A quotation of so many words at most, within a sentence, is no statement but a distance taken.
SCARE = 6


@dataclass(frozen=True, slots=True)
class Epithet:
    """A wording at `start` to `end` for the `Name` with the id `of`, None where it stands in scare quotes without one."""

    of: str | None
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Markers:
    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    stops: frozenset[str]


def find_epithets(reading: Reading, lines: Iterable[WordLine], language: Language) -> tuple[Epithet, ...]:
    """The epithets and scare quotes of one report, in the order of the text; `lines` are its sentences."""
    markers = language.derive(_markers)
    bearers = [n for n in reading.names if n.type in ("PER", "ORG")]
    people = sorted(((m.start, m.end, n) for n in bearers for m in n.mentions), key=lambda p: (*p[:2], p[2].id))
    out: list[Epithet] = []
    for sentence, words in zip(reading.sentences, lines, strict=True):
        named = [p for p in people if sentence.start <= p[0] < sentence.end]
        for at in range(len(words)):
            found = _called(words, at, named, markers)
            if found and not any(found.start < e.end and e.start < found.end for e in out):
                out.append(found)
        out += [
            e for e in _appositions(words, named, language) if not any(e.start < o.end and o.start < e.end for o in out)
        ]
        out += [
            e for e in _scare_quotes(reading, sentence) if not any(e.start < o.end and o.start < e.end for o in out)
        ]
    return tuple(sorted(out, key=lambda e: (e.start, e.end)))


def _markers(language: Language) -> _Markers:
    rows: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for row in language.table("framing_copulas"):
        words = tuple(row["words"].split())
        rows[words[0]].append((words, row["kind"]))
    return _Markers(
        {first: tuple(sorted(of, key=lambda r: (-len(r[0]), r[0]))) for first, of in rows.items()},
        frozenset(row["word"] for row in language.table("framing_stops")),
    )


def _called(words: WordLine, at: int, named: Sequence[tuple[int, int, Name]], markers: _Markers) -> Epithet | None:
    for marker, kind in markers.by_first.get(words.low[at], ()):
        after = at + len(marker)
        if tuple(words.low[at:after]) != marker:
            continue
        if kind == "calling":
            reach = words.low[after : after + CALLING_REACH]
            if "sebagai" not in reach:
                continue
            after += reach.index("sebagai") + 1
        before = [p for p in named if p[1] <= words.spans[after - 1][0]]
        if not before or after >= len(words.spans):
            return None
        _, end, name = before[-1]
        if kind == "subject" and (name.type != "PER" or _gap(words, end, at) > SUBJECT_REACH):
            return None
        return _phrase(words, after, name, markers, f"called:{' '.join(marker)}")
    return None


def _gap(words: WordLine, end: int, at: int) -> int:
    return sum(1 for a, _ in words.spans[max(0, at - SUBJECT_REACH - 1) : at] if a >= end)


def _phrase(words: WordLine, at: int, name: Name, markers: _Markers, rule: str) -> Epithet | None:
    """The words after a marker up to a mark or a stop word, or the whole of a short quotation."""
    opened = _OPEN.fullmatch(words.text[words.spans[at - 1][1] : words.spans[at][0]])
    last = at
    while last < len(words.spans) and last - at < LONGEST:
        ends = _CLOSE if opened else _END
        if last > at and ends.search(words.text, words.spans[last - 1][1], words.spans[last][0]):
            break
        if not opened and words.low[last] in markers.stops:
            break
        last += 1
    ended = last == len(words.spans) or last - at < LONGEST
    start, end = words.spans[at][0], words.spans[last - 1][1]
    if not ended or last - at < (1 if opened else SHORTEST) or end - start > MOST_CHARACTERS:
        return None
    return Epithet(name.id, start, end, rule)


def _appositions(line: WordLine, named: Sequence[tuple[int, int, Name]], language: Language) -> list[Epithet]:
    """What somebody is called between the commas after the name (`Rendra, sahabat lama nakhoda, tiba`), told of more than once."""
    stops = language.derive(find_function_words)
    out = []
    for _, end, name in named:
        first = next((at for at in range(len(line)) if line.spans[at][0] >= end), None)
        if name.type != "PER" or len(name.mentions) < LEAST_MENTIONS or not first or not is_noun(line, first, language):
            continue
        if line.text[end : line.spans[first][0]].strip() != ",":
            continue
        last = first + 1
        while line.joins(last) and last - first < LONGEST and line.low[last] not in stops:
            last += 1
        closed = last < len(line) and line.text[line.spans[last - 1][1] : line.spans[last][0]].strip() == ","
        if closed and last - first >= SHORTEST and line.spans[last - 1][1] - line.spans[first][0] <= MOST_CHARACTERS:
            out.append(Epithet(name.id, line.spans[first][0], line.spans[last - 1][1], "apposition"))
    return out


def _scare_quotes(reading: Reading, sentence: Sentence) -> list[Epithet]:
    """Short quotations inside a sentence that begin with a small letter and hold no whole clause."""
    text = reading.article.text
    out = []
    for quotation in reading.quotations:
        inner = text[quotation.inner_start : quotation.inner_end].rstrip(" .,")
        if (
            sentence.start < quotation.start
            and quotation.end <= sentence.end
            and 0 < len(inner.split()) <= SCARE
            and inner[:1].islower()
            and inner[-1:].isalnum()
        ):
            out.append(Epithet(None, quotation.inner_start, quotation.inner_start + len(inner), "scare-quotes"))
    return out
