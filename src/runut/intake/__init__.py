"""Taking in: the only code that opens what is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import Any

from runut.model import Article, Skipped

Source = str | PathLike[str] | Mapping[str, Any] | Article


def take_in(sources: Iterable[Source]) -> Iterator[Article | Skipped]:
    """Every article of the sources, in order, and a `Skipped` for each thing that gave none."""
    raise NotImplementedError
