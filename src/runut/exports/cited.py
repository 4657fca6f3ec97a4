"""Cited: rows whose every cell says by which rule it was filled and which passages it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from runut.exports import cells
from runut.exports.cells import Cell
from runut.exports.passages import Stretch, clipped
from runut.model import Account

SPAN_COLUMNS = ("row", "column", "value", "rule", "article", "start", "end", "text")
LEFT_COLUMNS = ("layer", "id", "happening", "reason", "article", "start", "end", "text")


@dataclass(frozen=True, slots=True)
class Cited:
    """A cell: its value, the rule that gave it, and the passages behind it. With no value the rule says why there is none."""

    value: Cell
    rule: str
    places: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """A finding (`layer`: events or figures) that no row tells, and why."""

    layer: str
    id: str
    reason: str
    place: Stretch
    happening: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of a form: `columns` in its order, a row has the columns that are known, `left` is what no row tells."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Cited], ...]
    left: tuple[Left, ...]

    def render(self, account: Account, *, excerpts: bool = False) -> dict[str, str]:
        """The files by name: the rows, the spans behind their cells, and what was left out."""
        texts = {r.id: r.text for r in account.articles}

        def place(at: Stretch) -> tuple[str, int, int, str]:
            words = texts[at.article][at.start : at.end]
            return at.article, at.start, at.end, clipped(words) if excerpts else words

        left = sorted(self.left, key=lambda x: (x.layer, x.place.article, x.place.start, x.id))
        return {
            f"{self.name}.csv": cells.render(self.columns, self._values()),
            f"{self.name}.spans.csv": cells.render(SPAN_COLUMNS, self._spans(place)),
            f"{self.name}.left_out.csv": cells.render(
                LEFT_COLUMNS, [(x.layer, x.id, x.happening, x.reason, *place(x.place)) for x in left]
            ),
        }

    def _values(self) -> Iterator[Sequence[Cell]]:
        for row in self.rows:
            yield [row[column].value if column in row else None for column in self.columns]

    def _spans(self, place: Callable[[Stretch], Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
        for number, row in enumerate(self.rows, 1):
            for column in self.columns:
                if column not in row:
                    continue
                cell = row[column]
                head = (number, column, cells.write(cell.value) or None, cell.rule)
                for at in once(cell.places):
                    yield *head, *place(at)
                if not cell.places:
                    yield *head, None, None, None, None


def once(places: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The stretches, each once, in their order."""
    return tuple({(p.article, p.start, p.end): p for p in places}.values())
