"""SQLite reads the few rows first: no query with a word, speaker, measure or story looks through all documents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import event

from runut.desk.queries import parse
from runut.lang import Language
from runut.store import open_store


@pytest.mark.parametrize(
    "query",
    [
        "gempa",
        '"korban tewas" -banjir kind:all',
        "speaker:harun",
        "gempa speaker:harun measure:tewas",
        "measure:tewas kind:figure",
        "measure:tewas kind:name",
        "gempa story:x",
        "gempa from:2031-01 outlet:kabar",
        "speaker:harun story:x from:2031 kind:all",
        "outlet:kabar kind:statement",
    ],
)
def test_no_query_scans_the_documents(query: str, tmp_path: Path, languages: Mapping[str, Language]) -> None:
    wanted = parse(query, languages).wanted
    with open_store(str(tmp_path / "s.db")) as store, store.reading() as view:
        connection = view._connection
        asked: list[tuple[str, object]] = []
        event.listen(connection, "before_cursor_execute", lambda _c, _cur, sql, given, *_: asked.append((sql, given)))
        view.search(wanted)
        view.count(wanted)
        view.indexed(["a"])
        plans = [
            row[3]
            for sql, given in list(asked)
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given)
        ]
    assert len(plans) > 10
    assert not [
        step for step in plans if step.split()[:2] in (["SCAN", "d"], ["SCAN", "t"], ["SCAN", "w"], ["SCAN", "a"])
    ]
    assert not [step for step in plans if "documents_day" in step]
    assert not [step for step in plans if "VIRTUAL TABLE" in step and "=M" in step]  # the index asked for row after row
