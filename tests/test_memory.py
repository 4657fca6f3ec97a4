"""The most memory that a process has had is its own, not that of the process that started it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from runut.memory import measure_peak

MIB = 1024


def test_what_was_taken_once_counts() -> None:
    before = measure_peak()
    taken = bytearray(b"x" * (64 * MIB * 1024))
    assert measure_peak() >= max(before, len(taken) // 1024)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux hands the figure down to a child")
def test_a_large_parent_does_not_count() -> None:
    ballast = bytearray(b"x" * (300 * MIB * 1024))
    tell = "from runut.memory import measure_peak; print(measure_peak())"
    child = subprocess.run([sys.executable, "-c", tell], check=True, capture_output=True, text=True)
    assert 0 < int(child.stdout) < len(ballast) // 1024 // 2
