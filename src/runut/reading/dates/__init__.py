"""Days, periods and clock times, placed on the calendar.

The grammar is matched over the view, word by word; a self-contained date gets its value at once, one that hangs on another (`pukul 10.00`,
`saat itu`, `keesokan harinya`) when all others have theirs. Nothing is guessed: without a day to count from there is no value.
"""

from __future__ import annotations

from datetime import date

from runut import text
from runut.lang import Language
from runut.model import Anchor, Article, Credits, Date, Timex
from runut.reading.dates import befallen, expressions, grammar, loosely, timex
from runut.reading.dates.befallen import Befalling
from runut.reading.dates.grammar import Grammar
from runut.text import View


def find_full(article: Article, view: View, credits: Credits, language: Language) -> tuple[Date, ...]:
    """The dates that need no anchor: those that name day, month and year.

    They place a report that tells no day of its own; none are looked for where metadata or credits tell one.
    """
    if article.published or credits.published:
        return ()
    return _find(article, view, credits, None, language, full_only=True)


def find(article: Article, view: View, credits: Credits, anchor: Anchor, language: Language) -> tuple[Date, ...]:
    """All dates of one article, in the order of its text, relative ones counted from `anchor.day`.

    Those in the line that tells when the report was published are found too. A date that cannot be placed has value None and says why.
    """
    return _find(article, view, credits, date.fromisoformat(anchor.day) if anchor.day else None, language)


def _find(
    article: Article, view: View, credits: Credits, anchor: date | None, language: Language, *, full_only: bool = False
) -> tuple[Date, ...]:
    rules, mishaps = language.derive(grammar.make), language.derive(befallen.make)
    out = _dates(article, view, 0, rules, mishaps, anchor, full_only)
    for span in credits.spans:
        if span.kind == "published":
            line = text.view(article.text[span.start : span.end], language)
            out += _dates(article, line, span.start, rules, mishaps, anchor, full_only)
    return tuple(sorted(out, key=lambda d: (d.start, d.end)))


def find_timexes(
    article: Article, view: View, credits: Credits, anchor: Anchor, language: Language
) -> tuple[Timex, ...]:
    """The dates of one article as TIMEX3 has them, with durations, recurring times and `*_REF`, in the order of its text."""
    return timex.find(article, view, date.fromisoformat(anchor.day) if anchor.day else None, language)


def _dates(
    article: Article,
    view: View,
    offset: int,
    rules: Grammar,
    mishaps: Befalling,
    anchor: date | None,
    full_only: bool,
) -> list[Date]:
    """The dates of one view, whose original begins at `offset` of the article."""
    out = []
    told = expressions.find(view, rules, anchor, lambda a, b: bool(rules.seam.fullmatch(view.text, a, b)), mishaps)
    for found in loosely.leave(told, view, rules):
        if full_only and not found.placed.full:
            continue
        start, end = (offset + at for at in view.span(found.start, found.end))
        out.append(
            Date(
                article=article.id,
                start=start,
                end=end,
                text=article.text[start:end],
                value=found.placed.value,
                rule=found.rule,
                why_null=found.placed.why_null if found.placed.value is None else None,
            )
        )
    return out
