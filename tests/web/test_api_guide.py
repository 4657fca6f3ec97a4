"""The guide to the API is so: its examples are run, one after another, as somebody would who reads it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from desk_load import serve  # noqa: E402

GUIDE = (ROOT / "docs" / "api.md").read_text("utf-8")
EXAMPLES = re.findall(r"<!-- run -->\n```sh\n(.*?)```", GUIDE, re.S)


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl: install it (Debian: apt-get install curl)")
def test_the_examples_of_the_guide_run(tmp_path: Path) -> None:
    assert len(EXAMPLES) >= 6
    marker = "--- next ---"
    script = f"\necho; echo '{marker}'\n".join(EXAMPLES)
    with serve(tmp_path / "news.db") as server:
        done = subprocess.run(
            ["sh", "-eu", "-c", f"DESK={server.address}/api/v1\n{script}"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    _, job, brief, found, undone, withdrawn, asked = (part.strip() for part in done.stdout.split(marker))
    assert json.loads(job)["kind"] == "catch-up"
    assert "3" in brief
    assert json.loads(found)["total"] == 2
    assert json.loads(undone)["judgement"]["act"] == "undo"
    rejected = json.loads(withdrawn)["judgement"]
    assert (rejected["act"], [s["layer"] for s in rejected["subjects"]]) == ("reject", ["reports"])
    assert asked.startswith('{"job":')
