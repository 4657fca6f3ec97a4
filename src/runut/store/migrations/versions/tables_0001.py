"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
# PostgreSQL's usual index refuses what is longer than 2,700 bytes; SQLite knows no other than the usual, which takes all.
OF_ANY_LENGTH = "hash"
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "articles",
        sa.Column("seq", COUNTER, primary_key=True, autoincrement=True),
        sa.Column("id", TEXT, nullable=False, unique=True),
        sa.Column("source", TEXT, nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("title", TEXT),
        sa.Column("outlet", TEXT),
        sa.Column("url", TEXT),
        sa.Column("published", TEXT),
        sa.Column("authors", TEXT, nullable=False),
        sa.Column("language", TEXT),
        sa.Column("page_sha256", TEXT),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("added_at", TEXT, nullable=False),
        sa.Column("origin", TEXT, nullable=False),
        sa.Column("made_by", TEXT),
        sa.Column("unread_why", TEXT),
        sqlite_autoincrement=True,
    )
    op.create_index("articles_made_by", "articles", ["made_by"])
    op.create_index("articles_outlet", "articles", ["outlet"], postgresql_using=OF_ANY_LENGTH)
    op.create_index("articles_sha256", "articles", ["sha256"])
    op.create_table(
        "texts",
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("text", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("made_by", TEXT, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "findings",
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("place", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("layer", TEXT, nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("end", sa.BigInteger(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("name", TEXT),
        sa.Column("low", sa.Float()),
        sa.Column("high", sa.Float()),
        sa.Column("day", TEXT),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("findings_name", "findings", ["name"], postgresql_using=OF_ANY_LENGTH)
    op.create_table(
        "sketches",
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("day", TEXT),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("links", sa.LargeBinary()),
    )
    op.create_index("sketches_day", "sketches", ["day", "article"])
    op.create_table(
        "stories",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("seq", COUNTER, nullable=False, unique=True),
        sa.Column("title", TEXT),
        sa.Column("folded", TEXT, nullable=False),
        sa.Column("first", TEXT),
        sa.Column("last", TEXT),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("outlets", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", TEXT, nullable=False),
        sa.Column("now", TEXT),
    )
    op.create_table(
        "story_articles",
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("story", TEXT, sa.ForeignKey("stories.id"), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
    )
    op.create_index("story_articles_story", "story_articles", ["story", "place"])
    op.create_table(
        "changes",
        sa.Column("seq", COUNTER, primary_key=True, autoincrement=True),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("story", TEXT, nullable=False),
        sa.Column("before", TEXT, nullable=False),
        sa.Column("articles", TEXT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("changes_story", "changes", ["story"])
    op.create_table(
        "accounts",
        sa.Column("story", TEXT, sa.ForeignKey("stories.id"), primary_key=True),
        sa.Column("version", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("made_at", TEXT, nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("data", sa.LargeBinary()),
    )
    op.create_table(
        "judgements",
        sa.Column("seq", COUNTER, primary_key=True, autoincrement=True),
        sa.Column("id", TEXT, nullable=False, unique=True),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("by", TEXT, nullable=False),
        sa.Column("undoes", TEXT),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("judgements_undoes", "judgements", ["undoes"])
    op.create_table(
        "subjects",
        sa.Column("judgement", COUNTER, sa.ForeignKey("judgements.seq"), primary_key=True, autoincrement=False),
        sa.Column("layer", TEXT, primary_key=True),
        sa.Column("finding", TEXT, primary_key=True),
        sa.Column("article", TEXT),
        sa.Column("sha256", TEXT),
    )
    op.create_index("subjects_article", "subjects", ["article"])
    op.create_index("subjects_finding", "subjects", ["finding"])
    op.create_index("subjects_sha256", "subjects", ["sha256"])
    op.create_table(
        "jobs",
        sa.Column("seq", COUNTER, primary_key=True, autoincrement=True),
        sa.Column("id", TEXT, nullable=False, unique=True),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("done", sa.BigInteger(), nullable=False),
        sa.Column("of", sa.BigInteger()),
        sa.Column("message", TEXT, nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("result", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", TEXT, nullable=False),
        sa.Column("changed_at", TEXT, nullable=False),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("jobs_state", "jobs", ["state"])
    op.create_table(
        "skipped",
        sa.Column("seq", COUNTER, primary_key=True, autoincrement=True),
        sa.Column("key", TEXT, nullable=False, unique=True),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("source", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=False),
        sa.Column("job", TEXT),
        sqlite_autoincrement=True,
    )
    op.create_index("skipped_job", "skipped", ["job"])
    op.create_table(
        "locks",
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("holder", TEXT, nullable=False),
        sa.Column("until", TEXT, nullable=False),
    )
