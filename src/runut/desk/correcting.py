"""Correcting: what persons judge over the accounts of a store, kept, taken back, exported and imported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from runut import judging
from runut.model import Account, Judgement
from runut.store import JudgementRow, Store, Writer


def judge(
    store: Store, told: Account, act: str, subjects: Sequence[str], *, sees: int | None = None, **given: Any
) -> JudgementRow:
    """As `Desk.judge`, over an account."""
    made = judging.judge(told, act, subjects, when=_now(), **given)
    return store.write(lambda writer: _kept(writer, made, sees))


def undo(store: Store, judgement: str, *, by: str, why: str) -> JudgementRow:
    """As `Desk.undo`."""
    made = judging.judge(None, "undo", [judgement], by=by, why=why, when=_now())  # type: ignore[arg-type]

    def keep(writer: Writer) -> JudgementRow:
        if writer.judgement(judgement) is None:
            raise KeyError(judgement)
        return _kept(writer, made, None)

    return store.write(keep)


def import_judgements(store: Store, lines: Iterable[str]) -> tuple[int, int]:
    """As `Desk.import_judgements`."""
    made = judging.judgements_from_lines(lines)

    def keep(writer: Writer) -> tuple[int, int]:
        new = [j for j in made if writer.judgement(j.id) is None]
        for judgement in new:
            writer.add_judgement(judgement)
        return len(new), len(made) - len(new)

    return store.write(keep)


def export_judgements(store: Store, story: str | None) -> list[str]:
    """As `Desk.export_judgements`."""
    with store.reading() as view:
        rows = view.judgements(articles=None if story is None else view.members(story))
    return judging.judgements_to_lines(row.judgement for row in rows)


def _kept(writer: Writer, judgement: Judgement, sees: int | None) -> JudgementRow:
    writer.add_judgement(judgement, sees=sees)
    row = writer.judgement(judgement.id)
    assert row is not None
    return row


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
