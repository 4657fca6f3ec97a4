"""From a request to an answer: what every operation has in common, and the routes made of the table."""

from __future__ import annotations

import hashlib
import json
import logging
import math
import zlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router

from runut.web import security
from runut.web.api import parameters, problems
from runut.web.api.operations import BASE, Call, Operation, Reply
from runut.web.api.problems import NotModified, Problem

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from runut.web.settings import Settings

log = logging.getLogger("runut.web.api")

LEAST_TO_PACK = 1_000
# A length of more digits is too large, whatever it is: Python itself reads no number of thousands of digits.
_DIGITS = 18
PACKING = 1
"""Level of gzip: an account of 200 reports is packed in a sixth of the time of the usual level, to a fifth more bytes."""


def routes(operations: Iterable[Operation]) -> list[BaseRoute]:
    """The API: whatever lies under its path is answered here, in JSON; the path itself leads to the description."""
    by_path: dict[str, dict[str, Operation]] = {}
    for operation in operations:
        by_path.setdefault(operation.path, {})[operation.method] = operation
    inside = [Route(path, _Place(found), name=path) for path, found in by_path.items()]
    inside.append(Route("/", _describe))
    return [Route(BASE, _describe), Mount(BASE, app=Router(inside, default=_nowhere, redirect_slashes=False))]


async def _describe(request: Request) -> Response:
    return RedirectResponse(f"{BASE}/openapi.json", 307)


async def _nowhere(scope: Scope, receive: Receive, send: Send) -> None:
    problem = Problem("not-found", f"nothing lies at {scope['path'][:200]!r}")
    await tell(problem)(scope, receive, send)


class _Place:
    """What answers at one path: its operations by method."""

    def __init__(self, operations: Mapping[str, Operation]) -> None:
        self.operations = operations
        heads = ["HEAD"] if "GET" in operations else []
        self.allowed = ", ".join(sorted([*operations, *heads, "OPTIONS"]))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except Problem as problem:
            response = tell(problem)
        except ClientDisconnect:
            return
        except OSError as error:
            response = tell(_of_store(error))
        except Exception:
            log.exception("%s %s", request.method, request.url.path)
            response = tell(Problem("internal", "the server met something that it was not made for"))
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        method = request.method
        if method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": self.allowed})
        operation = self.operations.get("GET" if method == "HEAD" else method)
        if operation is None:
            raise Problem("wrong-method", f"{method} is not for this address", headers={"Allow": self.allowed})
        if not operation.open:
            _check_credentials(request)
        if operation.method != "GET":
            _check_origin(request)
        data = b"" if operation.body is None else await _body(request, operation.limit)
        return await run_in_threadpool(_work, operation, request, data)


def _work(operation: Operation, request: Request, data: bytes) -> Response:
    """Everything that takes time: reading the request, the work itself, writing the answer."""
    arguments = parameters.read(operation.parameters, request.path_params, request.query_params.multi_items())
    raw = body = None
    if operation.body is not None:
        raw, body = _read_body(operation, data)
    state = request.app.state
    known = request.headers.get("if-none-match", "")
    call = Call(
        desk=state.desk,
        state=state,
        path=operation.path,
        arguments=arguments,
        body=body,
        raw=raw,
        known=frozenset(tag.strip().removeprefix("W/").strip('"') for tag in known.split(",") if tag.strip()),
    )
    try:
        reply = operation.do(call)
        if operation.method != "GET" or reply.status != 200:
            return _write(reply, request, None)
        content = _encode(reply.content)
        etag = reply.etag or call.unless_known(hashlib.sha256(content).hexdigest()[:16])
        return _write(reply, request, etag, content)
    except NotModified as same:
        return Response(status_code=304, headers={"ETag": f'W/"{same.etag}"', **_CACHING})


_CACHING = {"Cache-Control": "private, no-cache", "Vary": "Accept-Encoding, Authorization"}


def _encode(content: Any) -> bytes:
    return content if isinstance(content, bytes) else msgspec.json.encode(content)


