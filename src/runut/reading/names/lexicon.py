"""What the name rules know: the tables of a language as tries of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from runut.lang import Language
from runut.reading.names.words import Word

T = TypeVar("T")

# Shapes of derived nouns and verbs; they are ordinary unless the word is a listed given name.
_DERIVED = re.compile(
    r"(?:ke|pe[mnlr]?|peng|peny|per)\w{3,40}an|(?:me[mnlr]?|meng|meny|di|ber|ter|memper|diper)\w{3,40}(?:kan|i|nya)"
    r"|(?:meng|meny|mem|men|ber)[a-z]{4,40}|\w{3,40}(?:nya|isasi|itas|ologi)|\w{4,40}kan"
)
_PARTS = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")


class Phrases(Generic[T]):
    """Phrases of one or more words, found longest first; small and capital letters are the same."""

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in rows:
            parts = tuple(_PARTS.findall(phrase.lower()))
            if parts:
                self._by_first.setdefault(parts[0], []).append((parts, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def match(self, words: Sequence[Word], at: int) -> tuple[int, T] | None:
        """The end and value of the longest phrase at word `at`; its words stand with nothing but a space between."""
        for parts, value in self._by_first.get(words[at].low, ()):
            end = at + len(parts)
            if end <= len(words) and all(
                words[k].low == parts[k - at] and words[k].gap == " " for k in range(at + 1, end)
            ):
                return end, value
        return None

    def openers(self) -> frozenset[str]:
        """The words with which a phrase begins."""
        return frozenset(self._by_first)

    def get(self, phrase: str) -> T | None:
        """The value of exactly this phrase."""
        parts = tuple(_PARTS.findall(phrase.lower()))
        return (
            next((value for known, value in self._by_first.get(parts[0], ()) if known == parts), None)
            if parts
            else None
        )


@dataclass(frozen=True, slots=True)
class Title:
    form: str
    kind: str
    small: bool


@dataclass(frozen=True, slots=True)
class Head:
    form: str
    kind: str
    small: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A name that is known: its canonical `name`, whether the word is also a personal name or ordinary word, and the table."""

    form: str
    name: str
    type: str
    also: bool
    table: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    openers: frozenset[str]
    titles: Phrases[Title]
    org_heads: Phrases[Head]
    place_heads: Phrases[str]
    known: Phrases[Known]
    peoples: Phrases[str]
    countries: frozenset[str]
    capitals: dict[str, str]
    parts: dict[str, str]
    office_words: dict[str, str]
    ordinary: dict[str, str]
    function: frozenset[str]
    given: frozenset[str]
    org_words: frozenset[str]
    joiners: frozenset[str]
    abbreviations: frozenset[str]
    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]

    def is_known(self, word: str) -> bool:
        """Whether this word by itself is a name in the tables."""
        return self.known.get(word) is not None or word.lower() in self.given

    def is_ordinary(self, low: str) -> bool:
        """Whether a word in small letters is an ordinary one, by the tables or by its shape."""
        return low in self.ordinary or _DERIVED.fullmatch(low) is not None

    def is_derived(self, low: str) -> bool:
        """Whether a word has the shape of a derived noun or verb."""
        return _DERIVED.fullmatch(low) is not None

    def is_country(self, name: str) -> bool:
        """Whether this is the canonical name of a country."""
        return name in self.countries


def compile_tables(language: Language) -> Lexicon:
    """The tables of names as tries and sets."""
    rows = language.table
    known = [
        (r["form"], Known(r["form"], r["name"], "GPE", False, "countries"))
        for r in rows("countries")
        if r["kind"] == "name"
    ]
    known += [(r["form"], Known(r["form"], r["form"], r["type"], bool(r["also"]), "places")) for r in rows("places")]
    known += [(r["form"], Known(r["form"], r["form"], "GPE", False, "places")) for r in rows("capitals")]
    known += [
        (r["form"], Known(r["form"], r["name"], r["type"], False, "acronyms"))
        for r in rows("acronyms")
        if r["type"] != "PART"
    ]
    first: dict[str, Known] = {}
    for form, value in known:
        first.setdefault(form.lower(), value)
    signs: dict[str, dict[str, list[str]]] = {"before": {}, "after": {}}
    for r in rows("name_signs"):
        signs[r["side"]].setdefault(r["word"], []).append(r["type"])
    titles = Phrases((r["form"], Title(r["form"], r["kind"], bool(r["small"]))) for r in rows("titles"))
    org_heads = Phrases((r["form"], Head(r["form"], r["kind"], bool(r["small"]))) for r in rows("org_heads"))
    place_heads = Phrases((r["form"], r["type"]) for r in rows("place_heads"))
    known_names = Phrases(first.items())
    return Lexicon(
        openers=titles.openers() | org_heads.openers() | place_heads.openers() | known_names.openers(),
        titles=titles,
        org_heads=org_heads,
        place_heads=place_heads,
        known=known_names,
        peoples=Phrases((r["form"], r["name"]) for r in rows("countries") if r["kind"] == "people"),
        countries=frozenset(r["name"] for r in rows("countries")),
        capitals={r["form"].lower(): r["country"] for r in rows("capitals")},
        parts={
            r["form"].lower(): r["name"].lower()
            for r in rows("acronyms")
            if r["type"] != "ORG" or r["name"] != r["form"]
        },
        office_words={r["form"].lower(): r["name"].lower() for r in rows("office_words")},
        ordinary={r["word"]: r["kind"] for r in rows("ordinary")},
        function=frozenset(r["word"] for r in rows("ordinary") if r["kind"] == "function"),
        given=frozenset(r["form"].lower() for r in rows("given_names")),
        org_words=frozenset(r["form"].lower() for r in rows("org_words")),
        joiners=frozenset(r["form"].lower() for r in rows("name_joiners")),
        abbreviations=frozenset(r["abbreviation"].lower() for r in rows("abbreviations")),
        before={word: tuple(types) for word, types in signs["before"].items()},
        after={word: tuple(types) for word, types in signs["after"].items()},
    )
