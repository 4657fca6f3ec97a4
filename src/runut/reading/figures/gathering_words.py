"""The words of crowds, and of those who guard, rescue or seek, compiled for the lexicon of figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.text.late import late


@dataclass(frozen=True, slots=True)
class GatheringWords:
    """Rows of `figure_words` as patterns; those that end in `$` are searched in what stands before a number."""

    guarding: re.Pattern[str]
    on_duty: frozenset[str]
    rescuing: re.Pattern[str]
    at_large: re.Pattern[str]
    pilgrims: re.Pattern[str]
    setting_out: re.Pattern[str]


def make(either: Mapping[str, str], words: Mapping[str, Sequence[str]]) -> GatheringWords:
    """The words of gatherings: `either` any word of a role in either case, `words` the words by role."""
    ignore = re.IGNORECASE
    return GatheringWords(
        guarding=late(rf"\b(?:{either['guarding']})\b", ignore),
        on_duty=frozenset(words["on-duty"]),
        rescuing=late(rf"\b(?:{either['rescuing']})\b", ignore),
        at_large=late(rf"\b(?:{either['at-large']})\b", ignore),
        pilgrims=late(rf"\b(?:{either['pilgrims']})\b", ignore),
        setting_out=late(rf"\b(?:{either['setting-out']})\b", ignore),
    )
