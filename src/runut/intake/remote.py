"""Object stores and other places that have a scheme (`s3://`, `gs://`, `hf://`, `memory://`, `https://…/data.parquet`), by fsspec."""

from __future__ import annotations

import io
import re
from glob import has_magic
from typing import Any

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]{1,20})://")
# What tells one state of a stored file from the next, by store.
_STATES = ("ETag", "etag", "LastModified", "last_modified", "updated", "mtime", "created")


class NoDriver(Exception):
    """What opens a scheme is not installed, or nobody knows the scheme; the message says so."""


def is_remote(path: str) -> bool:
    """Whether a path has a scheme."""
    return _SCHEME.match(path) is not None


def is_web(path: str) -> bool:
    """Whether a path is a web address."""
    return path[:8].lower().startswith(("http://", "https://"))


def name_of(path: str) -> str:
    """The path whose suffix tells the format: without what a web address asks of its server."""
    return re.split(r"[?#]", path, maxsplit=1)[0] if is_web(path) else path


def find(given: str) -> list[str]:
    """The files at a path, below a folder or for a glob, sorted, with their scheme.

    Raises NoDriver, or whatever the driver raises.
    """
    system, inside = _system_of(given)
    if is_web(given):
        return [given]
    if has_magic(inside):
        matches = system.glob(inside, detail=True).items()
        root = len(re.split(r"[*?\[]", inside, maxsplit=1)[0])
        found = [path for path, info in matches if info["type"] == "file" and "/." not in path[root - 1 :]]
    elif system.isdir(inside):
        # Hidden files, and the marks that engines leave beside their parts.
        found = [path for path in system.find(inside) if not re.search(r"/[._]", path[len(inside) :])]
    else:
        return [given]
    return sorted(system.unstrip_protocol(path) for path in found)


def opened(path: str) -> io.BufferedReader:
    """The bytes of a file; they can be entered anywhere where the store allows it. Raises NoDriver, or whatever the driver raises."""
    system, inside = _system_of(path)
    return io.BufferedReader(_Stored(system.open(inside, "rb")), 1 << 16)


def size_and_state(path: str) -> tuple[int, str]:
    """The size in bytes, 0 where the store does not tell it, and what changes when the file does."""
    system, inside = _system_of(path)
    info = system.info(inside)
    return int(info.get("size") or 0), next((str(info[key]) for key in _STATES if info.get(key)), "")


def identity_of(path: str) -> str:
    """The same for every way to write the path of a file."""
    system, inside = _system_of(path)
    return str(system.unstrip_protocol(inside))


class _Stored(io.RawIOBase):
    """A file of any driver as a raw stream of Python's."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return bool(self._file.seekable())

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return int(self._file.seek(offset, whence))

    def tell(self) -> int:
        return int(self._file.tell())

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk = self._file.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def close(self) -> None:
        self._file.close()
        super().close()


def _system_of(path: str) -> tuple[Any, str]:
    scheme = path.partition("://")[0]
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise NoDriver(f"{scheme}:// needs fsspec: pip install 'runut[batch]'") from None
    try:
        system, inside = url_to_fs(path)
    except ImportError as error:
        raise NoDriver(f"{scheme}:// needs a package that is not installed: {error}") from None
    except ValueError as error:
        raise NoDriver(f"no place that is known: {error}") from None
    return system, inside
