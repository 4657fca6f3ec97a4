"""How many of a story's reports stand by themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column."""
    op.add_column("stories", sa.Column("independent", sa.BigInteger()))
