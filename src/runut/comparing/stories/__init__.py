"""Stories in a stream of reports, in four steps that need neither order nor one process; pure.

    sketch(reading, language)      what is kept of one report
    bands(sketch)                  keys; only reports that share one are held against one another
    pairs(sketches of one band)    which of them
    link(a, b)                     whether two reports go together
    settle(sketches, links)        the stories of reports that links tie together

`group` runs them all.
"""

from __future__ import annotations

from runut.comparing.stories.banding import bands, pairs
from runut.comparing.stories.linking import link
from runut.comparing.stories.settling import group, settle
from runut.comparing.stories.sketching import sketch

__all__ = ["bands", "group", "link", "pairs", "settle", "sketch"]
