"""Entering: the page that asks for the token, and leaving again."""

from __future__ import annotations

import asyncio
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from runut.web import links, rendering, security
from runut.web.security import read_form

# Who guesses waits so long for each answer (seconds).
PAUSE = 0.5


def ask(request: Request) -> Response:
    """The page that asks for the token."""
    return rendering.page(request, "login.j2", next=links.inside(request.query_params.get("next", "")), wrong=False)


async def enter(request: Request) -> Response:
    """Let a browser in that has the token, back to where it was going."""
    async with read_form(request) as form:
        given, back = form.get("token"), links.inside(str(form.get("next", "")))
    settings = request.app.state.settings
    if not settings.token or not isinstance(given, str) or not security.is_token(given.strip(), settings):
        await asyncio.sleep(PAUSE)
        return rendering.page(
            request, "login.j2", status=403, here=f"/login?{urlencode({'next': back})}", next=back, wrong=True
        )
    response = RedirectResponse(back, 303)
    # Lax: a link in a colleague's message opens the page that it leads to; what changes anything needs a form's token besides.
    response.set_cookie(
        security.SESSION,
        security.session_of(settings),
        max_age=security.MONTH,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response


async def leave(request: Request) -> Response:
    """Forget a browser."""
    async with read_form(request):
        pass
    response = RedirectResponse("/login", 303)
    response.delete_cookie(security.SESSION, httponly=True, samesite="lax")
    return response


routes = [
    Route("/login", ask, methods=["GET"]),
    Route("/login", enter, methods=["POST"]),
    Route("/logout", leave, methods=["POST"]),
]
