"""An account held against itself and against its sources, character by character."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any

from runut import codec
from runut.intake import Source, take_in
from runut.model import Article

if TYPE_CHECKING:
    from runut.model import Account

STANDARD_INPUT = "-"
NOT_FOUND = "not found in the sources"
COVER = "█"
"""What stands for a character of a name that is covered."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an account that does not hold; `line` is where, as a path into the account (`figures[3].number`)."""

    line: str
    what: str


def verify(account: Account, sources: Iterable[Source] | None = None, *, reread: bool = True) -> tuple[Problem, ...]:
    """Everything in the account that does not hold; nothing when all does.

    Every span is held against its article's text and every text against its hash. With `reread` the sources are taken in again
    (`sources`, Articles of a store too, else the files that the account names) and each article must stand in them to the character. Where
    names are covered (`masking`), a covered character stands for any.
    """
    problems = list(_own(account))
    if reread:
        problems += _against_sources(account, sources)
    return tuple(problems)


def _own(account: Account) -> Iterator[Problem]:
    texts = {report.id: report.text for report in account.articles}
    for i, report in enumerate(account.articles):
        line = f"articles[{i}]"
        if codec.sha256(report.text) != report.sha256:
            yield Problem(f"{line}.text", f"{report.source}: the text is not the one whose hash is given")
        covered = account.masking and COVER in f"{report.source}{report.text}"  # the id is of what stood there
        if not covered and codec.article_id(report.source, report.text) != report.id:
            yield Problem(f"{line}.id", f"{report.source}: the id is not that of this source and text")
        if codec.layout_sha256(report) != report.layout_sha256:
            yield Problem(
                f"{line}.furniture", f"{report.source}: furniture, credits or sentences are not as they were marked"
            )
    data = codec.to_jsonable(account)
    for layer, rows in data.items():
        if layer != "articles" and isinstance(rows, list | tuple):
            for i, row in enumerate(rows):
                yield from _spans(row, f"{layer}[{i}]", None, texts)
    for i, moment in enumerate(account.timeline):
        if not moment.evidence or moment.text != moment.evidence[0].text:
            yield Problem(f"timeline[{i}].text", f"{moment.text!r} is not the text of its first evidence")
    if codec.account_sha256(account) != account.sha256:
        yield Problem("account", "something in it has been changed since it was made: its sha256 does not hold")
    for i, report in enumerate(account.articles):
        for j, credit in enumerate(report.credits):
            yield from _span(codec.to_jsonable(credit), f"articles[{i}].credits[{j}]", report.id, texts)


def _spans(row: Any, line: str, article: str | None, texts: dict[str, str]) -> Iterator[Problem]:
    """Walk a row: each dict that has start and end is held against the text of the nearest `article` above it."""
    if isinstance(row, list | tuple):
        for i, item in enumerate(row):
            yield from _spans(item, f"{line}[{i}]", article, texts)
        return
    if not isinstance(row, dict):
        return
    own = row.get("article")
    article = own if isinstance(own, str) else article
    yield from _span(row, line, article, texts)
    for key, value in row.items():
        if isinstance(value, dict | list | tuple):
            yield from _spans(value, f"{line}.{key}", article, texts)


def _span(row: dict[str, Any], line: str, article: str | None, texts: dict[str, str]) -> Iterator[Problem]:
    for start_key in [k for k in row if k == "start" or k.endswith("_start")]:
        name = start_key.removesuffix("start").rstrip("_") or "text"
        start, end, said = row[start_key], row.get(start_key.removesuffix("start") + "end"), row.get(name)
        if start is None and end is None:
            continue
        text = texts.get(article or "")
        if text is None:
            yield Problem(line, f"its article {article!r} is not in the account")
        elif not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
            yield Problem(line, f"[{start}:{end}] is no stretch of its article")
        elif said != text[start:end]:
            yield Problem(line, f"{said!r} is not {text[start:end]!r}, which stands at [{start}:{end}]")


def _against_sources(account: Account, sources: Iterable[Source] | None) -> Iterator[Problem]:
    given: Sequence[Source] = files_of(account) if sources is None else list(sources)
    found = [a for a in take_in(given, repeated=True) if isinstance(a, Article)]
    by_id = {a.id: a for a in found}
    by_text = {a.text: a for a in found}
    by_source = {_tail(a.source): a for a in found}
    for i, report in enumerate(account.articles):
        line = f"articles[{i}]"
        same = by_id.get(report.id)
        if same is not None:
            if same.title is not None and not _stands(report.title or "", same.title, account):
                yield Problem(f"{line}.title", f"{report.title!r} is not {same.title!r}, which {same.source} has")
            if not _stands(report.text, same.text, account):
                yield Problem(f"{line}.text", f"{report.source}: differs from the source beside what is covered")
            continue
        if report.text in by_text:  # moved, or taken in from standard input: the text is what is told
            continue
        if account.masking and any(_stands(report.text, text, account) for text in by_text):
            continue
        other = by_source.get(_tail(report.source))
        if _file_of(report.source) == STANDARD_INPUT and sources is None:
            yield Problem(line, f"{report.source}: came by standard input; give the files or folder that it came from")
        elif other is None:
            yield Problem(line, f"{report.source}: {NOT_FOUND}; give the files or folder it came from, or its store")
        else:
            at = _first_difference(report.text, other.text)
            yield Problem(f"{line}.text", f"{report.source}: differs from the source at character {at}")


def files_of(account: Account, *, without: Container[str] = ()) -> list[str]:
    """The files that an account names, but for those of the articles `without` (ids)."""
    names = (_file_of(report.source) for report in account.articles if report.id not in without)
    return [name for name in dict.fromkeys(names) if name != STANDARD_INPUT]


def _stands(told: str, source: str, account: Account) -> bool:
    """Whether a text is that of its source; a covered character stands for any."""
    if not account.masking:
        return told == source
    return len(told) == len(source) and all(a in (b, COVER) for a, b in zip(told, source, strict=True))


def _file_of(source: str) -> str:
    """A source's file: `path#3` is the third record of `path`."""
    path, mark, number = source.rpartition("#")
    return path if mark and number.isdigit() else source


def _tail(source: str | PathLike[str]) -> str:
    return str(source).replace("\\", "/").rsplit("/", 1)[-1]


def _first_difference(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
