"""Persons, organisations and places, linked within one article.

The words of the view are spotted by a cascade of rules (`spotting`), a trained model weighs what they cannot place (`tagger`), the
places where one name stands together decide what it is (`deciding`), spellings, parts and short forms are joined (`linking`), and told
as records (`records`).
"""

from __future__ import annotations

from runut import text
from runut.lang import Language
from runut.model import Article, Credits, Name
from runut.reading.names import words
from runut.reading.names.brackets import find_brackets, find_others, join_brackets, join_others
from runut.reading.names.called import join_called
from runut.reading.names.deciding import decide
from runut.reading.names.keys import compile_links
from runut.reading.names.lexicon import Lexicon, compile_tables
from runut.reading.names.linking import join_parts, join_told, link
from runut.reading.names.records import Records
from runut.reading.names.spots import Found
from runut.reading.names.spotting import spot
from runut.reading.names.tagger import Tagger, compile_tagger
from runut.text import View

_HEADLINES = ("title", "standfirst")


def find(article: Article, view: View, credits: Credits, language: Language) -> tuple[Name, ...]:
    """The names of one article, each with all its mentions, in the order of their first mention."""
    lexicon = language.derive(compile_tables)
    found = _spots(view, lexicon, language.derive(compile_tagger))
    nodes = decide(found, view.text, lexicon)
    links = link(nodes, language.derive(compile_links), view.text)
    join_told(found.same, links)
    brackets = find_brackets(found.spots, view.text)
    join_brackets(brackets, links)
    join_others(find_others(found.spots, view.text, lexicon.uses.get("or", frozenset())), links)
    join_parts(links)
    join_called(found.called, found.spots, links)
    records = Records(article, links)
    records.add_body(view, found, brackets)
    for start, end in sorted((s.start, s.end) for s in credits.spans if s.kind in _HEADLINES):
        headline = text.view(article.text, language, [(0, start), (end, len(article.text))])
        records.add_headline(headline, _spots(headline, lexicon))
    return records.tell()


def _spots(view: View, lexicon: Lexicon, tagger: Tagger | None = None) -> Found:
    return spot(view.text, words.unglue(words.split(view), lexicon), lexicon, tagger)
