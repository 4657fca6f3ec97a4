"""The app: every page and the API over one desk, behind one guard."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from importlib import import_module

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from runut.desk import Desk
from runut.store import Store, open_store
from runut.web import errors, rendering
from runut.web.security import Guard
from runut.web.settings import Settings
from runut.web.showing import Accounts

# The modules of pages; each has `routes`.
PAGES = (
    "stories",
    "account",
    "article",
    "names",
    "entering",
    "covering",
    "adding",
    "jobs",
    "search",
    "correcting",
    "judgements",
    "exporting",
)
_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


def create_app(store: str | Store, settings: Settings | None = None, *, close: bool | None = None) -> Starlette:
    """The web app over a store, given by its address or opened.

    A store that is given by its address is opened here and closed when the app ends (`close`). Raises what `open_store` does.
    """
    settings = settings or Settings()
    opened = open_store(store) if isinstance(store, str) else store
    close = isinstance(store, str) if close is None else close

    @asynccontextmanager
    async def living(app: Starlette) -> AsyncIterator[None]:
        # The tables of the languages, before the first search needs them.
        threading.Thread(target=lambda: app.state.desk.using, daemon=True).start()
        worker = None
        if settings.worker and opened.writable:
            from runut.desk import jobs

            worker = await run_in_threadpool(
                jobs.start_worker, opened.url, allow_private_links=settings.allow_private_links
            )
        try:
            yield
        finally:
            if worker is not None:
                await run_in_threadpool(worker.stop)
            if close:
                await run_in_threadpool(opened.close)

    app = Starlette(
        routes=[*_routes(), Route("/static/{name}", static)],
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers=dict(errors.HANDLERS),
        lifespan=living,
    )
    app.state.desk = Desk(opened)
    app.state.accounts = Accounts()
    app.state.settings = settings
    app.state.token = settings.token
    app.state.allow_private_links = settings.allow_private_links
    app.state.worker = settings.worker and opened.writable
    return app


def _routes() -> Sequence[BaseRoute]:
    out = list(import_module("runut.web.api").routes)
    for name in PAGES:
        out += import_module(f"runut.web.pages.{name}").routes
    return out


async def static(request: Request) -> Response:
    """One of our own files; kept by the browser for as long as its address is the same."""
    name = request.path_params["name"]
    try:
        body = rendering.asset(name)
    except KeyError:
        raise errors.Refusal(404, "404") from None
    kept = "public, max-age=31536000, immutable" if "v" in request.query_params else "no-cache"
    return Response(body, headers={"cache-control": kept, "content-type": _TYPES[name.rpartition(".")[2]]})
