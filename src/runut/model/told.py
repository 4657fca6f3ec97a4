"""The records of the account: what of a story is told, and from which passages."""

from __future__ import annotations

from dataclasses import dataclass

from runut.model.compared import (
    Check,
    Clash,
    DayTold,
    Deed,
    Dispute,
    Entity,
    Family,
    Framing,
    Happening,
    Moment,
    OffStory,
    Place,
    Position,
    Saying,
    Series,
)
from runut.model.found import CreditSpan, Date, Event, Figure, Sentence, Statement
from runut.model.judged import Ruling
from runut.model.taken import Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What the account is about: `first` and `last` are days, `independent` the number of families; reports off the story count nowhere.

    `id` is of the reports alone: another one with each report that comes. The id by which a store and the API know a story is none of an
    account.
    """

    id: str
    title: str | None
    first: str | None
    last: str | None
    reports: int
    outlets: int
    independent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """One of the things an editor with two minutes must know; `kind`: current, differs, independence.

    `text` is Indonesian, `english` the same in English. `refs` are the ids (figure, series, statement, family) that it is
    told from, `evidence` the passages. `reports` carry it, of which `independent` rest on nothing that another of them rests on; of the
    line that counts the reports they are all.
    """

    kind: str
    text: str
    english: str
    refs: tuple[str, ...]
    evidence: tuple[Place, ...]
    rule: str
    reports: int = 0
    independent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An article as the account tells it, with its whole text; `furniture` are [start, end, kind].

    `published_or_later`: the text tells `published` only as the last day on which someone spoke; the report may be later.
    `layout_sha256` is of furniture, credits and sentences (`codec.layout_sha256`), whose spans carry no text of their own.
    """

    id: str
    source: str
    sha256: str
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    published_from: str | None
    anchor: str | None
    anchor_from: str | None
    language: str
    dateline: str | None
    reporters: tuple[str, ...]
    editors: tuple[str, ...]
    agencies: tuple[str, ...]
    text: str
    furniture: tuple[tuple[int, int, str], ...]
    credits: tuple[CreditSpan, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    layout_sha256: str = ""
    page_sha256: str | None = None
    published_or_later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Masking:
    """A name that is covered in this account: by which rule, where it stands, and why in words; `text` of the places is the cover."""

    rule: str
    places: tuple[Place, ...]
    why: str
    english: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The whole account of one event; field for field the account file. `sha256` is of all the rest (`codec.account_sha256`).

    `furniture_profile` is the id of what the outlets' pages were known by, if anything was; `judgements` are those that were
    replayed, each with what came of it. `masking` are the names that are covered in this copy.
    """

    schema: str
    generator: str
    story: Headline
    brief: tuple[BriefLine, ...]
    articles: tuple[Report, ...]
    entities: tuple[Entity, ...]
    dates: tuple[Date, ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    families: tuple[Family, ...]
    series: tuple[Series, ...]
    clashes: tuple[Clash, ...]
    timeline: tuple[Moment, ...]
    framing: tuple[Framing, ...]
    off_story: tuple[OffStory, ...]
    skipped: tuple[Skipped, ...]
    checks: tuple[Check, ...] = ()
    sayings: tuple[Saying, ...] = ()
    positions: tuple[Position, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    happenings: tuple[Happening, ...] = ()
    days: tuple[DayTold, ...] = ()
    deeds: tuple[Deed, ...] = ()
    judgements: tuple[Ruling, ...] = ()
    furniture_profile: str | None = None
    masking: tuple[Masking, ...] = ()
    sha256: str = ""
