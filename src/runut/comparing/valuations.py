"""Words that take a side: a noun with a word that values it (`insiden tragis`), and what a cause, a charge or a judgement is called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from runut.comparing.terms import Use
from runut.comparing.wordlines import AND, WordLine, find_end, find_function_words, find_list_end, is_noun
from runut.lang import Language

_MARK = re.compile(r"[.,](?!\d)|[;:!?()“”\"–—/]|&\w{1,8};")

RANK = "rank"
PEOPLE = "sebutan orang"
JUDGED = "penilaian"

KEPT, GAP = "kept", "gap"
# Who is charged takes so many words at most.
GAP_REACH = 8
DONE = ("telah", "sudah")
# Function words within a phrase.
PERSONS = ("sosok", "pribadi", "figur")
LINKS = ("dan", "serta", "dari", "terhadap", "yang", "penuh", "sangat")

# A cause or a charge of more words is a whole clause; one of a single word is found by the terms.
SHORTEST, LONGEST = 2, 6
# The valued noun may tell the kind of so many before it (`tokoh partai terkemuka`).
MOST_BEFORE = 2
# With its marks it fits a use of 80 characters.
MOST_CHARACTERS = 78


@dataclass(frozen=True, slots=True)
class _Lead:
    words: tuple[str, ...]
    target: str
    use: str
    """`KEPT`: the lead belongs to what is said (`melanggar izin`); `GAP`: who is charged stands between; else empty."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    values: Mapping[tuple[str, ...], str]
    degrees: frozenset[str]
    leads: Mapping[str, tuple[_Lead, ...]]
    function: frozenset[str]


def find_valuations(lines: Iterable[WordLine], language: Language) -> tuple[Use, ...]:
    """The valuations of one report, in the order of the text: for the noun that is valued, `PEOPLE`, `JUDGED`, or a lead's target."""
    lexicon = language.derive(_lexicon)
    found = {
        use
        for line in lines
        for at in range(len(line))
        for use in (*_valued(line, at, lexicon, language), *_led(line, at, lexicon, language))
    }
    # of two values of one stretch the longer one comes first: `luar biasa` before `biasa`
    return tuple(sorted(found, key=lambda u: (u.start, u.end, u.target, -len(u.rule), u.rule)))


def _lexicon(language: Language) -> _Lexicon:
    leads: dict[str, list[_Lead]] = defaultdict(list)
    for row in language.table("framing_leads"):
        words = tuple(row["words"].split())
        leads[words[0]].append(_Lead(words, row["target"], row["use"]))
    return _Lexicon(
        {tuple(row["word"].split()): row["kind"] for row in language.table("framing_values")},
        frozenset(row["word"] for row in language.table("framing_degrees")),
        {first: tuple(sorted(of, key=lambda lead: (-len(lead.words), lead.words))) for first, of in leads.items()},
        find_function_words(language),
    )


def _valued(line: WordLine, at: int, lexicon: _Lexicon, language: Language) -> Iterator[Use]:
    """A value word with its degree (`kian mencemaskan`), with the noun before it, or with both (`medan yang cukup ekstrem`)."""
    size = next((n for n in (2, 1) if n <= len(line) - at and tuple(line.low[at : at + n]) in lexicon.values), 0)
    if not size or (size == 2 and not line.joins(at + 1)):
        return
    value = " ".join(line.low[at : at + size])
    kind = lexicon.values[tuple(line.low[at : at + size])]
    end = line.spans[at + size - 1][1]
    graded = line.joins(at) and line.low[at - 1] in lexicon.degrees
    first = at - graded
    if graded:
        yield from _use(line, JUDGED, line.spans[first][0], end, f"judged:{value}")
    through = line.joins(first) and line.low[first - 1] == "yang"
    noun = first - 1 - through
    if (through or not graded) and noun >= 0 and line.joins(noun + 1) and is_noun(line, noun, language):
        head = noun
        while noun - head < MOST_BEFORE and line.joins(head) and is_noun(line, head - 1, language):
            head -= 1
        if kind == RANK:
            yield from _use(line, PEOPLE, line.spans[head][0], end, f"ranked:{value}")
        else:
            yield from _use(line, line.low[head], line.spans[head][0], end, f"valued:{value}")


def _led(line: WordLine, at: int, lexicon: _Lexicon, language: Language) -> Iterator[Use]:
    """The words after a lead, up to a mark or a word that belongs to no phrase."""
    for lead in lexicon.leads.get(line.low[at], ()):
        first = at + len(lead.words)
        if tuple(line.low[at:first]) != lead.words:
            continue
        if lead.use == GAP:
            first = _charge(line, first, language)
        last = _phrase_end(line, first, lexicon, language)
        size = last - first + len(lead.words) * (lead.use == KEPT)
        if last > first and SHORTEST <= size <= LONGEST and line.word(first)[0].islower():
            start = line.spans[at if lead.use == KEPT else first][0]
            yield from _use(line, lead.target, start, find_end(line, last - 1), f"led:{' '.join(lead.words)}")
        return


def _charge(line: WordLine, first: int, language: Language) -> int:
    """Where the charge begins after who is charged: after `telah`, or at the first verb; the end of the line where there is none."""
    for at in range(first, min(first + GAP_REACH, len(line))):
        if line.low[at] in DONE:
            return at + 1
        if line.word(at).islower() and line.analyse(line.low[at]).prefixes[:1] == ("meN",):
            return at
    return len(line)


def _phrase_end(line: WordLine, first: int, lexicon: _Lexicon, language: Language) -> int:
    """The word after a phrase; `first` where there is none, or where another lead begins it."""
    if first >= len(line) or line.low[first] in lexicon.function or line.low[first] in lexicon.leads:
        return first
    last = first + 1
    while last < len(line) and last - first <= LONGEST:
        if _MARK.search(line.text, line.spans[last - 1][1], line.spans[last][0] + 1):
            listed = find_list_end(line, last - 1, language) + 1
            if listed == last:
                break
            last = listed
            continue
        if line.low[last] in lexicon.function and line.low[last] not in LINKS:
            break
        if line.low[last] in AND and not (last + 1 < len(line) and is_noun(line, last + 1, language)):
            break
        if line.low[last] == "yang" and line.low[first - 1] not in PERSONS:
            break
        last += 1
    while line.low[last - 1] in lexicon.function:
        last -= 1
    return last


def _use(line: WordLine, target: str, start: int, end: int, rule: str) -> Iterator[Use]:
    if end - start <= MOST_CHARACTERS:
        yield Use(target, line.text[start:end], start, end, rule)
