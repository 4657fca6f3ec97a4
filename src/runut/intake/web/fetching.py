"""Fetching the pages of links: politely, within limits, and from the public internet only."""

from __future__ import annotations

import ssl
import threading
import time
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from queue import Empty, SimpleQueue

import httpcore
import httpx

from runut._version import __version__
from runut.intake import decoding
from runut.intake.web import addresses, robots
from runut.intake.web.addresses import Link, Resolver
from runut.intake.web.connecting import Backend, Deadline
from runut.intake.web.refusing import Refused
from runut.intake.web.robots import Robots

PRODUCT = "Runut"
USER_AGENT = f"{PRODUCT}/{__version__}"
MB = 1_000_000

PAGES = ("text/html", "application/xhtml+xml")
TEXTS = ("text/plain",)

_REDIRECTS = (301, 302, 303, 307, 308)
_REFUSALS = {401: "needs_login", 402: "needs_login", 403: "forbidden", 451: "forbidden", 404: "gone", 410: "gone"} | {
    429: "busy",
    503: "busy",
}
# What a host that cannot be asked for robots.txt cannot be asked for a page either: the reason is better told as it is.
_OF_THE_HOST = frozenset({"private", "no_such_host", "no_answer", "tls", "slow", "stopped", "port"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long, how much and how often: seconds to connect, between two pieces of an answer, for the whole of it and for robots.txt;
    bytes of a page once unpacked; redirects followed; hosts asked at a time; seconds between two pages of one host."""

    connect: float = 8.0
    silence: float = 12.0
    total: float = 30.0
    robots: float = 12.0
    size: int = 5 * MB
    redirects: int = 5
    hosts: int = 8
    delay: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page: the link as given and where it led to in the end, its bytes unpacked, what its server called it, and when (ISO, UTC)."""

    url: str
    final_url: str
    body: bytes
    content_type: str
    fetched_at: str

    @property
    def kind(self) -> str:
        """The content type without its parameters, in small letters."""
        return self.content_type.partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that its server names."""
        for part in self.content_type.split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip().strip("\"'") or None
        return None


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of one request; the body is empty where the status is no success."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class _Gate:
    """One host: who asks it now, and when it may be asked again."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0


class Fetcher:
    """Fetches the pages of one run: what hosts ask of programs is looked up once, and each host is asked one thing at a time.

    `allow_private` lets addresses inside private networks and any port be asked, for servers of one's own. `resolver` and `network` are
    what names and connections are asked of. May be used from several threads.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        allow_private: bool = False,
        resolver: Resolver = addresses.ask_system,
        network: httpcore.NetworkBackend | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._allow_private = allow_private
        self._resolver = resolver
        self._network = network or httpcore.SyncBackend()
        self._gates: dict[str, _Gate] = {}
        self._rules: dict[str, Robots | Refused] = {}
        self._lock = threading.Lock()

    def fetch(self, url: str, *, cancelled: Callable[[], bool] = lambda: False) -> Fetched:
        """The page of a link, its redirects followed; raises Refused with the reason where there is none to be had."""
        link = addresses.read_link(url, any_port=self._allow_private)
        seconds, hosts = self.limits.total, list[str]()
        for _ in range(self.limits.redirects + 1):
            with self._turn(link.host, cancelled, at_once=link.host in hosts):
                hosts.append(link.host)
                if not self._robots(link, cancelled).allows(link.target):
                    raise Refused("robots", host=link.host)
                began = time.monotonic()
                answer = self._ask(link, Deadline(seconds, cancelled), whole=True)
                seconds -= time.monotonic() - began
            if answer.status in _REDIRECTS:
                link = self._led_on(link, answer)
                continue
            if answer.status not in (200, 203):
                raise Refused(_REFUSALS.get(answer.status, "status"), host=link.host, status=answer.status)
            return self._page(url.strip(), link, answer)
        raise Refused("redirects", most=self.limits.redirects)

    def fetch_each(
        self, urls: Iterable[str], *, cancelled: Callable[[], bool] = lambda: False
    ) -> Generator[tuple[str, Fetched | Refused], None, None]:
        """Each link, once, with its page or the reason why there is none, in the order in which they come.

        Several hosts are asked at a time, each for one page after the other. Once `cancelled`, or closed, no further page is asked for.
        """
        waiting: dict[str, list[str]] = {}
        total = 0
        for url in dict.fromkeys(url.strip() for url in urls):
            total += 1
            waiting.setdefault(self._host_of(url), []).append(url)
        queues, results = SimpleQueue[list[str]](), SimpleQueue[tuple[str, Fetched | Refused]]()
        for of_one_host in waiting.values():
            queues.put(of_one_host)
        closed = threading.Event()

        def stop() -> bool:
            return closed.is_set() or cancelled()

        def work() -> None:
            while True:
                try:
                    of_one_host = queues.get_nowait()
                except Empty:
                    return
                for url in of_one_host:
                    results.put((url, self._tried(url, stop)))

        threads = [threading.Thread(target=work) for _ in range(min(self.limits.hosts, len(waiting)))]
        for thread in threads:
            thread.start()
        try:
            for _ in range(total):
                yield results.get()
        finally:
            closed.set()
            for thread in threads:
                thread.join()

    def _tried(self, url: str, cancelled: Callable[[], bool]) -> Fetched | Refused:
        if cancelled():
            return Refused("stopped")
        try:
            return self.fetch(url, cancelled=cancelled)
        except Refused as error:
            return error
        except Exception as error:  # one link never stops the rest
            return Refused("broken", host=self._host_of(url), detail=f"{type(error).__name__}: {error}")

    def _host_of(self, url: str) -> str:
        try:
            return addresses.read_link(url, any_port=True).host
        except Refused:
            return ""

    @contextmanager
    def _turn(self, host: str, cancelled: Callable[[], bool], *, at_once: bool) -> Iterator[None]:
        """Nobody else asks the host meanwhile, and it has rested since it was asked; not where it just led on to itself, `at_once`."""
        with self._lock:
            gate = self._gates.setdefault(host, _Gate())
        while not gate.lock.acquire(timeout=0.25):
            if cancelled():
                raise Refused("stopped")
        try:
            while not at_once and (rest := gate.free_at - time.monotonic()) > 0:
                if cancelled():
                    raise Refused("stopped")
                time.sleep(min(rest, 0.25))
            yield
        finally:
            gate.free_at = max(gate.free_at, time.monotonic() + self.limits.delay)
            gate.lock.release()

    def _robots(self, link: Link, cancelled: Callable[[], bool]) -> Robots:
        """What the link's host asks of programs; its turn is held. Raises Refused where that cannot be known."""
        known = self._rules.get(link.origin)
        if known is None:
            try:
                known = self._asked_robots(link, Deadline(self.limits.robots, cancelled))
            except Refused as error:
                if error.key == "stopped":
                    raise
                known = error
            self._rules[link.origin] = known
        if isinstance(known, Refused):
            raise known
        if known.delay > self.limits.delay:
            self._gates[link.host].free_at = time.monotonic() + known.delay
        return known

    def _asked_robots(self, link: Link, deadline: Deadline) -> Robots:
        at = addresses.follow(link, "/robots.txt", any_port=self._allow_private)
        for _ in range(self.limits.redirects + 1):
            try:
                answer = self._ask(at, deadline, whole=False)
                if answer.status in _REDIRECTS:
                    at = self._led_on(at, answer)
                    continue
            except Refused as error:
                if error.key == "stopped" or (at.origin == link.origin and error.key in _OF_THE_HOST):
                    raise
                raise Refused("robots_unknown", host=link.host, detail=str(error)) from None
            if answer.status >= 500 or answer.status == 429:
                raise Refused("robots_unknown", host=link.host, detail=f"robots.txt: answer {answer.status}")
            return robots.read(answer.body, PRODUCT) if 200 <= answer.status < 300 else Robots()
        return Robots()  # as where there is none, by the RFC

    def _led_on(self, link: Link, answer: _Answer) -> Link:
        location = answer.headers.get("location", "")
        if not location:
            raise Refused("redirect_nowhere", host=link.host)
        return addresses.follow(link, location, any_port=self._allow_private)

    def _page(self, url: str, link: Link, answer: _Answer) -> Fetched:
        page = Fetched(
            url=url,
            final_url=link.text,
            body=answer.body,
            content_type=answer.headers.get("content-type", ""),
            fetched_at=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        )
        if page.kind not in ("", *PAGES, *TEXTS):
            raise Refused("kind", kind=page.kind)
        if not page.body.strip():
            raise Refused("empty", host=link.host)
        if (binary := decoding.describe_binary(page.body[:4096])) is not None:
            raise Refused("kind", kind=binary.partition(";")[0])
        return page

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return httpx.create_ssl_context()

    def _ask(self, link: Link, deadline: Deadline, *, whole: bool) -> _Answer:
        """One request. The body is at most as long as the limit: more is refused, or cut off where the `whole` is not needed."""
        timeout = {"connect": self.limits.connect, "read": self.limits.silence, "write": self.limits.silence}
        headers: dict[bytes | str, bytes | str] = {
            "Host": link.host_and_port,
            "User-Agent": USER_AGENT,
            "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
            "Accept-Language": "id,en;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
        backend = Backend(self._resolver, deadline, self._network, allow_private=self._allow_private)
        url = httpcore.URL(scheme=link.scheme, host=link.host, port=link.port, target=link.target)
        tls = self._tls if link.scheme == "https" else None
        try:
            with (
                httpcore.ConnectionPool(ssl_context=tls, network_backend=backend) as pool,
                pool.stream("GET", url, headers=headers, extensions={"timeout": timeout}) as response,
            ):
                told = {name.decode("latin-1").lower(): _text_of(value) for name, value in response.headers}
                body = b""
                if 200 <= response.status < 300:
                    body = self._body(response.iter_stream(), told, whole)
                return _Answer(response.status, told, body)
        except (httpcore.TimeoutException, TimeoutError):
            raise Refused("slow", host=link.host, seconds=self.limits.total if whole else self.limits.robots) from None
        except (httpcore.ConnectError, httpcore.NetworkError) as error:
            cause = error.__context__ or error
            if isinstance(cause, ssl.SSLError):
                detail = getattr(cause, "verify_message", "") or cause.reason or "TLS"
                raise Refused("tls", host=link.host, detail=str(detail)) from None
            key = "no_answer" if isinstance(error, httpcore.ConnectError) else "broken"
            raise Refused(key, host=link.host, detail=_words_of(cause)) from None
        except (httpcore.ProtocolError, httpcore.UnsupportedProtocol, zlib.error) as error:
            raise Refused("broken", host=link.host, detail=_words_of(error)) from None

    def _body(self, pieces: Iterable[bytes], headers: Mapping[str, str], whole: bool) -> bytes:
        most = self.limits.size if whole else robots.MAX_BYTES
        too_large = Refused("large", most=round(most / MB, 1))
        length = headers.get("content-length", "")
        if whole and length.isascii() and length.isdigit() and int(length) > most:
            raise too_large
        kept = bytearray()
        sent = 0
        for piece in _unpacked(pieces, headers.get("content-encoding", ""), most):
            sent += piece.packed
            kept += piece.data
            if len(kept) > most or sent > most:
                if whole:
                    raise too_large
                return bytes(kept[:most])
        return bytes(kept)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Bytes of a body, and of how many bytes sent."""

    data: bytes
    packed: int


def _unpacked(pieces: Iterable[bytes], encoding: str, most: int) -> Iterator[_Piece]:
    """The pieces of a body unpacked, none longer than `most` and one byte; raises Refused for a packing that is not known."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        for piece in pieces:
            yield _Piece(piece, len(piece))
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Refused("packed", detail=encoding[:40])
    unpacking = None
    for piece in pieces:
        if not piece:
            continue
        if unpacking is None:
            # Some servers send deflate without its two bytes of header, of which the first always ends in 8.
            unpacking = zlib.decompressobj(-15 if encoding == "deflate" and piece[0] & 15 != 8 else 47)
        yield _Piece(unpacking.decompress(piece, most + 1), len(piece))
        while unpacking.unconsumed_tail and not unpacking.eof:
            yield _Piece(unpacking.decompress(unpacking.unconsumed_tail, most + 1), 0)
        if unpacking.eof:
            return
    if unpacking is not None:
        raise zlib.error("the packed answer is cut off")


def _text_of(header: bytes) -> str:
    """A header's value; redirects hold addresses as UTF-8 besides what the RFC allows."""
    try:
        return header.decode("utf-8")
    except UnicodeDecodeError:
        return header.decode("latin-1")


def _words_of(error: BaseException) -> str:
    """What an error says, in few words."""
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:120]
