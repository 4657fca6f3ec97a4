"""A look: what was new stays new while a reader goes back and forth, and is old after an absence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import Response

from runut.web import looks
from runut.web.looks import PAUSE, Look


def request(cookie: str = "") -> Request:
    headers = [(b"cookie", f"seen={cookie}".encode())] if cookie else []
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": headers, "scheme": "http"}
    return Request({**scope, "server": ("testserver", 80)})


class Reader:
    """A browser that comes back at its times."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.clock = 1_000_000.0
        self._cookie = ""
        monkeypatch.setattr(looks.time, "time", lambda: self.clock)

    def looks_at(self, now: int) -> int | None:
        look = Look(request(self._cookie), "seen", now)
        response = look.keep(Response())
        self._cookie = response.headers["set-cookie"].partition(";")[0].partition("=")[2]
        return look.since


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    return Reader(monkeypatch)


def test_a_first_look_has_nothing_to_compare_with(reader: Reader) -> None:
    assert reader.looks_at(5) is None
    reader.clock += 60
    assert reader.looks_at(5) is None


def test_what_comes_during_a_first_look_is_new(reader: Reader) -> None:
    """Who opens a story, adds a report and comes back sees what the report changed."""
    reader.looks_at(1)
    reader.clock += 600
    assert reader.looks_at(3) == 1
    reader.clock += 600
    assert reader.looks_at(4) == 1


def test_after_an_absence_all_since_is_new_and_stays_so(reader: Reader) -> None:
    reader.looks_at(5)
    reader.clock += PAUSE + 1
    assert reader.looks_at(8) == 5
    reader.clock += 60
    assert reader.looks_at(9) == 5
    reader.clock += PAUSE - 1
    assert reader.looks_at(9) == 5
    reader.clock += PAUSE + 1
    assert reader.looks_at(9) == 9


def test_a_page_that_is_left_open_is_an_absence(reader: Reader) -> None:
    reader.looks_at(1)
    reader.clock += 8 * 3600
    assert reader.looks_at(4) == 1


def test_a_count_that_went_back_is_no_ground(reader: Reader) -> None:
    """Another store under the same address."""
    reader.looks_at(50)
    reader.clock += PAUSE + 1
    assert reader.looks_at(3) is None


@given(
    st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=';,"\\'), max_size=30),
    st.integers(0, 99),
)
def test_any_cookie_is_read_without_a_fault(cookie: str, now: int) -> None:
    look = Look(request(cookie), "seen", now)
    assert look.since is None or 0 <= look.since <= now
    again = Look(request(look.keep(Response()).headers["set-cookie"].partition(";")[0].partition("=")[2]), "seen", now)
    assert again.since == look.since or look.since is None
