"""What a person types, as what is sought: words, "phrases", -words, OR, and filters.

    gempa cianjur                      both words, in any form
    "korban tewas" -banjir             the words in this order; nothing with the other word
    gempa OR banjir                    either
    tewas* media:kompas dari:2025-06   the beginning of a word; filters

A word is analysed as the texts are (`runut.desk.indexing`), and may be a name as well: `keuangan` finds the word (`uang`) and the name.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from runut.desk.indexing import OTHER, Analyser, fold
from runut.exports import wording
from runut.judging import listed
from runut.lang import Language
from runut.store.searching import ARTICLE, FIGURE, KINDS, NAME, STATEMENT, Sought, Wanted

# So many words and filters a query at most; so many words a phrase.
MOST_PARTS = 40
MOST_WORDS = 24
LONGEST_QUERY = 2000
# Fewer letters begin too many words.
SHORTEST_PREFIX = 2
# Measures of buildings are called shorter in the table of words.
_OF_BUILDINGS = {"damaged": "buildings_damaged", "burned": "buildings_burned"}

FILTERS: Mapping[str, str] = {
    "outlet": "outlet",
    "media": "outlet",
    "from": "from",
    "dari": "from",
    "sejak": "from",
    "to": "to",
    "sampai": "to",
    "hingga": "to",
    "speaker": "speaker",
    "penutur": "speaker",
    "pembicara": "speaker",
    "measure": "measure",
    "ukuran": "measure",
    "story": "story",
    "cerita": "story",
    "kind": "kind",
    "jenis": "kind",
}
"""What each filter is called, in both languages."""

KIND_WORDS: Mapping[str, tuple[str, ...]] = {
    "article": (ARTICLE,),
    "articles": (ARTICLE,),
    "artikel": (ARTICLE,),
    "berita": (ARTICLE,),
    "statement": (STATEMENT,),
    "statements": (STATEMENT,),
    "pernyataan": (STATEMENT,),
    "figure": (FIGURE,),
    "figures": (FIGURE,),
    "angka": (FIGURE,),
    "name": (NAME,),
    "names": (NAME,),
    "nama": (NAME,),
    "all": KINDS,
    "semua": KINDS,
}

_PART = re.compile(
    r"(?P<minus>[-−–](?=[^\s\-−–]))?"
    r"(?:(?P<key>[A-Za-z]+):(?=[^\s/:]))?"
    r"(?:[\"“”„](?P<phrase>[^\"“”„]*)(?P<close>[\"“”„])?(?P<star>\*)?|(?P<word>[^\s\"“”„]+))"
)
_OR = frozenset({"OR", "ATAU", "|"})
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class QueryError(ValueError):
    """A query that cannot be understood: `at` is the place in it (code points), `why` in Indonesian, `english` in English.

    `of` is the filter beside the query whose value is wrong (kind, outlet, speaker, measure, story, from, to), None where it is the query.
    """

    def __init__(self, at: int, why: str, english: str) -> None:
        super().__init__(english)
        self.at = at
        self.of: str | None = None
        self.why = why
        self.english = english


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query as it was understood; `wanted.kinds` is never empty."""

    text: str
    wanted: Wanted


def parse(
    query: str,
    using: Mapping[str, Language],
    *,
    kinds: Iterable[str] = (),
    outlets: Iterable[str] = (),
    speakers: Iterable[str] = (),
    measures: Iterable[str] = (),
    stories: Iterable[str] = (),
    from_day: str | None = None,
    to_day: str | None = None,
) -> Query:
    """Understand a query; the arguments are filters beside those in it, written alike. Raises QueryError.

    Filters of one name are alternatives, but `kinds` hold in the place of those in the query; of two days the narrower holds. Without a
    kind, articles are sought. Raises ValueError for a single text where a list is wanted.
    """
    listed(kinds=kinds, outlets=outlets, speakers=speakers, measures=measures, stories=stories)
    if len(query) > LONGEST_QUERY:
        raise QueryError(
            LONGEST_QUERY,
            f"Terlalu panjang: paling banyak {LONGEST_QUERY} karakter.",
            f"too long: {LONGEST_QUERY} characters at most",
        )
    reader = _Reader(using["id"])
    reader.read(query)
    kinds = [kind for kind in kinds if kind.strip()]
    if kinds:
        reader.forget_kinds()
    for key, values in (
        ("kind", kinds),
        ("outlet", outlets),
        ("speaker", speakers),
        ("measure", measures),
        ("story", stories),
        ("from", [from_day]),
        ("to", [to_day]),
    ):
        for value in values:
            if value and value.strip():
                with _beside(key):
                    reader.add_filter(key, value, len(query))
    return Query(text=query, wanted=reader.finish())


