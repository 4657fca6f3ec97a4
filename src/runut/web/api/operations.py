"""What an operation of the API is: from one row its route and its place in the document are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from runut.web.api.parameters import Parameter
from runut.web.api.problems import NotModified

if TYPE_CHECKING:
    from starlette.datastructures import State

    from runut.desk import Desk

BASE = "/api/v1"
MAX_BODY = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request, read: `arguments` holds each parameter by name, `body` what the operation's type makes of the body.

    `raw` is the body before that, as plain values; `known` are the ETags of what the caller has.
    """

    desk: Desk
    state: State
    path: str
    arguments: Mapping[str, Any]
    body: Any = None
    raw: Any = None
    known: frozenset[str] = frozenset()

    def unless_known(self, etag: str) -> str:
        """The ETag, where the caller has not that; raises NotModified where it has."""
        if etag in self.known or "*" in self.known:
            raise NotModified(etag)
        return etag


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What is answered: a record, or JSON as it lies; without an `etag` one of the bytes is made."""

    content: Any
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer that an operation can give; `record` is the type of its JSON, None where it has no body.

    `leads` are the operations whose `id` stands in it, each with the place (a JSON pointer).
    """

    status: int
    about: str
    record: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    leads: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation: `do` answers a call (in a thread of its own), `problems` are the kinds that are its own.

    `body` is the type of the body it takes, `example` one such as plain values, `limit` its longest body in bytes; `halves`: whether its
    work can tell of half characters by itself; `open` ones want no token.
    """

    method: str
    path: str
    name: str
    group: str
    about: str
    do: Callable[[Call], Reply]
    answers: tuple[Answer, ...]
    parameters: tuple[Parameter, ...] = ()
    problems: tuple[str, ...] = ()
    body: Any = None
    example: Any = None
    limit: int = MAX_BODY
    open: bool = False
    halves: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of problem that it can answer with."""
        found = list(self.problems)
        if not self.open:
            found.append("no-credentials")
        if self.method != "GET":
            found.append("foreign-page")
        found += ["bad-parameter", "wrong-host"]
        if any(p.where == "path" for p in self.parameters):
            found.append("not-found")
        if self.body is not None:
            found += ["bad-json", "too-large", "wrong-type", "bad-body"]
        return tuple(dict.fromkeys([*found, "internal", "unavailable", "read-only", "no-space"]))
