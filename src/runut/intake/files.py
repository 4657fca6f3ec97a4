"""Finding and opening files: folders, globs, standard input, gzip, each within limits."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from glob import glob, has_magic
from typing import Protocol

from runut.intake import decoding, remote
from runut.intake.articles import writable
from runut.model import Skipped

STDIN = "-"
MIB = 1 << 20
# What is looked at to tell a format: the first record of nearly any file.
HEAD_BYTES = 1 << 18
# A saved page with all its images inside has some 20 MiB; a text of this size is no article, a list of records may be.
MAX_PAGE_BYTES = 64 * MIB
MAX_DOCUMENT_BYTES = 256 * MIB
# One line of JSON Lines, or one row of a table, in characters.
MAX_LINE = 32 * MIB
# Deflate packs at most 1,032 to one and scraped news 3 to 10 to one; past the first mebibytes more than this is a bomb.
MAX_GZIP_RATIO, GZIP_GRACE_BYTES = 200, 2 * MIB

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".eml": "mail",
    ".mhtml": "mail",
    ".mht": "mail",
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".csv": "table",
    ".tsv": "table",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".warc": "warc",
}
BINARY = {"parquet": b"PAR1", "warc": b"WARC/"}
"""Formats that are no text, and how their files begin."""
PAGES = ("text", "html", "mail")
"""Formats of which a web address is not fetched: one page at a time is a browser's work."""


class Unreadable(Exception):
    """A file that cannot be read on; its message is the reason, `data` what `File.read` had read of it."""

    data = b""


class _Reader(Protocol):
    def read1(self, size: int = ..., /) -> bytes: ...


@dataclass(slots=True)
class Position:
    """How many bytes of a file, as it lies there, have been read."""

    at: int = 0


class _Joined(io.RawIOBase):
    """Bytes already read, then the rest of their stream; counts what it gave."""

    def __init__(self, head: bytes, rest: _Reader, position: Position) -> None:
        self._head, self._rest, self._position = head, rest, position

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk = self._head[: len(buffer)] if self._head else self._rest.read1(len(buffer))
        self._head = self._head[len(chunk) :]
        buffer[: len(chunk)] = chunk
        self._position.at += len(chunk)
        return len(chunk)


class _Unpacked(io.RawIOBase):
    """A gzip stream unpacked, but not when it unpacks to far more than news do."""

    def __init__(self, packed: _Joined, position: Position) -> None:
        self._position, self.count = position, 0
        self._unpacked = gzip.GzipFile(fileobj=io.BufferedReader(packed))
        self._failure: str | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk = b""
        if self._failure is None:
            try:
                chunk = self._unpacked.read1(len(buffer))
            except EOFError:
                self._failure = "the gzip file is cut off"
            except (OSError, zlib.error) as error:
                self._failure = f"the gzip file is broken: {error}"
        if self._failure is not None:
            raise Unreadable(self._failure)
        buffer[: len(chunk)] = chunk
        self.count += len(chunk)
        if self.count > GZIP_GRACE_BYTES and self.count > MAX_GZIP_RATIO * self._position.at:
            raise Unreadable(
                f"the gzip file unpacks to more than {MAX_GZIP_RATIO} times its size: no news are packed so"
            )
        return len(chunk)


@dataclass(frozen=True, slots=True)
class File:
    """An open file: how it is called in findings, where it lies, its suffix without `.gz`, its first bytes, and all its bytes unpacked
    as a stream; whether they were packed, and how far it has been read."""

    source: str
    path: str
    suffix: str
    packed: bool
    head: bytes
    stream: io.BufferedReader
    position: Position

    def read(self, limit: int) -> bytes:
        """All bytes; raises Unreadable when there are more than `limit`, or they break off."""
        data, failure = _gather(self.stream, limit + 1)
        if failure is not None:
            failure.data = data
            raise failure
        if len(data) > limit:
            raise Unreadable(f"larger than {limit // MIB} MiB")
        return data

    def lines(self) -> Iterator[str | None]:
        """The lines with their ends as they stand; None for one longer than MAX_LINE, which is passed over."""
        encoding = decoding.guess_encoding(self.head)
        text = io.TextIOWrapper(self.stream, encoding, decoding.errors_of(encoding), newline="")
        while line := text.readline(MAX_LINE):
            if len(line) < MAX_LINE or line[-1] in "\r\n":
                yield line
                continue
            while (rest := text.readline(MAX_LINE)) and rest[-1] not in "\r\n":
                pass
            yield None


def _gather(stream: _Reader, limit: int) -> tuple[bytes, Unreadable | None]:
    """At most `limit` bytes, and what stopped the reading short of the end."""
    chunks: list[bytes] = []
    size = 0
    try:
        while size < limit and (chunk := stream.read1(min(MIB, limit - size))):
            chunks.append(chunk)
            size += len(chunk)
    except Unreadable as failure:
        return b"".join(chunks), failure
    return b"".join(chunks), None


