"""Persons whom two reports tell otherwise: slips, letters with an age, and who stays apart. All people are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runut import codec, lang, text
from runut.comparing import entities
from runut.model import Anchor, Article, Credits, Reading
from runut.reading import names

INDONESIAN = lang.load("id")
BARE = Reading(
    article=Article(id="", source="", text="", sha256=""),
    language="id",
    anchor=Anchor(),
    furniture=(),
    credits=Credits(),
    sentences=(),
    quotations=(),
    names=(),
    dates=(),
    statements=(),
    figures=(),
    events=(),
)


def one(form: str, other: str, *bodies: str) -> bool:
    """Whether reports with these texts tell of one person by both forms."""
    readings = []
    for k, body in enumerate(bodies):
        source = f"{k}.txt"
        article = Article(id=codec.article_id(source, body), source=source, text=body, sha256=codec.sha256(body))
        found = names.find(article, text.view(body, INDONESIAN), Credits(), INDONESIAN)
        readings.append(replace(BARE, article=article, names=found))
    joined = entities.join(tuple(readings), INDONESIAN)
    return any({form, other} <= {m.text for m in e.mentions} for e in joined)


@pytest.mark.parametrize(
    ("form", "other", "a", "b"),
    [
        ("Wiragana", "Wirgana", "Warga bernama Wiragana tewas.", "Kata warga, Wirgana tewas. Wirgana jatuh."),
        ("Lastara", "Lastera", "Warga bernama Lastara (50) tewas.", "Warga bernama Lastera (50) tewas."),
        ("TY", "Triyono", "Warga berinisial TY (50) ditahan.", "Warga bernama Triyono (50) ditahan."),
        ("RW", "Rini Wijayanti", "Warga berinisial RW (19) ditahan.", "Warga bernama Rini Wijayanti (19) ditahan."),
        (
            "Rini Lokan",
            "Rini Jaya Lokman",
            "Warga bernama Rini Lokan ditahan.",
            "Warga bernama Rini Jaya Lokman ditahan.",
        ),
    ],
)
def test_a_slip_or_letters_in_another_report_are_one_person(form: str, other: str, a: str, b: str) -> None:
    assert one(form, other, a, b)
    assert one(form, other, b, a)


@pytest.mark.parametrize(
    ("form", "other", "a", "b"),
    [
        ("Wiragana", "Wirgana", "Warga bernama Wiragana (50) tewas.", "Warga bernama Wirgana (21) tewas."),  # two ages
        ("TY", "Triyono", "Warga berinisial TY (50) ditahan.", "Warga bernama Triyono (51) ditahan."),
        ("WR", "Rini Wiraga", "Warga berinisial WR ditahan.", "Warga bernama Rini Wiraga ditahan."),
        ("TY", "Triyono", "Warga berinisial TY ditahan.", "Warga bernama Triyono ditahan."),  # by letters alone
        (
            "RW",
            "Rini Wijayanti",
            "Warga berinisial RW (19) ditahan.",
            "Rini Wijayanti (19) dan Roni Wiraga (19) ditahan.",
        ),
        (
            "Wiragana",
            "Wirgana",
            "Warga bernama Wiragana tewas.",
            "Warga bernama Wirgana tewas. Warga lain bernama Wiragana selamat.",  # a report tells both
        ),
    ],
)
def test_two_persons_stay_two(form: str, other: str, a: str, b: str) -> None:
    assert not one(form, other, a, b)
