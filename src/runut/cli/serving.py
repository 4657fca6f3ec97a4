"""The command that serves the desk: serve."""

from __future__ import annotations

import errno
import ipaddress
import signal
import socket
import sys
from typing import TYPE_CHECKING

import click

from runut.cli.terminal import CANNOT_GO_ON

if TYPE_CHECKING:
    from runut.web.settings import Settings

# Open connections are given so long to end (seconds).
PATIENCE = 5
# A connection is kept for its next request so long (seconds): one that asks again just as it is closed would see it break.
KEPT_OPEN = 75
# A shorter token could be guessed (characters).
MIN_TOKEN = 8
EVERYWHERE = ("0.0.0.0", "::")
# Threads that compute give way after so long (seconds; Python's own is five times that): 40 readers at once who ask for large pages and
# small answers get the small ones in a third of the time, and as many answers a second.
SWITCH = 0.001


@click.command()
@click.option(
    "--store",
    required=True,
    envvar="RUNUT_STORE",
    metavar="STORE",
    help="The store: a file (news.db, made on first use) or postgresql://…  [env: RUNUT_STORE]",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; any but this machine's own demands --token.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--token", envvar="RUNUT_TOKEN", metavar="TOKEN", help="What everybody must show to be let in.  [env: RUNUT_TOKEN]"
)
@click.option(
    "--allowed-host",
    "allowed",
    multiple=True,
    metavar="NAME",
    help="Another name by which browsers reach it (behind a proxy, say).",
)
@click.option(
    "--lang",
    type=click.Choice(["id", "en"]),
    default="id",
    show_default=True,
    help="Language of the first page; each reader can switch.",
)
@click.option("--allow-private-links", is_flag=True, help="Let links lead into private networks (for test servers).")
@click.option("--no-worker", is_flag=True, help="Start no process for the long jobs.")
def serve(
    store: str,
    host: str,
    port: int,
    token: str | None,
    allowed: tuple[str, ...],
    lang: str,
    allow_private_links: bool,
    no_worker: bool,
) -> None:
    """Serve the desk in a browser: stories, accounts, search, corrections, and the API under /api/v1.

    \b
    runut serve --store news.db
    runut serve --store postgresql://desk@db/news --host 0.0.0.0 --token "$(cat token.txt)"

    It stops on Ctrl+C. Exit code 0 when it was stopped, 2 for wrong usage (a store that is none, too), 3 when the port is taken or the
    store cannot be reached or written.
    """
    from runut.web.settings import LOOPBACK, Settings

    host = host.strip("[]").lower()
    others = not _is_own(host)
    if token is not None and len(token.strip()) < MIN_TOKEN:
        raise click.UsageError(f"--token is too short to keep anybody out: {MIN_TOKEN} characters or more")
    if others and not token:
        raise click.UsageError(f"{host} can be reached by others: give --token too, which everybody must then show")
    settings = Settings(
        token=token.strip() if token else None,
        hosts=LOOPBACK | {host, *(name.lower() for name in allowed)} | (_names() if others else frozenset()),
        any_address=others,
        lang=lang,
        allow_private_links=allow_private_links,
        worker=not no_worker,
    )
    listening = _listen(host, port)
    with listening:
        _serve(store, settings, listening)


def _is_own(host: str) -> bool:
    """Whether only this machine reaches an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _names() -> frozenset[str]:
    """The names by which others reach this machine."""
    name = socket.gethostname().lower()
    return frozenset({name, f"{name}.local"})


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; ends the program with a clear word where it cannot."""
    try:
        listening = socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=128
        )
        # asyncio sets this by itself only on sockets that say their protocol; without it each answer waits 40 ms for the reader's
        # acknowledgement of its head.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            told = f"port {port} is taken, perhaps by another runut serve; stop that one or give another --port"
        elif error.errno == errno.EACCES:
            told = f"port {port} may not be used by this user; give a --port of 1024 or more"
        else:
            told = f"cannot listen on {host}:{port}: {error.strerror or error}"
        click.echo(f"runut: {told}", err=True)
        sys.exit(CANNOT_GO_ON)


def _serve(store: str, settings: Settings, listening: socket.socket) -> None:
    import uvicorn

    from runut.store import StoreError
    from runut.web.app import create_app

    try:
        app = create_app(store, settings)
    except StoreError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        click.echo(f"runut: {error.strerror or error}", err=True)
        sys.exit(CANNOT_GO_ON)
    config = uvicorn.Config(
        app,
        lifespan="on",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=PATIENCE,
        timeout_keep_alive=KEPT_OPEN,
    )
    # The server ends by itself on these, and then raises them once more.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    host, port = listening.getsockname()[:2]
    shown = socket.gethostname() if host in EVERYWHERE else f"[{host}]" if ":" in host else host
    click.echo(f"Runut: http://{shown}:{port}/  (Ctrl+C stops)")
    sys.stdout.flush()
    server = uvicorn.Server(config)
    sys.setswitchinterval(SWITCH)
    server.run(sockets=[listening])
    if not server.started:
        sys.exit(CANNOT_GO_ON)
