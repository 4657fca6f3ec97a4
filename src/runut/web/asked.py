"""Asked: values out of addresses and cookies, which anybody may have written."""

from __future__ import annotations

# As long as any number of the store.
_LONGEST = 18


def number(text: str) -> int | None:
    """The whole number that a text of digits is; None for anything else, and for one longer than any that a page gives."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST else None
