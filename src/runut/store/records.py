"""The rows that pass between the store and who asks it.

`at`, `added_at`, `changed_at`, `made_at` and `asked_at` are UTC, `2025-05-31T10:30:00.000000Z`, so that they sort as strings. `seq`
counts up in the order in which things were kept; what has a greater one was kept later, and none comes late. `data`, `payload`, `result`
and `links` are bytes that the store does not look into.
"""

from __future__ import annotations

from dataclasses import dataclass

from runut.model import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article without its text; `size` in characters, `origin` how it came (file, paste, link, api …).

    `read`: its reading is stored; `unread_why` says why there is none where reading failed. `story` is where it is now.
    """

    seq: int
    id: str
    source: str
    sha256: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    language: str | None
    added_at: str
    origin: str
    size: int
    story: str | None
    read: bool
    unread_why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """A finding of a reading: where it stands, and what lists and search ask of it.

    `layer`: statements, figures, names, dates, events. `name` is the speaker, measure or name; `low` and `high` bound a figure.
    """

    id: str
    article: str
    layer: str
    start: int
    end: int
    text: str
    name: str | None = None
    low: float | None = None
    high: float | None = None
    day: str | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class SketchRow:
    """What grouping keeps of an article, and the story it is in; `links` is None until it was grouped."""

    article: str
    day: str | None
    data: bytes
    links: bytes | None
    story: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story as lists show it; `first` and `last` are days of publication, `told_version` that of its last account.

    `size` reports of `outlets` outlets, as that account says (without those off the story), until the story changes; `independent` of them
    stand by themselves, None where it has changed since it was told. `seq` is its place in the order of change: the greatest changed last.
    """

    seq: int
    id: str
    title: str | None
    first: str | None
    last: str | None
    size: int
    outlets: int
    independent: int | None
    changed_at: str
    told_version: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """What became of a story: `kind` new, grown, merged, split; `before` the ids its reports were in, `articles` those that came."""

    seq: int
    at: str
    kind: str
    story: str
    before: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """The last account told of a story; `key` tells what it was made from."""

    story: str
    version: int
    key: str
    made_at: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestRow:
    """What is kept of one version of an account, to say later what has changed since."""

    story: str
    version: int
    made_at: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    """A judgement as it was kept."""

    seq: int
    at: str
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRow:
    """Work asked for; `state`: queued, running, done, failed, cancelled. `done` of `of` parts, `tries` how often it was begun."""

    id: str
    kind: str
    state: str
    done: int
    of: int | None
    message: str
    payload: bytes
    asked_at: str
    changed_at: str
    result: bytes
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedRow:
    """Something given that gave no article, and why; `job` that which took it in, if one did."""

    seq: int
    at: str
    source: str
    reason: str
    job: str | None
