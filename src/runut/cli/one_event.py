"""The commands about one event: account, judge, verify, export, schema."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from runut.cli import desk, judgements
from runut.cli.terminal import (
    NOTHING_READ,
    PROFILE_HELP,
    WRONG_USE,
    keep_apart,
    read_profile,
    say,
    show_progress,
    warn,
    write,
)

if TYPE_CHECKING:
    from runut.intake import Source
    from runut.model import Account, Judgement


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCES…]")
@desk.store_option()
@click.option("--story", metavar="ID", help="Tell this story of the store, in place of SOURCES.")
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
@click.option(
    "--mask", is_flag=True, help="Cover the names of minors and of victims of sexual offences in all that is written."
)
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def account(
    sources: tuple[str, ...],
    store: str | None,
    story: str | None,
    json_path: str | None,
    html_path: str | None,
    lang: str,
    anchor: str | None,
    profile: str | None,
    judgements_path: str | None,
    excerpts: bool,
    mask: bool,
    quiet: bool,
) -> None:
    """Tell one event from its reports.

    SOURCES are files (.txt, .json, .jsonl, .csv, .html, each also .gz), folders, globs, or - for standard input.

    \b
    runut account kliping/ --html akun.html
    runut account a.txt b.txt scrape.jsonl --json akun.json --anchor 2022-01-07
    runut account tabs/*.html --html account.html --lang en --excerpts
    runut account kliping/ --json akun.json --judgements putusan.jsonl
    runut account --store news.db --story 5d1a0c2b9e8f7a6b --html akun.html

    Exit code 0 when something was read, 1 when nothing was, 2 for wrong usage.
    """
    import runut.face

    if excerpts and not html_path:
        raise click.UsageError("--excerpts is about the page: give --html FILE too")
    kept = _kept(sources, store, story, anchor, profile, judgements_path)
    keep_apart(
        {"--json": json_path, "--html": html_path},
        sources,
        (profile, judgements_path, store if story is not None else None),
    )
    judged = judgements.read(judgements_path)
    with show_progress() as progress:
        try:
            told = (
                desk.tell(*kept, progress)
                if kept
                else runut.face.account(
                    sources,
                    anchor=anchor,
                    furniture_profile=read_profile(profile),
                    judgements=judged,
                    progress=progress,
                )
            )
        except ValueError as error:
            raise click.UsageError(str(error)) from None
    for s in told.skipped:
        warn(f"skipped {s.source}: {s.reason}")
    if not told.articles:
        click.echo("runut: nothing could be read; see the reasons above", err=True)
        sys.exit(NOTHING_READ)
    for ruling in told.judgements:
        if ruling.state in ("no-finding", "overruled") or (ruling.note and ruling.judgement.act != "set"):
            note = ruling.note if lang == "id" else ruling.english
            warn(f"judgement {ruling.judgement.id} ({ruling.judgement.by}): {ruling.state}: {note}")
    if judgements_path:
        _add_rules(judgements_path, judged, runut.judgements_of(told))
    if mask:
        told = _masked(told)
    if json_path:
        write(json_path, runut.to_json(told, indent=1) + "\n")
    if html_path:
        write(html_path, runut.to_html(told, lang=lang, excerpts=excerpts))
    if not quiet and json_path != "-":
        _summary(told, lang)
        for label, path in (("JSON", json_path), ("HTML", html_path)):
            if path:
                click.echo(f"{label}: {path}")


ACTS = ("merge", "split", "join", "part", "reject", "set", "note", "undo")


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[FILE.jsonl ACCOUNT.json] ACT SUBJECT…")
@desk.store_option()
@click.option("--story", metavar="ID", help="Judge over this story of the store, in place of the two files.")
@click.option("--from", "others", multiple=True, metavar="SUBJECT", help="Whom the subjects leave (split, part).")
@click.option("--field", metavar="FIELD", help="What of the subjects is set (set).")
@click.option("--value", metavar="VALUE", help="What it is set to; an empty value says that it is not known (set).")
@click.option("--by", required=True, metavar="NAME", help="Who judges.")
@click.option("--why", required=True, metavar="TEXT", help="The reason.")
def judge(
    words: tuple[str, ...],
    store: str | None,
    story: str | None,
    others: tuple[str, ...],
    field: str | None,
    value: str | None,
    by: str,
    why: str,
) -> None:
    """Add a person's judgement over an account to a file of judgements, or over a story to its store.

    ACT is merge, split, join, part, reject, set, note or undo. A SUBJECT is an id out of the account, the name of an entity, or an outlet
    or file name of a report. merge and split are for names; join and part for figures, statements, events and reports; reject for any of
    them; set corrects a figure, statement, event or date (ARTICLE:START); note is a remark on anything; undo takes the id of a judgement,
    a rule's too.

    \b
    runut judge putusan.jsonl akun.json merge "Rini Wijaya" "Rini" --by Sari --why "satu orang, dicek ke redaksi"
    runut judge putusan.jsonl akun.json reject 9f2c51d0a1b2c3d4 --by Sari --why "angka tahun lalu"
    runut judge putusan.jsonl akun.json part a.txt --from b.txt --by Sari --why "meliput sendiri"
    runut judge putusan.jsonl akun.json set 9f2c51d0a1b2c3d4 --field number --value 17 --by Sari --why "dicek ke polisi"
    runut judge putusan.jsonl akun.json undo 51d0a1b2c3d49f2c --by Sari --why "dua orang"
    runut judge --store news.db --story 5d1a0c2b9e8f7a6b reject 9f2c51d0a1b2c3d4 --by Sari --why "angka tahun lalu"

    Then: runut account SOURCES… --judgements putusan.jsonl, or runut account --store news.db --story ID

    Exit code 0 when it was added, 2 for a subject that stands for nothing, an act that does not suit it or a value that is none.
    """
    given = {"others": others, "by": by, "why": why, "field": field, "value": value}
    _need_options(next((word for word in (words[0], *words[2:3]) if word in ACTS), ""), given)
    if words[0] in ACTS:
        if store is None or (story is None and words[0] != "undo"):
            raise click.UsageError("give FILE.jsonl ACCOUNT.json before the ACT, or --store news.db --story ID")
        click.echo(desk.judge(store, story, words[0], words[1:], given))
        return
    if story is not None or len(words) < 3 or words[2] not in ACTS:
        wanted = "" if story is not None else "FILE.jsonl ACCOUNT.json "
        raise click.UsageError(f"give {wanted}ACT SUBJECT…; ACT is one of: {', '.join(ACTS)}")
    if len(words) < 4:
        raise click.UsageError(f"{words[2]} of what? give a SUBJECT")
    _judge_in_file(words[0], words[1], words[2], words[3:], given)


def _need_options(act: str, given: dict[str, Any]) -> None:
    """Refuse an act without the options that say what it is to do."""
    if act in ("split", "part") and not given["others"]:
        raise click.UsageError(f"{act} wants --from SUBJECT: whom the subjects leave")
    if act == "set" and (given["field"] is None or given["value"] is None):
        raise click.UsageError("set wants --field FIELD and --value VALUE; an empty value says that it is not known")


def _judge_in_file(
    judgements_file: str, account_file: str, act: str, subjects: tuple[str, ...], given: dict[str, Any]
) -> None:
    from datetime import datetime

    import runut.judging

    earlier = judgements.read(judgements_file)
    is_new = not Path(judgements_file).exists()
    if is_new and not Path(judgements_file).absolute().parent.is_dir():
        raise click.UsageError(f"{judgements_file}: there is no such folder; make it first")
    if act == "undo" and subjects[0] not in {judgement.id for judgement in earlier}:
        raise click.UsageError(
            f"undo takes the id of one judgement; there is none {subjects[0]!r} in {judgements_file}"
        )
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        told = runut.account_from_json(Path(account_file).read_bytes())
    except ValueError as error:
        raise click.UsageError(f"{account_file}: not an account that this version reads: {error}") from None
    except OSError as error:
        raise click.UsageError(f"{account_file} cannot be opened: {error.strerror or error}") from None
    try:
        made = runut.judging.judge(told, act, subjects, when=now, **given)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    judgements.add(judgements_file, [made])
    click.echo(f"{judgements_file}: {act} {made.id}")
    if is_new:
        warn(f"{judgements_file} is a new file; it counts where it is given to runut account --judgements")


@click.command()
@click.argument("account_file", type=click.Path(exists=True, dir_okay=False), metavar="ACCOUNT.json")
@click.argument("sources", nargs=-1, metavar="[SOURCES…]")
@click.option("--store", metavar="STORE", help="The store (news.db, postgresql://…) that has reports of the account.")
@click.option("--spans-only", is_flag=True, help="Hold the account against itself only; do not read the sources again.")
def verify(account_file: str, sources: tuple[str, ...], store: str | None, spans_only: bool) -> None:
    """Hold every span, text and hash of an account against its sources.

    The sources are read again from where the account says they lie, or from SOURCES (files, folders) when they have moved. Reports that
    came to a desk by its API, a link or a paste are in no file: --store takes them, and all others that it has, out of the store.

    \b
    runut verify account.json
    runut verify account.json ~/kliping/
    runut verify account.json --store news.db
    runut verify account.json --spans-only

    Exit code 0 when all holds, 1 when something does not (each line is named), 2 for wrong usage.
    """
    import runut.face
    from runut import verifying

    try:
        told = runut.account_from_json(Path(account_file).read_bytes())
    except ValueError as error:
        click.echo(f"{account_file}: not an account that this version reads: {error}", err=True)
        sys.exit(1)
    given: list[Source] = list(sources)
    if store is not None and not spans_only:
        there = desk.articles_of(store, told)
        lying = {article.id for article in there}
        given += [*there, *(() if sources else verifying.files_of(told, without=lying))]
    named = bool(sources) or store is not None
    problems = runut.verify(told, given if named else None, reread=not spans_only)
    for problem in problems:
        click.echo(f"{account_file}: {problem.line}: {problem.what}", err=True)
    if problems:
        click.echo(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}", err=True)
        if store is None and any(verifying.NOT_FOUND in problem.what for problem in problems):
            warn(
                "reports that came to a desk by its API, a link or a paste lie in its store: --store news.db; "
                "--spans-only holds the account against itself alone"
            )
        sys.exit(1)
    count = sum(len(x) for x in (told.dates, told.figures, told.statements, told.events)) + sum(
        len(e.mentions) for e in told.entities
    )
    reports = "1 article" if len(told.articles) == 1 else f"{len(told.articles)} articles"
    click.echo(f"{account_file}: {reports}, {count} finding{'' if count == 1 else 's'}, all hold")


FORMS = ("markdown", "csv", "parquet", "acled", "ucdp", "snpk", "timelinejs", "annotation")
# Forms whose rows may be none.
CODERS = ("acled", "ucdp", "snpk")
# What a form that is one file is called where many are written.
SUFFIXES = {"markdown": ".md", "timelinejs": ".json", "annotation": ".json"}


@click.command()
@click.argument("form", type=click.Choice(FORMS), metavar="FORM")
@click.argument("account_file", type=click.Path(exists=True, dir_okay=False), metavar="[ACCOUNT.json]", required=False)
@desk.store_option()
@click.option("--story", metavar="ID", help="This story of the store alone.")
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
@click.option("--mask", is_flag=True, help="Cover the names of minors and of victims of sexual offences.")
def export(
    form: str,
    account_file: str | None,
    store: str | None,
    story: str | None,
    out: str,
    lang: str,
    excerpts: bool,
    mask: bool,
) -> None:
    """Write an account in another form.

    markdown, timelinejs and annotation are one file; csv, parquet, acled, ucdp and snpk are several in the folder OUT.

    \b
    runut export markdown account.json -o brief.md
    runut export csv account.json -o tables/
    runut export acled account.json -o rows/
    runut export acled --store news.db --story 5d1a0c2b9e8f7a6b -o rows/

    With --store and no --story, every story of more than one report is written under its id in the folder OUT.

    Exit code 0 when it was written, 1 when the file is no account, 2 for wrong usage and where OUT cannot be written.
    """
    if (account_file is None) == (story is None) and (account_file is not None or store is None):
        raise click.UsageError("give an ACCOUNT.json, or --store news.db, with or without --story ID")
    from runut.intake import losing

    keep_apart({"--out": out}, (), (account_file, store if account_file is None else None))
    options = _Options(form, lang, excerpts, mask)
    if account_file is None and story is None and store is not None:
        _export_all(store, out, options)
        return
    with show_progress() as progress:
        told = _account_of(account_file) if account_file else desk.tell(store or "", story or "", progress)
    try:
        written = _export(told, out, options)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if written:
        rows = _rows_in(form, out)
        click.echo(f"{out}: {form}, {rows}{written} file{'s' if written > 1 else ''}")
    if out != "-" and losing.lies_among(out, (r.source for r in told.articles)):
        warn(
            f"{out} lies in the folder of the reports; what is written there is no report and is passed over when the folder is read again"
        )


def _rows_in(form: str, out: str) -> str:
    """How many rows a form of coders has got, and where the reasons stand for what is in none; empty for any other form."""
    path = Path(out) / f"{form}.csv"
    if form not in CODERS:
        return ""
    with path.open(encoding="utf-8", newline="") as file:
        count = sum(1 for _ in csv.reader(file)) - 1
    return f"{count} row{'' if count == 1 else 's'}{f' ({form}.left_out.csv says why)' if not count else ''}, "


class _Options(NamedTuple):
    """How an account is to be written."""

    form: str
    lang: str
    excerpts: bool
    mask: bool


def _account_of(path: str) -> Account:
    import runut

    try:
        return runut.account_from_json(Path(path).read_bytes())
    except ValueError as error:
        click.echo(f"{path}: not an account that this version reads: {error}", err=True)
        sys.exit(NOTHING_READ)


def _export(told: Account, out: str, options: _Options) -> int:
    """Write an account; how many files, none on standard output. Raises ValueError as `runut.export` does."""
    import runut.face
    from runut.exports import forms

    if options.mask:
        told = _masked(told)
    if out == "-":
        known = forms.FORMS[options.form]
        if known.folder:
            raise click.UsageError(f"{options.form} is several files: name a folder")
        indonesian = runut.face.languages()["id"]
        (content,) = known.render(told, options.lang, options.excerpts, indonesian).values()
        click.echo(content, nl=False)
        return 0
    try:
        return len(runut.face.export(told, options.form, out, lang=options.lang, excerpts=options.excerpts))
    except OSError as error:
        warn(f"{out} cannot be written: {error.strerror or error}")
        sys.exit(WRONG_USE)


def _export_all(store: str, out: str, options: _Options) -> None:
    """Write every story of a store that has more than one report, each under its id; one that has nothing for the form is passed over."""
    if out == "-" or Path(out).is_file():
        raise click.UsageError("many stories are written: name a folder, or give --story ID")
    stories, single = desk.stories_of_several(store)
    suffix = SUFFIXES.get(options.form, "")
    written = 0
    with show_progress() as progress:
        for n, story in enumerate(stories, 1):
            progress("export", n, len(stories))
            try:
                _export(
                    desk.tell(store, story, lambda stage, done, of: None), str(Path(out) / f"{story}{suffix}"), options
                )
                written += 1
            except ValueError as error:
                warn(f"{story}: {error}")
    click.echo(f"{out}: {options.form}, {written} stories; {single} of one report left out")


@click.command()
@click.option("--api", is_flag=True, help="the OpenAPI document of the HTTP API instead")
def schema(api: bool) -> None:
    """Print the JSON Schema of the account file.

    \b
    runut schema > account.schema.json
    runut schema --api > openapi.json
    """
    if api:
        from runut.web.api import document

        shown = document()
    else:
        from runut import codec

        shown = codec.account_schema()
    click.echo(json.dumps(shown, indent=1, ensure_ascii=False))


def _kept(
    sources: tuple[str, ...], store: str | None, story: str | None, *of_files: str | None
) -> tuple[str, str] | None:
    """The store and the story that are to be told; None where files are."""
    if story is None:
        if not sources:
            raise click.UsageError("give SOURCES, or a story of a store: --store news.db --story ID")
        return None
    if store is None:
        raise click.UsageError("--story is of a store: give --store too")
    if sources or any(of_files):
        raise click.UsageError(
            "a story of a store is told from what lies there: give no SOURCES, --anchor, --furniture-profile or --judgements"
        )
    return store, story


def _masked(told: Account) -> Account:
    """The account with its names covered; how many, and what to look at, is told on standard error."""
    import runut.face

    flags = runut.face.flag(told)
    covered = runut.face.mask(told, flags)
    warn(f"masked {len(covered.masking)} name{'' if len(covered.masking) == 1 else 's'}")
    for found in flags:
        if not found.masked:
            warn(f"look at “{found.name}”: {found.english}")
    return covered


def _summary(told: Any, lang: str) -> None:
    """The title and the lines at the top, in the words of the page."""
    from runut.brief import is_counted
    from runut.exports import wording

    words = wording.load(lang)
    say(told.story.title or words("page.untitled"))
    for line in told.brief:
        support = f" [{words.support(line.reports, line.independent)}]" if is_counted(line) else ""
        say(f"  {words.either(line.text, line.english)}{support}")


def _add_rules(path: str, earlier: tuple[Judgement, ...], made: tuple[Judgement, ...]) -> None:
    """Add what the rules judged; a file that has it all already is not opened to write."""
    if not Path(path).exists() or {j.id for j in made} - {j.id for j in earlier}:
        judgements.add(path, made)
