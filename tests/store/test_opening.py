"""Opening a store: made where there is none, brought up to date, and refused with a clear word where it is none of ours."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
from rows_for_store import article
from sqlalchemy import create_engine, text

import postgres
from runut.store import (
    NewerStore,
    NoDriver,
    NoStore,
    NotAStore,
    Store,
    StoreError,
    Unreachable,
    open_store,
    opening,
    stamp,
)
from runut.store.schema import metadata

OPEN = "import sys; from runut.store import open_store; open_store(sys.argv[1]).close(); "


def run(code: str, *arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        **more,  # type: ignore[call-overload]
    )


def raw(url: str, *statements: str) -> None:
    """Do something to a database behind the store's back."""
    engine = create_engine(url if "://" in url else f"sqlite:///{url}")
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def nowhere(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where there is no store yet, on one engine and then on the other."""
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    cluster: postgres.Cluster = request.getfixturevalue("postgresql")
    return cluster.database(empty=True)


def test_a_store_is_made_on_first_use_and_found_again(nowhere: str) -> None:
    with open_store(nowhere) as store, store.writing() as writer:
        writer.add_articles([article(1)], origin="file")
    with open_store(nowhere, create=False) as store, store.reading() as view:
        assert view.article_count() == 1


def test_a_store_opens_from_its_own_url(store: Store) -> None:
    with open_store(store.url, create=False) as again:
        assert again.dialect == store.dialect
        assert again.name == store.name


@pytest.mark.parametrize("form", [str, lambda path: f"sqlite:///{quote(path)}"], ids=["path", "url"])
def test_a_path_may_be_given_as_such_or_as_url(tmp_path: Path, form: Callable[[str], str]) -> None:
    path = tmp_path / "kabar 100% %41.db"
    with open_store(form(str(path))) as store:
        assert store.dialect == "sqlite"
    assert path.exists()
    with open_store(path, create=False):
        pass


def test_a_relative_path_stays_what_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("news.db") as store:
        assert store.url == str(tmp_path / "news.db")


def test_the_shorter_name_of_the_scheme_is_taken(postgresql: postgres.Cluster) -> None:
    with open_store(postgresql.database().replace("postgresql://", "postgres://")) as store:
        assert store.dialect == "postgresql"


def test_a_store_that_is_up_to_date_opens_without_the_migrations(tmp_path: Path) -> None:
    open_store(tmp_path / "a.db").close()
    done = run(
        OPEN
        + "assert not [m for m in sys.modules if m.startswith(('alembic', 'psycopg', 'sqlalchemy.dialects.postgresql'))]",
        str(tmp_path / "a.db"),
    )
    assert done.returncode == 0, done.stderr


def test_the_migrations_make_the_tables_that_are_asked(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    ours = metadata.tables.keys()
    options = {
        "version_table": opening.VERSION_TABLE,
        "include_object": lambda thing, name, kind, *_: kind != "table" or name in ours,
    }
    with store._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def test_every_migration_is_named_in_its_order() -> None:
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(Path(opening.__file__).parent / "migrations"))
    assert tuple(s.revision for s in script.walk_revisions())[::-1] == opening.VERSIONS


def test_an_older_store_is_brought_up_to_date_with_what_is_in_it(nowhere: str, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate = opening._migrate
    with monkeypatch.context() as old:
        old.setattr(opening, "VERSIONS", opening.VERSIONS[:1])
        old.setattr(opening, "_migrate", lambda connection: migrate(connection, to=opening.VERSIONS[0]))
        with open_store(nowhere) as store, store.writing() as writer:
            writer.add_articles([article(1)], origin="file")
    with open_store(nowhere, create=False) as store, store.reading() as view:
        assert view.article(article(1).id) == article(1)
        assert view.indexed([article(1).id]) == {}


def test_a_store_of_a_newer_version_is_refused_and_left_alone(store_url: str) -> None:
    open_store(store_url).close()
    raw(
        store_url.replace("postgresql://", "postgresql+psycopg://"),
        f"UPDATE {opening.VERSION_TABLE} SET version_num = '9999'",
    )
    with pytest.raises(NewerStore, match=r"newer Runut.*9999.*install that version"):
        open_store(store_url)


def test_tables_of_another_program_are_refused_and_left_alone(tmp_path: Path, postgresql: postgres.Cluster) -> None:
    other = tmp_path / "lain.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE resep (nama TEXT)")
    connection.close()
    before = other.read_bytes()
    with pytest.raises(NotAStore, match="another program"):
        open_store(other)
    assert other.read_bytes() == before
    assert not list(tmp_path.glob("lain.db-*"))
    url = postgresql.database(empty=True)
    raw(url.replace("postgresql://", "postgresql+psycopg://"), "CREATE TABLE articles (nama TEXT)")
    with pytest.raises(NotAStore, match="another program"):
        open_store(url)


def test_tables_beside_ours_do_no_harm_in_postgresql(postgresql: postgres.Cluster) -> None:
    url = postgresql.database(empty=True)
    raw(url.replace("postgresql://", "postgresql+psycopg://"), "CREATE TABLE resep (nama TEXT)")
    open_store(url).close()


@pytest.mark.parametrize("content", [b"ini bukan basis data", b"S" * 5000, b"\x00" * 4096])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "catatan.txt"
    file.write_bytes(content)
    with pytest.raises(NotAStore, match="is no store of Runut"):
        open_store(file)
    assert file.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["catatan.txt"]


def test_a_database_that_is_broken_off_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "putus.db"
    open_store(file).close()
    file.write_bytes(file.read_bytes()[:3000])
    with pytest.raises(StoreError, match=r"damaged|no store"):
        open_store(file)


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    file = tmp_path / "kosong.db"
    file.touch()
    with pytest.raises(NoStore, match="no store in it yet"):
        open_store(file, create=False)
    open_store(file).close()
    open_store(file, create=False).close()


def test_where_there_is_no_store(tmp_path: Path, postgresql: postgres.Cluster) -> None:
    with pytest.raises(NoStore, match=r"there is no store; `runut add"):
        open_store(tmp_path / "tidak.db", create=False)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NoStore, match="no folder"):
        open_store(tmp_path / "tidak" / "ada.db")
    with pytest.raises(NotAStore, match="is a folder"):
        open_store(tmp_path)
    with pytest.raises(NoStore, match="createdb"):
        open_store(postgresql.url("tidak_ada"))
    with pytest.raises(NoStore, match="no store in it yet"):
        open_store(postgresql.database(empty=True), create=False)


@pytest.mark.parametrize("url", [":memory:", "sqlite://", "sqlite:///:memory:", "sqlite:///a.db?mode=ro"])
def test_a_store_that_would_not_last_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match="lies in a file"):
        open_store(url)


@pytest.mark.parametrize("url", ["mysql://a@b/c", "http://x/y", "postgresql+asyncpg://a@b/c", "://"])
def test_another_engine_is_refused(url: str) -> None:
    with pytest.raises(NoDriver, match="give a file, or postgresql://"):
        open_store(url)


def test_psycopg_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(NoDriver, match=r"pip install 'runut\[postgres\]'"):
        open_store("postgresql://a@b/c")


SECRET = "r4h4s14"


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://ani:{SECRET}@/news?host=/nowhere",
        f"postgresql://ani:{SECRET}@127.0.0.1:1/news",
        f"postgresql://ani:{SECRET}@host:port/news",
        f"postgresql://ani:{SECRET}@no-such-host.invalid/news",
        f"postgresql://ani:{SECRET}@127.0.0.1:1/news?unknown=option",
        f"mysql://ani:{SECRET}@host/news",
    ],
)
def test_a_password_is_in_no_message(url: str) -> None:
    with pytest.raises((StoreError, OSError)) as caught:
        open_store(url)
    error: BaseException | None = caught.value
    while error is not None:
        assert SECRET not in f"{error} {error!r}"
        error = error.__cause__


def test_a_password_is_in_the_url_alone(postgresql: postgres.Cluster) -> None:
    url = postgresql.database().replace("@", f":{SECRET}@", 1)
    with open_store(url) as store:
        assert SECRET in store.url
        assert SECRET not in repr(store)
        assert SECRET not in store.name


def test_a_server_that_does_not_answer_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="does not answer"):
        open_store(f"postgresql://ani@/news?host={quote(str(tmp_path))}")


def test_a_user_whom_the_server_does_not_know(postgresql: postgres.Cluster) -> None:
    url = postgresql.database()
    name = url.partition("://")[2].partition("@")[0]
    with pytest.raises(StoreError, match="does not let this user in"):
        open_store(url.replace(f"{name}@", "tidak_dikenal@"))


def test_a_database_that_cannot_keep_all_text_is_refused(postgresql: postgres.Cluster) -> None:
    url = postgresql.database(empty=True, options="ENCODING LATIN1 TEMPLATE template0")
    with pytest.raises(StoreError, match="UTF8"):
        open_store(url)


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_folder_that_may_not_be_written() -> None:
    closed = Path(tempfile.mkdtemp(prefix="runut-closed-"))  # pytest's own folders let nobody in
    open_store(closed / "ada.db").close()
    (closed / "ada.db").chmod(0o444)
    closed.chmod(0o555)
    code = (
        "import os, sys; from runut.store import open_store\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "for path in sys.argv[1:]:\n"
        "    try: open_store(path).write(lambda w: w.add_job('a', b''))\n"
        "    except OSError as error: print(type(error).__name__, error)"
    )
    done = run(code, str(closed / "baru.db"), str(closed / "ada.db"))
    shutil.rmtree(closed)
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["ReadOnly", "ReadOnly"]
    assert done.stdout.count("see who may") == 2


def test_several_make_one_store_at_once(nowhere: str) -> None:
    def make(n: int) -> None:
        with open_store(nowhere) as store:
            store.write(lambda writer: writer.add_job(str(n), b""))

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(make, range(6)))
    with open_store(nowhere, create=False) as store, store.reading() as view:
        assert len(view.jobs()) == 6


def test_a_stamp_is_in_utc_and_needs_an_offset() -> None:
    from datetime import datetime, timedelta, timezone

    jakarta = timezone(timedelta(hours=7))
    assert stamp(datetime(2025, 2, 1, 5, 30, tzinfo=jakarta)) == "2025-01-31T22:30:00.000000Z"
    with pytest.raises(ValueError, match="offset"):
        stamp(datetime(2025, 2, 1))
