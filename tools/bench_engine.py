"""What the engine costs beside the embedded path: a block of docs/scale.md, by `./dev bench scale`.

Both read the same articles in one run, each in a process of its own with all that it starts; processor seconds, with and without stories.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench_speed import write_sample
from soak_engine import differences

ENGINES = ("local", "daft")


def run_once(sample: Path, out: Path, engine: str, stories: bool) -> dict[str, float]:
    """A batch on an engine; processor seconds of this process and of all that it started."""
    from runut import batching

    began = time.monotonic()
    made = batching.batch([str(sample)], str(out), batching.Options(stories=stories), workers=2, engine=engine)
    if made.faults:
        raise RuntimeError(f"the batch does not hold: {made.faults}")
    return {"seconds": time.monotonic() - began, "cpu": sum(os.times()[:4]), "articles": made.read}


def _apart(*what: str) -> dict[str, Any]:
    """A run in a process of its own."""
    done = subprocess.run([sys.executable, __file__, *what], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure_engine(shared: Path) -> str:
    """The block: processor time of both, with stories and without, what the engine adds, and whether the tables are equal."""
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.jsonl"
        write_sample(shared, sample)
        few = Path(folder) / "few.jsonl"
        few.write_text("".join(sample.read_text("utf-8").splitlines(keepends=True)[:20]), "utf-8")
        plain = {engine: _apart(str(sample), f"{folder}/plain-{engine}", engine, "plain") for engine in ENGINES}
        start = {engine: _apart(str(few), f"{folder}/few-{engine}", engine, "plain") for engine in ENGINES}
        whole = {engine: _apart(str(sample), f"{folder}/whole-{engine}", engine, "stories") for engine in ENGINES}
        apart = differences(Path(folder) / "whole-local", Path(folder) / "whole-daft")
    rows = [
        ("20 articles, without stories: what starting costs", start),
        (f"{plain['local']['articles']:,.0f} articles, without stories", plain),
        ("… with stories", whole),
    ]
    lines = [
        f"| {name} | {got['local']['cpu']:.1f} | {got['daft']['cpu']:.1f} | {got['daft']['cpu'] / got['local']['cpu'] - 1:+.0%} |"
        for name, got in rows
    ]
    # What starting costs is left out: it is the same for any number of articles.
    each = {
        engine: (whole[engine]["cpu"] - start[engine]["cpu"]) / (whole[engine]["articles"] - start[engine]["articles"])
        for engine in ENGINES
    }
    steady = each["daft"] / each["local"] - 1
    hours = [f"{1e6 * each[engine] / 3600:.1f}" for engine in ENGINES]
    lines += [
        f"| … beyond starting (goal: ≤ 15 %) | | | **{steady:+.0%}** |",
        f"| a million such articles, core-hours | {' | '.join(hours)} | |",
    ]
    return "\n".join(
        [
            "| two workers, processor seconds of all processes | embedded | Daft | |",
            "|---|---|---|---|",
            *lines,
            "",
            f"Tables that differ: {'; '.join(apart) if apart else 'none, by ids and all values'}.",
        ]
    )


def main() -> None:
    """One run, for `_apart`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sample", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("engine", choices=ENGINES)
    parser.add_argument("tables", choices=["plain", "stories"])
    given = parser.parse_args()
    print(json.dumps(run_once(given.sample, given.out, given.engine, given.tables == "stories")))


if __name__ == "__main__":
    main()
