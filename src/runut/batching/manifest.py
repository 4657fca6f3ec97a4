"""The manifest of a batch: what was read, how, into which tables, and that nothing is missing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runut import codec
from runut.batching import parts
from runut.batching.plan import Plan

NAME = "manifest.json"
SCHEMA = "runut/batch/1"
# What a batch that was stopped at its very start may leave.
_BEFORE = {"journal.jsonl", f"{NAME}.new"}


class Other(ValueError):
    """A folder that holds something else than this batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the batch: its rows and the files that hold them."""

    rows: int
    parts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What came of a batch. `taken` out of the inputs are the articles `read` and what is `skipped`, by kind of reason; `faults` say where
    this does not hold. `unchanged`: it was whole before, and nothing was done. This run's workers took `cpu` seconds of
    the processor, `waited` seconds for work, and `peak` KiB of memory at most, each.
    """

    out: str
    taken: int
    read: int
    skipped: Mapping[str, int]
    tables: Mapping[str, Table]
    faults: tuple[str, ...] = ()
    unchanged: bool = False
    cpu: float = 0.0
    waited: float = 0.0
    peak: int = 0


def load(out: Path, plan: Plan) -> Manifest | None:
    """The manifest of this plan in a folder, where it is whole; None where the batch is to be begun or continued.

    Raises Other for a folder that holds anything else, a batch of other inputs, options or another version among it.
    """
    if not out.exists():
        return None
    if not out.is_dir():
        raise Other(f"{out} is a file; name a folder")
    try:
        said = json.loads((out / NAME).read_bytes())
    except FileNotFoundError:
        if {path.name for path in out.iterdir()} - _BEFORE:
            raise Other(f"{out} holds something that is no batch; name an empty folder or a new one") from None
        return None
    except ValueError:
        raise Other(f"{out / NAME} is no manifest that this version reads") from None
    if not isinstance(said, dict) or said.get("schema") != SCHEMA:
        raise Other(f"{out / NAME} is no manifest that this version reads")
    if said["run"] != _key(plan):
        differs = _difference(said, plan.to_jsonable())
        state = "a finished batch" if said["complete"] else "a batch that is not finished"
        raise Other(f"{out} holds {state} with other {differs}; name another folder, or run it as it was begun")
    if not said["complete"]:
        return None
    whole = said["completeness"]
    return Manifest(
        out=str(out),
        taken=whole["in"],
        read=whole["read"],
        skipped=whole["skipped"],
        tables={name: Table(rows=t["rows"], parts=t["parts"]) for name, t in said["tables"].items()},
        faults=tuple(whole["faults"]),
        unchanged=True,
    )


def begin(out: Path, plan: Plan) -> None:
    """Write the manifest of a batch that is not finished."""
    parts.write_text(out / NAME, _text(plan, None))


def finish(out: Path, plan: Plan, manifest: Manifest) -> None:
    """Write the manifest of a batch that is finished."""
    parts.write_text(out / NAME, _text(plan, manifest))


def _key(plan: Plan) -> str:
    return codec.content_id("batch", json.dumps(plan.to_jsonable(), sort_keys=True))


def _difference(said: Mapping[str, Any], wanted: Mapping[str, Any]) -> str:
    """Which of version, options and inputs differ, in words."""
    names = [name for name in ("version", "engine", "options") if said.get(name) != wanted[name]]
    before, now = ({i["path"]: i for i in side["inputs"]} for side in (said, wanted))
    if before.keys() != now.keys() or list(before) != list(now):
        names.append("inputs")
    elif before != now:
        changed = next(path for path in now if before[path] != now[path])
        names.append(f"inputs ({changed} has changed)")
    options = [k for k, v in wanted["options"].items() if said.get("options", {}).get(k) != v]
    return " and ".join(f"options ({', '.join(options)})" if name == "options" else name for name in names)


def _text(plan: Plan, manifest: Manifest | None) -> str:
    said: dict[str, Any] = {
        "schema": SCHEMA,
        "run": _key(plan),
        "complete": manifest is not None,
        **plan.to_jsonable(),
    }
    if manifest is not None:
        said["completeness"] = {
            "in": manifest.taken,
            "read": manifest.read,
            "skipped": dict(sorted(manifest.skipped.items())),
            "faults": list(manifest.faults),
        }
        said["tables"] = {name: {"rows": t.rows, "parts": t.parts} for name, t in manifest.tables.items()}
    return json.dumps(said, indent=1) + "\n"  # ASCII: a path may be no UTF-8
