"""Reports made of statements alone, for the tests of what comparing makes of statements."""

from __future__ import annotations

import bare

from runut.model import Article, Figure, Reading, Sentence, Span, Speaker, Statement

DAY = "2031-03-05"


def statement(
    speaker: str | None, content: str, *, cue: str = "kata", day: str | None = None, form: str = "indirect"
) -> Statement:
    """A statement that has no place yet; `report` gives it one."""
    who = None if speaker is None else Speaker(text=speaker, name=speaker)
    return Statement(
        id="",
        article="",
        start=0,
        end=0,
        text=content,
        form=form,
        rule="test",
        cue=cue,
        speaker=who,
        said_on=day,
        negated=cue in ("membantah", "menepis"),
    )


def report(name: str, *said: Statement, day: str | None = DAY, figures: tuple[Figure, ...] = ()) -> Reading:
    """A report of these statements, one a sentence (`<speaker> <cue> <content>.`), with the ids `<name>0`, `<name>1` …"""
    placed, sentences, text = [], [], ""
    for n, one in enumerate(said):
        first = len(text)
        start = first + len(f"{one.speaker.name if one.speaker else ''} {one.cue} ")
        text += f"{one.speaker.name if one.speaker else ''} {one.cue} {one.text}. "
        placed.append(
            Statement(
                id=f"{name}{n}",
                article=name,
                start=start,
                end=start + len(one.text),
                text=one.text,
                form=one.form,
                rule=one.rule,
                cue=one.cue,
                speaker=one.speaker,
                said_on=one.said_on,
                negated=one.negated,
            )
        )
        sentences.append(Sentence(start=first, end=len(text) - 1, paragraph=n))
    return bare.reading(
        Article(id=name, source=name, text=text, sha256=""),
        day,
        sentences=tuple(sentences),
        statements=tuple(placed),
        figures=figures,
    )


def figure(name: str, value: int, statement: str, speaker: str, *, low_only: bool = False) -> Figure:
    """A count of those killed behind a statement."""
    return Figure(
        id=name,
        article=name,
        start=0,
        end=2,
        text=str(value),
        number=Span(start=0, end=2, text=str(value)),
        low=value,
        high=None if low_only else value,
        approx=False,
        measure="killed",
        rule="test",
        statement=statement,
        speaker=speaker,
    )
