"""A record as an article: which of its fields hold what, in the names that scrapers give them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from runut.intake import articles
from runut.intake.published import read_stamp
from runut.model import Article, Skipped

# Names as `key_of` writes them, the most telling first: news-please has `maintext` beside `text`, Fundus `plaintext` beside `body`,
# trafilatura `text` beside `raw_text`. A field that is empty gives way to the next.
TEXT = ("maintext", "plaintext", "text", "content", "body", "articlebody", "full_text", "article_text", "isi")
TITLE = ("title", "headline", "title_page", "title_rss", "judul")
OUTLET = (
    "outlet",
    "publisher",
    "source_hostname",
    "sitename",
    "meta_site_name",
    "media_name",
    "source_domain",
    "source",
    "hostname",
    "sumber",
)
URL = ("url", "link", "canonical_link", "source", "responded_url", "requested_url", "tautan")
PUBLISHED = (
    "published",
    "publish_date",
    "date_publish",
    "publishing_date",
    "datepublished",
    "published_at",
    "publishedat",
    "pubdate",
    "date",
    "tanggal",
)
AUTHORS = ("authors", "author", "byline", "penulis")
LANGUAGE = ("language", "lang")
WRAPPERS = ("articles", "stories", "records", "documents", "items", "results", "data")
"""Fields in which a file may hold its list of records."""

# Columns of the tables that Runut writes: passages, one a row, with where they stand, in this order; or the reports that it has read.
_PASSAGE = ("article", "start", "end", "text")
_READ = frozenset(["anchor", "anchor_from", "sha256", "text"])
# What a report has and a passage of one has not: a table with such a column is somebody's own, whatever stands beside.
_OF_REPORTS = frozenset((*URL, *TITLE, *AUTHORS)) - {"source"}

# What CSV writers and news-please put where nothing is known.
_NOTHING = frozenset({"", "none", "null", "nan", "n/a"})
_URL = re.compile(r"https?://\S", re.I)
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]{2,8})*")
# A list in the cells of newspaper4k's CSV is short.
MAX_LISTED = 10_000


def from_record(record: Mapping[str, Any], source: str | None = None, otherwise: str = "record") -> Article | Skipped:
    """The article that a record holds, its text the body field as it stands.

    `source` is how the article is called, by default its URL, or `otherwise` where it has none.
    """
    fields = _keyed(record)
    url = _first(fields, URL, read_url)
    source = articles.writable(source or url or otherwise)
    text = _first(fields, TEXT, _text)
    if text is None:
        odd = next((name for name in TEXT if _is_no_text(fields.get(name))), None)
        return Skipped(
            source=source, reason=f"the record's {odd} is {_kind(fields[odd])}, no text" if odd else why_no_text(fields)
        )
    return articles.make(
        source,
        text,
        title=_first(fields, TITLE, _words),
        outlet=_first(fields, OUTLET, _outlet),
        url=url,
        published=_first(fields, PUBLISHED, read_stamp),
        authors=_first(fields, AUTHORS, read_names) or (),
        language=_first(fields, LANGUAGE, _language),
    )


def unread_day(record: Mapping[str, Any]) -> str | None:
    """What a record gives as its day where no day can be read of it; None where one can, or none is given."""
    fields = _keyed(record)
    if _first(fields, PUBLISHED, read_stamp) is not None:
        return None
    given = (fields.get(name) for name in PUBLISHED)
    told = (articles.writable(value if isinstance(value, str) else repr(value)) for value in given if value is not None)
    return next((words for words in told if words.strip().lower() not in _NOTHING), None)


def key_of(name: object) -> str:
    """A field's name without regard to capitals, spaces and hyphens."""
    return str(name).strip().lower().replace(" ", "_").replace("-", "_")


def is_made_here(names: Sequence[str]) -> bool:
    """Whether columns, as `key_of` writes them, are those of a table that Runut made of reports, whatever its file is called."""
    at = names.index(_PASSAGE[0]) if _PASSAGE[0] in names else len(names)
    is_passages = tuple(names[at : at + len(_PASSAGE)]) == _PASSAGE and _OF_REPORTS.isdisjoint(names)
    return is_passages or _READ.issubset(names)


