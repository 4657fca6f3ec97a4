"""What the engines say when something is wrong, in our words."""

from __future__ import annotations

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError, ProgrammingError

from runut.store.errors import Busy, Full, NoStore, NotAStore, ReadOnly, StoreError, Unreachable

_FIRST_BYTE = 0xFF  # SQLite's kind of error; the rest says more
# A server that could not be connected to gives no code, only words; these say that it will soon let one in.
_SOON = ("starting up", "shutting down", "recovery", "too many", "remaining connection slots")
# PostgreSQL's codes (SQLSTATE), by their first characters.
_GONE = ("08", "57P", "53300", "53400")


def lost(error: DBAPIError) -> bool:
    """Whether the database went away or could not be reached: what another try may mend."""
    if isinstance(error.orig, sqlite3.Error):
        return False
    state = _state(error)
    if state is None:
        return error.connection_invalidated or type(error.orig).__name__ in ("OperationalError", "ConnectionTimeout")
    return error.connection_invalidated or state.startswith(_GONE)


def told(error: DBAPIError, name: str) -> Exception:
    """An error of the engine as one of ours; one that only a mistake of ours can make comes back as it is."""
    if isinstance(error.orig, sqlite3.Error):
        return _of_sqlite(error, error.orig, name)
    return _of_postgresql(error, name)


def _of_sqlite(error: DBAPIError, orig: sqlite3.Error, name: str) -> Exception:
    kind = getattr(orig, "sqlite_errorcode", 0) & _FIRST_BYTE
    if kind in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Busy(f"{name}: another process writes for too long; try again")
    if kind == sqlite3.SQLITE_FULL:
        return Full(
            errno.ENOSPC, f"{name}: no room on the disk; make some, then do it again: nothing was kept by halves"
        )
    if kind == sqlite3.SQLITE_READONLY:
        return ReadOnly(errno.EROFS, f"{name}: may not be written; see who may write the file and its folder")
    if kind in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return ReadOnly(errno.EACCES, f"{name}: cannot be opened; see who may read and write the file and its folder")
    if kind == sqlite3.SQLITE_IOERR:
        return Unreachable(errno.EIO, f"{name}: the disk does not take or give it ({orig}); nothing was kept by halves")
    if kind == sqlite3.SQLITE_NOTADB:
        return NotAStore(f"{name}: is no store of Runut")
    if kind == sqlite3.SQLITE_CORRUPT:
        return StoreError(f"{name}: the file is damaged; bring back a copy (docs/store.md)")
    return error


def _of_postgresql(error: DBAPIError, name: str) -> Exception:
    state = _state(error) or ""
    said = str(error.orig).strip().partition("\n")[0]
    refused = not state and "FATAL:" in said and not any(word in said for word in _SOON)
    if state == "55P03":
        return Busy(f"{name}: another process writes for too long; try again")
    if state == "53100":
        return Full(
            errno.ENOSPC,
            f"{name}: no room on the server's disk; make some, then do it again: nothing was kept by halves",
        )
    if state in ("25006", "42501"):
        return ReadOnly(errno.EACCES, f"{name}: may not be written: {said}")
    if state == "3D000" or (refused and 'database "' in said):
        return NoStore(f"{name}: there is no such database; make it first: createdb NAME")
    if state.startswith("28") or refused:
        return StoreError(f"{name}: the server does not let this user in: {said.rpartition('FATAL:')[2].strip()}")
    if state == "54000":
        return StoreError(f"{name}: an id or key is too long to be kept: {said}")
    if not state and isinstance(error, ProgrammingError):
        return StoreError(f"{name}: {said}")  # an option of the URL that there is not
    if lost(error):
        return Unreachable(errno.ECONNREFUSED, f"{name}: the database does not answer: {said}")
    return error


def _state(error: DBAPIError) -> str | None:
    return getattr(error.orig, "sqlstate", None)
