"""Pages fetched by their links: the only code that asks another host for one."""

from __future__ import annotations

from runut.intake import articles, decoding, html
from runut.intake.files import Unreadable
from runut.intake.web.addresses import Resolver
from runut.intake.web.fetching import TEXTS, USER_AGENT, Fetched, Fetcher, Limits
from runut.intake.web.refusing import REASONS, Refused
from runut.model import Article

__all__ = [
    "REASONS",
    "USER_AGENT",
    "Fetched",
    "Fetcher",
    "Limits",
    "Refused",
    "Resolver",
    "fetch",
    "read_fetched",
]


def fetch(url: str, *, limits: Limits | None = None, allow_private: bool = False) -> Fetched:
    """The page of one link; raises Refused with the reason where there is none to be had.

    For several, one Fetcher knows each host's wishes after the first, and keeps its distance.
    """
    return Fetcher(limits, allow_private=allow_private).fetch(url)


def read_fetched(page: Fetched) -> Article:
    """The article of a fetched page: its source is the link as given, its `url` where that led to. Raises Refused where there is none."""
    try:
        if page.kind in TEXTS:
            found = articles.make(page.url, decoding.decode(page.body), url=page.final_url)
        else:
            found = html.read_page(page.body, page.url, url=page.final_url, charset=page.charset)
    except (Unreadable, UnicodeDecodeError) as error:
        raise Refused("no_article", detail=str(error)) from None
    if isinstance(found, Article):
        return found
    raise Refused("no_article", detail=found.reason)
