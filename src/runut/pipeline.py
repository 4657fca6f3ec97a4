"""THE list of reading steps, in order, with what each needs and what it gives.

A report is read in two passes, so that a day is never guessed: `glance` finds what stands by itself; then
`comparing.anchors` settles the day from which relative expressions count; `read` does the rest with that day as an argument.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from runut import text
from runut.lang import Language
from runut.model import Anchor, Article, Credits, Date, Furniture, Reading, Timex
from runut.reading import credits as credits_
from runut.reading import dates, events, figures, furniture, names, statements, tongue
from runut.reading.furniture import lines, recurring, standfirsts
from runut.text import gates

Languages = Mapping[str, Language]


@dataclass(frozen=True, slots=True)
class Step:
    """One layer of the reading: `find(*needs)` gives the layer `gives`.

    It abstains, and the layer is empty, for a language that lacks one of its `tables`.
    """

    gives: str
    find: Callable[..., Any]
    needs: tuple[str, ...]
    tables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The first pass over an article: all that must be known before a relative day can be placed, and the view that both passes read."""

    article: Article
    language: str
    furniture: tuple[Furniture, ...]
    credits: Credits
    view: text.View
    full_dates: tuple[Date, ...]


def _places(article: Article) -> gates.Places:
    return gates.find_places(article.text)


def _lines(article: Article) -> list[tuple[int, int]]:
    return lines.split(article.text)


def _view(article: Article, page: tuple[Furniture, ...], credits: Credits, language: Language) -> text.View:
    return text.view(article.text, language, standfirsts.hidden(page, credits), (article.title or "").split())


FIRST = (
    Step("places", _places, ("article",)),
    Step("lines", _lines, ("article",)),
    Step("furniture", furniture.find, ("article", "language", "recurring", "places", "lines"), tables=("furniture",)),
    Step("credits", credits_.find, ("article", "furniture", "language", "places", "lines")),
    Step("page", standfirsts.release, ("article", "furniture", "credits")),
    Step("view", _view, ("article", "page", "credits", "language")),
    Step("full_dates", dates.find_full, ("article", "view", "credits", "language"), tables=("months",)),
)
SECOND = (
    Step("dates", dates.find, ("article", "view", "credits", "anchor", "language"), tables=("months",)),
    Step("names", names.find, ("article", "view", "credits", "language"), tables=("titles",)),
    Step("statements", statements.find, ("article", "view", "credits", "names", "dates", "language"), tables=("cues",)),
    Step(
        "figures",
        figures.find,
        ("article", "view", "credits", "names", "dates", "statements", "language", "anchor"),
        tables=("measures",),
    ),
    Step(
        "events",
        events.find,
        ("article", "view", "credits", "names", "dates", "statements", "language", "anchor"),
        tables=("event_words",),
    ),
)
LAYERS = ("furniture", "credits", "names", "dates", "statements", "figures", "events")
"""The layers that a reader may ask for by name."""


def glance(article: Article, languages: Languages, recurs: recurring.Known | None = None) -> Glance:
    """The first pass over one article, in its own language where there are tables for it; `recurs` are lines known as furniture."""
    code = tongue.find(article, languages)
    layers = _run(FIRST, {"article": article, "language": _language(code, languages), "recurring": recurs})
    return Glance(
        article=article,
        language=code,
        furniture=layers["page"],
        credits=layers["credits"],
        view=layers["view"],
        full_dates=layers["full_dates"],
    )


def read(first: Glance, anchor: Anchor, languages: Languages, only: Iterable[str] | None = None) -> Reading:
    """The second pass; with `only`, just those layers and what they need, the others empty."""
    language = _language(first.language, languages)
    given = {
        "article": first.article,
        "language": language,
        "furniture": first.furniture,
        "credits": first.credits,
        "anchor": anchor,
        "view": first.view,
    }
    layers = _run(SECOND if only is None else _needed(SECOND, only), given)
    return Reading(
        article=first.article,
        language=first.language,
        anchor=anchor,
        furniture=first.furniture,
        credits=first.credits,
        sentences=layers["view"].find_sentences(),
        quotations=layers["view"].find_quotations(),
        names=layers.get("names", ()),
        dates=layers.get("dates", ()),
        statements=layers.get("statements", ()),
        figures=layers.get("figures", ()),
        events=layers.get("events", ()),
    )


def is_reading_of(reading: Reading, first: Glance, anchor: Anchor) -> bool:
    """Whether `read` would give this reading, made in full by the same program: everything that the second pass takes is the same."""
    return (
        reading.article == first.article
        and reading.language == first.language
        and reading.anchor == anchor
        and reading.furniture == first.furniture
        and reading.credits == first.credits
    )


def find_timexes(reading: Reading, languages: Languages) -> tuple[Timex, ...]:
    """The time expressions of a report that was read, as TIMEX3; none for a language without the tables."""
    language = _language(reading.language, languages)
    if "durations" not in language.tables:
        return ()
    view = _view(reading.article, reading.furniture, reading.credits, language)
    return dates.find_timexes(reading.article, view, reading.credits, reading.anchor, language)


def _language(code: str, languages: Languages) -> Language:
    """The tables for a language; where there are none, those of Indonesian, this program's first language."""
    return languages[code] if code in languages else languages["id"]


def _run(steps: Iterable[Step], layers: dict[str, Any]) -> dict[str, Any]:
    tables = layers["language"].tables.keys()
    for step in steps:
        known = tables >= set(step.tables)
        layers[step.gives] = step.find(*[layers[name] for name in step.needs]) if known else ()
    return layers


def _needed(steps: tuple[Step, ...], only: Iterable[str]) -> list[Step]:
    wanted = set(only)
    for step in reversed(steps):
        if step.gives in wanted:
            wanted.update(step.needs)
    return [step for step in steps if step.gives in wanted]
