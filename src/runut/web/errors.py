"""Errors: what went wrong and what can be done, as a page in the reader's language; never more of the inside than that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

# The kinds of problem (`web.api.problems`) that the API tells where a request never came to one of its operations.
_PROBLEMS = {
    "404": "not-found",
    "405": "wrong-method",
    "host": "wrong-host",
    "busy": "unavailable",
    "store": "unavailable",
    "full": "no-space",
    "read_only": "read-only",
}
# Statuses that have words of their own; every other is told as one of these.
_TOLD = (400, 403, 404, 405, 413)


class Refusal(HTTPException):
    """A request that is refused: `key` names the words (`desk.error.KEY` and `desk.error.KEY.do`), with their parts."""

    def __init__(self, status: int, key: str, **parts: object) -> None:
        super().__init__(status, detail=key)
        self.key = key
        self.parts = parts


class Missing(Refusal):
    """Something that is not in the store: a story, an article, a job."""

    def __init__(self, what: str, id_: str) -> None:
        super().__init__(404, f"missing.{what}", id=id_[:80])


class Wrong(ValueError):
    """A field of a form that cannot be taken: its name, and the key of the words that say why, with their parts."""

    def __init__(self, field: str, key: str, **parts: object) -> None:
        super().__init__(key)
        self.field, self.key, self.parts = field, key, parts


def refuse(request: Request, error: Exception) -> Response:
    """The answer to a request that is refused."""
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if isinstance(error, Refusal):
        return _answer(request, error.status_code, error.key, error.parts, headers)
    key = str(error.status_code if error.status_code in _TOLD else 400 if error.status_code < 500 else 500)
    return _answer(request, error.status_code, key, {}, headers)


def fault(request: Request, error: Exception) -> Response:
    """The answer where this program or its store failed; a store that is away or busy can be tried again."""
    from runut.store.errors import Busy, Full, ReadOnly, Unreachable

    for kind, status, key in (
        (Busy, 503, "busy"),
        (Unreachable, 503, "store"),
        (Full, 507, "full"),
        (ReadOnly, 500, "read_only"),
    ):
        if isinstance(error, kind):
            return _answer(request, status, key, {}, {"retry-after": "10"} if status == 503 else {})
    return _answer(request, 500, "500", {}, {})


def _answer(request: Request, status: int, key: str, parts: Mapping[str, object], headers: dict[str, str]) -> Response:
    from runut.web import rendering

    if request.url.path.startswith("/api/"):
        from runut.web.api.operations import BASE
        from runut.web.api.problems import MEDIA_TYPE, Problem

        detail = rendering.words("en")(f"desk.error.{key}", **parts)
        problem = Problem(_PROBLEMS.get(key, "bad-parameter" if status < 500 else "internal"), detail)
        return JSONResponse(problem.members(BASE), problem.kind.status, headers, media_type=MEDIA_TYPE)
    response = rendering.page(request, "error.j2", status=status, key=key, parts=parts)
    response.headers.update(headers)
    return response


HANDLERS: Mapping[Any, Callable[[Request, Exception], Response]] = {HTTPException: refuse}
