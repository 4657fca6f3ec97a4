"""How long a thing lasts, told a day longer or shorter from report to report."""

from __future__ import annotations

import pytest
from told import INDONESIAN, read, words

from runut.comparing import checks, durations

LONGER = "Festival Sungai Kalimas digelar 6-14 Juli 2031 di Lontar."


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        (
            "Festival Sungai Kalimas berlangsung pada 6-13 Juli 2031. Warga senang.",
            LONGER,
            "berakhirnya disebut 13/7/2031 dan 14/7/2031 (sejak 6/7/2031)",
        ),
        (
            "Keringanan pajak itu berlaku mulai 13 Juni hingga 31 Agustus 2031.",
            "Keringanan pajak berlaku sejak tanggal 14 Juni 2031 sampai 31 Agustus 2031.",
            "mulainya disebut 13/6/2031 dan 14/6/2031 (sampai 31/8/2031)",
        ),
    ],
)
def test_a_span_that_another_report_tells_a_day_longer(one: str, two: str, why: str) -> None:
    readings = read(one, two)
    (check,) = checks.find(readings, (), INDONESIAN)
    assert (check.kind, check.rule, check.why) == ("spans-differ", "check:spans-differ", why)
    assert [p.article for p in check.evidence] == [r.article.id for r in readings]
    assert all(any(c.isdigit() for c in told) for told in words(readings, check.evidence))


@pytest.mark.parametrize(
    "other",
    [
        "Festival Sungai Kalimas digelar 6-14 Juli 2031.",  # the same
        "Festival Sungai Kalimas digelar 6-16 Juli 2031.",  # two days: it may be another thing
        "Festival Sungai Kalimas digelar 7-15 Juli 2031.",  # neither end is one
        "Katalog promo toko Kalimas periode 6-13 Juli 2031.",  # nothing is said to last
        "Festival Sungai Kalimas digelar akhir pekan ini.",  # a span that is not printed
        "Festival Sungai Kalimas digelar 6-14 Juli 2031, bukan berlangsung 6-13 Juli 2031.",  # it tells both itself
    ],
)
def test_what_is_one_span_or_not_sure_to_be_of_one_thing(other: str) -> None:
    assert not list(durations.find(read(LONGER, other), INDONESIAN))


def test_one_report_alone_differs_from_nobody() -> None:
    assert not list(durations.find(read(f"{LONGER} Pasar malam berlangsung 6-13 Juli 2031."), INDONESIAN))


@pytest.mark.parametrize(
    "row", [r for r in INDONESIAN.table("check_words") if r["role"] == "lasting"], ids=lambda r: r["word"]
)
def test_a_word_of_lasting(row: dict[str, str]) -> None:
    assert list(durations.find(read(row["example"], LONGER), INDONESIAN))
    assert not list(durations.find(read(row["counter"], LONGER), INDONESIAN))
