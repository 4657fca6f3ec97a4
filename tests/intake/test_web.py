"""Links: what is fetched and how politely, and everything that is refused."""

from __future__ import annotations

import gzip
import pickle
import socket
import ssl
import subprocess
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlets import Outlet, answer, page, redirect
from runut._version import __version__
from runut.intake import web
from runut.intake.web import Fetcher, Limits, Refused, read_fetched
from runut.intake.web.addresses import is_open, read_link

QUICK = Limits(connect=2, silence=0.6, total=1.2, robots=1.0, size=200_000, delay=0.0)
REPORT = page(
    "Jembatan Sungai Rawi Ambrol",
    "Jembatan gantung di Desa Rawi ambrol pada Senin (4/5/2026) pagi dan dua warga luka-luka.",
    "“Tali bajanya putus,” kata Kepala Desa Rawi, Darmin Sulaiman, Senin.",
)
PUBLIC = "93.184.216.34"


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(QUICK, allow_private=True)


def why(fetcher: Fetcher, url: str) -> Refused:
    with pytest.raises(Refused) as caught:
        fetcher.fetch(url)
    return caught.value


class Wired(httpcore.SyncBackend):
    """A network in which every address is the outlet's; what was dialled is kept."""

    def __init__(self, outlet: Outlet) -> None:
        self._port = outlet.port
        self.dialled: list[tuple[str, int]] = []

    def connect_tcp(self, host: str, port: int, *rest: object, **named: object) -> httpcore.NetworkStream:
        self.dialled.append((host, port))
        return super().connect_tcp("127.0.0.1", self._port, *rest, **named)  # type: ignore[arg-type]


def public(outlet: Outlet, **names: Sequence[str]) -> tuple[Fetcher, Wired]:
    """A fetcher that may ask public addresses only, in a world with these hosts (`_` for a dot)."""
    known = {name.replace("_", "."): list(found) for name, found in names.items()}
    wired = Wired(outlet)
    return Fetcher(QUICK, resolver=lambda host, port: known[host], network=wired), wired


# What a page gives


def test_a_page_becomes_an_article(outlet: Outlet, fetcher: Fetcher) -> None:
    outlet.pages["/jembatan"] = redirect("/berita/jembatan?utm=1")
    outlet.pages["/berita/jembatan"] = answer(REPORT)
    fetched = fetcher.fetch(f"  {outlet.url}/jembatan#atas ")
    article = read_fetched(fetched)
    assert (article.title, article.outlet) == ("Jembatan Sungai Rawi Ambrol", "Kabar Uji")
    assert article.source == f"{outlet.url}/jembatan#atas"
    assert article.url == fetched.final_url == f"{outlet.url}/berita/jembatan?utm=1"
    assert "Tali bajanya putus" in article.text
    assert fetched.fetched_at.endswith("Z")


def test_the_request_says_who_asks_and_nothing_else(outlet: Outlet, fetcher: Fetcher) -> None:
    outlet.pages["/a"] = answer(REPORT, set_cookie="id=1")
    outlet.pages["/b"] = redirect("/a")
    fetcher.fetch(f"{outlet.url}/a")
    fetcher.fetch(f"{outlet.url}/b")
    for head in outlet.asked:
        names = {line.partition(":")[0].lower() for line in head.splitlines()[1:] if line}
        assert names == {"host", "user-agent", "accept", "accept-language", "accept-encoding", "connection"}
        assert f"User-Agent: Runut/{__version__}" in head


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(REPORT), "gzip"),
        (zlib.compress(REPORT), "deflate"),
        (zlib.compress(REPORT)[2:-4], "deflate"),
    ],
    ids=["gzip", "deflate", "bare deflate"],
)
def test_packed_answers_are_unpacked(outlet: Outlet, fetcher: Fetcher, body: bytes, encoding: str) -> None:
    outlet.pages["/a"] = answer(body, content_encoding=encoding)
    assert fetcher.fetch(f"{outlet.url}/a").body == REPORT


