"""An article as the rules of sources see it: who and what is named where, and by which words a source is named."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.model import Article, Date, Name, Statement
from runut.reading.figures.lexicon import Lexicon
from runut.text.near import Ahead, Near

# The body that a sentence is about begins so many characters behind its start, or behind what says that it was told, at most.
SUBJECT = 8
# An acronym has so many letters at least; `PT` is none.
ACRONYM = 3
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T|$)")
_PERIOD = re.compile(r"\d{4}(?:-\d\d)?$")

Words = tuple[str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Report:
    """What the rules look at, in offsets of the article's text."""

    text: str
    sentences: Sequence[tuple[int, int]]
    starts: Sequence[int]
    by_id: Mapping[str, Name]
    mentions: Sequence[tuple[int, int, str]]
    """Whoever may be a source: start, end and words, in the order of the text."""
    owners: Sequence[tuple[int, int, str]]
    """Of these the persons and bodies."""
    bodies: Sequence[tuple[int, int, str]]
    places: Sequence[tuple[int, int, str]]
    """Places with their names, in the order of the text."""
    days: Sequence[Date]
    periods: Sequence[Date]
    """Months and years told as past (`bulan lalu`), in the order of the text: another may be the year of a law or a model."""
    statements: Near[Statement]
    lex: Lexicon
    turns: Ahead
    """The next word that turns to another source."""
    sources: Ahead
    """The next phrase that names a source behind what it is of."""
    updates: Ahead
    """The next verb that brings a count up to date."""
    cited: Ahead
    """The next words that say whom a medium cites."""


def lay_out(
    article: Article,
    sentences: Sequence[tuple[int, int]],
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    lex: Lexicon,
) -> Report:
    """An article with what was read in it, in the order of its text."""
    return Report(
        text=article.text,
        sentences=sentences,
        starts=[s for s, _ in sentences],
        by_id={n.id: n for n in names},
        mentions=sorted((m.start, m.end, m.text) for n in names if n.type != "LOC" for m in n.mentions),
        owners=sorted((m.start, m.end, m.text) for n in names if n.type in ("PER", "ORG") for m in n.mentions),
        bodies=sorted((m.start, m.end, m.text) for n in names if n.type == "ORG" for m in n.mentions),
        places=sorted((m.start, m.end, n.name) for n in names if n.type in ("GPE", "LOC") for m in n.mentions),
        days=[d for d in dates if d.value and _DAY.match(d.value)],
        periods=[d for d in dates if d.value and _PERIOD.match(d.value) and lex.past.search(d.text)],
        statements=Near([(s.start, s.end, s) for s in statements]),
        lex=lex,
        turns=Ahead(lex.sources.turns, article.text),
        sources=Ahead(lex.sources.source_after, article.text),
        updates=Ahead(lex.sources.updates, article.text),
        cited=Ahead(lex.sources.cited, article.text),
    )


def between(spans: Sequence[tuple[int, int, str]], start: int, end: int) -> Sequence[tuple[int, int, str]]:
    """Those of the spans, which are in order, that begin in a stretch."""
    return spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]


def teller_of(report: Report, statement: Statement) -> Words | None:
    """The words that name a statement's source: its mention, or for a pronoun the nearest mention of who it is."""
    speaker = statement.speaker
    if speaker is None:
        return None
    name = report.by_id.get(speaker.entity or "")
    if speaker.start is not None and report.lex.sources.that_body.fullmatch(speaker.text or ""):
        body = _only_body_before(report, speaker.start, speaker.text or "")
        if body is not None:
            return body
    if speaker.text and speaker.start is not None and speaker.text.lower() not in report.lex.pronouns:
        return _last_named(report, speaker.text, speaker.start, speaker.name or "")
    if name is not None:
        naming = [
            m for m in name.mentions if not any(m.text in role for role in name.roles)
        ]  # the office alone names nobody
        nearest = min(naming or name.mentions, key=lambda m: (abs(m.start - statement.start), m.start))
        return nearest.text, nearest.start, nearest.end
    return (speaker.name, None, None) if speaker.name else None


def _only_body_before(report: Report, at: int, words: str) -> Words | None:
    """The body that `pihaknya` or `lembaga itu` stands for: the only owner that the sentence before names, and names as its subject or as
    who told that; one that is called a Dinas is no `komisi itu`.
    """
    k = bisect_right(report.starts, at) - 1
    if k < 1:
        return None
    start = report.sentences[k - 1][0]
    owners = between(report.owners, start, report.sentences[k][0])
    named = [m for m in owners if not any(o[0] <= m[0] and m[1] <= o[1] and o != m for o in owners)]
    if len({m[2] for m in named}) != 1 or named[0] not in between(report.bodies, start, report.sentences[k][0]):
        return None
    first, last, body = named[0]
    told = report.lex.sources.thus.match(report.text, start, first)
    if first - max(start, told.end() if told else 0) > SUBJECT:
        return None
    lex, noun, head = report.lex, words.lower().split()[0], body.split()[0]
    own = head.lower() in lex.body_nouns
    if (
        head in lex.sources.companies and noun in lex.any_bodies - lex.sources.company_nouns
    ):  # `PT Rato Jaya` is no `lembaga itu`
        return None
    short = head.isupper() and len(head) >= ACRONYM
    if len(words.split()) > 1 and noun != head.lower() and (own or not (noun in lex.any_bodies or short)):
        return None
    return body, first, last


def _last_named(report: Report, words: str, start: int, name: str) -> Words:
    """The words for a source; the name alone where it stands at their end, behind what is told of it (`kelompok yang kuat, Rato`) or
    glued to it (`Kepala Dinas PasarRato`).
    """
    end = start + len(words)
    for first, last, named in between(report.owners, start + 1, end):
        glued = report.text[max(start, report.text.rfind(" ", start, first) + 1) : first]
        if last == end and glued.isalpha() and glued[0].isupper():
            return named, first, last
    cut = report.lex.sources.source_end.search(words, 2) if name and words.endswith(name) else None
    if cut and cut.end() <= len(words) - len(name):
        return name, end - len(name), end
    return words, start, end
