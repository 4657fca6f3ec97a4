"""The command line: a thin mirror of the public face."""

from __future__ import annotations

import gc
import os
import sys
from typing import Any

import click

from runut._version import __version__
from runut.cli import desk, many, one_event, searching, serving
from runut.cli.one_event import FORMS
from runut.cli.terminal import STOPPED, WRONG_USE, warn

__all__ = ["FORMS", "cli", "main"]

# So many new objects before the collector looks for cycles: tables and patterns are some hundred thousand that stay, and at Python's own
# 700 the looking takes a tenth of the time to the first result.
YOUNG = 100_000


class _Commands(click.Group):
    """The commands: each ends with a word and its exit code when it is stopped, or its output cannot be written."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            warn("stopped")
            sys.exit(STOPPED)

    def main(self, *args: Any, **options: Any) -> Any:
        try:
            return super().main(*args, **options)
        except (
            OSError
        ) as error:  # but a closed pipe: who reads the output has had enough, and click ends without a word
            warn(f"{error.filename or 'the output'} cannot be used: {error.strerror or error}")
            _drop_output()
            sys.exit(WRONG_USE)


def _drop_output() -> None:
    """Let go of what still waits to be written to standard output: it would fail again at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        with open(os.devnull, "w") as nothing:
            os.dup2(nothing.fileno(), sys.stdout.fileno())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
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
