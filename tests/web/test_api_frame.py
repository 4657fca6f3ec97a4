"""What every operation of the API has in common, shown on two operations of the test's own."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from runut.store.errors import Full, Unreachable
from runut.web.api import cursors, parameters, serving
from runut.web.api.operations import Answer, Call, Operation, Reply
from runut.web.api.problems import Problem
from runut.web.settings import Settings

TOKEN = "rahasia-sekali"


class Thing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Annotated[str, msgspec.Meta(min_length=1)]
    size: int = 0


FAULTS = {
    "full": Full("no room on the disk"),
    "away": Unreachable("the database does not answer"),
    "bug": RuntimeError("a secret of the inside"),
    "problem": Problem("conflict", "somebody else", {"other": 7}),
}


def look(call: Call) -> Reply:
    if (name := call.arguments["fault"]) is not None:
        raise FAULTS[name]
    return Reply(content={"id": call.arguments["id"], "text": "kapal " * 1000, "limit": call.arguments["limit"]})


def keep(call: Call) -> Reply:
    return Reply(content=call.body, status=201)


TABLE = (
    Operation(
        method="GET",
        path="/things/{id}",
        name="look",
        group="things",
        about="Look.",
        do=look,
        parameters=(
            parameters.identifier("id", "Its id."),
            parameters.number("limit", "How many.", low=1, high=9, default=5),
            parameters.choice("fault", "What goes wrong.", FAULTS),
        ),
        answers=(Answer(status=200, about="It.", record=dict[str, Any]),),
    ),
    Operation(
        method="POST",
        path="/things",
        name="keep",
        group="things",
        about="Keep.",
        do=keep,
        body=Thing,
        limit=1000,
        answers=(Answer(status=201, about="Kept.", record=Thing),),
    ),
)
ONE = "/api/v1/things/0123456789abcdef"
ALL = "/api/v1/things"


def client_of(settings: Settings) -> TestClient:
    app = Starlette(routes=serving.routes(TABLE))
    app.state.desk = None
    app.state.settings = settings
    app.state.token = settings.token
    return TestClient(app)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with client_of(Settings()) as opened:
        yield opened


@pytest.fixture(scope="module")
def locked() -> Iterator[TestClient]:
    with client_of(Settings(token=TOKEN)) as opened:
        yield opened


def test_an_answer_is_kept_by_its_etag(client: TestClient) -> None:
    first = client.get(ONE)
    assert first.status_code == 200
    assert first.headers["cache-control"] == "private, no-cache"
    again = client.get(ONE, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]
    assert client.get(ONE, params={"limit": 4}, headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_a_long_answer_is_packed_for_who_takes_it(client: TestClient) -> None:
    with client.stream("GET", ONE, headers={"Accept-Encoding": "br, gzip;q=0.5"}) as packed:
        data = b"".join(packed.iter_raw())
    assert packed.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["vary"]
    plain = client.get(ONE, headers={"Accept-Encoding": "gzip;q=0, identity"})
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(data) == plain.content
    assert len(data) < len(plain.content) / 5


def test_head_tells_what_get_would(client: TestClient) -> None:
    head = client.head(ONE)
    assert head.status_code == 200
    assert head.headers["etag"] == client.get(ONE).headers["etag"]


def test_options_and_405_say_what_is_allowed(client: TestClient) -> None:
    assert client.options(ONE).headers["allow"] == "GET, HEAD, OPTIONS"
    wrong = client.request("DELETE", ALL)
    assert wrong.status_code == 405
    assert wrong.headers["allow"] == "OPTIONS, POST"
    assert wrong.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v1/things/", "/api/v1/things/a/b", "/api/v1/things/../x"])
def test_what_is_not_there_is_a_problem_in_json(client: TestClient, path: str) -> None:
    answer = client.get(path, follow_redirects=False)
    assert answer.status_code == 404
    told = answer.json()
    assert told["status"] == 404
    assert told["type"] == "/api/v1/problems#not-found"
    assert told["todo"]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("limit=0", "limit"),
        ("limit=10", "limit"),
        ("limit=3.5", "limit"),
        ("limit=", "limit"),
        ("limit=٣", "limit"),
        ("limit=1&limit=2", "limit"),
        ("limits=1", "limits"),
        ("fault=none", "fault"),
        ("id=0123456789abcdef", "id"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_named(client: TestClient, query: str, named: str) -> None:
    answer = client.get(f"{ONE}?{query}")
    assert answer.status_code == 400
    assert answer.json()["parameter"] == named
    assert named in answer.json()["detail"]


def test_an_id_that_can_be_none_is_not_found(client: TestClient) -> None:
    assert client.get("/api/v1/things/x").status_code == 404
    assert client.get("/api/v1/things/0123456789ABCDEF").status_code == 404


@pytest.mark.parametrize(("fault", "status"), [("full", 507), ("away", 503), ("bug", 500), ("problem", 409)])
def test_a_fault_is_told_without_the_inside(client: TestClient, fault: str, status: int) -> None:
    answer = client.get(ONE, params={"fault": fault})
    assert answer.status_code == status
    told = answer.json()
    assert {"type", "title", "status", "detail", "todo"} <= told.keys()
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    if fault == "away":
        assert int(answer.headers["retry-after"]) > 0
    if fault == "problem":
        assert told["other"] == 7


@pytest.mark.parametrize(
    ("body", "status", "detail"),
    [
        (b'{"name": "kapal", "size": 3}', 201, ""),
        (b"", 400, "line 1"),
        (b"{", 400, "line 1"),
        (b'{"name": "kapal"}{}', 400, "line 1, column 18"),
        (b'{"name": "kapal", "size": NaN}', 400, "NaN"),
        (b'{"name": "\xff"}', 400, "utf-8"),
        (b"[" * 900, 400, ""),
        (b"null", 422, "null"),
        (b'{"size": 3}', 422, "name"),
        (b'{"name": ""}', 422, "$.name"),
        (b'{"name": "kapal", "size": "3"}', 422, "$.size"),
        (b'{"name": "kapal", "colour": "red"}', 422, "colour"),
        (b'{"name": "kapal", "size": 1e400}', 400, ""),
        (b'{"name": "' + b"k" * 1000 + b'"}', 413, "1,000 bytes"),
    ],
)
def test_a_body_is_read_or_told_of(client: TestClient, body: bytes, status: int, detail: str) -> None:
    answer = client.post(ALL, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    if status != 201:
        assert detail in answer.json()["detail"]


def test_half_a_character_is_no_body(client: TestClient) -> None:
    answer = client.post(ALL, content=b'{"name": "\\ud800"}', headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert "half a character" in answer.json()["detail"]


@pytest.mark.parametrize("declared", [b"2000000000", b"9" * 30, b"9" * 5000])
def test_a_body_that_says_it_is_too_large_is_not_read(client: TestClient, declared: bytes) -> None:
    def never() -> Iterator[bytes]:
        yield b"{"
        raise AssertionError("read on")

    headers = {"Content-Type": "application/json", "Content-Length": declared.decode()}
    assert client.post(ALL, content=b"{", headers=headers).status_code == 413


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/json; charset=utf-16"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
    ],
)
def test_only_json_is_taken(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post(ALL, content=b'{"name": "kapal"}', headers=headers)
    assert answer.status_code == 415
    _, _, charset = headers.get("Content-Type", "").partition("charset=")
    assert charset in answer.json()["detail"]  # what is wrong is named


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://jahat.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver.jahat.example"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_pages_from_elsewhere_write_nothing(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post(ALL, json={"name": "kapal"}, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{"Origin": "http://testserver"}, {"Sec-Fetch-Site": "same-origin"}, {}])
def test_pages_of_the_desk_and_programs_write(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post(ALL, json={"name": "kapal"}, headers=headers).status_code == 201


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer salah"},
        {"Authorization": f"Basic {TOKEN}"},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer \u00e9".encode("latin-1")},
        {"Cookie": f"runut_session={TOKEN}"},
    ],
)
def test_without_the_token_nothing_is_told(locked: TestClient, headers: dict[str, str | bytes]) -> None:
    for answer in (locked.get(ONE, headers=headers), locked.post(ALL, json={"name": "kapal"}, headers=headers)):
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert "kapal" not in answer.text


def test_with_the_token_all_is(locked: TestClient) -> None:
    headers = {"Authorization": f"bearer {TOKEN}"}
    assert locked.get(ONE, headers=headers).status_code == 200
    assert locked.post(ALL, json={"name": "kapal"}, headers=headers).status_code == 201


PLACES = st.integers(min_value=0, max_value=2**62)
FILTERS = st.dictionaries(
    st.sampled_from(["story", "outlet", "q"]), st.one_of(st.none(), st.text(max_size=20), st.booleans())
)


@given(PLACES, FILTERS)
def test_a_cursor_leads_back_to_its_place(place: int, filters: dict[str, Any]) -> None:
    cursor = cursors.write("/stories", filters, place)
    assert cursors.read("/stories", filters, cursor) == place
    assert cursor.isascii()
    for path, other in (("/articles", filters), ("/stories", {**filters, "title": "kapal"})):
        with pytest.raises(Problem):
            cursors.read(path, other, cursor)


@given(st.text(max_size=80))
def test_anything_else_is_no_cursor(text: str) -> None:
    with pytest.raises(Problem):
        cursors.read("/stories", {}, text)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2031-02-04T10:00:00Z", "2031-02-04T10:00:00.000000Z"),
        ("2031-02-04t10:00:00.5+07:00", "2031-02-04T03:00:00.500000Z"),
        ("2031-02-04T10:00:00.123456789-00:30", "2031-02-04T10:30:00.123456Z"),
    ],
)
def test_moments_are_told_in_utc(text: str, utc: str) -> None:
    assert parameters.moment("since", "").check(text) == utc


@pytest.mark.parametrize(
    "text",
    [
        "2031-02-04",
        "2031-02-04T10:00:00",
        "2031-02-30T10:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "kemarin",
        "2031-02-04T10:00:00 07:00",
    ],
)
def test_other_moments_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="wanted a moment"):
        parameters.moment("since", "").check(text)


def test_problems_have_every_name_once() -> None:
    from runut.web.api.problems import KINDS

    for kind in KINDS.values():
        assert 400 <= kind.status < 600
        assert kind.title
        assert kind.todo.endswith(".")
    assert json.dumps(Problem("conflict", "a\ud800b").members("/api/v1"))
