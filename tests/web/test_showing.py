"""Accounts as they are shown: those shown last are kept, and never after they were told anew."""

from __future__ import annotations

import pytest
from desk_pages import PLAIN_REPORT

from runut.desk import Desk
from runut.web import showing
from runut.web.showing import Accounts

CAME = {
    **PLAIN_REPORT,
    "outlet": "Suara Hulu",
    "url": "https://suara-hulu.example/jembatan",
    "text": (
        "Jembatan gantung Desa Sungai Betung dibuka lagi, Selasa (2/6/2026). Kepala desa Sarman menyebut biayanya "
        "Rp 45 juta. \u201cWarga sudah menunggu lama,\u201d kata Sarman."
    ),
}


@pytest.fixture
def bridge(desk: Desk) -> str:
    return next(row.id for row in desk.stories() if "Jembatan" in (row.title or ""))


def test_an_account_is_read_once(desk: Desk, bridge: str) -> None:
    accounts = Accounts()
    told, state = accounts.of(desk, bridge, fresh=True)
    assert state == desk.state(bridge)
    assert state.version == 1
    first, _ = accounts.of(desk, bridge, fresh=True)
    assert first == told == desk.account(bridge)
    assert accounts.of(desk, bridge, fresh=True)[0] is first
    assert accounts.of(desk, bridge, fresh=False) == (first, state)


def test_an_account_that_was_told_anew_is_read_anew(desk: Desk, bridge: str) -> None:
    accounts = Accounts()
    for _ in range(2):
        before, _ = accounts.of(desk, bridge, fresh=True)
    desk.take_in([CAME])
    desk.catch_up(tell=[bridge])
    after, state = accounts.of(desk, bridge, fresh=False)
    assert (len(before.articles), len(after.articles)) == (1, 2)
    assert after == desk.account(bridge)
    assert (state.version, state.stale) == (2, False)


def test_one_that_is_told_in_the_meantime_is_not_taken_for_the_other(
    desk: Desk, bridge: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts = Accounts()
    old = desk.account(bridge)
    desk.take_in([CAME])

    class Slow:
        """A desk whose account is told anew just after it was read."""

        def __init__(self) -> None:
            self.state = desk.state

        def account(self, story: str, *, fresh: bool) -> object:
            desk.catch_up(tell=[story])
            return old

    accounts.of(Slow(), bridge, fresh=False)  # type: ignore[arg-type]
    assert len(accounts.of(desk, bridge, fresh=False)[0].articles) == 2


def test_those_shown_longest_ago_make_room(
    desk: Desk, bridge: str, ferry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "KEPT", 7)
    accounts = Accounts()
    for _ in range(2):
        first, _ = accounts.of(desk, bridge, fresh=True)
    for _ in range(2):
        large, _ = accounts.of(desk, ferry, fresh=True)
    assert accounts.of(desk, ferry, fresh=True)[0] is large, "even one that is heavier than all together may be"
    assert accounts.of(desk, bridge, fresh=True)[0] is not first
    assert accounts.of(desk, bridge, fresh=True)[0] == first
