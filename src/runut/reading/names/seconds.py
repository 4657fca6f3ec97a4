"""Offices that stand beside a person's name or first office: `Rini selaku Bupati Garut`, `Bupati Garut (Rini Wijayanti)`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from runut.reading.names.keys import LinkWords
from runut.reading.names.spots import Office, Spot

# The word before a name stands in this many characters.
_LONGEST = 20


def second_offices(
    text: str, offices: Sequence[Office], persons: Sequence[Spot], words: LinkWords
) -> Mapping[tuple[int, int], Spot]:
    """Whom an office that stands without a name is of, by where it stands: a word between (`yang juga`), or brackets, tell it."""
    held = [office for office in offices if office.single and not office.bare]
    if not (held and persons):
        return {}
    opens: dict[int, Spot] = {}
    for spot in persons:
        opens.setdefault(spot.start if spot.outer is None else spot.outer, spot)
    starts: dict[int, list[Office]] = defaultdict(list)
    for office in held:
        starts[office.start].append(office)
    out = {}
    for spot in persons:
        start = spot.start if spot.outer is None else spot.outer  # not `Ibu Rini Wijayanti`
        before = text[max(start - _LONGEST, 0) : start].lower().split()[-1:]
        if any(words.is_word(word, "kin") for word in before):
            continue  # `istri Rini Wijayanti yang juga Bupati Garut`: the wife may hold it as well as Rini
        after = words.as_office.match(text, spot.end)
        for office in starts.get(after.end(), ()) if after else ():
            out[office.start, office.end] = spot  # `Rini Wijayanti yang juga Bupati Garut`
    named = dict(opens)
    for office in held:
        if text[office.end : office.end + 2] == ", " and office.end + 2 in opens:
            named.setdefault(office.start, opens[office.end + 2])
    for office in held:
        after = words.also_office.match(text, office.end)
        if after and after.end() in named:
            out[office.start, office.end] = named[after.end()]  # `Ketua Partai Kalimas yang juga Bupati Garut Rini`
            continue
        bracket = text.find(" (", office.start, office.end + 2)
        inner = opens.get(bracket + 2) if bracket >= 0 else None
        if inner is not None and text[inner.end : inner.end + 1] == ")" and office.end in (bracket, inner.end + 1):
            out[office.start, office.end] = inner
    return out
