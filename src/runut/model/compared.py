"""The records of comparing: what several readings of one event make together."""

from __future__ import annotations

from dataclasses import dataclass

from runut.model.found import Reading
from runut.model.judged import Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of one article, as evidence; telling fills in `text`."""

    article: str
    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A role as reports give it: `first` and `last` are the days of the reports that do, `evidence` the mentions that carry it."""

    role: str
    first: str | None
    last: str | None
    evidence: tuple[Place, ...]
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """Why two names are one: `a` and `b` are (article id, Name id)."""

    a: tuple[str, str]
    b: tuple[str, str]
    rule: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another entity that is near this one and not it: `how` is acts-for (Kremlin, of Russia), part-of, same-name."""

    entity: str
    how: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, organisation or place across reports. `members` are (article id, Name id); `why` the joins, in words.

    `aliases` are the forms that are not the canonical `name`, the most used first.
    """

    id: str
    type: str
    name: str
    mentions: tuple[EntityMention, ...]
    roles: tuple[str, ...] = ()
    members: tuple[tuple[str, str], ...] = ()
    why: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()
    joins: tuple[Joining, ...] = ()
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Two stretches of two articles that tell the same.

    `kind`: copied, edited, retold, facts (the same names, numbers and days in one order).
    """

    a: Place
    b: Place
    kind: str = "copied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Reports that rest on the same single item; a report of its own is a family of one.

    `original` is the report that the others were made from, None where it is not plain or lies outside the story; `original_why` says by
    what: a credit, the time, or that one holds the other.
    """

    id: str
    articles: tuple[str, ...]
    why: str
    upstream: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    rule: str = ""
    english: str = ""
    original: str | None = None
    original_why: str | None = None
    original_english: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one figure of a series to the next (ids): agree, evolve, conflict or incomparable, by which rule, in words of two languages."""

    a: str
    b: str
    relation: str
    rule: str
    why: str
    english: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Valuation:
    """A story's value by a named profile of coders: low, best, high, the rule that gave them, and the figures (ids) they stand on."""

    profile: str
    low: int | float | None
    best: int | float | None
    high: int | float | None
    rule: str
    why: str
    english: str = ""
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Figures set side by side; `relation`: agree, evolve, conflict, incomparable; `independent`: families among them.

    `low`, `best`, `high` are the story's value now under `profile`; None where the relation forbids one; `values` has it by every profile.
    `reports` carry it, `sources` are those whom they name for it: many reports may rest on one source.
    `overtaken` are those of its figures that their own report tells only as what was said before another: it does not stand by them.
    """

    id: str
    measure: str
    what: str
    relation: str
    figures: tuple[str, ...]
    why: str
    rule: str
    low: int | float | None = None
    best: int | float | None = None
    high: int | float | None = None
    profile: str = "latest-official"
    independent: int = 0
    english: str = ""
    steps: tuple[Step, ...] = ()
    values: tuple[Valuation, ...] = ()
    reports: int = 0
    sources: tuple[str, ...] = ()
    overtaken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What does not fit; `kind`: parts-exceed-whole, parts-short-of-whole, increment-and-total, sum-in-report, weekday-and-date,
    hour-differs.

    `figures` are ids of those that do not add up; `evidence` are the stretches of what is no figure: the days told wrongly, the
    sentences that tell another hour of one happening.
    """

    id: str
    kind: str
    figures: tuple[str, ...]
    rule: str
    why: str
    english: str = ""
    evidence: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two statements (ids) at odds; `kind`: denial, position, figure, none-given.

    `evidence` is what to show: each side, with its cue where that denies what is said, so that a denial is seen to be one.
    """

    kind: str
    a: str
    b: str
    why: str
    rule: str = ""
    english: str = ""
    evidence: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What reports tell as denied, corrected, opposed, or at odds with what someone said; `kind`: denial, correction, opposition, at-odds.

    `evidence` are the sentences, one of each of the `reports` that tell it, then those that tell elsewhere what is denied or corrected;
    `statement` is the id of the statement in one of them, if one was read.
    """

    id: str
    kind: str
    statement: str | None
    evidence: tuple[Place, ...]
    reports: int
    independent: int
    rule: str
    why: str
    english: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One statement that reports give in several wordings: `statements` are ids, the fullest first; `day` is the day it was said."""

    id: str
    speaker: str
    entity: str | None
    day: str | None
    statements: tuple[str, ...]
    reports: int
    independent: int
    rule: str
    why: str
    english: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one speaker says of one matter over time: `statements` (ids) by their day; the last differs from the first, by `rule`."""

    id: str
    speaker: str
    entity: str | None
    statements: tuple[str, ...]
    rule: str
    why: str
    english: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How reports put a happening: `status` happened, planned, alleged or denied, in these events (ids)."""

    status: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event that several reports tell; `events` are ids, the fullest first; `actor` and `recipient` an entity's id or words.

    `date` and `place` are None where no report tells them, or several different ones.
    """

    id: str
    type: str
    events: tuple[str, ...]
    standings: tuple[Standing, ...]
    reports: int
    independent: int
    rule: str
    why: str
    english: str = ""
    date: str | None = None
    place: str | None = None
    actor: str | None = None
    recipient: str | None = None
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A line of the timeline; `kind`: event, planned, said, reported; `text` is the text of the first evidence.

    `date` is that of its kind: of the event, of what was still to come when it was told (planned), of the saying, or of publication
    where the text bears no day. `happened`, `said` and `published` keep the three apart; `published` is the day of the first report that
    tells it. The first `telling` passages of `evidence` tell what the line tells; those behind them tell more of that day. 0: all do.
    """

    date: str
    kind: str
    text: str
    evidence: tuple[Place, ...]
    rule: str
    happened: str | None = None
    said: str | None = None
    published: str | None = None
    reports: int = 0
    independent: int = 0
    telling: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTold:
    """A day of the story by how many tell of it: the days come with the most independent reports first."""

    date: str
    reports: int
    independent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A wording for a target; `voice`: outlet or speaker (quoted, attributed, or in scare quotes)."""

    term: str
    voice: str
    uses: tuple[Place, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """How one target is called."""

    target: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedUse:
    """A deed as one report words it: `form` is the verb as written, `doer` stands where it is named.

    `voice`: active, passive, accidental, euphemism or noun; `quoted`: the words are a speaker's.
    """

    place: Place
    form: str
    voice: str
    quoted: bool
    doer: Place | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """How reports word one deed (`lemma`), and whether they name who did it."""

    lemma: str
    uses: tuple[DeedUse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OffStory:
    article: str
    why: str
    rule: str = ""
    english: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What the readings of one event's reports make together; readings from the oldest report to the youngest."""

    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...] = ()
    families: tuple[Family, ...] = ()
    series: tuple[Series, ...] = ()
    checks: tuple[Check, ...] = ()
    sayings: tuple[Saying, ...] = ()
    positions: tuple[Position, ...] = ()
    clashes: tuple[Clash, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    happenings: tuple[Happening, ...] = ()
    timeline: tuple[Moment, ...] = ()
    days: tuple[DayTold, ...] = ()
    framing: tuple[Framing, ...] = ()
    deeds: tuple[Deed, ...] = ()
    off_story: tuple[OffStory, ...] = ()
    judgements: tuple[Ruling, ...] = ()
