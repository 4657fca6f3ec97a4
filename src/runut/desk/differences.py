"""Differences: in what an account is other than an earlier version of it, each line with its passages.

Of an earlier version a digest is kept. Series are known again by what they count and by the figures that they share, clashes by their
words, never by their ids: where only ids are other, nothing has changed. A figure has come where its report has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from runut.brief.totals import OF_PEOPLE
from runut.brief.words import amount, bounds, capital, scope, shortened
from runut.codec import content_id
from runut.desk.records import Difference
from runut.exports import wording
from runut.exports.judged import Judged
from runut.model import Account, Figure, Place, Report, Series, Statement

# So many outlets are named for reports that came, so many words quoted.
MOST_NAMED, MOST_WORDS = 5, 140
# A figure that the first lines do not tell counts from so many independent reports.
LEAST_INDEPENDENT = 2
CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A series, or a figure that stands alone and was told first: its value as it is told, and what it counts."""

    measure: str
    scope: str
    relation: str
    low: int | float | None
    high: int | float | None
    shown: bool
    text: str
    english: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What is kept of one version of an account: its reports by id with their openings, its rows, clashes (by their words) and rulings."""

    reports: tuple[tuple[str, str, Place], ...]
    rows: tuple[Row, ...]
    clashes: tuple[str, ...]
    rulings: tuple[tuple[str, str], ...]


def digest(account: Account) -> Digest:
    """What is kept of an account."""
    return Digest(
        reports=tuple((r.id, _name(r), _opening(r)) for r in account.articles),
        rows=tuple(_rows(account)),
        clashes=tuple(sorted(key for key, *_ in _clashes(account))),
        rulings=tuple((r.judgement.id, r.state) for r in account.judgements),
    )


def find(before: Digest, account: Account) -> tuple[Difference, ...]:
    """In what an account is other than it was: reports first, then figures, conflicts, clashes, denials, who spoke, what persons judged."""
    comparing = _Comparing(before, account)
    return (
        *comparing.reports(),
        *comparing.figures(),
        *comparing.conflicts(),
        *comparing.clashes(),
        *comparing.disputes(),
        *comparing.speakers(),
        *comparing.judgements(),
        *comparing.gone(),
    )


class _Comparing:
    """An account beside what is kept of an earlier one."""

    def __init__(self, before: Digest, account: Account) -> None:
        self._before = before
        self._account = account
        self._here = {r.id: r for r in account.articles}
        self._known = frozenset(id_ for id_, *_ in before.reports)
        self._figures = {f.id: f for f in account.figures}
        self._pairs = list(self._paired(list(_rows(account))))

    def reports(self) -> Iterator[Difference]:
        """The reports that came, in one line."""
        came = [r for r in self._account.articles if r.id not in self._known]
        if came:
            names, names_en = _listed([_name(r) for r in came])
            yield Difference(
                kind="reports",
                text=f"{len(came)} laporan baru: {names}",
                english=f"{len(came)} new {'report' if len(came) == 1 else 'reports'}: {names_en}",
                evidence=tuple(_opening(r) for r in came),
            )

    def gone(self) -> Iterator[Difference]:
        """The reports that are no longer in the story, in one line."""
        left = [(name, at) for id_, name, at in self._before.reports if id_ not in self._here]
        if left:
            names, names_en = _listed([name for name, _ in left])
            yield Difference(
                kind="gone",
                text=f"{len(left)} laporan tidak lagi di cerita ini: {names}",
                english=f"{len(left)} {'report is' if len(left) == 1 else 'reports are'} no longer in this story: {names_en}",
                evidence=tuple(at for _, at in left),
            )

    def figures(self) -> Iterator[Difference]:
        """The current values that moved, and those that are told for the first time."""
        told = {row.measure for row, _ in self._pairs if row.shown}
        for row, old in self._pairs:
            bearing = self._bearing(row)
            if not bearing or not row.text or row.relation == CONFLICT:
                continue
            name, name_en = _label(row)
            if old is None:
                # beside the toll itself another of its measure is a part of it
                matters = row.shown or (row.measure in OF_PEOPLE and row.measure not in told)
                if matters and all(f.article not in self._known for f in bearing):
                    yield self._figure(f"{name}: {row.text} (baru)", f"{name_en}: {row.english} (new)", bearing)
            elif old.text and (row.low, row.high) != (old.low, old.high):
                came = all(f.article not in self._known for f in bearing)
                if came or (row.shown and old.shown):
                    text, english = f"{name}: {old.text} → {row.text}", f"{name_en}: {old.english} → {row.english}"
                    yield self._figure(text, english, bearing)

    def _figure(self, text: str, english: str, figures: Iterable[Figure]) -> Difference:
        return Difference(kind="figure", text=text, english=english, evidence=tuple(map(_place, figures)))

    def conflicts(self) -> Iterator[Difference]:
        """The figures on which reports came to differ, and those on which they do no more."""
        met = set()
        for row, old in self._pairs:
            if old is not None:
                met.add(old.figures)
            now, then = row.relation == CONFLICT, old is not None and old.relation == CONFLICT
            if now == then:
                continue
            figures = [self._figures[i] for i in row.figures if i in self._figures]
            if now and old is None and all(f.article in self._known for f in figures):
                continue  # the same figures, set side by side otherwise
            if figures:
                yield self._conflict(row, now, figures)
        for old in self._before.rows:
            figures = [self._figures[i] for i in old.figures if i in self._figures]
            if old.relation == CONFLICT and old.figures not in met and figures:
                yield self._conflict(old, False, figures)

    def _conflict(self, row: Row, now: bool, figures: Sequence[Figure]) -> Difference:
        name, name_en = _label(row)
        told = " ≠ ".join(dict.fromkeys(amount(f) for f in figures))
        told_en = " ≠ ".join(dict.fromkeys(map(_amount_en, figures)))
        return Difference(
            kind="conflict" if now else "settled",
            text=f"{name}: laporan kini berbeda ({told})" if now else f"{name}: laporan tidak lagi bertentangan",
            english=f"{name_en}: reports now differ ({told_en})" if now else f"{name_en}: reports no longer differ",
            evidence=tuple(map(_place, figures)),
        )

    def clashes(self) -> Iterator[Difference]:
        """The statements that came to stand against one another."""
        known = set(self._before.clashes)
        for key, kind, a, b in _clashes(self._account):
            if key not in known:
                known.add(key)
                label, label_en = ("Bantahan", "Denial") if kind == "denial" else ("Pernyataan bertentangan", "At odds")
                words = f"{_said(a)} ≠ {_said(b)}"
                yield Difference(
                    kind="clash",
                    text=f"{label}: {words}",
                    english=f"{label_en}: {words}",
                    evidence=(_place(a), _place(b)),
                )

    def disputes(self) -> Iterator[Difference]:
        """What reports that came tell as denied, opposed or at odds, and none before."""
        for dispute in self._account.disputes:
            if all(p.article not in self._known for p in dispute.evidence):
                yield Difference(
                    kind="dispute",
                    text=capital(dispute.why),
                    english=capital(dispute.english),
                    evidence=dispute.evidence,
                )

    def speakers(self) -> Iterator[Difference]:
        """Those who speak in reports that came, and in none before."""
        said: dict[str, list[Statement]] = defaultdict(list)
        for statement in self._account.statements:
            if statement.speaker is not None and statement.speaker.entity is not None:
                said[statement.speaker.entity].append(statement)
        for entity in self._account.entities:
            told = said.get(entity.id, [])
            if told and all(s.article not in self._known for s in told):
                role = f" ({entity.roles[0]})" if entity.roles else ""
                first = f"{entity.name}{role}: “{shortened(told[0].text, MOST_WORDS)}”"
                yield Difference(
                    kind="speaker",
                    text=f"Penutur baru: {first}",
                    english=f"New speaker: {first}",
                    evidence=tuple(map(_place, told)),
                )

    def judgements(self) -> Iterator[Difference]:
        """What persons judged, or took back, since."""
        known = set(self._before.rulings)
        told = {lang: Judged(self._account, wording.load(lang)) for lang in wording.LANGUAGES}
        judged = {r.judgement.id: r.judgement for r in self._account.judgements}
        for ruling in self._account.judgements:
            judgement = ruling.judgement
            if (judgement.id, ruling.state) in known or not judgement.by.startswith("person:"):
                continue
            if ruling.state == "undone":
                continue  # the judgement that undoes it has a line of its own
            about = judged.get(judgement.undoes or "", judgement)
            places = [
                Place(article=s.article, start=s.start, end=s.end, text=s.text or "")
                if s.start is not None and s.end is not None
                else _opening(self._here[s.article])
                for s in (*about.subjects, *about.others)
                if s.article in self._here and s.article is not None
            ]
            if places:
                line = {
                    lang: f"{j.who(judgement)}: {j.done(judgement)} “{shortened(places[0].text, 60)}” – {judgement.why}"
                    for lang, j in told.items()
                }
                yield Difference(
                    kind="judgement", text=line["id"], english=line["en"], evidence=tuple(dict.fromkeys(places))
                )

    def _bearing(self, row: Row) -> list[Figure]:
        """The figures of a row that have its value; those of reports that came first."""
        told = [f for i in row.figures if (f := self._figures.get(i)) and (f.low, f.high) == (row.low, row.high)]
        return sorted(told, key=lambda f: f.article in self._known)

    def _paired(self, rows: Sequence[Row]) -> Iterator[tuple[Row, Row | None]]:
        """Each row with what it was before: the row of its measure with which it shares most figures, else the one of its scope."""
        of_measure: dict[str, list[Row]] = defaultdict(list)
        for old in self._before.rows:
            of_measure[old.measure].append(old)
        for row in rows:
            options = [(len(set(row.figures) & set(old.figures)), old) for old in of_measure[row.measure]]
            shared, best = max(options, key=lambda o: (o[0], o[1].shown, o[1].figures), default=(0, None))
            if not shared:
                same = [old for _, old in options if old.scope == row.scope and old.shown]
                best = same[0] if len(same) == 1 and row.shown else None
            yield row, best


def _rows(account: Account) -> Iterator[Row]:
    """The series that can have a value, each with the one that is told first of it where it is; then what is told of no series."""
    figures = {f.id: f for f in account.figures}
    told: dict[str, str] = {}
    alone: list[str] = []
    for line in account.brief:
        if line.rule == "latest-of-series" and len(line.refs) > 1:
            told[line.refs[1]] = line.refs[0]
        elif line.rule == "latest" and line.refs:
            alone.append(line.refs[0])
    for series in account.series:
        if series.relation != "incomparable":
            yield _row(series, figures, told.get(series.id))
    for id_ in alone:
        if id_ in figures:
            f = figures[id_]
            yield Row(
                measure=f.measure,
                scope="",
                relation="",
                low=f.low,
                high=f.high,
                shown=True,
                text=amount(f),
                english=_amount_en(f),
                figures=(id_,),
            )


def _row(series: Series, figures: Mapping[str, Figure], told: str | None) -> Row:
    """A series as a row; without a text where it has no one value, or too few reports have it."""
    own = [figures[i] for i in series.figures if i in figures]
    value = figures.get(told or "") or next(
        (f for f in reversed(own) if series.best is not None and f.low == f.high == series.best), None
    )
    matters = told is not None or series.independent >= LEAST_INDEPENDENT
    return Row(
        measure=series.measure,
        scope=scope(series),
        relation=series.relation if len(own) > 1 else "",
        low=value.low if value else None,
        high=value.high if value else None,
        shown=told is not None,
        text=amount(value) if value and matters else "",
        english=_amount_en(value) if value and matters else "",
        figures=series.figures,
    )


def _amount_en(figure: Figure) -> str:
    """The value alone: what is counted stands in the report's own language, and the measure says it."""
    return amount(figure, english=True) if figure.measure == "money" else bounds(figure, english=True)


