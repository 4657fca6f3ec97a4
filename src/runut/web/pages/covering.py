"""Covering: the switch by which a reader has protected names covered or shown."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from runut.web import links
from runut.web.rendering import YEAR
from runut.web.security import read_form
from runut.web.showing import MASK


async def switch(request: Request) -> Response:
    """Keep in the browser whether names are covered, and lead back.

    A form, and no address: whoever passes an address on does not choose for those who open it.
    """
    async with read_form(request) as form:
        wanted, back = form.get("mask"), links.inside(str(form.get("back", "")))
    response = RedirectResponse(back, 303)
    response.set_cookie(
        MASK,
        "on" if wanted == "on" else "off",
        max_age=YEAR,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response


routes = [Route("/mask", switch, methods=["POST"])]
