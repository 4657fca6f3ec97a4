"""Many at one desk: nothing fails, and nothing that was acknowledged is lost. `./dev bench desk` does the same for a minute with more."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

from runut.cli import serving

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import desk_load  # noqa: E402


def test_writers_and_readers_at_once_fail_at_nothing(tmp_path: Path) -> None:
    with desk_load.serve(tmp_path / "news.db") as server:
        told = desk_load.load(server.address, writers=2, readers=10, seconds=5)
    assert told.errors == []
    assert told.added
    assert {"search (JSON)", "page of stories", "add an article"} <= told.seconds.keys()


def test_answers_do_not_wait_for_the_acknowledgement_of_their_head() -> None:
    with serving._listen("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()) as asking:
        answering, _ = listening.accept()
        with answering:
            assert answering.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert asking


def test_reports_of_the_load_are_reports_of_events() -> None:
    made = [desk_load.report(n) for n in range(200)]
    assert len({r["text"] for r in made}) == 200
    assert len({r["url"] for r in made}) == 200


def test_percentiles_are_what_they_are_by_hand() -> None:
    assert desk_load.percentile(range(1, 101), 0.99) == 100
    assert desk_load.percentile([5.0], 0.99) == 5.0
    assert desk_load.percentile([3, 1, 2], 0.5) == 2
