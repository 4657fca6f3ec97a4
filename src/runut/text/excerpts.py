"""Excerpts: a stretch with a few words of its sentence on both sides."""

from __future__ import annotations


def around(text: str, within: tuple[int, int], start: int, end: int, before: int, behind: int) -> tuple[str, str, str]:
    """What stands before the stretch, the stretch, and what stands behind it, to be set side by side as they are, on one line.

    At most `before` and `behind` characters, cut at words and marked with `…` where the sentence (`within`) goes on.
    """
    left, right = max(within[0], start - before), min(max(within[1], end), end + behind)
    head, tail = text[left:start], text[end:right]
    if left > within[0]:
        head = "… " + head.partition(" ")[2]
    if right < within[1]:
        tail = tail.rpartition(" ")[0] + " …"
    return _on_one_line(head), _on_one_line(text[start:end]), _on_one_line(tail)


def _on_one_line(text: str) -> str:
    """The words of a text with single blanks; one stays where it began or ended with some."""
    words = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{words}{' ' * (bool(words) and text[-1:].isspace())}"
