"""The command line: a thin mirror of the public face."""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from runut._version import __version__

if TYPE_CHECKING:
    from runut.batching import Manifest
    from runut.model import FurnitureProfile, Judgement, Kept

NOTHING_READ = 1
WRONG_USE = 2
CANNOT_GO_ON = 3
# The largest stories that are named on the terminal.
LARGEST_SHOWN = 10
# Work that is over sooner needs no progress bar (seconds).
PATIENCE = 1.0
# So many new objects before the collector looks for cycles: tables and patterns are some hundred thousand that stay, and at Python's own
# 700 the looking takes a tenth of the time to the first result.
YOUNG = 100_000
PROFILE_HELP = "What earlier reports taught about the outlets' pages (made by runut profile)."


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="runut")
def cli() -> None:
    """Trace reports back: what is known about an event, who says so, and where the reports disagree.

    \b
    runut account reports/*.txt --html account.html --json account.json
    runut verify account.json
    cat scrape.jsonl | runut read - --layers figures,dates | jq .figures
    """


@cli.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCES…")
@click.option(
    "--json",
    "json_path",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Write the account here (- for standard output).",
)
@click.option("--html", "html_path", type=click.Path(dir_okay=False), help="Write the page here.")
@click.option(
    "--lang",
    type=click.Choice(["id", "en"]),
    default="id",
    show_default=True,
    help="Language of the page and the summary.",
)
@click.option("--anchor", metavar="YYYY-MM-DD", help="Day for reports that tell none themselves.")
@click.option("--furniture-profile", "profile", type=click.Path(exists=True, dir_okay=False), help=PROFILE_HELP)
@click.option(
    "--judgements",
    "judgements_path",
    type=click.Path(dir_okay=False),
    metavar="FILE.jsonl",
    help="Replay the judgements of this file, and add to it what the rules judge.",
)
@click.option("--excerpts", is_flag=True, help="Leave the full texts out of the page, for passing on.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def account(
    sources: tuple[str, ...],
    json_path: str | None,
    html_path: str | None,
    lang: str,
    anchor: str | None,
    profile: str | None,
    judgements_path: str | None,
    excerpts: bool,
    quiet: bool,
) -> None:
    """Tell one event from its reports.

    SOURCES are files (.txt, .json, .jsonl, .csv, .html, each also .gz), folders, globs, or - for standard input.

    \b
    runut account kliping/ --html akun.html
    runut account a.txt b.txt scrape.jsonl --json akun.json --anchor 2022-01-07
    runut account tabs/*.html --html account.html --lang en --excerpts
    runut account kliping/ --json akun.json --judgements putusan.jsonl

    Exit code 0 when something was read, 1 when nothing was, 2 for wrong usage.
    """
    import runut.face

    if excerpts and not html_path:
        raise click.UsageError("--excerpts is about the page: give --html FILE too")
    lines, judged = _read_judgements(judgements_path)
    with _progress() as progress:
        try:
            told = runut.face.account(
                sources,
                anchor=anchor,
                furniture_profile=_read_profile(profile),
                judgements=judged,
                progress=progress,
            )
        except ValueError as error:
            raise click.UsageError(str(error)) from None
    for s in told.skipped:
        _warn(f"skipped {s.source}: {s.reason}")
    if not told.articles:
        click.echo("runut: nothing could be read; see the reasons above", err=True)
        sys.exit(NOTHING_READ)
    for ruling in told.judgements:
        if ruling.note or ruling.state == "no-finding":
            _warn(f"judgement {ruling.judgement.id} ({ruling.judgement.by}): {ruling.state}: {ruling.note}")
    if judgements_path:
        _add_lines(judgements_path, lines, runut.judgements_to_lines(runut.judgements_of(told), lines))
    if json_path:
        _write(json_path, runut.to_json(told, indent=1) + "\n")
    if html_path:
        _write(html_path, runut.to_html(told, lang=lang, excerpts=excerpts))
    if not quiet and json_path != "-":
        _summary(told, lang)
        for label, path in (("JSON", json_path), ("HTML", html_path)):
            if path:
                click.echo(f"{label}: {path}")


