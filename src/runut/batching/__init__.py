"""The same reading over millions: inputs in chunks, tables of Parquet out, by processes here or by an existing engine.

A run may be stopped at any moment and goes on where it stood; what it writes is the same for any number of workers.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from runut.batching import finishing, manifest, plan
from runut.batching.journal import Busy, Journal
from runut.batching.manifest import Manifest, Other
from runut.batching.plan import Options, Plan
from runut.batching.running import Progress, Run
from runut.batching.workers import Stopped, unwritable

ENGINES = ("local", "daft")
# Things that could not be found and are named where nothing was.
SHOWN = 5

__all__ = ["ENGINES", "Busy", "Manifest", "Options", "Other", "Stopped", "batch"]


def batch(
    sources: Iterable[str],
    out: str,
    options: Options,
    *,
    workers: int | None = None,
    engine: str = "local",
    ray: str | None = None,
    progress: Progress = lambda stage, done, of: None,
) -> Manifest:
    """Read all articles of the sources into tables under the folder `out`: in processes here, or on the engine `daft`.

    Raises Other for a folder that holds anything else, Busy where another run is writing, Stopped where it cannot go on now,
    FileNotFoundError where nothing is done because no source is there, and ValueError for wrong ones.
    """
    if engine not in ENGINES:
        raise ValueError(f"no engine {engine}; there are: {', '.join(ENGINES)}")
    if ray is not None and engine != "daft":
        raise ValueError("a Ray cluster is for the engine daft")
    if workers is not None and workers < 1:
        raise ValueError("a batch needs at least one worker")
    given = list(sources)
    plan.check_apart(out, given)
    what = plan.make(given, options, engine)
    folder = Path(out)
    known = manifest.load(folder, what)
    if known is not None:
        return replace(known, left=what.left)
    if not what.files:
        raise FileNotFoundError("; ".join([f"{s.source}: {s.reason}" for s in what.left[:SHOWN]] or ["no sources"]))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with Journal(folder) as log:
            manifest.begin(folder, what)
            if engine == "daft":
                made = _on_daft(what, folder, ray, progress)
            else:
                run = Run(what, folder, log, progress)
                run.read(workers or _cores())
                if options.stories:
                    progress("stories", 0, None)
                    finishing.group(folder)
                found = finishing.count(what, folder, log.taken, log.rows, log.skipped)
                made = replace(found, cpu=run.cpu, waited=run.waited, peak=run.peak)
            manifest.finish(folder, what, made)
            return replace(made, left=what.left)
    except OSError as error:
        raise unwritable(folder, error) from error
    except pa.ArrowException as error:
        raise Stopped(f"a part under {folder} cannot be read: {error}; begin again in another folder") from error


def _on_daft(what: Plan, out: Path, ray: str | None, progress: Progress) -> Manifest:
    try:
        engine: Any = importlib.import_module("runut.batching.engine_daft")
    except ImportError as error:
        raise ValueError(f"{error.name} is not installed: pip install 'runut[distributed]'") from None
    taken: int = engine.run(what, out, ray=ray, progress=progress)
    return finishing.count(what, out, taken)


def _cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
