"""What of a report is searched: its terms, in order, and where each stands.

A term is in `[a-z0-9]`: the lemma of a word (`menewaskan` and `tewasnya` are `tewas`), a name as it is written but in small letters without
accents (in a ministry's name `Keuangan` is `keuangan`, elsewhere `uang`), a number by its value (`3.700` and `3,700` are `3700`). Words are
those of the view that all steps read: glued ones are apart, and furniture is hidden, so not searched. The forms of the words that
became another term stand behind the terms with a `0` before each, so that the beginning of a word finds them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from runut import codec, text
from runut.exports import wording
from runut.lang import Language, morphology
from runut.model import Figure, Name, Reading, Statement
from runut.store.searching import ARTICLE, FIGURE, NAME, STATEMENT, Document

# No term is longer: what is, is no word, and is found by its beginning.
LONGEST_TERM = 64
# So many characters of terms a document at most (some 60,000 words), which PostgreSQL can take; what is behind them is not searched.
OTHER = "other"
LONGEST_KEY = 400
MOST_CHARACTERS = 400_000
# Stands where two stretches meet that are no neighbours; no word becomes this term.
BREAK = "zzbreakzz"
# What a report says of itself that is searched with its text; its outlet and day are filters.
CREDITS = frozenset({"title", "standfirst", "dateline", "reporter", "editor", "agency"})

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MARK = re.compile(r"[.,]")
_APOSTROPHES = str.maketrans("", "", "'’")


class Terms:
    """The terms of a text side by side: each with the form that it stands for, and where that begins and ends."""

    __slots__ = ("ends", "forms", "starts", "terms")

    def __init__(self) -> None:
        self.terms: list[str] = []
        self.forms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, term: str, form: str, start: int, end: int) -> None:
        """One more, unless nothing is left of it."""
        if term and term != BREAK:
            self.terms.append(term)
            self.forms.append(form)
            self.starts.append(start)
            self.ends.append(end)


class Analyser:
    """Makes terms of texts and queries; keeps the forms that it has seen, so that one is best used for many."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._seen: morphology.Seen = {}
        self._folded: dict[str, str] = {}
        self._measures: dict[str, tuple[str, ...]] = {}

    def fold(self, word: str) -> str:
        """A word as a term that is not analysed."""
        folded = self._folded.get(word)
        if folded is None:
            folded = self._folded[word] = fold(word)
        return folded

    def measure_terms(self, measure: str) -> tuple[str, ...]:
        """What a measure is called, in both languages; nothing for `other`."""
        known = self._measures.get(measure)
        if known is None:
            labels = [wording.load(lang).label("measure", measure) for lang in wording.LANGUAGES]
            known = () if measure == OTHER else tuple(t for label in labels for t in (*self.terms(label).terms, BREAK))
            self._measures[measure] = known
        return known

    def terms(self, words: str) -> Terms:
        """The terms of a text, in order."""
        out = Terms()
        done = 0
        for a in morphology.find(words, self._language, self._seen):
            if a.end <= done:  # the rest of a number
                continue
            if a.form.isalpha():
                out.add(self.fold(a.lemma), self.fold(a.form), a.start, a.end)
            elif "-" in a.form and a.lemma.isalpha() and a.lemma.lower() != a.form.lower():
                out.add(self.fold(a.lemma), self.fold(a.lemma), a.start, a.end)  # anak-anak, KTP-nya
            else:
                self._add_pieces(out, words, a, done)
                done = out.ends[-1] if out.ends else 0
        return out

    def _add_pieces(self, out: Terms, words: str, a: morphology.Analysis, done: int) -> None:
        """The letters and the numbers of a word apart, from `done` on: `covid-19`, `Rp3.700`, `Al-Qur'an`."""
        at = a.start
        for part in a.form.split("-"):
            if any(c in part for c in "'’") and not any(c.isdecimal() for c in part):
                out.add(self.fold(part), self.fold(part), at, at + len(part))
            else:
                for piece in _PIECE.finditer(words, at, at + len(part)):
                    if piece.start() >= done:
                        self._add_piece(out, words, a, piece)
            at += len(part) + 1

    def _add_piece(self, out: Terms, words: str, a: morphology.Analysis, piece: re.Match[str]) -> None:
        if piece[0][0].isdecimal():
            number = _NUMBER.match(words, piece.start())
            if number is not None:
                for term, start, end in number_terms(number[0]):
                    out.add(term, term, number.start() + start, number.start() + end)
        elif a.rule == "name" or not piece[0].islower():
            out.add(self.fold(piece[0]), self.fold(piece[0]), *piece.span())
        else:
            lemma = morphology.lemma(piece[0], self._language)
            out.add(self.fold(lemma), self.fold(piece[0]), *piece.span())


