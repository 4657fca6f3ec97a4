"""Kinds of what is measured, by what two figures of them can be to one another."""

PEOPLE = frozenset(
    (
        "killed",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "evacuated",
        "rescued",
        "affected",
        "hostages",
        "participants",
        "troops",
        "police",
    )
)
THINGS = frozenset(["vehicles", "aircraft", "houses", "buildings_damaged", "buildings_burned"])
# What those are called that a part of came to harm.
WHOLES = frozenset(["affected", "other", "participants"])
# What a flood or quake does in many places at once, each with a count of its own.
SPREAD = frozenset(["affected", "displaced", "evacuated", "houses", "buildings_damaged", "buildings_burned"])
