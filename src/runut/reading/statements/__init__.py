"""What is said, by whom, passed on by whom."""

from __future__ import annotations

import re
from bisect import bisect_left

from runut.codec import finding_id
from runut.lang import Language
from runut.model import Article, Credits, Date, Name, Statement
from runut.reading.dates import befallen
from runut.reading.dates.befallen import Befalling
from runut.reading.statements import lexicon as lexicon_
from runut.reading.statements.lexicon import CITED_REACH, Lexicon
from runut.reading.statements.said import Said
from runut.reading.statements.scene import Scene, lay_out
from runut.reading.statements.speakers import Cast
from runut.reading.statements.spotting import spot
from runut.text import View

# The words that cite a source take at most so many characters.
LONGEST_CITING = 15
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def find(
    article: Article, view: View, credits: Credits, names: tuple[Name, ...], dates: tuple[Date, ...], language: Language
) -> tuple[Statement, ...]:
    """The statements of one article in the order of the text."""
    lexicon = language.derive(lexicon_.compile_tables)
    befalling = language.derive(befallen.make)
    scene = lay_out(view, credits, names, dates, lexicon.pairs)
    own = tuple(o for o in (article.outlet, credits.outlet) if o)
    cast = Cast(scene, lexicon, names, own)
    out: list[Statement] = []
    seen: set[tuple[int, int]] = set()
    found = spot(scene, lexicon)
    cast.listen(found)
    for said in found:
        start, end = view.span(said.start, said.end)
        speaker, _ = cast.speaker(said)
        nobody = speaker is None or speaker.name is None
        if (start, end) in seen or (said.back == "go on" and nobody):
            continue
        seen.add((start, end))
        cue = view.span(*said.cue) if said.cue else None
        out.append(
            Statement(
                id=finding_id(article.id, "statement", start, end),
                article=article.id,
                start=start,
                end=end,
                text=article.text[start:end],
                form=said.form,
                rule=said.rule,
                cue=article.text[cue[0] : cue[1]] if cue else None,
                cue_start=cue[0] if cue else None,
                cue_end=cue[1] if cue else None,
                speaker=speaker,
                via=cast.via(said, speaker.name if speaker else None),
                said_on=_said_on(scene, lexicon, befalling, said),
                hedged=_is_hedged(scene, lexicon, said),
                negated=said.negated,
            )
        )
    return tuple(out)


def _said_on(scene: Scene, lexicon: Lexicon, befalling: Befalling, said: Said) -> str | None:
    """The one day that the attribution names: in the sentence, outside what is said; not the day of a source
    that is cited, a stretch of days, or a beginning (`sejak Senin`).
    """
    last = scene.sentence_at(max(said.end - 1, said.cue[0] if said.cue else 0))[1]
    starts = scene.day_starts
    days = {
        d.value
        for d in scene.days[bisect_left(starts, said.sentence[0]) : bisect_left(starts, last)]
        if not said.start <= d.start < said.end
        and d.value is not None
        and _DAY.match(d.value)
        and d.value[10:11] != "/"
        and not scene.quoted[d.start]
        and not _is_of_source(scene, lexicon, said, d.start)
        and not _is_of_mishap(scene, befalling, said, d.start)
        and not _is_of_clause(scene, said, d.start)
    }
    return days.pop() if len(days) == 1 and said.cue else None


def _is_of_mishap(scene: Scene, befalling: Befalling, said: Said, day: int) -> bool:
    """Whether a day behind what is said is that of the mishap of which it tells (`mengatakan lima tewas akibat banjir pada Senin`)."""
    if said.form == "direct" or said.cue is None or not said.cue[1] <= said.start < said.end <= day:
        return False
    return befallen.is_of_mishap(scene.text, said.start, day, befalling, beyond_comma=False)


def _is_of_clause(scene: Scene, said: Said, day: int) -> bool:
    """Whether a day closes the clause behind a cue without a comma, and so is that of what is told: `mengatakan operasi dilakukan Kamis
    (19/6)`. Of 7 such days of 1,800 reports none was that of the saying.
    """
    if said.form == "direct" or said.cue is None or not said.cue[1] <= said.start < said.end <= day:
        return False
    return "," not in scene.text[said.end : day]


def _is_of_source(scene: Scene, lexicon: Lexicon, said: Said, day: int) -> bool:
    """Whether a day is that of a source that is cited, or a beginning; not where the statement's own cue stands between them."""
    other = lexicon.other_day.search(scene.text, max(said.sentence[0], day - CITED_REACH - LONGEST_CITING), day)
    return other is not None and not (said.cue is not None and other.start() < said.cue[0] < day)


def _is_hedged(scene: Scene, lexicon: Lexicon, said: Said) -> bool:
    """Whether the clause is marked as unsure, in its first half or right before it."""
    if said.form == "direct":
        return False
    middle = said.start + max(40, (said.end - said.start) // 2)
    end = min(said.end, middle)
    return any(lexicon.hedges.match(scene.text, w.start, end) for w in scene.find(lexicon.hedge_words, said.start, end))
