"""A batch on a real Ray, started here, against the same batch in processes, as `./dev soak engine` does: every table equal, by ids."""

from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

RUN = """
import sys
from runut import batching
made = batching.batch([sys.argv[1]], sys.argv[2], batching.Options(chunk=50), engine=sys.argv[3], ray=sys.argv[4] or None)
sys.exit(bool(made.faults))
"""
TIMEOUT = 1_800


def soak(file: Path, *, articles: int = 600) -> list[str]:
    """Run both over the first articles of a file; what differs."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.jsonl"
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            source.write_text("".join(islice(lines, articles)), "utf-8")
        for name, engine, ray in (("here", "local", ""), ("ray", "daft", "local")):
            began = time.monotonic()
            command = [sys.executable, "-c", RUN, str(source), str(Path(folder) / name), engine, ray]
            done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT)
            print(f"engine: {name}: {articles} articles in {time.monotonic() - began:.0f} s")
            if done.returncode:
                return [f"engine: {name} failed: {done.stderr.strip()[-500:]}"]
        return differences(Path(folder) / "here", Path(folder) / "ray")


def differences(one: Path, other: Path) -> list[str]:
    """The tables of two batches that hold other rows, in whatever order."""
    import pyarrow.dataset as ds

    from runut.batching import tables

    found = []
    for name in sorted({path.parent.name for out in (one, other) for path in out.glob("*/*.parquet")}):
        rows = [
            sorted(map(str, ds.dataset(str(out / name), schema=tables.SCHEMAS[name]).to_table().to_pylist()))
            for out in (one, other)
        ]
        if rows[0] != rows[1]:
            apart = len(set(rows[0]) ^ set(rows[1]))
            found.append(f"engine: {name}: {len(rows[0])} and {len(rows[1])} rows, {apart} of them not in both")
    return found
