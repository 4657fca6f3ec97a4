"""Parameters of an operation: what each takes, as JSON Schema for the document and as a check for the request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from runut.store import stamp
from runut.web.api.problems import Problem

Check = Callable[[str], Any]
"""The value of a parameter's text; raises ValueError that says what is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter: `where` is path or query; `check` reads what `schema` describes."""

    name: str
    about: str
    schema: Mapping[str, Any]
    check: Check
    where: str = "query"
    required: bool = False
    example: Any = None
    default: Any = None


def words(
    name: str,
    about: str,
    *,
    longest: int = 400,
    required: bool = False,
    example: str | None = None,
) -> Parameter:
    """A parameter that is any words."""

    def check(text: str) -> str:
        if not 1 <= len(text) <= longest:
            raise ValueError(f"wanted 1 to {longest} characters")
        if "\0" in text:
            raise ValueError("no text has a character 0")
        return text

    schema = {"type": "string", "minLength": 1, "maxLength": longest, "pattern": "^[^\\x00]+$"}
    return Parameter(name=name, about=about, schema=schema, check=check, required=required, example=example)


def identifier(name: str, about: str, *, where: str = "path") -> Parameter:
    """A parameter that is an id of ours."""

    def check(text: str) -> str:
        if not re.fullmatch(r"[0-9a-f]{16}", text):
            raise ValueError("an id has 16 digits and letters from a to f")
        return text

    schema = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
    return Parameter(name=name, about=about, schema=schema, check=check, where=where, required=where == "path")


def number(
    name: str, about: str, *, low: int, high: int, default: int | None = None, required: bool = False
) -> Parameter:
    """A parameter that is a whole number."""

    def check(text: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,18}", text) or not low <= int(text) <= high:
            raise ValueError(f"wanted a whole number from {low} to {high}")
        return int(text)

    schema: dict[str, Any] = {"type": "integer", "minimum": low, "maximum": high}
    if default is not None:
        schema["default"] = default
    return Parameter(name=name, about=about, schema=schema, check=check, required=required, default=default)


def choice(name: str, about: str, values: Iterable[str], *, default: str | None = None) -> Parameter:
    """A parameter that is one of some words."""
    known = tuple(values)

    def check(text: str) -> str:
        if text not in known:
            raise ValueError(f"wanted one of {', '.join(known)}")
        return text

    schema: dict[str, Any] = {"type": "string", "enum": list(known)}
    if default is not None:
        schema["default"] = default
    return Parameter(name=name, about=about, schema=schema, check=check, default=default)


def switch(name: str, about: str, *, default: bool) -> Parameter:
    """A parameter that is true or false."""

    def check(text: str) -> bool:
        if text not in ("true", "false"):
            raise ValueError("wanted true or false")
        return text == "true"

    schema = {"type": "boolean", "default": default}
    return Parameter(name=name, about=about, schema=schema, check=check, default=default)


def day(name: str, about: str) -> Parameter:
    """A parameter that is a day."""

    def check(text: str) -> str:
        try:
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                raise ValueError
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise ValueError("wanted a day such as 2031-02-04") from None

    return Parameter(name=name, about=about, schema={"type": "string", "format": "date"}, check=check)


def moment(name: str, about: str) -> Parameter:
    """A parameter that is a moment with its offset (RFC 3339); its value is the same moment in UTC."""

    def check(text: str) -> str:
        try:
            if not _MOMENT.fullmatch(text):
                raise ValueError
            told = datetime.fromisoformat(text.upper())
            return stamp(told)
        except (ValueError, OverflowError):
            raise ValueError("wanted a moment such as 2031-02-04T10:00:00Z (in an address, write + as %2B)") from None

    return Parameter(name=name, about=about, schema={"type": "string", "format": "date-time"}, check=check)


_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)


def read(parameters: Iterable[Parameter], path: Mapping[str, str], query: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The value of every parameter by name, None or its default where it is not given.

    Raises Problem for one that is unknown, given twice, missing or wrong; an id in the path that can be none is not found.
    """
    known = {p.name: p for p in parameters}
    given: dict[str, str] = {}
    for name, text in query:
        if name not in known or known[name].where != "query":
            there = ", ".join(p.name for p in known.values() if p.where == "query") or "none"
            raise Problem("bad-parameter", f"no parameter {name!r} here; there are: {there}", {"parameter": name})
        if name in given:
            raise Problem("bad-parameter", f"{name} is given twice", {"parameter": name})
        given[name] = text
    out: dict[str, Any] = {}
    for p in known.values():
        told = path.get(p.name) if p.where == "path" else given.get(p.name)
        if told is None:
            if p.required:
                raise Problem("bad-parameter", f"{p.name} is missing: {p.about}", {"parameter": p.name})
            out[p.name] = p.default
            continue
        try:
            out[p.name] = p.check(told)
        except ValueError as error:
            if p.where == "path":
                raise Problem("not-found", f"{told[:80]!r} is no id: {error}") from None
            raise Problem("bad-parameter", f"{p.name}: {error}; got {told[:80]!r}", {"parameter": p.name}) from None
    return out
