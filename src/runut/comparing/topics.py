"""The topic of a figure: what two of one measure must share to stand in one series."""

from __future__ import annotations

from runut.comparing.measures import PEOPLE, THINGS
from runut.comparing.series_words import Words
from runut.model import Figure

# Which price of a currency it is stands no further before it.
RATE_REACH = 250
# A level is one of a currency where the currency is named no further before it.
EXCHANGE_REACH = 110
# The topic of those found on one day, which is no toll.
FOUND = "found"
# The topics of the price of a currency and of goods.
RATE, PRICE = "rate", "price"
# Nouns of these kinds are of people.
PERSONS = frozenset(["person", "people-classifier"])
# The sort of price of a currency that is meant where none is named.
MARKET = "market"


def find(
    figure: Figure, head: str, before: str, clause: str, text: str, inside: tuple[int, int], words: Words
) -> tuple[str, ...]:
    """What two figures of one measure must share to stand in one series; of measure `other`, what tells of one thing at once."""
    measure, sentence = figure.measure, text[inside[0] : inside[1]]
    if measure == "age":
        return ("",)
    if measure in THINGS:
        handled = words.value("handled", clause) if measure == "vehicles" else ""
        return (words.aliases.get(head) or (head.split()[0] if head else ""), handled)
    if measure in PEOPLE:
        handled = "" if measure in ("evacuated", "rescued", "injured") else words.last_value("handled", clause)
        if not handled and measure in ("killed", "affected"):
            handled = "" if words.says("update", before) else words.value("handling", before)
            if not handled and words.says("finding", f"{before} {clause}") and not words.says("so-far", sentence):
                handled = FOUND
        households = "households" if head in words.households or head.split(" ")[0] in words.households else ""
        return (handled or households, words.value("aid", f"{before} {clause}"))
    if measure == "other" and (head in words.animals or head == "ekor"):
        return ("animals",)
    if measure == "other":
        topic = words.value("topic", figure.rule) or words.value("topic", clause)
        return (topic or head,)
    if measure == "money":
        return _rate(figure, before, text, words) or (words.value("loss", before),)
    return ("",)


def _rate(figure: Figure, before: str, text: str, words: Words) -> tuple[str, ...]:
    """The topic of a price, nothing for a sum: of a currency, and which of its prices (a bank's, the middle one); of goods.

    1. `per` or a stroke after it, within its unit or behind it; 2. told as a level, of what is not known yet.
    """
    named = words.rate.match(text, figure.number.end) or words.rate.match(text, figure.end)
    sort = words.last_value("rate-sort", text[max(0, figure.number.start - RATE_REACH) : figure.number.start])
    sort = "" if sort == MARKET else sort
    if named and _is_no_goods(named["what"].lower(), words):
        return ()
    if named is None:
        near = text[max(0, figure.number.start - EXCHANGE_REACH) : figure.number.start]
        return (RATE, "", sort) if words.rated.search(before) and words.says("exchange", near) else ()
    what = named["what"].lower()
    return (RATE, words.values["currency", what], sort) if ("currency", what) in words.values else (PRICE, what)


def _is_no_goods(what: str, words: Words) -> bool:
    """Whether what stands behind `per` is nothing that is sold: `Rp 5 miliar per tahun`, `Rp 20.000 per orang`."""
    return what in words.spells or ("per-head", what) in words.values or words.kinds.get(what) in PERSONS
