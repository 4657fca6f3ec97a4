"""The main happenings of an article: clauses told by a verb or noun of a lexicon, typed after PLOVER and three types of harm.

Types and their borders follow the PLOVER manual (Open Event Data Alliance); DISASTER, ACCIDENT and CRIME stand beside them.
"""

from __future__ import annotations

from runut.lang import Language
from runut.model import Anchor, Article, Credits, Date, Event, Name, Party, Statement
from runut.reading.events.choosing import Candidate, choose, find_features, read_weights, weigh
from runut.reading.events.clauses import Clause, find_clauses
from runut.reading.events.kinds import find_harm
from runut.reading.events.lexicon import Lexicon, read_lexicon
from runut.reading.events.parties import find_idle, subject_of
from runut.reading.events.reality import is_rejected
from runut.reading.events.subjects import speaker_of, speaks_of_itself
from runut.reading.events.telling import only_travels, tell
from runut.reading.events.told import VICTIMS, Told
from runut.reading.events.triggers import find_sentences, read_tokens
from runut.reading.events.unlisted import MOST_UNLISTED
from runut.text import View
from runut.text.near import Near

# Whoever undergoes one of these has done the crime that is told behind it as its cause.
CAUGHT = ("ACCUSE", "COERCE", "SANCTION")

# Whoever comes to harm as the cause of one of these is visited or helped.
FOR_VICTIMS = ("AID", "CONSULT")

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
    """The main events of one article in the order of the text; an event inside a quotation is alleged.

    What is later than a day of the report that is only guessed, or the first on which it may have appeared, is not for that still to come.
    """
    guessed = anchor.origin == "reports" or (anchor.origin == "text" and credits.published_or_later)
    candidates = find_candidates(article, view, names, dates, statements, language, UNDATED if guessed else anchor)
    weights = language.derive(read_weights)
    seen = find_features(candidates, article.title, view.words)
    weighed = [(weigh(features, weights), c.event) for c, features in zip(candidates, seen, strict=True)]
    rejected = {c.event.id for c in candidates if c.rejected}
    return tuple(sorted(choose(weighed, rejected), key=lambda e: (e.start, e.end)))


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
        before: Party | None = None
        caught: Party | None = None
        visited: Party | None = None
        harmed = False
        until = 0
        for clause in find_clauses(n, tokens, found, view, lexicon, harm):
            carried = before if clause.form == "verb" and clause.first - until <= 1 else None
            if clause.form == "verb" and speaks_of_itself(told, clause):
                carried = speaker_of(told, clause, until) or carried
            if (
                carried
                and caught
                and clause.type in ("CRIME", "ASSAULT")
                and tokens[clause.first - 1].word
                in lexicon.markers["boundary" if clause.type == "CRIME" and not harmed else "because"]
            ):
                carried = caught  # `polisi membekuk dua orang karena mencuri`
            elif (
                carried
                and visited
                and _is_undergone(clause, lexicon)
                and tokens[clause.first - 1].word in lexicon.markers["boundary"]
            ):
                carried = visited  # `bupati mendatangi balai setelah diserang massa`
            told.idle.clear()
            told.owned_by = None
            event = tell(told, clause, dates, carried)
            if event and clause.form == "verb":
                before, until = subject_of(event, clause), clause.last
                active = clause.trigger.row.frame == "active"
                caught = event.recipient if event.type in CAUGHT or (active and event.type in VICTIMS) else None
                harmed = event.type in VICTIMS
                visited = event.recipient if active and event.type in FOR_VICTIMS else None
            if event and not only_travels(told, clause, event.actor):
                around = spoken.within(event.start, event.end)
                said = next((s.form for s in around if s.start <= event.start and event.end <= s.end), None)
                rejected = event.status == "denied" and is_rejected(tokens, clause, lexicon)
                out.append(Candidate(event, clause, said, find_idle(told, clause.trigger), rejected))
    return out


def _is_undergone(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause says that its subject came to harm."""
    row = clause.trigger.row
    return clause.type in VICTIMS and (row.frame == "passive" or row.words[0] in lexicon.harmed)
