"""What the desk answers with."""

from __future__ import annotations

from dataclasses import dataclass

from runut.model import Change, Entity, Place, Skipped, Statement


class NoSuchStory(KeyError):
    """There is no story of this id, nor was there one."""

    def __str__(self) -> str:
        return f"there is no story {self.args[0]!r}; `runut stories --store` lists those there are"


class NoSuchThing(KeyError):
    """A story has nothing of this id."""

    def __str__(self) -> str:
        return f"there is nothing of the id {self.args[0]!r} in the story"


class Occupied(RuntimeError):
    """Another process reads and groups this store just now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was taken in: ids of the articles that are `new` and of those `known` before, and what gave none."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaughtUp:
    """How many articles were `read`, what could not be read or told, what became of stories, and the ids of those `told` anew."""

    read: int = 0
    skipped: tuple[Skipped, ...] = ()
    changes: tuple[Change, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryState:
    """How a story stands: `story` is its id now, `size` in reports.

    `version`, `key` and `made_at` are of the last account told, None where none was; `stale`: what it would be made from now is other.
    """

    story: str
    size: int
    version: int | None
    key: str | None
    made_at: str | None
    stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing in which an account is other than an earlier version of it.

    `kind`: reports, gone, figure, conflict, settled, clash, dispute, speaker, judgement. `text` is Indonesian, `english` the same in
    English; `evidence` are the passages, of the account as it is now wherever they are still in it.
    """

    kind: str
    text: str
    english: str
    evidence: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of a name (`text`), or a role: in how many `reports`, the days of the first and the last, and where it stands."""

    text: str
    reports: int
    first: str | None
    last: str | None
    evidence: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Something that someone is reported to have said; `day` is that of the saying, else of the report.

    `outlet` and `title` are of the report, `story` is where that is now (None: in none).
    """

    statement: Statement
    day: str | None
    outlet: str | None
    title: str | None
    story: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An entity of a story: the forms of its name and its roles as of when, and what it says over time."""

    story: str
    entity: Entity
    names: tuple[Form, ...]
    roles: tuple[Form, ...]
    said: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name over all stories: its type, how many reports have it and how many statements of theirs are by it.

    `stories` are those (id and title) in which most of its reports are, the first few of `story_count`; `first` and `last` the days of the
    reports.
    """

    name: str
    type: str
    reports: int
    statements: int
    first: str | None
    last: str | None
    stories: tuple[tuple[str, str | None], ...]
    story_count: int
