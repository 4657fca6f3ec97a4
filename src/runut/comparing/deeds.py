"""How reports word deeds of violence and force, and whether they name who did it (`ditembak aparat`, `tertembak`, `dilumpuhkan`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial

from runut.comparing import doers
from runut.comparing.voices import SPEAKER, Voices
from runut.comparing.wordlines import WordLine, find_end, read_lines
from runut.lang import Language, morphology
from runut.model import Deed, DeedUse, Place, Reading

LEMMA = "lemma"
ACTIVE, PASSIVE, ACCIDENTAL, NOUN = "active", "passive", "accidental", "noun"

# The voice that the outermost prefix gives; under one of the others, or none, -an makes a noun.
_VOICES = {"meN": ACTIVE, "di": PASSIVE, "ter": ACCIDENTAL}
_PLACES = {ACTIVE: doers.BEFORE, PASSIVE: doers.AFTER, ACCIDENTAL: doers.AFTER}
_NOUN_PREFIXES = ((), ("peN",), ("per",))


@dataclass(frozen=True, slots=True)
class _Row:
    words: tuple[str, ...]
    kind: str
    deed: str
    needs: str
    before: Set[str]
    other: Set[str]

    @property
    def rule(self) -> str:
        return f"{self.kind}:{' '.join(self.words)}"


@dataclass(frozen=True, slots=True)
class _Lexicon:
    lemmas: Mapping[str, _Row]
    fixed: Mapping[str, tuple[_Row, ...]]
    """Fixed wordings by their first word, the longest first."""
    core: re.Pattern[str]
    """What every form of a lemma holds: the lemma without its first sound, which a prefix may change."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a deed: its row, its voice, and where its clause has who did it (`doers.BEFORE` …)."""

    row: _Row
    voice: str
    place: str


def gather(readings: Sequence[Reading], language: Language) -> tuple[Deed, ...]:
    """The deeds by how often they are told; the uses of each in the order of the readings and their texts.

    Reports in another language than that of the tables have none.
    """
    uses: dict[str, list[DeedUse]] = defaultdict(list)
    known: dict[str, _Form | None] = {}
    for reading in (r for r in readings if r.language == language.code):
        for deed, use in _find_uses(reading, known, language):
            uses[deed].append(use)
    ranked = sorted(uses.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Deed(lemma=deed, uses=tuple(of)) for deed, of in ranked)


def _lexicon(language: Language) -> _Lexicon:
    lemmas: dict[str, _Row] = {}
    fixed: dict[str, list[_Row]] = defaultdict(list)
    for row in language.table("deed_words"):
        words = tuple(row["words"].split())
        before, other = (frozenset(row[column].split(";")) - {""} for column in ("before", "not"))
        made = _Row(words, row["kind"], row["deed"], row["needs"], before, other)
        if row["kind"] == LEMMA:
            lemmas[words[0]] = made
        else:
            fixed[words[0]].append(made)
    return _Lexicon(
        lemmas,
        {first: tuple(sorted(of, key=lambda row: -len(row.words))) for first, of in fixed.items()},
        re.compile("|".join(sorted(re.escape(lemma[1:]) for lemma in lemmas)) or r"(?!)"),
    )


def _find_uses(reading: Reading, known: dict[str, _Form | None], language: Language) -> Iterator[tuple[str, DeedUse]]:
    """The deeds of one report in the order of its text; `known` keeps what was made of a word."""
    lexicon = language.derive(_lexicon)
    voices, who = Voices(reading), doers.Doers(reading, language)
    article = reading.article.id
    for line in read_lines(reading, partial(morphology.analyse, language=language)):
        at = 0
        while at < len(line):
            form = _form(line, at, lexicon, known, language)
            start = line.spans[at][0]
            if form is None or who.is_name(start):
                at += 1
                continue
            last = at + len(form.row.words) - 1
            end = find_end(line, last)
            doer = who.find(line, at, last, form.place)
            use = DeedUse(
                place=Place(article=article, start=start, end=end),
                form=line.text[start:end].lower(),
                voice=form.voice,
                quoted=voices.of(start, end) == SPEAKER,
                doer=None if doer is None else Place(article=article, start=doer[0], end=doer[1]),
                rule=form.row.rule,
            )
            yield form.row.deed, use
            at = last + 1


def _form(
    line: WordLine, at: int, lexicon: _Lexicon, known: dict[str, _Form | None], language: Language
) -> _Form | None:
    """The deed that begins at word `at`: a fixed wording, or a form of a lemma."""
    low = line.low[at]
    for row in lexicon.fixed.get(low, ()):
        end = at + len(row.words)
        if tuple(line.low[at:end]) == row.words and not _is_barred(row, line, end):
            verb = _VOICES.get(next(iter(morphology.analyse(low, language).prefixes), ""), NOUN)
            return _Form(row, row.kind, _PLACES.get(verb, doers.ONLY_BY))
    if low not in known:
        known[low] = _analyse(low, lexicon, language) if lexicon.core.search(low) else None
    form = known[low]
    return None if form is None or _is_barred(form.row, line, at + 1) else form


def _is_barred(row: _Row, line: WordLine, after: int) -> bool:
    return line.joins(after) and line.low[after] in row.before


def _analyse(low: str, lexicon: _Lexicon, language: Language) -> _Form | None:
    """The deed that a form tells; None where it tells none, or is bare (`tembak`: an order, a headline, a noun)."""
    analysis = morphology.analyse(low, language)
    row = lexicon.lemmas.get(analysis.lemma)
    if row is None or low in row.other or (row.needs and row.needs not in analysis.suffixes):
        return None
    voice = _VOICES.get(next(iter(analysis.prefixes), ""))
    if voice is not None:
        return _Form(row, voice, _PLACES[voice])
    if "an" in analysis.suffixes and analysis.prefixes in _NOUN_PREFIXES:
        # After `penembakan` stands who suffers it, after `serangan` who did it.
        return _Form(row, NOUN, doers.ONLY_BY if analysis.prefixes else doers.OWNING)
    return None
