"""Wording: how outlets call a target, in their own voice and in quotations, and how they word a deed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from runut.exports.passages import Outlet, Sources, readable, showable
from runut.model import Deed, DeedUse, Framing, Place, Term

# What is shown at first: so many contrasts, of each so many words, of one weight so many; so many persons with what they are called; so
# many words in quotation marks, each of so many words at most. The rest is folded away: of 608 wordings that stood on top of the pages of
# 38 stories by their odds alone, 29 % told how reports differ.
CONTRASTS_SHOWN, ROWS_SHOWN, OF_ONE_WEIGHT = 5, 8, 3
PEOPLE_SHOWN, CALLED_SHOWN = 3, 4
QUOTED_SHOWN, LONGEST_QUOTED = 4, 3
DEEDS_SHOWN = 5
CONTRAST = "contrast:"
WEIGHED = "weighed"
IN_QUOTES, QUOTED = "scare-quotes", "kata dalam tanda kutip"
# A quotation that begins so tells how something is done, not what it is called.
MANNER = "secara "
# The weight of a word that takes no side stands last.
PLAIN = "netral"
# Forms in which a clause can be silent of who did it.
SILENT = ("passive", "accidental", "euphemism")


@dataclass(frozen=True, slots=True)
class Wordings:
    """A term for a target, by outlet: where a newsroom uses it itself and where it stands in what someone says.

    `weight` says what it weighs, where that is known; `longer` are the wordings that only extend it.
    """

    term: str
    outlet: tuple[Outlet, ...]
    speaker: tuple[Outlet, ...]
    weight: str = ""
    longer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What is called something: its name, its wordings, and which of them only one voice uses, in words."""

    name: str
    rows: tuple[Wordings, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A deed in one form: voice of the verb, the doer where named, in whose words, and which outlets have it.

    `silent`: the clause could have said who did it and does not.
    """

    form: str
    voice: str
    doer: str
    silent: bool
    quoted: bool
    outlets: tuple[Outlet, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """A deed with its forms; `note` says in words who names the doer and who never does, where outlets differ."""

    lemma: str
    forms: tuple[Form, ...]
    note: str


class Terms:
    """The wordings of an account."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._account = sources.account

    def framing(self) -> tuple[tuple[Target, ...], tuple[Target, ...]]:
        """The targets with the terms for them: the contrasts, which are shown at first, and the rest."""
        shown: list[Target] = []
        folded: list[Target] = []
        quoted: list[Term] = []
        contrasts = people = 0
        for framing in self._account.framing:
            telling, rest = self._split(framing)
            is_person = framing.target in self._sources.entities
            rows = self._rows(telling)
            if telling and (people < PEOPLE_SHOWN if is_person else contrasts < CONTRASTS_SHOWN):
                people += is_person
                contrasts += not is_person
                few = _choose(rows) if telling[0].rule.startswith(CONTRAST) else rows[:CALLED_SHOWN]
                shown.append(self._target(self._name(framing.target), few))
                rows = tuple(row for row in rows if row not in few)
            short = [] if is_person else [t for t in rest if _is_short_quotation(t)]
            quoted += short
            if rows := (*rows, *self._rows(t for t in rest if t not in short)):
                folded.append(Target(self._name(framing.target), _nest(rows)))
        in_quotes = self._rows(quoted)
        room = QUOTED_SHOWN if shown else 0  # alone they are no contrast
        for part, told in ((in_quotes[:room], shown), (in_quotes[room:], folded)):
            if part:
                told.append(Target(self._name(QUOTED), part))
        return tuple(shown), tuple(folded)

    def _split(self, framing: Framing) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
        """The terms of a target that contrast, and the others: 1. those of a set, or of a person; 2. a person who is called two things."""
        telling = tuple(t for t in framing.terms if t.rule.startswith(CONTRAST))
        if not telling and framing.target in self._sources.entities:
            called = tuple(t for t in framing.terms if t.rule and t.rule != WEIGHED)
            telling = called if len({t.term.lower() for t in called}) > 1 else ()
        return telling, tuple(t for t in framing.terms if t not in telling)

    def _name(self, target: str) -> str:
        if target in self._sources.entities:
            return self._sources.called(target)
        return showable(self._sources.wording.label("target", target))

    def _rows(self, terms: Iterable[Term]) -> tuple[Wordings, ...]:
        """The terms, each once with its uses in both voices."""
        uses: dict[str, dict[str, tuple[Place, ...]]] = {}
        weights: dict[str, str] = {}
        for term in terms:
            voices = uses.setdefault(term.term, {})
            voices[term.voice] = voices.get(term.voice, ()) + term.uses
            if term.rule.startswith(CONTRAST):
                weights[term.term] = term.rule.removeprefix(CONTRAST)
        return tuple(
            Wordings(
                term=showable(term),
                outlet=self._sources.by_outlet(voices.get("outlet", ())),
                speaker=self._sources.by_outlet(voices.get("speaker", ())),
                weight=weights.get(term, ""),
            )
            for term, voices in uses.items()
        )

    def _target(self, name: str, rows: tuple[Wordings, ...]) -> Target:
        """A target with what only one voice calls it, where both voices speak of it; a headline is the newsroom's voice."""
        w = self._sources.wording
        headlines = " ".join((report.title or "").casefold() for report in self._account.articles)
        weighing = [row for row in rows if row.weight != PLAIN]
        quoted = [r.term for r in weighing if not r.outlet and r.term.casefold() not in headlines]
        own = [r.term for r in weighing if not r.speaker]
        both = any(row.outlet for row in rows) and any(row.speaker for row in rows)
        notes = [
            w(key, terms=", ".join(only))
            for key, only in (("framing.only_quoted", quoted), ("framing.only_newsroom", own))
            if only and both
        ]
        labelled = tuple(
            Wordings(row.term, row.outlet, row.speaker, showable(w.label("weight", row.weight)), row.longer)
            for row in rows
        )
        return Target(name, labelled, " ".join(notes))

    def deeds(self) -> tuple[tuple[Worded, ...], tuple[Worded, ...]]:
        """The deeds with the forms in which they are worded: those in which outlets differ, and the rest, the most used first."""
        told = [Worded(showable(deed.lemma), self._forms(deed.uses), self._note(deed)) for deed in self._account.deeds]
        differ = tuple(deed for deed in told if deed.note)[:DEEDS_SHOWN]
        return differ, tuple(deed for deed in told if deed not in differ)

    def _note(self, deed: Deed) -> str:
        """Who names the doer and who is silent of them throughout; "" where outlets do not differ in that.

        Whoever words it actively is not silent: who acts may stand farther off than the doer is looked for.
        """
        named: dict[str, dict[str, None]] = {}
        silent: dict[str, None] = {}
        active: set[str] = set()
        for use in deed.uses:
            outlet = self._sources.outlet(use.place.article)
            if use.doer is not None:
                named.setdefault(outlet, {}).setdefault(readable(" ".join(use.doer.text.split())))
            elif use.voice in SILENT:
                silent.setdefault(outlet)
            elif use.voice == "active":
                active.add(outlet)
        never = [outlet for outlet in silent if outlet not in named and outlet not in active]
        if not named or not never:
            return ""
        who = "; ".join(f"{outlet} ({', '.join(list(doers)[:2])})" for outlet, doers in named.items())
        return self._sources.wording("deeds.differ", named=who, silent=", ".join(never))

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
                silent=told[0].doer is None and voice in SILENT,
                quoted=quoted,
                outlets=self._sources.by_outlet(use.place for use in told),
            )
            for (form, voice, _, quoted), told in ordered
        )


