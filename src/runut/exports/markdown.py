"""Markdown: an account as a brief with footnotes, each with outlet, day, address and the words themselves."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from runut.brief import is_counted
from runut.exports import wording
from runut.exports.central import central
from runut.exports.page import BRIEF_KINDS
from runut.exports.passages import Sources, Stretch, beside, clipped, line_of, readable, showable, telling, web_address
from runut.exports.sections.ledger import RELATION_RANK
from runut.model import Account, Figure, Series, Statement

# A link to a passage names it by so many of its first and last words, or by all where it has no more than twice as many.
LINK_WORDS = 5
_QUOTES = '“”"'
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$!])")
# So many of the passages that reports of one family share are cited.
PASSAGES_CITED = 2
# What an address may hold unquoted inside `<…>`.
_ADDRESS = ":/?#[]@!$&'()*+,;=%~-._"


def render(account: Account, lang: str = "id", excerpts: bool = False) -> str:
    """The brief in `id` or `en`, for GitHub, Pandoc and whoever else knows footnotes.

    A footnote gives outlet, day, a link to the very passage (`#:~:text=`) where the report has an address, and the passage; behind it, in a
    comment, article id, start and end. `excerpts` cuts passages at 300 characters. Raises ValueError for another language.
    """
    return "\n".join(_Brief(account, lang, excerpts).lines()) + "\n"


class _Brief:
    def __init__(self, account: Account, lang: str, excerpts: bool) -> None:
        self._account, self._excerpts = account, excerpts
        self._w = wording.load(lang)
        self._sources = Sources(account, self._w)
        self._notes: dict[tuple[str, int, int], int] = {}
        self._figures = {f.id: f for f in account.figures}
        self._statements = {s.id: s for s in account.statements}

    def lines(self) -> Iterator[str]:
        """The document line by line."""
        w, story = self._w, self._account.story
        yield f"# {_plain(story.title or w('page.untitled'))}"
        yield ""
        days = dict.fromkeys(day for day in (story.first, story.last) if day)
        counted = w("page.summary", reports=story.reports, outlets=story.outlets, independent=story.independent)
        yield " · ".join(filter(None, (counted, " – ".join(w.day(day) for day in days))))
        yield from self._brief()
        for heading, lines in (
            (w("section.figures"), self._series()),
            (w("clash.heading"), self._clashes()),
            (w("dispute.heading"), self._disputes()),
            (w("section.statements"), self._sayings()),
            (w("section.timeline"), self._timeline()),
            (w("section.families"), self._families()),
            (w("section.notes"), self._left()),
        ):
            told = list(lines)
            if told:
                yield from ("", f"## {heading}", "", *told)
        yield ""
        yield f"{_plain(w('notes.made', generator=self._account.generator))} {w('notes.hash')}: {self._account.sha256}"
        yield from self._footnotes()

    def _brief(self) -> Iterator[str]:
        w = self._w
        yield from ("", f"## {w('section.brief')}")
        for kind in BRIEF_KINDS:
            told = [line for line in self._account.brief if line.kind == kind]
            yield from ("", f"### {w(f'brief.{kind}')}", "")
            for line in told:
                support = self._sources.support((), line.reports, line.independent) if is_counted(line) else ""
                text = _plain(w.either(line.text, line.english))
                yield f"- {text}{self._cite(line.evidence)}" + (f" ({_plain(support)})" if support else "")
            if not told:
                yield w(f"brief.{kind}.none")

    def _series(self) -> Iterator[str]:
        order = {measure: n for n, measure in enumerate(self._w.values("measure"))}
        ranked = sorted(
            self._account.series,
            key=lambda s: (order.get(s.measure, len(order)), RELATION_RANK.get(s.relation, 1), -s.independent, s.id),
        )
        for series in ranked:
            told = [self._figures[i] for i in series.figures if i in self._figures]
            if told:
                yield self._series_head(series)
                yield from self._rows(told)

    def _series_head(self, s: Series) -> str:
        w = self._w
        best, bounds = w.bounds(s.best, s.best, measure=s.measure), w.bounds(s.low, s.high, measure=s.measure)
        value = best or bounds or w("series.no_value")
        span = f" ({w('series.range').lower()} {bounds})" if best and bounds != best else ""
        name = s.what or w.label("measure", s.measure)
        if w.lang != "id":  # what is counted is told in Indonesian; of whom or where stands behind a comma
            name = ", ".join(filter(None, (w.label("measure", s.measure), s.what.partition(", ")[2])))
        why = _plain(w.either(s.why, s.english))
        return f"- **{_plain(name)}: {value}**{span} ({w.label('relation', s.relation)}" + (f": {why})" if why else ")")

    def _rows(self, told: Iterable[Figure]) -> Iterator[str]:
        """A line for each value, source and day, in the order of the days."""
        w = self._w
        groups: dict[tuple[str, str, str, str], list[Figure]] = {}
        for f in told:
            value = w.bounds(f.low, f.high, f.approx, f.measure) or f.number.text
            source = f.speaker or w("figures.voice", outlet=self._sources.outlet(f.article))
            report = self._sources.reports[f.article]
            reported = (report.published or report.anchor or "")[:10]
            when = w.day(f.as_of) or f"{w.label('moment', 'reported')} {w.day(reported)}" * bool(reported)
            key = (f.as_of or reported, when or w("figures.undated"), value, " ".join(source.split()))
            groups.setdefault(key, []).append(f)
        for (_, when, value, source), same in sorted(groups.items(), key=lambda kv: (kv[0][0] == "", kv[0])):
            yield f"  - {_plain(value)} – {_plain(source)}, {_plain(when)}{self._cite(same)}"

    def _clashes(self) -> Iterator[str]:
        w = self._w
        for clash in self._account.clashes:
            pair = [self._statements[i] for i in (clash.a, clash.b) if i in self._statements]
            if len(pair) > 1:
                yield f"- **{w.label('clash', clash.kind)}**: {_plain(w.either(clash.why, clash.english))}"
                yield from (f"  - {self._said(s)}" for s in pair)

    def _disputes(self) -> Iterator[str]:
        """What reports themselves tell as denied, opposed or at odds."""
        w = self._w
        for dispute in self._account.disputes:
            support = self._sources.support((), dispute.reports, dispute.independent)
            yield f"- {_plain(w.either(dispute.why, dispute.english))}{self._cite(dispute.evidence)} ({_plain(support)})"

    def _sayings(self) -> Iterator[str]:
        """What several reports have someone say, that of most reports first; then what is central of what one alone tells."""
        for saying in sorted(self._account.sayings, key=lambda s: (-s.independent, -s.reports, s.id)):
            told = [self._statements[i] for i in saying.statements if i in self._statements]
            if told:
                support = self._sources.support((), saying.reports, saying.independent)
                yield f"- {self._said(told[0], told)} ({_plain(support)})"
        joined = {i for saying in self._account.sayings for i in saying.statements[:1] if i in self._statements}
        away = {*self._sources.off, *self._sources.judged.rejected}
        away.update(i for saying in self._account.sayings for i in saying.statements[1:])
        yield from (f"- {self._said(s)}" for s in central(self._account, joined, away))

    def _said(self, first: Statement, told: Iterable[Statement] = ()) -> str:
        w = self._w
        who = self._sources.speaker(first.speaker) or w("speaker.unknown")
        day = f", {w.day(first.said_on, weekday=False)}" if first.said_on else ""
        via = f", {w('statement.via', via=', '.join(first.via))}" if first.via else ""
        words = _flow(readable(clipped(first.text) if self._excerpts else first.text))
        shown = f"“{words.strip(_QUOTES)}”" if first.form == "direct" else words
        return f"**{_plain(who)}**{day}{_plain(via)}: {_escape(shown)}{self._cite(list(told) or [first])}"

    def _timeline(self) -> Iterator[str]:
        w = self._w
        for m in self._account.timeline:
            kind = "" if m.kind == "event" else f" ({w.label('moment', m.kind)})"
            words = _plain(readable(clipped(m.text) if self._excerpts else line_of(m)))
            more = f" · {w('timeline.beside')}{self._cite(beside(m))}" if beside(m) else ""
            yield f"- **{w.day(m.date)}**{kind} – {words}{self._cite(telling(m))}{more}"

    def _families(self) -> Iterator[str]:
        w = self._w
        for family in self._account.families:
            if len(family.articles) > 1:
                outlets = ", ".join(self._sources.outlet(a) for a in family.articles)
                why = _plain(w.either(family.why, family.english))
                passages = [place for p in family.passages[:PASSAGES_CITED] for place in (p.a, p.b)]
                yield f"- **{_plain(outlets)}**: {why}{self._cite(passages)}"

    def _left(self) -> Iterator[str]:
        w = self._w
        for off in self._account.off_story:
            yield f"- {w('notes.off_story')}: {_plain(self._sources.outlet(off.article))} – {_plain(w.either(off.why, off.english))}"
        for skipped in self._account.skipped:
            source = skipped.source.replace("\\", "/").rsplit("/", 1)[-1]
            yield f"- {w('notes.skipped')}: {_plain(source)} – {_plain(skipped.reason)}"

    def _cite(self, places: Iterable[Stretch]) -> str:
        """The footnote signs of stretches; a stretch has one footnote, however often it is cited."""
        numbers = [self._notes.setdefault((p.article, p.start, p.end), len(self._notes) + 1) for p in places]
        return "".join(f"[^{n}]" for n in dict.fromkeys(numbers))

    def _footnotes(self) -> Iterator[str]:
        for (article, start, end), n in self._notes.items():
            report = self._sources.reports[article]
            words = report.text[start:end]
            address = web_address(report.url)
            parts = [_plain(self._sources.outlet(article)), self._w.day(report.published, weekday=False)]
            if address:
                parts.append(f"[{_plain(_host(address))}](<{link(address, words)}>)")
            shown = _escape(_flow(showable(clipped(words) if self._excerpts else words)))
            yield ""
            yield f"[^{n}]: {', '.join(filter(None, parts))}: “{shown}” <!-- {article} {start} {end} -->"


def link(address: str, words: str) -> str:
    """An address that leads to a passage: a browser that knows text fragments shows it, others the page."""
    lines = [line.split() for line in html.unescape(words).splitlines() if line.strip()]
    if not lines:
        return quote(address, safe=_ADDRESS)
    whole = [word for line in lines for word in line]
    short = len(lines) == 1 and len(whole) <= 2 * LINK_WORDS
    told = [whole] if short else [lines[0][:LINK_WORDS], lines[-1][-LINK_WORDS:]]
    fragment = ",".join(_fragment(" ".join(part)) for part in told)
    joint = ":~:" if "#" in address else "#:~:"
    return f"{quote(address, safe=_ADDRESS)}{joint}text={fragment}"


def _fragment(words: str) -> str:
    """Words as a text fragment has them: `-` `,` and `&` mean something there."""
    return quote(showable(words), safe="").replace("-", "%2D")


def _host(address: str) -> str:
    return address.split("//", 1)[-1].split("/", 1)[0].split("?", 1)[0]


def _plain(text: str) -> str:
    """Words of ours or of a report on one line, with nothing in them that Markdown takes for a sign."""
    return _escape(_flow(showable(text)))


def _flow(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def _escape(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)
