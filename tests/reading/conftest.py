"""What tests of reading share."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from runut import pipeline
from runut.lang import Language
from runut.model import Anchor, Article, Event


@pytest.fixture(scope="session")
def read_events(languages: Mapping[str, Language]) -> Callable[[str], tuple[Event, ...]]:
    """The events of a text of 6 March 2031."""

    def read_text(text: str) -> tuple[Event, ...]:
        article = Article(id="a", source="a", text=text, sha256="", published="2031-03-06")
        first = pipeline.glance(article, languages)
        return pipeline.read(first, Anchor(day="2031-03-06", origin="metadata"), languages, ["events"]).events

    return read_text