@contextmanager
def _beside(key: str) -> Iterator[None]:
    """Have what is wrong here told of a filter beside the query."""
    try:
        yield
    except QueryError as error:
        error.of = key
        raise


class _Reader:
    """Reads a query part by part."""

    def __init__(self, language: Language) -> None:
        self._analyser = Analyser(language)
        self._language = language
        self._all_of: list[list[Sought]] = []
        self._none_of: list[Sought] = []
        self._kinds: list[str] = []
        self._outlets: list[tuple[str, ...]] = []
        self._speakers: list[tuple[str, ...]] = []
        self._measures: list[str] = []
        self._stories: list[str] = []
        self._days: dict[str, list[str]] = {"from": [], "to": []}
        self._parts = 0

    def read(self, query: str) -> None:
        at, joins = 0, -1  # `joins`: where an OR stands that waits for what it joins to
        joinable = False  # whether an OR may stand here: behind a word
        while at < len(query):
            match = _PART.match(query, at)
            if match is None:  # white space, or a quotation mark's remains
                at += 1
                continue
            at = match.end()
            start = match.start()
            if match["word"] in _OR and not match["minus"] and not match["key"]:
                if not joinable or joins >= 0:
                    raise QueryError(
                        start,
                        f"{match['word']} berdiri di antara dua kata; huruf kecil bila dicari sebagai kata.",
                        f"{match['word']} stands between two words; write it small to look for it as a word",
                    )
                joins = start
                continue
            if match["phrase"] is not None and match["close"] is None:
                raise QueryError(
                    match.start("phrase") - 1, "Tanda kutip tidak ditutup.", "the quotation mark has no other"
                )
            self._count(start)
            if self._is_filter(match):
                if joins >= 0:
                    self._refuse_or(joins)
                joinable = False
                continue
            sought = self._sought(match)
            if match["minus"]:
                if joins >= 0:
                    self._refuse_or(joins)
                self._none_of += sought
                joinable = False
            elif sought:
                if joins >= 0:
                    self._all_of[-1] += sought
                    joins = -1
                else:
                    self._all_of.append(sought)
                joinable = True
        if joins >= 0:
            self._refuse_or(joins)

    def _refuse_or(self, at: int) -> None:
        raise QueryError(at, "Di kedua sisi OR harus ada kata yang dicari.", "OR wants a word on both sides")

    def _count(self, at: int) -> None:
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise QueryError(
                at,
                f"Terlalu banyak: paling banyak {MOST_PARTS} kata dan saringan.",
                f"too much: {MOST_PARTS} words and filters at most",
            )

    def _is_filter(self, match: re.Match[str]) -> bool:
        """Whether the part is a filter, which is kept then; a word with a colon is none."""
        word = match["word"] or ""
        if match["key"] is None:
            name = word[:-1].lower()
            if word.endswith(":") and name in FILTERS:
                raise QueryError(
                    match.start("word"),
                    f"{word} belum ada isinya: tulis tanpa spasi, misalnya {word}{_EXAMPLES[FILTERS[name]]}",
                    f"{word} has no value: write it without a blank, as in {word}{_EXAMPLES[FILTERS[name]]}",
                )
            return False
        name = match["key"].lower()
        if name not in FILTERS:
            near = get_close_matches(name, FILTERS, n=1, cutoff=0.8)
            if near:
                raise QueryError(
                    match.start("key"),
                    f"Tidak ada saringan {name}: – maksudnya {near[0]}:?",
                    f"there is no filter {name}: – is {near[0]}: meant?",
                )
            return False
        if match["minus"]:
            raise QueryError(
                match.start(),
                "Saringan tidak dapat dikecualikan, hanya kata.",
                "a filter cannot be left out, only a word can",
            )
        value, at = (match["word"], match.start("word")) if match["word"] else (match["phrase"], match.start("phrase"))
        self.add_filter(FILTERS[name], value, at)
        return True

    def _sought(self, match: re.Match[str]) -> list[Sought]:
        """What a word or phrase stands for; nothing where it is all marks."""
        words = match["word"] if match["phrase"] is None else match["phrase"]
        at = match.start("word") if match["phrase"] is None else match.start("phrase")
        if match["key"]:
            words, at = f"{match['key']} {words}", match.start("key")  # a colon between words
        prefix = bool(match["star"]) or (match["phrase"] is None and words.endswith("*") and words[-2:-1].isalnum())
        terms = self._analyser.terms(words.lower())
        row = [tuple(dict.fromkeys(pair)) for pair in zip(terms.terms, terms.forms, strict=True)]
        if not row:
            return []
        if len(row) > MOST_WORDS:
            raise QueryError(
                at,
                f"Frasa terlalu panjang: paling banyak {MOST_WORDS} kata.",
                f"the phrase is too long: {MOST_WORDS} words at most",
            )
        if prefix:
            begins = terms.forms[-1]
            if len(begins) < SHORTEST_PREFIX:
                raise QueryError(
                    at,
                    f"Awal kata terlalu pendek: {SHORTEST_PREFIX} huruf sebelum *.",
                    f"the beginning is too short: {SHORTEST_PREFIX} letters before the *",
                )
            row[-1] = (begins, f"0{begins}")
        elif len(row) == 1 and len(row[0]) > 1:
            row[0] += (f"0{terms.forms[0]}",)  # what has this very form is worth more
        return [Sought(row=tuple(row), prefix=prefix)]

    def add_filter(self, key: str, value: str, at: int) -> None:
        """Keep a filter; raises QueryError where its value is none."""
        if key in ("from", "to"):
            self._days[key].append(_day(value, at, last=key == "to"))
        elif key == "kind":
            self._kinds += _kinds(value, at)
        elif key == "measure":
            self._measures += find_measures(value, self._language, at)
        elif key == "story":
            self._stories.append(value.strip())
        else:
            words = tuple(self._analyser.terms(value).forms)[:MOST_WORDS]
            if not words:
                raise QueryError(at, f"{value!r} tidak berisi kata.", f"there is no word in {value!r}")
            (self._outlets if key == "outlet" else self._speakers).append(words)

    def forget_kinds(self) -> None:
        """Make place for other kinds."""
        self._kinds.clear()

    def finish(self) -> Wanted:
        """What was read; raises QueryError where that is nothing to look for."""
        filters = (self._outlets, self._speakers, self._measures, self._stories, *self._days.values())
        if not self._all_of and not any(filters):
            if self._none_of:
                raise QueryError(
                    0,
                    "Semua kata dikecualikan: tambahkan satu yang dicari.",
                    "every word is left out: add one to look for",
                )
            if self._kinds:
                raise QueryError(
                    0,
                    "Jenis saja belum cukup: tambahkan kata atau saringan lain.",
                    "a kind alone is nothing to look for: add a word or another filter",
                )
            raise QueryError(
                0, "Belum ada yang dicari: tulis kata atau saringan.", "nothing to look for: give a word or a filter"
            )
        from_day, to_day = max(self._days["from"], default=None), min(self._days["to"], default=None)
        if from_day and to_day and from_day > to_day:
            raise QueryError(
                0,
                f"Masa yang dicari berakhir ({to_day}) sebelum mulai ({from_day}).",
                f"the period ends ({to_day}) before it begins ({from_day})",
            )
        return Wanted(
            all_of=tuple(map(tuple, self._all_of)),
            none_of=tuple(self._none_of),
            kinds=tuple(dict.fromkeys(self._kinds)) or (ARTICLE,),
            outlets=tuple(self._outlets),
            speakers=tuple(self._speakers),
            measures=tuple(dict.fromkeys(self._measures)),
            from_day=from_day,
            to_day=to_day,
            stories=tuple(self._stories),
        )


