"""Taking in: articles into the store, some at a time, so that what was acknowledged is kept whatever happens next."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby, islice

from runut import intake
from runut.desk.records import Taken
from runut.face import Progress
from runut.intake import Source, files, remote
from runut.model import Article, Skipped
from runut.store import Store, Writer

# Articles that are kept in one transaction.
TOGETHER = 50


def take_in(
    store: Store,
    sources: Iterable[Source],
    *,
    origin: str,
    progress: Progress,
    cancelled: Callable[[], bool],
    allow_private_links: bool,
    job: str | None,
) -> Taken:
    """As `Desk.take_in`."""
    new: list[str] = []
    known: list[str] = []
    skipped: list[Skipped] = []
    items = _items(sources, cancelled, allow_private_links)
    while not cancelled() and (some := list(islice(items, TOGETHER))):
        articles = [item for item in some if isinstance(item, Article)]
        missed = [item for item in some if isinstance(item, Skipped)]
        for article, is_new in store.write(partial(_keep, articles, missed, origin, job)):
            (new if is_new else known).append(article)
        skipped += missed
        progress("take in", len(new) + len(known) + len(skipped), None)
    return Taken(new=tuple(new), known=tuple(known), skipped=tuple(skipped))


def _keep(
    articles: list[Article], missed: list[Skipped], origin: str, job: str | None, writer: Writer
) -> list[tuple[str, bool]]:
    writer.note_skipped(missed, job=job)
    return writer.add_articles(articles, origin=origin)


def _items(
    sources: Iterable[Source], cancelled: Callable[[], bool], allow_private: bool
) -> Iterator[Article | Skipped]:
    """What the sources give, in their order; links that stand side by side are fetched together."""
    for links, some in groupby(sources, is_link):
        if links:
            yield from _fetched(
                [os.fspath(s) for s in some if isinstance(s, str | os.PathLike)], cancelled, allow_private
            )
        else:
            yield from intake.take_in(some, lasting=True)


def is_link(source: object) -> bool:
    """Whether a source is the address of a page on the web."""
    if not isinstance(source, str) or not remote.is_web(source):
        return False
    return files.SUFFIXES.get(files.suffix_of(source), "html") in files.PAGES


def _fetched(links: list[str], cancelled: Callable[[], bool], allow_private: bool) -> Iterator[Article | Skipped]:
    from runut.intake import web

    for link, page in web.Fetcher(allow_private=allow_private).fetch_each(links, cancelled=cancelled):
        if isinstance(page, web.Refused):
            yield Skipped(source=link, reason=str(page))
            continue
        try:
            yield web.read_fetched(page)
        except web.Refused as refused:
            yield Skipped(source=link, reason=str(refused))
