"""The ids of all articles so far, in eight bytes each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint64]
# New ids are looked for one by one until there are so many; then they are merged into the sorted rest.
FRESH = 50_000


class Seen:
    """A set of ids that grows to many millions."""

    def __init__(self) -> None:
        self._sorted: Ids = np.empty(0, np.uint64)
        self._fresh: set[int] = set()

    def add(self, ids: Sequence[str]) -> set[str]:
        """Add ids, no two alike; those of them that were here before."""
        numbers = np.array([int(i, 16) for i in ids], np.uint64)
        places = np.searchsorted(self._sorted, numbers)
        places[places == len(self._sorted)] = 0
        old = self._sorted[places] == numbers if len(self._sorted) else np.zeros(len(numbers), bool)
        known = {i for i, n, o in zip(ids, numbers.tolist(), old.tolist(), strict=True) if o or n in self._fresh}
        self._fresh.update(numbers.tolist())
        if len(self._fresh) > FRESH:
            self._sorted = np.union1d(self._sorted, np.fromiter(self._fresh, np.uint64, len(self._fresh)))
            self._fresh.clear()
        return known
