"""What is found in an article's words: stretches that name something, offices without a holder, and what ties names."""

from __future__ import annotations

from dataclasses import dataclass, field

# How a body's head with the letters of its matter is the body: `Dinas Pekerjaan Umum (PU)`, then `Dinas PU`.
LETTERS_OF_MATTER = "letters of its matter"
# How a body that an office shows is called by its first word alone: `CEO Kalimas Raya, Rini Wijayanti, …`, then `Kalimas`.
FIRST_WORD = "the body by its first word"
# What ends the rule of a road with the number of a house or kilometre.
NUMBERED = "+number"
# Letters that stand for a person are so many at most.
MOST_INITIALS = 3


@dataclass(slots=True)
class Spot:
    """A stretch that names something: `core` is the name without title and brackets, `outer` where its title starts.

    `weight` is the evidence of `rule` for `type`; `signs` are (type, rule, weight) of what stands beside it.
    """

    first: int
    last: int
    start: int
    end: int
    core: str
    type: str | None
    rule: str
    weight: float
    role: str | None = None
    outer: int | None = None
    canon: str | None = None
    signs: list[tuple[str, str, float]] = field(default_factory=list)
    key: str = ""
    """The normal form of `core`, once all spots are found."""


@dataclass(frozen=True, slots=True)
class Office:
    """A title with what it is of, without its holder: `Presiden Kalimas`."""

    first: int
    last: int
    start: int
    end: int
    single: bool = True
    """Whether one person holds it at a time, and this one is meant (not `para menteri`, `pengamat`)."""
    bare: bool = False
    """Whether it stands without what it is of: it means the only holder of such an office, or nobody."""
    told: str | None = None
    """The office that a short form in brackets, or the words with it, are for."""


@dataclass(slots=True)
class Found:
    """All spots, the offices without a holder beside them, pairs of cores that the text says are one (how, a, b), acronyms that it
    says are none of a body (`Surat Keterangan Lulus (SKL)`), and what it says somebody is called by, with the name behind it, if any.
    """

    spots: list[Spot] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    same: list[tuple[str, str, str]] = field(default_factory=list)
    terms: set[str] = field(default_factory=set)
    called: list[tuple[Spot, Spot | None]] = field(default_factory=list)
