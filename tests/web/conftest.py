"""A desk in a browser: a store with the reports of the example and two of the tests' own, and what asks its pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from desk_pages import EXAMPLE, HOSTILE_REPORT, PLAIN_REPORT, client_of
from starlette.testclient import TestClient

from runut.desk import Desk
from runut.lang import Language
from runut.store import open_store


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, languages: Mapping[str, Language]) -> Path:
    """A store with three stories: seven reports of a ferry's fire, a hostile one, a plain one; none was told yet."""
    path = tmp_path_factory.mktemp("desk") / "news.db"
    with open_store(path) as store:
        desk = Desk(store, using=languages)
        assert len(desk.take_in([str(EXAMPLE), HOSTILE_REPORT, PLAIN_REPORT]).new) == 9
        desk.catch_up()
    return path


@pytest.fixture
def desk(filled: Path, tmp_path: Path, languages: Mapping[str, Language]) -> Iterator[Desk]:
    """A desk over a copy of that store."""
    copy = tmp_path / "news.db"
    shutil.copy(filled, copy)
    with open_store(copy) as store:
        yield Desk(store, using=languages)


@pytest.fixture
def client(desk: Desk, languages: Mapping[str, Language]) -> Iterator[TestClient]:
    """What asks the pages of that desk."""
    with client_of(desk.store, languages) as asking:
        yield asking


@pytest.fixture
def ferry(desk: Desk) -> str:
    """The id of the story of the ferry."""
    return next(row.id for row in desk.stories() if row.size == 7)


@pytest.fixture
def hostile(desk: Desk) -> str:
    """The id of the story of the hostile report."""
    return next(row.id for row in desk.stories() if "Warung" in (row.title or ""))