_EXAMPLES = {
    "outlet": "kompas",
    "from": "2025-06-01",
    "to": "2025-06-30",
    "speaker": "BMKG",
    "measure": "tewas",
    "story": "1f0c2a…",
    "kind": "statement",
}


def _kinds(value: str, at: int) -> tuple[str, ...]:
    found = KIND_WORDS.get(value.strip().lower())
    if found is None:
        known = "article, statement, figure, name, all"
        raise QueryError(at, f"Tidak ada jenis {value!r}; yang ada: {known}.", f"no kind {value!r}; there are: {known}")
    return found


def _day(value: str, at: int, *, last: bool) -> str:
    """The day that a filter names; of a month or year its first, or its `last`."""
    match, reversed_ = _DAY.fullmatch(value.strip()), _DAY_FIRST.fullmatch(value.strip())
    year, month, day = match.groups() if match else reversed(reversed_.groups()) if reversed_ else (None, None, None)
    try:
        if year is None:
            raise ValueError
        on_month = int(month) if month else 12 if last else 1
        on_day = int(day) if day else monthrange(int(year), on_month)[1] if last else 1
        return date(int(year), on_month, on_day).isoformat()
    except ValueError:
        raise QueryError(
            at,
            f"{value!r} bukan tanggal: tulis 2025-06-01, 1/6/2025, 2025-06, atau 2025.",
            f"{value!r} is no day: write 2025-06-01, 1/6/2025, 2025-06 or 2025",
        ) from None


