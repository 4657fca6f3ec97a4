"""What every test may use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import postgres
from outlets import Outlet
from runut import face
from runut.lang import Language

if TYPE_CHECKING:
    from runut.store import Store

# The first example of a property compiles the tables; on a busy machine that takes longer than hypothesis allows for one.
settings.register_profile("runut", deadline=None)
settings.load_profile("runut")

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("RUNUT_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def languages() -> Mapping[str, Language]:
    """All languages, loaded once."""
    return face.languages()


@pytest.fixture(scope="session")
def indonesian(languages: Mapping[str, Language]) -> Language:
    """The tables of Indonesian."""
    return languages["id"]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated cases and corpora beside the checkout."""
    if not (SHARED / "gold").is_dir():
        pytest.skip(
            "no ../shared: the annotated cases and corpora are not part of the project (RUNUT_SHARED names another folder)"
        )
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> Iterator[str]:
    """The path of a Chromium."""
    found = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)
    if found is None:
        pytest.skip("no Chromium on the PATH: install it (Debian: apt-get install chromium)")
    yield found


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    """An invented outlet's web server on this machine."""
    serving = Outlet()
    yield serving
    serving.close()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[postgres.Cluster]:
    """A PostgreSQL of the tests' own, started once for each process of theirs."""
    try:
        yield from postgres.cluster()
    except postgres.Missing as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in SQLite with nothing in it, to copy."""
    from runut.store import open_store

    path = tmp_path_factory.mktemp("empty") / "store.db"
    open_store(path).close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new store is, on one engine and then on the other."""
    if request.param == "sqlite":
        return str(shutil.copy(request.getfixturevalue("empty_store"), tmp_path / "store.db"))
    cluster: postgres.Cluster = request.getfixturevalue("postgresql")
    return cluster.database()


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A new store, on one engine and then on the other."""
    from runut.store import open_store

    with open_store(store_url) as opened:
        yield opened