@cli.command()
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

    wanted = None if layers is None else [name.strip() for name in layers.split(",") if name.strip()]
    done, using = 0, face.languages()
    try:
        with _progress() as progress:
            known = _read_profile(profile)
            items = face.read_all(sources, anchor=anchor, layers=wanted, furniture_profile=known, using=using)
            for n, item in enumerate(items, 1):
                progress("read", n, None)
                if isinstance(item, Skipped):
                    _warn(f"skipped {item.source}: {item.reason}")
                    click.echo(json.dumps({"source": item.source, "skipped": item.reason}, ensure_ascii=False))
                    continue
                done += 1
                if timex3:
                    _write(str(Path(timex3) / f"{item.article.id}.tml"), timex.render(item, using))
                click.echo(_reading_line(codec.to_jsonable(item), wanted or pipeline.LAYERS))
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if not done:
        sys.exit(NOTHING_READ)


@cli.command()
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
    known = _read_profile(profile)
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
    except OSError as stopped:
        _warn(str(stopped))
        sys.exit(CANNOT_GO_ON)
    except _Signal as signal:
        _warn(f"stopped; the same command goes on where {out} stands")
        sys.exit(128 + signal.number)
    finally:
        pace.end()
    if not quiet:
        click.echo(_completeness(made))
    for fault in made.faults:
        click.echo(f"runut: {out}: {fault}", err=True)
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


def _completeness(made: Manifest) -> str:
    """What came in, and that all of it was read or skipped."""
    skipped = sorted(made.skipped.items(), key=lambda item: (-item[1], item[0]))
    lines = [
        f"{made.out} was whole before; nothing was done" if made.unchanged else f"{made.out} is whole",
        f"{made.taken:>12,}  in",
        f"{made.read:>12,}  read",
        f"{sum(made.skipped.values()):>12,}  skipped",
        *(f"{count:>16,}  {kind}" for kind, count in skipped),
        "tables: " + ", ".join(f"{name} {table.rows:,}" for name, table in made.tables.items()),
    ]
    return "\n".join(lines)


def _reading_line(reading: dict[str, Any], layers: Any) -> str:
    article = reading.pop("article")
    head = {k: article[k] for k in ("id", "source", "sha256", "url", "outlet", "title", "published")}
    head |= {
        "language": reading["language"],
        "anchor": reading["anchor"]["day"],
        "anchor_from": reading["anchor"]["origin"],
    }
    return json.dumps(head | {name: reading[name] for name in reading if name in layers}, ensure_ascii=False)


@cli.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE…")
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
    json_path: str | None,
    state_path: str | None,
    anchor: str | None,
    profile: str | None,
    workers: int | None,
    quiet: bool,
) -> None:
    """Group the reports of many events into stories.

    FILE… are files, folders, globs, or - for standard input, as for account. With --state, today's reports are added to yesterday's:
    the stories are those of all reports at once, and the JSON tells what became of the earlier ones.

    \b
    runut stories scrape.jsonl.gz --json stories.json
    runut stories 2031-02-04.jsonl --state stream.state --json stories.json

    Exit code 0 when something was read, 1 when nothing was, 2 for wrong usage.
    """
    import os

    import runut.face
    from runut import codec

    kept = _read_kept(state_path)
    reports = 0

    def count(stage: str, done: int, of: int | None) -> None:
        nonlocal reports
        reports = max(reports, done)
        progress(stage, done, of)

    with _progress() as progress:
        try:
            told, keep = runut.face.stories(
                sources,
                anchor=anchor,
                furniture_profile=_read_profile(profile),
                earlier=kept,
                workers=workers or os.cpu_count() or 1,
                progress=count,
            )
        except ValueError as error:
            raise click.UsageError(str(error)) from None
    for s in told.skipped:
        _warn(f"skipped {s.source}: {s.reason}")
    if reports == len(told.skipped):
        click.echo("runut: nothing could be read; see the reasons above", err=True)
        sys.exit(NOTHING_READ)
    if json_path:
        _write(json_path, codec.to_json(told, indent=1) + "\n")
    if state_path:
        _keep(state_path, codec.kept_to_bytes(keep))
    if quiet or json_path == "-":
        return
    several = [s for s in told.stories if len(s.articles) > 1]
    click.echo(f"reports: {len(keep.sketches)}, stories: {len(told.stories)}, of more than one report: {len(several)}")
    for story in several[:LARGEST_SHOWN]:
        days = story.first if story.first == story.last else f"{story.first} – {story.last}"
        click.echo(f"  {len(story.articles):5}  {days or '–':23}  {story.title or '(tanpa judul)'}")
    if told.changes:
        kinds = Counter(c.kind for c in told.changes)
        click.echo("changed: " + ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items())))
    for label, path in (("JSON", json_path), ("state", state_path)):
        if path:
            click.echo(f"{label}: {path}")


