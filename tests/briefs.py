"""Reports as records, and the lines that the top of their account tells as the current state."""

from __future__ import annotations

import runut
from runut.model import BriefLine


def report(outlet: str, published: str, title: str, text: str) -> dict[str, str]:
    return {"outlet": outlet, "published": published, "title": title, "text": text}


def current(*reports: dict[str, str]) -> list[BriefLine]:
    return [line for line in runut.account(list(reports)).brief if line.kind == "current"]
