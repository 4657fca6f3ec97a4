"""What was really scraped comes in whole."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from runut.intake import take_in
from runut.model import Article

# 1,018 of the stamps are empty and 451 say only that none was found; every other tells its day.
STAMPED = 11_106


@pytest.mark.shared
def test_every_scraped_article_comes_in_with_its_day(shared: Path) -> None:
    path = shared / "data" / "news" / "articles.jsonl.gz"
    stamped = 0
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for item, line in zip(take_in([path]), lines, strict=True):
            record = json.loads(line)
            assert isinstance(item, Article), item
            assert item.text == record["text"]
            stamped += item.published is not None
    assert stamped == STAMPED


@pytest.mark.shared
def test_the_annotated_cases_come_in_whole(shared: Path) -> None:
    for gold in sorted(shared.glob("gold/*/gold.json")):
        for article in json.loads(gold.read_text("utf-8"))["articles"]:
            path = gold.parent / article["file"]
            (item,) = take_in([path])
            assert isinstance(item, Article), item
            content = path.read_bytes().decode("utf-8")
            assert item.text == (content if path.suffix == ".txt" else json.loads(content)["text"])
            if article["published"] and item.published:
                assert item.published[:10] == article["published"][:10]
