"""The commands about any number of articles: read, stories, batch, profile."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from runut.cli import desk
from runut.cli.terminal import (
    CANNOT_GO_ON,
    NOTHING_READ,
    PROFILE_HELP,
    alone,
    keep_apart,
    keep_file,
    need_output,
    read_kept,
    read_profile,
    say,
    show_progress,
    warn,
    write,
)

if TYPE_CHECKING:
    from runut.batching import Manifest
    from runut.model import Article

# The largest stories that are named on the terminal, and things that a batch could not take.
LARGEST_SHOWN, LEFT_SHOWN = 10, 20
# What `runut read` tells of each article beside its findings.
_HEAD = ("id", "source", "sha256", "url", "outlet", "title", "published", "authors", "page_sha256")


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--layers",
    metavar="NAMES",
    help="Only these layers, with commas: furniture, credits, names, dates, statements, figures, events.",
)
@click.option("--anchor", metavar="YYYY-MM-DD", help="Day for reports that tell none themselves.")
@click.option(
    "--timex3",
    "timex3",
    type=click.Path(file_okay=False),
    metavar="FOLDER",
    help="Write a TimeML document an article here too, its time expressions as TIMEX3.",
)
@click.option("--furniture-profile", "profile", type=click.Path(exists=True, dir_okay=False), help=PROFILE_HELP)
def read(
    sources: tuple[str, ...], layers: str | None, anchor: str | None, timex3: str | None, profile: str | None
) -> None:
    """Read articles one by one: a JSON line each, with its findings, on standard output.

    A thing that could not be read is a line too, {"source": …, "skipped": reason}, and a line on standard error.

    \b
    runut read scrape.jsonl.gz --layers figures,dates > findings.jsonl
    zcat dump.gz | runut read -
    runut read scrape.jsonl --layers dates --timex3 timeml/

    Exit code 0 when something was read, 1 when nothing was, 2 for wrong usage.
    """
    from runut import codec, face, pipeline
    from runut.exports import timex
    from runut.model import Skipped

    need_output()
    wanted = None if layers is None else [name.strip() for name in layers.split(",") if name.strip()]
    done, using = 0, face.languages()
    try:
        with show_progress() as progress:
            known = read_profile(profile)
            items = face.read_all(sources, anchor=anchor, layers=wanted, furniture_profile=known, using=using)
            for n, item in enumerate(items, 1):
                progress("read", n, None)
                if isinstance(item, Skipped):
                    warn(f"skipped {item.source}: {item.reason}")
                    click.echo(json.dumps({"source": item.source, "skipped": item.reason}, ensure_ascii=False))
                    continue
                done += 1
                if timex3:
                    write(str(Path(timex3) / f"{item.article.id}.tml"), timex.render(item, using))
                click.echo(_reading_line(codec.to_jsonable(item), wanted or pipeline.LAYERS))
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if not done:
        sys.exit(NOTHING_READ)


def _reading_line(reading: dict[str, Any], layers: Any) -> str:
    article = reading.pop("article")
    head = {k: article[k] for k in _HEAD}
    head |= {
        "language": reading["language"],
        "anchor": reading["anchor"]["day"],
        "anchor_from": reading["anchor"]["origin"],
    }
    return json.dumps(head | {name: reading[name] for name in reading if name in layers}, ensure_ascii=False)


@click.command()
@click.argument("sources", nargs=-1, metavar="[FILE…]")
@desk.store_option()
@click.option("--since", metavar="TIME", help="Of a store: the stories that changed from this day or time on.")
@click.option(
    "--json",
    "json_path",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Write the stories here (- for standard output).",
)
@click.option(
    "--state",
    "state_path",
    type=click.Path(dir_okay=False),
    metavar="STATE",
    help="Add to the reports of this file, and keep them all there (no text).",
)
@click.option("--anchor", metavar="YYYY-MM-DD", help="Day for reports that tell none themselves.")
@click.option("--furniture-profile", "profile", type=click.Path(exists=True, dir_okay=False), help=PROFILE_HELP)
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes that read; by default one a core.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def stories(
    sources: tuple[str, ...],
    store: str | None,
    since: str | None,
    json_path: str | None,
    state_path: str | None,
    anchor: str | None,
    profile: str | None,
    workers: int | None,
    quiet: bool,
) -> None:
    """Group the reports of many events into stories; without FILE, list the stories of a store.

    FILE… are files, folders, globs, or - for standard input, as for account. With --state, today's reports are added to yesterday's:
    the stories are those of all reports at once, and the JSON tells what became of the earlier ones.

    \b
    runut stories scrape.jsonl.gz --json stories.json
    runut stories 2031-02-04.jsonl --state stream.state --json stories.json
    runut stories --store news.db --since 2031-02-04

    Exit code 0 when something was read, 1 when nothing was, 2 for wrong usage, 3 when the store cannot be reached.
    """
    import os

    import runut.face
    from runut import codec
    from runut.intake import GIVEN_TWICE

    if not sources:
        if store is None:
            raise click.UsageError("give FILE…, or a store whose stories are to be listed: --store news.db")
        of_files = {"--state": state_path, "--anchor": anchor, "--furniture-profile": profile, "--workers": workers}
        if idle := [option for option, value in of_files.items() if value is not None]:
            raise click.UsageError(f"{', '.join(idle)}: of FILE…, of which none is given; a store's stories are listed")
        keep_apart({"--json": json_path}, (), (store,))
        desk.list_stories(store, since, json_path, quiet=quiet)
        return
    if since is not None:
        raise click.UsageError("--since is of a store: give --store and no FILE")
    if click.get_current_context().get_parameter_source("store") is ParameterSource.COMMANDLINE:
        raise click.UsageError(
            f"give FILE… or --store, not both; runut add --store {store} FILE… adds reports to a store"
        )

    keep_apart({"--json": json_path, "--state": state_path}, sources, (profile,))
    reports = 0

    def count(stage: str, done: int, of: int | None) -> None:
        nonlocal reports
        reports = max(reports, done)
        progress(stage, done, of)

    with alone(state_path):
        with show_progress() as progress:
            try:
                told, keep = runut.face.stories(
                    sources,
                    anchor=anchor,
                    furniture_profile=read_profile(profile),
                    earlier=read_kept(state_path),
                    workers=workers or os.cpu_count() or 1,
                    progress=count,
                )
            except ValueError as error:
                raise click.UsageError(str(error)) from None
        for s in told.skipped:
            warn(f"skipped {s.source}: {s.reason}")
        if reports == len(told.skipped) and not any(s.reason.startswith(GIVEN_TWICE) for s in told.skipped):
            click.echo("runut: nothing could be read; see the reasons above", err=True)
            sys.exit(NOTHING_READ)
        if json_path:
            write(json_path, codec.to_json(told, indent=1) + "\n")
        if state_path:
            keep_file(state_path, codec.kept_to_bytes(keep))
    if quiet or json_path == "-":
        return
    several = [s for s in told.stories if len(s.articles) > 1]
    click.echo(f"reports: {len(keep.sketches)}, stories: {len(told.stories)}, of more than one report: {len(several)}")
    for story in several[:LARGEST_SHOWN]:
        days = story.first if story.first == story.last else f"{story.first} – {story.last}"
        say(f"  {len(story.articles):5}  {days or '–':23}  {story.title or '(tanpa judul)'}")
    if told.changes:
        kinds = Counter(c.kind for c in told.changes)
        click.echo("changed: " + ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items())))
    for label, path in (("JSON", json_path), ("state", state_path)):
        if path:
            click.echo(f"{label}: {path}")


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="IN…")
@click.argument("out", type=click.Path(file_okay=False), metavar="OUT")
@click.option(
    "--layers",
    metavar="NAMES",
    help="Only these layers, with commas: furniture, credits, names, dates, statements, figures, events.",
)
@click.option("--anchor", metavar="YYYY-MM-DD", help="Day for reports that tell none themselves.")
@click.option("--furniture-profile", "profile", type=click.Path(exists=True, dir_okay=False), help=PROFILE_HELP)
@click.option("--no-text", is_flag=True, help="Leave the articles' texts out; their hashes stay.")
@click.option("--no-stories", is_flag=True, help="Make no stories and families of the articles.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes that read; by default one a core.")
@click.option(
    "--engine", type=click.Choice(["local", "daft"]), default="local", show_default=True, help="What carries it out."
)
@click.option("--ray", metavar="ADDRESS", help="The Ray cluster that Daft runs on (local: one made here).")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def batch(
    sources: tuple[str, ...],
    out: str,
    layers: str | None,
    anchor: str | None,
    profile: str | None,
    no_text: bool,
    no_stories: bool,
    workers: int | None,
    engine: str,
    ray: str | None,
    quiet: bool,
) -> None:
    """Read any number of articles into tables: Parquet files under the folder OUT.

    IN are files (JSON Lines, CSV, Parquet, WARC, HTML, text, also .gz), folders, globs, addresses of object stores. What a stop
    leaves goes on where it stood when the same command is given again.

    \b
    runut batch scrape-*.jsonl.gz tables/
    runut batch CC-NEWS-*.warc.gz tables/ --workers 8 --no-text
    runut batch s3://bucket/news/*.parquet tables/ --layers figures,dates --no-stories

    Exit code 0 when all is in the tables or among the skipped, 1 when nothing could be read or the count does not come out, 2 for wrong
    usage, 3 when it cannot go on now (a full disk), 130 and 143 when it was stopped (Ctrl-C, SIGTERM); after these three it can go on.
    """
    import runut.face

    wanted = None if layers is None else [name.strip() for name in layers.split(",") if name.strip()]
    known = read_profile(profile)
    pace = _Pace(quiet)
    try:
        with _stopping():
            made = runut.face.batch(
                sources,
                out,
                layers=wanted,
                text=not no_text,
                stories=not no_stories,
                anchor=anchor,
                furniture_profile=known,
                workers=workers,
                engine=engine,
                ray=ray,
                progress=pace.show,
            )
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    except FileNotFoundError as nothing:
        warn(f"nothing was done: {nothing}")
        sys.exit(NOTHING_READ)
    except OSError as stopped:
        warn(str(stopped))
        sys.exit(CANNOT_GO_ON)
    except _Signal as signal:
        warn(f"stopped; the same command goes on where {out} stands")
        sys.exit(128 + signal.number)
    finally:
        pace.end()
    if not quiet:
        click.echo(_completeness(made))
    for s in made.left[:LEFT_SHOWN]:
        warn(f"skipped {s.source}: {s.reason}")
    if len(made.left) > LEFT_SHOWN:
        warn(f"skipped {len(made.left) - LEFT_SHOWN:,} more; they stand in the table skipped")
    for fault in made.faults:
        click.echo(f"runut: {out}: {fault}", err=True)
    if made.faults and made.unchanged:
        click.echo(f"runut: {out} is damaged: take it away, or name another folder, and begin again", err=True)
    sys.exit(NOTHING_READ if made.faults or not made.read else 0)


class _Signal(BaseException):
    """A signal that asks to stop."""

    def __init__(self, number: int) -> None:
        self.number = number


@contextmanager
def _stopping() -> Iterator[None]:
    """Raise _Signal for Ctrl-C and SIGTERM meanwhile."""
    import signal

    def stop(number: int, frame: Any) -> None:
        raise _Signal(number)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Pace:
    """How far a batch is, how fast, and how long it will take: on a terminal a line that changes, else a line a minute."""

    def __init__(self, quiet: bool) -> None:
        self._quiet, self._terminal = quiet, sys.stderr.isatty()
        self._began: tuple[float, int] | None = None
        self._shown = time.monotonic()
        self._line = ""

    def show(self, stage: str, done: int, of: int | None) -> None:
        """Tell of the progress, not too often."""
        now = time.monotonic()
        self._began = self._began or (now, done)
        if self._quiet or (now - self._shown < (0.2 if self._terminal else 60)):
            return
        self._shown = now
        line = f"{done:,} articles" if stage == "batch" else stage
        seconds, more = now - self._began[0], done - self._began[1]
        if stage == "batch" and more and seconds:
            line += f", {more / seconds:,.0f} a second"
            if of is not None:
                left = round((of - done) * seconds / more)
                line += f", about {left // 3600}:{left // 60 % 60:02}:{left % 60:02} left"
        if self._terminal:
            click.echo(f"\r{line:<{len(self._line)}}", err=True, nl=False)
        else:
            click.echo(f"runut: {line}", err=True)
        self._line = line

    def end(self) -> None:
        """Take the line away."""
        if self._terminal and self._line:
            click.echo(f"\r{'':<{len(self._line)}}\r", err=True, nl=False)


def _state(made: Manifest) -> str:
    if made.unchanged:
        return f"{made.out} {'is not whole' if made.faults else 'was whole before'}; nothing was done"
    return f"{made.out} is {'not ' if made.faults else ''}whole"


def _completeness(made: Manifest) -> str:
    """What came in, and that all of it was read or skipped."""
    skipped = sorted(made.skipped.items(), key=lambda item: (-item[1], item[0]))
    lines = [
        _state(made),
        f"{made.taken:>12,}  in",
        f"{made.read:>12,}  read",
        f"{sum(made.skipped.values()):>12,}  skipped",
        *(f"{count:>16,}  {kind}" for kind, count in skipped),
        "tables: " + ", ".join(f"{name} {table.rows:,}" for name, table in made.tables.items()),
    ]
    return "\n".join(lines)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCES…")
@click.option("--out", required=True, type=click.Path(dir_okay=False), help="Write the profile here.")
@click.option(
    "--with",
    "earlier",
    type=click.Path(exists=True, dir_okay=False),
    help="Add to this profile; what it was taught already counts once.",
)
def profile(sources: tuple[str, ...], out: str, earlier: str | None) -> None:
    """Learn which lines of the outlets' pages recur, from many reports of theirs.

    The profile holds hashes only, no text. Give it to account and read with --furniture-profile.

    \b
    runut profile scrape.jsonl.gz --out furniture.json
    runut profile today/ --with furniture.json --out furniture.json

    Exit code 0 when something was read, 1 when nothing was, 2 for wrong usage.
    """
    from runut import codec, face, intake
    from runut.model import Skipped
    from runut.reading.furniture import recurring

    keep_apart({"--out": out}, sources)
    with alone(out if earlier else None):
        known = read_profile(earlier)
        read = 0

        def articles() -> Iterator[Article]:
            nonlocal read
            for item in intake.take_in(sources):
                if isinstance(item, Skipped):
                    warn(f"skipped {item.source}: {item.reason}")
                else:
                    read += recurring.outlet_of(item) is not None
                    yield item

        learned = recurring.teach(articles(), face.languages()["id"], known)
        if not read:
            click.echo("runut: no report of a known outlet could be read", err=True)
            sys.exit(NOTHING_READ)
        keep_file(out, codec.to_json(learned).encode() + b"\n")
    found = {outlet: len(hashes) for outlet, hashes in recurring.settle(learned).items()}
    reports = sum(outlet.reports for outlet in learned.outlets)
    click.echo(f"{out}: {reports} reports, {sum(found.values())} lines of {len(found)} outlets")