def test_an_answer_in_chunks_and_an_encoding_only_the_server_names(outlet: Outlet, fetcher: Fetcher) -> None:
    text = "<html><body><article><p>Harga “cabai” naik di Pasar Rawi, kata pedagang.</p></article></body></html>"
    packed = text.encode("utf-16-le")
    chunks = b"".join(f"{len(c):x}\r\n".encode() + c + b"\r\n" for c in (packed[:31], packed[31:])) + b"0\r\n\r\n"
    outlet.pages["/a"] = answer(
        chunks, kind='text/html; Charset="utf-16le"', transfer_encoding="chunked", content_length=""
    )
    outlet.pages["/b"] = answer(text.encode("cp1252"), kind="text/html; charset=windows-1252")
    for path in ("/a", "/b"):
        assert read_fetched(fetcher.fetch(outlet.url + path)).text == "Harga “cabai” naik di Pasar Rawi, kata pedagang."


def test_plain_text_is_kept_to_the_character(outlet: Outlet, fetcher: Fetcher) -> None:
    outlet.pages["/a.txt"] = answer(b"Banjir  surut.\r\n\r\nWarga pulang.", kind="text/plain")
    assert read_fetched(fetcher.fetch(f"{outlet.url}/a.txt")).text == "Banjir  surut.\r\n\r\nWarga pulang."


# Links that are none


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ("", "no_link"),
        ("kabar", "no_link"),
        ("ftp://kabar.example/a", "no_link"),
        ("file:///etc/passwd", "no_link"),
        ("javascript:alert(1)", "no_link"),
        ("http:///a", "no_link"),
        ("http://ka bar/a", "no_link"),
        ("http://kabar.example:0/", "no_link"),
        ("http://kabar.example:70000/", "no_link"),
        ("http://kabar.example/\x00", "no_link"),
        ("http://\ud800.example/", "no_link"),
        ("https://ⓚabar.example/", "no_link"),
        ("https://kabar.example/" + "a" * 5000, "long_link"),
        ("https://redaksi:rahasia@kabar.example/", "login_in_link"),
        ("https://kabar.example\\@10.0.0.1/", "login_in_link"),
        ("https://kabar.example:8080/", "port"),
        ("http://kabar.example:22/", "port"),
    ],
)
def test_what_is_no_link_is_refused_before_anything_is_asked(link: str, key: str) -> None:
    def asked(host: str, port: int) -> list[str]:
        raise AssertionError(host)

    assert why(Fetcher(QUICK, resolver=asked), link).key == key


@given(st.text(max_size=60) | st.text(max_size=40).map("http://{}".format))
def test_any_text_is_a_link_or_refused(text: str) -> None:
    try:
        link = read_link(text)
    except Refused as error:
        assert str(error)
    else:
        assert link.port in (80, 443)
        assert link.host.isascii()
        assert "@" not in link.host


def test_a_host_in_other_letters_is_asked_by_its_ascii_name(outlet: Outlet) -> None:
    outlet.pages["/"] = answer(REPORT)
    fetcher, wired = public(outlet, **{"xn--brita-bsa_example": [PUBLIC]})
    assert fetcher.fetch("http://bérita.example").final_url == "http://xn--brita-bsa.example"
    assert set(wired.dialled) == {(PUBLIC, 80)}
    assert "Host: xn--brita-bsa.example\r\n" in outlet.asked[0]


# Addresses


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.8.8.8"),
        *("169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1"),
        *("198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255"),
        "168.63.129.16",
        *("::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:0", "::7f00:1", "64:ff9b::10.0.0.1"),
        *("64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0"),
        *("fec0::1", "ff02::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "2002:7f00:1::1"),
        *("2002:c000:204::1", "3fff::1", "2606:4700::1%1", "4000::1", "x", ""),
    ],
)
def test_addresses_that_are_not_asked(address: str) -> None:
    assert not is_open(address)


