"""Who a figure comes from, which day it is of, and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from runut.lang import Language
from runut.model import Article, Date, Figure, Name, Statement
from runut.text import View

# A sentence between two statements of one speaker carries on; further than this many characters it is a new thought.
MAX_CARRIED = 300


def attribute(
    article: Article,
    view: View,
    figures: list[Figure],
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    language: Language,
) -> tuple[Figure, ...]:
    """The figures with statement, speaker, day and place; one for each span, in the order of the text."""
    seen: set[str] = set()
    out = []
    sentences = [(s.start, s.end) for s in view.find_sentences()]
    starts = [s for s, _ in sentences]
    by_id = {n.id: n for n in names}
    for figure in sorted(figures, key=lambda f: (f.number.start, f.start)):
        if figure.id in seen:
            continue
        seen.add(figure.id)
        k = max(0, bisect_right(starts, figure.number.start) - 1)
        sentence = sentences[k] if sentences else (0, len(article.text))
        own = _statement_of(figure, statements)
        source = own or _carried(figure, sentence, sentences, k, statements, article.text)
        speaker, start, end = _naming(source, names, by_id, statements) if source else (None, None, None)
        day = _day(figure, sentence, dates) or (own.said_on[:10] if own and own.said_on else None)
        out.append(
            replace(
                figure,
                statement=own.id if own else None,
                speaker=speaker,
                speaker_start=start,
                speaker_end=end,
                as_of=day,
                place=_place(figure, sentence, names),
            )
        )
    return tuple(out)


def _statement_of(figure: Figure, statements: tuple[Statement, ...]) -> Statement | None:
    """The innermost statement that holds the number."""
    holding = [s for s in statements if s.start <= figure.number.start and figure.number.end <= s.end]
    return min(holding, key=lambda s: (s.end - s.start, s.start)) if holding else None


_BACKWARD = re.compile(
    r"(?:Hal|Data|Angka|Jumlah|Informasi|Kabar) (?:ini|itu|tersebut) (?:\w+ )?(?:disampaikan|dikatakan|diungkapkan|dirilis|dilaporkan|dikemukakan)"
)


def _key(statement: Statement) -> str | None:
    speaker = statement.speaker
    return None if speaker is None else speaker.entity or speaker.name or None


def _carried(
    figure: Figure,
    sentence: tuple[int, int],
    sentences: list[tuple[int, int]],
    k: int,
    statements: tuple[Statement, ...],
    text: str,
) -> Statement | None:
    """The statement whose source plainly carries on: on both sides one speaker, or the next sentence says whose it was."""
    before = [s for s in statements if s.end <= figure.number.start and figure.number.start - s.end <= MAX_CARRIED]
    after = [s for s in statements if s.start >= figure.number.end]
    last = max(before, key=lambda s: s.end) if before else None
    following = min(after, key=lambda s: s.start) if after else None
    if last is None or following is None:
        return None
    near = k + 1 < len(sentences) and following.start < sentences[k + 1][1] + 1
    if near and _key(last) is not None and _key(last) == _key(following):
        return last
    return None


def _naming(
    statement: Statement, names: tuple[Name, ...], by_id: dict[str, Name], statements: tuple[Statement, ...]
) -> tuple[str | None, int | None, int | None]:
    """The words that name a statement's source: its mention, or for a pronoun the nearest mention of who it is."""
    speaker = statement.speaker
    if speaker is None:
        return None, None, None
    name = by_id.get(speaker.entity or "")
    if speaker.text and speaker.start is not None and not _is_pronoun(speaker.text):
        return speaker.text, speaker.start, speaker.end
    if name is not None:
        nearest = min(name.mentions, key=lambda m: (abs(m.start - statement.start), m.start))
        return nearest.text, nearest.start, nearest.end
    return speaker.name, None, None


_PRONOUNS = frozenset("dia ia beliau mereka nya kami saya kita pihaknya menurutnya katanya".split())


def _is_pronoun(text: str) -> bool:
    return text.lower() in _PRONOUNS


def _day(figure: Figure, sentence: tuple[int, int], dates: tuple[Date, ...]) -> str | None:
    """The day in the figure's sentence that stands nearest to it."""
    inside = [
        d
        for d in dates
        if sentence[0] <= d.start < sentence[1] and d.value and re.match(r"\d{4}-\d\d-\d\d(?:T|$)", d.value)
    ]
    if not inside:
        return None
    nearest = min(inside, key=lambda d: (min(abs(d.start - figure.end), abs(figure.start - d.end)), d.start))
    return (nearest.value or "")[:10]


def _place(figure: Figure, sentence: tuple[int, int], names: tuple[Name, ...]) -> str | None:
    """The place that the figure's sentence names nearest to it."""
    inside = [
        (min(abs(m.start - figure.end), abs(figure.start - m.end)), m.start, n.name)
        for n in names
        if n.type in ("GPE", "LOC")
        for m in n.mentions
        if sentence[0] <= m.start < sentence[1]
    ]
    return min(inside)[2] if inside else None
