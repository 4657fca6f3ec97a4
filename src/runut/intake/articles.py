"""An article made of what a format module found, or the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from runut import codec
from runut.model import Article, Skipped

# The longest of 12,575 scraped articles has 47,332 characters; this is a book of a thousand pages, and no report.
MAX_TEXT = 2_000_000
MADE_HERE = "made by Runut, no report"
"""How the reason ends why a file of Runut's own gives no article."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WORD = re.compile(r"[^\W_]")


def make(
    source: str,
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
    authors: Iterable[str] = (),
    language: str | None = None,
    page_sha256: str | None = None,
) -> Article | Skipped:
    """The article with this text, kept to the character; a `Skipped` where no word stands in it or no file could hold it."""
    if len(text) > MAX_TEXT:
        return Skipped(
            source=source,
            reason=f"its text has {len(text):,} characters, more than {MAX_TEXT:,}: no single report",
        )
    if not _WORD.search(text):
        return Skipped(source=source, reason="no words in its text" if text else "its text is empty")
    half = None if _is_writable(text) else _SURROGATE.search(text)
    if half:
        return Skipped(
            source=source,
            reason=f"half a character (a lone surrogate) at character {half.start()} of its text, which no file can hold",
        )
    return Article(
        id=codec.article_id(source, text),
        source=source,
        text=text,
        sha256=codec.sha256(text),
        title=line(title),
        outlet=line(outlet),
        url=line(url),
        published=published,
        authors=tuple(name for author in authors if (name := line(author))),
        language=language,
        page_sha256=page_sha256,
    )


def writable(text: str) -> str:
    """A text that any file can hold: half characters become the replacement character."""
    return text if _is_writable(text) else _SURROGATE.sub("\ufffd", text)


def _is_writable(text: str) -> bool:
    """Whether a text has no half characters, told in a tenth of the time that looking for one takes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def line(value: str | None) -> str | None:
    """Metadata as one line; they are not kept to the character."""
    return " ".join(writable(value).split()) or None if value else None
