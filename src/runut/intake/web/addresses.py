"""Which links and which addresses are asked: the web's own ports, and hosts of the public internet only."""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import httpx

from runut.intake.web.refusing import Refused

MAX_LINK = 4_000
PORTS = {"http": 80, "https": 443}

Resolver = Callable[[str, int], Sequence[str]]
"""All addresses of a host, as text; raises OSError where it has none."""

# Where clouds tell a machine its own secrets, the second in public space: never asked, whatever is allowed.
_NEVER = tuple(map(ipaddress.ip_network, ("169.254.0.0/16", "168.63.129.16/32", "fe80::/10", "fd00:ec2::/32")))
# What of IPv4 is no host of the public internet, by the registry of special-purpose addresses (RFC 6890 and its updates).
_CLOSED_4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
        ),
    )
)
# Of IPv6 only this part is given out; within it these are tunnels (Teredo, 6to4), which lead to any IPv4 address, and examples.
_OPEN_6 = ipaddress.IPv6Network("2000::/3")
_CLOSED_6 = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
# Where a network has no IPv4 of its own, these are how it writes public IPv4 addresses.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

_HOST = re.compile(r"[a-z0-9._:-]{1,253}")


@dataclass(frozen=True, slots=True)
class Link:
    """A link that may be asked for: as text without its fragment, and its parts, the host in ASCII without a final dot."""

    text: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.host_and_port}"

    @property
    def host_and_port(self) -> str:
        """As the Host header has it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def read_link(text: str, *, any_port: bool = False) -> Link:
    """The parts of a link; raises Refused for what is none, or names a user, or another port unless `any_port`."""
    text = text.strip()
    if len(text) > MAX_LINK:
        raise Refused("long_link", most=MAX_LINK)
    try:
        url = httpx.URL(text).copy_with(fragment=None)
        host = url.raw_host.decode("ascii").removesuffix(".")
        usual = PORTS[url.scheme]
    except (httpx.InvalidURL, ValueError, LookupError):
        raise Refused("no_link") from None
    port = usual if url.port is None else url.port
    if not _HOST.fullmatch(host) or not 0 < port < 65536:
        raise Refused("no_link")
    if url.userinfo:
        raise Refused("login_in_link")
    if port not in PORTS.values() and not any_port:
        raise Refused("port", port=port)
    return Link(str(url), url.scheme, host, port, url.raw_path.decode("ascii"))


def follow(link: Link, location: str, *, any_port: bool = False) -> Link:
    """Where a redirect of a link leads; raises Refused as `read_link` does."""
    try:
        joined = str(httpx.URL(link.text).join(location))
    except (httpx.InvalidURL, ValueError):
        raise Refused("redirect_nowhere", host=link.host) from None
    return read_link(joined, any_port=any_port)


def is_open(address: str, *, allow_private: bool = False) -> bool:
    """Whether an address, as text, may be asked: one of the public internet, or any but a few where private ones are allowed.

    False for what is no address.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.scope_id is not None:
            return False
        if parsed.ipv4_mapped is not None:
            return is_open(str(parsed.ipv4_mapped), allow_private=allow_private)
        if parsed in _NAT64:
            return is_open(str(ipaddress.IPv4Address(int(parsed) & 0xFFFF_FFFF)), allow_private=allow_private)
    if any(parsed in network for network in _NEVER):
        return False
    if allow_private:
        return True
    if isinstance(parsed, ipaddress.IPv4Address):
        return not any(parsed in network for network in _CLOSED_4)
    return parsed in _OPEN_6 and not any(parsed in network for network in _CLOSED_6)


def ask_system(host: str, port: int) -> Sequence[str]:
    """All addresses that the system's resolver knows of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def settle(host: str, port: int, resolver: Resolver, seconds: float, *, allow_private: bool) -> Sequence[str]:
    """The addresses of a host that may be asked, from one resolution.

    Raises Refused where there are none, where any one of them may not be asked, and after `seconds`.
    """
    answers: list[Sequence[str] | Exception] = []

    def ask() -> None:
        try:
            answers.append(resolver(host, port))
        except Exception as error:
            answers.append(error)

    # The system's resolver cannot be stopped; in a thread of its own it can be left to itself.
    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(max(seconds, 0.0))
    if not answers:
        raise Refused("slow", host=host, seconds=round(seconds, 1))
    found = answers[0]
    if isinstance(found, Exception) or not found:
        raise Refused("no_such_host", host=host)
    closed = next((a for a in found if not is_open(a, allow_private=allow_private)), None)
    if closed is not None:
        raise Refused("private", host=host, address=closed)
    return found
