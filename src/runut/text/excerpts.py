"""Excerpts: a stretch with a few words of its sentence on both sides."""

from __future__ import annotations


def around(text: str, within: tuple[int, int], start: int, end: int, before: int, behind: int) -> tuple[str, str, str]:
    """What stands before the stretch, the stretch, and what stands behind it, each on one line.

    At most `before` and `behind` characters, cut at words and marked with `…` where the sentence (`within`) goes on.
    """
    left, right = max(within[0], start - before), min(max(within[1], end), end + behind)
    head, tail = text[left:start], text[end:right]
    if left > within[0]:
        head = "… " + head.partition(" ")[2]
    if right < within[1]:
        tail = tail.rpartition(" ")[0] + " …"
    return " ".join(head.split()), " ".join(text[start:end].split()), " ".join(tail.split())
