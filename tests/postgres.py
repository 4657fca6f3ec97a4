"""A PostgreSQL of the tests' own: a cluster in a temporary folder, reached through a socket there; nothing of the machine's is touched."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

_USER = "postgres"
_QUICK = ("fsync=off", "full_page_writes=off", "listen_addresses=", "max_connections=120")
_TEMPLATE = "runut_template"


class Missing(Exception):
    """There is no PostgreSQL here, or nobody who may run it."""


class Cluster:
    """A server that is started, stopped and removed here."""

    def __init__(self, folder: Path | None = None) -> None:
        """Make it in an empty folder, or in a temporary one."""
        self._bin = _programs()
        self._as: list[str] = []
        self.folder = folder or Path(tempfile.mkdtemp(prefix="runut-pg-"))
        self._user = getpass.getuser()
        if hasattr(os, "geteuid") and os.geteuid() == 0:  # the server refuses to run as root
            if shutil.which("runuser") is None:
                raise Missing("PostgreSQL does not run as root, and there is no runuser to run it as another")
            shutil.chown(self.folder, _USER)
            self._as, self._user = ["runuser", "-u", _USER, "--"], _USER
        self._numbers = count(1)
        options = ["-U", self._user, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"]
        self._run("initdb", "-D", str(self.folder / "data"), *options)
        self.start()
        self._sql(f"CREATE DATABASE {_TEMPLATE}")
        from runut.store import open_store  # not with every test's start

        open_store(self.url(_TEMPLATE)).close()

    def url(self, database: str) -> str:
        """The URL of a database of the cluster."""
        return f"postgresql://{self._user}@/{database}?host={self.folder}"

    def database(self, *, empty: bool = False, options: str = "") -> str:
        """The URL of a new database, with an empty store in it or with nothing; `options` as `CREATE DATABASE` takes them."""
        name = f"test_{next(self._numbers)}"
        self._sql(f"CREATE DATABASE {name}" + (f" {options}" if empty else f" TEMPLATE {_TEMPLATE}"))
        return self.url(name)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        settings = " ".join(f"-c {setting}" for setting in (*_QUICK, f"unix_socket_directories={self.folder}"))
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-l", log, "-w", "-o", settings, "start")

    def stop(self) -> None:
        """Stop the server at once, whoever is connected."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")

    def start_again(self) -> None:
        """Start the server where a test has left it stopped."""
        if not (self.folder / "data" / "postmaster.pid").exists():
            self.start()

    def remove(self) -> None:
        """Stop it and leave nothing."""
        if (self.folder / "data" / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder)

    def _sql(self, statement: str) -> None:
        import psycopg  # not with every test's start

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def _run(self, program: str, *options: str) -> None:
        done = subprocess.run(
            [*self._as, str(self._bin / program), *options],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL,  # the server would keep the pipe
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {(done.stdout or b'').decode(errors='replace')}")


def cluster() -> Iterator[Cluster]:
    """A cluster while it is needed; raises Missing where there can be none."""
    made = Cluster()
    try:
        yield made
    finally:
        made.remove()


def _programs() -> Path:
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    if not debian:
        raise Missing("no PostgreSQL: install it (Debian: apt-get install postgresql)")
    return debian[-1].parent
