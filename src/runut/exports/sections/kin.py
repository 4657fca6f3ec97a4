"""Who rests on whom: the families of reports, their shared passages, and the drawing of both."""

from __future__ import annotations

from dataclasses import dataclass

from runut.exports import kinship
from runut.exports.judged import Sign
from runut.exports.kinship import Drawing, Kin, Node, Words
from runut.exports.passages import Citation, Sources, showable
from runut.model import Family


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a family: its id, outlet, time and headline, and whether the others were made from it."""

    id: str
    outlet: str
    published: str
    title: str
    original: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A family: its reports from the original on, why they rest on one item, and their shared passages by kind."""

    id: str
    upstream: str
    members: tuple[Member, ...]
    why: str
    rule: str
    original_why: str
    passages: tuple[tuple[str, tuple[tuple[Citation, str], ...]], ...]
    signs: tuple[Sign, ...]


class Families:
    """The families of an account."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._wording = sources.wording
        self._families = sorted(
            sources.account.families,
            key=lambda f: (-len(f.articles), not f.upstream, min(map(self._time, f.articles), default=(True, "", ""))),
        )

    def groups(self) -> tuple[Group, ...]:
        """The families of several reports, the largest first, in the order of the drawing."""
        return tuple(self._group(f) for f in self._families if len(f.articles) > 1)

    def alone(self) -> tuple[Group, ...]:
        """The reports that are a family of their own."""
        return tuple(self._group(f) for f in self._families if len(f.articles) == 1)

    def _time(self, article: str) -> tuple[bool, str, str]:
        published = self._sources.reports[article].published
        return published is None, published or "", article

    def _group(self, family: Family) -> Group:
        w = self._wording
        order = sorted(family.articles, key=lambda a: (a != family.original, *self._time(a)))
        turn = {a: n for n, a in enumerate(order)}
        passages = []
        for p in family.passages:
            # what is copied from stands on the left
            pair = sorted((p.a, p.b), key=lambda place: (turn.get(place.article, 0), place.start))
            passages.append(
                (w.label("passage", p.kind), tuple((self._sources.cite(x), self._sources.quote(x)) for x in pair))
            )
        original = family.original if family.original in self._sources.reports else None
        why = showable(w.either(family.original_why or "", family.original_english or ""))
        return Group(
            id=family.id,
            upstream=showable(", ".join(family.upstream)),
            members=tuple(self._member(a, family.original) for a in order),
            why=showable(w.either(family.why, family.english)),
            rule=family.rule,
            original_why=w("families.original", outlet=self._sources.outlet(original), why=why)
            if original and why
            else "",
            passages=tuple(passages),
            signs=self._sources.judged.signs(family.articles),
        )

    def _member(self, article: str, original: str | None) -> Member:
        report = self._sources.reports[article]
        return Member(
            id=article,
            outlet=self._sources.outlet(article),
            published=self._sources.published(article),
            title=showable(report.title or ""),
            original=article == original,
        )

    def drawing(self) -> Drawing | None:
        """The families as a drawing; None where no report rests on anything."""
        w = self._wording
        kin = [self._kin(f) for f in self._families]
        if not any(k.upstream or len(k.members) > 1 for k in kin):
            return None
        return kinship.lay_out(
            kin, Words(w("families.origin"), w("families.unknown"), w("families.more"), w("families.alone"))
        )

    def _kin(self, family: Family) -> Kin:
        w = self._wording
        order = sorted(family.articles, key=lambda a: (a != family.original, *self._time(a)))
        kinds: dict[str, dict[str, int]] = {a: {} for a in order}
        for p in family.passages:
            ends = {p.a.article, p.b.article}
            if family.original in ends:
                ends.discard(family.original)
            for a in ends:
                if a in kinds:
                    kinds[a][p.kind] = kinds[a].get(p.kind, 0) + 1
        nodes = []
        for a in order:
            told = sorted(kinds[a].items(), key=lambda kv: (-kv[1], kv[0]))
            kind = told[0][0] if told else ""
            cited = self._sources.cite_report(a).text
            words = ", ".join(f"{w.label('passage', k)} {n}×" for k, n in told)
            title = showable(self._sources.reports[a].title or "")
            nodes.append(
                Node(
                    label=cited,
                    title=title,
                    hint=" · ".join(filter(None, (cited, title, words))),
                    href=self._sources.links.report(a),
                    kind=kind,
                    words="" if a == family.original else words,
                    original=a == family.original,
                )
            )
        return Kin(
            upstream=showable(", ".join(family.upstream)),
            members=tuple(nodes),
        )
