"""Real articles beside the checkout: every span of every layer is exact, whatever the report."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import pytest

import runut
from runut.lang import Language

EVERY = 100


@pytest.mark.shared
def test_every_span_of_a_sample_is_exact(shared: Path, languages: Mapping[str, Language]) -> None:
    with gzip.open(shared / "data" / "news" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in islice(lines, 0, None, EVERY)]
    told = runut.account(records, using=languages)
    assert [s for s in told.skipped if "could not be read" in s.reason] == []
    assert len(told.articles) + len(told.skipped) == len(records)
    assert runut.verify(told, reread=False) == ()
