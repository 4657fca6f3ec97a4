"""Corrections: what a person sets a finding to is what is compared and told, and the finding stays where it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import runut
from runut import codec, face
from runut.cli import cli
from runut.comparing import corrections
from runut.exports import tables as rows
from runut.exports import wording
from runut.model import Account, Judgement

DAY = "2031-04-02"
REPORTS = [
    {
        "source": "a",
        "title": "Jembatan Lontar runtuh",
        "published": DAY,
        "outlet": "Kabar Randu",
        "text": "Jembatan di Kalimas runtuh pada Selasa (1/4). Sebanyak 14 orang tewas, kata Rini Wijaya, juru bicara Dinas Kalimas. "
        "Ia mengatakan korban dibawa ke rumah sakit.",
    },
    {
        "source": "b",
        "title": "Jembatan Kalimas runtuh, 17 tewas",
        "published": DAY,
        "outlet": "Suara Rawa",
        "text": "Sebanyak 17 orang tewas ketika jembatan di Kalimas runtuh, kata Kepala Polres Kalimas Bagas Prakoso. "
        "Bagas Prakoso mengatakan jembatan itu sudah tua.",
    },
]
TABLES = face.languages()


def tell(judgements: Any = (), reports: Any = REPORTS) -> Account:
    return runut.account([dict(r) for r in reports], judgements=judgements, using=TABLES)


BEFORE = tell()


def put(told: Account, id_: str, field: str, value: str, by: str = "Sari", when: str | None = None) -> Judgement:
    return runut.judge(told, "set", [id_], field=field, value=value, by=by, why="dicek ke sumbernya", when=when)


def killed(told: Account, text: str = "14") -> Any:
    return next(f for f in told.figures if f.number.text == text)


def states(told: Account) -> list[str]:
    return [r.state for r in told.judgements]


def test_a_number_that_is_set_is_the_one_that_is_compared_and_told() -> None:
    wrong = killed(BEFORE)
    (series,) = [s for s in BEFORE.series if wrong.id in s.figures]
    assert series.relation != "agree"
    after = tell([put(BEFORE, wrong.id, "number", "17")])
    now = killed(after)
    assert (now.id, now.start, now.text, now.number) == (wrong.id, wrong.start, wrong.text, wrong.number)
    assert (now.low, now.high) == (17, 17)
    (series,) = [s for s in after.series if wrong.id in s.figures]
    assert series.relation == "agree"
    assert not any("14" in line.text for line in after.brief)


def test_a_corrected_finding_says_so_and_what_it_was_stands_in_the_ruling() -> None:
    after = tell([put(BEFORE, killed(BEFORE).id, "number", "17")])
    assert killed(after).rule.partition(":")[0] == "judgement"
    (ruling,) = after.judgements
    assert ruling.state == "applied"
    assert "semula 14" in ruling.note
    assert not runut.verify(after, reread=False)
    untouched = {f.id: f for f in BEFORE.figures if f.id != killed(BEFORE).id}
    assert {f.id: f for f in after.figures if f.id in untouched} == untouched


@pytest.mark.parametrize(
    ("field", "value", "shows"),
    [
        ("measure", "injured", ("measure", "injured")),
        ("as_of", "2031-04-01", ("as_of", "2031-04-01")),
        ("as_of", "2031-03", ("as_of", "2031-03")),
        ("as_of", "2031-03-30/2031-04-01", ("as_of", "2031-03-30/2031-04-01")),
        ("place", "Randu", ("place", "Randu")),
        ("part", "part", ("part", "part")),
        ("number", ">=20", ("high", None)),
        ("number", "~1.500", ("approx", True)),
        ("speaker", "Bagas Prakoso", ("speaker_start", None)),
        ("speaker", "Rini Wijaya", ("speaker", "Rini Wijaya")),
        ("speaker", "", ("speaker", None)),
    ],
)
def test_each_field_of_a_figure_can_be_set(field: str, value: str, shows: tuple[str, Any]) -> None:
    after = tell([put(BEFORE, killed(BEFORE).id, field, value)])
    assert getattr(killed(after), shows[0]) == shows[1]
    assert states(after) == ["applied"]
    assert not runut.verify(after, reread=False)


def test_a_figure_of_another_measure_leaves_its_series() -> None:
    wrong = killed(BEFORE)
    after = tell([put(BEFORE, wrong.id, "measure", "injured")])
    assert not any(wrong.id in s.figures and len(s.figures) > 1 for s in after.series)


def test_a_speaker_whom_another_report_names_is_the_same_entity() -> None:
    said = next(s for s in BEFORE.statements if "rumah sakit" in s.text)
    after = tell([put(BEFORE, said.id, "speaker", "Bagas Prakoso")])
    speaker = next(s for s in after.statements if s.id == said.id).speaker
    other = next(s for s in after.statements if "sudah tua" in s.text).speaker
    assert speaker is not None
    assert other is not None
    assert speaker.entity == other.entity is not None
    assert not runut.verify(after, reread=False)


def test_nobody_said_it_when_the_speaker_is_emptied() -> None:
    said = next(s for s in BEFORE.statements if s.speaker)
    after = tell([put(BEFORE, said.id, "speaker", "")])
    assert next(s for s in after.statements if s.id == said.id).speaker is None


def test_a_day_that_is_set_moves_what_its_sentence_took_from_it() -> None:
    day = next(d for d in BEFORE.dates if d.value == "2031-04-01")
    event = next(e for e in BEFORE.events if e.date == "2031-04-01")
    after = tell([put(BEFORE, f"{day.article}:{day.start}", "value", "2031-03-25")])
    assert next(d for d in after.dates if (d.article, d.start) == (day.article, day.start)).value == "2031-03-25"
    assert next(e for e in after.events if e.id == event.id).date == "2031-03-25"
    assert any(m.date == "2031-03-25" for m in after.timeline)
    none = tell([put(BEFORE, f"{day.article}:{day.start}", "value", "")])
    assert next(d for d in none.dates if (d.article, d.start) == (day.article, day.start)).why_null == "judgement"


def test_an_event_s_kind_standing_day_and_place_can_be_set() -> None:
    event = BEFORE.events[0]
    for field, value in (("type", "DISASTER"), ("status", "denied"), ("date", "2031-04"), ("place", "Randu")):
        after = tell([put(BEFORE, event.id, field, value)])
        assert getattr(next(e for e in after.events if e.id == event.id), field) == value
        assert states(after) == ["applied"]
    emptied = next(e for e in tell([put(BEFORE, event.id, "date", "")]).events if e.id == event.id)
    assert (emptied.date, emptied.why_no_date) == (None, "judgement")


def test_of_two_who_set_the_same_the_later_holds_and_the_earlier_is_told_so() -> None:
    one = put(BEFORE, killed(BEFORE).id, "number", "15")
    two = put(BEFORE, killed(BEFORE).id, "number", "16", by="Tio")
    other = put(BEFORE, killed(BEFORE).id, "place", "Randu", by="Tio")
    after = tell([one, two, other])
    assert killed(after).low == 16
    assert states(after) == ["overruled", "applied", "applied"]
    assert f"diganti oleh putusan {two.id} (Tio)" in after.judgements[0].note
    back = runut.judge(after, "undo", [two.id], by="Sari", why="keliru")
    again = tell([one, two, other, back])
    assert killed(again).low == 15
    assert states(again) == ["applied", "undone", "applied", "applied"]


def test_a_merge_that_a_later_split_takes_apart_is_told_so() -> None:
    names = ["Rini Wijaya", "Bagas Prakoso"]
    merge = runut.judge(BEFORE, "merge", names, by="Sari", why="satu orang")
    split = runut.judge(BEFORE, "split", names[:1], others=names[1:], by="Tio", why="dua orang")
    assert f"putusan {split.id} (Tio)" in tell([merge, split]).judgements[0].note
    assert f"putusan {merge.id} (Sari)" in tell([split, merge]).judgements[0].note
    assert not tell([split, split]).judgements[0].note


def test_a_note_has_no_force_and_is_kept() -> None:
    note = runut.judge(BEFORE, "note", [killed(BEFORE).id], by="Sari", why="tanyakan lagi ke rumah sakit")
    again = runut.judge(BEFORE, "note", [killed(BEFORE).id], by="Sari", why="sudah ditanyakan")
    assert note.id != again.id
    after = tell([note, again])
    assert states(after) == ["applied", "applied"]
    assert (after.figures, after.series, after.brief) == (BEFORE.figures, BEFORE.series, BEFORE.brief)
    assert runut.judge(BEFORE, "note", ["Kabar Randu"], by="Sari", why="narahubung: meja kota").subjects
    assert runut.judge(BEFORE, "note", ["Rini Wijaya"], by="Sari", why="nomornya ada").subjects


def test_the_page_and_the_tables_show_what_was_set_and_noted() -> None:
    made = [
        put(BEFORE, killed(BEFORE).id, "number", "17"),
        runut.judge(BEFORE, "note", [killed(BEFORE).id], by="Tio", why="tanyakan lagi ke rumah sakit"),
    ]
    told = tell(made)
    for lang, words in (("id", ("dibetulkan", "angka", "catatan")), ("en", ("corrected", "number", "note"))):
        page = runut.to_html(told, lang=lang)
        assert all(word in page for word in words)
        assert "tanyakan lagi ke rumah sakit" in page
        assert {"id": "semula 14", "en": "found as 14"}[lang] in page
    table = rows.tables(told)["judgements"]
    cells = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(c["field"], c["value"]) for c in cells] == [("number", "17"), (None, None)]


@pytest.mark.parametrize(
    ("layer", "field", "value", "says"),
    [
        ("figures", "number", "banyak", "is no number"),
        ("figures", "number", "12-10", "first bound"),
        ("figures", "number", "", "is no number"),
        ("figures", "measure", "mati", "there are: killed"),
        ("figures", "as_of", "kemarin", "no day or period"),
        ("figures", "as_of", "2031-02-30", "no day or period"),
        ("figures", "text", "x", "no field 'text' of figures; there are: speaker, number"),
        ("figures", None, "x", "set wants a field of figures: speaker"),
        ("figures", "speaker", None, "wants a value"),
        ("figures", "speaker", "a\nb", "one line"),
        ("figures", "speaker", "a" * 201, "200 characters"),
        ("statements", "said_on", "Rabu", "no day or period"),
        ("events", "type", "WAR", "is no type"),
        ("events", "status", "", "is no status"),
        ("dates", "value", "32/1/2031", "no day or period"),
        ("names", "name", "Rini", "set is for figures"),
    ],
)
def test_a_value_that_is_none_is_refused_with_what_would_be_one(
    layer: str, field: str | None, value: str | None, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        corrections.check(layer, field, value)


def test_a_field_and_a_value_are_for_set_alone() -> None:
    with pytest.raises(ValueError, match="takes no field"):
        runut.judge(BEFORE, "reject", [killed(BEFORE).id], field="number", value="3", by="Sari", why="uji")


@pytest.mark.parametrize(
    ("written", "low", "high", "approx"),
    [
        ("17", 17, 17, False),
        ("3.700", 3700, 3700, False),
        ("3,700", 3700, 3700, False),
        ("1.234.567", 1234567, 1234567, False),
        ("5,6", 5.6, 5.6, False),
        ("5.6", 5.6, 5.6, False),
        ("0.125", 0.125, 0.125, False),
        ("10-12", 10, 12, False),
        ("10–12", 10, 12, False),
        ("10..12", 10, 12, False),
        ("≥ 100", 100, None, False),
        ("<=20", None, 20, False),
        ("~ 50", 50, 50, True),
        ("~40-50", 40, 50, True),
    ],
)
def test_numbers_are_read_as_people_write_them(written: str, low: Any, high: Any, approx: bool) -> None:
    assert corrections.read_number(written) == (low, high, approx)


@given(st.text(max_size=12))
def test_whatever_is_written_for_a_number_is_read_or_refused(written: str) -> None:
    try:
        low, high, _ = corrections.read_number(written)
    except ValueError as error:
        assert repr(written) in str(error)
    else:
        assert low is not None or high is not None
        assert low is None or high is None or low <= high


def test_what_can_be_chosen_is_what_the_page_has_words_for() -> None:
    words = wording.load("id")
    assert set(corrections.MEASURES) == set(words.values("measure"))
    assert set(corrections.EVENT_TYPES) == set(words.values("event"))
    for fields in corrections.FIELDS.values():
        assert set(fields) <= set(words.values("correct"))


def test_an_unchecked_value_that_is_none_changes_nothing_and_says_so() -> None:
    made = put(BEFORE, killed(BEFORE).id, "number", "17")
    broken = codec.judgement_from_json(runut.to_json(made).replace('"17"', '"banyak"'))
    after = tell([broken])
    assert killed(after) == killed(BEFORE)
    assert "is no number" in after.judgements[0].note


def test_a_line_of_an_older_file_is_read() -> None:
    made = runut.judge(BEFORE, "reject", [killed(BEFORE).id], by="Sari", why="uji")
    row = json.loads(runut.to_json(made))
    del row["field"], row["value"]
    assert runut.judgements_from_lines([json.dumps(row)]) == (made,)


def test_set_and_note_on_the_command_line(tmp_path: Path) -> None:
    told, ledger = tmp_path / "akun.json", tmp_path / "putusan.jsonl"
    told.write_text(runut.to_json(BEFORE), "utf-8")
    figure = killed(BEFORE).id

    def run(*args: str) -> Any:
        return CliRunner().invoke(cli, ["judge", str(ledger), str(told), *args, "--by", "Sari", "--why", "dicek"])

    assert run("set", figure, "--field", "number", "--value", "17").exit_code == 0
    assert run("note", figure).exit_code == 0
    lines = ledger.read_text("utf-8").splitlines()
    first, second = map(json.loads, lines)
    assert (first["act"], first["field"], first["value"], second["act"]) == ("set", "number", "17", "note")
    wrong = run("set", figure, "--field", "number", "--value", "banyak")
    assert wrong.exit_code == 2
    assert "'banyak' is no number" in wrong.output
    assert run("set", figure, "--value", "3").exit_code == 2
    assert run("note", figure, "--field", "number", "--value", "3").exit_code == 2
    assert ledger.read_text("utf-8").splitlines() == lines
