"""The tables, the same on both engines; `docs/store.md` tells of them, `migrations` makes them.

Nothing of PostgreSQL is named here: a word of it would load its dialect, an eighth of a second, for every store in SQLite.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, LargeBinary, MetaData, Table

from runut.store.columns import COUNTER, Listed, Packed, PackedText, Real, Words

metadata = MetaData()


def _counted() -> Column[int]:
    """The order of keeping: SQLite is told never to give a number twice."""
    return Column("seq", COUNTER, primary_key=True, autoincrement=True)


articles = Table(
    "articles",
    metadata,
    _counted(),
    Column("id", Words, nullable=False, unique=True),
    Column("source", Words, nullable=False),
    Column("sha256", Words, nullable=False),
    Column("title", Words),
    Column("outlet", Words),
    Column("url", Words),
    Column("published", Words),
    Column("authors", Listed, nullable=False),
    Column("language", Words),
    Column("page_sha256", Words),
    Column("size", BigInteger, nullable=False),
    Column("added_at", Words, nullable=False),
    Column("origin", Words, nullable=False),
    Column("made_by", Words),  # what read it, or failed to
    Column("unread_why", Words),
    Index("articles_outlet", "outlet"),
    Index("articles_sha256", "sha256"),
    Index("articles_made_by", "made_by"),
    sqlite_autoincrement=True,
)

# Texts lie apart, so that lists of articles read none.
texts = Table(
    "texts",
    metadata,
    Column("article", Words, ForeignKey("articles.id"), primary_key=True),
    Column("text", PackedText, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("article", Words, ForeignKey("articles.id"), primary_key=True),
    Column("made_by", Words, nullable=False),
    Column("data", Packed, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("article", Words, ForeignKey("articles.id"), primary_key=True),
    Column("place", BigInteger, primary_key=True, autoincrement=False),  # in the order in which the reading gives them
    Column("id", Words, nullable=False),
    Column("layer", Words, nullable=False),
    Column("start", BigInteger, nullable=False),
    Column("end", BigInteger, nullable=False),
    Column("text", Words, nullable=False),
    Column("name", Words),
    Column("low", Real),
    Column("high", Real),
    Column("day", Words),
    Column("data", LargeBinary, nullable=False),
    Index("findings_name", "name"),
    sqlite_with_rowid=False,
)

sketches = Table(
    "sketches",
    metadata,
    Column("article", Words, ForeignKey("articles.id"), primary_key=True),
    Column("day", Words),
    Column("data", LargeBinary, nullable=False),  # hashes, which do not pack
    Column("links", LargeBinary),
    Index("sketches_day", "day", "article"),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Words, primary_key=True),
    Column("seq", COUNTER, nullable=False, unique=True),
    Column("title", Words),
    Column("folded", Words, nullable=False),  # the title as queries compare it
    Column("first", Words),
    Column("last", Words),
    Column("size", BigInteger, nullable=False),
    Column("outlets", BigInteger, nullable=False),
    Column("independent", BigInteger),  # as its last account says, None where the story has changed since
    Column("cover", PackedText),  # what its last account covers where names are to be covered
    Column("changed_at", Words, nullable=False),
    Column("now", Words),  # where its reports went, for one that is no more
)

story_articles = Table(
    "story_articles",
    metadata,
    Column("article", Words, ForeignKey("articles.id"), primary_key=True),
    Column("story", Words, ForeignKey("stories.id"), nullable=False),
    Column("place", BigInteger, nullable=False),
    Index("story_articles_story", "story", "place"),
)

changes = Table(
    "changes",
    metadata,
    _counted(),
    Column("at", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("story", Words, nullable=False),
    Column("before", Listed, nullable=False),
    Column("articles", Listed, nullable=False),
    Index("changes_story", "story"),
    sqlite_autoincrement=True,
)

accounts = Table(
    "accounts",
    metadata,
    Column("story", Words, ForeignKey("stories.id"), primary_key=True),
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("key", Words, nullable=False),
    Column("made_at", Words, nullable=False),
    Column("digest", Packed, nullable=False),
    Column("data", Packed),  # of the last version alone
)

judgements = Table(
    "judgements",
    metadata,
    _counted(),
    Column("id", Words, nullable=False, unique=True),
    Column("at", Words, nullable=False),
    Column("by", Words, nullable=False),
    Column("undoes", Words),
    Column("data", Packed, nullable=False),
    Index("judgements_undoes", "undoes"),
    sqlite_autoincrement=True,
)

# What a judgement is about; an undo is about what it takes back.
subjects = Table(
    "subjects",
    metadata,
    Column("judgement", COUNTER, ForeignKey("judgements.seq"), primary_key=True, autoincrement=False),
    Column("layer", Words, primary_key=True),
    Column("finding", Words, primary_key=True),
    Column("article", Words),
    Column("sha256", Words),
    Index("subjects_finding", "finding"),
    Index("subjects_article", "article"),
    Index("subjects_sha256", "sha256"),
)

jobs = Table(
    "jobs",
    metadata,
    _counted(),
    Column("id", Words, nullable=False, unique=True),
    Column("kind", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("done", BigInteger, nullable=False),
    Column("of", BigInteger),
    Column("message", Words, nullable=False),
    Column("payload", Packed, nullable=False),
    Column("result", Packed, nullable=False),
    Column("asked_at", Words, nullable=False),
    Column("changed_at", Words, nullable=False),
    Column("tries", BigInteger, nullable=False),
    Index("jobs_state", "state"),
    sqlite_autoincrement=True,
)

skipped = Table(
    "skipped",
    metadata,
    _counted(),
    Column("key", Words, nullable=False, unique=True),  # of source, reason and job: told once
    Column("at", Words, nullable=False),
    Column("source", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("job", Words),
    Index("skipped_job", "job"),
    sqlite_autoincrement=True,
)

locks = Table(
    "locks",
    metadata,
    Column("name", Words, primary_key=True),
    Column("holder", Words, nullable=False),
    Column("until", Words, nullable=False),
)
