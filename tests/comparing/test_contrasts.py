"""Contrasts: the words of one set, whom they tell of, and stories in which they are no contrast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pytest
from told import read

from runut.comparing.contrasts import DENIED, ONE_PERSON, Use, find_contrasts, find_uses
from runut.comparing.storywords import Words
from runut.lang import load
from runut.model import Mention, Name, Reading

ID = load("id")
ROWS = ID.table("contrast_words")
SETS = ID.table("contrast_sets")


def found(reading: Reading) -> list[Use]:
    return list(find_uses(0, reading, Words([reading], ID).lines[0], {}, ID))


def named(text: str, person: str) -> Reading:
    """A report in which one person is named, and nothing else."""
    [reading] = read(text)
    start = reading.article.text.index(person)
    mention = Mention(start=start, end=start + len(person), text=person, rule="test")
    return replace(reading, names=(Name(id=person, type="PER", name=person, mentions=(mention,)),))


def contrasts(*bodies: str, title: str = "Kabar Kalimas") -> dict[str, set[str]]:
    readings = [replace(r, article=replace(r.article, title=title)) for r in read(*bodies)]
    return {c.target: {use.term for use in c.uses} for c in find_contrasts(readings, Words(readings, ID), {}, ID)}


def test_every_word_fires_in_its_example() -> None:
    for row in ROWS:
        reading = named(row["example"], "Rendra") if row["set"] == ONE_PERSON else read(row["example"])[0]
        want = "Rendra" if row["set"] == ONE_PERSON else row["set"]
        assert (want, row["words"], row["weight"]) in {(u.target, u.term, u.weight) for u in found(reading)}, row


@pytest.mark.parametrize("row", [r for r in ROWS if r["counter"]], ids=lambda r: f"{r['set']}-{r['words']}")
def test_a_word_in_another_sense(row: Mapping[str, str]) -> None:
    [reading] = read(row["counter"])
    assert (row["set"], row["words"]) not in {(u.target, u.term) for u in found(reading)}


HEADING = ("counted", "pointer", "nominal")


@pytest.mark.parametrize(
    "row", [r for r in ID.table("wording_grammar") if r["kind"] not in HEADING], ids=lambda r: str(r["word"])
)
def test_every_small_word_does_its_work(row: Mapping[str, str]) -> None:
    told = {u.term: u.weight for u in found(read(row["example"])[0]) if u.target == "kelompok bersenjata"}
    if row["kind"] == "clitic":
        assert told["teroris"] == "teror"
    else:
        assert told.get(f"{row['word']} teroris") == (DENIED if row["kind"] == "denial" else None)
        assert "teroris" not in told


@pytest.mark.parametrize("row", SETS, ids=lambda r: str(r["set"]))
def test_every_set_contrasts_in_its_example(row: Mapping[str, str]) -> None:
    assert row["set"] in contrasts(row["example"], row["example"])


def test_every_set_has_a_row_and_words_of_two_weights() -> None:
    weights = Counter(name for name, _ in {(row["set"], row["weight"]) for row in ROWS})
    assert weights.keys() - {ONE_PERSON} == {row["set"] for row in SETS}
    assert min(weights.values()) > 1


def test_what_an_armed_group_is_called_stands_side_by_side() -> None:
    told = contrasts(
        "KKB menembak gardu bersenjata di bukit Sirih pada Rabu malam.",
        "Juru bicara TPNPB-OPM mengakui tembakan itu. Pasukan TPNPB-OPM pergi setelah menembak.",
        title="Gardu di Bukit Sirih Ditembak",
    )
    assert told["kelompok bersenjata"] == {"KKB", "TPNPB-OPM"}


def test_words_of_a_match_are_no_violence() -> None:
    match = "Gempuran tuan rumah tidak berhenti. Serangan balasan itu berbuah gol, dan serangan lain gagal."
    assert contrasts(match, match, title="Serangan Balasan Berbuah Gol") == {}


def test_one_word_in_two_voices_is_no_contrast() -> None:
    body = "Unjuk rasa itu tertib. “Unjuk rasa ini damai,” kata Ratna. Demonstrasi itu bubar sore."
    assert contrasts(body, body, title="Unjuk Rasa Bubar") == {}


def test_one_report_alone_tells_no_contrast_of_a_set() -> None:
    assert contrasts("Unjuk rasa itu tertib, tetapi ricuh sore itu. Demo itu bubar.", title="Unjuk Rasa") == {}


def test_a_denied_word_is_told_with_its_denial_and_weighs_nothing() -> None:
    [reading] = read("Menurut ibunya, ia bukan teroris.")
    assert {(u.term, u.weight) for u in found(reading)} >= {("bukan teroris", DENIED)}
    [reading] = read("Detasemen anti teroris pulang, dan mantan separatis itu ikut.")
    assert not {u.term for u in found(reading)} & {"teroris", "separatis"}


def test_the_longest_word_of_a_set_counts() -> None:
    [reading] = read("Jaksa memeriksa kasus dugaan korupsi pasar.")
    assert [u.term for u in found(reading)] == ["kasus dugaan korupsi"]


def test_what_one_person_is_called_is_told_of_that_person() -> None:
    first = named("Petugas membawa tersangka Rendra ke Lontar.", "Rendra")
    second = named("Warga menunggu aktivis lingkungan Rendra pulang.", "Rendra")
    readings = [replace(r, article=replace(r.article, id=f"r{n}")) for n, r in enumerate((first, second))]
    entity_of = {(r.article.id, "Rendra"): "e1" for r in readings}
    [told] = [c for c in find_contrasts(readings, Words(readings, ID), entity_of, ID) if c.target == "e1"]
    assert [(u.term, u.weight) for u in told.uses] == [("tersangka", "hukum"), ("aktivis", "membela")]


def test_part_of_a_name_is_no_word_of_a_set() -> None:
    text = "Komandan Perlawanan Rakyat Sirih tiba."
    reading = named(text, "Komandan Perlawanan Rakyat Sirih")
    assert not found(reading)
