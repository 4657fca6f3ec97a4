"""Two processes that write one file do it one after the other, on every system."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from runut import locking


def still() -> None:
    """Nothing to say."""


def test_two_threads_are_alone_one_after_the_other(tmp_path: Path) -> None:
    path, inside, most, waited = tmp_path / "state", [0], [0], []

    def work() -> None:
        with locking.alone(str(path), lambda: waited.append(1)):
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            time.sleep(0.15)
            inside[0] -= 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (inside, most) == ([0], [1])
    assert waited
    assert list(tmp_path.iterdir()) == []


def test_an_error_inside_lets_the_next_in(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(KeyError), locking.alone(str(tmp_path / "state"), still):
            raise KeyError
    (tmp_path / "state.lock").touch()  # left by a process that was killed
    with locking.alone(str(tmp_path / "state"), still):
        pass


def test_the_same_file_by_another_path_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    (tmp_path / "link").symlink_to(tmp_path / "state")
    with locking.alone(str(tmp_path / "link"), still):
        assert (tmp_path / "state.lock").exists()


def test_another_process_waits(tmp_path: Path) -> None:
    code = f"""
from runut import locking
with locking.alone({str(tmp_path / "state")!r}, lambda: print("waits", flush=True)):
    print("in", flush=True)
"""
    with locking.alone(str(tmp_path / "state"), still):
        other = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        assert other.stdout is not None
        assert other.stdout.readline() == "waits\n"
    assert other.communicate(timeout=60)[0] == "in\n"


@pytest.mark.parametrize(
    ("number", "taken"), [(None, True), (errno.EACCES, False), (errno.EDEADLK, False), (errno.ENOLCK, True)]
)
def test_windows_locks_a_byte_behind_the_end(
    number: int | None, taken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lock(handle: int, mode: int, count: int) -> None:
        assert (mode, count) == (7, 1)
        places.append(file.tell())
        if number is not None:
            raise OSError(number, "x")

    places: list[int] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_NBLCK=7, locking=lock))  # type: ignore[arg-type]
    with open(tmp_path / "state", "ab", buffering=0) as file:
        file.write(b"abc")
        assert locking.take(file) is taken
        assert file.tell() == 3
    assert places[0] > 1 << 32
