"""Captions of photographs: lines that end in the credit of a picture."""

from __future__ import annotations

import re

from runut.lang import Language
from runut.reading.furniture import lines

Found = tuple[int, int, str, str]

# A caption is no longer than this (characters).
LONGEST = 420


def _credit(language: Language) -> re.Pattern[str]:
    words = "|".join(row["phrase"] for row in language.table("photo_credits")) or "(?!)"
    return re.compile(
        rf"(?P<slash>[(\[](?:{words})[^()\n]{{0,60}}[)\]]\s*$)|(?P<pair>\([A-Z][A-Z ]{{1,24}}/[A-Z][A-Za-z .]{{2,40}}\)\s*$)"
    )


def _lead(language: Language) -> re.Pattern[str]:
    words = "|".join(row["phrase"] for row in language.table("photo_leads")) or "(?!)"
    return re.compile(rf"(?:{words})")


def find(text: str, language: Language) -> list[Found]:
    """Lines that end in a picture's credit, or begin as only captions do."""
    credit, lead = language.derive(_credit), language.derive(_lead)
    found: list[Found] = []
    spans = lines.split(text)
    if len(spans) < 2:
        return found
    for start, end in spans:
        if end - start > LONGEST:
            continue
        tail = max(start, end - 90)
        if credit.search(text, tail, end):
            found.append((start, end, "caption", "caption:credit"))
        elif lead.match(text, start, end):
            found.append((start, end, "caption", "caption:lead"))
    return found
