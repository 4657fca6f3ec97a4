"""Covering: an account without the names that may not be told, each character of them a block, every other place as it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from runut import codec
from runut.lang import Language
from runut.masking.flagging import ADDRESS, SCHOOL, Flag
from runut.model import Account, Entity, Masking, Place, Report
from runut.verifying import COVER

SHORTEST = 3
"""A shorter part of a name is covered only with the rest of it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’`-][^\W\d_]+)*\.?")
_GAP = r"(?:[\s\u00a0.,_+/-]|%20|&nbsp;){1,6}"
_EDGE_BEFORE, _EDGE_BEHIND = r"(?<![^\W_])", r"(?![^\W_])"
# A full stop behind a word of so many letters shortens it (`M.`, `Moh.`); behind a longer one it ends a sentence, and so does a blank line.
LONGEST_SHORTENED = 3
_SAME_SENTENCE = r"(?!\.\s|\s*\n\s*\n)"


def mask(account: Account, flags: Iterable[Flag], language: Language) -> Account:
    """The account with the names of the flags that are `masked` covered wherever they stand, and the places in `masking`.

    A name is covered whole and in its parts, in texts, titles, addresses of pages, sources, statements, speakers and all words told of
    them; a part that stands in somebody else's name stays. As many blocks stand there as characters were covered, so that every offset
    holds. Hashes are of the covered texts; ids stay. Without such a flag the account is as it was.
    """
    hidden = [f for f in flags if f.masked]
    if not hidden:
        return account
    cover = _Cover(account, hidden, language)
    texts = {r.id: cover.text(r.text) for r in account.articles}
    shas = {r.sha256: codec.sha256(texts[r.id]) for r in account.articles}
    data = codec.to_jsonable(account)
    told: dict[str, Any] = {}
    for key, rows in data.items():
        told[key] = _walk(rows, None, texts, shas, cover)
    covered = codec.account_from_jsonable(told)
    articles = tuple(
        replace(r, layout_sha256=codec.layout_sha256(r)) if r != before else r
        for r, before in zip(covered.articles, account.articles, strict=True)
    )
    covered = replace(covered, articles=articles, masking=tuple(_noted(f, account, texts) for f in hidden))
    return replace(covered, sha256=codec.account_sha256(covered))


def cover_words(account: Account, flags: Iterable[Flag], language: Language) -> Callable[[str], str]:
    """What covers, in words told of an account elsewhere than in it, the names that `mask` covers; `account` is the one that is not."""
    hidden = [f for f in flags if f.masked]
    return _Cover(account, hidden, language).text if hidden else str


def cover_pattern(account: Account, flags: Iterable[Flag], language: Language) -> str:
    """What `cover_words` goes by, as a pattern that can be kept; empty where nothing is to be covered."""
    hidden = [f for f in flags if f.masked]
    return _Cover(account, hidden, language).pattern if hidden else ""


def cover_by(pattern: str) -> Callable[[str], str]:
    """What covers the names of a pattern that `cover_pattern` made."""
    found = re.compile(pattern or "(?!)")
    return lambda words: _covered(found, words)


def _noted(flag: Flag, account: Account, texts: Mapping[str, str]) -> Masking:
    mentions: Iterable[Any] = flag.evidence
    if flag.entity is not None:
        mentions = next(e for e in account.entities if e.id == flag.entity).mentions
    places = tuple(
        Place(article=m.article, start=m.start, end=m.end, text=texts[m.article][m.start : m.end]) for m in mentions
    )
    return Masking(rule=flag.rule, places=places, why=flag.why, english=flag.english)


def _walk(value: Any, article: str | None, texts: Mapping[str, str], shas: Mapping[str, str], cover: _Cover) -> Any:
    """A value of the account with its strings covered; what has a span in a report is what stands there now."""
    if isinstance(value, str):
        return cover.text(value)
    if isinstance(value, list | tuple):
        return [_walk(item, article, texts, shas, cover) for item in value]
    if not isinstance(value, dict):
        return value
    own = value["id"] if "layout_sha256" in value else value.get("article")
    article = own if isinstance(own, str) else article
    out = {}
    for key, item in value.items():
        if not isinstance(item, str):
            out[key] = _walk(item, article, texts, shas, cover)
        elif key in ("url", "source"):
            out[key] = cover.address(item)
        elif key == "sha256":
            out[key] = shas.get(item, item)
        elif key not in _KEPT:
            out[key] = cover.text(item)
        else:
            out[key] = item
    for key in [k for k in value if k == "start" or k.endswith("_start")]:
        start, end = value[key], value.get(f"{key.removesuffix('start')}end")
        name = key.removesuffix("start").rstrip("_") or "text"
        if start is not None and isinstance(out.get(name), str) and article is not None:
            out[name] = texts[article][start:end]
    return out


_KEPT = frozenset(["id", "article", "entity", "layer", "kind", "form", "layout_sha256", "page_sha256", "schema"])
"""Keys of ids and codes, in which no name stands."""


class _Cover:
    """The patterns of the names to be covered, and of the names of others that share a part with them."""

    def __init__(self, account: Account, flags: Iterable[Flag], language: Language) -> None:
        flags = tuple(flags)
        hidden = {f.entity for f in flags if f.entity}
        others = [e for e in account.entities if e.id not in hidden]
        forms = sorted({form for f in flags for form in f.forms}, key=lambda form: (-len(form), form))
        split = [_words(form) for form in forms]
        full = [words for words in split if len(words) > 1]
        # Of a school or street only the whole is covered: its parts are words of other names.
        persons = [_words(form) for f in flags if f.rule not in (SCHOOL, ADDRESS) for form in f.forms]
        alone = {words[0] for words in persons if len(words) == 1}
        parts = {w for words in persons if len(words) > 1 for w in words if len(w) >= SHORTEST}
        parts = {w for w in parts | alone if w.casefold() not in _JOINERS}
        ordinary = {r["root"] for r in language.table("roots")} | {r["word"] for r in language.table("ordinary")}
        kept = self._kept(others, account.articles, {w.casefold() for words in split for w in words}, full)
        names = _any(map(_whole, full))
        small = _any(re.escape(w) for w in parts if w.casefold() not in ordinary)
        proper = _any(re.escape(form) for w in parts for form in {w, w.upper(), w.capitalize()})
        # A scraper may have run a name into the word before or behind it: only its parts and initials want borders.
        self._text = re.compile(
            rf"(?P<keep>(?<!\w)(?:{kept})(?!\w))|(?i:{names})"
            rf"|(?:{_EDGE_BEFORE}|(?<=[a-z])(?=[A-Z]))(?:{proper}){_EDGE_BEHIND}|{_EDGE_BEFORE}(?i:{small}){_EDGE_BEHIND}"
        )
        every = _any(re.escape(w) for w in parts)
        self._address = re.compile(rf"(?i:{names}|{_EDGE_BEFORE}(?:{every}){_EDGE_BEHIND})")

    @staticmethod
    def _kept(
        others: Iterable[Entity], reports: Iterable[Report], parts: set[str], full: Iterable[tuple[str, ...]]
    ) -> str:
        """The names of others of which a part is a part of a covered one, and which do not hold a covered name."""
        whole = [" ".join(words).casefold() for words in full]
        named = [form for e in others for form in (e.name, *e.aliases)]
        named += [name for r in reports for name in (*r.reporters, *r.editors)]
        out = []
        for form in dict.fromkeys(named):
            words = [w.casefold() for w in _words(form)]
            foreign = [w for w in words if w not in parts and len(w) >= SHORTEST]
            if (
                foreign
                and len(words) > 1
                and not parts.isdisjoint(words)
                and not any(w in " ".join(words) for w in whole)
            ):
                out.append(re.escape(form))
        return _any(out)

    @property
    def pattern(self) -> str:
        """What stands for the names in a text, and, as `keep`, for the names of others that hold a part of them."""
        return self._text.pattern

    def text(self, text: str) -> str:
        """A text with the names in it covered, as long as it was."""
        return _covered(self._text, text)

    def address(self, text: str) -> str:
        """The address of a page or file, where names are written small and run together, covered."""
        return self._address.sub(lambda m: _blocks(m[0]), text)


_JOINERS = frozenset(["bin", "binti", "van", "von", "der", "del", "alias"])


def _words(form: str) -> tuple[str, ...]:
    return tuple(w.rstrip(".") for w in _WORD.findall(form))


def _whole(words: Sequence[str]) -> str:
    """The pattern of a name of several words: as one sentence writes it, and an initial never out of a longer word."""
    out = ""
    for n, word in enumerate(words):
        if n:
            out += (_SAME_SENTENCE if len(words[n - 1]) > LONGEST_SHORTENED else "") + _GAP
        initial = len(word) < SHORTEST
        before, behind = (_EDGE_BEFORE if initial else ""), (_EDGE_BEHIND if initial else "")
        out += f"{before}{re.escape(word)}{behind}"
    return out


def _covered(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda m: m[0] if m.re.groups and m["keep"] else _blocks(m[0]), text)


def _blocks(covered: str) -> str:
    """As many blocks as characters; line breaks stay."""
    return re.sub(r"[^\n\r]", COVER, covered)


def _any(patterns: Iterable[str]) -> str:
    return "|".join(sorted(set(patterns), key=lambda p: (-len(p), p))) or "(?!)"
