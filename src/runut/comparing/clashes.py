"""Statements that do not go together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from runut.lang import Language
from runut.model import Clash, Entity, Reading, Series, Statement

# Two statements are about one thing when the shorter shares so many of its telling words with the other, at least so many
# of them words that most statements of the story do not have; read on six stories of the corpus: of 8 pairs found 6 clash.
SHARED = 0.6
LEAST_SHARED = 3
LEAST_TELLING = 2
COMMON = 0.2
# A statement is no answer to one that says more than so many times as much.
LONGEST = 3
# A remark on missing proof is about a claim that ends no further before it.
NEAR = 300
# At most so many pairs are told of one conflict of figures.
MOST_OF_SERIES = 3

_WORD = re.compile(r"[^\W\d_]{3,}")
# What Indonesian verbs shed to meet: `meminta`, `diminta`, `permintaan` all leave `minta`.
_AFFIX = re.compile(r"^(?:meng|meny|mem|men|me|di|ber|ter|peng|pem|pen|per|ke|se)(?=[a-z]{4})")
_ENDING = re.compile(r"(?<=[a-z]{4})(?:kannya|annya|kan|an|nya|i)$")


@dataclass(frozen=True, slots=True)
class _Words:
    denial: frozenset[str]
    small: frozenset[str]
    negated: re.Pattern[str]
    modal: re.Pattern[str]
    unproven: re.Pattern[str]
    opposites: frozenset[tuple[str, str]]


def _words_of(language: Language) -> _Words:
    rows = language.table("clash_words")

    def of(role: str) -> str:
        words = sorted((r["word"] for r in rows if r["role"] == role), key=lambda w: (-len(w), w))
        return "|".join(map(re.escape, words)) or "(?!)"

    pairs = {(r["word"], r["other"]) for r in rows if r["role"] == "pair"}
    return _Words(
        frozenset(r["word"] for r in rows if r["role"] == "denial"),
        frozenset(r["word"] for r in rows if r["role"] in ("small", "negation")),
        re.compile(rf"\b(?:{of('negation')})\s+(\w{{3,}}(?:\s\w+){{0,2}})", re.IGNORECASE),
        re.compile(rf"\b(?:{of('modal')})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{of('no-evidence')})\b", re.IGNORECASE),
        frozenset(pairs | {(b, a) for a, b in pairs}),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with its speaker, its telling words as stems, those it negates first and those near a negation."""

    statement: Statement
    speaker: str
    stems: frozenset[str]
    negated: frozenset[str]
    near_negation: frozenset[str]
    words: frozenset[str]
    denies: bool


def find(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], series: tuple[Series, ...], language: Language
) -> tuple[Clash, ...]:
    """The clashes of a story, only where a number, a negation, an opposite or a missing proof makes them plain."""
    words = language.derive(_words_of)
    speaker_of = {(article, name): e.id for e in entities for article, name in e.members}
    said = [_said(s, speaker_of, words) for r in readings for s in r.statements]
    known = sorted((s for s in said if s is not None), key=lambda s: s.statement.id)
    found = {
        (c.kind, c.a, c.b): c
        for c in (*_of_figures(readings, series), *_of_words(known, words), *_unproven(readings, words))
    }
    return tuple(found[key] for key in sorted(found))


def _said(statement: Statement, speaker_of: Mapping[tuple[str, str], str], words: _Words) -> _Said | None:
    speaker = statement.speaker
    who = speaker and (speaker_of.get((statement.article, speaker.entity or "")) or speaker.name or speaker.text)
    if not who:
        return None
    plain = [w.lower() for w in _WORD.findall(statement.text)]
    scopes = [m[1].lower().split() for m in words.negated.finditer(statement.text)]
    first = [next((w for w in scope if w not in words.small), None) for scope in scopes]
    return _Said(
        statement,
        who.lower(),
        frozenset(_stem(w) for w in plain if w not in words.small),
        frozenset(_stem(w) for w in first if w),
        frozenset(_stem(w) for scope in scopes for w in scope),
        frozenset(plain),
        (statement.cue or "").lower() in words.denial,
    )


