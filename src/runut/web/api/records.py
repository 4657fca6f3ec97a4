"""What the API takes and gives, besides the records of the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec

from runut.desk.jobs import MAX_LINKS
from runut.model import Account, Article, Judgement, Place, Skipped

MOST_RECORDS = 1_000

Stamp = Annotated[str, msgspec.Meta(extra_json_schema={"format": "date-time"})]
Id = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
Value = Annotated[str, msgspec.Meta(max_length=400)]
"""What a field is set to; nothing at all says that it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A report to add. Other names that scrapers give these fields are taken as in files; further fields are passed over.

    `text` is kept to the character. `published` is a day or a moment in any of the ways that outlets write it.
    """

    text: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | int | float | None = None
    authors: list[str] | str | None = None
    language: str | None = None


Records = Record | Annotated[list[Record], msgspec.Meta(min_length=1, max_length=MOST_RECORDS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SameUrl:
    """A new article (`article`) whose address those `before` have too, with something else told: its outlet has changed the page."""

    article: Id
    before: tuple[Id, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something of a record that was not understood: the record's place in the list (from 0), the field, and what is said of it."""

    record: int
    field: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of the records: ids of articles that are new, and that were there already; and what gave none, and why.

    `job` reads and groups the new ones; None where nothing is new. `same_url` names the articles that a new one may replace; they stay
    until they are judged. `notes` tell what of the records was not understood, though they were taken.
    """

    new: tuple[Id, ...]
    known: tuple[Id, ...]
    skipped: tuple[Skipped, ...]
    job: str | None
    same_url: tuple[SameUrl, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSummary:
    """An article without its text; `size` in characters, `story` where it is now, `unread_why` why it could not be read."""

    id: Id
    source: str
    sha256: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    language: str | None
    added_at: Stamp
    origin: str
    size: int
    story: str | None
    read: bool
    unread_why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """A page of articles, what was added last first; `next` is the cursor of the next page, None at the end."""

    articles: tuple[ArticleSummary, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTold:
    """An article with its text, and what the desk knows of it: see ArticleSummary."""

    article: Article
    added_at: Stamp
    origin: str
    story: str | None
    read: bool
    unread_why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySummary:
    """A story: `size` reports of `outlets` outlets; `first` and `last` are the first and last day of publication among them.

    `version` is that of the last account told of it, whose own `story.first` and `story.last` are days of what happened. `independent`: how
    many of its reports rest on nothing that another of them rests on, by that account; None where there is none yet, or the story has
    changed since. Reports that the account has off the story (rejected ones) count in none of the three.
    """

    id: Id
    title: str | None
    first: str | None
    last: str | None
    size: int
    outlets: int
    independent: int | None
    changed_at: Stamp
    version: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """A page of stories, what changed last first; `next` is the cursor of the next page, None at the end."""

    stories: tuple[StorySummary, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTold:
    """A story with the ids of its articles, those off the story too; `stale` where its account does not tell everything known by now."""

    story: StorySummary
    articles: tuple[Id, ...]
    version: int | None
    made_at: Stamp | None
    stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Something that asks for a look before it is published, and is not covered: by which rule, what it says, and where that stands."""

    rule: str
    text: str
    why: str
    english: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountTold(Account):
    """The whole account of one event, as its file holds it.

    `masking` are the names that are covered, where `mask` asks for it, and `looks` what somebody must look at then: names, schools and
    addresses that lead to them, minors where no offence is told. Without `mask` there are none.
    """

    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that changed in what is told, in Indonesian (`text`) and English, with the passages it is told from."""

    kind: str
    text: str
    english: str
    evidence: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed in the account of a story after `since`; `version` is what it is now, and `story` where its reports are now."""

    story: Id
    since: int
    version: int | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where in the article's text a hit is: article.text[start:end]."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A hit: `ref` is the id of the finding or article, `name` its speaker, measure or name.

    `text` is a piece of the article around it, from `start` to `end`; `matches` are what was found in it, `title_spans` what was found in
    `title`.
    """

    kind: str
    ref: str
    name: str | None
    day: str | None
    article: ArticleSummary
    story: str | None
    title: str | None
    text: str
    start: int
    end: int
    matches: tuple[Match, ...]
    title_spans: tuple[Match, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """A page of hits, the best first; `total` counts them all, `by_kind` those of every kind; `next` is the cursor of the next page.

    `next` is None at the end.
    """

    total: int
    by_kind: dict[str, int]
    hits: tuple[SearchHit, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A judgement as it is kept: `seq` counts up, `at` is when it was kept."""

    seq: int
    at: Stamp
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementPage:
    """A page of judgements in the order in which they were kept; `next` is the cursor of the next page, None at the end."""

    judgements: tuple[Kept, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTold:
    """A job: `stage` is what is done now, `done` of `of` (None while it is not known), `problem` why it failed.

    `new` and `known` are the articles that came of it, `skipped` what gave none. A job may be carried on by another, `then`: fetching links
    by reading what they gave, and what a server that stopped had to leave by the next job. So `state` may be done before all is; `ended`:
    nothing more will come of it, nor of what carries it on.
    """

    id: Id
    kind: str
    state: Literal["queued", "running", "done", "failed", "cancelled"]
    ended: bool
    stage: str
    done: int
    of: int | None
    problem: str
    asked_at: Stamp
    changed_at: Stamp
    then: Id | None
    story: Id | None
    new: tuple[Id, ...]
    known: tuple[Id, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Work that was asked for and is being done; ask for the job at `location`."""

    job: str
    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedThing:
    """Something given that gave no article, and why; `job` is that which took it in, if one did."""

    seq: int
    at: Stamp
    source: str
    reason: str
    job: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedPage:
    """What gave no article, the latest first."""

    skipped: tuple[SkippedThing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """That the desk answers, and which Runut it is."""

    status: Literal["ok"]
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTold:
    """A kind of problem: its name, status and title, and what to do."""

    name: str
    status: int
    title: str
    todo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemKinds:
    """Every kind of problem that an answer can be."""

    problems: tuple[KindTold, ...]


# A scheme has no case, and an address no blank.
_LINK = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]\S*$(?!\n)"


class Links(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Addresses of pages to fetch and add; those that differ in nothing but what follows `#` are one."""

    urls: Annotated[
        list[Annotated[str, msgspec.Meta(min_length=8, max_length=2_000, pattern=_LINK)]],
        msgspec.Meta(min_length=1, max_length=MAX_LINKS),
    ]


class NewJudgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A judgement to make over the account of `story`.

    `act`: merge, split, join, part, reject, set, note. `subjects` and `others` are ids out of the account, names of entities, or
    outlets and file names of reports. `field` and `value` are for set; an empty value: it is not known. `by` is the person's name, `why`
    the reason, of a note the note itself. `sees` is the `seq` of the last judgement that the person saw: where somebody has judged the
    same after it, nothing is kept and the answer tells of it.
    """

    story: Id
    act: Literal["merge", "split", "join", "part", "reject", "set", "note"]
    subjects: Annotated[list[Word], msgspec.Meta(min_length=1, max_length=200)]
    by: Word
    why: Annotated[str, msgspec.Meta(min_length=1, max_length=4_000)]
    others: Annotated[list[Word], msgspec.Meta(max_length=200)] = []
    field: Word | None = None
    value: Value | None = None
    sees: Annotated[int, msgspec.Meta(ge=0)] | None = None


class Undo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who takes a judgement back, and why."""

    by: Word
    why: Annotated[str, msgspec.Meta(min_length=1, max_length=4_000)]
