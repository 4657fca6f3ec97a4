"""Who says what: each speaker's statements, the same one in its wordings on one line, changes of position, and what is at odds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from runut.exports.judged import Sign
from runut.exports.passages import Citation, Sources, showable
from runut.model import Saying, Speaker, Statement

# Speakers whose statements are unfolded at first, those in most reports; and the most roles that are shown beside a name.
SPEAKERS_OPEN = 5
ROLES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A statement once for all places that carry it: the fullest words, and the others under `wordings`."""

    text: str
    form: str
    signs: tuple[str, ...]
    via: str
    day: str
    who: str
    support: str
    citations: tuple[Citation, ...]
    wordings: tuple[tuple[str, str, tuple[Citation, ...]], ...]
    why: str
    ruled: tuple[Sign, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with what is reported to have been said."""

    name: str
    entity: str
    roles: str
    counts: str
    said: tuple[Said, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two statements that do not go together, and why."""

    kind: str
    why: str
    rule: str
    pair: tuple[Said, Said]


@dataclass(frozen=True, slots=True)
class Disputed:
    """What reports tell as denied, opposed or at odds, in their own sentences."""

    kind: str
    rule: str
    support: str
    sentences: tuple[tuple[str, Citation], ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says of one matter, in the order of days."""

    name: str
    why: str
    rule: str
    said: tuple[Said, ...]


class Voices:
    """The statements of an account, by who says them."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._wording = sources.wording
        self._account = sources.account
        self._statements = {s.id: s for s in sources.account.statements}
        self._sayings = {i: saying for saying in sources.account.sayings for i in saying.statements}

    def clashes(self) -> tuple[Opposed, ...]:
        """Pairs of statements that do not go together."""
        return tuple(
            Opposed(
                kind=self._wording.label("clash", clash.kind),
                why=showable(self._wording.either(clash.why, clash.english)),
                rule=clash.rule,
                pair=(self._alone(clash.a), self._alone(clash.b)),
            )
            for clash in self._account.clashes
            if clash.a in self._statements and clash.b in self._statements
        )

    def disputes(self) -> tuple[Disputed, ...]:
        """What reports themselves tell as denied, opposed or at odds."""
        return tuple(
            Disputed(
                kind=self._wording.label("dispute", dispute.kind),
                rule=dispute.rule,
                support=self._sources.support((), dispute.reports, dispute.independent) if dispute.reports > 1 else "",
                sentences=tuple((self._sources.shown(p.text), self._sources.cite(p)) for p in dispute.evidence),
            )
            for dispute in self._account.disputes
        )

    def positions(self) -> tuple[Turn, ...]:
        """Speakers whose later statement differs from an earlier one."""
        out = []
        for position in self._account.positions:
            told = [i for i in position.statements if i in self._statements]
            if len(told) > 1:
                out.append(
                    Turn(
                        name=self._sources.called(position.entity) if position.entity else showable(position.speaker),
                        why=showable(self._wording.either(position.why, position.english)),
                        rule=position.rule,
                        said=tuple(map(self._alone, told)),
                    )
                )
        return tuple(out)

    def _alone(self, id_: str) -> Said:
        """A statement with its own words first, and how many reports carry what it says."""
        saying = self._sayings.get(id_)
        others = (
            [self._statements[i] for i in saying.statements if i in self._statements and i != id_] if saying else []
        )
        return self._said([self._statements[id_], *others], saying)

    def voices(self, most: int | None = None) -> tuple[Voice, ...]:
        """The speakers, those in most reports first and the unnamed last; so many of them where `most` is given."""
        ordered = sorted(
            self._by_speaker().items(),
            key=lambda kv: (kv[0] == "", -len({s.article for s in kv[1]}), -len(kv[1]), kv[0]),
        )
        return tuple(self._voice(key, told, n < SPEAKERS_OPEN) for n, (key, told) in enumerate(ordered[:most]))

    def count(self) -> int:
        """How many speakers there are."""
        return len(self._by_speaker())

    def _by_speaker(self) -> dict[str, list[Statement]]:
        by_speaker: dict[str, list[Statement]] = {}
        for s in self._account.statements:
            if s.article not in self._sources.off and s.id not in self._sources.judged.rejected:
                by_speaker.setdefault(self._speaker_key(s.speaker), []).append(s)
        return by_speaker

    def over_time(self, entity: str) -> tuple[tuple[str, tuple[Said, ...]], ...]:
        """What an entity says, by the day that it was said or else first reported, those of no day last."""
        groups: dict[str, list[Statement]] = {}
        for s in self._account.statements:
            if s.speaker and s.speaker.entity == entity and s.id not in self._sources.judged.rejected:
                saying = self._sayings.get(s.id)
                groups.setdefault(saying.id if saying else s.id, []).append(s)
        days: dict[str, list[Said]] = {}
        for group in groups.values():
            day = min(filter(None, map(self._since, group)), default="")
            days.setdefault(day if "/" in day else day[:10], []).append(
                self._said(group, self._sayings.get(group[0].id))
            )
        return tuple((self._wording.day(day), tuple(days[day])) for day in sorted(days, key=lambda d: (not d, d)))

    def _speaker_key(self, speaker: Speaker | None) -> str:
        if speaker is None:
            return ""
        if speaker.entity in self._sources.entities:
            return f"entity {speaker.entity}"
        return (speaker.name or speaker.text or "").casefold()

    def _voice(self, key: str, told: list[Statement], unfolded: bool) -> Voice:
        speaker = told[0].speaker
        entity = self._sources.entities.get(speaker.entity or "") if speaker else None
        groups: dict[str, list[Statement]] = {}
        for s in told:
            saying = self._sayings.get(s.id)
            groups.setdefault(f"saying {saying.id}" if saying else _bare(s.text), []).append(s)
        rows = []
        for group in groups.values():
            saying = self._sayings.get(group[0].id)
            if saying:
                turn = {i: n for n, i in enumerate(saying.statements)}
                group.sort(key=lambda s: turn[s.id])
            rows.append((group, saying))
        rows.sort(
            key=lambda row: (-self._independent(*row), self._since(row[0][0]), row[0][0].article, row[0][0].start)
        )
        return Voice(
            name=self._sources.speaker(speaker) or self._wording("speaker.unknown"),
            entity=entity.id if entity else "",
            roles=showable(", ".join(entity.roles[:ROLES_SHOWN])) if entity else "",
            counts=self._wording("speaker.counts", statements=len(groups), reports=len({s.article for s in told})),
            said=tuple(self._said(group, saying) for group, saying in rows),
            open=unfolded and key != "",
        )

    def _independent(self, told: Sequence[Statement], saying: Saying | None) -> int:
        return (saying.independent if saying else 0) or self._sources.independent(s.article for s in told)

    def _since(self, statement: Statement) -> str:
        report = self._sources.reports[statement.article]
        return statement.said_on or report.published or report.anchor or ""

    def _said(self, told: list[Statement], saying: Saying | None) -> Said:
        w = self._wording
        s = told[0]
        signs = [w("statement.hedged")] if s.hedged else []
        signs += [w("statement.negated")] if s.negated else []
        wordings: dict[str, list[Statement]] = {}
        for x in told:
            wordings.setdefault(_bare(x.text), []).append(x)
        first, *others = wordings.values()
        day = (saying.day if saying else None) or s.said_on
        return Said(
            text=self._sources.shown(s.text),
            form=s.form,
            signs=tuple(signs),
            via=w("statement.via", via=showable(", ".join(s.via))) if s.via else "",
            day=w("statement.said_on", day=w.day(day)) if day else "",
            who=self._sources.speaker(s.speaker) or w("speaker.nobody"),
            support=self._support(told, saying),
            citations=self._cited(first),
            wordings=tuple((self._sources.shown(x[0].text), x[0].form, self._cited(x)) for x in others),
            why=showable(w.either(saying.why, saying.english)) if saying else "",
            ruled=self._sources.judged.signs(x.id for x in told),
            ids=tuple(x.id for x in told),
        )

    def _support(self, told: Sequence[Statement], saying: Saying | None) -> str:
        articles = {s.article for s in told}
        if len(articles) < 2 and not saying:
            return ""  # the one citation beside it says so
        return self._sources.support(articles, saying.reports if saying else 0, saying.independent if saying else 0)

    def _cited(self, told: Iterable[Statement]) -> tuple[Citation, ...]:
        return tuple(self._sources.cite(s, self._sources.rule(s.rule)) for s in told)


def _bare(text: str) -> str:
    """Words by which two places say the same to the letter, whatever marks stand around them."""
    return " ".join(text.casefold().split()).strip(" .,;:\"'“”‘’")
