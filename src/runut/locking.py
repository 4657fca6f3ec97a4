"""Locks between processes, on every system: one of them at a time writes what all of them keep in one file."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO

# Windows locks a stretch of bytes and keeps others from reading it too: this one lies behind the end of any file.
_BEHIND = 1 << 40
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK, errno.EDEADLK)
# Seconds from one look to the next while another has the lock.
PAUSE = 0.1


def take(file: FileIO) -> bool:
    """Lock an open file, until it is closed; False where another has the lock. File systems without locks are worked on without."""
    try:
        if sys.platform == "win32":
            import msvcrt

            at = file.tell()
            file.seek(_BEHIND)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            finally:
                file.seek(at)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


def wait(file: FileIO) -> None:
    """Lock an open file, until it is closed, as soon as no other has it."""
    while not take(file):
        time.sleep(PAUSE)


@contextmanager
def opened(path: str) -> Iterator[FileIO]:
    """A file to read whole and to add to, locked; one that was put in its place meanwhile, as editors and git do, is taken instead."""
    while True:
        with open(path, "a+b", buffering=0) as file:
            wait(file)
            if _is_at(path, file):
                file.seek(0)
                yield file
                return


@contextmanager
def alone(path: str, waits: Callable[[], None]) -> Iterator[None]:
    """Keep others from `path` meanwhile, by a file beside it; where another is at it, say so by `waits` and wait. Raises OSError.

    The file itself is no lock: it is written beside its place and put there whole.
    """
    beside, told = f"{os.path.realpath(path)}.lock", False
    while True:
        with open(beside, "ab", buffering=0) as file:
            if take(file) and _is_at(beside, file):
                try:
                    yield
                finally:
                    with suppress(OSError):  # Windows keeps a file that is open: an empty one stays
                        os.unlink(beside)
                return
        if not told:
            waits()
            told = True
        time.sleep(PAUSE)


def _is_at(path: str, file: FileIO) -> bool:
    """Whether an open file still lies at a path: who had the lock before has taken its file away."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False
