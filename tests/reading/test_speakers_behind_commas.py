"""Who says it where a comma stands before the cue: the subject of its own clause, and no place told beside a body."""

from __future__ import annotations

import pytest

import runut


def speaker(text: str) -> str | None:
    """The only speaker of a text."""
    (statement,) = runut.read({"text": text, "outlet": "Kabar Randu", "published": "2031-05-07"}).statements
    return statement.speaker.name if statement.speaker else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Pernyataan Rendra muncul setelah RSUD Lontara di Garut, Jawa Barat, melaporkan bahwa 40 orang terluka.",
            "RSUD Lontara di Garut",
        ),
        ("Rencana Rendra batal setelah Rini Wijaya, Camat Lontar, melaporkan bahwa 40 orang terluka.", "Rini Wijaya"),
        ("Rendra Wijaya membenarkan hal itu, mengatakan bahwa 40 orang terluka.", "Rendra Wijaya"),
        ("Dinas Kesehatan Kota Garut, Jawa Barat, melaporkan bahwa 40 orang terluka.", "Dinas Kesehatan Kota Garut"),
        ("Direktur XYZ, Reno, mengatakan bahwa 40 orang terluka.", "Reno"),
    ],
)
def test_who_says_it_behind_a_comma(text: str, who: str) -> None:
    assert speaker(text) == who
