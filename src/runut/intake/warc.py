"""Web archives (WARC, plain or packed with gzip record by record, as CC-NEWS is), by FastWARC: a page a record."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from typing import Any, Literal
from urllib.parse import urlsplit

from runut.intake import files, html
from runut.intake.files import MAX_PAGE_BYTES, MIB, File, Unreadable
from runut.intake.units import Capture
from runut.model import Article, Skipped

MAGIC = files.BINARY["warc"]
_GZIP = b"\x1f\x8b\x08"
# After a broken stretch the next whole record is looked for so often in a file.
MAX_BROKEN = 100
# Deflate packs at most 1,032 to one, so this much unpacks to 64 MiB at most.
_STEP = 1 << 16
_HTML = ("text/html", "application/xhtml+xml")
_ASIDE = "passed over"


def split(file: File) -> Iterator[Capture | Article | Skipped]:
    """Every archived page, not yet read, called `path#N`: the Nth record of the file, all kinds counted.

    What is no page by its kind (requests, metadata, `robots.txt`, DNS answers) is passed over; what stands in the place of a
    page is `Skipped`, also the same answer from the same address once more. After a broken stretch it goes on with the next
    whole record. Where records cannot be entered (standard input, a file packed as a whole) the pages are read at once.
    """
    kinds = _kinds()
    with nullcontext(file.stream) if file.path == files.STDIN else files.raw(file.path) as raw:
        enterable = file.path != files.STDIN and (not file.packed or _is_packed_by_record(raw))
        seen: dict[tuple[str, str], int] = {}
        number = 0
        for record in _records(raw if enterable else _Onward(file.stream), enterable):
            number += 1
            source = f"{file.source}#{number}"
            why = record if isinstance(record, str) else kinds.get(int(record.record_type), kinds[-1])
            if why == _ASIDE or (not why and _is_aside(record)):
                continue
            if why:
                yield Skipped(source=source, reason=why)
                continue
            if digest := record.headers.get("WARC-Payload-Digest"):
                first = seen.setdefault((_address(record), digest), number)
                if first != number:
                    yield Skipped(source=source, reason=f"given twice: the same page as record {first}")
                    continue
            if enterable:
                file.position.at = record.stream_pos
                yield Capture(source, file.path, record.stream_pos)
            else:
                yield _read_one(record, source)
        if not number:
            yield Skipped(source=file.source, reason="no record in it")


def read(units: Sequence[Capture]) -> Iterator[Article | Skipped]:
    """The articles of pages of one file, in their order; the file is opened once. Raises what opening it raises."""
    from fastwarc.warc import ArchiveIterator

    with files.raw(units[0].path) as raw:
        for unit in units:
            raw.seek(unit.offset)
            try:
                record = next(iter(ArchiveIterator(raw, parse_http=False, fsspec_args=False)))
            except (OSError, StopIteration) as error:
                yield Skipped(source=unit.source, reason=f"cannot be read: {error or 'it is not there any more'}")
            else:
                yield _read_one(record, unit.source)


class _Onward:
    """A stream that can only be read on, for a reader that asks where it is."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        self._at += len(chunk)
        return chunk

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self.read(offset - (self._at if whence == io.SEEK_SET else 0))
        return self._at


def _read_one(record: Any, source: str) -> Article | Skipped:
    try:
        return _article(record, source)
    except Unreadable as error:
        return Skipped(source=source, reason=str(error))
    except OSError as error:
        return Skipped(source=source, reason=f"cannot be read: {error}")
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # one page never stops the rest; parsers in Rust panic outside of Exception
        return Skipped(source=source, reason=f"could not be read: {type(error).__name__}: {error}")


def _article(record: Any, source: str) -> Article | Skipped:
    size = int(record.content_length)
    if size > MAX_PAGE_BYTES:
        raise Unreadable(f"larger than {MAX_PAGE_BYTES // MIB} MiB")
    block = record.reader.read()
    if len(block) < size or not size:
        raise Unreadable("the archive is cut off in it")
    charset = None
    if record.is_http:
        status, kind, charset, data = _answer(block)
        if status != 200:
            raise Unreadable(f"no page: the server answered {status}")
    else:
        kind, data = (record.headers.get("Content-Type") or "").partition(";")[0], block
    kind = kind.strip().lower()
    if kind and kind not in _HTML:
        raise Unreadable(f"no page: {kind}")
    if len(data) > MAX_PAGE_BYTES:
        raise Unreadable(f"unpacks to more than {MAX_PAGE_BYTES // MIB} MiB")
    if not data.strip():
        raise Unreadable("an empty page")
    return html.read_page(data, source, url=_address(record), charset=charset)


