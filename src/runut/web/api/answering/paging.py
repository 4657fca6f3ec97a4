"""Lists in pages."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from runut.web.api import cursors
from runut.web.api.operations import BASE, Call
from runut.web.api.parameters import Parameter, number, words

USUAL, MOST = 50, 200

LIMIT = number("limit", "How many at most.", low=1, high=MOST, default=USUAL)
LIMIT_OF_HITS = number("limit", "How many at most.", low=1, high=MOST, default=20)
CURSOR: Parameter = words(
    "cursor", "Where the page begins: `next` of the page before, with the same filters.", longest=cursors.LONGEST
)


def place(call: Call) -> int | None:
    """Where the page that is asked for begins; None for the first."""
    return cursors.read(call.path, _filters(call), call.arguments["cursor"])


def following(call: Call, after: int | None) -> tuple[str | None, Mapping[str, str]]:
    """The cursor of the page that begins after `after`, and the Link header that leads there; None where there is none."""
    if after is None:
        return None, {}
    filters = _filters(call)
    cursor = cursors.write(call.path, filters, after)
    query = {k: v for k, v in filters.items() if v is not None} | {"limit": call.arguments["limit"], "cursor": cursor}
    return cursor, {"Link": f'<{BASE}{call.path}?{urlencode(query)}>; rel="next"'}


def _filters(call: Call) -> dict[str, object]:
    return {k: v for k, v in call.arguments.items() if k not in ("limit", "cursor")}
