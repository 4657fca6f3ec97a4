"""Where Alembic begins: it runs in the transaction that opened the store."""

from __future__ import annotations

from alembic import context

from runut.store.opening import VERSION_TABLE
from runut.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, version_table=VERSION_TABLE
)
context.run_migrations()
