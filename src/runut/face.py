"""The public face: everything the command line and other programs call."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cache
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from runut import codec, comparing, intake, lang, pipeline
from runut.comparing import anchors
from runut.intake import Source
from runut.lang import Language
from runut.model import Article, FurnitureProfile, Reading, Skipped
from runut.reading.furniture import recurring
from runut.verifying import Problem, verify

if TYPE_CHECKING:
    from runut.batching import Manifest
    from runut.exports.tables import Table
    from runut.masking import Flag
    from runut.model import Account, Judgement, Kept, Stories

__all__ = [
    "Problem",
    "account",
    "batch",
    "export",
    "flag",
    "languages",
    "learn_furniture",
    "mask",
    "read",
    "read_all",
    "stories",
    "tables",
    "tell_story",
    "verify",
]

T = TypeVar("T")
Progress = Callable[[str, int, int | None], None]
"""Called as `progress(stage, done, of)`; `of` is None while it is not known."""


@cache
def languages() -> Mapping[str, Language]:
    """All the languages there are tables for, by code; loaded once in a process (0.6 s, against 8 ms for reading a report)."""
    return MappingProxyType({code: lang.load(code) for code in lang.codes()})


def account(
    sources: Source | Iterable[Source],
    *,
    anchor: str | None = None,
    furniture_profile: FurnitureProfile | None = None,
    judgements: Iterable[Judgement] = (),
    using: Mapping[str, Language] | None = None,
    progress: Progress | None = None,
) -> Account:
    """Tell one event from its reports.

    `sources` are paths (files, folders, globs, `-`), records (mappings with a text) or Articles. `anchor` (`YYYY-MM-DD`) is the day
    for reports that tell none themselves; `furniture_profile` is what other batches taught about the outlets' pages, besides what this
    one teaches; `judgements` are replayed in their order, and stand in the account with what came of each. What gave no article, or
    could not be read, stands in `skipped`. The result is the same for any
    order of the sources. Raises ValueError for an `anchor` that is no day.
    """
    _check_day(anchor)
    using = languages() if using is None else using
    tell_of = progress or (lambda stage, done, of: None)
    skipped: list[Skipped] = []
    articles: list[Article] = []
    for n, item in enumerate(intake.take_in(_listed(sources)), 1):
        tell_of("take in", n, None)
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            articles.append(item)
    return tell_story(
        articles,
        skipped,
        anchor=anchor,
        furniture_profile=furniture_profile,
        judgements=judgements,
        using=using,
        progress=progress,
    )


def tell_story(
    articles: Sequence[Article],
    skipped: Iterable[Skipped] = (),
    *,
    anchor: str | None = None,
    furniture_profile: FurnitureProfile | None = None,
    judgements: Iterable[Judgement] = (),
    kept: Mapping[str, Reading] | None = None,
    using: Mapping[str, Language] | None = None,
    progress: Progress | None = None,
) -> Account:
    """Tell one event from articles that were taken in; all else as `account`.

    `kept` are readings made before, by the article's id: each is taken where reading the article again would give the same.
    """
    from runut import telling

    using = languages() if using is None else using
    tell_of = progress or (lambda stage, done, of: None)
    missed = list(skipped)
    profile = _profile_of(articles, furniture_profile, using)
    known = recurring.settle(profile)
    glances: list[pipeline.Glance] = []
    for article in articles:
        first = _guarded(article, pipeline.glance, article, using, known)
        if isinstance(first, Skipped):
            missed.append(first)
        else:
            glances.append(first)
    glances.sort(key=lambda g: g.article.id)
    settled = anchors.settle(glances, anchor, using)
    readings: list[Reading] = []
    for n, first in enumerate(glances, 1):
        tell_of("read", n, len(glances))
        day = settled[first.article.id]
        before = kept.get(first.article.id) if kept else None
        if before is not None and pipeline.is_reading_of(before, first, day):
            readings.append(before)
            continue
        done = _guarded(first.article, pipeline.read, first, day, using)
        if isinstance(done, Skipped):
            missed.append(done)
        else:
            readings.append(done)
    tell_of("compare", 0, None)
    story = comparing.compare(readings, using["id"], judgements)
    told = telling.tell(story, sorted(missed, key=lambda s: (s.source, s.reason)), using["id"])
    return told if profile is None else telling.note_profile(told, codec.profile_id(profile))


def learn_furniture(
    sources: Source | Iterable[Source],
    *,
    earlier: FurnitureProfile | None = None,
    using: Mapping[str, Language] | None = None,
) -> FurnitureProfile:
    """Learn from many reports which lines of their outlets' pages recur and are no report; the profile holds hashes only.

    Give it to `account`, `read` or `read_all`. With an `earlier` profile what it tells is added up; a report that it was taught stays
    counted once. What gave no article is passed over.
    """
    using = languages() if using is None else using
    articles = (item for item in intake.take_in(_listed(sources)) if isinstance(item, Article))
    return recurring.teach(articles, using["id"], earlier)


def _profile_of(
    articles: Sequence[Article], given: FurnitureProfile | None, using: Mapping[str, Language]
) -> FurnitureProfile | None:
    """What is known of the outlets' furniture: the profile given, and what the batch itself teaches where it is large enough."""
    if not recurring.is_enough(articles):
        return given
    own = recurring.learn(articles, using["id"])
    return own if given is None else recurring.merge([given, own])


