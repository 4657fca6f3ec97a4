"""Web Annotation: every finding and every line of an account as W3C annotations (JSON-LD) on the reports.

Source of the model: W3C Web Annotation Data Model and Vocabulary. Positions count Unicode code points of the report's text as it was taken
in, which `scope` names by its SHA-256; a quotation with what stands around it finds the place where a page differs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from runut import codec
from runut.exports import wording
from runut.exports.passages import EXCERPT, Sources, Stretch, readable, showable, telling, web_address
from runut.exports.wording import Wording
from runut.model import Account, Place

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# So many characters before and behind a quotation.
AROUND = 32
# UUIDs of our own making, as RFC 9562 has them.
_VERSION, _VARIANT = "8", "8"
Annotation = dict[str, Any]


def render(account: Account, lang: str = "id", excerpts: bool = False) -> str:
    """The annotations as one collection with one page; words of ours in `id` or `en`.

    `excerpts` leaves out quotations longer than 300 characters: their positions stay. Raises ValueError for another language.
    """
    items = list(_Annotator(account, lang, excerpts).annotate())
    collection = _urn("collection", account.sha256)
    made = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": showable(account.story.title or wording.load(lang)("page.untitled")),
        "generator": {"id": _urn("generator", account.generator), "type": "Software", "name": account.generator},
        "total": len(items),
        "first": {
            "id": _urn("page", account.sha256),
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


class _Annotator:
    def __init__(self, account: Account, lang: str, excerpts: bool) -> None:
        self._account, self._excerpts = account, excerpts
        self._w: Wording = wording.load(lang)
        self._sources = Sources(account, self._w)
        self._figures = {f.id: f for f in account.figures}
        self._statements = {s.id: s for s in account.statements}
        self._events = {e.id: e for e in account.events}

    def annotate(self) -> Iterator[Annotation]:
        """Findings first, report by report as the account has them, then the lines told from them."""
        yield from self._layout()
        yield from self._names()
        yield from self._findings()
        yield from self._wordings()
        yield from self._passages()
        yield from self._lines()

    def _layout(self) -> Iterator[Annotation]:
        for r in self._account.articles:
            for start, end, kind in r.furniture:
                yield self._tag("furniture", self._span(r.id, start, end), [self._w.label("furniture", kind)])
            for c in r.credits:
                yield self._tag("credit", self._span(r.id, c.start, c.end), [self._w.label("credit", c.kind)])

    def _names(self) -> Iterator[Annotation]:
        for e in self._account.entities:
            for m in e.mentions:
                yield self._made(
                    "mention", (e.id, m.article, m.start, m.end), "identifying",
                    [self._body(e.name, "identifying"), self._body(self._w.label("entity", e.type), "tagging")], [m],
                )  # fmt: skip

    def _findings(self) -> Iterator[Annotation]:
        w = self._w
        for d in self._account.dates:
            value = d.value or w.label("unplaced", d.why_null or "")
            yield self._tag("date", d, [value])
        for f in self._account.figures:
            value = w.bounds(f.low, f.high, f.approx, f.measure) or f.number.text
            told = [f.speaker or "", w.day(f.as_of)]
            yield self._tag("figure", f, [w.label("measure", f.measure)], f"{value} {_aside(told)}".strip(), f.id)
        for s in self._account.statements:
            told = [", ".join(s.via) and w("statement.via", via=", ".join(s.via)), w.day(s.said_on)]
            who = self._sources.speaker(s.speaker) or w("speaker.unknown")
            yield self._tag("statement", s, [w.label("form", s.form)], f"{who} {_aside(told)}".strip(), s.id)
        for e in self._account.events:
            told = [w.label("status", e.status), w.day(e.date), e.place or ""]
            parties = " → ".join(p.text for p in (e.actor, e.recipient) if p)
            yield self._tag("event", e, [w.label("event", e.type)], f"{parties} {_aside(told)}".strip(), e.id)

    def _wordings(self) -> Iterator[Annotation]:
        for framing in self._account.framing:
            for term in framing.terms:
                for use in term.uses:
                    told = f"{self._sources.called(framing.target)}: {term.term} ({self._w.label('voice', term.voice)})"
                    yield self._tag("term", use, [self._w("section.framing")], told, term.term)
        for deed in self._account.deeds:
            for use_ in deed.uses:
                told = f"{use_.form} ({self._w.label('deed', use_.voice)})"
                yield self._tag("deed", use_.place, [deed.lemma], told)

    def _passages(self) -> Iterator[Annotation]:
        for family in self._account.families:
            for p in family.passages:
                key = (p.a.article, p.a.start, p.a.end, p.b.article, p.b.start, p.b.end)
                bodies = [self._target(p.a), self._body(self._w.label("passage", p.kind), "tagging")]
                yield self._made("passage", key, "linking", bodies, [p.b])

    def _lines(self) -> Iterator[Annotation]:
        w, account = self._w, self._account
        for line in account.brief:
            yield self._line("brief", w.either(line.text, line.english), line.evidence)
        for s in account.series:
            value = w.bounds(s.best, s.best, measure=s.measure) or w.bounds(s.low, s.high, measure=s.measure)
            text = f"{s.what}: {value or w('series.no_value')} ({w.label('relation', s.relation)}: {w.either(s.why, s.english)})"
            yield self._line("series", text, [self._figures[i] for i in s.figures if i in self._figures])
        for c in account.clashes:
            pair = [self._statements[i] for i in (c.a, c.b) if i in self._statements]
            yield self._line("clash", f"{w.label('clash', c.kind)}: {w.either(c.why, c.english)}", pair)
        for dispute in account.disputes:
            yield self._line("dispute", w.either(dispute.why, dispute.english), dispute.evidence)
        for saying in account.sayings:
            told = [self._statements[i] for i in saying.statements if i in self._statements]
            yield self._line("saying", f"{saying.speaker}: {w.either(saying.why, saying.english)}", told)
        for position in account.positions:
            told = [self._statements[i] for i in position.statements if i in self._statements]
            yield self._line("position", f"{position.speaker}: {w.either(position.why, position.english)}", told)
        for h in account.happenings:
            text = f"{w.label('event', h.type)} {_aside([w.day(h.date), h.place or ''])}: {w.either(h.why, h.english)}"
            yield self._line("happening", text, [self._events[i] for i in h.events if i in self._events])
        for check in account.checks:
            figures = [self._figures[i] for i in check.figures if i in self._figures]
            yield self._line(
                "check",
                f"{w.label('check', check.kind)}: {w.either(check.why, check.english)}",
                [*figures, *check.evidence],
            )
        for m in account.timeline:
            yield self._line("moment", f"{w.day(m.date)} ({w.label('moment', m.kind)})", telling(m))

    def _line(self, kind: str, text: str, places: Iterable[Stretch]) -> Annotation:
        """A line of the account, on all passages that it is told from."""
        told = list({(p.article, p.start, p.end): p for p in places}.values())
        key = (text, *(f"{p.article}:{p.start}-{p.end}" for p in told))
        return self._made(kind, key, "describing", [self._body(text, "describing")], told)

    def _tag(self, kind: str, at: Stretch, tags: Sequence[str], told: str = "", id_: str = "") -> Annotation:
        bodies = [self._body(tag, "tagging") for tag in tags]
        if told:
            bodies.append(self._body(told, "describing"))
        return self._made(kind, (id_, at.article, at.start, at.end, *tags), "tagging", bodies, [at])

    def _made(
        self, kind: str, key: Sequence[object], motivation: str, bodies: list[Annotation], places: Sequence[Stretch]
    ) -> Annotation:
        targets = [self._target(p) for p in places]
        return {
            "id": _urn(kind, *key),
            "type": "Annotation",
            "motivation": motivation,
            "body": bodies,
            "target": targets[0] if len(targets) == 1 else targets,
        }

    def _body(self, text: str, purpose: str) -> Annotation:
        value = " ".join(readable(text).split())
        return {
            "type": "TextualBody",
            "value": value,
            "purpose": purpose,
            "format": "text/plain",
            "language": self._w.lang,
        }

    def _target(self, at: Stretch) -> Annotation:
        report = self._sources.reports[at.article]
        text = report.text
        position = {"type": "TextPositionSelector", "start": at.start, "end": at.end}
        selectors: list[Annotation] = [position]
        if not self._excerpts or at.end - at.start <= EXCERPT:
            selectors.append(
                {
                    "type": "TextQuoteSelector",
                    "exact": showable(text[at.start : at.end]),
                    "prefix": showable(text[max(0, at.start - AROUND) : at.start]),
                    "suffix": showable(text[at.end : at.end + AROUND]),
                }
            )
        taken_in = f"urn:sha256:{report.sha256}"
        address = showable(web_address(report.url))
        target: Annotation = {"type": "SpecificResource", "source": address or taken_in, "selector": selectors}
        if address:
            target["scope"] = taken_in
        return target

    def _span(self, article: str, start: int, end: int) -> Stretch:
        return Place(article=article, start=start, end=end)


def _aside(parts: Iterable[str]) -> str:
    told = ", ".join(filter(None, parts))
    return f"({told})" if told else ""


def _urn(kind: str, *parts: object) -> str:
    """A name of what a thing is, the same whenever it is made."""
    digest = codec.sha256("\x1f".join(map(str, (kind, *parts))))
    return f"urn:uuid:{digest[:8]}-{digest[8:12]}-{_VERSION}{digest[13:16]}-{_VARIANT}{digest[17:20]}-{digest[20:32]}"
