"""Captions of photographs: lines that end in the credit of a picture."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.lang import Language
from runut.reading.furniture.lines import Found
from runut.text.gates import Gate, find_needed, gate_told
from runut.text.late import late

# A caption is no longer than this (characters).
LONGEST = 420
# A credit ends with one of these.
_CREDIT_ENDS = (")", "]", ").", "].")


# A report told in photographs has so many credited lines of so many characters, more than half of it: each is body but its credit.
FEWEST_PHOTOS, SHORTEST_PHOTO = 4, 60
_TOLD = re.compile(r"[.!?”\"]\s?$")

# The last line of a report may be signed as a caption is: medium and writer, after the end of a sentence.
_SIGNED = re.compile(r"[.!?”\"]\s?\([\w.]{2,30}\s?/\s?[a-zA-Z][\w. ]{1,30}\)\s*$")

# Among its last so many lines it may stand alone, behind the end of a sentence.
LAST_LINES = 3
_SIGNED_ALONE = re.compile(r"\([\w.]{2,30}\s?/\s?(?:[A-Z][\w.]{1,24}(?: [A-Z][\w.]{0,24}){0,4}|[a-z]{2,5})\)\s*")
_ENDS = (".", "!", "?", "”", '"')


def _credit(language: Language) -> re.Pattern[str]:
    words = "|".join(row["phrase"] for row in language.table("photo_credits")) or "(?!)"
    return re.compile(
        rf"(?P<slash>[(\[](?:{words})[^()\n]{{0,60}}[)\]]\.?\s*$)|(?P<pair>\([A-Z][A-Z ]{{1,24}}/[A-Z][A-Za-z .]{{2,40}}\)\.?\s*$)"
    )


@dataclass(frozen=True, slots=True)
class _Leads:
    """How captions begin: what is told by its first letters, and what may begin with anything, with letters that must stand in it."""

    told: Gate
    open: tuple[tuple[str, re.Pattern[str]], ...]


def _leads(language: Language) -> _Leads:
    told, untold = gate_told([row["phrase"] for row in language.table("photo_leads")])
    return _Leads(told, tuple((find_needed(phrase), late(phrase)) for phrase in untold))


def find(text: str, spans: list[tuple[int, int]], language: Language) -> list[Found]:
    """Of the lines `spans` those that end in a picture's credit, or begin as only captions do."""
    credit, leads = language.derive(_credit), language.derive(_leads)
    found: list[Found] = []
    credits: list[tuple[int, int, int]] = []
    if len(spans) < 2:
        return found
    # what begins with anything is dear to try at every line
    opened = [pattern for needed, pattern in leads.open if needed in text]
    for n, (start, end) in enumerate(spans):
        if end - start > LONGEST:
            continue
        credited = text.endswith(_CREDIT_ENDS, start, end) and credit.search(text, max(start, end - 90), end)
        signed = end == spans[-1][1] and len(spans) > 2 and _SIGNED.search(text, max(start, end - 90), end)
        if credited and not (signed or _is_signed_alone(text, spans, n)):
            found.append((start, end, "caption", "caption:credit"))
            credits.append((start, credited.start(), end))
        elif (leads.told.may_begin(text, start) and leads.told.pattern.match(text, start, end)) or any(
            pattern.match(text, start, end) for pattern in opened
        ):
            found.append((start, end, "caption", "caption:lead"))
    if len(credits) >= FEWEST_PHOTOS and 2 * sum(b - a for a, _, b in credits) > sum(b - a for a, b in spans):
        body = {a: at for a, at, _ in credits if at - a >= SHORTEST_PHOTO and _TOLD.search(text, a, at)}
        if len(body) >= FEWEST_PHOTOS:
            return [(body.get(a, a), b, kind, rule) for a, b, kind, rule in found]
    return found


def _is_signed_alone(text: str, spans: list[tuple[int, int]], n: int) -> bool:
    """Whether a line is nothing but medium and writer, and stands under the end of the report."""
    if n == 0 or n < len(spans) - LAST_LINES or not _SIGNED_ALONE.fullmatch(text, *spans[n]):
        return False
    return text[: spans[n - 1][1]].rstrip().endswith(_ENDS)
