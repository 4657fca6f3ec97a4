"""How much memory this process takes."""

from __future__ import annotations

import sys
from pathlib import Path


def measure_peak() -> int:
    """KiB of memory that this process has had at most, 0 where the system doesn't say.

    Linux counts in `ru_maxrss` what the parent had when it started the process, so the kernel's own figure of the process comes first.
    """
    try:
        status = Path("/proc/self/status").read_text("ascii", "replace")
    except OSError:
        status = ""
    _, _, high_water = status.partition("VmHWM:")
    if high_water:
        return int(high_water.split(maxsplit=1)[0])
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak
