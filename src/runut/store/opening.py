"""Opening a store: by path or URL, made where there is none, its tables brought up to date."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
import time
from datetime import UTC, datetime
from os import PathLike, fspath
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from runut.store import faults
from runut.store.errors import NewerStore, NoDriver, NoStore, NotAStore, ReadOnly, StoreError
from runut.store.rows import Clock
from runut.store.schema import metadata
from runut.store.transactions import PATIENCE, Store, begin

# The migrations in their order (`migrations/versions`); a store that names another one is newer than this program.
VERSIONS = ("0001", "0002", "0003", "0004")
VERSION_TABLE = "runut_version"
_POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")
_MAGIC = b"SQLite format 3\x00"
_POOL = {"sqlite": {"pool_size": 16, "max_overflow": 64}, "postgresql": {"pool_size": 8, "max_overflow": 16}}
_IN_MEMORY = ":memory:"
_NO_FILE = "a store lies in a file: sqlite:///news.db, or just news.db"
_CONNECT = 10  # seconds to wait for a server to answer
_MIGRATING = threading.Lock()  # Alembic has one context for all threads


def open_store(
    url: str | PathLike[str], *, create: bool = True, clock: Clock | None = None, patience: float = PATIENCE
) -> Store:
    """Open the store at a path (SQLite) or a URL (`sqlite:///news.db`, `postgresql://user@host/news`), made where there is none.

    `create` False wants one that is there. `clock` gives the time, with its offset; `patience` is how many seconds a database that went
    away, or another writer, is waited for. A file that may not be written, or whose folder may not, is opened to be read alone
    (`Store.writable`). Raises NoStore, NotAStore, NewerStore, NoDriver (all StoreError, a ValueError), and OSError where it cannot be
    reached, or made.
    """
    target = _target(url)
    if target.get_backend_name() == "sqlite":
        path = Path(target.database or "")
        _look(path, create)
        given = name = str(path)
    else:
        plain = target.set(drivername="postgresql")
        given, name = plain.render_as_string(hide_password=False), plain.render_as_string()
    writable = target.get_backend_name() != "sqlite" or _may_be_written(path)
    engine = _engine(target, patience) if writable else _engine_to_read(path, patience)
    try:
        if writable:
            _bring_up_to_date(engine, name, create)
        else:
            _check_up_to_date(engine, name)
    except DBAPIError as error:
        engine.dispose()
        raise faults.told(error, name) from error
    except BaseException:
        engine.dispose()
        raise
    clock = clock or (lambda: datetime.now(UTC))
    return Store(engine, url=given, name=name, clock=clock, patience=patience, writable=writable)


def _target(url: str | PathLike[str]) -> URL:
    given = fspath(url)
    if given == _IN_MEMORY:
        raise StoreError(_NO_FILE)
    if "://" not in given:
        return URL.create("sqlite", database=str(Path(given).absolute()))
    scheme = given.partition("://")[0]
    if scheme not in ("sqlite", *_POSTGRESQL):
        raise NoDriver(f"{scheme}:// is no store; give a file, or postgresql://user@host/name")
    try:
        target = make_url(given)
    except (ArgumentError, ValueError):  # its words repeat the URL, and the password with it
        raise StoreError(
            f"the URL of the store ({scheme}://…) is none; write postgresql://user@host:5432/name"
        ) from None
    if scheme != "sqlite":
        return target.set(drivername="postgresql+psycopg")
    if not target.database or target.database == _IN_MEMORY or target.query:
        raise StoreError(_NO_FILE)
    return URL.create("sqlite", database=str(Path(target.database).absolute()))


def _look(path: Path, create: bool) -> None:
    """Raise for a file that cannot be a store, before anything is done to it."""
    try:
        _look_at(path, create)
    except PermissionError as error:
        raise ReadOnly(
            errno.EACCES, f"{path}: cannot be opened; see who may read and write it and its folder"
        ) from error


def _look_at(path: Path, create: bool) -> None:
    if path.is_dir():
        raise NotAStore(f"{path}: is a folder; a store is a file, such as {path / 'news.db'}")
    if not path.exists():
        if not create:
            raise NoStore(f"{path}: there is no store; `runut add --store {path} FILE…` makes one")
        if not path.parent.is_dir():
            raise NoStore(f"{path}: there is no folder {path.parent}; make it first")
        return
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if head and head != _MAGIC:
        raise NotAStore(f"{path}: is no store of Runut; give another file")


def _may_be_written(path: Path) -> bool:
    """Whether a file, and its folder for the log beside it, may be written; a file that is not there is made, or fails as that does."""
    return not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _engine_to_read(path: Path, patience: float) -> Engine:
    """What reads a file that may not be written.

    While somebody else has the store open, it is read through the log beside it; else as a file that does not change, since SQLite could
    make no log. Raises ReadOnly where a log was left behind that only one who may write can work in.
    """
    log, index = (Path(f"{path}{end}") for end in ("-wal", "-shm"))
    how = "immutable=1"
    if log.exists() and index.exists():
        how = "mode=ro"
    elif log.exists() and log.stat().st_size:
        raise ReadOnly(
            errno.EROFS,
            f"{path}: may only be read, and its last changes lie in {log.name} alone: open it once as one who may write it",
        )
    address = f"file:{quote(str(path))}?{how}"
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False),
        hide_parameters=True,
        **_POOL["sqlite"],
    )
    event.listen(engine, "connect", lambda connection, _: _prepare_to_read(connection, patience))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_to_read(connection: Any, patience: float) -> None:
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")


def _check_up_to_date(engine: Engine, name: str) -> None:
    """Raise for a store whose tables would have to be made or changed before it can be read."""
    with engine.connect() as connection:
        version = _version(connection, name)
    if version is None:
        raise NoStore(f"{name}: there is no store in it yet, and it may not be written")
    if version != VERSIONS[-1]:
        raise ReadOnly(
            errno.EROFS,
            f"{name}: was made by an earlier Runut and may only be read; open it once as one who may write it, or a copy of it",
        )


def _engine(target: URL, patience: float) -> Engine:
    name = target.get_backend_name()
    options: dict[str, Any] = {"hide_parameters": True, "pool_timeout": patience, **_POOL[name]}
    if name == "sqlite":
        engine = create_engine(target, **options)
        event.listen(engine, "connect", lambda connection, _: _prepare_sqlite(connection, patience))
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if "connect_timeout" not in target.query:
        options["connect_args"] = {"connect_timeout": _CONNECT}
    try:
        engine = create_engine(target, pool_pre_ping=True, **options)
    except ModuleNotFoundError:
        raise NoDriver("a store in PostgreSQL needs psycopg: pip install 'runut[postgres]'") from None
    event.listen(engine, "connect", lambda connection, _: _prepare_postgresql(connection, patience))
    return engine


def _prepare_sqlite(connection: Any, patience: float) -> None:
    """Transactions are ours to begin; every one lies on the disk before it counts as kept."""
    connection.isolation_level = None
    for pragma in (f"busy_timeout={int(patience * 1000)}", "foreign_keys=ON", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _prepare_postgresql(connection: Any, patience: float) -> None:
    """What is kept is on the server's disk, however it is set up, and no writer waits for ever."""
    connection.autocommit = True
    connection.execute(f"SET synchronous_commit = on; SET lock_timeout = {int(patience * 1000)}")
    connection.autocommit = False


def _bring_up_to_date(engine: Engine, name: str, create: bool) -> None:
    with engine.connect() as connection:
        version = _version(connection, name)
    if version is None and not create:
        raise NoStore(f"{name}: there is no store in it yet; `runut add --store` makes one")
    if engine.dialect.name == "sqlite":
        _keep_a_log(engine)
    if version == VERSIONS[-1]:
        return
    connection = begin(engine.execution_options(writing=True))
    try:  # another process may have been quicker
        if _version(connection, name) != VERSIONS[-1]:
            _migrate(connection)
        connection.commit()
    finally:
        connection.close()


def _keep_a_log(engine: Engine) -> None:
    """Write ahead (WAL), so that readers and a writer do not wait for each other; a file remembers it, a copy of it does not."""
    until = time.monotonic() + PATIENCE
    while True:
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode=WAL").close()
            return
        except Exception as error:  # two that make one file at once are not waited for by SQLite itself
            if "locked" not in str(error) or time.monotonic() > until:
                raise
        finally:
            connection.close()
        time.sleep(0.05)


def _version(connection: Connection, name: str) -> str | None:
    """The version of the tables, None where there are none yet; raises for tables of another program or a newer Runut."""
    if connection.dialect.name == "sqlite":
        tables = set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())
        foreign = tables
    else:
        query = "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = ANY (current_schemas(false))"
        tables = set(connection.execute(text(query)).scalars())
        foreign = tables & metadata.tables.keys()
    if VERSION_TABLE not in tables:
        if foreign:
            raise NotAStore(f"{name}: has tables of another program; give Runut a file or a database of its own")
        if connection.dialect.name == "postgresql":
            _check_encoding(connection, name)
        return None
    version = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one_or_none()
    if version is not None and version not in VERSIONS:
        raise NewerStore(
            f"{name}: was made by a newer Runut (tables {version}, here {VERSIONS[-1]}); install that version"
        )
    return version


def _check_encoding(connection: Connection, name: str) -> None:
    encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise StoreError(
            f"{name}: the database keeps text in {encoding}; make one in UTF8: createdb -E UTF8 -T template0 NAME"
        )


def _migrate(connection: Connection, to: str = "head") -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    with _MIGRATING:
        command.upgrade(config, to)
