"""The three things that an editor with two minutes must know, each with its passages."""

from __future__ import annotations

from runut.brief import current, differs, independence, leads
from runut.brief.desk import Desk
from runut.lang import Language
from runut.model import BriefLine, Story


def write(story: Story, language: Language | None = None) -> tuple[BriefLine, ...]:
    """The lines, in the order to be read: what is current, what differs, how many reports are independent.

    With the tables of a language glued words of its reports are shown apart.
    """
    desk = Desk(story, language)
    told = tuple(current.lines(desk))
    return (*told, *differs.lines(desk, told), *independence.lines(desk))


def is_counted(line: BriefLine) -> bool:
    """Whether a line is to be shown with how many reports carry it.

    One passage of a report says nothing of how many tell the same in other words, two side by side are by two, and the line that counts the
    reports needs no count.
    """
    if line.kind == "independence" or line.rule == "position" or line.rule.startswith("clash-"):
        return False
    return line.reports > (1 if line.rule in leads.RULES else 0)
