"""The desk: joins store and reading; what was taken in is read, grouped, told, searched and corrected."""

from __future__ import annotations

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
    "CaughtUp",
    "Desk",
    "Difference",
    "Form",
    "Named",
    "NoSuchStory",
    "NoSuchThing",
    "Occupied",
    "Profile",
    "StoryState",
    "Taken",
    "Utterance",
]
