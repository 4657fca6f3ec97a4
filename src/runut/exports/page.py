"""The page: an account set out for reading in one language, section by section."""

from __future__ import annotations

from dataclasses import dataclass

from runut.brief import is_counted
from runut.exports.passages import Citation, Links, Sources, showable
from runut.exports.sections import texts
from runut.exports.sections.days import Days
from runut.exports.sections.kin import Families
from runut.exports.sections.ledger import Ledger
from runut.exports.sections.names import Names
from runut.exports.sections.notes import Notes
from runut.exports.sections.terms import Terms
from runut.exports.sections.texts import Text
from runut.exports.sections.voices import Voices
from runut.exports.wording import Wording
from runut.model import Account

BRIEF_KINDS = ("current", "differs", "independence")


@dataclass(frozen=True, slots=True)
class Brief:
    """One of the three things to know first, with its lines: words, who carries them, where they come from."""

    kind: str
    lines: tuple[tuple[str, str, tuple[Citation, ...]], ...]


class Page:
    """An account set out in one language; `excerpts` leaves the full texts out, `links` lead elsewhere than within the page.

    Findings of reports that are off the story are told in the texts only.
    """

    def __init__(
        self, account: Account, wording: Wording, *, excerpts: bool = False, links: Links | None = None
    ) -> None:
        self.account = account
        self.excerpts = excerpts
        self.sources = Sources(account, wording, excerpts=excerpts, links=links)
        self.ledger = Ledger(self.sources)
        self.voices = Voices(self.sources)
        self.days = Days(self.sources)
        self.families = Families(self.sources)
        self.terms = Terms(self.sources)
        self.names = Names(self.sources)
        self.notes = Notes(self.sources)

    def brief(self) -> tuple[Brief, ...]:
        """The lines of the brief by kind."""
        w = self.sources.wording
        return tuple(
            Brief(
                kind,
                tuple(
                    (
                        showable(w.either(line.text, line.english)),
                        self.sources.support((), line.reports, line.independent) if is_counted(line) else "",
                        self.sources.cite_all(line.evidence, line.rule),
                    )
                    for line in self.account.brief
                    if line.kind == kind
                ),
            )
            for kind in BRIEF_KINDS
        )

    def texts(self) -> tuple[Text, ...]:
        """The reports with all that was found marked in them."""
        return texts.set_out(self.sources)
