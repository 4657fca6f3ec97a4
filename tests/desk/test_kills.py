"""Killed in the midst of catching up and begun again, the outcome is that of a run that nothing disturbed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from invented import FLOOD, STRIKE
from test_desk import state_of

from runut.desk import Desk, catching
from runut.lang import Language
from runut.store import open_store

CATCH_UP = """
import sys
from runut.desk import Desk, catching
from runut.store import open_store
catching.TOGETHER, catching.HELD = 1, 1.0
with open_store(sys.argv[1]) as store:
    Desk(store).catch_up(progress=lambda stage, done, of: print(stage, done, flush=True))
"""


def killed(store: Path, after: int) -> list[str]:
    """Catch up in a process of its own and kill it after so many lines; those it had told."""
    with subprocess.Popen(
        [sys.executable, "-c", CATCH_UP, str(store)], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(after)]
        os.kill(process.pid, signal.SIGKILL)
    return told


def test_killed_twice_and_begun_again_the_outcome_is_the_same(
    tmp_path: Path, languages: Mapping[str, Language]
) -> None:
    outcomes = []
    for name, kills in (("whole.db", ()), ("killed.db", (2, 4))):
        with open_store(tmp_path / name) as store:
            desk = Desk(store, using=languages)
            desk.take_in([*FLOOD, *STRIKE])
            for after in kills:
                told = killed(tmp_path / name, after)
                assert len(told) == after
                with store.reading() as view:  # what was told as done is kept
                    done = sum(line.startswith("read") for line in told)
                    assert sum(row.read for row in view.article_rows()) >= done
            desk.catch_up()
            outcomes.append(state_of(store))
    assert outcomes[0] == outcomes[1]


def test_a_lock_outlives_its_process_by_seconds_alone() -> None:
    assert 2 * catching.BEAT < catching.HELD <= 30