def _write(reply: Reply, request: Request, etag: str | None, content: bytes | None = None) -> Response:
    content = _encode(reply.content) if content is None else content
    headers = {**_CACHING, **reply.headers}
    if etag is not None:
        headers["ETag"] = f'W/"{etag}"'
    if len(content) >= LEAST_TO_PACK and _takes_gzip(request.headers.get("accept-encoding", "")):
        packing = zlib.compressobj(PACKING, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
        content = packing.compress(content) + packing.flush()
        headers["Content-Encoding"] = "gzip"
    return Response(content, reply.status, headers, "application/json")


def _takes_gzip(accepted: str) -> bool:
    for part in accepted.lower().split(","):
        name, _, weight = part.strip().partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.strip().removeprefix("q=").rstrip("0.") != "" or not weight
    return False


def _of_store(error: OSError) -> Problem:
    """What the store cannot do now, as a problem that names no address of it; anything else that the system refuses is ours."""
    from runut.store.errors import Busy, Full, ReadOnly, Unreachable

    log.error("the store: %s", error)
    if isinstance(error, Full):
        return Problem("no-space", "the disk of the store is full")
    if isinstance(error, ReadOnly):
        return Problem("read-only", "the store may not be written where it lies")
    for kind, detail in (
        (Busy, "others have been writing for so long that the wait was given up"),
        (Unreachable, "the database does not answer"),
    ):
        if isinstance(error, kind):
            return Problem("unavailable", detail, headers={"Retry-After": "5"})
    log.error("the system refused something", exc_info=error)
    return Problem("internal", "the server met something that it was not made for")


def tell(problem: Problem) -> Response:
    """A problem as an answer."""
    body = json.dumps(problem.members(BASE), ensure_ascii=True, default=msgspec.to_builtins).encode()
    headers = {"Cache-Control": "no-store", **problem.headers}
    return Response(body, problem.kind.status, headers, problems.MEDIA_TYPE)


def _check_credentials(request: Request) -> None:
    """Raise Problem where the desk has a token and the request does not carry it; no cookie is looked at, so no page can lend one."""
    settings: Settings = request.app.state.settings
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if settings.token is None or (scheme.lower() == "bearer" and security.is_token(given.strip(), settings)):
        return
    raise Problem(
        "no-credentials",
        "the token is missing or wrong",
        headers={"WWW-Authenticate": 'Bearer realm="runut"'},
    )


def _check_origin(request: Request) -> None:
    """Raise Problem for a write that another site's page asks for: without a token nothing else would hold it off."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site is not None:
        foreign = site not in ("none", "same-origin")
    else:
        foreign = origin is not None and origin.partition("://")[2].lower() != request.headers.get("host", "").lower()
    if foreign:
        raise Problem("foreign-page", f"asked for by a page of {(origin or 'another site')[:200]}")


async def _body(request: Request, limit: int) -> bytes:
    """The whole body; raises Problem for another type than JSON, and for one that is longer than `limit` or says that it is."""
    media, _, options = request.headers.get("content-type", "").partition(";")
    charset = options.lower().replace(" ", "").removeprefix("charset=").strip('"')
    if media.strip().lower() != "application/json" or charset not in ("", "utf-8", "utf8"):
        told = repr(media.strip()[:80] or "no Content-Type")
        raise Problem("wrong-type", f"got {told} in {charset[:40]!r}" if charset else f"got {told}")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Problem("wrong-type", f"the body is packed ({request.headers['content-encoding'][:40]!r})")
    too_large = Problem("too-large", f"more than {limit:,} bytes", headers={"Connection": "close"})
    length = request.headers.get("content-length", "")
    if length.isdecimal() and (len(length) > _DIGITS or int(length) > limit):
        raise too_large
    out = bytearray()
    async for chunk in request.stream():
        out += chunk
        if len(out) > limit:
            raise too_large
    return bytes(out)


def _read_body(operation: Operation, data: bytes) -> tuple[Any, Any]:
    """The body as plain values and as what is wanted; raises Problem for what is no JSON or not of that shape."""
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raw = _read_leniently(data)
    try:
        body = msgspec.convert(raw, operation.body)
        if not operation.halves:
            msgspec.json.encode(body)
    except msgspec.ValidationError as error:
        raise Problem("bad-body", str(error)) from None
    except UnicodeError:
        raise Problem("bad-body", "half a character (a lone surrogate) in it, which no file can hold") from None
    return raw, body


def _read_leniently(data: bytes) -> Any:
    """What the standard library makes of a body: it takes half characters (lone surrogates), which are told of record by record."""
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_number, parse_float=_number)
    except RecursionError:
        raise Problem("bad-json", "nested too deep") from None
    except json.JSONDecodeError as wrong:
        raise Problem("bad-json", f"{wrong.msg} at line {wrong.lineno}, column {wrong.colno}") from None
    except ValueError as wrong:
        raise Problem("bad-json", str(wrong)) from None


def _number(text: str) -> float:
    """A number, where one can be computed with."""
    if not math.isfinite(number := float(text)):
        raise ValueError(f"{text[:20]} is no number here")
    return number
