"""A saved page, by Resiliparse: its body, and what it says of itself in JSON-LD, OpenGraph and `<time>`."""

from __future__ import annotations

import codecs
import hashlib
import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from runut.intake import articles, decoding, records
from runut.intake.files import MAX_PAGE_BYTES, File, Unreadable
from runut.intake.published import read_stamp
from runut.model import Article, Skipped

# The extractor's time grows with the square of the depth: 0.5 s at this one. Browsers themselves stop at 512.
MAX_DEPTH = 5_000
# More nodes than this are not asked for by selectors.
MOST_FOUND = 200
# A page's description of itself has a handful of levels.
MAX_LD_DEPTH = 6
# Where outlets' pages put the day beside JSON-LD and OpenGraph, in the order of trust.
STAMP_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "publishdate",
    "publish_date",
    "published_time",
    "content_publisheddate",
    "dtk:publishdate",
    "parsely-pub-date",
    "pubdate",
    "dc.date.issued",
    "date",
)

_ASKED = 'meta[content], title, h1, time, link[rel="canonical"], script[type="application/ld+json"]'
_NEWS_TYPE = re.compile(r"\w{0,40}(?:Article|BlogPosting|Report)")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
# Tags that nest nothing, or that the next of their kind closes.
_EMPTY = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
_FLAT = frozenset((*_EMPTY, "p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_:.-]{2,40})", re.I)
_CODE_PAGE = re.compile(r"cp\d|iso8859|koi8|gb|big5|euc|shift_jis|mac")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(https?://\S{1,2000}) -->")


def read(file: File) -> Iterator[Article | Skipped]:
    """The page's article. Raises Unreadable for tags nested without end."""
    yield read_page(file.read(MAX_PAGE_BYTES), file.source)


def read_page(data: bytes, source: str, *, url: str | None = None, charset: str | None = None) -> Article | Skipped:
    """The article of a page; `page_sha256` is the hash of its bytes. Raises Unreadable for tags nested without end.

    `url` is where it was fetched, `charset` what its server said of it; without them the page itself is asked.
    """
    page = _Page(decode(data, charset))
    if page.generator.startswith("runut"):
        return Skipped(source=source, reason=f"a page {articles.MADE_HERE}")
    # Some pages call their body after its open comments: better with the comments than without the body.
    text = page.body(comments=False) or page.body(comments=True)
    if not text:
        return Skipped(source=source, reason="no article found in the page")
    metas, news = page.metas, page.news
    return articles.make(
        source,
        text,
        title=_first(news.get("headline"), metas.get("og:title"), page.only("h1"), page.only("title")),
        outlet=_first(metas.get("og:site_name"), lambda: _name(news.get("publisher"))),
        url=records.read_url(url) or page.address(),
        published=page.stamp(),
        authors=records.read_names(news.get("author")) or records.read_names(metas.get("author")),
        page_sha256=hashlib.sha256(data).hexdigest(),
    )


class _Page:
    """A page's tree, and what is asked of it. The tree is walked once for all: a walk costs a third of what parsing does."""

    def __init__(self, text: str) -> None:
        # Each level needs a tag: few pages have so many that levels must be counted.
        if text.count("<") > MAX_DEPTH and _depth(text) > MAX_DEPTH:
            raise Unreadable(f"its tags are nested more than {MAX_DEPTH:,} deep")
        self._text = text
        tree: Any = HTMLTree.parse(text)
        self._tree = tree
        self._found: dict[str, list[Any]] = {}
        for node in _asked_of(tree.document):
            self._found.setdefault(node.tag, []).append(node)
        self.metas = self._metas()
        self.news = self._news()

    @property
    def generator(self) -> str:
        return self.metas.get("generator", "").lower()

    def body(self, *, comments: bool) -> str:
        """The text of the page's article, paragraphs apart by a blank line; no bullets or descriptions of pictures."""
        text: str = extract_plain_text(
            self._tree,
            preserve_formatting=True,
            main_content=True,
            list_bullets=False,
            alt_texts=False,
            comments=comments,
        )
        return text.strip()

    def only(self, tag: str) -> Callable[[], str | None]:
        """The text of the only element of that name, once asked for."""

        def text() -> str | None:
            nodes = self._found.get(tag, ())
            return nodes[0].text if len(nodes) == 1 else None

        return text

    def address(self) -> str | None:
        """What the page says where it stands."""
        said = [node.getattr("href") for node in self._found.get("link", ())[:1]]
        saved = _SAVED_FROM.search(self._text[:4096])
        said += [self.metas.get("og:url"), saved[1] if saved else None]
        return next((url for value in said if (url := records.read_url(value))), None)

    def stamp(self) -> str | None:
        """The day that the page says it came out."""
        said = (self.news.get("datePublished"), *(self.metas.get(name) for name in STAMP_NAMES))
        found = next((stamp for value in said if (stamp := read_stamp(value))), None)
        if found:
            return found
        if not 0 < len(self._found.get("time", ())) <= MOST_FOUND:  # so many are a list's
            return None
        for where in (
            "time[itemprop=datePublished], time[pubdate]",
            "article time[datetime], main time[datetime]",
            "time[datetime]",
        ):
            stamps = [read_stamp(node.getattr("datetime")) for node in self._tree.document.query_selector_all(where)]
            # Lists of other reports have `<time>` too: only where all say one day is it this report's.
            if stamps and stamps[0] and len({stamp and stamp[:10] for stamp in stamps}) == 1:
                return stamps[0]
        return None

    def _metas(self) -> dict[str, str]:
        """What the page's `<meta>` say, by property, name or itemprop in small letters; the first of a name counts."""
        found: dict[str, str] = {}
        for node in self._found.get("meta", ()):
            content = node.getattr("content")
            name = node.getattr("property") or node.getattr("name") or node.getattr("itemprop")
            if name and content:
                found.setdefault(name.strip().lower(), content)
        return found

    def _news(self) -> Mapping[str, Any]:
        """The first description of an article in the page's JSON-LD; line breaks inside its strings, a common fault, are borne."""
        for node in self._found.get("script", ()):
            try:
                found = _find_news(json.loads(node.text, strict=False), 0)
            except (ValueError, RecursionError):
                continue
            if found is not None:
                return found
        return {}


def _asked_of(document: Any) -> Iterable[Any]:
    """The nodes of `_ASKED`, in their order. To go through what a selector finds takes the square of its number: many are walked to."""
    found = document.query_selector_all(_ASKED)
    return found if len(found) <= MOST_FOUND else filter(_is_asked, document)


def _is_asked(node: Any) -> bool:
    """What `_ASKED` selects."""
    if node.tag in ("title", "h1", "time"):
        return True
    if node.tag == "meta":
        return bool(node.hasattr("content"))
    if node.tag == "link":
        return bool(node.getattr("rel") == "canonical")
    return bool(node.tag == "script" and node.getattr("type") == "application/ld+json")


def decode(data: bytes, charset: str | None = None) -> str:
    """UTF-8 where the bytes are that, whatever is said of them; else what the server says, or the page; else as any text."""
    if decoding.guess_encoding(data[:4096]) != "utf-8":
        return decoding.decode(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    said = _CHARSET.search(data[:4096])
    charset = charset or (said[1].decode("ascii") if said else "")
    try:
        name = codecs.lookup(charset.strip("\"' ")).name if charset else ""
        # Pages that say Latin-1 or ASCII are windows-1252, which `decode` reads.
        if name != "iso8859-1" and _CODE_PAGE.match(name):
            return data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        pass
    return decoding.decode(data)


def _depth(page: str) -> int:
    """How deep tags are nested at most, by counting."""
    depth = deepest = 0
    for match in _TAG.finditer(page):
        if match[2].lower() in _FLAT:
            continue
        if match[1]:
            depth = max(0, depth - 1)
        else:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _find_news(value: Any, depth: int) -> Mapping[str, Any] | None:
    if depth > MAX_LD_DEPTH:
        return None
    if isinstance(value, list):
        return next((found for item in value if (found := _find_news(item, depth + 1)) is not None), None)
    if not isinstance(value, dict):
        return None
    kinds = value.get("@type")
    if any(isinstance(k, str) and _NEWS_TYPE.fullmatch(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
        return value
    return _find_news([value.get("@graph"), value.get("mainEntity")], depth + 1)


def _name(value: Any) -> str | None:
    return next(iter(records.read_names(value)), None)


def _first(*values: Any) -> str | None:
    """The first that holds words, with the entities decoded that JSON-LD and `content` often hold twice; a function is asked last."""
    told: Iterable[Any] = (value() if callable(value) else value for value in values)
    return next((html.unescape(v) for v in told if isinstance(v, str) and v.strip()), None)
