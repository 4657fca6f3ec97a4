"""What is searched, and its index."""

from __future__ import annotations

from alembic import op

from runut.store.searching import ddl

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make it, as the engine has it."""
    connection = op.get_bind()
    for statement in ddl(connection.dialect.name):
        connection.exec_driver_sql(statement, execution_options={"no_parameters": True})