@pytest.mark.parametrize(
    "address",
    [
        *("1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "202.46.1.1"),
        *("2606:4700::1111", "2404:8000::1", "::ffff:8.8.8.8", "64:ff9b::808:808"),
    ],
)
def test_addresses_of_the_public_internet(address: str) -> None:
    assert is_open(address)


@pytest.mark.parametrize(
    "link",
    [
        *(
            "http://127.0.0.1/",
            "http://localhost/",
            "http://LOCALHOST./",
            "http://[::1]/",
            "http://0/",
            "http://0.0.0.0/",
        ),
        *("http://169.254.169.254/latest/meta-data/", "http://[::ffff:169.254.169.254]/", "http://192.168.0.1:80/"),
        # The same as decimal, hexadecimal and octal numbers, and in short.
        *("http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://017700000001/", "http://127.1/"),
        *("http://0177.0.0.1/", "http://0xa9fea9fe/", "http://2852039166/", "http://127.0.0.1./"),
    ],
)
def test_a_private_address_is_refused_however_it_is_written(link: str) -> None:
    error = why(Fetcher(QUICK), link)
    assert error.key in ("private", "no_such_host", "no_link")


def test_one_private_address_among_public_ones_refuses_the_host(outlet: Outlet) -> None:
    fetcher, wired = public(outlet, kabar_example=[PUBLIC, "10.0.0.5"])
    error = why(fetcher, "http://kabar.example/a")
    assert (error.key, error.parts["address"]) == ("private", "10.0.0.5")
    assert wired.dialled == []


def test_a_name_that_changes_its_answer_is_asked_once_a_connection_and_dialled_as_checked(outlet: Outlet) -> None:
    outlet.pages["/a"] = answer(REPORT)
    answers = [[PUBLIC], [PUBLIC], ["10.0.0.5"], ["10.0.0.5"]]
    wired = Wired(outlet)
    fetcher = Fetcher(QUICK, resolver=lambda host, port: answers.pop(0), network=wired)
    assert fetcher.fetch("http://kabar.example/a").body == REPORT
    assert wired.dialled == [(PUBLIC, 80), (PUBLIC, 80)]  # robots.txt and the page
    assert why(fetcher, "http://kabar.example/a").key == "private"
    assert len(wired.dialled) == 2
    assert all("Host: kabar.example\r\n" in head for head in outlet.asked)


@pytest.mark.parametrize(
    ("to", "key"),
    [
        ("http://169.254.169.254/latest/meta-data/", "private"),
        ("http://gudang.example/", "private"),
        ("//[fd00::1]/", "private"),
        ("https://kabar.example:8443/", "port"),
        ("file:///etc/passwd", "no_link"),
        ("http://u:p@kabar.example/", "login_in_link"),
        ("http://hilang.example/", "no_such_host"),
        ("", "redirect_nowhere"),
        ("http://[", "no_link"),
    ],
)
def test_a_redirect_is_checked_like_a_link(outlet: Outlet, to: str, key: str) -> None:
    outlet.pages["/a"] = redirect(to)
    wired = Wired(outlet)
    known = {"kabar.example": [PUBLIC], "gudang.example": ["10.1.2.3"], "169.254.169.254": ["169.254.169.254"]}
    known["fd00::1"] = ["fd00::1"]
    fetcher = Fetcher(QUICK, resolver=lambda host, port: known[host], network=wired)
    assert why(fetcher, "http://kabar.example/a").key == key
    assert set(wired.dialled) == {(PUBLIC, 80)}


def test_a_redirect_to_an_address_that_is_not_ascii(outlet: Outlet, fetcher: Fetcher) -> None:
    outlet.pages["/a"] = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /berita/kéras hati\r\n\r\n".encode()
    outlet.pages["/berita/k%C3%A9ras%20hati"] = answer(REPORT)
    assert fetcher.fetch(f"{outlet.url}/a").final_url == f"{outlet.url}/berita/k%C3%A9ras%20hati"


def test_redirects_in_a_circle_and_without_end(outlet: Outlet, fetcher: Fetcher) -> None:
    outlet.pages["/a"] = redirect("/b")
    outlet.pages["/b"] = redirect("/a")
    assert why(fetcher, f"{outlet.url}/a").key == "redirects"
    assert len(outlet.paths) == QUICK.redirects + 1


def test_the_next_address_is_tried_where_one_does_not_answer(outlet: Outlet) -> None:
    class OneDead(Wired):
        def connect_tcp(self, host: str, port: int, *rest: object, **named: object) -> httpcore.NetworkStream:
            if host == "1.1.1.1":
                raise httpcore.ConnectError("refused")
            return super().connect_tcp(host, port, *rest, **named)

    outlet.pages["/a"] = answer(REPORT)
    wired = OneDead(outlet)
    fetcher = Fetcher(QUICK, resolver=lambda host, port: ["1.1.1.1", PUBLIC], network=wired)
    assert fetcher.fetch("http://kabar.example/a").body == REPORT


def test_proxies_of_the_environment_are_not_asked(
    outlet: Outlet, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    outlet.pages["/a"] = answer(REPORT)
    assert fetcher.fetch(f"{outlet.url}/a").body == REPORT


def test_a_resolver_that_does_not_answer_is_not_waited_for() -> None:
    ended = threading.Event()

    def asked(host: str, port: int) -> list[str]:
        ended.wait(10)
        return []

    began = time.monotonic()
    assert why(Fetcher(QUICK, resolver=asked), "http://kabar.example/").key == "slow"
    assert time.monotonic() - began < 12
    ended.set()


@pytest.mark.parametrize("host", ["169.254.169.254", "[::ffff:169.254.169.254]", "[fd00:ec2::254]", "168.63.129.16"])
def test_where_clouds_keep_secrets_is_not_asked_even_where_private_links_are_allowed(
    outlet: Outlet, fetcher: Fetcher, host: str
) -> None:
    assert why(fetcher, f"http://{host}/").key == "private"
    outlet.pages["/a"] = redirect(f"http://{host}/latest")
    assert why(fetcher, f"{outlet.url}/a").key == "private"


# Servers that answer badly


def drip(outlet: Outlet, head: bytes, piece: bytes) -> object:
    def write(connection: socket.socket) -> None:
        connection.sendall(head)
        while not outlet.wait(0.05):
            connection.sendall(piece)

    return write


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\n", b"X"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"a"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    ],
    ids=["no status", "slow header", "slow body", "slow chunks"],
)
def test_a_server_that_drips_is_cut_off_at_the_deadline(outlet: Outlet, head: bytes, piece: bytes) -> None:
    outlet.pages["/a"] = drip(outlet, head, piece)  # type: ignore[assignment]
    began = time.monotonic()
    error = why(Fetcher(QUICK, allow_private=True), f"{outlet.url}/a")
    assert error.key in ("slow", "broken")
    assert time.monotonic() - began < 12


def test_a_silent_server_is_cut_off(outlet: Outlet, fetcher: Fetcher) -> None:
    outlet.pages["/a"] = lambda connection: outlet.wait(10) and None  # type: ignore[assignment,return-value]
    began = time.monotonic()
    assert why(fetcher, f"{outlet.url}/a").key == "slow"
    assert time.monotonic() - began < 12


def test_an_endless_body_is_cut_at_the_limit(outlet: Outlet, fetcher: Fetcher) -> None:
    sent = 0

    def write(connection: socket.socket) -> None:
        nonlocal sent
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not outlet.wait(0):
            sent += connection.send(b"<p>" * 20_000)

    outlet.pages["/a"] = write
    error = why(fetcher, f"{outlet.url}/a")
    assert (error.key, str(error)) == ("large", "the page is larger than 0.2 MB")
    assert sent < 20_000_000


def test_a_length_over_the_limit_is_believed_at_once(outlet: Outlet, fetcher: Fetcher) -> None:
    outlet.pages["/a"] = answer(REPORT, content_length=str(3 << 40))
    assert why(fetcher, f"{outlet.url}/a").key == "large"


def test_a_bomb_is_not_unpacked(outlet: Outlet, fetcher: Fetcher) -> None:
    bomb = gzip.compress(b"\0" * 100_000_000, 9)
    assert len(bomb) < QUICK.size
    outlet.pages["/a"] = answer(bomb, content_encoding="gzip")
    tracemalloc.start()
    try:
        assert why(fetcher, f"{outlet.url}/a").key == "large"
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("given", "key"),
    [
        (b"SSH-2.0-OpenSSH_9.2\r\n", "broken"),
        (b"", "broken"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nContent-Type: text/html\r\n\r\n<p>putus", "broken"),
        (b"HTTP/1.1 200 OK\r\n" + b"X-A: " + b"a" * 200_000 + b"\r\n\r\n", "broken"),
        (answer(gzip.compress(REPORT)[:-20], content_encoding="gzip"), "broken"),
        (answer(REPORT, content_encoding="gzip"), "broken"),
        (answer(REPORT, content_encoding="br"), "packed"),
        (answer(b"%PDF-1.7", kind="application/pdf"), "kind"),
        (answer(b"%PDF-1.7 \xe2\xe3"), "kind"),
        (answer(b"{}", kind="application/json"), "kind"),
        (answer(b"\x89PNG\r\n", kind="image/png"), "kind"),
        (answer(b"  \n "), "empty"),
        (answer(status="204 No Content"), "status"),
        (answer(status="304 Not Modified"), "status"),
        (answer(status="401 Unauthorized"), "needs_login"),
        (answer(status="403 Forbidden"), "forbidden"),
        (answer(status="404 Not Found"), "gone"),
        (answer(status="429 Too Many Requests"), "busy"),
        (answer(status="500 Oh"), "status"),
        (answer(status="999 Denied"), "status"),
    ],
)
def test_an_answer_that_is_no_page_says_why(outlet: Outlet, fetcher: Fetcher, given: bytes, key: str) -> None:
    outlet.pages["/a"] = given
    error = why(fetcher, f"{outlet.url}/a")
    assert error.key == key
    assert "{" not in str(error)


def test_a_page_without_an_article_says_so(outlet: Outlet, fetcher: Fetcher) -> None:
    outlet.pages["/a"] = answer(b"<html><body></body></html>")
    outlet.pages["/b"] = answer(b"<div>" * 6000 + b"Kabar")
    for path, words in (("/a", "no article"), ("/b", "nested")):
        with pytest.raises(Refused, match=words) as caught:
            read_fetched(fetcher.fetch(outlet.url + path))
        assert caught.value.key == "no_article"


def test_a_closed_port_is_no_answer(outlet: Outlet, fetcher: Fetcher) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert why(fetcher, f"http://127.0.0.1:{port}/").key == "no_answer"


def test_a_reason_can_be_handed_to_another_process() -> None:
    error = Refused("gone", host="kabar.example", status=404)
    again = pickle.loads(pickle.dumps(error))
    assert (again.key, again.parts, str(again)) == (error.key, error.parts, str(error))


# Certificates


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "9",
    ]
    names = ["-subj", "/CN=kabar.example", "-addext", "subjectAltName=DNS:kabar.example"]
    subprocess.run([*made, *names, "-keyout", str(key), "-out", str(cert)], check=True, capture_output=True)
    return cert, key


