"""The command that searches a store."""

from __future__ import annotations

import html
import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from runut.cli.desk import opened, store_option
from runut.cli.terminal import NOTHING_READ, harmless

if TYPE_CHECKING:
    from runut.desk.searching import Hit, Hits

SHOWN = 20
NO_OUTLET = "–"


# Words left out begin with a hyphen: what is no option is part of the query, and -h… is a word.
class _Search(click.Command):
    """The command whose words may begin with a hyphen; -h alone asks for its help all the same."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(
            ctx, ["--help"] if "-h" in args[: args.index("--") if "--" in args else None] else args
        )


@click.command(cls=_Search, context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("query", nargs=-1, metavar="QUERY…")
@store_option(required=True)
@click.option(
    "--kind", "kinds", multiple=True, metavar="KIND", help="article (the default), statement, figure, name or all."
)
@click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Of this outlet (words its name begins with).")
@click.option("--from", "from_day", metavar="DAY", help="Of this day or later: 2025-06-01, 2025-06 or 2025.")
@click.option("--to", "to_day", metavar="DAY", help="Of this day or earlier.")
@click.option(
    "--speaker", "speakers", multiple=True, metavar="NAME", help="Said by this speaker (name, office or body)."
)
@click.option("--measure", "measures", multiple=True, metavar="WORD", help="With such a figure: tewas, killed, money …")
@click.option("--story", "stories", multiple=True, metavar="ID", help="In this story.")
@click.option("--limit", type=click.IntRange(1, 1000), default=SHOWN, show_default=True, help="So many at most.")
@click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Pass over the first N.")
@click.option("--json", "as_json", is_flag=True, help="JSON on standard output, with every span.")
def search(
    query: tuple[str, ...],
    store: str,
    kinds: tuple[str, ...],
    outlets: tuple[str, ...],
    from_day: str | None,
    to_day: str | None,
    speakers: tuple[str, ...],
    measures: tuple[str, ...],
    stories: tuple[str, ...],
    limit: int,
    offset: int,
    as_json: bool,
) -> None:
    """Search the articles, statements, figures and names of a store.

    Words are found in any form (tewaskan finds menewaskan and tewasnya); "…" is a phrase, -word leaves out, OR stands between two words,
    word* is a beginning. Filters may stand in the query too: media:kompas dari:2025-06 penutur:bmkg ukuran:tewas jenis:angka.

    \b
    runut search --store news.db tewaskan
    runut search --store news.db '"korban tewas" -banjir' --from 2025-06
    runut search --store news.db kapal --kind statement --speaker basarnas

    Exit code 0 when something was found, 1 when nothing was, 2 for wrong usage.
    """
    from runut.desk.queries import QueryError

    for word in query:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    filters = {"--kind": kinds, "--outlet": outlets, "--speaker": speakers, "--measure": measures, "--story": stories}
    filters |= {"--from": () if from_day is None else (from_day,), "--to": () if to_day is None else (to_day,)}
    for option, values in filters.items():
        if not all(map(str.strip, values)):
            raise click.UsageError(f"{option} is given and empty; leave it out to search everything")
    text = " ".join(query)
    with opened(store) as desk:
        try:
            found = desk.search(
                text,
                kinds=kinds,
                outlets=outlets,
                speakers=speakers,
                measures=measures,
                stories=stories,
                from_day=from_day,
                to_day=to_day,
                limit=limit,
                offset=offset,
            )
        except QueryError as error:
            where = f"\n  {text}\n  {' ' * error.at}^" if error.at < len(text) else ""
            raise click.UsageError(f"{error}{where}") from None
    if as_json:
        click.echo(json.dumps(_found(found), ensure_ascii=False, indent=1))
    else:
        _show(found, offset)
    if not found.total:
        sys.exit(NOTHING_READ)


def _show(found: Hits, offset: int) -> None:
    counts = ", ".join(f"{kind}s: {n}" for kind, n in found.by_kind)
    click.echo(counts)
    for hit in found.hits:
        click.echo()
        for line in _lines(hit):
            click.echo(line)
    last = offset + len(found.hits)
    if last < found.total:
        click.echo(f"\n{offset + 1}–{last} of {found.total}; the next: --offset {last}")


def _lines(hit: Hit) -> Iterable[str]:
    article = hit.article
    title = _marked(hit.title or "", 0, hit.title_spans) or harmless(article.source)
    yield f"{hit.day or '–':10}  {harmless(hit.outlet or NO_OUTLET)}  {title}"
    finding = hit.finding
    if hit.kind == "statement" and finding is not None:
        yield f"  {harmless(finding.name or '?')}:"
    elif hit.kind == "figure" and finding is not None:
        yield f"  {finding.name} = {_value(finding.low, finding.high)}"
    elif hit.kind == "name" and finding is not None:
        yield f"  {harmless(finding.name or '')} (articles: {hit.articles})"
    yield f"  {' '.join(_marked(hit.text, hit.start, [(s.start, s.end) for s in hit.spans]).split())}"
    yield click.style(f"  {article.id} {hit.start}–{hit.end}" + (f"  story {hit.story}" if hit.story else ""), dim=True)


def _marked(text: str, start: int, spans: Iterable[tuple[int, int]]) -> str:
    """A text with its spans set off where it goes to a terminal (click takes the marks out elsewhere)."""
    out = []
    at = 0
    for a, b in spans:
        out += [
            _readable(text[at : a - start]),
            click.style(_readable(text[a - start : b - start]), bold=True, fg="yellow"),
        ]
        at = b - start
    return "".join([*out, _readable(text[at:])])


def _readable(text: str) -> str:
    """Words of a report as a line shows them, with the entities decoded that a scraper left in them."""
    return harmless(html.unescape(text))


def _value(low: float | None, high: float | None) -> str:
    if low == high:
        return "?" if low is None else f"{low:g}" if abs(low) < 1e6 else f"{low:.0f}"
    return f"{'' if low is None else f'{low:.15g}'}–{'' if high is None else f'{high:.15g}'}"


def _found(found: Hits) -> dict[str, Any]:
    return {
        "query": found.query.text,
        "total": found.total,
        "by_kind": dict(found.by_kind),
        "hits": [_hit(hit) for hit in found.hits],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    article, finding = hit.article, hit.finding
    out: dict[str, Any] = {
        "kind": hit.kind,
        "ref": hit.ref,
        "article": {
            "id": article.id,
            "source": article.source,
            "outlet": hit.outlet,
            "title": hit.title,
            "url": article.url,
            "published": article.published,
        },
        "story": hit.story,
        "day": hit.day,
        "text": hit.text,
        "start": hit.start,
        "end": hit.end,
        "spans": [{"start": s.start, "end": s.end, "text": s.text} for s in hit.spans],
        "title_spans": [{"start": a, "end": b} for a, b in hit.title_spans],
    }
    if finding is not None:
        out["finding"] = {
            "start": finding.start,
            "end": finding.end,
            "text": finding.text,
            "name": finding.name,
            "low": finding.low,
            "high": finding.high,
        }
        out["articles"] = hit.articles
    return out
