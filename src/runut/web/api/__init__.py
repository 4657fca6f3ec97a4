"""The HTTP API under /api/v1: JSON in and out, told of by the OpenAPI document that it serves."""

from __future__ import annotations

from typing import Any

from starlette.routing import BaseRoute

from runut.web.api import openapi, serving
from runut.web.api.table import OPERATIONS

__all__ = ["document", "routes"]

routes: list[BaseRoute] = serving.routes(OPERATIONS)


def document(*, secured: bool = True) -> dict[str, Any]:
    """The OpenAPI document, as plain values; `secured` where the desk wants a token."""
    return openapi.document(OPERATIONS, secured=secured)
