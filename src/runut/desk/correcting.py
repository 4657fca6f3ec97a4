"""Correcting: what persons judge over the accounts of a store, kept, taken back, exported and imported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from runut import codec, judging
from runut.comparing.rulings import UNDO, taken_back
from runut.model import Account, Judgement, Ruling
from runut.store import JudgementRow, Store, View, Writer

# Of so many stories the accounts are looked into for what came of the judgements of one list.
MOST_STORIES = 8
WAITING, TAKEN_BACK = "waiting", "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Something that a person asks of a story: words, acts and values as `runut.judge`."""

    act: str
    subjects: tuple[str, ...]
    others: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A kept judgement and how it stands: `state` as of a `Ruling`, or `waiting` where its story has yet to be told with it.

    `undoes` is what it takes back, `story` where its reports are now (None where they are in no story), with the title.
    """

    row: JudgementRow
    state: str
    note: str = ""
    english: str = ""
    story: str | None = None
    title: str | None = None
    undoes: Judgement | None = None


def judge(
    store: Store, told: Account, asked: Iterable[Asked], *, by: str, why: str, sees: int | None = None
) -> tuple[JudgementRow, ...]:
    """Keep what a person asks over an account, all or nothing; what holds already as the same person said it stays as it is.

    Raises ValueError for what cannot be judged so, `store.Conflict` where another has judged the same after `sees`.
    """
    now = _now()
    made = [
        judging.judge(told, a.act, a.subjects, others=a.others, field=a.field, value=a.value, by=by, why=why, when=now)
        for a in asked
    ]
    return store.write(lambda writer: tuple(_kept(writer, judgement, sees) for judgement in made))


def undo(store: Store, judgements: Sequence[str], *, by: str, why: str) -> tuple[JudgementRow, ...]:
    """Take judgements back, all or none; what the same person took back already stays so.

    Raises KeyError for an id that is none of them.
    """
    now = _now()
    made = [judging.undo(id_, by=by, why=why, when=now) for id_ in judgements]

    def keep(writer: Writer) -> tuple[JudgementRow, ...]:
        for id_ in judgements:
            if writer.judgement(id_) is None:
                raise KeyError(id_)
        return tuple(_kept(writer, judgement, None) for judgement in made)

    return store.write(keep)


def import_judgements(store: Store, lines: Iterable[str]) -> tuple[int, int]:
    """As `Desk.import_judgements`: new ones come after those that are kept, in the order of the lines.

    Lines of rules have no force of their own; they are passed over but for those that a person took back.
    """
    lines = list(lines)
    read = judging.judgements_from_lines(lines)
    numbers = [n for n, line in enumerate(lines, 1) if line.strip()]
    made: dict[str, Judgement] = {}

    def keep(writer: Writer) -> tuple[int, int]:
        made.clear()
        wrong = []
        for number, judgement in zip(numbers, read, strict=True):
            row = None if judgement.id in made else writer.judgement(judgement.id)
            same = made.get(judgement.id) or (row.judgement if row else judgement)
            if same != judgement:
                wrong.append(f"line {number}: another judgement has the id {judgement.id[:40]!r}")
            made[judgement.id] = judgement
        if wrong:
            raise ValueError("; ".join(wrong))
        back = {j.undoes for j in (*made.values(), *(row.judgement for row in writer.judgements()))}
        wanted = [j for j in made.values() if is_of_person(j) or j.id in back]
        known = sum(writer.judgement(j.id) is not None for j in wanted)
        for judgement in wanted:
            writer.add_judgement(judgement)
        return len(wanted) - known, known

    return store.write(keep)


def export_judgements(store: Store, story: str | None) -> list[str]:
    """As `Desk.export_judgements`: in the order in which they came, which is the order in which they are replayed."""
    with store.reading() as view:
        rows = view.judgements(articles=None if story is None else view.members(story))
    back = {row.judgement.undoes for row in rows}
    return judging.judgements_to_lines(
        row.judgement for row in rows if is_of_person(row.judgement) or row.judgement.id in back
    )


def standings(
    view: View, story: str | None, by: str | None, *, before: int | None = None, limit: int | None = None
) -> list[Standing]:
    """The judgements of persons over a story, or over all, of one person where one is named; the last first, each as it stands.

    `before` and `limit` cut the list: those that came before that `seq`, so many.
    """
    rows = view.judgements(articles=None if story is None else view.members(story))
    known = {row.judgement.id: row.judgement for row in rows}
    back = taken_back([row.judgement for row in rows])
    wanted = [
        row
        for row in reversed(rows)
        if is_of_person(row.judgement)
        and (before is None or row.seq < before)
        and (by is None or _person(row.judgement).casefold() == by.casefold())
    ][:limit]
    about = {row.judgement.id: _about(row.judgement, known) for row in wanted}
    homes = view.homes({article for articles in about.values() for article in articles})
    titles = {home: told.title for home in set(homes.values()) if (told := view.story(home)) is not None}
    rulings = _Rulings(view)
    out = []
    for row in wanted:
        judgement = row.judgement
        home = next((homes[a] for a in about[judgement.id] if a in homes), None)
        ruling = rulings.of(home, judgement.id)
        state = TAKEN_BACK if judgement.id in back else ruling.state if ruling else WAITING
        out.append(
            Standing(
                row=row,
                state=state,
                note=ruling.note if ruling else "",
                english=ruling.english if ruling else "",
                story=home,
                title=titles.get(home or ""),
                undoes=known.get(judgement.undoes or ""),
            )
        )
    return out


def judges(view: View, story: str | None) -> list[str]:
    """Who judged over a story, or over all, by name."""
    rows = view.judgements(articles=None if story is None else view.members(story))
    return sorted({_person(row.judgement) for row in rows if is_of_person(row.judgement)}, key=str.casefold)


def is_of_person(judgement: Judgement) -> bool:
    """Whether a person judged, and no rule."""
    return judgement.by.startswith("person:")


def _person(judgement: Judgement) -> str:
    return judgement.by.partition(":")[2]


class _Rulings:
    """What came of judgements, by the last accounts of their stories; each account is read once, and not too many."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[str, Mapping[str, Ruling]] = {}

    def of(self, story: str | None, judgement: str) -> Ruling | None:
        if story is None:
            return None
        if story not in self._known and len(self._known) < MOST_STORIES:
            row = self._view.account(story)
            told = codec.account_from_json(row.data).judgements if row else ()
            self._known[story] = {r.judgement.id: r for r in told}
        return self._known.get(story, {}).get(judgement)


def _about(judgement: Judgement, known: Mapping[str, Judgement]) -> list[str]:
    """The articles that a judgement is about; an undo is about those of what it takes back."""
    aim, seen = judgement, {judgement.id}
    while aim.act == UNDO and (aim.undoes or "") in known and aim.undoes not in seen:
        aim = known[aim.undoes or ""]
        seen.add(aim.id)
    return list(dict.fromkeys(s.article for s in (*aim.subjects, *aim.others) if s.article))


def _kept(writer: Writer, judgement: Judgement, sees: int | None) -> JudgementRow:
    """The judgement kept; one that says again what its person said, and what still holds, is the earlier one, sent twice."""
    rows = writer.judgements_beside(judgement)
    said = judging.said_before(judgement, [row.judgement for row in rows])
    if said is not None:
        return next(row for row in rows if row.judgement.id == said.id)
    when = datetime.fromisoformat(judgement.when or _now())
    while writer.judgement(judgement.id) is not None:  # of this very second, and taken back or overruled since
        when += timedelta(microseconds=1)
        judgement = judging.made_at(judgement, when.isoformat())
    writer.add_judgement(judgement, sees=sees)
    row = writer.judgement(judgement.id)
    assert row is not None
    return row


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
