"""Tolls told place by place: the story's dead have their own row, and as many at two places are not the same."""

from __future__ import annotations

from told import INDONESIAN, read

from runut.comparing import entities, families, series
from runut.model import Reading, Series

SUNDAY, MONDAY, THURSDAY = "2031-03-02", "2031-03-03", "2031-03-06"


def toll(*told: tuple[str, str]) -> list[tuple[Series, set[float | None]]]:
    readings: list[Reading] = [reading for day, body in told for reading in read(body, day=day)]
    known = tuple(readings)
    value = {f.id: f.low for r in known for f in r.figures}
    rows = series.align(known, entities.join(known, INDONESIAN), families.group(known, INDONESIAN), INDONESIAN)
    return [(r, {value[i] for i in r.figures}) for r in rows if r.measure == "killed"]


FIRST = (
    "Banjir melanda Kabupaten Randu dan Kabupaten Kalimas. Badan Randu mencatat 41 orang tewas. Puluhan orang terluka."
)
THEN = (
    "Banjir melanda Kabupaten Randu dan Kabupaten Kalimas. Menurut Rato Wibowo, 68 orang tewas. Di Kabupaten Randu enam orang"
    " tewas, di Kabupaten Kalimas sembilan orang tewas, di Kabupaten Lontar tiga orang tewas."
)
LAST = (
    "Banjir melanda Kabupaten Randu dan Kabupaten Kalimas. Menurut Rato Wibowo, korban tewas kini menjadi 174 orang. Di Kabupaten"
    " Kalimas enam orang tewas, di Kabupaten Randu delapan orang tewas, di Kabupaten Lontar tiga orang tewas."
)


def test_the_dead_of_the_story_have_a_row() -> None:
    rows = toll((SUNDAY, FIRST), (MONDAY, THEN), (THURSDAY, LAST))
    assert any({41, 68, 174} <= values and row.best == 174 for row, values in rows)


def test_as_many_at_two_places_are_not_one() -> None:
    rows = toll((SUNDAY, FIRST), (MONDAY, THEN), (THURSDAY, LAST))
    assert not [values for _, values in rows if 6 in values]


def test_what_a_toll_has_grown_from_is_former() -> None:
    rows = toll(
        (SUNDAY, "Kerusuhan di Kalimas menewaskan 125 orang."),
        (
            MONDAY,
            "Korban kerusuhan di Kalimas hari ini bertambah enam korban meninggal, dari 125 orang menjadi 131 orang.",
        ),
    )
    assert [(row.relation, row.best) for row, values in rows if 131 in values] == [("evolve", 131)]
