"""What judgements ask of comparing: which findings go together, which do not, and which are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from runut.comparing import corrections
from runut.comparing.corrections import Correction
from runut.model import Date, Event, Figure, Judgement, Mention, Reading, Ruling, Statement, Subject

MERGE, SPLIT, JOIN, PART, REJECT, SET, NOTE, UNDO = "merge", "split", "join", "part", "reject", "set", "note", "undo"
ACTS = (MERGE, SPLIT, JOIN, PART, REJECT, SET, NOTE, UNDO)
TOGETHER, APART = (MERGE, JOIN), (SPLIT, PART)
LAYERS = ("names", "figures", "statements", "events", "reports", "dates")


_PERSON, _PLACES = "PER", frozenset(["GPE", "LOC"])


def are_apart(types: Iterable[str]) -> bool:
    """Whether names of these types can never be of one: a person and a place."""
    told = set(types)
    return _PERSON in told and not told.isdisjoint(_PLACES)


@dataclass(frozen=True, slots=True)
class Order:
    """One ruling over the groups of a layer: `ids` belong together, or, where there are `others`, leave these."""

    layer: str
    ids: frozenset[str]
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings in force, in the order in which they were given: a later one overrules an earlier.

    `rejected` findings are left out; `kept` are those that a rule rejects and a person does not; `corrections` say what findings tell,
    one of each field of a finding.
    """

    orders: tuple[Order, ...] = ()
    rejected: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    corrections: tuple[Correction, ...] = ()

    def regroup(self, layer: str, groups: Iterable[Sequence[str]]) -> list[list[str]]:
        """The groups of ids as the rulings will have them; ids that no ruling names stay where the rules put them.

        Those who are to be together go where the first of them is; those who are to leave make a group of their own. Ids outside all
        groups come in where a ruling names them.
        """
        out = [list(group) for group in groups]
        for order in self.orders:
            if order.layer == layer:
                (_sever if order.others else _gather)(out, order)
        return [group for group in out if group]

    def named(self, layer: str) -> frozenset[str]:
        """The ids of a layer that any ruling groups."""
        return frozenset[str]().union(*(o.ids | o.others for o in self.orders if o.layer == layer))


NONE = Rulings()


def _gather(groups: list[list[str]], order: Order) -> None:
    met = [group for group in groups if not order.ids.isdisjoint(group)]
    home = met[0] if met else []
    if not met:
        groups.append(home)
    for group in met[1:]:
        home += group
        group.clear()
    home += sorted(order.ids.difference(home))


def _sever(groups: list[list[str]], order: Order) -> None:
    for group in [g for g in groups if not order.others.isdisjoint(g)]:
        gone = [i for i in group if i in order.ids]
        if gone:
            group[:] = [i for i in group if i not in order.ids]
            groups.append(gone)


def settle(judgements: Iterable[Judgement], readings: Sequence[Reading]) -> tuple[Rulings, tuple[Ruling, ...]]:
    """The rulings that judgements make over these readings, and each judgement with what came of it, in their order.

    A judgement by a rule has no force of its own, for the rules judge anew; undone by a person, it is turned round. A finding that is no
    longer under its id is looked for at its place: the same layer, article and words; the judgement then comes back under the id there.
    """
    given = list(judgements)
    if not given:
        return NONE, ()
    known = _Findings(readings)
    force = _Force(known)
    undone = taken_back(given)
    told: list[Ruling] = []
    for judgement in given:
        by_rule = judgement.by.startswith("rule:")
        if judgement.act == UNDO:
            aim = next((j for j in given if j.id == judgement.undoes), None)
            note = (
                NO_NOTE
                if aim
                else _Note(f"tidak ada putusan {judgement.undoes}", f"there is no judgement {judgement.undoes}")
            )
            told.append(
                _ruling(judgement, "undone" if judgement.id in undone else "applied" if aim else "no-finding", note)
            )
            continue
        if by_rule and judgement.id in undone:
            if judgement.act == REJECT:
                force.keep(judgement)
            else:
                force.add(_turned(judgement))
        if judgement.id in undone:
            told.append(_ruling(judgement, "undone"))
        elif not by_rule:
            told.append(_ruling(judgement, *force.add(judgement)))
    return force.rulings(), tuple(known.renamed(force.overruled(ruling)) for ruling in told)


class _Note(NamedTuple):
    """What came of a judgement, in words: `local` Indonesian."""

    local: str = ""
    english: str = ""


NO_NOTE = _Note()


def _noted(notes: Iterable[_Note]) -> _Note:
    """Several notes as one."""
    told = [note for note in notes if note.local]
    return _Note("; ".join(note.local for note in told), "; ".join(note.english for note in told))


