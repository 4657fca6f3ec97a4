"""Excerpts: a stretch with a few words of its sentence on both sides."""

from __future__ import annotations

import re

# An amount whose unit or scale stands behind it, `Rp 16.508` of `Rp 16.508 triliun`: cut off there it tells another value. A word that
# only ends in digits (`F-16`, `9/6/2031`) is none.
_OPEN_AMOUNT = re.compile(
    r"(?<![^\s(“\"])(?:(?:(?:Rp|US ?\$|USD|IDR|\$|€)\.? ?)?[+±-]?\d[\d.,:–-]{0,20}|(?:Rp|US ?\$|USD)\.?)$"
)
# A sentence that is whole ends so; one that a cut has left ends in a word or comma.
_ENDED = re.compile(r"[.!?…][\"”’')\]]{0,2}\s{0,3}$|[\"”]\s{0,3}$")
_WORD = re.compile(r"\S+\s*")


def around(text: str, within: tuple[int, int], start: int, end: int, before: int, behind: int) -> tuple[str, str, str]:
    """What stands before the stretch, the stretch, and what stands behind it, to be set side by side as they are, on one line.

    At most `before` and `behind` characters, cut at words and marked with `…` where the sentence (`within`) goes on; never between a
    number and the word behind it.
    """
    left, right = max(within[0], start - before), min(max(within[1], end), end + behind)
    head, tail = text[left:start], text[end:right]
    if left > within[0]:
        head = "… " + _behind_amount(text[within[0] : left], head)
    if right < within[1]:
        tail = without_open_amount(tail.rpartition(" ")[0]) + " …"
    return _on_one_line(head), _on_one_line(text[start:end]), _on_one_line(tail)


def is_ended(sentence: str) -> bool:
    """Whether a sentence ends as whole ones do: a caption, a heading and what was cut off end in no full stop."""
    return _ENDED.search(sentence) is not None


def without_open_amount(cut: str) -> str:
    """Words that were cut off, less the number at their end whose unit or scale is lost."""
    return _OPEN_AMOUNT.sub("", cut.rstrip()).rstrip()


def _behind_amount(gone: str, head: str) -> str:
    """The whole words of a head that begins somewhere, less the one that belongs to a number before it (`triliun`)."""
    broken, _, rest = head.partition(" ")
    gone = (gone + broken).rstrip()
    return _WORD.sub("", rest, count=1) if gone[-1:].isdigit() and _OPEN_AMOUNT.search(gone) else rest


def _on_one_line(text: str) -> str:
    """The words of a text with single blanks; one stays where it began or ended with some."""
    words = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{words}{' ' * (bool(words) and text[-1:].isspace())}"
