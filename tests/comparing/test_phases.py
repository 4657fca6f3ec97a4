"""What one tells as done and another as not yet so: a clash of two speakers, a change of position of one."""

from __future__ import annotations

import pytest
from said import report, statement

from runut.comparing import clashes, positions
from runut.lang import load
from runut.model import Clash, Position, Reading

INDONESIAN = load("id")
DONE = "kajian tarif feri Lontar sudah final dan tinggal diumumkan"


def others() -> Reading:
    return report(
        "z",
        statement("Dinas Air", "pompa cadangan di waduk dinyalakan tadi malam"),
        statement("Camat", "warga mengungsi ke balai desa dan sekolah"),
        statement("Bupati", "anggaran perbaikan jalan dibahas pekan depan"),
    )


def clash(a: Reading, b: Reading) -> tuple[Clash, ...]:
    return clashes.find((a, b, others()), (), (), INDONESIAN)


def change(a: Reading, b: Reading) -> tuple[Position, ...]:
    return positions.find((a, b, others()), (), (), (), INDONESIAN)


@pytest.mark.parametrize(
    "not_yet",
    [
        "tarif feri Lontar belum final",
        "kajian tarif feri itu belum merupakan keputusan final, prosesnya masih panjang",
        "menurut kami tarif feri Lontar itu masih belum bersifat final",
    ],
)
def test_done_and_not_yet(not_yet: str) -> None:
    (one,) = clash(report("a", statement("Sari", DONE)), report("b", statement("Ratna", not_yet)))
    assert (one.rule, one.kind, {one.a, one.b}) == ("done-or-not-yet", "denial", {"a0", "b0"})
    assert "final" in one.why
    (two,) = change(
        report("a", statement("Sari", DONE, day="2031-03-04")),
        report("b", statement("Sari", not_yet, day="2031-03-05")),
    )
    assert (two.rule, two.statements) == ("undone-later", ("a0", "b0"))


@pytest.mark.parametrize(
    "other",
    [
        "anggaran jalan belum final",  # of something else
        "tarif feri Lontar sudah final",
        "kalau tarif feri Lontar belum final, penumpang menunggu",  # a condition
        "tarif feri Lontar belum murah",  # another predicate
    ],
)
def test_what_goes_together(other: str) -> None:
    assert not clash(report("a", statement("Sari", DONE)), report("b", statement("Ratna", other)))
    first = report("a", statement("Sari", DONE, day="2031-03-04"))
    assert not change(first, report("b", statement("Sari", other, day="2031-03-05")))


def test_what_was_not_yet_so_and_then_is_has_come_about() -> None:
    early = report("a", statement("Ratna", "tarif feri Lontar belum final", day="2031-03-04"))
    assert not clash(early, report("b", statement("Sari", DONE, day="2031-03-05")))
    same = report("a", statement("Sari", "tarif feri Lontar belum final", day="2031-03-04"))
    assert not change(same, report("b", statement("Sari", DONE, day="2031-03-05")))


def test_what_only_describes_tells_nothing_as_done() -> None:
    a = report("a", statement("Sari", "tarif feri Lontar yang sudah final dipajang di dermaga"))
    assert not clash(a, report("b", statement("Ratna", "tarif feri Lontar belum final")))


def test_one_report_that_tells_both_sets_them_side_by_side_itself() -> None:
    both = report("a", statement("Sari", DONE), statement("Ratna", "tarif feri Lontar belum final"))
    assert all(c.rule != "done-or-not-yet" for c in clash(both, report("b", statement("Camat", "dermaga ramai"))))
