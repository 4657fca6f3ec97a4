"""The ids of articles so far."""

from __future__ import annotations

import pytest

from runut.batching import seen


def test_an_id_is_known_from_its_second_time_on() -> None:
    known = seen.Seen()
    assert known.add(["00000000000000ff", "ffffffffffffffff"]) == set()
    assert known.add(["00000000000000ff", "0000000000000001"]) == {"00000000000000ff"}
    assert known.add([]) == set()


def test_ids_that_were_merged_are_still_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "FRESH", 10)
    known = seen.Seen()
    for start in range(0, 200, 7):
        ids = [f"{n * 0x9E3779B97F4A7C15 % 2**64:016x}" for n in range(start, start + 7)]
        assert known.add(ids) == set()
        assert known.add(ids[:3]) == set(ids[:3])
