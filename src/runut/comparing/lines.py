"""Sentences as lines of a timeline: each on its day, and how much it matters by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from runut.comparing.days import DAY, find_begin, find_day
from runut.comparing.openings import Openings
from runut.comparing.placing import find_reports, is_near, place
from runut.comparing.sentences import Placed, Report, Told
from runut.comparing.wording import find_stems
from runut.lang import Language
from runut.model import Entity, Family, Reading, Statement
from runut.text.alternatives import any_of
from runut.text.late import late

# Shorter sentences (`Hal itu benar.`) tell nothing by themselves.
SHORTEST = 30
# What a line gains that is no further from the top of its report than so many sentences.
POSITIONS = ((0, 2.0), (2, 1.0), (6, 0.7))
# What a line gains by naming its day or standing right after one that does, and by a named speaker.
DATED = {
    "own-day": 2.0,
    "day-mended": 2.0,
    "day-carried-on": 1.0,
    "day-pointed-back": 1.0,
    "said-on": 0.5,
    "day-of-source": 2.0,
}
NAMED = 1.0
# What a line loses that only says when another was said, that leans on the line before it, that opens with a
# quotation, and that tells what is still to come or only the week in which something happened.
EMPTY, LEANING, COMING = 3.0, 1.4, 0.5
# What a line loses that tells what someone says and not who (`…, ujarnya`).
UNNAMED = 1.0
QUOTING = {"event": 1.5, "planned": 1.5, "said": 0.7, "reported": 0.7}
# What a line gains with so many words that most reports share: the rest tells of something else.
CORE, CORE_WORDS = 1.0, 4
# A word is at the core of a story that stands in this share of its reports, two at least.
CORE_SHARE = 0.5
# Measures that a reader follows through a story.
TRACKED = frozenset(
    {"killed", "injured", "missing", "arrested", "displaced", "evacuated", "rescued", "hostages", "affected"}
    | {"participants", "buildings_damaged", "buildings_burned", "houses", "aircraft", "vehicles", "magnitude"}
    | {"money", "troops", "police"}
)
# A sentence with fewer plain words tells nothing: a name with its office and a day.
PLAIN_WORDS = 2
# The one name of all deeds that harm.
HARM = "HARM"
_PLAIN = re.compile(r"(?<!\w)[a-z]{4,}")
_HOUR = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\d)")
_QUOTES = frozenset("\"“'‘")
_QUOTE_ENTITIES = ("&ldquo;", "&quot;")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence on a day. `kind` and `rule` say why it stands there; `said_on` is when what it tells was said; `near` is false for
    background; `days` counts those that the sentence stands on; `denies` tells whether it has a word of denial; `matter` are the stems
    without those of who says it.
    """

    reading: int
    family: str
    start: int
    end: int
    day: str
    kind: str
    rule: str
    speaker: str | None
    said_on: str | None
    stems: frozenset[str]
    matter: frozenset[str]
    figures: frozenset[tuple[str, object, object]]
    deeds: frozenset[str]
    types: frozenset[str]
    near: bool
    weight: float
    days: int
    denies: bool = False
    hour: str = ""
    """The hour that the sentence tells of its day: `10:35`; "" where it tells none."""


def find_lines(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], families: tuple[Family, ...], language: Language
) -> list[Line]:
    """Every sentence that can be placed; one that names two days makes two lines."""
    reports = find_reports(readings, entities, families, language)
    harms, denials = language.derive(_harms), language.derive(_denials)
    stems_of: dict[str, str] = {}
    core = _core(reports, stems_of)
    out = []
    for report in reports:
        for position, (told, days) in enumerate(zip(report.told, place(report), strict=True)):
            if days and len(told.text) >= SHORTEST:
                out += _lines(report, position, told, days, harms, denials, core, stems_of)
    return out


def _harms(language: Language) -> frozenset[str]:
    """The words that only say that someone was harmed: `tewas` and `menewaskan` tell the same deed."""
    return frozenset(row["word"] for row in language.table("event_words") if row["type"] in (HARM, "LOSS"))


def _denials(language: Language) -> re.Pattern[str]:
    """The words by which something is denied, be they glued to a name before them."""
    words = any_of(r["word"] for r in language.table("clash_words") if r["role"] == "denial")
    return late(rf"{words}(?![^\W_])")


