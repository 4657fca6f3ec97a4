"""TimelineJS: an account's timeline as the JSON that TimelineJS3 shows, each slide with its sources."""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup, escape

from runut import codec
from runut.exports import wording
from runut.exports.passages import Sources, clipped, readable, showable, telling, web_address
from runut.model import Account, Moment, periods

# A headline on a slide is at most this long (characters); what is longer stands whole below it.
HEADLINE = 110
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?")
_PARTS = ("year", "month", "day", "hour", "minute")


def render(account: Account, lang: str = "id", excerpts: bool = False) -> str:
    """The timeline in `id` or `en`: a slide for each moment, grouped by whether it happened, was said or was reported on its day.

    `excerpts` cuts passages at 300 characters. Raises ValueError for another language, and where no moment stands on a day, since
    TimelineJS shows nothing without slides.
    """
    w = wording.load(lang)
    sources = Sources(account, w)
    slides = [slide for m in account.timeline if (slide := _slide(m, sources, excerpts))]
    if not slides:
        raise ValueError("nothing in this account stands on a day: there is no timeline to show")
    story = account.story
    summary = w("page.summary", reports=story.reports, outlets=story.outlets, independent=story.independent)
    title = {"headline": _html(story.title or w("page.untitled")), "text": f"<p>{escape(summary)}</p>"}
    made = {
        "scale": "human",
        "title": {"unique_id": f"story-{story.id}", "text": title, "autolink": False},
        "events": slides,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _slide(moment: Moment, sources: Sources, excerpts: bool) -> dict[str, Any] | None:
    period = periods.read(moment.date)
    if period is None:
        return None
    w = sources.wording
    first, _, last = moment.date.partition("/")
    start, end = _date(first), _date(last) if last else None
    if period.unit == "week":  # TimelineJS knows no weeks
        start, end = _date(period.first.isoformat()), _date(period.last.isoformat())
    shown = w.day(moment.date)
    if moment.kind != "event":
        shown = f"{w.label('moment', moment.kind)} {shown}"
    words = " ".join(readable(clipped(moment.text) if excerpts else moment.text).split())
    short = clipped(words, HEADLINE)
    body = Markup("") if short == words else Markup("<p>{}</p>").format(words)
    cited = Markup("; ").join(
        _source(article, sources) for article in dict.fromkeys(p.article for p in telling(moment))
    )
    where = ",".join(f"{p.article}:{p.start}-{p.end}" for p in moment.evidence)
    slide: dict[str, Any] = {
        "unique_id": f"moment-{codec.content_id('moment', moment.date, moment.kind, where)}",
        "start_date": start,
        "display_date": shown,
        "group": w.label("moment", moment.kind),
        "autolink": False,
        "text": {"headline": _html(short), "text": str(body + Markup('<p class="runut-sources">{}</p>').format(cited))},
    }
    if end and end != start:
        slide["end_date"] = end
    return slide


def _date(value: str) -> dict[str, int]:
    """The parts of a day or clock time that it tells; a part of a day (`TEV`) has none."""
    match = _POINT.match(value)
    told = match.groups() if match else ()
    return {name: int(part) for name, part in zip(_PARTS, told, strict=False) if part is not None}


def _source(article: str, sources: Sources) -> Markup:
    report = sources.reports[article]
    told = ", ".join(filter(None, (sources.outlet(article), sources.wording.day(report.published, weekday=False))))
    address = web_address(report.url)
    return Markup('<a href="{}">{}</a>').format(showable(address), told) if address else escape(told)


def _html(text: str) -> str:
    return str(escape(" ".join(showable(text).split())))
