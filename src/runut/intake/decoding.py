"""Bytes as text: UTF-8 with or without its mark, UTF-16, UTF-32, and windows-1252 for every byte that is no UTF-8."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# UTF-16 without its mark: of Latin text nearly every other byte is NUL. The share of NUL at even or at odd places.
MOSTLY_NUL = 0.4
# Text has hardly any control characters; of compressed and compiled files one byte in ten or more is one, and they are no UTF-8.
MAX_CONTROL = 0.02
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f")) + b"\x7f"

_KINDS = (
    (b"%PDF-", "a PDF; save its text as .txt"),
    (b"PK\x03\x04", "a zip archive or an Office document; unpack it, or save it as .txt or .csv"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as .txt or .csv"),
    (b"{\\rtf", "a rich-text document; save it as .txt"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip file inside a gzip file; unpack it once"),
    (b"BZh91AY&SY", "a bzip2 file; unpack it"),
    (b"\xfd7zXZ", "an xz file; unpack it"),
    (b"(\xb5/\xfd", "a zstd file; unpack it"),
    (b"SQLite format 3", "a database"),
)
# A tar archive begins with the name of its first file; the mark stands behind it.
_TAR, _TAR_AT = b"ustar", 257

STRAY = "runut-windows-1252"
"""The error handler that reads bytes which are no UTF-8 as windows-1252, as browsers do: nothing is lost."""


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    # The five bytes that windows-1252 leaves open are control characters in the WHATWG's table.
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in stray), error.end


codecs.register_error(STRAY, _read_stray)


def describe_binary(head: bytes) -> str | None:
    """What kind of file that is no text starts with `head`; None for text."""
    for magic, kind in _KINDS:
        if head.startswith(magic):
            return kind
    if head.startswith(_TAR, _TAR_AT) and b"\0" in head[:_TAR_AT]:
        return "a tar archive; unpack it"
    if not guess_encoding(head).startswith("utf-8"):
        return None
    return None if _is_utf8(head) or _is_text(head) else "a binary file"


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def guess_encoding(head: bytes) -> str:
    """The encoding of a text that starts with `head`, by its mark or, for UTF-16, by its NUL bytes; else UTF-8."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    for high, encoding in ((head[1::2], "utf-16-le"), (head[0::2], "utf-16-be")):
        if high.count(0) > MOSTLY_NUL * len(high) and _is_text(head.decode(encoding, "replace").encode()):
            return encoding
    return "utf-8"


def _is_text(data: bytes) -> bool:
    return len(data.translate(None, _CONTROL)) >= len(data) * (1 - MAX_CONTROL)


def errors_of(encoding: str) -> str:
    """The error handler for an encoding: stray bytes can be read in UTF-8 only."""
    return STRAY if encoding.startswith("utf-8") else "strict"


def decode(data: bytes) -> str:
    """All of a text, without the byte order mark; raises UnicodeDecodeError for broken UTF-16 or UTF-32 only."""
    encoding = guess_encoding(data[:4096])
    return data.decode(encoding, errors_of(encoding))