def _core(reports: Sequence[Report], stems_of: dict[str, str]) -> frozenset[str]:
    """The words that most reports of a story share; none where there is only one report."""
    spread: Counter[str] = Counter()
    for report in reports:
        spread.update(frozenset[str]().union(*(find_stems(told.text, stems_of) for told in report.told)))
    least = max(2.0, CORE_SHARE * len(reports))
    return frozenset(stem for stem, count in spread.items() if count >= least)


def _lines(
    report: Report,
    position: int,
    told: Told,
    days: Sequence[Placed],
    harms: frozenset[str],
    denials: re.Pattern[str],
    core: frozenset[str],
    stems_of: dict[str, str],
) -> list[Line]:
    """The lines of one sentence, one a day."""
    stems = find_stems(_without_dates(told), stems_of)
    sayers = " ".join(s.speaker.text for s in told.said if s.speaker and s.speaker.text)
    matter = stems - find_stems(sayers, stems_of) or stems
    figures = frozenset((f.measure, f.low, f.high) for f in told.figures)
    words = [e.rule.split(":", 1)[-1] for e in told.happened]
    deeds = frozenset(HARM if word in harms else word for word in words)
    types = frozenset(e.type for e in told.happened)
    said_on = next((find_day(s.said_on) for s in told.said if s.said_on), None)
    quoting = told.text[:1] in _QUOTES or told.text.startswith(_QUOTE_ENTITIES)
    worth = (
        _by_position(position)
        + min(2, sum(measure in TRACKED for measure, _, _ in figures))
        + min(1, len(told.happened))
        + (NAMED if told.speaker else 0.0)
        + CORE * min(1.0, len(stems & core) / CORE_WORDS)
        - _burden(told, report.openings)
    )
    out = []
    for placed in days:
        near = is_near(placed.day, report.anchor)
        whole = find_begin(placed.day)[:DAY]
        coming = report.anchor is not None and whole > report.anchor[: len(whole)]
        out.append(
            Line(
                reading=report.number,
                family=report.family,
                start=told.start,
                end=told.end,
                day=placed.day,
                kind="planned" if coming and placed.kind == "event" else placed.kind,
                rule=placed.rule,
                speaker=told.speaker if placed.kind == "said" else None,
                said_on=said_on,
                stems=stems,
                matter=matter,
                figures=figures,
                deeds=deeds,
                types=types,
                near=near,
                weight=worth
                + (DATED.get(placed.rule, 0.0) if near else 0.0)
                - (QUOTING[placed.kind] if quoting else 0.0)
                - (COMING if coming or "-W" in placed.day else 0.0),
                days=len(days),
                denies=denials.search(told.text) is not None,
                hour=_hour(told, placed.day),
            )
        )
    return out


def _hour(told: Told, day: str) -> str:
    """The first hour of a day that a sentence tells."""
    values = (d.value for d in told.dates if d.value and d.value.startswith(f"{day}T"))
    return next((match[1] for value in values if (match := _HOUR.match(value))), "")


def _burden(told: Told, openings: Openings) -> float:
    """What a sentence loses that an editor cannot show by itself."""
    return (
        (EMPTY if _is_empty(told.text, openings) else 0.0)
        + (LEANING if leans(told.text, openings) else 0.0)
        + (UNNAMED if told.said and not any(_is_named(s, openings) for s in told.said) else 0.0)
    )


def _is_empty(text: str, openings: Openings) -> bool:
    """Whether a sentence tells nothing itself: when another was said, a name with a day, or that something follows."""
    return bool(openings.point.match(text)) or text.endswith(":") or len(_PLAIN.findall(text)) < PLAIN_WORDS


def leans(text: str, openings: Openings) -> bool:
    """Whether a sentence opens with what only the one before it explains: `Selain itu`, `Ia`, `Erupsi itu`; or in its middle."""
    return bool(openings.lean.match(text) or openings.pointing.match(text)) or text[:1].islower()


def _is_named(statement: Statement, openings: Openings) -> bool:
    """Whether the sentence tells who says it, by more than a pronoun."""
    called = (statement.speaker and statement.speaker.text) or ""
    return bool(called) and called.lower() not in openings.pronouns


def _by_position(position: int) -> float:
    return next((gain for last, gain in POSITIONS if position <= last), 0.0)


def _without_dates(told: Told) -> str:
    """A sentence without its days: all sentences of a day have those in common."""
    text = told.text
    for found in reversed(told.dates):
        if found.end <= told.end:
            text = f"{text[: found.start - told.start]} {text[found.end - told.start :]}"
    return text
