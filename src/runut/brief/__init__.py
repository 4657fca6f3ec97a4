"""The three things that an editor with two minutes must know, each with its passages."""

from __future__ import annotations

from runut.brief import current, differs, independence
from runut.brief.desk import Desk
from runut.model import BriefLine, Story


def write(story: Story) -> tuple[BriefLine, ...]:
    """The lines, in the order to be read: what is current, what differs, how many reports are independent."""
    desk = Desk(story)
    told = tuple(current.lines(desk))
    return (*told, *differs.lines(desk, told), *independence.lines(desk))
