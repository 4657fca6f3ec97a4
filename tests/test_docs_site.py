"""The documentation is built without a warning, its reference is that of the code, and what its walks say is so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
WALKS = sorted([*DOCS.glob("tutorials/*.md"), *DOCS.glob("how-to/*.md")])
FENCES = re.compile(r"^```(sh|python)\n(.*?)^```$", re.S | re.M)


def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-E", "-d", str(tmp_path / "trees")]
    done = subprocess.run([*command, "-b", "html", str(DOCS), str(tmp_path / "site")], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "tutorials" / "editor.html").exists()


@pytest.mark.parametrize("page", ["commands.md", "python.md", "account.md"])
def test_the_reference_is_that_of_the_code(page: str, made: Path) -> None:
    kept = (DOCS / "reference" / page).read_text("utf-8")
    assert (made / page).read_text("utf-8") == kept, "run: python tools/make_reference.py"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reference")
    subprocess.run([sys.executable, str(ROOT / "tools" / "make_reference.py"), str(folder)], check=True)
    return folder


@pytest.mark.parametrize("walk", WALKS, ids=lambda path: path.stem)
def test_a_walk_can_be_walked(walk: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for kind, snippet in FENCES.findall(walk.read_text("utf-8")):
        command = (
            ["sh", "-ec", snippet]
            if kind == "sh"
            else [sys.executable, "-W", "error::DeprecationWarning", "-c", snippet]
        )
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True)
        assert done.returncode == 0, f"{snippet}\n{done.stderr}"
        assert done.stdout or kind == "sh", f"tells nothing: {snippet}"


@pytest.mark.parametrize("walk", WALKS, ids=lambda path: path.stem)
def test_a_walk_leads_to_pages_that_are_there(walk: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", walk.read_text("utf-8"))
    assert [link for link in links if not (walk.parent / link).exists()] == []
