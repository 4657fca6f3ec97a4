"""The page: an account as one self-contained HTML file that works without script and asks nothing of any network."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from runut.exports import wording
from runut.exports.marking import LAYERS, SHOWN_AT_FIRST
from runut.exports.page import Page
from runut.exports.passages import showable
from runut.model import Account


def render(account: Account, lang: str = "id", excerpts: bool = False) -> str:
    """The page of an account, in `id` or `en`; `excerpts` leaves the full texts out and shows passages of at most 300 characters.

    Raises ValueError for another language.
    """
    words = wording.load(lang)
    css, script = _asset("page.css"), _asset("page.js")
    story = account.story
    days = dict.fromkeys(day for day in (story.first, story.last) if day)
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            account=account,
            page=Page(account, words, excerpts=excerpts),
            w=words,
            title=showable(story.title or words("page.untitled")),
            period=" – ".join(words.day(day) for day in days),
            layers=LAYERS,
            shown=SHOWN_AT_FIRST,
            # Our own two files, and the only text that is not escaped.
            css=Markup(css),
            script=Markup(script),
            policy=(
                f"default-src 'none'; style-src '{_source_hash(css)}'; script-src '{_source_hash(script)}'; "
                "img-src data:; base-uri 'none'; form-action 'none'"
            ),
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("runut.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
        finalize=lambda value: showable(value) if type(value) is str else value,
    )


@cache
def _asset(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def _source_hash(text: str) -> str:
    """A Content-Security-Policy source for exactly this inline text."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
