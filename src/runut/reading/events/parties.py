"""Who does an event and who undergoes it, by the frame of its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runut.model import Article, Event, Name, Party
from runut.reading.events.clauses import HARMS, Clause, governor
from runut.reading.events.lexicon import Lexicon, Token
from runut.text import View

# A subject or object of more words is no plain party.
LONGEST_PARTY = 14

# A word of this shape is a verb or preposition, unless it is listed as a noun or numeral of the same shape.
_VERB = re.compile(r"(?:me[mnlrwy]|di|ter|ber)[a-z]{4,}")
# `dijerat Pasal 5`: no one who acts.
_LAWS = frozenset({"pasal", "uu", "undang-undang", "kuhp"})
_AIMING = frozenset({"terhadap", "kepada", "atas"})


def find_parties(
    article: Article,
    view: View,
    tokens: Sequence[Token],
    clause: Clause,
    first: int,
    last: int,
    names: Sequence[Name],
    lexicon: Lexicon,
    before: Party | None,
) -> tuple[Party | None, Party | None]:
    """Actor and recipient of a clause at tokens `first` to `last`; None where the words do not make it plain.

    `before` is the subject of the clause before in the same sentence, which a clause without one carries on.
    """
    trigger = clause.trigger
    if trigger.row.frame == "noun":
        return None, None
    marks = lexicon.markers
    begin, subject_end = first, trigger.first
    at = governor(tokens, trigger, first)
    if at is not None:
        subject_end = min(subject_end, at)
    while subject_end > begin and tokens[subject_end - 1].word in marks["auxiliary"]:
        subject_end -= 1
    if begin < subject_end and tokens[begin].word in marks["preposition"]:
        subject = None
    elif subject_end > begin or at is not None:
        subject = _party(article, view, tokens, begin, _cut(tokens, begin, subject_end, view, lexicon), names)
    else:
        subject = before
    after = trigger.last
    by = after < last and tokens[after].word == "oleh"
    aimed = after < last and tokens[after].word in _AIMING
    object_start = after + (by or aimed)
    object_end = object_start
    while object_end < last and tokens[object_end].word not in marks["preposition"]:
        if object_end > object_start and "," in view.text[tokens[object_end - 1].end : tokens[object_end].start]:
            break
        object_end += 1
    other = _party(article, view, tokens, object_start, object_end, names)
    if trigger.row.frame == "active":
        return subject, other if other and (not trigger.row.light or aimed or other.entity) else None
    if trigger.row.frame == "passive":
        acts = by or (after < last and _acts(tokens[after], view, lexicon))
        return (other if acts else None), subject
    return (None, subject) if clause.type in (*HARMS, "CRIME") else (subject, None)


def _party(
    article: Article, view: View, tokens: Sequence[Token], first: int, last: int, names: Sequence[Name]
) -> Party | None:
    if not 0 < last - first <= LONGEST_PARTY:
        return None
    start, end = view.span(tokens[first].start, tokens[last - 1].end)
    named = {n.id: n.type for n in names for m in n.mentions if start <= m.start and m.end <= end}
    people = [id_ for id_, kind in named.items() if kind == "PER"]
    inside = people or list(named)  # `the chair of the party, X`: X
    return Party(text=article.text[start:end], start=start, end=end, entity=inside[0] if len(inside) == 1 else None)


def subject_of(event: Event, clause: Clause) -> Party | None:
    """The subject of a clause that was told: whoever acts in an active one, whoever undergoes a passive or a harm."""
    return event.actor if clause.trigger.row.frame == "active" else event.recipient or event.actor


def _cut(tokens: Sequence[Token], first: int, last: int, view: View, lexicon: Lexicon) -> int:
    """Where a subject ends: before another verb or preposition of its own (`Warga yang tergabung …`, `Panitia melalui …`)."""
    for at in range(first, last):
        word = tokens[at].word
        if not view.text[tokens[at].start].isupper() and (
            word == "yang" or (_VERB.match(word) and word not in lexicon.markers["unlike-verb"])
        ):
            return at
    return last


def _acts(token: Token, view: View, lexicon: Lexicon) -> bool:
    """Whether the word right after a passive says who did it: a name, or one of those who act (`ditangkap polisi`)."""
    return (view.text[token.start].isupper() and token.word not in _LAWS) or token.word in lexicon.markers["agent"]