def _ruling(judgement: Judgement, state: str, note: _Note = NO_NOTE) -> Ruling:
    return Ruling(judgement=judgement, state=state, note=note.local, english=note.english)


def taken_back(judgements: Sequence[Judgement]) -> set[str]:
    """The ids of judgements that a later line takes back; an undoing that is itself undone takes nothing back."""
    out: set[str] = set()
    for n in range(len(judgements) - 1, -1, -1):  # the last word first
        judgement = judgements[n]
        if judgement.act == UNDO and judgement.id not in out and judgement.undoes in {j.id for j in judgements[:n]}:
            out.add(judgement.undoes or "")
    return out


def _turned(judgement: Judgement) -> Judgement:
    """What undoing a rule's judgement asks: those it put together go apart, the first from the rest."""
    act = SPLIT if judgement.act == MERGE else PART
    return replace(judgement, act=act, subjects=judgement.subjects[1:], others=judgement.subjects[:1])


class _Force:
    """What judgements have brought about so far, a later one over an earlier."""

    def __init__(self, known: _Findings) -> None:
        self._known = known
        self._orders: list[tuple[Order, Judgement]] = []
        self._rejected: set[str] = set()
        self._kept: set[str] = set()
        self._set: dict[tuple[str, str, str], tuple[str, Judgement]] = {}

    def rulings(self) -> Rulings:
        """All that is in force."""
        return Rulings(
            tuple(order for order, _ in self._orders),
            frozenset(self._rejected),
            frozenset(self._kept),
            tuple(Correction(*key, value) for key, (value, _) in self._set.items()),
        )

    def keep(self, judgement: Judgement) -> None:
        """Let stand what a rule rejects."""
        self._kept.update(self._known.find(judgement.subjects)[0])

    def add(self, judgement: Judgement) -> tuple[str, _Note]:
        """Put a judgement in force as far as its findings are here; its state and a note."""
        ids, gone = self._known.find(judgement.subjects)
        others, lost = self._known.find(judgement.others)
        gone += lost
        layers = {s.layer for s in judgement.subjects}
        named = [f"{s.layer} {s.id}" + (f" “{s.text}”" if s.text else "") for s in gone]
        notes = [_Note(f"{what} tidak ada lagi", f"{what} is no more") for what in named]
        enough = len(ids) >= (2 if judgement.act in TOGETHER else 1) and (bool(others) or judgement.act not in APART)
        if not enough:
            here = any(self._known.article(s) for s in (*judgement.subjects, *judgement.others))
            return ("no-finding" if here else "elsewhere"), _noted(notes)
        if judgement.act == REJECT:
            self._rejected.update(ids)
        elif judgement.act == SET:
            try:
                notes[:0] = self._correct(layers.pop(), ids, judgement)
            except ValueError as error:
                return "no-finding", _Note(str(error), str(error))
        elif judgement.act == MERGE and are_apart(self._known.types(ids)):
            return "no-finding", _Note("orang dan tempat tidak bisa satu", "a person and a place cannot be one")
        elif judgement.act in APART and set(others) <= set(ids):
            return "no-finding", _Note(
                "yang dipisahkan dan yang ditinggalkan adalah satu; batalkan penggabungannya (undo)",
                "those who leave and those whom they leave are the same; undo what put them together",
            )
        elif judgement.act != NOTE:
            self._orders.append((Order(layers.pop(), frozenset(ids), frozenset(others)), judgement))
        return "applied", _noted(notes)

    def _correct(self, layer: str, ids: Iterable[str], judgement: Judgement) -> list[_Note]:
        field, value = judgement.field or "", judgement.value or ""
        corrections.check(layer, judgement.field, judgement.value)
        before = []
        for id_ in ids:
            self._set[layer, id_, field] = (value, judgement)
            finding = self._known.finding(layer, id_)
            if finding is not None:
                found = f"{corrections.found_as(finding, field) or '–'} ({finding.rule})"
                before.append(_Note(f"semula {found}", f"found as {found}"))
        return list(dict.fromkeys(before))

    def overruled(self, ruling: Ruling) -> Ruling:
        """A ruling as it stands after all others: one that a later judgement of another mind has put aside says so."""
        judgement = ruling.judgement
        if ruling.state != "applied":
            return ruling
        if judgement.act == SET:
            ids, _ = self._known.find(judgement.subjects)
            layer, field = judgement.subjects[0].layer, judgement.field or ""
            holding = [self._set[layer, id_, field][1] for id_ in ids]
            state = "applied" if judgement in holding else "overruled"
            later = [j for j in holding if j is not judgement]
        else:
            state, later = "applied", self._against(judgement)
        if not later:
            return ruling
        by = ", ".join(dict.fromkeys(f"{j.id} ({j.by.partition(':')[2]})" for j in later))
        note = _noted(
            [_Note(ruling.note, ruling.english), _Note(f"diganti oleh putusan {by}", f"replaced by judgement {by}")]
        )
        return replace(ruling, state=state, note=note.local, english=note.english)

    def _against(self, judgement: Judgement) -> list[Judgement]:
        """The later judgements that part what one puts together, or put together what it parts."""
        at = next((n for n, (_, j) in enumerate(self._orders) if j is judgement), None)
        if at is None:
            return []
        own = self._orders[at][0]
        return [
            j
            for order, j in self._orders[at + 1 :]
            if order.layer == own.layer
            and bool(order.others) != bool(own.others)
            and all(
                (own.ids if order.others else order.ids) & side
                for side in ((order.ids, order.others) if order.others else (own.ids, own.others))
            )
        ]


