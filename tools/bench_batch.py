"""What a batch costs beside reading alone, and what a second worker brings: a block of docs/performance.md, by `./dev bench scale`.

Reading alone, then a batch with one worker and with two, each in a process of its own, over the same articles in one run.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench_speed import write_sample

from runut.memory import measure_peak

MIB = 1024


def read_alone(sample: Path) -> dict[str, float]:
    """Read all articles in this process and keep nothing."""
    from runut import face

    using = face.languages()
    began, words, count = time.process_time(), 0, 0
    for reading in face.read_all(str(sample), using=using):
        words += len(reading.article.text.split())  # type: ignore[union-attr]
        count += 1
    return {"cpu": time.process_time() - began, "words": words, "articles": count}


def run_batch(sample: Path, workers: int, *, stories: bool) -> dict[str, float]:
    """A batch over the articles; `busy` is the processor time that parent and workers used for each second of it."""
    from runut import batching

    with tempfile.TemporaryDirectory() as folder:
        began, own = time.monotonic(), time.process_time()
        made = batching.batch([str(sample)], f"{folder}/out", batching.Options(stories=stories), workers=workers)
        seconds, own = time.monotonic() - began, time.process_time() - own
        size = sum(path.stat().st_size for path in Path(folder).rglob("*.parquet"))
    if made.faults:
        raise RuntimeError(f"the batch does not hold: {made.faults}")
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    total = own + children.ru_utime + children.ru_stime
    return {
        "articles": made.read,
        "seconds": seconds,
        "work": made.cpu,
        "parent": own,
        "total": total,
        "busy": total / seconds,
        "waited": made.waited / workers / seconds,
        "worker_peak": made.peak / MIB,
        "parent_peak": measure_peak() / MIB,
        "size": size,
    }


def _apart(*what: str) -> dict[str, Any]:
    """A measurement in a process of its own."""
    done = subprocess.run([sys.executable, __file__, *what], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def measure_batch(shared: Path) -> str:
    """The block: rates, what a second worker brings, what batch costs beyond reading, and memory."""
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.jsonl"
        write_sample(shared, sample)
        alone = _apart("read", str(sample))
        plain = _apart("batch", str(sample), "1", "plain")
        one, two = (_apart("batch", str(sample), workers, "stories") for workers in ("1", "2"))
    beyond = (plain["work"] + plain["parent"]) / alone["cpu"] - 1
    rows = [
        ("articles a second, one worker", "", f"{one['articles'] / one['seconds']:.0f}"),
        ("… two workers", "", f"{two['articles'] / two['seconds']:.0f}"),
        (
            "processor seconds used in a second: two workers beside one",
            "≥ 1.7 times",
            f"**{two['busy'] / one['busy']:.2f} times** ({one['busy']:.2f}, {two['busy']:.2f})",
        ),
        ("time that a worker waits for work, of two", "", f"{two['waited']:.1%}"),
        ("articles a processor second, reading alone", "", f"{alone['articles'] / alone['cpu']:.0f}"),
        ("processor time of a batch beyond reading alone, without stories", "≤ 15 %", f"**{beyond:.0%}**"),
        ("… of sketches, stories and families, of the whole", "", f"{1 - plain['total'] / one['total']:.0%}"),
        ("peak memory of a worker", "< 400 MB", f"**{two['worker_peak']:.0f} MB**"),
        ("peak memory of the parent, stories made in it", "", f"{two['parent_peak']:.0f} MB"),
        ("bytes of tables an article, with its text", "", f"{two['size'] / two['articles']:,.0f}"),
    ]
    table = "\n".join(f"| {name} | {goal} | {value} |" for name, goal, value in rows)
    return f"{alone['articles']:.0f} real articles, {alone['words']:,.0f} words:\n\n| | goal | measured |\n|---|---|---|\n{table}"


def main() -> None:
    """One measurement, for `_apart`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["read", "batch"])
    parser.add_argument("sample", type=Path)
    parser.add_argument("workers", type=int, nargs="?", default=1)
    parser.add_argument("tables", choices=["plain", "stories"], nargs="?", default="plain")
    given = parser.parse_args()
    stories = given.tables == "stories"
    alone = given.what == "read"
    print(json.dumps(read_alone(given.sample) if alone else run_batch(given.sample, given.workers, stories=stories)))


if __name__ == "__main__":
    main()
