"""The file of judgements on the command line: read, and added to by several at once without the loss of a line."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from runut import locking
from runut.cli.terminal import WRONG_USE, harmless, warn

if TYPE_CHECKING:
    from runut.model import Judgement

# Of a file with many bad lines so many are named, each in so many characters.
MOST_TOLD, LONGEST_TOLD = 20, 300


def read(path: str | None) -> tuple[Judgement, ...]:
    """What a file of judgements says; nothing where there is no such file yet. Ends the program with a clear word where a line is none."""
    from runut import judging

    if path is None or not Path(path).exists():
        return ()
    try:
        with open(path, "rb", buffering=0) as file:
            locking.wait(file)
            return judging.judgements_from_lines(_lines(file.read()))
    except ValueError as error:
        raise _no_judgements(path, error) from None
    except OSError as error:
        raise click.UsageError(f"{path} cannot be opened: {error.strerror or error}") from None


def add(path: str, made: Iterable[Judgement]) -> None:
    """Add to a file what it does not have yet. What stands there stays as it is, and so does what others add meanwhile.

    The file is read again under a lock and written at its end alone, so that no line is lost even where a file system has no locks.
    """
    from runut import judging

    made = tuple(made)
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        with locking.opened(path) as file:
            before = file.read()
            lines = _lines(before)
            new = judging.judgements_to_lines(made, lines)[len(lines) :]
            if new:
                start = "" if not before or before.endswith((b"\n", b"\r")) else "\n"
                _append(file, (start + "".join(f"{line}\n" for line in new)).encode())
    except ValueError as error:
        raise _no_judgements(path, error) from None
    except OSError as error:
        warn(f"{path} cannot be written: {error.strerror or error}")
        sys.exit(WRONG_USE)


def _lines(data: bytes) -> list[str]:
    from runut import judging

    return judging.lines_of(data.decode("utf-8-sig"))


def _no_judgements(path: str, error: ValueError) -> click.UsageError:
    """What is wrong with a file, in the first of its bad lines."""
    told = str(error).split("; line ")
    shown = [harmless(" ".join(line.split()))[:LONGEST_TOLD] for line in told[:MOST_TOLD]]
    more = f"; and {len(told) - MOST_TOLD:,} more lines" if len(told) > MOST_TOLD else ""
    return click.UsageError(
        f"{path} holds lines that are no judgements; nothing was done: {'; line '.join(shown)}{more}"
    )


def _append(file: BinaryIO, data: bytes) -> None:
    """Write at the end of a file, all or nothing."""
    size = os.fstat(file.fileno()).st_size
    try:
        if file.write(data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):  # a pipe
            file.truncate(size)
        raise
