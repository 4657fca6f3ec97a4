"""Comparing: the readings of one event's reports, side by side; pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from runut.lang import Language

if TYPE_CHECKING:
    from runut.model import Judgement, Reading, Story


def compare(readings: Iterable[Reading], language: Language, judgements: Iterable[Judgement] = ()) -> Story:
    """Make one story of the readings; the same for any order in which they come.

    They are taken from the oldest to the youngest. `judgements` are replayed in their order: they rule which findings go together and
    which are left out; the findings themselves stay in the readings.
    """
    # What only reads needs none of the steps, and pays for none of their modules.
    from runut.comparing import comparison

    return comparison.compare(readings, language, judgements)
