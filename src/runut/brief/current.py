"""What is current: what happened, the latest totals, what most reports carry of what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runut.brief import leads, totals
from runut.brief.desk import Desk, outlet_of
from runut.brief.words import capital, local_day, shortened
from runut.comparing.sources import places_of
from runut.model import BriefLine

# With fewer lines of figures what most reports carry of what is said is told as well.
FEW_FIGURES = 2
# What fewer independent reports carry is not told as said by most.
MOST_SAID_BY = 2
MOST_CHARACTERS = 220


def lines(desk: Desk) -> Iterator[BriefLine]:
    """What happened and what is latest (`leads`), the latest totals (`totals`), where these are few what is said; then what else the
    reports open with, and what no line tells yet.

    Rules: those of `leads` and `totals`, and `most-said` (the saying that most carry).
    """
    opening = leads.Leads(desk)
    opened = list(opening.central())
    figures = list(totals.lines(desk, opened, of_many=opening.is_of_many()))
    told = [line for n, line in enumerate(opened) if n == 0 or line.rule == leads.LATEST]
    told += figures
    if len(figures) < FEW_FIGURES:
        told += _most_said(desk, opening, figures)
    told += [line for line in opened[1:] if line.rule != leads.LATEST]
    yield from told
    yield from opening.untold(len(told))


def _most_said(desk: Desk, opening: leads.Leads, figures: Sequence[BriefLine]) -> Iterator[BriefLine]:
    """The saying that most independent reports carry, where at least two do and no line says it; of several the last said."""
    options = []
    quoted = {(p.article, desk.sentence(p)) for line in figures if "“" in line.text for p in line.evidence}
    for saying in desk.story.sayings:
        told = [desk.statements[i] for i in saying.statements if i in desk.statements]
        if not told or not saying.speaker or saying.independent < MOST_SAID_BY:
            continue
        if not any(opening.is_said(desk.words(s)) for s in told) and not any(
            (s.article, desk.sentence(s)) in quoted for s in told
        ):
            options.append((saying.independent, saying.reports, saying.day or "", -desk.turn[told[0].id], saying, told))
    if not options:
        return
    *_, saying, told = max(options, key=lambda o: o[:4])
    first = next((s for s in told if s.form == "direct"), told[0])
    day, day_en = (f", {local_day(saying.day)}", f", {local_day(saying.day, english=True)}") if saying.day else ("", "")
    source = outlet_of(desk.by_article[first.article])
    if first.form == "direct":
        words = f"{capital(saying.speaker)}: “{shortened(desk.shown(first.article, first.start, first.end), MOST_CHARACTERS)}” ({source}"
    else:  # no quotation marks around what only a reporter's words tell: his sentence, with the verb that says how it was said
        words = f"{shortened(desk.words(first), MOST_CHARACTERS)} ({source}"
    yield BriefLine(
        kind="current",
        text=f"{words}{day})",
        english=f"{words}{day_en})",
        refs=(saying.id,),
        evidence=tuple(places_of(told)),
        rule="most-said",
        reports=saying.reports,
        independent=saying.independent,
    )
