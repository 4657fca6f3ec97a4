"""What a court or its prosecutor wants of somebody: which punishment a number tells, at which stage, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from runut.comparing.series_words import Words
from runut.model import Figure, Mention, Reading

# Words of a punishment stand so near behind its number, and those before it no further back than this.
BEHIND, BEFORE = 30, 70
# Who is punished, and at which stage, stands no further before a number; between two punishments of one list no further than this.
REACH = 300
# What a term of prison in place of a sum is called before the sum's own kind.
INSTEAD = "instead of "
# What may stand between an office of the court and its holder's name: two words, no verb (`hakim memvonis Wira`).
_SPEAKS = re.compile(r"^(?: (?!me|di)\w{1,20}){0,2},? ?$")
# The measures in which punishments are told.
MEASURES = frozenset(["money", "duration"])
# Whoever speaks in court has an office or a verb of speech so near before the name.
OFFICE = 24


@dataclass(frozen=True, slots=True)
class Penalty:
    """Which punishment a number is (`fine`, `restitution`, `prison`, or a term instead of one), at which stage, and whose (an entity)."""

    kind: str
    stage: str
    person: str


def find(reading: Reading, entity_of: Mapping[tuple[str, str], str], words: Words) -> Mapping[str, Penalty]:
    """The punishments of a report by the id of their figure, each with what the ones before it told.

    Kind: a term after `subsider` or `diganti` is one in place of the sum before it; else the last word of a punishment before the number
    in its clause, or the first one right behind. Stage: whoever says it, else the last word of a demand or verdict before it, else the
    stage of the punishment before it. Person: the last one named before it who does not speak in court.
    """
    figures = [f for f in reading.figures if f.measure in MEASURES]
    if not any(
        words.punishing.search(reading.article.text[max(0, f.start - BEFORE) : f.end + BEHIND]) for f in figures
    ):
        return {}
    return dict(_walk(reading, figures, _accused(reading, words), entity_of, words))


def _walk(
    reading: Reading,
    figures: Sequence[Figure],
    accused: Sequence[tuple[Mention, str]],
    entity_of: Mapping[tuple[str, str], str],
    words: Words,
) -> Iterator[tuple[str, Penalty]]:
    """The punishments among the figures, in the order of the text."""
    text, said = reading.article.text, {s.id: s.speaker for s in reading.statements}
    last: Penalty | None = None
    sum_of, end = "", 0
    for figure in figures:
        at = figure.number.start
        begin = max(end, at - BEFORE)
        before, behind = text[begin:at], text[figure.number.end : figure.number.end + BEHIND]
        kind = _kind(figure, before, behind, sum_of if at - end < REACH else "", words)
        if not kind:
            continue
        speaker = said.get(figure.statement or "")
        far = text[max(0, at - REACH) : at]
        stage = (
            words.stage(f"{speaker.text or ''} {speaker.name or ''}" if speaker else "")
            or words.stage(far)
            or (last.stage if last and at - end < REACH else "")
        )
        near = [name for mention, name in accused if at - REACH <= mention.start < at]
        person = entity_of.get((reading.article.id, near[-1]), near[-1]) if near else ""
        last = Penalty(kind, stage, person or (last.person if last and at - end < REACH else ""))
        sum_of, end = (kind if figure.measure == "money" else sum_of), figure.end
        yield figure.id, last


def _kind(figure: Figure, before: str, behind: str, sum_of: str, words: Words) -> str:
    if figure.measure == "money":
        found = [k for k in words.punishments(before) if k != "prison"]
        return found[-1] if found else ""
    if words.instead.search(before):
        return f"{INSTEAD}{sum_of or 'fine'}"
    found = [k for k in (*words.punishments(before)[-1:], *words.punishments(behind)[:1]) if k == "prison"]
    return "prison" if found else ""


def _accused(reading: Reading, words: Words) -> list[tuple[Mention, str]]:
    """The mentions of people who do not speak in court, each with its name's id, in the order of the text."""
    text = reading.article.text
    return sorted(
        (
            (m, name.id)
            for name in reading.names
            if name.type == "PER"
            for m in name.mentions
            if not _SPEAKS.search(_after_last(words.court, text[max(0, m.start - OFFICE) : m.start]))
            and not words.court.match(m.text)
        ),
        key=lambda pair: pair[0].start,
    )


def _after_last(word: re.Pattern[str], text: str) -> str:
    """What stands behind the last of some words; a mark that is in no name where there is none."""
    found = [m.end() for m in word.finditer(text)]
    return text[found[-1] :] if found else "#"


def bars(a: Penalty | None, b: Penalty | None) -> bool:
    """Whether two punishments cannot be one: of two kinds, stages or people."""
    if a is None or b is None:
        return False
    return any(x and y and x != y for x, y in ((a.kind, b.kind), (a.stage, b.stage), (a.person, b.person)))


def same(a: Penalty | None, b: Penalty | None) -> bool:
    """Whether two punishments are of one kind, stage and person, all of them told."""
    return a is not None and a == b and bool(a.kind and a.stage and a.person)
