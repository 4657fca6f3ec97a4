"""The running API holds what its document says, whatever it is asked: thousands of requests made from the document."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from runut.desk import Desk
from runut.lang import Language
from runut.store import open_store
from runut.web.app import create_app
from runut.web.settings import Settings
from served import serving

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent.parent / "examples" / "kmp-lintang-samudra"
TOKEN = "kunci-uji"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, languages: Mapping[str, Language]) -> Iterator[str]:
    """A desk that wants its token and holds one story, told and judged once."""
    with open_store(tmp_path_factory.mktemp("desk") / "news.db") as store:
        desk = Desk(store, using=languages)
        desk.take_in([EXAMPLE])
        desk.catch_up()
        (story, *_) = desk.stories()
        account = desk.account(story.id)
        desk.judge(story.id, "reject", [account.figures[0].id], by="Laras", why="Salah ketik")
        with serving(create_app(store, Settings(token=TOKEN, worker=False))) as served:
            yield served


@pytest.mark.parametrize("seed", [int(os.environ.get("RUNUT_SCHEMATHESIS_SEED", "1"))])
def test_the_running_api_is_as_its_document_says(address: str, seed: int, tmp_path: Path) -> None:
    command = [
        str(Path(sys.executable).parent / "schemathesis"),
        "--config-file",
        str(HERE / "schemathesis.toml"),
        "run",
        f"{address}/api/v1/openapi.json",
        "--header",
        f"Authorization: Bearer {TOKEN}",
        "--checks",
        "all",
        "--max-examples",
        os.environ.get("RUNUT_SCHEMATHESIS_EXAMPLES", "8"),
        "--seed",
        str(seed),
        "--generation-database",
        "none",
        "--continue-on-failure",
        "--no-color",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=400)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "18 selected / 18 total" in done.stdout
