"""Long work shows where it is, on a terminal only."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

TEXT = "Gudang di Kota Lontar terbakar pada Senin (9/3/2026). “Dua orang tewas,” kata Kapolres Lontar Ida Rato. " * 20


def stderr_on_a_terminal(command: list[str]) -> str:
    """What a command writes on standard error when that is a terminal."""
    leader, follower = pty.openpty()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=follower) as running:
        os.close(follower)
        shown = b""
        while True:
            ready, _, _ = select.select([leader], [], [], 60)
            try:
                piece = os.read(leader, 4096) if ready else b""
            except OSError:  # the other end is closed
                piece = b""
            if not piece:
                break
            shown += piece
        running.wait()
    os.close(leader)
    return shown.decode("utf-8", "replace")


def test_long_work_shows_its_stage_on_a_terminal_and_nothing_in_a_pipe(tmp_path: Path) -> None:
    records = tmp_path / "banyak.jsonl"
    records.write_text("".join(json.dumps({"text": f"{n} {TEXT}"}) + "\n" for n in range(150)), "utf-8")
    command = [sys.executable, "-m", "runut.cli", "read", str(records), "--layers", "statements"]
    assert "read" in stderr_on_a_terminal(command)
    piped = subprocess.run(command, capture_output=True, text=True, check=True)
    assert piped.stderr == ""
    assert len(piped.stdout.splitlines()) == 150


def test_short_work_shows_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Gudang terbakar.", "utf-8")
    # However busy the machine is, the work is shorter than the patience.
    code = "from runut import cli\nfrom runut.cli import terminal\nterminal.PATIENCE = 3600\ncli.main()"
    assert stderr_on_a_terminal([sys.executable, "-c", code, "read", str(tmp_path / "a.txt")]) == ""


def test_a_batch_tells_its_rate_and_the_time_left(tmp_path: Path) -> None:
    records = tmp_path / "banyak.jsonl"
    records.write_text("".join(json.dumps({"text": f"{n} {TEXT}"}) + "\n" for n in range(60)), "utf-8")
    code = """
from functools import partial
from runut import batching, cli
batching.Options = partial(batching.Options, chunk=10)
cli.main()
"""
    command = [sys.executable, "-c", code, "batch", str(records), str(tmp_path / "out"), "--workers", "1"]
    shown = stderr_on_a_terminal(command)
    assert re.search(r"\d+ articles, \d+ a second, about 0:\d\d:\d\d left", shown)
    assert "-" not in shown