def _is_short_quotation(term: Term) -> bool:
    short = term.rule == IN_QUOTES and len(term.term.split()) <= LONGEST_QUOTED
    return short and not term.term.lower().startswith(MANNER)


def _choose(rows: Sequence[Wordings]) -> tuple[Wordings, ...]:
    """The words of a contrast that are shown: of each weight those in most outlets, the plain ones last."""
    wide = sorted(rows, key=lambda row: -len({o.name for o in (*row.outlet, *row.speaker)}))
    weights = dict.fromkeys(row.weight for row in wide)
    groups = [[row for row in wide if row.weight == weight][:OF_ONE_WEIGHT] for weight in weights]
    groups.sort(key=lambda group: group[0].weight == PLAIN)
    # one of each weight comes before a second of any
    first = [group[n] for n in range(OF_ONE_WEIGHT) for group in groups if n < len(group)][:ROWS_SHOWN]
    return tuple(row for group in groups for row in group if row in first)


def _nest(rows: Sequence[Wordings]) -> tuple[Wordings, ...]:
    """The rows without those that only extend another, which carries them."""
    runs = {row.term: row.term.lower().split() for row in rows}
    held: dict[str, list[str]] = {}
    for row in rows:
        run = runs[row.term]
        shorter = [term for term, other in runs.items() if len(other) < len(run) and _holds(run, other)]
        if shorter:
            held.setdefault(min(shorter, key=lambda term: (len(runs[term]), term)), []).append(row.term)
    carried = {term for terms in held.values() for term in terms}
    return tuple(
        Wordings(row.term, row.outlet, row.speaker, row.weight, tuple(held.get(row.term, ())))
        for row in rows
        if row.term not in carried
    )


def _holds(run: Sequence[str], other: Sequence[str]) -> bool:
    return any(run[at : at + len(other)] == other for at in range(len(run) - len(other) + 1))
