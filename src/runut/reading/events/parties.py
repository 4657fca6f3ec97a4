"""Who does an event and who undergoes it, by the frame of its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runut.model import Article, Event, Name, Party
from runut.reading.events.clauses import HARMS, Clause, governor
from runut.reading.events.lexicon import Lexicon
from runut.reading.events.triggers import Token
from runut.text import View

# What is said or asked goes `ke` someone, and not to a place.
ADDRESSED = frozenset({"REQUEST", "CONCEDE", "ACCUSE", "REJECT", "THREATEN"})
# A subject or object of more words is no plain party.
LONGEST_PARTY = 14

# A word of this shape is a verb or preposition, unless it is listed as a noun or numeral of the same shape.
_VERB = re.compile(r"(?:me[mnlrwy]|di|ter|ber)[a-z]{4,}")


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
    marks = lexicon.markers
    if trigger.row.frame == "noun":
        return _of_noun(article, view, tokens, clause, last, names, lexicon)
    begin, subject_end = first, trigger.first
    if (
        trigger.row.bare and begin < subject_end and tokens[subject_end - 1].word in marks["doer"]
    ):  # `dua orang kami tangkap`
        doer = _party(article, view, tokens, subject_end - 1, subject_end, names, lexicon)
        return doer, _party(
            article, view, tokens, begin, _cut(tokens, begin, subject_end - 1, view, lexicon), names, lexicon
        )
    at = governor(tokens, trigger, first, lexicon)
    if at is not None:
        subject_end = min(subject_end, at)
    while subject_end > begin and tokens[subject_end - 1].word in marks["auxiliary"]:
        subject_end -= 1
    if begin < subject_end and tokens[begin].word in marks["preposition"]:
        subject = None
    elif subject_end > begin or at is not None:
        subject = _party(article, view, tokens, begin, _cut(tokens, begin, subject_end, view, lexicon), names, lexicon)
    else:
        subject = before
    after = trigger.last
    by = after < last and tokens[after].word in marks["by"]
    aimed = after < last and tokens[after].word in marks["aimed"]
    asked = (
        clause.type == "REQUEST" and after < last and tokens[after].word in marks["asked"]
    )  # `mengimbau agar warga …`
    object_start = after + (by or aimed or asked)
    object_end = _object_end(tokens, object_start, last, view, lexicon)
    other = _party(article, view, tokens, object_start, object_end, names, lexicon)
    if trigger.row.frame == "active":
        if other and trigger.row.light and not (aimed or other.entity):
            other = None
        given = _after(
            marks["to"] | (marks["addressed"] if clause.type in ADDRESSED else frozenset()),
            article,
            view,
            tokens,
            after,
            last,
            names,
            lexicon,
        )
        return subject, given or other or _after(marks["with"], article, view, tokens, after, last, names, lexicon)
    if trigger.row.frame == "passive":
        acts = by or (after < last and _acts(tokens[after], view, lexicon))
        return other if acts else _after(
            lexicon.markers["by"], article, view, tokens, after, last, names, lexicon
        ), subject
    undergone = trigger.row.light and tokens[trigger.first].word in marks["light-passive"] | marks["amid"]
    if undergone or clause.type in (*HARMS, "CRIME"):
        return _attacker(article, view, tokens, clause, last, names, lexicon), subject
    return subject, _after(marks["with"], article, view, tokens, after, last, names, lexicon)


def _object_end(tokens: Sequence[Token], start: int, last: int, view: View, lexicon: Lexicon) -> int:
    """Where an object that begins at `start` ends: before a preposition, a comma or a verb of its own."""
    end = start
    while end < last and tokens[end].word not in lexicon.markers["preposition"]:
        if end > start and "," in view.text[tokens[end - 1].end : tokens[end].start]:
            break
        end += 1
    end = _cut(tokens, start, end, view, lexicon)
    while end > start and tokens[end - 1].word in lexicon.markers["auxiliary"]:
        end -= 1
    return end


def _after(
    words: frozenset[str],
    article: Article,
    view: View,
    tokens: Sequence[Token],
    first: int,
    last: int,
    names: Sequence[Name],
    lexicon: Lexicon,
) -> Party | None:
    """The party after the first of some prepositions in the rest of a clause (`oleh warga`, `dengan bupati`)."""
    for at in range(first, last):
        if tokens[at].word in words:
            return _party(
                article, view, tokens, at + 1, _object_end(tokens, at + 1, last, view, lexicon), names, lexicon
            )
    return None


def _of_noun(
    article: Article,
    view: View,
    tokens: Sequence[Token],
    clause: Clause,
    last: int,
    names: Sequence[Name],
    lexicon: Lexicon,
) -> tuple[Party | None, Party | None]:
    """The parties of a happening told by a noun: a name right after it, `oleh` and `terhadap`.

    The name acts (`serangan X`), but undergoes what nouns in `pe-…-an` tell (`penangkapan X`).
    """
    after = clause.trigger.last
    actor = _after(lexicon.markers["by"], article, view, tokens, after, last, names, lexicon)
    recipient = _after(lexicon.markers["aimed"], article, view, tokens, after, last, names, lexicon)
    owner = _owner(article, view, tokens, after, last, names, lexicon)
    word = tokens[clause.trigger.first].word
    if word.startswith("pe") and word.endswith("an"):
        return actor, recipient or owner
    return actor or owner, recipient


def _owner(
    article: Article,
    view: View,
    tokens: Sequence[Token],
    first: int,
    last: int,
    names: Sequence[Name],
    lexicon: Lexicon,
) -> Party | None:
    """The name that stands right after a noun, at most one word off (`serangan udara X`)."""
    for at in range(first, min(last, first + 2)):
        start, end = view.span(tokens[at].start, tokens[at].end)
        for name in names:
            for m in name.mentions:
                if m.start <= start and end <= m.end and name.type in ("PER", "ORG", "GPE"):
                    return Party(text=m.text, start=m.start, end=m.end, entity=name.id)
        if tokens[at].word in lexicon.markers["no-owner"]:
            return None
    return None


def _attacker(
    article: Article,
    view: View,
    tokens: Sequence[Token],
    clause: Clause,
    last: int,
    names: Sequence[Name],
    lexicon: Lexicon,
) -> Party | None:
    """Whose attack it was by which a clause tells that people came to harm (`tewas dalam serangan X`)."""
    if clause.type != "ASSAULT":
        return None
    for at in range(clause.trigger.last, last):
        if tokens[at].word in lexicon.markers["attack"]:
            return _owner(article, view, tokens, at + 1, last, names, lexicon)
    return None


def _party(
    article: Article,
    view: View,
    tokens: Sequence[Token],
    first: int,
    last: int,
    names: Sequence[Name],
    lexicon: Lexicon,
) -> Party | None:
    """The party of the words `first` to `last`, without the small words at its edges (`Selanjutnya X`, `X senantiasa`, `X saat ini`)."""
    first, last = _without_asides(tokens, first, last, lexicon)
    if not 0 < last - first <= LONGEST_PARTY:
        return None
    start, end = view.span(tokens[first].start, tokens[last - 1].end)
    text = article.text
    if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
        end += 1
    named = {n.id: n.type for n in names for m in n.mentions if start <= m.start and m.end <= end}
    people = [id_ for id_, kind in named.items() if kind == "PER"]
    inside = people or list(named)  # `the chair of the party, X`: X
    return Party(text=text[start:end], start=start, end=end, entity=inside[0] if len(inside) == 1 else None)


def _without_asides(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    asides, pointed, this = (lexicon.markers[kind] for kind in ("aside", "pointed", "pointer"))
    while first < last and tokens[first].word in asides:
        first += 1
    while last > first:
        word = tokens[last - 1].word
        if word in asides:
            last -= 1
        elif word in this and last - 2 > first and tokens[last - 2].word in pointed:
            last -= 2
        else:
            break
    return first, last


def subject_of(event: Event, clause: Clause) -> Party | None:
    """The subject of a clause that was told: whoever acts in an active one, whoever undergoes a passive or a harm."""
    return event.actor if clause.trigger.row.frame == "active" else event.recipient or event.actor


def _cut(tokens: Sequence[Token], first: int, last: int, view: View, lexicon: Lexicon) -> int:
    """Where a party ends: before another verb or preposition of its own (`Warga yang tergabung …`, `Panitia melalui …`)."""
    for at in range(first, last):
        word = tokens[at].word
        if not view.text[tokens[at].start].isupper() and (
            word in lexicon.markers["relative"] or (_VERB.match(word) and word not in lexicon.markers["unlike-verb"])
        ):
            return at
    return last


def _acts(token: Token, view: View, lexicon: Lexicon) -> bool:
    """Whether the word right after a passive says who did it: a name, or one of those who act (`ditangkap polisi`)."""
    return (
        view.text[token.start].isupper() and token.word not in lexicon.markers["law"]
    ) or token.word in lexicon.markers["agent"]
