"""What all commands share: exit codes, progress, warnings, and files read and written with a clear word when that fails."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from runut.model import FurnitureProfile, Kept

NOTHING_READ = 1
WRONG_USE = 2
CANNOT_GO_ON = 3
# As shells tell of Ctrl-C.
STOPPED = 130
# Work that is over sooner needs no progress bar (seconds).
PATIENCE = 1.0
_ORDERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
PROFILE_HELP = "What earlier reports taught about the outlets' pages (made by runut profile)."


def read_profile(path: str | None) -> FurnitureProfile | None:
    from runut import codec

    if path is None:
        return None
    try:
        return codec.furniture_profile_from_json(Path(path).read_bytes())
    except ValueError as error:
        raise click.UsageError(f"{path} is no furniture profile of this version: {error}") from None


def read_kept(path: str | None) -> Kept | None:
    """What a state file keeps; None where there is no such file yet."""
    from runut import codec

    if path is None or not Path(path).exists():
        return None
    try:
        return codec.kept_from_bytes(Path(path).read_bytes())
    except (ValueError, OSError) as error:
        raise click.UsageError(f"{path} is no state of this version; nothing was done: {error}") from None


def keep_file(path: str, data: bytes) -> None:
    """Write a state whole or not at all: beside it first, then in its place; into a device or pipe at once."""
    there = Path(path).resolve()
    beside = there.with_name(f"{there.name}.new")
    try:
        there.parent.mkdir(parents=True, exist_ok=True)
        if there.exists() and not there.is_file():
            there.write_bytes(data)
            return
        beside.write_bytes(data)
        beside.replace(there)
    except OSError as error:
        click.echo(f"runut: {path} cannot be written: {error.strerror or error}", err=True)
        sys.exit(WRONG_USE)


@contextmanager
def alone(path: str | None) -> Iterator[None]:
    """Let nobody else read and write a file meanwhile; wait for who does, with a word. No path: nothing to keep from others."""
    from runut import locking

    if path is None:
        yield
        return
    with ExitStack() as held:
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            held.enter_context(locking.alone(path, lambda: warn(f"another runut is adding to {path}; waiting for it")))
        except OSError as error:
            warn(f"{path} cannot be written: {error.strerror or error}")
            sys.exit(WRONG_USE)
        yield


def need_output() -> None:
    """Refuse to work for a standard output that is closed."""
    if sys.stdout is None:
        raise click.UsageError("standard output is closed; nothing was done")


def keep_apart(outputs: Mapping[str, str | None], sources: Iterable[str], files: Iterable[str | None] = ()) -> None:
    """Refuse, before anything is done, to write over what is read (reports of `sources`, `files` given by name) or one output over another.

    `outputs` are paths by the option that names them; what is not given is None.
    """
    from runut.intake import losing, remote

    if "-" in outputs.values():
        need_output()
    for option, path in outputs.items():
        if path is not None and remote.is_remote(path):
            raise click.UsageError(f"{option} {path}: only files here are written; write one and copy it there")
    given = [(option, path) for option, path in outputs.items() if path is not None and path != "-"]
    named, reports = [path for path in files if path is not None], list(sources)
    for n, (option, path) in enumerate(given):
        if losing.loses(path, reports) or any(losing.is_same(path, other) for other in named):
            raise click.UsageError(f"{option} {path} is a file that is read; write somewhere else")
        for earlier, other in given[:n]:
            if losing.is_same(path, other):
                raise click.UsageError(f"{earlier} and {option} are one file, {path}; name two")


def write(path: str, content: str) -> None:
    if path == "-":
        click.echo(content, nl=False)
        return
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(content, "utf-8", newline="\n")
    except OSError as error:
        click.echo(f"runut: {path} cannot be written: {error.strerror or error}", err=True)
        sys.exit(WRONG_USE)


def warn(message: str) -> None:
    click.echo(f"runut: {harmless(message)}", err=True)


def say(line: str) -> None:
    """Write a line that may hold words of reports."""
    click.echo(harmless(line))


def harmless(text: str) -> str:
    """A text without the characters that a terminal takes as orders, which a title may hold: each becomes U+FFFD."""
    return _ORDERS.sub("\ufffd", text)


@contextmanager
def show_progress() -> Iterator[Any]:
    """A progress line on standard error, when that is a terminal and the work takes longer than PATIENCE."""
    if not sys.stderr.isatty():
        yield lambda stage, done, of: None
        return
    from rich.console import Console
    from rich.progress import Progress

    began = time.monotonic()
    bar = Progress(console=Console(stderr=True), transient=True, auto_refresh=False)
    tasks: dict[str, Any] = {}

    def show(stage: str, done: int, of: int | None) -> None:
        if time.monotonic() - began < PATIENCE:
            return
        if not tasks:
            bar.start()
        if stage not in tasks:
            tasks[stage] = bar.add_task(stage, total=of)
        bar.update(tasks[stage], completed=done, total=of)
        bar.refresh()

    try:
        yield show
    finally:
        if tasks:
            bar.stop()
