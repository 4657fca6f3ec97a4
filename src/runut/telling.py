"""Telling: what of a story is told, and from which passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from runut import codec
from runut._version import __version__
from runut.comparing.corrections import BY_PERSON, named_so
from runut.comparing.upstream import count_houses, outlet_of
from runut.lang import Language
from runut.model import (
    Account,
    BriefLine,
    DeedUse,
    Entity,
    Event,
    Figure,
    Headline,
    Party,
    Place,
    Reading,
    Report,
    Skipped,
    Statement,
    Story,
)

SCHEMA = "runut/account/1"


def tell(story: Story, skipped: Iterable[Skipped] = (), language: Language | None = None) -> Account:
    """Make the account of a story; every line of it cites the passages that it is told from.

    With the tables of a language the lines at the top show glued words of its reports apart.
    """
    texts = {r.article.id: r.article.text for r in story.readings}
    owner = {member: entity.id for entity in story.entities for member in entity.members}
    named = named_so(story.entities)

    def cite(place: Place) -> Place:
        return replace(place, text=texts[place.article][place.start : place.end])

    reports = tuple(sorted((_report(r) for r in story.readings), key=lambda r: (r.source, r.id)))
    from runut import brief  # its patterns are compiled where something is told, not where only reading is asked

    lines = tuple(replace(line, evidence=tuple(map(cite, line.evidence))) for line in brief.write(story, language))
    account = Account(
        schema=SCHEMA,
        generator=f"runut {__version__}",
        story=_headline(story, reports, _overtaken(story, lines)),
        brief=lines,
        articles=reports,
        entities=tuple(
            replace(e, held=tuple(replace(h, evidence=tuple(map(cite, h.evidence))) for h in e.held))
            for e in story.entities
        ),
        dates=tuple(d for r in story.readings for d in r.dates),
        figures=tuple(f for r in story.readings for f in r.figures),
        statements=tuple(_statement(s, r, owner, named) for r in story.readings for s in r.statements),
        events=tuple(_event(e, r, owner) for r in story.readings for e in r.events),
        families=tuple(
            replace(f, passages=tuple(replace(p, a=cite(p.a), b=cite(p.b)) for p in f.passages)) for f in story.families
        ),
        series=story.series,
        clashes=tuple(replace(c, evidence=tuple(map(cite, c.evidence))) for c in story.clashes),
        timeline=tuple(replace(m, evidence=tuple(map(cite, m.evidence))) for m in story.timeline),
        framing=tuple(
            replace(f, terms=tuple(replace(t, uses=tuple(map(cite, t.uses))) for t in f.terms)) for f in story.framing
        ),
        off_story=story.off_story,
        skipped=tuple(skipped),
        checks=tuple(replace(c, evidence=tuple(map(cite, c.evidence))) for c in story.checks),
        sayings=story.sayings,
        positions=story.positions,
        disputes=tuple(replace(d, evidence=tuple(map(cite, d.evidence))) for d in story.disputes),
        happenings=story.happenings,
        days=story.days,
        deeds=tuple(replace(d, uses=tuple(_cited(u, cite) for u in d.uses)) for d in story.deeds),
        judgements=story.judgements,
    )
    return replace(account, sha256=codec.account_sha256(account))


def _cited(use: DeedUse, cite: Callable[[Place], Place]) -> DeedUse:
    return replace(use, place=cite(use.place), doer=None if use.doer is None else cite(use.doer))


def note_profile(account: Account, profile: str) -> Account:
    """The account with the id of the furniture profile that its reports were read with."""
    noted = replace(account, furniture_profile=profile)
    return replace(noted, sha256=codec.account_sha256(noted))


def _report(reading: Reading) -> Report:
    article, credits = reading.article, reading.credits
    published, published_from = article.published, "metadata" if article.published else None
    if published is None and credits.published is not None:
        published, published_from = credits.published, credits.published_from
    report = Report(
        id=article.id,
        source=article.source,
        sha256=article.sha256,
        url=article.url,
        outlet=credits.outlet or article.outlet,
        title=article.title or credits.title,
        published=published,
        published_from=published_from,
        anchor=reading.anchor.day,
        anchor_from=reading.anchor.origin,
        language=reading.language,
        dateline=credits.dateline,
        reporters=credits.reporters,
        editors=credits.editors,
        agencies=credits.agencies,
        text=article.text,
        furniture=tuple((f.start, f.end, f.kind) for f in reading.furniture),
        credits=credits.spans,
        sentences=reading.sentences,
        page_sha256=article.page_sha256,
        published_or_later=article.published is None and credits.published_or_later,
    )
    return replace(report, layout_sha256=codec.layout_sha256(report))


def _statement(
    statement: Statement, reading: Reading, owner: Mapping[tuple[str, str], str], named: Mapping[str, Entity]
) -> Statement:
    speaker = statement.speaker
    if speaker is None:
        return statement
    entity = owner.get((reading.article.id, speaker.entity or ""))
    if entity is None and speaker.rule == BY_PERSON:
        other = named.get((speaker.name or "").casefold())
        entity = other.id if other else None
    return statement if entity == speaker.entity else replace(statement, speaker=replace(speaker, entity=entity))


def _event(event: Event, reading: Reading, owner: Mapping[tuple[str, str], str]) -> Event:
    def linked(party: Party | None) -> Party | None:
        if party is None or party.entity is None:
            return party
        return replace(party, entity=owner.get((reading.article.id, party.entity)))

    return replace(event, actor=linked(event.actor), recipient=linked(event.recipient))


def _headline(story: Story, reports: tuple[Report, ...], overtaken: Iterable[tuple[set[str], set[str]]]) -> Headline:
    off = {o.article for o in story.off_story}
    of_story = tuple(r for r in reports if r.id not in off)
    days = sorted(r.anchor for r in (of_story or reports) if r.anchor)
    happened = sorted(
        m.date[:10]
        for m in story.timeline
        if m.kind == "event" and _is_day(m.date) and days and m.date[:10] <= days[-1]
    )
    happened += _days_set(story) if days else ()
    near = [day for day in happened if days and _days_apart(day, days[0]) <= STORY_BEGINS_WITHIN_DAYS]
    return Headline(
        id=codec.content_id("story", *sorted(r.id for r in reports)),
        title=_title(of_story or reports, overtaken),
        first=min([*near, *days[:1]], default=None),
        last=days[-1] if days else None,
        reports=len(of_story),
        outlets=count_houses((outlet_of(r), r.article.url) for r in story.readings if r.article.id not in off),
        independent=sum(not off.issuperset(f.articles) for f in story.families),
    )


def _days_set(story: Story) -> Iterator[str]:
    """The days that persons have set of what happened; the timeline tells those that reports tell."""
    ruled = (r.judgement for r in story.judgements if r.state == "applied" and r.judgement.field == "date")
    subjects = {subject.id for judgement in ruled for subject in judgement.subjects}
    for reading in story.readings:
        for event in reading.events if subjects else ():
            if event.id in subjects and event.status == "happened" and event.date and _is_day(event.date):
                yield event.date[:10]


STORY_BEGINS_WITHIN_DAYS = 14
"""An event on the timeline this long before the first report still begins the story; what is older is background."""


def _is_day(value: str) -> bool:
    return len(value) >= 10 and value[4] == value[7] == "-" and "/" not in value[:10]


def _days_apart(a: str, b: str) -> int:
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


_OUTLET_TAIL = re.compile(r"\s[|:\u2013\u2014-]\s(?P<name>[^|]{2,40})$")


def _title(reports: tuple[Report, ...], overtaken: Iterable[tuple[set[str], set[str]]]) -> str | None:
    """The headline that shares most words with what the other reports open with; the shortest, then the first of those.

    One that tells an overtaken count gives way to one that does not, or to its own words before the comma and the count; one that asks
    or exclaims (`Resmi! …`, `… Kok Marah?`) to one that tells and shares nearly as many words.
    """

    def is_late(title: str) -> bool:
        spaced = f" {' '.join(_WORD.findall(title.casefold()))} "
        return any(
            any(f" {n} " in spaced for n in former) and not any(f" {n} " in spaced for n in now)
            for now, former in overtaken
        )

    overtaken = list(overtaken)
    titles = sorted({_without_outlet(r) for r in reports if r.title})
    words = {t: _telling(t) for t in titles}
    opened = {_without_outlet(r): _telling(f"{_without_outlet(r)} {_opening(r)}") for r in reports}  # copies count once
    spread = Counter(w for ws in opened.values() for w in ws)
    late = {t for t in titles if is_late(t)}
    for title in late:
        head = title.rpartition(",")[0].strip()
        if len(head.split()) >= LEAST_OF_HEAD and not is_late(head):
            words.setdefault(head, words[title])
    weight = {t: sum(spread[w] - 1 for w in words[t]) * (TEASING if _TEASES.search(t) else 1) for t in words}
    return min(words, key=lambda t: (t in late, -weight[t], len(t), t), default=None)


def _telling(text: str) -> set[str]:
    return {w.casefold() for w in _WORD.findall(text) if len(w) > SHORT}


def _opening(report: Report) -> str:
    """What a report opens with: its first sentences."""
    return " ".join(report.text[s.start : s.end] for s in report.sentences[:OPENING])


# Shorter words tell nothing of a headline; a report opens with so many sentences. Beside headlines alone, of 82 stories (45 of harm) 48
# headlines change: some twenty for the better (the happening for a side report), six for the worse, the others are as good.
SHORT, OPENING = 3, 2
# So many words of a headline before its count tell what happened: `KMP X Terbakar di Y, Tujuh Orang Tewas`.
LEAST_OF_HEAD = 4
_WORD = re.compile(r"\d[\d.,]*\d|\w+")
_TEASES = re.compile(r"[!?]")
# What a headline that asks or exclaims counts beside one that tells. Over 300 random stories 13 headlines change: eight for the better,
# four for one from the story's edge; with 0.75 it is 18, ten for the better.
TEASING = 0.85


def _overtaken(story: Story, lines: Iterable[BriefLine]) -> list[tuple[set[str], set[str]]]:
    """For each measure that the lines at the top tell, the numbers told there and those of the story's other totals, as written."""
    figures = {f.id: f for r in story.readings for f in r.figures}
    told = [figures[line.refs[0]] for line in lines if line.rule == "latest-of-series" and line.refs[0] in figures]
    out = []
    for measure in sorted({f.measure for f in told}):
        values = {(f.low, f.high) for f in told if f.measure == measure}
        now, former = set[str](), set[str]()
        for f in figures.values():
            if f.measure == measure and f.part == "total":
                (now if (f.low, f.high) in values else former).update(_numbers(f))
        out.append((now, former - now))
    return out


def _numbers(figure: Figure) -> Iterator[str]:
    """A number as it may stand in a headline: as its report writes it, in small letters, and in digits."""
    yield " ".join(_WORD.findall(figure.number.text.casefold()))
    if figure.low is not None and figure.low == figure.high and figure.low == int(figure.low):
        yield f"{int(figure.low):,}".replace(",", ".")


def _without_outlet(report: Report) -> str:
    """A report's headline without the name of its own outlet behind it (`… | warta.id`), which many pages put there."""
    title = report.title or ""
    tail = _OUTLET_TAIL.search(title)
    known = "".join(f"{report.outlet or ''} {report.url or ''}".casefold().split())
    return title[: tail.start()] if tail and "".join(tail["name"].casefold().split()) in known else title