def read(
    record: Source,
    *,
    anchor: str | None = None,
    layers: Iterable[str] | None = None,
    furniture_profile: FurnitureProfile | None = None,
    using: Mapping[str, Language] | None = None,
) -> Reading:
    """Read one article: a record as taken in (a mapping), an Article, or the path of a file that holds one.

    `layers` limits the work to those layers (see `pipeline.LAYERS`). Raises ValueError with the reason when there is nothing to read,
    or more than one article.
    """
    items = list(read_all([record], anchor=anchor, layers=layers, furniture_profile=furniture_profile, using=using))
    if len(items) != 1 or isinstance(items[0], Skipped):
        reasons = "; ".join(f"{s.source}: {s.reason}" for s in items if isinstance(s, Skipped))
        raise ValueError(reasons or f"{len(items)} articles where one was expected; use account() or read_all()")
    return items[0]


def read_all(
    sources: Source | Iterable[Source],
    *,
    anchor: str | None = None,
    layers: Iterable[str] | None = None,
    furniture_profile: FurnitureProfile | None = None,
    using: Mapping[str, Language] | None = None,
) -> Iterator[Reading | Skipped]:
    """Read articles one by one, each by itself, in the order of the sources; a `Skipped` for each that could not be."""
    _check_day(anchor)
    wanted = None if layers is None else _check_layers(layers)
    using = languages() if using is None else using

    known = recurring.settle(furniture_profile)

    def both_passes(article: Article) -> Reading:
        first = pipeline.glance(article, using, known)
        return pipeline.read(first, anchors.settle([first], anchor, using)[article.id], using, wanted)

    for item in intake.take_in(_listed(sources)):
        yield item if isinstance(item, Skipped) else _guarded(item, both_passes, item)


def batch(
    sources: Source | Iterable[Source],
    out: str | PathLike[str],
    *,
    layers: Iterable[str] | None = None,
    text: bool = True,
    stories: bool = True,
    anchor: str | None = None,
    furniture_profile: FurnitureProfile | None = None,
    workers: int | None = None,
    engine: str = "local",
    ray: str | None = None,
    progress: Progress | None = None,
) -> Manifest:
    """Read any number of articles into Parquet tables under the folder `out`; `docs/batch.md` tells of them.

    `sources` are paths: files, folders, globs, addresses of object stores. `text` False leaves the articles' texts out. A run that was
    stopped goes on where it stood when it is called again; one that is finished does nothing. `engine` is `local`, with `workers`
    processes (by default one a core), or `daft`, with `ray` the address of a cluster.

    Raises ValueError for wrong arguments, a folder that holds anything else, and an extra that is not installed; OSError
    (`batching.Stopped`) where it cannot go on now, FileNotFoundError where none of the sources is there.
    """
    _check_day(anchor)
    wanted = None if layers is None else _check_layers(layers)
    sources = list(_listed(sources))
    if any(not isinstance(source, str | PathLike) for source in sources):
        raise ValueError("a batch reads files: give paths, folders, globs or addresses, no records and no Articles")
    try:
        from runut import batching
    except ImportError as error:
        raise ValueError(f"{error.name} is not installed: pip install 'runut[batch]'") from None
    options = batching.Options(
        layers=tuple(name for name in pipeline.LAYERS if wanted is None or name in wanted),
        text=text,
        stories=stories,
        anchor=anchor,
        furniture_profile=furniture_profile,
    )
    paths = [os.fspath(source) for source in _listed(sources) if isinstance(source, str | PathLike)]
    tell_of = progress or (lambda stage, done, of: None)
    return batching.batch(paths, str(out), options, workers=workers, engine=engine, ray=ray, progress=tell_of)


