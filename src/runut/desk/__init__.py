"""The desk: joins store and reading; what was taken in is read, grouped, told, searched and corrected."""

from __future__ import annotations

from runut.desk.correcting import Asked, Standing
from runut.desk.desk import Desk
from runut.desk.records import (
    CaughtUp,
    Difference,
    Form,
    Named,
    NoSuchStory,
    NoSuchThing,
    Occupied,
    Profile,
    StoryState,
    Taken,
    Utterance,
)

__all__ = [
    "Asked",
    "CaughtUp",
    "Desk",
    "Difference",
    "Form",
    "Named",
    "NoSuchStory",
    "NoSuchThing",
    "Occupied",
    "Profile",
    "Standing",
    "StoryState",
    "Taken",
    "Utterance",
]
