"""What can go wrong in an answer of the API: one table, told as RFC 9457 has it, each with what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its name in addresses, its status, its title, and what the caller can do."""

    name: str
    status: int
    title: str
    todo: str


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "bad-parameter",
            400,
            "A parameter cannot be used",
            "Correct the named parameter; openapi.json says what each takes.",
        ),
        Kind(
            "bad-cursor",
            404,
            "The list has no such page",
            "Begin again without `cursor`, and follow `next` with the same filters.",
        ),
        Kind(
            "bad-query",
            400,
            "The query cannot be understood",
            "Look at `at`, the place in `q`; docs/search.md tells how a query is written.",
        ),
        Kind("bad-json", 400, "The body is no JSON", "Send one JSON value in UTF-8."),
        Kind(
            "no-credentials",
            401,
            "This desk wants its token",
            "Send `Authorization: Bearer TOKEN` with the token it was started with; cookies do not count here.",
        ),
        Kind(
            "foreign-page",
            403,
            "A page from elsewhere may not write here",
            "Call the API from a program, or from a page of this desk.",
        ),
        Kind(
            "read-only",
            403,
            "This store may only be read",
            "Nothing was kept. See who may write the file of the store and its folder, then start the desk again.",
        ),
        Kind(
            "not-found",
            404,
            "There is no such thing here",
            "Look at the address; the lists (/articles, /stories) give the ids that there are.",
        ),
        Kind(
            "unreadable", 404, "The article cannot be read", "Look at `detail`; the text itself is at /articles/{id}."
        ),
        Kind("wrong-method", 405, "This address does not take that method", "Use a method out of the Allow header."),
        Kind(
            "conflict",
            409,
            "Somebody has judged the same meanwhile",
            "Look at `other`; to judge all the same, send again with `sees` set to its `seq`.",
        ),
        Kind("job-ended", 409, "The job has ended", "Nothing is left to cancel; ask for it to see what came of it."),
        Kind("too-large", 413, "The body is too large", "Send less at once: fewer records or links, shorter words."),
        Kind(
            "wrong-type",
            415,
            "The body is of another type",
            "Send JSON in UTF-8 with `Content-Type: application/json`, not packed.",
        ),
        Kind(
            "wrong-host",
            421,
            "This desk is not called so",
            "Ask it by the address it printed; another name of it is given to `runut serve --allowed-host`.",
        ),
        Kind(
            "bad-body",
            422,
            "The body does not say what is wanted",
            "Correct what `detail` names; openapi.json has the schema.",
        ),
        Kind("nothing-taken", 422, "No record gave an article", "Look at `skipped`: each reason says what is missing."),
        Kind(
            "internal",
            500,
            "Something went wrong here",
            "Nothing was half written. Ask again; if it stays, the log of the server has the cause.",
        ),
        Kind(
            "unavailable",
            503,
            "The store cannot be reached now",
            "Ask again after Retry-After; nothing was half written.",
        ),
        Kind(
            "no-space",
            507,
            "The store has no room left",
            "Make room on its disk and send again; nothing was half written.",
        ),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemDetails:
    """A problem: `type` is the address that tells of its kind, `detail` what went wrong this time, `todo` what to do.

    Further members by kind: `parameter` (bad-parameter, bad-query), `at` (bad-query), `skipped` (nothing-taken), `other` (conflict).
    """

    type: str
    title: str
    status: int
    detail: str
    todo: str


@dataclass(slots=True)
class Problem(Exception):
    """Raised by whatever answers: becomes the answer. `more` are further members, `headers` of the answer."""

    name: str
    detail: str
    more: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        return KINDS[self.name]

    def members(self, base: str) -> dict[str, Any]:
        """The problem as JSON; `base` is the path of the API."""
        kind = self.kind
        return {
            "type": f"{base}/problems#{kind.name}",
            "title": kind.title,
            "status": kind.status,
            "detail": self.detail,
            "todo": kind.todo,
            **self.more,
        }


class NotModified(Exception):
    """Raised when the caller has what would be sent; holds the ETag."""

    def __init__(self, etag: str) -> None:
        super().__init__(etag)
        self.etag = etag
