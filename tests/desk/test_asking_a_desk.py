"""Times that a desk is asked for from Python: in any offset, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from invented import FLOOD, STRIKE

from runut.desk import Desk


@pytest.fixture
def full(desk: Desk) -> Desk:
    """The desk over two stories."""
    desk.take_in([*FLOOD, *STRIKE])
    desk.catch_up()
    return desk


@pytest.mark.parametrize(
    "since", ["2026-01-01", "2026-01-01T08:00:00", "2026-01-01T08:00:00Z", "2026-01-01T15:00:00+07:00"]
)
def test_a_time_is_taken_in_any_offset(full: Desk, since: str) -> None:
    assert len(full.stories(changed_since=since)) == len(full.changed_stories(since)) == 2


def test_a_time_is_the_same_whatever_its_offset(full: Desk) -> None:
    at = full.stories()[0].changed_at  # in UTC
    there = datetime.fromisoformat(at).astimezone(timezone(timedelta(hours=7)))
    assert full.stories(changed_since=there.isoformat()) == full.stories(changed_since=at) != []
    later = there + timedelta(seconds=1)
    assert full.changed_stories(later.isoformat()) == []


@pytest.mark.parametrize("since", ["kemarin", "28/11/2026", "", "2026-13-01"])
def test_what_is_no_time_is_refused(full: Desk, since: str) -> None:
    with pytest.raises(ValueError, match="is no time; write it as"):
        full.changed_stories(since)
    with pytest.raises(ValueError, match="is no time; write it as"):
        full.stories(changed_since=since)