_Span = Mention | Figure | Statement | Event | Date


class _Findings:
    """The findings of readings by layer and id, by their place, and by their words."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._ids: dict[tuple[str, str], _Span | None] = {}
        self._at: dict[tuple[str, str, int, int], str] = {}
        self._words: dict[tuple[str, str, str], str] = {}
        self._articles = frozenset(r.article.id for r in readings)
        self._by_text: dict[str, str] = {}
        self._types = {name.id: name.type for reading in readings for name in reading.names}
        for reading in readings:
            article = reading.article
            self._by_text[article.sha256] = "" if article.sha256 in self._by_text else article.id
            for layer, id_, span in _found(reading):
                self._ids.setdefault((layer, id_), span)
                if span is not None:
                    self._at.setdefault((layer, article.id, span.start, span.end), id_)
                    self._words.setdefault((layer, article.id, span.text), id_)

    def finding(self, layer: str, id_: str) -> Figure | Statement | Event | Date | None:
        """The finding with an id; None for names and reports."""
        span = self._ids.get((layer, id_))
        return None if isinstance(span, Mention) else span

    def types(self, names: Iterable[str]) -> set[str]:
        """The types of names."""
        return {self._types[n] for n in names if n in self._types}

    def article(self, subject: Subject) -> str:
        """The article of a subject: under its id, else the only one with the same text; empty where it is not here."""
        if subject.article in self._articles:
            return subject.article or ""
        return self._by_text.get(subject.sha256 or "", "")

    def find(self, subjects: Iterable[Subject]) -> tuple[list[str], list[Subject]]:
        """The ids of subjects that are here, and those that are not."""
        ids, gone = [], []
        for s in subjects:
            id_ = self._id(s)
            if id_:
                ids.append(id_)
            else:
                gone.append(s)
        return ids, gone

    def renamed(self, ruling: Ruling) -> Ruling:
        """A ruling with what it is about under the ids that stand here, for all who go by them."""
        subjects, others = (
            tuple(map(self._renamed, side)) for side in (ruling.judgement.subjects, ruling.judgement.others)
        )
        return replace(ruling, judgement=replace(ruling.judgement, subjects=subjects, others=others))

    def _renamed(self, s: Subject) -> Subject:
        id_ = self._id(s)
        return replace(s, id=id_, article=self.article(s)) if id_ and id_ != s.id else s

    def _id(self, s: Subject) -> str | None:
        return s.id if (s.layer, s.id) in self._ids else self._again(s)

    def _again(self, s: Subject) -> str | None:
        article = self.article(s)
        if s.layer == "reports" or not article:
            return article or None
        at = self._at.get((s.layer, article, s.start or 0, s.end or 0))
        return at or self._words.get((s.layer, article, s.text or ""))


def _found(reading: Reading) -> Iterator[tuple[str, str, _Span | None]]:
    """The findings of a reading that a judgement can be about: layer, id, where it stands."""
    yield "reports", reading.article.id, None
    for name in reading.names:
        for mention in name.mentions:
            yield "names", name.id, mention
    for figure in reading.figures:
        yield "figures", figure.id, figure
    for statement in reading.statements:
        yield "statements", statement.id, statement
    for event in reading.events:
        yield "events", event.id, event
    for written in reading.dates:
        yield "dates", corrections.date_id(written), written


def without(readings: Iterable[Reading], rulings: Rulings) -> tuple[Reading, ...]:
    """The readings without the findings that a ruling rejects; their reports stay."""
    if not rulings.rejected:
        return tuple(readings)
    gone: Mapping[str, None] = dict.fromkeys(rulings.rejected)
    return tuple(
        replace(
            r,
            names=tuple(n for n in r.names if n.id not in gone),
            figures=tuple(f for f in r.figures if f.id not in gone),
            statements=tuple(s for s in r.statements if s.id not in gone),
            events=tuple(e for e in r.events if e.id not in gone),
        )
        for r in readings
    )
