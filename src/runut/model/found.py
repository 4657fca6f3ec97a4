"""The records of what was read: the findings of one article, and what a batch taught of its outlets' pages."""

from __future__ import annotations

from dataclasses import dataclass

from runut.model.quick import quick
from runut.model.taken import Article


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A bare stretch of an article's text."""

    start: int
    end: int
    text: str


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch that is page and not report.

    `kind`: rubric, advert, link, video, share, comment, newsletter, caption, repeat, other.
    """

    start: int
    end: int
    text: str
    kind: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWitness:
    """A report in which a line stands: hash of its id, its day, hashes of the words of its headline."""

    report: str
    day: str | None
    title: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringLine:
    """A line in several reports of an outlet: its hash (a stop behind it where it closes a sentence), in how many, some of them."""

    line: str
    reports: int
    witnesses: tuple[LineWitness, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnceLines:
    """A report, and its lines (hashes) that stand in no other so far."""

    witness: LineWitness
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletLines:
    """What a batch told of one outlet: of how many reports, and which lines stand in more than one.

    What is to be added up also has the lines that stand in one report (`once`) and hashes of the texts counted (`seen`).
    """

    outlet: str
    reports: int
    lines: tuple[RecurringLine, ...]
    once: tuple[OnceLines, ...] = ()
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureProfile:
    """What a batch of reports taught about the furniture of its outlets, in hashes, without any text."""

    outlets: tuple[OutletLines, ...]
    schema: str = "runut/furniture/1"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class CreditSpan:
    """Where a credit stands: kind is title, standfirst, dateline, outlet, published, reporter, editor, agency or initials."""

    start: int
    end: int
    text: str
    kind: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """What a report says of itself; the body starts at `body_start`, after title block and dateline.

    `spans` are the stretches of text that hold headline, byline, source line and dateline (kind as in the field names):
    they are no furniture, but no statement or figure is looked for in a headline. `published` is what the article's own text
    (or URL, `published_from`="url") tells where its metadata does not; `published_or_later`: it is the last day on which someone
    spoke, so that the report is of this day or one after it.
    """

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_from: str | None = None
    published_or_later: bool = False
    published_rule: str | None = None
    dateline: str | None = None
    reporters: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    body_start: int = 0
    spans: tuple[CreditSpan, ...] = ()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name as it is written, once. `role` is the title or office beside it, when there is one."""

    start: int
    end: int
    text: str
    rule: str
    role: str | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person, organisation or place of one article with all its mentions; `type`: PER ORG GPE LOC."""

    id: str
    type: str
    name: str
    mentions: tuple[Mention, ...]
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A day, period or clock time; `value` as GUIDE writes it, None with `why_null` where it cannot be placed."""

    article: str
    start: int
    end: int
    text: str
    value: str | None
    rule: str
    why_null: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A TIMEX3: `type` DATE, TIME, DURATION or SET; `value` in ISO 8601 as TimeML extends it, X for what is not known; `mod` or None."""

    article: str
    start: int
    end: int
    text: str
    type: str
    value: str
    rule: str
    mod: str | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who said it: the mention nearest the cue (none for a bare `-nya`), and `name`, who that is.

    `entity` is the id of a `Name` (in an account, of an entity). A pronoun is never a name: unresolved is None.
    """

    text: str | None = None
    start: int | None = None
    end: int | None = None
    entity: str | None = None
    name: str | None = None
    rule: str | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What someone is reported to have said; `form`: direct, partial, indirect; `via`: the relayers, nearest first."""

    id: str
    article: str
    start: int
    end: int
    text: str
    form: str
    rule: str
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    speaker: Speaker | None = None
    via: tuple[str, ...] = ()
    said_on: str | None = None
    hedged: bool = False
    negated: bool = False


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count or amount. `low`/`high`: the bounds, None where open; `part`: total, part or increment.

    `speaker` is the naming mention of its source (None: the outlet's own voice), with its span when it stands in the text.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    number: Span
    low: int | float | None
    high: int | float | None
    approx: bool
    measure: str
    rule: str
    counted: str | None = None
    part: str = "total"
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    as_of: str | None = None
    place: str | None = None
    statement: str | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who does or undergoes an event: the words, and the `Name` they belong to when one is plain."""

    text: str
    start: int | None = None
    end: int | None = None
    entity: str | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A main happening, told in one clause; `type` after PLOVER, plus DISASTER, ACCIDENT, CRIME.

    `status`: happened, planned, alleged, denied. `date` and `place` are None where its sentence does not tell them, or tells several;
    `why_no_date` and `why_no_place` say which; nor is a day told that is later than the report of what happened.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    type: str
    status: str
    rule: str
    actor: Party | None = None
    recipient: Party | None = None
    date: str | None = None
    place: str | None = None
    why_no_date: str | None = None
    why_no_place: str | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the body; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch in quotation marks: `start`/`end` with the marks, `inner_start`/`inner_end` without."""

    start: int
    end: int
    inner_start: int
    inner_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The day from which relative expressions count; `origin`: metadata, text, user, reports, or None with no day."""

    day: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All findings of one article, each layer in the order of the text."""

    article: Article
    language: str
    anchor: Anchor
    furniture: tuple[Furniture, ...]
    credits: Credits
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[Name, ...]
    dates: tuple[Date, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    events: tuple[Event, ...]
