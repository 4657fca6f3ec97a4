"""What the last account of a story covers where names are to be covered, so that lists can cover it too."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column."""
    op.add_column("stories", sa.Column("cover", sa.LargeBinary()))
