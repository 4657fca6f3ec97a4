"""A plain text file: one article, its text the whole file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runut.intake import articles, decoding
from runut.intake.files import MAX_PAGE_BYTES, File
from runut.model import Article, Skipped

# How a footnote of a brief in Markdown ends: the article's id and where the passage stands in it.
_FOOTNOTE = re.compile(r"” <!-- [0-9a-f]{16} \d{1,9} \d{1,9} -->$", re.M)
# How an account, its slides for TimelineJS and its annotations begin, which may lie in a file that is called a text.
_EXPORTED = re.compile(
    r'\{\s{0,9}"(?:schema": ?"runut/|scale": ?"human",\s{0,9}"title": ?\{\s{0,9}"unique_id": ?"story-|'
    r'@context": ?"http://www\.w3\.org/ns/anno\.jsonld"[^{]{0,600}\{[^{}]{0,200}"name": ?"runut )'
)


def read(file: File) -> Iterator[Article | Skipped]:
    """The article, line ends as they stand; only a byte order mark is no part of it."""
    text = decoding.decode(file.read(MAX_PAGE_BYTES))
    if (text.startswith("# ") and _FOOTNOTE.search(text)) or _EXPORTED.match(text):
        yield Skipped(source=file.source, reason=f"a brief or export {articles.MADE_HERE}")
    else:
        yield articles.make(file.source, text)