class Indexer:
    """Makes documents of readings; one is best used for many."""

    def __init__(self, using: Mapping[str, Language]) -> None:
        self._using = using
        self._analysers: dict[str, Analyser] = {}

    def documents(self, reading: Reading, view: text.View | None = None) -> list[Document]:
        """The article, its statements, figures and names as documents; `view` is the article's, where there is one already."""
        code = reading.language if reading.language in self._using else "id"
        if code not in self._analysers:
            self._analysers[code] = Analyser(self._using[code])
        return list(_Report(reading, view or _view(reading, self._using[code]), self._analysers[code]).documents())


def documents(reading: Reading, using: Mapping[str, Language], view: text.View | None = None) -> list[Document]:
    """The documents of one reading, as `Indexer.documents`."""
    return Indexer(using).documents(reading, view)


def fold(word: str) -> str:
    """A word in `[a-z0-9]`, cut at `LONGEST_TERM`: small letters without accents and apostrophes, any other letter by its number."""
    if word.isascii() and word.isalnum():
        return word.lower()[:LONGEST_TERM]
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_APOSTROPHES)).casefold()
    return "".join(c if c.isascii() else _spelt(c) for c in plain if c.isalnum())[:LONGEST_TERM]


def _spelt(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return f"u{ord(character):x}" if value is None else str(value)


def number_terms(number: str) -> list[tuple[str, int, int]]:
    """The term of a number as it is written, with where it stands; several where its marks make no number (a date, an address).

    `3.700`, `3,700` and `3700` are `3700`; `2,5` and `2.50` are `2d5`.
    """
    marks = _MARK.findall(number)
    groups = _MARK.split(number)
    whole = 1 if _is_fraction(marks, groups) else len(groups) - (len(set(marks)) == 2)
    grouped = len(set(marks[: whole - 1])) < 2 and all(len(group) == 3 for group in groups[1:whole])
    odd = len(groups[0]) > 3 or groups[0][0] == "0" or not grouped
    if (whole > 1 and odd) or len(groups) - whole > 1:
        at, out = 0, []
        for group in groups:
            out.append((_whole(group), at, at + len(group)))
            at += len(group) + 1
        return out
    term, rest = _whole("".join(groups[:whole])), _digits("".join(groups[whole:])).rstrip("0")
    return [(f"{term}d{rest}"[:LONGEST_TERM] if rest else term, 0, len(number))]


def value_term(value: float) -> str:
    """The term of a value: that of the number as one writes it."""
    whole, _, rest = f"{abs(value):.6f}".partition(".")
    rest = rest.rstrip("0")
    return f"{_whole(whole)}d{rest}"[:LONGEST_TERM] if rest else _whole(whole)


def _is_fraction(marks: list[str], groups: list[str]) -> bool:
    """Whether the only mark is that of a fraction: anything but three figures behind it, or no thousands before it."""
    return len(marks) == 1 and (len(groups[1]) != 3 or len(groups[0]) > 3 or groups[0][0] == "0")


def _digits(figures: str) -> str:
    return figures if figures.isascii() else "".join(str(unicodedata.decimal(c)) for c in figures)


def _whole(figures: str) -> str:
    return (_digits(figures).lstrip("0") or "0")[:LONGEST_TERM]


def _view(reading: Reading, language: Language) -> text.View:
    hidden = [(f.start, f.end) for f in reading.furniture] + [(c.start, c.end) for c in reading.credits.spans]
    return text.view(reading.article.text, language, hidden, (reading.article.title or "").split())


class _Report:
    """One reading, its terms found once for all of its documents."""

    def __init__(self, reading: Reading, view: text.View, analyser: Analyser) -> None:
        self._reading = reading
        self._analyser = analyser
        self._day = reading.anchor.day or (reading.article.published or "")[:10] or None
        self._body = body = analyser.terms(view.text)
        self._keep_names(body, view)
        spans = [view.origin.span(start, end) for start, end in zip(body.starts, body.ends, strict=True)]
        body.starts, body.ends = [start for start, _ in spans], [end for _, end in spans]
        self._names = {name.id: name for name in reading.names}
        self._statements = {statement.id: statement for statement in reading.statements}
        self._outlet = self._facets("o", reading.article.outlet or reading.credits.outlet or "")

    def _keep_names(self, body: Terms, view: text.View) -> None:
        """The names of persons stay as they are also where a capital tells nothing: at the start of a sentence.

        Not one that is of one word everywhere, and may be a word after all (`Penyelidik memeriksa …`).
        """
        persons = [
            (m.start, m.end)
            for name in self._reading.names
            if name.type == "PER" and any(" " in words for words in (name.name, *name.aliases))
            for m in name.mentions
        ]
        for start, end in view.stretches(persons):
            for n in range(bisect_left(body.starts, start), bisect_left(body.starts, end)):
                body.terms[n] = body.forms[n]

    def documents(self) -> Iterator[Document]:
        yield self._article()
        yield from map(self._statement, self._reading.statements)
        yield from map(self._figure, self._reading.figures)
        for name in self._reading.names:
            document = self._name(name)
            if document is not None:
                yield document

    def _article(self) -> Document:
        reading, body = self._reading, self._body
        title = self._analyser.terms(reading.article.title or reading.credits.title or "")
        parts = [body]
        for credit in reading.credits.spans:
            if credit.kind in CREDITS:
                part = self._analyser.terms(credit.text)
                part.starts = [credit.start + start for start in part.starts]
                part.ends = [credit.start + end for end in part.ends]
                parts.append(part)
        terms: list[str] = []
        places = [len(title.terms)]
        _add_places(places, title)
        for part in parts:
            if terms:
                terms.append(BREAK)
                places += (0, 0)
            terms += part.terms
            _add_places(places, part)
        forms = chain(_changed(title), *map(_changed, parts))
        return Document(
            kind=ARTICLE,
            ref=reading.article.id,
            title=" ".join(title.terms),
            terms=_joined(terms, forms),
            facets=self._outlet,
            day=_day(self._day),
            places=codec.numbers_to_bytes(places),
        )

    def _statement(self, statement: Statement) -> Document:
        measures = {f.measure for f in self._reading.figures if f.statement == statement.id}
        speaker = self._speaker(statement)
        facets = [self._outlet, speaker, *sorted(f"m{fold(measure)}" for measure in measures)]
        return Document(
            kind=STATEMENT,
            ref=statement.id,
            terms=self._stretch(statement.start, statement.end, (facet[1:] for facet in speaker.split())),
            facets=_once(facets),
            day=_day(statement.said_on, self._day),
        )

    def _figure(self, figure: Figure) -> Document:
        statement = self._statements.get(figure.statement or "")
        said = "" if statement is None else self._speaker(statement)
        values = sorted({v for v in (figure.low, figure.high) if v is not None})
        counted = self._analyser.terms(figure.counted or "").terms
        told = (*map(value_term, values), BREAK, *counted, BREAK, *self._analyser.measure_terms(figure.measure))
        return Document(
            kind=FIGURE,
            ref=figure.id,
            terms=self._stretch(figure.start, figure.end, told),
            facets=_once(
                (self._outlet, said, self._facets("s", figure.speaker or ""), f"m{fold(figure.measure)}"),
            ),
            day=_day(figure.as_of, self._day),
        )

    def _name(self, name: Name) -> Document | None:
        """A name with its forms and roles; None for one of which nothing is left."""
        own = self._analyser.terms(name.name)
        if not own.forms:
            return None
        aliases = [self._analyser.terms(alias).forms for alias in name.aliases if alias != name.name]
        roles = [self._analyser.terms(role) for role in name.roles]
        rows = [*aliases, *(role.terms for role in roles)]
        terms = [term for row in rows for term in (BREAK, *row)]
        speaks = any(s.speaker is not None and s.speaker.entity == name.id for s in self._reading.statements)
        return Document(
            kind=NAME,
            ref=name.id,
            title=" ".join(own.forms),
            terms=_joined(terms, chain.from_iterable(map(_changed, roles))),
            facets=_once((self._outlet, self._person(name) if speaks else "")),
            day=_day(self._day),
            key=" ".join(own.forms)[:LONGEST_KEY],
        )

    def _stretch(self, start: int, end: int, more: Iterable[str]) -> str:
        """The terms of a stretch, and more that it is found by."""
        body = self._body
        part = Terms()
        first, last = bisect_left(body.starts, start), bisect_left(body.starts, end)
        part.terms, part.forms = body.terms[first:last], body.forms[first:last]
        return _joined((*part.terms, BREAK, *more), _changed(part))

    def _speaker(self, statement: Statement) -> str:
        speaker = statement.speaker
        if speaker is None:
            return ""
        name = self._names.get(speaker.entity or "")
        words = " ".join(filter(None, (speaker.name, speaker.text)))
        return self._facets("s", words) if name is None else f"{self._person(name)} {self._facets('s', words)}"

    def _person(self, name: Name) -> str:
        return self._facets("s", " ".join((name.name, *name.aliases, *name.roles)))

    def _facets(self, letter: str, words: str) -> str:
        return " ".join(letter + form for form in self._analyser.terms(words).forms)


def _add_places(places: list[int], terms: Terms) -> None:
    """Where the terms stand, each as its distance from the end of the one before, and its length."""
    at = 0
    for start, end in zip(terms.starts, terms.ends, strict=True):
        places += (start - at, end - start)
        at = end


def _changed(terms: Terms) -> Iterator[str]:
    return (form for term, form in zip(terms.terms, terms.forms, strict=True) if term != form)


def _joined(terms: Iterable[str], forms: Iterable[str]) -> str:
    """The terms as they are indexed, and behind them each form once."""
    row = " ".join(terms)
    behind = "".join(f" 0{form}" for form in dict.fromkeys(forms))
    whole = f"{row} {BREAK}{behind}" if behind else row
    return whole if len(whole) <= MOST_CHARACTERS else whole[:MOST_CHARACTERS].rpartition(" ")[0]


def _once(facets: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(" ".join(filter(None, facets)).split()))


def _day(*values: str | None) -> str | None:
    """The first value that names a day."""
    return next((value[:10] for value in values if value and _DAY.match(value)), None)
