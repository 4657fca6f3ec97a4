"""A store that may only be read is shown, searched and told of, and says plainly that nothing can be kept in it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from rows_for_store import article
from starlette.testclient import TestClient

from runut.cli import cli
from runut.desk import Desk
from runut.lang import Language
from runut.store import NoStore, ReadOnly, Store, open_store, opening
from runut.web.app import create_app
from runut.web.settings import Settings

REPORTS = [
    {
        "text": "LONTAR - Feri Citra Lontar kandas, Selasa (4/2/2031). Dua orang tewas, kata Kepala Basarnas Lontar Seno Aji.",
        "title": "Feri Kandas, Dua Tewas",
        "outlet": "Kabar Serunai",
        "published": "2031-02-04",
    },
    {
        "text": "LONTAR - Korban tewas Feri Citra Lontar yang kandas, Selasa (4/2/2031), dua orang, kata Seno Aji, Kepala Basarnas Lontar.",
        "title": "Feri Citra Lontar Kandas",
        "outlet": "Warta Bahari",
        "published": "2031-02-04",
    },
]


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is opened from now on may be written: whoever runs the tests may perhaps write everything."""
    monkeypatch.setattr(opening, "_may_be_written", lambda path: False)


@pytest.fixture
def filled(tmp_path: Path, languages: Mapping[str, Language]) -> Path:
    """A store with one story, never told."""
    path = tmp_path / "news.db"
    with open_store(path) as store:
        desk = Desk(store, using=languages)
        desk.take_in(REPORTS)
        desk.catch_up()
    return path


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_in_it_is_shown_searched_and_told(
    filled: Path, closed: None, languages: Mapping[str, Language]
) -> None:
    before = bytes_in(filled.parent)
    with open_store(filled) as store:
        assert not store.writable
        desk = Desk(store, using=languages)
        (story,) = desk.stories()
        assert desk.search("kandas").total == 2
        account = desk.account(story.id)
        assert account.brief
        assert desk.account(story.id) == account
        assert desk.state(story.id).version is None
    assert bytes_in(filled.parent) == before


def test_nothing_can_be_kept_in_it_and_it_says_so(
    filled: Path, closed: None, languages: Mapping[str, Language]
) -> None:
    before = bytes_in(filled.parent)
    with open_store(filled) as store:
        desk = Desk(store, using=languages)
        (story,) = desk.stories()
        for write in (
            lambda: desk.take_in(REPORTS),
            lambda: desk.catch_up(),
            lambda: desk.judge(story.id, "note", ["Kabar Serunai"], by="Laras", why="dicek"),
        ):
            with pytest.raises(ReadOnly, match="may only be read, not written; see who may write"):
                write()
    assert bytes_in(filled.parent) == before


def test_the_desk_serves_it(filled: Path, closed: None) -> None:
    with open_store(filled) as store, TestClient(create_app(store, Settings()), base_url="http://127.0.0.1") as client:
        story = client.get("/api/v1/stories").json()["stories"][0]["id"]
        for path in ("/", f"/stories/{story}", "/search?q=kandas", "/judgements", "/jobs", "/add"):
            assert client.get(path).status_code == 200, path
        account = client.get(f"/api/v1/accounts/{story}")
        assert account.status_code == 200
        assert account.json()["brief"]
        assert client.get(f"/api/v1/accounts/{story}?mask=true").status_code == 200
        added = client.post("/api/v1/articles", json={"text": "Feri lain kandas."})
        assert added.status_code == 403
        assert added.json()["type"].endswith("#read-only")
        assert "retry-after" not in added.headers


def test_commands_show_it_and_adding_says_what_is_wrong(filled: Path, closed: None, tmp_path: Path) -> None:
    run = CliRunner().invoke
    shown = run(cli, ["stories", "--store", str(filled)])
    assert shown.exit_code == 0, shown.output
    assert "Feri" in shown.output
    with open_store(filled) as store, store.reading() as view:
        story = view.stories()[0].id
    told = run(cli, ["account", "--store", str(filled), "--story", story, "--json", str(tmp_path / "akun.json"), "-q"])
    assert told.exit_code == 0, told.output
    assert json.loads((tmp_path / "akun.json").read_text("utf-8"))["brief"]
    assert run(cli, ["show", "--store", str(filled), story]).exit_code == 0
    found = run(cli, ["search", "--store", str(filled), "kandas"])
    assert found.exit_code == 0, found.output
    (tmp_path / "baru.json").write_text(json.dumps(REPORTS[0] | {"outlet": "Suara Rawa"}), "utf-8")
    added = run(cli, ["add", "--store", str(filled), str(tmp_path / "baru.json")])
    assert added.exit_code == 3
    assert "may only be read" in added.output


def test_while_another_writes_what_it_keeps_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path / "news.db") as writing:
        writing.write(lambda writer: writer.add_articles([article(1)], origin="file"))
        monkeypatch.setattr(opening, "_may_be_written", lambda path: False)
        with open_store(tmp_path / "news.db") as reading:
            assert _count(reading) == 1
            writing.write(lambda writer: writer.add_articles([article(2)], origin="file"))
            assert _count(reading) == 2


def test_changes_that_lie_in_a_log_alone_are_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "copy.db"
    with open_store(tmp_path / "news.db") as writing:
        writing.write(lambda writer: writer.add_articles([article(1)], origin="file"))
        shutil.copy(tmp_path / "news.db", copy)
        shutil.copy(tmp_path / "news.db-wal", f"{copy}-wal")
    monkeypatch.setattr(opening, "_may_be_written", lambda path: False)
    with pytest.raises(ReadOnly, match=r"last changes lie in copy.db-wal alone: open it once"):
        open_store(copy)


def test_one_whose_tables_are_older_or_missing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate = opening._migrate
    with monkeypatch.context() as old:
        old.setattr(opening, "VERSIONS", opening.VERSIONS[:1])
        old.setattr(opening, "_migrate", lambda connection: migrate(connection, to=opening.VERSIONS[0]))
        open_store(tmp_path / "old.db").close()
    (tmp_path / "empty.db").touch()
    monkeypatch.setattr(opening, "_may_be_written", lambda path: False)
    with pytest.raises(ReadOnly, match="made by an earlier Runut and may only be read"):
        open_store(tmp_path / "old.db")
    with pytest.raises(NoStore, match="may not be written"):
        open_store(tmp_path / "empty.db")


def _count(store: Store) -> int:
    with store.reading() as view:
        return view.article_count()