@pytest.fixture
def secure(certificate: tuple[Path, Path]) -> Iterator[Outlet]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(*certificate)
    outlet = Outlet(tls)
    yield outlet
    outlet.close()


def test_the_certificate_is_held_to_the_name_though_the_address_is_dialled(
    secure: Outlet, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    secure.pages["/a"] = answer(REPORT)
    assert why(public(secure, kabar_example=[PUBLIC])[0], "https://kabar.example/a").key == "tls"
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    fetcher, wired = public(secure, kabar_example=[PUBLIC], lain_example=[PUBLIC])
    assert fetcher.fetch("https://kabar.example/a").body == REPORT
    assert set(wired.dialled) == {(PUBLIC, 443)}
    error = why(fetcher, "https://lain.example/a")
    assert error.key == "tls"
    assert "lain.example" in str(error)


# Manners


def test_robots_txt_is_asked_once_and_kept_to(outlet: Outlet, fetcher: Fetcher) -> None:
    outlet.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /dalam/\n", kind="text/plain")
    outlet.pages["/a"] = answer(REPORT)
    outlet.pages["/b"] = redirect("/dalam/b")
    outlet.pages["/dalam/b"] = answer(REPORT)
    fetcher.fetch(f"{outlet.url}/a")
    assert why(fetcher, f"{outlet.url}/dalam/b").key == "robots"
    assert why(fetcher, f"{outlet.url}/b").key == "robots"
    assert outlet.paths == ["/a", "/b"]
    assert len(outlet.asked) == 3


@pytest.mark.parametrize(
    ("given", "key"),
    [
        (answer(status="404 Not Found"), None),
        (answer(status="403 Forbidden"), None),
        (redirect("/robots.txt"), None),
        (answer(b"User-agent: *\nAllow: /\n" + b"#" * 2_000_000), None),
        (answer(status="500 Oh"), "robots_unknown"),
        (answer(status="503 Oh"), "robots_unknown"),
        (answer(status="429 Too Many"), "robots_unknown"),
        (redirect("http://127.0.0.1:1/robots.txt"), "robots_unknown"),
        (b"halo", "robots_unknown"),
    ],
)
def test_where_robots_txt_cannot_be_had(outlet: Outlet, fetcher: Fetcher, given: bytes, key: str | None) -> None:
    outlet.pages |= {"/robots.txt": given, "/a": answer(REPORT)}
    if key is None:
        assert fetcher.fetch(f"{outlet.url}/a").body == REPORT
    else:
        assert why(fetcher, f"{outlet.url}/a").key == key
        assert outlet.paths == []


def test_robots_txt_is_fetched_under_the_same_rules(outlet: Outlet) -> None:
    outlet.pages |= {"/robots.txt": redirect("http://gudang.example/robots.txt"), "/a": answer(REPORT)}
    fetcher, wired = public(outlet, kabar_example=[PUBLIC], gudang_example=["10.0.0.7"])
    assert why(fetcher, "http://kabar.example/a").key == "robots_unknown"
    assert wired.dialled == [(PUBLIC, 80)]


def slowly_answered(outlet: Outlet, seconds: float) -> Callable[[socket.socket], bytes]:
    """A page that takes its time, so that requests made at once are open at once."""

    def answered(connection: socket.socket) -> bytes:
        outlet.wait(seconds)
        return answer(REPORT)

    return answered


def test_several_links_are_fetched_with_distance_a_host_at_a_time(outlet: Outlet) -> None:
    for n in range(4):
        outlet.pages[f"/{n}"] = slowly_answered(outlet, 0.05)
    fetcher = Fetcher(Limits(delay=0.15), allow_private=True)
    began = time.monotonic()
    links = [f"{outlet.url}/{n}" for n in range(4)]
    found = dict(fetcher.fetch_each([*links, "kabar", links[0], f"{outlet.url}/x"]))
    assert time.monotonic() - began >= 0.6
    assert [found[link].body for link in links] == [REPORT] * 4  # type: ignore[union-attr]
    assert {k: v.key for k, v in found.items() if isinstance(v, Refused)} == {
        "kabar": "no_link",
        f"{outlet.url}/x": "gone",
    }
    assert outlet.most_open == 1


def test_several_hosts_are_asked_at_once(outlet: Outlet) -> None:
    outlet.pages["/a"] = slowly_answered(outlet, 0.3)
    hosts = [f"kabar{n}.example" for n in range(6)]
    fetcher = Fetcher(QUICK, resolver=lambda host, port: [PUBLIC], network=Wired(outlet))
    assert len(list(fetcher.fetch_each(f"http://{host}/a" for host in hosts))) == 6
    assert outlet.most_open > 1


def test_cancelling_stops_waiting_and_tells_what_was_not_fetched(outlet: Outlet) -> None:
    outlet.pages["/a"] = answer(REPORT)
    outlet.pages["/b"] = lambda connection: outlet.wait(20) and None  # type: ignore[assignment,return-value]
    cancelled = threading.Event()
    fetcher = Fetcher(Limits(delay=0), allow_private=True)
    links = [f"{outlet.url}/{path}" for path in ("a", "b", "c")]
    began = time.monotonic()
    told = []
    for link, found in fetcher.fetch_each(links, cancelled=cancelled.is_set):
        told.append((link, found.key if isinstance(found, Refused) else "page"))
        cancelled.set()
    assert told == [(links[0], "page"), (links[1], "stopped"), (links[2], "stopped")]
    assert time.monotonic() - began < 12


def test_one_link_is_a_fetcher_of_its_own(outlet: Outlet) -> None:
    outlet.pages["/a"] = answer(REPORT)
    assert web.fetch(f"{outlet.url}/a", limits=QUICK, allow_private=True).body == REPORT
    with pytest.raises(Refused, match="private network"):
        web.fetch(f"http://127.0.0.1:80/{outlet.port}")
