"""What docs/store.md says of the store is so."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from rows_for_store import article

from runut import store as room
from runut.store import open_store

ROOT = Path(__file__).resolve().parents[2]
DOC = (ROOT / "docs" / "store.md").read_text("utf-8")


def test_every_message_is_one_that_the_store_gives() -> None:
    source = "".join(p.read_text("utf-8") for p in (ROOT / "src" / "runut" / "store").glob("*.py"))
    told = [part for line in re.findall(r"^\| (\*.+?\*) \|", DOC, re.M) for part in re.findall(r"\*(.+?)\*", line)]
    assert len(told) > 10
    for message in told:
        for part in message.replace("`", "").split("…"):
            assert part.strip() in source.replace("`", ""), message


def test_every_table_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db"):
        pass
    connection = sqlite3.connect(tmp_path / "a.db")
    made = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    told = {name for line in re.findall(r"^\| (`.+?) \|", DOC, re.M) for name in re.findall(r"`(\w+)`", line)}
    assert {name for name in made if not name.startswith(("sqlite_", "documents_"))} <= told


def test_every_error_is_told() -> None:
    for name in room.__all__:
        thing = getattr(room, name)
        if isinstance(thing, type) and issubclass(thing, Exception):
            assert f"`{name}`" in DOC, name


def test_a_copy_is_made_while_it_is_in_use_as_told(tmp_path: Path) -> None:
    with open_store(tmp_path / "news.db") as store, store.writing() as writer:
        writer.add_articles([article(1)], origin="file")
        (statement,) = re.findall(r'sqlite3 news.db "(.+?)"', DOC)
        with open_store(tmp_path / "news.db", patience=1) as other, other.reading():
            connection = sqlite3.connect(tmp_path / "news.db")
            connection.execute(statement.replace("copy.db", str(tmp_path / "copy.db")))
            connection.close()
    with open_store(tmp_path / "copy.db", create=False) as copy, copy.reading() as view:
        assert view.article_count() == 0  # what was not kept yet
        with copy.writing() as writer:  # nobody waits for the other in a copy either
            writer.add_articles([article(2)], origin="file")
    with open_store(tmp_path / "news.db", create=False) as store, store.reading() as view:
        assert view.article_count() == 1
