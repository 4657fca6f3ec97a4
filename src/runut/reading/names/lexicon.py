"""What the name rules know: the tables of a language as tries of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, KeysView, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from runut.lang import Language
from runut.reading.names.words import Word, fold

T = TypeVar("T")

# A word of a longer known name shows that name by itself from this length on.
SOLID = 5
_NONE: frozenset[str] = frozenset()
_PARTS = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")


class Phrases(Generic[T]):
    """Phrases of one or more words, found longest first; small and capital letters are the same."""

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}
        """By the first word, then by the second ("" where there is none): the words after these."""
        self._whole: dict[tuple[str, ...], T] = {}
        for phrase, value in rows:
            parts = _parts(phrase)
            if parts:
                second = parts[1] if len(parts) > 1 else ""
                self._by_first.setdefault(parts[0], {}).setdefault(second, []).append((parts[2:], value))
                self._whole.setdefault(parts, value)
        for by_second in self._by_first.values():
            for entries in by_second.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def match(self, words: Sequence[Word], at: int) -> tuple[int, T] | None:
        """The end and value of the longest phrase at word `at`; its words stand with nothing but a space between."""
        by_second = self._by_first.get(words[at].low)
        if by_second is None:
            return None
        after = at + 1
        if after < len(words) and words[after].gap == " ":
            for rest, value in by_second.get(words[after].low, ()):
                end = after + 1
                for part in rest:
                    if end == len(words) or words[end].low != part or words[end].gap != " ":
                        break
                    end += 1
                else:
                    return end, value
        alone = by_second.get("")
        return (after, alone[0][1]) if alone else None

    def openers(self) -> KeysView[str]:
        """The words with which a phrase begins."""
        return self._by_first.keys()

    def get(self, phrase: str) -> T | None:
        """The value of exactly this phrase."""
        alone = phrase.isalnum() and phrase.isascii()  # most
        return self._whole.get((phrase.lower(),) if alone else _parts(phrase))


def _parts(phrase: str) -> tuple[str, ...]:
    """The words of a phrase in small letters; most have nothing between them but blanks."""
    low = fold(phrase)
    return tuple(low.split() if low.replace(" ", "").isalnum() else _PARTS.findall(low))


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
    openers: dict[str, frozenset[str]]
    """The words with which a phrase of a table begins, with these tables: titles, org_heads, place_heads, known."""
    titles: Phrases[Title]
    org_heads: Phrases[Head]
    place_heads: Phrases[str]
    known: Phrases[Known]
    full_names: Phrases[str]
    """The names in full of bodies of the tables that open with a head word."""
    peoples: Phrases[str]
    terms: Phrases[str]
    """What is no name, by its kind: `term`, `make` and `model` of goods."""
    term_openers: frozenset[str]
    """The words with which a term may begin."""
    pair_openers: frozenset[str]
    """The first of two words that open names together."""
    pair_words: frozenset[str]
    """The words of matters of two words that are places together."""
    plain_openers: frozenset[str]
    """The words that open a name or a people though they are none alone."""
    countries: frozenset[str]
    capitals: dict[str, str]
    parts: dict[str, str]
    nicknames: dict[str, str]
    office_words: dict[str, str]
    ordinary: dict[str, str]
    roots: frozenset[str]
    """Roots of general words that are no person's given name."""
    function: frozenset[str]
    given: frozenset[str]
    months: frozenset[str]
    """Months that are names of persons, too (`Juli`, `Januari`)."""
    month_names: frozenset[str]
    """All months."""
    name_words: frozenset[str]
    """Words that stand in names of the tables, alone or not, and given names."""
    org_words: frozenset[str]
    joiners: frozenset[str]
    abbreviations: frozenset[str]
    uses: dict[str, frozenset[str]]
    derived: re.Pattern[str]
    acts: re.Pattern[str]
    glued_acts: re.Pattern[str]
    bodies: re.Pattern[str]
    seats: re.Pattern[str]
    age: re.Pattern[str]
    listed: re.Pattern[str]
    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]

    def is_known(self, word: str) -> bool:
        """Whether this word by itself is a name in the tables."""
        return word.lower() in self.name_words

    def is_ordinary(self, low: str) -> bool:
        """Whether a word in small letters is an ordinary one, by the tables or by its shape."""
        return low in self.ordinary or self.is_derived(low)

    def is_derived(self, low: str) -> bool:
        """Whether a word has the shape of a derived noun or verb."""
        return self.derived.fullmatch(low) is not None

    def is_word(self, low: str, use: str) -> bool:
        """Whether a word has this use in the table of small words."""
        return low in self.uses.get(use, _NONE)

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
    heads = {r["form"].lower().split()[0] for r in rows("org_heads") if r["kind"] not in ("government", "force")}
    known += [
        (r["name"], Known(r["name"], r["name"], r["type"], False, "acronyms"))
        for r in rows("acronyms")
        if r["type"] != "PART" and " " in r["name"] and r["name"].lower().split()[0] not in heads
    ]
    ordinary = {r["word"]: r["kind"] for r in rows("ordinary")}
    first: dict[str, Known] = {}
    for form, value in known:
        common = ordinary.get(form.lower()) not in (None, "portfolio") and not form.isupper()
        first.setdefault(form.lower(), replace(value, also=True) if common else value)
    signs: dict[str, dict[str, list[str]]] = {"before": {}, "after": {}}
    for r in rows("name_signs"):
        signs[r["side"]].setdefault(r["word"], []).append(r["type"])
    by_use: dict[str, set[str]] = {}
    for r in rows("name_words"):
        by_use.setdefault(r["use"], set()).add(r["word"])
    by_use["english"] = {r["word"] for r in rows("english_words")}
    uses = {use: frozenset(words) for use, words in by_use.items()}
    titles = Phrases((r["form"], Title(r["form"], r["kind"], bool(r["small"]))) for r in rows("titles"))
    org_heads = Phrases((r["form"], Head(r["form"], r["kind"], bool(r["small"]))) for r in rows("org_heads"))
    place_heads = Phrases((r["form"], r["type"]) for r in rows("place_heads"))
    known_names = Phrases(first.items())
    peoples = Phrases((r["form"], r["name"]) for r in rows("countries") if r["kind"] == "people")
    terms = Phrases((r["form"], r["kind"]) for r in rows("terms"))
    pair_openers = frozenset(pair.partition(" ")[0] for pair in uses.get("name-pair", ()))
    return Lexicon(
        openers=_openers(titles=titles, org_heads=org_heads, place_heads=place_heads, known=known_names),
        titles=titles,
        org_heads=org_heads,
        place_heads=place_heads,
        known=known_names,
        full_names=Phrases(
            (r["name"], r["form"])
            for r in rows("acronyms")
            if r["type"] == "ORG" and " " in r["name"] and r["name"].lower().split()[0] in heads
        ),
        peoples=peoples,
        terms=terms,
        term_openers=uses.get("term-head", _NONE).union(terms.openers()),
        pair_openers=pair_openers,
        pair_words=frozenset(word for pair in uses.get("matter-pair", ()) for word in pair.split()),
        plain_openers=uses.get("name-opener", _NONE).union(pair_openers, peoples.openers()),
        countries=frozenset(r["name"] for r in rows("countries")),
        capitals={r["form"].lower(): r["country"] for r in rows("capitals")},
        parts={
            r["form"].lower(): r["name"].lower()
            for r in rows("acronyms")
            if r["type"] != "ORG" or r["name"] != r["form"]
        },
        nicknames={fold(r["form"]): fold(r["name"]) for r in rows("nicknames")},
        office_words={r["form"].lower(): r["name"].lower() for r in rows("office_words")},
        ordinary=ordinary,
        roots=frozenset(r["root"] for r in rows("roots") if not r["kind"])
        - {r["form"].lower() for t in ("given_names", "nicknames") for r in rows(t)},
        function=frozenset(r["word"] for r in rows("ordinary") if r["kind"] == "function"),
        name_words=frozenset(
            [r["form"].lower() for t in ("given_names", "org_words") for r in rows(t)]
            + [w for form in first for w in form.split() if (len(w) >= SOLID and w not in ordinary) or w == form]
        ),
        given=frozenset(r["form"].lower() for r in rows("given_names")),
        months=frozenset(r["form"].lower() for r in rows("months") if r["person"]),
        month_names=frozenset(r["form"].lower() for r in rows("months") if r["kind"] != "short"),
        org_words=frozenset(r["form"].lower() for r in rows("org_words")),
        joiners=frozenset(r["form"].lower() for r in rows("name_joiners")),
        abbreviations=frozenset(r["abbreviation"].lower() for r in rows("abbreviations")),
        uses=uses,
        derived=_shapes(language, "derived"),
        acts=_shapes(language, "act"),
        glued_acts=_shapes(language, "glued-act"),
        bodies=_shapes(language, "body"),
        seats=_shapes(language, "seat"),
        age=_age(uses),
        listed=_listed(uses),
        before={word: tuple(types) for word, types in signs["before"].items()},
        after={word: tuple(types) for word, types in signs["after"].items()},
    )


