"""What is searched, and the full-text index over it, with the same answers on both engines.

A document is an article, a statement, a figure or a name, as a string of terms in `[a-z0-9]` (`runut.desk.indexing` makes them). SQLite
indexes it with FTS5, PostgreSQL with `tsvector` under its `simple` configuration. Rows of terms are looked for as such: FTS5 knows how,
and in PostgreSQL, which counts no places beyond 16,383 and no more than 256 of a word, they are held against the string itself.

Which documents match is the same on both engines. Those whose title has all that is sought come first; then each engine's own rank
decides; what has no words to be ranked by is in the order of its days, the latest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from sqlalchemy import Connection, String, bindparam, text

from runut.store.columns import Words, limited

ARTICLE, STATEMENT, FIGURE, NAME = KINDS = ("article", "statement", "figure", "name")

# A row of words of which several have alternatives becomes so many rows at most; a longer one is sought in pieces that overlap.
MOST_ROWS = 64
_KEPT = Words()
_TERM = re.compile(r"[a-z0-9]+")
# Each by itself, so that no row of words begins in one and ends in the other.
_TITLE, _BOTH = ("d.title",), ("d.title", "d.terms")
# How much more a word counts in the title.
TITLE_WEIGHT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A thing that can be found: `kind` article, statement, figure or name; `ref` its id.

    `title` and `terms` are terms with a blank between. `facets` are terms too, each behind a letter: `o` outlet, `s` speaker, `m` measure.
    Names with one `key` are one name in several articles. `places` says where the terms stand; the store does not look into it.
    """

    kind: str
    ref: str
    title: str = ""
    terms: str = ""
    facets: str = ""
    day: str | None = None
    key: str | None = None
    places: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A word, or several in a row; at each place one of the alternatives. With `prefix` the last is the beginning of a word."""

    row: tuple[tuple[str, ...], ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What documents must have: one of each group in `all_of`, nothing in `none_of`, and each filter that is not empty.

    `outlets` and `speakers`: one of them, with all its words (the beginning of one does). `measures` and `stories`: one of them. A filter
    by speaker or measure finds the statements, figures and names that have it, and the articles that hold such a statement or figure.
    Days are `2025-05-31`, both included; a document without a day is in no period. No `kinds` are all.
    """

    all_of: tuple[tuple[Sought, ...], ...] = ()
    none_of: tuple[Sought, ...] = ()
    kinds: tuple[str, ...] = ()
    outlets: tuple[tuple[str, ...], ...] = ()
    speakers: tuple[tuple[str, ...], ...] = ()
    measures: tuple[str, ...] = ()
    from_day: str | None = None
    to_day: str | None = None
    stories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A document that was found; of a name the best of the `articles` that have it."""

    kind: str
    ref: str
    article: str
    day: str | None
    in_title: bool
    articles: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """What was indexed of an article as a whole."""

    title: str
    terms: str
    places: bytes


_TABLE = """
CREATE TABLE documents (
    id {counter},
    article BIGINT NOT NULL REFERENCES articles (seq),
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    key TEXT,
    day TEXT{plain},
    title TEXT NOT NULL,
    facets TEXT NOT NULL,
    terms TEXT NOT NULL,
    places {bytes} NOT NULL{more}
)
"""
_INDICES = (
    "CREATE INDEX documents_article ON documents (article, kind)",
    "CREATE INDEX documents_day ON documents (kind, day, key)",
)
_SQLITE = (
    _TABLE.format(counter="INTEGER PRIMARY KEY", plain="", bytes="BLOB", more=""),
    *_INDICES,
    "CREATE VIRTUAL TABLE documents_fts USING fts5"
    " (title, terms, facets, content='documents', content_rowid='id', tokenize='ascii')",
    "CREATE TRIGGER documents_in AFTER INSERT ON documents BEGIN"
    " INSERT INTO documents_fts (rowid, title, terms, facets) VALUES (new.id, new.title, new.terms, new.facets); END",
    "CREATE TRIGGER documents_out AFTER DELETE ON documents BEGIN"
    " INSERT INTO documents_fts (documents_fts, rowid, title, terms, facets)"
    " VALUES ('delete', old.id, old.title, old.terms, old.facets); END",
)
_POSTGRESQL = (
    _TABLE.format(
        counter="BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        plain=' COLLATE "C"',
        bytes="BYTEA",
        more=""",
    words TSVECTOR GENERATED ALWAYS AS
        (setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', terms)) STORED,
    marks TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', facets)) STORED""",
    ),
    *_INDICES,
    "CREATE INDEX documents_words ON documents USING gin (words)",
    "CREATE INDEX documents_marks ON documents USING gin (marks)",
)