def find_measures(value: str, language: Language, at: int = 0) -> tuple[str, ...]:
    """The measures that a word stands for (`tewas`, `korban tewas`, `killed`); raises QueryError where it stands for none."""
    known = language.derive(_measure_words)
    words = fold_words(value)
    found = known.get(words) or known.get(" ".join(Analyser(language).terms(value.lower()).terms))
    if not found:
        near = get_close_matches(words, known, n=3, cutoff=0.6)
        some = ", ".join(near or ("tewas", "luka-luka", "mengungsi", "rumah", "uang", "magnitudo"))
        raise QueryError(at, f"Tidak ada ukuran {value!r}; misalnya: {some}.", f"no measure {value!r}; try: {some}")
    return found


def fold_words(words: str) -> str:
    """Words side by side, each folded."""
    return " ".join(filter(None, map(fold, re.split(r"[\W_]+", words))))


def _measure_words(language: Language) -> Mapping[str, tuple[str, ...]]:
    """The measures by what they are called: their code, their labels, and the words of those who are counted, with their lemmas."""
    analyser = Analyser(language)
    found: dict[str, dict[str, None]] = {}

    def add(words: str, measure: str) -> None:
        for key in (fold_words(words), " ".join(analyser.terms(words.lower()).terms)):
            if key:
                found.setdefault(key, {})[measure] = None

    codes = [row["measure"] for row in language.table("measure_labels")]
    for code in codes:
        add(code, code)
        for part in code.split("_"):
            add(part, code)
    for row in language.table("measure_labels"):
        add(row["label"], row["measure"])
    for lang in wording.LANGUAGES:
        words = wording.load(lang)
        for code in codes:
            label = words.label("measure", code)
            for part in (label, *re.split(" atau | or ", label)):
                add(part, code)
    for row in language.table("measures"):
        code = _OF_BUILDINGS.get(row["measure"], row["measure"])
        if code != OTHER:
            add(row["words"], code)
    return {words: tuple(measures) for words, measures in found.items()}
