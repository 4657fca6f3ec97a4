"""Matters: what a form of correction is about, and all that can be done to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from runut.comparing import corrections
from runut.exports.passages import Citation, Sources, clipped, readable, showable
from runut.exports.wording import Wording
from runut.masking import COVER
from runut.model import Account, Date, Entity, Event, Figure, Report, Statement
from runut.web.errors import Missing

# Things that can be chosen to stand beside the subject, and names that are offered; a longer list is cut.
MOST_CHOICES = 400
# A passage in a list to choose from (characters).
SHORT = 90
ACTS = {
    "names": ("merge", "split", "reject", "note"),
    "figures": ("set", "join", "part", "reject", "note"),
    "statements": ("set", "join", "part", "reject", "note"),
    "events": ("set", "join", "part", "reject", "note"),
    "dates": ("set", "note"),
    "reports": ("join", "part", "reject", "note"),
}
Finding = Figure | Statement | Event | Date | Entity | Report


@dataclass(frozen=True, slots=True)
class Subject:
    """A finding, name or report that can be judged: its id, its words, and where it stands."""

    id: str
    text: str
    citation: Citation
    about: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: the value that is sent, and its words."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be set: its name, what it is now, and what it may be (any words where nothing is named)."""

    name: str
    now: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a form is about: subjects of one layer, and what can be done to them.

    `members` are those that stand together with them now, of which some can leave; `beside` what they can be put beside, `names` those
    that a person is called by.
    """

    layer: str
    subjects: tuple[Subject, ...]
    acts: tuple[str, ...]
    fields: tuple[Field, ...] = ()
    members: tuple[Subject, ...] = ()
    beside: tuple[Choice, ...] = ()
    names: tuple[Choice, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the subjects; of a name also those of its names in single reports."""
        own = frozenset(s.id for s in self.subjects)
        return own | frozenset(m.id for m in self.members) if self.layer == "names" else own


def find(account: Account, sources: Sources, ids: Sequence[str]) -> Matter:
    """What the ids (findings, entities, reports) are; raises Missing where one is none of this account, or they are of several layers."""
    layers = _layers(account)
    layer = next((name for name, found in layers.items() if ids and ids[0] in found), "")
    lost = next((i for i in ids if i not in layers.get(layer, ())), None)
    if not layer or lost is not None:
        raise Missing("finding", lost or "")
    of_layer = layers[layer]
    return _Found(account, sources, layer, of_layer, tuple(dict.fromkeys(ids))).matter()


def within(account: Account, sources: Sources, article: str) -> Mapping[str, tuple[Subject, ...]]:
    """All that was found in one report, by layer and in the order of the text; names by their first mention there."""
    out: dict[str, tuple[Subject, ...]] = {}
    for layer, of_layer in _layers(account).items():
        places = {
            id_: next((m.start for m in found.mentions if m.article == article), None)
            if isinstance(found, Entity)
            else found.start
            for id_, found in of_layer.items()
            if isinstance(found, Entity) or (not isinstance(found, Report) and found.article == article)
        }
        ids = sorted((start, id_) for id_, start in places.items() if start is not None)
        of = _Found(account, sources, layer, of_layer, ())
        out[layer] = tuple(of.subject(id_, article) for _, id_ in ids)
    return out


def group_of(account: Account, layer: str, id_: str) -> tuple[str, ...]:
    """The ids that stand together with one in a series, saying, happening or family, itself among them."""
    return next((group for group in _groups(account, layer) if id_ in group), (id_,))


def _layers(account: Account) -> Mapping[str, Mapping[str, Finding]]:
    return {
        "figures": {f.id: f for f in account.figures},
        "statements": {s.id: s for s in account.statements},
        "events": {e.id: e for e in account.events},
        "names": {e.id: e for e in account.entities},
        "reports": {r.id: r for r in account.articles},
        "dates": {corrections.date_id(d): d for d in account.dates},
    }


def _groups(account: Account, layer: str) -> Iterable[tuple[str, ...]]:
    if layer == "figures":
        return [s.figures for s in account.series]
    if layer == "statements":
        return [s.statements for s in account.sayings]
    if layer == "events":
        return [h.events for h in account.happenings]
    return [f.articles for f in account.families] if layer == "reports" else []