def ddl(dialect: str) -> tuple[str, ...]:
    """The statements that make the table and its index (`dialect`: sqlite, postgresql), after the table of articles."""
    return _SQLITE if dialect == "sqlite" else _POSTGRESQL


def put_documents(connection: Connection, article: str, documents: Iterable[Document]) -> None:
    """Index an article, in the place of what was indexed of it before; `article` is the id of one that is stored."""
    seq = connection.execute(text("SELECT seq FROM articles WHERE id = :id"), {"id": article}).scalar_one()
    connection.execute(text("DELETE FROM documents WHERE article = :seq"), {"seq": seq})
    rows = [
        {
            "article": seq,
            "kind": d.kind,
            "ref": d.ref,
            "key": d.key,
            "day": d.day,
            "title": f" {d.title} ",  # so that each term has a blank before and behind it
            "facets": f"k{d.kind} {d.facets}",
            "terms": f" {d.terms} ",
            "places": d.places,
        }
        for d in documents
    ]
    if rows:
        connection.execute(
            text(
                "INSERT INTO documents (article, kind, ref, key, day, title, facets, terms, places)"
                " VALUES (:article, :kind, :ref, :key, :day, :title, :facets, :terms, :places)"
            ),
            rows,
        )


def indexed(connection: Connection, articles: Iterable[str]) -> dict[str, Indexed]:
    """What was indexed of some articles, by their ids; nothing for those that were not read."""
    query = text(
        "SELECT a.id, d.title, d.terms, d.places FROM articles a CROSS JOIN documents d"
        " WHERE d.article = a.seq AND d.kind = 'article' AND a.id IN :ids"
    ).bindparams(bindparam("ids", expanding=True, type_=String()))
    rows = connection.execute(query, {"ids": list(articles)})
    return {id_: Indexed(title=title.strip(), terms=terms.strip(), places=places) for id_, title, terms, places in rows}


def search(connection: Connection, wanted: Wanted, *, limit: int = 20, offset: int = 0) -> list[Match]:
    """The documents that match, in their order, from the `offset`-th on; a name stands once for all its articles."""
    named = not wanted.kinds or NAME in wanted.kinds
    query, source = _engine(connection).found(wanted, ranked=True, rows=named)
    # what has no rank is in the order of its days, for which its rows are read
    order = "in_title DESC, rank DESC, id DESC" if wanted.all_of else "day DESC NULLS LAST, id DESC"
    chosen = "SELECT *, 1 AS many FROM found"
    if named:
        chosen = (
            "SELECT * FROM (SELECT *, COUNT(*) OVER same AS many,"
            f" ROW_NUMBER() OVER (PARTITION BY kind, COALESCE(key, ref) ORDER BY {order}) AS place FROM found"
            " WINDOW same AS (PARTITION BY kind, COALESCE(key, ref))) AS every WHERE place = 1"
        )
    rows = connection.execute(
        text(
            f"{source}, best AS (SELECT id, in_title, many, ROW_NUMBER() OVER (ORDER BY {order}) AS place"
            f" FROM ({chosen}) AS chosen ORDER BY {order} LIMIT :limit OFFSET :offset)"
            " SELECT d.kind, d.ref, a.id, d.day, b.in_title, b.many FROM best b CROSS JOIN documents d CROSS JOIN articles a"
            " WHERE d.id = b.id AND a.seq = d.article ORDER BY b.place"
        ),
        {**query.given, "limit": limited(limit), "offset": limited(offset)},
    )
    return [
        Match(kind=kind, ref=ref, article=article, day=day, in_title=bool(in_title), articles=many)
        for kind, ref, article, day, in_title, many in rows
    ]


