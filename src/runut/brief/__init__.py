"""The three things that an editor with two minutes must know, each with its passages."""

from __future__ import annotations

from runut.brief import current, differs, independence
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