class _Found:
    """The findings that ids name, and what surrounds them."""

    def __init__(
        self, account: Account, sources: Sources, layer: str, of_layer: Mapping[str, Finding], ids: tuple[str, ...]
    ) -> None:
        self._account, self._sources, self._layer = account, sources, layer
        self._of_layer, self._ids = of_layer, ids
        self._w: Wording = sources.wording

    def matter(self) -> Matter:
        members, beside = self._members(), self._beside()
        without = {"part", "split"} if len(members) < 2 else set()
        if not beside and self._layer != "names":
            without.add("join")
        return Matter(
            layer=self._layer,
            subjects=tuple(self.subject(i) for i in self._ids),
            acts=tuple(act for act in ACTS[self._layer] if act not in without),
            fields=tuple(self._fields()),
            members=members,
            beside=beside,
            names=self._names(),
        )

    def subject(self, id_: str, article: str = "") -> Subject:
        """What an id names; a name by its first mention, in one report where that is named."""
        found = self._of_layer[id_]
        if isinstance(found, Report):
            return Subject(id_, showable(found.title or ""), self._sources.cite_report(id_))
        if isinstance(found, Entity):
            first = next((m for m in found.mentions if article in ("", m.article)), found.mentions[0])
            return Subject(id_, showable(found.name), self._sources.cite(first), self._w.label("entity", found.type))
        about = self._sources.speaker(found.speaker) if isinstance(found, Statement) else ""
        if isinstance(found, Figure):
            value = self._w.bounds(found.low, found.high, found.approx, found.measure)
            about = " · ".join(filter(None, (self._w.label("measure", found.measure), value)))
        elif isinstance(found, Event):
            about = f"{self._w.label('event', found.type)} · {self._w.label('status', found.status)}"
        elif isinstance(found, Date):
            about = self._w.day(found.value) or self._w("date.none")
        return Subject(id_, readable(found.text), self._sources.cite(found), about)

    def _members(self) -> tuple[Subject, ...]:
        if self._layer == "names":
            return tuple(m for i in self._ids for m in self._forms(self._of_layer[i])) if len(self._ids) == 1 else ()
        group = dict.fromkeys(m for i in self._ids for m in group_of(self._account, self._layer, i))
        return tuple(self.subject(i) for i in group) if len(group) > 1 else ()

    def _forms(self, entity: Finding) -> Iterable[Subject]:
        """An entity's names of single reports, each by its first mention there."""
        assert isinstance(entity, Entity)
        for article, name in entity.members:
            mention = next((m for m in entity.mentions if m.article == article), None)
            if mention is not None:
                yield Subject(name, readable(mention.text), self._sources.cite(mention))

    def _fields(self) -> Iterable[Field]:
        """The fields that can be set, each as it is now where all subjects are the same."""
        for name in corrections.FIELDS.get(self._layer, ()):
            told = {corrections.found_as(self._of_layer[i], name) for i in self._ids}  # type: ignore[arg-type]
            label = {"type": "event", "part": "correct.part"}.get(name, name)
            choices = tuple(Choice(v, self._w.label(label, v)) for v in corrections.CHOICES.get(name, ()))
            yield Field(name, told.pop() if len(told) == 1 else "", choices)

    def _beside(self) -> tuple[Choice, ...]:
        """What the subjects can be put beside: groups by their first member, and what stands alone; the same measure first."""
        if self._layer in ("names", "dates"):
            return ()
        own = {m for i in self._ids for m in group_of(self._account, self._layer, i)}
        groups = [g for g in _groups(self._account, self._layer) if own.isdisjoint(g)]
        grouped = {i for g in groups for i in g} | own
        groups += [(i,) for i in self._of_layer if i not in grouped]
        groups.sort(key=lambda g: self._order(g[0]))
        return tuple(Choice(g[0], self._called(g)) for g in groups[:MOST_CHOICES])

    def _order(self, id_: str) -> tuple[object, ...]:
        own, other = self._of_layer[self._ids[0]], self._of_layer[id_]
        unlike = isinstance(own, Figure) and isinstance(other, Figure) and own.measure != other.measure
        return (unlike, self._called((id_,)))

    def _called(self, group: Sequence[str]) -> str:
        first = self._of_layer[group[0]]
        more = f" (+{len(group) - 1})" if len(group) > 1 else ""
        if isinstance(first, Report):
            return f"{self._sources.outlet(first.id)}: {clipped(readable(first.title or ''), SHORT)}{more}"
        assert isinstance(first, Figure | Statement | Event)
        about = f"{self._w.label('measure', first.measure)}: " if isinstance(first, Figure) else ""
        return f"{about}{clipped(readable(first.text), SHORT)} · {self._sources.outlet(first.article)}{more}"

    def _names(self) -> tuple[Choice, ...]:
        """Names to offer: for a name those of its type, else persons and bodies, who speak; none that is covered, which names nobody."""
        first = self._of_layer[self._ids[0]]
        types = (first.type,) if isinstance(first, Entity) else ("PER", "ORG")
        near = [e for e in self._account.entities if e.type in types and e.id not in self._ids and COVER not in e.name]
        return tuple(Choice(e.name, e.roles[0] if e.roles else "") for e in near[:MOST_CHOICES])