def stories(
    sources: Source | Iterable[Source],
    *,
    anchor: str | None = None,
    furniture_profile: FurnitureProfile | None = None,
    earlier: Kept | None = None,
    workers: int = 1,
    using: Mapping[str, Language] | None = None,
    progress: Progress | None = None,
) -> tuple[Stories, Kept]:
    """Group the reports of many events into stories, and what is to be kept to add to them later.

    The result is the same for any order of the sources, and for reports added to `earlier` ones as for all at once; `changes` then tells
    what became of the earlier stories. `anchor` is the day for reports that tell none; without it they go with the reports that they are
    most like. A report with an address that tells all as an earlier one is skipped as given twice. More than one
    of `workers` reads in processes of its own: a program that asks for them needs the usual
    `if __name__ == "__main__"`. What gave no article stands in `skipped`. Raises ValueError for an `anchor` that is no day.
    """
    from runut import sketches
    from runut.comparing import stories as grouping
    from runut.model import Kept

    _check_day(anchor)
    tell_of = progress or (lambda stage, done, of: None)
    drawn = {s.article: s for s in earlier.sketches} if earlier else {}
    told_by = dict(zip(drawn, earlier.told, strict=True)) if earlier and earlier.told else {}
    known = {words: article for article, words in told_by.items() if words}
    skipped: list[Skipped] = []

    def noted(items: Iterable[Article | Skipped]) -> Iterator[Article | Skipped]:
        for item in items:
            if isinstance(item, Article):
                told_by[item.id] = codec.told_by(item)
            yield item

    items = noted(intake.take_in(_listed(sources), lasting=True, kept=known))
    made = sketches.draw(items, anchor=anchor, furniture_profile=furniture_profile, workers=workers, using=using)
    with closing(made):  # what stops the work stops its processes at once, not when the traceback is gone
        for n, item in enumerate(made, 1):
            tell_of("read", n, None)
            if isinstance(item, Skipped):
                skipped.append(item)
            else:
                drawn[item.article] = item
    tell_of("group", 0, None)
    homes = dict(zip((s.article for s in earlier.sketches), earlier.stories, strict=True)) if earlier else None
    told = replace(
        grouping.group(drawn.values(), homes), skipped=tuple(sorted(skipped, key=lambda s: (s.source, s.reason)))
    )
    home = {a.id: s.id for s in told.stories for a in s.articles}
    kept = sorted(drawn.values(), key=lambda s: s.article)
    return told, Kept(
        sketches=tuple(kept),
        stories=tuple(home[s.article] for s in kept),
        told=tuple(told_by.get(s.article, b"") for s in kept),
    )


def tables(account: Account, *, excerpts: bool = False) -> Mapping[str, Table]:
    """Every layer of an account as a table by its name; `docs/exports.md` tells of them.

    Whatever takes Arrow takes a table (`polars.DataFrame(t)`, `pyarrow.table(t)`), where pyarrow is installed. `excerpts` leaves the
    reports' texts out and cuts passages at 300 characters.
    """
    from runut.exports import tables as rows

    return rows.tables(account, excerpts=excerpts)


def export(
    account: Account,
    form: str,
    out: str | PathLike[str],
    *,
    lang: str = "id",
    excerpts: bool = False,
    using: Mapping[str, Language] | None = None,
) -> tuple[Path, ...]:
    """Write an account in another form and return the paths of what was written; `docs/exports.md` tells of the forms.

    `form`: markdown, timelinejs, annotation (`out` is a file), csv, parquet, acled, ucdp, snpk (`out` is a folder). `lang`, `id` or `en`,
    is the language of words of ours; `excerpts` is for what leaves the house: no full texts, passages of at most 300 characters.

    Raises ValueError for an unknown form or language, a file where a folder is needed or the other way round, an account that has
    nothing for the form, and an extra that is not installed; OSError where it cannot be written.
    """
    from runut.exports import forms

    known = forms.FORMS.get(form)
    if known is None:
        raise ValueError(f"no form {form!r}; there are: {', '.join(forms.FORMS)}")
    files = known.render(account, lang, excerpts, (languages() if using is None else using)["id"])
    return forms.write(files, Path(out), folder=known.folder)


def flag(account: Account, *, using: Mapping[str, Language] | None = None) -> tuple[Flag, ...]:
    """The names in an account that the press does not tell, and what else leads to them; `docs/masking.md` tells of the rules."""
    from runut import masking

    return masking.flag(account, (languages() if using is None else using)["id"])


def mask(
    account: Account, flags: Iterable[Flag] | None = None, *, using: Mapping[str, Language] | None = None
) -> Account:
    """A copy of the account in which the names of the flags that are `masked` are covered, by default of all that `flag` finds."""
    from runut import masking

    tables = (languages() if using is None else using)["id"]
    return masking.mask(account, masking.flag(account, tables) if flags is None else flags, tables)


def _guarded(article: Article, work: Callable[..., T], *given: Any) -> T | Skipped:
    """`work(*given)`, or a `Skipped` that says what went wrong: one article never stops the rest."""
    try:
        return work(*given)
    except Exception as error:
        return Skipped(source=article.source, reason=f"could not be read: {type(error).__name__}: {error}")


def _listed(sources: Source | Iterable[Source]) -> Iterable[Source]:
    if isinstance(sources, str | Mapping | Article | PathLike):
        return [sources]
    return sources


def _check_day(day: str | None) -> None:
    if day is not None:
        try:
            date.fromisoformat(day)
        except (ValueError, TypeError):
            raise ValueError(f"{day!r} is no day; write it as 2022-01-07") from None


def _check_layers(layers: Iterable[str]) -> frozenset[str]:
    if isinstance(layers, str):
        raise ValueError(f"layers are a list of names: [{layers!r}]")
    wanted = frozenset(layers)
    unknown = sorted(wanted - set(pipeline.LAYERS))
    if unknown:
        raise ValueError(f"no layer {', '.join(unknown)}; there are: {', '.join(pipeline.LAYERS)}")
    return wanted
