"""Which format a file has, and its reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from runut.intake import decoding, files, html, json, table, text
from runut.intake.articles import writable
from runut.intake.files import File, Unreadable
from runut.model import Article, Skipped

READERS: dict[str, Callable[[File], Iterator[Article | Skipped]]] = {
    "text": text.read,
    "html": html.read,
    "json": json.read,
    "table": table.read,
}
# How a file begins, white space left out.
_HTML = re.compile(
    r"(?:<!--[^>]{0,500}>\s{0,99})?(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype html|html|head|body)\b", re.I
)
_XML = re.compile(r"<(?:\?xml|rss|feed|rdf)\b", re.I)
_JSON = re.compile(r"\{\s{0,99}[\"}]|\[\s{0,99}[\[{\]]")


def read(path: str) -> Iterator[Article | Skipped]:
    """Every article of a file, or why there is none; what breaks off midway gives what came before and the reason."""
    count = 0
    try:
        with files.opened(path) as file:
            for item in READERS[_format(file)](file):
                count += 1
                yield item
    except Unreadable as error:
        reason = str(error)
    except UnicodeDecodeError as error:
        reason = f"broken {error.encoding.upper()}"
    except OSError as error:
        reason = f"cannot be opened: {error.strerror or error}"
    except Exception as error:  # one file never stops the rest, not even where a parser fails
        reason = f"could not be read: {type(error).__name__}: {error}"
    else:
        return
    yield Skipped(source=writable(path), reason=f"{reason}; {count} records before that were read" if count else reason)


def _format(file: File) -> str:
    """The format by the file's name, else by how the file begins."""
    named = files.SUFFIXES.get(file.suffix)
    if named:
        return named
    head = file.head.decode(decoding.guess_encoding(file.head), "replace").lstrip()
    if _HTML.match(head):
        return "html"
    if _XML.match(head):
        raise Unreadable("XML, a feed perhaps, which is not read here; save the pages it names")
    if _JSON.match(head):
        return "json"
    return "table" if table.find_delimiter(head.partition("\n")[0].rstrip("\r")) else "text"