def count(connection: Connection, wanted: Wanted) -> dict[str, int]:
    """How many documents of each kind match, names counted once for all their articles."""
    engine = _engine(connection)
    counted = {}
    for kind in wanted.kinds or KINDS:
        query, source = engine.found(replace(wanted, kinds=(kind,)), rows=kind == NAME)
        what = "DISTINCT COALESCE(key, ref)" if kind == NAME else "*"
        counted[kind] = int(
            connection.execute(text(f"{source} SELECT COUNT({what}) FROM found"), query.given).scalar_one()
        )
    return counted


class _Query:
    """A query being put together: conditions, and the values that they name; words of the caller are values only."""

    def __init__(self) -> None:
        self.given: dict[str, object] = {}
        self.where: list[str] = []

    def name(self, value: str) -> str:
        key = f"v{len(self.given)}"
        self.given[key] = _KEPT.process_bind_param(value, None)
        return f":{key}"

    def one_of(self, column: str, values: Sequence[str]) -> str:
        return f"{column} IN ({', '.join(map(self.name, values))})"


# The documents of a speaker or measure, and the articles that hold such a statement or figure. CROSS here and below: SQLite reads the
# tables in this order, the few rows first.
_HELD = (
    "told AS MATERIALIZED ({}), held AS MATERIALIZED (SELECT id FROM told UNION"
    " SELECT w.id FROM told CROSS JOIN documents t CROSS JOIN documents w"
    " WHERE t.id = told.id AND t.kind IN ('statement', 'figure') AND w.article = t.article AND w.kind = 'article'), "
)


class _Engine:
    """What both engines share: the filters, and how the parts come together."""

    def found(self, wanted: Wanted, *, ranked: bool = False, rows: bool = False) -> tuple[_Query, str]:
        """Values, and a `WITH` that makes `found`: id, and where `ranked` in_title and rank or, without words, day.

        `rows`: kind, key and ref too.
        """
        query = _Query()
        by_day = ranked and not wanted.all_of
        needed = rows or by_day or bool(wanted.from_day or wanted.to_day)
        held = ""
        if wanted.speakers or wanted.measures:
            held = _HELD.format(self.told(query, wanted))
        source, id_, in_title, rank = self.matched(query, wanted, held=bool(held), rows=needed)
        if held and not source.startswith("held"):
            query.where.append(f"{id_} IN (SELECT id FROM held)")
        if wanted.from_day:
            query.where.append(f"d.day >= {query.name(wanted.from_day)}")
        if wanted.to_day:
            query.where.append(f"d.day <= {query.name(wanted.to_day)}")
        if wanted.stories:
            query.where.append(
                f"{id_} IN (SELECT t.id FROM story_articles s CROSS JOIN articles a CROSS JOIN documents t"
                f" WHERE {query.one_of('s.story', wanted.stories)} AND a.id = s.article AND t.article = a.seq)"
            )
        columns = f"{id_} AS id"
        if ranked:
            columns += f", {in_title} AS in_title, {rank} AS rank"
        if by_day:
            columns += ", d.day"
        if rows:
            columns += ", d.kind, d.key, d.ref"
        where = f" WHERE {' AND '.join(query.where)}" if query.where else ""
        return query, f"WITH {held}found AS MATERIALIZED (SELECT {columns} FROM {source}{where})"

    def matched(self, query: _Query, wanted: Wanted, *, held: bool, rows: bool) -> tuple[str, str, str, str]:
        """Conditions on words, outlets and kinds; what to select from, and the expressions for id, in_title and rank.

        `rows`: the rows of documents too, as `d`. `held`: there is a table of that name, outside of which nothing is wanted.
        """
        raise NotImplementedError

    def told(self, query: _Query, wanted: Wanted) -> str:
        """A query for the ids of documents with one of the speakers and one of the measures."""
        raise NotImplementedError


