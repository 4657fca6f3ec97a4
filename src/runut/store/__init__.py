"""The store: what was taken in, read, grouped and judged, in SQLite or PostgreSQL; it knows no linguistics."""

from __future__ import annotations

from runut.store.errors import (
    Busy,
    Conflict,
    Full,
    NewerStore,
    NoDriver,
    NoStore,
    NotAStore,
    ReadOnly,
    StoreError,
    Unreachable,
)
from runut.store.opening import open_store
from runut.store.records import (
    AccountRow,
    ArticleRow,
    ChangeRow,
    DigestRow,
    FindingRow,
    JobRow,
    JudgementRow,
    SketchRow,
    SkippedRow,
    StoryRow,
)
from runut.store.rows import stamp
from runut.store.transactions import Store
from runut.store.view import View, Writer

__all__ = [
    "AccountRow",
    "ArticleRow",
    "Busy",
    "ChangeRow",
    "Conflict",
    "DigestRow",
    "FindingRow",
    "Full",
    "JobRow",
    "JudgementRow",
    "NewerStore",
    "NoDriver",
    "NoStore",
    "NotAStore",
    "ReadOnly",
    "SketchRow",
    "SkippedRow",
    "Store",
    "StoreError",
    "StoryRow",
    "Unreachable",
    "View",
    "Writer",
    "open_store",
    "stamp",
]