@cli.command()
@click.argument("judgements_file", type=click.Path(dir_okay=False), metavar="FILE.jsonl")
@click.argument("account_file", type=click.Path(exists=True, dir_okay=False), metavar="ACCOUNT.json")
@click.argument("act", type=click.Choice(["merge", "split", "join", "part", "reject", "undo"]))
@click.argument("subjects", nargs=-1, required=True, metavar="SUBJECT…")
@click.option("--from", "others", multiple=True, metavar="SUBJECT", help="Whom the subjects leave (split, part).")
@click.option("--by", required=True, metavar="NAME", help="Who judges.")
@click.option("--why", required=True, metavar="TEXT", help="The reason.")
def judge(
    judgements_file: str,
    account_file: str,
    act: str,
    subjects: tuple[str, ...],
    others: tuple[str, ...],
    by: str,
    why: str,
) -> None:
    """Add a person's judgement over an account to a file of judgements.

    A SUBJECT is an id out of the account, the name of an entity, or an outlet or file name of a report. merge and split are for names;
    join and part for figures, statements, events and reports; reject for any of them; undo takes the id of a judgement, a rule's too.

    \b
    runut judge putusan.jsonl akun.json merge "Rini Wijaya" "Rini" --by Sari --why "satu orang, dicek ke redaksi"
    runut judge putusan.jsonl akun.json reject 9f2c51d0a1b2c3d4 --by Sari --why "angka tahun lalu"
    runut judge putusan.jsonl akun.json part a.txt --from b.txt --by Sari --why "meliput sendiri"
    runut judge putusan.jsonl akun.json undo 51d0a1b2c3d49f2c --by Sari --why "dua orang"

    Then: runut account SOURCES… --judgements putusan.jsonl

    Exit code 0 when the line was added, 2 for a subject that stands for nothing or an act that does not suit it.
    """
    from datetime import datetime

    import runut.judging

    lines, _ = _read_judgements(judgements_file)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        told = runut.account_from_json(Path(account_file).read_bytes())
        made = runut.judging.judge(told, act, subjects, others=others, by=by, why=why, when=now)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    _add_lines(judgements_file, lines, runut.judgements_to_lines([made], lines))
    click.echo(f"{judgements_file}: {act} {made.id}")


