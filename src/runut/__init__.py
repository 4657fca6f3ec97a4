"""Runut traces reports back: what is known about an event, who says so, and where the reports disagree.

import runut

account = runut.account(["a.txt", "b.jsonl"])
reading = runut.read({"title": "…", "text": "…", "published": "2025-05-31"})
problems = runut.verify(account)
print(runut.to_json(account))
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from runut._version import __version__

if TYPE_CHECKING:
    from runut.codec import account_from_json as account_from_json
    from runut.codec import furniture_profile_from_json as furniture_profile_from_json
    from runut.codec import to_json as to_json
    from runut.desk import Desk
    from runut.exports.html import render as to_html
    from runut.exports.timex import render as to_timeml
    from runut.face import (
        Problem,
        account,
        batch,
        export,
        flag,
        learn_furniture,
        mask,
        read,
        read_all,
        stories,
        tables,
        verify,
    )
    from runut.judging import judge, judgements_from_lines, judgements_of, judgements_to_lines
    from runut.lang import Language
    from runut.model import Account, Article, FurnitureProfile, Judgement, Reading, Skipped, Story
    from runut.store import open_store

_HOMES = {
    "account": "runut.face",
    "batch": "runut.face",
    "export": "runut.face",
    "flag": "runut.face",
    "learn_furniture": "runut.face",
    "mask": "runut.face",
    "read": "runut.face",
    "read_all": "runut.face",
    "stories": "runut.face",
    "tables": "runut.face",
    "verify": "runut.face",
    "Problem": "runut.face",
    "to_json": "runut.codec",
    "account_from_json": "runut.codec",
    "furniture_profile_from_json": "runut.codec",
    "to_html": "runut.exports.html",
    "to_timeml": "runut.exports.timex",
    "judge": "runut.judging",
    "judgements_from_lines": "runut.judging",
    "judgements_of": "runut.judging",
    "judgements_to_lines": "runut.judging",
    "Language": "runut.lang",
    "Desk": "runut.desk",
    "open_store": "runut.store",
    "Account": "runut.model",
    "Article": "runut.model",
    "FurnitureProfile": "runut.model",
    "Judgement": "runut.model",
    "Reading": "runut.model",
    "Skipped": "runut.model",
    "Story": "runut.model",
}

__all__ = [
    "Account",
    "Article",
    "Desk",
    "FurnitureProfile",
    "Judgement",
    "Language",
    "Problem",
    "Reading",
    "Skipped",
    "Story",
    "__version__",
    "account",
    "account_from_json",
    "batch",
    "export",
    "flag",
    "furniture_profile_from_json",
    "judge",
    "judgements_from_lines",
    "judgements_of",
    "judgements_to_lines",
    "learn_furniture",
    "mask",
    "open_store",
    "read",
    "read_all",
    "stories",
    "tables",
    "to_html",
    "to_json",
    "to_timeml",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'runut' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), "render" if name in ("to_html", "to_timeml") else name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