class _Sqlite(_Engine):
    def matched(self, query: _Query, wanted: Wanted, *, held: bool, rows: bool) -> tuple[str, str, str, str]:
        asked = " AND ".join(f"({' OR '.join(map(_fts_row, group))})" for group in wanted.all_of)
        avoided = " OR ".join(map(_fts_row, wanted.none_of))
        outlets = _fts_facets("o", wanted.outlets)
        needed = [f"{{title terms}} : ({asked})"] if asked else []
        needed += [f"facets : ({outlets})"] if outlets else []
        if not needed:
            if avoided:
                query.where.append(f"d.id NOT IN ({self._ids(query, f'{{title terms}} : ({avoided})')})")
            if wanted.kinds:
                query.where.append(query.one_of("d.kind", wanted.kinds))
            return ("held CROSS JOIN documents d ON d.id = held.id" if held else "documents d"), "d.id", "0", "0"
        if wanted.kinds:
            needed.append(f"facets : ({_fts_facets('k', [(kind,) for kind in wanted.kinds], prefix=False)})")
        match = " AND ".join(f"({part})" for part in needed)
        if avoided:
            match = f"({match}) NOT ({{title terms}} : ({avoided}))"
        query.where.append(f"documents_fts MATCH {query.name(match)}")
        in_title = f"documents_fts.rowid IN ({self._ids(query, f'title : ({asked})')})" if asked else "0"
        rank = f"-bm25(documents_fts, {TITLE_WEIGHT}, 1, 0)" if asked else "0"
        source = "documents_fts" + (" CROSS JOIN documents d ON d.id = documents_fts.rowid" if rows else "")
        # +: the rows are held against other sets afterwards, not sought one by one
        return source, "+documents_fts.rowid", in_title, rank

    def told(self, query: _Query, wanted: Wanted) -> str:
        parts = [_fts_facets("s", wanted.speakers), _fts_facets("m", [(m,) for m in wanted.measures], prefix=False)]
        return self._ids(query, f"facets : ({' AND '.join(f'({part})' for part in parts if part)})")

    def _ids(self, query: _Query, match: str) -> str:
        return f"SELECT rowid AS id FROM documents_fts WHERE documents_fts MATCH {query.name(match)}"


