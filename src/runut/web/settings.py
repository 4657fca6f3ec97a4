"""What a server was started with."""

from __future__ import annotations

from dataclasses import dataclass

# The names by which a browser on the same machine reaches it.
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the desk is served.

    `token` is asked of everybody where it is set. `hosts` are the names that the server answers to; with `any_address` also every
    bare IP address. `lang` is the language of the first page, `id` or `en`; `allow_private_links` lets links lead into private
    networks (test servers); `worker` is False where no process does the long jobs.
    """

    token: str | None = None
    hosts: frozenset[str] = LOOPBACK
    any_address: bool = False
    lang: str = "id"
    allow_private_links: bool = False
    worker: bool = True
