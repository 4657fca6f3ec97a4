"""The part of the store that holds what people and rules judged, in the order in which it came."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import insert, select

from runut.codec import judgement_from_json, to_json
from runut.model import Judgement
from runut.store.columns import limited, within
from runut.store.errors import Conflict
from runut.store.records import JudgementRow
from runut.store.rows import Keeping, Viewing, chunks
from runut.store.schema import articles, subjects
from runut.store.schema import judgements as judgement_rows

_PERSON = "person:"


class JudgementsView(Viewing):
    """What was judged."""

    __slots__ = ()

    def judgements(
        self,
        *,
        articles: Iterable[str] | None = None,
        after_seq: int = 0,
        limit: int | None = None,
        persons: bool = False,
    ) -> list[JudgementRow]:
        """Judgements in the order in which they came; of these articles alone where they are given, and of persons alone where asked.

        A judgement is of an article by its id or by its text, whatever file that text was in; an undo is of what it takes back.
        """
        query = select(judgement_rows.c.seq, judgement_rows.c.at, judgement_rows.c.data)
        query = query.where(judgement_rows.c.seq > within(after_seq)).order_by(judgement_rows.c.seq)
        if persons:
            query = query.where(judgement_rows.c.by.startswith(_PERSON))
        if articles is not None:
            named = sorted(self._naming(articles))
            rows = [
                row
                for some in chunks(named)
                for row in self._connection.execute(query.where(judgement_rows.c.seq.in_(some)))
            ][: limited(limit)]
        else:
            rows = list(self._connection.execute(query.limit(limited(limit))))
        return [_judgement(row) for row in rows]

    def _naming(self, ids: Iterable[str]) -> set[int]:
        out: set[int] = set()
        if not self.last_judgement():  # most stores have none, and every page asks
            return out
        for some in chunks(dict.fromkeys(ids)):
            out.update(
                self._connection.execute(select(subjects.c.judgement).where(subjects.c.article.in_(some))).scalars()
            )
            same_text = select(articles.c.sha256).where(articles.c.id.in_(some))
            out.update(
                self._connection.execute(select(subjects.c.judgement).where(subjects.c.sha256.in_(same_text))).scalars()
            )
        return out

    def judgement(self, id: str) -> JudgementRow | None:
        """A judgement by its own id."""
        query = select(judgement_rows.c.seq, judgement_rows.c.at, judgement_rows.c.data)
        row = self._connection.execute(query.where(judgement_rows.c.id == id)).one_or_none()
        return None if row is None else _judgement(row)

    def judgements_beside(self, judgement: Judgement) -> list[JudgementRow]:
        """The judgements over any of what this one is about, and the undos of what it takes back, in the order in which they came."""
        seqs: set[int] = set()
        for some in chunks(sorted({row["finding"] for row in self._about(judgement)})):
            query = select(subjects.c.judgement).where(subjects.c.finding.in_(some))
            seqs.update(self._connection.execute(query).scalars())
        if judgement.undoes is not None:  # of what is not here nothing else is known
            query = select(judgement_rows.c.seq).where(judgement_rows.c.undoes == judgement.undoes)
            seqs.update(self._connection.execute(query).scalars())
        rows = select(judgement_rows.c.seq, judgement_rows.c.at, judgement_rows.c.data).order_by(judgement_rows.c.seq)
        return [
            _judgement(row)
            for some in chunks(sorted(seqs))
            for row in self._connection.execute(rows.where(judgement_rows.c.seq.in_(some)))
        ]

    def _about(self, judgement: Judgement) -> list[dict[str, Any]]:
        """What a judgement is about, as rows; an undo is about what that was that it takes back."""
        if judgement.undoes is not None:
            query = (
                select(subjects.c.layer, subjects.c.finding, subjects.c.article, subjects.c.sha256)
                .join(judgement_rows, judgement_rows.c.seq == subjects.c.judgement)
                .where(judgement_rows.c.id == judgement.undoes)
            )
            return [dict(row._mapping) for row in self._connection.execute(query)]
        named = {(s.layer, s.id): s for s in (*judgement.subjects, *judgement.others)}
        return [
            {"layer": layer, "finding": id, "article": s.article, "sha256": s.sha256}
            for (layer, id), s in named.items()
        ]

    def last_judgement(self) -> int:
        """The `seq` of the last judgement, 0 before the first."""
        query = select(judgement_rows.c.seq).order_by(judgement_rows.c.seq.desc()).limit(1)
        return int(self._connection.execute(query).scalar_one_or_none() or 0)


class JudgementsWriter(Keeping, JudgementsView):
    """Judging."""

    __slots__ = ()

    def add_judgement(self, judgement: Judgement, *, sees: int | None = None) -> int:
        """Keep a judgement; its `seq`. One that is kept already stays as it is.

        `sees` is the last `seq` that the person saw: raises Conflict where another person has judged one of the same subjects since.
        """
        known = self.judgement(judgement.id)
        if known is not None:
            return known.seq
        about = self._about(judgement)
        if sees is not None:
            self._refuse(judgement, about, sees)
        row = {
            "id": judgement.id,
            "at": self._now(),
            "by": judgement.by,
            "undoes": judgement.undoes,
            "data": to_json(judgement).encode("utf-8"),
        }
        added = self._connection.execute(insert(judgement_rows).values(row).returning(judgement_rows.c.seq))
        seq = int(added.scalar_one())
        self._name(seq, judgement.id, about)
        return seq

    def _name(self, seq: int, id: str, about: list[dict[str, Any]]) -> None:
        """Note what a judgement is about, and with it the undos of it that came before it, as they may in a file."""
        if not about:
            return
        self._connection.execute(insert(subjects), [row | {"judgement": seq} for row in about])
        early = select(judgement_rows.c.seq, judgement_rows.c.id).where(judgement_rows.c.undoes == id)
        for undo in list(self._connection.execute(early)):
            self._name(undo.seq, undo.id, about)

    def _refuse(self, judgement: Judgement, about: list[dict[str, Any]], sees: int) -> None:
        for some in chunks(sorted({row["finding"] for row in about})):
            query = (
                select(judgement_rows.c.seq, judgement_rows.c.at, judgement_rows.c.data, subjects.c.layer)
                .join(subjects, subjects.c.judgement == judgement_rows.c.seq)
                .where(
                    judgement_rows.c.seq > within(sees),
                    judgement_rows.c.by != judgement.by,
                    judgement_rows.c.by.startswith(_PERSON),
                    subjects.c.finding.in_(some),
                )
                .order_by(judgement_rows.c.seq.desc())
            )
            layers = {row["layer"] for row in about}
            for row in self._connection.execute(query):
                if row.layer in layers:
                    raise Conflict(row.seq, judgement_from_json(row.data))


def _judgement(row: Any) -> JudgementRow:
    return JudgementRow(seq=row.seq, at=row.at, judgement=judgement_from_json(row.data))
