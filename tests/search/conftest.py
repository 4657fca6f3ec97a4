"""Stores that the tests of search share, on both engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import postgres
from runut.store import Store, open_store


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store for all tests of a module, on one engine and then on the other."""
    if request.param == "sqlite":
        url = str(tmp_path_factory.mktemp("search") / "store.db")
    else:
        cluster: postgres.Cluster = request.getfixturevalue("postgresql")
        url = cluster.database()
    with open_store(url) as opened:
        yield opened
