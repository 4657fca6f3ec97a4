"""Wording: how outlets call a target, in their own voice and in quotations, and how they word a deed."""

from __future__ import annotations

from dataclasses import dataclass

from runut.exports.passages import Outlet, Sources, readable, showable
from runut.model import DeedUse, Place

# Terms that are shown at first, over all targets.
TERMS_SHOWN = 16


@dataclass(frozen=True, slots=True)
class Wordings:
    """A term for a target, by outlet: where a newsroom uses it itself and where it stands in what someone says."""

    term: str
    outlet: tuple[Outlet, ...]
    speaker: tuple[Outlet, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A deed in one form: voice of the verb, the doer where named, in whose words, and which outlets have it."""

    form: str
    voice: str
    doer: str
    quoted: bool
    outlets: tuple[Outlet, ...]


Targets = tuple[tuple[str, tuple[Wordings, ...]], ...]


class Terms:
    """The wordings of an account."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._account = sources.account

    def framing(self) -> tuple[Targets, Targets]:
        """The targets with the terms for them, the most telling first: what is shown at first, and the rest."""
        shown: list[tuple[str, tuple[Wordings, ...]]] = []
        folded: list[tuple[str, tuple[Wordings, ...]]] = []
        room = TERMS_SHOWN
        for framing in self._account.framing:
            uses: dict[str, dict[str, tuple[Place, ...]]] = {}
            for term in framing.terms:
                voices = uses.setdefault(term.term, {})
                voices[term.voice] = voices.get(term.voice, ()) + term.uses
            rows = tuple(
                Wordings(
                    term=showable(term),
                    outlet=self._sources.by_outlet(voices.get("outlet", ())),
                    speaker=self._sources.by_outlet(voices.get("speaker", ())),
                )
                for term, voices in uses.items()
            )
            target = self._sources.called(framing.target)
            for part, told in ((rows[:room], shown), (rows[room:], folded)):
                if part:
                    told.append((target, part))
            room = max(0, room - len(rows))
        return tuple(shown), tuple(folded)

    def deeds(self) -> tuple[tuple[str, tuple[Form, ...]], ...]:
        """The deeds with the forms in which they are worded, the most used first."""
        return tuple((showable(deed.lemma), self._forms(deed.uses)) for deed in self._account.deeds)

    def _forms(self, uses: tuple[DeedUse, ...]) -> tuple[Form, ...]:
        groups: dict[tuple[str, str, str, bool], list[DeedUse]] = {}
        for use in uses:
            doer = " ".join(use.doer.text.split()) if use.doer else ""
            groups.setdefault((use.form.casefold(), use.voice, doer.casefold(), use.quoted), []).append(use)
        ordered = sorted(groups.items(), key=lambda kv: (-len(kv[1]), kv[0]))
        return tuple(
            Form(
                form=readable(form),
                voice=self._sources.wording.label("deed", voice),
                doer=readable(" ".join(told[0].doer.text.split())) if told[0].doer else "",
                quoted=quoted,
                outlets=self._sources.by_outlet(use.place for use in told),
            )
            for (form, voice, _, quoted), told in ordered
        )
