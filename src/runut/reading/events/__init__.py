"""The main happenings of an article: clauses told by a verb or noun of a lexicon, typed after PLOVER and three types of harm.

Types and their borders follow the PLOVER manual (Open Event Data Alliance); DISASTER, ACCIDENT and CRIME stand beside them.
"""

from __future__ import annotations

from dataclasses import replace

from runut.lang import Language
from runut.model import Anchor, Article, Credits, Date, Event, Name, Statement
from runut.reading.events.carrying import Carried
from runut.reading.events.choosing import Candidate, choose, find_features, read_weights, weigh
from runut.reading.events.claims import is_claim
from runut.reading.events.clauses import find_clauses
from runut.reading.events.kinds import find_harm
from runut.reading.events.lexicon import read_lexicon
from runut.reading.events.parties import find_idle
from runut.reading.events.reality import is_rejected
from runut.reading.events.telling import only_travels, tell
from runut.reading.events.told import Told
from runut.reading.events.triggers import find_sentences, read_tokens
from runut.reading.events.unlisted import MOST_UNLISTED
from runut.text import View
from runut.text.near import Near

# Of a report without a day nothing can be said to be later.
UNDATED = Anchor(day=None, origin=None)


def find(
    article: Article,
    view: View,
    credits: Credits,
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    language: Language,
    anchor: Anchor = UNDATED,
) -> tuple[Event, ...]:
    """The main events of one article in the order of the text; an event inside a quotation is alleged, and so is somebody's claim.

    What is later than a day of the report that is only guessed, or the first on which it may have appeared, is not for that still to come.
    """
    guessed = anchor.origin == "reports" or (anchor.origin == "text" and credits.published_or_later)
    candidates = find_candidates(article, view, names, dates, statements, language, UNDATED if guessed else anchor)
    weights = language.derive(read_weights)
    seen = find_features(candidates, article.title, view.words)
    weighed = [(weigh(features, weights), c.event) for c, features in zip(candidates, seen, strict=True)]
    rejected = {c.event.id for c in candidates if c.rejected}
    claimed = {c.event.id for c in candidates if c.claimed}
    main = sorted(choose(weighed, rejected), key=lambda e: (e.start, e.end))
    return tuple(replace(e, status="alleged") if e.id in claimed else e for e in main)


def find_candidates(
    article: Article,
    view: View,
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    language: Language,
    anchor: Anchor = UNDATED,
) -> list[Candidate]:
    """All that an article tells as happening, main or not, in the order of the text."""
    lexicon = language.derive(read_lexicon)
    sentences = find_sentences(view, lexicon)
    harm = find_harm(sentences, view.words, lexicon)
    guessed = MOST_UNLISTED if harm.guess else 0
    named = Near([(m.start, m.end, (name, m)) for name in names for m in name.mentions])
    spoken = Near([(s.start, s.end, s) for s in statements])
    out = []
    for n, (tokens, found, begin, end) in enumerate(sentences):
        if not found:
            if n >= guessed:
                continue
            tokens = read_tokens(view, begin, end)
        if not tokens:
            continue
        stretch = view.span(tokens[0].start, tokens[-1].end)
        told = Told(article, view, tokens, named.within(*stretch), lexicon, anchor.day)
        carried = Carried()
        for clause in find_clauses(n, tokens, found, view, lexicon, harm):
            told.idle.clear()
            told.owned_by = None
            charged = carried.is_charge(told, clause)
            event = tell(told, clause, dates, carried.find(told, clause))
            if event:
                carried.go_on(told, clause, event)
            if event and not only_travels(told, clause, event.actor):
                around = spoken.within(event.start, event.end)
                said = next((s for s in around if s.start <= event.start and event.end <= s.end), None)
                rejected = event.status == "denied" and is_rejected(tokens, clause, lexicon)
                claimed = event.status == "happened" and (charged or is_claim(told, clause, event, said))
                idle = find_idle(told, clause.trigger)
                out.append(Candidate(event, clause, said.form if said else None, idle, rejected, claimed))
    return out
