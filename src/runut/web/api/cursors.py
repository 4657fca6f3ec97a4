"""Cursors: where the next page of a list begins, opaque to the caller and bound to the list and its filters."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any

import msgspec

from runut.codec import content_id
from runut.web.api.problems import Problem

LONGEST = 400
_MARK = 8


def write(path: str, filters: Mapping[str, Any], position: int) -> str:
    """The cursor of a position in the list at `path` under these filters."""
    data = msgspec.msgpack.encode((_mark(path, filters), position))
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def read(path: str, filters: Mapping[str, Any], cursor: str | None) -> int | None:
    """The position that `write` wrote, None for no cursor; raises Problem for anything else, or one of another list or filter."""
    if cursor is None:
        return None
    try:
        data = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        mark, position = msgspec.msgpack.decode(data, type=tuple[str, int])
    except (binascii.Error, ValueError, msgspec.MsgspecError):
        raise Problem("bad-cursor", "no cursor that this desk gave") from None
    if mark != _mark(path, filters):
        raise Problem("bad-cursor", "a cursor of another list, or of other filters")
    return position


def _mark(path: str, filters: Mapping[str, Any]) -> str:
    return content_id("cursor", path, *(f"{k}={v}" for k, v in sorted(filters.items()) if v is not None))[:_MARK]
