"""Stories in a stream of reports, in four steps that need neither order nor one process; pure.

    sketch(reading, language)      what is kept of one report
    bands(sketch)                  keys; only reports that share one are held against one another
    pairs(sketches of one band)    which of them
    link(a, b)                     whether two reports go together
    settle(sketches, links)        the stories of reports that links tie together

`group` runs them all over reports in memory, `flow` over a stream sorted by `order`. Reports without a day go apart (`part_undated`) before
links are made components, and with the report they are nearest to (`join`); `merge` makes one of parts.
`add` adds reports to stories that stand, as `add_all` made them, at the cost of those that they touch.
"""

from __future__ import annotations

from runut.comparing.stories.adding import Added, Archive, Standing, add, add_all
from runut.comparing.stories.banding import bands, order, pairs, place
from runut.comparing.stories.flowing import flow, group
from runut.comparing.stories.linking import link
from runut.comparing.stories.settling import components, join, merge, part_undated, settle
from runut.comparing.stories.sketching import sketch

__all__ = [
    "Added",
    "Archive",
    "Standing",
    "add",
    "add_all",
    "bands",
    "components",
    "flow",
    "group",
    "join",
    "link",
    "merge",
    "order",
    "pairs",
    "part_undated",
    "place",
    "settle",
    "sketch",
]