@cli.command()
@click.argument("account_file", type=click.Path(exists=True, dir_okay=False), metavar="ACCOUNT.json")
@click.argument("sources", nargs=-1, metavar="[SOURCES…]")
@click.option("--spans-only", is_flag=True, help="Hold the account against itself only; do not read the sources again.")
def verify(account_file: str, sources: tuple[str, ...], spans_only: bool) -> None:
    """Hold every span, text and hash of an account against its sources.

    The sources are read again from where the account says they lie, or from SOURCES (files, folders) when they have moved.

    \b
    runut verify account.json
    runut verify account.json ~/kliping/
    runut verify account.json --spans-only

    Exit code 0 when all holds, 1 when something does not (each line is named), 2 for wrong usage.
    """
    import runut.face

    try:
        told = runut.account_from_json(Path(account_file).read_bytes())
    except ValueError as error:
        click.echo(f"{account_file}: not an account that this version reads: {error}", err=True)
        sys.exit(1)
    problems = runut.verify(told, sources or None, reread=not spans_only)
    for problem in problems:
        click.echo(f"{account_file}: {problem.line}: {problem.what}", err=True)
    if problems:
        click.echo(f"{len(problems)} problems", err=True)
        sys.exit(1)
    count = sum(len(x) for x in (told.dates, told.figures, told.statements, told.events)) + sum(
        len(e.mentions) for e in told.entities
    )
    click.echo(f"{account_file}: {len(told.articles)} articles, {count} findings, all hold")


FORMS = ("markdown", "csv", "parquet", "acled", "ucdp", "snpk", "timelinejs", "annotation")


@cli.command()
@click.argument("form", type=click.Choice(FORMS), metavar="FORM")
@click.argument("account_file", type=click.Path(exists=True, dir_okay=False), metavar="ACCOUNT.json")
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(allow_dash=True),
    help="The file or folder to write (- for standard output, where the form is one file).",
)
@click.option(
    "--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Language of words of ours."
)
@click.option("--excerpts", is_flag=True, help="For passing on: no full texts, passages of at most 300 characters.")
def export(form: str, account_file: str, out: str, lang: str, excerpts: bool) -> None:
    """Write an account in another form.

    markdown, timelinejs and annotation are one file; csv, parquet, acled, ucdp and snpk are several in the folder OUT.

    \b
    runut export markdown account.json -o brief.md
    runut export csv account.json -o tables/
    runut export acled account.json -o rows/

    Exit code 0 when it was written, 1 when the file is no account, 2 for wrong usage and where OUT cannot be written.
    """
    import runut.face
    from runut.exports import forms

    try:
        told = runut.account_from_json(Path(account_file).read_bytes())
    except ValueError as error:
        click.echo(f"{account_file}: not an account that this version reads: {error}", err=True)
        sys.exit(NOTHING_READ)
    try:
        if out == "-":
            known = forms.FORMS[form]
            if known.folder:
                raise click.UsageError(f"{form} is several files: name a folder")
            (content,) = known.render(told, lang, excerpts, runut.face.languages()["id"]).values()
            click.echo(content, nl=False)
            return
        paths = runut.face.export(told, form, out, lang=lang, excerpts=excerpts)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        _warn(f"{out} cannot be written: {error.strerror or error}")
        sys.exit(WRONG_USE)
    click.echo(f"{out}: {form}, {len(paths)} file{'s' if len(paths) > 1 else ''}")


@cli.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCES…")
@click.option("--out", required=True, type=click.Path(dir_okay=False), help="Write the profile here.")
@click.option(
    "--with", "earlier", type=click.Path(exists=True, dir_okay=False), help="Add to this profile of other reports."
)
def profile(sources: tuple[str, ...], out: str, earlier: str | None) -> None:
    """Learn which lines of the outlets' pages recur, from many reports of theirs.

    The profile holds hashes only, no text. Give it to account and read with --furniture-profile.

    \b
    runut profile scrape.jsonl.gz --out furniture.json
    runut profile today/ --with furniture.json --out furniture.json

    Exit code 0 when something was read, 1 when nothing was, 2 for wrong usage.
    """
    from runut import codec, face
    from runut.reading.furniture import recurring

    learned = face.learn_furniture(sources)
    if not learned.outlets:
        click.echo("runut: no report of a known outlet could be read", err=True)
        sys.exit(NOTHING_READ)
    known = _read_profile(earlier)
    if known is not None:
        learned = recurring.merge([known, learned])
    _write(out, codec.to_json(learned) + "\n")
    found = {outlet: len(hashes) for outlet, hashes in recurring.settle(learned).items()}
    reports = sum(outlet.reports for outlet in learned.outlets)
    click.echo(f"{out}: {reports} reports, {sum(found.values())} lines of {len(found)} outlets")


