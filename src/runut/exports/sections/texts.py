"""The reports as they were published, with all that was found marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from runut.exports import marking
from runut.exports.judged import Sign
from runut.exports.marking import Marks
from runut.exports.passages import Citation, Sources, showable, web_address
from runut.model import Report


@dataclass(frozen=True, slots=True)
class Text:
    """A report with its metadata and its marked text."""

    report: Report
    facts: tuple[tuple[str, str], ...]
    url: str
    tags: tuple[str, ...]
    signs: tuple[Sign, ...]
    citation: Citation
    marked: Markup


def set_out(sources: Sources) -> tuple[Text, ...]:
    """The reports, undated ones and those off the story last; no pieces of text where the full texts are left out."""
    account = sources.account
    marks = {} if sources.excerpts else marking.mark(account, sources, sources.wording)
    in_order = sorted(
        account.articles,
        key=lambda r: (r.id in sources.off, r.published is None, r.published or "", r.source, r.id),
    )
    kin = _kin(sources)
    return tuple(_text(sources, r, marks.get(r.id), kin.get(r.id, [])) for r in in_order)


def alone(sources: Sources, article: str, asked: Iterable[tuple[int, int]] = ()) -> Text:
    """One report; stretches that are `asked` for are marked as hits over all else."""
    marks = marking.mark(sources.account, sources, sources.wording, {article})[article]
    for start, end in asked:
        marks.add(start, end, "asked")
    return _text(sources, sources.reports[article], marks, _kin(sources).get(article, []))


def _kin(sources: Sources) -> Mapping[str, list[str]]:
    """The outlets whose reports rest on the same item, by report."""
    kin: dict[str, list[str]] = {}
    for family in sources.account.families:
        for a in family.articles:
            # where the original is known, a copy is told of it alone
            others = [family.original] if family.original and family.original != a else family.articles
            kin[a] = list(dict.fromkeys(sources.outlet(b) for b in others if b != a))
    return kin


def _text(sources: Sources, report: Report, marks: Marks | None, kin: list[str]) -> Text:
    w = sources.wording
    tags = [w("report.family", outlets=", ".join(kin))] if kin else []
    tags += [w("report.off_story")] if report.id in sources.off else []
    source = "later" if report.published_or_later else report.published_from
    origin = f" ({w.label('report.from', source)})" if source else ""
    anchor_from = f" ({w.label('report.from', report.anchor_from)})" if report.anchor_from else ""
    facts = (
        ("report.published", (w.day(report.published) or w("report.unpublished")) + origin),
        ("report.anchor", (w.day(report.anchor) or w("report.anchor.none")) + anchor_from),
        ("report.dateline", report.dateline or ""),
        ("report.reporters", ", ".join(report.reporters)),
        ("report.editors", ", ".join(report.editors)),
        ("report.agencies", ", ".join(report.agencies)),
        ("report.language", report.language if report.language != "id" else ""),
        ("report.source", report.source),
    )
    return Text(
        report=report,
        facts=tuple((key, showable(value)) for key, value in facts if value),
        url=web_address(report.url),
        tags=tuple(tags),
        signs=sources.judged.signs([report.id]),
        citation=sources.cite_report(report.id),
        marked=marking.written(marks.cut(report.text)) if marks else Markup(),
    )