def _clashes(account: Account) -> Iterator[tuple[str, str, Statement, Statement]]:
    """Each clash of two statements by the words of both, whatever their ids: its key, its kind, the two.

    Statements that clash by their figures are told as the conflict of those.
    """
    statements = {s.id: s for s in account.statements}
    for clash in account.clashes:
        a, b = statements.get(clash.a), statements.get(clash.b)
        if a is not None and b is not None and clash.kind != "figure":
            yield content_id("clash", clash.kind, *sorted((a.text, b.text))), clash.kind, a, b


def _label(row: Row) -> tuple[str, str]:
    id_, en = (wording.load(lang).label("measure", row.measure) for lang in wording.LANGUAGES)
    return f"{capital(id_)}{row.scope}", f"{capital(en)}{row.scope}"


def _said(statement: Statement) -> str:
    speaker = statement.speaker
    who = (speaker.name or speaker.text) if speaker else None
    words = f"“{shortened(statement.text, MOST_WORDS)}”"
    return f"{who}: {words}" if who else words


def _name(report: Report) -> str:
    return report.outlet or report.source.rstrip("/").rsplit("/", 1)[-1]


def _opening(report: Report) -> Place:
    """The first sentence of a report, else its first words."""
    if report.sentences:
        start, end = report.sentences[0].start, report.sentences[0].end
    else:
        start, end = 0, min(len(report.text), MOST_WORDS)
    return Place(article=report.id, start=start, end=end, text=report.text[start:end])


def _place(found: Figure | Statement) -> Place:
    return Place(article=found.article, start=found.start, end=found.end, text=found.text)


def _listed(names: Sequence[str]) -> tuple[str, str]:
    """Names, each once, the first few of them; in both languages."""
    once = list(dict.fromkeys(names))
    shown, more = ", ".join(once[:MOST_NAMED]), len(once) - MOST_NAMED
    return (f"{shown} dan {more} lainnya", f"{shown} and {more} more") if more > 0 else (shown, shown)
