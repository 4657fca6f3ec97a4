"""An invented outlet's web server on this machine, which answers as told: pages, redirects, and what no server should send."""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable

Odd = Callable[[socket.socket], bytes | None]
"""Makes an answer, or writes one by itself."""


def page(
    title: str, *paragraphs: str, published: str = "2026-05-04T09:00:00+07:00", outlet: str = "Kabar Uji"
) -> bytes:
    """A page as outlets make them."""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:site_name" content="{outlet}"><meta property="og:title" content="{title}">'
        f'<meta property="article:published_time" content="{published}"></head>'
        f"<body><nav><a href='/'>Beranda</a></nav><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def answer(
    body: bytes = b"", *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str
) -> bytes:
    """The bytes of an answer; `content_length` and the like are headers, and an empty one is left out."""
    told = {"Content-Type": kind, "Content-Length": str(len(body))}
    told |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    """An answer that leads on."""
    return answer(status=status, location=to)


class Outlet:
    """The server: `pages` by path, whole answers or functions that write them; what it was asked, head by head, is `asked`."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, bytes | Odd] = {}
        self.asked: list[str] = []
        self.open_now = self.most_open = 0
        self._lock = threading.Lock()
        self._closing = threading.Event()
        outer = self

        class Handler(socketserver.BaseRequestHandler):
            request: socket.socket

            def handle(self) -> None:
                try:
                    connection = tls.wrap_socket(self.request, server_side=True) if tls else self.request
                    with connection:
                        outer._serve(connection)
                except OSError:
                    pass  # the client left, as some tests have it

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True
            block_on_close = False
            request_queue_size = 64

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port: int = self._server.server_address[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, robots.txt left out."""
        return [path for head in self.asked if (path := head.split(" ")[1]) != "/robots.txt"]

    def wait(self, seconds: float) -> bool:
        """Wait inside an odd answer; True once the server closes."""
        return self._closing.wait(seconds)

    def close(self) -> None:
        """End it, and the answers it is still writing."""
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _serve(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            if not (piece := connection.recv(4096)):
                return
            head += piece
        text = head.decode("latin-1")
        with self._lock:
            self.asked.append(text)
            self.open_now += 1
            self.most_open = max(self.most_open, self.open_now)
        # A request is open until its answer is ready: once the answer is written the client may ask on before this thread runs again.
        try:
            found = self.pages.get(text.split(" ")[1].partition("?")[0], answer(b"tidak ada", status="404 Not Found"))
            ready = found(connection) if callable(found) else found
        finally:
            with self._lock:
                self.open_now -= 1
        connection.sendall(ready or b"")
