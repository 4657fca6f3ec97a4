"""Stories and their accounts."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from runut import codec
from runut.desk import jobs
from runut.desk.records import NoSuchStory
from runut.masking import cover_words, flag, mask
from runut.web.api.answering import paging
from runut.web.api.answering.work import accepted
from runut.web.api.operations import BASE, Call, Reply
from runut.web.api.problems import Problem
from runut.web.api.records import AccountTold, Change, Changes, Look, StoryPage, StorySummary, StoryTold

if TYPE_CHECKING:
    from runut.desk.records import StoryState
    from runut.masking import Flag
    from runut.model import Account, Place
    from runut.store.records import StoryRow


def list_all(call: Call) -> Reply:
    """A page of stories, what changed last first."""
    given = call.arguments
    rows = call.desk.stories(
        changed_since=given["changed_since"],
        before=paging.place(call),
        limit=given["limit"] + 1,
        query=given["title"],
    )
    shown = rows[: given["limit"]]
    cursor, headers = paging.following(call, shown[-1].seq if len(rows) > len(shown) else None)
    return Reply(content=StoryPage(stories=tuple(map(summary, shown)), next=cursor), headers=headers)


def get(call: Call) -> Reply:
    """A story: what is known of it without telling it anew."""
    state = _state(call)
    if state.story != call.arguments["id"]:
        return _moved(f"/stories/{state.story}")
    with call.desk.store.reading() as view:
        row = view.story(state.story)
        members = view.members(state.story)
    if row is None:
        raise Problem("not-found", f"no story {state.story}")
    told = StoryTold(
        story=summary(row),
        articles=tuple(members),
        version=state.version,
        made_at=state.made_at,
        stale=state.stale,
    )
    return Reply(content=told)


def list_changes(call: Call) -> Reply:
    """What changed in the account since one of its versions; of a story that another swallowed, since one of its own."""
    state = _state(call)
    since = call.arguments["since_version"]
    found = call.desk.changes(call.arguments["id"], since) if state.version is not None else ()
    changes = tuple(Change(kind=d.kind, text=d.text, english=d.english, evidence=d.evidence) for d in found)
    return Reply(content=Changes(story=state.story, since=since, version=state.version, changes=changes))


def get_account(call: Call) -> Reply:
    """The account as it lies in the store; where it must be told first, the job that does so."""
    state = _state(call)
    fresh = call.arguments["fresh"]
    if state.story != call.arguments["id"]:
        query = urlencode({name: str(call.arguments[name]).lower() for name in ("fresh", "mask")})
        return _moved(f"/accounts/{state.story}?{query}")
    if call.desk.store.writable and (state.version is None or (state.stale and fresh)):
        return accepted(jobs.ask_catch_up(call.desk.store, tell=(state.story,)))
    masked = "-masked" if call.arguments["mask"] else ""
    if state.key is not None:
        call.unless_known(state.key + masked)
    with call.desk.store.reading() as view:
        row = view.account(state.story)
    if row is None and call.desk.store.writable:
        raise Problem("not-found", f"no account of {state.story}")
    # In a store that may only be read nobody tells a story for later: the last account, else one made now.
    data = row.data if row is not None else call.desk.account_json(state.story, fresh=False)
    etag = None if row is None else row.key + masked
    of = {"Link": f'<{BASE}/stories/{state.story}>; rel="up"'}
    return Reply(content=_masked(call, data) if masked else data, etag=etag, headers=of)


def _masked(call: Call, data: bytes) -> AccountTold:
    """An account with its protected names covered, and what asks for a look without being covered."""
    account, language = codec.account_from_json(data), call.desk.using["id"]
    flags = flag(account, language)
    covered = mask(account, flags, language)
    cover = cover_words(account, flags, language)
    looks = tuple(
        Look(rule=f.rule, text=cover(f.name), why=cover(f.why), english=cover(f.english), places=_covered(covered, f))
        for f in flags
        if not f.masked
    )
    return AccountTold(**{field.name: getattr(covered, field.name) for field in fields(covered)}, looks=looks)


def _covered(account: Account, looked: Flag) -> tuple[Place, ...]:
    """The places of a flag in the words that the covered account has there."""
    texts = {report.id: report.text for report in account.articles}
    return tuple(replace(place, text=texts[place.article][place.start : place.end]) for place in looked.evidence)


def present(call: Call, story: str) -> str:
    """The story that has the reports of this one now; raises Problem where there never was one."""
    try:
        return call.desk.story_now(story)
    except NoSuchStory:
        raise Problem("not-found", f"no story {story}") from None


def _state(call: Call) -> StoryState:
    try:
        return call.desk.state(call.arguments["id"])
    except NoSuchStory:
        raise Problem("not-found", f"no story {call.arguments['id']}") from None


def _moved(path: str) -> Reply:
    """Where a story is now whose reports another one has."""
    return Reply(content={"location": f"{BASE}{path}"}, status=308, headers={"Location": f"{BASE}{path}"})


def summary(row: StoryRow) -> StorySummary:
    """A row of the store as the API tells it."""
    return StorySummary(
        id=row.id,
        title=row.title,
        first=row.first,
        last=row.last,
        size=row.size,
        outlets=row.outlets,
        independent=row.independent,
        changed_at=row.changed_at,
        version=row.told_version,
    )
