"""Captions of photographs: lines that end in the credit of a picture."""

from __future__ import annotations

import re

from runut.lang import Language

Found = tuple[int, int, str, str]

# A caption is no longer than this (characters).
LONGEST = 420
# A credit ends with one of these.
_CREDIT_ENDS = (")", "]", ").", "].")


# The last line of a report may be signed as a caption is: medium and writer, after the end of a sentence.
_SIGNED = re.compile(r"[.!?”\"]\s?\([\w.]{2,30}\s?/\s?[a-zA-Z][\w. ]{1,30}\)\s*$")


def _credit(language: Language) -> re.Pattern[str]:
    words = "|".join(row["phrase"] for row in language.table("photo_credits")) or "(?!)"
    return re.compile(
        rf"(?P<slash>[(\[](?:{words})[^()\n]{{0,60}}[)\]]\.?\s*$)|(?P<pair>\([A-Z][A-Z ]{{1,24}}/[A-Z][A-Za-z .]{{2,40}}\)\.?\s*$)"
    )


def _lead(language: Language) -> re.Pattern[str]:
    words = "|".join(row["phrase"] for row in language.table("photo_leads")) or "(?!)"
    return re.compile(rf"(?:{words})")


def find(text: str, spans: list[tuple[int, int]], language: Language) -> list[Found]:
    """Of the lines `spans` those that end in a picture's credit, or begin as only captions do."""
    credit, lead = language.derive(_credit), language.derive(_lead)
    found: list[Found] = []
    if len(spans) < 2:
        return found
    for start, end in spans:
        if end - start > LONGEST:
            continue
        credited = text.endswith(_CREDIT_ENDS, start, end) and credit.search(text, max(start, end - 90), end)
        signed = end == spans[-1][1] and len(spans) > 2 and _SIGNED.search(text, max(start, end - 90), end)
        if credited and not signed:
            found.append((start, end, "caption", "caption:credit"))
        elif lead.match(text, start, end):
            found.append((start, end, "caption", "caption:lead"))
    return found
