"""Write docs/reference: the commands, the Python names and the account file, each out of the code that it tells of.

    python tools/make_reference.py [FOLDER]

A test holds the pages to the code.
"""

from __future__ import annotations

import dataclasses
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

import runut
from runut import codec
from runut.cli import cli

ROOT = Path(__file__).resolve().parent.parent
MADE = "<!-- made by tools/make_reference.py out of the code; do not edit -->"
# Wide enough that no line of an example is broken.
WIDTH = 110


def main() -> int:
    """Write all pages."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "reference"
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (folder / name).write_text(page(), "utf-8", newline="\n")
    return 0


def commands() -> str:
    """The help of every command, as it is printed."""
    rows = [
        "# Commands, as they tell of themselves",
        "",
        MADE,
        "",
        "[Commands](../commands.md) tells of them at length.",
        "",
    ]
    rows += ["```text", _help(cli, "runut"), "```", ""]
    for name, command in sorted(cli.commands.items()):
        rows += [f"## runut {name}", "", "```text", _help(command, f"runut {name}"), "```", ""]
        for below, one in sorted(getattr(command, "commands", {}).items()):
            rows += [f"### runut {name} {below}", "", "```text", _help(one, f"runut {name} {below}"), "```", ""]
    return "\n".join(rows)


def _help(command: click.Command, called: str) -> str:
    context = click.Context(command, info_name=called, max_content_width=WIDTH, terminal_width=WIDTH)
    return "\n".join(line.rstrip() for line in command.get_help(context).strip().splitlines())


def python() -> str:
    """The public names: functions, then classes with their methods or fields."""
    purpose, _, example = inspect.cleandoc(runut.__doc__ or "").partition("\n")
    rows = ["# Python", "", MADE, "", purpose, "", "```python", example.strip(), "```", ""]
    named = {name: getattr(runut, name) for name in runut.__all__ if not name.startswith("_")}
    for name, thing in named.items():
        if not inspect.isclass(thing):
            rows += _function(f"runut.{name}", thing)
    for name, thing in named.items():
        if inspect.isclass(thing):
            rows += _class(f"runut.{name}", thing)
    return "\n".join(rows)


def _function(called: str, function: Callable[..., Any], level: str = "##") -> list[str]:
    return [
        f"{level} {called}",
        "",
        "```text",
        _signature(called.rpartition(".")[2], function),
        "```",
        "",
        _told(function),
        "",
    ]


class _Bare(str):
    """An annotation shown as it is written."""

    __repr__ = str.__str__


def _signature(name: str, function: Callable[..., Any]) -> str:
    given = inspect.signature(function)
    shown = [
        p.replace(annotation=_Bare(p.annotation), default=_Bare("…") if inspect.isfunction(p.default) else p.default)
        for p in given.parameters.values()
        if p.name != "self"
    ]
    signature = given.replace(parameters=shown, return_annotation=_Bare(given.return_annotation))
    text = f"{name}{signature}"
    if len(text) <= WIDTH:
        return text
    parts = [f"    {p}," for p in _parts(shown)]
    return "\n".join([f"{name}(", *parts, f") -> {signature.return_annotation}"])


def _parts(parameters: list[inspect.Parameter]) -> Iterator[str]:
    marked = False
    for p in parameters:
        if p.kind is inspect.Parameter.KEYWORD_ONLY and not marked:
            marked = True
            yield "*"
        yield str(p)


def _class(called: str, kind: type) -> list[str]:
    rows = [f"## {called}", "", _told(kind), ""]
    if dataclasses.is_dataclass(kind):
        rows += ["| field | type |", "|---|---|"]
        rows += [f"| `{f.name}` | `{_cell(str(f.type))}` |" for f in dataclasses.fields(kind)]
        return [*rows, ""]
    for name, method in vars(kind).items():
        if not name.startswith("_") and inspect.isfunction(method):
            rows += _function(f"{called.removeprefix('runut.')}.{name}", method, "###")
    return rows


def _told(thing: object) -> str:
    return inspect.cleandoc(getattr(thing, "__doc__", None) or "")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def account() -> str:
    """The account file: every record with its keys, types and defaults."""
    schema = codec.account_schema()
    rows = ["# The account file", "", MADE, ""]
    rows += [
        "What `runut account … --json`, the library and the API give: one JSON object for one event. The same as a",
        "[JSON Schema](../account.schema.json). Offsets are Unicode code points, 0-based, half-open, into `articles[].text`,",
        "which is the text as it was taken in; for every record with `article`, `start`, `end` and `text`, the text is that of the",
        "article from `start` to `end`. What is not known is `null` or an empty list. Keys may be added; those here keep their meaning.",
        "",
    ]
    for name, record in sorted(schema["$defs"].items(), key=lambda row: row[0] != "Account"):
        rows += [f"## {name}", "", record.get("description", ""), "", "| key | type | if absent |", "|---|---|---|"]
        required = set(record.get("required", ()))
        for key, value in record["properties"].items():
            default = "" if key in required else f"`{_cell(codec.to_json(value.get('default')))}`"
            rows.append(f"| `{key}` | {_cell(_type(value))} | {default} |")
        rows.append("")
    return "\n".join(rows)


def _type(value: Mapping[str, Any]) -> str:
    """A JSON type in words, records as links to their own table."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in value:
        told = list(dict.fromkeys(_type(one) for one in value["anyOf"]))
        return " or ".join(one for one in told if not (one == "integer" and "number" in told))
    if "enum" in value:
        return " or ".join(f"`{one}`" for one in value["enum"])
    if value.get("type") == "array":
        inside = value.get("prefixItems")
        if inside:
            return f"[{', '.join(_type(one) for one in inside)}]"
        return f"list of {_type(value.get('items') or {})}"
    if value.get("type") == "object":
        return f"object of {_type(value.get('additionalProperties') or {})}"
    return str(value.get("type", "anything"))


PAGES: Mapping[str, Callable[[], str]] = {"commands.md": commands, "python.md": python, "account.md": account}

if __name__ == "__main__":
    sys.exit(main())
