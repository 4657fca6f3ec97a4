"""Notes: what was not read, not placed, not of this story, which names are covered, and what came of each judgement."""

from __future__ import annotations

from dataclasses import dataclass

from runut.comparing.corrections import date_id
from runut.exports.judged import noted
from runut.exports.passages import Citation, Sources, showable
from runut.model import Date, Report, Ruling, Subject


@dataclass(frozen=True, slots=True)
class Ruled:
    """A judgement: what it did to what, who gave it, when and why, and what came of it."""

    act: str
    about: str
    told: str
    state: str
    note: str


class Notes:
    """What an editor must know of how the account was made."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._wording = sources.wording
        self._account = sources.account

    def skipped(self) -> tuple[tuple[str, str], ...]:
        """What gave no article, and why."""
        return tuple((showable(s.source), showable(s.reason)) for s in self._account.skipped)

    def off_story(self) -> tuple[tuple[Report, str, str], ...]:
        """Reports of something else, why they are held to be, and by which rule."""
        return tuple(
            (self._sources.reports[o.article], showable(self._wording.either(o.why, o.english)), o.rule)
            for o in self._account.off_story
        )

    def undated(self) -> tuple[Report, ...]:
        """Reports of which nothing tells the day."""
        return tuple(r for r in self._account.articles if not r.published)

    def unplaced(self) -> tuple[tuple[str, str, tuple[Citation, ...], tuple[str, ...]], ...]:
        """Dates without a value, by expression and reason, with their ids."""
        groups: dict[tuple[str, str], list[Date]] = {}
        for d in self._account.dates:
            if d.value is None:
                why = self._wording.label("unplaced", d.why_null or "")
                groups.setdefault((showable(d.text), showable(why)), []).append(d)
        return tuple(
            (text, why, self._sources.cite_all(told), tuple(map(date_id, told))) for (text, why), told in groups.items()
        )

    def masking(self) -> tuple[tuple[str, str, int], ...]:
        """The names that are covered: the cover as the first report has it, why, and how often it stands."""
        return tuple(
            (m.places[0].text if m.places else "", self._wording.either(m.why, m.english), len(m.places))
            for m in self._account.masking
        )

    def judgements(self) -> tuple[Ruled, ...]:
        """The judgements of persons, and those of rules that a person took back; those that did not come to bear first."""
        known = {r.judgement.id: r for r in self._account.judgements}
        return tuple(self._ruled(r, known.get(r.judgement.undoes or "")) for r in noted(self._account))

    def _ruled(self, ruling: Ruling, undone: Ruling | None) -> Ruled:
        judgement = ruling.judgement
        about = undone.judgement if undone else judgement
        subjects = self._all(about.subjects)
        if about.others:
            subjects += f" | {self._all(about.others)}"
        act = self._sources.judged.done(judgement)
        return Ruled(
            act=showable(f"{act} ({self._sources.judged.done(about)})" if undone else act),
            about=subjects,
            told=showable(self._sources.judged.told(judgement)),
            state=ruling.state,
            note=showable(self._wording.either(ruling.note, ruling.english)),
        )

    def _all(self, subjects: tuple[Subject, ...]) -> str:
        return " · ".join(dict.fromkeys(map(self._called, subjects)))

    def _called(self, subject: Subject) -> str:
        if subject.layer == "reports" and subject.id in self._sources.reports:
            return self._sources.cite_report(subject.id).text
        return f"“{showable(' '.join(subject.text.split()))}”" if subject.text else showable(subject.id)
