"""What every test may use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from runut import face
from runut.lang import Language

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