def find(given: str) -> Iterator[str | Skipped]:
    """The files that a path, folder or glob names, folders in sorted order; what is no file Runut reads is `Skipped`."""
    if remote.is_remote(given):
        yield from _find_remote(given)
    elif os.path.isdir(given):
        yield from _walk(given)
    elif os.path.lexists(given):
        yield given
    elif has_magic(given):
        matches = sorted(glob(given, recursive=True))
        if not matches:
            yield Skipped(source=writable(given), reason="no file matches")
        for match in matches:
            if not os.path.isdir(match):
                yield match
            elif "**" not in given:  # which itself gives what is in folders
                yield from _walk(match)
    else:
        yield Skipped(source=writable(given), reason="no such file or folder")


def _find_remote(given: str) -> Iterator[str | Skipped]:
    if remote.is_web(given) and SUFFIXES.get(suffix_of(given), "html") in PAGES:
        yield Skipped(
            source=writable(given),
            reason="an address: pages are not fetched here; save the page and give the file, or use runut add",
        )
        return
    try:
        found = remote.find(given)
    except remote.NoDriver as error:
        yield Skipped(source=writable(given), reason=str(error))
    except Exception as error:  # drivers raise what they like
        yield Skipped(source=writable(given), reason=f"cannot be opened: {type(error).__name__}: {error}")
    else:
        if not found:
            yield Skipped(source=writable(given), reason="no file matches")
        for path in found:
            yield path if path == given or suffix_of(path) in SUFFIXES else _unknown(path)


def _walk(top: str) -> Iterator[str | Skipped]:
    """A folder's files, without hidden ones and without the `page_files` folder that a browser saves beside `page.html`."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):
            yield path if suffix_of(path) in SUFFIXES else _unknown(path)
            continue
        try:
            names = os.listdir(path)
        except OSError as error:
            yield Skipped(source=writable(path), reason=f"the folder cannot be opened: {error.strerror or error}")
            continue
        pages = {os.path.splitext(name)[0] for name in names if suffix_of(name) in (".html", ".htm")}
        kept = [name for name in names if name[0] != "." and not (name.endswith("_files") and name[:-6] in pages)]
        if not kept:
            yield Skipped(source=writable(path), reason="an empty folder")
        inside = [os.path.join(path, name) for name in sorted(kept, reverse=True)]
        waiting += [p for p in inside if not (os.path.islink(p) and os.path.isdir(p))]


def _unknown(path: str) -> Skipped:
    return Skipped(source=writable(path), reason=f"no format that is read here ({suffix_of(path) or 'no suffix'})")


def suffix_of(path: str) -> str:
    """The suffix that tells the format, in small letters and without `.gz`."""
    return os.path.splitext(remote.name_of(path).lower().removesuffix(".gz"))[1]


def form_of(suffix: str, head: bytes) -> str | None:
    """The format by the suffix, else, for one that is no text, by how a file begins."""
    return SUFFIXES.get(suffix) or next((form for form, magic in BINARY.items() if head.startswith(magic)), None)


def identity_of(path: str) -> str:
    """The same for every way to write the path of a file."""
    if path == STDIN:
        return STDIN
    return remote.identity_of(path) if remote.is_remote(path) else os.path.realpath(path)


def size_and_state(path: str) -> tuple[int, str]:
    """The size of a file in bytes, and a string that changes when the file does; 0 and nothing where that is not told."""
    try:
        if remote.is_remote(path):
            return remote.size_and_state(path)
        told = os.stat(path)
    except Exception:  # it may be gone, or its store may not answer: reading it will say so
        return 0, ""
    return told.st_size, str(told.st_mtime_ns)


@contextmanager
def raw(path: str) -> Iterator[io.BufferedReader]:
    """The bytes of a file as they lie there; they can be entered anywhere. Raises OSError, or Unreadable with the reason."""
    if not remote.is_remote(path):
        with open(path, "rb") as file:
            yield file
        return
    try:
        file = remote.opened(path)
    except remote.NoDriver as error:
        raise Unreadable(str(error)) from None
    with file:
        yield file


@contextmanager
def opened(path: str, position: Position | None = None) -> Iterator[File]:
    """The file, unpacked where it is gzip; raises OSError, or Unreadable with the reason for what is no text."""
    with nullcontext(sys.stdin.buffer) if path == STDIN else raw(path) as given:
        magic = given.read(2)
        position = position or Position()
        joined = _Joined(magic, given, position)  # type: ignore[arg-type]
        packed = magic == b"\x1f\x8b"
        stream = io.BufferedReader(_Unpacked(joined, position) if packed else joined)
        head, failure = _gather(stream, HEAD_BYTES)
        if not head:
            raise failure or Unreadable("the file is empty")
        suffix = "" if path == STDIN else suffix_of(path)
        if form_of(suffix, head) not in BINARY and (kind := decoding.describe_binary(head)):
            raise Unreadable(f"not text: {kind}")
        whole: io.BufferedReader = io.BufferedReader(_Joined(head, stream, Position()))
        yield File(writable(path), path, suffix, packed, head, whole, position)
