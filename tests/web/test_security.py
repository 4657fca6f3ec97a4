"""Whom the server answers, what its pages forbid, and that nothing is changed but by a form of its own."""

from __future__ import annotations

import base64
import socket
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from desk_pages import HERE, client_of, outline, token_in
from hypothesis import given
from hypothesis import strategies as st
from starlette.routing import Route
from starlette.testclient import TestClient

from runut.desk import Desk
from runut.lang import Language
from runut.store import Busy, Full, ReadOnly, Unreachable
from runut.web import security
from runut.web.app import create_app
from runut.web.pages import entering
from runut.web.settings import Settings
from served import serving

TOKEN = "kunci-meja-redaksi"


@pytest.fixture
def locked(desk: Desk, languages: Mapping[str, Language], monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The desk behind a token."""
    monkeypatch.setattr(entering, "PAUSE", 0)
    with client_of(desk.store, languages, replace(HERE, token=TOKEN)) as asking:
        yield asking


PAGES = [
    "/",
    "/?q=kapal",
    "/names",
    "/names?q=Bagas",
    "/names?name=Bagas",
    "/login",
    "/nope",
    "/articles/nope",
    "/static/nope",
]


@pytest.mark.parametrize("path", [*PAGES, "/static/desk.js?v=1", "/stories/nope", "/api/v1/health"])
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    for name in security.HEADERS:
        assert name in headers, name
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


@pytest.mark.parametrize("path", PAGES)
def test_pages_need_nothing_inline_and_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    page = outline(client.get(path).text)
    assert not page.all("style")
    assert not page.values("style")
    assert not [name for e in page.elements for name in e.attributes if name.startswith("on")]
    assert all(e.attributes["src"].startswith("/static/") and not e.text for e in page.all("script"))
    assert all(e.attributes["href"].startswith(("/static/", "data:,")) for e in page.all("link"))


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost", 200),
        ("LOCALHOST:1", 200),
        ("localhost.", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("192.168.1.7", 421),
        ("evil.example:8765", 421),
        ("[::1", 421),
        ("[::1]:8765", 421),
        ("localhost/api/v1", 421),
        ("localhost?x", 421),
        ("localhost:8765#x", 421),
        ("me@localhost", 421),
        ("", 421),
        ("user@127.0.0.1@evil.example", 421),
    ],
)
def test_the_server_answers_to_its_own_names_only(client: TestClient, host: str, status: int) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == status
    if status == 421:
        assert "--allowed-host" in answer.text
        assert client.get("/api/v1/health", headers={"host": host}).status_code == 421


def test_an_open_address_answers_to_bare_addresses_but_to_no_other_name(
    desk: Desk, languages: Mapping[str, Language]
) -> None:
    settings = Settings(worker=False, hosts=frozenset({"meja.example"}), any_address=True)
    with client_of(desk.store, languages, settings) as client:
        for host, status in (("192.168.1.7:80", 200), ("[fe80::1]", 200), ("meja.example", 200), ("evil.example", 421)):
            assert client.get("/", headers={"host": host}).status_code == status, host


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "http://testserver:81"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
    ],
)
def test_what_another_site_sends_changes_nothing(client: TestClient, headers: Mapping[str, str]) -> None:
    token = token_in(client.get("/login").text)
    answer = client.post("/logout", data={"csrf": token}, headers=headers)
    assert answer.status_code == 403
    assert "situs lain" in answer.text


@pytest.mark.parametrize(
    "headers",
    [{}, {"origin": "null"}, {"origin": "http://testserver"}, {"origin": "null", "sec-fetch-site": "same-origin"}],
)
def test_a_form_of_our_own_is_taken(client: TestClient, headers: Mapping[str, str]) -> None:
    token = token_in(client.get("/login").text)
    assert client.post("/logout", data={"csrf": token}, headers=headers).status_code == 303


def test_every_form_wants_its_token(client: TestClient, ferry: str) -> None:
    """Whoever adds a page that changes something reads its form through `read_form`."""
    other = token_in(client.get("/").text)
    client.cookies.clear()
    assert token_in(client.get("/").text) != other
    posts = [r for r in client.app.routes if isinstance(r, Route) and "POST" in (r.methods or ())]  # type: ignore[attr-defined]
    assert posts
    for route in posts:
        path = route.path
        for name in route.param_convertors:
            path = path.replace(f"{{{name}}}", ferry if name == "story" else "x")
        for data in ({}, {"csrf": ""}, {"csrf": "0" * 64}, {"csrf": other}):
            for kept in (True, False):
                if not kept:
                    client.cookies.clear()
                    client.get("/")
                answer = client.post(path, data=data)
                assert answer.status_code == 403, (path, data)


def test_a_form_without_a_cookie_is_refused(client: TestClient) -> None:
    token = token_in(client.get("/login").text)
    client.cookies.clear()
    answer = client.post("/logout", data={"csrf": token})
    assert answer.status_code == 403
    assert "kedaluwarsa" in answer.text


def test_a_form_that_is_too_large_is_cut_whatever_length_it_says(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(security, "DRAIN", 0.5)
    token = token_in(client.get("/login").text)
    head = f"csrf={token}&token=".encode()
    body = b"a" * (security.FORM_LIMIT + 1)

    def pieces() -> Iterator[bytes]:
        yield head
        for at in range(0, len(body), 1 << 20):
            yield body[at : at + (1 << 20)]

    form = {"content-type": "application/x-www-form-urlencoded"}
    whole = client.post("/login", content=head + body, headers=form)
    assert whole.status_code == 413
    assert "8 MB" in whole.text
    assert client.post("/login", content=pieces(), headers=form).status_code == 413


@pytest.mark.parametrize("head", ["Content-Length: 2147483648", "Content-Length: 9000000\r\nExpect: 100-continue"])
def test_a_body_that_will_never_do_is_not_waited_for(desk: Desk, head: str) -> None:
    with serving(create_app(desk.store, HERE)) as address:
        host, _, port = address.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port)), timeout=security.DRAIN / 2) as to:
            to.sendall(f"POST /login HTTP/1.1\r\nHost: {host}:{port}\r\n{head}\r\n\r\n".encode())
            answer = b""
            while piece := to.recv(1 << 16):
                answer += piece
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"8 MB" in answer
    assert b"100 Continue" not in answer


def test_a_body_that_is_no_form_is_refused(client: TestClient) -> None:
    client.get("/login")
    multipart = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/logout", content=b"--x\r\nbroken", headers=multipart).status_code in (400, 403)
    assert client.post("/logout", content=b"{}", headers={"content-type": "application/json"}).status_code == 403


def test_a_locked_desk_asks_for_the_token(locked: TestClient, ferry: str) -> None:
    asked = locked.get(f"/stories/{ferry}?since=1")
    assert asked.status_code == 303
    assert asked.headers["location"] == f"/login?next=%2Fstories%2F{ferry}%3Fsince%3D1"
    page = locked.get(asked.headers["location"])
    assert page.status_code == 200
    assert locked.get("/static/desk.css").status_code == 200

    wrong = locked.post("/login", data={"csrf": token_in(page.text), "token": "salah-sekali", "next": "/"})
    assert wrong.status_code == 403
    assert "tidak cocok" in wrong.text
    assert locked.get("/").status_code == 303

    right = locked.post("/login", data={"csrf": token_in(page.text), "token": f" {TOKEN} ", "next": "/names?q=a"})
    assert (right.status_code, right.headers["location"]) == (303, "/names?q=a")
    cookie = right.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert TOKEN not in cookie
    assert locked.get("/").status_code == 200

    left = locked.post("/logout", data={"csrf": token_in(locked.get("/").text)})
    assert left.headers["location"] == "/login"
    assert locked.get("/").status_code == 303


def test_a_program_shows_the_token_as_bearer(locked: TestClient) -> None:
    assert locked.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    for shown in ("Bearer", f"Bearer {TOKEN}x", f"Basic {TOKEN}", f"Bearer {TOKEN[:-1]}", "Bearer \u00e9"):
        assert locked.get("/", headers={"authorization": shown.encode()}).status_code == 303, shown
    assert locked.post("/logout").status_code == 403


def test_a_cookie_is_good_until_the_token_is_another(
    locked: TestClient, desk: Desk, languages: Mapping[str, Language]
) -> None:
    locked.cookies.set(security.SESSION, security.session_of(replace(HERE, token=TOKEN)))
    assert locked.get("/").status_code == 200
    locked.cookies.set(security.SESSION, security.session_of(replace(HERE, token="kunci-yang-lain")))
    assert locked.get("/").status_code == 303


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "", "javascript:1"])
def test_nobody_is_led_elsewhere_after_the_token(locked: TestClient, back: str) -> None:
    page = locked.get("/login", params={"next": back})
    sent = locked.post("/login", data={"csrf": token_in(page.text), "token": TOKEN, "next": back})
    assert sent.headers["location"] == "/"


@pytest.mark.parametrize(("lang", "words"), [("id", "kesalahan"), ("en", "went wrong")])
def test_a_fault_shows_nothing_of_the_inside(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, lang: str, words: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("rahasia di dalam")

    monkeypatch.setattr(client.app.state.desk, "stories", fail, raising=False)  # type: ignore[attr-defined]
    answer = client.get("/", params={"lang": lang})
    assert answer.status_code == 500
    assert words in answer.text
    assert "rahasia" not in answer.text
    assert "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (Unreachable("news.db"), 503, "tidak menjawab"),
        (Busy("news.db"), 503, "sedang dipakai"),
        (Full("news.db"), 507, "penuh"),
        (ReadOnly("news.db"), 500, "tidak boleh ditulis"),
    ],
)
def test_what_the_store_cannot_do_is_told_with_what_to_do(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, error: OSError, status: int, words: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(client.app.state.desk, "stories", fail, raising=False)  # type: ignore[attr-defined]
    answer = client.get("/")
    assert answer.status_code == status
    assert words in answer.text
    assert ("retry-after" in answer.headers) == (status == 503)


def test_our_files_are_kept_for_as_long_as_they_are_the_same(client: TestClient) -> None:
    page = outline(client.get("/").text)
    addresses = [a for a in page.values("href") + page.values("src") if a.startswith("/static/")]
    assert len(addresses) == 3
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    assert client.get("/static/desk.css").headers["cache-control"] == "no-cache"


def test_other_methods_are_refused_with_a_page(client: TestClient) -> None:
    answer = client.post("/names")
    assert answer.status_code == 405
    assert answer.headers["allow"]
    assert "<h1>" in answer.text
    assert client.head("/").status_code == 200


@given(st.text(max_size=40))
def test_no_word_but_the_token_is_the_token(given_: str) -> None:
    assert security.is_token(given_, Settings(token=TOKEN)) == (given_ == TOKEN)


@given(st.text(max_size=60))
def test_any_host_header_is_read_without_a_fault(host: str) -> None:
    assert not security._is_host(host, Settings(hosts=frozenset()))


NUMBERS = ["9" * 5_000, "9" * 18, "\u00b2", "\u0663", "-1", "1e3", " 1"]


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_in_addresses_and_cookies_are_anybodys(client: TestClient, ferry: str, number: str) -> None:
    for path, name in (("/", "before"), ("/search?q=kapal", "offset"), ("/judgements", "before")):
        assert client.get(path, params={"q": "kapal", name: number}).status_code == 200, (path, name)
    assert client.get(f"/stories/{ferry}", params={"since": number}).status_code == 200
    if number.isascii():
        for kept in (f".{number}.1", f"{number}.1.1", f".1.{number}"):
            assert client.get("/", headers={"cookie": f"runut_looked={kept}"}).status_code == 200


def test_a_message_that_nobody_left_breaks_no_page(client: TestClient) -> None:
    for kept in (b"[" * 20_000, b"{}", b'{"key": 1, "parts": [], "undo": null}', b"\xff"):
        cookie = base64.urlsafe_b64encode(kept).decode()
        assert client.get("/", headers={"cookie": f"runut_message={cookie}"}).status_code == 200


def test_no_address_leads_out_by_its_slashes(client: TestClient) -> None:
    page = outline(client.get("//elsewhere.example/x").text)
    assert not [href for href in page.values("href") if href.startswith("//")]


@pytest.mark.parametrize("host", ["testserver/login?", "testserver/api/", "testserver/static/#", "a@testserver"])
def test_no_host_opens_the_door(locked: TestClient, host: str) -> None:
    answer = locked.get("/jobs", headers={"host": host})
    assert answer.status_code in (303, 421)
    assert answer.headers.get("location", "/login").startswith("/login")


@pytest.mark.parametrize("charset", ["unicode_escape", "raw_unicode_escape", "undefined", "idna", "utf-16"])
def test_a_form_in_an_odd_encoding_is_refused(locked: TestClient, charset: str) -> None:
    for name in ("csrf", "token", "\\ud800"):
        body = f'--B\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n\\ud800x\r\n--B--\r\n'
        kind = f"multipart/form-data; boundary=B; charset={charset}"
        answer = locked.post("/login", content=body.encode(), headers={"content-type": kind, "cookie": "runut_form=a"})
        assert answer.status_code in (400, 403), name
