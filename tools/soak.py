"""What takes long and must hold: `./dev soak [PART…]`.

read   every article of a corpus, in processes: prints articles and words a second, peak memory, and every article that raised an exception
       or broke a span
batch  a batch killed at 100 random moments (`soak_batch.py`)
engine the same batch on a real Ray, started here, and in processes (`soak_engine.py`)
desk   a store killed at 100 random moments, its disk full, its server gone, crowded (`soak_desk.py`)

Exits 1 if anything does not hold.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

import soak_batch
import soak_desk
import soak_engine

from runut import codec, face
from runut.memory import measure_peak
from runut.model import Reading

ROOT = Path(__file__).resolve().parent.parent
CHUNK = 250


def broken(row: Any, text: str, line: str = "") -> list[str]:
    """The paths below `row` whose start, end and text do not agree with `text`."""
    if isinstance(row, list | tuple):
        return [b for i, item in enumerate(row) for b in broken(item, text, f"{line}[{i}]")]
    if not isinstance(row, dict):
        return []
    out = []
    for key in [k for k in row if k.endswith("start") and k.removesuffix("start") + "end" in row]:
        start, end = row[key], row[key.removesuffix("start") + "end"]
        said = row.get(key.removesuffix("start").rstrip("_") or "text")
        if start is None:
            continue
        if not 0 <= start < end <= len(text) or (said is not None and said != text[start:end]):
            out.append(f"{line}.{key}: {said!r} is not {text[start:end]!r}")
    for key, value in row.items():
        if isinstance(value, dict | list | tuple):
            out += broken(value, text, f"{line}.{key}")
    return out


def read_chunk(lines: list[str]) -> tuple[int, Counter[str], list[str], float, int]:
    """Read some records: words, findings by layer, problems, seconds and peak KiB."""
    using = face.languages()
    words, found, problems = 0, Counter[str](), []
    began = time.process_time()
    for line in lines:
        record = json.loads(line)
        for item in face.read_all([record], using=using):
            if not isinstance(item, Reading):
                if "could not be read" in item.reason:
                    problems.append(f"{record.get('id')}: {item.reason}")
                found["skipped"] += 1
                continue
            words += len(item.article.text.split())
            data = codec.to_jsonable(item)
            data.pop("article")
            for layer, rows in data.items():
                if isinstance(rows, list | tuple):
                    found[layer] += len(rows)
            problems += [f"{record.get('id')}: {b}" for b in broken(data, item.article.text)]
    return words, found, problems, time.process_time() - began, measure_peak()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; by default all")
    parser.add_argument("--file", type=Path, default=ROOT.parent / "shared" / "data" / "news" / "articles.jsonl.gz")
    parser.add_argument("--limit", type=int, help="read: only the first N records")
    parser.add_argument("--kills", type=int, default=100, help="batch, desk: so many kills")
    options = parser.parse_args()
    if unknown := sorted(set(options.parts) - PARTS.keys()):
        parser.error(f"no part {', '.join(unknown)}")
    if not options.file.exists():
        print(f"soak: no {options.file}", file=sys.stderr)
        return 2
    problems = [problem for part in options.parts or PARTS for problem in PARTS[part](options)]
    print(*problems[:200], sep="\n")
    print(f"{len(problems)} problems")
    return bool(problems)


def read(options: argparse.Namespace) -> list[str]:
    """Read every article and check every span."""
    began, done, words, cpu, peak = time.monotonic(), 0, 0, 0.0, 0
    found, problems = Counter[str](), []
    with gzip.open(options.file, "rt", encoding="utf-8") as lines, ProcessPoolExecutor(2) as pool:
        source = islice(lines, options.limit)
        chunks = iter(lambda: list(islice(source, CHUNK)), [])
        for w, f, p, seconds, kib in pool.map(read_chunk, chunks):
            words, cpu, peak = words + w, cpu + seconds, max(peak, kib)
            found += f
            problems += p
            done += CHUNK
            if sys.stderr.isatty():
                print(f"\r{done} articles, {len(problems)} problems", end="", file=sys.stderr)
    elapsed = time.monotonic() - began
    print(
        f"\n{words} words in {elapsed:.0f} s on 2 processes: {words / cpu:.0f} words a CPU second, peak {peak / 1024:.0f} MiB a process"
    )
    print(", ".join(f"{k} {v}" for k, v in found.most_common()))
    return problems


def batch(options: argparse.Namespace) -> list[str]:
    """Kill a batch again and again."""
    return soak_batch.soak(options.file, kills=options.kills)


def engine(options: argparse.Namespace) -> list[str]:
    """Hold a batch on a real Ray against one in processes."""
    return soak_engine.soak(options.file)


def desk(options: argparse.Namespace) -> list[str]:
    """Wear a store down."""
    return soak_desk.soak(kills=options.kills)


PARTS: dict[str, Callable[[argparse.Namespace], list[str]]] = {
    "read": read,
    "batch": batch,
    "engine": engine,
    "desk": desk,
}


if __name__ == "__main__":
    sys.exit(main())
