"""Judged: what persons have ruled, as signs on the lines that a ruling bears on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from runut.exports.wording import Wording
from runut.model import Account, Judgement, Ruling, Subject

# A note on a line is cut here; the notes section has it whole.
_LONGEST_NOTE = 120
# What values of a field have words under.
_LABELS = {"measure": "measure", "status": "status", "type": "event", "part": "correct.part"}


@dataclass(frozen=True, slots=True)
class Sign:
    """A person's ruling on a line: `text` names who, `hint` says what, who, when and why."""

    text: str
    hint: str


class Judged:
    """The rulings of persons over an account's findings and reports, by content id."""

    def __init__(self, account: Account, wording: Wording) -> None:
        self._wording = wording
        self._by_text = {r.sha256: r.id for r in account.articles}
        self._articles = {r.id: r for r in account.articles}
        known = {r.judgement.id: r.judgement for r in account.judgements}
        self._bearing: dict[str, list[Judgement]] = {}
        self._rejects: list[Judgement] = []
        self._set: dict[tuple[str, str | None], Judgement] = {}
        self._joins: list[frozenset[str]] = []
        for ruling in account.judgements:
            judgement = ruling.judgement
            if ruling.state != "applied" or not judgement.by.startswith("person:"):
                continue
            # Who takes back a rule's judgement rules over what that one was about.
            about = known.get(judgement.undoes or "", judgement)
            for subject in (*about.subjects, *about.others):
                self._bearing.setdefault(subject.id, []).append(judgement)
            if judgement.act == "reject":
                self._rejects.append(judgement)
            elif judgement.act == "set":
                self._set |= {(s.id, judgement.field): judgement for s in judgement.subjects}
            elif judgement.act == "join":
                self._joins.append(frozenset(s.id for s in judgement.subjects))
        self.rejected: Mapping[str, Sign] = {s.id: self.sign(j) for j in self._rejects for s in j.subjects}

    @property
    def joined(self) -> Iterable[frozenset[str]]:
        """The findings that persons have set side by side, a set for each judgement."""
        return self._joins

    def setting(self, id_: str, *fields: str) -> tuple[Judgement, ...]:
        """The judgements by which persons have set any of these fields of a finding."""
        return tuple(self._set[id_, field] for field in fields if (id_, field) in self._set)

    def rejecting(self, id_: str) -> Judgement | None:
        """The judgement by which a person has rejected a finding."""
        return next((j for j in self._rejects if any(s.id == id_ for s in j.subjects)), None)

    def signs(self, ids: Iterable[str]) -> tuple[Sign, ...]:
        """The signs of a line that is told from these findings or reports."""
        bearing = {j.id: j for i in ids for j in self._bearing.get(i, ())}
        return tuple(map(self.sign, bearing.values()))

    def sign(self, judgement: Judgement) -> Sign:
        """The sign of one judgement."""
        text = f"✎ {who(judgement)}"
        if judgement.act == "note":
            text += f": {judgement.why[:_LONGEST_NOTE]}{'…' if len(judgement.why) > _LONGEST_NOTE else ''}"
        return Sign(text, f"{self.done(judgement)}: {self.told(judgement)}")

    def who(self, judgement: Judgement) -> str:
        """The person or rule that judged."""
        return who(judgement)

    def done(self, judgement: Judgement) -> str:
        """What a judgement does, with the field and value that it sets."""
        return done(judgement, self._wording)

    def told(self, judgement: Judgement) -> str:
        """Who judged, when and why."""
        return told(judgement, self._wording)

    def struck(self) -> Iterable[tuple[str, int, int, Sign]]:
        """What a person has rejected and still stands in a text: article, start, end, sign."""
        for judgement in self._rejects:
            for subject in judgement.subjects:
                article = self._article(subject)
                if article and subject.start is not None and subject.end is not None:
                    yield article, subject.start, subject.end, self.sign(judgement)

    def _article(self, subject: Subject) -> str:
        """The report in which the subject's words stand where they were judged; "" where none has them there."""
        id_ = subject.article if subject.article in self._articles else self._by_text.get(subject.sha256 or "")
        report = self._articles.get(id_ or "")
        if report is None or report.text[subject.start or 0 : subject.end or 0] != subject.text:
            return ""
        return report.id


def who(judgement: Judgement) -> str:
    """The person or rule that judged."""
    return judgement.by.partition(":")[2] or judgement.by


def done(judgement: Judgement, wording: Wording) -> str:
    """What a judgement does, with the field and value that it sets."""
    act = wording.label("act", judgement.act)
    if judgement.field is None:
        return act
    value = judgement.value or wording("correct.unknown")
    if judgement.field in _LABELS:
        value = wording.label(_LABELS[judgement.field], value)
    return f"{act}: {wording.label('correct', judgement.field)} → {value}"


def ruled(judgement: Judgement) -> str:
    """That a person ruled, as a rule behind a cell tells it, in English."""
    what = f"{judgement.field} set to {judgement.value or 'not known'}" if judgement.field else f"{judgement.act}ed"
    return f"{what} by {who(judgement)} (judgement {judgement.id})"


def told(judgement: Judgement, wording: Wording) -> str:
    """Who judged, when and why."""
    when = wording.day(judgement.when, weekday=False)
    return f"{', '.join(filter(None, (who(judgement), when)))}: {judgement.why}"


def noted(account: Account) -> tuple[Ruling, ...]:
    """The rulings that did not come to bear as they were given, then those that did; a rule's only where a person undid it."""
    told = [r for r in account.judgements if r.judgement.by.startswith("person:") or r.state != "applied"]
    return tuple(sorted(told, key=lambda r: r.state == "applied" and not r.note))
