"""What of an article's text is page and not report: rubrics, adverts, links, captions, share lines, repeated blocks."""

from __future__ import annotations

from runut.lang import Language
from runut.model import Article, Furniture
from runut.reading.furniture import blocks, captions, lines, phrases, recurring, strays
from runut.text.gates import Places, find_places


def find(
    article: Article,
    language: Language,
    known: recurring.Known | None = None,
    places: Places | None = None,
    spans: list[tuple[int, int]] | None = None,
) -> tuple[Furniture, ...]:
    """Stretches of page furniture and repeated blocks, in order, not overlapping; they are marked, nothing is cut.

    `known` are the lines that a batch has taught to recur (`recurring.settle`), `places` what `find_places` gives for the text,
    `spans` what `lines.split` does.
    """
    text = article.text
    if not text.strip():
        return ()
    spans = lines.split(text) if spans is None else spans
    places = find_places(text) if places is None else places
    found = phrases.find(text, spans, places, language)
    found += captions.find(text, spans, language)
    found += strays.find(text, language)
    found += strays.find_bulleted(text, spans, language)
    found += strays.find_listed(text, spans, language)
    found += recurring.find(article, known or {}, language)
    found += blocks.find_doubles(text, spans, found)
    found += blocks.find_glued_doubles(text, language)
    found += blocks.find_repeats(text, places.low, found)
    found += blocks.find_tail(text, spans, found, language)
    ordered = sorted(found, key=lambda f: (f[0], -f[1], f[3]))  # of two that begin at one place the longer
    return tuple(
        Furniture(start=a, end=b, text=text[a:b], kind=kind, rule=rule)
        for a, b, kind, rule in lines.apart(text, ordered)
    )
