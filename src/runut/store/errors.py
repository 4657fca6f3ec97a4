"""What can be wrong with a store, in words that say what to do."""

from __future__ import annotations

from runut.model import Judgement


class StoreError(ValueError):
    """The store that was named cannot be used as it is."""


class NoStore(StoreError):
    """There is no store where one was expected."""


class NotAStore(StoreError):
    """What is there is no store of Runut."""


class NewerStore(StoreError):
    """The store was made by a newer Runut, whose tables this one does not know."""


class NoDriver(StoreError):
    """The engine named is none of ours, or what speaks to it is not installed."""


class Unreachable(OSError):
    """The database does not answer; nothing of the transaction was kept."""


class Busy(Unreachable):
    """Others write for so long that the wait was given up; nothing of the transaction was kept."""


class Full(OSError):
    """There is no room on the disk; nothing of the transaction was kept."""


class ReadOnly(OSError):
    """The store may not be written where it lies; nothing of the transaction was kept."""


class Conflict(ValueError):
    """Another person judged one of the same subjects since: `judgement`, the `seq`-th of the store."""

    def __init__(self, seq: int, judgement: Judgement) -> None:
        who = judgement.by.partition(":")[2]
        when = f" at {judgement.when}" if judgement.when else ""
        super().__init__(
            f"{who} judged the same{when} ({judgement.act}: {judgement.why}); look at it, then judge again"
        )
        self.seq = seq
        self.judgement = judgement
