"""Accounts of stories: made from what the store holds by the same code as from files, kept, and made anew when anything has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from runut import codec, face, masking
from runut.desk.differences import Digest, digest
from runut.desk.reading import MADE_BY
from runut.desk.records import NoSuchStory, StoryState
from runut.desk.turns import Turns
from runut.face import Progress
from runut.lang import Language
from runut.model import Account, Article, Judgement, Reading
from runut.store import Store, View

Languages = Callable[[], Mapping[str, Language]]
"""The languages, loaded when something is told: what is kept needs none."""


@dataclass(frozen=True, slots=True)
class _Matter:
    """What an account is made from: the story's id, its articles (ids) and the judgements over them."""

    story: str
    articles: tuple[str, ...]
    judgements: tuple[Judgement, ...]

    @property
    def key(self) -> str:
        """The same where the account would be the same; another build, whose accounts have other fields, tells it anew."""
        shape = codec.account_shape()
        return codec.content_id(
            "account", MADE_BY, shape, *sorted(self.articles), "|", *(codec.to_json(j) for j in self.judgements)
        )


def state(view: View, story: str) -> StoryState:
    """As `Desk.state`."""
    matter = _matter(view, story)
    version, key, made_at = view.told(matter.story) or (None, None, None)
    return StoryState(
        story=matter.story,
        size=len(matter.articles),
        version=version,
        key=key,
        made_at=made_at,
        stale=key != matter.key,
    )


def account(
    store: Store, using: Languages, turns: Turns, story: str, *, fresh: bool = True, progress: Progress | None = None
) -> Account:
    """As `Desk.account`; of several that ask for one story at once, one tells it."""
    kept = store.read(lambda view: _kept(view, story, fresh))
    if (found := _read(kept)) is not None:
        return found
    with turns.at(story) as told:
        again = store.read(lambda view: _kept(view, story, fresh and not told))
        if again != kept and (found := _read(again)) is not None:
            return found
        return _tell(store, using(), story, progress)


def account_json(
    store: Store, using: Languages, turns: Turns, story: str, *, fresh: bool = True, progress: Progress | None = None
) -> bytes:
    """The account as its file."""
    kept = store.read(lambda view: _kept(view, story, fresh))
    return kept if kept is not None else _file(account(store, using, turns, story, fresh=fresh, progress=progress))


def tell_anew(store: Store, using: Mapping[str, Language], story: str) -> bool:
    """Tell a story that was not told yet, or whose last account is no longer what would be told; whether it was."""
    if not store.read(lambda view: state(view, story)).stale:
        return False
    _tell(store, using, story, None)
    return True


def digest_of(view: View, story: str, version: int) -> Digest | None:
    """What is kept of one version of a story's account, None where there was none or it is of another program."""
    row = view.digest(story, version)
    try:
        return None if row is None else codec.unpack(row.data, Digest)
    except ValueError:
        return None


def _kept(view: View, story: str, fresh: bool) -> bytes | None:
    """The file of the last account, None where it is to be made anew."""
    matter = _matter(view, story)
    told = view.told(matter.story)
    if told is None or (fresh and told[1] != matter.key):
        return None
    row = view.account(matter.story)
    return None if row is None else row.data


def _tell(store: Store, using: Mapping[str, Language], story: str, progress: Progress | None) -> Account:
    with store.reading() as view:
        matter = _matter(view, story)
        articles = view.articles(matter.articles)
        packed = view.readings(matter.articles, made_by=MADE_BY)
    told = face.tell_story(
        list(articles.values()),
        judgements=matter.judgements,
        kept=_unpacked(packed, articles),
        using=using,
        progress=progress,
    )
    data, noted = _file(told), codec.pack(digest(told))
    indonesian = using["id"]
    cover = masking.cover_pattern(told, masking.flag(told, indonesian), indonesian)
    if not store.writable:
        return told
    with suppress(KeyError):  # the story may have gone meanwhile
        store.write(
            lambda writer: writer.put_account(
                matter.story,
                key=matter.key,
                data=data,
                digest=noted,
                title=told.story.title,
                independent=told.story.independent,
                outlets=told.story.outlets,
                size=told.story.reports,
                cover=cover,
            )
        )
    return told


def _read(data: bytes | None) -> Account | None:
    """The account of a file; None for none, and for one of another version, whose shape this one does not read."""
    try:
        return None if data is None else codec.account_from_json(data)
    except ValueError:
        return None


def _file(account: Account) -> bytes:
    return codec.to_json(account).encode("utf-8")


def _unpacked(packed: Mapping[str, bytes], articles: Mapping[str, Article]) -> dict[str, Reading]:
    """Readings out of a store; one of another shape is left out, and so made anew."""
    out: dict[str, Reading] = {}
    for article, data in packed.items():
        try:
            out[article] = codec.reading_from_bytes(data, articles[article])
        except ValueError:
            continue
    return out


def _matter(view: View, story: str) -> _Matter:
    now = view.story_now(story)
    if now is None:
        raise NoSuchStory(story)
    members = view.members(now)
    return _Matter(now, tuple(members), _judged(view, members))


def _judged(view: View, members: Iterable[str]) -> tuple[Judgement, ...]:
    return tuple(row.judgement for row in view.judgements(articles=members))
