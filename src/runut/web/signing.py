"""Signing: the name that a person judges under, kept by the browser so that it is written once."""

from __future__ import annotations

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from runut.web.rendering import YEAR

WHO = "runut_who"
LONGEST = 80
# A longer reason is cut here, as the forms say (characters).
LONGEST_REASON = 1_000


def who(request: Request) -> str:
    """The name that was last judged under; "" where there is none."""
    return unquote(request.cookies.get(WHO, ""))[:LONGEST]


def keep(response: Response, request: Request, name: str) -> Response:
    """The response, with which the browser keeps the name."""
    response.set_cookie(
        WHO,
        quote(name[:LONGEST]),
        max_age=YEAR,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response