def _stem(word: str) -> str:
    return _ENDING.sub("", _AFFIX.sub("", word))


def _of_figures(readings: Sequence[Reading], series: Sequence[Series]) -> Iterator[Clash]:
    """Statements behind the figures of a series in conflict whose values exclude one another."""
    figures = {f.id: f for r in readings for f in r.figures}
    for row in series:
        if row.relation != "conflict":
            continue
        held = [figures[i] for i in row.figures if i in figures and figures[i].statement]
        told = 0
        for a, b in combinations(held, 2):
            apart = None not in (a.low, a.high, b.low, b.high) and (
                (a.high or 0) < (b.low or 0) or (b.high or 0) < (a.low or 0)
            )
            if apart and a.speaker != b.speaker and a.statement and b.statement and told < MOST_OF_SERIES:
                told += 1
                first, second = sorted((a.statement, b.statement))
                yield Clash(
                    kind="figure", a=first, b=second, why=f"angkanya berbeda: {a.number.text} dan {b.number.text}"
                )


def _of_words(said: Sequence[_Said], words: _Words) -> Iterator[Clash]:
    """A denial, a negation or an opposite on one side of two statements by two speakers that share most of their words."""
    plain = [s for s in said if not words.modal.search(s.statement.text)]
    counts = Counter(stem for s in plain for stem in s.stems)
    common = {stem for stem, n in counts.items() if n > max(3, COMMON * len(plain))}
    turning = {w for pair in words.opposites for w in pair}
    marked = {s.statement.id for s in plain if s.denies or s.negated or s.words & turning}
    for a, b in combinations(plain, 2):
        if (
            not (a.statement.id in marked or b.statement.id in marked)
            or a.speaker == b.speaker
            or not _alike(a, b, common)
        ):
            continue
        turned = ((a.negated & b.stems) - b.near_negation) | ((b.negated & a.stems) - a.near_negation)
        if a.denies != b.denies:
            denier, other = (a, b) if a.denies else (b, a)
            if other.near_negation & denier.stems:  # both say that it is not so
                continue
            yield _clash("denial", a, b, f"yang satu {denier.statement.cue}, yang lain menyatakannya")
        elif turned:
            yield _clash("denial", a, b, f"yang satu menyangkal “{min(turned)}”, yang lain menyatakannya")
        elif not a.negated and not b.negated:
            opposite = sorted((x, y) for x, y in words.opposites if x in a.words and y in b.words)
            if opposite:
                yield _clash("position", a, b, f"berlawanan: {opposite[0][0]} dan {opposite[0][1]}")


def _alike(a: _Said, b: _Said, common: set[str]) -> bool:
    """Whether two statements are about one thing, by the words that they share."""
    shared, (least, most) = a.stems & b.stems, sorted((len(a.stems), len(b.stems)))
    telling = len(shared - common)
    return len(shared) >= max(LEAST_SHARED, SHARED * least) and telling >= LEAST_TELLING and most <= LONGEST * least


def _unproven(readings: Sequence[Reading], words: _Words) -> Iterator[Clash]:
    """A statement that a claim was left without proof, right after the claim of another."""
    for reading in readings:
        ordered = sorted(reading.statements, key=lambda s: (s.start, s.end))
        for claim, remark in pairwise(ordered):
            speakers = {claim.speaker and claim.speaker.name, remark.speaker and remark.speaker.name}
            if words.unproven.search(remark.text) and remark.start - claim.end <= NEAR and len(speakers) == 2:
                yield Clash(kind="none-given", a=claim.id, b=remark.id, why="dinyatakan tanpa bukti")


def _clash(kind: str, a: _Said, b: _Said, why: str) -> Clash:
    first, second = sorted((a.statement.id, b.statement.id))
    return Clash(kind=kind, a=first, b=second, why=why)
