"""Patterns that are compiled when they are first asked: of those made out of the tables many are asked by no report of a run."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern; what was asked of it once (`match`, `search`) stands in the instance, so that asking again costs no more."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags
        self._pattern: re.Pattern[str] | None = None

    def __reduce__(self) -> tuple[Any, tuple[str, int]]:
        return late, (self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked of a copy before anything stands in it
            raise AttributeError(name)
        if self._pattern is None:
            self._pattern = re.compile(self._source, self._flags)
        asked = getattr(self._pattern, name)
        setattr(self, name, asked)
        return asked


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled when something is first asked of it; only then is an error in it raised.

    Compiling is half of what a first report takes, and a quarter of that goes to patterns that six reports never ask.
    """
    return cast("re.Pattern[str]", _Late(source, flags))
