"""The main happenings of an article: clauses told by a verb or noun of a lexicon, typed after PLOVER and three types of harm.

Types and their borders follow the PLOVER manual (Open Event Data Alliance); DISASTER, ACCIDENT and CRIME stand beside them.
"""

from __future__ import annotations

from runut.lang import Language
from runut.model import Article, Credits, Date, Event, Name, Party, Statement
from runut.reading.events.choosing import choose, weigh
from runut.reading.events.clauses import find_clauses, find_harm
from runut.reading.events.lexicon import find_triggers, read_lexicon, split_words
from runut.reading.events.parties import subject_of
from runut.reading.events.telling import tell
from runut.text import View


def find(
    article: Article,
    view: View,
    credits: Credits,
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    language: Language,
) -> tuple[Event, ...]:
    """The main events of one article in the order of the text; an event inside a quotation is alleged."""
    lexicon = language.derive(read_lexicon)
    sentences = [split_words(view, a, b) for a, b in view.sentences()]
    triggers = [find_triggers(tokens, lexicon) for tokens in sentences]
    harm = find_harm(triggers)
    scored = []
    for n, (tokens, found) in enumerate(zip(sentences, triggers, strict=True)):
        before: Party | None = None
        until = 0
        for clause in find_clauses(n, tokens, found, view, lexicon, harm):
            carried = before if clause.form == "verb" and clause.first - until <= 1 else None
            event = tell(article, view, tokens, clause, names, dates, lexicon, carried)
            if event and clause.form == "verb":
                before, until = subject_of(event, clause), clause.last
            if event:
                told = any(s.start <= event.start and event.end <= s.end for s in statements)
                scored.append((weigh(clause, event, told), event))
    return tuple(sorted(choose(scored), key=lambda e: (e.start, e.end)))
