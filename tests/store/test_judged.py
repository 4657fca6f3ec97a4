"""Judgements are kept in order, found by what they are about, and two people do not overrule each other unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rows_for_store import article, judgement

from runut.model import Judgement, Subject
from runut.store import Conflict, Store

ONE, TWO = article(1), article(2)


def undo(id: str, of: str, by: str = "person:Sri") -> Judgement:
    return Judgement(id=id, act="undo", subjects=(), by=by, why="keliru", undoes=of)


def test_judgements_come_back_in_order_as_they_were(store: Store) -> None:
    made = [judgement("j1", ONE, "n1", "n2"), judgement("j2", TWO, "n3", act="reject", when="2025-02-01T10:00:00Z")]
    with store.writing() as writer:
        seqs = [writer.add_judgement(j) for j in made]
    with store.reading() as view:
        assert [row.judgement for row in view.judgements()] == made
        assert [row.seq for row in view.judgements()] == seqs
        assert [row.judgement.id for row in view.judgements(after_seq=seqs[0])] == ["j2"]
        assert view.last_judgement() == seqs[1]
        found = view.judgement("j1")
        assert found is not None
        assert found.judgement == made[0]
        assert view.judgement("none") is None


def test_a_judgement_that_is_kept_is_kept_once(store: Store) -> None:
    with store.writing() as writer:
        assert writer.last_judgement() == 0
        first = writer.add_judgement(judgement("j1", ONE, "n1", "n2"))
        assert writer.add_judgement(judgement("j1", ONE, "n1", "n2"), sees=0) == first
        assert len(writer.judgements()) == 1


def test_judgements_of_articles_with_the_undos_of_undos(store: Store) -> None:
    with store.writing() as writer:
        writer.add_judgement(judgement("j1", ONE, "n1", "n2"))
        writer.add_judgement(judgement("j2", TWO, "n3", "n4"))
        writer.add_judgement(undo("u1", "j1"))
        writer.add_judgement(undo("u2", "u1"))
        writer.add_judgement(undo("u3", "nothing that is known"))
        assert [r.judgement.id for r in writer.judgements(articles=[ONE.id])] == ["j1", "u1", "u2"]
        assert [r.judgement.id for r in writer.judgements(articles=[TWO.id])] == ["j2"]
        assert [r.judgement.id for r in writer.judgements(articles=[ONE.id, TWO.id])] == ["j1", "j2", "u1", "u2"]
        assert writer.judgements(articles=[]) == []


@pytest.mark.parametrize("order", [("j1", "u1", "u2"), ("u1", "u2", "j1"), ("u2", "u1", "j1"), ("u2", "j1", "u1")])
def test_undos_are_found_in_whatever_order_they_came(store: Store, order: tuple[str, ...]) -> None:
    made = {"j1": judgement("j1", ONE, "n1", "n2"), "u1": undo("u1", "j1"), "u2": undo("u2", "u1")}
    with store.writing() as writer:
        for id in order:
            writer.add_judgement(made[id])
        assert [r.judgement.id for r in writer.judgements(articles=[ONE.id])] == list(order)


def test_a_judgement_follows_the_text_to_another_file(store: Store) -> None:
    moved = replace(ONE, id="moved", source="arsip/rana-1.txt")
    with store.writing() as writer:
        writer.add_articles([moved], origin="file")
        writer.add_judgement(judgement("j1", ONE, "n1", "n2"))
        assert [r.judgement.id for r in writer.judgements(articles=["moved"])] == ["j1"]


def test_another_person_who_judged_the_same_since_is_a_conflict(store: Store) -> None:
    with store.writing() as writer:
        seen = writer.add_judgement(judgement("j1", ONE, "n1", "n2"))
        theirs = writer.add_judgement(judgement("j2", ONE, "n2", "n3", by="person:Budi", when="2025-02-01T10:00:00Z"))
    with pytest.raises(Conflict, match="Budi") as caught, store.writing() as writer:
        writer.add_judgement(judgement("j3", ONE, "n3", "n4"), sees=seen)
    assert (caught.value.seq, caught.value.judgement.id) == (theirs, "j2")
    with store.writing() as writer:
        assert writer.last_judgement() == theirs
        writer.add_judgement(judgement("j3", ONE, "n3", "n4"), sees=theirs)


def test_what_is_no_conflict(store: Store) -> None:
    with store.writing() as writer:
        writer.add_judgement(judgement("j1", ONE, "n1", "n2"))
        writer.add_judgement(judgement("j2", ONE, "n1", "n2", by="rule:same-name"))
        writer.add_judgement(judgement("j3", ONE, "n8", "n9", by="person:Budi"))
        # One's own, a rule's, one over other things, and one that asks for no check.
        writer.add_judgement(judgement("j4", ONE, "n1", "n5"), sees=0)
        writer.add_judgement(judgement("j5", ONE, "n1", "n5", by="person:Budi"))
        # The same id in another layer is another thing.
        figures = Judgement(
            id="j6", act="reject", subjects=(Subject(layer="figures", id="n1"),), by="person:Tari", why="salah"
        )
        writer.add_judgement(figures, sees=0)


def test_to_undo_what_another_has_undone_is_a_conflict(store: Store) -> None:
    with store.writing() as writer:
        seen = writer.add_judgement(judgement("j1", ONE, "n1", "n2"))
        writer.add_judgement(undo("u1", "j1", by="person:Budi"))
    with pytest.raises(Conflict), store.writing() as writer:
        writer.add_judgement(undo("u2", "j1"), sees=seen)
