"""Exporting: a story's account in every form, as a download."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from runut import codec
from runut.exports import forms, html
from runut.exports.passages import readable, showable
from runut.exports.wording import LANGUAGES
from runut.masking import Flag, flag, mask
from runut.model import Account
from runut.web import links, rendering
from runut.web.errors import Missing
from runut.web.pages.account import elsewhere

if TYPE_CHECKING:
    from runut.desk import Desk

# The forms with the type and suffix of their file; those of several files are packed together.
PACKED = ("application/zip", "zip")
FORMS: Mapping[str, tuple[str, str]] = {
    "markdown": ("text/markdown; charset=utf-8", "md"),
    "html": ("text/html; charset=utf-8", "html"),
    "json": ("application/json", "json"),
    "csv": PACKED,
    "parquet": PACKED,
    "acled": PACKED,
    "ucdp": PACKED,
    "snpk": PACKED,
    "timelinejs": ("application/json", "json"),
    "annotation": ("application/json", "json"),
}
# A packed file says the same whenever it is made.
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Protected:
    """A name that may not be told, or what leads to one, as it can be chosen; `key` stands for it in an address, and tells nothing."""

    key: str
    name: str
    why: str
    masked: bool


def show(request: Request) -> Response:
    """The forms, with what can be left out or covered."""
    story = request.path_params["story"]
    if (moved := elsewhere(request, story)) is not None:
        return moved
    return _page(request, story)


def _page(request: Request, story: str, *, why: str = "", anew: bool = False) -> Response:
    desk: Desk = request.app.state.desk
    account = desk.account(story)
    w = rendering.words(rendering.language_of(request)[0])
    protected = [
        Protected(_key(f), readable(f.name), w.either(f.why, f.english), f.masked)
        for f in flag(account, desk.using["id"])
    ]
    return rendering.page(
        request,
        "export.j2",
        status=409 if anew else 400 if why else 200,
        here=f"{links.story(story)}/export",
        story=story,
        title=showable(account.story.title or w("page.untitled")),
        forms=FORMS,
        protected=protected,
        why=why,
        anew=anew,
        of=account.sha256,
        back=links.story(story),
    )


def download(request: Request) -> Response:
    """The account in one form."""
    story, name = request.path_params["story"], request.query_params.get("form", "")
    if (moved := elsewhere(request, story)) is not None:
        return moved
    if name not in FORMS:
        raise Missing("form", name)
    desk: Desk = request.app.state.desk
    asked = request.query_params
    lang = asked.get("words") if asked.get("words") in LANGUAGES else rendering.language_of(request)[0]
    account, keys = desk.account(story), asked.getlist("cover")
    flags = flag(account, desk.using["id"]) if keys else ()
    # Told anew since the form was drawn, it may have a name to cover that nobody could tick: nothing is written.
    if asked.get("of", account.sha256) != account.sha256 or not {_key(f) for f in flags}.issuperset(keys):
        return _page(request, story, anew=True)
    if keys:
        account = mask(account, [replace(f, masked=_key(f) in keys) for f in flags], desk.using["id"])
    try:
        body = _written(account, name, str(lang), asked.get("excerpts") == "on", desk)
    except ValueError as error:
        return _page(request, story, why=str(error))
    kind, suffix = FORMS[name]
    return Response(
        body,
        media_type=kind,
        headers={"content-disposition": f'attachment; filename="runut-{story}-{name}.{suffix}"'},
    )


def _key(found: Flag) -> str:
    return codec.content_id("flag", found.rule, found.entity, found.name)


def _written(account: Account, name: str, lang: str, excerpts: bool, desk: Desk) -> bytes:
    """The file of a form, several of them packed; raises ValueError where the account has nothing for it."""
    if name == "json":
        return (codec.to_json(account, indent=1) + "\n").encode()
    if name == "html":
        return html.render(account, lang=lang, excerpts=excerpts).encode()
    form = forms.FORMS[name]
    files = form.render(account, lang, excerpts, desk.using["id"])
    if not form.folder:
        (body,) = files.values()
        return body
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for file, content in files.items():
            info = zipfile.ZipInfo(file, _EPOCH)
            info.external_attr = 0o644 << 16
            packed.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


routes = [
    Route("/stories/{story}/export", show, methods=["GET"]),
    Route("/stories/{story}/export/file", download, methods=["GET"]),
]
