"""One person whose name newsrooms spell in several ways, across reports. All events and people are invented."""

from __future__ import annotations

import bare
import pytest

from runut import lang
from runut.comparing import entities
from runut.model import Entity

INDONESIAN = lang.load("id")


def persons(*bodies: str) -> list[Entity]:
    """The persons of reports with these texts."""
    read = tuple(bare.named(body, f"{k}.txt") for k, body in enumerate(bodies))
    return [e for e in entities.join(read, INDONESIAN) if e.type == "PER"]


def test_a_foreign_name_spelt_as_it_is_heard_is_one() -> None:
    (pilot,) = persons(
        "Pilot Filip Harthens selamat.", "Pilot Philips M. Hehrtens selamat.", "Kapten Filips Mark Harthen selamat."
    )
    assert len(pilot.members) == 3
    assert any(why.startswith("spelt as heard") for why in pilot.why)


@pytest.mark.parametrize(
    "bodies",
    [
        ("Pilot Oleg Barkeva selamat.", "Pilot Oleg Barkavo selamat."),  # an ending tells two of a family apart
        ("Pilot Filip Harthens dan Filips Hehrten selamat.", "Pilot Filip Herthen selamat."),  # a report has two
        ("Pilot Filip Mark Harthens selamat.", "Pilot Filip Karl Hehrtens selamat."),  # what is between differs
        ("Menteri Pangan Filip Harthens hadir.", "Wali Kota Garut Filip Hehrtens hadir."),  # they hold other offices
    ],
)
def test_foreign_names_that_differ_otherwise_are_two(bodies: tuple[str, ...]) -> None:
    assert len(persons(*bodies)) > 1


def test_holders_of_one_office_a_slip_apart_are_one() -> None:
    (chief,) = persons("Kapolres Garut AKBP Suprianto hadir.", "Kapolres Garut AKBP Supriyanto hadir.")
    assert len(chief.members) == 2


def test_holders_of_two_offices_a_slip_apart_are_two() -> None:
    assert len(persons("Kapolres Garut AKBP Suprianto hadir.", "Kapolres Jambi AKBP Supriyanto hadir.")) == 2
    assert len(persons("Kapolres Garut AKBP Suprianto hadir.", "Kapolres Garut AKBP Wirawan hadir.")) == 2


def test_a_rank_alone_is_no_office_that_somebody_holds() -> None:
    (chief,) = persons("Kapolres Garut Letkol TNI Rini Wijayanti hadir. Letkol TNI Rini Wijayanti pulang.")
    assert [held.role for held in chief.held] == ["Kapolres Garut"]
