"""What judgements ask of comparing: which findings go together, which do not, and which are left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

GATHER, SEVER, REJECT, UNDO = ("merge", "join"), ("split", "part"), "reject", "undo"


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings in force, by layer and content id.

    `together` are groups of ids that are one; `apart` are pairs (those who leave, those whom they leave); `rejected` are findings that no
    step of comparing may use.
    """

    together: Mapping[str, Sequence[frozenset[str]]] = field(default_factory=dict)
    apart: Mapping[str, Sequence[tuple[frozenset[str], frozenset[str]]]] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()

    def regroup(self, layer: str, groups: Iterable[Sequence[str]]) -> list[list[str]]:
        """The groups of ids as the rulings will have them; ids that no ruling names stay where the rules put them.

        First those who are to leave a group leave it, as one new group; then the groups are united that are to be together. A group
        keeps the order of its ids, and the groups that of their first ids. Ids outside all groups come in as groups of their own.
        """
        out = [list(group) for group in groups]
        for leaving, left in self.apart.get(layer, ()):
            for group in list(out):
                gone = [i for i in group if i in leaving]
                if gone and any(i in left for i in group):
                    group[:] = [i for i in group if i not in leaving]
                    out.append(gone)
        for wanted in self.together.get(layer, ()):
            home: list[str] | None = None
            for group in out:
                if wanted.isdisjoint(group):
                    continue
                if home is None:
                    home = group
                else:
                    home += group
                    group.clear()
            missing = sorted(wanted.difference(*out))
            if home is None:
                out.append(missing)
            else:
                home += missing
        return [group for group in out if group]


NONE = Rulings()
