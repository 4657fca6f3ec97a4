"""Kill a batch at random moments, as `./dev soak batch` does: what it writes must be what an undisturbed run writes, each time.

Of the kills most hit the parent (SIGKILL), some a worker, some are asked for (SIGTERM, SIGINT). After each, every chunk that the journal
has must lie in its place, equal to the undisturbed run's.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import islice
from pathlib import Path

CHUNK = 25
# Seconds: a kill comes between the start of a run and this.
LATEST = 8.0
RUN = f"""
import sys
from runut import batching
made = batching.batch([sys.argv[1]], sys.argv[2], batching.Options(chunk={CHUNK}), workers=2)
sys.exit(bool(made.faults))
"""


def soak(file: Path, *, articles: int = 1200, kills: int = 100, seed: int = 6) -> list[str]:
    """Kill runs over the first articles of a file so many times; what was wrong."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.jsonl"
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            source.write_text("".join(islice(lines, articles)), "utf-8")
        whole = Path(folder) / "whole"
        if _start(source, whole).wait():
            return ["batch: the undisturbed run failed"]
        expected = _digests(whole)
        problems: list[str] = []
        done, runs, ended = Counter[str](), 0, 0
        out = Path(folder) / "out"
        while done.total() < kills and not problems:
            running = _start(source, out)
            runs += 1
            time.sleep(chance.uniform(0, LATEST))
            how = chance.choices(["SIGKILL", "worker", "SIGTERM", "SIGINT"], [7, 2, 1, 1])[0]
            if running.poll() is None and _hit(running, how):
                done[how] += 1
            if how == "worker" or running.poll() == 0:
                code = running.wait()
                ended += 1
                found = _digests(out)
                if code or found != expected:
                    problems.append(f"batch, run {runs}: code {code}, {_differ(expected, found)}")
                shutil.rmtree(out)
                continue
            running.wait()
            problems += [f"batch, run {runs}: {p}" for p in _missing(out, expected)]
        if not problems:
            code = _start(source, out).wait()
            if code or _digests(out) != expected:
                problems.append(f"batch, last run: code {code}, {_differ(expected, _digests(out))}")
            problems += _fill_disk(source, Path(folder), expected)
        told = ", ".join(f"{count} {how}" for how, count in sorted(done.items()))
        print(f"batch: {articles} articles, {runs} runs, {ended + 1} to the end; {told}; {len(problems)} problems")
    return problems


def _fill_disk(source: Path, folder: Path, expected: dict[str, str]) -> list[str]:
    """Run over a disk that fills up, make room, and run again: a small file system of its own, which only root may mount."""
    disk = folder / "disk"
    disk.mkdir()
    size = sum(path.stat().st_size for path in (folder / "whole").rglob("*.parquet"))
    mount = ["mount", "-t", "tmpfs", "-o", f"size={3 * size}", "tmpfs", str(disk)]
    if subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode:
        print("batch: no full disk, for a small file system cannot be mounted here")
        return []
    try:
        filler = disk / "filler"
        filler.write_bytes(b"x" * max(0, shutil.disk_usage(disk).free - size // 2))
        run = [sys.executable, "-c", RUN, str(source), str(disk / "out")]
        full = subprocess.run(run, stderr=subprocess.PIPE, text=True, check=False)
        last = full.stderr.strip().rpartition("\n")[2]
        if full.returncode != 1 or "No space left on device; make room" not in last:
            return [f"batch, full disk: code {full.returncode}, {last}"]
        filler.unlink()
        code = subprocess.run(run, check=False).returncode
        if code or _digests(disk / "out") != expected:
            return [f"batch, room again: code {code}, {_differ(expected, _digests(disk / 'out'))}"]
        return []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _start(source: Path, out: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", RUN, str(source), str(out)], stderr=subprocess.DEVNULL)


def _hit(running: subprocess.Popen[bytes], how: str) -> bool:
    """Kill the run, or the first of its workers; False where it has none."""
    if how != "worker":
        running.send_signal(signal.Signals[how])
        return True
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    for task in sorted(children.parent.parent.glob("*/children")):
        for pid in task.read_text().split():
            os.kill(int(pid), signal.SIGKILL)
            return True
    return False


def _digests(out: Path) -> dict[str, str]:
    found = sorted(out.glob("*/*.parquet"))
    return {f"{path.parent.name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def _missing(out: Path, expected: dict[str, str]) -> list[str]:
    """What the journal has and the folder has not, or other than it should."""
    journal = out / "journal.jsonl"
    lines = journal.read_bytes().split(b"\n")[:-1] if journal.exists() else []
    chunks = [json.loads(line)["chunk"] for line in lines]
    found = _digests(out)
    wanted = {
        name for name in expected if int(name[-14:-8]) in chunks and name.split("/")[0] not in ("stories", "families")
    }
    wrong = [name for name in sorted(wanted) if found.get(name) != expected[name]]
    if chunks != list(range(len(chunks))):
        wrong.append(f"journal {chunks}")
    return wrong


def _differ(expected: dict[str, str], found: dict[str, str]) -> list[str]:
    return sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))[:5]
