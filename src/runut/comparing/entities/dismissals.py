"""Who lost an office: a report tells that somebody was dismissed, and which of his offices that ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from runut.model import Event, Mention, Name, Place, Reading
from runut.reading.names.keys import LinkWords

Losses = Mapping[str, Sequence[Event]]
"""By article: the dismissals that happened."""


@dataclass(frozen=True, slots=True)
class Lost:
    """An office that a report says somebody was dismissed from, the day of it, if told, and where it says so."""

    role: str
    day: str | None
    place: Place


def dismissals(readings: Iterable[Reading], words: LinkWords) -> Losses:
    """The events of the reports in which somebody is dismissed, by article: what is asked for, planned or denied is none."""
    out: dict[str, list[Event]] = defaultdict(list)
    for reading in readings:
        for event in reading.events:
            verb = event.rule.partition(":")[2]
            if event.status == "happened" and event.recipient is not None and words.is_word(verb, "dismisses"):
                out[reading.article.id].append(event)
    return out


def lost_by(
    group: Sequence[tuple[str, Name]], losses: Losses, first: Mapping[str, str | None], words: LinkWords
) -> list[Lost]:
    """The offices that somebody was dismissed from; `first` has his offices and the first day of each.

    1. Offices behind a word for one: `mencopot Rini dari jabatan Bupati Garut`; where none of his is told there, none.
    2. Offices that the clause names, where he leaves no other body: `mencopot Bupati Garut Rini`; not `dipecat dari partainya`.
    3. So his only office, where the day of it is not before the first that gives it: `Rini dipecat pada 6 Maret`.
    """
    out = []
    for article, name in group:
        for event in losses.get(article, ()):
            mention = next((m for m in name.mentions if _is_dismissed(m, event)), None)
            if mention is not None:
                place = Place(article=article, start=mention.start, end=mention.end)
                out += [Lost(role, event.date, place) for role in _offices(event, first, words)]
    return out


def _offices(event: Event, first: Mapping[str, str | None], words: LinkWords) -> list[str]:
    """The offices, of these, that a dismissal ends, by the rules of `lost_by`."""
    told = event.text.split()
    low = [word.strip(".,").lower() for word in told]
    if any(words.is_word(word, "once") for word in low):
        return []
    left = next((k + 1 for k, word in enumerate(low[:-1]) if words.is_word(word, "out-of")), 0)
    post = bool(left) and words.is_word(low[left], "post") and left + 1 < len(told) and told[left + 1][0].isupper()
    if left and not (post or words.is_word(low[left], "own-post")):
        return []
    where = f" {' '.join(low[left:] if post else low)} "
    named = [role for role in first if f" {role.lower()} " in where]
    if named or post or len(first) != 1:
        return named
    (role, day), *_ = first.items()
    return [role] if day and event.date and len(event.date) == len(day) and event.date >= day else []


def _is_dismissed(mention: Mention, event: Event) -> bool:
    """Whether a mention is whoever is dismissed: it opens what is told of, or closes it behind a comma (`Kepala dinas, Rini`)."""
    recipient = event.recipient
    if recipient is None or recipient.start is None or recipient.end is None:
        return False
    if not (recipient.start <= mention.start and mention.end <= recipient.end):
        return False
    before = recipient.text[: mention.start - recipient.start]
    return not before or (before.endswith(", ") and mention.end == recipient.end)
