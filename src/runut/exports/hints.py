"""Hints of harm: whether words tell that somebody was killed or injured, where no count and no clause of an event does."""

from __future__ import annotations

import re

_WORDS = {
    "killed": r"tewas(?:nya)?|menewaskan|meninggal(?:nya)?|gugur|terbunuh(?:nya)?|dibunuh|korban jiwa",
    "injured": r"luka-luka|(?:ter|me)luka(?:i)?|luka (?:berat|ringan|parah|serius|tembak|bacok|tusuk|bakar)|cedera",
}
_TOLD = {measure: re.compile(rf"\b(?:{words})\b(?! ?-)", re.IGNORECASE) for measure, words in _WORDS.items()}
# What is denied, feared or threatened happened to nobody; it stands before the word, in the same part of the sentence.
_NOT = re.compile(
    r"\b(?:tidak|tak|tanpa|bukan|belum|nihil|nol|akan|hendak|nyaris|hampir|jika|bila|kalau|agar|supaya|(?:di|ter|meng)?ancam(?:an)?|rencana|upaya|percobaan|ingin|mau|bisa|dapat)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"[,;:.]")


def tells(text: str, measure: str) -> bool:
    """Whether a sentence tells of somebody who came to such harm, and denies or fears it not."""
    found = _TOLD.get(measure)
    return found is not None and any(
        not _NOT.search(_PART.split(text[: told.start()])[-1]) for told in found.finditer(text)
    )
