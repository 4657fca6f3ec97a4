"""The command line: a thin mirror of the public face."""

from __future__ import annotations

import gc

import click

from runut._version import __version__
from runut.cli import desk, many, one_event, searching, serving
from runut.cli.one_event import FORMS

__all__ = ["FORMS", "cli", "main"]

# So many new objects before the collector looks for cycles: tables and patterns are some hundred thousand that stay, and at Python's own
# 700 the looking takes a tenth of the time to the first result.
YOUNG = 100_000


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="runut")
def cli() -> None:
    """Trace reports back: what is known about an event, who says so, and where the reports disagree.

    \b
    runut account reports/*.txt --html account.html --json account.json
    runut verify account.json
    cat scrape.jsonl | runut read - --layers figures,dates | jq .figures
    """


for command in (
    one_event.account,
    one_event.judge,
    one_event.verify,
    one_event.export,
    one_event.schema,
    many.read,
    many.stories,
    many.batch,
    many.profile,
    desk.add,
    desk.show,
    searching.search,
    serving.serve,
):
    cli.add_command(command)


def main() -> None:
    """The console script."""
    gc.set_threshold(YOUNG, 20, 20)
    cli(prog_name="runut")
