"""Who says what over time, under which names and roles: of an entity of a story, and of a name over all stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from runut import codec
from runut.desk.reading import MADE_BY
from runut.desk.records import Form, Named, NoSuchThing, Profile, Utterance
from runut.model import Account, Place, Report
from runut.store import FindingRow, View

# A name stands in so many findings at most that are looked at; so much of what one name says is shown.
MOST_FINDINGS, MOST_SAID = 5_000, 500
# So many stories of a name are named.
MOST_STORIES = 10


def profile(account: Account, story: str, entity: str) -> Profile:
    """An entity of an account; raises NoSuchThing where it has none of this id."""
    found = next((e for e in account.entities if e.id == entity), None)
    if found is None:
        raise NoSuchThing(entity)
    reports = {r.id: r for r in account.articles}
    mentions = defaultdict(list)
    for m in found.mentions:
        mentions[m.text].append(Place(article=m.article, start=m.start, end=m.end, text=m.text))
    said = [
        Utterance(
            statement=s,
            day=s.said_on or _day(reports[s.article]),
            outlet=reports[s.article].outlet,
            title=reports[s.article].title,
            story=story,
        )
        for s in account.statements
        if s.speaker is not None and s.speaker.entity == entity
    ]
    names = [_form(text, places, reports.values()) for text, places in mentions.items()]
    roles = [_form(h.role, h.evidence, reports.values()) for h in found.held]
    return Profile(
        story=story,
        entity=found,
        names=tuple(sorted(names, key=lambda f: (-f.reports, f.first or "9999", f.text))),
        roles=tuple(sorted(roles, key=lambda f: (f.first or "9999", -f.reports, f.text))),
        said=tuple(sorted(said, key=lambda u: (u.day or "9999", u.statement.article, u.statement.start))),
    )


def _form(text: str, places: Sequence[Place], reports: Iterable[Report]) -> Form:
    articles = {p.article for p in places}
    days = sorted(day for r in reports if r.id in articles and (day := _day(r)))
    return Form(
        text=text,
        reports=len(articles),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        evidence=tuple(places),
    )


def _day(report: Report) -> str | None:
    return report.anchor or (report.published or "")[:10] or None


def named(view: View, names: Iterable[str]) -> list[Named]:
    """These names (as findings have them) over all stories, in their order; a name and its type once, whatever its capitals."""
    rows: dict[tuple[str, str], dict[str, list[FindingRow]]] = defaultdict(lambda: defaultdict(list))
    for name in dict.fromkeys(names):
        for row in view.findings(layer="names", name=name, limit=MOST_FINDINGS):
            rows[name.casefold(), row.data.decode()][name].append(row)
    articles = {r.article for spelt in rows.values() for some in spelt.values() for r in some}
    homes = view.homes(articles)
    days = {row.id: (row.published or "")[:10] for row in view.article_rows(ids=articles, limit=None)}
    out = []
    for (_, kind), spelt in rows.items():
        own = {r.article for some in spelt.values() for r in some}
        told = [day for a in own if (day := days.get(a))]
        inside = Counter(homes[a] for a in own if a in homes)
        most = [view.story(s) for s in sorted(inside, key=lambda s: (-inside[s], s))[:MOST_STORIES]]
        out.append(
            Named(
                name=max(spelt, key=lambda n: (len(spelt[n]), n)),
                type=kind,
                reports=len(own),
                statements=sum(len(view.findings(layer="statements", name=n, limit=MOST_FINDINGS)) for n in spelt),
                first=min(told, default=None),
                last=max(told, default=None),
                stories=tuple((row.id, row.title) for row in most if row is not None),
                story_count=len(inside),
            )
        )
    return out


def said_by(view: View, name: str) -> list[Utterance]:
    """What a speaker of this name says in all reports, by day; the first MOST_SAID where there are more."""
    rows = view.findings(layer="statements", name=name, limit=MOST_SAID)
    articles = {row.id: row for row in view.article_rows(ids={r.article for r in rows}, limit=None)}
    texts = view.articles(articles)
    packed = view.readings(articles, made_by=MADE_BY)  # what another version read is read anew soon
    statements = {s.id: s for a, data in packed.items() for s in codec.reading_from_bytes(data, texts[a]).statements}
    told = [
        Utterance(
            statement=statements[row.id],
            day=row.day or (articles[row.article].published or "")[:10] or None,
            outlet=articles[row.article].outlet,
            title=articles[row.article].title,
            story=articles[row.article].story,
        )
        for row in rows
        if row.id in statements
    ]
    return sorted(told, key=lambda u: (u.day or "9999", u.statement.article, u.statement.start))
