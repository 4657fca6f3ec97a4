"""The records of grouping: what is kept of each report of a stream, and the stories that the reports make."""

from __future__ import annotations

from dataclasses import dataclass

from runut.model.taken import Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What grouping keeps of one report: hashes of what it tells, no text.

    A term of `words` (lemmas, names, places, numbers) is a hash in its upper bits and how telling it is in this report in its lowest four
    (0 the least); all lie in 0 … 2**63 - 1, in order. `days` are the days told, as proleptic Gregorian ordinals. `fingerprints` are hashes
    of runs of words, `signature` the smallest of them. `day` is the day of the report (`day_from`: metadata, text, user, None with no day).
    """

    article: str
    source: str
    day: str | None
    day_from: str | None
    words: tuple[int, ...]
    days: tuple[int, ...]
    signature: tuple[int, ...]
    fingerprints: tuple[int, ...]
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two reports (ids, the smaller first) that go together; `kind`: same-story or copied; `weight` from 0 to 1, by `rule`."""

    a: str
    b: str
    kind: str
    weight: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryArticle:
    """A report of a story, as the stories file names it."""

    id: str
    source: str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryGroup:
    """Reports of one story, the oldest first; `first` and `last` are their days, None where none has a day."""

    id: str
    title: str | None
    first: str | None
    last: str | None
    articles: tuple[StoryArticle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup:
    """Reports (ids) of which each has most of its words from another of them, or gave them."""

    id: str
    articles: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of stories told before: `kind` new, grown, merged, split; `before` the ids that `story` had its reports from.

    `articles` are the reports that it did not have then.
    """

    kind: str
    story: str
    before: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """Every report of a stream in exactly one story; `families` those of more than one report; `changes` against what was before."""

    stories: tuple[StoryGroup, ...]
    families: tuple[CopyGroup, ...] = ()
    changes: tuple[Change, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    schema: str = "runut/stories/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept of a stream from one day to the next: the sketches, and for each the id of the story it was in.

    `told` are hashes of all that each report tells, empty where that is not known (an earlier version kept none).
    """

    sketches: tuple[Sketch, ...]
    stories: tuple[str, ...]
    told: tuple[bytes, ...] = ()
    schema: str = "runut/stories-state/1"
