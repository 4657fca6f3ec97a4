"""What news calls people, happenings and deeds: the terms of the lexicon in a report, alone and with what tells their kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from runut.comparing.wordlines import WordLine, find_end, find_list_end, is_noun
from runut.lang import Language
from runut.model import Reading

# A tail that names a state or body (`tentara X`) is no longer than this many words.
LONGEST_TAIL = 4
# So many nouns after a term at most tell its kind (`program pemulihan hutan bakau`).
LONGEST_RUN = 3
WHICH = "yang"
DENIALS = ("tidak", "tak", "belum", "kurang")
POINTERS = ("itu", "ini", "tersebut", "dan")
PLACED = ("GPE", "LOC")


@dataclass(frozen=True, slots=True)
class Use:
    """A wording for a target, from `start` to `end`; `rule`: the kind of rule, and after a colon its row.

    `term`: a row of the lexicon, `kind`: one with what tells its kind.
    """

    target: str
    term: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Row:
    term: str
    words: tuple[str, ...]
    target: str
    tails: frozenset[str]
    needs_tail: bool
    not_after: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Rows by their first word, the longest first; manners likewise."""

    rows: Mapping[str, tuple[_Row, ...]]
    manners: tuple[tuple[str, ...], ...]
    qualities: frozenset[str]
    lengths: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Names:
    """Where names of states and places end, by their start; and where all names stand."""

    bodies: Mapping[int, int]
    all: tuple[tuple[int, int], ...]
    starts: frozenset[int]

    def body(self, line: WordLine, at: int) -> int | None:
        """Where the name of a state or place ends that begins with word `at`, its hyphened fellow included (`Tambora-Sumalata`)."""
        if not line.joins(at):
            return None
        start = line.spans[at][0]
        end = self.bodies.get(start)
        if end is None or len(line.text[start:end].split()) > LONGEST_TAIL:
            return None
        return max(end, line.spans[at][1])


def find_terms(reading: Reading, lines: Iterable[WordLine], language: Language) -> tuple[Use, ...]:
    """Each use of a term in the body, the longest row at each place; where a noun tells its kind, without that noun and with it."""
    lexicon = language.derive(_lexicon)
    names = _Names(
        {m.start: m.end for name in reading.names if name.type in PLACED for m in name.mentions},
        tuple(sorted((m.start, m.end) for name in reading.names for m in name.mentions)),
        frozenset(m.start for name in reading.names for m in name.mentions),
    )
    out: list[Use] = []
    for line in lines:
        at = 0
        while at < len(line):
            row = _row(line, at, lexicon)
            if row is None:
                at += 1
                continue
            start, end = line.spans[at][0], line.spans[at + len(row.words) - 1][1]
            if not any(a < start < b for a, b in names.all):  # part of a name says nothing of how its bearer is called
                tails = list(_tails(row, line, at + len(row.words), names, lexicon, language))
                out += _uses(row, start, end, tails, line.text)
            at += len(row.words)
    return tuple(out)


def _lexicon(language: Language) -> _Lexicon:
    rows: dict[str, list[_Row]] = defaultdict(list)
    for row in language.table("framing_terms"):
        words = tuple(row["term"].lower().split())
        rows[words[0]].append(
            _Row(
                row["term"],
                words,
                row["target"],
                frozenset(row["tail"].split()),
                bool(row["need"]),
                frozenset(row["after"].split(";")) - {""},
                frozenset(row["before"].split(";")) - {""},
            )
        )
    manners = [tuple(row["words"].lower().split()) for row in language.table("framing_manners")]
    return _Lexicon(
        {first: tuple(sorted(of, key=lambda r: -len(r.words))) for first, of in rows.items()},
        tuple(sorted(manners, key=lambda m: (-len(m), m))),
        frozenset(row["word"] for row in language.table("framing_values") if row["kind"] == "quality"),
        frozenset(row["form"] for row in language.table("time_units")),
    )


