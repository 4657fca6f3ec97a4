"""Names: who and what the reports speak of, with roles as of when, forms, and why forms were held to be one."""

from __future__ import annotations

from dataclasses import dataclass

from runut.exports.judged import Sign
from runut.exports.passages import Citation, Sources, showable
from runut.model import Entity, Held, Place

# First mentions that are cited of a name; the texts mark all of them.
FIRST_MENTIONS = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A person, organisation or place."""

    id: str
    name: str
    type: str
    roles: tuple[str, ...]
    forms: tuple[str, ...]
    joined: tuple[str, ...]
    near: tuple[str, ...]
    first: tuple[Citation, ...]
    reports: str
    signs: tuple[Sign, ...]


class Names:
    """The entities of an account."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._wording = sources.wording

    def rows(self) -> tuple[Row, ...]:
        """The entities, those in most reports first, each with its first mention in each report."""
        return tuple(map(self._row, self._in_order()))

    def row(self, entity: str) -> Row:
        """One of them."""
        return self._row(self._sources.entities[entity])

    def most(self, count: int) -> tuple[Entity, ...]:
        """Those in most reports."""
        return tuple(self._in_order()[:count])

    def _in_order(self) -> list[Entity]:
        told = sorted(
            ((len({m.article for m in e.mentions}), e) for e in self._sources.account.entities),
            key=lambda pair: (-pair[0], -len(pair[1].mentions), pair[1].name),
        )
        return [e for _, e in told]

    def _row(self, entity: Entity) -> Row:
        first: dict[str, Place] = {}
        for m in sorted(entity.mentions, key=lambda m: (m.article, m.start)):
            first.setdefault(m.article, Place(article=m.article, start=m.start, end=m.end))
        forms = dict.fromkeys([*entity.aliases, *(m.text for m in entity.mentions)])
        forms.pop(entity.name, None)
        return Row(
            id=entity.id,
            name=showable(entity.name),
            type=self._wording.label("entity", entity.type),
            roles=tuple(map(self._held, entity.held)) or tuple(map(showable, entity.roles)),
            forms=tuple(showable(" ".join(form.split())) for form in forms),
            joined=tuple(dict.fromkeys(self._reason(why) for why in (*entity.why, *(j.why for j in entity.joins)))),
            near=tuple(
                f"{self._wording.label('related', r.how)} {self._sources.called(r.entity)}" for r in entity.related
            ),
            first=self._sources.cite_all(list(first.values())[:FIRST_MENTIONS]),
            reports=self._wording("names.reports", count=len(first)) if len(first) > FIRST_MENTIONS else "",
            signs=self._sources.judged.signs(id_ for _, id_ in entity.members),
        )

    def _held(self, held: Held) -> str:
        """A role with the days of the reports that give it."""
        w = self._wording
        days = dict.fromkeys(w.day(d, weekday=False, year=False) for d in (held.first, held.last) if d)
        told = f"{showable(held.role)} ({'–'.join(days)})" if days else showable(held.role)
        return f"{told}, {w('names.former')}" if held.former else told

    def _reason(self, why: str) -> str:
        """Why two names are one, in the words of the page: an account gives the reason in English, with the words that bear it out."""
        reason, colon, words = why.partition(": ")
        return showable(f"{self._wording.label('joined', reason)}{colon}{words}")
