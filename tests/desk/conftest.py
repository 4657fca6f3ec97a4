"""A desk over a store of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from runut.desk import Desk
from runut.lang import Language
from runut.store import open_store


@pytest.fixture
def desk(tmp_path: Path, languages: Mapping[str, Language]) -> Iterator[Desk]:
    """A desk over an empty store."""
    with open_store(tmp_path / "news.db") as store:
        yield Desk(store, using=languages)