class _Postgresql(_Engine):
    def matched(self, query: _Query, wanted: Wanted, *, held: bool, rows: bool) -> tuple[str, str, str, str]:
        in_title, rank = "FALSE", "0"
        if wanted.all_of:
            asked = query.name(_ts_groups(wanted.all_of))
            query.where += [f"d.words @@ CAST({asked} AS tsquery)", *self._rows(query, wanted, _BOTH)]
            title = f"d.words @@ CAST({query.name(_ts_groups(wanted.all_of, 'A'))} AS tsquery)"
            in_title = f"({' AND '.join([title, *self._rows(query, wanted, _TITLE, 'A')])})"
            rank = f"ts_rank_cd('{{{1 / TITLE_WEIGHT}, 0, 0, 1}}', d.words, CAST({asked} AS tsquery), 1)"
        for sought in wanted.none_of:
            query.where.append(f"NOT {self._held(query, sought, _BOTH)}")
        if wanted.outlets:
            query.where.append(f"d.marks @@ CAST({query.name(_ts_facets('o', wanted.outlets))} AS tsquery)")
        if wanted.kinds:
            query.where.append(query.one_of("d.kind", wanted.kinds))
        return "documents d", "d.id", in_title, rank

    def told(self, query: _Query, wanted: Wanted) -> str:
        parts = [_ts_facets("s", wanted.speakers), _ts_facets("m", [(m,) for m in wanted.measures], prefix=False)]
        asked = " & ".join(f"({part})" for part in parts if part)
        return f"SELECT id FROM documents WHERE marks @@ CAST({query.name(asked)} AS tsquery)"

    def _rows(self, query: _Query, wanted: Wanted, where: Sequence[str], weight: str = "") -> list[str]:
        """For each group with a row of words: that one of its parts really stands there."""
        groups = [group for group in wanted.all_of if any(len(sought.row) > 1 for sought in group)]
        return [f"({' OR '.join(self._held(query, sought, where, weight) for sought in group)})" for group in groups]

    def _held(self, query: _Query, sought: Sought, where: Sequence[str], weight: str = "") -> str:
        """The condition that the words stand there, in a row where they are several."""
        conditions = [f"d.words @@ CAST({query.name(_ts_row(sought, weight))} AS tsquery)"]
        if len(sought.row) > 1:
            for rows, star in _pieces(sought):
                ends = [query.name(f" {row}{'' if star else ' '}") for row in rows]
                held = [f"strpos({column}, {end}) > 0" for column in where for end in ends]
                conditions.append(f"({' OR '.join(held)})")
        return f"({' AND '.join(conditions)})"


def _engine(connection: Connection) -> _Engine:
    return _Sqlite() if connection.dialect.name == "sqlite" else _Postgresql()


def _pieces(sought: Sought) -> Iterator[tuple[list[str], bool]]:
    """Rows of words of which one must stand there, and whether their last is the beginning of a word.

    Several pieces, all of them needed, where the alternatives would make too many rows.
    """
    piece: list[tuple[str, ...]] = []
    for alternatives in sought.row:
        if len(piece) > 1 and prod(map(len, piece)) * len(alternatives) > MOST_ROWS:
            yield [" ".join(row) for row in product(*piece)], False
            piece = piece[-1:]
        piece.append(tuple(map(_checked, alternatives)))
    yield [" ".join(row) for row in product(*piece)], sought.prefix


def _checked(term: str) -> str:
    """The term, which goes into a query of the engine's own; raises ValueError where it could be anything else there."""
    if not _TERM.fullmatch(term):
        raise ValueError(f"{term!r} is no term: terms are small letters and digits")
    return term


def _fts_row(sought: Sought) -> str:
    pieces = [" OR ".join(f'"{row}"{" *" if star else ""}' for row in rows) for rows, star in _pieces(sought)]
    return f"({' AND '.join(f'({piece})' for piece in pieces)})"


def _fts_facets(letter: str, wanted: Iterable[Sequence[str]], *, prefix: bool = True) -> str:
    star = " *" if prefix else ""
    every = [" AND ".join(f'"{letter}{_checked(word)}"{star}' for word in words) for words in wanted]
    return " OR ".join(f"({words})" for words in every)


def _ts_groups(groups: Iterable[Sequence[Sought]], weight: str = "") -> str:
    return " & ".join(f"({' | '.join(_ts_row(sought, weight) for sought in group)})" for group in groups)


def _ts_row(sought: Sought, weight: str = "") -> str:
    """The words that must be there, wherever they stand."""
    places = []
    for n, alternatives in enumerate(sought.row):
        tail = weight + ("*" if sought.prefix and n == len(sought.row) - 1 else "")
        places.append(" | ".join(_checked(word) + (f":{tail}" if tail else "") for word in alternatives))
    return f"({' & '.join(f'({place})' for place in places)})"


def _ts_facets(letter: str, wanted: Iterable[Sequence[str]], *, prefix: bool = True) -> str:
    star = ":*" if prefix else ""
    every = [" & ".join(f"{letter}{_checked(word)}{star}" for word in words) for words in wanted]
    return " | ".join(f"({words})" for words in every)
