"""Search: what is found, each hit with its passage, and filters that work without script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from runut.desk import Desk
from runut.desk.queries import QueryError
from runut.desk.searching import Hit, Hits
from runut.exports.passages import readable, showable
from runut.exports.wording import Wording
from runut.masking import COVER
from runut.model import Report
from runut.store import StoryRow
from runut.store.searching import FIGURE, KINDS, NAME, STATEMENT
from runut.web import links, rendering, showing
from runut.web.asked import number

SHOWN = 20
# No page lies further on: who has looked at so many hits narrows the search.
FURTHEST = 10_000
MOST_ASKED = 400
# Characters of a query from the place on where it cannot be understood.
SHOWN_WRONG = 30
_ENDS = (".", "!", "?", "”", '"')
# The outlets with the most reports are offered.
MOST_OUTLETS = 200
FIELDS = ("outlet", "from", "to", "speaker", "measure", "story")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text, and whether it was sought."""

    text: str
    sought: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A hit as the page shows it; `lead` is the speaker, value or name, `cut` tells that the snippet ends inside a sentence."""

    kind: str
    href: str
    title: tuple[Part, ...]
    about: str
    snippet: tuple[Part, ...]
    cut: bool
    story: str
    lead: str = ""
    note: str = ""
    more: str = ""


def show(request: Request) -> Response:
    """The form, and what its query finds."""
    desk: Desk = request.app.state.desk
    w = rendering.words(rendering.language_of(request)[0])
    asked = {name: request.query_params.get(name, "").strip()[:MOST_ASKED] for name in ("q", "kind", *FIELDS)}
    kind = asked["kind"] if asked["kind"] in KINDS else ""
    first = min(number(request.query_params.get("offset", "")) or 0, FURTHEST)
    hits: Hits | None = None
    wrong = place = ""
    if any(asked[name] for name in ("q", *FIELDS)):
        try:
            hits = _search(desk, asked, kind, first)
        except QueryError as error:
            told = w.either(error.why, error.english)
            wrong, place = told[:1].upper() + told[1:], showable(asked["q"][error.at : error.at + SHOWN_WRONG])
    with desk.store.reading() as view:
        outlets = [outlet for outlet, _ in view.outlets()[:MOST_OUTLETS]]
        story = view.story(view.story_now(asked["story"]) or "") if asked["story"] else None
    covered = showing.covered(request, [hit.article.id for hit in hits.hits]) if hits else {}
    return rendering.page(
        request,
        "search.j2",
        status=400 if wrong else 200,
        asked=asked,
        filtered=any(asked[name] for name in FIELDS),
        wrong=wrong,
        place=place,
        outlets=[showable(outlet) for outlet in outlets],
        measures=[(value, w.label("measure", value)) for value in w.values("measure") if value != "other"],
        story_title=showable(_title(request, story, w)) if story else asked["story"],
        kinds=_kinds(hits, asked, w),
        total=0 if hits is None else hits.total,
        searched=hits is not None,
        found=[_found(hit, covered.get(hit.article.id), w) for hit in hits.hits] if hits else [],
        first=first + 1,
        before=_address(asked, offset=max(0, first - SHOWN)) if hits and first else "",
        after=_address(asked, offset=first + SHOWN) if hits and first + SHOWN < hits.total else "",
        everywhere=_address({**asked, "story": ""}),
        link=links.story,
    )


def _title(request: Request, story: StoryRow, w: Wording) -> str:
    """What a story is called, protected names covered where the reader wants that."""
    covers = request.app.state.desk.covers([story.id]) if showing.is_masked(request) else {}
    return str(covers.get(story.id, str)(story.title or w("page.untitled")))


def _search(desk: Desk, asked: Mapping[str, str], kind: str, offset: int) -> Hits:
    return desk.search(
        asked["q"],
        kinds=[kind] if kind else [],
        outlets=[asked["outlet"]],
        speakers=[asked["speaker"]],
        measures=[asked["measure"]],
        stories=[asked["story"]],
        from_day=asked["from"],
        to_day=asked["to"],
        limit=SHOWN,
        offset=offset,
    )


def _kinds(hits: Hits | None, asked: Mapping[str, str], w: Wording) -> list[tuple[str, str, int, bool]]:
    """Each kind with its address, its words, how many there are, and whether it is shown."""
    if hits is None:
        return []
    shown = hits.query.wanted.kinds
    return [
        (_address({**asked, "kind": kind}), w(f"desk.search.kind.{kind}"), count, kind in shown)
        for kind, count in hits.by_kind
    ]


def _address(asked: Mapping[str, str], **more: int) -> str:
    given = {name: value for name, value in asked.items() if value}
    return f"/search?{urlencode({**given, **{name: n for name, n in more.items() if n}})}"


def _found(hit: Hit, covered: Report | None, w: Wording) -> Found:
    """The hit in words; with its report `covered`, nothing of a name that is covered there."""
    article = hit.article
    spans = [(span.start, span.end) for span in hit.spans]
    text, title = hit.text, hit.title
    if covered is not None:
        text, title = covered.text[hit.start : hit.end], covered.title or title
    if hit.finding is not None:
        href = links.passage(article.id, hit.finding.start, hit.finding.end)
    else:
        href = links.passages(article.id, spans) if spans else links.article(article.id)
    lead, note, more = _lead(hit, covered, w)
    return Found(
        kind=hit.kind,
        href=href,
        title=tuple(_parts(title or w("page.untitled"), 0, hit.title_spans)),
        about=" · ".join(filter(None, (showable(hit.outlet or ""), w.day(hit.day, weekday=False)))),
        snippet=tuple(_parts(text, hit.start, spans)),
        cut=not text.endswith(_ENDS),
        story=hit.story or "",
        lead=lead,
        note=note,
        more=more,
    )


def _lead(hit: Hit, covered: Report | None, w: Wording) -> tuple[str, str, str]:
    """Who says it, what it comes to, or who it is; something beside it; and where there is more."""
    finding = hit.finding
    if finding is None:
        return "", "", ""
    if hit.kind == FIGURE:
        measure = finding.name or "other"
        value = w.bounds(_plain(finding.low), _plain(finding.high), measure=measure)
        return value, w.label("measure", measure), ""
    name = finding.name or (finding.text if hit.kind == NAME else "")
    hidden = covered is not None and COVER in covered.text and name not in covered.text
    shown = showable(COVER * len(name) if hidden else name)
    if hit.kind == STATEMENT:
        return shown or w("desk.search.unknown_speaker"), "", ""
    more = "" if hidden else f"/names?{urlencode({'name': name})}"
    return shown, w("desk.search.in_articles", count=hit.articles), more


def _plain(value: float | None) -> float | None:
    """A whole number as one."""
    return int(value) if value is not None and value.is_integer() else value


def _parts(text: str, start: int, spans: Iterable[tuple[int, int]]) -> Iterable[Part]:
    at = 0
    for a, b in spans:
        if a - start > at:
            yield Part(readable(text[at : a - start]), False)
        yield Part(readable(text[a - start : b - start]), True)
        at = b - start
    if at < len(text):
        yield Part(readable(text[at:]), False)


routes = [Route("/search", show)]