def _openers(**tables: Phrases[Any]) -> dict[str, frozenset[str]]:
    """Which tables have a phrase that begins with a word."""
    naming: dict[str, list[str]] = {}
    for name, table in tables.items():
        for word in table.openers():
            naming.setdefault(word, []).append(name)
    return {word: frozenset(naming[word]) for word in sorted(naming)}


def _any(words: Iterable[str]) -> str:
    """An alternation of words, the longest first; one that nothing matches when there are none."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"


def _shapes(language: Language, use: str) -> re.Pattern[str]:
    return re.compile("|".join(r["pattern"] for r in language.table("word_shapes") if r["use"] == use) or "(?!)")


def _age(uses: dict[str, frozenset[str]]) -> re.Pattern[str]:
    """`(34)`, `(34 tahun)`, `, 34 tahun,` right after a name; no amount: `dolar AS (5,5 persen)`."""
    years, aged = _any(uses.get("years", ())), _any(uses.get("aged", ()))
    return re.compile(
        rf" ?\((\d{{1,3}})(?:[ -]?(?:{years}))?\s?(?:\)|,(?!\d))|, (?:(?:{aged}) )?(\d{{2}})(?: (?:{years}))?,"
    )


def _listed(uses: dict[str, frozenset[str]]) -> re.Pattern[str]:
    """What stands between the members of a list, an age or place in brackets included."""
    joint = _any(uses.get("and", ()))
    return re.compile(rf"(?: ?\([^()\n]{{1,40}}\))?(?:,|,? (?:{joint}))(?: (?:{joint}))? ?")
