"""Looks: what a reader had last seen of something that changes, kept by the browser alone."""

from __future__ import annotations

import time

from starlette.requests import Request
from starlette.responses import Response

from runut.web.asked import number

# Pages opened within so long of one another are one look (seconds): going back and forth forgets nothing that is new.
PAUSE = 30 * 60
KEPT = 90 * 24 * 3600


class Look:
    """One look at something counted, `now` being where its count stands.

    `since` is where it stood at the end of the look before; at the first look where it stood when that began to change, else None.
    """

    def __init__(self, request: Request, name: str, now: int, *, path: str = "/") -> None:
        self._name, self._path, self._now = name, path, now
        self._secure = request.url.scheme == "https"
        base, last, at = _read(request.cookies.get(name, ""))
        clock = int(time.time())
        if last is not None and (clock - at > PAUSE or (base is None and last < now)):
            base = last
        self.since = base if base is None or base <= now else None
        self._kept = f"{'' if self.since is None else self.since}.{now}.{clock}"

    def keep(self, response: Response) -> Response:
        """The response, which tells the browser to remember this look."""
        response.set_cookie(
            self._name, self._kept, max_age=KEPT, path=self._path, httponly=True, samesite="lax", secure=self._secure
        )
        return response


def _read(kept: str) -> tuple[int | None, int | None, int]:
    """The base, the last and the time of a kept look."""
    base, _, rest = kept.partition(".")
    last, _, at = rest.partition(".")
    counted, clock = number(last), number(at)
    if counted is None or clock is None or (base and number(base) is None):
        return None, None, 0
    return number(base), counted, clock
