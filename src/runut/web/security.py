"""Security: whom the server answers, what a browser may do with its pages, and that a form was sent from one of them."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import ipaddress
import logging
import re
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import quote, urlsplit

from starlette.datastructures import FormData, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from runut.web import errors
from runut.web.asked import number
from runut.web.errors import Refusal
from runut.web.settings import Settings

SESSION = "runut_session"
FORM = "runut_form"
FORM_FIELD = "csrf"
# How long a browser stays let in, and its forms good (seconds).
MONTH = 30 * 24 * 3600
# The largest form without files (bytes); room for a pasted report of a million characters in a form's encoding.
FORM_LIMIT = 8 << 20
# A body that is refused is read and dropped for so long (seconds): a browser shows the answer only when it could send all.
DRAIN = 10.0
# A body that says it is so many times too large is not waited for: the answer comes at once, and the connection is closed.
HOPELESS = 4

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN_PATHS = ("/login", "/static/")
API = "/api/"

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "private, no-cache",
}

# Nothing else belongs in a Host header: addresses are put together with it.
_HOST = re.compile(r"[\w.\-]+(:\d*)?|\[[0-9A-Fa-f:.]+\](:\d*)?", re.ASCII)

log = logging.getLogger("runut.web")


class Guard:
    """The outermost of the server: every answer carries the headers, and nothing that is refused reaches a page."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        request = Request(scope, receive)
        try:
            refused = self._refuse(request)
            await (refused or self._app)(scope, receive, send_guarded)
        except Exception as error:
            if begun:
                raise
            log.exception("%s %s", request.method, request.url.path)
            await errors.fault(request, error)(scope, receive, send_guarded)

    def _refuse(self, request: Request) -> Response | None:
        """The answer to a request that gets no further; None for all others."""
        if not _is_host(request.headers.get("host", ""), self._settings):
            return errors.refuse(request, Refusal(421, "host"))
        path = str(request.scope["path"])  # what is routed, whatever the Host header makes of the whole address
        if path.startswith(API):
            return None  # the API asks for the token by itself, and takes no cookies
        if request.method not in SAFE and _is_foreign(request):
            return errors.refuse(request, Refusal(403, "foreign"))
        if self._settings.token and not path.startswith(OPEN_PATHS) and not is_let_in(request):
            if request.method not in SAFE:
                return errors.refuse(request, Refusal(403, "token"))
            back = path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"/login?next={quote(back, safe='')}", 303)
        return None


def _is_host(host: str, settings: Settings) -> bool:
    """Whether a Host header names this server: a name of somebody else's that leads here (DNS rebinding) does not."""
    if not _HOST.fullmatch(host):
        return False
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    if not name:
        return False
    if name.rstrip(".") in settings.hosts:
        return True
    if not settings.any_address:
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_foreign(request: Request) -> bool:
    """Whether a browser says that another site's page sent this.

    Pages that send no referrer send `Origin: null`, and only some browsers tell the site besides; where neither says anything the
    form's own token decides.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("origin", "null")
    return origin != "null" and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower()


def is_token(given: str, settings: Settings) -> bool:
    """Whether this is the server's token, in a time that tells nothing of it."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), (settings.token or "").encode())


def session_of(settings: Settings) -> str:
    """What the cookie of a browser holds that has shown the token: good until the token is another."""
    return hmac.new((settings.token or "").encode(), b"runut session", hashlib.sha256).hexdigest()


def is_let_in(request: Request) -> bool:
    """Whether a request carries the token, by cookie or as `Authorization: Bearer`."""
    settings: Settings = request.app.state.settings if "app" in request.scope else Settings()
    if hmac.compare_digest(request.cookies.get(SESSION, "").encode(), session_of(settings).encode()):
        return True
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    return scheme.lower() == "bearer" and is_token(given.strip(), settings)


def form_nonce(request: Request) -> tuple[str, bool]:
    """What binds a browser's forms to it, and whether the browser has yet to be given it as a cookie."""
    known = request.cookies.get(FORM, "")
    if known:
        return known, False
    if not hasattr(request.state, "form_nonce"):
        request.state.form_nonce = secrets.token_urlsafe(24)
    return request.state.form_nonce, True


def form_token(nonce: str, settings: Settings) -> str:
    """What a form holds that a page of this server gave to the browser with that nonce."""
    return hmac.new((settings.token or "runut").encode(), nonce.encode(), hashlib.sha256).hexdigest()


@asynccontextmanager
async def read_form(request: Request, *, limit: int = FORM_LIMIT, files: int = 0) -> AsyncIterator[FormData]:
    """The form of a request, held against its token; files that came with it are closed at the end.

    Raises Refusal for a body of more than `limit` bytes, whatever length it says it has (413), and for a form that no page of this
    server gave to this browser (403).
    """
    if (declared := _declared(request)) > limit:
        refusal = Refusal(413, "too_large", limit=_size(limit))
        if declared > HOPELESS * limit or _waits(request):
            refusal.headers = {"connection": "close"}
        else:
            await _drain(request)
        raise refusal
    read = 0

    async def receive() -> Message:
        nonlocal read
        message = await request.receive()
        read += len(message.get("body", b""))
        if read > limit:
            raise MultiPartException("too large")
        return message

    counted = Request(request.scope, receive)
    try:
        form = await counted.form(max_files=files, max_fields=1000, max_part_size=limit)
    except (HTTPException, UnicodeError):  # of an encoding that a form names by itself
        if read > limit:
            await _drain(request)
            raise Refusal(413, "too_large", limit=_size(limit)) from None
        raise Refusal(400, "form") from None
    try:
        given = form.get(FORM_FIELD)
        nonce = request.cookies.get(FORM, "")
        good = form_token(nonce, request.app.state.settings)
        if (
            not nonce
            or not isinstance(given, str)
            or not hmac.compare_digest(given.encode("utf-8", "replace"), good.encode())
        ):
            raise Refusal(403, "stale_form")
        yield form
    finally:
        await form.close()


def _declared(request: Request) -> int:
    length = request.headers.get("content-length", "")
    return number(length) or 0


def _waits(request: Request) -> bool:
    """Whether whoever sends a body waits to be told that it is wanted."""
    return request.headers.get("expect", "").lower() == "100-continue"


async def _drain(request: Request) -> None:
    """Read what is still sent and drop it, for a while."""
    until = time.monotonic() + DRAIN
    while (left := until - time.monotonic()) > 0:
        try:
            message = await asyncio.wait_for(request.receive(), left)
        except TimeoutError:
            return
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return


def _size(limit: int) -> str:
    return f"{limit / (1 << 20):.0f} MB"