@cli.command()
def schema() -> None:
    """Print the JSON Schema of the account file.

    \b
    runut schema > account.schema.json
    """
    from runut import codec

    click.echo(json.dumps(codec.account_schema(), indent=1, ensure_ascii=False))


def _summary(told: Any, lang: str) -> None:
    story = told.story
    click.echo(story.title or ("(tanpa judul)" if lang == "id" else "(no title)"))
    reports, independent = ("laporan", "mandiri") if lang == "id" else ("reports", "independent")
    for line in told.brief:
        support = f" [{line.reports} {reports}, {line.independent} {independent}]" if line.reports else ""
        click.echo(f"  {line.text if lang == 'id' else line.english}{support}")


def _read_profile(path: str | None) -> FurnitureProfile | None:
    from runut import codec

    if path is None:
        return None
    try:
        return codec.furniture_profile_from_json(Path(path).read_bytes())
    except ValueError as error:
        raise click.UsageError(f"{path} is no furniture profile of this version: {error}") from None


def _read_kept(path: str | None) -> Kept | None:
    """What a state file keeps; None where there is no such file yet."""
    from runut import codec

    if path is None or not Path(path).exists():
        return None
    try:
        return codec.kept_from_bytes(Path(path).read_bytes())
    except (ValueError, OSError) as error:
        raise click.UsageError(f"{path} is no state of this version; nothing was done: {error}") from None


def _keep(path: str, data: bytes) -> None:
    """Write a state whole or not at all: beside it first, then in its place."""
    beside = Path(f"{path}.new")
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        click.echo(f"runut: {path} cannot be written: {error.strerror or error}", err=True)
        sys.exit(WRONG_USE)


def _read_judgements(path: str | None) -> tuple[list[str], tuple[Judgement, ...]]:
    """The lines of a file of judgements and what they say; none where there is no such file yet."""
    from runut import judging

    if path is None or not Path(path).exists():
        return [], ()
    try:
        lines = Path(path).read_text("utf-8").splitlines()
        return lines, judging.judgements_from_lines(lines)
    except (ValueError, OSError) as error:
        raise click.UsageError(f"{path} holds lines that are no judgements; nothing was done: {error}") from None


def _add_lines(path: str, before: list[str], after: list[str]) -> None:
    """Write a file of judgements whole or not at all: beside it first, then in its place."""
    if before == after and Path(path).exists():
        return
    beside = f"{path}.new"
    _write(beside, "".join(f"{line}\n" for line in after))
    Path(beside).replace(path)


def _write(path: str, content: str) -> None:
    if path == "-":
        click.echo(content, nl=False)
        return
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(content, "utf-8", newline="\n")
    except OSError as error:
        click.echo(f"runut: {path} cannot be written: {error.strerror or error}", err=True)
        sys.exit(WRONG_USE)


def _warn(message: str) -> None:
    click.echo(f"runut: {message}", err=True)


@contextmanager
def _progress() -> Iterator[Any]:
    """A progress line on standard error, when that is a terminal and the work takes longer than PATIENCE."""
    if not sys.stderr.isatty():
        yield lambda stage, done, of: None
        return
    from rich.console import Console
    from rich.progress import Progress

    began = time.monotonic()
    bar = Progress(console=Console(stderr=True), transient=True, auto_refresh=False)
    tasks: dict[str, Any] = {}

    def show(stage: str, done: int, of: int | None) -> None:
        if time.monotonic() - began < PATIENCE:
            return
        if not tasks:
            bar.start()
        if stage not in tasks:
            tasks[stage] = bar.add_task(stage, total=of)
        bar.update(tasks[stage], completed=done, total=of)
        bar.refresh()

    try:
        yield show
    finally:
        if tasks:
            bar.stop()


def main() -> None:
    """The console script."""
    gc.set_threshold(YOUNG, 20, 20)
    cli(prog_name="runut")


if __name__ == "__main__":
    main()
