"""Rendering: a page of the desk from its template, in the reader's language, with what every page has."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any
from urllib.parse import parse_qsl, urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from runut.exports import wording
from runut.exports.passages import showable
from runut.exports.wording import LANGUAGES, Wording
from runut.web import links, security
from runut.web.settings import Settings

LANG = "runut_lang"
MESSAGE = "runut_message"
YEAR = 365 * 24 * 3600

# The places of the header, each with the words of its name.
NAV = (
    ("/", "desk.nav.stories"),
    ("/names", "desk.nav.names"),
    ("/judgements", "desk.nav.judgements"),
    ("/jobs", "desk.nav.jobs"),
    ("/add", "desk.nav.add"),
)


def page(request: Request, template: str, /, *, status: int = 200, here: str = "", **context: Any) -> Response:
    """A page from one of `templates/`, which extends `base.j2`.

    `here` is the address of the page where that of the request is another: of a form that was sent, the page that it stands on.

    Besides `context` a template has `w` (the words), `csrf` (the hidden field that every POST form holds), `request` and `here`. Works in
    any thread, and is to be called where a page may take its time.
    """
    settings: Settings = request.app.state.settings
    lang, chosen = language_of(request)
    nonce, new = security.form_nonce(request)
    message = _message(request)
    w = words(lang)
    here = here or (_asked_for(request) if request.method in security.SAFE else "/")
    html = (
        _environment()
        .get_template(template)
        .render(
            w=w,
            request=request,
            path=request.url.path,
            here=here,
            nav=NAV,
            others=[(other, _in_language(here, other)) for other in LANGUAGES if other != lang],
            message=message and message_told(w, message),
            csrf=Markup('<input type="hidden" name="{}" value="{}">').format(
                security.FORM_FIELD, security.form_token(nonce, settings)
            ),
            asset=asset_address,
            let_in=bool(settings.token),
            **context,
        )
    )
    response = HTMLResponse(html, status)
    secure = request.url.scheme == "https"
    if new:
        response.set_cookie(
            security.FORM, nonce, max_age=security.MONTH, httponly=True, samesite="strict", secure=secure
        )
    if chosen:
        response.set_cookie(LANG, lang, max_age=YEAR, httponly=True, samesite="lax", secure=secure)
    if message is not None:
        response.delete_cookie(MESSAGE, httponly=True, samesite="strict", secure=secure)
    return response


def after(request: Request, address: str, key: str = "", *, undo: str = "", **parts: str | int) -> Response:
    """To another page after a form was done, which tells `key` with its parts and offers to `undo` (POST to `/judgements/…`)."""
    response = RedirectResponse(address, 303)
    if key:
        short = {name: part[:200] if isinstance(part, str) else part for name, part in parts.items()}
        response.set_cookie(
            MESSAGE,
            base64.urlsafe_b64encode(json.dumps({"key": key, "undo": undo, "parts": short}).encode()).decode(),
            max_age=60,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
    return response


def language_of(request: Request) -> tuple[str, bool]:
    """The language of a page, and whether this very request chose it (`?lang=`)."""
    asked = request.query_params.get("lang", "")
    if asked in LANGUAGES:
        return asked, True
    kept = request.cookies.get(LANG, "")
    return (kept if kept in LANGUAGES else request.app.state.settings.lang), False


@cache
def words(lang: str) -> Wording:
    """The words of the account page and of every page of the desk."""
    base = wording.load(lang)
    more: dict[str, str] = {}
    for table in sorted(_here("words").iterdir(), key=lambda t: t.name):
        if table.name.endswith(".tsv"):
            more.update(wording.rows(table.read_text("utf-8"), lang))
    return replace(base, words={**base.words, **more})


def message_told(w: Wording, message: Mapping[str, Any]) -> Mapping[str, str] | None:
    """A kept message in words; None for one that this version has no words for."""
    try:
        return {"text": w(message["key"], **message["parts"]), "undo": message["undo"]}
    except (KeyError, IndexError, TypeError, ValueError):
        return None


def _message(request: Request) -> Mapping[str, Any] | None:
    """What the page before has left to be told; empty where it cannot be read, None where there is none."""
    kept = request.cookies.get(MESSAGE)
    if kept is None:
        return None
    try:
        message = json.loads(base64.urlsafe_b64decode(kept))
        undo = str(message["undo"])
        return {
            "key": str(message["key"]),
            "parts": dict(message["parts"]),
            "undo": undo if undo.startswith("/judgements/") else "",
        }
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}


def _asked_for(request: Request) -> str:
    """The address that was asked for, within this server."""
    return links.inside(request.url.path) + (f"?{request.url.query}" if request.url.query else "")


def _in_language(here: str, lang: str) -> str:
    """The address of a page in another language."""
    path, _, query = here.partition("?")
    kept = [(k, v) for k, v in parse_qsl(query, keep_blank_values=True) if k != "lang"]
    return f"{path}?{urlencode([*kept, ('lang', lang)])}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("runut.web"), PackageLoader("runut.exports")]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        finalize=lambda value: showable(value) if type(value) is str else value,
    )
    environment.filters["wbr"] = _breakable
    return environment


def _breakable(text: str) -> Markup:
    """A long address with places to break it."""
    return Markup("/<wbr>").join(escape(part) for part in text.split("/"))


def _here(name: str) -> Traversable:
    return resources.files("runut.web").joinpath(name)


@cache
def asset(name: str) -> bytes:
    """One of our own files that pages ask for, the script with that of the account page; raises KeyError for any other name."""
    account = resources.files("runut.exports")
    if name == "page.css":
        return account.joinpath(name).read_bytes()
    if name == "desk.css":
        return _here("static").joinpath(name).read_bytes()
    if name == "desk.js":
        return account.joinpath("page.js").read_bytes() + _here("static").joinpath(name).read_bytes()
    raise KeyError(name)


@cache
def asset_address(name: str) -> str:
    """Where a page asks for one of our files; another address when the file is another."""
    return f"/static/{name}?v={hashlib.sha256(asset(name)).hexdigest()[:12]}"
