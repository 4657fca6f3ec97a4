"""A mail, or a page that a browser saved as one file (MHTML): its HTML, else its plain text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from email import errors, message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from itertools import pairwise

from runut.intake import articles, decoding, html, records
from runut.intake.files import MAX_PAGE_BYTES, File, Unreadable
from runut.model import Article, Skipped

# How every browser's saved page in one file begins, whatever its name.
SAVED = b"From: <Saved by"
# A mail from many lists has some hundred lines of headers.
MOST_HEADER_LINES = 1_000
# The time that the library takes for a header grows faster than its length. No subject or type is longer (characters).
LONGEST_HEADER = 4_000
# Each part is kept as an object of some kilobytes; a page saved with all its images has some hundreds.
MOST_PARTS = 20_000
# Every line is held against the boundaries of all parts that it stands in: so many times takes some seconds. A page with 20 MiB of images
# has a million.
MOST_LINES_HELD = 10_000_000

_BOUNDARY = re.compile(rb"boundary", re.I)
_HEADER = re.compile(r"(?P<name>[!-9;-~]{1,76}):")
# One of these every mail has that anything but plain ASCII was sent in.
_MARKS = frozenset({"mime-version", "content-type", "content-transfer-encoding", "message-id"})
# What tells a mail in a file that is called a text from a news text, be its first lines like headers: all of the first, one of the others;
# or all that a mail shows when it is saved as text.
_SENT, _PACKED, _LEAST_HEADERS = frozenset({"from"}), frozenset({"mime-version", "content-transfer-encoding"}), 3
_SHOWN = frozenset({"from", "subject", "date"})
_FORWARDED = "message/rfc822"
_BROKEN = (errors.InvalidBase64LengthDefect, errors.InvalidBase64CharactersDefect)


class _Policy(EmailPolicy):
    """The library's own, for headers of any length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_HEADER]


_POLICY = _Policy()


def is_mail(head: str) -> bool:
    """Whether a text begins with a mail's headers and nothing else."""
    names, _ = _headers(head)
    return not names.isdisjoint(_MARKS)


def is_sent(head: str) -> bool:
    """Whether a text, whatever its file is called, begins as nothing but a mail does, up to an empty line.

    That is who sent it and how it is packed, or who sent what when.
    """
    names, ended = _headers(head)
    packed = names >= _SENT and not names.isdisjoint(_PACKED) and len(names) >= _LEAST_HEADERS
    return ended and (packed or names >= _SHOWN)


def _headers(head: str) -> tuple[set[str], bool]:
    """The names of the headers that a text begins with, none where other lines stand among them; whether an empty line ends them."""
    names: set[str] = set()
    for line in head.removeprefix("\ufeff").splitlines()[:MOST_HEADER_LINES]:
        if not line:
            return names, True
        if line[0] not in " \t":
            header = _HEADER.match(line)
            if header is None:
                return set(), False
            names.add(header["name"].lower())
    return names, False


def is_box(head: str) -> bool:
    """Whether a text begins as a file of several mails does (mbox)."""
    first, _, rest = head.partition("\n")
    return first.startswith("From ") and is_mail(rest)


def read(file: File) -> Iterator[Article | Skipped]:
    """The article of a mail, and a `Skipped` beside it where it is cut off or holds another. Raises Unreadable for what no mail is like."""
    try:
        mail = _parsed(_unmarked(file.read(MAX_PAGE_BYTES)))
        yield _article(mail, file.source)
    except RecursionError:
        raise Unreadable("its parts or headers are nested too deep") from None
    if any(part.get_content_type() == _FORWARDED for part in mail.walk()):
        yield Skipped(source=file.source, reason="a mail attached to it was passed over; save it as a file of its own")
    if any(isinstance(d, errors.CloseBoundaryNotFoundDefect) for part in mail.walk() for d in part.defects):
        yield Skipped(source=file.source, reason="the mail is cut off; what stood before was read")


def _unmarked(data: bytes) -> bytes:
    """A mail without the byte order mark that an editor put before it, in the bytes that mails are made of."""
    encoding = decoding.guess_encoding(data[:4096])
    if encoding == "utf-8-sig":
        return data.removeprefix(codecs.BOM_UTF8)
    return data.decode(encoding).encode() if encoding.startswith(("utf-16", "utf-32")) else data


def _parsed(data: bytes) -> EmailMessage:
    if data.count(b"\n--") > MOST_PARTS:
        raise Unreadable(f"more than {MOST_PARTS:,} parts: no mail")
    lines = max(data.count(b"\n"), data.count(b"\r"))
    if lines * (1 + len(_BOUNDARY.findall(data))) > MOST_LINES_HELD:
        raise Unreadable("more lines, in more parts, than any mail has")
    return message_from_bytes(data, policy=_POLICY)  # type: ignore[arg-type]  # at run time it makes what its parent does


def _article(mail: EmailMessage, source: str) -> Article | Skipped:
    """The article of the HTML, else of the plain text. A mail's sender is no outlet, and its date is not when a report came out."""
    found: Article | Skipped = Skipped(source=source, reason="no text in the mail; give what is attached to it")
    for kind in ("html", "plain"):
        part = mail.get_body(preferencelist=(kind,))
        if part is None:
            continue
        data = _content(part)
        if kind == "html":
            found = html.read_page(data, source, charset=part.get_content_charset())
        else:
            found = articles.make(source, _unfolded(html.decode(data, part.get_content_charset()), part))
        if isinstance(found, Article):
            return replace(found, title=found.title or _subject(mail), url=found.url or _address(mail, part))
    return found


def _content(part: MIMEPart) -> bytes:
    """The bytes of a part without what packed them for the mail; raises Unreadable where they cannot be had."""
    data = part.get_payload(decode=True)
    if any(isinstance(defect, _BROKEN) for defect in part.defects):
        raise Unreadable("the mail's base64 is broken")
    return data if isinstance(data, bytes) else b""


def _unfolded(text: str, part: MIMEPart) -> str:
    """A plain text whose lines were folded for sending (`format=flowed`, RFC 3676) as it was written; any other as it stands."""
    if str(part.get_param("format")).lower() != "flowed":
        return text
    joint = "" if str(part.get_param("delsp")).lower() == "yes" else " "
    lines = [line.removeprefix(" ") for line in text.split("\n")]
    pieces = [_ended(line, after, joint) for line, after in pairwise([*lines, ""])]
    return "".join(pieces).removesuffix("\n")


def _ended(line: str, after: str, joint: str) -> str:
    """A line with what parts it from the next: nothing but `joint` where it was folded. A signature's mark and what is quoted are not."""
    bare = line.removesuffix("\r")
    is_folded = bare.endswith(" ") and bare != "-- " and not bare.startswith(">")
    return f"{bare[:-1]}{joint}" if is_folded and after.strip() and not after.startswith(">") else f"{line}\n"


def _subject(mail: EmailMessage) -> str | None:
    return articles.line(str(mail.get("subject", "")))


def _address(mail: EmailMessage, part: MIMEPart) -> str | None:
    """Where a saved page stood."""
    said = (mail.get("snapshot-content-location"), part.get("content-location"))
    return next((url for value in said if value and (url := records.read_url(str(value)))), None)
