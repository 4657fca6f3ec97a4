"""Connections to exactly the addresses that were checked, each read and write within the time that is left."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from runut.intake.web import addresses
from runut.intake.web.addresses import Resolver
from runut.intake.web.refusing import Refused

# Of a host with many addresses no more than this are tried.
MAX_TRIED = 4
# Waiting for bytes looks so often, in seconds, whether it is still wanted.
SLICE = 0.25


class Deadline:
    """A point in time that nothing of one answer goes beyond, and a way to end it sooner."""

    def __init__(self, seconds: float, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._end = time.monotonic() + seconds
        self._cancelled = cancelled

    def left(self, most: float | None) -> float:
        """The seconds that are left, at most `most`. Raises httpcore.ReadTimeout where there are none, Refused once cancelled."""
        if self._cancelled():
            raise Refused("stopped")
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("no time is left")
        return left if most is None else min(left, most)


class Backend(httpcore.NetworkBackend):
    """Resolves each host by itself, checks every address, and connects to no other: nothing is asked a second time in between.

    The certificate and the Host header are still those of the name, as httpcore takes them from the link.
    """

    def __init__(
        self, resolver: Resolver, deadline: Deadline, network: httpcore.NetworkBackend, *, allow_private: bool
    ) -> None:
        self._resolver, self._deadline, self._network = resolver, deadline, network
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A stream to one of the host's checked addresses. Raises Refused, or what httpcore raises."""
        seconds = self._deadline.left(timeout)
        found = addresses.settle(host, port, self._resolver, seconds, allow_private=self._allow_private)
        tried = found[:MAX_TRIED]
        for n, address in enumerate(tried, 1):
            try:
                stream = self._network.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if n == len(tried):
                    raise
            else:
                return _Timed(stream, self._deadline)
        raise Refused("no_such_host", host=host)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(self._deadline.left(seconds))


class _Timed(httpcore.NetworkStream):
    """A stream on which no wait goes beyond the deadline, however slowly the other side sends."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        waited_until = time.monotonic() + self._deadline.left(timeout)
        while True:
            left = waited_until - time.monotonic()
            try:
                return self._stream.read(max_bytes, self._deadline.left(min(SLICE, max(left, 0.001))))
            except httpcore.ReadTimeout:
                if left <= SLICE:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