def _answer(block: bytes) -> tuple[int, str, str | None, bytes]:
    """The status of an HTTP answer, its type, its code page and its body, unpacked; as it stands where it is not packed as it says."""
    try:
        record = _parsed(block, "all")
        body = b""
        while len(body) <= MAX_PAGE_BYTES and (chunk := record.reader.read(MIB)):
            body += chunk
    except OSError:
        record = _parsed(block, "none")
        body = record.reader.read()
        if not body.lstrip().startswith(b"<"):
            raise
    return record.http_headers.status_code, record.http_content_type or "", record.http_charset, body


def _parsed(block: bytes, unpacked: Literal["none", "all"]) -> Any:
    from fastwarc.warc import WarcRecord

    record = WarcRecord()
    record.set_bytes_content(block)
    record.is_http = True
    record.parse_http(auto_decode=unpacked)
    return record


def _address(record: Any) -> str:
    """The address that was asked for; older crawlers put it between angle brackets."""
    return (record.headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")


def _is_aside(record: Any) -> bool:
    """Whether it is what crawlers fetch besides pages."""
    address = _address(record)
    return address.startswith("dns:") or urlsplit(address).path == "/robots.txt"


def _kinds() -> dict[int, str]:
    """By a record's kind, why it gives no article; nothing for the two kinds that hold pages. At -1, for any other kind."""
    try:
        from fastwarc.warc import WarcRecordType as Kind
    except ImportError:
        raise Unreadable("a web archive needs fastwarc: pip install 'runut[batch]'") from None
    return {
        int(Kind.response): "",
        int(Kind.resource): "",
        int(Kind.warcinfo): _ASIDE,
        int(Kind.request): _ASIDE,
        int(Kind.metadata): _ASIDE,
        int(Kind.revisit): "a revisit: the page stands where it was archived first",
        int(Kind.conversion): "text made of a page, not the page itself: give the WARC file, not the WET file",
        int(Kind.continuation): "a page in several records, which are not put together here",
        -1: "a record of no kind that is known",
    }


def _records(raw: Any, enterable: bool) -> Iterator[Any]:
    """The records in order, and for a broken stretch the reason in words; raises Unreadable where the file breaks off."""
    from fastwarc.warc import ArchiveIterator

    at, broken, told = 0, 0, False
    while True:
        if enterable:
            raw.seek(at)
        record = None
        try:
            for record in ArchiveIterator(raw, parse_http=False, fsspec_args=False):
                at, told = record.stream_pos, False
                yield record
        except OSError as error:
            broken += 1
            if not told:
                yield f"the archive is broken from here on to the next whole record: {error}"
            told = True
            found = _next_record(raw, at + 1) if enterable and broken < MAX_BROKEN else None
            if found is None:
                return
            at = found
        else:
            if enterable and record is not None and _is_cut_off(raw, at):
                raise Unreadable("the archive is cut off")
            return


def _next_record(raw: Any, at: int) -> int | None:
    """Where the next record begins, from `at` on."""
    raw.seek(at)
    before = b""
    while chunk := raw.read(_STEP):
        window = before + chunk
        begin = at - len(before)
        found = -1
        while (found := _find_start(window, found + 1)) >= 0:
            if window[found:].startswith(MAGIC) or _unpacks_to_record(window[found : found + 1024]):
                return begin + found
        at += len(chunk)
        before = window[-1024:]
    return None


def _find_start(window: bytes, at: int) -> int:
    places = [place for magic in (_GZIP, MAGIC) if (place := window.find(magic, at)) >= 0]
    return min(places, default=-1)


def _unpacks_to_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(packed, 16).startswith(MAGIC)
    except zlib.error:
        return False


def _is_packed_by_record(raw: Any) -> bool:
    """Whether the first member of a gzip file ends after one record of a usual size; leaves the file where it begins."""
    unpacker = zlib.decompressobj(31)
    raw.seek(0)
    unpacked = b""
    while len(unpacked) < MIB and not unpacker.eof and (chunk := raw.read(1 << 14)):
        unpacked += unpacker.decompress(chunk, MIB)
    raw.seek(0)
    return unpacker.eof and unpacked.count(b"\r\nWARC-Type:") == 1


def _is_cut_off(raw: Any, at: int) -> bool:
    """Whether the file ends inside its last record, which begins at `at`."""
    raw.seek(at)
    if raw.read(3) == _GZIP:
        raw.seek(at)
        while chunk := raw.read(_STEP):
            unpacker = zlib.decompressobj(31)
            while True:
                unpacker.decompress(chunk)
                if unpacker.eof:
                    break
                if not (chunk := raw.read(_STEP)):
                    return True
            raw.seek(-len(unpacker.unused_data), io.SEEK_CUR)
        return False
    from fastwarc.warc import ArchiveIterator

    raw.seek(at)
    record = next(iter(ArchiveIterator(raw, parse_http=False, fsspec_args=False)))
    return int(record.consume()) < int(record.content_length) or not record.content_length
