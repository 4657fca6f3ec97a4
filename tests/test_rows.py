"""A row of a table does its work itself: its example is read otherwise once its word gives way to one that no table knows.

The tests of the rooms say that each example fires (must); this says that nothing fires without the row (must not), for the tables whose
rows stand in their examples and tell by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from runut import pipeline
from runut.comparing import anchors
from runut.intake import take_in
from runut.lang import Language
from runut.model import Article

# Tables whose every row tells something by itself; others hold words that only part, stop or join what others tell.
TELLING = (
    "abbreviations",
    "acronyms",
    "cues",
    "day_parts",
    "day_references",
    "feasts",
    "given_names",
    "hedges",
    "holidays",
    "market_days",
    "measures",
    "media_nouns",
    "months",
    "multipliers",
    "office_synonyms",
    "office_words",
    "org_heads",
    "org_words",
    "period_parts",
    "place_heads",
    "relative_days",
    "relay_verbs",
    "relayers",
    "speaker_heads",
    "time_references",
    "time_shifts",
    "time_units",
    "time_zones",
    "titles",
    "units",
    "year_parts",
)


def read(body: str, languages: Mapping[str, Language]) -> list[Any]:
    """What is found in a short report, without its words and places."""
    record = {"text": body, "title": "Laporan dari Kalimas", "published": "2025-06-09", "outlet": "Warta Lontar"}
    (article,) = (a for a in take_in([record]) if isinstance(a, Article))
    only = {"id": languages["id"]}
    first = pipeline.glance(article, only)
    whole = pipeline.read(first, anchors.settle([first])[article.id], only)
    return [
        [f.kind for f in whole.furniture],
        (len(whole.credits.agencies), whole.credits.dateline is None, len(whole.sentences)),
        [(n.type, n.name.count(" "), [m.rule for m in n.mentions], n.roles) for n in whole.names],
        [(d.value, d.rule, d.text.count(" ")) for d in whole.dates],
        [(s.form, s.cue is None, s.speaker is None, len(s.via), s.hedged, s.negated) for s in whole.statements],
        [(f.measure, f.rule, f.low, f.high, f.part, f.approx, f.as_of) for f in whole.figures],
        [(e.type, e.status) for e in whole.events],
    ]


@pytest.mark.parametrize("table", TELLING)
def test_without_its_word_an_example_is_read_otherwise(table: str, languages: Mapping[str, Language]) -> None:
    rows = languages["id"].table(table)
    idle = []
    for row in rows:
        if row.get("measure") == "skip":  # a unit of no figure
            continue
        word, example = next(iter(row.values())), row["example"]
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", example, re.IGNORECASE)
        at = found.start() if found else example.lower().find(word.lower())
        assert at >= 0, f"{table}: {word} does not stand in its example"
        other = "Lontara" if word[:1].isupper() else "lontara"
        if read(example, languages) == read(example[:at] + other + example[at + len(word) :], languages):
            idle.append(word)
    assert not idle, f"{table}: {len(idle)} of {len(rows)}"
