"""Statements made ready for comparing: who says what when, in content words and numbers, and what of it is denied."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from runut.comparing.corrections import BY_PERSON, named_so
from runut.comparing.lemmas import Lemmas
from runut.comparing.wording import GRAINS
from runut.lang import Language
from runut.model import Entity, Family, Reading, Statement
from runut.text.sentences import abbreviations_of

# A word is telling that stands in no more than this share of a story's statements, or in so many of them.
COMMON_SHARE, COMMON_LEAST = 0.2, 3
# Shorter words are grammar, as are those of these roles in the table.
SHORTEST = 3
GRAMMAR = ("small", "joint", "ability", "relative")
# Of the three-word runs of the shorter, this share stands in the longer: it is the same, printed again.
RUN, REPRINTED = 3, 0.75
# What the stem of a name begins with, before the id of the entity.
NAME = "@"
PERSON = "PER"
_DIGITS = "0123456789"
# A word, or a number with its stops; a name run together with the word before it (`milikPT`) is a word of its own.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_A-Z]|(?<![a-z])[A-Z]){1,60}|\d(?:[\d.,]{0,20}\d)?")
# A negation turns no word behind a stop (`Kami nggak. Kalau …`); a full stop is none inside of a number or address, nor behind an initial.
_STOP = re.compile(r"[!?;:]|(?<!\b[A-Z])\.(?=\s+[\"“'‘(]?[A-Z])")
# Behind these a negation is the other answer, and ends with its comma (`sanggup atau tidak, dijawab sanggup`).
OR = frozenset({"atau", "ataupun"})
_DAY = 10
_Lemma = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a statement: its lemma, where it stands in the statement, and whether a negation stands before it.

    A name is one word, however long, and its lemma the entity.
    """

    lemma: str
    form: str
    start: int
    negated: bool = False
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A statement with what comparing needs of it.

    `who` is the speaker's entity, else its description in small letters, None where the report tells none; `speaker` is how to call it.
    `day` is when it was said as the report tells it, `reported` the day of the report; `stems` holds the lemmas of its content words, its
    numbers, and for each name the entity; `numbers` the numbers alone, `negated` the stems that a negation turns, `denied` those that it
    turns wherever they stand (`bukan makan sampai kenyang, tetapi menikmati makan` denies no eating), `scopes` for each negation the
    stems from it to the end of its clause; `forms` are all words as written in small letters; `persons` are the people it names, its
    speaker apart. It `denies` what it holds, or `asks` for it, by its
    cue, or `may_ask`, by its own words; `turns` are its words that have an opposite, `opposites` those opposites.
    """

    statement: Statement
    report: int
    family: str
    who: str | None
    entity: str | None
    speaker: str
    day: str | None
    reported: str | None
    words: tuple[Word, ...]
    forms: tuple[str, ...]
    stems: frozenset[str]
    numbers: frozenset[str]
    negated: frozenset[str]
    denied: frozenset[str]
    scopes: tuple[frozenset[str], ...]
    persons: frozenset[str]
    denies: bool
    asks: bool
    may_ask: bool
    turns: frozenset[str]
    opposites: frozenset[str]
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Lexicon:
    small: frozenset[str]
    negations: frozenset[str]
    joints: frozenset[str]
    abbreviations: frozenset[str]
    denials: frozenset[str]
    asking: frozenset[str]
    requests: frozenset[str]
    opposites: Mapping[str, frozenset[str]]
    numerals: Mapping[str, str]
    ordinal: re.Pattern[str]


def _lexicon(language: Language) -> _Lexicon:
    rows = language.table("clash_words")
    digits = {r["word"]: r["low"] for r in language.table("numbers") if r["low"] == r["high"] and r["low"]}
    return _Lexicon(
        frozenset(r["word"] for r in rows if r["role"] in GRAMMAR),
        frozenset(r["word"] for r in rows if r["role"] == "negation"),
        frozenset(r["word"] for r in rows if r["role"] == "joint"),
        language.derive(abbreviations_of),
        frozenset(r["word"] for r in rows if r["role"] == "denial"),
        frozenset(r["word"] for r in rows if r["role"] == "asking"),
        frozenset(r["cue"] for r in language.table("cues") if "request" in r["takes"].split(",")),
        find_opposites(language),
        digits,
        re.compile(rf"ke({'|'.join(sorted(map(re.escape, digits), key=lambda w: (-len(w), w))) or '(?!)'})\Z"),
    )


def find_opposites(language: Language) -> dict[str, frozenset[str]]:
    """The opposites of each word that has any."""
    out: dict[str, set[str]] = defaultdict(set)
    for row in language.table("clash_words"):
        if row["role"] == "pair":
            out[row["word"]].add(row["other"])
            out[row["other"]].add(row["word"])
    return {word: frozenset(others) for word, others in out.items()}


def gather(
    readings: Sequence[Reading],
    entities: Iterable[Entity],
    families: Iterable[Family],
    language: Language,
    lemmas: Lemmas | None = None,
) -> list[Remark]:
    """The statements of a story as remarks, report by report and in the order of the text."""
    lexicon = language.derive(_lexicon)
    entities = tuple(entities)
    owner = {member: entity for entity in entities for member in entity.members}
    only = named_so(entities)
    family_of = {article: family.id for family in families for article in family.articles}
    lemma = (lemmas or Lemmas(language)).lemma
    out = []
    for number, reading in enumerate(readings):
        article = reading.article
        named = _Named(reading, owner)
        for statement in reading.statements:
            speaker = statement.speaker
            entity = speaker and owner.get((article.id, speaker.entity or ""))
            if entity is None and speaker is not None and speaker.rule == BY_PERSON:
                entity = only.get((speaker.name or "").casefold())
            called = entity.name if entity else (speaker.name or speaker.text or "") if speaker else ""
            words, forms, scopes = _words(statement, named, lexicon, lemma)
            turns = lexicon.opposites.keys() & forms
            stems = frozenset(w.lemma for w in words)
            out.append(
                Remark(
                    statement=statement,
                    report=number,
                    family=family_of.get(article.id, article.id),
                    who=entity.id if entity else called.lower() or None,
                    entity=entity.id if entity else None,
                    speaker=called,
                    day=(statement.said_on or "")[:_DAY] or None,
                    reported=reading.anchor.day,
                    words=tuple(words),
                    forms=tuple(forms),
                    stems=stems,
                    numbers=frozenset(w.lemma for w in words if w.lemma[0] in _DIGITS),
                    negated=(negated := frozenset(w.lemma for w in words if w.negated)),
                    denied=negated - {w.lemma for w in words if not w.negated},
                    scopes=tuple(scopes),
                    persons=(stems & named.persons) - {f"{NAME}{entity.id}" if entity else ""},
                    denies=statement.negated or (statement.cue or "").lower() in lexicon.denials,
                    asks=(statement.cue or "").lower() in lexicon.requests,
                    may_ask=not lexicon.asking.isdisjoint(forms),
                    turns=frozenset(turns),
                    opposites=frozenset[str]().union(*(lexicon.opposites[word] for word in turns)),
                    quoted=statement.form == "direct",
                )
            )
    return out


class _Named:
    """The names of a report by their places, the longest where they nest."""

    def __init__(self, reading: Reading, owner: Mapping[tuple[str, str], Entity]) -> None:
        spans: list[tuple[int, int, str]] = []
        persons = set()
        for name in reading.names:
            entity = owner.get((reading.article.id, name.id))
            spans += [(m.start, -m.end, entity.id if entity else name.id) for m in name.mentions]
            if name.type == PERSON:
                persons.add(f"{NAME}{entity.id if entity else name.id}")
        self.persons = frozenset(persons)
        self._starts: list[int] = []
        self._spans: list[tuple[int, str]] = []
        end = 0
        for start, minus, key in sorted(spans):
            if start >= end:
                end = -minus
                self._starts.append(start)
                self._spans.append((end, key))

    def at(self, place: int) -> tuple[int, str] | None:
        """Where the name that a place lies in ends, and whose it is."""
        n = bisect_right(self._starts, place) - 1
        return self._spans[n] if n >= 0 and place < self._spans[n][0] else None


def _words(
    statement: Statement, named: _Named, lexicon: _Lexicon, lemma: _Lemma
) -> tuple[list[Word], list[str], list[frozenset[str]]]:
    """The content words of a statement in order, all of its words in small letters, and what stands behind each of its negations."""
    words: list[Word] = []
    forms: list[str] = []
    opened: list[tuple[int, int]] = []  # of each negation the first word behind it, and the first behind its clause
    negated = goes_on = False
    name_ends = -1
    last = 0
    for match in _WORD.finditer(statement.text):
        form = match[0].lower()
        ends = _ends(statement.text, last, match.start(), forms, lexicon)
        negated = negated and not ends
        if goes_on and (ends or form in lexicon.joints):
            opened[-1] = (opened[-1][0], len(words))
            goes_on = False
        last = match.end()
        forms.append(form)
        start = statement.start + match.start()
        if start < name_ends:
            continue
        name = named.at(start)
        if name is not None:
            name_ends = name[0]
            words.append(Word(f"{NAME}{name[1]}", form, match.start(), is_name=True))
        elif form in lexicon.negations:
            if goes_on:
                opened[-1] = (opened[-1][0], len(words))
            opened.append((len(words), -1))
            negated = goes_on = True
        elif form not in lexicon.small and (len(form) >= SHORTEST or form[0] in _DIGITS):
            words.append(Word(_stem(form, lexicon, lemma), form, match.start(), negated))
            negated = False
    scopes = (words[first : len(words) if end < 0 else end] for first, end in opened)
    return words, forms, [frozenset(w.lemma for w in scope) for scope in scopes]


def _ends(text: str, last: int, start: int, forms: Sequence[str], lexicon: _Lexicon) -> bool:
    """Whether a clause ends between two words; not with the comma right behind its negation (`tidak, sekali lagi tidak, menaikkan`)."""
    if start - last == 1:
        return False
    stop = _STOP.search(text, last, start + 1)
    if stop is not None and not (stop[0] == "." and forms and forms[-1] in lexicon.abbreviations):
        return True
    if text.find(",", last, start) < 0:
        return False
    return not forms or forms[-1] not in lexicon.negations or len(forms) == 1 or forms[-2] in OR


def _stem(form: str, lexicon: _Lexicon, lemma: _Lemma) -> str:
    """A word's lemma; a number, in digits or words, as its digits."""
    if form[0] in _DIGITS:
        return form
    ordinal = lexicon.ordinal.match(form)  # `keempat perusahaan`
    return lexicon.numerals.get(ordinal[1] if ordinal else form) or lemma(form)


def find_runs(remark: Remark) -> frozenset[tuple[str, ...]]:
    """The runs of three words of a statement."""
    forms = remark.forms
    return frozenset(forms[n : n + RUN] for n in range(len(forms) - RUN + 1))


def is_reprinted(a: Remark, b: Remark) -> bool:
    """Whether one of two statements has nearly all runs of words of the other."""
    first, second = sorted((find_runs(a), find_runs(b)), key=len)
    return len(first & second) >= REPRINTED * max(1, len(first))


def weigh(remarks: Iterable[Remark]) -> tuple[dict[str, float], frozenset[str]]:
    """The weight of each stem, heavier the fewer statements have it (inverse document frequency), and the stems that tell little."""
    spread: Counter[str] = Counter()
    total = 0
    for remark in remarks:
        total += 1
        spread.update(remark.stems)
    common = frozenset(stem for stem, n in spread.items() if n > max(COMMON_LEAST, COMMON_SHARE * total))
    return {stem: round(log(1 + total / n) * GRAINS) / GRAINS for stem, n in spread.items()}, common
