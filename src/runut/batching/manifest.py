"""The manifest of a batch: what was read, how, into which tables, and that nothing is missing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from runut import codec
from runut.batching import parts
from runut.batching.plan import Plan
from runut.model import Skipped

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
    this does not hold. `left` is what was named and is no file that is read. `unchanged`: it was finished before, and
    nothing was done. This run's workers took `cpu` seconds of
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
    left: tuple[Skipped, ...] = ()


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
    written = {name: Table(rows=t["rows"], parts=t["parts"]) for name, t in said["tables"].items()}
    return Manifest(
        out=str(out),
        taken=whole["in"],
        read=whole["read"],
        skipped=whole["skipped"],
        tables=written,
        faults=(*whole["faults"], *_damage(out, written)),
        unchanged=True,
    )


def _damage(out: Path, written: Mapping[str, Table]) -> Iterator[str]:
    """What is missing or broken of tables that were whole, as their files tell at their ends."""
    for name, table in written.items():
        found = parts.all_of(out, name)
        if len(found) != table.parts:
            yield f"{name} has {len(found)} parts, and {table.parts} were written"
            continue
        try:
            rows = parts.rows_in(found)
        except (OSError, pa.ArrowException) as error:
            yield f"{name} has a part that cannot be read: {error}"
            continue
        if rows != table.rows:
            yield f"{name} has {rows} rows, and {table.rows} were written"


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
    new, gone = [path for path in now if path not in before], [path for path in before if path not in now]
    if new or gone:
        one = [f"{some[0]} {said}" for some, said in ((new, "is new"), (gone, "is gone")) if some]
        more = len(new) + len(gone) - len(one)
        names.append(f"inputs ({', '.join(one)}{f', and {more:,} more' if more else ''})")
    elif list(before) != list(now):
        names.append("inputs (in another order)")
    elif before != now:
        changed = next(path for path in now if before[path] != now[path])
        names.append(f"inputs ({changed} has changed)")
    begun = said.get("options", {})
    options = [
        f"{k}: {_shown(v)}, begun with {_shown(begun.get(k))}"
        for k, v in wanted["options"].items()
        if begun.get(k) != v
    ]
    return " and ".join(f"options ({'; '.join(options)})" if name == "options" else name for name in names)


def _shown(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else json.dumps(value, ensure_ascii=False)


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
