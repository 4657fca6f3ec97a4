"""Forms: the one table of what an account can be exported to, and how the files of a form are written."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from runut.exports import acled, annotation, markdown, snpk, timelinejs, ucdp
from runut.exports.cited import Sheet
from runut.exports.tables import Table, tables
from runut.lang import Language
from runut.model import Account

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: whether it is several files in a folder; `render` takes account, language of words, excerpts, tables of Indonesian."""

    folder: bool
    render: Callable[[Account, str, bool, Language], Files]


def _one(
    render: Callable[[Account, str, bool], str],
) -> Callable[[Account, str, bool, Language], Files]:
    return lambda account, lang, excerpts, _: {"": render(account, lang, excerpts).encode()}


def _sheet(
    lay_out: Callable[[Account, Language], Sheet],
) -> Callable[[Account, str, bool, Language], Files]:
    def render(account: Account, lang: str, excerpts: bool, indonesian: Language) -> Files:
        made = lay_out(account, indonesian).render(account, excerpts=excerpts)
        return {name: text.encode() for name, text in made.items()}

    return render


def _tables(suffix: str, write: Callable[[Table], bytes]) -> Callable[[Account, str, bool, Language], Files]:
    def render(account: Account, lang: str, excerpts: bool, indonesian: Language) -> Files:
        return {f"{t.name}.{suffix}": write(t) for t in tables(account, excerpts=excerpts).values()}

    return render


def _parquet(table: Table) -> bytes:
    arrow = table.to_arrow()
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(arrow, out)
    return out.getvalue()


FORMS: Mapping[str, Form] = {
    "markdown": Form(False, _one(markdown.render)),
    "csv": Form(True, _tables("csv", lambda table: table.to_csv().encode())),
    "parquet": Form(True, _tables("parquet", _parquet)),
    "acled": Form(True, _sheet(acled.lay_out)),
    "ucdp": Form(True, _sheet(ucdp.lay_out)),
    "snpk": Form(True, _sheet(snpk.lay_out)),
    "timelinejs": Form(False, _one(timelinejs.render)),
    "annotation": Form(False, _one(annotation.render)),
}
"""Every form by its name."""


def write(files: Files, out: Path, *, folder: bool) -> tuple[Path, ...]:
    """Write the files of a form to the file `out`, or into the folder `out`, and return their paths.

    All are written beside their places first and take them together, so that a full disk leaves what was there. Raises ValueError where
    `out` is a folder and should be a file or the other way round, OSError where it cannot be written.
    """
    if folder and out.exists() and not out.is_dir():
        raise ValueError(f"{out} is a file; this form needs a folder")
    if not folder and out.is_dir():
        raise ValueError(f"{out} is a folder; this form is one file")
    (out if folder else out.parent).mkdir(parents=True, exist_ok=True)
    places = {out / name if folder else out: content for name, content in files.items()}
    beside = {place: place.with_name(f"{place.name}.new") for place in places}
    try:
        for place, content in places.items():
            beside[place].write_bytes(content)
        for place, new in beside.items():
            new.replace(place)
    except OSError:
        for new in beside.values():
            new.unlink(missing_ok=True)
        raise
    return tuple(places)