def _row(line: WordLine, at: int, lexicon: _Lexicon) -> _Row | None:
    """The longest row that fits at word `at`."""
    word = line.low[at]
    rows = (*lexicon.rows.get(word, ()), *(lexicon.rows.get(_single(word), ()) if "-" in word else ()))
    return next((row for row in rows if _fits(row, line, at)), None)


def _single(word: str) -> str:
    """A doubled noun as its single: the doubling only makes it plural."""
    half, dash, other = word.partition("-")
    return half if dash and half == other else word


def _fits(row: _Row, line: WordLine, at: int) -> bool:
    end = at + len(row.words)
    return (
        end <= len(line)
        and all(word in (low, _single(low)) for word, low in zip(row.words, line.low[at:end], strict=True))
        and not (at > 0 and line.low[at - 1] in row.not_after)
        and not (end < len(line) and line.low[end] in row.not_before)
    )


def _uses(row: _Row, start: int, end: int, tails: list[tuple[int, bool]], text: str) -> Iterator[Use]:
    if not row.needs_tail and not any(closed for _, closed in tails):
        yield Use(row.target, row.term, start, end, f"term:{row.term}")
    for last, _ in tails:
        term = text[start:last]
        yield Use(row.target, _lowered(term, row), start, last, f"kind:{row.term}")


def _lowered(term: str, row: _Row) -> str:
    """A wording without the capital of its sentence's first word."""
    return term[0].lower() + term[1:] if row.term[0].islower() and not term[:2].isupper() else term


def _tails(
    row: _Row, line: WordLine, at: int, names: _Names, lexicon: _Lexicon, language: Language
) -> Iterator[tuple[int, bool]]:
    """Where the stretches end that say, after a term, of what kind it was, or whose; True for those that the term is not without."""
    if not line.joins(at):
        return
    if "manner" in row.tails:
        for manner in lexicon.manners:
            if tuple(line.low[at : at + len(manner)]) == manner:
                yield line.spans[at + len(manner) - 1][1], True
                return
    if "state" in row.tails:
        end = names.body(line, at) or (names.body(line, at + 1) if line.word(at)[0].isupper() else None)
        if end:
            yield end, True
            return
    if "place" in row.tails and line.low[at] == "di" and (end := names.body(line, at + 1)):
        yield end, False
    if "length" in row.tails and line.low[at].isdigit() and line.joins(at + 1) and line.low[at + 1] in lexicon.lengths:
        yield line.spans[at + 1][1], False
    last = at - 1
    if "noun" in row.tails and (run := _noun_run(line, at, names, lexicon, language)):
        last = run
        yield find_end(line, last), False
        if line.joins(last + 1) and line.low[last + 1] in lexicon.qualities:
            last += 1
            yield line.spans[last][1], False
        elif "whose" in row.tails and (end := names.body(line, last + 1)):
            yield end, False
    if (listed := find_list_end(line, last, language)) > last:
        yield line.spans[listed][1], False
    if (told := _clause_end(line, last + 1)) is not None:
        yield told, False


def _clause_end(line: WordLine, at: int) -> int | None:
    """Where a clause of one word or two ends that tells which thing is meant (`rekaman yang bocor`, `aksi yang tidak terkendali`)."""
    if not (line.joins(at) and line.low[at] == WHICH and line.joins(at + 1)):
        return None
    last = at + 1 + (line.low[at + 1] in DENIALS and line.joins(at + 2))
    over = not line.joins(last + 1) or line.low[last + 1] in POINTERS
    return line.spans[last][1] if over and line.word(last).islower() else None


def _noun_run(line: WordLine, at: int, names: _Names, lexicon: _Lexicon, language: Language) -> int | None:
    """The last word of the nouns that follow a term, three at most: a longer row whole, a quality last."""
    term = _row(line, at, lexicon)
    if term and len(term.words) > 1:
        return at + len(term.words) - 1
    last = None
    for n in range(at, min(at + LONGEST_RUN, len(line))):
        if not line.joins(n) or not is_noun(line, n, language) or line.spans[n][0] in names.starts:
            break
        if n > at and line.low[n] in lexicon.qualities:
            break
        last = n
    return last