def find_records(value: Any) -> Iterator[Any] | None:
    """The records that a wrapper such as `{"stories": […]}` or `{"articles": […]}` holds; None for what is no wrapper."""
    if not isinstance(value, Mapping):
        return None
    fields = _keyed(value)
    lists = (fields[name] for name in WRAPPERS if isinstance(fields.get(name), list))
    inner = next((rows for rows in lists if rows and isinstance(rows[0], Mapping)), None)
    return iter(inner) if inner and _first(fields, TEXT, _text) is None else None


def why_no_text(names: Iterable[str]) -> str:
    """Why a record with these fields (as `key_of` writes them) tells no text."""
    fields = list(names)
    if any(name in fields for name in TEXT):
        return "the record's text is empty"
    if "media_url" in fields and "indexed_date" in fields:
        return "a Media Cloud record, which holds no text: get the article itself from its address"
    shown = articles.writable(", ".join(fields[:8]))
    return f"a record without a text (its fields: {shown})" if shown else "an empty record"


def _keyed(record: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in record.items():
        fields.setdefault(key_of(name), value)
    return fields


def _first(fields: Mapping[str, Any], names: Iterable[str], read: Any) -> Any:
    """What the first of these fields tells that tells anything."""
    for name in names:
        if (value := fields.get(name)) is not None and (found := read(value)):
            return found
    return None


def _text(value: Any) -> str | None:
    if isinstance(value, str):
        return value if value.strip() and value.strip().lower() not in _NOTHING else None
    return _fundus_body(value) if isinstance(value, Mapping) else None


def _is_no_text(value: Any) -> bool:
    """Whether a field holds something, and that is no text."""
    return not isinstance(value, str) and value is not None and value not in ([], {})


def _kind(value: Any) -> str:
    return next((name for kind, name in _KINDS if isinstance(value, kind)), type(value).__name__)


_KINDS: tuple[tuple[Any, str], ...] = (
    (Mapping, "a record"),
    (list | tuple, "a list"),
    (bool, "true or false"),
    (int | float, "a number"),
)


def _fundus_body(body: Mapping[str, Any]) -> str | None:
    """Fundus keeps `{summary: […], sections: [{headline: […], paragraphs: […]}]}`, and joins it by blank lines as here."""
    sections = body.get("sections")
    if not isinstance(sections, list):
        return None
    parts = list(_strings(body.get("summary")))
    for section in sections:
        if isinstance(section, Mapping):
            parts += [*_strings(section.get("headline")), *_strings(section.get("paragraphs"))]
    return "\n\n".join(parts) or None


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (item for item in value if isinstance(item, str) and item)


def _words(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip().lower() not in _NOTHING else None


def read_url(value: Any) -> str | None:
    """An address, None for anything else."""
    words = _words(value)
    return words if words and _URL.match(words) else None


def _outlet(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    words = _words(value)
    return words if words and not _URL.match(words) else None


def _language(value: Any) -> str | None:
    words = _words(value)
    match = _LANGUAGE.fullmatch(words) if words else None
    code = match[1].lower() if match else None
    return "id" if code == "in" else code  # the code of Indonesian until 1989, which Java still writes


def read_names(value: Any) -> tuple[str, ...]:
    """One name or several: a list, a list written as Python (newspaper4k's CSV), or names between semicolons (trafilatura)."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, str):
        if value.startswith("[") and value.endswith("]") and len(value) < MAX_LISTED:
            try:
                value = ast.literal_eval(value)
            except (ValueError, SyntaxError, MemoryError, RecursionError):
                value = [value]
        else:
            value = value.split(";")
    if not isinstance(value, list | tuple):
        return ()
    found = (_words(item.get("name") if isinstance(item, Mapping) else item) for item in value)
    return tuple(dict.fromkeys(name for name in found if name))
