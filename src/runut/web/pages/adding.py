"""Adding reports: pasted, as files, or by their links."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from runut import codec, intake
from runut.desk import jobs
from runut.desk.jobs import Left, Outcome
from runut.intake import files, published, records
from runut.intake.articles import writable
from runut.model import Article, Skipped
from runut.web import rendering, showing, whys
from runut.web.errors import Wrong
from runut.web.security import read_form

if TYPE_CHECKING:
    from runut.desk import Desk

# What one form may hold: bytes in all, and files.
MOST_BYTES = 50 << 20
MOST_FILES = 1_000
# How a report that was pasted is called where no address was given with it.
PASTED = "paste"
FIELDS = ("text", "title", "outlet", "published", "url", "links")
_LONGEST_NAME = 150

_LINK = re.compile(r"https?://\S+", re.I)
_BARE = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?:/\S*)?")
_AFTER_LINK = "\"'”’<>()[]{},.;!"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a form held: fields by name, and files with their names."""

    fields: Mapping[str, str]
    files: tuple[UploadFile, ...]
    story: str | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was given in any of the three ways."""
        return not self.files and not self.fields["text"].strip() and not self.fields["links"].strip()


def show(request: Request) -> Response:
    """The forms for the three ways; `story` is the one that the reports are meant for."""
    return _page(request, {}, request.query_params.get("story"), None)


async def save(request: Request) -> Response:
    """Take in what was given, and lead to the job that reads it: text and files are in the store by then."""
    async with read_form(request, limit=MOST_BYTES, files=MOST_FILES) as form:
        given = _given(form)
        try:
            if given.is_empty:
                raise Wrong("", "nothing")
            job = await run_in_threadpool(_take, request.app.state.desk, given)
        except Wrong as wrong:
            return await run_in_threadpool(_page, request, given.fields, given.story, wrong)
    return RedirectResponse(f"/jobs/{job}", 303)


def _page(request: Request, fields: Mapping[str, str], story: str | None, wrong: Wrong | None) -> Response:
    desk = request.app.state.desk
    row = None
    if story:
        with desk.store.reading() as view:
            now = view.story_now(story)
            row = view.story(now) if now else None
    w = rendering.words(rendering.language_of(request)[0])
    if wrong is not None and "reason" in wrong.parts:
        wrong.parts["reason"] = whys.told(str(wrong.parts["reason"]), w)[0]
    cover = showing.covers(request, [row.id]).get(row.id, str) if row else str
    return rendering.page(
        request,
        "add.j2",
        status=400 if wrong else 200,
        here="/add" + (f"?{urlencode({'story': story})}" if story else ""),
        story_title=cover((row.title if row else None) or w("page.untitled")),
        fields={name: fields.get(name, "") for name in FIELDS},
        story=row,
        wrong=wrong,
        most=MOST_BYTES >> 20,
        accept=",".join((*files.SUFFIXES, ".gz")),
    )


def _given(form: FormData) -> Given:
    texts = {name: value for name in FIELDS if isinstance(value := form.get(name, ""), str)}
    uploads = tuple(f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename)
    story = form.get("story")
    return Given(
        # Browsers send the line ends of a text field as CRLF, whatever was pasted.
        fields={name: texts.get(name, "").replace("\r\n", "\n") for name in FIELDS},
        files=uploads,
        story=story if isinstance(story, str) and story else None,
    )


def _take(desk: Desk, given: Given) -> str:
    """Everything of a form into the store; the id of the job that goes on with it. Raises Wrong before anything is kept."""
    links = links_in(given.fields["links"])
    if len(links) > jobs.MAX_LINKS:
        raise Wrong("links", "many_links", count=len(links), most=jobs.MAX_LINKS)
    outcome = Outcome()
    if given.fields["text"].strip():
        outcome = outcome.plus(_kept(desk, iter([_pasted(given.fields)]), "paste"))
    if given.files:
        with tempfile.TemporaryDirectory(prefix="runut-") as folder:
            outcome = outcome.plus(_kept(desk, _uploaded(given.files, Path(folder)), "file"))
    if links:
        return jobs.ask_links(desk.store, links, story=given.story, outcome=outcome)
    return jobs.ask_catch_up(desk.store, story=given.story, outcome=outcome)


def links_in(text: str) -> list[str]:
    """The links of a text field, one or more a line, without the words around them; a line without a link as it stands."""
    found: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        links = [link.rstrip(_AFTER_LINK) for link in _LINK.findall(line)]
        if not links and _BARE.fullmatch(line):
            links = [f"https://{line}"]
        found += links or [line]
    return list(dict.fromkeys(found))


def _pasted(fields: Mapping[str, str]) -> Article:
    given = {name: fields[name].strip() for name in ("title", "outlet", "published", "url") if fields[name].strip()}
    if "url" in given and records.read_url(given["url"]) is None:
        raise Wrong("url", "no_url")
    if "published" in given and published.read_stamp(given["published"]) is None:
        raise Wrong("published", "no_day")
    article = intake.from_record({**given, "text": fields["text"]}, given.get("url") or PASTED)
    if isinstance(article, Skipped):
        raise Wrong("text", "no_text", reason=article.reason)
    return article if article.url else intake.name_lastingly(article, PASTED)


def _uploaded(uploads: Sequence[UploadFile], folder: Path) -> Iterator[Article | Skipped]:
    """What files give, each called as it was named; on disk they have names of ours."""
    for n, upload in enumerate(uploads):
        name = _name_of(upload.filename or "")
        path = folder / f"{n}{_suffix_of(name)}"
        with path.open("wb") as out:
            shutil.copyfileobj(upload.file, out, 1 << 20)
        for item in intake.take_in([path]):
            source = name + item.source.removeprefix(str(path))
            if isinstance(item, Article):
                yield replace(item, source=source, id=codec.article_id(source, item.text))
            else:
                yield replace(item, source=source)
        path.unlink()


def _kept(desk: Desk, items: Iterator[Article | Skipped], origin: str) -> Outcome:
    missed: list[Skipped] = []

    def articles() -> Iterator[Article]:
        for item in items:
            if isinstance(item, Article):
                yield item
            else:
                missed.append(item)

    taken = desk.take_in(articles(), origin=origin)
    if missed:
        desk.store.write(lambda writer: writer.note_skipped(missed))
    left = tuple(Left(source=s.source, reason=s.reason) for s in (*missed, *taken.skipped))
    return Outcome(new=taken.new, known=taken.known, left=left)


def _name_of(given: str) -> str:
    """The last part of a file's name, on one line; it is shown, and never a path."""
    name = re.split(r"[/\\]", writable(given))[-1]
    return "".join(c if c.isprintable() else " " for c in name).strip()[-_LONGEST_NAME:] or "file"


def _suffix_of(name: str) -> str:
    """The suffix by which intake knows the format, with `.gz`; "" for any other, which is told by how the file begins."""
    suffix = files.suffix_of(name)
    packed = ".gz" if name.lower().endswith(".gz") else ""
    return suffix + packed if suffix in files.SUFFIXES else packed


routes = [Route("/add", show, methods=["GET"]), Route("/add", save, methods=["POST"])]
