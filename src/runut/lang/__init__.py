"""A language: a folder of tables, read once, handed to every reading step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, TypeVar

T = TypeVar("T")
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The tables of one language by name; a table is a tuple of rows, a row maps column to cell ("" where empty).

    `derive` keeps what a step compiles from the tables (patterns, tries) with the language, so that it is made once.
    """

    code: str
    tables: Mapping[str, tuple[Row, ...]]
    _derived: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False)

    def table(self, name: str) -> tuple[Row, ...]:
        """The rows of a table; empty when this language has none of that name."""
        return self.tables.get(name, ())

    def derive(self, make: Callable[[Language], T]) -> T:
        """`make(self)`, made at the first call and kept; `make` must be a pure module-level function."""
        try:
            made: T = self._derived[make]
        except KeyError:
            made = self._derived[make] = make(self)
        return made


def load(code: str = "id", only: Collection[str] | None = None) -> Language:
    """Read the tables of `lang/<code>/*.tsv`: UTF-8, tab-separated, first line the columns, `#` lines are comments.

    `only`: the names of the tables that are asked for, where others need not be read.

    Raises ValueError naming table and line when a row has more cells than columns, LookupError for an unknown language.
    """
    folder = resources.files(__package__).joinpath(code)
    if not folder.is_dir():
        raise LookupError(f"no language {code!r}; there are: {', '.join(codes())}")
    tables = {
        entry.name.removesuffix(".tsv"): _rows(entry.name, entry.read_text("utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda e: e.name)
        if entry.name.endswith(".tsv") and (only is None or entry.name.removesuffix(".tsv") in only)
    }
    return Language(code, tables)


def codes() -> tuple[str, ...]:
    """The languages there are."""
    return tuple(
        sorted(e.name for e in resources.files(__package__).iterdir() if e.is_dir() and not e.name.startswith("_"))
    )


def _rows(name: str, text: str) -> tuple[Row, ...]:
    columns: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#" or line.isspace():
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
            continue
        if len(cells) != len(columns):
            if len(cells) > len(columns):
                raise ValueError(f"{name}, line {number}: {len(cells)} cells for {len(columns)} columns")
            cells += [""] * (len(columns) - len(cells))
        rows.append(dict(zip(columns, cells)))  # noqa: B905 - of 60,000 rows; of one length by now; `strict` costs a sixth of it
    return tuple(rows)
