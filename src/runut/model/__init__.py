"""The records that pass between the rooms: take in, read, compare, tell.

Every record is frozen and plain. `start` and `end` are Unicode code points, 0-based and half-open, into `Article.text`,
and a record that also has `text` holds exactly `Article.text[start:end]`. What is not known is `None` or an empty tuple.
`rule` names the rule or lexicon row that made a finding. `why` is in Indonesian, `english` the same in English.

The standard library only is imported here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from runut.model.found import (
    Anchor,
    Credits,
    CreditSpan,
    Date,
    Event,
    Figure,
    Furniture,
    FurnitureProfile,
    LineWitness,
    Mention,
    Name,
    OnceLines,
    OutletLines,
    Party,
    Quotation,
    Reading,
    RecurringLine,
    Sentence,
    Span,
    Speaker,
    Statement,
    Timex,
)
from runut.model.taken import (
    Article,
    Skipped,
)

if TYPE_CHECKING:
    from runut.model.compared import (
        Check,
        Clash,
        DayTold,
        Deed,
        DeedUse,
        Dispute,
        Entity,
        EntityMention,
        Family,
        Framing,
        Happening,
        Held,
        Joining,
        Moment,
        OffStory,
        Passage,
        Place,
        Position,
        Related,
        Saying,
        Series,
        Standing,
        Step,
        Story,
        Term,
        Valuation,
    )
    from runut.model.grouped import (
        Change,
        CopyGroup,
        Kept,
        Link,
        Sketch,
        Stories,
        StoryArticle,
        StoryGroup,
    )
    from runut.model.judged import (
        Judgement,
        Ruling,
        Subject,
    )
    from runut.model.told import (
        Account,
        BriefLine,
        Headline,
        Masking,
        Report,
    )
else:
    # The records of comparing and telling are half of what importing this room takes, and whoever only reads needs none of them.
    def __getattr__(name: str) -> Any:
        if name in __all__:
            for home in ("judged", "grouped", "compared", "told"):
                module = import_module(f"{__name__}.{home}")
                if hasattr(module, name):
                    return globals().setdefault(name, getattr(module, name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Account",
    "Anchor",
    "Article",
    "BriefLine",
    "Change",
    "Check",
    "Clash",
    "CopyGroup",
    "CreditSpan",
    "Credits",
    "Date",
    "DayTold",
    "Deed",
    "DeedUse",
    "Dispute",
    "Entity",
    "EntityMention",
    "Event",
    "Family",
    "Figure",
    "Framing",
    "Furniture",
    "FurnitureProfile",
    "Happening",
    "Headline",
    "Held",
    "Joining",
    "Judgement",
    "Kept",
    "LineWitness",
    "Link",
    "Masking",
    "Mention",
    "Moment",
    "Name",
    "OffStory",
    "OnceLines",
    "OutletLines",
    "Party",
    "Passage",
    "Place",
    "Position",
    "Quotation",
    "Reading",
    "RecurringLine",
    "Related",
    "Report",
    "Ruling",
    "Saying",
    "Sentence",
    "Series",
    "Sketch",
    "Skipped",
    "Span",
    "Speaker",
    "Standing",
    "Statement",
    "Step",
    "Stories",
    "Story",
    "StoryArticle",
    "StoryGroup",
    "Subject",
    "Term",
    "Timex",
    "Valuation",
]
