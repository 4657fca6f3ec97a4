"""The country of a count: whose people or soil it is of, and which country attacked."""

from __future__ import annotations

from runut.comparing.series_words import Words
from runut.model import Figure


def find(text: str, figure: Figure, sentence: tuple[int, int], clause: str, words: Words) -> str:
    """The country whose people or whose soil a count is of; empty where none is told.

    In this order: the country in what is counted; the only one that the sentence places it in; the one named after it in
    its clause, else last before it; the one whose health service counts; the one that counts, where another attacked it.
    """
    named = words.country.search(figure.counted or "")
    if named:
        return words.countries[named[0]]
    placed = [(m.start(), words.countries[m["country"]]) for m in words.inside.finditer(text, *sentence)]
    if len({country for _, country in placed}) > 1:
        after = [c for at, c in placed if figure.number.end <= at < figure.number.end + len(clause)]
        before = [c for at, c in placed if at < figure.number.start]
        return after[0] if after else before[-1] if before else ""
    if placed:
        return placed[0][1]
    home = words.country.search(figure.speaker or "")
    if home is None:
        return ""
    country, attacker = words.countries[home[0]], find_attacker(text, sentence, words)
    return country if words.says("home-source", figure.speaker or "") or attacker not in ("", country) else ""


def find_named(text: str, sentence: tuple[int, int], words: Words) -> frozenset[str]:
    """The countries that a sentence names."""
    return frozenset(words.countries[m[0]] for m in words.country.finditer(text, *sentence))


def find_attacker(text: str, sentence: tuple[int, int], words: Words) -> str:
    """The only country that a sentence says attacked; empty where there is none, or two."""
    found = {words.countries[m["country"]] for m in words.attack.finditer(text, *sentence)}
    return found.pop() if len(found) == 1 else ""
